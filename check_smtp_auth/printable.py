"""Text made safe for whoever gets it: terminals, monitors, shells, web pages. Pure."""

from __future__ import annotations

# A first line, and any other, stays well below what monitors keep.
LINE_LIMIT = 900
# What text must not contain, and what it becomes.
HARMLESS = str.maketrans('|\\<>"`', "//()''")
# Other forms of these, which become the plain ones where text is turned into an 8-bit code page.
WIDE = str.maketrans(
    "\uff5c\uff3c\ufe68\u2216\uff1c\ufe64\u2039\u2329\u3008\uff1e\ufe65\u203a\u232a\u3009"
    "\uff02\uff40\uff04\ufe69",
    "////((((()))))''$$",
)
# Characters that are letters, marks or symbols by name, but cannot be seen; variation selectors
# cannot either.
INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
# What no name may contain, since it would end the name in some output format.
FORBIDDEN = str.maketrans(dict.fromkeys("\"'|;=[]\\", "_"))
LONGEST_NAME = 100


def clean(text: str, limit: int = LINE_LIMIT) -> str:
    """Return text on one line that does no harm wherever it goes: on a terminal, in a monitor, in
    a shell command or ``printf %b`` that passes it on, on a page that shows it unescaped.

    All output passes here. What is not printable, or cannot be seen, becomes a blank; the bar
    that starts perfdata and the backslash become a slash, angle brackets round ones, double
    quotes and backticks an apostrophe, and nothing is left that a shell would run. Runs of blanks
    become one; what is longer than the limit is cut and says so. JSON of such text needs no
    backslash.
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_safe, text)).translate(WIDE)
    text = " ".join(text.translate(HARMLESS).split())
    if "$" in text:
        text = text.replace("$(", "$ (").replace("${", "$ {")
    return text if len(text) <= limit else f"{text[: limit - 4]} ..."


def as_name(text: str) -> str:
    """Return a name as monitors take it; two names may become the same one."""
    return clean(text, LONGEST_NAME).translate(FORBIDDEN)


def _safe(character: str) -> str:
    """Replace a character that must not be printed: controls, marks that turn text round or
    hide in it, halves of surrogate pairs, and what is a letter by name and shows as nothing.
    """
    hidden = character in INVISIBLE or 0xFE00 <= ord(character) < 0xFE10
    hidden = hidden or 0xE0100 <= ord(character) < 0xE01F0
    return " " if hidden or not character.isprintable() else character
