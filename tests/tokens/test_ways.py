"""The ways to a first refresh token, step by step: no socket, and a clock that does not run."""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.observation import Kind
from check_smtp_auth.tokens import browser, device
from check_smtp_auth.tokens.answers import Heard
from check_smtp_auth.tokens.client import Client, TokenUnavailable
from check_smtp_auth.tokens.consent import Ask, Pause, Tell, Visit, serves
from check_smtp_auth.tokens.message import Answer

if TYPE_CHECKING:
    from check_smtp_auth.tokens.consent import Way

USER = "finance@example.test"
SMTP = "https://outlook.office.com/SMTP.Send"
IMAP = "https://outlook.office.com/IMAP.AccessAsUser.All"
HERE = "http://127.0.0.1:40123"
GMAIL = "https://mail.google.com/"
DEVICE = {
    "device_code": "the-device-code",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://login.example.test/device",
    "expires_in": 900,
    "interval": 5,
}
GRANTED = {"access_token": "the-access-token", "refresh_token": "the-refresh-token"}
PENDING = {"error": "authorization_pending"}
SLOW_DOWN = {"error": "slow_down"}
UNREACHABLE = TokenUnavailable(Kind.UNREACHABLE, "no route")
Said = Union[dict[str, Any], int, TokenUnavailable]


def client(provider: str = "", scope: str = "smtp offline_access") -> Client:
    """A public client of a provider."""
    return Client(
        provider,
        "refresh-token",
        "https://login.example.test/token",
        scope,
        "app",
        device_endpoint="https://login.example.test/devicecode",
        authorization_endpoint="https://login.example.test/authorize",
    )


class Walk:
    """A way that is gone, with these answers, the last of them as often as is asked.

    An answer is the fields of one, a status of HTTP, or what goes wrong on the way there.
    """

    def __init__(self, whose: Client, answers: Iterable[Said]) -> None:
        """Begin at the time 1000."""
        self.now = 1000.0
        self.asked: list[tuple[float, Ask]] = []
        self.told: list[str] = []
        self.visited: Visit | None = None
        self.answers = list(answers)
        self.client = whose

    def by_device(self) -> str:
        """Go by device code to the end; return the token."""
        return self._along(device.way(self.client, USER, self._proof, lambda: self.now))

    def by_browser(self, **back: str) -> str:
        """Go by a browser that comes back with these fields, and with the state."""
        self.back = back
        here = browser.redirect(self.client, 40123)
        octets = iter(range(1, 100))
        way = browser.way(
            self.client, USER, here, self._proof, lambda many: bytes([next(octets)]) * many
        )
        return self._along(way)

    @property
    def pauses(self) -> list[float]:
        """How long it was between one question and the next."""
        moments = [moment for moment, _ in self.asked]
        return [later - earlier for earlier, later in zip(moments, moments[1:])]

    def _proof(self) -> dict[str, str]:
        return {"client_id": "app"}

    def _along(self, way: Way) -> str:
        go, came = way.send, None
        while True:
            try:
                action = go(came)
            except StopIteration as end:
                return str(end.value.reveal().decode())
            try:
                go, came = way.send, self._done(action)
            except TokenUnavailable as problem:
                go, came = way.throw, problem

    def _done(self, action: object) -> Any:
        if isinstance(action, Ask):
            self.asked.append((self.now, action))
            return self._heard(self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])
        if isinstance(action, Tell):
            self.told += action.lines
        if isinstance(action, Pause):
            self.now += action.seconds
        if isinstance(action, Visit):
            self.visited = action
            return {"state": action.fields["state"], **self.back}
        return None

    def _heard(self, said: Said) -> Heard:
        if isinstance(said, TokenUnavailable):
            raise said
        fields = {} if isinstance(said, int) else said
        status = said if isinstance(said, int) else 400 if "error" in said else 200
        return Heard(Answer(status, "", json.dumps(fields).encode()), [], 0.0)


def refused_by_device(*answers: Said) -> tuple[TokenUnavailable, Walk]:
    """What ends a way by device code, and the way."""
    walk = Walk(client(), [DEVICE, *answers])
    with pytest.raises(TokenUnavailable) as caught:
        walk.by_device()
    return caught.value, walk


def test_a_device_code_is_shown_and_asked_about() -> None:
    """Address and code are shown, and the endpoint is asked until somebody has entered it."""
    walk = Walk(client(), [DEVICE, PENDING, PENDING, GRANTED])
    assert walk.by_device() == "the-refresh-token"
    assert "    https://login.example.test/device" in walk.told
    assert "    WDJB-MJHT" in walk.told
    assert not any("the-device-code" in line for line in walk.told)
    (_, first), *polls = walk.asked
    assert (first.url, first.form["scope"]) == (
        "https://login.example.test/devicecode",
        "smtp offline_access",
    )
    assert {poll.url for _, poll in polls} == {"https://login.example.test/token"}
    assert {poll.form["device_code"] for _, poll in polls} == {"the-device-code"}
    assert walk.pauses == [5.0, 5.0, 5.0]


@pytest.mark.parametrize(
    ("interval", "seconds"),
    [
        (1, 1.0),
        ("7", 7.0),
        (None, 5.0),
        (0, 5.0),
        (-3, 5.0),
        ([], 5.0),
        ("soon", 5.0),
        (1e999, 5.0),
    ],
)
def test_how_often_is_asked(interval: object, seconds: float) -> None:
    """The endpoint says how often it may be asked; where it says nothing of use, it is 5 s."""
    walk = Walk(client(), [{**DEVICE, "interval": interval}, PENDING, GRANTED])
    walk.by_device()
    assert walk.pauses == [seconds] * 2


def test_who_is_asked_too_often_is_asked_less_often() -> None:
    """Each slow_down adds 5 s for good; an HTTP 429 says the same."""
    walk = Walk(client(), [DEVICE, PENDING, SLOW_DOWN, PENDING, SLOW_DOWN, 429, PENDING, GRANTED])
    walk.by_device()
    assert walk.pauses == [5.0, 5.0, 10.0, 10.0, 15.0, 20.0, 20.0]


@pytest.mark.parametrize("trouble", [UNREACHABLE, 503], ids=str)
def test_trouble_on_the_way_ends_nothing(trouble: Said) -> None:
    """An endpoint that cannot be reached for a while is asked less and less often, and again."""
    walk = Walk(client(), [DEVICE, *[trouble] * 5, PENDING, GRANTED])
    assert walk.by_device() == "the-refresh-token"
    assert walk.pauses == [5.0, 10.0, 20.0, 40.0, 60.0, 60.0, 60.0]


def test_trouble_to_the_end_is_told() -> None:
    """Where the endpoint was out of reach to the end, that is told, and not that nobody came."""
    problem, _ = refused_by_device(PENDING, UNREACHABLE)
    assert problem.kind == Kind.UNREACHABLE


@pytest.mark.parametrize(
    ("life", "seconds"), [(60, 60.0), ("120", 120.0), (900, 600.0), (None, 600.0), (-1, 600.0)]
)
def test_how_long_is_asked(life: object, seconds: float) -> None:
    """It ends with the code's life, after ten minutes at most, and is told in minutes before."""
    walk = Walk(client(), [{**DEVICE, "expires_in": life}, PENDING])
    with pytest.raises(TokenUnavailable) as caught:
        walk.by_device()
    assert caught.value.error == "expired_token"
    assert 1000 + seconds - 6 <= walk.asked[-1][0] < 1000 + seconds
    minutes = f"{seconds / 60:.0f} minute{'' if seconds == 60 else 's'}"
    assert f"You have {minutes}." in walk.told


@pytest.mark.parametrize("error", ["access_denied", "expired_token", "invalid_grant", "x"])
def test_a_refusal_is_the_end(error: str) -> None:
    """Whatever else the endpoint says is told, and it is not asked again."""
    problem, walk = refused_by_device(PENDING, {"error": error}, GRANTED)
    assert (problem.error, len(walk.asked)) == (error, 3)


ODD = [
    *({name: value} for name in DEVICE for value in (None, "", [], {}, 7, "a\x1b[2Jb")),
    {"verification_uri": "javascript:alert(1)"},
    {"verification_uri": "https://login.example.test/" + "x" * 1000},
    {"user_code": "x" * 65},
    {"device_code": "x" * 32_001},
    {"verification_uri": "https://login.example.test/\u202etest"},
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: str(odd)[:40])
def test_an_odd_answer_hurts_nobody(odd: dict[str, object]) -> None:
    """What cannot be shown as it is, or used, is told in one line, or something else is taken."""
    walk = Walk(client(), [{**DEVICE, **odd}, GRANTED])
    (name,) = odd
    if name in ("expires_in", "interval"):
        assert walk.by_device() == "the-refresh-token"
        return
    with pytest.raises(TokenUnavailable) as caught:
        walk.by_device()
    said = f"the device endpoint answered with HTTP 200 and JSON without a usable {name}"
    assert caught.value.detail == said
    assert walk.told == []


def test_googles_name_for_the_address() -> None:
    """The address is taken by its older name too."""
    fields: dict[str, Any] = {**DEVICE, "verification_url": "https://www.google.test/device"}
    del fields["verification_uri"]
    walk = Walk(client(), [fields, GRANTED])
    walk.by_device()
    assert "    https://www.google.test/device" in walk.told


@given(
    st.dictionaries(st.sampled_from([*DEVICE, *GRANTED, "error", "scope"]), st.text() | st.none())
)
@PROPERTY
def test_no_answer_makes_a_fault(fields: dict[str, Any]) -> None:
    """Whatever the endpoint answers, there is a token or a reason."""
    for answers in ([fields], [DEVICE, fields]):
        walk = Walk(client(), answers)
        try:
            assert walk.by_device()
        except TokenUnavailable as problem:
            assert problem.detail
        assert all(line.isprintable() for line in walk.told)


@pytest.mark.parametrize(
    ("provider", "scope", "here", "more"),
    [
        (
            "google",
            GMAIL,
            "http://127.0.0.1:40123",
            {"access_type": "offline", "prompt": "consent"},
        ),
        ("microsoft365", f"{SMTP} offline_access", "http://localhost:40123", {}),
        ("", "smtp offline_access", "http://127.0.0.1:40123", {"prompt": "consent"}),
        ("", "smtp", "http://127.0.0.1:40123", {}),
    ],
)
def test_where_the_browser_is_sent(
    provider: str, scope: str, here: str, more: dict[str, str]
) -> None:
    """The address has PKCE, a state, the user, and what makes the provider give a refresh token."""
    walk = Walk(client(provider, scope), [GRANTED])
    assert walk.by_browser(code="the-code") == "the-refresh-token"
    assert walk.visited is not None
    fields = dict(walk.visited.fields)
    ((_, exchange),) = walk.asked
    verifier = exchange.form["code_verifier"]
    digest = hashlib.sha256(verifier.encode()).digest()
    assert len(verifier) >= 43
    assert len(fields["state"]) >= 22
    assert fields.pop("code_challenge") == urlsafe_b64encode(digest).decode().rstrip("=")
    assert fields.pop("state") not in verifier
    assert fields == {
        "response_type": "code",
        "client_id": "app",
        "redirect_uri": here,
        "scope": scope,
        "code_challenge_method": "S256",
        "login_hint": USER,
        **more,
    }
    assert exchange.form == {
        "grant_type": "authorization_code",
        "code": "the-code",
        "redirect_uri": here,
        "code_verifier": verifier,
        "client_id": "app",
    }


def test_the_state_is_another_each_time() -> None:
    """Nobody can know beforehand what the answer must have in it."""
    whose = client()
    seen = set()
    for octet in (b"a", b"b"):
        way = browser.way(whose, USER, "http://127.0.0.1:1", dict, lambda n, o=octet: o * n)
        visit = next(way)
        assert isinstance(visit, Visit)
        seen |= {visit.fields["state"], visit.fields["code_challenge"]}
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "there is no code"),
        ({"state": "right"}, "there is no code"),
        ({"code": "", "state": "right"}, "there is no code"),
        ({"code": "c"}, "another sign-in"),
        ({"code": "c", "state": ""}, "another sign-in"),
        ({"code": "c", "state": "righT"}, "another sign-in"),
        ({"code": "c", "state": "right "}, "another sign-in"),
        ({"code": "c", "state": "ríght"}, "another sign-in"),
        ({"error": "access_denied", "state": "wrong"}, "another sign-in"),
        ({"error": "access_denied", "state": "right"}, ""),
        ({"code": "c", "state": "right"}, ""),
    ],
)
def test_what_is_the_answer(fields: dict[str, str], words: str) -> None:
    """Only what has the state, and a code or an error, is what is waited for."""
    flaw = browser.flaw(fields, "right")
    assert words in flaw
    assert bool(flaw) == bool(words)


def test_an_error_that_the_browser_brings() -> None:
    """What the provider tells the browser is told as what an endpoint says; nothing is asked."""
    walk = Walk(client("microsoft365", SMTP), [GRANTED])
    with pytest.raises(TokenUnavailable) as caught:
        walk.by_browser(
            error="access_denied",
            error_description="AADSTS65004: User declined to consent.\r\nTrace ID: 1",
        )
    assert caught.value.detail == "access_denied: AADSTS65004: User declined to consent."
    assert (caught.value.codes, walk.asked) == ((65004,), [])


@pytest.mark.parametrize(
    ("asked", "given", "serve"),
    [
        (f"{SMTP} offline_access", SMTP, True),
        (f"{SMTP} offline_access", SMTP.lower(), True),
        (
            f"{SMTP} offline_access",
            f"openid {SMTP} https://outlook.office.com/IMAP.AccessAsUser.All",
            True,
        ),
        (f"{SMTP} offline_access", SMTP.replace("office.com", "office365.com"), True),
        (f"{SMTP} offline_access", IMAP, False),
        (f"{SMTP} offline_access", "https://graph.microsoft.com/SMTP.Send", False),
        (f"{SMTP} offline_access", "openid profile", False),
        (f"{SMTP} offline_access", "offline_access", False),
        (GMAIL, "https://mail.google.com", True),
        (GMAIL, f"{GMAIL} openid", True),
        (GMAIL, "https://www.googleapis.com/auth/gmail.send", False),
        ("smtp imap offline_access", "smtp", True),
        ("smtp imap offline_access", "imap", False),
        ("mail", "mail", True),
        ("mail calendar", "mail", False),
        ("offline_access", "anything", True),
    ],
)
def test_what_the_access_is_for(asked: str, given: str, serve: bool) -> None:
    """Access without what was asked for SMTP is refused; all else may be more or less."""
    assert serves(given, asked) is serve
    walk = Walk(client(scope=asked), [DEVICE, {**GRANTED, "scope": given}])
    if serve:
        assert walk.by_device() == "the-refresh-token"
        return
    with pytest.raises(TokenUnavailable) as caught:
        walk.by_device()
    assert "does not cover sending mail by SMTP" in caught.value.detail


@pytest.mark.parametrize("scope", [None, "", [], 7])
def test_a_scope_that_is_left_out(scope: object) -> None:
    """Where the answer does not say what the access is for, it is what was asked for."""
    walk = Walk(client(), [DEVICE, {**GRANTED, "scope": scope}])
    assert walk.by_device() == "the-refresh-token"


@pytest.mark.parametrize("token", [None, ""])
def test_without_a_refresh_token(token: object) -> None:
    """An access token alone is of no use after an hour, and so it is told."""
    problem, _ = refused_by_device({**GRANTED, "refresh_token": token})
    assert "but no refresh token" in problem.detail


@pytest.mark.parametrize("answer", [{"refresh_token": "r"}, {**GRANTED, "token_type": "mac"}])
def test_an_answer_that_is_none(answer: dict[str, str]) -> None:
    """What has no access token in it is no answer of a token endpoint."""
    problem, _ = refused_by_device(answer)
    assert problem.kind == Kind.TOKEN_ANSWER
