"""The access token of one run: the endpoint's budget asked, the token got, and written down
what came of it.
"""

from __future__ import annotations

from ..accounts import Caution
from ..observation import Failure, Kind, Stage, TokenFacts
from ..record import Record
from ..secret import Secret
from ..state.guard import Try
from ..state.keeper import SETTLING, open_keeper
from . import fetch
from .client import Client, TokenUnavailable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..credentials.source import Login
    from ..net.loop import Clock, Steps
    from ..state.keeper import Keeper


class Access(Record):
    """An access token, or why there is none; and the keeper of the endpoint's budget.

    Without a ``client`` it was a command that gave none. ``rotated`` is what the guard knows
    the credential by from now on, where a new refresh token came with the access token.
    """

    secret: Secret
    failure: Failure | None
    seconds: float | None
    facts: TokenFacts | None = None
    keeper: Keeper | None = None
    client: Client | None = None
    user: str = ""
    directory: str | None = None
    rotated: Secret | None = None

    def drop(self) -> None:
        """Forget the kept token: the mail server does not take it."""
        if self.client is not None:
            fetch.drop(self.client, self.user, self.directory)


def get(
    login: Login, caution: Caution, account: Keeper, until: float, clock: Clock, time_of_day: Clock
) -> Steps[Access]:
    """Get a token for a login by ``until`` (monotonic); raises Misconfigured.

    ``account`` is the keeper of the account's own memory.
    """
    began, client = clock(), login.client
    if client is None:
        return Access(Secret(b""), Failure(Stage.TOKEN, Kind.TOKEN_REFUSED, login.refused), None)
    directory = account.store.directory if account.store else None
    keeper = open_keeper(directory, fetch.host(client), caution, clock, time_of_day)
    asked = False

    def permit(until: float) -> Steps[bool]:
        nonlocal asked
        yield from keeper.recall(client.identity, client.credential, "", until)
        asked = yield from keeper.ask(until)
        return asked

    facts = TokenFacts(client.provider, client.grant)
    secret, failure, rotated = Secret(b""), None, None
    ended = Try(False, False, "token-unavailable")
    try:
        token = yield from fetch.obtain(
            client, login.user, directory, until, clock, time_of_day, permit
        )
        secret, facts = token.secret, facts.replace(trouble=token.trouble)
        rotated = token.rotated
        ended = Try(True, True, "authenticated")
    except TokenUnavailable as problem:
        facts = facts.replace(error=problem.error, status=problem.status)
        failure = Failure(Stage.TOKEN, problem.kind, problem.detail)
        ended = Try(False, problem.spends, "token-unavailable", problem.detail)
    finally:
        if asked:
            yield from keeper.settle(ended, client.credential, until + SETTLING, {})
    return Access(
        secret,
        failure,
        seconds=clock() - began,
        facts=facts,
        keeper=keeper,
        client=client,
        user=login.user,
        directory=directory,
        rotated=rotated,
    )
