"""What is worth knowing of an attempt and changes no state. Pure."""

from __future__ import annotations

from ..state.drift import compare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Observation
    from ..state.history import Recalled


def notices(
    account: Account, seen: Observation, recalled: Recalled | None = None
) -> tuple[str, ...]:
    """What is worth knowing and changes no state."""
    told = []
    if seen.tls and account.trust.insecure:
        told.append("The certificate was not verified (--insecure).")
    if seen.tls:
        told += [f"The certificate chain has {fault}." for fault in seen.tls.notices]
    iterations = seen.mechanism_facts.get("iterations", "4096")
    if iterations.isdigit() and int(iterations) < 4096:  # not so if it was masked
        told.append(f"The server's SCRAM iteration count is low: {iterations}, not 4096 or more.")
    if seen.secret_has_blanks:
        told.append("The secret begins or ends with a blank; it was sent with it.")
    told += [
        f"{name} is offered and stronger, but {seen.mechanism} worked before."
        for name, why in seen.skipped.items()
        if why.endswith("worked before")
    ]
    if recalled is not None:
        told += compare(recalled.memory, seen).neutral
    if recalled is not None and recalled.trouble and seen.failure is None:
        told.append(f"{recalled.trouble}.")
    told += [f"{attempt.address}: {attempt.kind}." for attempt in seen.tries]
    return tuple(told)
