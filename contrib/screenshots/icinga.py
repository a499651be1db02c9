"""Takes icinga-service.png: what Icinga Web shows of an account whose password was changed.

    python contrib/screenshots/icinga.py

Starts a mail server, an Icinga 2 with its IDO database, and Icinga Web as the tests do, on
loopback, and has Chromium look. Needs root, what the tests of Icinga and Director need, and
Debian's icinga2-ido-pgsql, icingaweb2-module-monitoring and chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from director import Web, photograph  # noqa: E402
from monitors.icinga import Icinga  # noqa: E402
from monitors.installed import install  # noqa: E402
from monitors.readme import Reader  # noqa: E402
from monitors.zabbix import DATABASE, Database  # noqa: E402
from servers.certificates import Authority  # noqa: E402
from servers.mailserver import MailServer  # noqa: E402
from servers.process import make_directory, wait_until, workshop  # noqa: E402
from servers.variants import Variants  # noqa: E402

IMAGE = HERE / "icinga-service.png"
SIZE = "1040,545"
HOST, SERVICE = "mail.example.com", "smtp-auth finance"
PAGE = "monitoring/service/show?host=mail.example.com&service=smtp-auth%20finance"
SCHEMA = Path("/usr/share/dbconfig-common/data/icinga2-ido-pgsql/install/pgsql")
# The library of the feature needs no more than the directory of the database.
FEATURE = """\
library "db_ido_pgsql"
object IdoPgsqlConnection "ido" {{
  host = "{directory}"
  user = "{user}"
  database = "{user}"
}}
"""
SETTINGS = {
    "config.ini": """\
[global]
config_backend = "ini"
[logging]
log = "file"
file = "{directory}/web.log"
level = "ERROR"
""",
    "resources.ini": """\
[ido]
type = "db"
db = "pgsql"
host = "{directory}"
port = "5432"
dbname = "{user}"
username = "{user}"
password = ""
charset = "utf8"
""",
    "authentication.ini": '[autologin]\nbackend = "external"\n',
    "roles.ini": '[all]\nusers = "admin"\npermissions = "module/monitoring"\n',
    "modules/monitoring/backends.ini": '[icinga]\ntype = "ido"\nresource = "ido"\n',
}
# A long output is folded up, until somebody clicks.
UNFOLD = """
<script>setInterval(() => document.querySelectorAll('.collapsible').forEach(
    part => { part.classList.remove('collapsed'); part.style.maxHeight = 'none'; }), 20)</script>
"""
MODULES = Path("/usr/share/icingaweb2/modules")


class Ido(Database):
    """The database that Icinga writes to, and Icinga Web's settings beside it."""

    def fill(self) -> None:
        """Make Icinga's tables."""
        psql = ("psql", *self.place, "-q", "-v", "ON_ERROR_STOP=1", DATABASE)
        self._run(*psql, given=SCHEMA.read_bytes())
        etc = self.directory / "etc"
        for name, text in SETTINGS.items():
            make_directory((etc / name).parent)
            (etc / name).write_text(text.format(directory=self.directory, user=DATABASE))
        make_directory(etc / "enabledModules")
        (etc / "enabledModules" / "monitoring").symlink_to(MODULES / "monitoring")

    def client(self) -> dict[str, str]:
        """The variables by which Icinga Web finds it."""
        return {"ICINGAWEB_CONFIGDIR": str(self.directory / "etc")}

    def output(self) -> str:
        """The output of the service, "" where it has none yet."""
        query = (
            "SELECT s.output FROM icinga_servicestatus s JOIN icinga_objects o "
            f"ON o.object_id = s.service_object_id WHERE o.name2 = '{SERVICE}'"
        )
        command = ["psql", *self.place, "-Atc", query, DATABASE]
        return subprocess.run(
            command, stdout=subprocess.PIPE, check=True, encoding="utf-8", cwd=self.directory
        ).stdout


def configured(icinga: Icinga, ido: Ido, server: MailServer) -> None:
    """Follow the README's first result, with the passwords that the server has."""
    private = icinga.directory / "smtp"
    private.mkdir()
    for name in ("finance", "tickets"):
        server.set_password(f"{name}@example.com", name)
        (private / name).touch(0o600)
        (private / name).write_text(name, "utf-8")
    words = {
        '"mail.example.com"\n': f'"localhost"\n  vars.smtp_auth_port = {server.port_starttls}\n'
        f'  vars.smtp_auth_ca_file = "{server.ca_file}"\n',
        "192.0.2.1": "127.0.0.1",
        "/etc/smtp": str(private),
    }
    for name in ("smtp_auth.conf", "examples/accounts.conf"):
        text = Reader(words, {}).adapt((ROOT / "contrib" / "icinga2" / name).read_text("utf-8"))
        (icinga.etc / "conf.d" / Path(name).name).write_text(text, "utf-8")
    feature = FEATURE.format(directory=ido.directory, user=DATABASE)
    (icinga.etc / "conf.d" / "ido.conf").write_text(feature, "utf-8")


def main() -> None:
    """Set the scene, and take the picture."""
    with ExitStack() as ends:
        directory = workshop()
        ends.callback(shutil.rmtree, directory, ignore_errors=True)
        authority = Authority(directory / "certificates")
        authority.ca_file.chmod(0o644)
        variants = Variants(directory, authority)
        ends.callback(variants.stop)
        ido = Ido(directory / "ido")
        ends.callback(ido.stop)
        ido.start()
        icinga = Icinga(directory / "icinga", authority, install(directory / "usr"))
        server = variants.postfix("dovecot")
        configured(icinga, ido, server)
        ends.callback(icinga.stop)
        icinga.start()
        icinga.ask("actions/reschedule-check", "POST", type="Host", filter="true", force=True)
        icinga.check(f"{HOST}!{SERVICE}")
        server.set_password("finance@example.com", "changed")
        icinga.check(f"{HOST}!{SERVICE}")
        assert wait_until(lambda: "rejected" in ido.output(), 60), ido.output()
        photograph(Web(directory / "web", ido.client(), UNFOLD), PAGE, IMAGE, SIZE)


if __name__ == "__main__":
    main()
