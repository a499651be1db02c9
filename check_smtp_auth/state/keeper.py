"""One account's memory during one run: read, asked whether to try, and saved."""

from __future__ import annotations

import time

from ..net.loop import Broken
from . import guard
from .files import Locked, Unusable
from .lost import Lost
from .memory import NOBODY, Memory
from .place import open_place, touch
from .server import CROWDED, UNKNOWN, Server, need, too_late
from .store import Store, folder_name
from .tries import Budget, Left
from .turns import in_turn, ring

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from ..accounts import Caution
    from ..net.loop import Clock, Steps
    from ..secret import Secret
    from .drift import Learnt
    from .guard import Decision, Settlement
    from .ledger import Held

    T = TypeVar("T")

# The share of the remaining time that may be spent on waiting for the state directory.
PATIENCE = 0.5
# How much longer a reservation lasts than the run itself can, in seconds.
GRACE = 2.0
PLACE = "the state directory"
# How long saving the result may take beyond the run's own time, in seconds.
SETTLING = 0.5


class Keeper:
    """Stands between a run and the state directory.

    If the state directory cannot be used, only logins that are known to be bad are not tried:
    ``trouble`` then says what is wrong and the remedy, or ``notice`` if no guard is wanted.
    ``memory`` is the latest that is known of the account, ``directory`` where it is kept, "" if it
    is not; ``remembers`` tells whether it could be read.
    """

    def __init__(
        self,
        host: str,
        caution: Caution,
        limits: guard.Limits | None = None,
        clock: Clock = time.monotonic,
        time_of_day: Clock = time.time,
        here: bool = False,
    ) -> None:
        """``limits`` default to the caution's own; ``here`` is as for ``touch``."""
        self.host = host
        self.caution = caution
        self.limits = limits or guard.Limits(
            caution.rejections, caution.server_rejections, caution.hold
        )
        self.clock = clock
        self.time_of_day = time_of_day
        self._here = here
        self.kept = caution.state_dir != "none"
        self.remembers = False
        self.directory = self.trouble = self.notice = ""
        self.memory = NOBODY
        self.lost = Lost()
        self._store: Store | None = None
        self._held: Held | None = None
        self._hashed = self._mark = ""  # of the secret; hashed only if there is reason to
        self._forced = self._began = 0.0

    def recall(self, user: str, secret: Secret | None, mark: str, until: float) -> Steps[Memory]:
        """Return what is remembered of the user, having compared the secret with a rejected one.

        ``mark`` changes with the secret's file (see ``private_file.mark``), "" if it is no file.
        """
        self._mark, self._began = mark, self.clock()
        if not self.kept:
            self.memory = Memory(user)
            return self.memory
        now = self.time_of_day()

        def look() -> tuple[Store, str, Memory, tuple[Left, ...]]:
            place = open_place(self.caution.state_dir, folder_name(self.host))
            store = Store(place, self.host, user, lambda: guard.all_but_spent(user, self.limits))
            return (store, place.path, *store.look(now))

        patience = self.clock() + (until - self.clock()) * PATIENCE
        found = yield from self._aside(look, patience)
        self.lost.to_file(PLACE, self.clock() - self._began)
        if found is None:
            self.memory = Memory(user)
            return self.memory
        self._store, self.directory, memory, left = found
        self.remembers = True
        self._note_set_aside(self._store)
        self.memory = self._counted(memory, left)
        if secret is not None:
            yield from self._compare(secret, until)
        return self.memory

    def _compare(self, secret: Secret, until: float) -> Steps[None]:
        """Compute the fingerprint of the secret, if there is reason to."""
        spent, salt = self.memory.spent, guard.salt_of(self.memory)
        # The file with which it last worked, and no rejection since: nothing to compare.
        well = bool(self._mark) and self._mark == self.memory.mark and not spent.fingerprint
        by_kills = not salt and bool(spent.count)  # those left no fingerprint
        if self.caution.guarded and (by_kills or (salt and not well)):
            self._hashed = yield from _hashed(secret, salt, until)

    def ask(self, until: float) -> Steps[Decision]:
        """Decide whether to try, just before AUTH; a try that is allowed is reserved on disk.

        ``until`` (monotonic) is when the run ends. If the answer depends on tries under way, wait
        for their end, first come, first served, as long as that leaves time for AUTH.
        """
        store = self._store
        if not self.kept or not self.caution.guarded:
            return guard.Decision(True)
        if store is None:
            return self._without_writing()
        latest = until - need(self.memory, UNKNOWN)
        decision = yield from in_turn(
            store.path, lambda courteous: self._ask(store, courteous, until), latest, self.clock
        )
        if not decision.go:
            yield from self._give_back(until)
        return decision

    def _ask(self, store: Store, courteous: bool, until: float) -> Steps[tuple[Decision, float]]:
        """Decide once, by what is on disk; return that, and when AUTH must begin at the latest."""
        now, clock = self.time_of_day(), self.clock()
        give_up = clock + (until - clock) * PATIENCE
        over = round(now + until - clock + GRACE, 3)
        stale = False

        def judge(memory: Memory, budget: Budget, server: Server) -> tuple[Decision, Memory]:
            nonlocal stale
            known = guard.fresh(memory, now)  # we have come as far as AUTH
            stale = known is not memory
            memory = guard.counted(known, budget.left, self.limits)
            memory = guard.of_secret(memory, self._hashed, self._mark)
            well = server.others_are_well(store.key)
            decision = guard.decide(memory, budget, now, self.limits, well, courteous)
            if not decision.go and self.caution.retry_now:
                decision = guard.decide(memory, budget, now, self.limits, well, courteous, True)
                decision = decision.replace(forced=decision.go)
            return decision, memory

        try:
            decision, self.memory, server, self._held = yield from touch(
                lambda patience: store.ask(judge, now, over, self._hashed, self._mark, patience),
                *(self._here, give_up, min(until, give_up + SETTLING)),
            )
        except Locked:
            return guard.Decision(False, "busy"), give_up
        except (Unusable, Broken) as problem:
            store.abandoned = True
            self._do_without(problem)
            return self._without_writing(), until
        finally:
            self.lost.to_file(PLACE, self.clock() - clock)
        self._forced = now if decision.forced else 0.0
        self._note_set_aside(store)
        if stale and not decision.go:
            yield from self._aside(
                lambda: store.change(lambda memory: guard.fresh(memory, now), give_up), until
            )
        left, whole = until - self.clock(), until - self._began
        needed = need(self.memory, server, CROWDED * whole)
        known = need(self.memory, server, 0.0)
        why = too_late(decision, left, whole, needed, known, self.lost)
        if why:
            yield from self._give_back(until)
            decision = decision.replace(go=False, why=why, slow=self.lost.culprit)
        return decision, until - need(self.memory, server)

    def _without_writing(self) -> Decision:
        """Decide without a record of the try: a login known to be bad is not tried."""
        decision = guard.decide(self.memory, Budget(), self.time_of_day(), self.limits)
        if decision.go and self.memory.spent.count:
            return guard.Decision(False, "unwritable")
        return decision

    def renew(self, secret: Secret, until: float) -> Steps[None]:
        """Save that we changed the secret ourselves: what was spent on it stays spent."""
        old, store = self._hashed, self._store
        if store is None or not old:
            return
        new = yield from _hashed(secret, guard.salt_of(self.memory), until)
        if new:
            self._hashed = new
            yield from self._aside(
                lambda: store.change(lambda memory: guard.renewed(memory, old, new), until), until
            )

    def settle(
        self, ended: Settlement, secret: Secret, until: float, learnt: Learnt | None = None
    ) -> Steps[Memory]:
        """Save how the run ended, and what was learnt from a success; return what is remembered
        now. The state directory is not used after this.
        """
        store, held = self._store, self._held
        if store is None:
            return self.memory
        fingerprint = self._hashed
        if ended.sent and not ended.accepted and not fingerprint:
            fingerprint = yield from _hashed(secret, guard.salt_of(self.memory), until)
        now = self.time_of_day()

        def change(before: Memory, left: tuple[Left, ...]) -> Memory:
            memory = guard.of_secret(self._counted(before, left), self._hashed, self._mark)
            memory = guard.settled(memory, ended, fingerprint, now, self.limits)
            tried = self._mark, self._forced or memory.forced
            if held is not None and tried != (memory.tried_mark, memory.forced):
                memory = memory.replace(tried_mark=tried[0], forced=tried[1])
            return learnt.added_to(memory) if learnt is not None else memory

        def settle(patience: float) -> Memory:
            again = False
            try:
                return store.settle(ended, held, change, now, patience)
            except Locked:
                again = not patience
                raise
            finally:
                if not again:
                    store.close()

        self._store = self._held = None
        try:
            here = self._here and ended.accepted  # saving a refusal must not begin twice
            self.memory = yield from touch(settle, here, until, until + SETTLING)
        except Locked:
            pass  # a success can be missed; a refusal is in its reservation's name
        except (Unusable, Broken) as problem:
            self._do_without(problem)
        self._note_set_aside(store)
        ring(store.path)
        return self.memory

    def close(self) -> None:
        """Close what is open; give back a reservation that was not used."""
        store, held = self._store, self._held
        self._store = self._held = None
        if store is not None:
            if held is not None:
                store.give_back(held)
            store.close()
            ring(store.path)

    def _give_back(self, until: float) -> Steps[None]:
        """Give the reservation back, since AUTH does not begin after all."""
        store, held = self._store, self._held
        self._held = None
        if store is not None and held is not None:
            yield from self._aside(lambda: store.give_back(held), until)
            ring(store.path)

    def _counted(self, memory: Memory, left: tuple[Left, ...]) -> Memory:
        """Return the memory with the tries that it does not know of yet, and no absurd hold."""
        memory = guard.counted(memory, left, self.limits)
        return guard.sound(memory, self.time_of_day())

    def _aside(self, function: Callable[[], T], until: float) -> Steps[T | None]:
        """Do what may block; if it cannot be done, go on without memory, and return None."""
        try:
            return (yield from touch(lambda _: function(), self._here, until, until))
        except (Unusable, Broken) as problem:
            self._do_without(problem)
            return None

    def _do_without(self, problem: Exception) -> None:
        """Go on without memory, and remember why."""
        why = f"{self.directory or 'the state directory'} does not answer"
        if isinstance(problem, Unusable):
            why = str(problem)
        self._store = None
        if self.caution.guarded:
            self.trouble = why
            return
        self.notice = f"{why}."

    def _note_set_aside(self, store: Store) -> None:
        """Have a file that could not be read back reported."""
        if store.set_aside:
            self.notice = f"An unreadable state file was renamed to {store.set_aside}."


def _hashed(secret: Secret, salt: str, until: float) -> Steps[str]:
    """Return the secret's fingerprint with this salt, or a new one; "" if there is no time."""
    from .fingerprint import hashed  # only after a rejection

    return (yield from hashed(secret, salt, until))
