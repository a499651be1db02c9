"""One account from beginning to end: secret, attempt, judgement."""

from __future__ import annotations

import time

from . import credentials
from .accounts import Account, Misconfigured, Policy
from .diagnosis import Verdict, diagnose, misconfigured
from .observation import Observation, Times
from .probe import probe
from .record import Record
from .sasl import Credential

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .net.loop import Clock, Steps


class Outcome(Record):
    """What a report is made from. ``observation`` is None where nothing could be tried;
    ``now`` is when it was judged, in seconds since the epoch.
    """

    account: Account
    policy: Policy
    observation: Observation | None
    verdict: Verdict
    times: Times
    now: float


def check(
    account: Account,
    policy: Policy,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
) -> Steps[Outcome]:
    """Check one account; ends within ``account.timeout`` seconds."""
    started = clock()
    try:
        user, secret = yield from credentials.read(account, started + account.timeout)
        if not user:
            raise Misconfigured("no user name: give -u")
        account = account.replace(user=user)
        credential = Credential(user, secret, account.authzid)
        observation = yield from probe(account, credential, started, clock)
    except Misconfigured as problem:
        verdict = misconfigured(account, str(problem), policy)
        times = Times(None, None, None, clock() - started)
        return Outcome(account, policy, None, verdict, times, time_of_day())
    now = time_of_day()
    verdict = diagnose(account, observation, policy, now)
    return Outcome(account, policy, observation, verdict, observation.times, now)
