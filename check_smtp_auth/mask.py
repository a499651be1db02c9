"""What others print of a secret, replaced by stars: in a text, and in a whole observation. Pure."""

from __future__ import annotations

from binascii import b2a_base64

from .secret import STARS
from .smtp.reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .observation import Certificate, MechanismFacts, Observation, TLSFacts
    from .secret import Secret
    from .smtp.capabilities import Capabilities

# Shorter secrets are masked as whole words only, else they would riddle every sentence.
_SHORT = 4
# Fragments of base64 shorter than this are found in innocent text by chance.
_SHORTEST_FRAGMENT = 6
_UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"


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
    lower = _in_lower_case(text)
    start = lower.find(form)
    while start >= 0:
        text = text[:start] + STARS + text[start + len(form) :]
        lower = lower[:start] + STARS + lower[start + len(form) :]
        start = lower.find(form)
    return text


def _in_lower_case(text: str) -> str:
    """Fold the case of ASCII letters alone: others may have a lower case of two letters."""
    if text.isascii():
        return text.lower()
    return "".join(each.lower() if each.isascii() else each for each in text)


def masked(seen: Observation, mask: Mask) -> Observation:
    """Return the observation with every text that came from the server masked."""
    failure = seen.failure
    if failure is not None:
        failure = failure.replace(
            detail=mask.line(failure.detail), reply=_reply(failure.reply, mask)
        )
    return seen.replace(
        tls=_tls(seen.tls, mask),
        before_tls=_capabilities(seen.before_tls, mask),
        capabilities=_capabilities(seen.capabilities, mask),
        skipped={mask.line(name): why for name, why in seen.skipped.items()},
        mechanism_facts=_facts(seen.mechanism_facts, mask),
        exchanges=tuple(each.replace(reply=_reply(each.reply, mask)) for each in seen.exchanges),
        failure=failure,
    )


def _reply(reply: Reply | None, mask: Mask) -> Reply | None:
    """Mask a reply."""
    return Reply(reply.code, mask.lines(reply.lines)) if reply else None


def _values(values: dict[str, str], mask: Mask) -> dict[str, str]:
    """Mask names and values."""
    return {mask.line(name): mask.line(value) for name, value in values.items()}


def _facts(facts: MechanismFacts, mask: Mask) -> MechanismFacts:
    """Mask what a mechanism was shown; a number is left out if it is the secret."""
    number = str(facts.iterations)
    return facts.replace(
        iterations=facts.iterations if mask.line(number) == number else None,
        error=mask.line(facts.error),
        token_status=mask.line(facts.token_status),
        token_scope=mask.line(facts.token_scope),
    )


def _capabilities(seen: Capabilities | None, mask: Mask) -> Capabilities | None:
    """Mask the server's description of itself."""
    if seen is None:
        return None
    return seen.replace(name=mask.line(seen.name), keywords=_values(seen.keywords, mask))


def _tls(facts: TLSFacts | None, mask: Mask) -> TLSFacts | None:
    """Mask the texts of the certificates."""
    if facts is None or facts.certificate is None:
        return facts
    chain = tuple(_certificate(each, mask) for each in facts.chain)
    own = chain[0] if chain else _certificate(facts.certificate, mask)
    namesakes = tuple(_certificate(each, mask) for each in facts.namesakes)
    return facts.replace(certificate=own, chain=chain, namesakes=namesakes)


def _certificate(seen: Certificate, mask: Mask) -> Certificate:
    """Mask the texts of a certificate."""
    return seen.replace(
        subject=mask.line(seen.subject),
        issuer=mask.line(seen.issuer),
        names=tuple(map(mask.line, seen.names)),
        issuer_organisation=mask.line(seen.issuer_organisation),
    )
