"""Sixty accounts on two mail servers, checked by one run that contrib/zabbix/README.md set up."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from fakes.passwords import PasswordServer
from servers.process import free_port, make_directory, wait_until, workshop

from .zabbix import as_user
from .zabbix_api import TEMPLATE_BY_CHECK, TEMPLATE_OF_MANY, Host, Problem
from .zabbix_readme import CHECKOUT, Reader
from .zabbix_receiver import Receiver

FOLDER = CHECKOUT / "contrib/zabbix"
TEMPLATE = FOLDER / "template_smtp_auth_many.yaml"
EXTERNAL = FOLDER / "template_smtp_auth_external.yaml"
# The README's blocks of commands.
ACCOUNTS, LIST, TIMER, BY_HAND = 3, 4, 5, 6
HOST = "smtp-accounts"
SECRET = "right-secret"
OK, CRITICAL, UNKNOWN = "0", "2", "3"
# A second for what takes twenty there; and nothing is missed while no test is about that.
MACROS = {"NODATA": "1h", "EVALUATE": "1s"}
NUMBER = 30
ACCOUNT = """\
[{name}]
user = {name}@example.test
port = {port}
password-file = {name}
used-by = program {name}
labels = customer=acme site={site}
"""


class Installation:
    """What the README has made, in a directory of its own."""

    def __init__(self, directory: Path, receiver: Receiver, plugins: Path) -> None:
        """Make the mail servers with their accounts; nothing runs yet."""
        self.directory = directory
        self.receiver, self.plugins = receiver, plugins
        self.servers = {name: PasswordServer(free_port()) for name in "ab"}
        self.names = [f"{server}{number}" for server in "ab" for number in range(NUMBER)]
        self.file = directory / "smtp" / "accounts.ini"
        self._units = directory / "units"
        for folder in (self._units, directory / "bin", self.file.parent):
            make_directory(folder)
        self._words = {
            "/opt/check_smtp_auth/bin": str(plugins),
            "/usr/local/bin": f"{directory}/bin",
            "/etc/zabbix/externalscripts": str(plugins),
            "/etc/systemd/system": str(self._units),
            "/etc/smtp": str(self.file.parent),
            "/var/lib/check_smtp_auth": f"{directory}/memory",
        }
        make_directory(directory / "memory")
        shutil.chown(directory / "memory", "zabbix")
        for name in self.names:
            self.change_on_server(name, SECRET)
            self.change_in_file(name, SECRET)
        self.reader = Reader(directory, self._words, self.accounts(self.names), {})

    def accounts(self, names: Sequence[str]) -> str:
        """The text of a file with these accounts."""
        sections = (
            ACCOUNT.format(name=name, port=self.servers[name[0]].port, site=name[0])
            for name in names
        )
        front = "[defaults]\nhost = 127.0.0.1\ntls = none\nmax-server-rejections = 1000"
        return "\n".join([front, *sections])

    def keep(self, names: Sequence[str]) -> None:
        """Take all accounts but these out of the file."""
        self.file.write_text(self.accounts(names), "utf-8")

    def default(self, line: str) -> None:
        """Have [defaults] begin with this line, too."""
        text = self.accounts(self.names).replace("\n", f"\n{line}\n", 1)
        self.file.write_text(text, "utf-8")

    def change_on_server(self, name: str, password: str) -> None:
        """Give an account another password."""
        self.servers[name[0]].passwords[f"{name}@example.test"] = password

    def change_in_file(self, name: str, password: str) -> None:
        """Have the plugin use another password."""
        file = self.file.parent / name
        file.touch(0o600)
        file.write_text(password)
        shutil.chown(file, "zabbix")

    def add_host(self) -> Host:
        """Import the template and make the host, as the README says, but for short times."""
        api = self.receiver.api
        api.import_template(TEMPLATE)
        macros = {f"{{$SMTP_AUTH.{name}}}": value for name, value in MACROS.items()}
        return api.add_host(HOST, "", macros, TEMPLATE_OF_MANY)

    def add_external(self, name: str, **macros: str) -> Host:
        """The same for the template by external check, with these macros beside the usual."""
        api = self.receiver.api
        api.import_template(EXTERNAL)
        usual = {
            **MACROS,
            "ACCOUNTS": str(self.file),
            "STATE_DIR": self._words["/var/lib/check_smtp_auth"],
            "TIMEOUT": "10",
            "INTERVAL": "2s",
        }
        given = {f"{{$SMTP_AUTH.{key}}}": value for key, value in {**usual, **macros}.items()}
        return api.add_host(name, "127.0.0.1", given, TEMPLATE_BY_CHECK)

    def run(self, wait: int = 3) -> subprocess.CompletedProcess[str]:
        """Start the service once, by its unit and drop-in, as its user."""
        unit = "".join(
            file.read_text("utf-8")
            for file in (
                self._units / "smtp_auth_send.service",
                self._units / "smtp_auth_send.service.d" / "zabbix.conf",
            )
        )
        for word, ours in self._words.items():
            unit = unit.replace(word, ours)
        found = dict(re.findall(r"^(User|ExecStart)=(.*)$", unit, re.MULTILINE))
        variables = [
            word
            for line in re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)
            for word in shlex.split(line)
        ]
        command = found["ExecStart"]
        for name, _, value in (word.partition("=") for word in variables):
            command = command.replace(f"${{{name}}}", value)
        variables.append(f"SMTP_AUTH_WAIT={wait}")
        port = ["-p", str(self.receiver.server.port)]
        return subprocess.run(
            as_user(found["User"], *variables, *shlex.split(command), *port),
            cwd="/",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )


@contextmanager
def installed(receiver: Receiver, plugins: Path) -> Iterator[Installation]:
    """Accounts on servers that run; the README is not followed yet."""
    directory = workshop()
    with ExitStack() as ending:
        ending.callback(shutil.rmtree, directory, ignore_errors=True)
        made = Installation(directory, receiver, plugins)
        for server in made.servers.values():
            ending.callback(server.stop)
            server.start()
        yield made


def followed(accounts: Installation) -> Host:
    """Follow the README from its first step of many to its last, and return the host."""
    accounts.reader.follow(ACCOUNTS)
    listed = accounts.reader.follow(LIST)
    assert all(name in listed for name in accounts.names)
    made = accounts.add_host()
    assert accounts.reader.follow(TIMER).split("\n")[1:] == [
        "systemctl start smtp_auth_send.service",
        "systemctl enable --now smtp_auth_send.timer",
        "",
    ]
    first = accounts.run()
    assert first.stdout.count("total: 61") > 1, "what new accounts have is sent again"
    # On a busy machine it takes Zabbix longer than the moment that is waited here.
    made.wait(lambda: accounts.run().returncode == 0)
    # The triggers are made last, and judge what comes once the server has read of them.
    made.wait(lambda: made.triggers() == len(accounts.names) * 4 + len(accounts.servers) * 2 + 2)
    return made


def run(accounts: Installation) -> None:
    """Let the service run once; Zabbix takes all of it."""
    done = accounts.run()
    assert done.returncode == 0, done.stdout


def run_until_told(accounts: Installation, host: Host, problems: int = 1) -> list[Problem]:
    """Let the service run until so many problems are told, and return them."""

    def told() -> bool:
        run(accounts)
        return wait_until(lambda: len(host.problems()) == problems, 5)

    host.wait(told)
    return host.problems()


def states(host: Host, names: list[str]) -> set[str]:
    """The last states of accounts, "" for one that has none."""
    values = host.values()
    return {values.get(f'smtp_auth.state["{name}"]', "") for name in names}


def assert_is_of_the_run(accounts: Installation, host: Host) -> None:
    """The mistake in [defaults] is one problem, which names it, while no account is checked."""
    problem = host.problem()
    assert problem.severity == "Average"
    where = f"{accounts.file}:2: unknown key hots"
    assert problem.name == f"SMTP AUTH: The run fails: 60 accounts: {where}"
    host.wait(lambda: states(host, accounts.names) == {UNKNOWN})
    assert host.problem() == problem


def assert_all_work(accounts: Installation, host: Host) -> None:
    """Every account has its state and its times, and there is no problem."""
    host.wait(lambda: states(host, accounts.names) == {OK})
    host.wait(lambda: host.values().get("smtp_auth.accounts") == "60")
    values = host.values()
    assert float(values['smtp_auth.auth_time["a1"]']) > 0
    assert values['smtp_auth.diagnosis["b29"]'] == "authenticated"
    assert host.problems() == []
