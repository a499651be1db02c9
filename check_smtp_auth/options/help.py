"""The help text, and whatever else is made from an argparse parser with all options.

A check reads its arguments without argparse (see ``parser``), which would be a sixteenth of the
cost of a check.
"""

from __future__ import annotations

import argparse

from .table import OPTIONS, Option, each_option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

PROGRAM = "check_smtp_auth"
DESCRIPTION = """\
Logs in to an SMTP server with a credential, as your mail-sending programs do,
and reports whether it still works and, if not, why. It sends no mail.
"""
EXAMPLES = """\
examples:
  submission with STARTTLS, password in a file that only this user can read:
    check_smtp_auth -H mail.example.com -u finance -P /etc/smtp/finance
  implicit TLS, private certificate authority, WARNING above 2 s:
    check_smtp_auth -H 192.0.2.1 -p 465 --tls-name mail.example.com \\
        --ca-file /etc/ssl/our-ca.pem -u tickets -P /etc/smtp/tickets -w 2
  all accounts in a file, reported together:
    check_smtp_auth --accounts /etc/check_smtp_auth/accounts.ini
  the SMTP dialogue, with secrets masked:
    check_smtp_auth -H mail.example.com -u finance@example.com -P FILE -vv

exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (also -h, -V, wrong options)
"""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Format help for 80 columns: looking up the terminal's width would cost an import."""

    def __init__(self, prog: str) -> None:
        """Set the width."""
        super().__init__(prog, max_help_position=30, width=79)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Show the value once, not after each of an option's names."""
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        return f"{names} {self._format_args(action, action.dest.upper())}"


def build_parser() -> argparse.ArgumentParser:
    """Build the parser with all options, in the order of the help."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage="%(prog)s -H HOST -u USER -P FILE [options]\n"
        "       %(prog)s --accounts PATH [--account NAME] [options]",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=_Formatter,
        argument_default=argparse.SUPPRESS,
        add_help=False,
        allow_abbrev=False,
    )
    parser.color = False  # type: ignore[attr-defined]  # Python 3.14 would colour the help
    for title, options in OPTIONS.items():
        _add(parser.add_argument_group(title), options)
    for action, option in zip(parser._actions, each_option()):
        action.help = option.help
    return parser


def _add(group: argparse._ArgumentGroup, options: Iterable[Option]) -> None:
    """Add options to a parser."""
    for option in options:
        kind: dict[str, Any] = {"action": "count" if option.repeats else "store_true"}
        if option.value:
            kind = {"metavar": option.value}
            if option.repeats:
                kind["action"] = "append"
            elif option.alone:
                kind.update(nargs="?", const=True)
        group.add_argument(*option.names, **kind)
