"""Simulates many pollers: whether all accounts are tried in time, within the servers' budgets.

    python pollers.py [--accounts N] [--servers N] [--pollers N] [--interval SECONDS] [--rounds N]
                      [--one-in N]

Each poller runs the plugin's own run of many over its share of the accounts, once an interval,
with the real lockout guard and a real state directory. Only network and clock are simulated: a
round trip takes ``--latency``, and the clock jumps to the next moment at which something happens.
Among the accounts one in so many has a wrong password, and each poller has a server that does not
answer in the second round. Prints what was found, and exits with 1 where a promise does not hold.
README.md beside it has figures.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import select
import subprocess
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from functools import partial
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from check_smtp_auth import check, run, startup  # noqa: E402
from check_smtp_auth.accounts import Account, Caution, Entry, Pace, Policy, Source, Trust  # noqa: E402
from check_smtp_auth.net import loop  # noqa: E402
from check_smtp_auth.observation import Failure, Kind, Observation, Stage, Times  # noqa: E402
from check_smtp_auth.smtp.reply import Reply  # noqa: E402
from check_smtp_auth.state.tries import WINDOW  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from check_smtp_auth.net.loop import Steps

# Round trips before AUTH (TCP, TLS, greeting and EHLO), of AUTH itself, and of QUIT.
BEFORE, AUTH, AFTER = 4, 1, 1
REFUSED = Failure(Stage.AUTH, Kind.REPLY, reply=Reply(535, ("5.7.8 authentication failed",)))
SILENT = Failure(Stage.CONNECT, Kind.TIMEOUT)
HELD = Failure(Stage.AUTH, Kind.HELD)
EPOLL = select.epoll
TRUST, POLICY, SECRET = Trust(), Policy(), Source("environment", "POLLER_SECRET")


class World:
    """The simulated clock and network, and what the servers have seen."""

    def __init__(self, latency: float) -> None:
        """It begins now."""
        self.now = time.time()
        self.latency = latency
        self.silent: set[str] = set()
        self.tried: dict[str, float] = {}  # when each account's login was tried last
        self.longest = 0.0  # and the longest time between two tries
        self.refused: dict[str, list[float]] = defaultdict(list)
        self.under_way: dict[str, int] = defaultdict(int)
        self.most_under_way = 0

    def clock(self) -> float:
        """The time, for all who ask."""
        return self.now

    def probe(
        self, account: Account, _credential: Any, started: float, permit: Any, *_: Any
    ) -> Steps[Observation]:
        """Take the place of the plugin's probe: one attempt, without a network."""
        host, name = account.host, account.user or ""
        if host in self.silent:
            yield loop.Wait(started + account.timeout)
            return Observation(SILENT, Times(None, None, None, account.timeout))
        yield from self._pass(BEFORE)
        connected = self.now
        decision = yield from permit(started + account.timeout)
        times = Times(self.latency, self.latency, None, self.now - started, wait=decision.waited)
        if not decision.go:
            return Observation(HELD, times)
        self._note(host, name)
        yield from self._pass(AUTH)
        self.under_way[host] -= 1
        times = times.replace(auth=AUTH * self.latency)
        good = not name.startswith("wrong")
        if not good:
            self.refused[host].append(self.now)
        yield from self._pass(AFTER)
        times = times.replace(total=self.now - connected)
        return Observation(
            None if good else REFUSED, times, mechanism="PLAIN", secret_sent=True, accepted=good
        )

    def _note(self, host: str, name: str) -> None:
        """Note that a login is tried now."""
        self.longest = max(self.longest, self.now - self.tried.get(name, self.now))
        self.tried[name] = self.now
        self.under_way[host] += 1
        self.most_under_way = max(self.most_under_way, self.under_way[host])

    def _pass(self, trips: int) -> Steps[None]:
        """Let some round trips go by."""
        yield loop.Wait(self.now + trips * self.latency)

    def most_refused(self) -> int:
        """The most logins that one server has refused within the guard's window."""
        return max((_most_within(WINDOW, each) for each in self.refused.values()), default=0)


class _Jumping:
    """Polls as the system does; where nothing is there, time passes."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._real = EPOLL()

    def register(self, *arguments: Any) -> None:
        """Note a descriptor."""
        self._real.register(*arguments)

    def unregister(self, *arguments: Any) -> None:
        """Forget a descriptor."""
        self._real.unregister(*arguments)

    def poll(self, seconds: float) -> list[tuple[int, int]]:
        """Look whether a thread of ours has something, and let the time go by."""
        events: list[tuple[int, int]] = self._real.poll(0)
        if not events and seconds:
            self._world.now += seconds
        return events


def _most_within(seconds: float, moments: list[float]) -> int:
    """The most moments that lie within so many seconds."""
    first = most = 0
    for at, moment in enumerate(moments):
        while moments[first] <= moment - seconds:
            first += 1
        most = max(most, at - first + 1)
    return most


def share(options: argparse.Namespace, poller: int) -> Iterator[Entry]:
    """Yield the accounts whose server belongs to a poller: all of a server have the same one."""
    caution = Caution(state_dir=options.state)
    for number in range(options.accounts):
        host = f"mx{number % options.servers}.example.com"
        if zlib.crc32(host.encode()) % options.pollers == poller:
            wrong = number // options.servers % options.one_in == options.one_in - 1
            name = "wrong" if wrong else "user"
            account = Account(host, 465, f"{name}{number}", SECRET, "implicit", TRUST, host)
            yield Entry(account, POLICY, caution)


def poll(options: argparse.Namespace, poller: int) -> dict[str, float]:
    """Be one poller for some rounds; return what came of it."""
    startup.lighten()
    os.environ["POLLER_SECRET"] = "secret"
    world = World(options.latency)
    entries = list(share(options, poller))
    hosts = sorted({entry.account.host for entry in entries})
    begun, wall = world.now, 0.0
    told: dict[str, int] = defaultdict(int)
    cpu = time.process_time()
    # While a thread of ours is at work no time may pass: what is done aside is done at once.
    threads = mock.patch("_thread.start_new_thread", side_effect=RuntimeError)
    network = mock.patch.object(check, "probe", world.probe)
    with threads, network, mock.patch("select.epoll", partial(_Jumping, world)):
        for number in range(options.rounds):
            world.now = max(world.now, begun + number * options.interval)
            world.silent = set(hosts[:1]) if number == 1 else set()
            before = world.now
            for outcome in run.run(entries, Pace(), world.clock, world.clock):
                told[outcome.verdict.slug] += 1
            wall = max(wall, world.now - before)
    cpu = time.process_time() - cpu
    good = [entry for entry in entries if (entry.account.user or "").startswith("user")]
    return {
        "accounts": len(entries),
        "servers": len(hosts),
        "never tried": sum(entry.account.user not in world.tried for entry in good),
        "longest between two tries": round(world.longest, 1),
        "longest run": round(wall, 1),
        "most refused in 15 min": world.most_refused(),
        "most under way at a server": world.most_under_way,
        "CPU ms an account": round(cpu / options.rounds / max(1, len(entries)) * 1000, 2),
        "MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        **{f"told {name}": count for name, count in sorted(told.items())},
    }


def faults(options: argparse.Namespace, found: dict[str, float]) -> list[str]:
    """Say which promises do not hold."""
    said = []
    # A server that did not answer for a round is tried in the next.
    if found["longest between two tries"] > 2 * options.interval + found["longest run"]:
        said.append("an account waited longer than its interval allows")
    if found["longest run"] > options.interval:
        said.append("a run took longer than the interval")
    if found["never tried"]:
        said.append("an account was never tried")
    if found["most refused in 15 min"] > Caution.server_rejections:
        said.append("a server was over its budget")
    if found["most under way at a server"] > Caution.server_rejections:
        said.append("a server had more logins under way than its budget")
    return said


def main() -> int:
    """Run the pollers one after another, each in a process of its own, and tell of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--servers", type=int, default=1_000)
    parser.add_argument("--pollers", type=int, default=5)
    parser.add_argument("--interval", type=float, default=900.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--one-in", type=int, default=100)
    parser.add_argument("--state", help=argparse.SUPPRESS)
    parser.add_argument("--poller", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.poller is not None:
        print(json.dumps(poll(options, options.poller)))
        return 0
    wrong = 0
    for poller in range(options.pollers):
        with tempfile.TemporaryDirectory() as state:
            command = [sys.executable, __file__, *sys.argv[1:], "--state", state]
            done = subprocess.run(
                [*command, "--poller", str(poller)], stdout=subprocess.PIPE, check=True
            )
        found = json.loads(done.stdout)
        told = ", ".join(f"{name} {value}" for name, value in found.items())
        print(f"poller {poller + 1}: {told}", flush=True)
        for fault in faults(options, found):
            wrong = 1
            print(f"  FAULT: {fault}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
