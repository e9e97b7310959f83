"""Posts to addresses that customers choose, without letting them reach inside (OWASP, Server-Side Request Forgery).

The name is resolved once, every address that it has is looked at, and the connection goes to one of exactly these: a
name that changes its answer afterwards changes nothing. Only public addresses count; IPv4 inside IPv6 is looked at as
what it is. TLS is held against the name. No redirect is followed, and of the answer only the status is read.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from shared.domain.webhook import Sent

_HTTPS_PORT = 443
Resolve = Callable[[str, int], list[str]]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")


class CheckedSender:
    """A WebhookSender. `allows_loopback`: on a laptop a target on the same machine may be tried out, over http too."""

    def __init__(self, seconds: float, *, allows_loopback: bool = False, resolve: Resolve | None = None) -> None:
        self._seconds = seconds
        self._allows_loopback = allows_loopback
        self._resolve = resolve or _addresses_of

    def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Sent:
        """How the POST went."""
        try:
            connection = self._connection(url)
        except (ValueError, OSError):
            return Sent(None, "connection")
        if connection is None:
            return Sent(None, "refused_address")
        # Each operation on the socket has its own time-out, so one that drips would never end: this ends them all.
        watch = threading.Timer(self._seconds, connection.cut)
        watch.daemon = True
        watch.start()
        try:
            return self._post(connection, url, headers, body)
        finally:
            watch.cancel()
            connection.close()

    def _post(self, connection: "_Pinned", url: str, headers: Mapping[str, str], body: bytes) -> Sent:
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request("POST", path, body, dict(headers) | {"User-Agent": "Reteki-Outreach-Webhooks/1"})
            return Sent(connection.getresponse().status, None)
        except TimeoutError:
            return Sent(None, "timeout")
        except ssl.SSLError:
            return Sent(None, "tls")
        except (OSError, http.client.HTTPException, ValueError):
            return Sent(None, "timeout" if connection.was_cut else "connection")

    def _connection(self, url: str) -> "_Pinned | None":
        """A connection to one of the name's addresses, not yet open; None if any of them may not be reached."""
        parts = urlsplit(url)
        host, secure = parts.hostname or "", parts.scheme == "https"
        port = parts.port or (_HTTPS_PORT if secure else 80)
        if parts.username is not None or not host or parts.scheme not in ("https", "http"):
            return None
        addresses = [ipaddress.ip_address(text.partition("%")[0]) for text in self._resolve(host, port)]
        if not addresses or not all(self._may_reach(address, secure=secure) for address in addresses):
            return None
        return _Pinned(host, port, str(addresses[0]), self._seconds, ssl.create_default_context() if secure else None)

    def _may_reach(self, address: Address, *, secure: bool) -> bool:
        inner = embedded_ipv4(address) or address
        if inner.is_loopback:
            return self._allows_loopback
        return secure and is_public(inner)


def is_public(address: Address) -> bool:
    """Whether anybody on the internet may have the address: not private, shared, link-local, reserved, multicast."""
    special = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_link_local
    local = isinstance(address, ipaddress.IPv6Address) and (address.is_site_local or address in _NAT64_LOCAL)
    return address.is_global and not special and not local


def embedded_ipv4(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, compatible, 6to4, Teredo, NAT64 by the well-known prefix;
    None if it is its own. Where a translator of the network's own (RFC 8215) puts it nobody outside can know.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if int(address) >> 32 == 0 and int(address) > 1:
        return ipaddress.IPv4Address(int(address))
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _addresses_of(host: str, port: int) -> list[str]:
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was looked at; the name is for TLS and the Host header only."""

    def __init__(self, host: str, port: int, address: str, seconds: float, tls: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=seconds)
        self.default_port = _HTTPS_PORT if tls else http.client.HTTP_PORT
        self._address = address
        self._tls = tls
        self.was_cut = False

    def connect(self) -> None:
        """Open the connection."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._tls is not None:
            self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End whatever the connection is waiting for."""
        self.was_cut = True
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return
