"""The command line: arguments to what was given, and so to a Request.

Every error is one line that says what to do, and repeats no value: it may be a password
put in the wrong place. An option with an empty value counts as not given, since monitors
pass empty macros.
"""

from __future__ import annotations

import argparse
import os
import sys

from .. import __version__
from .given import UsageError, account_of, caution_of, policy_of
from .table import OPTIONS, OUTPUTS, SYSTEMS_OWN, Option, each_option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Callable, NoReturn

    from ..accounts import Account, Caution, Policy

__all__ = ["HelpShown", "Request", "UsageError", "build_parser", "parse", "utf8"]

PROGRAM = "check_smtp_auth"
DESCRIPTION = """\
Logs in to an SMTP server with a credential, as the programs do that send mail
with it, and tells whether it still works and if not, why. It sends no mail.
"""
EXAMPLES = """\
examples:
  submission with STARTTLS, password in a file that only we can read:
    check_smtp_auth -H mail.example.com -u finance@example.com -P /etc/smtp/fin
  implicit TLS, a certificate authority of our own, warning over 2 s:
    check_smtp_auth -H 192.0.2.1 -p 465 --tls-name mail.example.com \\
        --ca-file /etc/ssl/our-ca.pem -u tickets -P /etc/smtp/tickets -w 2
  what goes over the wire, secrets masked:
    check_smtp_auth -H mail.example.com -u finance@example.com -P FILE -vv

exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (also -h, -V, wrong options)
"""
# In what argv was decoded; its octets are what counts.
ENCODING = sys.getfilesystemencoding()


class HelpShown(Exception):
    """-h or -V was given: the text is what it asks for."""


class _Parser(argparse.ArgumentParser):
    """argparse, with errors raised in place of printed, and a range taken for a value."""

    color = False

    def error(self, message: str) -> NoReturn:
        """Raise what argparse objects to, without the value (see ``_converted``)."""
        option, ignored, _ = message.partition(": ignored explicit argument")
        text = f"{option}: takes no value" if ignored else message
        raise UsageError(text.replace("argument ", "", 1))

    def _parse_optional(self, arg_string: str) -> Any:
        """Take "-1:5" for the range that it is, and not for an option."""
        if arg_string[:1] == "-" and arg_string[1:2].isdigit() and ":" in arg_string:
            return None
        return super()._parse_optional(arg_string)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help for 80 columns: looking up the terminal's width would cost an import."""

    def __init__(self, prog: str) -> None:
        """Fix the width."""
        super().__init__(prog, max_help_position=30, width=79)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Name the value once, not behind each of an option's names."""
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        return f"{names} {self._format_args(action, action.dest.upper())}"


class _Version(argparse.Action):
    """-V."""

    def __call__(self, *_: object) -> None:
        """Raise the version line."""
        raise HelpShown(f"{PROGRAM} {__version__}")


class _Help(argparse.Action):
    """-h."""

    def __call__(self, *_: object) -> None:
        """Raise the help on all options."""
        raise HelpShown(build_parser().format_help())


ACTIONS: dict[str, type[argparse.Action]] = {"version": _Version, "help": _Help}


class Request(argparse.Namespace):
    """What was asked for, beside account and policy."""

    account: Account
    policy: Policy
    caution: Caution
    output: str
    verbosity: int
    exit_zero: bool
    explain: str | None = None


def parse(arguments: Sequence[str]) -> Request:
    """Read the command line; raises UsageError or HelpShown."""
    named = _named(arguments)
    parser = _empty_parser()
    _add(
        parser.add_argument_group(),
        [each for each in each_option() if not named.isdisjoint(each.names)],
    )
    found, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise UsageError(_unknown(unknown))
    given = {name: value for name, value in vars(found).items() if value is not None}
    output = given.get("output", OUTPUTS[0])
    if "explain" in given:
        wanted = "" if given["explain"] is True else given["explain"]
        return Request(explain=wanted, output=output)
    return Request(
        account=account_of(given),
        policy=policy_of(given),
        caution=caution_of(given),
        output=output,
        verbosity=given.get("verbose", 0),
        exit_zero=given.get("exit_zero", False),
    )


def build_parser() -> argparse.ArgumentParser:
    """Build the parser with all options, in the order of the help."""
    parser = _empty_parser()
    for title, options in OPTIONS.items():
        _add(parser.add_argument_group(title), options)
    for action, option in zip(parser._actions, each_option()):
        action.help = option.help
    return parser


def utf8(text: str) -> str:
    """Take an argument for UTF-8 where its octets are that, whatever the locale says."""
    if ENCODING == "utf-8":
        return text
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeDecodeError:
        return text


def _empty_parser() -> _Parser:
    """A parser that knows no option yet."""
    parser = _Parser(
        prog=PROGRAM,
        usage="%(prog)s -H HOST -u USER -P FILE [options]",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=_Formatter,
        argument_default=argparse.SUPPRESS,
        add_help=False,
        allow_abbrev=False,
    )
    parser.color = False  # Python 3.14 would colour the help, by FORCE_COLOR too
    return parser


def _named(arguments: Sequence[str]) -> set[str]:
    """The names of options that may stand in the words; some may be values in truth.

    Only these are put into the parser: all of them would cost a fiftieth of a whole check.
    """
    names = set()
    for word in arguments:
        if word.startswith("--"):
            names.add(word.partition("=")[0])
        elif word.startswith("-"):
            names.update(f"-{letter}" for letter in word[1:])
    return names


def _add(group: argparse._ArgumentGroup, options: Iterable[Option]) -> None:
    """Add options to a parser."""
    for option in options:
        kind: dict[str, Any] = {}
        if option.value:
            kind = {"metavar": option.value, "type": _converted(option)}
            if option.repeats:
                kind["action"] = "append"
            elif option.alone:
                kind.update(nargs="?", const=True)
        elif option.key in ACTIONS:
            kind = {"action": ACTIONS[option.key], "nargs": 0}
        else:
            kind["action"] = "count" if option.repeats else "store_true"
        group.add_argument(*option.names, **kind)


def _converted(option: Option) -> Callable[[str], Any]:
    """Wrap an option's conversion: an error is told in our own words."""

    def convert(text: str) -> Any:
        try:
            return option.convert(text if option.kind in SYSTEMS_OWN else utf8(text))
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def _unknown(words: Sequence[str]) -> str:
    """Name an unknown option, never a value."""
    name = words[0].partition("=")[0]
    if not name.startswith("-"):
        return "a value without an option in front of it (it is not repeated here)"
    name = name if name.startswith("--") else name[:2]
    if "pass" in name:
        return f"{name} is unknown: no option takes the password itself; use -P FILE"
    return f"{name} is unknown; -h shows all options"
