"""ssmtp: ``ssmtp.conf``, and ``revaliases`` beside it (Debian's ssmtp 2.64, tested with the program
itself). Pure.

A value ends at the first blank, ``=`` or ``#``, which cannot be quoted; at the end of the file it
needs a line end after it. Of equal keywords the last counts, but for user and password the first.
"""

from __future__ import annotations

import re

from .env import beside
from .generic import login, port_of
from .reading import Contents, Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Misconfigured, TLSMode
    from .reading import Query, Reading

_END = re.compile("[= \t\n]")
_PORT = re.compile(r"\s*([0-9]{1,6})")
FIRST = ("authuser", "authpass")
CUT = (
    "ssmtp uses AuthPass only up to the first space, = or #, and nothing can be quoted: set a "
    "password without these."
)
EMPTY = "is empty: for ssmtp a value ends at the first space, = or #, and needs a line end after it"
UNVERIFIED = "ssmtp does not verify the server's certificate; this check does."


def read(query: Query) -> Reading:
    """Return the login of all users without a name, and one for each user whom revaliases give a
    server of their own; raises Misconfigured.
    """
    path = query.path
    text: str = yield Contents(path, marked=True)
    said, cut = _said(text), _cut_at(text)

    def lacking(name: str, words: str) -> Misconfigured:
        line = said.get(name.lower(), ("", 0))[1] or (cut if name == "AuthPass" else 0)
        return fault(path, line, f"{name} {EMPTY if line else words}")

    def value(name: str) -> str:
        return said.get(name, ("", 0))[0]

    if "mailhub" not in said:
        raise fault(path, 0, "Mailhub, which names the server, is missing")
    tls = _tls(text)
    notices = [UNVERIFIED] if tls != "none" else []
    if cut and value("authpass"):
        notices.append(CUT)
    host, port = _server(value("mailhub"), path, said["mailhub"][1])
    found = Found(
        host=host,
        port=port,
        tls=tls,
        **login(lacking, ("AuthUser", value("authuser")), ("AuthPass", value("authpass"))),
        mechanisms=("CRAM-MD5",) if value("authmethod").lower() == "cram-md5" else ("LOGIN",),
        hello=value("hostname"),
        notices=tuple(notices),
        place=path,
    )
    aliases = beside(path, "revaliases")
    more = (yield Contents(aliases, optional=True, secret=False)) or ""
    return [found, *_of_users(found, more, aliases)]


def _pairs(text: str) -> list[tuple[str, str, int]]:
    """Return the keywords, in lower case, with value and line."""
    pairs = []
    for number, line in enumerate(re.findall("[^\n]*\n|[^\n]+", text), 1):
        line = line.partition("#")[0]
        words = _END.split(line, maxsplit=2)
        if "=" in line and len(words) == 3 and words[0]:
            pairs.append((words[0].lower(), words[1], number))
    return pairs


def _said(text: str) -> dict[str, tuple[str, int]]:
    """Return the values that count, each with its line."""
    said: dict[str, tuple[str, int]] = {}
    for name, value, line in _pairs(text):
        if name not in FIRST or name not in said:
            said[name] = value, line
    return said


def _cut_at(text: str) -> int:
    """Return the line where something that may belong to AuthPass follows its value, 0 for none."""
    for number, line in enumerate(text.split("\n"), 1):
        name, equals, value = line.partition("=")
        if equals and name.lower() == "authpass":
            return number if re.search("[= \t#].*\\S", value) else 0
    return 0


def _tls(text: str) -> TLSMode:
    """Return how TLS starts: each keyword sets or resets both switches."""
    tls = starttls = False
    for name, value, _ in _pairs(text):
        yes = value.lower() == "yes"
        if name == "usetls":
            tls, starttls = yes, starttls and yes
        elif name == "usestarttls":
            tls, starttls = tls or yes, yes
    return "none" if not tls else "starttls" if starttls else "implicit"


def _server(text: str, path: str, line: int) -> tuple[str, int]:
    """Split a server and its port; raises Misconfigured."""
    host, colon, digits = text.partition(":")
    match = _PORT.match(digits)
    if not host or (colon and not match):
        raise fault(path, line, "Mailhub is not of the form host:port")
    return host, port_of(match[1], path, line, "Mailhub's port") if match else 25


def _of_users(found: Found, text: str, path: str) -> list[Found]:
    """Return the logins of users with a sender of their own: USER:ADDRESS[:SERVER[:PORT]]."""
    users = []
    server: tuple[str, int | None]
    for number, line in enumerate(text.split("\n"), 1):
        name, sender, host, port = (*line.partition("#")[0].strip().split(":", 3), "", "", "")[:4]
        if name and sender:
            server = (found.host, found.port)
            if host:
                server = _server(f"{host}:{port or 25}", path, number)
            users.append(found.replace(name=name, sender=sender, host=server[0], port=server[1]))
    return users
