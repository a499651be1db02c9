"""What the formats share: the lines of the long output, and their limits. Pure."""

from __future__ import annotations

from ..diagnosis.catalogue import OK, UNKNOWN
from ..printable import clean
from ..sasl import entry
from ..sasl.choice import Skip
from ..secret import with_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..observation import Observation
    from ..outcome import Outcome
    from ..sasl.choice import SkipName

NAME = "SMTP_AUTH"
# Nagios keeps 8,192 octets of output. The first line and the report stay well below.
LIMIT = 8_000
LIMIT_DEBUGGING = 1_000_000
SKIPPED: dict[SkipName, str] = {
    Skip.UNKNOWN: "not supported by this plugin",
    Skip.NOT_ALLOWED: "not allowed by -A",
    Skip.BY_NAME: "used only if -A names it",
    Skip.PROOF: "needs {proof}",
    Skip.EXPOSED: "would send the secret in clear text",
    Skip.NO_BINDING: "this Python cannot do channel binding on this TLS connection",
    Skip.RANK: "{chosen} is preferred",
    Skip.NEW: "{chosen} worked before",
}


def long_lines(outcome: Outcome, verbosity: int, arguments: Sequence[str]) -> Iterator[str]:
    """Yield the long output: the advice for every problem, with -v always; facts with -v, the
    dialogue with -vv. Without -v, UNKNOWN has no long output. ``arguments`` are those of the
    command line, to tell how to try again.
    """
    verdict = outcome.verdict
    if verbosity or verdict.state not in (OK, UNKNOWN):
        if outcome.account.used_by:
            yield f"Used by: {outcome.account.used_by}"
        if verdict.state != OK:
            yield verdict.explanation
            yield f"To do: {verdict.advice}"
        yield from verdict.hints
        yield from verdict.history
        yield from _next_try(outcome, verbosity, arguments)
        yield from (f"Also: {words}" for words in verdict.other)
        if not verbosity:  # the program's configuration may be the cause
            yield from (f"Note: {notice}" for notice in outcome.account.notices)
    if verbosity:
        yield from _facts(outcome)
        yield from (f"Note: {notice}" for notice in verdict.notices)
    if verbosity > 1 and outcome.observation is not None:
        yield from _dialogue(outcome)


def _next_try(outcome: Outcome, verbosity: int, arguments: Sequence[str]) -> Iterator[str]:
    """Yield when a login that is held is tried again, and how to try it now."""
    if outcome.history.held_until is None:
        return
    if outcome.verdict.slug != "held":
        from ..moments import iso  # only for a problem

        moment = iso(outcome.history.held_until)
        yield f"Not tried again before {moment}, unless the secret changes."
    if verbosity and arguments and outcome.history.by_hand:
        place = ("--state-dir", outcome.history.state_dir or "none")
        others = [word for word in without(place[0], arguments) if word != "--retry-now"]
        words = ["check_smtp_auth", *others, *place, "--retry-now"]
        yield f"To try it now: {' '.join(_pasteable(words))}"


def without(option: str, arguments: Sequence[str]) -> list[str]:
    """Return the arguments of a command without an option and its value."""
    kept, is_value = [], False
    for word in arguments:
        if not is_value and word != option and not word.startswith(f"{option}="):
            kept.append(word)
        is_value = word == option and not is_value
    return kept


def _pasteable(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a command quoted for a shell; dots for what cannot be shown unchanged,
    and for other commands, whose arguments may contain a secret.
    """
    import shlex  # only with -v

    for before, word in zip(("", *words), words):
        option, equals, _ = word.partition("=")
        quoted = shlex.quote(word)
        if before.endswith("-command") or clean(quoted) != quoted:
            yield "..."
        else:
            yield f"{option}=..." if equals and option.endswith("-command") else quoted


def _facts(outcome: Outcome) -> Iterator[str]:
    """Yield the facts: server, TLS, certificate, mechanisms and times."""
    seen = outcome.observation
    if seen is None:
        return
    if seen.address:
        yield f"Server: {seen.address}, {_name(seen)}"
    if seen.tls and seen.tls.version:
        yield f"TLS: {seen.tls.version}, {seen.tls.cipher}"
    certificate = seen.tls.certificate if seen.tls else None
    if certificate is not None and seen.failure is None:
        from ..moments import iso  # only with -v

        yield (
            f"Certificate: {certificate.subject or ', '.join(certificate.names)}, issued by "
            f"{certificate.issuer}, valid until {iso(certificate.not_after)}"
        )
        first = seen.tls.first_to_end if seen.tls else None
        if first is not None and first.not_after < certificate.not_after:
            ends = iso(first.not_after)
            yield f"First to expire: the {first.role} certificate {first.subject}, {ends}"
    if seen.capabilities:
        offered = " ".join(seen.capabilities.mechanisms) or "none"
        yield f"Mechanisms offered: {offered}; chosen: {seen.mechanism or 'none'}"
    yield from (f"Not chosen: {name}: {why}" for name, why in skipped(seen))
    times = outcome.times
    parts = {
        "token": times.token,
        "connect": times.connect,
        "TLS": times.tls,
        "AUTH": times.auth,
        "waiting": times.wait or None,
        "total": times.total,
    }
    spent = (f"{name} {seconds:.3f} s" for name, seconds in parts.items() if seconds is not None)
    yield f"Times: {', '.join(spent)}"
    if outcome.history.state_dir is not None:
        yield f"History in: {outcome.history.state_dir}"


def skipped(seen: Observation) -> Iterator[tuple[str, str]]:
    """Yield the mechanisms that were offered but not used, each with the reason."""
    for name, why in seen.skipped.items():
        found = entry(name)
        proof = with_article((found.proofs or found.by_name)[0]) if found else "another proof"
        yield name, SKIPPED[why].format(proof=proof, chosen=seen.mechanism)


def _name(seen: Observation) -> str:
    """Return the name by which the server calls itself."""
    capabilities = seen.capabilities or seen.before_tls
    return capabilities.name if capabilities else "name unknown"


def _dialogue(outcome: Outcome) -> Iterator[str]:
    """Yield the dialogue, with C: for us, S: for the server, and the time of each reply."""
    assert outcome.observation is not None
    for exchange in outcome.observation.exchanges:
        if exchange.said:
            yield f"C: {exchange.said}"
        lines = exchange.reply.lines if exchange.reply else ()
        for number, line in enumerate(lines, 1):
            assert exchange.reply is not None
            last = number == len(lines)
            after = f" [{exchange.seconds:.3f} s]" if last else ""
            yield f"S: {exchange.reply.code}{' ' if last else '-'}{line}{after}"
        if exchange.reply and exchange.reply.beyond:
            left = len(exchange.reply.all_lines) - len(lines)
            yield f"S: ... and {counted(left, 'more line')}"
        if not lines:
            yield f"S: no reply [{exchange.seconds:.3f} s]"


def counted(number: int, things: str) -> str:
    """Return a number of things: "1 line", "2 lines"."""
    return f"{number} {things}{'' if number == 1 else 's'}"


def shorten(lines: list[str], limit: int) -> str:
    """Return as many lines as fit into ``limit`` octets, joined; say so if some do not."""
    kept, size = [], 0
    for line in lines:
        size += len(line.encode("utf-8", "replace")) + 1
        if size > limit:
            kept.append("... (shortened)")
            break
        kept.append(line)
    return "\n".join(kept)
