"""The process around a check: its output channel, and the place it runs in."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import COMMAND, SECRET, USER, Check, Word, environment, run
from fakes.scripts import ACCEPT, REJECT, answer, starttls
from fakes.server import Server

NOWHERE = ("-H", "127.0.0.1", "-p", "1", "-u", USER)


def sh(script: str) -> tuple[str, ...]:
    """A shell between us and the plugin, which is its "$@"."""
    return ("bash", "-c", script, "bash")


OUTPUTS = {
    "closed": 'exec "$@" >&-',
    "full": 'exec "$@" >/dev/full',
    "a pipe that nobody reads": '"$@" | true; exit ${PIPESTATUS[0]}',
    "all closed": 'exec "$@" <&- >&- 2>&-',
    "read-only": 'exec "$@" 1</dev/null',
}


@pytest.mark.parametrize("accepts", [True, False], ids=["OK", "CRITICAL"])
@pytest.mark.parametrize("output", list(OUTPUTS))
def test_the_exit_code_outlives_the_output(
    certificates: Certificates, password_file: Path, output: str, accepts: bool
) -> None:
    """With standard output closed, full or gone the exit code still is the state's."""
    script = starttls(certificates.server.file, ACCEPT if accepts else REJECT)
    with Server(script) as server:
        where = ("-H", "localhost", "-p", str(server.port), "--ca-file", certificates.ca_file)
        words: list[Word] = [
            *sh(OUTPUTS[output]),
            *COMMAND,
            *where,
            "-u",
            USER,
            "-P",
            password_file,
        ]
        done = subprocess.run(words, env=environment(), capture_output=True, timeout=20)
    assert (done.returncode, done.stdout, done.stderr) == (0 if accepts else 2, b"", b"")
    assert server.count(b"AUTH") == 1
    # A socket may have got the number of the closed output: nothing but SMTP goes over it.
    assert [line.split(b" ")[0] for line in server.lines] == [
        *(b"EHLO", b"STARTTLS", b"EHLO", b"AUTH", b"QUIT")
    ]


@pytest.mark.parametrize("words", [("-h",), ("-V",), ("--frob",)])
def test_usage_with_a_full_output(words: tuple[str, ...]) -> None:
    """Help, version and usage errors exit 3 where nothing can be printed."""
    for output in ("closed", "full"):
        done = subprocess.run(
            [*sh(OUTPUTS[output]), *COMMAND, *words], env=environment(), capture_output=True
        )
        assert (done.returncode, done.stderr) == (3, b"")


LOCALES: dict[str, dict[str, str | None]] = {
    "C": {"LANG": "C", "LC_ALL": "C"},
    "POSIX": {"LANG": "POSIX", "LC_ALL": None},
    "none": {"LANG": None, "LC_ALL": None},
    "without UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "output in ASCII": {"PYTHONIOENCODING": "ascii"},
    "output in Latin-1": {"PYTHONIOENCODING": "latin-1:strict", "LC_ALL": "C.UTF-8"},
}


@pytest.mark.parametrize("locale", list(LOCALES))
def test_output_is_utf_8_whatever_the_locale(
    check: Check, certificates: Certificates, locale: str
) -> None:
    """What a server says in its language comes out as UTF-8, in whatever locale we run."""
    refusal = "535 5.7.8 Anmeldung zurückgewiesen \u4e2d\u6587\r\n".encode()
    env = environment(**LOCALES[locale])
    for options in ((), ("--output", "json")):
        with Server(starttls(certificates.server.file, answer(b"AUTH", refusal))) as server:
            run = check(server, *options, env=env)
        assert run.code == 2
        assert "Anmeldung zurückgewiesen \u4e2d\u6587" in run.output


@pytest.fixture(scope="session")
def latin_1(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | None]:
    """The environment of a locale in Latin-1."""
    directory = tmp_path_factory.mktemp("locales")
    name = "de_DE.ISO-8859-1"
    try:
        made = subprocess.run(
            ["localedef", "-i", "de_DE", "-f", "ISO-8859-1", directory / name], capture_output=True
        )
    except FileNotFoundError:
        pytest.skip("needs localedef, to make a locale")
    if made.returncode:
        pytest.skip("needs the sources of locales (Debian: locales)")
    return {"LOCPATH": str(directory), "LC_ALL": name}


def require_utf_8(check: Check, certificates: Certificates, env: dict[str, str]) -> None:
    """Log in as somebody whose name is not ASCII."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "-u", "grün", env=env)
    (line,) = (line for line in server.lines if line.startswith(b"AUTH PLAIN "))
    assert base64.b64decode(line[11:]) == f"\0grün\0{SECRET}".encode()
    assert "grün at localhost" in run.first


@pytest.mark.parametrize("locale", list(LOCALES))
def test_a_user_in_any_script_goes_as_utf_8(
    check: Check, certificates: Certificates, locale: str
) -> None:
    """A user name that is not ASCII is sent and shown as UTF-8, in whatever locale we run."""
    require_utf_8(check, certificates, environment(**LOCALES[locale]))


def test_a_user_goes_as_utf_8_under_latin_1(
    check: Check, certificates: Certificates, latin_1: dict[str, str | None]
) -> None:
    """A user name in UTF-8 is not taken for Latin-1 where the locale is."""
    require_utf_8(check, certificates, environment(**latin_1))


def test_a_file_is_found_by_its_octets(
    certificates: Certificates, latin_1: dict[str, str | None], tmp_path: Path
) -> None:
    """A path that is not ASCII is the one that was typed, in whatever locale we run."""
    secret = tmp_path / "Schlüssel"
    secret.write_text(SECRET)
    secret.chmod(0o600)
    for env in (environment(**latin_1), environment(**LOCALES["without UTF-8 mode"])):
        with Server(starttls(certificates.server.file, ACCEPT)) as server:
            words = ("-H", "localhost", "-p", str(server.port), "-u", "finance", "-P", secret)
            assert run(*words, "--ca-file", certificates.ca_file, env=env).code == 0


def test_a_directory_that_is_gone(password_file: Path, tmp_path: Path) -> None:
    """A working directory that was removed is no hindrance."""
    gone = tmp_path / "gone"
    gone.mkdir()
    shell = sh(f'cd "{gone}"; rmdir "{gone}"; exec "$@"')
    done = run(*NOWHERE, "-P", password_file, before=shell)
    assert done.code == 2


@pytest.mark.parametrize("path", ["accounts.ini", "customers/", "../accounts.ini"])
def test_accounts_in_a_directory_that_is_gone(tmp_path: Path, path: str) -> None:
    """Files of accounts that were in it are missing, and told by their names."""
    gone = tmp_path / "gone"
    gone.mkdir()
    shell = sh(f'cd "{gone}"; rmdir "{gone}"; exec "$@"')
    done = run("--accounts", path, before=shell)
    assert done.code == 3
    assert f"{path}: no such file or directory" in done.first


def test_a_directory_that_cannot_be_read(password_file: Path, tmp_path: Path) -> None:
    """A working directory that we may not read is no hindrance, root or not."""
    closed = tmp_path / "closed"
    closed.mkdir()
    powerless = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
    shell = sh(f'cd "{closed}"; chmod 0 .; exec "$@"')
    try:
        done = run(*NOWHERE, "-P", password_file, before=(*shell, *powerless))
    finally:
        closed.chmod(0o700)
    assert done.code == 2


def test_no_environment_at_all(password_file: Path) -> None:
    """An empty environment, as daemons have it, is enough."""
    env = {name: value for name, value in environment().items() if name.startswith("COV")}
    done = run(*NOWHERE, "-P", password_file, env=env)
    assert done.code == 2


def test_a_home_that_is_missing(password_file: Path) -> None:
    """Without a home directory a check works, and --netrc without a file is misconfigured."""
    env = environment(HOME=None)
    assert run(*NOWHERE, "-P", password_file, env=env).code == 2
    done = run(*NOWHERE, "--netrc", env=environment(HOME="/nonexistent"))
    assert done.code == 3
    assert "--netrc" in done.first


def test_the_executable_is_installed() -> None:
    """check_smtp_auth stands beside the interpreter, and is the same as python -m."""
    executable = Path(sys.executable).with_name("check_smtp_auth")
    by_name = subprocess.run([executable, "-V"], capture_output=True, env=environment())
    by_module = subprocess.run([*COMMAND, "-V"], capture_output=True, env=environment())
    assert by_name.stdout == by_module.stdout
    assert by_name.returncode == by_module.returncode == 3


def test_a_fault_of_ours_is_one_clean_line(tmp_path: Path) -> None:
    """A fault in the plugin is UNKNOWN with its type and place, without text or traceback."""
    sabotage = tmp_path / "sitecustomize.py"
    sabotage.write_text(
        "import check_smtp_auth.ranges as ranges\n"
        "def fail(text): raise KeyError('hunt' + 'er2')\n"
        "ranges.parse_range = fail\n"
    )
    env = environment(PYTHONPATH=str(tmp_path))
    for options, lines in (((), 1), (("-vvv",), 3)):
        done = run(*NOWHERE, "-w", "5", *options, env=env)
        assert done.code == 3
        assert "a fault in this plugin, KeyError at sitecustomize.py:2" in done.first
        assert "hunter2" not in done.output
        assert len(done.lines) >= lines
        assert ("sitecustomize" in done.long) is bool(options)
