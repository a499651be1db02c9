"""The outcome of a check, which reports are made from. Pure."""

from __future__ import annotations

from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .accounts import Account, Policy
    from .diagnosis import Verdict
    from .observation import Observation, Times


class History(Record):
    """Points in time, in seconds since the epoch, None for those that there are not; and the
    diagnosis that a hold repeats. ``by_hand`` says whether --retry-now would end the hold.
    """

    last_success: float | None = None
    since: float | None = None
    held_until: float | None = None
    held_diagnosis: str | None = None
    state_dir: str | None = None
    by_hand: bool = True


class Outcome(Record):
    """What a report is made from. ``observation`` is None if nothing could be tried; ``now`` is
    when it was judged, in seconds since the epoch; ``place`` is the account's position in the run.
    """

    account: Account
    policy: Policy
    observation: Observation | None
    verdict: Verdict
    times: Times
    now: float
    history: History = History()
    place: int = 0
