"""Exim with Debian's configuration, as a client of a smarthost. Pure.

Two files count: update-exim4.conf.conf, which names the smarthost, and passwd.client, in which Exim
looks up the login by the name that the DNS has for the server's address. The search is as in Exim's
specification (9.3, nwildlsearch), and was tested with Exim 4.96.
"""

from __future__ import annotations

import re
import warnings

from ..accounts import Misconfigured
from ..secret import Secret
from .reading import Contents, Found, Listing, Rights, fault, folder_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from typing import Any

    from ..accounts import TLSMode
    from .reading import Query, Reading

    # The pattern, the value, and the line where it begins.
    Row = tuple[str, str, int]

MAIN, LOGINS = "update-exim4.conf.conf", "passwd.client"
TYPES = ("smarthost", "satellite")
# How Debian's macros about the smarthost begin.
MACRO = "REMOTE_SMTP_SMARTHOST_"
ALLOW_CLEAR = "AUTH_CLIENT_ALLOW_NOTLS_PASSWORDS"
BLANKS = " \t"
# Regular expressions with more repetitions might take forever.
MOST_REPEATS = 3


def read(query: Query) -> Reading:
    """Return the login at each smarthost, the first without a name."""
    folder = yield from folder_of(query.path, MAIN)
    main = f"{folder}/{MAIN}"
    said: dict[str, str] = yield Contents(main, secret=False, made=_settings)
    if said.get("dc_eximconfig_configtype", "") not in TYPES:
        raise fault(main, 0, "dc_eximconfig_configtype is not smarthost, so Exim does not log in")
    hosts = _hosts(said.get("dc_smarthost", ""))
    if not hosts:
        raise fault(main, 0, "dc_smarthost is empty: there is no server to log in to")
    macros = yield from _macros(folder)
    path = f"{folder}/{LOGINS}"
    rows: list[Row] | None = yield Contents(path, optional=True, made=_rows)
    if rows is None:
        raise fault(path, 0, "no such file, so Exim does not log in")
    sender = yield from _sender(folder)
    notices = []
    if (yield Rights(f"{folder}/exim4.conf", optional=True, secret=False)) is not None:
        notices.append(f"Exim uses {folder}/exim4.conf instead of {MAIN}.")
    found = []
    for number, (host, port) in enumerate(hosts):
        name = host if number else ""
        try:
            if port == 0:
                raise fault(main, 0, "dc_smarthost has a port that is not a valid number")
            login = _login(host, rows, path)
            tls, words = _tls(macros)
            more = (*notices, *words, *login.notices)
            port = port or (465 if tls == "implicit" else 25)
            login = login.replace(name=name, port=port, tls=tls, sender=sender, notices=more)
            found.append(login)
        except Misconfigured as problem:
            found.append(Found(name, host, port, problem=str(problem), place=path))
    return found


def _settings(text: str, path: str) -> dict[str, str]:
    """Return the variables of a file that a shell reads; raises Misconfigured for code in those
    that count.
    """
    said = {}
    for number, line in enumerate(text.split("\n"), 1):
        name, equals, value = line.strip(f"{BLANKS}\r").partition("=")
        if equals and name in ("dc_eximconfig_configtype", "dc_smarthost"):
            said[name] = _unquoted(value, path, number)
    return said


def _unquoted(value: str, path: str, line: int) -> str:
    """Return what a shell makes of a value; raises Misconfigured for code in it."""
    parts, rest = [], value
    while rest and rest[0] not in f"{BLANKS};#":
        quote = rest[0]
        if quote in "'\"":
            inner, closed, rest = rest[1:].partition(quote)
            if not closed or (quote == '"' and any(mark in inner for mark in "$`\\")):
                raise fault(path, line, "the value is code, or a closing quote is missing")
            parts.append(inner)
        elif quote in "$`\\()&|<>":
            raise fault(path, line, "the value is code, which is not run")
        else:
            parts.append(quote)
            rest = rest[1:]
    return "".join(parts).strip().lower()


def _hosts(text: str) -> list[tuple[str, int | None]]:
    """Return the servers of a list, each as host and port, if it has one. Items are separated by
    semicolons or colons; a double colon stands for a colon.
    """
    items = text.replace(";", ":").replace("::", "\0").split(":")
    return [_host(item.replace("\0", ":").strip()) for item in items if item.strip(" \0")]


def _host(item: str) -> tuple[str, int | None]:
    """Split an item into host and port, which is 0 if it is not valid."""
    if item.startswith("["):
        host, _, port = item[1:].partition("]")
        colon, port = port[:1], port[1:]
    else:
        host, colon, port = item.rpartition(":") if item.count(":") == 1 else (item, "", "")
    digits = port.isascii() and port.isdigit() and int(port[:6]) < 65536
    return host, (int(port[:6]) if digits else 0) if colon else None


def _macros(folder: str) -> Generator[Any, Any, dict[str, str]]:
    """Return the administrator's own macros, of a configuration in one file or in many."""
    paths = [f"{folder}/exim4.conf.localmacros"]
    names = yield Listing(f"{folder}/conf.d/main")
    paths += [f"{folder}/conf.d/main/{name}" for name in names if "macro" in name]
    macros = {}
    for path in paths:
        text = yield Contents(path, optional=True, secret=False)
        for line in (text or "").splitlines():
            name, equals, value = line.partition("=")
            if equals and not line.startswith("#"):
                macros[name.strip()] = value.strip()
    return macros


def _sender(folder: str) -> Generator[Any, Any, str]:
    """Return the sender that Debian's configuration sets for mail from root, such as cron's or a
    monitor's.
    """
    path = f"{folder.rpartition('/')[0]}/email-addresses"
    text = (yield Contents(path, optional=True, secret=False)) or ""
    for line in str(text).split("\n"):
        name, colon, address = line.partition(":")
        if colon and name.strip(BLANKS).lower() == "root":
            return address.strip(f"{BLANKS}\r")
    return ""


def _rows(text: str, path: str) -> list[Row]:
    """Return the lines of passwd.client; a line that begins with a blank continues another."""
    rows: list[Row] = []
    open_row = False
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip(f"{BLANKS}\r")
        if not line or line[0] == "#":
            open_row = False
        elif line[0] in BLANKS:
            if open_row:
                pattern, value, first = rows[-1]
                rows[-1] = (pattern, f"{value} {line.strip(BLANKS)}", first)
        else:
            pattern, value = _split(line, path, number)
            rows.append((pattern, value.strip(BLANKS), number))
            open_row = True
    return rows


def _split(line: str, path: str, number: int) -> tuple[str, str]:
    """Split a line into its pattern, which may be quoted, and its value."""
    if line[0] == '"':
        match = re.match(r'"((?:[^"\\]|\\.)*)"', line)
        if match is None:
            raise fault(path, number, "a closing quote is missing")
        pattern = re.sub(r"\\x[0-9A-Fa-f]{2}|\\.", _character, match.group(1))
        rest = line[match.end() :]
    else:
        end = next((at for at, letter in enumerate(line) if letter in f"{BLANKS}:"), len(line))
        pattern, rest = line[:end], line[end:]
    rest = rest.lstrip(BLANKS)
    return pattern, rest[rest.startswith(":") :]


def _character(match: re.Match[str]) -> str:
    """Return what an escape in quotes stands for."""
    word = match.group()
    return (
        chr(int(word[2:], 16)) if len(word) == 4 else {"n": "\n", "t": "\t"}.get(word[1], word[1])
    )


def _login(host: str, rows: list[Row], path: str) -> Found:
    """Return the login for a server by its name; raises Misconfigured."""
    notices = []
    row = next((row for row in rows if _fits(row[0], host, path, row[2])), None)
    if row is None and len({value for _, value, _ in rows}) == 1:  # under any name
        row = rows[0]
        notices.append(
            f"{path} has a login for a name other than the one in dc_smarthost: Exim uses it only "
            "if DNS has that name for the server's address."
        )
    elif row is None:
        raise Misconfigured(
            f"{path}: there is no login for the name in dc_smarthost; Exim looks for the name "
            "that DNS has for the server's address, which this check cannot know"
        )
    elif row[0] != "*":
        notices.append(
            "Exim looks up its login by the name that DNS has for the server's address; this "
            "check used the name in dc_smarthost."
        )
    user, secret = _parted(row[1])
    if not user or not secret:
        raise fault(path, row[2], "the user or the password is missing")
    mechanisms: tuple[str, ...] = ()
    if ":" in secret:
        mechanisms = ("PLAIN", "LOGIN")
        notices.append(
            "The password has a colon in it: with CRAM-MD5, which Exim prefers if the server "
            "offers it, Exim uses only the part before the colon."
        )
    return Found(
        host=host,
        user=user,
        secret=Secret(secret.encode()),
        mechanisms=mechanisms,
        notices=tuple(notices),
        place=path,
    )


def _parted(value: str) -> tuple[str, str]:
    """Split a value into user and password as Debian's authenticators do."""
    user = value.partition(":")[0]
    rest = value.lstrip(":")
    before, colon, after = rest.partition(":")
    return user, value[: len(value) - len(rest)] + after if before and colon else value


def _fits(pattern: str, host: str, path: str, line: int) -> bool:
    """Tell whether a pattern matches a host; raises Misconfigured if that is not certain."""
    if pattern.startswith("^"):
        repeats = sum(pattern.count(mark) for mark in "*+{")
        if repeats > MOST_REPEATS or re.search(r"\)[*+{?]|\(\?[^:i-]", pattern):
            raise fault(path, line, "a regular expression that is too complex for this check")
        try:
            with warnings.catch_warnings():
                # Python warns about [[:alpha:]], which means something else to Exim.
                warnings.simplefilter("error")
                return re.search(pattern, host, re.IGNORECASE) is not None
        except (re.error, OverflowError, Warning):
            raise fault(path, line, "a regular expression that this check cannot read") from None
    if ";" in pattern:
        raise fault(path, line, "a lookup instead of a name, which this check does not do")
    pattern, host = pattern.lower(), host.lower()
    return host.endswith(pattern[1:]) if pattern.startswith("*") else host == pattern


def _tls(macros: Mapping[str, str]) -> tuple[TLSMode, tuple[str, ...]]:
    """Return how TLS starts, and the notices about it."""
    if macros.get(f"{MACRO}PROTOCOL") == "smtps":
        return "implicit", ()
    if f"{MACRO}HOSTS_AVOID_TLS" in macros:
        return "none", ()
    if f"{MACRO}HOSTS_REQUIRE_TLS" in macros:
        return "starttls", ()
    instead = "sends the password in clear" if ALLOW_CLEAR in macros else "does not log in"
    return "starttls", (
        f"Exim uses TLS only if the server offers it, and {instead} otherwise; this check "
        "requires STARTTLS.",
    )
