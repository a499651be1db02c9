"""What a server says about itself in its reply to EHLO (RFC 5321 section 4.1.1.1). Pure.

What is kept of it is bounded here, where it is parsed: names as long as the RFCs allow, and more
of them than any honest server offers.
"""

from __future__ import annotations

from functools import lru_cache

from ..record import Record
from ..sasl import NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .reply import Reply

# RFC 4422 section 3.1: up to 20 capital letters, digits, hyphens and underscores.
MAX_MECHANISM, MOST_MECHANISMS = 20, 64
# RFC 5321 section 4.1.1.1: the same without the underscore, and no limit.
MAX_KEYWORD, MOST_KEYWORDS = 40, 64
MAX_PARAMETERS = 200
# RFC 1035 section 2.3.4.
MAX_NAME = 255
# Keywords that we need are kept wherever they stand, and so is each mechanism that we know.
NEEDED = ("AUTH", "STARTTLS", "SMTPUTF8")


class Capabilities(Record):
    """The server's name, its extensions as offered, and whether it took EHLO or only HELO."""

    name: str
    keywords: dict[str, str]
    extended: bool = True

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """The SASL mechanisms offered, in upper case, in the server's order."""
        return _words(self.keywords.get("AUTH", ""))


@lru_cache(16)
def _words(text: str) -> tuple[str, ...]:
    """Split a text at its blanks."""
    return tuple(text.split())


def parse_hello(reply: Reply, extended: bool = True) -> Capabilities:
    """Return what an EHLO reply says, keywords in upper case. What is not a keyword, or not the
    name of a mechanism, is left out.

    "AUTH=LOGIN", which old Outlook wanted, counts as AUTH (RFC 4954 gives only "AUTH LOGIN"); the
    mechanisms of several AUTH lines are joined, each named once.
    """
    return _read(reply.all_lines, extended)


@lru_cache(16)  # a server sends the same reply to all
def _read(lines: tuple[str, ...], extended: bool) -> Capabilities:
    """Parse the lines of the reply."""
    keywords: dict[str, str] = {}
    offered: dict[str, None] = {}  # a set that keeps the order
    for line in lines[1:] if extended else ():
        word, _, parameters = line.replace("\t", " ").strip().partition(" ")
        if word[:5].upper() == "AUTH=":
            word, parameters = "AUTH", f"{word[5:]} {parameters}"
        keyword = _name(word, MAX_KEYWORD)
        if keyword == "AUTH":
            offered.update(dict.fromkeys(_name(each, MAX_MECHANISM) for each in parameters.split()))
        if keyword in NEEDED or (keyword and len(keywords) < MOST_KEYWORDS):
            keywords[keyword] = parameters.strip()[:MAX_PARAMETERS]
    if "AUTH" in keywords:
        offered.pop("", None)
        kept = (name for n, name in enumerate(offered) if n < MOST_MECHANISMS or name in NAMES)
        keywords["AUTH"] = " ".join(kept)
    return Capabilities(lines[0].split(" ", 1)[0][:MAX_NAME], keywords, extended)


def _name(word: str, longest: int) -> str:
    """Return a name in upper case, "" if it is not one. It must be ASCII first: upper() turns some
    other letters into ASCII ones, or into two.
    """
    is_name = len(word) <= longest and word.isascii()
    return word.upper() if is_name and word.translate(_MARKS).isalnum() else ""


_MARKS = {ord("-"): "0", ord("_"): "0"}
