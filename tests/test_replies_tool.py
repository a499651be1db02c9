"""contrib/dev/replies.py: what it shows of replies."""

from __future__ import annotations

import subprocess
import sys

from diagnosis.corpus import FOLDER

COMMAND = (sys.executable, "contrib/dev/replies.py")


def run(*arguments: str, said: str = "") -> tuple[int, str]:
    """The exit code and the output of the command."""
    done = subprocess.run(
        (*COMMAND, *arguments), input=said, capture_output=True, text=True, timeout=20
    )
    return done.returncode, done.stdout + done.stderr


def test_what_is_unsure_is_shown() -> None:
    """A text that no row knows, and one that speaks of two troubles, come out as blocks."""
    code, shown = run(said="454 4.7.0 Shelved\n535 Account locked, too many tries\n535 Bad login\n")
    assert code == 0
    assert "# no row knows its words; the code decides\nsource: \nstage: auth\n" in shown
    assert '# decided by "account ... locked", but also: rate-limited by "too many"' in shown
    assert "S: 454 4.7.0 Shelved\ndiagnosis: temporary-failure\n" in shown
    assert "# 3 replies, " in shown


def test_what_only_names_a_matter_is_shown() -> None:
    """A text that says what it is about, and not what is wrong, is unsure too."""
    _, shown = run(said="535 see our guide to OAuth\n535 about your plan\n")
    assert '# no row knows its words; what it is about decides: "oauth"' in shown
    assert "# 2 replies, 2 unsure, " in shown


def test_all_are_shown_with_their_words() -> None:
    """With -v each reply comes with the words that decide it."""
    _, shown = run("-v", said="rcpt: 550 Your account has been suspended\n")
    assert 'account-locked by "your ... account ... suspended": rcpt: 550 Your' in shown


def test_a_file_of_the_corpus_is_read() -> None:
    """A file in the corpus's form is read, and all in it means what it says."""
    code, shown = run(str(FOLDER / "gmail.txt"))
    assert code == 0
    assert shown.endswith("0 other than said\n")


def test_what_means_something_else_is_told() -> None:
    """A block whose diagnosis is another than the table's makes the command fail."""
    block = "source: x\nstage: auth\nS: 535 account locked\ndiagnosis: rate-limited\n"
    code, shown = run(said=block)
    assert code == 1
    assert "# means account-locked, and is said to mean rate-limited" in shown


def test_bad_input_is_one_line() -> None:
    """What is no reply, and a file that is not there, end in one line."""
    for arguments, said in ((("/nowhere",), ""), ((), "hello\n")):
        code, shown = run(*arguments, said=said)
        assert code == 1
        assert shown.count("\n") == 1
        assert shown.startswith("replies.py: ")
