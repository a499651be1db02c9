"""Get an access token: the cached one, or a new one where that has expired."""

from __future__ import annotations

import os
import time

from .. import private_file, signals
from ..accounts import Misconfigured
from ..net.background import background
from ..net.loop import Broken, Wait
from ..observation import Kind
from ..record import Record
from ..secret import MAX_TOKEN
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
    Permit = Callable[[Secret, float], Steps[bool]]

# A cached token must outlive the run by this many seconds. Its lifetime is counted by our own
# clock from when it was issued, so it does not matter whether that agrees with the provider's.
# A token with a short lifetime is used for nine tenths of it.
MARGIN = 30.0
LAST_PART = 0.1
# What a disk may take beyond the end of the run's time, in seconds.
GRACE = 0.5
# How long to wait for another check that fetches a token before looking again, in seconds.
PAUSE = 0.02
# What the cache's file is called where it does not answer.
CACHE = "--oauth cache-file, or the state directory,"


class Token(Record):
    """An access token. ``expires`` is in seconds since the epoch, 0 where it is not known;
    ``fresh`` says that it came from the endpoint now, not from the cache. ``trouble`` says why
    it could not be cached. ``rotated`` is the client's ``credential`` from now on, if a new
    refresh token came with the access token.
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
    """Return an access token before ``until`` (monotonic seconds), the cached one if it will do.

    With ``cache_directory`` None, nothing is cached. ``permit`` is asked before anything is sent,
    with the client's ``credential`` at that time. Raises TokenUnavailable and Misconfigured.
    """
    fetch = _Fetch(client, user, Cache(client, user, cache_directory), until, clock, time_of_day)
    token = yield from fetch.kept()
    if token is None:
        token = yield from fetch.locked(permit)
    return token


def drop(
    client: Client, user: str | None, cache_directory: str | None, until: float
) -> Steps[None]:
    """Remove the cached token: the mail server rejected it."""
    cache = Cache(client, user, cache_directory)
    if not cache.path:
        return
    try:
        yield from background(cache.drop, until)
    except (Unusable, Broken):
        pass


def host(client: Client) -> str:
    """Return the host of a client's endpoint."""
    return split(client.endpoint).host


class _Fetch:
    """One run's steps to a token."""

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
        """Return the cached token if it is valid for long enough, or None."""
        if not self._cache.path:
            return None
        kept = yield from self._with_cache(lambda: self._cache.look(self._marks))
        if kept is None:
            return None
        now = self._time_of_day()
        wanted = MARGIN + max(0.0, self._until - self._clock())
        wanted = min(wanted, LAST_PART * (kept.expires - kept.issued))
        # Earlier than it was issued: the clock was set back, so its age is unknown.
        if kept.issued <= now and now + wanted < kept.expires:
            return Token(kept.token, kept.expires, False)
        return None

    def locked(self, permit: Permit | None) -> Steps[Token]:
        """Return a token that is fetched once for all checks that want it at the same time."""
        lock = yield from self._lock()
        if lock is None:
            return (yield from self._fetch(permit, None))
        return (yield from self._then(self._under(lock, permit), lock.release))

    def _under(self, lock: files.Lock, permit: Permit | None) -> Steps[Token]:
        """Fetch a token while holding the lock, unless another check did while we waited for it."""
        yield from self._read_refresh_token()
        token = yield from self.kept()
        return token or (yield from self._fetch(permit, lock))

    def _lock(self) -> Steps[files.Lock | None]:
        """Take the lock of the refresh token's file, or else of the cache; None without either."""
        client, path = self._client, self._cache.path
        if client.grant == REFRESH_TOKEN:
            file = client.refresh_token_file
            return (yield from self._wait_for(lambda: rotation.lock(file), rotation.WHERE))
        if not path:
            return None
        try:
            return (yield from self._wait_for(lambda: files.lock(path), CACHE))
        except Unusable as problem:
            self._do_without(problem)
            return None

    def _wait_for(self, lock: Callable[[], files.Lock], where: str) -> Steps[files.Lock]:
        """Wait for a lock; raises TokenUnavailable if it is not free in time."""
        grace = 0.0
        while True:
            try:
                return (yield from self._aside(lock, where, grace))
            except files.Locked:
                grace = GRACE  # the file system does not hang, even when time is up
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
        where = f"the file of {rotation.WHERE}"
        self._use(private_file.first_line(found.octets, where, MAX_TOKEN), found.mark)

    def _use(self, refresh_token: Secret, mark: str) -> None:
        """Use a refresh token, from a file with this mark, from now on."""
        self._marks[self._client.refresh_token_file] = mark
        if refresh_token != self._refresh_token:
            self._refresh_token = refresh_token
            self._rotated = self._client.replace(refresh_token=refresh_token).credential

    def _fetch(self, permit: Permit | None, lock: files.Lock | None) -> Steps[Token]:
        """Ask the endpoint, and cache the token that it issues."""
        shield = signals.Shield()
        try:
            heard = yield from self._rotating(permit, lock, shield)
        finally:
            shield.down()
        granted, now = heard.granted(), heard.now
        expires = now + granted.lifetime if granted.lifetime else 0.0
        if expires and self._cache.path:
            kept = Kept(granted.token, now, expires)
            yield from self._with_cache(lambda: self._cache.keep(kept, self._marks))
        return Token(granted.token, expires, True, self._trouble, self._rotated)

    def _rotating(
        self, permit: Permit | None, lock: files.Lock | None, shield: signals.Shield
    ) -> Steps[answers.Heard]:
        """Ask the endpoint; replace the old refresh token with a new one before anything else,
        so that no signal comes in between.
        """
        if self._client.grant != REFRESH_TOKEN or lock is None:
            return (yield from self._ask(permit, lambda: None))
        path, where = self._client.refresh_token_file, rotation.WHERE
        successor = yield from self._aside(lambda: rotation.Successor(path, lock), where)
        heard = yield from self._then(self._ask(permit, shield.up), successor.discard, self._is_new)
        token = heard.refresh_token
        if token is not None and self._is_new(heard):
            write = self._aside(lambda: successor.write(token), where, GRACE, owed=True)
            self._use(token, (yield from write))
        return heard

    def _is_new(self, heard: answers.Heard) -> bool:
        """Tell whether a new refresh token came."""
        return heard.refresh_token not in (None, self._refresh_token)

    def _ask(self, permit: Permit | None, on_send: Callable[[], None]) -> Steps[answers.Heard]:
        """Ask the endpoint for a token; return its answer."""
        # Needed only without a cached token, about once an hour.
        from . import endpoint, grants

        client = self._client
        now = self._time_of_day()
        form = yield from self._signed(
            lambda: grants.form(client, self._user, self._refresh_token, now, os.urandom)
        )
        credential = client.replace(refresh_token=self._refresh_token).credential
        if permit is not None and not (yield from permit(credential, self._until)):
            raise TokenUnavailable(Kind.HELD, "the token endpoint was not asked")
        answer = yield from endpoint.post(
            client.endpoint, form, client.ca_file, self._until, self._clock, on_send
        )
        return answers.Heard(answer, grants.secrets(form), self._time_of_day())

    def _signed(self, sign: Callable[[], T]) -> Steps[T]:
        """Sign the request; raises TokenUnavailable if that takes too long."""
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
        """Run these steps, then tidy up in the background, or at once if we are closed.

        Nothing is tidied up after a result that ``unless`` is true of.
        """
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
        """Tidy up in the background; a failure is of no consequence."""
        try:
            yield from background(tidy, self._until + GRACE, owed=True)
        except Broken:
            pass

    def _aside(
        self, function: Callable[[], T], where: str, grace: float = 0.0, owed: bool = False
    ) -> Steps[T]:
        """Call in the background what may hang; raises Misconfigured if it does."""
        try:
            return (yield from background(function, self._until + grace, owed))
        except Broken:
            raise Misconfigured(f"the file of {where} did not answer in time") from None
