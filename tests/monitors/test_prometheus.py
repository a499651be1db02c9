"""Alerts, dashboard and units for Prometheus: by promtool, by systemd's own check of a unit, and
followed as the README says, to an alert of a real Prometheus.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from fakes.files import told, working
from servers.mailserver import MailServer
from servers.process import PATIENCE, make_directory, program, wait_until
from servers.requirements import require

from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.report.prometheus import METRICS
from check_smtp_auth.report.tally import OF_THE_SERVER

from .prometheus import NodeExporter, Prometheus, run_unit
from .readme import ROOT, Reader, blocks

FOLDER = ROOT / "contrib" / "prometheus"
README = "contrib/prometheus/README.md"
RULES = FOLDER / "smtp_auth.rules.yml"
UNIT_TESTS = FOLDER / "smtp_auth_test.yml"
EXPECTED_TO_WORK = ("authenticated", "basic-auth-retiring")
# Told by the days that are left, also while the login fails.
BY_THEIR_DATE = ("certificate-expiring", "secret-expiring")


def rules() -> list[dict[str, Any]]:
    """All rules."""
    (group,) = yaml.safe_load(RULES.read_text("utf-8"))["groups"]
    found = group["rules"]
    assert isinstance(found, list)
    return found


def alerts() -> list[dict[str, Any]]:
    """All rules that raise an alert."""
    return [rule for rule in rules() if "alert" in rule]


def promtool(*arguments: object) -> None:
    """Have promtool find nothing wrong."""
    command = [program("promtool") or "promtool", *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=FOLDER)
    assert done.returncode == 0, done.stdout.decode()


def test_each_alert_fires_and_is_silent() -> None:
    """Each alert is seen to fire and seen not to by promtool, and says in words what is wrong."""
    require("promtool")
    promtool("check", "rules", RULES)
    promtool("test", "rules", UNIT_TESTS)
    cases = [
        case
        for test in yaml.safe_load(UNIT_TESTS.read_text("utf-8"))["tests"]
        for case in test["alert_rule_test"]
    ]
    for alert in alerts():
        severity = alert["labels"]["severity"]
        ours = [case for case in cases if case["alertname"] == alert["alert"]]
        assert any("exp_alerts" not in case for case in ours)
        assert severity in {
            expected["exp_labels"]["severity"]
            for case in ours
            for expected in case.get("exp_alerts", ())
        }
        assert alert["annotations"]["summary"]
        assert alert["annotations"]["description"]


def test_each_trouble_raises_one_alert(tmp_path: Path) -> None:
    """Whatever an account is CRITICAL for, one alert tells of it; what its server does to whoever
    comes is told of the server, though two accounts have it.
    """
    require("promtool")
    troubles = [slug for slug in ENTRIES if slug not in (*EXPECTED_TO_WORK, *BY_THEIR_DATE)]
    servers = OF_THE_SERVER.difference(BY_THEIR_DATE)
    series = [
        {"series": f"smtp_auth_{name}", "values": f"{value}x20"}
        for slug in troubles
        for account in ("a", "b")
        for place in (f'instance="i",account="{account}",host="{slug}",port="587"',)
        for name, value in (
            (f"state{{{place}}}", 2),
            (f'info{{{place},diagnosis="{slug}"}}', 1),
        )
    ]
    firing = 'ALERTS{alertstate="firing"'
    told_of = {
        f"count by (host, account) ({firing}}})": [
            f'{{host="{slug}"}}' if slug in servers else f'{{host="{slug}",account="{account}"}}'
            for slug in troubles
            for account in ("a", "b")[: 1 if slug in servers else 2]
        ],
        f'count by (host) ({firing},alertname="SmtpAuthServerDown"}})': [
            f'{{host="{slug}"}}' for slug in sorted(servers)
        ],
    }
    expected = [
        {
            "expr": expression,
            "eval_time": "15m",
            "exp_samples": [{"labels": labels, "value": 1} for labels in found],
        }
        for expression, found in told_of.items()
    ]
    test = {"interval": "1m", "input_series": series, "promql_expr_test": expected}
    whole = {"rule_files": [str(RULES)], "evaluation_interval": "1m", "tests": [test]}
    file = tmp_path / "each_test.yml"
    file.write_text(json.dumps(whole))
    promtool("test", "rules", file)


def test_only_metrics_that_are_told() -> None:
    """Rules and dashboard ask for nothing that `--output prometheus` does not tell."""
    dashboard = (FOLDER / "dashboard.json").read_text("utf-8")
    json.loads(dashboard)
    printed = set(re.findall(r"^# HELP (\S+)", told("prometheus", [working("a")]).output, re.M))
    names = {name for name, _, _ in METRICS}
    assert printed <= names
    recorded = {rule["record"] for rule in rules() if "record" in rule}
    queries = "".join(rule["expr"] for rule in rules()) + dashboard
    asked = set(re.findall(r"\bsmtp_auth[_:][a-z_]+", queries))
    assert asked - recorded <= names
    # What is told and asked for by nobody would be told in vain.
    assert names <= asked


def test_the_dashboard_can_be_imported_anywhere() -> None:
    """It brings no number of its own, is replaced by its next version, and takes any source."""
    dashboard = json.loads((FOLDER / "dashboard.json").read_text("utf-8"))
    assert (dashboard["id"], dashboard["uid"]) == (None, "check-smtp-auth")
    assert {"type": "datasource", "name": "datasource"}.items() <= {
        **dashboard["templating"]["list"][0]
    }.items()
    for part in (*dashboard["panels"], *dashboard["templating"]["list"][1:]):
        assert part["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
    numbers = [panel["id"] for panel in dashboard["panels"]]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("service", "drop_in"),
    [
        ("prometheus/smtp-auth.service", None),
        ("prometheus/smtp-auth.service", "checkmk/spool.conf"),
        ("nagios/smtp-auth-passive.service", None),
        ("nagios/smtp-auth-passive.service", "icinga2/examples/passive-timer.conf"),
        ("nagios/smtp-auth-passive.service", "nagios/examples/naemon-timer.conf"),
    ],
)
def test_systemd_finds_the_units_well(
    service: str, drop_in: str | None, tmp_path: Path, plugins: Path
) -> None:
    """The units are well to systemd, and the service well protected."""
    require("systemd-analyze")
    unit = Path(service)
    files = {unit.name: service, f"{unit.stem}.timer": f"{unit.with_suffix('.timer')}"}
    if drop_in:
        files[f"{unit.name}.d/drop-in.conf"] = drop_in
    for name, source in files.items():
        text = (FOLDER.parent / source).read_text("utf-8")
        for place in (
            "/usr/lib/nagios/plugins/check_smtp_auth",
            "/usr/local/bin/smtp-auth-passive",
        ):
            text = text.replace(place, str(plugins / "check_smtp_auth"))
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    units = [tmp_path / unit.name, tmp_path / f"{unit.stem}.timer"]
    done = subprocess.run(
        ["systemd-analyze", "verify", *units], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert (done.returncode, done.stdout) == (0, b"")
    command = ["systemd-analyze", "security", "--offline=yes", units[0]]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    (exposure,) = re.findall(rb"Overall exposure level .*: ([0-9.]+) OK", done.stdout)
    assert float(exposure) <= 1.5


@pytest.fixture
def exporter(servers_directory: Path) -> Iterator[NodeExporter]:
    """A node_exporter."""
    require("node_exporter")
    made = NodeExporter(servers_directory / "prometheus-exporter")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def prometheus(servers_directory: Path, exporter: NodeExporter) -> Iterator[Prometheus]:
    """A Prometheus that scrapes it, and has no rules yet."""
    require("prometheus", "promtool")
    made = Prometheus(servers_directory / "prometheus", exporter)
    made.start()
    yield made
    made.stop()


def test_the_readme(
    prometheus: Prometheus, exporter: NodeExporter, plugins: Path, postfix_dovecot: MailServer
) -> None:
    """From nothing to a first result, then to an alert that fires when the password is changed,
    stays while the login is held back, and ends when the password is put right.
    """
    server, directory = postfix_dovecot, prometheus.directory
    accounts = ("finance", "tickets")
    for name in accounts:
        server.set_password(f"{name}@example.com", f"of {name}")
    words = {
        "host = mail.example.com": f"host = localhost\nport = {server.port_starttls}\n"
        f"ca-file = {server.ca_file}",
        "/etc/smtp": f"{directory}/smtp",
        "/etc/check_smtp_auth": f"{directory}/check_smtp_auth",
        "/etc/systemd/system": f"{directory}/units",
        "/etc/prometheus": str(prometheus.etc),
        "/usr/lib/nagios/plugins": str(plugins),
        "/var/lib/prometheus/node-exporter": str(exporter.texts),
        "http://localhost:9090": f"http://localhost:{prometheus.port}",
        "systemctl daemon-reload": "true",
        "systemctl enable --now smtp-auth.timer": "true",
        "systemctl start smtp-auth.service": "true",
        "systemctl reload prometheus": f"kill -HUP {prometheus.group}",
        "sudo ": "",
    }
    make_directory(directory / "units")
    reader = Reader(words, {})
    *secrets, listing, units, first, alert, query = blocks(README, "A first result in five minutes")
    for name, block in zip(accounts, secrets):
        reader.follow(block, f"of {name}\n")
    assert "error" not in reader.follow(listing)
    reader.follow(units)
    service = directory / "units" / "smtp-auth.service"
    service.write_text(reader.adapt(service.read_text("utf-8")), "utf-8")

    def run() -> None:
        assert run_unit(service.read_text("utf-8"), directory) == 0

    run()
    assert reader.follow(first).count("} 0\n") == 2
    reader.follow(alert)
    assert wait_until(lambda: len(prometheus.query("smtp_auth_state == 0")) == 2, PATIENCE)
    assert reader.follow(query).count("=> 0 @") == 2
    _run_the_dashboard(prometheus)
    assert not prometheus.firing()

    server.set_password("finance@example.com", "changed by somebody")
    for said in ("credentials-rejected", "credentials-rejected", "held"):
        run()
        assert wait_until(partial(_tells, prometheus, said), PATIENCE)
        assert wait_until(lambda: "SmtpAuthRejected" in prometheus.firing(), PATIENCE)
    (fired,) = prometheus.firing().values()
    labels = {"account": "finance", "team": "accounting", "severity": "critical"}
    assert labels.items() <= fired["labels"].items()
    assert ": credentials-rejected." in fired["annotations"]["description"]
    _run_the_dashboard(prometheus)

    (directory / "smtp" / "finance").write_text("changed by somebody\n")
    run()
    assert wait_until(lambda: not prometheus.firing(), PATIENCE)


def _tells(prometheus: Prometheus, diagnosis: str) -> bool:
    return bool(prometheus.query(f'smtp_auth_info{{diagnosis="{diagnosis}"}}'))


def _run_the_dashboard(prometheus: Prometheus) -> None:
    """Every query of the dashboard is one that Prometheus runs."""
    for panel in json.loads((FOLDER / "dashboard.json").read_text("utf-8"))["panels"]:
        for target in panel["targets"]:
            prometheus.query(re.sub(r"\$(host|account)", ".*", target["expr"]))


def test_a_failed_run_leaves_the_last_result(tmp_path: Path) -> None:
    """A run that prints nothing whole does not take the results away: they grow old instead."""
    (tmp_path / "smtp").mkdir()
    text = (FOLDER / "smtp-auth.service").read_text("utf-8")
    text = re.sub(r"ExecStart=.*", "ExecStart=/bin/sh -c 'echo half of it; exit 3'", text)
    for word, place in {
        "/var/lib/prometheus/node-exporter": tmp_path,
        "/etc/smtp": tmp_path / "smtp",
    }.items():
        text = text.replace(word, str(place))
    result = tmp_path / "smtp_auth.prom"
    result.write_text("the last\n")
    assert run_unit(text, tmp_path) == 3
    assert result.read_text() == "the last\n"
    assert run_unit(text.replace("half of it; exit 3", "all"), tmp_path) == 0
    assert result.read_text() == "all\n"
