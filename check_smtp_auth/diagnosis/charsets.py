"""The encodings in which a text may be if a server does not use UTF-8. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Encodings that servers use instead of UTF-8.
ENCODINGS = (
    *("gb18030", "cp1251", "koi8_r", "big5", "shift_jis", "euc_jp", "euc_kr"),
    *("cp1250", "cp1254"),
)
LATIN = ENCODINGS[-2:]
# No text has these characters, whose octets are letters in other encodings.
CONTROLS = ("\u0080", "\u00a0")
# The most letters with accents in a row in a word in the Latin script.
LONGEST_RUN = 2


def readings(text: str) -> Iterator[str]:
    """Yield a text that is not ASCII and, unless it was UTF-8, its readings in other encodings.

    What is not UTF-8 has been decoded as Latin-1 (``smtp.reply``), which loses nothing.
    """
    yield text
    try:
        octets = text.encode("latin-1")
    except UnicodeError:  # it was UTF-8
        return
    read = {text}
    for encoding in LATIN if _is_latin(text) else ENCODINGS:
        try:
            other = octets.decode(encoding)
        except UnicodeError:
            continue
        if other not in read:
            read.add(other)
            yield other


def _is_latin(text: str) -> bool:
    """Tell whether a text that may be in any encoding is in the Latin script, in whose words
    letters with accents are rare.

    In the encodings of other scripts, at least the first octet of each character is not ASCII.
    """
    high = low = 0
    for word in text.split():
        if word.isascii():
            continue
        run = 0
        for character in word:
            run = 0 if character.isascii() else run + 1
            if run > LONGEST_RUN or CONTROLS[0] <= character < CONTROLS[1]:
                return False
            high += run > 0
            low += character.isascii() and character.isalpha()
    return high < low
