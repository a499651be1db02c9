"""The demo: the real plugin against mail servers that work, and that do not.

Prints for each case the command as a user would type it, its output and its exit code.
Exits 0 if every exit code was the expected one, else 1.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple, NoReturn

import fleet
from server import ADDRESS, Behaviour, Certificates, MailServers

USER, PASSWORD, OLD_PASSWORD = "finance@example.com", "correct horse battery", "Spring2019"
OK, WARNING, CRITICAL = 0, 1, 2
NAME = "check_smtp_auth"
PLUGIN = Path(sys.executable).with_name(NAME)
PATIENCE = 30  # seconds; no command takes as long
INTRODUCTION = f"""\
Can programs still send mail as {USER}? {NAME} logs in to find out.
The mail servers run on this machine, with real TLS and real logins.
"""


class Case(NamedTuple):
    """One run of the plugin: against which server, how it is called, how it is to end.

    What it remembers of earlier runs is its own, unless it ``remembers`` the last case too.
    """

    heading: str
    server: Behaviour
    options: str
    expected: int
    remembers: bool = False


def cases(certificates: Certificates) -> list[Case]:
    """Return the cases in the order in which they are shown."""
    well = Behaviour(certificates.valid)
    expired = Behaviour(certificates.expired)
    implicit = well._replace(implicit_tls=True)
    without_auth = well._replace(offers_auth=False)
    slow = well._replace(seconds_to_auth=1)
    stuck = well._replace(seconds_to_auth=3600)
    undecided = well._replace(refusal="454 4.7.0 Temporary authentication failure")
    once = "--max-rejections 1"
    return [
        Case("The right password", well, "-P password", OK),
        Case("A wrong password", well, f"-P old-password {once}", CRITICAL),
        Case(
            "The same again: the login is not tried",
            well,
            f"-P old-password {once}",
            CRITICAL,
            True,
        ),
        Case("An expired certificate", expired, "-P password", CRITICAL),
        Case("A server that does not offer AUTH", without_auth, "-P password", CRITICAL),
        Case("A slow server, with a threshold", slow, "-P password -w 0.5 -c 5", WARNING),
        Case("A server that never answers", stuck, "-P password -t 2", CRITICAL),
        Case("A server with a temporary problem", undecided, "-P password", WARNING),
        Case("TLS from the start, not STARTTLS", implicit, "-P password --tls implicit", OK),
        Case("The SMTP dialogue, with the secret masked", well, "-P password -vv", OK),
    ]


def main() -> int:
    """Run all cases."""
    print(INTRODUCTION)
    as_expected = 0
    with tempfile.TemporaryDirectory() as name, MailServers(PASSWORD) as servers:
        directory = Path(name)
        certificates = Certificates(directory)
        for file, secret in (("password", PASSWORD), ("old-password", OLD_PASSWORD)):
            (directory / file).touch(mode=0o600)
            (directory / file).write_text(f"{secret}\n", "utf-8")
        todo = cases(certificates)
        ports: dict[Behaviour, int] = {}
        memory = 0
        for number, case in enumerate(todo, 1):
            print(f"{number}. {case.heading}\n")
            if case.server not in ports:
                ports[case.server] = servers.start(case.server)
            if not case.remembers:
                memory = number
            arguments = (
                f"-H {ADDRESS} -p {ports[case.server]} --ca-file {certificates.authority.name} "
                f"-u {USER} {case.options}"
            )
            as_expected += run(arguments, case.expected, directory, directory / f"state-{memory}")
        print(f"{fleet.INTRODUCTION}\n$ cat {fleet.FILE}")
        print(fleet.prepare(directory, servers, certificates))
        for number, form in enumerate(fleet.FORMS, len(todo) + 1):
            print(f"{number}. {form.heading}\n")
            arguments = f"--accounts {fleet.FILE} {form.options}".rstrip()
            as_expected += run(arguments, form.expected, directory, directory / f"state-{number}")
    in_all = len(todo) + len(fleet.FORMS)
    print(f"demo: {as_expected} of {in_all} as expected")
    return 0 if as_expected == in_all else 1


def run(arguments: str, expected: int, directory: Path, memory: Path) -> bool:
    """Run the plugin once and show it; return whether it ended as expected.

    Each run has a memory of its own, or what one remembers would be told by the next.
    """
    print(f"$ {NAME} {arguments}", flush=True)
    done = subprocess.run(
        [PLUGIN, *shlex.split(arguments)],
        cwd=directory,
        env={**environment(), "XDG_STATE_HOME": str(memory)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    print(fleet.shortened(done.stdout.decode("utf-8", "replace")), end="")
    as_expected = done.returncode == expected
    print(f"exit code {done.returncode}{'' if as_expected else f', not {expected}'}\n")
    return as_expected


def environment() -> dict[str, str]:
    """Return our environment without what would have the plugin remember elsewhere."""
    elsewhere = ("MP_STATE_PATH", "STATE_DIRECTORY")
    return {name: value for name, value in os.environ.items() if name not in elsewhere}


def _stop(number: int, _frame: object) -> NoReturn:
    """Leave on a signal, by way of what tidies up."""
    sys.exit(128 + number)


if __name__ == "__main__":
    for signal_number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, _stop)
    sys.exit(main())
