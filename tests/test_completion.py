"""Shells complete the plugin's options and their values."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import time
from pathlib import Path
from typing import Callable

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "contrib" / "completion"
# What is typed, and what must be among that which is offered.
TYPED = [
    ("--tls im", "implicit"),
    ("--tls=im", "implicit"),
    ("--tls-n", "--tls-name"),
    ("-A PLAIN,SCRAM-SHA-51", "PLAIN,SCRAM-SHA-512"),
    ("--output pro", "prometheus"),
    ("--explain account-l", "account-locked"),
    ("-P sec", "secret-of-finance"),
    ("--ca-path fol", "folder"),
    ("--netrc --insec", "--insecure"),
    ("-v --state-d", "--state-dir"),
]
PATIENT = 20.0


def in_bash(typed: str, folder: Path) -> str:
    """What bash offers. Readline cuts words at "=" too."""
    words = " ".join(
        f"'{word}'" for word in ["check_smtp_auth", *typed.replace("=", " = ").split()]
    )
    script = f"""
        compopt() {{ :; }}
        . '{FOLDER}/check_smtp_auth.bash'
        COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _check_smtp_auth && printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    return run("bash", "--norc", "-c", script, folder=folder)


def in_fish(typed: str, folder: Path) -> str:
    """What fish offers."""
    script = f"source {FOLDER}/check_smtp_auth.fish; complete -C 'check_smtp_auth {typed}'"
    return run("fish", "--no-config", "-c", script, folder=folder)


def in_zsh(typed: str, folder: Path) -> str:
    """What zsh makes of it at a terminal, when the tabulator is pressed."""
    master, slave = pty.openpty()
    setup = (
        f"PS1='> '; fpath=({FOLDER} $fpath); autoload -Uz compinit; compinit -u -d {folder}/dump; "
        "unsetopt beep; setopt auto_list; print READ''Y\n"
    )
    environment = {**os.environ, "TERM": "dumb", "HOME": str(folder)}
    with subprocess.Popen(
        ["zsh", "-f", "-i"], stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environment
    ) as shell:
        os.close(slave)
        try:
            os.write(master, setup.encode())
            seen = read(master, lambda text: "READY" in text)
            os.write(master, f"check_smtp_auth {typed}\t".encode())
            seen = read(master, lambda text: typed in text, pause=0.5)
        finally:
            shell.kill()
            os.close(master)
    return seen


def read(descriptor: int, is_enough: Callable[[str], bool], pause: float = 0.0) -> str:
    """Read a terminal until there is enough, and what comes within a pause after that."""
    os.set_blocking(descriptor, False)
    seen, until, last = "", time.monotonic() + PATIENT, 0.0
    while time.monotonic() < until:
        try:
            seen += os.read(descriptor, 4096).decode("utf-8", "replace")
            last = time.monotonic()
        except BlockingIOError:
            if is_enough(seen) and time.monotonic() > last + pause:
                return seen
            time.sleep(0.02)
    raise AssertionError(seen)


def run(*command: str, folder: Path) -> str:
    """Run a shell in a folder; return what it prints."""
    environment = {**os.environ, "HOME": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENT
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file and a folder in it, whose names can be completed."""
    (tmp_path / "secret-of-finance").touch()
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("shell", "typed", "wanted"),
    [
        *((shell, *each) for shell in (in_bash, in_fish) for each in TYPED),
        *((in_zsh, *each) for each in TYPED[::2]),  # each takes a terminal, and a while
    ],
)
def test_it_completes(
    shell: Callable[[str, Path], str], folder: Path, typed: str, wanted: str
) -> None:
    """What was begun is completed: options, values, files, lists."""
    name = shell.__name__[3:]
    if shutil.which(name) is None:
        pytest.skip(f"Debian package {name}")
    last = wanted.rpartition(",")[2] if shell is in_zsh else wanted
    assert last in shell(typed, folder)
