"""How a run ends: with one clean line, by itself or by SIGTERM, SIGINT or SIGHUP, at any moment,
and with nothing left behind.

The handler does all of it itself. An exception raised from it could surface anywhere, half
way through an import or in a clean-up, and be lost there.
"""

from __future__ import annotations

# What the signal module wraps; the wrapping costs as much as a TLS handshake.
import _signal  # type: ignore[import-not-found]
import _thread
import os
import time

from .outputs import UNKNOWN, wanted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Callable, NoReturn, TypeVar

    T = TypeVar("T")

NAMES = {_signal.SIGHUP: "SIGHUP", _signal.SIGINT: "SIGINT", _signal.SIGTERM: "SIGTERM"}
# How long standard output may take for the line of a run that was told to stop, in seconds;
# and when somebody who sends one more signal is impatient, not just quick.
MOMENT, IMPATIENT = 0.8, 0.1
# Process groups that we started and must not leave behind.
children: set[int] = set()
# When the last word began to be said (monotonic), once it is.
_ending: list[float] = []
# How long a signal waits at most for what it must not cut in two, in seconds.
WAITING = 1.0
# How many such things are under way, and the signals that wait for them.
_shields = 0
_put_off: list[int] = []


def install(arguments: Sequence[str]) -> None:
    """Handle the signals from now on; ``arguments`` tell in which form to answer."""

    def end(number: int, _frame: object) -> None:
        if number == _signal.SIGALRM:
            number = _put_off[0]  # it has waited long enough
        elif _shields:
            if not _put_off:
                _signal.signal(_signal.SIGALRM, end)
                _signal.setitimer(_signal.ITIMER_REAL, WAITING)
            _put_off.append(number)
            return
        if not _ending:
            end_children()
            output, code = wanted(arguments)
            text = output.error(f"stopped by {NAMES[number]} before there was a result")
            leave(text, code, time.monotonic() + MOMENT)
        if time.monotonic() - _ending[0] > IMPATIENT:
            os._exit(UNKNOWN)

    for number in NAMES:
        _signal.signal(number, end)


class Shield:
    """Holds signals off, for a moment, from ``up`` to ``down``; one that comes is heeded after it.

    Blocking them would not do: they would come to another thread. For the main thread.
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
        """Heed them again, and those that have come."""
        global _shields
        _shields -= self._up
        self._up = False
        if _put_off and not _shields:
            os.kill(os.getpid(), _put_off[0])


def undisturbed(function: Callable[[], T]) -> T:
    """Do something short that no signal may cut in two."""
    shield = Shield()
    shield.up()
    try:
        return function()
    finally:
        shield.down()


def leave(text: str, code: int, until: float) -> NoReturn:
    """Print the text and end the process at once; what still runs aside must not hold it back.

    Where standard output is closed or full, or takes nothing until then (monotonic), the exit
    code still tells. A signal that comes meanwhile changes nothing, unless it hangs.
    """
    _ending.append(time.monotonic())
    _put(f"{text}\n".encode("utf-8", "replace"), until)
    os._exit(code)


def _put(data: bytes, until: float) -> None:
    """Write to standard output, aside: nobody can break off a write that hangs."""
    written = _thread.allocate_lock()

    def write() -> None:
        rest = data
        try:
            while rest:
                rest = rest[os.write(1, rest) :]
        except OSError:
            pass
        written.release()

    written.acquire()
    try:
        _thread.start_new_thread(write, ())
    except RuntimeError:  # no thread can be started
        write()
    written.acquire(timeout=max(0.0, until - time.monotonic()))


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
