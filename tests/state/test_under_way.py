"""What a process has under way itself, which is not looked at one by one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from check_smtp_auth.state import ledger, tries
from check_smtp_auth.state.guard import Decision
from check_smtp_auth.state.ledger import Held
from check_smtp_auth.state.memory import Memory
from check_smtp_auth.state.place import open_place
from check_smtp_auth.state.store import Store, folder_name
from check_smtp_auth.state.tries import Budget

HOST = "mail.example.test"
USERS = ("finance", "sales", "finance", "a-finance")
LASTS = 10.0


def opened(directory: Path, user: str) -> Store:
    """Open the memory of an account as a run does."""
    return Store(open_place(str(directory), ""), HOST, user, lambda: Memory(user))


def begun(directory: Path, user: str, now: float) -> tuple[Store, Held]:
    """Reserve a try of an account."""
    store = opened(directory, user)
    *_, held = store.ask(
        lambda memory, *_: (Decision(True), memory),
        *(now, now + LASTS, "", "", time.monotonic() + 5),
    )
    assert held is not None
    return store, held


def judged(directory: Path, user: str, now: float) -> list[Budget]:
    """The budgets by which an account's try is judged: as if all were alive, and as they are."""
    found: list[Budget] = []

    def judge(memory: Memory, budget: Budget, _: object) -> tuple[Decision, Memory]:
        found.append(budget)
        return Decision(False), memory

    store = opened(directory, user)
    store.ask(judge, now, now + LASTS, "", "", time.monotonic() + 5)
    store.close()
    return found


@pytest.fixture
def under_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[tuple[Store, Held]]]:
    """Four logins under way at once, two of them of one account."""
    monkeypatch.setattr(ledger, "_empty", [])
    yield [begun(tmp_path, user, time.time()) for user in USERS]


@pytest.mark.parametrize("user", ["finance", "sales", "finance2", "nance"])
@pytest.mark.parametrize("later", [0.0, LASTS - 1, LASTS + 1, -7_200.0, -1.0])
def test_it_counts_as_if_it_were_looked_at(
    under_way: list[tuple[Store, Held]], tmp_path: Path, user: str, later: float
) -> None:
    """Logins of our own count for the server, and for their account, as those of others do: while
    they are under way, when their time is over, and when the clock is put back.
    """
    now = time.time() + later
    names = os.listdir(tmp_path / folder_name(HOST))
    expected = tries.budget(tries.parse(names), user, now, (now, ""))
    found = judged(tmp_path, user, now)
    if later > -LASTS:  # else they get other names
        assert [found[0].rejected, found[0].under_way] == [expected.rejected, expected.under_way]
        assert [found[0].own, len(found[0].left)] == [expected.own, len(expected.left)]
    assert found[0].under_way + len(found[0].rejected) == len(USERS)


def test_what_has_ended_counts_no_more(under_way: list[tuple[Store, Held]], tmp_path: Path) -> None:
    """What was given back is gone, and what somebody took away too."""
    (store, held), (_, taken), *_ = under_way
    store.give_back(held)
    assert [each.under_way for each in judged(tmp_path, "sales", time.time())] == [3, 3]
    os.unlink(tmp_path / folder_name(HOST) / taken.name)
    assert [each.under_way for each in judged(tmp_path, "sales", time.time())] == [2, 2]
    assert [each.own for each in judged(tmp_path, "finance", time.time())] == [1, 1]


def test_what_is_held_no_longer_is_as_if_killed(
    under_way: list[tuple[Store, Held]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A login whose file stays behind, for it could not be taken away, counts as rejected."""
    monkeypatch.setattr(os, "unlink", lambda *_, **__: os.stat("/nothing/here"))
    for store, held in under_way:
        store.give_back(held)
    first, second = judged(tmp_path, "sales", time.time())
    assert [first.under_way, len(first.rejected)] == [4, 0]
    assert [second.under_way, len(second.rejected), len(second.left)] == [0, 4, 1]
