"""From arguments to output and exit code."""

from __future__ import annotations

import sys
import time

from .check import check
from .net.background import thread_lost
from .net.loop import run_one
from .options.parser import Fleet, HelpShown, Question, UsageError, parse, utf8
from .outputs import DEFAULT, OUTPUTS, UNKNOWN, wanted
from .private_file import keep_out_of_core_dumps
from .signals import leave
from .startup import undo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn

    from .net.loop import Steps
    from .options.parser import Request
    from .outcome import Outcome
    from .report.many import Told

# Seconds that standard output gets at least; and that a run may take where no account says so.
LEAST, PATIENCE = 0.4, 10.0


def main() -> NoReturn:
    """Run on the process's own arguments; print, and exit with the state's code."""
    arguments = sys.argv[1:]
    began, timeout = time.monotonic(), PATIENCE
    sys.unraisablehook = thread_lost
    text: Told
    try:
        text, code, timeout = answer(arguments)
    except Exception as error:
        text, code = _bug(arguments, error)
    until = max(began + timeout, time.monotonic() + LEAST)
    leave(text, code, until, UNKNOWN if wanted(arguments)[0].collector else None)


def answer(arguments: Sequence[str]) -> tuple[Told, int, float]:
    """Return what to print, the exit code, and how many seconds the run may take."""
    try:
        request = parse(arguments)
        if isinstance(request, Question):
            from .report.explain import explain

            as_json = request.output == "json"
            return explain(request.text, as_json, request.verbosity), 0, PATIENCE
        if isinstance(request, Fleet):
            from . import fleet

            return fleet.answer(request, arguments, _load_report)
        if request.authorize:
            from .tokens.authorize import authorize  # for a person, once

            request = authorize(request)
    except HelpShown as shown:
        return str(shown).rstrip("\n"), UNKNOWN, PATIENCE
    except UsageError as error:
        return (*_usage_error(arguments, str(error)), PATIENCE)
    # Before anything is sent: no login is made whose result could not be reported.
    report = _load_report(OUTPUTS[request.output].module)
    keep_out_of_core_dumps()
    outcome = run_one(_steps(request))
    again = [] if request.authorize else [*map(utf8, arguments)]
    text, code = report.render([outcome], request.verbosity, again)
    return text, 0 if request.exit_zero else code, request.account.timeout


def _steps(request: Request) -> Steps[Outcome]:
    """The check of an account, which may have to be read from a program's configuration first."""
    if request.origin is None:
        return check(request.account, request.policy, request.caution)
    from .accounts import Entry
    from .configured import checked  # for those who use it

    return checked(Entry(request.account, request.policy, request.caution, origin=request.origin))


def _load_report(name: str) -> Any:
    """Load one module of ``report/``."""
    module = f"{__package__}.report.{name}"
    try:
        __import__(module)
    except Exception:  # perhaps because of the fast start
        undo()
        __import__(module)
    return sys.modules[module]


def _usage_error(arguments: Sequence[str], problem: str) -> tuple[str, int]:
    """Return text and exit code for what is wrong with the options, in the format asked for."""
    from .printable import clean

    output, code = wanted(arguments)
    return output.error(clean(problem)), code


def _bug(arguments: Sequence[str], error: Exception) -> tuple[str, int]:
    """Return text and exit code for an error of our own."""
    from .faults import fault

    output, code = wanted(arguments)
    text = output.error(fault(error))
    if output is OUTPUTS[DEFAULT] and any(word.startswith("-vvv") for word in arguments):
        import traceback

        from .printable import clean

        told = "".join(traceback.format_tb(error.__traceback__)).splitlines()
        text = "\n".join([text, *map(clean, told)])
    return text, code
