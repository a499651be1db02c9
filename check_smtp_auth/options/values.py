"""The values of options: each is parsed and checked. Pure.

Each function takes the text and returns the value. Each raises ValueError with words that
follow the option's name in the error; they never repeat the text, which may be a password
put in the wrong place.
"""

from __future__ import annotations

from .. import sasl
from ..certificate import days_since_epoch
from ..diagnosis.catalogue import ENTRIES, STATES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from ..accounts import Program
    from ..ranges import Range

MOST_SECONDS = 3600.0
# Stands for the sender that a program is configured with; no address has a blank.
AUTO = "auto "
# The most digits of a number: Python is slow with thousands of them, and then refuses.
_LONGEST = 20
LONGEST_RUN = 86_400.0
DIGITS = "0123456789"
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
# How link-local addresses begin (fe80::/10).
_LINK_LOCAL = ("fe8", "fe9", "fea", "feb")
LETTERSDIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + DIGITS


def parse_range(text: str) -> Range:
    """A range: see ``ranges``, which is loaded only if one is given."""
    from .. import ranges

    return ranges.parse_range(text)


def one_of(*choices: str) -> Callable[[str], str]:
    """Return a conversion that accepts only these words."""

    def choose(text: str) -> str:
        if text not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return text

    return choose


def port(text: str) -> int:
    """A TCP port."""
    if not only(DIGITS, text) or len(text) > 5 or not 0 < int(text) < 65536:
        raise ValueError("must be a port number, 1 to 65535")
    return int(text)


def timeout(text: str) -> float:
    """Seconds that a check may take."""
    return _seconds(text, MOST_SECONDS)


def deadline(text: str) -> float:
    """Seconds that a run of many may take."""
    return _seconds(text, LONGEST_RUN)


def _seconds(text: str, most: float) -> float:
    """Seconds, above 0."""
    plain = only(DIGITS, text.replace(".", "", 1)) and len(text) <= _LONGEST
    seconds = float(text) if plain else 0.0
    if not 0 < seconds <= most:
        raise ValueError(f"must be a number of seconds above 0, at most {most:g}")
    return seconds


def duration(text: str) -> float:
    """A length of time such as 90s, 15m, 1h or 2d, in seconds; without a unit, seconds."""
    number, unit = (text[:-1], text[-1]) if text[-1] in _UNITS else (text, "s")
    plain = only(DIGITS, number) and len(number) <= _LONGEST
    if not plain or not 0 < int(number) * _UNITS[unit] <= _UNITS["d"] * 365:
        raise ValueError("must be a duration such as 90s, 15m, 1h or 2d, at most 365d")
    return float(int(number) * _UNITS[unit])


def duration_text(seconds: float) -> str:
    """Return a length of time as ``duration`` accepts it."""
    unit = max((each for each in _UNITS if seconds % _UNITS[each] == 0), key=_UNITS.__getitem__)
    return f"{seconds / _UNITS[unit]:g}{unit}"


def date(text: str) -> float:
    """A day such as 2027-01-31: its beginning (UTC), in seconds since the epoch."""
    parts = text.split("-")
    if [len(part) for part in parts] == [4, 2, 2] and all(only(DIGITS, part) for part in parts):
        year, month, day = map(int, parts)
        next_month = days_since_epoch(year + month // 12, month % 12 + 1, 1)
        if (
            year >= 1970
            and 1 <= month <= 12
            and 1 <= day <= next_month - days_since_epoch(year, month, 1)
        ):
            return days_since_epoch(year, month, day) * 86_400.0
    raise ValueError("must be a date such as 2027-01-31")


def count(text: str) -> int:
    """A whole number, 1 or more."""
    if not only(DIGITS, text) or len(text) > _LONGEST or not 0 < int(text) <= 99_999:
        raise ValueError("must be a whole number from 1 to 99999")
    return int(text)


def days(text: str) -> tuple[int, int | None]:
    """Days for WARNING and, if given, for CRITICAL; 0 turns the one or the other off."""
    parts = text.split(",")
    if len(parts) > 2 or not all(only(DIGITS, part) and len(part) < 6 for part in parts):
        raise ValueError("must be WARN or WARN,CRIT in whole days, such as 30,7")
    warning, *critical = map(int, parts)
    if critical and 0 < warning < critical[0]:
        raise ValueError("the second number (CRITICAL) must not be above the first (WARNING)")
    return warning, critical[0] if critical else None


def mechanisms(text: str) -> tuple[str, ...]:
    """SASL mechanisms, each once, in order."""
    names = tuple(name.strip().upper() for name in text.split(",") if name.strip())
    if not names or not all(sasl.entry(name) for name in names):
        raise ValueError(f"must name mechanisms from {', '.join(sasl.NAMES)}")
    return tuple(dict.fromkeys(names))


def mechanism(text: str) -> str:
    """One SASL mechanism."""
    return mechanisms(text)[0]


def state(text: str) -> tuple[str, str]:
    """A diagnosis and the state it is to have."""
    slug, _, name = text.partition("=")
    if slug not in ENTRIES:
        raise ValueError("must be DIAGNOSIS=STATE with a known diagnosis; --explain lists them")
    if name.upper() not in STATES:
        raise ValueError(f"must be DIAGNOSIS=STATE with a state of {', '.join(STATES)}")
    return slug, name.upper()


def user(text: str) -> str:
    """A user name."""
    if not text.strip():
        raise ValueError("the user name is empty")
    return printable(text)


def printable(text: str) -> str:
    """Any text that can be printed."""
    if any("\udc80" <= letter <= "\udcff" for letter in text):  # what Python makes of other octets
        raise ValueError("must be UTF-8")
    if not text.isprintable():
        raise ValueError("must not contain control characters")
    return text


def mail_address(text: str) -> str:
    """An address for MAIL and RCPT: see ``addresses``, which is loaded only if one is given."""
    from . import addresses

    return addresses.mail_address(text)


def sender(text: str) -> str:
    """An address for MAIL, or AUTO."""
    return AUTO if text == "auto" else mail_address(text)


def recipient(text: str) -> str:
    """An address for RCPT: there is no null recipient."""
    address = mail_address(text)
    if not address:
        raise ValueError("must be a mail address")
    return address


def program(text: str) -> Program:
    """The value of --from: see ``programs``, which is loaded only if it is given."""
    from . import programs

    return programs.program(text)


def program_keys(text: str) -> dict[str, str]:
    """The value of --from-keys: see ``programs``."""
    from . import programs

    return programs.keys(text)


def fingerprint(text: str) -> str:
    """A SHA-256 fingerprint, in hexadecimal with or without colons."""
    digits = text.replace(":", "").lower()
    if len(digits) != 64 or not only(DIGITS + "abcdef", digits):
        raise ValueError("must be a SHA-256 fingerprint: 64 hexadecimal digits")
    return digits


def hello(text: str) -> str:
    """A name for EHLO: see ``addresses``, which is loaded only if one is given."""
    from . import addresses

    return addresses.hello(text)


def address(text: str) -> str:
    """An IP address, unbracketed."""
    found = unbracketed(text)
    if not _is_address(found):
        raise ValueError("must be an address, not a name")
    _require_zone(found)
    return found


def _is_address(text: str) -> bool:
    import ipaddress  # only for an address

    try:
        ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return True


def _require_zone(text: str) -> None:
    """Raise ValueError for a link-local address without its interface."""
    first, colon, rest = text.partition(":")
    if colon and len(first) == 4 and first[:3].lower() in _LINK_LOCAL and "%" not in rest:
        raise ValueError(
            "a link-local address needs the interface that it is on, as in fe80::1%eth0"
        )


def unbracketed(text: str) -> str:
    """Return a text without the brackets that an IPv6 address may have around it."""
    return text[1:-1] if text.startswith("[") and text.endswith("]") else text


def host(text: str) -> str:
    """A host name in ASCII (by IDNA if need be), or an address, unbracketed."""
    name = unbracketed(text)
    if any(mark in name for mark in "/ @") or (":" in name and not _is_address(name)):
        raise ValueError("takes only a host name or an address; give the port with -p")
    _require_zone(name)
    try:
        name = ascii_name(name.rstrip("."))
    except UnicodeError:
        name = ""
    labels = name.split(".")
    signs = "-._:%" if ":" in name else "-._"
    well_formed = only(LETTERSDIGITS + signs, name) and all(map(len, labels))
    if not well_formed or len(name) > 253 or max(map(len, labels)) > 63:
        raise ValueError("must be a host name or an address")
    return name


def ascii_name(name: str) -> str:
    """A domain in ASCII; raises UnicodeError."""
    if name.isascii():
        return name
    from .idna import ascii_name  # only for such names

    return ascii_name(name)


def unreplaced(text: str, whole: bool = False) -> bool:
    """Tell whether a value contains a macro that the monitor should have replaced.

    Nagios, Naemon: $HOSTADDRESS$, $ARG1$, $_HOSTSMTP_USER$; Icinga 2: $host.address$,
    $smtp_auth_user$; Zabbix: {HOST.CONN}, {$SMTP_AUTH.USER}, {#LLD}. Within a longer text, only
    what is hardly meant literally counts; with ``whole``, the macro must be the whole text.
    """
    if "$" not in text and "{" not in text:
        return False
    import re  # only for such texts

    if re.fullmatch(rf"\$[A-Za-z_][\w.]*(:[^$]*)?\$|{_MACRO}", text):
        return True
    return not whole and re.search(_MACRO, text) is not None


_MACRO = (
    r"\$(_(HOST|SERVICE|CONTACT)|HOST|SERVICE|CONTACT|(ARG|USER)\d)[A-Z0-9_]*(:[^$]*)?\$"
    r"|\$(host|service|user|command|smtp_auth)[._][a-z0-9_.]*\$"
    r"|\{\$[A-Z_][A-Z0-9_.]*(:[^}]*)?\}|\{[A-Z]+(\.[A-Z0-9_]+)+\}|\{#[A-Z0-9_.]+\}"
)


def only(allowed: str, text: str) -> bool:
    """Tell whether a text is not empty and has only the allowed characters."""
    # A regular expression would have to be compiled at every start.
    return bool(text) and all(character in allowed for character in text)
