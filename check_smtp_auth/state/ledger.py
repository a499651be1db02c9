"""The tries at one server on disk: reserved, given back, left behind, waited for."""

from __future__ import annotations

import _thread
import os

from .files import Unusable, try_lock
from .tries import (
    LONGEST_TRY,
    REFUSED,
    REJECTED,
    TRY,
    TURN,
    TURN_KEPT,
    Entry,
    Left,
    by_wrong_clock,
    ended,
    is_over,
    name_of,
    parse,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .files import Folder

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
FORCED = "forced"
_numbers = iter(range(10**9))
# This process's file without contents, which may stand for any of its tries under another name.
_empty: list[_Locked] = []


class Held:
    """A name of a file of ours; we have the file's lock as long as we hold one of its names."""

    def __init__(self, folder: Folder, name: str, file: _Locked) -> None:
        """Hold the name."""
        self.folder, self.name, self.file = folder, name, file
        file.names[self] = None

    def close(self) -> None:
        """Hold the name no longer; it stays on disk."""
        self.folder.tries.pop(self.name, None)
        self.file.let_go(self)


class _Locked:
    """A file that this process has locked, and the ``names`` of it that it holds.

    All tries that a process has under way are names of one file, if possible: creating and removing
    a file takes a file system longer than everything else that is written for a login.
    """

    def __init__(self, descriptor: int) -> None:
        """Take over the descriptor, which is closed with the last name."""
        self.descriptor = descriptor
        self.names: dict[Held, None] = {}
        self._mutex = _thread.allocate_lock()

    def named(self, folder: Folder, name: str) -> Held | None:
        """Give the file one more name and return it; None if that cannot be done."""
        with self._mutex:
            one = next(reversed(self.names), None)
            if one is None:
                return None
            held = Held(folder, name, self)
        if folder.link(one.folder, one.name, name):
            return held
        self.let_go(held)
        return None

    def let_go(self, held: Held) -> None:
        """Hold a name no longer."""
        with self._mutex:
            if held not in self.names:
                return
            del self.names[held]
            last = not self.names
        if last:
            os.close(self.descriptor)


class Ledger:
    """The tries of one account, among those of all accounts of its server.

    Whatever cannot be written raises Unusable.
    """

    def __init__(self, folder: Folder, key: str) -> None:
        """``folder`` is the server's, ``key`` the account's name in the names of files."""
        self._folder = folder
        self._key = key
        self._turn: Held | None = None

    def own(self, now: float, within: float = 0.0) -> list[Entry]:
        """Return the account's entries, as they were ``within`` so many seconds at most."""
        end, names = f",{self._key}", self._folder.names(within)
        if f"{end}\n" not in "\n".join((*names, "")):  # as a rule: most are of other accounts
            return []
        return self._in_order([name for name in names if name.endswith(end)], now)

    def others(self, now: float) -> tuple[list[Entry], tuple[int, int]]:
        """Return all entries except the tries that this process has under way; how many these are,
        and how many of them are the account's own.

        These are not looked at one by one, which would slow down a run of many; but if the clock
        was changed, or somebody removed one, they are treated like all others.
        """
        names, ours = self._folder.names(), self._folder.tries.copy()
        rest = frozenset(names).difference(ours)
        if not ours or len(names) - len(rest) < len(ours):
            return self._in_order(names, now), (0, 0)
        ends = ours.values()
        if min(ends) <= now or max(ends) > now + LONGEST_TRY:
            return self._in_order(names, now), (0, 0)
        own = "\n".join((*ours, "")).count(f",{self._key}\n")
        return self._in_order(rest, now), (len(ours), own)

    def _in_order(self, names: Collection[str], now: float) -> list[Entry]:
        """Return the entries of these names; remove what is over, correct impossible times."""
        entries, least, most = [], now - TURN_KEPT, now + LONGEST_TRY
        for each in parse(names):
            if least < each.at <= now and each.until <= most:  # as nearly all are
                entries.append(each)
            elif is_over(each, now):
                self._folder.unlink(each.name)
            elif by_wrong_clock(each, now):
                entries += parse([self._renamed(each, now)])
            else:
                entries.append(each)
        hidden = "/." in f"/{'/'.join(names)}"  # as a rule there is none
        for each in parse([name[1:] for name in names if name[0] == "."] if hidden else ()):
            if abs(now - each.at) > LONGEST_TRY:  # its process was killed in _make
                self._folder.unlink(f".{each.name}")
        return entries

    def _renamed(self, entry: Entry, now: float) -> str:
        """Replace an impossible time with now; return the new name."""
        name = name_of(entry.kind, entry.key, now, now, entry.slug, entry.name.split(",")[3])
        self._folder.rename(entry.name, name)
        return name

    def is_alive(self, entry: Entry) -> bool:
        """Tell whether the process that made an entry still runs, and so holds its lock."""
        try:
            descriptor = self._folder.open(entry.name, os.O_RDONLY)
        except FileNotFoundError:  # it has just ended, as the next look will show
            return True
        try:
            return not try_lock(descriptor) or self._folder.status(entry.name) is None  # as above
        except Unusable:  # no locks here: the entry's time decides
            return True
        finally:
            os.close(descriptor)

    def read(self, left: Iterable[Left]) -> tuple[Left, ...]:
        """Return the tries that were left behind, with what is in their files."""
        return tuple(self._read(each) for each in left)

    def reserve(self, now: float, until: float, note: Left) -> Held:
        """Record a try that is about to be made and is over at ``until`` (times of day); ``note``
        is for whoever finds it left behind.
        """
        name = name_of(TRY, self._key, now, until, tag=self._tag())
        held = self._reserved(name, note)
        self._folder.tries[name] = until
        return held

    def _reserved(self, name: str, note: Left) -> Held:
        """Create the file of a try under this name."""
        if not (note.fingerprint or note.spent or note.mark or note.forced):
            held = _empty[0].named(self._folder, name) if _empty else None
            if held is None:
                held = self._make(name)
                _empty[:] = [held.file]
            return held
        held = self._make(name)
        try:
            words = (note.fingerprint, str(note.spent), note.mark, FORCED * note.forced)
            os.write(held.file.descriptor, "\n".join(words).encode("ascii"))
        except OSError:  # a full disk: the name says what matters
            pass
        return held

    def give_back(self, held: Held) -> None:
        """Remove a try: it has succeeded, or was not made."""
        self._folder.unlink(held.name)
        held.close()

    def refused(self, held: Held, now: float, slug: str) -> None:
        """Record a refusal here, since the account's memory could not be written."""
        self._folder.rename(held.name, name_of(REFUSED, self._key, now, slug=slug, tag=self._tag()))
        held.close()

    def rejected(self, name: str, moment: float) -> None:
        """Have a try count for the server alone: the account's own memory has it now."""
        self._folder.rename(name, name_of(REJECTED, self._key, moment, tag=self._tag()))

    def wait(self, entries: Iterable[Entry], now: float) -> None:
        """Join the queue of turns; at the account's old place, if it has one."""
        if self._turn is not None:
            return
        for each in sorted(entries, key=lambda each: each.at):
            if each.kind == TURN and each.key == self._key:
                try:
                    descriptor = self._folder.open(each.name, os.O_RDONLY)
                except FileNotFoundError:
                    continue
                if try_lock(descriptor):
                    self._turn = Held(self._folder, each.name, _Locked(descriptor))
                    return
                os.close(descriptor)
        self._turn = self._make(name_of(TURN, self._key, now, tag=self._tag()))

    def since(self, entries: Iterable[Entry], now: float) -> tuple[float, str]:
        """Return since when the account has waited for its turn, and the name of its entry; now
        and "" if it has not waited yet.
        """
        ours = (each for each in entries if each.kind == TURN and each.key == self._key)
        turns = [(each.at, each.name) for each in ours]
        if self._turn is not None:
            turns = [each for each in turns if each[1] == self._turn.name]
        return min(turns, default=(now, ""))

    def served(self, name: str) -> None:
        """Leave the queue of turns for good, and remove the entry of this name, if any."""
        if name:
            self._folder.unlink(name)
        self.leave_turn()

    def leave_turn(self) -> None:
        """Leave the queue of turns; the place in it is kept for the next time."""
        if self._turn is not None:
            self._turn.close()
            self._turn = None

    def _make(self, name: str) -> Held:
        """Create a file and take its lock. It is locked before it gets its name: otherwise
        whoever looks in between, which needs no lock, would take our process for killed.
        """
        descriptor = self._folder.open(f".{name}", NEW)
        try_lock(descriptor)
        if not self._folder.rename(f".{name}", name):
            self._folder.unlink(f".{name}")
            os.close(descriptor)
            raise Unusable(f"{self._folder.path} cannot be written to")
        return Held(self._folder, name, _Locked(descriptor))

    def _read(self, left: Left) -> Left:
        """Read one entry's file; rename a try that ended early, so that its name says when."""
        (entry,) = parse([left.name])
        name = ended(entry, left.ended)
        if name != left.name:
            self._folder.rename(left.name, name)
            left = left.replace(name=name)
        try:
            descriptor = self._folder.open(left.name, os.O_RDONLY)
        except (FileNotFoundError, Unusable):
            return left
        try:
            words = os.read(descriptor, 500).decode("ascii").split("\n")
            fingerprint, spent, mark, forced = words
            return left.replace(
                fingerprint=fingerprint, spent=int(spent), mark=mark, forced=forced == FORCED
            )
        except (OSError, ValueError):  # on a full disk there is nothing in it
            return left
        finally:
            os.close(descriptor)

    def _tag(self) -> str:
        """Return what distinguishes an entry from others of the same moment."""
        return f"{os.getpid()}.{next(_numbers):09}"
