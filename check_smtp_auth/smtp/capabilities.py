"""What a server says of itself in its reply to EHLO (RFC 5321 section 4.1.1.1). Pure."""

from __future__ import annotations

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .reply import Reply


class Capabilities(Record):
    """The server's name, its extensions as offered, and whether it took EHLO or only HELO."""

    name: str
    keywords: dict[str, str]
    extended: bool = True

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """The SASL mechanisms offered, in upper case, in the server's order."""
        return tuple(self.keywords.get("AUTH", "").split())


def parse_hello(reply: Reply, extended: bool = True) -> Capabilities:
    """Read an EHLO reply; keywords come out in upper case.

    "AUTH=LOGIN", which old Outlook wanted, counts as AUTH (RFC 4954 gives only "AUTH
    LOGIN"); the mechanisms of several AUTH lines are joined, each named once.
    """
    keywords: dict[str, str] = {}
    for line in reply.lines[1:] if extended else ():
        keyword, _, parameters = line.strip().partition(" ")
        keyword = keyword.upper()
        if keyword.startswith("AUTH="):
            keyword, parameters = "AUTH", f"{keyword[5:]} {parameters}"
        if keyword == "AUTH":
            words = f"{keywords.get('AUTH', '')} {parameters}".upper().split()
            parameters = " ".join(dict.fromkeys(words))
        if keyword:
            keywords[keyword] = parameters.strip()
    return Capabilities(reply.lines[0].split(" ", 1)[0], keywords, extended)
