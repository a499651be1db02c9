"""Gitea and Forgejo: ``[mailer]`` of app.ini (modules/setting/mailer.go of Gitea 1.24, and
PASSWD_URI of Forgejo 10). Pure.

The variables GITEA__mailer__... are written into app.ini when a container starts.
"""

from __future__ import annotations

from .generic import OFFERED_ONLY, secret_of, unverified
from .goini import CUT, CUT_WITHIN, File
from .golang import port_number, split_host_port, trim
from .reading import Contents, Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from ..accounts import Misconfigured, TLSMode
    from .reading import Query, Reading

SECTION = "mailer"
# The port of each protocol, and how TLS starts.
PROTOCOLS: dict[str, tuple[str, TLSMode]] = {
    "smtp": ("25", "none"),
    "smtps": ("465", "implicit"),
    "smtp+starttls": ("587", "starttls"),
}
OTHERS = ("sendmail", "dummy", "smtp+unix")


class _Mailer:
    """The section, with the old names of its keys."""

    def __init__(self, file: File) -> None:
        self.file = file

    def value(self, *names: str) -> str:
        """Return the value of the first of these names that is set."""
        for name in names:
            if self.file.entry(SECTION, name) is not None:
                return self.file.value(SECTION, name)
        return ""

    def is_true(self, *names: str) -> bool:
        """Tell whether the first of these names that is set means yes."""
        there = [name for name in names if self.file.entry(SECTION, name) is not None]
        return bool(there) and self.file.is_true(SECTION, there[0])

    def fault(self, name: str, words: str) -> Misconfigured:
        """Return the error about a key."""
        return fault(self.file.path, self.file.line(SECTION, name), f"[mailer] {name} {words}")


def read(query: Query) -> Reading:
    """Read the one login; raises Misconfigured."""
    mailer = _Mailer((yield Contents(query.path, marked=True, made=_parsed)))
    for name in ("PROTOCOL", "MAILER_TYPE"):
        if mailer.value(name) in OTHERS:
            raise mailer.fault(name, "is not SMTP over a network: there is no login to check")
    if not mailer.is_true("ENABLED") and not mailer.value("SMTP_ADDR", "HOST"):
        raise mailer.fault("ENABLED", "is not true: no mail is sent")
    host, port = _address(mailer)
    protocol, port = _protocol(mailer, host, port)
    number = port_number(port)
    if number is None:
        raise mailer.fault("SMTP_PORT", "is not a port")
    user = mailer.value("USER")
    problem = ""
    if not mailer.is_true("ENABLED"):
        problem = str(mailer.fault("ENABLED", "is not true: no mail is sent"))
    elif not user:
        problem = str(mailer.fault("USER", "is empty: the program does not log in"))
    notices = [OFFERED_ONLY] if protocol == "smtp+starttls" else []
    if mailer.is_true("FORCE_TRUST_SERVER_CERT", "SKIP_VERIFY"):
        notices.append(unverified("FORCE_TRUST_SERVER_CERT"))
    if mailer.file.is_cut_within(SECTION, "PASSWD"):
        notices.append(f"[mailer] PASSWD {CUT_WITHIN}")
    certificate = mailer.is_true("USE_CLIENT_CERT", "USE_CERTIFICATE")
    says_hello = mailer.value("ENABLE_HELO") == "" or mailer.is_true("ENABLE_HELO")
    cut = mailer.file.is_cut(SECTION, "PASSWD")
    password = "" if query.listing else (yield from _password(mailer))
    return [
        Found(
            host=host,
            port=number,
            tls=PROTOCOLS[protocol][1],
            user=user,
            secret=secret_of(password),
            sender=_sender(mailer, user),
            hello=mailer.value("HELO_HOSTNAME") if says_hello else "",
            client_cert=mailer.value("CLIENT_CERT_FILE", "CERT_FILE") if certificate else "",
            client_key=mailer.value("CLIENT_KEY_FILE", "KEY_FILE") if certificate else "",
            notices=tuple(notices),
            problem=problem,
            lacking=str(mailer.fault("PASSWD", CUT)) if cut else "",
            place=query.path,
        )
    ]


def _parsed(text: str, path: str) -> File:
    """Parse a file; raises Misconfigured."""
    return File(text, path, continued=False)


def _address(mailer: _Mailer) -> tuple[str, str]:
    """Return host and port, also by their old name."""
    host, port = mailer.value("SMTP_ADDR"), mailer.value("SMTP_PORT")
    old = mailer.value("HOST")
    if not host and old:
        host, given = split_host_port(old) or (old, "")
        host, port = host or "127.0.0.1", given or port
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    if not host:
        raise mailer.fault("SMTP_ADDR", "is missing; it names the server")
    return host, port


def _protocol(mailer: _Mailer, host: str, port: str) -> tuple[str, str]:
    """Return protocol and port; if one is not set, it is derived from the other."""
    protocol = mailer.value("PROTOCOL")
    if not protocol and mailer.value("IS_TLS_ENABLED"):
        protocol = "smtps" if mailer.is_true("IS_TLS_ENABLED") else "smtp+starttls"
    if protocol == "smtp+startls":  # the spelling in older releases
        protocol = "smtp+starttls"
    if not protocol and "/" in host:
        raise mailer.fault("PROTOCOL", "is not SMTP over a network: there is no login to check")
    if not protocol:
        if not port:
            raise mailer.fault(
                "SMTP_PORT", "is missing, and so is PROTOCOL, which would determine it"
            )
        usual = {number: name for name, (number, _) in PROTOCOLS.items()}
        protocol = usual.get(port, "smtps")
    if protocol not in PROTOCOLS:
        raise mailer.fault("PROTOCOL", f"must be one of {', '.join(PROTOCOLS)}")
    return protocol, port or PROTOCOLS[protocol][0]


def _sender(mailer: _Mailer, user: str) -> str:
    """Return the address for MAIL."""
    envelope = mailer.value("ENVELOPE_FROM")
    if envelope and envelope != "<>":
        return envelope
    return mailer.value("FROM") or user


def _password(mailer: _Mailer) -> Generator[Any, Any, str]:
    """Return the password, from the file of Forgejo's PASSWD_URI if there is one."""
    uri, password = mailer.value("PASSWD_URI"), mailer.value("PASSWD")
    if not uri:
        return password
    if password:
        raise mailer.fault("PASSWD_URI", "and PASSWD are both set; only one of them may be")
    scheme, _, path = uri.partition(":")
    if path.startswith("//"):
        path = path[2:]
    if scheme != "file" or not path.startswith("/"):
        raise mailer.fault("PASSWD_URI", "must be of the form file:/path")
    held: str = yield Contents(path)
    return trim(held)
