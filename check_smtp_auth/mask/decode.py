"""Decodes octets in every way in which a server may have encoded a secret, without knowing where
the encoding begins. Pure.

Each decoder takes any octets, and yields what they decode to at each place where the encoding may
begin, with noise around it. Octets that are not in that encoding decode to noise only.
"""

from __future__ import annotations

import re
from binascii import a2b_base64
from struct import pack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Callable

    Decoder = Callable[[bytes], Iterator[bytes]]

DIGITS = b"0123456789"
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_LETTERS = _SMALL + _SMALL.upper()
_VISIBLE = bytes(range(0x21, 0x7F))
HEXADECIMAL = DIGITS + _SMALL[:6]
# Fewer digits than these, which make four octets or more, are not decoded.
LEAST, _LEAST_BASE85 = 8, 5


def _all_but(octets: bytes) -> bytes:
    """Return all other octets."""
    return bytes(set(range(256)) - set(octets))


_BASE64 = _SMALL.upper() + _SMALL + DIGITS + b"+/"
_NO_BASE64 = _all_but(_BASE64)
_FROM_URL = bytes.maketrans(b"-_", b"+/")
_FROM_UU = bytes.maketrans(bytes(range(0x20, 0x61)) + _SMALL, _BASE64 + b"A" + b"\0" * 26)
_BASE32 = _SMALL + b"234567"
_BASE32_HEX = DIGITS + _SMALL[:22]
# By base: the prefix that numbers may have, the octets that are not digits, and the translation of
# digits to those of Python.
_HEXADECIMAL_ROW = (16, b"0x", _all_but(HEXADECIMAL), None)
_RARE_ROWS = (
    (2, b"0b", _all_but(b"01"), None),
    (32, b"", _all_but(_BASE32), bytes.maketrans(_BASE32, _BASE32_HEX)),
    (32, b"", _all_but(_BASE32_HEX), None),
)
_NUMBERS = bytes(octet if octet in DIGITS else 0x20 for octet in range(256))
_CODES = {most: re.compile(rb"[0-9]{1,%d}" % most) for most in (3, 8)}
_BASE85 = (
    bytes(range(0x21, 0x76)),  # Adobe's
    DIGITS + _SMALL.upper() + _SMALL + b"!#$%&()*+-;<=>?@^_`{|}~",  # RFC 1924
    DIGITS + _SMALL + _SMALL.upper() + b".-:+=^!/*?&<>()[]{}@%$#",  # ZeroMQ's
)
_NO_DIGIT = 0xFF
_FROM_BASE85 = tuple(
    bytes(max(alphabet.find(octet), -1) & _NO_DIGIT for octet in range(256)) for alphabet in _BASE85
)
# What may surround a word, except for the digits of base64url.
_AROUND = bytes.maketrans(b":,;*#'\"`()[]{}<>\\|~", b" " * 19)
_TURNS = (
    bytes.maketrans(_VISIBLE, _VISIBLE[47:] + _VISIBLE[:47]),
    bytes.maketrans(
        DIGITS + _LETTERS, b"5678901234nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM"
    ),
    bytes.maketrans(_LETTERS, _SMALL[::-1] + _SMALL[::-1].upper()),
)


def _in_base64(octets: bytes) -> Iterator[bytes]:
    """Decode base64, and base64url."""
    yield from _by_sixes(octets)
    if b"-" in octets or b"_" in octets:
        yield from _by_sixes(octets.translate(_FROM_URL))


def _in_uu(octets: bytes) -> Iterator[bytes]:
    """Decode the digits of uuencode."""
    return _by_sixes(octets.translate(_FROM_UU))


def _by_sixes(octets: bytes) -> Iterator[bytes]:
    """Decode the digits of base64 at each alignment."""
    packed = octets.translate(None, _NO_BASE64)
    if len(packed) < LEAST:
        return
    made = a2b_base64(packed + b"A" * (-len(packed) % 4))
    yield made
    # From the second, third and fourth digit on: the same number, six bits further each time.
    number, size = int.from_bytes(made, "big"), len(made) + 1
    for start in (1, 2, 3):
        yield (number << 8 - 2 * start).to_bytes(size, "big")[start:]


def _in_hexadecimal(octets: bytes) -> Iterator[bytes]:
    """Decode hexadecimal."""
    return _in_digits(octets, *_HEXADECIMAL_ROW)


def _in_rare_bases(octets: bytes) -> Iterator[bytes]:
    """Decode binary digits, and base32 with either alphabet."""
    for row in _RARE_ROWS:
        yield from _in_digits(octets, *row)


def _in_digits(
    octets: bytes, base: int, before: bytes, others: bytes, digits: bytes | None
) -> Iterator[bytes]:
    """Decode digits of a few bits each as one number, shifted to each alignment at which its octets
    may end.
    """
    packed = octets.lower().replace(before, b"").translate(digits, others)
    bits = base.bit_length() - 1
    if len(packed) < LEAST:
        return
    number = int(packed, base)
    size = len(packed) * bits // 8 + 1
    for shift in range(0, 8, bits & -bits):
        yield (number >> shift).to_bytes(size, "big")


def _in_decimal(octets: bytes) -> Iterator[bytes]:
    """Decode decimal numbers, one for each octet."""
    return _as_codes(octets, 10, 3)


def _in_rare_codes(octets: bytes) -> Iterator[bytes]:
    """Decode octal and binary numbers, one for each octet."""
    yield from _as_codes(octets, 8, 3)
    yield from _as_codes(octets, 2, 8)


def _as_codes(octets: bytes, base: int, most: int) -> Iterator[bytes]:
    """Decode numbers of at most so many digits, one for each octet."""
    codes = _CODES[most].findall(b" ".join(octets.translate(_NUMBERS).split()))
    if len(codes) > 2:
        if base < 10:
            codes = [code for code in codes if not code.strip(DIGITS[:base])]
        yield bytes([number for code in codes if (number := int(code, base)) < 256])


def _in_base85(octets: bytes) -> Iterator[bytes]:
    """Decode base85 with each of its alphabets; words in lower case are left out."""
    words = (word for word in octets.split() if len(word) >= _LEAST_BASE85)
    text = b" ".join(word for word in words if not (word.isalpha() and word[1:].islower()))
    for alphabet in _FROM_BASE85:
        runs = [run for run in text.translate(alphabet).split(b"\xff") if len(run) >= _LEAST_BASE85]
        for start in range(5) if runs else ():
            parts = [run[start:] + b"\x54" * ((start - len(run)) % 5) for run in runs]
            yield _by_fives(bytes(5).join(parts))


def _by_fives(digits: bytes) -> bytes:
    """Decode whole groups of digits of base85."""
    groups = zip(*[iter(digits)] * 5)
    numbers = [(((a * 85 + b) * 85 + c) * 85 + d) * 85 + e & 0xFFFFFFFF for a, b, c, d, e in groups]
    return pack(f">{len(numbers)}I", *numbers)


def in_turns(octets: bytes) -> Iterator[bytes]:
    """Yield octets in ROT47, in ROT13 with the digits rotated by five, and with the alphabet
    reversed (Atbash).
    """
    return map(octets.translate, _TURNS)


def with_decoded(octets: bytes) -> Iterator[bytes]:
    """Yield octets, and what each word of them that is base64 by itself decodes to."""
    yield octets
    words = octets.translate(_AROUND).split()
    for word in [word for word in words if len(word) >= 4]:  # most words of noise are shorter
        word = word.rstrip(b"=.").translate(_FROM_URL)
        if 4 <= len(word) <= 400 and not word.strip(_BASE64):
            try:
                yield a2b_base64(word + b"=" * (-len(word) % 4))
            except ValueError:
                pass


FREQUENT: tuple[Decoder, ...] = (_in_base64, _in_decimal, _in_hexadecimal)
RARE: tuple[Decoder, ...] = (_in_rare_bases, _in_rare_codes, _in_base85, _in_uu)
