"""Secrets that do not print themselves, and the masking of what others print of them. Pure."""

from __future__ import annotations

from binascii import b2a_base64

STARS = "***"
# Shorter secrets are masked as whole words only, else they would riddle every sentence.
_SHORT = 4
# Fragments of base64 shorter than this are found in innocent text by chance.
_SHORTEST_FRAGMENT = 6
_UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"


class Secret:
    """Octets that show as stars wherever a value is printed, formatted or pickled.

    Compare with ``==``; read with ``reveal()``, which is the word to search the code for.
    """

    __slots__ = ("_octets",)

    def __init__(self, octets: bytes) -> None:
        """Wrap the octets."""
        self._octets = octets

    def reveal(self) -> bytes:
        """Return the octets themselves."""
        return self._octets

    def __repr__(self) -> str:
        """Stars."""
        return STARS

    def __eq__(self, other: object) -> bool:
        """Tell whether both wrap the same octets."""
        return isinstance(other, Secret) and self._octets == other._octets

    def __hash__(self) -> int:
        """Hash alike for all, so that a hash tells nothing either."""
        return hash(Secret)

    def __reduce__(self) -> tuple[type, tuple[bytes]]:
        """Refuse to be pickled or copied into a state file."""
        raise TypeError("a Secret is not to be stored")


class Mask:
    """Replaces a secret by stars in text that came from elsewhere, in the forms it may take.

    These are: as it is, in hexadecimal, percent-encoded, in base64 at any alignment (a
    server may echo the whole AUTH line), and whatever ``also_hide`` was told of.
    """

    def __init__(self, secret: Secret) -> None:
        """Prepare the forms of one secret."""
        octets = secret.reveal()
        self._words: list[str] = []
        self._forms: list[str] = []
        self._coded: list[str] = []  # in lower case: case tells nothing in them
        if octets:
            plain = octets.decode("utf-8", "replace")
            (self._words if len(plain) < _SHORT else self._forms).append(plain)
            if len(octets) >= _SHORT:
                self._forms.append(octets.decode("latin-1"))
                self._coded = [_percent(octets).lower(), octets.hex()]
            self._forms += _base64_fragments(octets)

    def also_hide(self, line: bytes) -> None:
        """Mask this line too: a response as it was sent, in base64."""
        if len(line) >= _SHORTEST_FRAGMENT:
            self._forms.insert(0, line.decode("ascii", "replace"))

    def line(self, text: str) -> str:
        """Return one line with every form of the secret replaced."""
        for form in self._forms:
            if form in text:
                text = text.replace(form, STARS)
        for form in self._coded:
            text = _replace_coded(text, form)
        for word in self._words:
            if word in text:
                text = _replace_word(text, word)
        return text

    def lines(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Return the lines masked; all of them where the secret was folded across two."""
        masked = tuple(map(self.line, lines))
        pieces = [_without_status(line) for line in masked]
        for joined in ("".join(pieces), " ".join(pieces)):
            if self.line(joined) != joined:
                return tuple(STARS for _ in lines)
        return masked


def _without_status(line: str) -> str:
    """Take off what a server repeats at the start of each line: the enhanced status code."""
    first, _, rest = line.strip().partition(" ")
    is_code = first.count(".") == 2 and first.replace(".", "").isdigit()
    return rest.strip() if is_code else line.strip()


def _percent(octets: bytes) -> str:
    """Percent-encode all but letters, digits and the unreserved marks of RFC 3986."""
    return "".join(chr(octet) if octet in _UNRESERVED else f"%{octet:02x}" for octet in octets)


def _base64_fragments(octets: bytes) -> list[str]:
    """Base64 of the octets as it looks when zero, one or two others stand before them.

    Characters that depend on what stands before or behind are left out.
    """
    fragments = []
    for before in range(3):
        encoded = b2a_base64(b"\0" * before + octets, newline=False).rstrip(b"=").decode()
        first = (before * 8 + 5) // 6
        last = (before + len(octets)) * 8 // 6
        if last - first >= _SHORTEST_FRAGMENT:
            fragments.append(encoded[first:last])
    return fragments


def _replace_word(text: str, word: str) -> str:
    """Replace a short word where no letter or digit touches it."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        inside = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
        text = text if inside else text[:start] + STARS + text[end:]
        start = text.find(word, start + (1 if inside else len(STARS)))
    return text


def _replace_coded(text: str, form: str) -> str:
    """Replace a form in lower case wherever it stands, in whatever case."""
    # Character by character: some letters have a lower case of two.
    lower = "".join(c.lower() if c.isascii() else c for c in text)
    start = lower.find(form)
    while start >= 0:
        text = text[:start] + STARS + text[start + len(form) :]
        lower = lower[:start] + STARS + lower[start + len(form) :]
        start = lower.find(form)
    return text
