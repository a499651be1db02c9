"""Many accounts in one run, against servers that play a script."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.scripts import REJECTION, clear, implicit
from fakes.server import Connection, Script, Server, Step, expect, hang, pause, send
from state.runs import silent

from check_smtp_auth import run as many
from check_smtp_auth.accounts import Account, Caution, Entry, Pace, Policy, Source, Trust
from check_smtp_auth.outcome import Outcome

ACCEPTED = b"235 2.7.0 Come in\r\n"
UNHURRIED = Pace()


class Fleet:
    """Accounts with one password file and one state directory."""

    def __init__(self, directory: Path, password_file: Path) -> None:
        """Nothing is remembered yet."""
        self.state = directory / "state"
        self.source = Source("file", str(password_file))

    def entry(self, server: Server, user: str, timeout: float = 20.0, **caution: object) -> Entry:
        """One account."""
        account = Account(
            *(server.address, server.port, user, self.source, "none", Trust(), server.address),
            timeout=timeout,
            name=user,
        )
        return Entry(account, Policy(), Caution(state_dir=str(self.state), **caution))

    def entries(self, server: Server, number: int, name: str = "u", **more: object) -> list[Entry]:
        """So many accounts of a server."""
        return [self.entry(server, f"{name}{n}", **more) for n in range(number)]


@pytest.fixture
def fleet(tmp_path: Path, password_file: Path) -> Fleet:
    """A fleet that was never checked before."""
    return Fleet(tmp_path, password_file)


def check(entries: Iterable[Entry], pace: Pace = UNHURRIED) -> dict[str, Outcome]:
    """Run once; return the outcomes by name, each in its place."""
    entries = list(entries)
    found = {outcome.account.name: outcome for outcome in many.run(entries, pace)}
    assert [found[each.account.name].place for each in entries] == list(range(len(entries)))
    return found


def answering(reply: bytes, after: float = 0.0) -> Script:
    """A server that answers AUTH so, after some time."""
    return clear([expect(b"AUTH"), pause(after), send(reply)])


def test_one_outcome_for_each_account(fleet: Fleet) -> None:
    """Good, bad and misconfigured accounts each get their own, whatever the others do."""
    with Server(answering(ACCEPTED)) as well, Server(answering(REJECTION)) as ill:
        broken = fleet.entry(well, "broken").replace(problem="fleet.ini:7: no such key")
        found = check([fleet.entry(ill, "bad"), broken, *fleet.entries(well, 3)])
    slugs = {name: outcome.verdict.slug for name, outcome in found.items()}
    assert slugs == {
        "bad": "credentials-rejected",
        "broken": "misconfigured",
        **dict.fromkeys(("u0", "u1", "u2"), "authenticated"),
    }
    assert found["broken"].verdict.state == "UNKNOWN"
    assert found["broken"].verdict.summary == "fleet.ini:7: no such key"


def test_a_fault_of_ours_is_one_accounts_alone(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a check breaks, its account is UNKNOWN, without the error's text; others go on."""
    real = many.check

    def faulty(account: Account, *rest: object) -> object:
        if account.name == "u1":
            raise ZeroDivisionError("text that may hold a secret")
        return (yield from real(account, *rest))  # type: ignore[arg-type]

    monkeypatch.setattr(many, "check", faulty)
    with Server(answering(ACCEPTED)) as server:
        found = check(fleet.entries(server, 3))
    summary = found["u1"].verdict.summary
    assert "a fault in this plugin, ZeroDivisionError at test_run.py:" in summary
    assert "secret" not in summary
    assert [found[name].verdict.state for name in ("u0", "u1", "u2")] == ["OK", "UNKNOWN", "OK"]


def test_a_server_that_hangs_delays_no_other(fleet: Fleet) -> None:
    """Two dozen accounts of a silent server end after those of a server that answers, though they
    come first.
    """
    with Server([hang]) as mute, Server(answering(ACCEPTED), address="127.0.0.2") as well:
        first = fleet.entries(mute, 24, "mute", timeout=1.5)
        outcomes = many.run([*first, *fleet.entries(well, 12)], Pace(concurrency=16))
        order = [outcome.verdict.slug for outcome in outcomes]
    assert order[:12] == ["authenticated"] * 12
    assert order[12:] == ["timeout"] * 24


def test_each_certificate_is_judged(fleet: Fleet, certificates: Certificates) -> None:
    """Servers that are trusted alike share all but their certificates: what ends soon, or was
    made for another name, is told of its own accounts alone.
    """
    files = {
        "authenticated": certificates.server.file,
        "certificate-expiring": certificates.days_10.file,
        "certificate-untrusted": certificates.untrusted.file,
        "certificate-expired": certificates.not_yet_valid.file,
    }
    trust = Trust(ca_file=str(certificates.ca_file))
    with ExitStack() as servers:
        entries = []
        for number, (name, file) in enumerate(files.items(), 1):
            script = implicit(file, [expect(b"AUTH"), send(ACCEPTED)])
            server = servers.enter_context(Server(script, address=f"127.0.0.{number}"))
            for entry in fleet.entries(server, 3, f"{name} "):
                account = entry.account.replace(tls="implicit", trust=trust, tls_name="localhost")
                entries.append(entry.replace(account=account))
        found = check(entries)
    slugs = {name: outcome.verdict.slug for name, outcome in found.items()}
    assert slugs == {name: name.partition(" ")[0] for name in slugs}


class Crowd:
    """Counts who is there at once, and how many of these have asked to be let in."""

    def __init__(self) -> None:
        """Nobody has come."""
        self.lock = threading.Lock()
        self.present = self.most = 0

    def counted(self, step: Step) -> Step:
        """Have a step count whoever takes it."""

        def counting(connection: Connection) -> None:
            with self.lock:
                self.present += 1
                self.most = max(self.most, self.present)
            try:
                step(connection)
            finally:
                with self.lock:
                    self.present -= 1

        return counting


@pytest.mark.parametrize(
    "pace, budget, most",
    [
        (Pace(server_connections=4), 100, 4),
        (Pace(concurrency=3), 100, 3),
        (Pace(server_connections=8), 3, 3),
    ],
)
def test_logins_under_way(fleet: Fleet, pace: Pace, budget: int, most: int) -> None:
    """No more at once than --concurrency and --server-connections say, nor than the server's
    budget of rejections allows; and as many as they say.
    """
    crowd = Crowd()
    script = clear([expect(b"AUTH"), crowd.counted(pause(0.3)), send(ACCEPTED)])
    with Server(script) as server:
        entries = fleet.entries(server, 12, server_rejections=budget)
        found = check(entries, pace)
    assert {outcome.verdict.slug for outcome in found.values()} == {"authenticated"}
    assert crowd.most == most


def test_each_accounts_time_is_its_own(fleet: Fleet) -> None:
    """Twenty-four logins of half a second, three at a time, take four seconds; none of them is
    told to have taken that, and none runs out of its own time.
    """
    with Server(answering(ACCEPTED, 0.5)) as server:
        entries = fleet.entries(server, 24, timeout=4.0)
        began = time.monotonic()
        found = check(entries)
        whole = time.monotonic() - began
    assert {outcome.verdict.slug for outcome in found.values()} == {"authenticated"}
    assert whole > 3.5
    assert max(outcome.times.total for outcome in found.values()) < 3.0


def test_a_name_is_asked_for_once(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen accounts of a host cost one question to the DNS."""
    from check_smtp_auth.net import resolve

    asked = []
    real = resolve._look_up

    def look_up(name: bytes, family: str) -> object:
        asked.append(name)
        return real(name, family)

    monkeypatch.setattr(resolve, "_look_up", look_up)
    monkeypatch.setattr(resolve, "_questions", {})
    with Server(answering(ACCEPTED)) as server:
        entries = [
            each.replace(account=each.account.replace(host="localhost", family="ipv4"))
            for each in fleet.entries(server, 12)
        ]
        check(entries)
    assert asked == [b"localhost"]


class TestDeadline:
    """A run that is to be over at some time."""

    def test_those_not_reached_keep_their_state_and_come_first(self, fleet: Fleet) -> None:
        """What there was no time for is told so, in the state of its last diagnosis, and is the
        first to be tried the next time.
        """
        with Server(answering(ACCEPTED)) as server:
            entries = fleet.entries(server, 8)
            check(entries)
        pace = Pace(server_connections=1, deadline=1.5)
        with Server(answering(ACCEPTED, 0.6)) as server:
            first, second = (check(fleet.entries(server, 8), pace) for _ in range(2))
        missed = {name for name, outcome in first.items() if outcome.verdict.slug == "held"}
        assert 3 <= len(missed) <= 7
        for name in missed:
            verdict = first[name].verdict
            assert verdict.state == "OK"
            assert "not tried, because the whole run reached its --deadline" in (verdict.summary)
            assert "it worked when last tried" in verdict.summary
        tried = {name for name, outcome in second.items() if outcome.verdict.slug != "held"}
        assert tried <= missed

    def test_an_account_never_tried_is_unknown(self, fleet: Fleet) -> None:
        """Nothing is known of what was never reached."""
        with Server(clear([hang])) as server:
            pace = Pace(server_connections=1, deadline=0.5)
            found = check(fleet.entries(server, 3), pace)
        assert {found[name].verdict.state for name in ("u1", "u2")} == {"UNKNOWN"}
        assert "it was not tried yet" in found["u2"].verdict.summary

    @pytest.mark.parametrize("script", [clear([hang]), [hang]])
    def test_what_it_cuts_off_is_never_critical(self, fleet: Fleet, script: Script) -> None:
        """A login under way gets two seconds, then it is undecided and keeps its last state,
        however far it had come.
        """
        with Server(answering(ACCEPTED)) as server:
            check(fleet.entries(server, 1))
        with Server(script) as server:
            began = time.monotonic()
            found = check(fleet.entries(server, 1), Pace(deadline=0.5))
            seconds = time.monotonic() - began
        verdict = found["u0"].verdict
        assert verdict.state == "OK"
        assert "undecided: the whole run reached its --deadline" in verdict.summary
        assert 2.0 < seconds < 10.0

    def test_a_login_cut_off_was_sent_and_counts(self, fleet: Fleet) -> None:
        """The secret was sent, so the guard counts it: the third time it is held."""
        with Server(clear([silent])) as server:
            slugs = [
                check(fleet.entries(server, 1), Pace(deadline=0.3))["u0"].verdict.slug
                for _ in range(3)
            ]
        assert slugs == ["timeout", "timeout", "held"]
