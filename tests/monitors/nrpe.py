"""A private NRPE."""

from __future__ import annotations

from pathlib import Path

from servers.process import Daemon, free_port, make_directory, program

from .installed import give

USER = "nagios"
MAIN = """\
log_file={log}
pid_file={directory}/pid
server_address=127.0.0.1
server_port={port}
nrpe_user={user}
nrpe_group={user}
allowed_hosts=127.0.0.1
include_dir={directory}/etc/nrpe.d
"""


class Nrpe(Daemon):
    """An NRPE that runs as Debian's does, without any command."""

    ready = "Listening for connections"

    def __init__(self, directory: Path) -> None:
        """Make one that is not yet started."""
        super().__init__(directory)
        self.port = free_port()
        self.etc = directory / "etc"
        make_directory(self.etc / "nrpe.d")
        text = MAIN.format(log=self.log, directory=directory, port=self.port, user=USER)
        (self.etc / "nrpe.cfg").write_text(text, "utf-8")

    def command(self) -> list[str]:
        """Return the command line."""
        give(USER, self.directory)
        # As systemd starts it: NRPE itself keeps root as its real user, which shells fall back to.
        become = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
        return [*become, program("nrpe") or "nrpe", "-c", str(self.etc / "nrpe.cfg"), "-f"]
