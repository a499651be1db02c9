"""The split between pure and impure rooms, and the habits of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import check_smtp_auth

ROOT = Path(check_smtp_auth.__file__).parent
MODULES = {str(path.relative_to(ROOT)): path for path in sorted(ROOT.rglob("*.py"))}
PURE_FOLDERS = ("smtp/", "sasl/", "mask/", "diagnosis/", "configs/")
PURE_FILES = {
    "__init__.py",
    "accounts.py",
    "accounts_file/__init__.py",
    "accounts_file/entries.py",
    "accounts_file/sections.py",
    "admission.py",
    "certificate.py",
    "chain.py",
    "credentials/__init__.py",
    "credentials/netrc.py",
    "faults.py",
    "moments.py",
    "observation.py",
    "options/__init__.py",
    "options/addresses.py",
    "options/given.py",
    "options/idna.py",
    "options/keys.py",
    "options/names.py",
    "options/origin.py",
    "options/programs.py",
    "options/table.py",
    "options/values.py",
    "outcome.py",
    "outputs.py",
    "placeholders.py",
    "printable.py",
    "ranges.py",
    "record.py",
    "report/__init__.py",
    "report/as_json.py",
    "report/json_many.py",
    "report/listing.py",
    "report/many.py",
    "report/prometheus.py",
    "report/tally.py",
    "report/text.py",
    "report/zabbix.py",
    "secret.py",
    "state/__init__.py",
    "state/drift.py",
    "state/guard.py",
    "state/history.py",
    "state/memory.py",
    "state/server.py",
    "state/tries.py",
    "state/version1.py",
    "tokens/__init__.py",
    "tokens/answers.py",
    "tokens/browser.py",
    "tokens/client.py",
    "tokens/consent.py",
    "tokens/device.py",
    "tokens/grants.py",
    "tokens/message.py",
    "tokens/providers.py",
    "tokens/signing.py",
}
PURE = [name for name in MODULES if name.startswith(PURE_FOLDERS) or name in PURE_FILES]
# What reads a clock, a file, the network or the environment, or writes.
IMPURE = {
    *("asyncio", "_thread", "io", "logging", "os", "pathlib", "random", "secrets", "select"),
    *("selectors", "shutil", "signal", "socket", "ssl", "subprocess", "sys", "tempfile"),
    *("threading", "time", "datetime", "urllib", "http", "smtplib", "gssapi"),
}
# "time" to write down a moment, which is an argument; Kerberos has a KDC asked for us.
EXCEPTIONS = {
    ("moments.py", "time"),
    ("sasl/gssapi.py", "gssapi"),
}
CALENDAR = {"strftime", "gmtime", "localtime"}
# Tables may be longer than 300 lines.
TABLES = {
    *("diagnosis/catalogue.py", "diagnosis/rows.py", "diagnosis/token_answers.py"),
    *("diagnosis/chain_faults.py", "diagnosis/vocabulary/english.py", "options/table.py"),
}


@cache
def tree(module: str) -> ast.Module:
    """Parse a module of the package."""
    return ast.parse(MODULES[module].read_text("utf-8"))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield all that is run of a module: not what stands under TYPE_CHECKING."""
    for child in ast.iter_child_nodes(node):
        yield child
        if isinstance(child, ast.If) and ast.dump(child.test) == TYPE_CHECKING:
            for other in child.orelse:
                yield from statements(other)
        else:
            yield from statements(child)


TYPE_CHECKING = ast.dump(ast.parse("TYPE_CHECKING", mode="eval").body)


@cache
def imported(module: str) -> tuple[str, ...]:
    """Return what a module imports."""
    return tuple(imports(module))


def imports(module: str) -> Iterator[str]:
    """Yield what a module imports: names of libraries, and paths of files of the package."""
    for node in statements(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            folder = Path(module).parents[node.level - 1]
            source = folder.joinpath(*(node.module or "").split("."))
            names = [source / alias.name for alias in node.names]
            files = [file_of(path) for path in (*source.parents, source, *names)]
            yield from (file for file in files if file is not None)


def file_of(path: Path) -> str | None:
    """Return the file of the module at this path, if it is one."""
    for candidate in (f"{path.as_posix()}.py", (path / "__init__.py").as_posix()):
        if candidate in MODULES:
            return candidate
    return None


def test_the_lists_are_true() -> None:
    """The files that are named here exist, so that a renamed one does not escape."""
    assert MODULES.keys() >= PURE_FILES | TABLES
    assert all(any(name.startswith(folder) for name in MODULES) for folder in PURE_FOLDERS)
    assert "probe.py" not in PURE
    assert not any(name.startswith("net/") for name in PURE)


def test_pure_modules_import_nothing_impure() -> None:
    """What is pure cannot reach clock, network, files or environment, even late."""
    reached = {(module, name) for module in PURE for name in imported(module) if name in IMPURE}
    assert reached == EXCEPTIONS


def test_pure_modules_import_pure_ones_only() -> None:
    """What is pure does not reach the impure rooms of the package either."""
    impure = MODULES.keys() - set(PURE)
    assert [(module, name) for module in PURE for name in imported(module) if name in impure] == []


def test_pure_modules_open_nothing() -> None:
    """What is pure neither opens files, nor prints, nor asks."""
    called = {
        (module, node.func.id)
        for module in PURE
        for node in statements(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    forbidden = {"open", "print", "input", "exec", "eval"}
    assert [each for each in called if each[1] in forbidden] == []


def test_the_exceptions_read_no_clock() -> None:
    """Where a pure module has the calendar, it does not ask what time it is."""
    for module, library in EXCEPTIONS - {("sasl/gssapi.py", "gssapi")}:
        used = {
            node.attr
            for node in statements(tree(module))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == library
        }
        assert used
        assert used <= CALENDAR


def test_the_nagios_report_alone_knows_nagiosplugin() -> None:
    """Only the Nagios report imports nagiosplugin, so that the other reports do without."""
    knowing = [name for name in MODULES if "nagiosplugin" in imported(name)]
    assert knowing == ["report/nagios.py", "report/nagios_many.py"]


def test_a_file_opens_with_its_docstring() -> None:
    """Each file says at its top what it is for."""
    assert [each for each in MODULES if len(ast.get_docstring(tree(each)) or "") <= 10] == []


def test_no_file_is_too_long() -> None:
    """A file that is not a table can be read in one sitting: 300 lines."""
    lines = {each: len(path.read_text("utf-8").splitlines()) for each, path in MODULES.items()}
    assert {each: n for each, n in lines.items() if n > 300 and each not in TABLES} == {}
