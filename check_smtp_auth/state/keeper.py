"""One account's memory during one run: recalled, asked for leave to try, and written back."""

from __future__ import annotations

import os
import time
from binascii import hexlify

from ..net.background import background
from ..net.loop import Broken
from . import guard
from .memory import Memory, ServerMemory
from .store import Locked, Store, Unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..accounts import Caution
    from ..net.loop import Clock, Steps
    from ..secret import Secret

# The slow hash by which a changed secret is recognised. It is made only when a secret was
# rejected, or is to be compared with a rejected one: a good run does not pay for it.
HASH_ROUNDS = 100_000
SALT_OCTETS = 16
# How long to wait for tries under way before looking again, in seconds.
PAUSE = 0.05
# The part of the time left that may go into waiting for other checks.
PATIENCE = 0.5
# A reservation lasts so much longer than the run itself can, in seconds.
GRACE = 2.0
# What writing down the result may take beyond the run's own time, in seconds.
SETTLING = 0.5


class Keeper:
    """Stands between a run and the state directory.

    A state directory that cannot be used stops nothing: ``trouble`` then says what is wrong
    with it, and the try is made.
    """

    def __init__(
        self,
        store: Store | None,
        limits: guard.Limits,
        guarded: bool = True,
        retry_now: bool = False,
        clock: Clock = time.monotonic,
        time_of_day: Clock = time.time,
    ) -> None:
        """``store`` None keeps nothing; ``guarded`` False keeps the history only."""
        self.store = store
        self.limits = limits
        self.guarded = guarded
        self.retry_now = retry_now
        self.clock = clock
        self.time_of_day = time_of_day
        self.memory = Memory("")
        self.after: Memory | None = None
        self.decision: guard.Decision | None = None
        self.hashed = ""  # the fingerprint of the secret, once there is reason to make it
        self.mark = ""
        self.trouble = ""
        self._reservation = 0.0

    def recall(self, user: str, secret: Secret, mark: str, until: float) -> Steps[None]:
        """Read what is remembered of the user, and compare the secret with a rejected one.

        ``mark`` tells the secret's file from what it was another time, "" if it is no file.
        """
        self.memory = Memory(user)
        self.mark = mark
        if self.store is None:
            return
        try:
            found = self.store.read()
        except Unusable as problem:
            self._do_without(problem)
            return
        found = guard.tidy(found, user, self.time_of_day(), self.limits)
        self.memory = found.of(user)
        salt = guard.salt_of(self.memory)
        # The file with which it last worked, and no rejection since: there is nothing to tell.
        well = bool(mark) and mark == self.memory.mark and not self.memory.fingerprint
        if not salt and self.memory.spent:  # by tries that were killed
            salt, well = _new_salt(), False
        if salt and self.guarded and not well:
            self.hashed = yield from self._hash(secret, salt, until)

    def ask(self, until: float) -> Steps[bool]:
        """Ask for leave to try, just before AUTH; what is allowed is reserved on disk.

        ``until`` (monotonic) is when the run ends.
        """
        patience = self.clock() + (until - self.clock()) * PATIENCE
        while self.store is not None and self.guarded:
            try:
                yield from self._update(self._reserve(until), patience)
            except Locked:
                self.decision = guard.Decision(False, "busy")
            if self.decision is None or self.decision.go:
                break
            if self.decision.why != "busy" or self.clock() >= patience:
                return False
            yield from background(lambda: time.sleep(PAUSE), until)
        return True

    def renew(self, secret: Secret, until: float) -> Steps[None]:
        """Note that we changed the secret ourselves: what was spent on it stays spent."""
        old = self.hashed
        if self.store is None or not old:
            return
        new = yield from self._hash(secret, old.partition(":")[0], until)

        def change(server: ServerMemory) -> ServerMemory:
            memory = server.of(self.memory.user)
            fingerprint = new if memory.fingerprint == old else memory.fingerprint
            laid_aside = tuple(each.replace(old, new) for each in memory.laid_aside)
            memory = memory.replace(fingerprint=fingerprint, laid_aside=laid_aside)
            return server.with_account(memory)

        if new:
            self.hashed = new
            try:
                yield from self._update(change, until)
            except Locked as problem:
                self._do_without(problem)

    def settle(
        self, ended: guard.Try, secret: Secret, until: float, also: dict[str, object]
    ) -> Steps[None]:
        """Write down how the run ended; ``also`` are further fields of a success."""
        if self.store is None:
            return
        fingerprint = self.hashed
        if ended.sent and not ended.accepted and not fingerprint:
            fingerprint = yield from self._fingerprint(secret, until)
        ended = ended.replace(fingerprint=fingerprint, reservation=self._reservation)

        def change(server: ServerMemory) -> ServerMemory:
            now = self.time_of_day()
            server = guard.tidy(server, self.memory.user, now, self.limits)
            server = guard.settle(server, self.memory.user, ended, now, self.limits)
            self.after = server.of(self.memory.user).replace(**also)
            return server.with_account(self.after)

        try:
            yield from self._update(change, until)
        except Locked as problem:
            self._do_without(problem)

    def _reserve(self, until: float) -> Callable[[ServerMemory], ServerMemory]:
        """Decide by what stands in the file then, and reserve the try if it may be made."""

        def change(server: ServerMemory) -> ServerMemory:
            now = self.time_of_day()
            server = guard.tidy(server, self.memory.user, now, self.limits)
            memory = self._of_this_secret(server.of(self.memory.user))
            if memory.trouble:  # it is over: we have come as far as AUTH
                memory = memory.replace(trouble="", trouble_since=0.0, trouble_tries=0)
            self.memory = memory
            if memory is not server.of(memory.user):
                server = server.with_account(memory)
            self.decision = guard.decide(server, memory.user, now, self.limits)
            forced = self.retry_now and not self.decision.go
            if forced:
                self.decision = guard.decide(server, memory.user, now, self.limits, True)
            if not self.decision.go:
                return server
            self._reservation = round(now + (until - self.clock()) + GRACE, 3)
            server = server.with_account(memory.replace(tried_mark=self.mark))
            return guard.reserve(server, memory.user, now, self._reservation, forced)

        return change

    def _of_this_secret(self, memory: Memory) -> Memory:
        """Turn to what was spent on this secret; under another salt it counts as the same."""
        salt = guard.salt_of(memory)
        if salt and self.hashed.partition(":")[0] == salt:
            return guard.switched(memory, self.hashed)
        if not salt and memory.spent:
            # Tries that were killed left no fingerprint. A file changed since then is believed
            # to have another secret in it; the next time it can be compared.
            if self.mark and memory.tried_mark not in ("", self.mark):
                memory = memory.replace(spent=0, hold=0.0, hold_until=0.0)
            return memory.replace(fingerprint=self.hashed)
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

    def _update(
        self, change: Callable[[ServerMemory], ServerMemory], patience: float
    ) -> Steps[None]:
        """Update the state file, aside where the lock is held; raises Locked."""
        store = self.store
        assert store is not None
        try:
            try:
                store.update(change, until=0.0)
            except Locked:
                # The first thread of a process costs more than all the rest of this.
                yield from background(lambda: store.update(change, patience), patience + GRACE)
        except Locked:
            raise
        except Unusable as problem:
            self._do_without(problem)
        except Broken:
            self._do_without(Unusable("the state directory does not answer"))
        if store.set_aside:
            self.trouble = f"an unreadable state file was set aside as {store.set_aside}"

    def _do_without(self, problem: Unusable) -> None:
        """Go on without memory."""
        self.trouble = f"no state is kept, so that nothing guards against lockout: {problem}"
        self.store = None


def open_keeper(
    directory: str | None,
    host: str,
    caution: Caution,
    clock: Clock,
    time_of_day: Clock,
    limits: guard.Limits | None = None,
) -> Keeper:
    """Return a keeper for the memory of a host, None for the directory keeping nothing.

    ``limits`` are the caution's own unless given.
    """
    if limits is None:
        limits = guard.Limits(caution.rejections, caution.server_rejections, caution.hold)
    store = Store(directory, host) if directory else None
    return Keeper(store, limits, caution.guarded, caution.retry_now, clock, time_of_day)


def _new_salt() -> str:
    """A salt for an account that has none yet."""
    return hexlify(os.urandom(SALT_OCTETS)).decode("ascii")


def hash_secret(secret: Secret, salt: str) -> str:
    """Return "salt:hash", by a slow hash: from it the secret cannot be guessed at leisure."""
    import hashlib  # only after a rejection

    octets = secret.reveal()
    hashed = hashlib.pbkdf2_hmac("sha256", octets, salt.encode("ascii"), HASH_ROUNDS)
    return f"{salt}:{hexlify(hashed).decode('ascii')}"
