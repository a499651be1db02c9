"""The probe in this process: how long it would wait, and what it leaves in memory."""

from __future__ import annotations

import gc
import select
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER
from fakes.scripts import ACCEPT, REJECT, answer, clear, implicit
from fakes.server import Script, Server, close, expect, hang, reset, send
from test_probe_tls_causes import asking
from test_probe_tls_causes import script as until_asked

import check_smtp_auth
from check_smtp_auth.accounts import Account, Source, Trust
from check_smtp_auth.net.loop import run, run_one
from check_smtp_auth.net.trust import context
from check_smtp_auth.observation import Observation
from check_smtp_auth.probe import probe
from check_smtp_auth.sasl import Credential
from check_smtp_auth.secret import Secret
from check_smtp_auth.state.guard import Decision

if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps, Wait

PACKAGE = str(Path(check_smtp_auth.__file__).parent)
CREDENTIAL = Credential(USER, Secret(SECRET.encode()))


def account(server: Server, certificates: Certificates, tls: str) -> Account:
    """The account at a fake server."""
    trust = Trust(ca_file=str(certificates.ca_file))
    source = Source("file", "password")
    return Account(server.address, server.port, USER, source, tls, trust, "localhost", timeout=60)


def until_quit_is_waited_for(steps: Steps[Observation], server: Server) -> Wait:
    """Go on until QUIT has been said and nothing comes; return what is waited for then."""
    wait = next(steps)
    for _ in range(1_000):
        poll = select.poll()
        for descriptor in wait.descriptors:
            poll.register(descriptor, wait.events)
        if poll.poll(20):
            wait = steps.send(True)
        elif any(b"QUIT" in connection.lines for connection in server.connections):
            return wait
    raise AssertionError("QUIT was not said")


def test_each_account_is_told_what_its_server_asked_for(certificates: Certificates) -> None:
    """Not only the first account of a server in a run has it among its facts that the server
    asked for a client certificate, be there other servers or not.
    """
    asks = Server(until_asked("implicit", asking(certificates, close)))
    does_not = Server(implicit(certificates.server.file, REJECT))
    with asks, does_not:
        accounts = [account(server, certificates, "implicit") for server in (asks, does_not)]
        steps = [probe(each, CREDENTIAL, time.monotonic()) for each in (*accounts, *accounts)]
        steps += [probe(each, CREDENTIAL, time.monotonic()) for each in accounts]
        together, alone = run(steps[:4]), (run_one(each) for each in steps[4:])
        ended = sorted(together, key=lambda each: each.position)
        seen: list[Observation] = [*(each.result for each in ended), *alone]
    assert [each.tls.asked for each in seen if each.tls is not None] == [True, False] * 3


@pytest.mark.parametrize("seconds", [-60.0, 60.0])
def test_masking_is_held_to_the_time_of_the_check(
    certificates: Certificates, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    """What cannot be searched for the secret by the end of the time is not shown, but judged."""
    monkeypatch.setattr("check_smtp_auth.probe.MASKING", seconds)
    refusal = b"535 5.7.8 bzzt: account locked\r\n"
    with Server(clear(answer(b"AUTH", refusal))) as server:
        seen = run_one(probe(account(server, certificates, "none"), CREDENTIAL, time.monotonic()))
    assert seen.failure is not None and seen.failure.reply is not None
    assert ("bzzt" in seen.failure.reply.text) is (seconds > 0)
    assert "account locked" in seen.failure.reply.unmasked.text


@pytest.mark.parametrize("tls", ["none", "implicit"])
@pytest.mark.parametrize("script", [ACCEPT, REJECT], ids=["accepted", "rejected"])
def test_quit_takes_two_seconds_at_most(
    certificates: Certificates, script: Script, tls: str
) -> None:
    """A server that does not answer QUIT holds a check up by two seconds, not by its timeout."""
    script = [*script, expect(b"QUIT"), hang]
    whole = clear(script) if tls == "none" else implicit(certificates.server.file, script)
    with Server(whole) as server:
        there = account(server, certificates, tls)
        run_one(context(there.trust, time.monotonic() + 60))  # what is read aside, is read then
        steps = probe(there, CREDENTIAL, 0.0, clock=lambda: 10.0)
        wait = until_quit_is_waited_for(steps, server)
        assert wait.until == 12.0
        with pytest.raises(StopIteration) as ended:
            steps.send(False)
    seen: Observation = ended.value.value
    assert seen.accepted == (script[:2] == ACCEPT)
    assert seen.exchanges[-1].reply is None


def test_quit_takes_no_longer_than_there_is_time(certificates: Certificates) -> None:
    """Where less than two seconds are left, QUIT has these."""
    with Server(clear(ACCEPT, [expect(b"QUIT"), hang])) as server:
        there = account(server, certificates, "none").replace(timeout=10.5)
        steps = probe(there, CREDENTIAL, 0.0, clock=lambda: 10.0)
        assert until_quit_is_waited_for(steps, server).until == 10.5
        steps.close()


def never(_until: float, _trusting: float) -> Steps[Decision]:
    """Give no leave."""
    return Decision(go=False)
    yield


# A challenge that CRAM-MD5 rejects, and SCRAM in its thread; and the reply to "*".
NO_CHALLENGE, CANCELLED = answer(b"AUTH", b"334 \r\n"), answer(b"*", b"501 no\r\n")
ENDINGS: dict[str, tuple[Script, dict[str, object]]] = {
    "accepted": (clear(ACCEPT), {}),
    "rejected": (clear(REJECT), {}),
    "refused by the greeting": ([send(b"554 no\r\n")], {}),
    "no SMTP": ([send(b"SSH-2.0-x\r\n"), close], {}),
    "closed": (clear([expect(b"AUTH"), close]), {}),
    "reset": (clear([expect(b"AUTH"), reset]), {}),
    "not offered": (clear(offer="SIZE"), {}),
    "cancelled": (clear(NO_CHALLENGE, CANCELLED, offer="AUTH CRAM-MD5"), {}),
    "cancelled aside": (clear(NO_CHALLENGE, CANCELLED, offer="AUTH SCRAM-SHA-256"), {}),
    "held": (clear(), {"permit": never}),
}


def ours(thing: object) -> bool:
    """Tell whether an object belongs to the package's code."""
    if isinstance(thing, TracebackType):
        thing = thing.tb_frame
    code = getattr(thing, "f_code", None) or getattr(thing, "gi_code", None)
    file = code.co_filename if code else ""
    return file.startswith(PACKAGE) or type(thing).__module__.startswith("check_smtp_auth")


@pytest.fixture
def garbage() -> Iterator[list[object]]:
    """What only the collector of reference cycles would free, which the plugin switches off."""
    gc.disable()
    gc.freeze()  # what there is, which takes long to look through
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("ending", [*ENDINGS, "connection refused"])
def test_nothing_is_left_behind(
    certificates: Certificates, garbage: list[object], ending: str
) -> None:
    """However an attempt ends, its memory is free again at once: a run may make ten thousand."""
    script, more = ENDINGS.get(ending, ([close], {}))
    with Server(script) as server:
        there = account(server, certificates, "none")
        if ending == "connection refused":
            there = there.replace(host="127.0.0.77")  # where the server does not listen

        def attempt() -> Steps[Observation]:
            return probe(there, CREDENTIAL, time.monotonic(), **more)  # type: ignore[arg-type]

        assert [ended.error for ended in run(attempt() for _ in range(10))] == [None] * 10
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    assert [thing for thing in garbage if ours(thing)] == []
