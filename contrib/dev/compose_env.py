"""Files with traps for Compose's reader of env_file, as questions for compose_env.go.

    python contrib/dev/compose_env.py > questions

What the program makes of them is recorded in tests/configs/compose.jsonl.
"""

from __future__ import annotations

import json
import random

ATOMS = (
    *("'", '"', "\\", "\\\\", "$", "$$", "${", "}", "${A}", "$A", "${A:-d}", "${A-d}", "${A:+y}"),
    *(
        "${A:?e}",
        "${B:-${A}}",
        "#",
        " #",
        "=",
        ":",
        " ",
        "\t",
        "\n",
        "\r\n",
        "a",
        "b",
        "pa",
        "\u00e9",
    ),
    *("\\n", "\\$", '\\"', "\\'", "\\t", "\\0123", "\\08", "(", ")", "`", "!", "export ", "-", "."),
    *("[", "]", "\u00a0"),
)
HEADS = ("A=", "B=", "C=", "export A=", " B=", "C =", "A= ", "", "A: ", "A", "A.B=", "1=", "A-B=")
TRAPS = (
    "A=pa#ss\nB=pa #ss\nC=pa\t#ss\n",
    "A=pa$$w\nB='pa$$w'\nC=\"pa\\$w\"\n",
    "A=xxxx xxxx xxxx xxxx  # App Password\n",
    "A='one\ntwo' # c\nB=\"one\ntwo\"\n",
    "A=first\nA=last\nB=\n",
    "A: x\nexport B=y\nC = z \n",
    "\ufeffA=x\r\nB='y'\r\n  # c\r\nC=z # c\r\n",
    "A=x\n\nfree text\n\nB=y\n",
)


def file_of(generator: random.Random) -> str:
    """A file of anything."""
    lines = []
    for _ in range(generator.randint(1, 4)):
        pieces = (generator.choice(ATOMS) for _ in range(generator.randint(0, 6)))
        lines.append(generator.choice(HEADS) + "".join(pieces))
    mark = generator.choice(("", "", "", "\ufeff"))
    return mark + "\n".join(lines) + generator.choice(("", "\n"))


def main() -> None:
    """Print a question a line."""
    generator = random.Random(20)
    for text in (*TRAPS, *(file_of(generator) for _ in range(250))):
        print(json.dumps({"text": text}))


if __name__ == "__main__":
    main()
