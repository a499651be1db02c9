"""Addresses in SMTP: of mail, and of a host in EHLO. Pure."""

from __future__ import annotations

from .values import DIGITS, LETTERSDIGITS, ascii_name, only, unbracketed


def mail_address(text: str) -> str:
    """An address for MAIL and RCPT, with its domain in ASCII; "<>" is the null sender, and
    becomes "". The local part may be quoted (RFC 5321 section 4.1.2), and then contain blanks.

    Only what would break the command is rejected: the rest is for the server to judge.
    """
    inner = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    local, at, domain = inner.rpartition("@") if "@" in inner else (inner, "", "")
    outside = domain if _is_quoted(local) else inner
    wrong = any(c in outside for c in ' <>"\\') or ("@" in local and not _is_quoted(local))
    if not inner.isprintable() or wrong or len(inner) > 320:
        raise ValueError(
            "must be a mail address; if there are blanks, quotes or another @ in the part before "
            "the @, that whole part must be in double quotes"
        )
    try:
        return f"{local}{at}{ascii_name(domain)}" if at else inner
    except UnicodeError:
        raise ValueError("must be a mail address: its domain is not a valid DNS name") from None


def _is_quoted(text: str) -> bool:
    """Tell whether a text is a quoted string, with a backslash before each quote inside."""
    within = text[1:-1].replace("\\\\", "").replace('\\"', "")
    return (
        len(text) > 1 and text[0] == text[-1] == '"' and '"' not in within and within[-1:] != "\\"
    )


def hello(text: str) -> str:
    """A name for EHLO: a host name, or an address, which becomes a literal (RFC 5321 section
    4.1.3).
    """
    inner = unbracketed(text)
    inner = inner[5:] if inner is not text and inner.lower().startswith("ipv6:") else inner
    if ":" in inner or inner is not text or only(DIGITS + ".", text):
        import ipaddress  # only for an address

        try:
            parsed = ipaddress.ip_address(inner)
        except ValueError:
            raise ValueError("must be a host name or an address") from None
        literal = str(parsed).partition("%")[0]
        return f"[{'IPv6:' if parsed.version == 6 else ''}{literal}]"
    if len(text) > 255 or not only(LETTERSDIGITS + "-._", text):
        raise ValueError("must be a host name or an address")
    return text
