"""What one more credential costs in a run of many, and what it costs by itself.

README.md tells how it is measured. Linux only.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import trustme
from benchmark import (
    ADDRESS,
    CHECK_SMTP,
    HERE,
    PASSWORD,
    PLUGIN,
    PYTHON,
    USER,
    Cost,
    adopt_orphans,
    cores,
    progress,
    run,
    verdict,
)

NAME = "mail.example.com"
MODES = ("implicit", "starttls")
SIZES, QUICK_SIZES = (100, 2_000, 10_000), (100, 600)
SERVERS = (1, 200)
ROUNDS, QUICK_ROUNDS = 5, 12
LOGINS = 300  # of the bare login, a round
HANDSHAKE_SECONDS = 1
BARE = "bare login in Python"
# At most so many times the bare login, and so many MiB.
GOALS, MEMORY_GOAL = {"implicit": 1.25, "starttls": 1.6}, 64
GROWTH_GOAL = 1.15  # between the cheapest and the dearest fleet of one mode
# Under OpenSSL's s_time: "1234 connections in 0.56s; 2203.57 connections/user sec".
CONNECTIONS = re.compile(r"^(\d+) connections in ", re.MULTILINE)


class Fleet(NamedTuple):
    """A run of so many accounts on so many servers."""

    mode: str
    size: int
    servers: int


class Bench(NamedTuple):
    """Where the server listens, and what a client needs to reach it."""

    ports: dict[str, int]
    authority: Path
    directory: Path


def main() -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"default {ROUNDS}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and smaller fleets")
    options = parser.parse_args()
    rounds = QUICK_ROUNDS if options.quick else max(1, options.rounds)
    sizes = QUICK_SIZES if options.quick else SIZES
    fleets = [Fleet(mode, 1, 1) for mode in MODES]
    fleets += [Fleet(mode, size, many) for mode in MODES for many in SERVERS for size in sizes]
    adopt_orphans()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        authority, certificate = directory / "authority.pem", directory / "server.pem"
        made = trustme.CA()
        made.cert_pem.write_to_path(str(authority))
        made.issue_cert(NAME).private_key_and_cert_chain_pem.write_to_path(str(certificate))
        with subprocess.Popen(
            [PYTHON, "-B", HERE / "fleet_server.py", certificate, PASSWORD, str(max(SERVERS))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        ) as server:
            assert server.stdout is not None
            theirs, ours = cores()
            os.sched_setaffinity(server.pid, {theirs})
            os.sched_setaffinity(0, {ours})
            ports = {mode: int(server.stdout.readline()) for mode in MODES}
            bench = Bench(ports, authority, directory)
            singles, costs = measure(bench, fleets, rounds)
            server.communicate()
    print(table(singles, costs, rounds))
    return 0


def measure(
    bench: Bench, fleets: Sequence[Fleet], rounds: int
) -> tuple[dict[str, dict[str, float]], dict[Fleet, Cost]]:
    """Return what a credential costs by each program that checks it alone, in seconds of CPU, and
    what each fleet costs: the least of all rounds, in each of which all take turns.
    """
    singles: dict[str, dict[str, list[float]]] = {mode: {} for mode in MODES}
    costs: dict[Fleet, list[Cost]] = {}
    for fleet in fleets:  # once for their history, and for the certificate that is read
        run_fleet(bench, fleet)
    for number in range(rounds):
        progress(f"round {number + 1} of {rounds}")
        for mode in MODES:
            for name, cpu in measure_singles(bench, mode).items():
                singles[mode].setdefault(name, []).append(cpu)
            for fleet in fleets:
                if fleet.mode == mode:
                    costs.setdefault(fleet, []).append(run_fleet(bench, fleet))
    progress("")
    least = {mode: {name: min(cpu) for name, cpu in singles[mode].items()} for mode in MODES}
    return least, {fleet: best(each) for fleet, each in costs.items()}


def best(costs: Sequence[Cost]) -> Cost:
    """Return the least that it took, and the most memory."""
    cpu, wall, memory = zip(*costs)
    return Cost(min(cpu), min(wall), max(memory))


def measure_singles(bench: Bench, mode: str) -> dict[str, float]:
    """Return the CPU seconds of one credential by each program that checks it alone."""
    port = str(bench.ports[mode])
    bare = [PYTHON, str(HERE / "bare_login.py"), str(bench.authority), port, PASSWORD]
    password = bench.directory / "password"
    password.touch(0o600)
    password.write_text(f"{PASSWORD}\n", "utf-8")
    ours = [PLUGIN, "-H", ADDRESS, "-p", port, "-u", USER, "-P", str(password), "--tls", mode]
    ours += ["--ca-file", str(bench.authority), "--tls-name", NAME]
    ours += ["--state-dir", str(bench.directory / "state-single")]
    check_smtp = [CHECK_SMTP, "-H", ADDRESS, "-p", port, "-S", "-A", "LOGIN"]
    check_smtp += ["-U", USER, "-P", PASSWORD]
    done = subprocess.run([*bare, str(LOGINS), mode], stdout=subprocess.PIPE, check=True)
    found = {BARE: float(done.stdout)}
    found["check_smtp_auth, a process"] = run(ours, os.environ).cpu
    if mode == "starttls" and shutil.which(CHECK_SMTP):
        found["check_smtp (C), a process"] = run(check_smtp, os.environ).cpu
    if mode == "implicit" and shutil.which("openssl"):
        found["openssl s_time -new: the handshake alone, in C"] = handshake(bench, port)
    return found


def handshake(bench: Bench, port: str) -> float:
    """Return the CPU seconds of a TLS handshake by OpenSSL's own program."""
    command = ["openssl", "s_time", "-connect", f"{ADDRESS}:{port}", "-new", "-verify", "3"]
    command += ["-CAfile", str(bench.authority), "-time", str(HANDSHAKE_SECONDS)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    counted = CONNECTIONS.search(said)
    if counted is None:
        raise SystemExit(f"openssl s_time made no connection: {said}")
    return (usage.ru_utime + usage.ru_stime) / int(counted[1])


def run_fleet(bench: Bench, fleet: Fleet) -> Cost:
    """Run a fleet once."""
    file = bench.directory / "fleet.ini"
    state = bench.directory / f"state-{fleet.mode}-{fleet.size}-{fleet.servers}"
    head = f"ca-file = {bench.authority}\ntls-name = {NAME}\ntls = {fleet.mode}\n"
    head += f"port = {bench.ports[fleet.mode]}\npassword-env = PASSWORD\n"
    # Nobody bans us here; else three logins at once would be each server's share.
    head += "max-server-rejections = 1000\n"
    with file.open("w", encoding="utf-8") as ini:
        ini.write(f"[defaults]\n{head}")
        for number in range(fleet.size):
            host = f"127.0.0.{number % fleet.servers + 1}"
            ini.write(f"[account-{number}]\nhost = {host}\nuser = user-{number}@example.com\n")
    file.chmod(0o600)
    command = [PLUGIN, "--accounts", str(file), "--state-dir", str(state)]
    command += ["--server-connections", "50", "-t", "60"]
    environment = {**os.environ, "PASSWORD": PASSWORD}
    return run(command, environment)


def table(singles: dict[str, dict[str, float]], costs: dict[Fleet, Cost], rounds: int) -> str:
    """Return the result as text: tables in Markdown, and how we stand to our goals."""
    lines = [
        "| a credential by itself | TLS | CPU ms | x bare login |",
        "| ---------------------- | --- | -----: | -----------: |",
    ]
    for mode, found in singles.items():
        bare = found[BARE]
        lines += [
            f"| {name} | {mode} | {cpu * 1000:.2f} | {cpu / bare:.2f} |"
            for name, cpu in found.items()
        ]
    lines += [
        "",
        "| accounts | servers | TLS | CPU ms, one more | x bare login | wall s | peak MiB |",
        "| -------: | ------: | --- | ---------------: | -----------: | -----: | -------: |",
    ]
    ratios: dict[str, list[float]] = {mode: [] for mode in MODES}
    for fleet, (cpu, wall, memory) in costs.items():
        if fleet.size == 1:
            continue
        more = (cpu - costs[Fleet(fleet.mode, 1, 1)].cpu) / (fleet.size - 1)
        ratios[fleet.mode].append(more / singles[fleet.mode][BARE])
        lines.append(
            f"| {fleet.size} | {fleet.servers} | {fleet.mode} | {more * 1000:.2f} "
            f"| {ratios[fleet.mode][-1]:.2f} | {wall:.1f} | {memory:.1f} |"
        )
    peak = max(cost.memory for cost in costs.values())
    return "\n".join(
        [
            *lines,
            "",
            f"The least of {rounds} rounds each. Python {platform.python_version()}, "
            f"{ssl.OPENSSL_VERSION}.",
            "One more: CPU time of the run less that of a run of one account, by the others.",
            *(judged(mode, found) for mode, found in ratios.items()),
            f"Peak memory {peak:.1f} MiB (goal: at most {MEMORY_GOAL}): "
            f"{verdict(peak <= MEMORY_GOAL)}.",
        ]
    )


def judged(mode: str, ratios: Sequence[float]) -> str:
    """Tell how a way of TLS stands to our goals."""
    growth = max(ratios) / min(ratios)
    return (
        f"{mode}: {max(ratios):.2f} x a bare login at most (goal: {GOALS[mode]}): "
        f"{verdict(max(ratios) <= GOALS[mode])}; {growth:.2f} x from the cheapest fleet to the "
        f"dearest (goal: {GROWTH_GOAL}): {verdict(growth <= GROWTH_GOAL)}."
    )


if __name__ == "__main__":
    sys.exit(main())
