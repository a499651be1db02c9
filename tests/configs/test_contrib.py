"""What contrib/configs ships: accounts files, units, and a page that tells how they go together."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import run
from fakes.scripts import ACCEPT, answer, starttls
from fakes.server import Server
from fakes.timing import PATIENT

from check_smtp_auth.accounts_file.entries import entries
from check_smtp_auth.accounts_file.sections import File

from .test_code_logins import FILES

CONTRIB = Path(__file__).resolve().parents[2] / "contrib" / "configs"
EXAMPLES = CONTRIB / "examples"
README = (CONTRIB / "README.md").read_text("utf-8")
UNIT = "smtp-auth-watch@.service"
PROGRAMS = sorted(file.stem for file in EXAMPLES.glob("*.ini"))
RESULTS = sorted(file.name for file in CONTRIB.glob("to-*.conf"))
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# What the units run, most of which is not installed here.
RUN = re.compile(r"(?<==)(\+?)/(?:usr/lib/nagios/plugins|usr/bin)/\w+")

GRAFANA = """[smtp]
enabled = true
host = localhost:{port}
user = app
password = \"\"\"it's #1;x\"\"\"
from_address = mailer@example.com
startTLS_policy = {tls}
"""
ALERTMANAGER = """global:
  smtp_smarthost: localhost:{port}
  smtp_from: mailer@example.com
  smtp_auth_username: app
  smtp_auth_password: 0123
  smtp_require_tls: {tls}
route: {{receiver: all}}
receivers: [{{name: all, email_configs: [{{to: admin@example.com}}]}}]
"""
MSMTP = """defaults
auth on
tls {tls}
account default
host localhost
port {port}
user app
password it's #1
from mailer@example.com
"""
MADE = {
    **{program: (template, words["starttls"]) for program, (template, words) in FILES.items()},
    "grafana": (GRAFANA, "MandatoryStartTLS"),
    "alertmanager": (ALERTMANAGER, "true"),
    "msmtp": (MSMTP, "on"),
}


def test_the_page_tells_of_all_files() -> None:
    """Each file is told of in the page, each program with an accounts file has a drop-in."""
    assert {file.stem for file in EXAMPLES.glob("*.conf")} - {"icinga"} == set(PROGRAMS)
    assert all(f"`{name}`" in README for name in RESULTS)
    assert all(name in README for name in PROGRAMS)


@pytest.mark.parametrize("program", PROGRAMS)
def test_an_accounts_file_is_taken(program: str) -> None:
    """Each accounts file is read without a fault, is for its program, and says what it is for."""
    text = (EXAMPLES / f"{program}.ini").read_text("utf-8")
    (entry,) = entries([File(f"{program}.ini", "/run/credentials/unit", text)], {}, str)
    assert (entry.account.name, entry.problem) == (program, "")
    assert entry.account.used_by and entry.account.monitor_host
    origin = entry.origin
    if program == "zabbix":
        assert origin is None and entry.account.source.kind == "command"
        return
    assert origin is not None and origin.program.kind == program
    wanted = re.findall(r"^LoadCredential=([^:]+):", drop_in(program), re.MULTILINE)
    path = Path(origin.program.path)
    assert (path.parent == Path("/run/credentials/unit") and path.name in wanted) or (
        program in ("postfix", "exim") and str(path.parent) == "/etc"
    )


def drop_in(program: str) -> str:
    """The drop-in that names a program's files."""
    return (EXAMPLES / f"{program}.conf").read_text("utf-8")


def test_the_accounts_files_shown_are_taken() -> None:
    """What the page shows of accounts files is read without a fault."""
    shown = re.findall(r"^```ini\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    command, gitlab = shown
    zabbix = (EXAMPLES / "zabbix.ini").read_text("utf-8")
    mariadb = re.sub(r"^password-command.*\n", lambda _: command, zabbix, flags=re.MULTILINE)
    assert mariadb != zabbix
    for text in (mariadb, gitlab):
        (entry,) = entries([File("a.ini", "/etc", text)], {}, str)
        assert entry.problem == ""


def follow(folder: Path) -> Path:
    """Do what the page says about the unit; return the folder with the units."""
    units, accounts = folder / "units", folder / "accounts"
    units.mkdir()
    section = README.partition("## 2. ")[2].partition("\n## ")[0]
    for block in BLOCK.findall(section):
        commands = block.replace("sudo ", "").replace("/etc/systemd/system", str(units))
        commands = commands.replace("/etc/smtp-auth-watch", str(accounts))
        commands = re.sub(r"^systemctl .*$", "true", commands, flags=re.MULTILINE)
        subprocess.run(["sh", "-euc", commands], cwd=CONTRIB.parents[1], check=True)
    assert (accounts / "grafana.ini").is_file()
    return units


def analyze(units: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run systemd-analyze on these units."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("install the Debian package systemd")
    return subprocess.run(
        ["systemd-analyze", *arguments],
        env={"SYSTEMD_UNIT_PATH": f"{units}:", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
    )


def test_the_units_are_verified(tmp_path: Path) -> None:
    """Systemd finds no fault in the units as the page has them made, for each program and each
    place of the result.
    """
    units = follow(tmp_path)
    for program in PROGRAMS:
        place = units / f"smtp-auth-watch@{program}.service.d" / "files.conf"
        place.parent.mkdir(exist_ok=True)
        # What is commented out is to be right as well.
        place.write_text(drop_in(program).replace("\n#Load", "\nLoad").replace("\n#Bind", "\nBind"))
    for number, result in enumerate(RESULTS):
        # An instance for each, since all of them would be in each other's way.
        place = units / f"smtp-auth-watch@result{number}.service.d" / result
        place.parent.mkdir()
        shutil.copy(CONTRIB / result, place)
    for file in units.rglob("*.*"):
        if file.is_file():
            file.write_text(RUN.sub(r"\1/bin/true", file.read_text()))
    instances = [*PROGRAMS, *(f"result{number}" for number in range(len(RESULTS)))]
    names = [
        f"smtp-auth-watch@{instance}.{kind}"
        for instance in instances
        for kind in ("service", "timer")
    ]
    done = analyze(units, "verify", *names)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_the_exposure_is_as_the_page_says(tmp_path: Path) -> None:
    """The unit is shut in as far as the page says, or further with a newer systemd."""
    unit = tmp_path / UNIT
    shutil.copy(CONTRIB / UNIT, unit)
    done = analyze(tmp_path, "security", "--offline=yes", "--no-pager", str(unit))
    figure = re.search(r"exposure level for \S+: ([0-9.]+) (\w+)", done.stdout)
    assert figure is not None, done.stderr
    told = re.search(r"says ([0-9.]+) \((\w+)\)", README)
    assert told is not None
    assert float(figure[1]) <= float(told[1]) < 2
    assert figure[2] == told[2] == "OK"


@pytest.mark.parametrize("program", MADE)
def test_the_unit_s_command_logs_in(
    tmp_path: Path, certificates: Certificates, program: str
) -> None:
    """What the unit runs logs in with the files that its credentials are, as the result's drop-in
    wants it printed.
    """
    unit = (CONTRIB / UNIT).read_text("utf-8") + (CONTRIB / "to-prometheus.conf").read_text("utf-8")
    (command,) = re.findall(r"^ExecStart=\S+ (.*)$", unit, re.MULTILINE)
    output = re.findall(r"^Environment=OUTPUT=(.*)$", unit, re.MULTILINE)[-1]
    command = command.replace("%d", str(tmp_path)).replace("${OUTPUT}", output)
    assert re.findall(r"^LoadCredential=(.*)$", unit, re.MULTILINE) == [
        "accounts.ini:/etc/smtp-auth-watch/%i.ini"
    ]
    (name,) = re.findall(r"^LoadCredential=([^:]+):", drop_in(program), re.MULTILINE)
    template, tls = MADE[program]
    asked = [*ACCEPT, *answer(b"MAIL", b"250 OK\r\n"), *answer(b"RSET", b"250 OK\r\n")]
    with Server(starttls(certificates.server.file, asked)) as server:
        made = {
            "accounts.ini": (EXAMPLES / f"{program}.ini").read_text("utf-8"),
            name: template.format(port=server.port, tls=tls),
        }
        for file, text in made.items():
            (tmp_path / file).touch(0o600)
            (tmp_path / file).write_text(text)
            (tmp_path / file).chmod(0o400)
        trust = ("--ca-file", certificates.ca_file, "-t", PATIENT)
        result = run(*shlex.split(command), *trust)
    assert result.code == 0
    state = re.findall(r'^smtp_auth_state\{account="(\w+)".*\} (\d)$', result.output, re.MULTILINE)
    assert state == [(program, "0")], result.output
    assert server.count(b"MAIL FROM:<") == 1


def test_gitlab_s_password_is_printed(tmp_path: Path) -> None:
    """The script takes the password out of what GitLab's own command prints, quotes and all."""
    ruby = shutil.which("ruby")
    if ruby is None:
        pytest.skip("install the Debian package ruby")
    rake = tmp_path / "gitlab-rake"
    rake.write_text("#!/bin/sh\nprintf '%s\\n' \"user_name: 'gl'\" \"password: 'it''s #1'\"\n")
    rake.chmod(0o755)
    script = (
        (EXAMPLES / "gitlab-password").read_text().replace("/opt/gitlab/embedded/bin/ruby", ruby)
    )
    done = subprocess.run(
        ["sh", "-c", script],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        check=True,
    )
    assert done.stdout == b"it's #1\n"
