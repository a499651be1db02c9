"""Text made safe: whatever comes in, one line that no terminal and no monitor minds."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
from fakes import outcomes
from fakes.plugin import UNPRINTABLE, Run, require_clean
from hypothesis import given
from hypothesis import strategies as st

from check_smtp_auth.observation import Exchange, Kind, Stage, TLSFacts
from check_smtp_auth.outcome import History, Outcome
from check_smtp_auth.printable import clean
from check_smtp_auth.report import as_json, nagios
from check_smtp_auth.report.nagios import render
from check_smtp_auth.report.text import LIMIT, shorten, skipped
from check_smtp_auth.sasl.choice import Skip
from check_smtp_auth.smtp.reply import Reply, together

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@given(ANY)
def test_clean_text_is_one_safe_line(text: str) -> None:
    """Any text comes out without controls, bars, line ends or halves of characters, and without
    what a page, a shell or printf would take for its own.
    """
    made = clean(text)
    assert not set(made) & set('|\\<>"`\n')
    assert "$(" not in made
    assert "${" not in made
    assert UNPRINTABLE.search(made) is None
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in made)
    assert clean(made) == made


@given(ANY)
def test_any_reply_leaves_the_output_whole(text: str) -> None:
    """Whatever a reply says, output, perfdata and exit code are as they should be."""
    output, code = render([outcomes.refused(f"5.7.8 {text}", text)], 2)
    run = Run(code, f"{output}\n", "", 0)
    require_clean(run)
    assert len(run.perfdata) == 5


def test_long_text_says_that_it_was_cut() -> None:
    """Text over the limit is cut to it, and ends in dots."""
    assert clean("x" * 2000, 100) == "x" * 96 + " ..."
    assert clean("x" * 100, 100) == "x" * 100


@pytest.mark.parametrize(("lines", "told"), [(1, "1 more line"), (2, "2 more lines")])
def test_how_many_lines_are_left_out(lines: int, told: str) -> None:
    """Of a reply that is too long to be shown, -vv says how many lines are missing."""
    reply = Reply(250, ("fake.test",), beyond=together(["X"] * lines))
    exchange = Exchange(Stage.EHLO, "EHLO mon.test", reply, 0.1)
    output, _ = render([outcomes.accepted(exchanges=(exchange,))], 2)
    assert f"S: 250 fake.test [0.100 s]\nS: ... and {told}" in output


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200f", "\u061c", "\u2028", "\u0085"])
def test_text_is_not_turned_round(character: str) -> None:
    """Characters that turn text round, or end a line, are taken out."""
    assert character not in clean(f"a{character}b")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"no\n1764300000\tdb1\tDisk\tOK", "no/n1764300000/tdb1/tDisk/tOK"),
        (r"\033[2Jgone\x07\c", "/033[2Jgone/x07/c"),
        ("<script>alert(1)</script>", "(script)alert(1)(/script)"),
        ("<user@example.com>: no", "(user@example.com): no"),
        ('he said "no" `id`', "he said 'no' 'id'"),
        ("$(reboot) ${IFS} $<reboot> $|{x}", "$ (reboot) $ {IFS} $ (reboot) $/{x}"),
        ("$5 of HOST$ | $", "$5 of HOST$ / $"),
        ("\uff1cb\uff1e \uff5c \uff3cn \uff02 \uff04(id) \u2039i\u203a", "(b) / /n ' $ (id) (i)"),
        ("a\u3164b\u2800c\ufe0fd\U000e0101e\u034ff", "a b c d e f"),
        ("a\u200bb\u2028c\x85d\x9be\x1b[0mf\ud800g", "a b c d e [0mf g"),
    ],
)
def test_what_others_would_act_on_is_harmless(text: str, shown: str) -> None:
    """Escapes, markup, shell's signs and their full-width forms come out as plain signs that can
    still be read.
    """
    assert clean(text) == shown


@pytest.mark.parametrize("form", [nagios, as_json], ids=["nagios", "json"])
@pytest.mark.parametrize(
    "text",
    [
        r"no\n1764300000\tdb1\tDisk\tOK - free\t/=1MB",
        r"\0101\x41\u0041\e[31m\c gone",
        '"; touch forged; "',
        "$(touch forged) `touch forged` ${forged:=x}",
        "\\\\\\$(touch forged)",
        "$<touch forged> $\x00(touch forged) \uff04\uff08touch forged)",
    ],
)
def test_a_shell_hands_it_on_as_it_is(text: str, form: ModuleType, tmp_path: Path) -> None:
    """Debian's commands put the output between double quotes, for printf to expand; what a server
    said comes out as it was printed, and runs nothing.
    """
    printed, _ = form.render([outcomes.refused(text)])
    printed = printed.replace('"', "")  # JSON's own would end the word
    script = f'/usr/bin/printf "%b" "{printed}"'
    done = subprocess.run(["sh", "-c", script], capture_output=True, cwd=tmp_path, check=True)
    assert done.stdout.decode() == printed
    assert list(tmp_path.iterdir()) == []


def test_json_has_no_backslash_either() -> None:
    """A reply in JSON has nothing that printf would expand, nor markup: it needs no escapes."""
    text, _ = as_json.render([outcomes.refused(r'5.7.8 a\tb "c" <b>', "d\ne")])
    assert not set(text) & set("\\<>")
    (account,) = json.loads(text)["accounts"]
    assert account["reply"]["text"] == "a/tb 'c' (b) d e"


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("-H", "-H"),
        ("two words", "'two words'"),
        ("it's", "..."),
        ("<>", "..."),
        ("DOMAIN\\user", "..."),
        ("$(reboot)", "..."),
        ("a\nb", "..."),
    ],
)
def test_a_command_is_shown_as_it_can_be_pasted(word: str, shown: str) -> None:
    """A word that would not be the same, once it is harmless, is left out of the command."""
    outcome = outcomes.refused().replace(history=History(held_until=outcomes.NOW))
    text, _ = render([outcome], 1, ["-u", word])
    (line,) = (line for line in text.splitlines() if line.startswith("To try it now"))
    assert line == f"To try it now: check_smtp_auth -u {shown} --state-dir none --retry-now"


@pytest.mark.parametrize("words", [["--state-dir", "/var/x"], ["--state-dir=/var/x"]])
def test_a_state_directory_that_was_given_is_shown_once(words: list[str]) -> None:
    """The command to try it now has the state directory once, at the end."""
    history = History(held_until=outcomes.NOW, state_dir="/var/x")
    text, _ = render([outcomes.refused().replace(history=history)], 1, [*words, "-u", "x"])
    (line,) = (line for line in text.splitlines() if line.startswith("To try it now"))
    assert line == "To try it now: check_smtp_auth -u x --state-dir /var/x --retry-now"


def test_the_switch_that_retries_is_shown_once() -> None:
    """The command to try it now has --retry-now once, where it was given and a later one is due."""
    history = History(held_until=outcomes.NOW)
    text, _ = render([outcomes.refused().replace(history=history)], 1, ["--retry-now", "-u", "x"])
    (line,) = (line for line in text.splitlines() if line.startswith("To try it now"))
    assert line == "To try it now: check_smtp_auth -u x --state-dir none --retry-now"


def test_a_hold_that_no_retry_ends_has_no_command() -> None:
    """Where --retry-now would not be honoured, it is not shown."""
    history = History(held_until=outcomes.NOW, by_hand=False)
    text, _ = render([outcomes.refused().replace(history=history)], 1, ["-u", "x"])
    assert "To try it now" not in text


@pytest.mark.parametrize("option", ["--password-command", "--token-command"])
def test_a_command_is_shown_without_those_of_others(option: str) -> None:
    """What fetches the secret may have another one among its arguments, and is not shown."""
    outcome = outcomes.refused().replace(history=History(held_until=outcomes.NOW))
    for words in ([option, "vault -token s3cr3t", "-4"], [f"{option}=vault -token s3cr3t", "-4"]):
        text, _ = render([outcome], 3, words)
        assert "s3cr3t" not in text
        assert f"{option}{words[0][len(option) :][:1] or ' '}... -4 --state-dir" in text


@pytest.mark.parametrize("text", ["grün", "\U0001f600", "\u4e2d\u6587", "it's 50%", "R&D (b) [c]"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    """Text in any language, and the marks of it, come out unchanged."""
    assert clean(text) == text


@pytest.mark.parametrize("letter", ["a", "\u00e9", "\U0001f600"])
def test_the_longest_output_stays_within_8_kib(letter: str) -> None:
    """However long a reply and all else is, the output is within 8 KiB up to -vv."""
    lines = tuple(letter * 1000 for _ in range(200))
    skipped = {letter * 500 + str(number): Skip.UNKNOWN for number in range(200)}
    for verbosity in (0, 1, 2):
        text, _ = render([outcomes.refused(*lines, skipped=skipped)], verbosity)
        assert len(text.encode()) < 8192
        require_clean(Run(2, text + "\n", "", 0))
    assert text.endswith("... (shortened)")


def test_the_dialogue_is_whole_for_who_debugs() -> None:
    """With -vvv a long dialogue is shown to its end, whatever a monitor would keep of it."""
    lines = tuple(f"{number:03} {'x' * 100}" for number in range(200))
    text, _ = render([outcomes.refused(*lines)], 3)
    assert f"S: 535 {lines[-1]} [" in text
    assert "(shortened)" not in text


def test_lines_that_do_not_fit_are_left_out() -> None:
    """Output is shortened by whole lines, and says so."""
    assert shorten(["first", "second", "third"], 14) == "first\nsecond\n... (shortened)"
    assert shorten(["first", "second"], LIMIT) == "first\nsecond"


NEXT_TRY = "Not tried again before 2027-01-15T08:00:00Z, unless the secret changes."


@pytest.mark.parametrize(("slug", "told"), [("credentials-rejected", True), ("held", False)])
def test_when_it_is_tried_again_is_told_once(slug: str, told: bool) -> None:
    """A refusal that is held from now on says until when; what is held has it in its first line."""
    outcome = outcomes.refused()
    verdict = outcome.verdict.replace(slug=slug)
    history = History(held_until=outcomes.NOW)
    text, _ = render([outcome.replace(verdict=verdict, history=history)])
    assert (NEXT_TRY in text.splitlines()) == told


def test_a_certificate_is_described_once() -> None:
    """-v describes the certificate of a good login; one that fails is described by its hint."""
    good = outcomes.accepted()
    facts = TLSFacts(None, None, False, outcomes.certificate(-2.5))
    bad = outcomes.failed(Stage.TLS, Kind.CERTIFICATE, "certificate has expired", tls=facts)
    for outcome, beginning in ((good, "Certificate: "), (bad, "The certificate: ")):
        described = [line for line in render([outcome], 1)[0].splitlines() if "issued by" in line]
        assert len(described) == 1
        assert described[0].startswith(beginning)


@pytest.mark.parametrize("verbosity", [0, 1, 2, 3])
@pytest.mark.parametrize(
    ("outcome", "server"),
    [
        (outcomes.accepted(), True),
        (outcomes.accepted(tls=None), True),
        (outcomes.refused(tls=None, capabilities=None, before_tls=None), True),
        (outcomes.not_tried(), False),
        (outcomes.unreachable(), False),
        (outcomes.failed(Stage.DNS, Kind.TIMEOUT), False),
    ],
)
def test_what_was_not_seen_is_not_told(outcome: Outcome, server: bool, verbosity: int) -> None:
    """However much is asked for, there is no line about what was never reached."""
    text, _ = render([outcome], verbosity)
    assert "None" not in text
    assert ("\nServer: " in text) == (server and verbosity > 0)
    certificate = outcome.observation and outcome.observation.tls
    assert ("\nCertificate: " in text) == (bool(certificate) and verbosity > 0)


def test_the_first_certificate_to_expire_is_told_beside_the_servers_own() -> None:
    """-v names another certificate of the chain where that is the first to expire."""
    own = outcomes.certificate(61.5)
    above = outcomes.certificate(31.5, subject="CN=Mail CA", role="intermediate")
    seen = outcomes.tls().replace(chain=(own, above))
    text, _ = render([outcomes.accepted(tls=seen)], 1)
    expected = "First to expire: the intermediate certificate CN=Mail CA, 2027-02-15T20:00:00Z"
    assert expected in text.splitlines()
    assert "First to expire" not in render([outcomes.accepted()], 1)[0]


@pytest.mark.parametrize("verbosity", [0, 1])
def test_how_a_program_is_set_up_may_be_why(verbosity: int) -> None:
    """What is worth knowing of a program's file is told with a problem, and with -v, once."""
    account = outcomes.ACCOUNT.replace(notices=("The program verifies no certificate.",))
    note = "Note: The program verifies no certificate."
    text, _ = render([outcomes.refused(account=account)], verbosity)
    assert text.splitlines().count(note) == 1
    text, _ = render([outcomes.accepted(account=account)], verbosity)
    assert text.splitlines().count(note) == verbosity


def test_why_a_mechanism_was_not_chosen() -> None:
    """Each mechanism that was passed over is told with its reason, in words of its own."""
    why = {
        "X-OTHER": Skip.UNKNOWN,
        "LOGIN": Skip.NOT_ALLOWED,
        "NTLM": Skip.BY_NAME,
        "XOAUTH2": Skip.PROOF,
        "GSSAPI": Skip.PROOF,
        "CRAM-MD5": Skip.EXPOSED,
        "SCRAM-SHA-1-PLUS": Skip.NO_BINDING,
        "SCRAM-SHA-1": Skip.RANK,
        "SCRAM-SHA-256": Skip.NEW,
    }
    assert dict(skipped(outcomes.observation(skipped=why))) == {
        "X-OTHER": "not supported by this plugin",
        "LOGIN": "not allowed by -A",
        "NTLM": "used only if -A names it",
        "XOAUTH2": "needs an access token",
        "GSSAPI": "needs a Kerberos ticket",
        "CRAM-MD5": "would send the secret in clear text",
        "SCRAM-SHA-1-PLUS": "this Python cannot do channel binding on this TLS connection",
        "SCRAM-SHA-1": "PLAIN is preferred",
        "SCRAM-SHA-256": "PLAIN worked before",
    }
    (masked,) = skipped(outcomes.observation(skipped={"***": Skip.PROOF}))
    assert masked == ("***", "needs another proof")
