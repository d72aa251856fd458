"""Addresses: which are refused, and what becomes of redirects, size and time. The server is on this machine."""

import http.server
import ipaddress
import threading
from functools import partial

import pytest

from dragoman.documents import addresses
from dragoman.documents.addresses import is_public
from dragoman.documents.fetching import fetch
from dragoman.documents.limits import Limits
from dragoman.model.errors import DocumentNotFetched, DocumentTooLarge

LIMITS = Limits(file_bytes=10_000, seconds=5, redirects=2)
here = partial(fetch, allow_private=True)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self):
        """Give what the path asks for."""
        status, headers, body = {
            "/page": (200, {"Content-Type": "text/html; charset=UTF-8"}, b"<p>Hello"),
            "/to-page": (302, {"Location": "/page"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
            "/large": (200, {}, b"x" * 50_000),
        }.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def server():
    """The address of a server on this machine."""
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()


def test_page_is_fetched_with_its_type(server):
    answer = here(f"{server}/page", LIMITS)
    assert (answer.data, answer.content_type, answer.charset) == (b"<p>Hello", "text/html", "utf-8")


def test_redirect_is_followed(server):
    assert here(f"{server}/to-page", LIMITS).data == b"<p>Hello"


def test_endless_redirect_is_refused(server):
    with pytest.raises(DocumentNotFetched, match="redirects"):
        here(f"{server}/round", LIMITS)


def test_redirect_to_a_file_is_refused(server):
    with pytest.raises(DocumentNotFetched, match="not http"):
        here(f"{server}/to-file", LIMITS)


def test_missing_page_is_named(server):
    with pytest.raises(DocumentNotFetched, match="404"):
        here(f"{server}/none", LIMITS)


def test_large_answer_is_refused(server):
    with pytest.raises(DocumentTooLarge):
        here(f"{server}/large", LIMITS)


def test_server_that_is_not_there_is_named():
    with pytest.raises(DocumentNotFetched):
        here("http://127.0.0.1:1/", LIMITS)


def test_own_machine_is_refused_without_permission(server):
    with pytest.raises(DocumentNotFetched, match="not on the public internet"):
        fetch(f"{server}/page", LIMITS)


def test_redirect_to_the_own_machine_is_refused(server, monkeypatch):
    """A public first address does not open the way to a private second one: each hop is looked up."""
    seen = []

    def resolve(name, host, port, *, allow_private):
        seen.append(host)
        if len(seen) > 1:
            return addresses.resolve_host(name, host, port, allow_private=allow_private)
        return "127.0.0.1"

    monkeypatch.setattr("dragoman.documents.fetching.resolve_host", resolve)
    with pytest.raises(DocumentNotFetched, match="not on the public internet"):
        fetch(f"{server}/to-page", LIMITS)


@pytest.mark.parametrize(
    "url", ["http://", "http:///x", "ftp://example.org/", "http://user:key@example.org/", "http://exa mple.org/"]
)
def test_odd_address_is_refused(url):
    with pytest.raises(DocumentNotFetched):
        fetch(url, LIMITS)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.1.2.3", "100.64.0.1", "224.0.0.1", "255.255.255.255",
     "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "240.0.0.1"],
)  # fmt: skip
def test_address_beyond_the_public_internet_is_told(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111"])
def test_public_address_is_told(address):
    assert is_public(ipaddress.ip_address(address))
