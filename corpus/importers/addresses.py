"""Web addresses: which may be asked, what machine answers for them, and the article id they give."""

import re
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, unquote, urlsplit

from corpus.errors import UnreadableArticle
from corpus.frontmatter import web_address
from corpus.reasons import reason
from corpus.unsaid import article_id

PORTS = {"http": 80, "https": 443}  # newspapers have no others; what does is a service of some network

_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")
_SEGMENT = 80  # characters of a path's last part in an id: headlines in addresses stay below
# What campaigns add to an address; the page is the same without it.
_TRACKING = re.compile(r"(?:utm_\w*|fbclid|gclid|xtor|at_medium|at_campaign)(?:=|\Z)", re.IGNORECASE)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: its last 32 bits are the IPv4 address that is really reached
# Beyond what the standard library calls private: special blocks of IANA's registries (RFC 6890), and 6to4 and
# Teredo, whose addresses lead to an IPv4 address chosen by whoever wrote them.
_SPECIAL = tuple(map(ip_network, (
    "192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20", "5f00::/16", "64:ff9b:1::/48",
)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """What a web address asks for: ``host`` in ASCII, ``path`` with its query, percent-encoded."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a request names it, with its port unless that is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def is_address(given: str) -> bool:
    """Whether ``given`` is meant as an address rather than a path."""
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+://", given))


def target_of(url: str) -> Target:
    """What ``url`` asks for.

    :raises UnreadableArticle: no http(s), a user name in it, or no address at all.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("ascii" if url.isascii() else "idna").decode().lower()
    except ValueError:
        raise UnreadableArticle(url, reason("address")) from None
    if parts.scheme not in PORTS:
        raise UnreadableArticle(url, reason("scheme", scheme=parts.scheme[:20]))
    if "@" in parts.netloc:
        raise UnreadableArticle(url, reason("address_user"))
    if not web_address(url) or not url.isprintable() or not _HOST.fullmatch(host):
        raise UnreadableArticle(url, reason("address"))
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + ("?" if parts.query else "")
    path += quote(parts.query, safe="/?%:@!$&'()*+,;=~[]")
    return Target(url, parts.scheme, host, PORTS[parts.scheme] if port is None else port, path)


def is_public(address: str) -> bool:
    """Whether the IP ``address`` belongs to the public internet: no machine or network near us."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.is_site_local:
            return False
        ip = ip.ipv4_mapped or _behind(ip) or ip
    if ip.is_multicast or ip.is_reserved:
        return False
    return ip.is_global and not any(ip.version == block.version and ip in block for block in _SPECIAL)


def address_id(url: str) -> str:
    """The id of the article at ``url``: host and last part of the path to be read, a hash to tell apart.

    The same with http and https, with or without ``www.``, a final slash, a fragment or marks of campaigns.
    """
    parts = urlsplit(url)
    host = re.sub(r":(?:80|443)?\Z", "", parts.netloc.lower()).removeprefix("www.")
    path = parts.path.rstrip("/")
    query = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.match(part))
    segment = re.sub(r"\.\w{1,5}\Z", "", unquote(path.rpartition("/")[2]))[:_SEGMENT]
    mark = sha256(f"{host}{path}?{query}".encode(errors="replace")).hexdigest()[:10]
    return f"{article_id(f'{host}-{segment}.url')[:109].rstrip('-')}-{mark}"


def _behind(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a translator reaches for ``ip``."""
    return IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
