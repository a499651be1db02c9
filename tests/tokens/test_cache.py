"""A token is kept until shortly before it runs out, for those it is meant for and no others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fakes.authorization import AuthorizationServer
from fakes.plugin import environment

from check_smtp_auth.net.loop import run_one
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens import fetch as tokens
from check_smtp_auth.tokens.cache import Cache, Kept

from .conftest import SECRET, USER, Place

NOBODY = 65_534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def cache_file(place: Place) -> Path:
    """The one file that keeps a token."""
    (file,) = place.state.glob("token-*.json")
    return file


@pytest.mark.laws
def test_a_check_a_minute_fetches_once_an_hour(place: Place, server: AuthorizationServer) -> None:
    """In a day of checks each minute the endpoint is asked 24 times, and tokens are never old."""
    place.describe_secret(server)
    for _ in range(24 * 60):
        token = place.obtain()
        assert token.secret.reveal().decode() == server.tokens[-1]
        assert token.expires > place.now + 40
        place.now += 60
    assert server.asked == 24


def test_a_short_life_is_used_too(place: Place, server: AuthorizationServer) -> None:
    """A token that lives for 20 seconds is used for most of them."""
    place.describe_secret(server)
    server.provider.lifetime = 20
    fresh = []
    for _ in range(4):
        fresh.append(place.obtain().fresh)
        place.now += 9
    assert fresh == [True, False, True, False]


def test_an_unknown_life_is_not_relied_on(place: Place, server: AuthorizationServer) -> None:
    """Where the endpoint does not tell how long a token lives, the next run asks again."""
    place.describe_secret(server)
    server.provider.lifetime = 0
    assert [place.obtain().expires for _ in range(2)] == [0.0, 0.0]
    assert server.asked == 2


def test_a_clock_set_back(place: Place, server: AuthorizationServer) -> None:
    """Once the clock was set back, nobody knows how old the kept token is: it is fetched anew."""
    place.describe_secret(server)
    place.obtain()
    place.now -= 60
    assert place.obtain().fresh


def test_the_file_is_ours_alone(place: Place, server: AuthorizationServer) -> None:
    """The token is kept where only we can read it, and the secret is not in it."""
    place.describe_secret(server)
    place.obtain()
    assert cache_file(place).stat().st_mode & 0o777 == 0o600
    assert place.state.stat().st_mode & 0o777 == 0o700
    assert SECRET not in cache_file(place).read_text()


def test_users_do_not_share(place: Place, server: AuthorizationServer) -> None:
    """Each user has a token of his own, also in a file that was named."""
    place.describe_secret(server)
    assert [place.obtain(name).fresh for name in ("a", "b", "a", "b")] == [True, True, False, False]
    place.describe_secret(server, cache_file="kept")
    assert [place.obtain(name).fresh for name in ("a", "a", "b", "b")] == [True, False, True, False]


def test_scopes_do_not_share(place: Place, server: AuthorizationServer) -> None:
    """A token for one scope is not used for another."""
    place.describe_secret(server)
    place.obtain()
    place.describe_secret(server, scope="other")
    assert place.obtain().fresh


@pytest.mark.parametrize("name", ["secret", "oauth.ini"])
def test_a_changed_secret_gets_its_own_token(
    place: Place, server: AuthorizationServer, name: str
) -> None:
    """After a change of the secret's file the old secret's token is not used: the new secret
    is what is to be checked.
    """
    place.describe_secret(server)
    place.obtain()
    (place.directory / name).write_text((place.directory / name).read_text())
    os.utime(place.directory / name, (1, 1))
    assert place.obtain().fresh
    assert not place.obtain().fresh


def test_a_named_file_is_beside_the_description(place: Place, server: AuthorizationServer) -> None:
    """cache-file is taken relative to the description, and nothing is kept elsewhere."""
    place.describe_secret(server, cache_file="kept")
    assert [place.obtain().fresh for _ in range(2)] == [True, False]
    assert (place.directory / "kept").exists()
    assert not place.state.exists()


def test_none_keeps_nothing(place: Place, server: AuthorizationServer) -> None:
    """cache-file = none asks each time, and leaves no file."""
    before = set(place.directory.iterdir())
    place.describe_secret(server, cache_file="none")
    tokens_seen = [place.obtain() for _ in range(2)]
    assert [(token.fresh, token.trouble) for token in tokens_seen] == [(True, "")] * 2
    names = {file.name for file in set(place.directory.iterdir()) - before}
    assert names == {"oauth.ini", "secret"}


def test_a_token_comes_back_as_it_was(place: Place, server: AuthorizationServer) -> None:
    """What is kept is found again under the same marks, and under no others."""
    place.describe_secret(server)
    client = place.client()
    cache = Cache(client, USER, str(place.state))
    assert cache.look(client.marks) is None
    kept = Kept(Secret(b"abc"), 1.5, 3601.5)
    cache.keep(kept, client.marks)
    assert cache.look(client.marks) == kept
    assert cache.look({**client.marks, "secret": "other"}) is None
    cache.drop()
    cache.drop()
    assert cache.look(client.marks) is None


def test_a_dropped_token_is_fetched_anew(place: Place, server: AuthorizationServer) -> None:
    """What the mail server rejected is not used again."""
    place.describe_secret(server)
    place.obtain()
    run_one(tokens.drop(place.client(), USER, str(place.state), time.monotonic() + 5))
    assert place.obtain().fresh


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"for": 1}', "\x00", "[" * 9999])
def test_nonsense_in_the_file(place: Place, server: AuthorizationServer, text: str) -> None:
    """A file that does not hold what we wrote is as good as none, and is replaced."""
    place.describe_secret(server)
    place.obtain()
    cache_file(place).write_text(text)
    assert [place.obtain().fresh for _ in range(2)] == [True, False]


@pytest.mark.parametrize("value", ["Bearer x", "a\nb", "", "\u00e9", 7, None, ["x"], "a\u0001b"])
def test_a_kept_token_that_is_none(
    place: Place, server: AuthorizationServer, value: object
) -> None:
    """What was put into the file by hand and can be no token is not sent: one is fetched anew."""
    place.describe_secret(server)
    place.obtain()
    kept = json.loads(cache_file(place).read_text())
    cache_file(place).write_text(json.dumps({**kept, "token": value}))
    assert place.obtain().fresh


def test_a_file_that_others_can_read(place: Place, server: AuthorizationServer) -> None:
    """A token that others can read is not used, and why is told."""
    place.describe_secret(server)
    place.obtain()
    cache_file(place).chmod(0o644)
    token = place.obtain()
    assert token.fresh
    assert token.trouble.endswith("can be read by others: run chmod 600 on it")


def test_a_link_is_not_followed(place: Place, server: AuthorizationServer) -> None:
    """A link in the file's place leads nowhere, and what it points to is left alone."""
    place.describe_secret(server)
    place.obtain()
    elsewhere = place.write("elsewhere", cache_file(place).read_text())
    file = cache_file(place)
    file.unlink()
    file.symlink_to(elsewhere)
    text = elsewhere.read_text()
    token = place.obtain()
    assert token.fresh
    assert "token is not kept" in token.trouble
    assert elsewhere.read_text() == text


@needs_root
def test_what_belongs_to_others_is_not_used(place: Place, server: AuthorizationServer) -> None:
    """A state directory of another user's is done without, and that is told."""
    place.describe_secret(server)
    place.state.mkdir()
    os.chown(place.state, NOBODY, 0)
    token = place.obtain()
    assert token.fresh
    assert f"{place.state} belongs to nobody" in token.trouble
    assert list(place.state.iterdir()) == []


@needs_root
def test_a_trap_is_not_written_into(place: Place, server: AuthorizationServer) -> None:
    """A file that somebody laid where one might write first is left alone, and the token kept."""
    place.describe_secret(server, cache_file="kept")
    trap = place.write("kept.new", "", 0o666)
    os.chown(trap, NOBODY, 0)
    assert [place.obtain().fresh for _ in range(2)] == [True, False]
    assert trap.read_text() == ""
    assert place.obtain().trouble == ""


def test_where_nothing_can_be_written(place: Place, server: AuthorizationServer) -> None:
    """A place that cannot be used stops nothing."""
    place.describe_secret(server, cache_file="absent/kept")
    assert place.obtain().trouble.endswith("no such file or directory")
    place.describe_secret(server)
    place.state.write_text("")
    assert "client/state is not a directory" in place.obtain().trouble


SCRIPT = """
import sys, time
from check_smtp_auth.tokens import fetch as tokens
from check_smtp_auth.tokens import description
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens.cache import Cache, Kept
from check_smtp_auth.net.loop import run_one
until = time.monotonic() + 30
client = run_one(description.read(sys.argv[1], until))
token = run_one(tokens.obtain(client, "finance", sys.argv[2], until))
print(token.secret.reveal().decode(), token.fresh, token.trouble)
"""


def start(place: Place) -> subprocess.Popen[str]:
    """Start a process that gets a token."""
    command = [sys.executable, "-c", SCRIPT, str(place.file), str(place.state)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())


def outputs(place: Place, server: AuthorizationServer) -> list[list[str]]:
    """What four processes say that get a token at the same time."""
    server.held.clear()
    processes = [start(place) for _ in range(4)]
    limit = time.monotonic() + 20
    while not server.waiting and time.monotonic() < limit:
        time.sleep(0.01)
    server.held.set()
    return [process.communicate(timeout=60)[0].split() for process in processes]


def test_parallel_runs_fetch_once(place: Place, server: AuthorizationServer) -> None:
    """Four checks at the same time ask once, and all get that token."""
    place.describe_secret(server)
    said = outputs(place, server)
    assert {words[0] for words in said} == set(server.tokens)
    assert sorted(words[1] for words in said) == ["False", "False", "False", "True"]
    assert server.asked == 1


def test_parallel_runs_lose_no_refresh_token(place: Place, server: AuthorizationServer) -> None:
    """Four checks at the same time, without a cache, use the rotated token one after the other."""
    place.describe_refresh(server, cache_file="none")
    said = outputs(place, server)
    assert sorted(words[0] for words in said) == sorted(server.tokens)
    assert server.asked == 4
    assert place.refresh_file.read_text().strip() in server.provider.refresh_tokens
    assert place.obtain().fresh


def test_parallel_runs_rotate_once(place: Place, server: AuthorizationServer) -> None:
    """With a cache, checks that waited for a rotation use what it brought."""
    place.describe_refresh(server)
    said = outputs(place, server)
    assert {words[0] for words in said} == set(server.tokens)
    assert server.asked == 1
