"""An access token: the kept one, or one fetched anew where that has run out."""

from __future__ import annotations

import os
import time

from .. import private_file
from ..accounts import Misconfigured
from ..net.background import background
from ..net.loop import Broken, Wait
from ..observation import Kind
from ..record import Record
from ..state.files import Unusable
from . import answers, files, rotation
from .cache import Cache, Kept
from .client import REFRESH_TOKEN, Client, TokenUnavailable
from .url import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from ..net.loop import Clock, Steps
    from ..secret import Secret

    T = TypeVar("T")
    Permit = Callable[[float], Steps[bool]]

# A kept token must outlive the run, and this many seconds more. Its life is counted by our
# own clock from when it was given, so that only the provider's clocks can disagree, and
# those are of one house. A token with a short life is used for nine tenths of it.
MARGIN = 30.0
LAST_PART = 0.1
# What a disk may take beyond the run's own time, in seconds.
GRACE = 0.5
# How long to wait for another check that fetches a token before looking again, in seconds.
PAUSE = 0.02
# What a kept token's file is called where it does not answer.
CACHE = "--oauth cache-file, or the state directory,"


class Token(Record):
    """An access token. ``expires`` is in seconds since the epoch, 0 where it is not known;
    ``fresh`` says that it came from the endpoint now. ``trouble`` says why it is not kept,
    where it should be. ``rotated`` is the client's ``credential`` as it is from now on, where
    a new refresh token came with the access token.
    """

    secret: Secret
    expires: float
    fresh: bool
    trouble: str = ""
    rotated: Secret | None = None


def obtain(
    client: Client,
    user: str | None,
    cache_directory: str | None,
    until: float,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
    permit: Permit | None = None,
) -> Steps[Token]:
    """Return an access token before ``until`` (monotonic seconds), the kept one if it will do.

    ``cache_directory`` None keeps nothing. ``permit`` is asked before anything is sent.
    Raises TokenUnavailable, and Misconfigured.
    """
    fetch = _Fetch(client, user, Cache(client, user, cache_directory), until, clock, time_of_day)
    token = yield from fetch.kept()
    if token is None:
        token = yield from fetch.locked(permit)
    return token


def drop(
    client: Client, user: str | None, cache_directory: str | None, until: float
) -> Steps[None]:
    """Forget the kept token: the mail server does not take it."""
    cache = Cache(client, user, cache_directory)
    if not cache.path:
        return
    try:
        yield from background(cache.drop, until)
    except (Unusable, Broken):
        pass


def host(client: Client) -> str:
    """The host of a client's endpoint."""
    return split(client.endpoint).host


class _Fetch:
    """One run's way to a token."""

    def __init__(
        self,
        client: Client,
        user: str | None,
        cache: Cache,
        until: float,
        clock: Clock,
        time_of_day: Clock,
    ) -> None:
        """Nothing is opened yet."""
        self._client = client
        self._user = user
        self._cache = cache
        self._until = until
        self._clock = clock
        self._time_of_day = time_of_day
        self._refresh_token = client.refresh_token
        self._marks = dict(client.marks)
        self._trouble = ""
        self._rotated: Secret | None = None

    def kept(self) -> Steps[Token | None]:
        """Return the kept token if it lives long enough."""
        if not self._cache.path:
            return None
        kept = yield from self._with_cache(lambda: self._cache.look(self._marks))
        if kept is None:
            return None
        now = self._time_of_day()
        wanted = MARGIN + max(0.0, self._until - self._clock())
        wanted = min(wanted, LAST_PART * (kept.expires - kept.issued))
        # Before it was given: the clock was set back, and tells nothing of its age.
        if kept.issued <= now and now + wanted < kept.expires:
            return Token(kept.token, kept.expires, False)
        return None

    def locked(self, permit: Permit | None) -> Steps[Token]:
        """Fetch a token, once for all checks that want it at the same time."""
        lock = yield from self._lock()
        if lock is None:
            return (yield from self._fetch(permit, None))
        return (yield from self._then(self._under(lock, permit), lock.release))

    def _under(self, lock: files.Lock, permit: Permit | None) -> Steps[Token]:
        """Fetch a token under the lock, unless another check did while we waited for it."""
        yield from self._read_refresh_token()
        token = yield from self.kept()
        return token or (yield from self._fetch(permit, lock))

    def _lock(self) -> Steps[files.Lock | None]:
        """Take the lock of what two checks must not do at once; None where there is none."""
        client, path = self._client, self._cache.path
        if client.grant == REFRESH_TOKEN:
            file = client.refresh_token_file
            return (yield from self._turn(lambda: rotation.lock(file), rotation.WHERE))
        if not path:
            return None
        try:
            return (yield from self._turn(lambda: files.lock(path), CACHE))
        except Unusable as problem:
            self._do_without(problem)
            return None

    def _turn(self, lock: Callable[[], files.Lock], where: str) -> Steps[files.Lock]:
        """Wait for a lock; raises TokenUnavailable where it is never free."""
        grace = 0.0
        while True:
            try:
                return (yield from self._aside(lock, where, grace))
            except files.Locked:
                grace = GRACE  # it is no file that hangs, though the time be up
                if self._clock() + PAUSE >= self._until:
                    waited = "waited for another check that is fetching a token"
                    raise TokenUnavailable(Kind.TIMEOUT, waited) from None
            yield Wait(self._clock() + PAUSE)

    def _read_refresh_token(self) -> Steps[None]:
        """Read the refresh token again: another check may have been given a new one."""
        if self._client.grant != REFRESH_TOKEN:
            return
        path = self._client.refresh_token_file
        found = yield from private_file.contents(path, rotation.WHERE, self._until)
        self._marks[path] = found.mark
        where = f"the file of {rotation.WHERE}"
        self._refresh_token = private_file.first_line(found.octets, where)

    def _fetch(self, permit: Permit | None, lock: files.Lock | None) -> Steps[Token]:
        """Ask the endpoint, and keep what it gives."""
        granted = yield from self._rotating(permit, lock)
        now = self._time_of_day()
        expires = now + granted.lifetime if granted.lifetime else 0.0
        if expires and self._cache.path:
            kept = Kept(granted.token, now, expires)
            yield from self._with_cache(lambda: self._cache.keep(kept, self._marks))
        return Token(granted.token, expires, True, self._trouble, self._rotated)

    def _rotating(self, permit: Permit | None, lock: files.Lock | None) -> Steps[answers.Granted]:
        """Ask the endpoint; put a new refresh token in the old one's place before all else."""
        if self._client.grant != REFRESH_TOKEN or lock is None:
            return (yield from self._ask(permit))
        path = self._client.refresh_token_file
        successor = yield from self._aside(lambda: rotation.Successor(path, lock), rotation.WHERE)
        granted = yield from self._then(self._ask(permit), successor.discard, self._is_new)
        token = granted.refresh_token
        if token is not None and self._is_new(granted):
            self._marks[path] = yield from self._aside(
                lambda: successor.write(token), rotation.WHERE, GRACE
            )
            self._rotated = self._client.replace(refresh_token=token).credential
        return granted

    def _is_new(self, granted: answers.Granted) -> bool:
        """Tell whether a new refresh token came with the access token."""
        return granted.refresh_token not in (None, self._refresh_token)

    def _ask(self, permit: Permit | None) -> Steps[answers.Granted]:
        """Ask the endpoint."""
        # What only those need who have no token: about once an hour.
        from . import endpoint, grants

        client = self._client
        now = self._time_of_day()
        form = yield from self._signed(
            lambda: grants.form(client, self._user, self._refresh_token, now, os.urandom)
        )
        if permit is not None and not (yield from permit(self._until)):
            raise TokenUnavailable(Kind.HELD, "the token endpoint was not asked")
        answer = yield from endpoint.post(
            client.endpoint, form, client.ca_file, self._until, self._clock
        )
        return answers.read(answer.status, answer.body, grants.secrets(form))

    def _signed(self, sign: Callable[[], T]) -> Steps[T]:
        """Sign what is asked for; raises TokenUnavailable where it takes too long."""
        try:
            return (yield from background(sign, self._until))
        except Broken:
            raise TokenUnavailable(Kind.TIMEOUT, "the request was not signed in time") from None

    def _with_cache(self, function: Callable[[], T]) -> Steps[T | None]:
        """Do something with the cache; where it cannot be used, go on without it."""
        try:
            return (yield from self._aside(function, CACHE))
        except Unusable as problem:
            self._do_without(problem)
            return None

    def _do_without(self, problem: Unusable) -> None:
        """Go on without a cache."""
        self._trouble = f"the access token is not kept: {problem}"
        self._cache.path = ""

    def _then(
        self, steps: Steps[T], tidy: Callable[[], None], unless: Callable[[T], bool] | None = None
    ) -> Steps[T]:
        """Go these steps, and tidy up after them, aside as well; at once where we are given up."""
        try:
            result = yield from steps
        except GeneratorExit:
            tidy()
            raise
        except Exception:
            yield from self._tidied(tidy)
            raise
        if unless is None or not unless(result):
            yield from self._tidied(tidy)
        return result

    def _tidied(self, tidy: Callable[[], None]) -> Steps[None]:
        """Tidy up; whether it succeeds changes nothing any more."""
        try:
            yield from background(tidy, self._until + GRACE)
        except Broken:
            pass

    def _aside(self, function: Callable[[], T], where: str, grace: float = 0.0) -> Steps[T]:
        """Do what may hang; raises Misconfigured where it does."""
        try:
            return (yield from background(function, self._until + grace))
        except Broken:
            raise Misconfigured(f"the file of {where} did not answer in time") from None
