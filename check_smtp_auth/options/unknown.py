"""Errors for words of the command line that are not options."""

from __future__ import annotations

from .keys import OF_DEFAULTS, OF_FILE
from .table import each_option, nearest

# Options of check_smtp for TLS, and their equivalents here.
OF_OTHERS = {
    **dict.fromkeys(("-S", "--starttls"), "STARTTLS is the default (--tls starttls)"),
    **dict.fromkeys(("-s", "--ssl", "--smtps"), "use --tls implicit, or port 465 (-p 465)"),
}
QUOTED = "{} and its value are quoted together: give them as two words"
# What word processors and web pages turn "-" and "--" into.
_DASHES = ("\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212")
_PASSWORD = ("--password", "--pass", "--passwd")


def unknown(word: str) -> str:
    """Return the error for an unknown option, which is named, unlike a value joined to it."""
    if word.startswith(_DASHES):
        return "an option starts with a dash that is not a hyphen: type - or -- instead"
    end = next((at for at, c in enumerate(word) if not (c.isalnum() or c in "-_")), len(word))
    name = word[:end]
    if word[end : end + 1] == " " and any(name in option.names for option in each_option()):
        return QUOTED.format(name)
    if name in OF_OTHERS:
        return f"{name} is unknown: {OF_OTHERS[name]}"
    if any(name in option.names for option in (*OF_FILE, *OF_DEFAULTS)):
        return f"{name} is unknown: {name[2:]} is a key of an accounts file (--accounts)"
    if not name.startswith("-"):
        return "a value without an option in front of it (not shown, in case it is a secret)"
    if not name.startswith("--"):
        return f"{name[:2]} is unknown; -h shows all options"
    if "pass" in name and not name.startswith("--password-"):
        shown = name if name in _PASSWORD else f"{name.partition('pass')[0]}pass..."
        return f"{shown} is unknown: no option takes the password itself; use -P FILE"
    near = nearest(name[2:], [each[2:] for option in each_option() for each in option.names])
    helps = f"did you mean --{near}?" if near else "-h shows all options"
    return f"{name} is unknown; {helps}"
