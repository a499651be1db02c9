"""Files with traps for readers of INI, as questions for goini.go.

    python contrib/dev/goini.py > questions

What the program makes of them is recorded in tests/configs/go-ini.jsonl.
"""

from __future__ import annotations

import json
import random

ATOMS = (
    *('"', '"""', "`", "'", "#", ";", "\\", "\\\n", "%(", "${x}", "a", "b", "pa", "=", ":", " "),
    *("  ", "\t", "\u00e9", "[", "]", "\u00a0", "\r", "\x1c"),
)
HEADS = ("[smtp]", "[smtp.sub]", "[ smtp ]", "[x] ; c", "[smtp] # ]", "[]", "[DEFAULT]")
NAMES = ("password", "host", "a", '"a"', "`a`", '"""a"""', "-", " user ", "b.c")
DELIMITERS = ("=", "= ", " = ", ":", " : ")
KEYS = [
    [section, key]
    for section in ("DEFAULT", "smtp", "smtp.sub", " smtp ")
    for key in ("password", "host", "a", "#1")
]
TRAPS = (
    "p#w",
    "p;w",
    "p #w",
    '"""#pa;ss"""',
    "`p#w`",
    '"p#w"',
    "'p;w'",
    '"in quotes"',
    "'it''s'",
    '"a"b"',
    'a"b"',
    '"""',
    '""""""',
    '"""a"b"""',
    '"""two\nlines"""',
    "`two\nlines` ; rest",
    "back\\slash",
    "ends in\\",
    "goes on \\\n  here \\\n and here",
    "%(host)s",
    "x%(a)sy%(a)s",
    "%(nobody)s",
    "100%",
    "  blanks  ",
    "a = b : c",
    "$__env{X}",
    "${X}",
    "",
    "`",
    "```",
    "\u00e9\u20ac",
    "\\#\\;",
    "a\tb",
)
# What a section lacks is looked up above it, and so is what stands there.
SECTIONS = (
    "a = A\n[smtp]\npassword = %(a)s%(b)s\na = own\n[smtp.sub]\na = sub\nb = B\n",
    "password = top\n[smtp]\n[smtp.sub]\nhost = %(password)s\n[smtp]\na = again %(host)s\n",
    "[smtp.sub]\na = 1\n[smtp]\npassword = %(password)s\na = %(a)s\n[DEFAULT]\na = 2\n",
)


def file_of(generator: random.Random) -> str:
    """A file of anything."""

    def value(atoms: tuple[str, ...] = ATOMS, most: int = 7) -> str:
        return "".join(generator.choice(atoms) for _ in range(generator.randrange(most + 1)))

    lines = []
    for _ in range(generator.randrange(1, 9)):
        kind = generator.random()
        if kind < 0.2:
            lines.append(generator.choice(HEADS))
        elif kind < 0.3:
            lines.append(generator.choice(("# c", "; c", "", " ")))
        elif kind < 0.32:
            lines.append(value())
        elif kind < 0.5:
            atoms = (*ATOMS, "%(host)s", "%(a)s", "%(b.c)s")
            lines.append(f"password = {value(atoms, 4)}")
        else:
            lines.append(generator.choice(NAMES) + generator.choice(DELIMITERS) + value())
    mark = generator.choice(("", "", "\ufeff"))
    return mark + "\n".join(lines) + generator.choice(("", "\n"))


def main() -> None:
    """Print a question a line."""
    generator = random.Random(20)
    texts = [f"a = A\n[smtp]\nhost = h\npassword = {trap}\nuser = u\n" for trap in TRAPS]
    texts += SECTIONS
    texts += [file_of(generator) for _ in range(50)]
    for text in texts:
        for continued in (True, False):
            print(json.dumps({"text": text, "continued": continued, "keys": KEYS}))


if __name__ == "__main__":
    main()
