"""What ours and other people's programs make of the same failures of a login.

Each program meets the same server on loopback, which counts what it is sent. "Told apart":
exit code or output differ, in more than numbers, from those for a wrong password.
"""

from __future__ import annotations

import argparse
import datetime
import platform
import re
import signal
import socketserver
import ssl
import subprocess
import sys
import tempfile
import threading
from base64 import b64decode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import benchmark
import trustme
from benchmark import ADDRESS, CHECK_SMTP, HERE, PASSWORD, PLUGIN, PYTHON, USER, Row
from server import Client

README = HERE.parents[1] / "README.md"
SECONDS = 10  # for one run
STATES = ("OK", "WARNING", "CRITICAL", "UNKNOWN")
CERTIFICATES = {"valid": (ADDRESS, 90), "expired": (ADDRESS, -2), "other": ("mx.example.com", 90)}
WRONG = "535 5.7.8 Error: authentication failed"
OFF = "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant"


class Scenario(NamedTuple):
    """What the server is like, and what is asked of a run."""

    name: str
    asks: str  # reply: is it shown? password: is it sent? apart: from a wrong password?
    refusal: str = ""
    certificate: str = "valid"
    mechanisms: str = "PLAIN LOGIN"
    in_clear: bool = False


LIKE_WRONG = Scenario("wrong password, to compare with", "reply", WRONG)
SCENARIOS = (
    Scenario("wrong password", "reply", WRONG, mechanisms="CRAM-MD5 PLAIN LOGIN"),
    Scenario("certificate expired", "password", certificate="expired"),
    Scenario("certificate for a different name", "password", certificate="other"),
    Scenario("SMTP AUTH disabled for the tenant (535 5.7.139)", "apart", OFF),
    Scenario("temporary failure (454)", "apart", "454 4.7.0 Temporary authentication failure"),
    Scenario("server does not offer AUTH", "apart", mechanisms=""),
    Scenario("no TLS option, AUTH offered before STARTTLS", "password", in_clear=True),
)


@dataclass
class Outcome:
    """What one run came to: for its caller, and as the server saw it."""

    code: int = 0
    logins: int = 0
    arrived: bool = False
    in_clear: bool = False
    output: str = ""


def programs(port: int, directory: Path, tls: bool) -> list[Row]:
    """Return what is compared, ours first. Each chooses the mechanism, if it can."""
    file, smtp, script = str(directory / "password"), str(port), str(HERE / "smtplib_check.py")
    plugin = [PLUGIN, "-H", ADDRESS, "-p", smtp, "-u", USER, "-P", file, "--state-dir", "none"]
    check_smtp = [CHECK_SMTP, "-H", ADDRESS, "-p", smtp, "-A", "LOGIN", "-U", USER, "-P", PASSWORD]
    swaks = ["swaks", "--server", ADDRESS, "--port", smtp, "--to", USER, "--quit-after", "AUTH"]
    swaks += ["--auth", "--auth-user", USER, "--auth-password", PASSWORD]
    curl = ["curl", f"smtp://{ADDRESS}:{smtp}", "-sS", "-u", f"{USER}:{PASSWORD}", "-X", "NOOP"]
    return [
        Row("check_smtp_auth", plugin),
        Row("check_smtp -S -A LOGIN", check_smtp + ["-S"] * tls),
        Row("swaks --tls --auth", swaks + ["--tls"] * tls),
        Row("curl --ssl-reqd", curl + ["--ssl-reqd"] * tls),
        Row("smtplib, 20 lines", [PYTHON, script, ADDRESS, smtp, USER, file]),
    ]


class Server(socketserver.ThreadingTCPServer):
    """A mail server that is as the scenario says, and notes what it sees."""

    daemon_threads = False  # so that closing it waits for what is still to be noted

    def __init__(self, scenario: Scenario, directory: Path, seen: Outcome) -> None:
        """Listen."""
        super().__init__((ADDRESS, 0), socketserver.BaseRequestHandler)
        self.scenario, self.seen = scenario, seen
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(directory / f"{scenario.certificate}.pem")

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Serve a client, until it goes away."""
        request.settimeout(SECONDS)
        with suppress(OSError, ValueError):
            client = Client(request)
            self.converse(client)
            client.connection.close()

    def converse(self, client: Client) -> None:
        """Hold the conversation."""
        client.say("220 mail.example.com ESMTP")
        secure, offered = False, self.scenario.in_clear
        for command, *arguments in client.commands():
            verb = command.upper()
            if verb == "EHLO":
                offers = [] if secure else ["250-STARTTLS"]
                offers += [f"250-AUTH {self.scenario.mechanisms}"] if offered else []
                client.say("250-mail.example.com", *offers, "250 8BITMIME")
            elif verb == "STARTTLS":
                client.say("220 2.0.0 Ready")
                client.start_tls(self.tls)
                secure, offered = True, bool(self.scenario.mechanisms)
            elif verb == "AUTH":
                self.seen.logins += 1
                if offered and ask_password(client, *arguments) == PASSWORD:
                    self.seen.arrived = True
                    self.seen.in_clear |= not secure
                answer = self.scenario.refusal or "235 2.7.0 Accepted"
                client.say(answer if offered else "503 5.5.1 Error: authentication not enabled")
            elif verb == "QUIT":
                client.say("221 2.0.0 Bye")
                return
            else:
                client.say("250 2.0.0 Ok" if verb in ("NOOP", "RSET") else "502 5.5.1 Not here")


def ask_password(client: Client, mechanism: str, initial: str = "") -> str:
    """Return what comes by the mechanism as password; by CRAM-MD5 that is a digest."""
    if mechanism == "PLAIN":
        return (b64decode(initial).decode() if initial else client.ask("")).split("\0")[-1]
    if mechanism == "LOGIN":
        _ = initial or client.ask("VXNlcm5hbWU6")
        return client.ask("UGFzc3dvcmQ6")
    return client.ask("PDEuMkBtYWlsLmV4YW1wbGUuY29tPg==")  # <1.2@mail.example.com>


def run(index: int, scenario: Scenario, directory: Path, variables: Mapping[str, str]) -> Outcome:
    """Run one of the programs once, against a server of its own."""
    outcome = Outcome()
    with Server(scenario, directory, outcome) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        rows = programs(server.server_address[1], directory, tls=not scenario.in_clear)
        outcome.code, outcome.output = capture(rows[index].command, variables)
        server.shutdown()
    return outcome


def capture(command: list[str], variables: Mapping[str, str]) -> tuple[int, str]:
    """Run a command; return its exit code and all that it prints."""
    null, pipe, both = subprocess.DEVNULL, subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, stdin=null, stdout=pipe, stderr=both, env=variables) as process:
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        output = process.communicate()[0]
        timer.cancel()
    return process.returncode, output.decode("utf-8", "replace").strip()


def prepare(directory: Path) -> dict[str, str]:
    """Write what is needed; return an environment with a home without .swaksrc and .curlrc."""
    (directory / "password").write_text(f"{PASSWORD}\n", "utf-8")
    (directory / "password").chmod(0o600)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(directory / "authority"))
    now = datetime.datetime.now(datetime.timezone.utc)
    for certificate, (name, days) in CERTIFICATES.items():
        issued = authority.issue_cert(name, not_after=now + datetime.timedelta(days))
        issued.private_key_and_cert_chain_pem.write_to_path(str(directory / f"{certificate}.pem"))
    variables = benchmark.environment(directory)
    del variables["SSL_CERT_DIR"]  # else curl would not look into the file
    return {**variables, "SSL_CERT_FILE": str(directory / "authority"), "HOME": str(directory)}


def cell(row: Row, scenario: Scenario, outcome: Outcome, wrong: Outcome) -> str:
    """Word an outcome; bold where the password leaked, or all is well without a login."""
    is_check = row.command[0] not in ("swaks", "curl") and 0 <= outcome.code < len(STATES)
    text = STATES[outcome.code] if is_check else f"exit {outcome.code}"
    if scenario.asks == "password":
        text += f", password {'' if outcome.arrived else 'not '}sent"
        if scenario.in_clear and outcome.arrived:
            text += " in clear" if outcome.in_clear else " under TLS"
    elif scenario.asks == "reply":
        shown = "shown" if WRONG[4:] in outcome.output else "not shown"
        text += f", {outcome.logins} AUTH, reply {shown}"
    else:
        one, other = ((each.code, re.sub(r"\d+", "#", each.output)) for each in (outcome, wrong))
        seems = "same as wrong password" if one == other else "distinguished"
        text += f", {outcome.logins} AUTH, {seems}"
    leaked = outcome.arrived and (outcome.in_clear or scenario.certificate != "valid")
    return f"**{text}**" if leaked or (outcome.code == 0 and not outcome.arrived) else text


def versions(rows: list[Row], variables: Mapping[str, str]) -> str:
    """Return the versions of the programs."""
    found = []
    for command in (row.command[0] for row in rows if row.command[0] != PYTHON):
        numbers = re.findall(r"\d[\w.]*\w", capture([command, "--version"], variables)[1])
        found.append(" ".join([Path(command).name, *numbers[:1]]))
    return f"{', '.join(found)}, Python {platform.python_version()}, {ssl.OPENSSL_VERSION}."


def main() -> int:
    """Run everything, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--details", action="store_true", help="print a line for every run too")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        variables = prepare(directory := Path(name))
        every = programs(0, directory, tls=True)
        rows = benchmark.present(every)
        if options.write and rows != every:
            return 1
        wrong = [run(every.index(row), LIKE_WRONG, directory, variables) for row in rows]
        lines = ["| |" + "|".join(f" `{row.name}` " for row in rows) + "|"]
        lines.append("| --- |" + " --- |" * len(rows))
        for scenario in SCENARIOS:
            cells = [scenario.name]
            for row, refused in zip(rows, wrong):
                outcome = run(every.index(row), scenario, directory, variables)
                cells.append(cell(row, scenario, outcome, refused))
                if options.details:
                    print(f"{scenario.name} / {row.name}: {outcome}"[:300])
            lines.append("| " + " | ".join(cells) + " |")
        result = "\n".join([*lines, "", versions(rows, variables)])
    print(result)
    if options.write:
        old = "(?s)(?<=<!-- peers -->\n).*?(?=<!-- end of peers -->)"
        text, places = re.subn(old, lambda _: f"{result}\n", README.read_text("utf-8"))
        if places != 1:
            raise SystemExit("README.md has no place for it")
        README.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # by way of what tidies up
    sys.exit(main())
