"""The URLs of OAuth's endpoints and of the answers in a browser: split, and their fields."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from ..net.local import is_loopback
from ..record import Record

# The address to which a browser returns has about five.
MOST_FIELDS = 30


class InvalidURL(ValueError):
    """Not a URL that a secret may be sent to: the text says why, without quoting it."""


def is_host(name: str) -> bool:
    """Tell whether a name can be resolved: no label of it is empty (RFC 1035 section 2.3.4)."""
    return len(name) <= 254 and all(name.removesuffix(".").split(".")) and name.isprintable()


class Place(Record):
    """Where a URL leads: ``path`` includes the query."""

    secure: bool
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port, as CONNECT needs them (RFC 9110 section 9.3.6)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def name(self) -> str:
        """The same without the default port, for the Host field (RFC 9110 section 7.2)."""
        return self.authority.removesuffix(":443" if self.secure else ":80")

    @property
    def local(self) -> bool:
        """Whether it is on this machine."""
        # An address, not a name such as 127.example.test.
        numeric = ":" in self.host or self.host.replace(".", "").isdigit()
        return self.host == "localhost" or (numeric and is_loopback(self.host))


def split(url: str) -> Place:
    """Split a URL; raises InvalidURL for all but https, and http on loopback."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        raise InvalidURL("not a URL") from None
    if parts.scheme not in ("https", "http") or not host:
        raise InvalidURL("must be a URL that begins with https://")
    if not is_host(host):
        raise InvalidURL("not a URL")
    if parts.username is not None or parts.fragment:
        raise InvalidURL("must be a URL without a user name and without a #")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii() or not path.isprintable() or " " in url:
        raise InvalidURL("must not contain spaces or non-ASCII characters: percent-encode them")
    secure = parts.scheme == "https"
    place = Place(secure, host, port or (443 if secure else 80), path)
    if not secure and not place.local:
        raise InvalidURL("must begin with https://, as http:// would expose the secret")
    return place


def with_fields(url: str, fields: dict[str, str]) -> str:
    """Return a URL with these fields added to those that it has (RFC 6749 section 3.1)."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode(fields)}"


def fields_of(text: str) -> dict[str, str]:
    """Return the fields in the query of a URL or of a part of one; none if there is no query."""
    query = text.strip().partition("#")[0].rpartition("?")[2]
    try:
        return dict(parse_qsl(query, max_num_fields=MOST_FIELDS))
    except ValueError:
        return {}
