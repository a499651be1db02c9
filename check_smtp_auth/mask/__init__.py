"""Hides a secret that others print: in a text, in a reply, in a whole observation. Pure.

Every check needs to know whether there is anything to hide. ``disguise`` finds the secret in any
form, in what ``unravel`` unwraps; ``hide`` masks an observation that contains the secret.
"""

from __future__ import annotations

from binascii import Error, a2b_base64
from functools import lru_cache

from ..smtp.reply import enhanced_code
from .texts import certified, earlier, joined, later, without_status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Callable

    from ..observation import Observation
    from ..secret import Secret
    from .disguise import Finder

HIDDEN = "[a line that held the secret]"
# Where the search took too long.
UNREAD = "[a line not searched for the secret]"
NOT_SHOWN = (HIDDEN, UNREAD)
# A secret of fewer characters counts as an echo only where it stands as a word.
_SHORT = 6
# The words of servers that accept a login. All others are searched, which takes longer.
_SAID = (
    "ehlo helo auth plain login cram-md5 scram-sha-1 scram-sha-256 scram-sha-512 scram-sha-1-plus "
    "scram-sha-256-plus scram-sha-512-plus xoauth2 oauthbearer gssapi ntlm external digest-md5 "
    "auth=plain auth=login starttls size pipelining 8bitmime etrn dsn enhancedstatuscodes chunking "
    "binarymime smtputf8 vrfy expn help limits mailmax rcptmax dsn requiretls future release "
    "esmtp smtp postfix exim dovecot sendmail service ready start begin go ahead tls with to for "
    "at your of is hello hi greets greetings pleased meet you welcome accepted authentication "
    "successful succeeded success ok okay go bye goodbye closing connection transmission channel "
    "debian gnu ubuntu debian/gnu debian/gnu/linux error failed invalid credentials rejected "
    "user name or password not username and the mail "
    # The prompts of AUTH LOGIN, in base64.
    "vxnlcm5hbwu6 ugfzc3dvcmq6 vxnlciboyw1laa== ugfzc3dvcmqa"
)
_PROTOCOL = frozenset(_SAID.split())
# The octets of a secret are at least so many letters and digits in base64.
_CODE = 8
_APART = str.maketrans("._-=:/@", " " * 7)
_ROT13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
_EDGES = "()[]<>,;:!'\""


class Mask:
    """Hides one secret in texts from elsewhere, in whatever form (see ``disguise``). The whole line
    is hidden, since the rest of it would let anybody guess the secret. A secret that is short, or a
    word that servers use, is replaced by stars where it stands as a word. ``public`` are names that
    the server has from us. Once it is ``late``, everything not yet searched is hidden.
    """

    def __init__(
        self,
        secret: Secret,
        public: Iterable[str | None] = (),
        late: Callable[[], bool] = lambda: False,
    ) -> None:
        """Take the secret. The search for it is prepared only once there is something to search."""
        self._late = late
        octets = secret.reveal()
        self._secrets = [octets] if octets else []
        self._messages: list[bytes] = []
        self._public = frozenset([name.casefold() for name in public if name])
        self._word = octets.decode("utf-8", "replace").strip()
        self._is_word = 0 < len(self._word) < _SHORT or self._word.lower() in _PROTOCOL
        # If so, it may stand in a text whose words are all known.
        words = self._word.lower().split()
        self._is_prose = self._is_word or any(word.strip(_EDGES) in _PROTOCOL for word in words)
        self._made: Finder | None = None
        self._pieces: tuple[str, ...] = ()

    def also_hide(self, line: bytes) -> None:
        """Hide a response too, as it was sent, in base64. The part of it that proves the secret
        (SCRAM, CRAM-MD5) is hidden in part as well. A response with only public names is not
        hidden.
        """
        try:
            octets = a2b_base64(line)
        except Error:
            octets = line
        self._made = None
        if any(secret in octets for secret in self._secrets):
            self._messages += [line] if len(line) >= _SHORT else []
            return
        _, mark, proof = octets.rpartition(b",p=")  # SCRAM
        digest = octets.rpartition(b" ")[2]  # CRAM-MD5
        if mark or len(digest) == 32:
            self._secrets.append(proof if mark else digest)
        elif not octets.isascii():  # NTLM, GSSAPI
            self._messages.append(line)

    def finds(self, texts: Iterable[str], among: int = 1) -> bool:
        """Tell whether there is anything to hide in any of these texts, or in all of them joined.
        ``among`` is how many such searches share the time for one.
        """
        if not self._secrets and not self._messages:
            return False
        unknown = [word for text in texts for word in self._unknown(text)]
        text = "\n".join(unknown)
        return bool(unknown) and (self._starred(text) != text or self._finder.finds(text, among))

    def _unknown(self, text: str) -> list[str]:
        """Return the words of a text that may belong to the secret; none if they are too short."""
        if self._is_prose:
            return [text] if text else []
        words = self._not_public(text)
        long = sum(map(len, words))
        if long < _SHORT:
            return []
        digits = sum(len(word) for word in words if word.isdigit())
        # If the secret contains digits, any digit may belong to it, in pieces too.
        return words if long - digits >= _SHORT or digits >= 2 * _SHORT or self._digits else []

    def may_be_in(self, texts: Iterable[str], encoded: bool) -> bool:
        """Tell whether texts from before the server had the secret are worth a search: they contain
        a piece of the secret or, if they may be ``encoded``, a word that looks like an encoding.
        """
        text = " ".join(texts)
        self._pieces = self._pieces or _pieces_of(self._word)
        if self._is_prose or not self._pieces:
            return bool(self._secrets)
        if any(map(_turned(text).__contains__, self._pieces)):
            return True
        words = self._not_public(text) if encoded else []
        return bool(words) and self._may_be_encoded(" ".join(words))

    def _may_be_encoded(self, words: str) -> bool:
        """Tell whether words that mean nothing to us contain what looks like an encoding."""
        parts = (part for part in words.translate(_APART).split() if len(part) >= _CODE)
        return any(mark in words for mark in "%&\\") or not all(map(self._is_no_code, parts))

    def _is_no_code(self, part: str) -> bool:
        """Tell whether a word of letters and digits is certainly neither base64 nor hexadecimal."""
        if part.isdigit():
            return not self._digits and len(part) < 2 * _SHORT
        return part.isalpha() and (part.islower() or part.isupper())

    def line(self, text: str, among: int = 1) -> str:
        """Return one line as it may be shown; ``among`` is how many lines came together."""
        if not self.finds((text,), among):
            return text
        said = without_status(text)
        starred = self._starred(said)
        if self._finder.finds(starred, among):
            return self.hidden(text)
        return text if starred == said else text.replace(said, starred)

    def lines(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Return the lines of a reply as they may be shown. If the secret is folded over some
        lines, all of these are hidden.
        """
        if not self.finds((joined(lines),)):
            return lines
        from .hide import hide_lines  # not needed if nothing is found

        return hide_lines(self, lines)

    def is_folded_over(self, lines: Sequence[str]) -> bool:
        """Tell whether some lines together contain anything to hide; no lines contain nothing."""
        text = "\n".join(map(without_status, lines))
        return bool(text) and (self._starred(text) != text or self._finder.finds(text))

    def hidden(self, line: str) -> str:
        """Return the text shown in place of a hidden line, after its enhanced status code if it has
        one.
        """
        status = line.split(" ", 1)[0]
        why = UNREAD if self._made is not None and self._made.gave_up else HIDDEN
        return f"{status} {why}" if enhanced_code(status) else why

    @property
    def _finder(self) -> Finder:
        """The search for the secret, prepared when it is first needed."""
        if self._made is None:
            from .disguise import Finder

            self._made = Finder(self._secrets, self._messages, self._public, self._late)
        return self._made

    @property
    def _digits(self) -> bool:
        """Whether there is a digit in the secret."""
        return any(map(str.isdigit, self._word))

    def _not_public(self, text: str) -> list[str]:
        """Return the words of a text that are neither words of the protocol nor names that the
        server has from us.
        """
        words = _strange(text)
        if not (words and any(map(text.lower().__contains__, self._public))):
            return list(words)
        return [word for word in words if word.strip(_EDGES).lower() not in self._public]

    def _starred(self, text: str) -> str:
        """Return a text with stars in place of a secret that may stand as a word."""
        if not (self._is_word or self._word.isalpha()):
            return text
        from .stars import is_ordinary, starred

        made = starred(text, self._word)
        return made if made == text or self._is_word or is_ordinary(self._word.lower()) else text


@lru_cache(16)  # a server sends the same texts to all accounts
def _strange(text: str) -> tuple[str, ...]:
    """Return the words of a server's text that are not words of the protocol."""
    words = text.split()
    known = {word for word in set(words) if is_protocol(word.strip(_EDGES).lower())}
    return tuple([word for word in words if word not in known])


def is_protocol(word: str) -> bool:
    """Tell whether a word, in lower case, is one of the protocol, or one that all servers use."""
    return word in _PROTOCOL or (word[1:2] == "." and enhanced_code(word))


def _alphanumeric(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


@lru_cache(16)  # never called with a secret
def _turned(text: str) -> str:
    """Return a text's letters and digits forwards and backwards, as they are and in ROT13."""
    plain = _alphanumeric(text)
    return "\n".join(each[::way] for each in (plain, plain.translate(_ROT13)) for way in (1, -1))


def _pieces_of(secret: str) -> tuple[str, ...]:
    """Return pieces of a secret; every long part of the secret contains one of them."""
    word = _alphanumeric(secret)
    if len(word) < _SHORT:
        return ()
    # Four characters, beginning at every third one.
    return tuple(map("".join, zip(word[::3], word[1::3], word[2::3], word[3::3])))


def masked(seen: Observation, mask: Mask) -> Observation:
    """Return the observation, with the server's texts masked if they may contain the secret. A
    verified certificate is not searched for encodings, since no trusted authority signs these.
    """
    if (
        mask.finds(later(seen))
        or mask.may_be_in(earlier(seen), encoded=True)
        or mask.may_be_in(certified(seen), encoded=not (seen.tls and seen.tls.verified))
    ):
        from .hide import hide

        return hide(seen, mask)
    return seen
