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
if sys.argv[1].isdigit():  # the type of a route to everywhere (rtnetlink(7))
    NEWROUTE, REQUEST_CREATE_ACK, TABLE, STATIC = 24, 0x405, 254, 4
    netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
    for family in (socket.AF_INET, socket.AF_INET6):
        route = struct.pack("8BI", family, 0, 0, 0, TABLE, STATIC, 0, int(sys.argv[1]), 0)
        netlink.send(struct.pack("IHHII", 28, NEWROUTE, REQUEST_CREATE_ACK, 1, 0) + route)
        assert netlink.recv(4096)[16:20] == bytes(4)
os.execvp(sys.argv[2], sys.argv[2:])
"""
NAMED = """
import os, socket, sys
socket.sethostname(sys.argv[1])
os.execvp(sys.argv[2], sys.argv[2:])
"""
BLACKHOLE, UNREACHABLE, PROHIBIT = 6, 7, 8
READ_ONLY = """
mount -t tmpfs tmpfs "$(dirname "$2")" && mkdir "$2" && mount --bind "$1" "$2" &&
mount -o remount,bind,ro "$2" && shift 2 && exec "$@"
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


def with_route(kind: int) -> tuple[str, ...]:
    """A route to everywhere that leads nowhere: BLACKHOLE, UNREACHABLE or PROHIBIT."""
    require_namespaces()
    return ("unshare", "-Urn", sys.executable, "-c", PRELUDE, str(kind))


def with_host_name(name: str) -> tuple[str, ...]:
    """The same network, on a host of another name."""
    require_namespaces()
    return ("unshare", "-Uru", sys.executable, "-c", NAMED, name)


def with_mute_dns(directory: Path) -> tuple[str, ...]:
    """A DNS server that takes questions and never answers."""
    require_namespaces()
    resolver = directory / "resolv.conf"
    resolver.write_text("nameserver 127.0.0.1\n")
    mounted = _mounted(resolver, "/etc/resolv.conf")
    return ("unshare", "-Urmn", *mounted, sys.executable, "-c", PRELUDE, "mute")


def with_read_only(directory: Path, place: str) -> tuple[str, ...]:
    """The same network, with a directory mounted read-only at a place, as into a container."""
    require_namespaces()
    return ("unshare", "-Urm", "sh", "-c", READ_ONLY, "sh", str(directory), place)


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
