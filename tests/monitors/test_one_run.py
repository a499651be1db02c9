"""One run for all accounts of a file: passive services of a real Nagios and of a real Icinga 2."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import PATIENCE, make_directory, wait_until
from servers.requirements import require

from .icinga import Icinga
from .installed import environment, give
from .nagios import USER, Nagios
from .readme import ROOT, Reader, blocks
from .story import CRITICAL, OK, UNKNOWN

SECTION = "Passive results, from one run"
NAGIOS_README, ICINGA_README = (f"contrib/{name}/README.md" for name in ("nagios", "icinga2"))
HOST = "mail.example.com"
BAD = "user 7"
# In place of 15 minutes.
SHORT = 3
# Seconds between two looks at all services.
PAUSE = 0.2


@pytest.fixture
def accounts(postfix_dovecot: MailServer, servers_directory: Path) -> Path:
    """A file of 40 accounts, each with a secret of its own, that the monitors' user can read."""
    directory = servers_directory / "one-run"
    make_directory(directory / "secrets")
    server = postfix_dovecot
    lines = [
        "[defaults]",
        f"host = {server.host}\nport = {server.port_starttls}\nca-file = {server.ca_file}",
        f"monitor-host = {HOST}",
        # As many logins under way at once: the test has no time to lose.
        "max-server-rejections = 40",
    ]
    for number in range(40):
        lines.append(f"[user {number}]\nuser = {number}@many\npassword-file = secrets/{number}")
        lines.append(f"used-by = ERP; copier {number}")
        secret = directory / "secrets" / str(number)
        secret.touch(0o600)
        secret.write_text(server.password)
    file = directory / "accounts.ini"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    server.add_users([f"{number}@many" for number in range(40)], server.password)
    give(USER, directory / "secrets")
    return file


def words(accounts: Path, plugins: Path, pipe: Path, state: Path) -> dict[str, str]:
    """What a reader of the READMEs replaces."""
    return {
        "sudo -u nagios ": f"runuser -u nagios -- env CHECK_SMTP_AUTH={plugins}/check_smtp_auth "
        f"MP_STATE_PATH={state} ",
        "/etc/check_smtp_auth/accounts.ini": str(accounts),
        "/usr/lib/nagios/plugins": str(plugins),
        "/usr/local/bin": str(accounts.parent),
        "/var/lib/nagios4/rw/nagios.cmd": str(pipe),
        "/run/icinga2/cmd/icinga2.cmd": str(pipe),
        "/etc/systemd/system": f"{accounts.parent}",
        "systemctl daemon-reload": "true",
        "systemctl enable": "true",
        "sudo ": "",
    }


def replace_examples(reader: Reader, block: str, accounts: Path) -> None:
    """Follow the step that brings an example of an accounts file, and put ours in its place."""
    ours = accounts.read_text("utf-8")
    listed = reader.follow(block).splitlines()[1:]
    assert [line.split()[:2] for line in listed] == [["finance", HOST], ["tickets", HOST]]
    accounts.write_text(ours, "utf-8")


def require_all(work: Callable[[], bool], run: Callable[[], object]) -> None:
    """Fail unless all services are OK in the end: on a busy machine an account may not be tried
    in time, and is in the next run.
    """

    def known() -> bool:
        if not wait_until(work, 5, PAUSE):
            run()
        return work()

    assert wait_until(known, PATIENCE, PAUSE)


@pytest.fixture
def nagios(servers_directory: Path, plugins: Path) -> Iterator[Nagios]:
    """A Nagios without any service of ours."""
    require("nagios4")
    made = Nagios(servers_directory / "nagios-one-run", plugins)
    made.start()
    yield made
    made.stop()


def test_nagios(nagios: Nagios, plugins: Path, accounts: Path) -> None:
    """By the README's steps 40 services have a result; a password that goes bad is one CRITICAL,
    which names it; and when no run comes any more, each service says so.
    """
    pipe, directory = nagios.directory / "var" / "nagios.cmd", nagios.directory / "results"
    state = nagios.directory / "state"
    replaced = {
        "/etc/nagios4/nagios.cfg": str(nagios.main),
        "/etc/nagios4": str(nagios.etc),
        "nagios4 -v": nagios.verifying,
        "systemctl reload nagios4": f"kill -HUP {nagios.group}",
        **words(
            accounts, plugins, pipe if nagios.program.endswith("nagios4") else directory, state
        ),
    }
    reader = Reader(replaced, nagios.environment())
    examples, templates, services, run, timer = blocks(NAGIOS_README, SECTION)
    replace_examples(reader, examples, accounts)
    reader.follow(templates)
    template = nagios.etc / "conf.d" / "smtp_auth_passive.cfg"
    text = template.read_text("utf-8")
    template.write_text(text.replace("check-host-alive", "return-ok"), "utf-8")
    reader.follow(services)
    give(USER, nagios.directory)
    assert wait_until(lambda: nagios.knows(f"{HOST};smtp-auth {BAD}"), PATIENCE), nagios.read_log()

    def states() -> Counter[str]:
        return Counter(
            status["current_state"]
            for service, status in nagios.statuses().items()
            if service.startswith(f"{HOST};smtp-auth user ") and status["last_check"] != "0"
        )

    reader.follow(run)
    reader.follow(timer)
    assert wait_until(lambda: sum(states().values()) == 40, PATIENCE, PAUSE), nagios.read_log()
    require_all(lambda: states() == {str(OK): 40}, lambda: reader.follow(run))
    assert nagios.status(f"{HOST};smtp-auth {BAD}")["plugin_output"].startswith("SMTP_AUTH OK - ")

    (accounts.parent / "secrets" / "7").write_text("mistyped")
    # As Naemon takes them.
    reader.follow(run.replace("/var/lib/nagios4/rw/nagios.cmd", str(directory)))
    assert wait_until(lambda: states() == {str(OK): 39, str(CRITICAL): 1}, PATIENCE, PAUSE), (
        states()
    )
    bad = nagios.status(f"{HOST};smtp-auth {BAD}")
    assert "user name or password rejected: 535" in bad["plugin_output"]
    assert "\\nTo do: " in bad["long_plugin_output"]
    assert bad["performance_data"].startswith("auth_time=")
    assert bad["performance_data"].endswith(";;;0")

    template.write_text(template.read_text("utf-8").replace("900", str(SHORT)), "utf-8")
    reader.follow("kill -HUP " + str(nagios.group))
    assert wait_until(lambda: states() == {str(UNKNOWN): 40}, PATIENCE, PAUSE), states()
    assert "no result for 15 minutes" in nagios.status(f"{HOST};smtp-auth {BAD}")["plugin_output"]


def test_icinga(
    plugins: Path, accounts: Path, authority: Authority, servers_directory: Path
) -> None:
    """By the README's steps Icinga has a result for each of 40 services, and says of each when a
    further one is due and did not come.
    """
    require("icinga2")
    icinga = Icinga(servers_directory / "icinga-one-run", authority, plugins)
    pipe = icinga.directory / "icinga2.cmd"
    listener = f'object ExternalCommandListener "command" {{ command_path = "{pipe}" }}\n'
    replaced = {
        "icinga2 feature enable command": "true",
        "/etc/icinga2": str(icinga.etc),
        "systemctl restart icinga2": "true",
        **words(accounts, plugins, pipe, icinga.state),
    }
    reader = Reader(replaced, icinga.environment())
    replace_examples(reader, blocks(ICINGA_README, "All accounts in a file")[0], accounts)
    objects, listing, run, timer = blocks(ICINGA_README, SECTION)
    reader.follow(objects)
    (icinga.etc / "conf.d" / "command.conf").write_text(listener, "utf-8")
    reader.follow(listing)
    reader.follow(timer)
    icinga.start()
    try:
        assert wait_until(pipe.is_fifo, PATIENCE), icinga.read_log()
        reader.follow(run)

        def outputs() -> Counter[str]:
            found = icinga.ask("objects/services", attrs=["last_check_result"])
            return Counter(
                result["output"].partition(" - ")[0]
                for result in (each["attrs"]["last_check_result"] for each in found)
                if result
            )

        # Of a service that Icinga looked at meanwhile, for the first time, the next run counts.
        assert wait_until(lambda: sum(outputs().values()) == 40, PATIENCE, PAUSE)
        reader.follow(run)
        require_all(lambda: outputs() == {"SMTP_AUTH OK": 40}, lambda: reader.follow(run))
        # The check that each result puts off by 15 minutes comes now.
        icinga.ask("actions/reschedule-check", "POST", type="Service", filter="true", force=True)
        told = {"No Passive Check Result Received.": 40}
        assert wait_until(lambda: outputs() == told, PATIENCE, PAUSE), outputs()
    finally:
        icinga.stop()


def test_what_cannot_be_a_service_is_told() -> None:
    """An account whose name Nagios would not take is named, and does not cost it the others."""
    usual = {"host": "mail", "monitor_host": None, "used_by": ""}
    rows = [{**usual, "monitor_name": name} for name in ("good", "a, b", "100%")]
    rows.append({**usual, "monitor_name": "lost", "host": ""})
    done = subprocess.run(
        [ROOT / "contrib" / "nagios" / "smtp_accounts.py"],
        input=json.dumps({"accounts": rows}),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "a, b: Nagios does not allow , in names",
        "100%: Nagios does not allow % in names",
        "lost: no host",
    ]
    assert done.stdout.count("define service") == 1
    assert "smtp-auth good\n" in done.stdout


@pytest.mark.parametrize("monitor", ["icinga2", "nagios"])
@pytest.mark.parametrize(
    ("given", "options", "said"),
    [
        ('{"summary": "--frob is unknown", "accounts": []}', [], "no accounts: --frob is unknown"),
        ("", [], "standard input is not the output of --list-accounts"),
        ('[{"{#NAME}": "a"}]', [], "standard input is not the output of --list-accounts"),
        ("{}", ["-h"], "| smtp_accounts.py [--hosts]"),
    ],
)
def test_without_a_list_no_services_are_made(
    monitor: str, given: str, options: list[str], said: str
) -> None:
    """A list that was not printed is no list of no accounts, whose services would be removed."""
    script = ROOT / "contrib" / monitor / "smtp_accounts.py"
    done = subprocess.run([script, *options], input=given, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_failed_run_hands_over_nothing(tmp_path: Path) -> None:
    """A run that fails, and one without a monitor that listens, change nothing and say why."""
    script = ROOT / "contrib" / "nagios" / "smtp-auth-passive"
    done = subprocess.run([script], stderr=subprocess.PIPE, env=environment(tmp_path))
    assert (done.returncode, done.stderr.split()[0]) == (1, b"usage:")
    done = subprocess.run(
        [script, tmp_path / "none", "accounts.ini"],
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path}/none is not a pipe".encode())
    pipe, last = tmp_path / "pipe", tmp_path / "pipe.smtp-auth"
    subprocess.run(["mkfifo", pipe], check=True)
    last.write_text("the last results")
    failing = {**environment(tmp_path), "CHECK_SMTP_AUTH": "/bin/false"}
    done = subprocess.run([script, pipe, "accounts.ini"], env=failing, timeout=PATIENCE)
    assert done.returncode == 1
    assert last.read_text() == "the last results"
