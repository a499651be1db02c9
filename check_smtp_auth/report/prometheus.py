"""Metrics in Prometheus's text format (0.0.4), for the textfile collector of node_exporter.

Only gauges, the samples of each together, without timestamps: otherwise the collector would
reject the whole file. Labels are ``account``, ``host``, ``port`` and the account's own.
"""

from __future__ import annotations

from ..diagnosis.catalogue import EXIT_CODES
from ..diagnosis.findings import certificate_end
from ..printable import clean
from .many import for_one, in_blocks, name_of, octets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Callable, Optional

    from ..outcome import Outcome

    # A sample's own labels and its value, None if it has none.
    Found = tuple[dict[str, str], Optional[float]]


# Names of our own labels, and how the names begin that Prometheus reserves.
OURS = {"account", "host", "port", "diagnosis", "mechanism", "tls", "phase"}
RESERVED = "__"


def render_many(
    outcomes: Iterable[Outcome],
    elapsed: Callable[[], float],
    verbosity: int = 0,
    arguments: Sequence[str] = (),
) -> tuple[Iterable[bytes], int]:
    """Return the output, piece by piece, and 0."""
    placed = [(outcome.place, _labels(outcome), _samples(outcome)) for outcome in outcomes]
    placed.sort()
    return in_blocks(_metrics(placed)), 0


render = for_one(render_many)


def _state(outcome: Outcome) -> Iterator[Found]:
    yield {}, EXIT_CODES[outcome.verdict.state]


def _info(outcome: Outcome) -> Iterator[Found]:
    seen = outcome.observation
    labels = {
        "diagnosis": outcome.verdict.slug,
        "mechanism": (seen.mechanism if seen else None) or "",
        "tls": (seen.tls.version if seen and seen.tls else None) or "",
    }
    yield labels, 1


def _duration(outcome: Outcome) -> Iterator[Found]:
    times = outcome.times
    for phase in ("connect", "tls", "token", "auth", "wait", "total"):
        yield {"phase": phase}, getattr(times, phase)


def _certificate_expiry(outcome: Outcome) -> Iterator[Found]:
    seen = outcome.observation
    yield {}, certificate_end(seen) if seen else None


def _secret_expiry(outcome: Outcome) -> Iterator[Found]:
    yield {}, outcome.policy.secret_expires


def _last_success(outcome: Outcome) -> Iterator[Found]:
    yield {}, outcome.history.last_success


def _last_run(outcome: Outcome) -> Iterator[Found]:
    yield {}, outcome.now


METRICS = (
    ("smtp_auth_state", "State of the account: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.", _state),
    ("smtp_auth_info", "Diagnosis, mechanism and TLS version of the last check; always 1.", _info),
    ("smtp_auth_duration_seconds", "Duration of each phase of the check.", _duration),
    (
        "smtp_auth_certificate_expiry_timestamp_seconds",
        "When the first certificate of the server's chain expires.",
        _certificate_expiry,
    ),
    (
        "smtp_auth_secret_expiry_timestamp_seconds",
        "When the account's secret expires.",
        _secret_expiry,
    ),
    (
        "smtp_auth_last_success_timestamp_seconds",
        "When the login last succeeded.",
        _last_success,
    ),
    ("smtp_auth_last_run_timestamp_seconds", "When the account was last checked.", _last_run),
)


def _labels(outcome: Outcome) -> bytes:
    """Return the labels that all samples of an account have."""
    account = outcome.account
    own = {
        name: value
        for name, value in account.labels
        if name not in OURS and not name.startswith(RESERVED)
    }
    usual = {"account": name_of(account), "host": account.host, "port": str(account.port)}
    return octets(_written({**usual, **own}))


def _samples(outcome: Outcome) -> tuple[bytes, ...]:
    """Return what follows the common labels in the account's samples: a text for each metric."""
    return tuple(
        octets(
            "\n".join(
                f"{',' if labels else ''}{_written(labels)}}} {value:.15g}"
                for labels, value in find(outcome)
                if value is not None
            )
        )
        for _, _, find in METRICS
    )


def _written(labels: dict[str, str]) -> str:
    """Return labels as they are written between the braces."""
    return ",".join(f'{name}="{_escaped(clean(value))}"' for name, value in labels.items())


def _escaped(text: str) -> str:
    """Return a label's value, which is one line, as it is written between quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _metrics(placed: list[tuple[int, bytes, tuple[bytes, ...]]]) -> Iterator[bytes]:
    """Yield the samples of all accounts, metric by metric, and nothing for a metric without any."""
    for number, (name, says, _) in enumerate(METRICS):
        begun = False
        for _, labels, samples in placed:
            if samples[number]:
                if not begun:
                    yield octets(f"# HELP {name} {says}\n# TYPE {name} gauge\n")
                    begun = True
                for rest in samples[number].split(b"\n"):
                    yield b"%s{%s%s\n" % (octets(name), labels, rest)
