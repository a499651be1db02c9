"""The parsers of other programs, asked many texts in one process: what a reader must equal."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

SCRIPTS = Path(__file__).parent / "programs"
# Where contrib/dev/node puts npm's packages.
NODE = Path(sys.prefix) / "cache" / "node"
PHP = Path("/usr/share/php")
# A variable of each name, None where the file is refused.
Read = Any
# The variables of os-release that systemd-tmpfiles writes out, and by which specifier.
SPECIFIERS = {"ID": "o", "VERSION_ID": "w", "VARIANT_ID": "W", "BUILD_ID": "B"}


def run(command: Sequence[object], given: object, env: dict[str, str] | None = None) -> Any:
    """Run a parser with JSON as its input; return the JSON that it prints."""
    done = subprocess.run(
        [str(word) for word in command],
        input=json.dumps(given).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], **(env or {})},
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


def ask_node(script: str, given: object) -> Any:
    """Ask npm's packages."""
    if not (NODE / "node_modules").is_dir():
        pytest.skip(f"contrib/dev/node {NODE}")
    return run(["node", SCRIPTS / script], given, {"NODE_PATH": f"{NODE}/node_modules"})


def ask_php(script: str, given: object, *folders: str) -> Any:
    """Ask Debian's packages of PHP."""
    if shutil.which("php") is None or not all((PHP / folder).is_dir() for folder in folders):
        pytest.skip("install php-cli php-vlucas-phpdotenv php-symfony-dotenv php-symfony-mailer")
    return run(["php", SCRIPTS / script], given)


def python_dotenv(texts: Sequence[str], folder: Path) -> list[Read]:
    """As python-dotenv reads files."""
    import dotenv

    path = folder / "env"
    read: list[Read] = []
    logging.getLogger("dotenv").setLevel(logging.CRITICAL)
    with mock.patch.dict(os.environ, clear=True):
        for text in texts:
            path.write_bytes(text.encode())
            read.append(dict(dotenv.dotenv_values(path, encoding="utf-8")))
    return read


def django_environ(texts: Sequence[str], folder: Path) -> list[Read]:
    """As django-environ reads files, and returns values."""
    import environ

    path = folder / "env"
    read: list[Read] = []
    logging.getLogger("environ").setLevel(logging.CRITICAL)
    for text in texts:
        path.write_bytes(text.encode())
        with mock.patch.dict(os.environ, clear=True):
            environ.Env.read_env(path)
            names = list(os.environ)
            values: dict[str, str | None] = {}
            for name in names:
                try:
                    values[name] = environ.Env()(name)
                except (RecursionError, environ.ImproperlyConfigured):
                    values[name] = None
            read.append(values)
    return read


def npm(texts: Sequence[str], _: Path) -> list[Read]:
    """As npm's dotenv reads texts."""
    read: list[Read] = ask_node("env.js", texts)
    return read


def phpdotenv(texts: Sequence[str], _: Path) -> list[Read]:
    """As phpdotenv reads files."""
    read: list[Read] = ask_php("env.php", {"dialect": "phpdotenv", "texts": texts}, "Dotenv")
    # A name alone takes a variable away.
    return [
        each if each is None else {name: text for name, text in each.items() if text is not None}
        for each in read
    ]


def symfony(texts: Sequence[str], _: Path) -> list[Read]:
    """As Symfony reads texts."""
    given = {"dialect": "symfony", "texts": texts}
    read: list[Read] = ask_php("env.php", given, "Symfony/Component/Dotenv")
    return read


def systemd(texts: Sequence[str], folder: Path) -> list[Read]:
    """As systemd reads os-release, by the function that reads EnvironmentFile= too."""
    if shutil.which("systemd-tmpfiles") is None:
        pytest.skip("install systemd")
    (folder / "etc").mkdir(exist_ok=True)
    rules = "".join(f"f+ /{name} - - - - %{sign}\n" for name, sign in SPECIFIERS.items())
    (folder / "rules.conf").write_text(rules)
    read: list[Read] = []
    for text in texts:
        (folder / "etc" / "os-release").write_bytes(text.encode())
        command = ["systemd-tmpfiles", f"--root={folder}", "--create", str(folder / "rules.conf")]
        subprocess.run(command, check=True, timeout=60)
        made = {name: (folder / name).read_bytes().decode() for name in SPECIFIERS}
        read.append({name: value for name, value in made.items() if value})
    return read
