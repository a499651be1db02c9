"""Days of checks against a real Postfix, whose log fail2ban reads as on a real server.

The clock is injected: a day is over in seconds. The log lines get the simulated time before
Debian's fail2ban reads them, with the jail ``postfix-sasl`` as its jail.conf and filter.d
have it: what it takes for a failed login, how many of them in which time, when it bans.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from check_smtp_auth.check import check
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.options.parser import parse
from check_smtp_auth.outcome import Outcome

from .postfix import Postfix
from .process import program

MINUTE, HOUR, DAY = 60, 3_600, 86_400
# Debian's own interpreter, for which its package of fail2ban is made.
PYTHON = "/usr/bin/python3"
# Reads lines of "seconds TAB line", and has a jail judge each at its time.
JUDGE = """
import json, sys
from fail2ban.client.jailreader import JailReader
from fail2ban.server.jail import Jail
from fail2ban.server.mytime import MyTime

reader = JailReader("postfix-sasl", force_enable=True, basedir="/etc/fail2ban")
assert reader.read() and reader.getOptions()
jail = Jail("postfix-sasl", "polling")
judge = jail.filter
judge.ignoreSelf = False  # the client is on the server's own address, here only
settings = {
    "prefregex": lambda value: setattr(judge, "prefRegex", value),
    "addfailregex": judge.addFailRegex,
    "addignoreregex": judge.addIgnoreRegex,
    "datepattern": judge.setDatePattern,
    "maxretry": judge.setMaxRetry,
    "findtime": judge.setFindTime,
}
for command in reader.convert(allow_no_files=True):
    if command[0] == "set" and command[2] in settings:
        settings[command[2]](command[3])
bans, now = [], None
for line in sys.stdin:
    moment, _, text = line.rstrip("\\n").partition("\\t")
    # Every ten seconds, as in FilterPoll.run, failures are forgotten that are long over.
    while now is not None and now + 10 <= float(moment):
        now += 10
        MyTime.setTime(now)
        judge.performSvc()
    now = float(moment) - 5 if now is None else now
    MyTime.setTime(float(moment))
    judge.processLineAndAdd(text)
    while jail.hasFailTickets:
        bans.append([float(moment), str(jail.getFailTicket().getIP())])
print(json.dumps({
    "failures": judge.failManager.getFailTotal(),
    "bans": bans,
    "maxretry": judge.getMaxRetry(),
    "findtime": judge.getFindTime(),
}))
"""
CONNECTED = "]: connect from "
PROCESS = re.compile(r"smtpd\[(\d+)\]: ")
STAMP = re.compile(r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d ")


class Judgement(NamedTuple):
    """What fail2ban found in a log: failed logins, bans, and when it bans."""

    failures: int
    bans: list[Any]
    maxretry: int
    findtime: int


class Host:
    """Our host on simulated days: checks one after the other, and the server's log of them."""

    def __init__(self, server: Postfix, directory: Path) -> None:
        """Begin now, with nothing remembered."""
        self.server = server
        self.directory = directory
        self.now = float(int(time.time()))
        self.moments: list[float] = []
        server.attempts()  # so that all is in the log that was before
        self._seen = len(server.read_log())

    def secret(self, user: str, secret: str) -> None:
        """Put a secret into the user's password file."""
        file = self.directory / user
        file.touch(0o600)
        file.write_text(secret)

    def check(self, user: str, *options: str) -> Outcome:
        """Run a check now; it makes one connection."""
        where = ("-H", self.server.host, "-p", str(self.server.port_starttls), "-A", "PLAIN")
        who = ("-u", user, "-P", str(self.directory / user), "--tls", "none")
        memory = ("--state-dir", str(self.directory / "state"))
        request = parse((*where, *who, *memory, *options))
        checks = check(
            request.account, request.policy, request.caution, time_of_day=lambda: self.now
        )
        outcome = run_one(checks)
        assert outcome.observation is not None
        self.moments.append(self.now)
        return outcome

    def judged(self) -> Judgement:
        """Have fail2ban read what the server has logged."""
        done = subprocess.run(
            [PYTHON, "-c", JUDGE],
            input="".join(f"{moment}\t{line}\n" for moment, line in self._log()),
            stdout=subprocess.PIPE,
            env={**os.environ, "TZ": "UTC"},
            encoding="utf-8",
            check=True,
        )
        return Judgement(**json.loads(done.stdout))

    def _log(self) -> Iterator[tuple[float, str]]:
        """The lines that the checks left in the log, each with its simulated time."""
        self.server.attempts()
        lines = self.server.read_log()[self._seen :].splitlines()
        moments = iter(self.moments)
        moment = self.moments[0]
        of_process: dict[str, float] = {}
        for line in lines:
            process = PROCESS.search(line)
            if process is not None:
                if CONNECTED in line:
                    of_process[process[1]] = next(moments)
                moment = of_process[process[1]]
            stamp = time.strftime("%b %e %H:%M:%S ", time.gmtime(moment))
            yield moment, STAMP.sub(stamp, line, count=1)
        assert next(moments, None) is None


def require_fail2ban() -> None:
    """Skip the test unless fail2ban is installed."""
    if not (program("fail2ban-server") and Path("/etc/fail2ban/jail.conf").exists()):
        pytest.skip("install the Debian package fail2ban")


@pytest.fixture
def host(
    postfix_variant: Callable[..., Postfix], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Host:
    """A host that checks a Postfix which logs what it does by default."""
    require_fail2ban()
    # The hash that tells secrets apart is slow by design; over a day that is minutes.
    monkeypatch.setattr("check_smtp_auth.state.fingerprint.ROUNDS", 100)
    # Without TLS, since only the log matters, and without what is logged for other tests.
    settings = {"debug_peer_list": ""}
    return Host(postfix_variant(tls="none", auth_only=False, settings=settings), tmp_path)


def test_a_wrong_password_all_day(host: Host) -> None:
    """A wrong password checked every minute of a day fails at most seven times, never banned."""
    host.secret("probe", "wrong-secret")
    slugs = set()
    for _ in range(DAY // MINUTE):
        outcome = host.check("probe")
        slugs.add(outcome.verdict.slug)
        assert outcome.verdict.state == "CRITICAL"
        host.now += MINUTE
    judged = host.judged()
    assert slugs == {"credentials-rejected", "held"}
    assert 2 <= judged.failures <= 7
    assert judged.bans == []
    assert (judged.maxretry, judged.findtime) == (5, 600)


def test_without_guard_we_are_banned(host: Host) -> None:
    """The same checks with --no-guard get this host banned at the fifth: so the others can fail."""
    began = host.now
    host.secret("probe", "wrong-secret")
    for _ in range(8):
        host.check("probe", "--no-guard")
        host.now += MINUTE
    judged = host.judged()
    assert judged.failures == 8
    ((moment, address),) = judged.bans
    assert moment == began + 4 * MINUTE
    assert address in ("127.0.0.1", "::1")  # what localhost is here


def test_twenty_accounts_that_go_bad_at_once(host: Host) -> None:
    """Twenty accounts whose passwords are changed at once do not get the five good ones banned."""
    users = [f"user-{number}" for number in range(25)]
    bad = users[:20]
    for user in users:
        host.server.set_password(user, "right-secret")
        host.secret(user, "right-secret")
        assert host.check(user).verdict.slug == "authenticated"
    for user in bad:
        host.server.set_password(user, "changed-secret")
    for _ in range(32):
        for user in users:  # spread over the minute, as a monitor does it
            outcome = host.check(user)
            host.now += MINUTE / len(users)
            if user not in bad:
                assert outcome.verdict.state == "OK"
                assert outcome.verdict.slug in ("authenticated", "held")
    judged = host.judged()
    assert 6 <= judged.failures <= 12
    assert judged.bans == []
