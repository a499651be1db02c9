"""From arguments to output and exit code."""

from __future__ import annotations

import os
import sys

from .check import check
from .net.loop import run_one
from .options.parser import HelpShown, Question, UsageError, parse, utf8
from .signals import ending, put, wanted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from .options.parser import Request
    from .outcome import Outcome

UNKNOWN = 3


def main() -> NoReturn:
    """Run on the process's own arguments; print, and exit with the state's code."""
    arguments = sys.argv[1:]
    try:
        text, code = answer(arguments)
    except Exception as error:
        text, code = _bug(arguments, error)
    ending.append(code)
    put(text)
    # At once: nothing is left to tidy up, and a thread that waits for the DNS must not
    # hold us back.
    os._exit(code)


def answer(arguments: Sequence[str]) -> tuple[str, int]:
    """Return what to print, without its last line end, and the exit code."""
    try:
        request = parse(arguments)
        if isinstance(request, Question):
            from .report.explain import explain

            return explain(request.text, request.output == "json", request.verbosity), 0
    except HelpShown as shown:
        return str(shown).rstrip("\n"), UNKNOWN
    except UsageError as error:
        return _usage_error(arguments, str(error))
    outcome = run_one(check(request.account, request.policy, request.caution))
    text, code = _render(request, outcome, arguments)
    return text, 0 if request.exit_zero else code


def _render(request: Request, outcome: Outcome, arguments: Sequence[str]) -> tuple[str, int]:
    """Render in the format asked for; the others' modules are not imported."""
    if request.output == "json":
        from .report import as_json

        return as_json.render([outcome])
    from .report import nagios

    return nagios.render(outcome, request.verbosity, [*map(utf8, arguments)])


def _usage_error(arguments: Sequence[str], problem: str) -> tuple[str, int]:
    """Render what is wrong with the options, in the format asked for if that can be read."""
    json, exit_zero = wanted(arguments)
    if json:
        from .report import as_json

        text, code = as_json.render_usage_error(problem)
    else:
        from .report.text import usage_error_line

        text, code = usage_error_line(problem), UNKNOWN
    return text, 0 if exit_zero else code


def _bug(arguments: Sequence[str], error: Exception) -> tuple[str, int]:
    """Render an error of our own: its type and place, for its text may hold anything."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (
        f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
    )
    problem = f"a fault in this plugin, {type(error).__name__} at {where}; please report it"
    text, code = _usage_error(arguments, problem)
    if any(word.startswith("-vvv") for word in arguments):
        import traceback

        text += "\n" + "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return text, code
