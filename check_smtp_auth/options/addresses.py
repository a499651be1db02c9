"""Mail addresses, as they are asked for after a login. Pure."""

from __future__ import annotations

from .values import ascii_name


def mail_address(text: str) -> str:
    """An address as MAIL and RCPT take it, its domain in ASCII; "<>" is the null sender, and
    becomes "". What is before the @ may be quoted (RFC 5321 section 4.1.2), and hold blanks then.

    Only what would break out of the command is refused: the rest is the server's affair.
    """
    inner = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    local, at, domain = inner.rpartition("@") if "@" in inner else (inner, "", "")
    outside = domain if _is_quoted(local) else inner
    if not inner.isprintable() or any(c in outside for c in ' <>"\\') or len(inner) > 320:
        raise ValueError(
            "must be a mail address; if there are blanks or quotes in the part before the @, that "
            "whole part must be in double quotes"
        )
    try:
        return f"{local}{at}{ascii_name(domain)}" if at else inner
    except UnicodeError:
        raise ValueError("must be a mail address: its domain is not a valid DNS name") from None


def _is_quoted(text: str) -> bool:
    """Tell whether a text is one in quotes, with a backslash before each quote within."""
    within = text[1:-1].replace("\\\\", "").replace('\\"', "")
    return (
        len(text) > 1 and text[0] == text[-1] == '"' and '"' not in within and within[-1:] != "\\"
    )
