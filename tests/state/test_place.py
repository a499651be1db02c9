"""Which directory the state is kept in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.plugin import as_another_user, environment

from check_smtp_auth.state import place

HOME, XDG, SYSTEMD, MONITOR = "HOME", "XDG_STATE_HOME", "STATE_DIRECTORY", "MP_STATE_PATH"
NAMES = (HOME, XDG, SYSTEMD, MONITOR)
FALLBACK = f"/var/tmp/check_smtp_auth-{os.geteuid()}"
NOBODY = 65_534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the environment, and no home in the password database."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: {}[1])


PLACES = {
    "monitor": (
        {MONITOR: "/m", SYSTEMD: "/s:/t", XDG: "/x", HOME: "{home}"},
        "/m/check_smtp_auth",
    ),
    "systemd, the first of several": (
        {SYSTEMD: "/s:/t", XDG: "/x", HOME: "{home}"},
        "/s/check_smtp_auth",
    ),
    "systemd, one": ({SYSTEMD: "/s", XDG: "/x"}, "/s/check_smtp_auth"),
    "empty is not given": ({MONITOR: "", SYSTEMD: "", XDG: "/x"}, "/x/check_smtp_auth"),
    "user": ({XDG: "/x", HOME: "{home}"}, "/x/check_smtp_auth"),
    "relative is not valid": (
        {XDG: "x", HOME: "{home}"},
        "{home}/.local/state/check_smtp_auth",
    ),
    "home": ({HOME: "{home}"}, "{home}/.local/state/check_smtp_auth"),
    "no such home": ({HOME: "/nonexistent"}, FALLBACK),
    "the root as home": ({HOME: "/"}, FALLBACK),
    "a home that is no path": ({HOME: "nowhere"}, FALLBACK),
}


@pytest.mark.parametrize("name", list(PLACES))
def test_where_the_state_is_by_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """The monitor's directory comes first, then systemd's, the user's, and last /var/tmp."""
    variables, expected = PLACES[name]
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value.format(home=tmp_path))
    assert next(place.default_places()) == expected.format(home=tmp_path)


def test_the_users_own_home_counts_before_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A daemon that has HOME from elsewhere remembers in the same place as a run by hand."""

    class Entry:
        pw_dir = str(tmp_path / "own")

    (tmp_path / "own").mkdir()
    (tmp_path / "other").mkdir()
    monkeypatch.setattr("pwd.getpwuid", lambda _: Entry)
    monkeypatch.setenv(HOME, str(tmp_path / "other"))
    assert next(place.default_places()) == f"{tmp_path}/own/.local/state/check_smtp_auth"


@needs_root
def test_a_home_of_somebody_else_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Root under sudo that keeps HOME makes no state in another user's home."""
    os.chown(tmp_path, NOBODY, NOBODY)
    monkeypatch.setenv(HOME, str(tmp_path))
    assert next(place.default_places()) == FALLBACK


def test_the_next_place_where_one_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the monitor's directory is no directory, the user's is used."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(MONITOR, str(tmp_path / "file"))
    monkeypatch.setenv(XDG, str(tmp_path / "mine"))
    assert place.open_place(None, "x.d").path == f"{tmp_path}/mine/check_smtp_auth"


def test_all_faults_are_told_where_no_place_can_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where none of the places can be used, it is told what is wrong with each."""
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(place, "_without_home", lambda: str(tmp_path / "file" / "last"))
    monkeypatch.setenv(MONITOR, str(tmp_path / "file"))
    with pytest.raises(place.Unusable) as caught:
        place.open_place(None, "x.d")
    assert str(tmp_path / "file" / "check_smtp_auth") in str(caught.value)
    assert str(tmp_path / "file" / "last") in str(caught.value)


@needs_root
def test_a_name_that_somebody_took(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where another user made our directory in /var/tmp before us, another name is ours."""
    monkeypatch.setattr(place, "FALLBACK", str(tmp_path / "ours"))
    first = place._without_home()
    Path(first).mkdir()
    os.chown(first, NOBODY, NOBODY)
    second = place._without_home()
    assert second != first
    Path(second).mkdir()
    Path(first).rmdir()
    assert place._without_home() == second  # what is remembered there still counts


DEFAULT = """
from check_smtp_auth.state.place import default_places
print(*default_places(), sep="\\n")
"""


@needs_root
def test_a_daemon_with_roots_home() -> None:
    """A monitor that was started with HOME=/root remembers in its user's own home."""
    done = subprocess.run(
        [*as_another_user(), sys.executable, "-c", DEFAULT],
        env=environment(HOME="/root", MP_STATE_PATH=None, PYTHONPATH=os.environ.get("PYTHONPATH")),
        capture_output=True,
        text=True,
        cwd="/",
    )
    assert "/root" not in done.stdout
