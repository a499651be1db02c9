"""Who and where we are: as a server sees it, and as this system does."""

from __future__ import annotations

import os
import socket
import time

# The descriptor of what the scheduler tells of us, once it is open.
_statistics: list[int] = []
# Checks that are begun within so many seconds may share what it tells.
TOGETHER = 0.01
# What it told last, and when (monotonic).
_told = [0.0, float("-inf")]


def literal(address: str) -> str:
    """Write an IP address as SMTP does (RFC 5321 section 4.1.3)."""
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def hello_name(local_address: str) -> str:
    """The name for EHLO: our host name if it is fully qualified, else our address as a
    literal. No DNS look-up for it.
    """
    name = socket.gethostname().rstrip(".")
    return name if _is_qualified(name) else literal(local_address)


def _is_qualified(name: str) -> bool:
    """Tell whether it is a name that can be this host's alone: neither of one label, nor an
    address, nor one that stands for any host (localhost.localdomain).
    """
    labels = name.lower().split(".")
    if len(labels) < 2 or labels[-1].isdigit() or not name.isascii():
        return False
    if labels[0].startswith("localhost") or labels[-1].startswith(("localhost", "localdomain")):
        return False
    return all(label.replace("-", "").isalnum() and label.strip("-") == label for label in labels)


def is_loopback(address: str) -> bool:
    """Tell whether what is sent there stays on this machine."""
    return address.startswith(("127.", "::ffff:127.")) or address == "::1"


def processor_wait(within: float = 0.0) -> float:
    """How long this process has been ready to run and got no processor, in seconds since it
    began; as it was so many seconds ago at most. 0 where the system does not tell.
    """
    now = time.monotonic()
    if now >= _told[1] + within:
        _told[:] = _read_wait(), now
    return _told[0]


def _read_wait() -> float:
    """Ask the system for it."""
    try:
        if not _statistics:
            _statistics.append(os.open("/proc/self/schedstat", os.O_RDONLY | os.O_CLOEXEC))
        return int(os.pread(_statistics[0], 100, 0).split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def whoami() -> str:
    """Name the user that we run as: under a monitor it is often another than one thinks."""
    import pwd

    try:
        return f"the user {pwd.getpwuid(os.geteuid()).pw_name}"
    except KeyError:
        return f"user ID {os.geteuid()}"
