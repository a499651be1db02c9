"""Makes contrib/icinga2/smtp_auth.conf, Icinga 2's CheckCommand, from the plugin's options.

python contrib/dev/icinga2.py           write
python contrib/dev/icinga2.py --check   exit 1 where the file is stale
"""

from __future__ import annotations

import sys

from generated import write_or_check

from check_smtp_auth.options.table import Option, each_option

FILE = "contrib/icinga2/smtp_auth.conf"
NOT_FOR_A_SERVICE = ("help", "version", "explain", "list-accounts", "authorize")
# Names that may begin with a dash: as a word of its own that would be taken for an option.
NAMES = ("user", "account")
HEAD = """\
/*
 * CheckCommand smtp_auth: does this login still work on this SMTP server, and if not, why?
 *
 * Each option of check_smtp_auth is a custom variable, smtp_auth_ and its long name with
 * underscores; one with an empty value counts as not given. A password is never an argument,
 * since those show in the process list: name a file with smtp_auth_password_file.
 *
 * If you cannot use a file, smtp_auth_password_env = "SMTP_AUTH_PASSWORD" takes the password
 * from smtp_auth_password, through the environment. It is then part of Icinga's configuration,
 * and everyone who may read custom variables through its API can read it.
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
    return HEAD + "".join(map(_argument, for_a_service())) + TAIL


def for_a_service() -> list[Option]:
    """The options that a service may have."""
    return [option for option in each_option() if option.key not in NOT_FOR_A_SERVICE]


def variable(option: Option) -> str:
    """The custom variable of an option."""
    return "smtp_auth_" + option.given_as


def _argument(option: Option) -> str:
    """One argument: its long name, its variable, its description."""
    lines = [
        f'{"value" if option.value else "set_if"} = "${variable(option)}$"',
        f'description = "{option.help}"',
    ]
    if option.repeats and option.value:
        lines.append("repeat_key = true")
    if option.key in NAMES:
        lines.append('separator = "="')
    body = "".join(f"      {line}\n" for line in lines)
    return f'    "--{option.key}" = {{\n{body}    }}\n'


if __name__ == "__main__":
    sys.exit(write_or_check({FILE: definition()}))
