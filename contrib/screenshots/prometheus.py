"""Takes a picture of Prometheus's page of alerts, with ours in it, and puts it beside this file.

    python contrib/screenshots/prometheus.py

Starts a mail server, a node_exporter and a Prometheus as the tests do, on loopback, changes a
password, and has Chromium look. Needs root, and Debian's postfix, dovecot-core,
dovecot-submissiond, openssl, monitoring-plugins-basic, prometheus, prometheus-node-exporter and
chromium; and the extra "test" of the package.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from monitors.installed import install  # noqa: E402
from monitors.prometheus import NodeExporter, Prometheus, run_unit  # noqa: E402
from monitors.readme import Reader  # noqa: E402
from nagios import take  # noqa: E402
from servers.certificates import Authority  # noqa: E402
from servers.process import make_directory, wait_until, workshop  # noqa: E402
from servers.variants import Variants  # noqa: E402

PICTURE = Path(__file__).parent / "prometheus.png"
FOLDER = ROOT / "contrib" / "prometheus"
ACCOUNTS = ("finance", "tickets")


def main() -> None:
    """Set the scene, and take the picture."""
    with ExitStack() as ends:
        directory = workshop()
        ends.callback(shutil.rmtree, directory, ignore_errors=True)
        variants = Variants(directory, Authority(directory / "certificates"))
        ends.callback(variants.stop)
        server = variants.postfix("dovecot")
        exporter = NodeExporter(directory / "exporter")
        ends.callback(exporter.stop)
        prometheus = Prometheus(directory / "prometheus", exporter)
        ends.callback(prometheus.stop)
        plugins = install(directory / "usr")
        make_directory(directory / "smtp")
        for name in ACCOUNTS:
            server.set_password(f"{name}@example.com", name)
            (directory / "smtp" / name).write_text(name, "utf-8")
        words = {
            "host = mail.example.com": f"host = {server.host}\nport = {server.port_starttls}\n"
            f"ca-file = {server.ca_file}",
            "/etc/smtp": f"{directory}/smtp",
            "/etc/check_smtp_auth": str(directory),
            "/usr/lib/nagios/plugins": str(plugins),
            "/var/lib/prometheus/node-exporter": str(exporter.texts),
        }
        adapt = Reader(words, {}).adapt
        accounts = (FOLDER / "examples" / "accounts.ini").read_text("utf-8")
        (directory / "accounts.ini").write_text(adapt(accounts), "utf-8")
        unit = adapt((FOLDER / "smtp-auth.service").read_text("utf-8"))
        shutil.copy(FOLDER / "smtp_auth.rules.yml", prometheus.etc)
        settings = prometheus.etc / "prometheus.yml"
        text = settings.read_text("utf-8")
        settings.write_text(
            text.replace("rule_files:", "rule_files:\n  - smtp_auth.rules.yml"), "utf-8"
        )
        exporter.start()
        prometheus.start()
        server.set_password("finance@example.com", "changed")
        run_unit(unit, directory)
        assert wait_until(lambda: bool(prometheus.firing()), 60)
        page = f"http://127.0.0.1:{prometheus.port}/classic/alerts"
        take(PICTURE, "1100,440", page, directory)
        print(PICTURE)


if __name__ == "__main__":
    main()
