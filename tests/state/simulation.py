"""The guard driven as a run drives it, with a clock that the test turns.

A ``Day`` holds the memory of one server. ``start`` asks for leave and reserves, ``end`` settles,
``check`` does both; a try that is started and never ended is one that was killed. What is
remembered goes through its written form each time, as it does between two processes.
"""

from __future__ import annotations

from typing import NamedTuple

from check_smtp_auth.state import guard
from check_smtp_auth.state.guard import Decision, Limits
from check_smtp_auth.state.memory import Memory, ServerMemory, dump, load

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
BEGIN = 1_800_000_000.0
USER = "finance@example.test"
# What a run with -t 10 reserves.
LONGEST = 12.0


class Visit(NamedTuple):
    """A try under way: who tries, with which secret, since when, and until when at most."""

    user: str
    secret: str
    began: float
    until: float


class Day:
    """One server's memory and the clock. ``rejected`` are the times at which AUTH failed."""

    def __init__(self, rejections: int = 2, server_rejections: int = 3, hold: float = HOUR) -> None:
        """Begin with nothing remembered."""
        self.limits = Limits(rejections, server_rejections, hold)
        self.server = ServerMemory()
        self.now = BEGIN
        self.decision = Decision(True)
        self.rejected: list[float] = []

    def wait(self, seconds: float) -> None:
        """Turn the clock; a negative number puts it back."""
        self.now += seconds

    def of(self, user: str = USER) -> Memory:
        """What is remembered of a user."""
        return self.server.of(user)

    def ask(self, user: str = USER, secret: str = "first", retry_now: bool = False) -> Decision:
        """Ask for leave, and reserve nothing."""
        return guard.decide(self._tidy(user, secret), user, self.now, self.limits, retry_now)

    def start(
        self, user: str = USER, secret: str = "first", retry_now: bool = False
    ) -> Visit | None:
        """Ask for leave and reserve; None if it is not given."""
        tidy = self._tidy(user, secret)
        self.decision = guard.decide(tidy, user, self.now, self.limits)
        forced = retry_now and not self.decision.go
        if forced:
            self.decision = guard.decide(tidy, user, self.now, self.limits, True)
        if not self.decision.go:
            self.server = tidy
            return None
        until = round(self.now + LONGEST, 3)
        self._write(guard.reserve(tidy, user, self.now, until, forced))
        return Visit(user, secret, self.now, until)

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
        ended = guard.Try(
            accepted=accepted,
            sent=sent,
            diagnosis=diagnosis,
            reply="" if accepted else "535 5.7.8 No",
            reservation=visit.until,
            fingerprint=visit.secret if hashed and not accepted else "",
        )
        tidy = guard.tidy(self.server, self.now, self.limits)
        self._write(guard.settle(tidy, visit.user, ended, self.now, self.limits))
        if sent and not accepted:
            self.rejected.append(self.now)

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

    def _tidy(self, user: str, secret: str) -> ServerMemory:
        tidy = guard.tidy(self.server, self.now, self.limits)
        memory = tidy.of(user)
        if memory.fingerprint in ("", secret):
            return tidy
        return tidy.with_account(guard.switched(memory, secret))

    def _write(self, server: ServerMemory) -> None:
        self.server = load(dump(server))


def most_within(moments: list[float], seconds: float = 600.0) -> int:
    """The largest number of moments within any time of that length, as fail2ban counts."""
    moments = sorted(moments)
    counts = (sum(1 for other in moments if 0 <= other - first < seconds) for first in moments)
    return max(counts, default=0)
