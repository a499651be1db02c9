"""The memory of one account in the folder of its server, which all its accounts share.

``HOST.d/accounts/USER`` is what is remembered of an account, the files with commas in their
names are the tries (see ``tries``), ``HOST.d/server`` is what all accounts share. The lock of the
latter is held while it is decided whether to try, and never while waiting for the network.
"""

from __future__ import annotations

import os
from functools import lru_cache

from . import server as shared
from . import tries
from .account import AccountFile
from .files import Unusable, lock, read, try_lock, unusable, write
from .ledger import Ledger
from .memory import Memory
from .place import open_server
from .tries import Left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .files import Folder
    from .guard import Decision, Settlement
    from .ledger import Held
    from .server import Server
    from .tries import Budget, Entry

    Judge = Callable[[Memory, Budget, Server], tuple[Decision, Memory]]
    Change = Callable[[Memory, tuple[Left, ...]], Memory]

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_@+."
LONGEST_NAME = 150
# A first look may be so many seconds old: before a try all is read anew.
LOOKED = 0.5


def file_name(text: str) -> str:
    """Return a host's or a user's name as part of a file name: unsafe characters are
    percent-encoded, the end of a very long one is replaced by a hash.
    """
    name = text
    octets = text.encode("utf-8", "surrogatepass")
    if text.strip(PLAIN) or text[:1] in (".", ""):
        safe = (chr(o) if chr(o) in PLAIN else f"%{o:02x}" for o in octets)
        name = "".join(safe).replace(".", "%2e") or "%"
    if len(name) <= LONGEST_NAME:
        return name
    import hashlib  # for very long names

    return f"{name[:60]}%{hashlib.sha256(octets).hexdigest()}"


@lru_cache(100)
def folder_name(host: str) -> str:
    """Return the name of a server's folder."""
    return f"{file_name(host.lower())}.d"


class Store:
    """What is remembered of one account. Every method may block, and raises Unusable."""

    def __init__(self, place: Folder, host: str, user: str, lost: Callable[[], Memory]) -> None:
        """Open the server's folder; ``lost`` gives the memory to assume of an account whose file
        cannot be read back. Raises Unusable.
        """
        self.key = file_name(user)
        self.abandoned = False  # whoever called ``ask`` no longer waits for it
        host = host.lower()
        try:
            self._folder = open_server(place, folder_name(host), create=False)
        except FileNotFoundError:
            self._folder = open_server(place, folder_name(host), create=True)
            _carry_over(place, host, self._folder)
        self._ledger = Ledger(self._folder, self.key)
        self._account = AccountFile(self._folder, self.key, lambda: _fresh(place, host, user), lost)
        self._shared = shared.UNKNOWN
        self._known_left: tuple[Left, ...] = ()

    @property
    def path(self) -> str:
        """The path of the server's folder, for people."""
        return self._folder.path

    @property
    def set_aside(self) -> str:
        """The new path of a file that could not be read back, "" if there is none."""
        return self._account.set_aside

    def close(self) -> None:
        """Close what is open."""
        self._ledger.leave_turn()
        self._account.close()

    def look(self, now: float) -> tuple[Memory, tuple[Left, ...]]:
        """Return what is remembered, and the account's tries that were left behind."""
        return self._account.read(), self._left(now, LOOKED)

    def ask(
        self, judge: Judge, now: float, until: float, fingerprint: str, mark: str, give_up: float
    ) -> tuple[Decision, Memory, Server, Held | None]:
        """Have ``judge`` decide whether the login may be tried now, and reserve the try if so.

        ``until`` is when the try is over at the latest (``now`` and it are times of day);
        ``fingerprint`` and ``mark`` are noted in case it is left behind (see ``Left``). Raises
        Locked if the lock is not free by ``give_up`` (monotonic). Returns the decision, the memory
        on which it is based, what all accounts share, and the reservation, None if it may not be
        tried.
        """
        descriptor = self._folder.open(shared.NAME, os.O_RDWR | os.O_CREAT)
        try:
            lock(descriptor, give_up)
            self._shared = shared.load(read(descriptor, shared.SIZE))
            # First the tries, then the account: ``settle`` writes in the other order, so that no
            # try can be missed.
            entries, ours = self._ledger.others(now)
            memory = self._account.read()
            since = self._ledger.since(entries, now)
            decision, memory = self._judged(judge, memory, entries, ours, since, now)
            held = None
            if decision.go and not self.abandoned:
                note = Left(
                    name="",
                    ended=0.0,
                    fingerprint=fingerprint,
                    spent=memory.spent.count,
                    mark="" if mark == memory.tried_mark else mark,
                    forced=decision.forced,
                )
                held = self._ledger.reserve(now, until, note)
            if decision.why == "busy":
                self._ledger.wait(entries, now)
            else:
                self._ledger.served(since[1])
            if held is not None and self.abandoned:  # nobody waits for it any more
                self._ledger.give_back(held)
            return decision, memory, self._shared, held
        finally:
            os.close(descriptor)  # and with it the lock goes

    def _judged(
        self,
        judge: Judge,
        memory: Memory,
        entries: list[Entry],
        ours: tuple[int, int],
        since: tuple[float, str],
        now: float,
    ) -> tuple[Decision, Memory]:
        """Judge, at first as if all processes that made an entry still ran."""
        for is_alive in (None, self._ledger.is_alive):
            budget = tries.budget(entries, self.key, now, since, is_alive, ours)
            if budget.left:
                budget = budget.replace(left=self._ledger.read(budget.left))
            self._known_left = budget.left
            decision, judged = judge(memory, budget, self._shared)
            # A check of this account may have been killed, and others may have stopped waiting.
            if decision.go and not budget.own and not budget.around:
                break
        return decision, judged

    def give_back(self, held: Held) -> None:
        """Give back a reservation: the login was accepted, or not tried."""
        self._ledger.give_back(held)

    def settle(
        self, ended: Settlement, held: Held | None, change: Change, now: float, until: float
    ) -> Memory:
        """Save how a try ended, and return the memory; wait for locks ``until`` then (monotonic).

        A success gives its reservation back first, which needs neither lock nor space. A
        refusal that cannot be saved in the account's memory stays in the reservation's name.
        """
        refused = ended.sent and not ended.accepted
        if held is not None and not refused:
            self._ledger.give_back(held)
            held = None
        left = self._known_left if ended.accepted else ()
        if refused:  # another check may have counted some of them since
            left = self._left(now)
        try:
            memory = self._account.update(lambda before: change(before, left), until)
        except Unusable:
            if held is not None:
                self._ledger.refused(held, now, ended.diagnosis)
            raise
        for each in left:
            self._ledger.rejected(each.name, each.ended)
        if held is not None:
            self._ledger.rejected(held.name, now)
            held.close()
        self._share(ended, now)
        return memory

    def change(self, change: Callable[[Memory], Memory], until: float) -> Memory:
        """Change what is remembered of the account; return it."""
        return self._account.update(change, until)

    def _share(self, ended: Settlement, now: float) -> None:
        """Save what is of use to the other accounts, unless one of them has the lock."""
        if ended.accepted:
            after = self._shared.worked(self.key, ended.auth_time, now)
        else:
            after = self._shared.failed(self.key) if ended.sent else self._shared
        if after == self._shared:
            return
        try:
            descriptor = self._folder.open(shared.NAME, os.O_RDWR | os.O_CREAT)
        except Unusable:
            return
        try:
            if try_lock(descriptor):
                write(descriptor, shared.dump(after))
        except (OSError, Unusable):
            pass
        finally:
            os.close(descriptor)

    def _left(self, now: float, within: float = 0.0) -> tuple[Left, ...]:
        """Return the account's own tries of which its memory does not know yet, as they were
        ``within`` so many seconds at most.
        """
        ours = self._ledger.own(now, within)
        if not ours:
            return ()
        budget = tries.budget(ours, self.key, now, (0.0, ""), self._ledger.is_alive)
        return self._ledger.read(budget.left)


def _fresh(place: Folder, host: str, user: str) -> Memory:
    """Return the memory of an account without a file: what 0.1.0 remembered, or nothing."""
    old = _old_file(place, host)
    if not old:
        return Memory(user)
    from . import version1

    return version1.account(old, user) or Memory(user)


def _carry_over(place: Folder, host: str, folder: Folder) -> None:
    """Have the rejections that 0.1.0 saw count for a server whose folder was just created."""
    old = _old_file(place, host)
    if not old:
        return
    from . import version1

    for number, moment in enumerate(version1.rejected(old)):
        name = tries.name_of(tries.REJECTED, "0.1.0", moment, tag=str(number))
        try:
            os.close(folder.open(name, os.O_WRONLY | os.O_CREAT))
        except Unusable:
            pass


def _old_file(place: Folder, host: str) -> bytes:
    """Read the file that 0.1.0 kept for a server, b"" where there is none."""
    from .version1 import LARGEST, old_name

    name = old_name(host)
    try:
        descriptor = place.open(name, os.O_RDONLY)
    except (FileNotFoundError, Unusable):
        return b""
    try:
        return read(descriptor, LARGEST)
    except OSError as error:
        raise unusable(place.shown(name), error) from None
    finally:
        os.close(descriptor)
