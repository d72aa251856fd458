"""Which addresses of the network may be connected to: those of the public internet, and no other."""

import ipaddress
import socket

from dragoman.model.errors import DocumentNotFetched

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve_host(name: str, host: str, port: int, *, allow_private: bool) -> str:
    """An address of `host` that may be connected to. The caller connects to this address, so that no second answer can differ.

    Args:
        name: Names the document in an error.
        host: A name, or an address as written in a URL without brackets.
        port: Where the connection will go.
        allow_private: Take addresses of the own machine and network as well.

    Raises:
        DocumentNotFetched: The name is unknown, or one of its addresses is not public.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DocumentNotFetched(name, f"no address is known for {host!r}") from error
    addresses = [str(answer[4][0]) for answer in answers]
    for address in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(address.split("%")[0])):
            message = f"{host!r} is at {address}, which is not on the public internet; --allow-private-addresses permits it"
            raise DocumentNotFetched(name, message)
    return addresses[0]


def is_public(address: IPAddress) -> bool:
    """Whether an address is on the public internet, also where it is wrapped in another one."""
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in unwrapped(address))


def unwrapped(address: IPAddress) -> list[IPAddress]:
    """The address, or the IPv4 addresses that an IPv6 one stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address.teredo is not None:
        return list(address.teredo)
    if address in NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)]
    return [address]
