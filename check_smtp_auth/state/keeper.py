"""One account's memory during one run: recalled, asked for leave to try, and written back."""

from __future__ import annotations

import os
import time
from binascii import hexlify
from collections import deque

from ..net.background import background
from ..net.loop import Bell, Broken, heard
from . import guard
from .files import Locked, Unusable
from .memory import Memory, Spent
from .place import open_place
from .server import Server
from .store import Store, folder_name
from .tries import Budget, Left

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

# The slow hash by which a changed secret is recognised. It is made only when a secret was
# rejected, or is to be compared with a rejected one: a good run does not pay for it.
HASH_ROUNDS = 100_000
SALT_OCTETS = 16
# How long to wait for tries under way before looking again, in seconds; the longer, the more
# are waiting before us.
PAUSE, LONGEST_PAUSE = 0.02, 0.5
# How long a free place is left to those who came first last time, in seconds.
COURTESY = 1.0
# The part of the time left that may go into waiting for the state directory.
PATIENCE = 0.5
# A reservation lasts so much longer than the run itself can, in seconds.
GRACE = 2.0
# What writing down the result may take beyond the run's own time, in seconds.
SETTLING = 0.5

# Who waits for a turn in this process, by server: only the first of them asks on disk.
_queues: dict[tuple[str, str], deque[Bell]] = {}


class Keeper:
    """Stands between a run and the state directory.

    A state directory that cannot be used stops nothing that is not known to be bad: ``trouble``
    then says what is wrong with it, and what helps.
    """

    def __init__(
        self,
        host: str,
        caution: Caution,
        limits: guard.Limits | None = None,
        clock: Clock = time.monotonic,
        time_of_day: Clock = time.time,
    ) -> None:
        """``limits`` are the caution's own unless given."""
        self.host = host
        self.caution = caution
        self.limits = limits or guard.Limits(
            caution.rejections, caution.server_rejections, caution.hold
        )
        self.clock = clock
        self.time_of_day = time_of_day
        self.kept = caution.state_dir != "none"
        self.directory = ""
        self.remembers = False
        self.trouble = ""
        self.notice = ""
        self.memory = Memory("")
        self._store: Store | None = None
        self._held: Held | None = None
        self._hashed = ""  # the fingerprint of the secret, once there is reason to make it
        self._mark = ""
        self._forced = 0.0

    def recall(self, user: str, secret: Secret, mark: str, until: float) -> Steps[Memory]:
        """Return what is remembered of the user, having compared the secret with a rejected one.

        ``mark`` tells the secret's file from what it was another time, "" if it is no file.
        """
        self.memory, self._mark = Memory(user), mark
        if not self.kept:
            return self.memory
        lost = guard.all_but_spent(user, self.limits)

        def look() -> tuple[Store, Memory, tuple[Left, ...], str]:
            place = open_place(self.caution.state_dir, folder_name(self.host))
            store = Store(place, self.host, user, lost)
            return store, *store.look(self.time_of_day()), place.path

        patience = self.clock() + (until - self.clock()) * PATIENCE
        found = yield from self._aside(look, patience)
        if found is None:
            return self.memory
        self._store, memory, left, self.directory = found
        self.remembers = True
        self._note_set_aside()
        self.memory = self._sound(memory, left)
        salt = guard.salt_of(self.memory)
        # The file with which it last worked, and no rejection since: there is nothing to tell.
        well = bool(mark) and mark == self.memory.mark and not self.memory.spent.fingerprint
        if not salt and self.memory.spent.count:  # by tries that were killed
            salt, well = _new_salt(), False
        if salt and self.caution.guarded and not well:
            self._hashed = yield from self._hash(secret, salt, until)
        return self.memory

    def ask(self, until: float) -> Steps[Decision]:
        """Ask for leave to try, just before AUTH; what is allowed is reserved on disk.

        ``until`` (monotonic) is when the run ends. While others are under way their end is
        waited for, in the order of coming, as long as there is time enough for AUTH then.
        """
        if not self.kept or not self.caution.guarded:
            return guard.Decision(True)
        if self._store is None:
            return self._without_writing()
        queue = _queues.setdefault((self.directory, self.host), deque())
        turn = Bell()
        queue.append(turn)
        began = self.clock()
        try:
            decision = yield from self._in_turn(queue, turn, began, until)
        finally:
            queue.remove(turn)
            self._next_turn()
        return decision.replace(waited=self.clock() - began) if decision.waited else decision

    def _in_turn(
        self, queue: deque[Bell], turn: Bell, began: float, until: float
    ) -> Steps[Decision]:
        """Wait for our turn in this process, then ask on disk until the answer is final."""
        latest = until - guard.need(self.memory, Server())
        waited = queue[0] is not turn
        while queue[0] is not turn:
            if not (yield from heard(turn, latest)):
                return guard.Decision(False, "busy", waited=1.0)
        while True:
            courtesy = min(began + COURTESY, latest - 2 * PAUSE)
            decision, latest = yield from self._ask(self.clock() < courtesy, until)
            late = self.clock() >= latest
            if decision.go and waited and late:
                self._give_back()
                decision = guard.Decision(False, "busy")
            waited = waited or decision.why == "busy"
            if decision.why != "busy" or late:
                return decision.replace(waited=float(waited))
            pause = min(LONGEST_PAUSE, PAUSE * (1 + decision.ahead))
            yield from heard(turn, min(latest, self.clock() + pause))

    def _ask(self, courteous: bool, until: float) -> Steps[tuple[Decision, float]]:
        """Ask on disk once; return the answer, and when AUTH must begin at the latest."""
        store, now = self._store, self.time_of_day()
        assert store is not None
        give_up = self.clock() + (until - self.clock()) * PATIENCE
        over = round(now + (until - self.clock()) + GRACE, 3)
        note = Left("", 0.0, fingerprint=self._hashed, mark=self._mark)

        over_now = False

        def judge(memory: Memory, budget: Budget, server: Server) -> tuple[Decision, Memory]:
            nonlocal over_now
            over_now = bool(memory.trouble)
            memory = guard.without_trouble(self._of_this_secret(self._sound(memory, budget.left)))
            well = server.others_are_well(store.key)
            decisions = (
                guard.decide(
                    memory,
                    budget,
                    now,
                    self.limits,
                    others_are_well=well,
                    courteous=courteous,
                    retry_now=retry_now,
                )
                for retry_now in (False, self.caution.retry_now)
            )
            decision = next(decisions)
            if not decision.go and self.caution.retry_now:
                decision = next(decisions).replace(forced=True)
            return decision, memory

        try:
            asked = yield from background(
                lambda: store.ask(judge, now, over, note, give_up), min(until, give_up + SETTLING)
            )
        except Locked:
            return guard.Decision(False, "busy"), give_up
        except (Unusable, Broken) as problem:
            self._do_without(problem)
            return self._without_writing(), until
        decision, self.memory, server, self._held = asked
        self._note_set_aside()
        if over_now and not decision.go:  # we have come as far as AUTH
            yield from self._aside(lambda: store.change(guard.without_trouble, give_up), until)
        self._forced = now if decision.forced and decision.go else 0.0
        return decision, until - guard.need(self.memory, server)

    def _without_writing(self) -> Decision:
        """Decide where no try can be written down: one more of what is known to be bad might
        be one too many.
        """
        decision = guard.decide(self.memory, Budget(), self.time_of_day(), self.limits)
        if decision.go and self.memory.spent.count:
            return guard.Decision(False, "unwritable")
        return decision

    def _give_back(self) -> None:
        """Take a reservation back, since no AUTH is begun after all."""
        if self._store is not None and self._held is not None:
            self._store.give_back(self._held)
            self._held = None

    def _next_turn(self) -> None:
        """Have the next of this process that waits look again."""
        queue = _queues.get((self.directory, self.host))
        if queue:
            queue[0].ring()
        elif queue is not None:
            del _queues[self.directory, self.host]

    def renew(self, secret: Secret, until: float) -> Steps[None]:
        """Note that we changed the secret ourselves: what was spent on it stays spent."""
        old, store = self._hashed, self._store
        if store is None or not old:
            return
        new = yield from self._hash(secret, old.partition(":")[0], until)
        if new:
            self._hashed = new
            yield from self._aside(
                lambda: store.change(lambda memory: guard.renewed(memory, old, new), until), until
            )

    def settle(
        self, ended: Settlement, secret: Secret, until: float, learnt: Learnt | None = None
    ) -> Steps[Memory]:
        """Write down how the run ended, and what a success has taught; return what is
        remembered now.
        """
        store, held, self._held = self._store, self._held, None
        if store is None:
            return self.memory
        fingerprint = self._hashed
        if ended.sent and not ended.accepted and not fingerprint:
            fingerprint = yield from self._fingerprint(secret, until)
        now = self.time_of_day()

        def change(before: Memory, left: tuple[Left, ...]) -> Memory:
            memory = self._of_this_secret(self._sound(before, left))
            memory = guard.settled(memory, ended, fingerprint, now, self.limits)
            if held is not None:
                memory = memory.replace(tried_mark=self._mark, forced=self._forced or memory.forced)
            return learnt.added_to(memory) if learnt is not None else memory

        try:
            self.memory = yield from background(
                lambda: store.settle(ended, held, change, now, until), until + SETTLING
            )
        except Locked:
            pass  # a success is not needed there; a refusal stands in its reservation's name
        except (Unusable, Broken) as problem:
            self._do_without(problem)
        self._note_set_aside()
        self._next_turn()
        return self.memory

    def close(self) -> None:
        """Let go of what is open."""
        if self._store is not None:
            self._give_back()
            self._store.close()
            self._store = None

    def _sound(self, memory: Memory, left: tuple[Left, ...]) -> Memory:
        """Return the memory with what it does not know of yet, and no hold out of reach."""
        memory = guard.counted(memory, left, self.limits)
        return guard.sound(memory, self.time_of_day())

    def _of_this_secret(self, memory: Memory) -> Memory:
        """Turn to what was spent on this secret; under another salt it counts as the same."""
        salt = guard.salt_of(memory)
        if salt and self._hashed.partition(":")[0] == salt:
            return guard.switched(memory, self._hashed)
        if not salt and memory.spent.count:
            # Tries that were killed left no fingerprint. A file changed since then is believed
            # to have another secret in it; the next time it can be compared.
            spent = memory.spent
            if self._mark and memory.tried_mark not in ("", self._mark):
                spent = Spent()
            return memory.replace(spent=spent.replace(fingerprint=self._hashed))
        return memory

    def _fingerprint(self, secret: Secret, until: float) -> Steps[str]:
        """Hash the rejected secret; "" where the time does not suffice."""
        salt = guard.salt_of(self.memory) or _new_salt()
        return (yield from self._hash(secret, salt, until))

    def _hash(self, secret: Secret, salt: str, until: float) -> Steps[str]:
        """Hash the secret aside; "" where the time does not suffice."""
        try:
            return (yield from background(lambda: hash_secret(secret, salt), until))
        except Broken:
            return ""

    def _aside(self, function: Callable[[], T], until: float) -> Steps[T | None]:
        """Do what may block; where it cannot be done, go on without memory: None."""
        try:
            return (yield from background(function, until))
        except (Unusable, Broken) as problem:
            self._do_without(problem)
            return None

    def _do_without(self, problem: Exception) -> None:
        """Go on without memory, and remember why."""
        silent = f"{self.directory or 'the state directory'} does not answer"
        why = str(problem) if isinstance(problem, Unusable) else silent
        if self.caution.guarded:
            self.trouble = why
        else:
            self.notice = f"{why}."
        self._store = None

    def _note_set_aside(self) -> None:
        """Tell of a file that could not be read back."""
        if self._store is not None and self._store.set_aside:
            self.notice = f"An unreadable state file was set aside as {self._store.set_aside}."


def _new_salt() -> str:
    """A salt for an account that has none yet."""
    return hexlify(os.urandom(SALT_OCTETS)).decode("ascii")


def hash_secret(secret: Secret, salt: str) -> str:
    """Return "salt:hash", by a slow hash: from it the secret cannot be guessed at leisure."""
    import hashlib  # only after a rejection

    octets = secret.reveal()
    hashed = hashlib.pbkdf2_hmac("sha256", octets, salt.encode("ascii"), HASH_ROUNDS)
    return f"{salt}:{hexlify(hashed).decode('ascii')}"
