"""The command line: parses the arguments into a Request, a Fleet or a Question.

Every error is one line that says what to do, and repeats no value: it may be a password
put in the wrong place. An option with an empty value counts as not given, since monitors
pass empty macros.

The words are parsed as argparse would (POSIX utility conventions, with long options), which a
test verifies. argparse itself is imported for the help alone: importing it and building its
parser would be a sixteenth of the cost of a check.
"""

from __future__ import annotations

import os
import sys

from .. import __version__
from ..outputs import DEFAULT
from ..record import Record
from .given import Unfit, UsageError, account_of, caution_of, known_of, pace_of, policy_of
from .table import MANY, OPTIONS, SYSTEMS_OWN, each_option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ..accounts import Account, Caution, Origin, Pace, Policy
    from .given import Given
    from .table import Option

__all__ = ["Fleet", "HelpShown", "Question", "Request", "UsageError", "parse", "utf8"]

PROGRAM = "check_smtp_auth"
# The encoding by which argv was decoded; its octets are what counts.
ENCODING = sys.getfilesystemencoding()


class HelpShown(Exception):
    """-h or -V was given: the text is what to print."""


class Question(Record):
    """What --explain asks for: a diagnosis or a reply, "" for all diagnoses; and the output."""

    text: str
    output: str
    verbosity: int


class Request(Record):
    """An account to check, and how. With an ``origin``, which is still to be read, ``account`` is
    what is known before. ``authorize`` is the way in which somebody is to sign in first, "any" for
    whatever the provider supports, "" for no sign-in; with it, there may be no host yet.
    """

    account: Account
    policy: Policy
    caution: Caution
    output: str
    verbosity: int
    exit_zero: bool
    authorize: str = ""
    origin: Origin | None = None


class Fleet(Record):
    """The accounts of a file or a directory to check, or only to list: those with these ``names``,
    or all. The options ``given`` beside are stronger than the file. Without a path, the logins of a
    program (``from``) are listed.
    """

    path: str
    names: tuple[str, ...]
    given: Given
    pace: Pace
    listing: bool
    output: str
    verbosity: int
    exit_zero: bool


def parse(arguments: Sequence[str]) -> Request | Fleet | Question:
    """Parse the command line; raises UsageError or HelpShown."""
    given = _Words(arguments).read()
    output = given.get("output", DEFAULT)
    if not _OF_MANY.isdisjoint(given):
        return _fleet(given, output)
    if "explain" in given:
        wanted = "" if given["explain"] is True else given["explain"]
        return Question(wanted, output, given.get("verbose", 0))
    authorize = _way(given, output) if "authorize" in given else ""
    if authorize:
        given.setdefault("host", "")  # the provider names it after the sign-in
    origin = _origin(given)
    return Request(
        account=known_of(given) if origin else account_of(given),
        policy=policy_of(given),
        caution=caution_of(given),
        output=output,
        verbosity=given.get("verbose", 0),
        exit_zero=given.get("exit_zero", False),
        authorize=authorize,
        origin=origin,
    )


def _way(given: dict[str, Any], output: str) -> str:
    """Return the way in which somebody is to sign in; raises UsageError."""
    if "oauth" not in given:
        raise Unfit("{authorize} needs {oauth:FILE}")
    if "from" in given:
        raise Unfit("{authorize} and {from} cannot be used together")
    if output != DEFAULT:
        raise Unfit("{authorize} is for a person, and takes no {output}")
    return "any" if given["authorize"] is True else str(given["authorize"])


def _origin(given: dict[str, Any]) -> Origin | None:
    """Return what --from asks for, None if it was not given; raises Unfit."""
    if "from" in given:
        from .origin import origin_of  # only with --from

        return origin_of([given])
    if "from_keys" in given:
        raise Unfit("{from_keys} needs {from:KIND}")
    return None


_OF_MANY = frozenset(option.given_as for option in OPTIONS[MANY])
# The outputs in which accounts can be listed.
LISTINGS = ("nagios", "json", "zabbix")


def _fleet(given: dict[str, Any], output: str) -> Fleet:
    """Return the run of many that the options ask for; raises UsageError."""
    of_program = "from" in given and _OF_MANY.intersection(given) == {"list_accounts"}
    if "accounts" not in given and not of_program:
        first = min(_OF_MANY.intersection(given))
        other = " or {from:KIND}" if first == "list_accounts" else ""
        raise Unfit(f"{{{first}}} needs {{accounts:PATH}}{other}")
    names = tuple(dict.fromkeys(given.get("account", ())))
    if "explain" in given:
        raise Unfit("{explain} and {accounts} cannot be used together")
    if "authorize" in given:
        raise Unfit("{authorize} is for one account, by {oauth:FILE}, and takes no {accounts}")
    if "list_accounts" in given and output not in LISTINGS:
        raise Unfit(f"{{list_accounts}} takes {{output}} only with {', '.join(LISTINGS)}")
    if given.get("password_file") == "-" and len(names) != 1:
        raise Unfit("{password_file:-} works for one account only: give {account:NAME}")
    return Fleet(
        path=given.get("accounts", ""),
        names=names,
        given=given,
        pace=pace_of(given),
        listing="list_accounts" in given,
        output=output,
        verbosity=given.get("verbose", 0),
        exit_zero=given.get("exit_zero", False),
    )


def utf8(text: str) -> str:
    """Decode an argument as UTF-8 if its octets are valid, whatever the locale."""
    if ENCODING == "utf-8":
        return text
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeDecodeError:
        return text


class _Words:
    """The words of one command line, parsed from the first to the last."""

    def __init__(self, words: Sequence[str]) -> None:
        """Take the words; none is parsed yet."""
        self._words = list(words)
        self._options = {name: option for option in each_option() for name in option.names}
        self._given: dict[str, Any] = {}
        self._unknown: list[str] = []

    def read(self) -> dict[str, Any]:
        """Return the values given, by the options' keys with underscores; raises UsageError."""
        words = self._words
        while words:
            word = words.pop(0)
            if word == "--":
                self._unknown += words
                break
            if word.startswith("--"):
                self._long(word)
            elif _is_option(word) or word[:2] in self._options:
                self._short(word)
            else:
                self._unknown.append(word)
        if self._unknown:
            from .unknown import unknown  # for those who mistyped

            raise UsageError(unknown(self._unknown[0]))
        return {name: value for name, value in self._given.items() if value is not None}

    def _long(self, word: str) -> None:
        """Parse "--name", "--name=value" or "--name value"."""
        name, equals, value = word.partition("=")
        option = self._options.get(name)
        if option is None:
            self._unknown.append(word)
        elif option.value:
            self._take(option, value if equals else None)
        elif equals:
            raise _fault(option, "takes no value")
        else:
            self._switch(option)

    def _short(self, word: str) -> None:
        """Parse "-n", switches in a row ("-vv"), and "-nvalue", "-n=value" or "-n value"."""
        option = self._options.get(word[:2])
        if option is None:
            self._unknown.append(word)
            return
        for position in range(1, len(word)):
            letter, rest = f"-{word[position]}", word[position + 1 :]
            found = self._options.get(letter)
            if found is None:
                raise _fault(option, "takes no value")
            option = found
            if option.value:
                if rest.startswith(" "):
                    from .unknown import QUOTED  # for those who mistyped

                    raise UsageError(QUOTED.format(letter))
                self._take(option, rest[rest.startswith("=") :] if rest else None)
                return
            self._switch(option)

    def _take(self, option: Option, value: str | None) -> None:
        """Store an option's value, which may be the next word."""
        if value is None and self._words and not _is_option(self._words[0]):
            value = self._words.pop(0)
        if value is None and not option.alone:
            raise _fault(option, "expected one argument")
        name = option.given_as
        meant: Any = True
        if value is not None:
            try:
                meant = option.convert(value if option.kind in SYSTEMS_OWN else utf8(value))
            except ValueError as error:
                raise _fault(option, str(error)) from None
        if not option.repeats:
            if name == "accounts" and self._given.get(name):
                raise _fault(option, "given twice: put the files into one directory, and give that")
            self._given[name] = meant
        elif meant is not None:
            self._given.setdefault(name, []).append(meant)

    def _switch(self, option: Option) -> None:
        """Store a switch; -h and -V raise HelpShown at once."""
        if option.key == "version":
            raise HelpShown(f"{PROGRAM} {__version__}")
        if option.key == "help":
            from .help import build_parser  # imports argparse

            raise HelpShown(build_parser().format_help())
        name = option.given_as
        self._given[name] = self._given.get(name, 0) + 1 if option.repeats else True


def _is_option(word: str) -> bool:
    """Tell whether a word is an option: not "-", which is standard input, nor a range such as
    "-1:5", nor anything with a blank in it.
    """
    if word.startswith("--") and "=" in word:
        return True
    if not word.startswith("-") or word == "-":
        return False
    return not (word[1:2].isdigit() and ":" in word) and " " not in word


def _fault(option: Option, problem: str) -> UsageError:
    """Return an error that names the option."""
    return UsageError(f"{'/'.join(option.names)}: {problem}")
