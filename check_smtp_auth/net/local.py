"""Who and where we are, as a server and as this system see it; and how busy this host is."""

from __future__ import annotations

import os
import socket
import time

# The descriptor of the scheduler's statistics about this process, once it is open.
_statistics: list[int] = []
# Checks that begin within so many seconds may share one look at them.
TOGETHER = 0.01
# The last figure, and when it was read (monotonic).
_told = [0.0, float("-inf")]


def literal(address: str) -> str:
    """Write an IP address as SMTP does (RFC 5321 section 4.1.3)."""
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def hello_name(local_address: str) -> str:
    """Return the name for EHLO: our host name if it is fully qualified, else our address as a
    literal. DNS is not asked.
    """
    name = socket.gethostname().rstrip(".")
    return name if _is_qualified(name) else literal(local_address)


def _is_qualified(name: str) -> bool:
    """Tell whether a name can be this host's alone: neither a single label, nor an address, nor a
    name for any host (localhost.localdomain).
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
    """Return how long this process has been ready to run without getting a processor, in seconds;
    the figure may be ``within`` so many seconds old. 0 if the system does not tell.
    """
    now = time.monotonic()
    if now >= _told[1] + within:
        _told[:] = _read_wait(), now
    return _told[0]


def _read_wait() -> float:
    """Read the figure from the system."""
    try:
        if not _statistics:
            _statistics.append(os.open("/proc/self/schedstat", os.O_RDONLY | os.O_CLOEXEC))
        return int(os.pread(_statistics[0], 100, 0).split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def whoami() -> str:
    """Name the user that we run as: under a monitor it is often not the one expected."""
    import pwd

    try:
        return f"the user {pwd.getpwuid(os.geteuid()).pw_name}"
    except KeyError:
        return f"user ID {os.geteuid()}"
