"""Many logins of one program's file: it is read, and understood, once in a run."""

from __future__ import annotations

import gc
import time
import weakref
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from check_smtp_auth import run as many
from check_smtp_auth.accounts import (
    Account,
    Caution,
    Entry,
    Misconfigured,
    Origin,
    Pace,
    Policy,
    Program,
    Source,
    Trust,
)
from check_smtp_auth.configs.reading import Contents, Output
from check_smtp_auth.configured import resolved
from check_smtp_auth.credentials import answers
from check_smtp_auth.credentials.answers import Answers
from check_smtp_auth.net.loop import run as conversations

COUNT = 40
RECEIVER = "- name: r%d\n  email_configs: [{to: x, auth_username: u%d, auth_password: pw%d}]\n"
# By kind: the start of a file, what each login adds to it, and by what each is asked for.
FILES = {
    "alertmanager": (
        "global: {smtp_smarthost: 'localhost:1', smtp_from: a@example.test}\nreceivers:\n",
        RECEIVER,
        lambda at: (f"r{at}", {}),
    ),
    "msmtp": (
        "",
        "account r%d\nhost localhost\nport 1\nauth on\ntls on\nuser u%d\npassword pw%d\n",
        lambda at: (f"r{at}", {}),
    ),
    "yaml": (
        "",
        "r%d: {host: localhost, port: 1, user: u%d, password: pw%d}\n",
        lambda at: ("", keys(f"r{at}.")),
    ),
    "ini": (
        "",
        "[r%d]\nhost = localhost\nport = 1\nuser = u%d\npassword = pw%d\n",
        lambda at: ("", keys(f"r{at}.")),
    ),
    "env": (
        "",
        "R%d_host=localhost\nR{0}_port=1\nR{0}_user=u%d\nR{0}_password=pw%d\n",
        lambda at: ("", keys(f"R{at}_")),
    ),
    "url": (
        "",
        "R%d=smtps://u%d:pw%d@localhost:1\n",
        lambda at: ("", {"url": f"R{at}", "dialect": "nodemailer"}),
    ),
}


def keys(prefix: str) -> dict[str, str]:
    """What --from-keys says of a login whose keys begin so."""
    return {part: prefix + part for part in ("host", "port", "user", "password")}


def text_of(kind: str, count: int = COUNT, mark: str = "") -> str:
    """A file with so many logins."""
    begin, each, _ = FILES[kind]
    return begin + "".join(
        each.replace("{0}", str(at)) % (at, at, at) + mark for at in range(count)
    )


def entry(program: Program, timeout: float = 20.0) -> Entry:
    """An account that a program has; the server is one that nobody listens at."""
    account = Account(
        *("", 1, None, Source("file", ""), "none", Trust(), ""),
        timeout=timeout,
        name=f"{program.name}{program.keys}",
    )
    return Entry(account, Policy(), Caution(state_dir="none"), origin=Origin(program, {}))


def entries(kind: str, path: Path) -> list[Entry]:
    """An account for each login of a file."""
    asked = (FILES[kind][2](at) for at in range(COUNT))
    return [entry(Program(kind, str(path), name, pairs)) for name, pairs in asked]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file was opened."""
    counted: Counter[str] = Counter()
    look_at = answers.look_at

    def look(wanted: Any) -> Any:
        counted[wanted.path] += 1
        return look_at(wanted)

    monkeypatch.setattr(answers, "look_at", look)
    return counted


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[object]:
    """How often each parser took a file."""
    counted: Counter[object] = Counter()
    of = Contents.of

    def make(self: Contents, text: str) -> Any:
        counted[self.made] += 1
        return of(self, text)

    monkeypatch.setattr(Contents, "of", make)
    return counted


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_read_once_for_all_of_its_logins(
    kind: str, tmp_path: Path, opened: Counter[str], made: Counter[object]
) -> None:
    """However many accounts of a run are in one file, it is opened and parsed once, and each
    account has its own user.
    """
    path = tmp_path / "file"
    path.touch(0o640)
    path.write_text(text_of(kind))
    found = list(many.run(entries(kind, path), Pace()))
    users = {outcome.place: outcome.account.user for outcome in found}
    assert users == {at: f"u{at}" for at in range(COUNT)}
    assert {outcome.verdict.slug for outcome in found} == {"connection-refused"}
    assert opened == {str(path): 1}
    assert set(made.values()) == {1}


def test_what_is_wrong_with_a_file_is_found_once(
    tmp_path: Path, opened: Counter[str], made: Counter[object]
) -> None:
    """A broken file is parsed once too, and each account of it is told what is wrong; so is one
    that may not be read, and notices about rights are all accounts'.
    """
    path = tmp_path / "file"
    path.touch(0o644)
    path.write_text(text_of("alertmanager") + "]")
    found = list(many.run(entries("alertmanager", path), Pace()))
    assert {outcome.verdict.summary for outcome in found} == {
        f"{path}:{2 * COUNT + 3}: this is not YAML"
    }
    path.write_text(text_of("alertmanager"))
    known = Answers()
    read = read_all([(each, 20.0) for each in entries("alertmanager", path)], known)
    assert {each.account.notices for each in read} == {(f"{path} can be read by everyone.",)}
    path.chmod(0o602)
    found = list(many.run(entries("alertmanager", path), Pace()))
    assert {outcome.verdict.summary for outcome in found} == {
        f"{path}: everyone can write to it: run chmod o-w on it"
    }
    assert opened == {str(path): 3} and set(made.values()) == {2}


def read_all(wanted: list[tuple[Entry, float]], known: Answers) -> list[Entry]:
    """Read some entries at the same time, each within so many seconds."""
    began = time.monotonic()
    steps = [resolved(each, began + patience, known) for each, patience in wanted]
    found = {each.position: each.result for each in conversations(steps, len(steps))}
    return [found[at] for at in range(len(steps))]


def test_all_of_a_run_see_one_state_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is written to while a run reads its logins counts as it was at first; the next
    run takes it as it is then.
    """
    path = tmp_path / "file"
    path.touch(0o600)
    path.write_text(text_of("alertmanager"))
    look_at = answers.look_at

    def look(wanted: Any) -> Any:
        seen = look_at(wanted)
        path.write_text(text_of("alertmanager").replace("pw", "new"))
        return seen

    monkeypatch.setattr(answers, "look_at", look)
    for start in ("pw", "new"):
        read = read_all([(each, 20.0) for each in entries("alertmanager", path)], Answers())
        secrets = [each.account.source.secret for each in read]
        told = [each.reveal().decode() for each in secrets if each is not None]
        assert told == [f"{start}{at}" for at in range(COUNT)]


def test_a_password_file_is_the_receivers_own(tmp_path: Path) -> None:
    """What is told of the rights of a receiver's password file is told of nobody else, and its
    mark is no other's.
    """
    path = tmp_path / "file"
    path.touch(0o600)
    begin = text_of("alertmanager", 0)
    for at, mode in enumerate((0o600, 0o644)):
        (tmp_path / f"pw{at}").touch(0o600)
        (tmp_path / f"pw{at}").write_text("x")
        (tmp_path / f"pw{at}").chmod(mode)
        begin += (RECEIVER % (at, at, at)).replace(
            f"auth_password: pw{at}", f"auth_password_file: {tmp_path}/pw{at}"
        )
    path.write_text(begin)
    read = read_all([(each, 20.0) for each in entries("alertmanager", path)[:2]], Answers())
    assert [each.account.notices for each in read] == [
        (),
        (f"{tmp_path}/pw1 can be read by everyone.",),
    ]
    assert read[0].account.source.mark != read[1].account.source.mark


def test_a_command_is_run_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Postfix is asked for its settings once in a run, and for each login once; who has no more
    time spoils it for nobody.
    """
    asked: Counter[str] = Counter()
    main = (
        "relayhost = [localhost]:1\nsmtp_sasl_auth_enable = yes\n"
        "smtp_tls_security_level = encrypt\nsmtp_sender_dependent_authentication = yes\n"
        f"smtp_sasl_password_maps = hash:{tmp_path}/pw\n"
    )

    def printed(words: tuple[str, ...], name: str, until: float, *_: object) -> Iterator[Any]:
        asked[name if name == "postconf" else words[4]] += 1
        yield from answers.heard(answers.Bell(), min(until, time.monotonic() + 0.3))
        if time.monotonic() >= until:
            raise Misconfigured(f"{name} did not answer in time")
        return (main if name == "postconf" else f"{words[4]}:pw").encode()

    monkeypatch.setattr(answers, "printed", printed)
    for name in ("main.cf", "pw", "pw.db"):
        (tmp_path / name).touch(0o600)
    senders = [f"s{at // 2}@example.test" for at in range(12)]
    wanted = [(entry(Program("postfix", str(tmp_path), each)), 20.0) for each in senders]
    read = read_all([(wanted[0][0], 0.1), *wanted], Answers())
    assert read[0].problem == "postconf did not answer in time"
    assert [each.account.user for each in read[1:]] == senders
    # The first one had no time for an answer, and on a busy machine none to ask either.
    assert asked.pop("postconf") in (1, 2)
    assert asked == dict.fromkeys(senders, 1)


def test_a_command_that_fails_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with a command is told to all who want what it prints; it is run once."""
    asked = []

    def printed(*_: object) -> Iterator[bytes]:
        yield from ()
        asked.append(1)
        raise Misconfigured("postconf cannot be run: no such file or directory")

    monkeypatch.setattr(answers, "printed", printed)
    known = Answers()
    for _ in range(3):
        with pytest.raises(Misconfigured, match="cannot be run: no such file"):
            list(known.printed(Output(("postconf",)), time.monotonic() + 20))
    assert len(asked) == 1


def test_secrets_of_others_are_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as the last account was read, nothing holds on to the whole file any more."""
    references = []

    class Watched(Answers):
        def __init__(self) -> None:
            super().__init__()
            references.append(weakref.ref(self))

    monkeypatch.setattr(answers, "Answers", Watched)
    path = tmp_path / "file"
    path.touch(0o600)
    path.write_text(text_of("alertmanager"))
    run = many.run(entries("alertmanager", path), Pace())
    for _ in range(COUNT - 1):
        next(run)
    gc.collect()
    assert [each() for each in references] == [None]
    assert len(list(run)) == 1
