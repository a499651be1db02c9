"""What a server may make of a secret that it repeats: a table of forms, each with its name."""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import json
import string
import unicodedata
from typing import Callable
from urllib.parse import quote

Form = Callable[[str], str]
USER = "finance@example.test"


def b64(octets: bytes) -> str:
    """Base64 as text."""
    return base64.b64encode(octets).decode()


def url64(octets: bytes) -> str:
    """Base64 for URLs, without padding."""
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")


def percent(text: str) -> str:
    """Every octet percent-encoded."""
    return "".join(f"%{octet:02X}" for octet in text.encode())


def printable(text: str) -> str:
    """Quoted-printable, every octet of it."""
    return "".join(f"={octet:02X}" for octet in text.encode())


def soft(text: str) -> str:
    """Quoted-printable, with soft breaks."""
    encoded = printable(text)
    return "=\r\n".join(encoded[at : at + 12] for at in range(0, len(encoded), 12))


def xtext(text: str) -> str:
    """RFC 3461's xtext, of every octet that may be encoded."""
    return "".join(f"+{octet:02X}" for octet in text.encode())


def some_xtext(text: str) -> str:
    """RFC 3461's xtext, of what has to be encoded."""
    return "".join(
        chr(octet) if 0x21 <= octet <= 0x7E and octet not in b"+=" else f"+{octet:02X}"
        for octet in text.encode()
    )


def units(text: str) -> list[int]:
    """UTF-16 code units, as JSON's escapes have them."""
    octets = text.encode("utf-16-be")
    return [int.from_bytes(octets[at : at + 2], "big") for at in range(0, len(octets), 2)]


def groups(text: str, size: int, between: str) -> str:
    """The text in groups."""
    return between.join(text[at : at + size] for at in range(0, len(text), size))


def wide(text: str) -> str:
    """Full-width forms of ASCII."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def rot13(text: str) -> str:
    """Letters turned by 13."""
    return codecs.encode(text, "rot13")


def plain(text: str) -> str:
    """PLAIN's message."""
    return f"\0{USER}\0{text}"


def b32(octets: bytes) -> str:
    """Base32 as text."""
    return base64.b32encode(octets).decode()


def binary(text: str, between: str = " ", before: str = "") -> str:
    """Every octet in binary digits."""
    return between.join(f"{before}{octet:08b}" for octet in text.encode())


def octal(text: str, between: str = " ", before: str = "") -> str:
    """Every octet in octal digits."""
    return between.join(f"{before}{octet:03o}" for octet in text.encode())


def uu(text: str) -> str:
    """Uuencode, line by line."""
    octets = text.encode()
    lines = (octets[at : at + 45] for at in range(0, len(octets), 45))
    return "".join(binascii.b2a_uu(line, backtick=True).decode() for line in lines)


def z85(octets: bytes) -> str:
    """ZeroMQ's base85, of whole groups."""
    digits = string.digits + string.ascii_letters + ".-:+=^!/*?&<>()[]{}@%$#"
    octets += bytes(-len(octets) % 4)
    made = []
    for at in range(0, len(octets), 4):
        number = int.from_bytes(octets[at : at + 4], "big")
        made += [digits[number // 85**place % 85] for place in range(4, -1, -1)]
    return "".join(made)


def turned(text: str, size: int, first: str, last: str) -> str:
    """The characters from a first to a last one, turned by so many."""
    start, many = ord(first), ord(last) - ord(first) + 1
    return "".join(
        chr(start + (ord(c) - start + size) % many) if first <= c <= last else c for c in text
    )


FORMS: dict[str, Form] = {
    "as it is": str,
    "in quotes": lambda s: f'"{s}"',
    "in brackets": lambda s: f"<{s}>",
    "twice": lambda s: s * 2,
    "twice, apart": lambda s: f"{s} {s}",
    "user and secret": lambda s: f"{USER}:{s}",
    "user and secret without anything between": lambda s: f"user{s}",
    "as a URL's login": lambda s: f"smtp://user:{s}@mail.example.test/",
    "as a field": lambda s: f"password={s}",
    "as JSON": lambda s: json.dumps({"password": s}),
    "as JSON, Unicode left": lambda s: json.dumps({"password": s}, ensure_ascii=False),
    "as a Python literal": repr,
    "as a Python literal in ASCII": ascii,
    "as octets in Python": lambda s: repr(s.encode()),
    "capitals": str.upper,
    "small letters": str.lower,
    "case swapped": str.swapcase,
    "first letter a capital": str.capitalize,
    "casefolded": str.casefold,
    "letters spaced": lambda s: " ".join(s),
    "letters with dashes": lambda s: "-".join(s),
    "letters with dots": lambda s: ".".join(s),
    "letters with commas": lambda s: ", ".join(s),
    "letters quoted": lambda s: " ".join(f"'{c}'" for c in s),
    "letters doubly quoted": lambda s: ",".join(f'"{c}"' for c in s),
    "letters in brackets": lambda s: "".join(f"[{c}]" for c in s),
    "letters with bars": lambda s: "|".join(s),
    "letters with slashes": lambda s: "/".join(s),
    "letters with underscores": lambda s: "_".join(s),
    "groups of four with blanks": lambda s: groups(s, 4, " "),
    "groups of four with dashes": lambda s: groups(s, 4, "-"),
    "groups of three with dots": lambda s: groups(s, 3, "."),
    "groups of two with colons": lambda s: groups(s, 2, ":"),
    "groups with two blanks": lambda s: groups(s, 3, "  "),
    "groups with tabs": lambda s: groups(s, 3, "\t"),
    "zero-width spaces between": "\u200b".join,
    "soft hyphens between": "\u00ad".join,
    "no-break blanks between": "\u00a0".join,
    "letters in colours": lambda s: "".join(f"\x1b[0;31m{c}" for c in s),
    "groups in titles": lambda s: groups(s, 2, "\x1b]0;a title\x07"),
    "letters in tags": lambda s: "".join(f'<b class="x">{c}</b>' for c in s),
    "words between": " stop ".join,
    "underlined": lambda s: "".join(f"{c}\u0332" for c in s),
    "each letter twice": lambda s: "".join(c * 2 for c in s),
    "backwards": lambda s: s[::-1],
    "backwards in capitals": lambda s: s[::-1].upper(),
    "backwards in base64": lambda s: b64(s[::-1].encode()),
    "octets backwards in base64": lambda s: b64(s.encode()[::-1]),
    "base64 backwards": lambda s: b64(s.encode())[::-1],
    "by 13 letters": rot13,
    "by 13 letters, backwards": lambda s: rot13(s)[::-1],
    "by 13 letters in base64": lambda s: b64(rot13(s).encode()),
    "base64 by 13 letters": lambda s: rot13(b64(s.encode())),
    "HTML, named": lambda s: html.escape(s),
    "HTML, all named": lambda s: "".join(f"&{n};" if (n := NAMES.get(c)) else c for c in s),
    "HTML, decimal": lambda s: "".join(f"&#{ord(c)};" for c in s),
    "HTML, decimal with zeros": lambda s: "".join(f"&#{ord(c):05};" for c in s),
    "HTML, decimal without semicolons": lambda s: "".join(f"&#{ord(c)}" for c in s),
    "HTML, hexadecimal": lambda s: "".join(f"&#x{ord(c):x};" for c in s),
    "HTML, hexadecimal in capitals": lambda s: "".join(f"&#X{ord(c):04X};" for c in s),
    "HTML twice": lambda s: html.escape("".join(f"&#{ord(c)};" for c in s)),
    "JSON, all escaped": lambda s: "".join(f"\\u{u:04x}" for u in units(s)),
    "JSON, all escaped in capitals": lambda s: "".join(f"\\u{u:04X}" for u in units(s)),
    "JSON twice": lambda s: json.dumps(json.dumps(s)),
    "JavaScript": lambda s: "".join(f"\\u{{{ord(c):x}}}" for c in s),
    "C, hexadecimal": lambda s: "".join(f"\\x{octet:02x}" for octet in s.encode()),
    "C, octal": lambda s: "".join(f"\\{octet:03o}" for octet in s.encode()),
    "a backslash before each": lambda s: "".join(f"\\{c}" for c in s),
    "xtext, all": xtext,
    "xtext": some_xtext,
    "quoted-printable, all": printable,
    "quoted-printable in small letters": lambda s: printable(s).lower(),
    "quoted-printable, soft breaks": soft,
    "an encoded word, Q": lambda s: f"=?utf-8?Q?{printable(s)}?=",
    "an encoded word, B": lambda s: f"=?utf-8?B?{b64(s.encode())}?=",
    "percent-encoded": lambda s: quote(s, safe=""),
    "percent-encoded, all": percent,
    "percent-encoded in small letters": lambda s: percent(s).lower(),
    "percent-encoded twice": lambda s: quote(percent(s), safe=""),
    "percent-encoded three times": lambda s: quote(quote(percent(s), safe=""), safe=""),
    "percent-encoded by Microsoft": lambda s: "".join(f"%u{u:04x}" for u in units(s)),
    "base64": lambda s: b64(s.encode()),
    "base64 without padding": lambda s: b64(s.encode()).rstrip("="),
    "base64 after one octet": lambda s: b64(b"x" + s.encode()),
    "base64 after two octets": lambda s: b64(b"xy" + s.encode() + b"z"),
    "base64 for URLs": lambda s: url64(s.encode()),
    "base64 for URLs, whole message": lambda s: url64(plain(s).encode()),
    "base64 with line ends": lambda s: base64.encodebytes(s.encode() * 4).decode(),
    "base64 in groups": lambda s: groups(b64(s.encode()), 4, " "),
    "base64 in groups with dashes": lambda s: groups(b64(s.encode()), 4, "-"),
    "base64 twice": lambda s: b64(b64(s.encode()).encode()),
    "base64 three times": lambda s: b64(b64(b64(s.encode()).encode()).encode()),
    "base64, percent-encoded": lambda s: quote(b64(s.encode()), safe=""),
    "base64 of percent-encoded": lambda s: b64(percent(s).encode()),
    "base64 of HTML": lambda s: b64("".join(f"&#{ord(c)};" for c in s).encode()),
    "base64 of UTF-16": lambda s: b64(s.encode("utf-16-le")),
    "base64 of UTF-16, other end": lambda s: b64(s.encode("utf-16-be")),
    "base64 right after a word": lambda s: f"got{b64(s.encode())}",
    "hexadecimal": lambda s: s.encode().hex(),
    "hexadecimal in capitals": lambda s: s.encode().hex().upper(),
    "hexadecimal with blanks": lambda s: s.encode().hex(" "),
    "hexadecimal with colons": lambda s: s.encode().hex(":"),
    "hexadecimal with dashes": lambda s: s.encode().hex("-"),
    "hexadecimal in words": lambda s: s.encode().hex(" ", 2),
    "hexadecimal with 0x": lambda s: ", ".join(f"0x{octet:02x}" for octet in s.encode()),
    "hexadecimal as one number": lambda s: f"0x{s.encode().hex()}",
    "hexadecimal in SQL": lambda s: f"X'{s.encode().hex()}'",
    "hexadecimal twice": lambda s: s.encode().hex().encode().hex(),
    "hexadecimal of base64": lambda s: b64(s.encode()).encode().hex(),
    "hexadecimal of UTF-16": lambda s: s.encode("utf-16-le").hex(),
    "base64 of hexadecimal": lambda s: b64(s.encode().hex().encode()),
    "a dump": lambda s: f"00000000  {s.encode().hex(' ')}  |{s}|",
    "decimal": lambda s: " ".join(str(octet) for octet in s.encode()),
    "a list of octets": lambda s: str(list(s.encode())),
    "decimal, three digits each": lambda s: ".".join(f"{octet:03}" for octet in s.encode()),
    "decimal, run together": lambda s: "".join(f"{octet:03}" for octet in s.encode()),
    "octal": octal,
    "octal with 0o": lambda s: octal(s, ", ", "0o"),
    "octal, run together": lambda s: octal(s, ""),
    "binary": binary,
    "binary, run together": lambda s: binary(s, ""),
    "binary with 0b": lambda s: binary(s, ", ", "0b"),
    "binary in Python": lambda s: ", ".join(map(bin, s.encode())),
    "binary, seven digits each": lambda s: " ".join(f"{octet:07b}" for octet in s.encode()),
    "binary in groups of four": lambda s: groups(binary(s, ""), 4, " "),
    "base32": lambda s: b32(s.encode()),
    "base32 in small letters": lambda s: b32(s.encode()).lower().rstrip("="),
    "base32 in groups": lambda s: groups(b32(s.encode()), 4, " "),
    "base32 after one octet": lambda s: f"got{b32(b'x' + s.encode())}",
    "base32 with the digits of hexadecimal": lambda s: b32(s.encode()).translate(HEX32),
    "base32, the message of PLAIN": lambda s: b32(plain(s).encode()),
    "base32 of base64": lambda s: b32(b64(s.encode() * 2).encode()),
    "base64 of base32": lambda s: b64(b32(s.encode()).encode()),
    "hexadecimal of base32": lambda s: b32(s.encode()).encode().hex(),
    "base32, percent-encoded": lambda s: percent(b32(s.encode())),
    "base85": lambda s: base64.b85encode(s.encode()).decode(),
    "base85 after a word": lambda s: f"password={base64.b85encode(s.encode()).decode()}",
    "base85 of PLAIN": lambda s: base64.b85encode(plain(s).encode()).decode(),
    "base85 of Adobe": lambda s: base64.a85encode(s.encode()).decode(),
    "base85 of Adobe, framed": lambda s: base64.a85encode(s.encode(), adobe=True).decode(),
    "base85 of ZeroMQ": lambda s: z85(s.encode()),
    "base64 of base85": lambda s: b64(base64.b85encode(s.encode())),
    "uuencode": uu,
    "by 47 characters": lambda s: turned(s, 47, "!", "~"),
    "by 13 letters and five digits": lambda s: turned(rot13(s), 5, "0", "9"),
    "the alphabet from its end": lambda s: s.translate(MIRRORED),
    "UTF-7": lambda s: s.encode("utf-7").decode(),
    "UTF-7 of everything": lambda s: f"+{b64(s.encode('utf-16-be')).rstrip('=')}-",
    "full-width": wide,
    "composed": lambda s: unicodedata.normalize("NFC", s),
    "decomposed": lambda s: unicodedata.normalize("NFD", s),
    "compatible": lambda s: unicodedata.normalize("NFKD", s),
    "UTF-8 taken for Latin-1": lambda s: s.encode().decode("latin-1"),
    "the message of PLAIN": plain,
    "the response of PLAIN": lambda s: b64(plain(s).encode()),
    "the line of PLAIN": lambda s: f"AUTH PLAIN {b64(plain(s).encode())}",
    "PLAIN with an authzid": lambda s: b64(f"boss@example.test{plain(s)}".encode()),
    "PLAIN in hexadecimal": lambda s: plain(s).encode().hex(),
    "PLAIN, NUL written out": lambda s: f"\\0{USER}\\0{s}",
    "the responses of LOGIN": lambda s: f"{b64(USER.encode())} {b64(s.encode())}",
    "HTTP's Basic": lambda s: f"Authorization: Basic {b64(f'{USER}:{s}'.encode())}",
    "XOAUTH2's": lambda s: b64(f"user={USER}\1auth=Bearer {s}\1\1".encode()),
    "OAUTHBEARER's": lambda s: b64(f"n,a={USER},\1auth=Bearer {s}\1\1".encode()),
    "XOAUTH2, written out": lambda s: f"user={USER}^Aauth=Bearer {s}^A^A",
}
HEX32 = str.maketrans(
    string.ascii_uppercase + "234567", string.digits + string.ascii_uppercase[:22]
)
MIRRORED = str.maketrans(
    string.ascii_letters, string.ascii_lowercase[::-1] + string.ascii_uppercase[::-1]
)
NAMES = {
    **{"!": "excl", "#": "num", "$": "dollar", "%": "percnt", "&": "amp", "'": "apos"},
    **{"(": "lpar", ")": "rpar", "*": "ast", "+": "plus", "/": "sol", ":": "colon"},
    **{";": "semi", "<": "lt", "=": "equals", ">": "gt", "?": "quest", "@": "commat"},
    **{"ä": "auml", "ö": "ouml", "ü": "uuml", "ß": "szlig", "é": "eacute"},
}
# Where a server cuts it; only for secrets that are longer.
CUTS: dict[str, Form] = {
    "the first six characters": lambda s: s[:6],
    "all but the last": lambda s: s[:-1],
    "all but the first": lambda s: s[1:],
    "the last six characters": lambda s: s[-6:],
    "six in the middle": lambda s: s[len(s) // 2 - 3 : len(s) // 2 + 3],
    "cut, with dots": lambda s: f"{s[:7]}...",
    "both ends": lambda s: f"{s[:6]}...{s[-6:]}",
    "the middle starred": lambda s: f"{s[:6]}***",
    "the first seven in base64": lambda s: b64(s[:7].encode()),
    "the last seven in hexadecimal": lambda s: s[-7:].encode().hex(),
    "the first six in capitals, backwards": lambda s: s[:6].upper()[::-1],
    "base64 cut": lambda s: b64(s.encode())[:14],
    "base64 without its begin": lambda s: b64(s.encode())[3:],
    "the first seven in base32": lambda s: b32(s[:7].encode()),
    "base32 cut": lambda s: b32(s.encode())[:16],
    "base32 without its begin": lambda s: b32(s.encode())[3:],
    "the last seven in binary": lambda s: binary(s[-7:]),
    "the last eight in base85": lambda s: base64.b85encode(s[-8:].encode()).decode(),
    "PLAIN cut": lambda s: b64(plain(s).encode())[:-6],
}
