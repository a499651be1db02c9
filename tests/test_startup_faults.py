"""What fails in loading is done in the ordinary way, or told in one line: never a traceback,
with which a process leaves with 1, and that is WARNING to a monitor.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import USER, Check, Run, environment, run
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server

import check_smtp_auth

PACKAGE = Path(check_smtp_auth.__file__).parent
NOWHERE = ("-H", "127.0.0.1", "-p", "1", "-u", USER)

SABOTAGE = {
    "a Python without OpenSSL": "import sys; sys.modules['_ssl'] = None",
    "nagiosplugin is missing": "import sys; sys.modules['nagiosplugin'] = None",
    "nagiosplugin is broken": (
        "import sys, types\nsys.modules['nagiosplugin'] = types.ModuleType('empty')"
    ),
    "no select": "import sys; sys.modules['select'] = None",
    "select is broken": (
        "import sys\nclass Broken:\n    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'select': raise RuntimeError('hunter2')\n"
        "sys.meta_path.insert(0, Broken())"
    ),
}
NAMED = {
    "a Python without OpenSSL": "_ssl",
    "nagiosplugin is missing": "nagiosplugin",
    "nagiosplugin is broken": "nagios.py",
    "no select": "select",
    "select is broken": "RuntimeError",
}


def sabotaged(tmp_path: Path, script: str) -> dict[str, str]:
    """An environment in which Python runs this before anything of ours."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(script)
    paths = (str(tmp_path / "site"), *os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return environment(PYTHONPATH=os.pathsep.join(filter(None, paths)))


def require_told(done: Run, named: str) -> None:
    """Fail unless it is one line that names what could not be loaded."""
    assert done.code == 3
    assert len(done.lines) == 1
    assert done.first.startswith("SMTP_AUTH UNKNOWN - ")
    assert named in done.first


@pytest.mark.parametrize("case", list(SABOTAGE))
def test_what_python_lacks_is_told(tmp_path: Path, password_file: Path, case: str) -> None:
    """A module that cannot be imported is UNKNOWN, exit 3, in one line that names it."""
    env = sabotaged(tmp_path, SABOTAGE[case])
    require_told(run(*NOWHERE, "-P", password_file, env=env), NAMED[case])


@pytest.mark.parametrize("case", ["a Python without OpenSSL", "no select"])
def test_what_python_lacks_is_told_in_json(tmp_path: Path, password_file: Path, case: str) -> None:
    """With --output json it is one object; with --exit-zero the exit code is 0."""
    env = sabotaged(tmp_path, SABOTAGE[case])
    for options, code in ((("--output=json",), 3), (("--output", "json", "--exit-zero"), 0)):
        done = run(*NOWHERE, "-P", password_file, *options, env=env)
        assert done.code == code
        assert done.json["state"] == "UNKNOWN"
        assert NAMED[case] in done.json["summary"]


def test_without_nagiosplugin_nothing_is_sent(
    tmp_path: Path, check: Check, certificates: Certificates
) -> None:
    """A login whose result could not be told is not made, each time anew."""
    env = sabotaged(tmp_path, SABOTAGE["nagiosplugin is missing"])
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        require_told(check(server, env=env), "nagiosplugin")
    assert not server.connections
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, "--output", "json", env=env).code == 0


LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({0}, {0}))"


@pytest.mark.parametrize("most", [4, 5, 6, 8, 10, 11, 13])
def test_too_few_files_are_told(
    tmp_path: Path, check: Check, certificates: Certificates, most: int
) -> None:
    """Where a process may open too few files, one line says which limit to raise, whatever it was
    that could not be opened; with enough, the verdict is told.
    """
    env = sabotaged(tmp_path, LIMITED.format(most))
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        done = check(server, env=env)
        if done.code == 0:
            assert most > 8
            return
        require_told(done, "this process may open too few files: raise its limit (ulimit -n)")
        assert server.count(b"AUTH") == 0
        told = check(server, "--output", "json", env=env)
    assert told.code == 3
    assert "ulimit -n" in told.json["summary"]


@pytest.mark.parametrize(
    ("raised", "limit"),
    [
        ("MemoryError", "ulimit -v"),
        ("OSError(12, 'Cannot allocate memory')", "ulimit -v"),
        ("ImportError('_ssl.so: failed to map segment from shared object')", "ulimit -v"),
        ("SystemError('error return without exception set')", "ulimit -v"),
        ("OSError(24, 'Too many open files')", "ulimit -n"),
        ("OSError(23, 'Too many open files in system')", "fs.file-max"),
    ],
)
def test_what_is_scarce_is_told(
    tmp_path: Path, password_file: Path, raised: str, limit: str
) -> None:
    """What this host gives too little of is no fault of the plugin: the line names the limit."""
    script = f"import check_smtp_auth.signals as signals\ndef fail(*_): raise {raised}\n"
    env = sabotaged(tmp_path, f"{script}signals.install = fail")
    require_told(run(*NOWHERE, "-P", password_file, env=env), limit)


# What fails at a server for want of what this host has too little of, by what raises it.
LACKING = {
    "a socket without memory": "import socket\nsocket.socket.__init__ = fail(OSError(12, 'x'))",
    "a socket without buffers": "import socket\nsocket.socket.__init__ = fail(OSError(105, 'x'))",
    "one file too many": "import socket\nsocket.socket.__init__ = fail(OSError(24, 'x'))",
    "no memory for a name": (
        "import socket\nsocket.getaddrinfo = fail(socket.gaierror(socket.EAI_MEMORY, 'x'))"
    ),
    "no memory in the handshake": (
        "import ssl\nerror = ssl.SSLError(1, 'x')\nerror.reason = 'MALLOC_FAILURE'\n"
        "ssl.SSLObject.do_handshake = fail(error)"
    ),
    "no memory to verify": (
        "import ssl\nerror = ssl.SSLCertVerificationError(1, 'x')\n"
        "error.verify_code, error.verify_message, error.reason = 17, 'x', 'x'\n"
        "ssl.SSLObject.do_handshake = fail(error)"
    ),
    "an authority that could not be read": (
        "import ssl, builtins\nerror = ssl.SSLCertVerificationError(1, 'x')\n"
        "error.verify_code, error.verify_message, error.reason = 20, 'x', 'x'\n"
        "ssl.SSLObject.do_handshake = fail(error)\n"
        "import check_smtp_auth.faults as faults\nfaults.ENOUGH = 1 << 60"
    ),
    "a store that could not be read": (
        "import ssl\nimport check_smtp_auth.net.trust as trust\n"
        "trust._store = lambda: (None, __file__)\n"
        "error = ssl.SSLError(1, 'x')\nerror.reason = 'MALLOC_FAILURE'\n"
        "ssl.SSLContext.load_verify_locations = fail(error)"
    ),
}


@pytest.mark.parametrize("case", list(LACKING))
def test_what_is_scarce_says_nothing_of_the_server(
    tmp_path: Path, password_file: Path, certificates: Certificates, case: str
) -> None:
    """A check that fails for want of memory or files is UNKNOWN and says so, at whatever point:
    it is no verdict on the server, and least of all on its certificate.
    """
    raising = "def fail(error):\n    def raised(*_, **__): raise error\n    return raised\n"
    env = sabotaged(tmp_path, raising + LACKING[case])
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        where = ("-H", "localhost", "-p", str(server.port), "-u", USER, "-P", password_file)
        trust = () if "store" in case else ("--ca-file", certificates.ca_file)
        done = run(*where, *trust, "--output", "json", env=env)
        assert server.count(b"AUTH") == 0
    assert done.code == 3
    assert "ulimit" in done.json["summary"] or "no memory left" in done.json["summary"]


SHORTCUTS = {
    "no magic number where it was": (
        "import importlib.util, runpy, sys, types\n"
        "sys.modules['_frozen_importlib_external'] = types.ModuleType('elsewhere')"
    ),
    "no such function": ("import sys, types\nsys.modules['_imp'] = types.ModuleType('_imp')"),
    "another kind of spec": (
        "import importlib.util, runpy, sys, types\n"
        "frozen = sys.modules['_frozen_importlib'] = types.ModuleType('other')\n"
        "frozen.ModuleSpec = int"
    ),
    "a finder that fails": (
        "import check_smtp_auth.startup as startup\n"
        "def fail(*_): raise TypeError('hunter2')\n"
        "startup.CompiledFinder._code = fail"
    ),
    "stand-ins that do not do": (
        "import check_smtp_auth.startup as startup\n"
        "def fail(*_): raise AttributeError('hunter2')\n"
        "startup.StandIn.__getattr__ = startup._Logging.getLogger = fail"
    ),
    "a loader of its own": (
        "import check_smtp_auth.startup as startup\n"
        "def fail(*_): raise EOFError('hunter2')\n"
        "startup.CompiledFinder.exec_module = fail"
    ),
}


@pytest.mark.parametrize("case", list(SHORTCUTS))
def test_without_a_short_cut_the_ordinary_way_is_taken(
    tmp_path: Path, check: Check, certificates: Certificates, case: str
) -> None:
    """Where a trick for a fast start does not work, the check works all the same."""
    env = sabotaged(tmp_path, SHORTCUTS[case])
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        done = check(server, env=env)
    assert done.code == 0
    assert done.first.startswith("SMTP_AUTH OK - ")


@pytest.mark.parametrize("module", ["ssl", "select", "socket"])
def test_a_module_of_pythons_has_nobody_elses_in_its_place(
    tmp_path: Path, check: Check, certificates: Certificates, module: str
) -> None:
    """What has the name of a module of Python's in PYTHONPATH is not taken for it."""
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / f"{module}.py").write_text("raise RuntimeError('hunter2')\n")
    paths = (str(tmp_path / "others"), *os.environ.get("PYTHONPATH", "").split(os.pathsep))
    env = environment(PYTHONPATH=os.pathsep.join(filter(None, paths)))
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        done = check(server, "-v", env=env)
    assert done.code == 0
    assert done.first.startswith("SMTP_AUTH OK - ")


def test_nor_in_the_current_folder(tmp_path: Path, password_file: Path) -> None:
    """Python looks there first where it is started with -m."""
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "json.py").write_text("raise RuntimeError('hunter2')\n")
    done = run(*NOWHERE, "-P", password_file, "--output", "json", cwd=tmp_path / "here")
    assert done.json["accounts"][0]["diagnosis"] == "connection-refused"


CONFIGURATIONS = {
    "no provider": (
        "openssl_conf = a\n[a]\nproviders = b\n[b]\nnull = c\n[c]\nactivate = 1\n",
        3,
        "OpenSSL on this host cannot be used for TLS",
    ),
    "old versions only": (
        "openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n"
        "[c]\nMinProtocol = TLSv1\nMaxProtocol = TLSv1.1\n",
        2,
        "OpenSSL on this host allows no version of TLS",
    ),
}


@pytest.mark.parametrize("case", CONFIGURATIONS)
def test_a_configuration_of_openssl_without_tls(
    tmp_path: Path, check: Check, certificates: Certificates, case: str
) -> None:
    """A configuration with which OpenSSL speaks no TLS is told as that of this host."""
    text, code, said = CONFIGURATIONS[case]
    file = tmp_path / "openssl.cnf"
    file.write_text(text)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        done = check(server, env=environment(OPENSSL_CONF=str(file)))
        assert server.count(b"AUTH") == 0
    assert done.code == code
    assert said in done.first
    assert "openssl.cnf" in done.output


def test_no_md5_where_it_is_forbidden(
    tmp_path: Path, check: Check, certificates: Certificates
) -> None:
    """In FIPS mode there is no MD5: a server that offers nothing but CRAM-MD5 gets no login, and
    the line says why.
    """
    env = sabotaged(
        tmp_path,
        "import hmac\nreal = hmac.new\ndef new(key, message=None, digest=None):\n"
        "    if digest == 'md5': raise ValueError('[digital envelope routines] unsupported')\n"
        "    return real(key, message, digest)\nhmac.new = new",
    )
    with Server(starttls(certificates.server.file, offer="AUTH CRAM-MD5")) as server:
        done = check(server, env=env)
        assert server.count(b"AUTH") == 0
    assert done.code == 3
    assert "CRAM-MD5 needs MD5, which OpenSSL on this host does not allow" in done.first


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, compiled, as it is installed."""
    folder = tmp_path_factory.mktemp("compiled")
    ignored = shutil.ignore_patterns("__pycache__", ".mypy_cache")
    shutil.copytree(PACKAGE, folder / "check_smtp_auth", ignore=ignored)
    subprocess.run([sys.executable, "-m", "compileall", "-q", folder], check=True)
    return folder


@pytest.fixture
def copy(compiled: Path, tmp_path: Path) -> Path:
    """A copy of that, to be broken; it is in a folder of its own."""
    return Path(shutil.copytree(compiled, tmp_path / "lib"))


def run_copy(copy: Path, *arguments: object) -> Run:
    """Run the copy."""
    env = environment(PYTHONPATH=str(copy), PYTHONDONTWRITEBYTECODE="1")
    return run(*NOWHERE, *map(str, arguments), env=env, cwd=copy)


# A module of each part, from the first that is loaded to the last.
MODULES = [
    *("signals.py", "outputs.py", "startup.py", "cli.py", "check.py", "probe.py", "record.py"),
    *("options/table.py", "net/loop.py", "net/trust.py", "private_file.py", "accounts.py"),
    *("report/text.py", "report/nagios.py", "diagnosis/catalogue.py", "diagnosis/failures.py"),
    "credentials/source.py",
]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_cut_short_is_told(copy: Path, password_file: Path, module: str) -> None:
    """A file of ours that was not written whole is UNKNOWN, exit 3, in one line."""
    file = copy / "check_smtp_auth" / module
    text = file.read_text()
    file.write_text(text[: text.index('"""', 3) - 3])
    require_told(run_copy(copy, "-P", password_file), "SyntaxError")


@pytest.mark.parametrize("module", ["signals.py", "outputs.py", "startup.py", "cli.py"])
def test_a_module_cut_short_is_told_in_json(copy: Path, password_file: Path, module: str) -> None:
    """With --output json it is one object, whichever file was cut short."""
    (copy / "check_smtp_auth" / module).write_text("def")
    done = run_copy(copy, "-P", password_file, "--output", "json")
    assert done.code == done.json["exit_code"] == 3
    assert "SyntaxError" in done.json["summary"]
    assert done.json["accounts"] == []


@pytest.mark.parametrize("kept", [16, 30, 500])
@pytest.mark.parametrize("module", ["signals", "cli", "probe", "options/table"])
def test_a_compiled_file_cut_short_is_passed_over(
    copy: Path, password_file: Path, module: str, kept: int
) -> None:
    """A compiled file that was not written whole stops nothing: there is the source."""
    source = copy / "check_smtp_auth" / f"{module}.py"
    (compiled,) = (source.parent / "__pycache__").glob(f"{source.stem}.*.pyc")
    compiled.write_bytes(compiled.read_bytes()[:kept])
    done = run_copy(copy, "-P", password_file)
    assert done.code == 2
    assert "refused" in done.first


def test_an_error_shows_nothing_of_its_text(copy: Path, password_file: Path) -> None:
    """What an error says may hold anything, so that it is not repeated."""
    file = copy / "check_smtp_auth" / "check.py"
    file.write_text("raise RuntimeError('hunter2')\n")
    done = run_copy(copy, "-P", password_file)
    require_told(done, "RuntimeError")
    assert "hunter2" not in done.output


def test_the_last_line_is_like_any_other(copy: Path, password_file: Path) -> None:
    """What is said without any module of ours has the fields that the reports have."""
    usual = run(*NOWHERE, "--frob", "--output", "json").json
    (copy / "check_smtp_auth" / "outputs.py").write_text("def")
    last = json.loads(run_copy(copy, "--output=json").output)
    assert last.keys() <= usual.keys()
    assert {name: type(value) for name, value in last.items()} == {
        name: type(usual[name]) for name in last
    }
