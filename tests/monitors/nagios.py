"""A private Nagios Core 4 with Debian's own objects, or a Naemon (see contrib/dev/naemon)."""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

from servers.process import PATIENCE, Daemon, make_directory, program, wait_until

from .installed import environment, give
from .story import Seen
from .zabbix import as_user

USER = "nagios"
# What reads Nagios's files.
PROGRAM = os.environ.get("NAGIOS", "nagios4")
BLOCK = re.compile(r"^servicestatus \{\n(.*?)^\t\}$", re.DOTALL | re.MULTILINE)
MAIN = """\
log_file={log}
cfg_dir=/etc/nagios-plugins/config
cfg_file=/etc/nagios4/objects/commands.cfg
cfg_file=/etc/nagios4/objects/timeperiods.cfg
cfg_file=/etc/nagios4/objects/templates.cfg
cfg_dir={directory}/etc/conf.d
resource_file={directory}/etc/resource.cfg
object_cache_file={directory}/var/objects.cache
precached_object_file={directory}/var/objects.precache
status_file={directory}/var/status.dat
state_retention_file={directory}/var/retention.dat
command_file={directory}/var/nagios.cmd
query_socket={directory}/var/nagios.qh
lock_file={directory}/var/nagios.pid
temp_file={directory}/var/nagios.tmp
temp_path={directory}/var
check_result_path={directory}/results
log_archive_path={directory}/var
check_external_commands=1
status_update_interval=1
check_result_reaper_frequency=1
service_freshness_check_interval=1
enable_notifications=1
interval_length={interval}
execute_host_checks=0
check_for_updates=0
use_syslog=0
date_format=iso8601
illegal_object_name_chars=`~!$%^&*|'"<>?,()=
illegal_macro_output_chars=`~$&|'"<>
"""
# Nagios does not start without a host and a service; nobody is sent anything.
LOCALHOST = """\
define command {
    command_name            notify-nobody
    command_line            /bin/true
}
define contact {
    use                             generic-contact
    contact_name                    nobody
    host_notification_commands      notify-nobody
    service_notification_commands   notify-nobody
}
define contactgroup {
    contactgroup_name       admins
    members                 nobody
}
define host {
    use                     generic-host
    host_name               localhost
    address                 127.0.0.1
    max_check_attempts      1
    contact_groups          admins
}
define service {
    use                     generic-service
    host_name               localhost
    service_description     nothing
    check_command           return-ok
}
"""


class Nagios(Daemon):
    """An instance that runs as Nagios's user."""

    ready = "Successfully launched command file worker"
    program = program(PROGRAM) or PROGRAM
    # Naemon refuses to be run by root.
    verifying = f"runuser -u {USER} -- {program} -v"

    def __init__(self, directory: Path, plugins: Path, *, interval: int = 60) -> None:
        """Make one that is not yet started, where a minute has ``interval`` seconds."""
        super().__init__(directory)
        self.etc = directory / "etc"
        self.main = self.etc / "nagios.cfg"
        make_directory(self.etc / "conf.d")
        for name in ("var", "results"):
            make_directory(directory / name)
        places = {"log": self.log, "directory": directory}
        self.main.write_text(MAIN.format(interval=interval, **places), "utf-8")
        (self.etc / "conf.d" / "localhost.cfg").write_text(LOCALHOST, "utf-8")
        (self.etc / "resource.cfg").write_text(f"$USER1$={plugins}\n", "utf-8")

    def command(self) -> list[str]:
        """Return the command line."""
        give(USER, self.directory)
        return as_user(USER, self.program, str(self.main))

    def environment(self) -> dict[str, str]:
        """Return what the plugin is to see."""
        return environment(self.directory / "state")

    def verify(self) -> None:
        """Fail unless it finds nothing to warn of in its files."""
        *command, main = self.command()
        done = subprocess.run([*command, "-v", main], capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout
        assert "Total Warnings: 0" in done.stdout, done.stdout

    def knows(self, service: str) -> bool:
        """Whether it has taken a configuration with this service."""
        return bool(self.status(service))

    def check(self, service: str) -> Seen:
        """Have a service (host;description) checked now."""
        before = self.last_check(service)
        # A check is known by its second, so it is asked for in another than the last.
        moment = max(int(time.time()), before + 1)
        self._tell(f"[{moment}] SCHEDULE_FORCED_SVC_CHECK;{service};{moment}\n")
        assert wait_until(lambda: self.last_check(service) > before, PATIENCE), self.read_log()
        status = self.status(service)
        long = status["long_plugin_output"].replace("\\n", "\n")
        state = int(status["current_state"])
        return Seen(state, status["plugin_output"], long, status["performance_data"])

    def _tell(self, command: str) -> None:
        """Give an external command; the pipe is there a while after the log says so."""
        pipe = self.directory / "var" / "nagios.cmd"
        assert wait_until(pipe.is_fifo, PATIENCE), self.read_log()
        descriptor = os.open(pipe, os.O_WRONLY)
        try:
            os.write(descriptor, command.encode())
        finally:
            os.close(descriptor)

    def last_check(self, service: str) -> int:
        """When a service was last checked, in whole seconds, 0 for never."""
        return int(self.status(service).get("last_check", 0))

    def status(self, service: str) -> dict[str, str]:
        """Read what status.dat has of a service, nothing while it has not got it."""
        return self.statuses().get(service, {})

    def statuses(self) -> dict[str, dict[str, str]]:
        """Read what status.dat has of all services."""
        file = self.directory / "var" / "status.dat"
        found = {}
        for block in BLOCK.findall(file.read_text("utf-8") if file.exists() else ""):
            fields = dict(line.strip().partition("=")[::2] for line in block.splitlines())
            found[f"{fields['host_name']};{fields['service_description']}"] = fields
        return found
