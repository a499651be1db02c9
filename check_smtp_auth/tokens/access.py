"""The access token of one run: whether the endpoint may be asked, the token, and how that ended."""

from __future__ import annotations

from ..observation import Failure, Kind, Stage, TokenFacts
from ..record import Record
from ..secret import Secret
from ..state.guard import Settlement
from ..state.keeper import SETTLING, Keeper
from . import fetch
from .client import Client, TokenUnavailable

SUCCESS = Settlement(True, True, "authenticated")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..credentials.source import Login
    from ..net.loop import Steps
    from ..state.guard import Decision
    from ..state.memory import Memory


class Access(Record):
    """An access token, or why there is none; and what is remembered of the endpoint, ``before``
    and ``after`` it was asked, with the guard's ``decision``.

    Without a ``client``, a command gave no token. ``rotated`` is what the guard knows the
    credential by from now on, if a new refresh token came with the access token.
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
        """Remove the cached token by then (monotonic): the mail server does not accept it."""
        if self.client is not None:
            yield from fetch.drop(self.client, self.user, self.directory, until)


def get(login: Login, account: Keeper, until: float) -> Steps[Access]:
    """Get a token for a login by ``until`` (monotonic); raises Misconfigured.

    ``account`` is the keeper of the account's own memory.
    """
    client, directory = login.client, account.directory or None
    if client is None:
        return Access(Secret(b""), Failure(Stage.TOKEN, Kind.TOKEN_REFUSED, login.refused), None)
    clock, time_of_day = account.clock, account.time_of_day
    endpoint = _Endpoint(
        client, Keeper(fetch.host(client), account.caution, None, clock, time_of_day)
    )
    began, facts = clock(), TokenFacts(client.provider, client.grant)
    got = Access(
        Secret(b""), None, None, facts, client=client, user=login.user, directory=directory
    )
    try:
        token = yield from fetch.obtain(
            client, login.user, directory, until, clock, time_of_day, endpoint.permit
        )
        facts = facts.replace(trouble=token.trouble)
        got = got.replace(secret=token.secret, facts=facts, rotated=token.rotated)
        remembered = yield from endpoint.settle(SUCCESS, until)
    except TokenUnavailable as problem:
        failure = Failure(Stage.TOKEN, problem.kind, problem.detail)
        got = got.replace(failure=failure, facts=told(facts, problem))
        remembered = yield from endpoint.settle(_refusal(problem), until)
    finally:
        endpoint.keeper.close()
    return got.replace(seconds=clock() - began, **remembered)


class _Endpoint:
    """What is remembered of a client at its endpoint, and whether the endpoint may be asked."""

    def __init__(self, client: Client, keeper: Keeper) -> None:
        """Nothing is recalled before ``permit``."""
        self.keeper = keeper
        self._client = client
        self._credential = client.credential
        self._decision: Decision | None = None

    def permit(self, credential: Secret, until: float) -> Steps[bool]:
        """Tell whether the endpoint may be asked with this credential."""
        self._credential = credential
        yield from self.keeper.recall(self._client.identity, credential, "", until)
        self._decision = yield from self.keeper.ask(until)
        return self._decision.go

    def settle(self, ended: Settlement, until: float) -> Steps[dict[str, object]]:
        """Save how it ended, if it was asked; return the fields of an ``Access`` about it."""
        before = after = self.keeper.memory
        if self._decision is not None and self._decision.go:
            after = yield from self.keeper.settle(ended, self._credential, until + SETTLING)
        return {"before": before, "after": after, "decision": self._decision}


def _refusal(problem: TokenUnavailable) -> Settlement:
    """Return how a request ended that brought no token."""
    sent, hold = problem.spends or problem.limited, problem.limited
    return Settlement(False, sent, "token-unavailable", problem.detail, hold=hold)


def told(facts: TokenFacts, problem: TokenUnavailable) -> TokenFacts:
    """Return the facts with what an endpoint said that gave no token."""
    return facts.replace(
        error=problem.error,
        status=problem.status,
        words=problem.words,
        codes=problem.codes,
        subtype=problem.subtype,
        limited=problem.limited,
        ahead=problem.ahead,
    )
