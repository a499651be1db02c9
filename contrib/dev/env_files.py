"""Files with traps for readers of env files whose programs are too large for each run of the tests.

    python contrib/dev/env_files.py compose ./compose_env > tests/configs/compose.jsonl
    python contrib/dev/env_files.py dotenvy ./dotenvy_env > tests/configs/dotenvy.jsonl

asks the program that is made of compose_env.go or dotenvy_env.rs, and records what it says.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence

ATOMS = {
    "compose": (
        *("'", '"', "\\", "\\\\", "$", "$$", "${", "}", "${A}", "$A", "${A:-d}", "${A-d}"),
        *("${A:+y}", "${A:?e}", "${B:-${A}}", "#", " #", "=", ":", " ", "\t", "\n", "\r\n", "a"),
        *("b", "pa", "\u00e9", "\\n", "\\$", '\\"', "\\'", "\\t", "\\0123", "\\08", "(", ")", "`"),
        *("!", "export ", "-", ".", "[", "]", "\u00a0"),
    ),
    "dotenvy": (
        *("a", "b", "pa", "\u00e9", "#", " #", "=", ":", "$A", "${A}", "$$", "\\n", "\\$", '\\"'),
        *("\\'", "\\\\", "\\ ", "'a b'", '"a b"', "'#'", '"$A"', "'$A'", '"${A}b"', "''", "'\n'"),
        *("\n", "\r\n", "(", ")", "`", "!", "-", ".", " ", "\t", "\\t", "'", '"', "${A:-d}"),
    ),
}
HEADS = ("A=", "B=", "C=", "export A=", " B=", "C =", "A= ", "", "A: ", "A", "A.B=", "1=", "A-B=")
TRAPS = (
    "A=pa#ss\nB=pa #ss\nC=pa\t#ss\n",
    "A=pa$$w\nB='pa$$w'\nC=\"pa\\$w\"\n",
    "A=xxxx xxxx xxxx xxxx  # App Password\n",
    "A='one\ntwo' # c\nB=\"one\ntwo\"\n",
    "A=first\nB=$A\nA=last\nC=$A\n",
    "A: x\nexport B=y\nC = z \n",
    "\ufeffA=x\r\nB='y'\r\n  # c\r\nC=z # c\r\n",
    "A=x\n\nfree text\n\nB=y\n",
    "A=my\\ cool\\$\nB=\"a\\\"b\\nc\"\nC='sweet $\\fgs'\\''x'\n",
)
ROUNDS = {"compose": 250, "dotenvy": 400}


def file_of(generator: random.Random, dialect: str) -> str:
    """A file of anything."""
    lines = []
    for _ in range(generator.randint(1, 4)):
        pieces = (generator.choice(ATOMS[dialect]) for _ in range(generator.randint(0, 6)))
        heads = HEADS if dialect == "compose" else HEADS[:7]
        lines.append(generator.choice(heads) + "".join(pieces))
    mark = generator.choice(("", "", "", "\ufeff"))
    return mark + "\n".join(lines) + generator.choice(("\n", ""))


def answers_of(program: str, texts: Sequence[str]) -> list[dict[str, object]]:
    """Ask a program that takes a file a line, in hexadecimal, and gives names and values so."""
    given = "".join(f"{text.encode().hex()}\n" for text in texts).encode()
    done = subprocess.run([program], input=given, stdout=subprocess.PIPE, check=True)
    found: list[dict[str, object]] = []
    for text, line in zip(texts, done.stdout.decode().splitlines()):
        pairs = [pair.split("=") for pair in line.split() if line != "refused"]
        told = {bytes.fromhex(a).decode(): bytes.fromhex(b).decode() for a, b in pairs}
        found.append({"text": text, "answers": None if line == "refused" else told})
    return found


def main() -> None:
    """Print a record a line."""
    dialect, program = sys.argv[1:]
    generator = random.Random(20)
    texts = [*TRAPS, *(file_of(generator, dialect) for _ in range(ROUNDS[dialect]))]
    if dialect == "compose":
        given = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        subprocess.run([program], input=given.encode(), check=True)
        return
    for answer in answers_of(program, texts):
        print(json.dumps(answer))


if __name__ == "__main__":
    main()
