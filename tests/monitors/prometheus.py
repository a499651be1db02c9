"""A private Prometheus and a private node_exporter, and what systemd does for a unit."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from fakes.readers import Series, read_metrics
from servers.process import Daemon, free_port, make_directory, program

DEBIAN = Path("/etc/prometheus/prometheus.yml")
# systemd's is a user that exists only during the run.
USER = "nobody"


class NodeExporter(Daemon):
    """One with the textfile collector alone."""

    ready = "Listening on"

    def __init__(self, directory: Path) -> None:
        """Make one that is not yet started."""
        super().__init__(directory)
        self.log = directory / "output"
        self.port = free_port()
        self.texts = directory / "texts"
        make_directory(self.texts)

    def command(self) -> list[str]:
        """Return the command line."""
        return [
            program("prometheus-node-exporter") or "prometheus-node-exporter",
            f"--web.listen-address=127.0.0.1:{self.port}",
            "--collector.disable-defaults",
            "--collector.textfile",
            f"--collector.textfile.directory={self.texts}",
        ]

    def take(self, text: str) -> tuple[dict[Series, float], float]:
        """Put a file there; return what a scrape has of ours, and the number of bad files."""
        new = self.texts / "smtp_auth.prom.new"
        new.write_text(text, "utf-8")
        new.rename(self.texts / "smtp_auth.prom")
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics") as answer:
            scraped = answer.read().decode().splitlines(keepends=True)
        ours = [line for line in scraped if "smtp_auth_" in line.partition("{")[0]]
        (bad,) = [line for line in scraped if line.startswith("node_textfile_scrape_error ")]
        return read_metrics("".join(ours)) if ours else {}, float(bad.split()[1])


class Prometheus(Daemon):
    """One with Debian's configuration, but that all is done every second."""

    ready = "Server is ready to receive web requests"

    def __init__(self, directory: Path, exporter: NodeExporter) -> None:
        """Make one that is not yet started, and that scrapes a node_exporter."""
        super().__init__(directory)
        self.log = directory / "output"
        self.port = free_port()
        self.etc = directory / "etc"
        make_directory(self.etc)
        text = DEBIAN.read_text("utf-8")
        text = re.sub(r"(_interval|_timeout): +[0-9]+s", r"\1: 1s", text)
        for place, port in (("localhost:9090", self.port), ("localhost:9100", exporter.port)):
            assert place in text
            text = text.replace(place, f"localhost:{port}")
        (self.etc / "prometheus.yml").write_text(text, "utf-8")

    def command(self) -> list[str]:
        """Return the command line."""
        return [
            program("prometheus") or "prometheus",
            f"--config.file={self.etc}/prometheus.yml",
            f"--storage.tsdb.path={self.directory}/data",
            f"--web.listen-address=127.0.0.1:{self.port}",
        ]

    def query(self, expression: str) -> list[dict[str, Any]]:
        """What an expression gives now: the samples, with labels and value."""
        found = self._ask("query", query=expression)["result"]
        assert isinstance(found, list)
        return found

    def firing(self) -> dict[str, dict[str, Any]]:
        """The alerts that fire, by name."""
        alerts = self._ask("alerts")["alerts"]
        return {each["labels"]["alertname"]: each for each in alerts if each["state"] == "firing"}

    def _ask(self, path: str, **arguments: str) -> dict[str, Any]:
        url = f"http://127.0.0.1:{self.port}/api/v1/{path}?{urllib.parse.urlencode(arguments)}"
        with urllib.request.urlopen(url) as answer:
            data = json.load(answer)["data"]
        assert isinstance(data, dict)
        return data


def run_unit(text: str, directory: Path) -> int:
    """Do what systemd does for a oneshot service: credentials, state, rights, and for each of its
    commands standard output opened anew, up to the first that fails. Returns its exit code. The
    text is the unit's, then that of what is dropped in beside it.
    """
    unit: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, _, value = line.partition("=")
        # A list is begun anew by an empty value; of the others the last counts.
        unit[name] = [*unit.get(name, ()), value] if value else []
    environment = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "CREDENTIALS_DIRECTORY": str(_credentials(unit["LoadCredential"][-1], directory)),
        "STATE_DIRECTORY": str(_state(unit["StateDirectoryMode"][-1], directory)),
    }
    kind, _, output = unit["StandardOutput"][-1].partition(":")
    for name in ("ExecStartPre", "ExecStart", "ExecStartPost"):
        for line in unit.get(name, ()):
            rights = [] if line.startswith("+") else ["runuser", "-u", USER, "--"]
            opened = os.open(output, os.O_WRONLY | os.O_CREAT | HOW[kind], 0o644)
            command = [*rights, *shlex.split(line.lstrip("+"))]
            done = subprocess.run(command, stdout=opened, env=environment)
            os.close(opened)
            if done.returncode:
                return done.returncode
    return 0


# How StandardOutput= opens a file.
HOW = {"file": 0, "truncate": os.O_TRUNC, "append": os.O_APPEND}


def _credentials(setting: str, directory: Path) -> Path:
    """Hand over the files of a directory as credentials."""
    credentials = directory / "credentials"
    shutil.rmtree(credentials, ignore_errors=True)
    make_directory(credentials)
    name, _, source = setting.partition(":")
    for secret in Path(source).iterdir():
        copy = credentials / f"{name}_{secret.name}"
        shutil.copy(secret, copy)
        copy.chmod(0o400)
        shutil.chown(copy, USER)
    return credentials


def _state(mode: str, directory: Path) -> Path:
    """Make the state directory; where the user exists only during the run, its name is a link."""
    state, link = directory / "private" / "state", directory / "state-directory"
    make_directory(state)
    state.chmod(int(mode, 8))
    shutil.chown(state, USER)
    if not link.is_symlink():
        link.symlink_to(state)
    return link
