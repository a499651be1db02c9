r"""dotenv (16 to 18), from npm. Pure.

``#`` ends a value that is not quoted, whatever precedes it. Only ``\n`` and ``\r`` between double
quotes are escapes; nothing is expanded. Quoted values may span lines. An escaped quote can still
end a value if a comment or the end of the line follows.
"""

from __future__ import annotations

import re

from . import BYTE_ORDER_MARK, UNICODE_BLANKS, Lines, Variables, unix

# Line ends and blanks in JavaScript.
_ENDS = "\n\u2028\u2029"
_BLANKS = "\t\n\v\f\r " + UNICODE_BLANKS + BYTE_ORDER_MARK
_BLANK = f"[{_BLANKS}]"
_SPACE = re.compile(f"{_BLANK}*")
_END = re.compile(f"[{_ENDS}]")
_NAME = re.compile(rf"(?:export{_BLANK}+)?([A-Za-z0-9_.-]+)(?:{_BLANK}*=|:(?={_BLANK}))")
_AFTER_QUOTE = re.compile(rf"(?:(?![{_ENDS}]){_BLANK})*(?=[{_ENDS}#]|\Z)")
_OUTER = re.compile(rf"(?:\A|(?<=[{_ENDS}]))(['\"`])([\s\S]*)\1(?=[{_ENDS}]|\Z)")


def read(text: str, path: str) -> Variables:
    """Return the variables as ``parse`` does."""
    text = unix(text)
    variables, lines = Variables(path), Lines(text)
    position = 0
    while True:
        position = _skip(text, position)
        if position >= len(text):
            return variables
        match = _NAME.match(text, position)
        if match:
            start = match.end() + (match[0][-1] == ":")
            position, raw = _value(text, start)
            variables.put(match[1], lines.at(match.start(1)), _meant(raw))
        ended = _END.search(text, position)
        position = ended.end() if ended else len(text)


def _skip(text: str, position: int) -> int:
    """Return where the next non-blank character is."""
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _value(text: str, start: int) -> tuple[int, str]:
    """Return where a value ends, and the value with its quotes."""
    first = _skip(text, start)
    quote = text[first : first + 1]
    if quote and quote in "'\"`":
        end = _closing(text, first, quote)
        if end:
            return end, text[first:end]
    ends = [text.find(sign, start) for sign in "#\n"]
    end = min((end for end in ends if end >= 0), default=len(text))
    return end, text[start:end]


def _closing(text: str, first: int, quote: str) -> int:
    """Return where a quoted value ends, after its quote; 0 if it does not.

    That is at the first quote that is not escaped, or at the last escaped one, provided that only a
    comment follows in its line.
    """
    best, at = 0, text.find(quote, first + 1)
    while at >= 0:
        if _AFTER_QUOTE.match(text, at + 1):
            best = at + 1
        if text[at - 1] != "\\":
            break
        at = text.find(quote, at + 1)
    return best


def _meant(raw: str) -> str:
    """Return the value without quotes and escapes."""
    raw = raw.strip(_BLANKS)
    text = _OUTER.sub(r"\2", raw)
    if raw.startswith('"'):
        text = text.replace("\\n", "\n").replace("\\r", "\r")
    return text
