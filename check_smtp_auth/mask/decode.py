"""Decodes octets in every way in which a server may have encoded a secret, without knowing where
that begins. Pure.

Each decoder takes any octets, and yields what they are if they are in its code: at each place
where it may begin, with noise around. Of what is not in it, all is noise.
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
# Of fewer digits nothing is made, which are four octets or more.
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
# By base: what may stand before each number, what is no digit, and what Python has for those that
# are.
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
# What may be around a word, but for what is in base64 for URLs.
_AROUND = bytes.maketrans(b":,;*#'\"`()[]{}<>\\|~", b" " * 19)
_TURNS = (
    bytes.maketrans(_VISIBLE, _VISIBLE[47:] + _VISIBLE[:47]),
    bytes.maketrans(
        DIGITS + _LETTERS, b"5678901234nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM"
    ),
    bytes.maketrans(_LETTERS, _SMALL[::-1] + _SMALL[::-1].upper()),
)


def _in_base64(octets: bytes) -> Iterator[bytes]:
    """In base64, also for URLs."""
    yield from _by_sixes(octets)
    if b"-" in octets or b"_" in octets:
        yield from _by_sixes(octets.translate(_FROM_URL))


def _in_uu(octets: bytes) -> Iterator[bytes]:
    """In uuencode's digits."""
    return _by_sixes(octets.translate(_FROM_UU))


def _by_sixes(octets: bytes) -> Iterator[bytes]:
    """In digits of base64."""
    packed = octets.translate(None, _NO_BASE64)
    if len(packed) < LEAST:
        return
    made = a2b_base64(packed + b"A" * (-len(packed) % 4))
    yield made
    # From the second digit on, the third and the fourth: the same, by six bits further each.
    number, size = int.from_bytes(made, "big"), len(made) + 1
    for start in (1, 2, 3):
        yield (number << 8 - 2 * start).to_bytes(size, "big")[start:]


def _in_hexadecimal(octets: bytes) -> Iterator[bytes]:
    """In hexadecimal."""
    return _in_digits(octets, *_HEXADECIMAL_ROW)


def _in_rare_bases(octets: bytes) -> Iterator[bytes]:
    """In binary digits and in base32, with either alphabet."""
    for row in _RARE_ROWS:
        yield from _in_digits(octets, *row)


def _in_digits(
    octets: bytes, base: int, before: bytes, others: bytes, digits: bytes | None
) -> Iterator[bytes]:
    """In digits of some bits each: as a number, without so many bits at its end that octets end
    there.
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
    """As numbers, each an octet."""
    return _as_codes(octets, 10, 3)


def _in_rare_codes(octets: bytes) -> Iterator[bytes]:
    """As octal or binary numbers, each an octet."""
    yield from _as_codes(octets, 8, 3)
    yield from _as_codes(octets, 2, 8)


def _as_codes(octets: bytes, base: int, most: int) -> Iterator[bytes]:
    """As numbers of so many digits each at most, each an octet."""
    codes = _CODES[most].findall(b" ".join(octets.translate(_NUMBERS).split()))
    if len(codes) > 2:
        if base < 10:
            codes = [code for code in codes if not code.strip(DIGITS[:base])]
        yield bytes([number for code in codes if (number := int(code, base)) < 256])


def _in_base85(octets: bytes) -> Iterator[bytes]:
    """In base85, with each of its alphabets; words of small letters are left out."""
    words = (word for word in octets.split() if len(word) >= _LEAST_BASE85)
    text = b" ".join(word for word in words if not (word.isalpha() and word[1:].islower()))
    for alphabet in _FROM_BASE85:
        runs = [run for run in text.translate(alphabet).split(b"\xff") if len(run) >= _LEAST_BASE85]
        for start in range(5) if runs else ():
            parts = [run[start:] + b"\x54" * ((start - len(run)) % 5) for run in runs]
            yield _by_fives(bytes(5).join(parts))


def _by_fives(digits: bytes) -> bytes:
    """Read digits of base85, in whole groups."""
    groups = zip(*[iter(digits)] * 5)
    numbers = [(((a * 85 + b) * 85 + c) * 85 + d) * 85 + e & 0xFFFFFFFF for a, b, c, d, e in groups]
    return pack(f">{len(numbers)}I", *numbers)


def in_turns(octets: bytes) -> Iterator[bytes]:
    """Turned by 47 characters, by 13 letters with digits by five, and with letters from the end of
    the alphabet.
    """
    return map(octets.translate, _TURNS)


def with_decoded(octets: bytes) -> Iterator[bytes]:
    """Yield octets, and each word of them that is something in base64 by itself."""
    yield octets
    words = octets.translate(_AROUND).split()
    for word in [word for word in words if len(word) >= 4]:  # of noise, most are shorter
        word = word.rstrip(b"=.").translate(_FROM_URL)
        if 4 <= len(word) <= 400 and not word.strip(_BASE64):
            try:
                yield a2b_base64(word + b"=" * (-len(word) % 4))
            except ValueError:
                pass


FREQUENT: tuple[Decoder, ...] = (_in_base64, _in_decimal, _in_hexadecimal)
RARE: tuple[Decoder, ...] = (_in_rare_bases, _in_rare_codes, _in_base85, _in_uu)
