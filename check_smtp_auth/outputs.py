"""The forms of output, a row each: all that knows a form by its name reads it here. Pure.

It is loaded before anything else, so that an error can be told in the form asked for whatever
could not be loaded. So it imports nothing.
"""

from __future__ import annotations

from . import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Callable

# The exit code of what came to no result.
UNKNOWN = 3


class Output:
    """One form of output: its ``module`` in ``report/``, whose ``render`` takes outcomes,
    verbosity and arguments and returns text and exit code; and ``error``, which words what
    went wrong before there was an outcome (one line that is clean: see ``report.text``).
    """

    __slots__ = ("error", "module")

    def __init__(self, module: str, error: Callable[[str], str]) -> None:
        """Make the row."""
        self.module = module
        self.error = error


def _line(problem: str) -> str:
    """An error as the first line that monitors know."""
    return f"SMTP_AUTH UNKNOWN - {problem}"


def _object(problem: str) -> str:
    """An error as a JSON object; writing it by hand needs no module. Clean text has neither
    quotes nor backslashes: were there some, the object would be none.
    """
    quoted = problem.replace("\\", "/").replace('"', "'")
    return (
        f'{{"plugin": "check_smtp_auth", "version": "{__version__}", "state": "UNKNOWN", '
        f'"exit_code": {UNKNOWN}, "summary": "{quoted}", "accounts": []}}'
    )


OUTPUTS = {
    "nagios": Output("nagios", _line),
    "json": Output("as_json", _object),
}
DEFAULT = "nagios"


def wanted(arguments: Sequence[str]) -> tuple[Output, int]:
    """Return the form that is asked for, and the exit code for what came to no result, however
    wrong the other arguments are.
    """
    output = OUTPUTS[DEFAULT]
    for word, following in zip(arguments, [*arguments[1:], ""]):
        option, _, value = word.partition("=")
        if option == "--output":
            output = OUTPUTS.get(value or following, output)
    return output, 0 if "--exit-zero" in arguments else UNKNOWN
