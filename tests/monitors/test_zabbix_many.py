"""A real Zabbix is told of sixty accounts by one run, set up as contrib/zabbix/README.md says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from servers.requirements import require

from .zabbix_api import TEMPLATE_OF_MANY, Host
from .zabbix_many import (
    CRITICAL,
    FOLDER,
    MACROS,
    NUMBER,
    OK,
    SECRET,
    TEMPLATE,
    Installation,
    assert_all_work,
    assert_is_of_the_run,
    run,
    run_until_told,
    states,
)


def test_all_accounts_have_a_first_result(accounts: Installation, host: Host) -> None:
    """Who follows the README word by word sees every account with its state and its times."""
    assert_all_work(accounts, host)


def test_importing_again_changes_nothing(accounts: Installation, host: Host) -> None:
    """Whoever imports the template once more is shown no changes: Zabbix kept all of it."""
    assert accounts.receiver.api.changes(TEMPLATE) == []


def test_a_bad_account_is_one_problem(accounts: Installation, host: Host) -> None:
    """A password changed on the server is one problem, named after the account and with who uses
    it, tagged with its labels; it ends when the password is fixed.
    """
    accounts.change_on_server("a7", "changed")
    (problem,) = run_until_told(accounts, host)
    assert problem.severity == "High"
    assert problem.name.startswith("SMTP AUTH: a7: a7@example.test at 127.0.0.1:")
    assert re.search("user name or password rejected.*: 535 5.7.8", problem.name)
    assert problem.name.endswith("; used by program a7")
    assert "put the new one into the password file" in problem.operational_data
    assert "the secret was changed on the server" in problem.description
    assert {("account", "a7"), ("customer", "acme"), ("site", "a")} <= set(problem.tags)
    assert states(host, ["a7"]) == {CRITICAL}
    accounts.change_in_file("a7", "changed")
    run(accounts)
    host.wait(lambda: host.problems() == [])
    assert states(host, accounts.names) == {OK}


def test_a_server_that_is_away_is_one_problem(accounts: Installation, host: Host) -> None:
    """Thirty accounts whose server is stopped are one problem, named after it; their states tell
    which they are, and all is well when it is back.
    """
    accounts.servers["b"].stop()
    run(accounts)
    problem = host.problem()
    server = f"127.0.0.1:{accounts.servers['b'].port}"
    assert problem.severity == "High"
    front, _, back = problem.name.partition(" of ")
    # On a busy machine not all have been counted yet.
    assert re.fullmatch(rf"SMTP AUTH: {server}: the connection was refused: \d+", front)
    assert back == (
        f"{NUMBER} accounts on this server: b0 (program b0), b1 (program b1), b2 (program b2) "
        "and 27 more"
    )
    count = f'smtp_auth.server.accounts["{server}"]'
    host.wait(lambda: host.values()[count] == str(NUMBER))
    host.problem()
    assert problem.operational_data.startswith("CRITICAL the connection was refused: ")
    assert ("server", server) in problem.tags
    assert states(host, [name for name in accounts.names if name[0] == "b"]) == {CRITICAL}
    accounts.servers["b"].start()
    run(accounts)
    host.wait(lambda: host.problems() == [])


def test_a_worse_problem_takes_the_place_of_a_lesser(accounts: Installation, host: Host) -> None:
    """An account that was slow and whose password is then changed has one problem, that one."""
    text = accounts.accounts(accounts.names)
    accounts.file.write_text(text.replace("[a3]", "[a3]\nwarning = 0"), "utf-8")
    (problem,) = run_until_told(accounts, host)
    assert (problem.severity, problem.name[:15]) == ("Warning", "SMTP AUTH: a3: ")
    accounts.change_on_server("a3", "changed")
    run(accounts)
    problem = host.problem("High")
    assert "user name or password rejected" in problem.name
    accounts.change_on_server("a3", SECRET)
    accounts.change_in_file("a3", f"{SECRET}\n")
    accounts.keep(accounts.names)
    run_until_told(accounts, host, 0)


def test_a_mistake_in_defaults_is_one_problem(accounts: Installation, host: Host) -> None:
    """A mistake in [defaults] is one problem, of the run, and none of each account; it ends with
    the first run that works, and the accounts are told of again.
    """
    # What is sent at once may take longer than three times a second.
    host.set_macro("{$SMTP_AUTH.EVALUATE}", "5s")
    accounts.default("hots = mail.example.com")
    run(accounts)
    assert_is_of_the_run(accounts, host)
    accounts.keep(accounts.names)
    accounts.change_in_file("a9", "wrong")

    def told() -> list[str]:
        run(accounts)
        return [problem.name[:14] for problem in host.problems()]

    host.wait(lambda: told() == ["SMTP AUTH: a9:"])
    accounts.change_in_file("a9", SECRET)
    run_until_told(accounts, host, 0)
    host.set_macro("{$SMTP_AUTH.EVALUATE}", MACROS["EVALUATE"])


def test_a_removed_account_and_a_run_that_does_not_come(accounts: Installation, host: Host) -> None:
    """An account that is taken out of the file raises nothing, and its problem ends. When no run
    comes any more that is told, and the accounts keep their problems, until one comes.
    """
    accounts.change_on_server("a1", "changed")
    accounts.change_on_server("a2", "changed")
    run(accounts)
    host.wait(lambda: len(host.problems()) == 2)
    accounts.keep([name for name in accounts.names if name not in ("a1", "b1")])
    host.set_macro("{$SMTP_AUTH.NODATA}", "9s")
    (problem,) = run_until_told(accounts, host)
    assert problem.name.startswith("SMTP AUTH: a2: ")
    host.wait(lambda: len(host.problems()) == 2)
    lost, still = host.problems()
    assert lost.severity == "Average"
    assert lost.name.startswith("SMTP AUTH: No results for 9s: ")
    assert "smtp_auth_send.timer" in lost.description
    assert still.name.startswith("SMTP AUTH: a2: ")
    accounts.change_in_file("a2", "changed")
    run_until_told(accounts, host, 0)


def test_a_run_that_fails_says_why(accounts: Installation, host: Host) -> None:
    """Options that the plugin cannot use are a problem that says so."""
    other = accounts.receiver.api.add_host("no accounts", "127.0.0.1", {}, TEMPLATE_OF_MANY)
    command = [str(FOLDER / "smtp_auth_send"), "--accounts", "/none", "-t", "soon", "--"]
    path = f"{accounts.plugins}:/usr/bin:/bin"
    where = ["-z", "127.0.0.1", "-p", str(accounts.receiver.server.port), "-s", "no accounts"]

    def told() -> bool:
        done = subprocess.run([*command, *where], env={"PATH": path}, capture_output=True)
        assert done.returncode == 3
        return bool(other.problems())

    other.wait(told)
    problem = other.problem()
    assert problem.name.startswith("SMTP AUTH: The run fails: SMTP_AUTH UNKNOWN - ")
    assert "-t" in problem.name


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    """Service and timer are right for systemd, which takes the service for safe."""
    require("systemd-analyze")
    for name in ("smtp_auth_send.service", "smtp_auth_send.timer"):
        text = (FOLDER / name).read_text("utf-8")
        # Neither the man page nor the program is installed here.
        text = text.replace("man:check_smtp_auth(1)", "man:sh(1)")
        text = text.replace("/usr/local/bin/smtp_auth_send", str(FOLDER / "smtp_auth_send"))
        (tmp_path / name).write_text(text)
    units = [str(tmp_path / name) for name in ("smtp_auth_send.service", "smtp_auth_send.timer")]
    assert analyze("verify", "--man=no", *units) == ""
    told = analyze("security", "--offline=yes", "--threshold=20", units[0])
    assert "Overall exposure level for smtp_auth_send.service: 1." in told


def analyze(*arguments: str) -> str:
    """What systemd says."""
    done = subprocess.run(
        ["systemd-analyze", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
