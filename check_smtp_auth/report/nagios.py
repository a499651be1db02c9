"""Output for Nagios, Icinga and a person at a shell, in the terms of nagiosplugin.

Acquisition is ``CheckedAccount`` (a Resource: it passes on the outcome of the check), evaluation
is ``Judgement`` and ``Figure`` (Contexts: the first turns the verdict into a Result, the second
times and days into perfdata), presentation is ``Words`` (a Summary). The verdict itself was
reached before, in ``diagnosis``, so that all formats say the same.

``Check.main`` is not used: with -v it would print the perfdata last, it would exit by itself, and
use the alarm signal for what the loop's deadline does.
"""

from __future__ import annotations

import nagiosplugin

from .. import __version__
from ..diagnosis.catalogue import CRITICAL, OK, UNKNOWN, WARNING
from ..diagnosis.findings import days_left, secret_days
from ..printable import clean
from .text import LIMIT, LIMIT_DEBUGGING, NAME, long_lines, shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Callable

    from ..accounts import Policy
    from ..outcome import Outcome

STATES = {
    OK: nagiosplugin.Ok,
    WARNING: nagiosplugin.Warn,
    CRITICAL: nagiosplugin.Critical,
    UNKNOWN: nagiosplugin.Unknown,
}


class CheckedAccount(nagiosplugin.Resource):
    """One account's login, as a source of metrics."""

    def __init__(self, outcome: Outcome) -> None:
        """Take the outcome of the check."""
        self.outcome = outcome

    def probe(self) -> Iterator[nagiosplugin.Metric]:
        """Yield the outcome itself, then the figures that were measured."""
        yield nagiosplugin.Metric("login", self.outcome, context="judgement")
        times = self.outcome.times
        for name, seconds in (
            ("connect_time", times.connect),
            ("tls_time", times.tls),
            ("token_time", times.token),
            ("auth_time", times.auth),
            ("wait_time", times.wait or None),
            ("total_time", times.total),
        ):
            if seconds is not None:
                yield nagiosplugin.Metric(name, decimal(seconds), "s", min=0, context=name)
        seen = self.outcome.observation
        days = days_left(seen, self.outcome.now) if seen else None
        if days is not None:
            yield nagiosplugin.Metric("certificate_days", days, context="certificate_days")
        days = secret_days(self.outcome.policy, self.outcome.now)
        if days is not None:
            yield nagiosplugin.Metric("secret_days", days, context="secret_days")


class Judgement(nagiosplugin.Context):
    """Turns the verdict into a Result."""

    def evaluate(
        self, metric: nagiosplugin.Metric, resource: nagiosplugin.Resource
    ) -> nagiosplugin.Result:
        """Return the verdict's state; the Summary has its words."""
        return nagiosplugin.Result(STATES[metric.value.verdict.state], metric=metric)


class PlainFigure:
    """Perfdata whose label needs no quotes. nagiosplugin's own class would import ``re`` to find
    that out, and that of nagiosplugin 1.3 cannot be derived from.
    """

    def __init__(self, metric: nagiosplugin.Metric, warning: str, critical: str) -> None:
        """Take the figure and the ranges for WARNING and CRITICAL."""
        self.metric = metric
        self.ranges = (warning, critical)

    def __str__(self) -> str:
        """Return the figure in the guidelines' notation, without empty parts at its end."""
        metric = self.metric
        least = "" if metric.min is None else metric.min
        parts = (f"{metric.name}={metric.value}{metric.uom or ''}", *self.ranges, least)
        return ";".join(map(str, parts)).rstrip(";")


class Figure(nagiosplugin.Context):
    """Turns a figure with its ranges into perfdata."""

    def __init__(self, name: str, warning: object = None, critical: object = None) -> None:
        """Take the ranges in the guidelines' notation, None for none."""
        super().__init__(name)
        self.warning = "" if warning is None else str(warning)
        self.critical = "" if critical is None else str(critical)

    def performance(
        self, metric: nagiosplugin.Metric, resource: nagiosplugin.Resource
    ) -> PlainFigure:
        """Return the figure as perfdata."""
        return PlainFigure(metric, self.warning, self.critical)


class Words(nagiosplugin.Summary):
    """The first line and the long output."""

    def __init__(self, outcome: Outcome, verbosity: int, arguments: Sequence[str]) -> None:
        """``verbosity`` is the number of -v; ``arguments`` are those of the command line."""
        self.arguments = arguments
        self.outcome = outcome
        self.verbosity = verbosity

    def ok(self, results: nagiosplugin.Results) -> str:
        """Return the first line's text."""
        return clean(self.outcome.verdict.summary)

    problem = ok

    def verbose(self, results: nagiosplugin.Results) -> list[str]:
        """Return the lines of the long output."""
        return [clean(line) for line in long_lines(self.outcome, self.verbosity, self.arguments)]


def render(
    outcomes: Sequence[Outcome], verbosity: int = 0, arguments: Sequence[str] = ()
) -> tuple[str, int]:
    """Return the output and the exit code."""
    (outcome,) = outcomes
    check = nagiosplugin.Check(
        CheckedAccount(outcome),
        Judgement("judgement"),
        *figures(outcome.policy),
        Words(outcome, verbosity, arguments),
    )
    check()
    first = f"{NAME} {str(check.state).upper()} - {check.summary_str}"
    lines = [f"{first} | {' '.join(check.perfdata)}", *check.summary.verbose(check.results)]
    if verbosity > 2:
        lines.append(versions())
    return shorten(lines, LIMIT_DEBUGGING if verbosity > 2 else LIMIT), check.exitcode


def render_many(
    outcomes: Iterable[Outcome],
    elapsed: Callable[[], float],
    verbosity: int = 0,
    arguments: Sequence[str] = (),
) -> tuple[str, int]:
    """Return the output and the exit code for many accounts, whose run took ``elapsed()``."""
    from . import nagios_many

    return nagios_many.render(outcomes, elapsed, verbosity, arguments)


def figures(policy: Policy) -> tuple[Figure, ...]:
    """Return the contexts of the figures that an account can have."""
    return (
        Figure("connect_time", policy.connect.warning, policy.connect.critical),
        Figure("tls_time"),
        Figure("token_time"),
        Figure("wait_time"),
        Figure("auth_time", policy.auth.warning, policy.auth.critical),
        Figure("total_time", policy.total.warning, policy.total.critical),
        Figure("certificate_days", at_least(policy.warning_days), at_least(policy.critical_days)),
        Figure(
            "secret_days",
            at_least(policy.secret_warning_days),
            at_least(policy.secret_critical_days),
        ),
    )


def versions() -> str:
    """Return the line that a bug report should contain."""
    import ssl
    import sys

    python = ".".join(map(str, sys.version_info[:3]))
    return (
        f"Versions: check_smtp_auth {__version__}, Python {python}, {ssl.OPENSSL_VERSION}, "
        f"nagiosplugin {nagiosplugin.__VERSION__}"
    )


def decimal(seconds: float) -> str:
    """Return seconds with at most six decimals and without exponent."""
    return f"{max(0.0, seconds):.6f}".rstrip("0").rstrip(".")


def at_least(days: int) -> str | None:
    """Return the range of days that are enough; None if any number is."""
    return f"{days}:" if days else None
