"""AUTH commands as the servers' own logs tell them. Pure: lines in, attempts out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass
class Attempt:
    """One AUTH command that a server received.

    `reply` is the server's final reply: empty when the exchange was cut before it came, and only
    the code where the log does not have the text (Dovecot's success).
    """

    mechanism: str
    reply: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the server said that the login is good."""
        return self.reply.startswith("235")

    @property
    def refused(self) -> bool:
        """Whether the server finished the exchange with anything but a success."""
        return bool(self.reply) and not self.accepted


@dataclass
class Record:
    """What a log tells: the attempts in order, and whether a connection is still open.

    One that was open when the server ended, whose end nobody could log, is not.
    """

    attempts: list[Attempt]
    busy: bool


# smtpd[17]: connect from unknown[127.0.0.1]
# smtpd[17]: < unknown[127.0.0.1]: AUTH PLAIN AHByb2Jl...
# smtpd[17]: > unknown[127.0.0.1]: 235 2.7.0 Authentication successful
# smtpd[17]: disconnect from unknown[127.0.0.1] ehlo=2 starttls=1 auth=1 quit=1 commands=5
# master[16]: daemon started -- version 3.7.11, configuration /etc/postfix
POSTFIX_READY = "daemon started --"
_POSTFIX = re.compile(
    r"smtpd\[(?P<pid>\d+)\]: "
    r"(?:(?P<event>connect|disconnect) from |(?P<way>[<>]) \S+: (?P<text>.*))"
)


def postfix_record(lines: Iterable[str]) -> Record:
    """Read a Postfix log that has `debug_peer_list` on.

    A process serves one connection at a time, so its pid tells whose line it is.
    """
    attempts: list[Attempt] = []
    pending: dict[str, Attempt] = {}
    serving: set[str] = set()
    for line in lines:
        if POSTFIX_READY in line:
            pending.clear()
            serving.clear()
        match = _POSTFIX.search(line)
        if match is None:
            continue
        pid, way, text = match["pid"], match["way"], match["text"]
        if match["event"]:
            pending.pop(pid, None)
            (serving.add if match["event"] == "connect" else serving.discard)(pid)
        elif way == "<" and pid not in pending and _is_auth(text):
            pending[pid] = Attempt(_mechanism(text))
            attempts.append(pending[pid])
        elif way == ">" and pid in pending and not text.startswith("334"):
            pending.pop(pid).reply = text
    return Record(attempts, bool(serving))


DOVECOT_READY = " starting up for "
_DOVECOT = re.compile(
    r"submission-login: Debug: smtp-server: conn "
    r"\[?(?P<address>[^\s\]]+)\]?:(?P<port>\d+) \[\d+\]: "
    r"(?:(?P<event>Connection created|Connection destroy)"
    r"|Received new command: (?P<command>.*?)"
    r"|command AUTH: \d+ reply: Sent: (?P<reply>.*?))"
    r"(?:: user=<[^>]*>, .*)?$"  # 2.4 says of each line whose it is
)
_SESSION = re.compile(r"client in: AUTH\t.*\tsession=(\S+)\t.*\trip=(\S+)\t.*\trport=(\d+)")
_LOGIN = re.compile(r"submission-login: Info: (?:Login|Logged in): .*session=<([^>]+)>")


def dovecot_record(lines: Iterable[str]) -> Record:
    """Read the log of a Dovecot submission service that has `auth_debug` on.

    The login process tells commands and refusals by the client's address, and a success by a
    session whose address the auth process knows.
    """
    lines = list(lines)
    # Two processes write: where a session's client stands may come late, so find all of them first.
    sessions = {m[1]: (m[2], m[3]) for m in map(_SESSION.search, lines) if m}
    attempts: list[Attempt] = []
    pending: dict[tuple[str, str], Attempt] = {}
    serving: set[tuple[str, str]] = set()
    for line in lines:
        if DOVECOT_READY in line:
            pending.clear()
            serving.clear()
        login = _LOGIN.search(line)
        if login and sessions.get(login[1]) in pending:
            pending.pop(sessions[login[1]]).reply = "235"
        match = _DOVECOT.search(line)
        if match is None:
            continue
        client = (match["address"], match["port"])
        if match["event"]:
            pending.pop(client, None)
            (serving.add if match["event"].endswith("created") else serving.discard)(client)
        elif match["command"] and _is_auth(match["command"]):
            pending[client] = Attempt(_mechanism(match["command"]))
            attempts.append(pending[client])
        elif match["reply"] and client in pending:
            pending.pop(client).reply = match["reply"]
    return Record(attempts, bool(serving))


# [17] plain authenticator failed for (mon) [127.0.0.1]: 535 Incorrect ... data (set_id=probe)
# [18] H=(mon) [127.0.0.1] X=TLS1.3:... CV=no rejected AUTH PLAIN: not from here
# [19] no MAIL in SMTP connection from (mon) [127.0.0.1] D=0s A=plain:probe X=TLS1.3:... C=EHLO,...
_EXIM = re.compile(
    r"\[\d+\] (?:"
    r"(?P<failed>\w+) authenticator failed for .*?: (?P<reply>\d{3} .*?)(?: \(set_id=.*\))?$"
    r"|.* rejected AUTH (?P<forbidden>[^\s:]+)(?P<why>.*)"
    r"|no MAIL in SMTP connection .* A=(?P<accepted>\w+):)"
)


def exim_record(lines: Iterable[str]) -> Record:
    """Read an Exim log that has `smtp_no_mail` on.

    A connection tells all when it ends. A good login that a sender's name followed is not told.
    """
    attempts: list[Attempt] = []
    for match in filter(None, map(_EXIM.search, lines)):
        if match["failed"]:
            attempts.append(Attempt(_exim_mechanism(match["failed"]), match["reply"]))
        elif match["forbidden"]:
            attempts.append(Attempt(match["forbidden"], f"rejected{match['why']}"))
        else:
            attempts.append(Attempt(_exim_mechanism(match["accepted"]), "235"))
    return Record(attempts, busy=False)


def _exim_mechanism(authenticator: str) -> str:
    return authenticator.upper().replace("_", "-")


def _is_auth(command: str) -> bool:
    return command[:5].strip().upper() == "AUTH"


def _mechanism(command: str) -> str:
    return command.upper().partition(" ")[2].partition(" ")[0]
