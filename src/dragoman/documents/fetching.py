"""An address of the web → its bytes: only when asked, only from the public internet, bounded in size, time and redirects."""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from dragoman.documents.addresses import resolve_host
from dragoman.documents.limits import Limits
from dragoman.model.errors import DocumentNotFetched, DocumentTooLarge

CHUNK = 65_536  # bytes
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered. `content_type` and `charset` are as the server declares them, lower case."""

    data: bytes
    content_type: str | None = None
    charset: str | None = None
    retrieved: dt.date | None = None


Fetch = Callable[[str, Limits], Fetched]


def fetch(url: str, limits: Limits, *, allow_private: bool = False) -> Fetched:
    """Get an address. Proxies are not used, so that the address that was checked is the one that answers.

    Args:
        url: http or https.
        limits: `file_bytes`, `seconds` for all of it, `redirects`.
        allow_private: Permit addresses of the own machine and network.

    Raises:
        DocumentNotFetched: Not http, not public, no answer in time, or an answer that is no success.
        DocumentTooLarge: More bytes than one document may have.
    """
    deadline = time.monotonic() + limits.seconds
    target = url
    for _ in range(limits.redirects + 1):
        answer = get(url, checked_url(url, target), limits, deadline=deadline, allow_private=allow_private)
        if isinstance(answer, Fetched):
            return answer
        target = answer
    raise DocumentNotFetched(url, f"more than {limits.redirects} redirects")


def checked_url(name: str, url: str) -> Url:
    """The parts of a URL that may be fetched."""
    try:
        parts = parse_url(url)
    except LocationParseError as error:
        raise DocumentNotFetched(name, f"{url!r} is not an address of the web") from error
    if parts.scheme not in PORTS:
        raise DocumentNotFetched(name, f"{url!r} is not http or https")
    if not parts.host:
        raise DocumentNotFetched(name, f"{url!r} names no host")
    if parts.auth:
        raise DocumentNotFetched(name, "a name and password within an address are not sent")
    return parts


def get(name: str, url: Url, limits: Limits, *, deadline: float, allow_private: bool) -> Fetched | str:
    """One request: the answer, or the address that it redirects to."""
    scheme, host = str(url.scheme), str(url.host)
    port = url.port or PORTS[scheme]
    address = resolve_host(name, host.strip("[]"), port, allow_private=allow_private)
    headers = {
        "Host": host if url.port is None else f"{host}:{port}",
        "User-Agent": f"dragoman/{version('dragoman')}",
        "Accept": "text/html, application/pdf, text/plain;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    timeout = urllib3.Timeout(total=max(0.1, deadline - time.monotonic()))
    if scheme == "https":
        pool: urllib3.HTTPConnectionPool = urllib3.HTTPSConnectionPool(
            address, port, timeout=timeout, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED"
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    try:
        response = pool.request(
            "GET", url.request_uri, headers=headers, redirect=False, retries=False, preload_content=False, assert_same_host=False
        )
        if response.status in REDIRECTS and response.headers.get("Location"):
            return joined_url(url, response.headers["Location"])
        if response.status != 200:  # the one success that brings a body
            raise DocumentNotFetched(name, f"the server answered {response.status} {response.reason or ''}".strip())
        return fetched(response, body(name, response, limits, deadline))
    except (HTTPError, OSError, ValueError) as error:
        raise DocumentNotFetched(name, reason(error, limits)) from error
    finally:
        pool.close()


def joined_url(url: Url, location: str) -> str:
    """The address that a redirect names, which may be relative."""
    return urljoin(url.url, location)


def body(name: str, response: urllib3.BaseHTTPResponse, limits: Limits, deadline: float) -> bytes:
    """The body, as long as it stays within size and time."""
    data = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        data += chunk
        if len(data) > limits.file_bytes:
            raise DocumentTooLarge(name, f"more than the {limits.file_bytes:,} bytes that one document may have")
        if time.monotonic() > deadline:
            raise DocumentNotFetched(name, f"not finished within {limits.seconds:g} seconds")
    return bytes(data)


def fetched(response: urllib3.BaseHTTPResponse, data: bytes) -> Fetched:
    """The answer with what its heading declares."""
    declared, _, parameters = response.headers.get("Content-Type", "").lower().partition(";")
    _, _, charset = parameters.partition("charset=")
    return Fetched(
        data=data,
        content_type=declared.strip() or None,
        charset=charset.split(";")[0].strip(" \"'") or None,
        retrieved=dt.datetime.now(dt.UTC).date(),
    )


def reason(error: Exception, limits: Limits) -> str:
    """Why a connection failed, in words."""
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return f"no answer within {limits.seconds:g} seconds"
    if isinstance(error, urllib3.exceptions.SSLError):
        return f"the server's certificate does not hold: {error}"
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return "the server does not take connections"
    return f"the connection failed: {error}"[:300]
