"""Makes contrib/man/check_smtp_auth.1, the manual page, from the plugin's options.

python contrib/dev/manual.py           write
python contrib/dev/manual.py --check   exit 1 where the page is stale
"""

from __future__ import annotations

import sys
from textwrap import fill

from generated import write_or_check

from check_smtp_auth import __version__
from check_smtp_auth.options.table import OPTIONS, Option

FILE = "contrib/man/check_smtp_auth.1"
# When the text of this page was last changed.
DATE = "2026-11-29"
OWN_NAMES = ("check_smtp_auth", "netrc", "systemd", "accepted", "~")
# Of the blocks, which blank lines part, those that begin with a sign are something else than a
# paragraph: "= " a section, "- TERM: " an entry of a list, "$ " the lines of an example.
BEFORE = """\
= NAME

check_smtp_auth - check whether an SMTP credential still works and, if not, why

= SYNOPSIS

$ check_smtp_auth -H HOST -u USER -P FILE [OPTION...]
$ check_smtp_auth --from KIND[:FILE][#NAME] [OPTION...]
$ check_smtp_auth --accounts PATH [--account NAME] [OPTION...]
$ check_smtp_auth --oauth FILE -u USER --authorize
$ check_smtp_auth --explain [DIAGNOSIS | REPLY]

= DESCRIPTION

check_smtp_auth logs in to an SMTP server with a credential, in the same way as the programs that
send mail with it, and reports as a monitoring plugin whether the credential still works and, if
not, why: password changed, account locked, SMTP AUTH disabled, app password required, token
expired, mechanism or TLS no longer offered, certificate untrusted or about to expire, server slow
or unreachable. It never sends mail.

The first line of the output says what is wrong with which account; the lines below it say what
to do. Performance data is at the end of the first line, after a vertical bar.

With --accounts it checks all accounts in a file, or in all *.ini files of a directory, in one
run. Each account is a section of such a file; its keys are the long options that concern a
single account, without the leading dashes.
"""
AFTER = """\
= EXIT STATUS

- 0: OK: the login was accepted, and nothing else is wrong.

- 1: WARNING: for example, a certificate expires soon, or the server asks to try again later.

- 2: CRITICAL: programs that use this credential cannot send mail, or very soon will not be able
to.

- 3: UNKNOWN: the account could not be checked: options, files or permissions are wrong. Also for
-h, -V and a run that was stopped by a signal.

With several accounts it is the code of the worst state, in the order CRITICAL, WARNING, UNKNOWN,
OK. With --output zabbix, checkmk, prometheus or passive it is 0 if all the output was printed,
and with --exit-zero it is 0 whatever the state.

= ENVIRONMENT

- MP_STATE_PATH, STATE_DIRECTORY, XDG_STATE_HOME: the history of logins is kept in the subdirectory
check_smtp_auth of the first of these that is set and can be used; otherwise see FILES.
--state-dir overrides them all.

- CREDENTIALS_DIRECTORY: where --credential finds the credential; systemd sets it.

- SSL_CERT_FILE, SSL_CERT_DIR: the certificate authorities to trust instead of the system's, unless
--ca-file or --ca-path is given.

- https_proxy, no_proxy: the proxy through which a token endpoint is reached, and the hosts that
are reached without it.

- KRB5CCNAME, KRB5_CLIENT_KTNAME: the Kerberos ticket cache or client keytab for GSSAPI.

= FILES

- ~/.local/state/check_smtp_auth: the history of logins, unless a variable above names another
place. For a user without a usable home directory it is /var/tmp/check_smtp_auth-UID. No
password is kept there, but OAuth access tokens are.

- ~/.netrc: read by --netrc without a value.

= SECURITY

No option takes the password itself, since every user of a host can see command lines. The file
of -P must be readable by its owner only, or by its group too if it belongs to root. Without
verified TLS a password or token is sent only with --insecure or --allow-cleartext, or to a
server on this host. It is never shown in the output, at any verbosity.

After two rejected logins with the same password an account is held: it is not tried again for
an hour, then for longer, until the password changes. All accounts on one server together make
at most three rejected logins in 15 minutes, so that the server does not ban this host. See
--max-rejections, --max-server-rejections and --hold.

= EXAMPLES

Submission with STARTTLS, the password in a file that only its owner can read:

$ check_smtp_auth -H mail.example.com -u finance@example.com \\
$     -P /etc/smtp/finance

Implicit TLS, a private certificate authority, WARNING above two seconds:

$ check_smtp_auth -H 192.0.2.1 -p 465 --tls-name mail.example.com \\
$     --ca-file /etc/ssl/our-ca.pem -u tickets \\
$     -P /etc/smtp/tickets -w 2

The account that this host's Postfix sends mail with, from Postfix's own configuration:

$ check_smtp_auth --from postfix

All accounts in a file, reported together:

$ check_smtp_auth --accounts /etc/check_smtp_auth/accounts.ini

What a server's reply means, without using the network:

$ check_smtp_auth --explain '535 5.7.8 Error: authentication failed'

= SEE ALSO

netrc(5), RFC 4954, RFC 8314, https://www.monitoring-plugins.org/doc/guidelines.html
"""


def page() -> str:
    """The whole page."""
    title = f'.TH CHECK_SMTP_AUTH 1 {DATE} "check_smtp_auth {__version__}" "Monitoring plugins"\n'
    comment = ".\\\" Made by contrib/dev/manual.py from the plugin's options.\n"
    # Slugs and names stay whole, so that they can be searched for and copied. groff 1.23 wants that
    # told before the title, older ones after it.
    whole = ".nr HY 0\n.ds AD l\n"
    return (
        comment
        + whole
        + title
        + whole
        + ".ad l\n"
        + _formatted(BEFORE)
        + _options()
        + _formatted(AFTER)
    )


def _options() -> str:
    """The options, group by group."""
    groups = (
        f".SS {_text(_begun(title))}\n" + "".join(map(_option, options))
        for title, options in OPTIONS.items()
    )
    return ".SH OPTIONS\n" + "".join(groups)


def _option(option: Option) -> str:
    """One option: its names, its value, what it is for."""
    value = f"\\fI{_text(option.value)}\\fR" if option.value else ""
    names = []
    for name in option.names:
        joint = " " if len(name) == 2 else "="
        shown = f"\\fB{_text(name)}\\fR"
        if option.alone and value:
            # A value that may be left out has to stand in the same word.
            names.append(f"{shown}[{joint}{value}]" if joint == "=" else shown)
        else:
            names.append(f"{shown}{joint}{value}" if value else shown)
    choices = ""
    if option.choices and not all(each in option.help for each in option.choices):
        # A value of --explain may also be a reply.
        said = "The diagnoses are" if "--explain" in option.names else "One of"
        choices = f" {said}: {', '.join(option.choices)}."
    text = f"{_begun(option.help)}."
    return f".TP\n{', '.join(names)}\n{_filled(text + choices)}\n"


def _formatted(text: str) -> str:
    """Format a text as it is written above."""
    made, before = [], "= "
    for block in text.strip().split("\n\n"):
        mark, rest = block[:2], " ".join(block.split())[2:]
        if mark == "= ":
            made.append(f".SH {rest}")
        elif mark == "- ":
            term, _, words = rest.partition(": ")
            made += [".TP", f"\\fB{_text(term)}\\fR", _filled(_begun(words))]
        elif mark == "$ ":
            lines = [_text(line[2:]) for line in block.splitlines()]
            made += [".RS 4", ".EX", *lines, ".EE", ".RE"]
        else:
            made += [] if before == "= " else [".PP"]
            made.append(_filled(" ".join(block.split())))
        before = mark
    return "".join(f"{line}\n" for line in made)


def _begun(text: str) -> str:
    """Begin a sentence with a capital, but for names that have none."""
    return text if text.startswith(OWN_NAMES) else text[0].upper() + text[1:]


def _filled(text: str) -> str:
    """A paragraph, in lines that are no longer than a terminal's."""
    return fill(_text(text), 79, break_long_words=False, break_on_hyphens=False)


def _text(text: str) -> str:
    """Escape what has a meaning of its own at the start of a line, or within one."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("^", "\\(ha").replace("~", "\\(ti")
    text = text.replace("'", "\\(aq")
    words = (f"\\&{word}" if word.startswith(".") else word for word in text.split(" "))
    return " ".join(words)


if __name__ == "__main__":
    sys.exit(write_or_check({FILE: page()}))
