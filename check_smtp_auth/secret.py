"""Secrets that do not print themselves, and what they prove. Pure."""

from __future__ import annotations

STARS = "***"
# The longest access or refresh token that is accepted, in octets. Entra's are the longest: with
# 200 groups and some roles in them they have some twelve thousand.
MAX_TOKEN = 32_000
# How refresh tokens begin: Google's, Entra's, and those of Microsoft's personal accounts.
REFRESH_TOKENS = (b"1//", b"0.A", b"1.A", b"M.C5", b"M.R3_")


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


class Proof:
    """What a credential proves itself with."""

    PASSWORD = "password"
    TOKEN = "access token"
    CERTIFICATE = "client certificate"
    TICKET = "Kerberos ticket"


def with_article(proof: str) -> str:
    """Put "a" or "an" before it."""
    return f"{'an' if proof[0] in 'aeiou' else 'a'} {proof}"


# Characters that cannot be seen and are no blanks: zero-width ones, soft hyphen, byte order mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


# The quotes that word processors and chats put around it: English, German, French.
OPENING, CLOSING = "\u201c\u201e\u2018\u201a\u00ab\u00bb", "\u201d\u201c\u2019\u2018\u00bb\u00ab"

# How files begin that GnuPG, age, OpenSSL and Ansible's vault have encrypted.
ENCRYPTED = (
    b"-----BEGIN PGP",
    b"-----BEGIN AGE",
    b"age-encryption.org/",
    b"U2FsdGVkX1",
    b"$ANSIBLE_",
)


def oddity(secret: bytes) -> str:
    """Return what in a secret is often a mistake: "groups" (of four letters, as app passwords are
    shown), "odd blank" (or an invisible character), "not ASCII", "blank" (around it), "quotes"
    (around it), "encrypted" (a file that is still to be decrypted), "refresh token" (instead of an
    access token); "" for nothing.
    """
    if secret.startswith(ENCRYPTED):
        return "encrypted"
    if len(secret) > 2 and secret[:1] == secret[-1:] and secret[:1] in (b'"', b"'"):
        return "quotes"
    if secret.isascii() and b" " not in secret:  # as nearly all are
        if secret != secret.strip():
            return "blank"
        return "refresh token" if secret.startswith(REFRESH_TOKENS) else ""
    text = secret.decode("utf-8", "replace")
    if len(text) > 2 and text[0] in OPENING and text[-1] in CLOSING:
        return "quotes"
    groups = text.split()
    if len(groups) > 2 and all(len(group) == 4 and group.isalnum() for group in groups):
        return "groups"
    beyond = [letter for letter in text if not letter.isascii()]
    if any(letter.isspace() or letter in INVISIBLE for letter in beyond):
        return "odd blank"
    if beyond:
        return "not ASCII"
    return "blank" if text != text.strip() else ""
