"""How a run ends, by itself or by a signal: at any moment with one clean line, and with nothing
left behind. SIGALRM comes from a wrapper: an alarm outlives exec (alarm(2)).

The handler does all of it itself. An exception raised from it could surface anywhere, half
way through an import or in a clean-up, and be lost there.
"""

from __future__ import annotations

# What the signal module wraps; the wrapping costs as much as a TLS handshake.
import _signal  # type: ignore[import-not-found]
import _thread
import os
import stat
import time

from .outputs import UNKNOWN, wanted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Callable, NoReturn, TypeVar

    T = TypeVar("T")

NAMES = {
    _signal.SIGHUP: "SIGHUP",
    _signal.SIGINT: "SIGINT",
    _signal.SIGTERM: "SIGTERM",
    _signal.SIGALRM: "SIGALRM",
    # What a wrapper may send instead (timeout -s), or a terminal by ^\\.
    _signal.SIGQUIT: "SIGQUIT",
    _signal.SIGUSR1: "SIGUSR1",
    _signal.SIGUSR2: "SIGUSR2",
    _signal.SIGXCPU: "SIGXCPU (this process may take too little processor time: ulimit -t)",
}
# How long standard output may take for the last line of a run that was told to stop; and how
# long after the first signal another one means that somebody is impatient. In seconds.
MOMENT, IMPATIENT = 0.8, 0.1
# What a pipe takes without waiting, once it takes anything: Linux's PIPE_BUF, in octets (pipe(7)).
PIECE = 4_096
# How long printing in pieces may stand still, in seconds: a program at the other end of a pipe
# that hands them on over the network takes its time.
STALLED = 10.0
# Process groups that we started and must not leave behind.
children: set[int] = set()
# What is printed before the last line: a line end, where a terminal has just shown "^C".
before_last_word = ""
# When printing of the last line began (monotonic), once it has.
_ending: list[float] = []
# How long a signal waits at most for a shield to come down, in seconds.
WAITING = 1.0
# How many shields are up, and the signals that wait for them.
_shields = 0
_put_off: list[int] = []


def install(arguments: Sequence[str]) -> None:
    """Handle the signals from now on; ``arguments`` tell in which format to answer."""

    def end(number: int, _frame: object) -> None:
        if number == _signal.SIGALRM and _put_off:
            number = _put_off[0]  # it has waited long enough
        elif _shields:
            if not _put_off:
                _signal.setitimer(_signal.ITIMER_REAL, WAITING)
            _put_off.append(number)
            return
        if not _ending:
            end_children()
            output, code = wanted(arguments)
            problem = f"stopped by {NAMES[number]} before there was a result"
            text = () if output.collector else before_last_word + output.error(problem)
            leave(text, code, time.monotonic() + MOMENT)
        if time.monotonic() - _ending[0] > IMPATIENT:
            os._exit(UNKNOWN)

    for number in NAMES:
        _signal.signal(number, end)


class Shield:
    """Holds signals off for a moment, from ``up`` to ``down``; one that comes is handled then.

    Blocking them would not do: another thread would get them. For the main thread.
    """

    def __init__(self) -> None:
        """It is not up yet."""
        self._up = False

    def up(self) -> None:
        """Hold signals off from now on."""
        global _shields
        _shields += not self._up
        self._up = True

    def down(self) -> None:
        """Handle them again, and those that have come meanwhile."""
        global _shields
        _shields -= self._up
        self._up = False
        if _put_off and not _shields:
            os.kill(os.getpid(), _put_off[0])


def waking_pipe() -> tuple[int, int]:
    """Return the ends of a pipe that each signal writes to: one that comes just before a wait
    begins would not end the wait, and be handled only after it.
    """
    ends = os.pipe()
    os.set_blocking(ends[1], False)
    try:
        _signal.set_wakeup_fd(ends[1], warn_on_full_buffer=False)
    except ValueError:  # not in the main thread, which alone gets signals
        pass
    return ends


def undisturbed(function: Callable[[], T]) -> T:
    """Call a short function that no signal may interrupt; return its result."""
    shield = Shield()
    shield.up()
    try:
        return function()
    finally:
        shield.down()


def leave(told: str | Iterable[bytes], code: int, until: float, cut: int | None = None) -> NoReturn:
    """Print a text, or pieces with all their line ends, and end the process at once, whatever
    its helper threads still do.

    If standard output is closed or full, or does not take all by ``until`` (monotonic; pieces
    may take longer as long as they move on), the exit code still tells: ``cut`` if that is given
    for what was not printed whole. A signal meanwhile changes nothing, unless printing hangs.
    """
    _ending.append(time.monotonic())
    if isinstance(told, str):
        rest = _put_at_once(f"{told}\n".encode("utf-8", "replace"))
        whole = not rest or _put([rest], until, 0.0)
    else:
        whole = _put(told, until, STALLED)
    os._exit(code if whole or cut is None else cut)


def _put_at_once(octets: bytes) -> bytes:
    """Write what standard output takes without waiting, and return the rest: on a busy host the
    thread that writes may not get its turn in time, and only an exit code would be left.

    For a file poll cannot tell: its disk may hang.
    """
    try:
        import select  # loaded by the loop, as a rule

        if stat.S_ISREG(os.fstat(1).st_mode):
            return octets
        ready = select.poll()
        ready.register(1, select.POLLOUT)
        while octets and ready.poll(0) == [(1, select.POLLOUT)]:
            octets = octets[os.write(1, octets[:PIECE]) :]
    except Exception:  # also where there is no select: ``_put`` does without
        pass
    return octets


def _put(pieces: Iterable[bytes], until: float, stalled: float) -> bool:
    """Write to standard output in a thread, since a write that hangs cannot be broken off. Return
    whether all was written by ``until``, or later while each ``stalled`` seconds bring some.
    """
    ended = _thread.allocate_lock()
    written, whole = 0, False

    def write() -> None:
        nonlocal written, whole
        try:
            for rest in pieces:
                while rest:
                    taken = os.write(1, rest)
                    written, rest = written + taken, rest[taken:]
            whole = True
        except OSError:
            pass
        finally:
            ended.release()

    ended.acquire()
    try:
        _thread.start_new_thread(write, ())
    except RuntimeError:  # no thread can be started
        write()
    before = 0
    while not ended.acquire(timeout=max(0.0, until - time.monotonic())):
        if not stalled or written == before:
            break
        before, until = written, time.monotonic() + stalled
    return whole


def end_children() -> None:
    """End the process groups that we started."""
    for group in tuple(children):
        end_child(group)


def end_child(group: int) -> None:
    """End one of the process groups that we started."""
    try:
        os.killpg(group, _signal.SIGKILL)
    except OSError:
        pass
    children.discard(group)
