"""A daemon of our own: started in the foreground, known by its pid, ended with all its children."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable

# Where contrib/dev/test unpacks Exim.
EXIM = Path(sys.prefix) / "cache" / "exim"
_PATH = os.pathsep.join((str(EXIM / "usr/sbin"), os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_RANDOM = random.SystemRandom()  # the global generator may be seeded by a pytest plugin
_SASL = "/usr/lib/*/sasl2/"

# What a server needs: the Debian package, and a program or file that shows it is installed.
COMPONENTS = {
    "postfix": ("postfix", "postfix"),
    "dovecot": ("dovecot-core", "dovecot"),
    "dovecot-submission": ("dovecot-submissiond", "/usr/lib/dovecot/submission-login"),
    "saslpasswd2": ("sasl2-bin", "saslpasswd2"),
    "sasl-mechanisms": ("libsasl2-modules", _SASL + "libscram.so"),
    "sasldb": ("libsasl2-modules-db", _SASL + "libsasldb.so"),
    "msmtp": ("msmtp", "msmtp"),
    "mutt": ("mutt", "mutt"),
    "s-nail": ("s-nail", "s-nail"),
    "openssl": ("openssl", "openssl"),
    "curl": ("curl", "curl"),
    "gsasl": ("gsasl", "gsasl"),
    "dovecot-gssapi": ("dovecot-gssapi", "/usr/lib/dovecot/modules/auth/libmech_gssapi.so"),
    "kdc": ("krb5-kdc", "krb5kdc"),
    "kinit": ("krb5-user", "kinit"),
    "libgsasl": ("libgsasl18", "/usr/lib/*/libgsasl.so.18"),
    "icinga2": ("icinga2-bin", "icinga2"),
    "director": (
        "icingacli icingaweb2-module-director",
        "/usr/share/icingaweb2/modules/director/module.info",
    ),
    "php-pgsql": ("php-pgsql", "/usr/lib/php/*/pgsql.so"),
    "postgresql": ("postgresql-15", "/usr/lib/postgresql/15/bin/postgres"),
    "nagios4": ("nagios4-core", "nagios4"),
    "nrpe": ("nagios-nrpe-server", "nrpe"),
    "check_nrpe": ("nagios-nrpe-plugin", "/usr/lib/nagios/plugins/check_nrpe"),
    "check_smtp": ("monitoring-plugins-basic", "/usr/lib/nagios/plugins/check_smtp"),
    "zabbix_sender": ("zabbix-agent", "zabbix_sender"),
    "promtool": ("prometheus", "promtool"),
    "prometheus": ("prometheus", "prometheus"),
    "systemd-analyze": ("systemd", "systemd-analyze"),
    "ruby": ("ruby", "ruby"),
    "alertmanager": ("prometheus-alertmanager", "prometheus-alertmanager"),
    "node_exporter": ("prometheus-node-exporter", "prometheus-node-exporter"),
    "python3": ("python3", "/usr/bin/python3"),
}


# Seconds: what takes this long on a busy machine has lost its way.
PATIENCE = 60.0


class StartFailure(Exception):
    """A server did not come up; the text carries the end of its log."""


def program(name: str) -> str | None:
    """Return the path of a program, also from the sbin directories that users lack in PATH."""
    return shutil.which(name, path=_PATH)


def missing(*components: str) -> list[str]:
    """Return the Debian packages to install before these components can be used."""
    packages = []
    for component in components:
        package, evidence = COMPONENTS[component]
        if evidence.startswith("/"):
            present = any(Path("/").glob(evidence[1:]))
        else:
            present = program(evidence) is not None
        if not present:
            packages.append(package)
    return packages


def wait_until(condition: Callable[[], bool], seconds: float, pause: float = 0.01) -> bool:
    """Poll until `condition` holds, `pause` apart; return whether it did within `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


def workshop() -> Path:
    """Make a directory that every user may enter, with a path short enough for sockets.

    Not under pytest's own directory: that is closed to others, servers drop their privileges,
    and each further pytest that starts takes back what the first has opened.
    """
    for parent in (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")):
        open_to_all = all(step.stat().st_mode & 0o001 for step in (parent, *parent.parents))
        if open_to_all and len(str(parent)) < 30:
            break
    directory = Path(tempfile.mkdtemp(prefix="mail-", dir=str(parent)))
    directory.chmod(0o755)
    return directory


def make_directory(directory: Path) -> None:
    """Make a directory that servers may enter, whatever the umask; its parents are not opened."""
    directory.mkdir(parents=True, exist_ok=True)
    directory.chmod(0o755)


def loopback_addresses() -> tuple[str, ...]:
    """Return 127.0.0.1, and ::1 where this machine has it."""
    return ("127.0.0.1", "::1") if _bindable("::1", 0) else ("127.0.0.1",)


def free_port() -> int:
    """Return a port that is free on every loopback address.

    It lies below the kernel's range for outgoing connections: no client can take it by chance
    while its server is stopped.
    """
    text = Path("/proc/sys/net/ipv4/ip_local_port_range").read_text(encoding="ascii")
    ceiling = int(text.split()[0])
    if ceiling < 12000:
        ceiling = 32768
    for _ in range(1000):
        port = _RANDOM.randrange(10240, ceiling)
        if all(_bindable(address, port) for address in loopback_addresses()):
            return port
    raise StartFailure("no free port on loopback")


def _bindable(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as listener:
            listener.bind((address, port))
    except OSError:
        return False
    return True


def living(group: int) -> list[int]:
    """Return the living processes of a process group (a zombie is not living)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name in parentheses may hold anything; state, parent and group follow it.
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] not in "ZX":
            found.append(int(stat.parent.name))
    return found


class Daemon:
    """A process that leads its own process group and writes one log file.

    A subclass says how it is configured (`configure`), started (`command`) and what its log says
    once its ports are bound (`ready`).
    """

    ready = ""
    # How it is told to end, until it does.
    endings: tuple[signal.Signals, ...] = (signal.SIGTERM, signal.SIGKILL)

    def __init__(self, directory: Path) -> None:
        """Make a daemon that keeps all it writes in `directory`."""
        make_directory(directory)
        self.directory = directory
        self.log = directory / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self._leash: subprocess.Popen[bytes] | None = None

    def configure(self) -> None:
        """Choose ports and write the configuration; called again when a port was lost."""

    def command(self) -> list[str]:
        """Return the command that runs the daemon in the foreground."""
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        """Return variables to set for the daemon."""
        return {}

    @property
    def group(self) -> int:
        """The process group of the running daemon, 0 when it is stopped."""
        return self._process.pid if self._process is not None else 0

    @property
    def running(self) -> bool:
        """Whether the main process is alive."""
        return self._process is not None and self._process.poll() is None

    def read_log(self) -> str:
        """Return the whole log so far."""
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    def start(self) -> None:
        """Start the daemon and return when its ports are bound; nothing if it runs."""
        if self.running:
            return
        self._end()  # what is left, if it died by itself
        started = self.read_log().count(self.ready)
        with open(self.directory / "output", "ab") as output:
            self._process = subprocess.Popen(
                self.command(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**os.environ, **self.environment()},
                start_new_session=True,
                umask=0o022,
            )
        self._leash = _leash(self._process.pid)

        def is_ready() -> bool:
            return self.read_log().count(self.ready) > started

        wait_until(lambda: not self.running or is_ready(), PATIENCE)
        if not self.running or not is_ready():
            self._end()
            raise StartFailure(self._last_words())

    def stop(self) -> None:
        """End the daemon and every process of its group; nothing if it is stopped."""
        self._end()

    def _end(self) -> None:
        if self._process is None:
            return
        group = self.group
        if self._leash is not None:
            self._leash.kill()
            self._leash.communicate()
        for kind in self.endings:
            # All at once: a Dovecot master waits a second for its log process, which waits for it.
            _signal_group(group, kind)
            if wait_until(lambda: not self.running and not living(group), 10):
                break
        self._process.wait(5)
        self._process = None
        self._leash = None

    def _last_words(self) -> str:
        output = self.directory / "output"
        lines = (self.read_log() + output.read_text("utf-8", "replace")).splitlines()
        return "\n".join([f"{type(self).__name__} did not start:", *lines[-20:]])


def _leash(group: int) -> subprocess.Popen[bytes]:
    """Start a shell that ends a process group should this process die without stopping it.

    The shell's input ends then. (The kernel's own "signal me when my parent dies" does not do:
    Postfix changes its user on the way, and that revokes it.)
    """
    script = 'read -r _; kill -s TERM -- "-$1"; sleep 2; kill -s KILL -- "-$1"'
    return subprocess.Popen(
        ["sh", "-c", script, "leash", str(group)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _signal_group(group: int, kind: signal.Signals) -> None:
    try:
        os.killpg(group, kind)
    except ProcessLookupError:
        pass
