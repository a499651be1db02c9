"""SIGTERM, SIGINT and SIGHUP: one clean line, exit code 3, at any moment of a run.

The handler does all of it itself. An exception raised from it could surface anywhere, half
way through an import or in a clean-up, and be lost there.
"""

from __future__ import annotations

# What the signal module wraps; the wrapping costs as much as a TLS handshake.
import _signal  # type: ignore[import-not-found]
import os

from . import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = {_signal.SIGHUP: "SIGHUP", _signal.SIGINT: "SIGINT", _signal.SIGTERM: "SIGTERM"}
UNKNOWN = 3
# As the reports have it; their modules may not be loaded yet when a signal comes.
PLAIN = "SMTP_AUTH UNKNOWN - %s"
JSON = (
    '{"plugin": "check_smtp_auth", "version": "%s", "state": "UNKNOWN", "exit_code": 3, '
    '"summary": "%s", "accounts": []}'
)
# Process groups that we started and must not leave behind.
children: set[int] = set()
# Not empty once the last word is being said: a signal that comes then changes nothing.
ending: list[int] = []


def install(arguments: Sequence[str]) -> None:
    """Handle the signals from now on; ``arguments`` tell in which form to answer."""

    def end(number: int, _frame: object) -> None:
        if ending:  # somebody is impatient
            return
        ending.append(number)
        end_children()
        json, exit_zero = wanted(arguments)
        problem = f"stopped by {NAMES[number]} before there was a result"
        put(JSON % (__version__, problem) if json else PLAIN % problem)
        os._exit(0 if exit_zero else UNKNOWN)

    for number in NAMES:
        _signal.signal(number, end)


def wanted(arguments: Sequence[str]) -> tuple[bool, bool]:
    """Tell whether JSON is asked for, and --exit-zero, however wrong the rest may be."""
    words = list(arguments)
    json = "--output=json" in words or ("--output", "json") in zip(words, words[1:])
    return json, "--exit-zero" in words


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


def put(text: str) -> None:
    """Write to standard output; where that is closed or full, the exit code still tells."""
    data = (text + "\n").encode("utf-8", "replace")
    try:
        while data:
            data = data[os.write(1, data) :]
    except OSError:
        pass
