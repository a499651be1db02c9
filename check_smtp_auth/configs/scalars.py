"""How Ruby and Java read a YAML scalar without quotes: as a number, a truth value, null. Pure.

The rules are those of Psych's scalar_scanner.rb (Ruby 3.1 and 3.4) and SnakeYAML's Resolver (1.33
and 2.2). A whole number becomes the number in decimal; what a fraction or a date becomes is not
certain.
"""

from __future__ import annotations

import re

from ..record import Record
from .reading import fault
from .tree import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tree import Node


class Rules(Record):
    """How a language's parser reads scalars without quotes, in the order of the fields.

    ``words`` matches texts, including the words that mean yes or no: in ``any_case``, or in lower
    case, upper case or capitalized.
    """

    language: str
    words: re.Pattern[str]
    whole: re.Pattern[str]
    unclear: re.Pattern[str]
    symbols: bool
    any_case: bool


RUBY = Rules(
    "Ruby",
    words=re.compile(r"[^0-9.:-]?(?:[^\W\d_]|[_\s!@#$%^&*(){}<>|/\\~;=])+"),
    whole=re.compile(
        r"[-+]?(?:0b[01_,]+|0[0-7_,]+|0x[0-9a-fA-F_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)"
    ),
    unclear=re.compile(
        r"-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|\s+)[0-9].*)?|[-+]?\.(?:inf|nan)"
        r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?"
        r"|[-+]?(?:[0-9][0-9_,]*\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?",
        re.IGNORECASE,
    ),
    symbols=True,
    any_case=True,
)
JAVA = Rules(
    "Java",
    words=re.compile(r"[^\W\d_]+"),
    whole=re.compile(r"[-+]?(?:0b[01_]+|0[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)"),
    unclear=re.compile(
        r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*[eE][-+]?[0-9]+"
        r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
        r"|\.(?:inf|Inf|INF|nan|NaN|NAN))"
    ),
    symbols=False,
    any_case=False,
)
YES, NO, NULL = ("yes", "true", "on"), ("no", "false", "off"), ("null", "~")
BASES = {"0b": 2, "0x": 16}


def decided(
    node: Node | None, key: str, path: str, rules: Rules, told: dict[str, None]
) -> str | None:
    """Return the text that a program has for a value, None for null; raises Misconfigured if only
    quotes would make it certain. A notice about a number that differs from its text is added to
    ``told``.
    """
    text = text_of(node, key, path)
    if node is None or text is None or not node.plain or "\n" in text:
        return text
    if rules.words.match(text) if rules.symbols else rules.words.fullmatch(text):
        word = text.lower()
        if not rules.any_case and text not in (word, word.upper(), word.capitalize()):
            return text
        if word in NULL:
            return None
        return "true" if word in YES else "false" if word in NO else text
    if rules.symbols and len(text) > 1 and text[0] == ":":
        quoted = re.match(r""":(["'])(.*)\1""", text)
        return quoted[2].lstrip(":") if quoted else text[1:]
    if rules.whole.fullmatch(text):
        number = _decimal(text.replace("_", "").replace(",", ""))
        if number is not None:
            if number != text:
                told[f"Without quotes {rules.language} reads {key} as another number."] = None
            return number
    elif not rules.unclear.fullmatch(text):
        return text
    words = f"without quotes {rules.language} reads {key} as a number or a date: put it in quotes"
    raise fault(path, node.line, words)


def _decimal(text: str) -> str | None:
    """Return a whole number in decimal; None for one without digits."""
    sign = "-" if text[0] == "-" else ""
    digits = text.lstrip("+-")
    base = BASES.get(digits[:2], 8 if digits[0] == "0" and len(digits) > 1 else 10)
    if base in (2, 16):
        digits = digits[2:]
    if not digits or len(digits) > 4000:
        return None
    number = int(digits, base)
    return f"{sign if number else ''}{number}"
