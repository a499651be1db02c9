"""In what other encodings a text may be, where a server wrote it in one without saying so. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Other encodings that servers write in without saying so, for what is not UTF-8.
ENCODINGS = (
    *("gb18030", "cp1251", "koi8_r", "big5", "shift_jis", "euc_jp", "euc_kr"),
    *("cp1250", "cp1254"),
)
LATIN = ENCODINGS[-2:]
# No text has these, and other encodings have letters there.
CONTROLS = ("\u0080", "\u00a0")
# Of a word in the Latin script so many letters with accents stand together.
LONGEST_RUN = 2


def readings(text: str) -> Iterator[str]:
    """Yield a text that is not ASCII; and as it reads in other encodings, if it was not UTF-8.

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
    """Tell whether a text that may be in any encoding is in the Latin script: in words of that,
    letters with accents are few and far between.

    In the other scripts' encodings a character begins with an octet beyond ASCII at least.
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
