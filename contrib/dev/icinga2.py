"""Makes contrib/icinga2/smtp_auth.conf, Icinga 2's CheckCommand, from the plugin's options.

python contrib/dev/icinga2.py           write
python contrib/dev/icinga2.py --check   exit 1 where the file is stale
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from check_smtp_auth.options.parser import build_parser  # noqa: E402

FILE = ROOT / "contrib" / "icinga2" / "smtp_auth.conf"
NOT_FOR_A_SERVICE = ("help", "version", "explain")
# What the help says in the light of the line above it or of the value's name.
DESCRIPTIONS = {
    "timeout": "seconds for the whole check; default 10",
    "password_file": "file with the password in its first line",
    "password_env": "environment variable that holds the password",
    "password_command": "command whose first line of output is the password; no shell",
    "netrc": "netrc file that holds the password",
    "credential": "systemd credential that holds the password",
    "ca_path": "trust these authorities, a directory with hashed names",
    "client_key": "key of the client certificate; default in the same file",
    "tls": "TLS mode: starttls (default), implicit, none",
    "tls_min": "lowest TLS version: 1.2 or 1.3",
    "mail_from": "ask if it may send from this address; <>: the null sender",
    "rcpt_to": "ask if it may send to this address too",
    "warning": "range of the total time in seconds, outside it WARNING",
    "critical": "range of the total time in seconds, outside it CRITICAL",
    "connect_warning": "range of the time of the TCP connect, outside it WARNING",
    "connect_critical": "range of the time of the TCP connect, outside it CRITICAL",
    "auth_warning": "range of the time of the AUTH exchange, outside it WARNING",
    "auth_critical": "range of the time of the AUTH exchange, outside it CRITICAL",
    "expect": "accepted (default), or rejected for a retired credential",
    "accept_drift": "take what is seen now as the new baseline",
    "expect_mechanism": "mechanism that must be offered",
    "expect_issuer": "text that must be in the name of the certificate's issuer",
    "expect_fingerprint": "SHA-256 fingerprint that the certificate must have",
    "state": "DIAGNOSIS=STATE, gives a diagnosis another state; may be a list",
    "state_dir": "directory to remember logins in; none: nowhere",
    "max_rejections": "rejected logins after which the account is held; default 2",
    "max_server_rejections": "rejected logins of all accounts of a server in 15 minutes; default 3",
    "hold": "how long an account is held at first; default 1h",
    "retry_now": "try once though the account is held (once in 10 minutes)",
    "output": "format of the output: nagios or json",
    "verbose": "a longer report",
}
HEAD = """\
/*
 * CheckCommand smtp_auth: does this login still work on this SMTP server, and if not, why?
 *
 * Each option of check_smtp_auth is a custom variable, smtp_auth_ and its long name with
 * underscores; one with an empty value counts as not given. A password is never an argument,
 * since those show in the process list: name a file with smtp_auth_password_file.
 *
 * Where a file cannot be had, smtp_auth_password_env = "SMTP_AUTH_PASSWORD" takes the password
 * from smtp_auth_password by way of the environment. It then stands in Icinga's configuration,
 * and whoever may read custom variables by its API can read it.
 *
 * Made by contrib/dev/icinga2.py from the plugin's options.
 */
object CheckCommand "smtp_auth" {
  command = [ PluginDir + "/check_smtp_auth" ]

  arguments = {
"""
TAIL = """\
  }

  env.SMTP_AUTH_PASSWORD = "$smtp_auth_password$"

  vars.smtp_auth_host = "$address$"
}
"""


def definition() -> str:
    """The whole file."""
    options = [each for each in build_parser()._actions if each.dest not in NOT_FOR_A_SERVICE]
    unknown = DESCRIPTIONS.keys() - {each.dest for each in options}
    if unknown:
        raise SystemExit(f"described here, but no options: {', '.join(sorted(unknown))}")
    return HEAD + "".join(map(_argument, options)) + TAIL


def _argument(option: argparse.Action) -> str:
    """One argument: its first long name, its variable, its description."""
    name = next(each for each in option.option_strings if each.startswith("--"))
    variable = "smtp_auth_" + name.strip("-").replace("-", "_")
    lines = [
        f'{"set_if" if option.nargs == 0 else "value"} = "${variable}$"',
        f'description = "{DESCRIPTIONS.get(option.dest, option.help)}"',
    ]
    if isinstance(option.default, list):
        lines.append("repeat_key = true")
    body = "".join(f"      {line}\n" for line in lines)
    return f'    "{name}" = {{\n{body}    }}\n'


def main() -> int:
    """Write the file, or check it."""
    new = definition()
    if "--check" in sys.argv:
        return int(FILE.read_text("utf-8") != new)
    FILE.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
