"""Where a Postfix that runs sends mail: what is read must be the same server."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from fakes.scripts import REJECT, clear
from fakes.server import Server
from servers.postfix import make_queue, master_command, master_environment
from servers.requirements import require

from check_smtp_auth.accounts import Misconfigured, Program
from check_smtp_auth.credentials.program import read
from check_smtp_auth.net.loop import run_one

SENDER = "a@x.test"
SERVERS = ("relay", "default", "map", "sender", "hub")
TO_HUB = "sender_dependent_relayhost_maps = inline:{ { @x.test = %(hub)s } }\n"
BY_SENDER = "sender_dependent_default_transport_maps = inline:{ { @x.test = %s } }\n"
DEFAULT = "default_transport = smtp:%(default)s\n"
# Lines of main.cf, and the server to which mail of the sender goes.
CASES = {
    "relayhost": ("", "relay"),
    "default_transport": (DEFAULT, "default"),
    "*": (DEFAULT + "transport_maps = inline:{ { * = smtp:%(map)s } }\n", "map"),
    "* without a service": (DEFAULT + "transport_maps = inline:{ { * = :%(map)s } }\n", "map"),
    "* without a server": (DEFAULT + "transport_maps = inline:{ { * = other: } }\n", ""),
    "of the sender": (DEFAULT + BY_SENDER % "smtp:%(sender)s", "sender"),
    "of the sender, without a server": (BY_SENDER % "other:", "relay"),
    "the sender's relayhost": (TO_HUB, "hub"),
    "over the sender's relayhost": (DEFAULT + TO_HUB, "default"),
    "* over the sender's": (TO_HUB + "transport_maps = inline:{ { * = smtp:%(map)s } }\n", "map"),
}
MASTER = """\
pickup  unix n - n 60  1 pickup
cleanup unix n - n -   0 cleanup
qmgr    unix n - n 300 1 qmgr
rewrite unix - - n -   - trivial-rewrite
bounce  unix - - n -   0 bounce
defer   unix - - n -   0 bounce
retry   unix - - n -   - error
smtp    unix - - n -   - smtp
other   unix - - n -   - smtp
tlsmgr  unix - - n 1000? 1 tlsmgr
scache  unix - - n -   1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@contextmanager
def running(directory: Path) -> Iterator[None]:
    """Run a Postfix."""
    process = subprocess.Popen(
        master_command(directory),
        env={**os.environ, **master_environment(directory)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def sent_to(directory: Path, servers: dict[str, Server]) -> str:
    """Send a mail; return to which server it went, "" where to none of them."""
    command = ["/usr/sbin/sendmail", "-C", f"{directory}/etc", "-f", SENDER, "b@far.test"]
    env = {"MAIL_CONFIG": f"{directory}/etc", "PATH": "/usr/sbin:/usr/bin:/bin"}
    subprocess.run(command, input=b"Subject: x\n\nx\n", env=env, check=True, timeout=20)
    log = directory / "log"
    for _ in range(300):
        for name, server in servers.items():
            if server.connections:
                return name
        if log.exists() and "dsn=" in log.read_text():
            return ""
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES)
def test_it_goes_where_postfix_sends_it(lines: str, expected: str) -> None:
    """The server that is read is the one to which a mail of this sender goes."""
    require("postfix", root=True)
    with ExitStack() as stack:
        # Postfix's own user cannot enter pytest's.
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        directory.chmod(0o755)
        (directory / "etc").mkdir()
        script = clear(REJECT, offer="AUTH PLAIN")
        servers = {name: stack.enter_context(Server(script)) for name in SERVERS}
        hops = {name: f"[127.0.0.1]:{server.port}" for name, server in servers.items()}
        (directory / "etc" / "main.cf").write_text(
            f"compatibility_level = 3.6\nqueue_directory = {directory}/queue\n"
            f"data_directory = {directory}/data\nmaillog_file = {directory}/log\n"
            f"maillog_file_prefixes = {directory}\nmyhostname = postfix.test\nmydestination =\n"
            "inet_protocols = ipv4\nsmtp_sasl_auth_enable = yes\nsmtp_tls_security_level = none\n"
            "smtp_sasl_security_options = noanonymous\nsmtp_sasl_password_maps = static:u:p\n"
            "smtp_host_lookup = native\nsmtp_dns_support_level = disabled\n"
            f"relayhost = {hops['relay']}\n{lines % hops}"
        )
        (directory / "etc" / "master.cf").write_text(MASTER)
        for name in ("main.cf", "master.cf"):
            os.utime(directory / "etc" / name, (time.time() - 60, time.time() - 60))
        make_queue(directory)
        with running(directory):
            assert sent_to(directory, servers) == expected
        wanted = Program("postfix", str(directory / "etc"), SENDER)
        if expected:
            (login,) = run_one(read(wanted, time.monotonic() + 30, False)).found
            assert login.port == servers[expected].port, login.problem
        else:
            with pytest.raises(Misconfigured, match="the recipients' own"):
                run_one(read(wanted, time.monotonic() + 30, False))
