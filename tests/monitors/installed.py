"""The plugin where a monitor looks for plugins, for a user other than the one who runs the tests.

The daemons run as the monitor's user, who may not enter a checkout or its environment. So the
package and nagiosplugin are copied, and run by Debian's own Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import nagiosplugin

import check_smtp_auth

DEBIAN_PLUGINS = Path("/usr/lib/nagios/plugins")
PYTHON = "/usr/bin/python3"
EXECUTABLE = """\
#!{python}
import sys

sys.path.insert(0, {library!r})
from check_smtp_auth.__main__ import main

main()
"""


def install(directory: Path) -> Path:
    """Make a plugin directory with Debian's plugins and ours, and return it."""
    library, plugins = directory / "library", directory / "plugins"
    unwanted = shutil.ignore_patterns("__pycache__", "tests")
    for package in (check_smtp_auth, nagiosplugin):
        source = Path(str(package.__file__)).parent
        shutil.copytree(source, library / source.name, ignore=unwanted)
    subprocess.run([PYTHON, "-m", "compileall", "-q", library], check=True)
    plugins.mkdir()
    for plugin in DEBIAN_PLUGINS.iterdir():
        if not plugin.name.startswith("check_smtp_auth"):
            (plugins / plugin.name).symlink_to(plugin)
    executable = plugins / "check_smtp_auth"
    executable.write_text(EXECUTABLE.format(python=PYTHON, library=str(library)), "utf-8")
    for each in (directory, *directory.rglob("*")):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or each == executable else 0o644)
    return plugins


def give(user: str, *paths: Path) -> None:
    """Have files, and directories with all in them, belong to a user."""
    for path in paths:
        for each in (path, *path.rglob("*")):
            if not each.is_symlink():
                shutil.chown(each, user)


def environment(state: Path) -> dict[str, str]:
    """The variables of a daemon whose plugins keep their memory in ``state``."""
    return {
        "MP_STATE_PATH": str(state),
        "HOME": "/nonexistent",
        "LANG": os.environ.get("LANG", "C"),
    }
