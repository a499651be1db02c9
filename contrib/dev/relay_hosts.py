"""What OpenSMTPD makes of a relay's host: the truth that tests/configs/opensmtpd.jsonl records.

    python contrib/dev/relay_hosts.py > tests/configs/opensmtpd.jsonl

As root, on Debian: the package is unpacked and not installed, as it cannot be beside another mail
server. The daemon runs once for each host, in namespaces of its own, without a network.
"""

from __future__ import annotations

import fcntl
import json
import os
import random
import re
import smtplib
import socket
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TRAPS = (
    *("h.example", "h.example:2525", "smtp://h.example", "smtp+tls://label@h.example:587"),
    *("SMTPS://label@h.example", "smtp+notls://h.example", "smtp://label@h.example"),
    *("smtp+notls://label@h.example", "lmtp://h.example:24", "smtp+tls://label@[::1]:587"),
    *("smtps://label@[IPv6:2001:db8::1]", "[192.0.2.1]:25", "smtp+tls://@h.example"),
    *("smtp+tls://user:pw@h_x.example", "smtp+tls://a@b@h.example", "smtps://l@H.Example:0465"),
    *("smtp+tls://label@h.example/x:y", "smtp+tls://label@[::1", "smtp+tls://label@::1"),
    *("smtp+tls://label@h.example:0", "smtp+tls://label@h.example:", "smtps://l@h.example:99999"),
    *("smtp+tls://label@h.example:587/x", "smtp+tls://", "tls+auth://label@h.example", "tls://h"),
    *("smtps://l@h.example:25 ", " h.example"),
    *("smtps://l@h-x.example?y", "smtps://l@grün.example", "smtps:/l@h.example", "smtps://l%40@h"),
)
SCHEMES = ("", "smtp://", "smtp+tls://", "smtps://", "smtp+notls://", "Smtps://", "secure://")
PIECES = (
    "label",
    "@",
    ":",
    "25",
    "[",
    "]",
    "::1",
    "ipv6:",
    "h.example",
    "/",
    "127.0.0.1",
    "0",
    "_",
)
RELAY = re.compile(r"\[relay:(.*?),port=(\d+),([a-z+]+)(?:,auth=secrets:(.*?))?(?:,mx)?\]")
USERS = ("opensmtpd", "opensmtpq")
CONFIGURATION = """\
table secrets {{ label = "user:password" }}
listen on 127.0.0.1 port 12525
action "relay" relay host "{host}"{login}
match from any for any action "relay"
"""


def hosts() -> list[str]:
    """The hosts that OpenSMTPD is asked about."""
    chance = random.Random(20)
    made = [
        chance.choice(SCHEMES) + "".join(chance.choices(PIECES, k=chance.randint(1, 6)))
        for _ in range(40)
    ]
    return list(dict.fromkeys((*TRAPS, *made)))


def prepare(folder: Path) -> None:
    """Have the users and directories that the daemon wants, in this namespace alone."""
    control = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", b"lo", 1))  # SIOCSIFFLAGS, IFF_UP
    for name, rest in (("passwd", "::/:/bin/false"), ("group", "")):
        lines = [
            f"{user}:x:{951 + number}:{f'{951 + number}' if rest else ''}{rest}\n"
            for number, user in enumerate(USERS)
        ]
        copy = folder / name
        copy.write_text(Path("/etc", name).read_text("utf-8") + "".join(lines), "utf-8")
        subprocess.run(["mount", "--bind", copy, f"/etc/{name}"], check=True)
    for place in ("/var/spool", "/var/lib", "/run"):
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=True)
    for made in ("/var/spool/smtpd", "/var/lib/opensmtpd/empty"):
        Path(made).mkdir(parents=True)
        Path(made).chmod(0o711)


def mail(patience: float) -> None:
    """Hand the daemon a mail, once it listens."""
    limit = time.monotonic() + patience
    while True:
        try:
            with smtplib.SMTP("127.0.0.1", 12525, timeout=patience) as server:
                server.sendmail("from@example.test", ["to@example.test"], "Subject: x\n\nx\n")
            return
        except OSError:
            if time.monotonic() > limit:
                raise
            time.sleep(0.05)


def answer(daemon: Path, folder: Path, host: str) -> dict[str, object] | None:
    """What the daemon says of a host, where it would relay a mail to; None for what it refuses."""
    configuration, log = folder / "smtpd.conf", folder / "log"
    login = " auth <secrets>" if "@" in host else ""
    configuration.write_text(CONFIGURATION.format(host=host, login=login), "utf-8")
    configuration.chmod(0o644)
    with open(log, "wb") as output:
        running = subprocess.Popen(
            [daemon, "-d", "-v", "-f", configuration], stdout=output, stderr=output
        )
        try:
            mail(20)
            limit = time.monotonic() + 20
            while time.monotonic() < limit:
                said = log.read_text("utf-8", "replace")
                found = RELAY.search(said)
                if found:
                    place, port, scheme, label = found.groups()
                    return {"host": place, "port": int(port), "scheme": scheme, "label": label}
                if "Failed to parse smarthost" in said:
                    return None
                time.sleep(0.05)
        finally:
            running.terminate()
            running.wait()
    raise SystemExit(f"no answer for {host!r}:\n{log.read_text('utf-8', 'replace')}")


def main() -> None:
    """Print a host and its answer a line."""
    if len(sys.argv) == 1:
        with tempfile.TemporaryDirectory() as name:
            os.chmod(
                name, 0o755
            )  # apt downloads as the user _apt, and the daemon has its own users
            subprocess.run(
                ["apt-get", "download", "-q", "opensmtpd"], cwd=name, check=True, stdout=2
            )
            (package,) = Path(name).glob("opensmtpd_*.deb")
            subprocess.run(["dpkg", "-x", package, name], check=True)
            inside = ["unshare", "-mnpf", "--mount-proc", sys.executable, __file__, name]
            raise SystemExit(subprocess.run(inside).returncode)
    folder = Path(sys.argv[1])
    prepare(folder)
    for host in hosts():
        told = answer(folder / "usr/sbin/smtpd", folder, host)
        print(json.dumps({"relay": host, "answer": told}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
