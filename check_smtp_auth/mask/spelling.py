"""The ways in which one and the same text may be spelt. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ROT13 = bytes.maketrans(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    b"nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM",
)


def spellings(secret: bytes) -> Iterator[bytes]:
    """Yield a secret as it may be spelt: in lower case and, if it is not ASCII, in each normal form
    of Unicode, with and without folded case, in UTF-8, UTF-16 and Latin-1.
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
    """Yield octets as they are, backwards (by characters), and both in ROT13."""
    backwards = octets[::-1]
    if not octets.isascii():
        text = octets.decode("utf-8", "surrogateescape")
        backwards = text[::-1].encode("utf-8", "surrogateescape")
    for each in (octets, backwards):
        yield each
        yield each.translate(_ROT13)


def length(octets: bytes) -> int:
    """Return the number of characters in octets; each octet that is not UTF-8 counts as one."""
    return len(octets.decode("utf-8", "surrogateescape"))


def windows(octets: bytes, size: int) -> Iterator[str]:
    """Yield each run of so many characters in octets; what is no UTF-8 is escaped."""
    text = octets.decode("utf-8", "surrogateescape")
    return (text[at : at + size] for at in range(len(text) - size + 1))


def same_case(octets: bytes) -> bytes:
    """Return octets with non-ASCII letters case-folded; what is not UTF-8 is read as Latin-1."""
    try:
        return octets.decode("utf-8").casefold().encode()
    except UnicodeDecodeError:
        return octets.decode("latin-1").casefold().encode()
