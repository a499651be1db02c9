"""Programs of others that log in, to prove the servers with mechanisms that smtplib lacks.

Each returns the server's replies from AUTH on, up to the one that ends the exchange.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping

from .client import CLIENT, Server
from .process import PATIENCE

# Options go to curl by standard input, as every secret does.
_CURL = """\
url = "smtp://{server.host}:{server.port_starttls}/{client}"
ssl-reqd
cacert = "{server.ca_file}"
login-options = "AUTH={mechanism}"
noproxy = "*"
verbose
max-time = {patience:g}
request = NOOP
"""


def curl(server: Server, mechanism: str, **options: str) -> list[str]:
    """Log in with curl; `options` are further ones of its long options."""
    lines = _CURL.format(server=server, client=CLIENT, mechanism=mechanism, patience=PATIENCE)
    for name, value in options.items():
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        lines += f'{name.replace("_", "-")} = "{quoted}"\n'
    done = subprocess.run(
        ["curl", "-q", "--config", "-"],
        input=lines.encode("utf-8"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
    )
    return _replies(done.stdout)


def features_of_curl() -> list[str]:
    """Return what the curl that is installed was built with, such as NTLM."""
    told = subprocess.run(["curl", "--version"], check=True, stdout=subprocess.PIPE).stdout.decode()
    return told.rpartition("Features:")[2].split()


def gsasl(
    server: Server,
    mechanism: str,
    user: str,
    password: str,
    *options: str,
    environment: Mapping[str, str] | None = None,
) -> list[str]:
    """Log in with GNU SASL's command; `options` are further ones of its."""
    command = ["gsasl", "--smtp", "--verbose", f"--mechanism={mechanism}"]
    command += [f"--connect={server.host}:{server.port_starttls}", f"--authentication-id={user}"]
    command += [f"--x509-ca-file={server.ca_file}", *options]
    done = subprocess.run(
        command,
        input=f"{password}\n".encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **(environment or {})},
        start_new_session=True,  # with a terminal at hand it would ask there
        timeout=PATIENCE,
    )
    return _replies(done.stdout)


def _replies(output: bytes) -> list[str]:
    """Return the replies among all that a program printed."""
    text = output.decode("utf-8", "replace").replace("\r\n", "\n")
    _, *exchange = re.split(r"^(?:> )?AUTH ", text, maxsplit=1, flags=re.MULTILINE)
    found: list[str] = []
    for reply in re.findall(r"^(?:< )?(\d{3} .*)$", "".join(exchange), re.MULTILINE):
        found.append(reply)
        if not reply.startswith("334"):
            break
    return found
