"""What a server echoes of the secret is masked before anybody sees it."""

from __future__ import annotations

import hmac
import re
from base64 import b64encode
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.mask import Mask
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.reply import Reply

WORD = "corr3ct/h@rse?"


def base64(text: str) -> str:
    """Base64 as it stands in the dialogue."""
    return b64encode(text.encode()).decode()


def percent(text: str, small: bool = False) -> str:
    """Percent-encode as a URL has it."""
    encoded = quote(text, safe="")
    return re.sub("%..", lambda match: match[0].lower(), encoded) if small else encoded


def echo(form: str) -> str:
    """A server's line that echoes this."""
    return f"5.7.8 cannot log in with {form}, sorry"


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in hexadecimal": lambda word: word.encode().hex(),
    "in large hexadecimal": lambda word: word.encode().hex().upper(),
    "percent-encoded": percent,
    "percent-encoded in small letters": lambda word: percent(word, small=True),
    "in quotes": lambda word: f'"{word}"',
    "within other letters": lambda word: f"x{word}x",
    "twice": lambda word: f"{word} {word}",
}


WORDS = (WORD, "pässwört", "abcd", "0123456789" * 20, "two words", " blanks ")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("word", WORDS)
def test_forms(word: str, form: str) -> None:
    """A secret is masked in each form that a server may give it, and nothing else is."""
    masked = FORMS[form](word).replace(word, "***") if word in FORMS[form](word) else "***"
    assert Mask(Secret(word.encode())).line(echo(FORMS[form](word))) == echo(masked)


@pytest.mark.parametrize("word", [word for word in WORDS if len(word) > 4])
def test_base64(word: str) -> None:
    """A secret in base64 is masked; the last character, which other octets share, may stay."""
    for encoded in (base64(word), base64(word).rstrip("=")):
        shown = Mask(Secret(word.encode())).line(echo(encoded))
        assert shown.startswith(echo("***")[:-7])
        assert len(shown) <= len(echo("***")) + 3


@pytest.mark.parametrize("before", ["", "u", "us", "use", "user@example.com"])
@pytest.mark.parametrize("after", ["", "\0", "\0x", "\0xy"])
def test_base64_at_every_alignment(before: str, after: str) -> None:
    """A secret within a longer base64 is masked, wherever in it the secret begins and ends."""
    encoded = base64(f"{before}{WORD}{after}")
    shown = Mask(Secret(WORD.encode())).line(echo(encoded))
    assert "***" in shown
    left = len(shown) - len(echo("***"))
    # Of its 112 bits no more than the ends are left, which other octets have a part in.
    assert left <= len(encoded) - len(WORD) * 8 // 6 + 1


@pytest.mark.parametrize("user", ["u", "us", "use", "user", "user@example.com"])
def test_the_whole_auth_line(user: str) -> None:
    """A server that quotes our AUTH line gives the password away to nobody."""
    line = f"AUTH PLAIN {base64(f'{chr(0)}{user}{chr(0)}{WORD}')}"
    shown = Mask(Secret(WORD.encode())).line(f"500 5.5.1 unrecognized: {line}")
    assert base64(WORD)[3:-4] not in shown
    assert "AUTH PLAIN" in shown
    assert "***" in shown


@pytest.mark.parametrize("word", ["a", "abc", "abcd", WORD])
def test_what_was_sent_is_masked_whole(word: str) -> None:
    """A response that was sent is masked where the server echoes it, however short the secret."""
    mask = Mask(Secret(word.encode()))
    response = base64(f"\0user\0{word}")
    mask.also_hide(response.encode())
    assert mask.line(f"500 AUTH PLAIN {response}") == "500 AUTH PLAIN ***"


def test_proofs_are_masked_too() -> None:
    """A CRAM-MD5 digest that a server echoes is masked: it can be used to guess the secret."""
    mask = Mask(Secret(WORD.encode()))
    digest = hmac.new(WORD.encode(), b"<1@example.com>", "md5").hexdigest()
    response = base64(f"user {digest}")
    mask.also_hide(response.encode())
    assert response not in mask.line(f"535 you said {response}")


def test_short_lines_are_not_hidden() -> None:
    """A response too short to mean anything does not riddle the server's words with stars."""
    mask = Mask(Secret(WORD.encode()))
    for line in (b"", b"*", b"=", b"dGVz"):
        mask.also_hide(line)
    assert mask.line("* = dGVz") == "* = dGVz"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc", "***"),
        ("you said abc.", "you said ***."),
        ("abc, abc and abc", "***, *** and ***"),
        ("abcdef", "abcdef"),
        ("xabc", "xabc"),
        ("1abc abc1 abc", "1abc abc1 ***"),
        ("éabc", "éabc"),
        ("(abc)", "(***)"),
        ("ABC", "ABC"),
        ("", ""),
    ],
)
def test_short_secrets_are_masked_as_words(text: str, shown: str) -> None:
    """A secret of three characters is masked as a word, and does not riddle the sentence."""
    assert Mask(Secret(b"abc")).line(text) == shown


def test_a_short_secret_within_itself() -> None:
    """Masking ends, whatever the secret is made of."""
    assert Mask(Secret(b"*")).line("* ** ***").count("*") >= 3
    assert Mask(Secret(b"***")).line("*** ****")
    assert Mask(Secret(b"aaa")).line("aaaa aaa") == "aaaa ***"


def test_innocent_text_stays() -> None:
    """Text that has nothing of the secret is not changed."""
    text = "535 5.7.8 Authentication failed: see https://example.com/?p=1"
    assert Mask(Secret(WORD.encode())).line(text) == text
    assert Mask(Secret(b"")).line(text) == text


FOLDS = {
    "as it is": WORD,
    "base64": base64(WORD),
    "the AUTH line": f"AUTH PLAIN {base64(f'{chr(0)}user{chr(0)}{WORD}')}",
    "hexadecimal": WORD.encode().hex(),
}


@pytest.mark.parametrize("form", FOLDS)
def test_folded_over_lines(form: str) -> None:
    """A secret that a server breaks over two lines is masked all the same, in any place."""
    whole = FOLDS[form]
    mask = Mask(Secret(WORD.encode()))
    for place in range(1, len(whole)):
        lines = mask.lines((f"you said {whole[:place]}", f"{whole[place:]} to me"))
        joined = "".join(lines)
        assert len(lines) == 2
        assert WORD not in joined
        assert whole.replace(" ", "") not in joined.replace(" ", "")


@pytest.mark.parametrize("status", ["", "5.7.8 "])
def test_digits_folded_over_lines(status: str) -> None:
    """A secret of digits alone is not taken for part of a status code."""
    word = "31415926"
    mask = Mask(Secret(word.encode()))
    for place in range(1, len(word)):
        lines = (f"{status}you said {word[:place]}", f"{status}{word[place:]} to me")
        assert word not in "".join(Reply(535, mask.lines(lines)).text.split())


def test_folded_over_three_lines() -> None:
    """Three lines are no better than two."""
    lines = Mask(Secret(WORD.encode())).lines(("5.7.8 corr3", " ct/h@ ", "rse? no"))
    assert lines == ("***", "***", "***")


def test_folded_at_a_blank() -> None:
    """A secret of several words that a server folds between them is masked."""
    mask = Mask(Secret(b"correct horse battery"))
    reply = Reply(535, mask.lines(("not correct horse", "battery")))
    assert "correct horse battery" not in reply.text


@pytest.mark.parametrize("behind", ["", " is no command"])
@pytest.mark.parametrize("form", FOLDS)
def test_folded_with_enhanced_codes(form: str, behind: str) -> None:
    """The enhanced status code that stands in each line does not hide the secret from us."""
    whole = FOLDS[form]
    lines = (f"5.5.2 bad command {whole[:-8]}", f"5.5.2 {whole[-8:]}{behind}")
    reply = Reply(500, Mask(Secret(WORD.encode())).lines(lines))
    assert whole.replace(" ", "") not in reply.text.replace(" ", "")


def test_lines_without_the_secret_stay() -> None:
    """A reply of several lines is shown as it is where nothing in it is secret."""
    lines = ("5.7.8 one", "5.7.8 two")
    assert Mask(Secret(WORD.encode())).lines(lines) == lines


def test_one_line_masked_leaves_the_others() -> None:
    """Where the secret stands in one line, the others can still be read."""
    lines = Mask(Secret(WORD.encode())).lines(("one", echo(WORD), "three"))
    assert lines == ("one", echo("***"), "three")


def test_mojibake() -> None:
    """A secret is masked too where the reply's other octets made it be read as Latin-1."""
    word = "pässwört"
    line = f"{word} für ".encode() + b"\xff"
    assert "***" in Mask(Secret(word.encode())).line(line.decode("latin-1"))


@PROPERTY
@given(st.text(min_size=4, max_size=12), st.text(max_size=30), st.text(max_size=30))
def test_any_secret_anywhere(word: str, before: str, after: str) -> None:
    """No secret of four characters and more gets through as it is."""
    assume("*" not in before + word + after)
    shown = Mask(Secret(word.encode())).line(before + word + after)
    assert word not in shown


@PROPERTY
@given(st.binary(max_size=12), st.lists(st.text(max_size=20), max_size=4))
def test_masking_never_fails(octets: bytes, lines: list[str]) -> None:
    """Whatever the secret and the reply, a reply keeps its number of lines."""
    assert len(Mask(Secret(octets)).lines(tuple(lines))) == len(lines)
