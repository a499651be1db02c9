"""Signing in with a device code (RFC 8628), which is entered in a browser anywhere. Pure."""

from __future__ import annotations

from ..observation import Kind
from ..record import Record
from ..secret import MAX_TOKEN, Secret
from . import grants
from .answers import is_plain, no_answer, seconds_of
from .client import TokenUnavailable
from .consent import LONGEST, Ask, Pause, Tell, expired, refresh_token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..net.loop import Clock
    from .client import Client
    from .consent import Prove, Way

# RFC 8628 sections 3.2 and 3.5, in seconds.
INTERVAL, SLOWER = 5.0, 5.0
# The longest pause before an endpoint in trouble is asked again, in seconds.
SLOWEST = 60.0
PENDING = "authorization_pending"
# The first HTTP status for a server's own trouble.
SERVER_ERROR = 500
LONGEST_CODE, LONGEST_ADDRESS = 64, 1000
ANSWERED = (Kind.TOKEN_REFUSED, Kind.TOKEN_ANSWER)


class DeviceCode(Record):
    """A device code: what is ``shown`` of it is entered at ``address``. ``lifetime`` and
    ``interval``, the least time between two questions, are in seconds.
    """

    secret: Secret
    shown: str
    address: str
    lifetime: float
    interval: float


def way(client: Client, user: str, prove: Prove, clock: Clock) -> Way:
    """The steps of it, for a mailbox; ``prove`` returns the fields that authenticate the client."""
    until = clock() + LONGEST
    heard = yield Ask(client.device_endpoint, {"scope": client.scope, **prove()})
    code = device_code(heard.fields())
    until = min(until, clock() + code.lifetime)
    yield Tell(instructions(code, user, until - clock()))
    pause, trouble = code.interval, expired()
    while clock() + pause < until:
        yield Pause(pause)
        try:
            heard = yield Ask(client.endpoint, grants.by_device_code(code.secret, prove()))
            return refresh_token(client, heard)
        except TokenUnavailable as problem:
            trouble = expired()
            if problem.error == PENDING:
                continue
            if problem.limited:
                pause += SLOWER
            elif problem.kind in ANSWERED and problem.status < SERVER_ERROR:
                raise
            else:
                pause, trouble = max(pause, min(2 * pause, SLOWEST)), problem
    raise trouble


def device_code(fields: dict[str, Any]) -> DeviceCode:
    """Understand the answer of the device endpoint (RFC 8628 section 3.2); raises
    TokenUnavailable for what cannot be shown, or used.
    """
    # The second name is that of drafts, which Google and some others still use.
    address = _word(fields, LONGEST_ADDRESS, "verification_uri", "verification_url")
    if not address.startswith(("https://", "http://")):
        raise _without("verification_uri")
    return DeviceCode(
        Secret(_word(fields, MAX_TOKEN, "device_code").encode("ascii")),
        _word(fields, LONGEST_CODE, "user_code"),
        address,
        seconds_of(fields.get("expires_in"), LONGEST),
        seconds_of(fields.get("interval"), INTERVAL),
    )


def _word(fields: dict[str, Any], longest: int, *names: str) -> str:
    """Return the first of these fields that exists, which can be shown or sent as it is; raises
    TokenUnavailable.
    """
    value = next((fields[name] for name in names if name in fields), None)
    if not isinstance(value, str) or not 0 < len(value) <= longest or not is_plain(value):
        raise _without(names[0])
    return value


def _without(name: str) -> TokenUnavailable:
    """Return the error for an answer in which something is missing, or is nothing of the kind."""
    return no_answer(200, f"HTTP 200 and JSON without a usable {name}", endpoint="device")


def instructions(code: DeviceCode, user: str, seconds: float) -> tuple[str, ...]:
    """Tell the person what to do."""
    minutes = max(1, round(seconds / 60))
    return (
        f"Open this address in a browser on any computer, and sign in as {user}:",
        "",
        f"    {code.address}",
        "",
        "Enter this code there:",
        "",
        f"    {code.shown}",
        "",
        f"You have {minutes} minute{'s' if minutes > 1 else ''}.",
    )
