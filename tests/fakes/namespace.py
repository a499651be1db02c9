"""Prefixes for a command that give it a world of its own: other hosts, a mute DNS, no network.

Linux namespaces do it, for any user where the system allows that. Where it does not, the test
is skipped.
"""

from __future__ import annotations

import functools
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

import pytest

# Brings up the loopback interface of a fresh network namespace, and with "mute" takes the
# DNS port and never answers there: the socket is handed on to the command.
PRELUDE = """
import fcntl, os, socket, struct, sys
dns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
fcntl.ioctl(dns, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))
if sys.argv[1] == "mute":
    dns.bind(("127.0.0.1", 53))
    dns.set_inheritable(True)
os.execvp(sys.argv[2], sys.argv[2:])
"""
MOUNT = 'mount --bind "$1" "$2"; shift 2; exec "$@"'


def with_hosts(directory: Path, *lines: str) -> tuple[str, ...]:
    """The same network, with other contents of /etc/hosts."""
    require_namespaces()
    hosts = directory / "hosts"
    hosts.write_text("".join(f"{line}\n" for line in lines))
    return ("unshare", "-Urm", *_mounted(hosts, "/etc/hosts"))


def with_trust_store(directory: Path, hashed: Path, bundle: Path) -> tuple[str, ...]:
    """A system whose own trust store is this directory of hashed certificates and this bundle."""
    require_namespaces()
    place = Path(ssl.get_default_verify_paths().openssl_cafile).parent
    if not place.is_dir():
        pytest.skip(f"needs {place}, where this Python's OpenSSL looks")
    store = directory / "store"
    shutil.copytree(hashed, store / "certs", symlinks=True)
    shutil.copy(bundle, store / "cert.pem")
    return ("unshare", "-Urm", *_mounted(store, str(place)))


def without_network() -> tuple[str, ...]:
    """A loopback interface, and no way anywhere else."""
    require_namespaces()
    return ("unshare", "-Urn", sys.executable, "-c", PRELUDE, "alone")


def with_mute_dns(directory: Path) -> tuple[str, ...]:
    """A DNS server that takes questions and never answers."""
    require_namespaces()
    resolver = directory / "resolv.conf"
    resolver.write_text("nameserver 127.0.0.1\n")
    mounted = _mounted(resolver, "/etc/resolv.conf")
    return ("unshare", "-Urmn", *mounted, sys.executable, "-c", PRELUDE, "mute")


def _mounted(file: Path, place: str) -> tuple[str, ...]:
    return ("sh", "-c", MOUNT, "sh", str(file), place)


def require_namespaces() -> None:
    """Skip the test unless a command can be given namespaces of its own here."""
    if not _allowed():
        pytest.skip("needs unshare (util-linux) and the right to make namespaces")


@functools.cache
def _allowed() -> bool:
    mount = ["mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        done = subprocess.run(["unshare", "-Urmn", *mount], capture_output=True)
    except FileNotFoundError:
        return False
    return done.returncode == 0
