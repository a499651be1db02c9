"""What is worth knowing about an attempt but changes no state. Pure."""

from __future__ import annotations

from functools import lru_cache

from ..observation import Kind, Stage
from ..record import Record
from ..sasl import entry
from ..sasl.choice import Skip
from ..secret import Proof
from ..state.drift import UNCHANGED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Observation
    from ..state.drift import Changes
    from ..state.history import Recalled


class Retirement(Record):
    """An announcement: for which hosts (by their names), what ends, and what to do."""

    hosts: tuple[str, ...]
    announced: str
    way_out: str


# Only passwords: what ends is basic authentication.
RETIREMENTS = (
    # Exchange Online, message centre MC786329 as updated on 27 January 2026.
    Retirement(
        ("smtp.office365.com", "smtp-legacy.office365.com", "outlook.office365.com"),
        "Microsoft disables SMTP AUTH with passwords for existing tenants at the end of December "
        "2026, and an administrator can enable it again for a while; the final date will be "
        "announced in the second half of 2027",
        "Move this account's programs to OAuth (--oauth checks that too), or to a relay or "
        "High Volume Email.",
    ),
)


def notices(
    account: Account,
    seen: Observation,
    recalled: Recalled | None = None,
    changes: Changes = UNCHANGED,
) -> tuple[str, ...]:
    """Return what is worth knowing but changes no state."""
    told = [*account.notices]
    if seen.tls and account.trust.insecure:
        told.append("The certificate was not verified (--insecure).")
    if seen.tls:
        told += [f"The certificate chain has {fault}." for fault in seen.tls.notices]
    iterations = seen.mechanism_facts.iterations
    if iterations is not None and iterations < 4096:
        told.append(
            f"The server's SCRAM iteration count is low: {iterations}, where 4096 or more is "
            "recommended."
        )
    retirement = retirement_of(account.tls_name, seen.mechanism or "")
    if retirement is not None and seen.failure is None:
        told.append(f"{retirement.announced}. {retirement.way_out}")
    used = entry(seen.mechanism or "")
    if account.authzid and used is not None and not used.authzid:
        told.append(f"{used.name} cannot carry --authzid, so it was not sent.")
    if seen.token and seen.token.trouble:
        told.append(f"{seen.token.trouble}.")
    if seen.secret_oddity == "blank":
        told.append("The secret begins or ends with a space, which was sent too.")
    told += [
        f"{name} is offered and stronger, but {seen.mechanism} worked before."
        for name, why in seen.skipped.items()
        if why == Skip.NEW
    ]
    told += changes.neutral
    if recalled is not None and recalled.trouble and not was_tried(seen):
        told.append(f"{recalled.trouble}.")
    if recalled is not None and recalled.notice:
        told.append(recalled.notice)
    told += [f"{each.address}: {each.kind}." for each in seen.tries]
    last = seen.exchanges[-1] if seen.exchanges else None
    if last and last.stage == Stage.QUIT and last.reply and last.reply.code == 421:
        told.append(f"At the end, the server closed the session with an error: {last.reply}.")
    return tuple(told)


def was_tried(seen: Observation) -> bool:
    """Tell whether a login was attempted, here or at a token endpoint, so that it was judged."""
    failure = seen.failure
    if seen.accepted or failure is None:
        return True
    reached = failure.stage in (Stage.AUTH, Stage.TOKEN)
    return reached and failure.kind not in (Kind.HELD, Kind.EXPOSED, Kind.TOO_LONG)


@lru_cache(16)  # it is the same for all accounts of a server
def retirement_of(host: str, mechanism: str) -> Retirement | None:
    """Return the announcement about logins with this mechanism at this host, if there is one."""
    used = entry(mechanism)
    if used is None or Proof.PASSWORD not in used.proofs:
        return None
    return next((each for each in RETIREMENTS if host.lower() in each.hosts), None)
