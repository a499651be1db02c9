"""A private Icinga 2, as Debian configures it but for places, features and ports."""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import ssl
import urllib.parse
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from servers.certificates import Authority
from servers.process import PATIENCE, Daemon, free_port, make_directory, program, wait_until

from .installed import environment, give
from .story import Seen

DEBIAN = Path("/etc/icinga2")
PLACES = {
    "ConfigDir": "etc",
    "ZonesDir": "etc/zones.d",
    "DataDir": "data",
    "LogDir": "logs",
    "CacheDir": "cache",
    "SpoolDir": "spool",
    "InitRunDir": "run",
}
PASSWORD = "for-the-api"
MAIN = """\
include "constants.conf"
include "zones.conf"
include <itl>
include <plugins>
include "features.conf"
include_recursive "conf.d"
"""
FEATURES = """\
object CheckerComponent "checker" {{}}
object NotificationComponent "notification" {{}}
object FileLogger "main" {{ path = "{log}" }}
object ApiListener "api" {{
  bind_host = "127.0.0.1"
  bind_port = {port}
  accept_config = true
  accept_commands = true
}}
object ApiUser "test" {{
  password = "{password}"
  permissions = [ "*" ]
}}
"""
ALONE = """\
object Endpoint NodeName {}
object Zone ZoneName { endpoints = [ NodeName ] }
"""


def zones(ports: Mapping[str, int], master: str, branches: Mapping[str, str]) -> str:
    """What `icinga2 node wizard` leaves in zones.conf of all: the port of each endpoint; which one
    is the master's; the zone of each other.
    """
    endpoints = "".join(
        f'object Endpoint "{name}" {{\n  host = "127.0.0.1"\n  port = {port}\n}}\n'
        for name, port in ports.items()
    )
    satellites = "".join(
        f'object Zone "{zone}" {{\n  endpoints = [ "{name}" ]\n  parent = "master"\n}}\n'
        for name, zone in branches.items()
    )
    return f"""\
{endpoints}object Zone "master" {{ endpoints = [ "{master}" ] }}
{satellites}object Zone "global-templates" {{ global = true }}
"""


class Icinga(Daemon):
    """An instance that runs as ``user``, with its API on loopback."""

    ready = "Activated all objects"
    # It would wait for checks, and write its state.
    endings = (signal.SIGKILL,)

    def __init__(
        self,
        directory: Path,
        authority: Authority,
        plugins: Path,
        *,
        name: str = "icinga.test",
        zones: str = ALONE,
        port: int = 0,
        user: str = "nagios",
    ) -> None:
        """Make one that is not yet started; ``zones`` is its zones.conf."""
        super().__init__(directory)
        self.name = name
        self.user = user
        self.port = port or free_port()
        self.etc = directory / "etc"
        self.state = directory / "state"
        self._trust = ssl.create_default_context(cafile=str(authority.ca_file))
        for place in PLACES.values():
            make_directory(directory / place)
        for part in ("conf.d", "zones.d"):
            make_directory(self.etc / part)
        self._put_certificate(authority)
        self._write(plugins, zones)

    def _put_certificate(self, authority: Authority) -> None:
        certificates = self.directory / "data" / "certs"
        make_directory(certificates)
        file = authority.issue(self.name, self.name, "localhost", common_name=self.name).file
        for ending in ("crt", "key"):
            shutil.copy(file, certificates / f"{self.name}.{ending}")
        shutil.copy(authority.ca_file, certificates / "ca.crt")

    def _write(self, plugins: Path, zones: str) -> None:
        """Write the configuration: Debian's constants and templates, and our own features."""
        constants = (DEBIAN / "constants.conf").read_text("utf-8")
        constants = constants.replace("/usr/lib/nagios/plugins", str(plugins))
        features = FEATURES.format(log=self.log, port=self.port, password=PASSWORD)
        templates = (DEBIAN / "conf.d" / "templates.conf").read_text("utf-8")
        for file, text in {
            "icinga2.conf": MAIN,
            "constants.conf": f'const NodeName = "{self.name}"\n{constants}',
            "zones.conf": zones,
            "features.conf": features,
            # A host's check is none of ours.
            "conf.d/templates.conf": templates.replace('"hostalive"', '"dummy"'),
        }.items():
            (self.etc / file).write_text(text, "utf-8")

    def options(self) -> list[str]:
        """Return the options that keep an `icinga2` command in our directory."""
        places = [f"-D{name}={self.directory / place}" for name, place in PLACES.items()]
        user = [f"-DRunAsUser={self.user}", "-DRunAsGroup=nogroup"]
        return [*places, *user, "-c", str(self.etc / "icinga2.conf")]

    def command(self) -> list[str]:
        """Return the command line."""
        give(self.user, self.directory)
        return [program("icinga2") or "icinga2", "daemon", *self.options()]

    def environment(self) -> dict[str, str]:
        """Return what the plugin is to see."""
        return environment(self.state)

    def reload(self) -> None:
        """Take a changed configuration, as `systemctl reload` would."""
        before = self.read_log().count(self.ready)
        give(self.user, self.directory)
        os.kill(self.group, signal.SIGHUP)
        assert wait_until(lambda: self.read_log().count(self.ready) > before, PATIENCE)

    def ask(self, path: str, method: str = "GET", **body: Any) -> list[Any]:
        """Ask the REST API, and return the results."""
        login = base64.b64encode(f"test:{PASSWORD}".encode()).decode()
        request = urllib.request.Request(
            f"https://localhost:{self.port}/v1/{urllib.parse.quote(path)}",
            data=json.dumps(body).encode(),
            headers={
                "Accept": "application/json",
                "Authorization": f"Basic {login}",
                "X-HTTP-Method-Override": method,
            },
        )
        with urllib.request.urlopen(request, timeout=PATIENCE, context=self._trust) as answer:
            results = json.load(answer)["results"]
        assert isinstance(results, list)
        return results

    def add(self, service: str, **variables: Any) -> None:
        """Make a service of ours while it runs."""
        attributes = {f"vars.smtp_auth_{name}": value for name, value in variables.items()}
        attributes.update({"check_command": "smtp_auth", "check_interval": 3600})
        self.ask(f"objects/services/{service}", "PUT", attrs=attributes)

    def knows(self, service: str) -> bool:
        """Whether it has taken a configuration with this service."""
        try:
            return bool(self.attributes(service))
        except OSError:  # not found, or between two configurations
            return False

    def attributes(self, service: str) -> dict[str, Any]:
        """Return all that is known of a service, by its full name: host!service."""
        (found,) = self.ask(f"objects/services/{service}")
        assert isinstance(found["attrs"], dict)
        return found["attrs"]

    def result(self, service: str) -> dict[str, Any]:
        """Have a service checked now, and return the new result as the API has it."""
        before = self._ended(service)
        found = f'service.__name == "{service}"'
        self.ask("actions/reschedule-check", "POST", type="Service", filter=found, force=True)
        assert wait_until(lambda: self._ended(service) > before, PATIENCE), self.read_log()
        result = self.attributes(service)["last_check_result"]
        assert isinstance(result, dict)
        return result

    def check(self, service: str) -> Seen:
        """Have a service checked now."""
        result = self.result(service)
        first, _, long = result["output"].partition("\n")
        return Seen(int(result["state"]), first, long, " ".join(result["performance_data"]))

    def _ended(self, service: str) -> float:
        """When the last check ended, 0 for none."""
        result = self.attributes(service)["last_check_result"]
        return float(result["execution_end"]) if result else 0.0


def connected(master: Icinga, satellite: Icinga) -> bool:
    """Whether the master can have the satellite run a check."""
    (endpoint,) = master.ask(f"objects/endpoints/{satellite.name}")
    return bool(endpoint["attrs"]["connected"])
