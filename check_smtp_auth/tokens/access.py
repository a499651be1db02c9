"""The access token of one run: the endpoint's budget asked, the token got, and written down
what came of it.
"""

from __future__ import annotations

from ..observation import Failure, Kind, Stage, TokenFacts
from ..record import Record
from ..secret import Secret
from ..state.guard import Settlement
from ..state.keeper import SETTLING, Keeper
from . import fetch
from .client import Client, TokenUnavailable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..credentials.source import Login
    from ..net.loop import Steps
    from ..state.guard import Decision
    from ..state.memory import Memory


class Access(Record):
    """An access token, or why there is none; and what is remembered of the endpoint, ``before``
    and ``after`` it was asked, with the guard's ``decision``.

    Without a ``client`` it was a command that gave none. ``rotated`` is what the guard knows
    the credential by from now on, where a new refresh token came with the access token.
    """

    secret: Secret
    failure: Failure | None
    seconds: float | None
    facts: TokenFacts | None = None
    before: Memory | None = None
    after: Memory | None = None
    decision: Decision | None = None
    client: Client | None = None
    user: str = ""
    directory: str | None = None
    rotated: Secret | None = None

    def drop(self, until: float) -> Steps[None]:
        """Forget the kept token by then (monotonic): the mail server does not take it."""
        if self.client is not None:
            yield from fetch.drop(self.client, self.user, self.directory, until)


def get(login: Login, account: Keeper, until: float) -> Steps[Access]:
    """Get a token for a login by ``until`` (monotonic); raises Misconfigured.

    ``account`` is the keeper of the account's own memory.
    """
    client, clock, time_of_day = login.client, account.clock, account.time_of_day
    if client is None:
        return Access(Secret(b""), Failure(Stage.TOKEN, Kind.TOKEN_REFUSED, login.refused), None)
    began, directory = clock(), account.directory or None
    keeper = Keeper(fetch.host(client), account.caution, None, clock, time_of_day)
    asked: list[Decision] = []

    def permit(until: float) -> Steps[bool]:
        yield from keeper.recall(client.identity, client.credential, "", until)
        asked.append((yield from keeper.ask(until)))
        return asked[0].go

    facts = TokenFacts(client.provider, client.grant)
    secret, failure, rotated = Secret(b""), None, None
    try:
        try:
            token = yield from fetch.obtain(
                client, login.user, directory, until, clock, time_of_day, permit
            )
            secret, facts = token.secret, facts.replace(trouble=token.trouble)
            rotated = token.rotated
            ended = Settlement(True, True, "authenticated")
        except TokenUnavailable as problem:
            facts = facts.replace(error=problem.error, status=problem.status)
            failure = Failure(Stage.TOKEN, problem.kind, problem.detail)
            ended = Settlement(False, problem.spends, "token-unavailable", problem.detail)
        before = after = keeper.memory
        if asked and asked[0].go:
            after = yield from keeper.settle(ended, client.credential, until + SETTLING)
    finally:
        keeper.close()
    return Access(
        secret,
        failure,
        clock() - began,
        facts,
        before,
        after,
        asked[0] if asked else None,
        client,
        login.user,
        directory,
        rotated,
    )
