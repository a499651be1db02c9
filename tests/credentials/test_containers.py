"""A password that is mounted into a container, where its mode cannot be changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fakes.namespace import with_read_only
from fakes.plugin import SECRET, USER, Run, run

from check_smtp_auth import remedies

KUBERNETES = "in the pod's secret volume set defaultMode: 0400"
DOCKER = "give the container's secret mode 0400 and the uid that the check runs as"
ELSEWHERE = "it is mounted read-only, so run chmod 600 on it at its source"


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    """A directory that is to be mounted."""
    directory = tmp_path / "volume"
    directory.mkdir(0o755)
    return directory


def put(directory: Path, mode: int = 0o444, name: str = "smtp") -> Path:
    """Put the password there."""
    file = directory / name
    file.write_text(f"{SECRET}\n")
    file.chmod(mode)
    return file


def put_as_kubernetes_does(volume: Path, mode: int = 0o444) -> None:
    """Put it there by way of two links, so that it can be exchanged in one step."""
    dated = volume / "..2026_11_28_11_00_00.123456789"
    dated.mkdir(0o755)
    put(dated, mode)
    (volume / "..data").symlink_to(dated.name)
    (volume / "smtp").symlink_to("..data/smtp")


def check(volume: Path, place: str, *options: str) -> Run:
    """Check within the container, where nothing listens."""
    before = with_read_only(volume, place)
    source = options or ("-P", f"{place}/smtp")
    return run("-H", "127.0.0.1", "-p", "1", "-u", USER, *source, before=before)


@pytest.mark.parametrize("mode", [0o444, 0o644, 0o604])
def test_a_secret_of_kubernetes(volume: Path, mode: int) -> None:
    """A Kubernetes secret that all can read is refused with the keys of the manifest."""
    put_as_kubernetes_does(volume, mode)
    done = check(volume, "/mnt/credentials")
    assert (done.code, len(done.lines)) == (3, 1)
    assert f"the file of -P is open to everyone: {KUBERNETES}" in done.first
    assert "an fsGroup" in done.first
    assert "or read it by the command cat FILE (--password-command)" in done.first
    assert "run chmod" not in done.first


@pytest.mark.parametrize("mode", [0o444, 0o644])
def test_a_secret_of_docker(volume: Path, mode: int) -> None:
    """A secret of Docker or Podman is refused with what to set where the container is made."""
    put(volume, mode)
    done = check(volume, "/run/secrets")
    assert done.code == 3
    assert f"the file of -P is open to everyone: {DOCKER}" in done.first
    assert "or read it by the command cat FILE (--password-command)" in done.first
    assert "run chmod" not in done.first


def test_another_file_that_is_mounted_read_only(volume: Path) -> None:
    """Any other file that cannot be changed from here is to be changed where it comes from."""
    put(volume)
    done = check(volume, "/mnt/config")
    assert f"the file of -P is open to everyone: {ELSEWHERE}" in done.first


@pytest.mark.parametrize("mode", [0o777, 0o775, 0o757])
def test_a_folder_that_is_mounted_read_only(volume: Path, mode: int) -> None:
    """A folder of the mount that others can write to where it comes from is to be changed there,
    be it on the way to a password or to the history.
    """
    put(volume, 0o600)
    volume.chmod(mode)
    (volume / "history").mkdir(0o700)
    told = "the directory /mnt/config can be written to by others: it is mounted read-only, so run "
    told += "chmod go-w on it at its source"
    assert told in check(volume, "/mnt/config").first
    own = volume.parent / "own"
    own.mkdir(0o700)
    history = ("-P", str(put(own, 0o600)), "--state-dir", "/mnt/config/history", "-v")
    assert told in check(volume, "/mnt/config", *history).output


def test_a_token_is_told_of_its_own_option(volume: Path) -> None:
    """A token that is mounted has the option of its own that reads it by a command."""
    put(volume)
    done = check(volume, "/run/secrets", "--token-file", "/run/secrets/smtp")
    assert "the file of --token-file is open to everyone" in done.first
    assert "or read it by the command cat FILE (--token-command)" in done.first


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root")
@pytest.mark.parametrize(
    ("place", "remedy"),
    [
        ("/mnt/credentials", "else defaultMode: 0440 and an fsGroup"),
        ("/run/secrets", DOCKER),
        ("/mnt/config", "it is mounted read-only, so run chown 0 on it at its source"),
    ],
)
def test_a_secret_that_is_another_users(volume: Path, place: str, remedy: str) -> None:
    """A secret that the check's user cannot read is refused with what lets it be read there."""
    if place == "/mnt/credentials":
        put_as_kubernetes_does(volume, 0o400)
    else:
        put(volume, 0o400)
    os.chown(volume / "smtp", 1, 1)
    done = check(volume, place)
    assert done.code == 3
    assert "the file of -P cannot be read by the user " in done.first
    assert remedy in done.first


def test_what_is_mounted_and_anothers_is_not_to_be_given_away_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A secret of another user that anybody may read is not to be changed from within either."""
    monkeypatch.setattr(os, "geteuid", lambda: 5)
    for kind, remedy in (("Docker", f"or {DOCKER}"), ("", "or chown it to 5")):
        monkeypatch.setattr(remedies, "_kind_of_mount", lambda _path, kind=kind: kind)
        assert remedies.for_another("/x").startswith(remedy)


@pytest.mark.parametrize(
    ("place", "remedy"),
    [
        ("/run/secrets", "give it mode 0644 where the container is made"),
        ("/mnt/config", "it is mounted read-only, so run chmod go-w on it at its source"),
    ],
)
def test_an_accounts_file_that_others_can_write_to(volume: Path, place: str, remedy: str) -> None:
    """An accounts file that is mounted cannot be changed from within either; what is told of an
    account's secret names the key.
    """
    put(volume)
    file = volume / "accounts.ini"
    file.write_text("[a]\nhost = 127.0.0.1\nport = 1\nuser = a\npassword-file = smtp\n")
    file.chmod(0o666)
    before = with_read_only(volume, place)
    done = run("--accounts", f"{place}/accounts.ini", before=before)
    assert f"the file of --accounts can be written to by others: {remedy}" in done.long
    file.chmod(0o644)
    done = run("--accounts", f"{place}/accounts.ini", before=before)
    assert "or read it by the command cat FILE (password-command)" in done.long


def test_what_is_told_works(volume: Path) -> None:
    """With the mode that is named, and by the command that is named, the password is read."""
    put_as_kubernetes_does(volume, 0o400)
    assert "the connection was refused" in check(volume, "/mnt/credentials").first
    put(volume, name="open")
    done = check(volume, "/run/secrets", "--password-command", "cat /run/secrets/open")
    assert "the connection was refused" in done.first


def test_a_file_that_can_be_changed_is_to_be(tmp_path: Path) -> None:
    """Elsewhere chmod is advised, as ever."""
    done = run("-H", "127.0.0.1", "-u", USER, "-P", put(tmp_path))
    assert "the file of -P is open to everyone: run chmod 600 on it" in done.first
