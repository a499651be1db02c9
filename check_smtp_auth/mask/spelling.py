"""In how many ways one and the same text may be spelt. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ROT13 = bytes.maketrans(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    b"nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM",
)


def spellings(secret: bytes) -> Iterator[bytes]:
    """Yield a secret as it may be spelt: in small letters, in each way that Unicode has for
    those that are not ASCII, with and without their case, in Latin-1 and in UTF-16.
    """
    yield secret.lower()
    if secret.isascii():
        return
    from unicodedata import normalize

    text = secret.decode("utf-8", "replace")
    texts = {secret.decode("latin-1"), *(normalize(form, text) for form in ("NFC", "NFD", "NFKC"))}
    for each in texts | {each.casefold() for each in texts}:
        encodings = ("utf-8", "utf-16-le", "utf-16-be", *["latin-1"] * (max(each) <= "\xff"))
        yield from (each.encode(encoding).lower() for encoding in encodings)


def turned(octets: bytes) -> Iterator[bytes]:
    """Yield octets as they are, backwards (by characters), and both by 13 letters."""
    backwards = octets[::-1]
    if not octets.isascii():
        text = octets.decode("utf-8", "surrogateescape")
        backwards = text[::-1].encode("utf-8", "surrogateescape")
    for each in (octets, backwards):
        yield each
        yield each.translate(_ROT13)


def length(octets: bytes) -> int:
    """The number of characters in octets; each of these that is no UTF-8 is one by itself."""
    return len(octets.decode("utf-8", "surrogateescape"))
