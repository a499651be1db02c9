"""The lockout guard against real mail servers: checks at once, and checks that are killed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fakes.plugin import COMMAND, Run, environment, run

from check_smtp_auth.state.memory import Memory
from check_smtp_auth.state.place import open_place
from check_smtp_auth.state.store import Store

from .dovecot import Dovecot
from .mailserver import MailServer
from .postfix import Postfix
from .process import PATIENCE, wait_until

RUNS = 200
AT_ONCE = 20
# Seconds: what the tarpit takes over a refusal, and what a check waits, from connecting on: long
# enough that no busy host is why there was no answer.
TARPIT, PATIENT = 10, "5"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with a wrong secret, its owner's only."""
    file = tmp_path / "secret"
    file.touch(0o600)
    file.write_text("wrong-secret")
    return file


def words(server: MailServer, secret: Path, *options: str) -> list[str]:
    """The options of a check, its state beside its secret."""
    where = ("-H", server.host, "-p", str(server.port_starttls), "-u", server.user)
    files = ("-P", str(secret), "--ca-file", str(server.ca_file))
    return [*where, *files, "--state-dir", str(secret.parent / "state"), *options]


def at_once(number: int, server: MailServer, secret: Path, *options: str) -> list[Run]:
    """Run so many checks, as many of them at the same time as a monitor might."""
    options = (*options, "-A", "PLAIN", "-t", "20")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda _: run(*words(server, secret, *options)), range(number)))


def codes(runs: list[Run]) -> set[int]:
    """The exit codes there are."""
    return {each.code for each in runs}


def test_two_hundred_checks_of_a_wrong_password(postfix_cyrus: Postfix, secret: Path) -> None:
    """Two hundred checks, twenty at a time, make two AUTHs; all tell what the server said."""
    with postfix_cyrus.watch() as seen:
        runs = at_once(RUNS, postfix_cyrus, secret)
    assert [each.refused for each in seen] == [True, True]
    assert codes(runs) == {2}
    assert sum("not tried" in each.first for each in runs) == RUNS - 2
    assert all("535 5.7.8" in each.first for each in runs)
    place = open_place(str(secret.parent / "state"), "")
    user = postfix_cyrus.user
    store = Store(place, postfix_cyrus.host, user, lambda: Memory(user))
    memory, left = store.look(time.time())
    assert (memory.spent.count, memory.tries, left, store.set_aside) == (2, 2, (), "")
    store.close()


def test_checks_at_once_of_a_right_password(postfix_cyrus: Postfix, secret: Path) -> None:
    """Checks at once with a right password are all OK, though they wait for each other."""
    secret.write_text(postfix_cyrus.password)
    with postfix_cyrus.watch() as seen:
        runs = at_once(AT_ONCE, postfix_cyrus, secret)
    assert codes(runs) == {0}
    assert len(seen) == sum("authenticated" in each.first for each in runs)
    assert all(each.accepted for each in seen)


def test_max_rejections_holds_for_checks_at_once(dovecot_submission: Dovecot, secret: Path) -> None:
    """With --max-rejections 1 checks at once make one AUTH."""
    with dovecot_submission.watch() as seen:
        at_once(AT_ONCE, dovecot_submission, secret, "--max-rejections", "1")
    assert [each.refused for each in seen] == [True]


def test_a_changed_password_is_let_in_at_once(postfix_cyrus: Postfix, secret: Path) -> None:
    """Once the right password is in the file, the next run logs in."""
    with postfix_cyrus.watch() as seen:
        for _ in range(3):
            run(*words(postfix_cyrus, secret, "-A", "PLAIN"))
        secret.write_text(postfix_cyrus.password)
        assert run(*words(postfix_cyrus, secret, "-A", "PLAIN")).code == 0
    assert [each.accepted for each in seen] == [False, False, True]


def received(server: MailServer) -> int:
    """How many AUTH commands a Dovecot has received, also from clients that have gone since."""
    return server.read_log().count("Received new command: AUTH")


def test_checks_killed_during_auth_count(
    dovecot_variant: Callable[..., Dovecot], secret: Path
) -> None:
    """Checks killed while a tarpit lets them wait are rejected logins, of which there are two."""
    server = dovecot_variant(failure_delay=TARPIT)
    command = [*COMMAND, *words(server, secret, "-A", "PLAIN")]
    before = received(server)
    for number in (1, 2):
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL)
        assert wait_until(lambda n=number: received(server) == before + n, PATIENCE)
        process.kill()
        process.wait()
    done = run(*words(server, secret))
    assert "not tried, to keep the account from being locked" in done.first
    assert received(server) == before + 2


def test_a_tarpit_counts(dovecot_variant: Callable[..., Dovecot], secret: Path) -> None:
    """A server that takes longer over a refusal than we wait gets two AUTHs, then none."""
    server = dovecot_variant(failure_delay=TARPIT)
    before = received(server)
    runs = [run(*words(server, secret, "-t", PATIENT, "-A", "PLAIN")) for _ in range(3)]
    assert ["no answer in time" in each.first for each in runs] == [True] * 3
    assert "not tried" in runs[2].first
    assert received(server) == before + 2
