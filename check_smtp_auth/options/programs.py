"""The values of --from and --from-keys, converted as in ``values``. Pure."""

from __future__ import annotations

from ..accounts import Program
from ..configs import all_kinds, kind_of
from .values import printable

# The parts of a login whose keys --from-keys can name.
PARTS = ("host", "port", "user", "password", "tls", "from", "url", "dialect")
EXAMPLE = "host=MAIL_HOST,user=MAIL_USER,password=MAIL_PASS"
# Other names of the programs.
SAME = {
    **{"forgejo": "gitea", "wp": "wordpress", "wp-mail-smtp": "wordpress", "exim4": "exim"},
    **{"bitwarden": "vaultwarden", "dotenv": "env", "compose": "env", ".env": "env"},
    **{"pve": "proxmox", "pbs": "proxmox", "pmg": "proxmox"},
    **{"prometheus": "alertmanager", "spring-boot": "spring", "yml": "yaml", "omnibus": "gitlab"},
}


def program(text: str) -> Program:
    """A kind of program, its file and the name of a login: KIND[:FILE][#NAME]."""
    where, _, name = text.partition("#")
    word, _, path = where.partition(":")
    kind = kind_of(word)
    if kind is None:
        raise ValueError(_no_kind(word))
    if not path and kind.default is None:
        raise ValueError(f"{word} has no default file: give its path, as in {word}:FILE")
    if "\0" in path or not name.isprintable():
        raise ValueError("must not contain control characters")
    return Program(word, path or kind.default or "", name)


def _no_kind(word: str) -> str:
    """Return the error for a word that is not a kind, without repeating it."""
    from .table import nearest  # for those who mistyped

    kinds = all_kinds()
    near = nearest(SAME.get(word.lower(), word.lower()), kinds)
    if near:
        return f"unknown kind of program; did you mean {near}?"
    if "/" in word:
        return "the kind of program comes before the file: KIND:FILE, as in postfix:/etc/postfix"
    return (
        f"unknown kind of program; known are {', '.join(kinds)}. For another program, use "
        "env, ini, json or yaml with --from-keys"
    )


def keys(text: str) -> dict[str, str]:
    """The keys of the parts of a login: PART=KEY,PART=KEY."""
    found: dict[str, str] = {}
    for number, pair in enumerate(text.split(","), 1):
        part, equals, key = (each.strip() for each in pair.partition("="))
        if not equals:
            raise ValueError(f"pair {number} has no equals sign: write pairs as in {EXAMPLE}")
        if part not in PARTS:
            raise ValueError(f"pair {number} does not start with one of {', '.join(PARTS)}")
        if not key:
            raise ValueError(f"{part}= does not name a key")
        if part in found:
            raise ValueError(f"{part}= is given twice")
        found[part] = printable(key)
    return found
