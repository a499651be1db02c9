"""The history in words: since when, how often, and on which side something changed. Pure."""

from __future__ import annotations

from ..record import Record
from ..secret import Proof
from .guard import DEFINITE
from .server import UNKNOWN_NEED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .guard import Decision
    from .memory import Memory


class Recalled(Record):
    """What earlier runs contribute to a verdict.

    ``memory`` is what was remembered before this try; ``decision`` is the guard's, None if it was
    not asked. ``secret_changed`` is when the secret's file was last changed, if that was after the
    last success; 0 if it was not; None if that cannot be told. ``trouble`` says why nothing can be
    saved, and the remedy; ``kept`` is False if no history is kept. ``notice`` is what else is worth
    knowing about the state directory; ``file`` is what to call the secret's file, and ``proof``
    what the secret is.
    """

    memory: Memory
    decision: Decision | None = None
    secret_changed: float | None = None
    trouble: str = ""
    kept: bool = True
    notice: str = ""
    file: str = "password file"
    proof: str = Proof.PASSWORD


def of_this_secret(memory: Memory) -> Memory:
    """Return the memory as it is for the present secret, if the last success was with another one:
    this one was rejected until it was held. The same object if there was no such success.
    """
    if memory.diagnosis != "authenticated" or not memory.spent.hold:
        return memory
    return memory.replace(
        diagnosis="credentials-rejected", since=memory.spent.last, tries=0, reply=""
    )


def words(recalled: Recalled, slug: str) -> Iterator[str]:
    """Yield the sentences for a problem with this diagnosis."""
    memory = recalled.memory
    if not recalled.kept:
        return
    judged = memory.diagnosis if slug == "held" else slug
    rejected = judged in DEFINITE and judged != "token-unavailable"
    if memory.killed and slug in ("held", memory.diagnosis):
        times = "once" if memory.killed == 1 else f"{memory.killed} times in a row"
        yield f"The monitor stopped this check {times} before the server answered."
    if memory.last_success:
        yield f"It last worked at {_at(memory.last_success)}."
    elif memory.last_try and not rejected:
        yield "It has not worked from here yet."
    since, tries = since_when(memory, slug)
    if tries:
        times = "once" if tries == 1 else f"{tries} times"
        yield f"The problem has lasted since {_at(since)}; seen {times} before."
    if rejected:
        yield from _who_changed(recalled, judged == "token-rejected")


def _at(moment: float) -> str:
    """A point in time in words."""
    from ..moments import iso  # for what does not go well

    return iso(moment)


def since_when(memory: Memory, slug: str) -> tuple[float, int]:
    """Return since when a diagnosis has stood and how often it was made; zeros if it is new."""
    if slug == memory.trouble:
        return memory.trouble_since, memory.trouble_tries
    if slug == "held" or (slug == memory.diagnosis and not memory.trouble):
        return memory.since, memory.tries
    return 0.0, 0


def _who_changed(recalled: Recalled, token: bool) -> Iterator[str]:
    """Tell whether a rejected secret was changed on the server or on our side; nothing about a
    ``token`` that is fetched anew each time.
    """
    file, proof = recalled.file, recalled.proof
    is_set = proof in (Proof.PASSWORD, Proof.TOKEN)  # by somebody, on the server
    if not recalled.memory.last_success:
        what = "scope" if token else proof
        yield f"It has never worked from here: check user name, {what} and mechanism (-A)."
    elif recalled.secret_changed is None:
        if is_set and not token:
            yield (
                "With this source of the secret, the check cannot tell whether it was changed on "
                "our side."
            )
    elif 0 < recalled.secret_changed <= recalled.memory.last_success:
        yield f"The {file} was replaced after the login last worked: look there first."
    elif recalled.secret_changed:
        when = _at(recalled.secret_changed)
        yield f"The {file} was changed at {when}, after the login last worked: look there first."
    elif is_set:
        yield (
            f"The {file} has not changed since the login last worked: the secret was changed on "
            "the server."
        )


def is_crowded_out(memory: Memory, decision: Decision | None, auth_time: float) -> bool:
    """Tell whether a login without an answer for ``auth_time`` had less time than is fair to the
    server: because our own other checks were waited for or took the processor, because this host
    was overloaded, or because the whole run ended.
    """
    if decision is None:
        return False
    ours = decision.waited or decision.crowded or decision.starved
    return decision.cut or (bool(ours) and auth_time < max(UNKNOWN_NEED, 2 * memory.auth_time))
