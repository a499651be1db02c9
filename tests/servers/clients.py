"""Programs of others that log in, to prove the servers with mechanisms that smtplib lacks.

Each returns the server's replies from AUTH on, up to the one that ends the exchange.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable

from .client import CLIENT
from .mailserver import MailServer

# Options go to curl by standard input, as every secret does.
_CURL = """\
url = "smtp://{server.host}:{server.port_starttls}/{client}"
ssl-reqd
cacert = "{server.ca_file}"
login-options = "AUTH={mechanism}"
noproxy = "*"
verbose
max-time = 20
request = NOOP
"""


def curl(server: MailServer, mechanism: str, **options: str) -> list[str]:
    """Log in with curl; `options` are further ones of its long options."""
    lines = _CURL.format(server=server, client=CLIENT, mechanism=mechanism)
    for name, value in options.items():
        lines += f'{name.replace("_", "-")} = "{value}"\n'
    done = subprocess.run(
        ["curl", "-q", "--config", "-"],
        input=lines.encode("utf-8"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=30,
    )
    return _replies(done.stdout.decode("utf-8", "replace").splitlines(), "> AUTH ", "< ")


def _replies(lines: Iterable[str], auth: str, reply: str) -> list[str]:
    """Return what follows `reply` in the lines after the one that starts with `auth`."""
    found: list[str] = []
    seen = False
    for line in lines:
        seen = seen or line.startswith(auth)
        if seen and line.startswith(reply):
            found.append(line[len(reply) :].rstrip())
            if not found[-1].startswith("334"):
                break
    return found
