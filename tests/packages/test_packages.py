"""Each package is built by its one command, holds what it promises, and the plugin in it runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server

from check_smtp_auth import __version__

ROOT = Path(__file__).resolve().parents[2]
DISTRIBUTIONS_OWN = (".egg-info/", "PKG-INFO", "setup.cfg")
# What no version control would have, and dotfiles.
IGNORED = (".*", "__pycache__", "*.egg-info", "dist", "*.deb", "fault-*")
MONITORS = ("checkmk", "configs", "icinga2", "nagios", "prometheus", "zabbix")
# All files for monitors, each where their READMEs have it.
EXAMPLES = {
    f"/usr/share/doc/check-smtp-auth/examples/{path.relative_to(ROOT / 'contrib')}"
    for monitor in MONITORS
    for path in (ROOT / "contrib" / monitor).rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}


def built(kind: str, folder: Path) -> Path:
    """Build a package by its command; return the one file that it leaves."""
    subprocess.run(
        [ROOT / "contrib" / kind / "build", folder], check=True, stdin=subprocess.DEVNULL
    )
    (package,) = folder.iterdir()
    return package


def needs(*programs: str) -> None:
    """Skip the test where a package cannot be built for want of these."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def output(*command: str | Path) -> str:
    """Run a command; return what it prints."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


def test_the_debian_package(tmp_path: Path) -> None:
    """It has the plugin, its manual page, completions and examples where Debian has them, and
    nothing that a monitor reads by itself; building it twice gives the same file.
    """
    needs("dpkg-buildpackage", "dh", "pybuild")
    package, again = built("debian", tmp_path / "one"), built("debian", tmp_path / "two")
    assert package.name == f"check-smtp-auth_{__version__}_all.deb"
    assert package.read_bytes() == again.read_bytes()
    names = {line.split()[5][1:] for line in output("dpkg-deb", "-c", package).splitlines()}
    assert {
        "/usr/lib/nagios/plugins/check_smtp_auth",
        "/usr/lib/python3/dist-packages/check_smtp_auth/cli.py",
        "/usr/share/man/man1/check_smtp_auth.1.gz",
        "/usr/share/bash-completion/completions/check_smtp_auth",
        "/usr/share/zsh/vendor-completions/_check_smtp_auth",
        "/usr/share/fish/vendor_completions.d/check_smtp_auth.fish",
        *EXAMPLES,
    } <= names
    assert not [
        name for name in names if name.startswith(("/etc", "/usr/bin", "/usr/share/icinga"))
    ]
    assert "python3-nagiosplugin" in output("dpkg-deb", "-f", package, "Depends")


def test_the_rpm_package(tmp_path: Path) -> None:
    """It requires Python and nagiosplugin, and has the plugin, its manual page, completions,
    examples and licence; building it twice gives the same file.
    """
    needs("rpmbuild")
    package, again = built("rpm", tmp_path / "one"), built("rpm", tmp_path / "two")
    assert package.name == f"check-smtp-auth-{__version__}-1.noarch.rpm"
    assert package.read_bytes() == again.read_bytes()
    requires = output("rpm", "-qp", "--requires", package)
    assert "python3 >= 3.9" in requires and "python3-nagiosplugin" in requires
    names = output("rpm", "-qlp", package).split()
    assert {
        "/usr/lib/nagios/plugins/check_smtp_auth",
        "/usr/share/man/man1/check_smtp_auth.1.gz",
        "/usr/share/bash-completion/completions/check_smtp_auth",
        *EXAMPLES,
    } <= set(names)
    assert any(name.endswith("/LICENSE") for name in names)


def test_the_one_file(tmp_path: Path, certificates: Certificates, password_file: Path) -> None:
    """It logs in for a user who has no home and no environment, and carries the licences."""
    package = built("zipapp", tmp_path / "one")
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        done = subprocess.run(
            [
                *(sys.executable, package, "-H", "localhost", "-p", str(server.port), "-u", USER),
                *("-P", password_file, "--ca-file", certificates.ca_file, "--state-dir", "none"),
            ],
            stdout=subprocess.PIPE,
            env={"HOME": "/nonexistent"},
            check=False,
        )
    assert done.returncode == 0
    assert done.stdout.startswith(b"SMTP_AUTH OK - ")
    assert SECRET.encode() not in done.stdout
    names = zipfile.ZipFile(package).namelist()
    assert {"LICENSE", "nagiosplugin/LICENSE.txt", "check_smtp_auth/cli.pyc"} <= set(names)


def test_what_goes_to_pypi(tmp_path: Path) -> None:
    """The sdist has all that is tracked but dotfiles and pictures, what can be run still can be;
    the wheel has the plugin alone; the index takes both.
    """
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(*IGNORED))
    wanted = {
        path.relative_to(source).as_posix(): bool(path.stat().st_mode & 0o100)
        for path in source.rglob("*")
        if path.is_file() and path.suffix != ".png"
    }
    dist = tmp_path / "dist"
    build = [sys.executable, "-m", "build", "--no-isolation", "-o", dist, source]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *dist.iterdir()], check=True
    )
    with tarfile.open(dist / f"check_smtp_auth-{__version__}.tar.gz") as archive:
        held = {
            each.name.partition("/")[2]: bool(each.mode & 0o100)
            for each in archive
            if each.isfile()
        }
    extra = {name for name in held if any(own in name for own in DISTRIBUTIONS_OWN)}
    assert {
        name: mode for name, mode in held.items() if name not in extra - {"setup.cfg"}
    } == wanted
    wheel = zipfile.ZipFile(dist / f"check_smtp_auth-{__version__}-py3-none-any.whl")
    assert {name.split("/")[0].partition("-")[0] for name in wheel.namelist()} == {
        "check_smtp_auth"
    }
