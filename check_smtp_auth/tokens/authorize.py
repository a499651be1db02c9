"""``--authorize``: a person signs in once, and the refresh token is put where the checks read it.
The two ways are pure (``device``, ``browser``); here they meet terminal, network and disk.
"""

from __future__ import annotations

import os
import time

from .. import signals
from ..accounts import Misconfigured
from ..diagnosis.sign_in import help_to_sign_in
from ..net.local import whoami
from ..net.loop import Wait, run_one
from ..observation import Failure, Stage, TokenFacts
from ..options.given import UsageError
from ..private_file import aside, keep_out_of_core_dumps
from ..state.keeper import Keeper
from . import description, fetch, rotation
from .access import told
from .client import GOOGLE, TokenUnavailable
from .files import Locked
from .interview import sign_in, tell
from .providers import SERVERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..net.loop import Steps
    from ..options.parser import Request
    from ..secret import Secret
    from .client import Client
    from .files import Lock

DEVICE, BROWSER = "device", "browser"
# How long to wait for another check that is fetching a token, in seconds.
OTHERS = 60.0
NO_TERMINAL = (
    "--authorize is for a person at a terminal: run it by hand once, as the user that runs the "
    "checks"
)


def authorize(request: Request) -> Request:
    """Have somebody sign in, and save the refresh token; return the request for a check, with the
    provider's server if none was given. Raises UsageError if that fails.
    """
    if not (os.isatty(0) and os.isatty(1)):
        raise UsageError(NO_TERMINAL)
    keep_out_of_core_dumps()
    signals.before_last_word = "\n"
    try:
        return run_one(_authorized(request))
    except Misconfigured as problem:
        raise UsageError(str(problem)) from None


def _authorized(request: Request) -> Steps[Request]:
    """Return the same; raises Misconfigured too, and UsageError only if the provider refuses."""
    account = request.account
    until = time.monotonic() + account.timeout
    client = yield from description.read_to_sign_in(account.source.place, until)
    by_device = _by_device(client, request.authorize)
    account = with_server(account, client)
    path, where = client.refresh_token_file, f"the file of {rotation.WHERE}"
    yield from aside(lambda: rotation.require_place(path), where, until)
    try:
        token = yield from sign_in(client, account.user or "", account.timeout, by_device)
    except TokenUnavailable as problem:
        raise UsageError(_worded(client, problem, by_device)) from None
    yield from _kept(client, token)
    yield from _forgotten(client, request.replace(account=account))
    tell(f"The refresh token is in {path}, which only {whoami()} can read.", "")
    return request.replace(account=account)


def _by_device(client: Client, wanted: str) -> bool:
    """Tell whether to use a device code, by what is wanted and possible; raises Misconfigured."""
    other = "" if wanted != "any" else ", or device-endpoint"
    if wanted == "any":
        wanted = DEVICE if client.device_endpoint else BROWSER
    there_is = {DEVICE: client.device_endpoint, BROWSER: client.authorization_endpoint}
    if there_is[wanted]:
        return wanted == DEVICE
    if client.provider == GOOGLE and wanted == DEVICE:
        raise Misconfigured("--authorize=device: Google does not support device codes for mail")
    key = "device-endpoint" if wanted == DEVICE else "authorization-endpoint"
    way = "" if other else f"={wanted}"
    raise Misconfigured(f"--oauth {key}: missing; --authorize{way} needs it{other}")


def with_server(account: Account, client: Client) -> Account:
    """Return the account with the provider's server if no host was given; raises Misconfigured if
    none is known.
    """
    host = account.host or SERVERS.get(client.provider, "")
    if not host:
        raise Misconfigured("no host: give -H HOST")
    return account.replace(host=host, tls_name=account.tls_name or host)


def _worded(client: Client, problem: TokenUnavailable, by_device: bool) -> str:
    """Say in one line why there is no token, and the remedy."""
    failure = Failure(Stage.TOKEN, problem.kind, problem.detail)
    facts = told(TokenFacts(client.provider, client.grant), problem)
    helps = help_to_sign_in(failure, facts, by_device)
    reason = problem.detail.rstrip(".")
    return f"no refresh token: {reason}. {helps}".rstrip()


def _kept(client: Client, token: Secret) -> Steps[None]:
    """Save the token, once no check is exchanging the old one."""
    path, until = client.refresh_token_file, time.monotonic() + OTHERS
    lock: Lock | None = None
    while lock is None and time.monotonic() < until and os.path.exists(path):
        try:
            lock = rotation.lock(path)
        except Locked:
            yield Wait(time.monotonic() + fetch.PAUSE)
        except Misconfigured:  # what cannot be read can be replaced
            break
    try:
        signals.undisturbed(lambda: rotation.put(path, token))
    finally:
        if lock is not None:
            lock.release()


def _forgotten(client: Client, request: Request) -> Steps[None]:
    """Remove the cached access token, which came from the old refresh token."""
    account, until = request.account, time.monotonic() + request.account.timeout
    keeper = Keeper(account.host, request.caution, None, time.monotonic, time.time)
    try:
        yield from keeper.recall(account.user or "", None, "", until)
        yield from fetch.drop(client, account.user or "", keeper.directory or None, until)
    finally:
        keeper.close()
