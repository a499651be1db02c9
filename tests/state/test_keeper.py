"""What stands between a run and the state directory: secrets renewed, places given back."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from check_smtp_auth.accounts import Caution
from check_smtp_auth.net.loop import Wait, run, run_one
from check_smtp_auth.secret import Secret
from check_smtp_auth.state import place
from check_smtp_auth.state.guard import DAY, Limits, Settlement
from check_smtp_auth.state.keeper import Keeper
from check_smtp_auth.state.tries import TRY, name_of

from .simulation import HOST, HOUR, MINUTE, USER, WINDOW, Day

if TYPE_CHECKING:
    from collections.abc import Callable

    from check_smtp_auth.net.loop import Steps

REJECTED = Settlement(False, True, "credentials-rejected", "535 No")


def recalled(directory: Path, secret: str = "first", user: str = USER) -> Keeper:
    """A keeper that has recalled the account."""
    keeper = Keeper(HOST, Caution(state_dir=str(directory)))
    run_one(keeper.recall(user, Secret(secret.encode()), "", time.monotonic() + 5))
    return keeper


def reject(directory: Path, secret: str = "first") -> None:
    """Have a login rejected."""
    keeper = recalled(directory, secret)
    assert run_one(keeper.ask(time.monotonic() + 5)).go
    run_one(keeper.settle(REJECTED, Secret(secret.encode()), time.monotonic() + 5))
    keeper.close()


def test_what_was_spent_on_a_rotated_secret_stays_spent(tmp_path: Path) -> None:
    """A refresh token that we replaced ourselves has no new budget by that."""
    reject(tmp_path / "state")
    keeper = recalled(tmp_path / "state")
    run_one(keeper.renew(Secret(b"second"), time.monotonic() + 5))
    assert run_one(keeper.ask(time.monotonic() + 5)).go
    run_one(keeper.settle(REJECTED, Secret(b"second"), time.monotonic() + 5))
    keeper.close()
    assert recalled(tmp_path / "state", "second").memory.spent.count == 2


def test_a_secret_that_was_laid_aside_is_renewed_too(tmp_path: Path) -> None:
    """What stands aside for the old secret is known by the new one from then on."""
    reject(tmp_path / "state", "other")
    keeper = recalled(tmp_path / "state", "first")
    run_one(keeper.renew(Secret(b"second"), time.monotonic() + 5))
    keeper.close()
    assert recalled(tmp_path / "state", "other").memory.spent.count == 1
    assert recalled(tmp_path / "state", "second").memory.spent.count in (0, 1)


def test_a_place_that_was_not_used_is_given_back(tmp_path: Path) -> None:
    """A run that ends between leave and AUTH leaves nothing behind that counts."""
    for _ in range(5):
        keeper = recalled(tmp_path / "state")
        assert run_one(keeper.ask(time.monotonic() + 5)).go
        keeper.close()
    assert recalled(tmp_path / "state").memory.spent.count == 0


def test_a_success_waits_for_no_lock(tmp_path: Path) -> None:
    """A success whose memory another check has locked counts as no refusal."""
    reject(tmp_path / "state")
    keeper = recalled(tmp_path / "state")
    assert run_one(keeper.ask(time.monotonic() + 5)).go
    file = tmp_path / "state" / f"{HOST}.d" / "accounts" / USER
    with open(file, "rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        ended = Settlement(True, True, "authenticated")
        run_one(keeper.settle(ended, Secret(b"first"), time.monotonic() + 0.2))
    assert keeper.trouble == ""
    assert recalled(tmp_path / "state").memory.spent.count == 1
    left = os.listdir(tmp_path / "state" / f"{HOST}.d")
    assert [name for name in left if name.startswith("try,")] == []


def test_a_refusal_whose_memory_is_locked_is_not_lost(tmp_path: Path) -> None:
    """A refusal that cannot be written into the account's memory stands in its file's name."""
    reject(tmp_path / "state")
    keeper = recalled(tmp_path / "state")
    assert run_one(keeper.ask(time.monotonic() + 5)).go
    file = tmp_path / "state" / f"{HOST}.d" / "accounts" / USER
    with open(file, "rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        run_one(keeper.settle(REJECTED, Secret(b"first"), time.monotonic() + 0.2))
    memory = recalled(tmp_path / "state").memory
    assert (memory.spent.count, memory.diagnosis, memory.tries) == (2, "credentials-rejected", 2)
    assert memory.spent.until > time.time() + HOUR - MINUTE


def test_accounts_of_one_process_take_turns(tmp_path: Path) -> None:
    """In one process a fourth and a fifth account wait, in this order, until others have ended."""
    keepers = [recalled(tmp_path / "state", user=f"user-{number}") for number in range(5)]
    first = [run_one(keeper.ask(time.monotonic() + 5)) for keeper in keepers[:3]]
    assert all(decision.go for decision in first)
    ended = Settlement(True, True, "authenticated")

    def end(keeper: Keeper, seconds: float) -> Steps[float]:
        yield Wait(time.monotonic() + seconds)
        yield from keeper.settle(ended, Secret(b""), time.monotonic() + 5)
        return 0.0

    def wait(keeper: Keeper) -> Steps[float]:
        decision = yield from keeper.ask(time.monotonic() + 8)
        assert decision.go
        return decision.waited

    conversations = [
        wait(keepers[3]),
        wait(keepers[4]),
        end(keepers[0], 0.3),
        end(keepers[1], 0.6),
    ]
    results = {each.position: each.result for each in run(conversations)}
    assert 0.2 < results[0] < results[1]
    for keeper in keepers:
        keeper.close()


def test_many_wrong_secrets_in_turn_come_to_rest() -> None:
    """Checks that have five wrong secrets of one account come to rest, each as one does."""
    day = Day(server_rejections=1_000)
    for _ in range(20):
        for secret in "abcde":
            day.check(secret=secret)
        day.wait(MINUTE)
    assert len(day.rejected) <= 10


@pytest.mark.parametrize(("hours", "tried"), [(20, False), (30, True)])
def test_how_long_another_secret_is_remembered(hours: int, tried: bool) -> None:
    """A wrong secret stays known for a day beside one that works, and then is forgotten."""
    day = Day(server_rejections=1_000)
    for _ in range(2):
        day.check(secret="wrong")
    day.check("authenticated", secret="right")
    for _ in range(6):
        day.wait(day.held_for(secret="wrong"))
        day.check(secret="wrong")
    assert day.held_for(secret="wrong") > 20 * HOUR
    day.wait(hours * HOUR)
    day.check("authenticated", secret="right")
    assert day.ask(secret="wrong").go is tried


@pytest.mark.parametrize("back", [3 * DAY, 30 * DAY, 3_650 * DAY])
@pytest.mark.parametrize("every", [MINUTE, 20 * MINUTE])
@pytest.mark.parametrize("others", ["", "ab"])
def test_a_clock_that_was_put_back_holds_nobody_longer_than_a_hold(
    back: float, every: float, others: str
) -> None:
    """A host that was ahead of its time tries a held account again when its hold is over by the
    clock as it is now, however often it is looked at meanwhile; another of its secrets too.
    """
    day = Day(server_rejections=1_000)
    for secret in ("x", *others):
        for _ in range(2):
            day.check(secret=secret)
    day.wait(-back)
    assert not day.ask(secret="x").go
    began, tried = day.now, False
    while not tried and day.now < began + 2 * HOUR:
        day.wait(every)
        tried = day.check(secret="x").go
    assert tried
    assert day.now >= began + HOUR - 1


def test_a_retry_by_hand_may_have_the_last_place() -> None:
    """The place that a bad account leaves to good ones is not kept from --retry-now."""
    day = Day(rejections=9)
    day.check("authenticated", "good")
    day.check(user="bad")
    day.check(user="bad")
    assert day.ask("bad").why == "server"
    assert day.ask("bad", retry_now=True).go


def test_a_retired_account_is_tried_once_a_day() -> None:
    """With --expect rejected an account that is switched off is tried once a day too."""
    day = Day(rejections=1)
    day.limits = Limits(1, 3, DAY, DAY)
    assert day.check("account-disabled").go
    assert day.held_for() == DAY
    day.wait(WINDOW)
    assert not day.check("account-disabled").go


def test_a_login_that_was_crowded_out_says_nothing_new(tmp_path: Path) -> None:
    """A timeout of our own making spends the budget, and leaves diagnosis and history alone."""
    worked = Settlement(True, True, "authenticated", auth_time=0.5)
    for ended in (worked, Settlement(False, True, "timeout", crowded=True)):
        keeper = recalled(tmp_path / "state")
        assert run_one(keeper.ask(time.monotonic() + 5)).go
        run_one(keeper.settle(ended, Secret(b"first"), time.monotonic() + 5))
    memory = recalled(tmp_path / "state").memory
    assert (memory.diagnosis, memory.tries, memory.spent.count) == ("authenticated", 1, 1)


_opened: list[str] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    """Note what is opened or listed while somebody wants to know."""
    if _watching and event in ("open", "os.listdir", "os.scandir"):
        _opened.append(event)


_watching: list[bool] = []


def touched(directory: Path) -> int:
    """How many files and folders the first check of a process opens or lists."""
    _opened.clear()
    place._servers.clear()
    _watching.append(True)
    try:
        keeper = recalled(directory)
        assert run_one(keeper.ask(time.monotonic() + 5)).go
        ended = Settlement(True, True, "authenticated", auth_time=0.1)
        run_one(keeper.settle(ended, Secret(b"first"), time.monotonic() + 5))
    finally:
        _watching.clear()
    return len(_opened)


def test_a_check_costs_the_same_however_many_accounts_its_server_has(tmp_path: Path) -> None:
    """With three thousand other accounts remembered, no more is opened, listed or read."""
    sys.addaudithook(_note)
    for _ in range(2):
        alone = touched(tmp_path / "state")
    accounts = tmp_path / "state" / f"{HOST}.d" / "accounts"
    for number in range(3_000):
        (accounts / f"user-{number}").touch(0o600)
    assert 0 < touched(tmp_path / "state") <= alone


ACCEPTED = Settlement(True, True, "authenticated", auth_time=0.1)


def test_the_next_account_of_a_server_opens_and_lists_less(tmp_path: Path) -> None:
    """In one process the server's folder is opened once, and listed again only to ask for leave."""
    sys.addaudithook(_note)
    first = touched(tmp_path / "state")
    first = touched(tmp_path / "state")
    _opened.clear()
    _watching.append(True)
    try:
        keeper = recalled(tmp_path / "state")
        assert run_one(keeper.ask(time.monotonic() + 5)).go
        run_one(keeper.settle(ACCEPTED, Secret(b"first"), time.monotonic() + 5))
    finally:
        _watching.clear()
    assert len(_opened) <= first - 2


def exchange(path: Path) -> None:
    """Put another folder in a folder's place."""
    path.rename(f"{path}.old")
    path.mkdir(0o700)


@pytest.mark.parametrize("away", [shutil.rmtree, exchange])
def test_a_servers_folder_that_is_taken_away_between_two_accounts(
    tmp_path: Path, away: Callable[[Path], object]
) -> None:
    """What an administrator takes away during a run of many holds up none of the next accounts,
    and what is counted from then on is counted.
    """
    reject(tmp_path / "state")
    away(tmp_path / "state" / f"{HOST}.d")
    for _ in range(2):
        reject(tmp_path / "state")
    keeper = recalled(tmp_path / "state")
    assert (keeper.trouble, keeper.notice) == ("", "")
    assert run_one(keeper.ask(time.monotonic() + 5)).why == "account"


def test_a_servers_folder_that_others_may_write_to_from_now_on(tmp_path: Path) -> None:
    """A folder that was opened before is judged anew for each account."""
    reject(tmp_path / "state")
    (tmp_path / "state" / f"{HOST}.d").chmod(0o777)
    keeper = recalled(tmp_path / "state")
    assert "can be written to by others" in keeper.trouble


@pytest.mark.parametrize("seconds", [0.0, 0.1, 1.0])
def test_a_try_that_another_process_leaves_behind_meanwhile(tmp_path: Path, seconds: float) -> None:
    """A try whose process was killed counts once leave is asked for, however lately the folder
    was looked at.
    """
    run_one(recalled(tmp_path / "state").ask(time.monotonic() + 5))
    now = time.time() - 1
    for tag in "ab":
        name = name_of(TRY, USER, now, now + 0.5, tag=tag)
        (tmp_path / "state" / f"{HOST}.d" / name).touch(0o600)
    time.sleep(seconds)
    keeper = recalled(tmp_path / "state")
    assert run_one(keeper.ask(time.monotonic() + 5)).why == "account"
    assert keeper.memory.killed == 2


def test_a_directory_that_is_exchanged_during_a_run(tmp_path: Path) -> None:
    """Where the state directory is moved away and a link put in its place, nothing is written
    elsewhere: what was opened is used.
    """
    state, moved, elsewhere = tmp_path / "state", tmp_path / "moved", tmp_path / "elsewhere"
    keeper = recalled(state)
    assert run_one(keeper.ask(time.monotonic() + 5)).go
    elsewhere.mkdir(0o700)
    state.rename(moved)
    state.symlink_to(elsewhere)
    run_one(keeper.settle(REJECTED, Secret(b"first"), time.monotonic() + 5))
    keeper.close()
    assert list(elsewhere.iterdir()) == []
    assert b"credentials-rejected" in (moved / f"{HOST}.d" / "accounts" / USER).read_bytes()
