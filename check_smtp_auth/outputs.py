"""The output formats, a row each; whatever knows one by its name looks it up here. Pure.

It is loaded before anything else and imports nothing, so that an error can be reported in the
format asked for, whatever could not be loaded.
"""

from __future__ import annotations

from . import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Callable

# The exit code of a run without a result.
UNKNOWN = 3


class Output:
    """One output format: its ``module`` in ``report/``, whose ``render`` takes outcomes,
    verbosity and arguments and returns text and exit code; and ``error``, which words what
    went wrong before there was an outcome (the problem is clean: see ``printable``).

    What a ``collector`` prints is read by another program, which finds the states in it: so the
    exit code is 0 whenever all was printed, an error is no result to that program, and a run
    that was stopped prints nothing.
    """

    __slots__ = ("collector", "error", "module")

    def __init__(self, module: str, error: Callable[[str], str], collector: bool = False) -> None:
        """Make the row."""
        self.module = module
        self.error = error
        self.collector = collector


def _line(problem: str) -> str:
    """An error as the first line that monitors know."""
    return f"SMTP_AUTH UNKNOWN - {problem}"


def _object(problem: str) -> str:
    """An error as a JSON object, written by hand since that needs no module. Clean text has
    neither quotes nor backslashes; any other is made harmless.
    """
    quoted = problem.replace("\\", "/").replace('"', "'")
    return (
        f'{{"plugin": "check_smtp_auth", "version": "{__version__}", "state": "UNKNOWN", '
        f'"exit_code": {UNKNOWN}, "summary": "{quoted}", "accounts": []}}'
    )


def _comment(problem: str) -> str:
    """An error as a comment, which Prometheus ignores, and which is no external command."""
    return f"# {_line(problem)}"


def _section(problem: str) -> str:
    """An error in a section of its own, which Checkmk does not know."""
    return f"<<<check_smtp_auth>>>\n{_line(problem)}\n<<<local>>>"


def _value(problem: str) -> str:
    """An error as a value for zabbix_sender, for an item that exists only if somebody made it."""
    quoted = _line(problem).replace("\\", "/").replace('"', "'")
    return f'- smtp_auth.error "{quoted}"'


OUTPUTS = {
    "nagios": Output("nagios", _line),
    "json": Output("as_json", _object),
    "zabbix": Output("zabbix", _value, collector=True),
    "checkmk": Output("checkmk", _section, collector=True),
    "prometheus": Output("prometheus", _comment, collector=True),
    "passive": Output("passive", _comment, collector=True),
}
DEFAULT = "nagios"


def wanted(arguments: Sequence[str]) -> tuple[Output, int]:
    """Return the format that is asked for, and the exit code of a run without a result, however
    wrong the other arguments are.
    """
    output = OUTPUTS[DEFAULT]
    for word, following in zip(arguments, [*arguments[1:], ""]):
        option, _, value = word.partition("=")
        if option == "--output":
            output = OUTPUTS.get(value or following, output)
    return output, 0 if "--exit-zero" in arguments else UNKNOWN
