"""What all tests share: certificates, a password file, and the plugin aimed at a server.

A test that cannot run here, for want of a package, a right or a namespace, is skipped. In CI
(environment variable CI) that is a failure, so that nobody takes an empty run for a good one,
but for a second Python that was built where only its owner may go.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Tests import their helpers as "fakes" and "servers", wherever they are run from.
sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("fakes")

from fakes.certificates import Certificates  # noqa: E402
from fakes.plugin import SECRET, USER, Check, Run, Word, run  # noqa: E402
from fakes.server import Server  # noqa: E402
from fakes.timing import PATIENT  # noqa: E402
from properties import PROPERTY, SPECIMENS  # noqa: E402

# A test that says nothing else has no deadline and no chance in it.
settings.register_profile("tests", PROPERTY)
settings.load_profile("tests")

# How tests begin that share daemons: one worker runs all of the first that fits, since what they
# share is started once for each. A Zabbix takes its time.
SHARED = (
    ("tests/servers/",),
    ("tests/monitors/test_zabbix.py", "tests/monitors/test_zabbix_newer.py"),
    ("tests/monitors/test_zabbix_",),
    ("tests/monitors/",),
)
# The rooms whose tests read texts, and wait for nothing.
OF_TEXTS = [f"tests/{room}" for room in ("accounts_file", "diagnosis", "mask", "options", "sasl")]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return how many workers ``-n auto`` starts: two a processor, since tests mostly wait, and two
    more, since those that begin do little else.
    """
    return 2 * (os.cpu_count() or 1) + 2


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Have one worker run all tests that share daemons, and any worker any other test."""
    from xdist.scheduler import LoadScopeScheduling

    config.option.loadscopereorder = False  # see pytest_collection_modifyitems

    class Rooms(LoadScopeScheduling):
        """What shares daemons is a scope, and so is every other test: in the rooms of texts with
        all its specimens, since to hand out thousands takes longer than to read them.
        """

        def _split_scope(self, nodeid: str) -> str:
            """Return the scope of a test."""
            room = nodeid.partition("/test_")[0]
            return shared(nodeid) or (nodeid.partition("[")[0] if room in OF_TEXTS else nodeid)

    return Rooms(config, log)


def shared(nodeid: str) -> str:
    """Return what all tests have in common that share daemons with this one, "" if it has none."""
    return next((fronts[0] for fronts in SHARED if nodeid.startswith(fronts)), "")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Have what shares daemons begin: it takes longest, and mostly waits. Of each test keep as many
    specimens as are wanted, spread over all that it has.
    """
    items.sort(key=lambda item: not shared(item.nodeid))
    specimens: dict[str, list[pytest.Item]] = {}
    for item in items:
        specimens.setdefault(item.nodeid.partition("[")[0], []).append(item)
    kept = {item for all_ in specimens.values() for item in all_[:: -(-len(all_) // SPECIMENS)]}
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = [item for item in items if item in kept]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, None]:
    """Have whatever is skipped fail in CI, with the reason why it was."""
    report = (yield).get_result()
    if report.skipped and os.environ.get("CI", "false") not in ("", "0", "false"):
        _, _, why = report.longrepr
        report.outcome, report.longrepr = "failed", f"{why} (this is CI)"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, None]:
    """Leave what runs the same code many times over out of the coverage: counting it takes longer
    than running it, and other tests run the same code once.
    """
    counting = sys.gettrace()
    property_test = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    repeated = property_test or item.get_closest_marker("laws") is not None
    if not (repeated and type(counting).__module__.startswith("coverage")):
        yield
        return
    sys.settrace(None)
    yield
    sys.settrace(counting)


@pytest.fixture(scope="session")
def certificates() -> Iterator[Certificates]:
    """All certificates, good and bad, made once."""
    directory = Path(tempfile.mkdtemp(prefix="check_smtp_auth-certificates-"))
    yield Certificates(directory)
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def memories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The directories for the tests' memories. A ``tmp_path`` for each would be dearer: pytest
    looks at all that there are before it makes the next.
    """
    directory = tmp_path_factory.mktemp("memories")
    return (directory / str(number) for number in count())


@pytest.fixture(autouse=True)
def state_directory(memories: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test's own memory, so that no test's rejections hold back another's logins."""
    directory = next(memories)
    directory.mkdir()
    monkeypatch.setenv("MP_STATE_PATH", str(directory))


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    """A file with the secret, its owner's only."""
    file = tmp_path / "password"
    file.touch(0o600)
    file.write_text(f"{SECRET}\n")
    return file


@pytest.fixture
def check(password_file: Path, certificates: Certificates) -> Check:
    """The plugin with right options, to which a test adds its own."""

    def run_against(
        server: Server,
        *arguments: Word,
        host: str = "localhost",
        env: Mapping[str, str] | None = None,
        before: tuple[str, ...] = (),
    ) -> Run:
        account = ("-H", host, "-p", str(server.port), "-u", USER, "-P", password_file)
        trust = ("--ca-file", certificates.ca_file)
        memory = ("--state-dir", "none")
        return run(*account, *trust, *memory, "-t", PATIENT, *arguments, env=env, before=before)

    return run_against
