"""What Java reads in properties and in YAML: the truth that tests/configs/java.jsonl records.

    python contrib/dev/java_values.py > tests/configs/java.jsonl

Run it anew for another Java or SnakeYAML, in Debian with openjdk-17-jdk-headless and
libyaml-snake-java (they are too large for each run of the tests).
"""

from __future__ import annotations

import json
import random
import subprocess
from base64 import b64decode, b64encode
from pathlib import Path

ATOMS = (
    *("\\", "\\\\", "\\\n", "\n", "\r", "\r\n", "=", ":", " ", "\t", "\f", "#", "!", "a", "b", "k"),
    *("\\u00e9", "\\u00", "\\t", "\\=", "\u00e9", "  ", "\\u20AC", "\\ud83d\\ude00", "\\:", "\\ "),
)
PROPERTIES = (
    "key=p#w!x",
    "key = blanks  ",
    "key\\ one\\=two : v",
    "  key\t\tv=w",
    "key=one\\\n    two\\\n\tthree",
    "key=\\\\\\\n  x",
    "#key=no\n!key=no\n\nkey=yes\nkey=again",
    "key",
    "key=\\u0041\\u00e9\\u20ac\\z\\n\\r\\f",
    "key=\\u12",
    "key=a\\",
    "=v\n:w",
)
VALUES = (
    *(
        "0123456",
        "08",
        "0x1F",
        "0b101",
        "1_000",
        "1,000",
        "+5",
        "-5",
        "-0",
        "00",
        "123",
        "0",
        "1.50",
    ),
    *(
        "yes",
        "No",
        "true",
        "OFF",
        "on",
        "yEs",
        "y",
        "n",
        "~",
        "null",
        "Null",
        "nULL",
        "'null'",
        "1e5",
    ),
    *(
        "'0123'",
        '"0x1F"',
        "p#w",
        "pa #ss",
        "'it''s'",
        "1:30",
        "12:30:15",
        ".5",
        "5.",
        ".inf",
        "-.INF",
    ),
    *(".nan", "1.5e+3", "1.2.3", "abc", "12ab", "a_1", "_1", "1_", "10.0.0.1", "0o17", ":symbol"),
    *("9999999999999", "x:y", "-x", "+x", "two words", "\u00e9\u20ac", "|-\n  block", "'${X}'"),
)


def main() -> None:
    """Ask Java about all samples; print one a line."""
    generator = random.Random(20)
    texts = [("properties", text) for text in PROPERTIES]
    for _ in range(150):
        text = "".join(generator.choice(ATOMS) for _ in range(generator.randrange(1, 16)))
        if "#---" not in text and "!---" not in text:
            texts.append(("properties", text))
    texts += [("yaml", f"key: {value}\n") for value in VALUES]
    jar, program = "/usr/share/java/snakeyaml.jar", Path(__file__).with_name("JavaValues.java")
    asked = "".join(f"{kind} {b64encode(text.encode()).decode()}\n" for kind, text in texts)
    answers = subprocess.run(
        ["java", "-cp", jar, str(program)], input=asked.encode(), check=True, capture_output=True
    ).stdout.decode()
    for (kind, text), answer in zip(texts, answers.split("\n")):
        words = [] if answer == "refused" else answer.split()
        told = ["" if word == "=" else b64decode(word).decode() for word in words]
        refused = answer == "refused"
        print(json.dumps({"kind": kind, "text": text, "refused": refused, "answer": told}))


if __name__ == "__main__":
    main()
