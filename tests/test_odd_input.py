"""Odd values of options, from the environment and of a broken installation: one clear line, exit 3,
and never a fault of the plugin's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.plugin import USER, Run, ask, environment, require_clean

from check_smtp_auth.options.parser import HelpShown, UsageError, parse
from check_smtp_auth.options.table import OPTIONS
from check_smtp_auth.outputs import OUTPUTS

EXECUTABLE = Path(__file__).parent.parent / "contrib" / "bin" / "check_smtp_auth"
# Nobody listens there.
ACCOUNT = ("-H", "127.0.0.1", "-p", "1", "-u", USER)
NUMBERS = (
    *("9" * 400, "9" * 9_000, "-" + "9" * 400, "0" * 400 + "1", "1" + "0" * 25),
    *("nan", "-nan", "inf", "infinity", "1e3", "1E999", "0x10", "1_0", "+5", " 5", "5 ", "5\n"),
    *(
        "\uff15",
        "\u0665",
        "\u00b2",
        "\u4e94",
        ".",
        "-",
        "1.2.3",
        "1,5",
        "--",
        "5\u200b",
        "\U0001f600",
    ),
)
NUMERIC = (
    *("--hold", "--max-rejections", "--max-server-rejections", "-p", "-t", "-w", "-c"),
    *("--connect-warning", "--connect-critical", "--auth-warning", "--auth-critical"),
    *("-D", "--secret-days", "--secret-expires"),
)
ODD = (
    *(
        "",
        " ",
        "\t",
        "\x1b[0m",
        "\x7f",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\udcff\udcfe",
        '<>|\\"`$(x)',
    ),
    *("x" * 100_000, "\U0001f600" * 9_000, "/" * 5_000, "../" * 2_000, "%s%n{0}", "-", "[", "a\nb"),
)


def require_one_line(done: Run, value: str) -> None:
    """Fail unless it is one line that says what is wrong on our side, and repeats no value."""
    assert done.code == 3, done.output
    assert len(done.lines) == 1
    assert done.first.startswith("SMTP_AUTH UNKNOWN - ")
    assert "fault in this plugin" not in done.first
    assert len(value) < 20 or value not in done.output


@pytest.mark.parametrize("option", NUMERIC)
def test_no_number_is_odd_enough(password_file: Path, option: str) -> None:
    """Each option that takes a number says what it takes, whatever else it is given: huge ones,
    infinities, digits of other scripts, other notations.
    """
    for number in NUMBERS:
        with pytest.raises(UsageError) as raised:
            parse([*ACCOUNT, "-P", str(password_file), option, number])
        assert str(raised.value).startswith("argument " + option) or option in str(raised.value)
        assert number not in str(raised.value) or len(number) < 6
    for number in ("9" * 400, "9" * 9_000, "\uff15", "nan", "1_0"):
        require_one_line(ask(*ACCOUNT, "-P", str(password_file), option, number), number)


VALUED = [f"--{option.key}" for group in OPTIONS.values() for option in group if option.value]


@pytest.mark.parametrize("value", ODD, ids=lambda value: ascii(value)[:20])
def test_any_value_of_any_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """No option has a value that brings the plugin down."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "password").write_text("secret")
    (tmp_path / "password").chmod(0o600)
    base = (*ACCOUNT, "-t", "1", "-P", str(tmp_path / "password"))
    for option in VALUED:
        words = (*base, f"{option}={value}")
        try:
            parse(words)
        except (UsageError, HelpShown):
            continue
        done = ask(*words)
        assert "fault in this plugin" not in done.output, (option, done.output)
        assert done.code in (0, 2, 3)


@pytest.mark.parametrize(
    "words", [[b"\xff\xfe"], [b"--\xff"], [b"-u", b"\xed\xa0\x80"], [b"-H\xff"]]
)
def test_what_is_not_utf_8(words: list[bytes]) -> None:
    """Octets on the command line that are no UTF-8 are told in the form asked for."""
    for name in OUTPUTS:
        assert ask(*map(os.fsdecode, words), "--output", name).code == 3
    command = [os.fsencode(sys.executable), b"-m", b"check_smtp_auth", *words]
    done = subprocess.run(command, capture_output=True, env=environment())
    require_clean(Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode(), 0))
    assert done.returncode == 3


@pytest.mark.parametrize(
    "variables",
    [
        {"HOME": "/" * 5_000},
        {"MP_STATE_PATH": "\udcff|\\<>"},
        {"STATE_DIRECTORY": ":" * 90},
        {"XDG_STATE_HOME": "x" * 90_000},
        {"CREDENTIALS_DIRECTORY": "\n"},
        {"LANG": "\udcff", "LC_ALL": "nonsense"},
        {"PATH": None},
        {"SSL_CERT_DIR": "\n", "SSL_CERT_FILE": "/dev/full"},
        {"https_proxy": "http://[::1", "no_proxy": "*" * 9_000},
    ],
)
def test_odd_environments(
    password_file: Path, tmp_path: Path, variables: dict[str, str | None]
) -> None:
    """No variable of the environment brings the plugin down, or breaks its output."""
    env = environment(**{"MP_STATE_PATH": str(tmp_path), **variables})
    command = [sys.executable, "-m", "check_smtp_auth", *ACCOUNT, "-P", str(password_file), "-vvv"]
    done = subprocess.run(command, capture_output=True, env=env, cwd=tmp_path)
    result = Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode(), 0)
    require_clean(result)
    assert "fault in this plugin" not in result.output
    assert result.code in (2, 3)


@pytest.mark.parametrize("broken", ["gone", "a module gone", "no Python"])
@pytest.mark.parametrize("output", [[], ["--output", "json"], ["--output=json", "--exit-zero"]])
def test_the_executable_without_its_package(tmp_path: Path, broken: str, output: list[str]) -> None:
    """Where its package is not there, or not whole, the executable says so in one line, exit 3: a
    traceback would leave with 1, which is WARNING.
    """
    package = tmp_path / "check_smtp_auth"
    if broken != "gone":
        package.mkdir()
        (package / "__init__.py").write_text("")
    if broken == "no Python":
        (package / "__main__.py").write_text("def main(:\n")
    executable = tmp_path / "bin" / "check_smtp_auth"
    executable.parent.mkdir()
    shutil.copy(EXECUTABLE, executable)
    # Not our own environment's packages, in which it is installed.
    command = [sys.executable, "-S", str(executable), *ACCOUNT, *output]
    done = subprocess.run(command, capture_output=True, env=environment(PYTHONPATH=str(tmp_path)))
    assert done.returncode == (0 if "--exit-zero" in output else 3)
    result = Run(done.returncode, done.stdout.decode(), done.stderr.decode(), 0)
    require_clean(result)
    assert "cannot be loaded" in result.output


@pytest.mark.parametrize("option", ["--password-command", "--token-command"])
@pytest.mark.parametrize(
    "command",
    ["false {}", "/nonexistent {}", "sh -c 'exit 3' {}", "echo '' {}", "sleep 9 {}", "'{}", "{}/x"],
)
@pytest.mark.parametrize("shown", [("-vvv",), ("-vvv", "--output", "json")])
def test_no_command_of_others_is_shown(
    tmp_path: Path, option: str, command: str, shown: tuple[str, ...]
) -> None:
    """Whatever goes wrong with the command that gives the secret, neither it nor its arguments, of
    which one may be a secret itself, are told: only the option's name.
    """
    where = ("-t", "0.5", "--state-dir", str(tmp_path / "state"))
    done = ask(*ACCOUNT, *where, option, command.format("hunter2-xyz"), *shown)
    assert done.code in (2, 3)
    assert "hunter2" not in done.output
    assert "/nonexistent" not in done.output
