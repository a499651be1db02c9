"""Whole checks by the thousand, all begun at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.crowd import crowd_server, room_for

from check_smtp_auth.check import check
from check_smtp_auth.net.loop import run
from check_smtp_auth.options.parser import Request, parse
from check_smtp_auth.outcome import Outcome

# Seconds that the server takes its time, twice in each conversation.
PAUSE = 0.5


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server for them."""
    with crowd_server(PAUSE) as port:
        yield port


def outcomes(number: int, port: int, password_file: Path) -> tuple[list[Outcome], float]:
    """Check so many accounts at once; return what came of each, and the CPU time of one."""
    where = ("-H", "127.0.0.1", "-p", str(port), "--tls", "none", "-t", "60")
    request = parse((*where, "-u", "x", "-P", str(password_file), "--state-dir", "none"))
    assert isinstance(request, Request)
    accounts = (request.account.replace(user=f"user-{n}") for n in range(number))
    checks = (check(account, request.policy, request.caution) for account in accounts)
    began = time.process_time()
    ends = list(run(checks, at_once=number))
    spent = (time.process_time() - began) / number
    assert [end.error for end in ends] == [None] * number
    assert sorted(end.position for end in ends) == list(range(number))
    return [end.result for end in ends], spent


@pytest.mark.laws
def test_two_thousand_at_once(port: int, password_file: Path) -> None:
    """All are let in; no time is told that the server did not take, and none is the dearer.

    Where each wake-up looks at all who wait, two thousand at once cost thrice as much each as
    two hundred. Where all are begun before anybody is heard, each waits for all others.
    """
    most = room_for(2_000)
    _, cost_of_few = outcomes(most // 10, port, password_file)
    began = time.monotonic()
    seen, cost_of_many = outcomes(most, port, password_file)
    whole = time.monotonic() - began
    assert {each.verdict.slug for each in seen} == {"authenticated"}
    connects = sorted(each.times.connect or 0.0 for each in seen)
    assert connects[most // 2] < whole / 6
    assert all((each.times.auth or 0.0) >= PAUSE for each in seen)
    assert cost_of_many < 2.5 * cost_of_few
