"""nullmailer: ``/etc/nullmailer/remotes``, and what is beside it (nullmailer 2.2, tested with the
program itself). Pure.

A line is a server, a protocol and its options, quoted much like in a shell, except that a backslash
escapes not one character, but two.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from .env import beside
from .generic import login, port_of, unverified
from .reading import Contents, Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from ..accounts import TLSMode
    from .reading import Query, Reading

BLANKS = " \t\n\v\f\r"
FLAGS = ("auth-login", "tls", "ssl", "starttls", "insecure", "x509fmtder", "daemon", "syslog")
VALUES = (
    *("port", "user", "pass", "source"),
    *("x509certfile", "x509keyfile", "x509cafile", "x509crlfile"),
)


def read(query: Query) -> Reading:
    """Return the login at each server, the first without a name and the others by their numbers;
    raises Misconfigured.
    """
    path = query.path
    text: str = yield Contents(path)
    sender = yield from _first_line(beside(path, "allmailfrom"))
    hello = yield from _first_line(beside(path, "helohost"))
    found: list[Found] = []
    for number, line in enumerate(text.split("\n"), 1):
        words = _words(line.strip(BLANKS))
        if line.strip(BLANKS)[:1] in ("", "#") or not words:
            continue
        name = str(len(found) + 1) if found else ""
        try:
            each = _found(words, path, number)
        except Misconfigured as error:
            each = Found(problem=str(error))
        found.append(each.replace(name=name, sender=sender, hello=hello, place=path))
    if not found:
        raise fault(path, 0, "there is no server: nullmailer sends nothing")
    return found


def _first_line(path: str) -> Generator[Any, Any, str]:
    """Return the first line of a control file, which need not exist."""
    text = (yield Contents(path, optional=True, secret=False)) or ""
    return str(text).partition("\n")[0].strip(BLANKS)


def _words(line: str) -> list[str]:
    """Split a line as nullmailer does. A closing quote may be missing."""
    words: list[str] = []
    quote, inside, literal = "", False, 0
    for letter in line:
        if literal:
            literal -= 1
        elif letter == "\\" and quote != "'":
            literal = 2
            letter = ""
        elif letter == quote:
            quote = letter = ""
        elif not quote and letter in "'\"":
            quote, letter = letter, ""
        elif not quote and letter in BLANKS:
            inside = False
            continue
        if not inside:
            words.append("")
        inside = True
        words[-1] += letter
    return words


def _found(words: list[str], path: str, line: int) -> Found:
    """Return the login of a line; raises Misconfigured."""

    def lacking(name: str, what: str) -> Misconfigured:
        return fault(path, line, f"{name}= {what}")

    if words[1:2] not in ([], ["smtp"]):
        raise fault(path, line, "the protocol is not smtp: there is no login to check")
    options: dict[str, str] = {}
    for word in words[2:]:
        name, equals, value = (word[2:] if word[:2] == "--" else word).partition("=")
        if name not in (FLAGS if not equals else VALUES):
            raise fault(
                path, line, "an option is unknown to nullmailer, or its value is wrong or missing"
            )
        options[name] = value
    tls: TLSMode = "none"
    if "tls" in options or "ssl" in options:
        tls = "implicit"
    elif "starttls" in options:
        tls = "starttls"
    port = options.get("port", "465" if tls == "implicit" else "25")
    pair = {name: (name, options.get(name, "")) for name in ("user", "pass")}
    return Found(
        host=words[0],
        port=port_of(port, path, line, "port="),
        tls=tls,
        **login(lacking, pair["user"], pair["pass"]),
        mechanisms=("LOGIN",) if "auth-login" in options else ("PLAIN", "LOGIN"),
        ca_file=options.get("x509cafile", ""),
        client_cert=options.get("x509certfile", ""),
        client_key=options.get("x509keyfile", ""),
        notices=(unverified("insecure"),) if "insecure" in options and tls != "none" else (),
    )
