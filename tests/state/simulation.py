"""The guard driven as a run drives it, with a clock that the test turns.

A ``Day`` holds the memory of one server. ``start`` asks for leave and reserves, ``end`` settles,
``check`` does both; a try that is started and never ended is one that was killed. What is
remembered goes through its written form each time, as it does between two processes.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from check_smtp_auth.state import guard
from check_smtp_auth.state.guard import Decision, Limits
from check_smtp_auth.state.memory import Memory, ServerMemory, dump, load

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
# How long a rejection counts for the server: ten minutes or more.
WINDOW = guard.WINDOW
BEGIN = 1_800_000_000.0
USER = "finance@example.test"
# What a run with -t 10 reserves.
LONGEST = 12.0


class Visit(NamedTuple):
    """A try under way: who tries, with which secret, since when, and until when at most.

    ``fingerprint`` is the secret's if there was one to compare it with.
    """

    user: str
    secret: str
    fingerprint: str
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
        self._salts = itertools.count(1)

    def wait(self, seconds: float) -> None:
        """Turn the clock; a negative number puts it back."""
        self.now += seconds

    def of(self, user: str = USER) -> Memory:
        """What is remembered of a user."""
        return self.server.of(user)

    def ask(self, user: str = USER, secret: str = "first", retry_now: bool = False) -> Decision:
        """Ask for leave, and reserve nothing."""
        server, _ = self._found(user, secret)
        return guard.decide(server, user, self.now, self.limits, retry_now)

    def start(
        self, user: str = USER, secret: str = "first", retry_now: bool = False
    ) -> Visit | None:
        """Ask for leave and reserve; None if it is not given."""
        server, fingerprint = self._found(user, secret)
        self.decision = guard.decide(server, user, self.now, self.limits)
        forced = retry_now and not self.decision.go
        if forced:
            self.decision = guard.decide(server, user, self.now, self.limits, True)
        if not self.decision.go:
            self.server = server
            return None
        until = round(self.now + LONGEST, 3)
        self._write(guard.reserve(server, user, self.now, until, forced))
        return Visit(user, secret, fingerprint, self.now, until)

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
        fingerprint = visit.fingerprint
        if sent and hashed and not accepted and not fingerprint:
            fingerprint = f"{next(self._salts)}:{visit.secret}"
        ended = guard.Try(
            accepted=accepted,
            sent=sent,
            diagnosis=diagnosis,
            reply="" if accepted else "535 5.7.8 No",
            reservation=visit.until,
            fingerprint=fingerprint,
        )
        tidy = guard.tidy(self.server, visit.user, self.now, self.limits)
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

    def _found(self, user: str, secret: str) -> tuple[ServerMemory, str]:
        """What a run finds, turned to its secret; and that secret's fingerprint."""
        server = guard.tidy(self.server, user, self.now, self.limits)
        memory = server.of(user)
        known = [each for each in (memory.fingerprint, *memory.laid_aside) if each]
        if not known:
            return server, ""
        fingerprint = f"{known[0].partition(':')[0]}:{secret}"
        return server.with_account(guard.switched(memory, fingerprint)), fingerprint

    def _write(self, server: ServerMemory) -> None:
        self.server = load(dump(server))


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
