"""What a plain check loads: every module more is paid thousands of times an hour."""

from __future__ import annotations

import marshal
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import COMMAND, environment
from fakes.scripts import ACCEPT, REJECT, starttls
from fakes.server import Server

import check_smtp_auth
from check_smtp_auth.diagnosis.vocabulary.languages import SIGNS
from check_smtp_auth.startup import DEFERRED, LARGEST

# None of these is needed to log in by PLAIN and to print one line.
NEEDLESS = {
    *(
        "argparse",
        "asyncio",
        "base64",
        "calendar",
        "concurrent.futures",
        "configparser",
        "cryptography",
    ),
    *("dataclasses", "datetime", "decimal", "email", "encodings.idna", "fcntl"),
    *(
        "getpass",
        "gettext",
        "hashlib",
        "heapq",
        "hmac",
        "http",
        "importlib.metadata",
        "importlib.resources",
    ),
    *("inspect", "ipaddress", "json", "locale", "logging", "netrc", "pathlib", "platform"),
    *("pprint", "random", "secrets", "selectors", "shlex", "shutil", "signal", "smtplib"),
    *("stringprep", "subprocess", "tempfile", "textwrap", "threading", "tokenize", "traceback"),
    *("typing", "unicodedata", "urllib", "uuid", "zoneinfo"),
    # Our own that only some checks need.
    *("check_smtp_auth.diagnosis.failures", "check_smtp_auth.diagnosis.hints"),
    *("check_smtp_auth.diagnosis.refusals", "check_smtp_auth.diagnosis.vocabulary"),
    *("check_smtp_auth.diagnosis.stages", "check_smtp_auth.netrc"),
    *("check_smtp_auth.report.as_json", "check_smtp_auth.sasl.cram_md5"),
    *("check_smtp_auth.sasl.login", "check_smtp_auth.sasl.saslprep"),
    *("check_smtp_auth.sasl.scram", "check_smtp_auth.sasl.oauth", "check_smtp_auth.sasl.ntlm"),
    *("check_smtp_auth.sasl.gssapi", "check_smtp_auth.sasl.external", "spnego", "gssapi"),
    *("check_smtp_auth.access", "check_smtp_auth.tokens", "check_smtp_auth.configs"),
    *("check_smtp_auth.configured", "check_smtp_auth.credentials.program"),
    *("check_smtp_auth.options.origin", "check_smtp_auth.options.programs"),
    *("check_smtp_auth.diagnosis.token_answers", "check_smtp_auth.mask.disguise"),
    *("check_smtp_auth.mask.hide", "check_smtp_auth.mask.unravel"),
}


def loaded(*words: str) -> set[str]:
    """The modules that a process of Python loads, as -X importtime tells them."""
    env = {name: value for name, value in environment().items() if not name.startswith("COV")}
    command = [sys.executable, "-X", "importtime", *words]
    done = subprocess.run(command, capture_output=True, env=env, timeout=20)
    lines = done.stderr.decode().splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def check_loads(server: Server, *options: str) -> set[str]:
    """The modules that a check of a server loads, beyond those of Python itself."""
    words = (*COMMAND[1:], "-H", "localhost", "-p", str(server.port), "-u", "finance")
    return loaded(*words, *options) - loaded("-m", "__future__")


def needless(names: set[str]) -> set[str]:
    """Those of the names that a plain check does not need, and what is in them."""
    return {name for name in names for bad in NEEDLESS if f"{name}.".startswith(f"{bad}.")}


@pytest.fixture
def plain(certificates: Certificates, password_file: object) -> tuple[str, ...]:
    """The options of a plain check."""
    return ("-P", str(password_file), "--ca-file", str(certificates.ca_file))


def test_a_plain_check_loads_nothing_needless(
    certificates: Certificates, plain: tuple[str, ...]
) -> None:
    """A check by PLAIN that is OK loads no module that it does not use."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        names = check_loads(server, *plain)
    assert {"ssl", "nagiosplugin", "check_smtp_auth.sasl.plain"} <= names
    assert not needless(names)


def test_a_token_loads_its_mechanism_and_no_more(
    certificates: Certificates, plain: tuple[str, ...]
) -> None:
    """A token from a file costs the code of OAUTHBEARER, and not that for getting tokens."""
    script = starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN OAUTHBEARER")
    with Server(script) as server:
        names = check_loads(server, *plain, "-P", "", "--token-file", plain[1])
    assert "check_smtp_auth.sasl.plain" not in names
    assert needless(names) == {"check_smtp_auth.sasl.oauth"}


def test_signing_in_is_loaded_for_who_signs_in(
    certificates: Certificates, plain: tuple[str, ...], tmp_path: Path
) -> None:
    """A check by --oauth loads nothing of what --authorize needs."""
    (tmp_path / "oauth.ini").touch(0o600)
    (tmp_path / "oauth.ini").write_text(
        "[oauth]\ngrant = refresh-token\ntoken-endpoint = https://localhost:1/\nscope = x\n"
        "client-id = app\nrefresh-token-file = oauth.ini\ndevice-endpoint = https://localhost/\n"
    )
    words = ("-P", "", "--oauth", str(tmp_path / "oauth.ini"))
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        names = check_loads(server, *plain, *words)
    assert "check_smtp_auth.tokens.endpoint" in names
    rooms = ("authorize", "browser", "consent", "device", "interview", "loopback")
    assert not {f"check_smtp_auth.tokens.{room}" for room in rooms} & names
    assert "check_smtp_auth.diagnosis.sign_in" not in names


def test_remembering_loads_nothing(
    certificates: Certificates, plain: tuple[str, ...], tmp_path: Path
) -> None:
    """A check that keeps its history, as by default, loads nothing more for it but locks."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        first = check_loads(server, *plain, "--state-dir", str(tmp_path / "state"))
        second = check_loads(server, *plain, "--state-dir", str(tmp_path / "state"))
    for names in (first, second):
        assert needless(names) == {"fcntl"}


def test_one_account_of_a_file_loads_what_reads_it_and_no_more(
    certificates: Certificates, plain: tuple[str, ...], tmp_path: Path
) -> None:
    """An account by name costs the few modules that read the file, and none that runs many."""
    path = tmp_path / "accounts.ini"
    path.touch(0o644)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        path.write_text(f"[a]\nuser = u\n[b]\nuser = u\nhost = localhost\nport = {server.port}\n")
        words = (*COMMAND[1:], "--accounts", str(path), "--account", "b", *plain)
        by_name = loaded(*words) - loaded("-m", "__future__")
        by_options = check_loads(server, *plain)
    assert {name.rpartition("check_smtp_auth.")[2] for name in by_name - by_options} <= {
        *("accounts_file", "accounts_file.entries", "accounts_file.reading"),
        *("accounts_file.sections", "fleet", "options.keys", "options.names"),
    }
    assert not needless(by_name)
    assert not by_name & {"configparser", "re"}


def test_a_refusal_loads_its_words_only_then(
    certificates: Certificates, plain: tuple[str, ...]
) -> None:
    """The tables for refusals are loaded when there is a refusal, and not one for JSON."""
    with Server(starttls(certificates.server.file, REJECT)) as server:
        names = check_loads(server, *plain)
    room = "check_smtp_auth.diagnosis."
    assert {name.partition(room)[2] for name in names if name.startswith(room)} <= {
        *("catalogue", "failures", "findings", "hints", "notices"),
        *("refusals", "reading", "names", "vocabulary", "vocabulary.english", "clauses", "rows"),
    }
    assert f"{room}refusals" in names
    assert "check_smtp_auth.placeholders" not in names
    assert "check_smtp_auth.report.as_json" not in names
    assert "json" not in names


def test_a_reply_in_no_known_language_loads_none() -> None:
    """Where no sign tells of a language, all are searched, but none is loaded for it."""
    names = loaded("-m", "check_smtp_auth", "--explain", "535 zzgl qwrt blorf")
    folder = "check_smtp_auth.diagnosis.vocabulary."
    assert f"{folder}search" in names
    assert not {f"{folder}{name}" for name in SIGNS} & names


def test_json_does_not_load_nagiosplugin(
    certificates: Certificates, plain: tuple[str, ...]
) -> None:
    """Output as JSON costs neither nagiosplugin nor what it loads."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        names = check_loads(server, *plain, "--output", "json")
    assert "json" in names
    assert not {name for name in names if name.startswith("nagiosplugin")}


def test_a_name_in_ascii_loads_no_idna(certificates: Certificates, plain: tuple[str, ...]) -> None:
    """Only a host name that is not ASCII loads the codec for it."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        plainly = check_loads(server, *plain)
        with_idna = check_loads(server, *plain, "--tls-name", "grün.example.test")
    assert "encodings.idna" not in plainly
    assert "encodings.idna" in with_idna


USES = {
    "array": "array.array('B', [1])[0] == 1",
    "numbers": "numbers.Number is not None",
    "warnings": "warnings.filters is not None",
    "base64": "base64.b64encode(b'x') == b'eA=='",
    "fcntl": "fcntl.F_GETFD == 1",
    "re": "re.match('x', 'x')[0] == 'x'",
    "json": "json.loads('[1]') == [1]",
    "logging": "logging.getLogger('x').name == 'x' and logging.WARNING == 30",
    "selectors": "selectors.EVENT_READ == 1",
    "signal": "signal.SIGTERM == 15",
    "tempfile": "tempfile.gettempdir() != ''",
    "traceback": "traceback.format_exception_only(KeyError, KeyError(1)) == ['KeyError: 1\\n']",
    "gettext": "gettext.gettext('x') == 'x'",
}


@pytest.mark.parametrize("name", sorted({*DEFERRED, *USES}))
@pytest.mark.parametrize("form", ["import {0} as module", "from {0} import {1}"])
def test_a_stand_in_becomes_the_real_module_on_use(name: str, form: str) -> None:
    """Each module whose loading is put off is the real one as soon as it is used."""
    use = USES[name]
    attribute = use.partition(f"{name}.")[2].partition("(")[0].split()[0].split("[")[0]
    statement = form.format(name, attribute)
    then = "" if form.startswith("from") else f"module.{attribute}\n"
    script = (
        "from check_smtp_auth import startup\nstartup.lighten()\n"
        "import nagiosplugin, ssl, argparse\n"
        f"{statement}\n{then}"
        f"import {name}\n"
        f"assert {use}\n"
        "import sys\n"
        f"assert hasattr(sys.modules['{name}'], '__spec__'), 'a stand-in still'\n"
        f"assert type(sys.modules['{name}']) is type(sys)\n"
        "print('well')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment(), text=True
    )
    assert (done.stdout, done.stderr) == ("well\n", "")


def test_nagiosplugin_still_works_behind_the_stand_ins(tmp_path: Path) -> None:
    """A cookie file and the logger of nagiosplugin work, which nothing of ours uses."""
    script = (
        "from check_smtp_auth import startup\nstartup.lighten()\n"
        "import nagiosplugin, os\n"
        "with nagiosplugin.Cookie('cookie') as cookie: cookie['x'] = 1\n"
        "with nagiosplugin.Cookie('cookie') as cookie: print(cookie['x'])\n"
        "check = nagiosplugin.Check()\ncheck()\nprint(check.exitcode)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env=environment(),
        text=True,
        cwd=tmp_path,
    )
    assert done.stdout == "1\n3\n", done.stderr


def test_what_is_loaded_twice_is_one_module() -> None:
    """A module that replaces its stand-in is the only one of its name from then on."""
    script = (
        "from check_smtp_auth import startup\nstartup.lighten()\n"
        "import json as early\nearly.dumps([])\n"
        "import json as late\nimport sys\n"
        "assert late is sys.modules['json'] and early.JSONDecodeError is late.JSONDecodeError\n"
        "startup.lighten()\nassert sys.modules['json'] is late\nprint('well')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment(), text=True
    )
    assert (done.stdout, done.stderr) == ("well\n", "")


LOOK = """
import sys
sys.path.insert(0, sys.argv[1])
from check_smtp_auth.startup import CompiledFinder
if sys.argv[2:]:
    sys.meta_path.insert(0, CompiledFinder("room"))
import room
from room import chair
for module in (room, chair):
    print(module.__name__, module.__file__, module.__package__, module.__spec__.cached)
    print(getattr(module, "__path__", None), module.__doc__, module.what.__code__.co_filename)
print(type(chair.__loader__).__name__)
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A package with a module in it, compiled elsewhere and brought here."""
    made = tmp_path / "made" / "room"
    made.mkdir(parents=True)
    for name in ("__init__", "chair"):
        (made / f"{name}.py").write_text(f'"""{name}."""\n\n\ndef what() -> None: ...\n')
    subprocess.run([sys.executable, "-m", "compileall", "-q", made], check=True)
    shutil.copytree(made, tmp_path / "room")
    return tmp_path


def looks(place: Path, *finder: str, python: tuple[str, ...] = ()) -> list[str]:
    """What the package is like once it is imported, with our finder or without."""
    command = [sys.executable, *python, "-c", LOOK, place, *finder]
    environ = {**environment(), "PYTHONPATH": str(Path(check_smtp_auth.__file__).parents[1])}
    done = subprocess.run(command, capture_output=True, env=environ, timeout=20, check=True)
    return done.stdout.decode().splitlines()


def test_what_our_finder_finds_is_what_python_finds(room: Path) -> None:
    """A module found by the shorter way is in all that counts as the import system has it."""
    ours, pythons = looks(room, "ours"), looks(room)
    assert ours[:-1] == pythons[:-1]
    assert ours[-1] == "CompiledFinder" != pythons[-1]


def test_a_stale_compiled_file_is_not_used(room: Path) -> None:
    """A source that was changed after it was compiled is what counts."""
    (room / "room" / "chair.py").write_text('"""Changed."""\n\n\ndef what() -> None: ...\n')
    ours = looks(room, "ours")
    assert any("Changed." in line for line in ours)
    assert ours[-1] != "CompiledFinder"


@pytest.mark.parametrize("kept", [0, 8, 15])
def test_a_broken_compiled_file_is_not_used(room: Path, kept: int) -> None:
    """Compiled files that are cut short, or missing, are no error: the source is there."""
    for file in (room / "room" / "__pycache__").iterdir():
        file.write_bytes(file.read_bytes()[:kept])
    assert looks(room, "ours")[:-1] == looks(room)[:-1]
    shutil.rmtree(room / "room" / "__pycache__")
    assert looks(room, "ours")[-1] != "CompiledFinder"


def test_no_table_outgrows_our_finder() -> None:
    """The largest files, which are the tables of words, are still found the short way."""
    folder = Path(check_smtp_auth.__file__).parent
    large = [file for file in folder.rglob("*.py") if file.stat().st_size > LARGEST // 2]
    assert large
    for file in large:
        code = compile(file.read_bytes(), str(file), "exec", optimize=0)
        assert len(marshal.dumps(code)) + 16 < LARGEST, f"{file.name}: raise LARGEST in startup.py"


def compiled_by(room: Path, mode: str) -> None:
    """Compile the package anew, its files marked in this way (PEP 552)."""
    shutil.rmtree(room / "room" / "__pycache__")
    words = ["-m", "compileall", "-q", "--invalidation-mode", mode, room / "room"]
    subprocess.run([sys.executable, *words], check=True)


def test_a_compiled_file_that_is_not_to_be_compared_is_used(room: Path) -> None:
    """What distributions compile without regard to the source's time is found the short way,
    and, as by Python itself, used whatever the source has become.
    """
    compiled_by(room, "unchecked-hash")
    (room / "room" / "chair.py").write_text("changed = True\n")
    ours, pythons = looks(room, "ours"), looks(room)
    assert ours[:-1] == pythons[:-1]
    assert ours[-1] == "CompiledFinder" != pythons[-1]


def test_a_compiled_file_with_a_hash_to_be_compared_is_left_to_python(room: Path) -> None:
    """To compare a hash is the import system's affair."""
    compiled_by(room, "checked-hash")
    assert looks(room, "ours") == looks(room)
    (room / "room" / "chair.py").write_text('"""Changed."""\n\n\ndef what() -> None: ...\n')
    assert any("Changed." in line for line in looks(room, "ours"))


@pytest.mark.parametrize("policy", ["always", "never"])
def test_the_interpreter_says_which_hashes_are_compared(room: Path, policy: str) -> None:
    """Where all compiled files with a hash are to be compared, that is done."""
    compiled_by(room, "unchecked-hash")
    (room / "room" / "chair.py").write_text('"""Changed."""\n\n\ndef what() -> None: ...\n')
    options = ("--check-hash-based-pycs", policy)
    ours, pythons = looks(room, "ours", python=options), looks(room, python=options)
    assert ours[:-1] == pythons[:-1]
    assert any("Changed." in line for line in ours) is (policy == "always")
