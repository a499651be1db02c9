"""What one check costs: ours, other people's, and the imports that no Python check can avoid.

README.md tells how it is measured and why so. Linux only.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import platform
import random
import re
import shutil
import signal
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import trustme

HERE = Path(__file__).resolve().parent
PYTHON = sys.executable
PLUGIN = str(Path(PYTHON).with_name("check_smtp_auth"))
CHECK_SMTP = "/usr/lib/nagios/plugins/check_smtp"
SYSTEM_ROOTS = Path("/etc/ssl/certs")
ADDRESS, USER, PASSWORD = "127.0.0.1", "finance@example.com", "correct-horse-battery"
FLOOR = "import argparse, ssl, nagiosplugin"
CPU_GOAL, MEMORY_GOAL = 0.85, 20  # of the floor's CPU time; MiB
GUARD_GOAL = 1.03  # of the CPU time without it
INSTRUCTIONS_GOAL = 0.82  # of the floor's
ROUNDS, QUICK_ROUNDS = 31, 5
WARM_UPS = 2
CALLGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")


class Row(NamedTuple):
    """A command to measure, and whether it is to log in."""

    name: str
    command: list[str]
    logs_in: bool = True


class Cost(NamedTuple):
    """What one run took: seconds of CPU, seconds by the clock, MiB of memory at its peak."""

    cpu: float
    wall: float
    memory: float


class Roots(NamedTuple):
    """Directories of trusted certificates: with our server's authority, and without."""

    with_ours: Path
    without: Path


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"default {ROUNDS}")
    parser.add_argument("--quick", action="store_true", help=f"the same as --rounds {QUICK_ROUNDS}")
    options = parser.parse_args()
    rounds = QUICK_ROUNDS if options.quick else max(1, options.rounds)
    adopt_orphans()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        authority = trustme.CA()
        certificate = directory / "server.pem"
        authority.issue_cert(ADDRESS).private_key_and_cert_chain_pem.write_to_path(str(certificate))
        roots = make_roots(directory, authority)
        with Server(certificate) as server:
            rows = present(rows_for(server.port, directory))
            verifying = warm_up(rows, server, roots)
            costs = measure(rows, rounds, server, environment(roots.with_ours))
            counted = count(rows, server, environment(roots.with_ours))
    print(table(rows, costs, verifying, counted))
    return 0


def rows_for(port: int, directory: Path) -> list[Row]:
    """Return what is compared, ours first."""
    file = directory / "password"
    file.touch(mode=0o600)
    file.write_text(f"{PASSWORD}\n", "utf-8")
    host, smtp = ADDRESS, str(port)
    plugin = [PLUGIN, "-H", host, "-p", smtp, "-u", USER, "-P", str(file), "-A", "LOGIN"]
    smtplib_check = [PYTHON, str(HERE / "smtplib_check.py"), host, smtp, USER, str(file)]
    check_smtp = [CHECK_SMTP, "-H", host, "-p", smtp, "-S", "-A", "LOGIN"]
    check_smtp += ["-U", USER, "-P", PASSWORD]
    swaks = ["swaks", "--server", host, "--port", smtp, "--tls", "--auth", "LOGIN"]
    swaks += ["--auth-user", USER, "--auth-password", PASSWORD, "--quit-after", "AUTH"]
    swaks += ["--to", USER]
    curl = ["curl", f"smtp://{host}:{smtp}", "--ssl-reqd", "--login-options", "AUTH=LOGIN"]
    # Without a mail to send, curl would ask for HELP; NOOP is the least it can ask for.
    curl += ["--user", f"{USER}:{PASSWORD}", "--request", "NOOP"]
    return [
        Row("check_smtp_auth -A LOGIN", plugin),
        Row("the same, --state-dir none", [*plugin, "--state-dir", "none"]),
        Row("smtplib and nagiosplugin, 20 lines", smtplib_check),
        Row("check_smtp -S -A LOGIN", check_smtp),
        Row("swaks --tls --auth LOGIN", swaks),
        Row("curl --ssl-reqd, AUTH=LOGIN", curl),
        Row(f'python -c "{FLOOR}"', [PYTHON, "-c", FLOOR], logs_in=False),
        Row("python -c pass", [PYTHON, "-c", "pass"], logs_in=False),
    ]


def present(rows: list[Row]) -> list[Row]:
    """Return the rows whose program is installed; name the others."""
    for row in rows:
        if shutil.which(row.command[0]) is None:
            print(f"left out, not installed: {row.command[0]}", file=sys.stderr)
    return [row for row in rows if shutil.which(row.command[0]) is not None]


def make_roots(directory: Path, authority: trustme.CA) -> Roots:
    """Copy the system's hashed directory of roots twice, and add our authority to one."""
    roots = Roots(directory / "roots", directory / "roots-without")
    hashed = list(SYSTEM_ROOTS.glob("????????.[0-9]"))
    if not hashed or shutil.which("openssl") is None:
        raise SystemExit(f"this needs openssl, and certificates by hash in {SYSTEM_ROOTS}")
    for path in roots:
        path.mkdir()
        for root in hashed:
            shutil.copy(root, path / f"{root.name}.pem")
    authority.cert_pem.write_to_path(str(roots.with_ours / "ours.pem"))
    for path in roots:
        subprocess.run(["openssl", "rehash", path], check=True, stdout=subprocess.DEVNULL)
    return roots


def environment(roots: Path) -> dict[str, str]:
    """Return the environment for a command: the user's, with nothing that bends the result."""
    bending = ("PYTHON", "SSL_CERT", "CURL_", "COVERAGE_", "MP_STATE_PATH", "STATE_DIRECTORY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(bending)}
    return {**kept, "SSL_CERT_DIR": str(roots), "XDG_STATE_HOME": str(roots.parent / "state")}


class Server:
    """The mail server, in a process of its own."""

    def __init__(self, certificate: Path) -> None:
        """Start it, on a core of its own if there are two."""
        self._process = subprocess.Popen(
            [PYTHON, "-B", str(HERE / "server.py"), str(certificate), USER, PASSWORD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # it ends with us, not by a Ctrl-C
        )
        assert self._process.stdout is not None
        self._output = self._process.stdout
        self.port = int(self._output.readline())
        os.set_blocking(self._output.fileno(), False)
        theirs, ours = cores()
        os.sched_setaffinity(self._process.pid, {theirs})
        os.sched_setaffinity(0, {ours})  # what we start inherits it

    def __enter__(self) -> Server:
        """Nothing more to do."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._process.communicate()

    def logins(self) -> int:
        """Return how many logins were accepted since the last call."""
        return len((self._output.read() or b"").splitlines())


def cores() -> tuple[int, int]:
    """Return a core for the server and one for the clients, which may be the same."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


def warm_up(rows: list[Row], server: Server, roots: Roots) -> dict[str, bool]:
    """See that each command does what it should; return which of them verify certificates.

    Those do that log in where the server's authority is trusted, and not where it is not.
    """
    verifying = {}
    for row in rows:
        for _ in range(WARM_UPS):
            run(row.command, environment(roots.with_ours))
            if server.logins() != row.logs_in:
                print(f"no login by: {row.name}", file=sys.stderr)
                subprocess.run(row.command, env=environment(roots.with_ours), check=False)
                raise SystemExit(1)
        if row.logs_in:
            run(row.command, environment(roots.without), must_succeed=False)
            verifying[row.name] = server.logins() == 0
    return verifying


def measure(
    rows: Sequence[Row], rounds: int, server: Server, variables: Mapping[str, str]
) -> dict[str, list[Cost]]:
    """Run every command once a round, each round in another order."""
    costs: dict[str, list[Cost]] = {row.name: [] for row in rows}
    for number in range(rounds):
        progress(f"round {number + 1} of {rounds}")
        for row in random.sample(rows, len(rows)):
            costs[row.name].append(run(row.command, variables))
            if server.logins() != row.logs_in:
                raise SystemExit(f"no login by: {row.name}")
    progress("")
    return costs


def count(rows: Sequence[Row], server: Server, variables: Mapping[str, str]) -> dict[str, int]:
    """Return the instructions of user code that each command takes, by valgrind's count.

    It is the same in every run, whatever else the machine does. Nothing where there is no
    valgrind; the hash of strings is fixed, which else decides how often dictionaries collide.
    """
    if shutil.which("valgrind") is None:
        print("left out, not installed: valgrind", file=sys.stderr)
        return {}
    steady = {**variables, "PYTHONHASHSEED": "0"}
    counted = {}
    for row in rows:
        progress(f"counting: {row.name}")
        done = subprocess.run(
            [*CALLGRIND, *row.command, *(["-t", "60"] if row.command[0] == PLUGIN else [])],
            env=steady,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        server.logins()
        found = re.search(r"Collected : (\d+)", done.stderr)
        if done.returncode == 0 and found:
            counted[row.name] = int(found[1])
    progress("")
    return counted


def progress(text: str) -> None:
    """Tell a person how far it is."""
    if sys.stderr.isatty():
        print(f"\r{text:<20}\r", end="", file=sys.stderr, flush=True)


def adopt_orphans() -> None:
    """Make us the parent of what our children leave behind (see ``run``)."""
    set_child_subreaper = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)
    if ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0) != 0:
        raise SystemExit("this needs Linux")


def run(command: Sequence[str], variables: Mapping[str, str], must_succeed: bool = True) -> Cost:
    """Run a command and return its cost.

    It is started by a shell that leaves it behind to us: Linux counts to a process's peak
    memory what it had before exec, and a copy of this Python is larger than many a check.
    """
    script = '"$@" </dev/null >/dev/null 2>&1 & echo $!'
    began = time.monotonic()
    started = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *command],
        stdout=subprocess.PIPE,
        env=variables,
        check=True,
    )
    _, status, usage = os.wait4(int(started.stdout), 0)
    wall = time.monotonic() - began
    if must_succeed and status != 0:
        raise SystemExit(f"wait status {status} of: {command[0]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def table(
    rows: Sequence[Row],
    costs: Mapping[str, Sequence[Cost]],
    verifying: Mapping[str, bool],
    counted: Mapping[str, int],
) -> str:
    """Return the result as text: a table in Markdown, notes, and how we stand to our goals."""
    floor = next(row for row in rows if FLOOR in row.command)
    quotients = {row.name: quotient(costs[row.name], costs[floor.name]) for row in rows}
    width = max(len(row.name) for row in rows) + 2
    lines = [
        f"| {'command':<{width}} | CPU ms | ratio | M instr. | ratio | wall ms | peak MiB "
        "| verifies |",
        f"| {'-' * width} | -----: | ----: | -------: | ----: | ------: | -------: | -------- |",
    ]
    for row in rows:
        cpu, wall, memory = map(statistics.median, zip(*costs[row.name]))
        says = {True: "yes", False: "no", None: ""}[verifying.get(row.name)]
        lines.append(
            f"| {f'`{row.name}`':<{width}} | {cpu * 1000:6.1f} | {quotients[row.name]:5.2f} "
            f"| {millions(counted.get(row.name)):>8} "
            f"| {ratio(counted.get(row.name), counted.get(floor.name)):>5} "
            f"| {wall * 1000:7.1f} | {memory:8.1f} | {says:<8} |"
        )
    ours, without = rows[0].name, rows[1].name
    rounds = len(costs[ours])
    guard = quotient(costs[ours], costs[without])
    memory = statistics.median(cost.memory for cost in costs[ours])
    return "\n".join(
        [
            *lines,
            "",
            f"Medians of {rounds} rounds. Python {platform.python_version()}, "
            f"{ssl.OPENSSL_VERSION}.",
            f"CPU: user and system time. Ratio: CPU time to that of `{floor.name}`,",
            "round by round. M instr.: million instructions of user code, by callgrind, and their",
            "ratio. Verifies: whether it refuses a certificate that is not trusted.",
            "",
            f"CPU {quotients[ours]:.2f} x the bare imports (goal: at most {CPU_GOAL}): "
            f"{verdict(quotients[ours] <= CPU_GOAL)}. "
            f"Peak memory {memory:.1f} MiB (goal: at most {MEMORY_GOAL}): "
            f"{verdict(memory <= MEMORY_GOAL)}.",
            f"The lockout guard: {guard:.3f} x the same without it (goal: at most {GUARD_GOAL}): "
            f"{verdict(guard <= GUARD_GOAL)}.",
            *judge_instructions(counted.get(ours), counted.get(floor.name)),
        ]
    )


def millions(instructions: int | None) -> str:
    """Word a number of instructions, in millions; "" where they were not counted."""
    return "" if instructions is None else f"{instructions / 1e6:.1f}"


def ratio(one: int | None, other: int | None) -> str:
    """Word how many times the other it is; "" where one of them was not counted."""
    return "" if not one or not other else f"{one / other:.3f}"


def judge_instructions(ours: int | None, floor: int | None) -> list[str]:
    """Say how our instructions stand to their goal."""
    if not ours or not floor:
        return []
    share = ours / floor
    return [
        f"Instructions {share:.3f} x the bare imports (goal: at most {INSTRUCTIONS_GOAL}): "
        f"{verdict(share <= INSTRUCTIONS_GOAL)}."
    ]


def quotient(ones: Sequence[Cost], others: Sequence[Cost]) -> float:
    """Return by how much CPU time differs, round by round: the median."""
    return statistics.median(one.cpu / other.cpu for one, other in zip(ones, others))


def verdict(reached: bool) -> str:
    """Word whether a goal is reached."""
    return "reached" if reached else "missed"


def _stop(number: int, _frame: object) -> NoReturn:
    """Leave on a signal, by way of what tidies up."""
    sys.exit(128 + number)


if __name__ == "__main__":
    for signal_number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, _stop)
    sys.exit(main())
