"""The guard driven as a run drives it, with a clock that the test turns.

A ``Day`` is a state directory of one server. ``start`` asks for leave and reserves, ``end``
settles, ``check`` does both; a try that is started and never ended is one that was killed. All
of it is done by the plugin's own keeper, on real files.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from check_smtp_auth.accounts import Caution
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.secret import Secret
from check_smtp_auth.state import fingerprint, ledger, place
from check_smtp_auth.state import keeper as keepers
from check_smtp_auth.state.guard import Decision, Limits, Settlement
from check_smtp_auth.state.keeper import Keeper
from check_smtp_auth.state.lost import Lost
from check_smtp_auth.state.memory import Memory
from check_smtp_auth.state.tries import WINDOW as WINDOW

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
BEGIN = 1_800_000_000.0
HOST = "mail.example.test"
USER = "finance@example.test"
ROOT = tempfile.mkdtemp(prefix="check_smtp_auth-days-")
atexit.register(shutil.rmtree, ROOT, ignore_errors=True)
# What a run with -t 10 reserves.
LONGEST = 12.0
# So little time is left that nobody is waited for.
HURRY = 0.5
keepers.GRACE = LONGEST - HURRY
# The slow hash would make hours of a day.
fingerprint.ROUNDS = 1


class Visit(NamedTuple):
    """A try under way: who tries, with which secret, since when, and until when at most.

    ``fingerprint`` is the secret's if there was one to compare it with.
    """

    keeper: Keeper
    user: str
    secret: str
    fingerprint: str
    began: float
    until: float


class _Nothing(Lost):
    """Of a host that is never overloaded, whatever runs beside the tests."""

    seconds = to_processor = to_files = 0.0  # type: ignore[assignment]


class _Rested(Keeper):
    """One that loses no time."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        """Make it."""
        super().__init__(*arguments, **more)
        self.lost = _Nothing()


class Day:
    """One server's memory and the clock. ``rejected`` are the times at which AUTH failed."""

    def __init__(self, rejections: int = 2, server_rejections: int = 3, hold: float = HOUR) -> None:
        """Begin with nothing remembered."""
        self.directory = Path(tempfile.mkdtemp(dir=ROOT)) / "state"
        self.limits = Limits(rejections, server_rejections, hold)
        self.now = BEGIN
        self.decision = Decision(True)
        self.rejected: list[float] = []
        self._visits: list[Visit] = []

    def wait(self, seconds: float) -> None:
        """Turn the clock; a negative number puts it back."""
        self.now += seconds

    def of(self, user: str = USER) -> Memory:
        """What is remembered of a user."""
        keeper = self._keeper()
        try:
            return run_one(keeper.recall(user, Secret(b""), "", self.now + 5), self._clock)
        finally:
            keeper.close()

    def ask(self, user: str = USER, secret: str = "first", retry_now: bool = False) -> Decision:
        """Ask for leave, and give it back."""
        keeper = self._keeper(retry_now)
        try:
            return self._asked(keeper, user, secret)
        finally:
            keeper.close()

    def start(
        self, user: str = USER, secret: str = "first", retry_now: bool = False
    ) -> Visit | None:
        """Ask for leave and reserve; None if it is not given."""
        keeper = self._keeper(retry_now)
        self.decision = self._asked(keeper, user, secret)
        if not self.decision.go:
            keeper.close()
            return None
        fingerprint = keeper._hashed
        visit = Visit(keeper, user, secret, fingerprint, self.now, self.now + LONGEST)
        self._visits.append(visit)
        return visit

    def end(
        self,
        visit: Visit,
        diagnosis: str = "credentials-rejected",
        sent: bool = True,
        hashed: bool = True,
    ) -> None:
        """Settle a try; the diagnosis "authenticated" is a success.

        A secret is not ``hashed`` where the time did not suffice for it.
        """
        accepted = diagnosis == "authenticated"
        reply = "" if accepted else "535 5.7.8 No"
        ended = Settlement(accepted, sent, diagnosis, reply, auth_time=HURRY)
        # With no time at all nothing is hashed; what is on disk is then written all the same.
        until = self.now + 5 if hashed else self.now
        run_one(visit.keeper.settle(ended, Secret(visit.secret.encode()), until), self._clock)
        visit.keeper.close()
        self._visits.remove(visit)
        if sent and not accepted:
            self.rejected.append(self.now)

    def kill(self, visit: Visit) -> None:
        """End a try as a kill does: its files stay, its locks go."""
        held = visit.keeper._held
        assert held is not None
        visit.keeper._held = None
        held.close()
        visit.keeper.close()
        self._visits.remove(visit)

    def check(
        self,
        diagnosis: str = "credentials-rejected",
        user: str = USER,
        secret: str = "first",
        retry_now: bool = False,
    ) -> Decision:
        """Make a try, if the guard lets us, that ends at once."""
        visit = self.start(user, secret, retry_now)
        if visit is not None:
            self.end(visit, diagnosis)
        return self.decision

    def held_for(self, user: str = USER, secret: str = "first") -> float:
        """For how many seconds more the account is held; 0 if it may be tried."""
        decision = self.ask(user, secret)
        return 0.0 if decision.go else decision.until - self.now

    def close(self) -> None:
        """Take everything away."""
        for visit in list(self._visits):
            self.kill(visit)
        place._open.pop(str(self.directory), None)
        shutil.rmtree(self.directory.parent)

    def _keeper(self, retry_now: bool = False) -> Keeper:
        caution = Caution(state_dir=str(self.directory), retry_now=retry_now)
        return _Rested(HOST, caution, self.limits, self._clock, self._clock)

    def _asked(self, keeper: Keeper, user: str, secret: str) -> Decision:
        ledger._empty.clear()  # each try is another process's, and shares no file with others
        run_one(keeper.recall(user, Secret(secret.encode()), "", self.now + 5), self._clock)
        return run_one(keeper.ask(self.now + HURRY), self._clock)

    def _clock(self) -> float:
        return self.now


def most_within(moments: list[float], seconds: float = 600.0) -> int:
    """The largest number of moments within any time of that length."""
    moments = sorted(moments)
    counts = (sum(1 for other in moments if 0 <= other - first < seconds) for first in moments)
    return max(counts, default=0)


def as_fail2ban_counts(moments: list[float]) -> int:
    """The largest number of failures that fail2ban counts, which bans at five (maxretry).

    It does not look back over ten minutes (findtime), but estimates: see ``adjustTime`` in
    its server/ticket.py (1.0.2). What is older is forgotten some seconds late.
    """
    most, count, first, last = 0, 0, 0, -10_000
    for moment in map(int, sorted(moments)):
        if moment - last > 600 + 20:
            count, first = 0, moment
        elif moment > last and first < moment - 600:
            count = round(count / (moment - first) * 600)
            first = moment - 600
        count, last = count + 1, moment
        most = max(most, count)
    return most
