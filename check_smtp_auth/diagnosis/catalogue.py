"""The diagnoses: what each is called, how bad it is, what it means and what to do. Pure.

One row each; the words of every report come from here. ``says`` stands in the first line
after the account; ``explanation`` says what happened, ``advice`` who can mend it and how.
"""

from __future__ import annotations

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    State = Literal["OK", "WARNING", "CRITICAL", "UNKNOWN"]
    Slug = Literal[
        "authenticated",
        "credentials-rejected",
        "account-locked",
        "account-disabled",
        "client-not-allowed",
        "password-expired",
        "app-password-required",
        "basic-auth-disabled",
        "token-rejected",
        "token-unavailable",
        "server-not-authentic",
        "mechanism-unavailable",
        "auth-not-offered",
        "encryption-required",
        "starttls-unavailable",
        "starttls-injection",
        "tls-failed",
        "certificate-untrusted",
        "certificate-expired",
        "certificate-name-mismatch",
        "certificate-expiring",
        "sender-rejected",
        "recipient-rejected",
        "rate-limited",
        "temporary-failure",
        "server-unavailable",
        "dns-failed",
        "connection-refused",
        "unreachable",
        "timeout",
        "connection-lost",
        "protocol-error",
        "secret-expiring",
        "basic-auth-retiring",
        "slow",
        "drifted",
        "unguarded",
        "unexpectedly-accepted",
        "held",
        "misconfigured",
    ]

OK: Final = "OK"
WARNING: Final = "WARNING"
CRITICAL: Final = "CRITICAL"
UNKNOWN: Final = "UNKNOWN"
STATES: tuple[State, ...] = (OK, WARNING, CRITICAL, UNKNOWN)
EXIT_CODES: dict[State, int] = {OK: 0, WARNING: 1, CRITICAL: 2, UNKNOWN: 3}
# The worst of several counts: what could not be checked must not hide what was refused.
SEVERITY: dict[State, int] = {CRITICAL: 3, WARNING: 2, UNKNOWN: 1, OK: 0}


class Entry(Record):
    """One diagnosis."""

    slug: Slug
    state: State
    says: str
    explanation: str
    advice: str


CATALOGUE = (
    Entry(
        "authenticated",
        OK,
        "authenticated",
        "The server accepted the login.",
        "Nothing to do.",
    ),
    Entry(
        "credentials-rejected",
        CRITICAL,
        "user name or password rejected",
        "The server does not know this account, or not with this password; most servers do "
        "not tell which.",
        "Find out whether the password was changed, and put the new one into the password "
        "file; then see to every program that uses this account. Check the user name too: "
        "some servers want the whole address, others the part before the @.",
    ),
    Entry(
        "account-locked",
        CRITICAL,
        "the account is locked",
        "The server has locked or suspended the account, after failed logins, for abuse, or "
        "by its owner's or administrator's hand.",
        "Ask the mail administrator or provider why, and to unlock it. Stop whatever logs in "
        "with an old password first, or it will be locked again.",
    ),
    Entry(
        "account-disabled",
        CRITICAL,
        "sending is switched off for this account",
        "The account, or its right to send mail by SMTP with a login (SMTP AUTH), is switched "
        "off: for the mailbox, for the whole organisation, by a licence or by a policy.",
        "Ask the mail administrator to switch it on again. Microsoft 365: in the admin centre "
        "under Users, Active users, the user's Mail tab, Manage email apps, Authenticated "
        "SMTP; for the organisation, Set-TransportConfig -SmtpClientAuthenticationDisabled.",
    ),
    Entry(
        "client-not-allowed",
        CRITICAL,
        "the server does not let this client in",
        "Not the account but the address or network that the login comes from is refused: it "
        "is not on an allow list, is on a block list, or an access policy forbids it.",
        "Compare this host's public address with the server's allow list, look it up in the "
        "block list that the reply names, and ask the mail administrator about access "
        "policies for the place this check runs at.",
    ),
    Entry(
        "password-expired",
        CRITICAL,
        "the password has expired",
        "The server wants a new password to be set before it accepts a login.",
        "Set a new password for the account, put it into the password file and into every "
        "program that uses it. Ask for an account without expiry if programs use it.",
    ),
    Entry(
        "app-password-required",
        CRITICAL,
        "an app password is required",
        "The account has a second factor or another sign-in in the browser, so its ordinary "
        "password is not enough for a program.",
        "Create an app password (application-specific password, authorisation code) in the "
        "account's security settings and use it in place of the ordinary one; or use OAuth.",
    ),
    Entry(
        "basic-auth-disabled",
        CRITICAL,
        "the server takes no passwords any more",
        "The provider accepts only OAuth (modern authentication) for this account, and no "
        "password.",
        "Move the programs that use this account to OAuth, or to another way of sending; the "
        "mail administrator may be able to allow passwords again for a time.",
    ),
    Entry(
        "token-rejected",
        CRITICAL,
        "the access token was rejected",
        "The OAuth access token has expired, was withdrawn, or is not for this server, this "
        "mailbox or this purpose.",
        "Get a fresh token and see that its audience and scope are for SMTP. Microsoft 365: "
        "the application needs SMTP.SendAsApp and a right on the mailbox.",
    ),
    Entry(
        "token-unavailable",
        CRITICAL,
        "no access token could be had",
        "The login needs an OAuth access token, and none could be had from where tokens are "
        "issued. Nothing was sent to the mail server, which may be well.",
        "The first line says who refused or did not answer. A refusal is mended at the OAuth "
        "provider: an expired client secret, a refresh token that was withdrawn, a consent "
        "that is missing. The programs that use this account fail in the same way.",
    ),
    Entry(
        "server-not-authentic",
        CRITICAL,
        "the server did not prove that it knows the password",
        "With SCRAM both sides prove that they know the password. This server accepted the "
        "login, or went on, without a valid proof: it may be an impostor.",
        "Do not use the account until this is cleared up with the mail administrator; if the "
        "certificate was not verified either, change its password.",
    ),
    Entry(
        "mechanism-unavailable",
        CRITICAL,
        "no usable way to log in is offered",
        "The server offers none of the authentication mechanisms that are allowed and that "
        "this secret can serve, or refused the one that was tried.",
        "Compare the mechanisms offered (-v shows them) with those your programs use. If -A "
        "is given, see whether it is still right; a withdrawn mechanism hits programs too.",
    ),
    Entry(
        "auth-not-offered",
        CRITICAL,
        "the server offers no login",
        "The server's reply to EHLO has no AUTH in it, so no program can log in here.",
        "Check host and port: port 25 of many servers takes no logins, 587 or 465 does. If "
        "they are right, ask the mail administrator why AUTH is gone.",
    ),
    Entry(
        "encryption-required",
        CRITICAL,
        "the server wants encryption first",
        "The server refuses a login over a connection that is not encrypted, or not well enough.",
        "Use --tls starttls (port 587) or --tls implicit (port 465), and see that the "
        "programs do the same.",
    ),
    Entry(
        "starttls-unavailable",
        CRITICAL,
        "the server does not start TLS",
        "STARTTLS is not offered or was refused. The login was not tried, since it would have "
        "gone over the wire unprotected.",
        "If this was well before, the server's TLS is out of order: ask its administrator. "
        "Port 465 speaks TLS from the start (--tls implicit).",
    ),
    Entry(
        "starttls-injection",
        CRITICAL,
        "the server sent data between STARTTLS and TLS",
        "Something was sent in the clear after the server agreed to start TLS. That is how an "
        "attacker on the way slips commands or replies into the protected part.",
        "Treat the way to this server as tampered with until proved otherwise; an old mail "
        "server or a mail proxy with a known fault shows the same.",
    ),
    Entry(
        "tls-failed",
        CRITICAL,
        "TLS could not be agreed on",
        "The TLS handshake failed before the certificate was judged.",
        "See whether port and --tls fit together: 587 goes with starttls, 465 with implicit. "
        "If they do, the server may speak only TLS older than 1.2, or only weak ciphers.",
    ),
    Entry(
        "certificate-untrusted",
        CRITICAL,
        "the certificate is not trusted",
        "The server's certificate does not lead to a certification authority that is trusted "
        "here. The secret was not sent.",
        "If the server has an authority of its own, give its certificate with --ca-file. If "
        "it has a public one, the server may not send its intermediate certificates, or "
        "somebody else answers in its place.",
    ),
    Entry(
        "certificate-expired",
        CRITICAL,
        "the certificate is not valid at this time",
        "The server's certificate has expired or is not valid yet, so programs that verify it "
        "cannot send. The secret was not sent.",
        "Have the certificate renewed, and the mail server reloaded after it; check this "
        "host's clock if the dates look right.",
    ),
    Entry(
        "certificate-name-mismatch",
        CRITICAL,
        "the certificate is for another name",
        "The server's certificate is valid, but not for the host name it was reached by. The "
        "secret was not sent.",
        "Use the name that the certificate has (-v shows it), or give it with --tls-name when "
        "the host is given by address.",
    ),
    Entry(
        "certificate-expiring",
        WARNING,
        "the certificate expires soon",
        "The login works, but the server's certificate will run out.",
        "Have it renewed, and the mail server reloaded after it.",
    ),
    Entry(
        "sender-rejected",
        CRITICAL,
        "authenticated, but the sender is refused",
        "The login works, but the server does not let this account send from this address, or "
        "does not honour the login when it comes to sending.",
        "Ask the mail administrator for the right to send as this address, or use the account "
        "that owns it; see whether the domain is verified where the provider wants that.",
    ),
    Entry(
        "recipient-rejected",
        CRITICAL,
        "authenticated, but the recipient is refused",
        "The login works, but the server does not take mail for this recipient from this account.",
        "Check the recipient's address first. If it is right, the account may lack the right to "
        "send to the outside (relay).",
    ),
    Entry(
        "rate-limited",
        WARNING,
        "the server is limiting us",
        "Too many connections, logins or messages, a used-up quota, or a temporary ban.",
        "Find out which program sends or logs in so often; check less often from here. The "
        "reply says whether it ends by itself or wants a larger quota.",
    ),
    Entry(
        "temporary-failure",
        WARNING,
        "the server cannot say now",
        "The server has a passing trouble, often with what holds its passwords, and could not "
        "decide about the login.",
        "Wait for the next check; if it lasts, the mail administrator finds the reason in the "
        "server's log.",
    ),
    Entry(
        "server-unavailable",
        CRITICAL,
        "the server is not available",
        "The server answered, but only to say that it offers no service.",
        "Ask the mail administrator, or look at the provider's status page.",
    ),
    Entry(
        "dns-failed",
        CRITICAL,
        "the host name could not be resolved",
        "The DNS has no address for the host, or did not answer.",
        "Check the spelling of the host, then this machine's resolver (getent ahosts HOST).",
    ),
    Entry(
        "connection-refused",
        CRITICAL,
        "the connection was refused",
        "The host is there, but nothing listens on this port, or a firewall says so.",
        "Check the port, then whether the mail server runs.",
    ),
    Entry(
        "unreachable",
        CRITICAL,
        "the host cannot be reached",
        "There is no way through the network to this address.",
        "Check routes and firewalls from this host, with -4 and -6 each address family alone.",
    ),
    Entry(
        "timeout",
        CRITICAL,
        "no answer in time",
        "The server, or the network on the way, did not answer before the time was up.",
        "The first line says what was waited for. For the connection it is mostly a firewall; "
        "later a server that is overloaded. One that is slow by design needs a larger -t.",
    ),
    Entry(
        "connection-lost",
        CRITICAL,
        "the connection was closed",
        "The server, or something on the way, closed the connection in the middle.",
        "The server's log tells why. Some servers cut the line in place of an answer when a "
        "client is banned or a login fails.",
    ),
    Entry(
        "protocol-error",
        CRITICAL,
        "the answer is not proper SMTP",
        "What answers there does not speak SMTP, or breaks its rules.",
        "Check host and port, and whether a proxy or firewall on the way changes the mail "
        "protocol.",
    ),
    Entry(
        "secret-expiring",
        WARNING,
        "authenticated, but the secret ends soon",
        "The day on which the secret is known to end (--secret-expires) is near.",
        "Make a new secret now, put it into the file and into every program that uses it, and "
        "give the new day with --secret-expires.",
    ),
    Entry(
        "basic-auth-retiring",
        OK,
        "authenticated by a method that is to end",
        "The provider has announced to end this way of logging in.",
        "Move the programs that use this account to OAuth before the day that the notice names.",
    ),
    Entry(
        "slow",
        WARNING,
        "authenticated, but slowly",
        "The login works, but its time is not within the thresholds.",
        "Compare the times of the parts: connect is the network, tls and auth the server.",
    ),
    Entry(
        "drifted",
        WARNING,
        "something it relies on has changed",
        "Something that the account relies on is not as it was when last accepted, or not as it "
        "was pinned. With a pin of the certificate the login was not tried.",
        "If the change is wanted, take it as the new state with --accept-drift (a pin: change "
        "the option). If it is not, ask the mail administrator.",
    ),
    Entry(
        "unguarded",
        WARNING,
        "nothing guards this account against lockout",
        "The login was tried, but what came of it could not be written down. So a password that "
        "is wrong would be tried at every check, until the account is locked or this host is "
        "banned; nor is it known since when something is so.",
        "Run the command that the words name, as root or as the user that runs the checks. "
        "Where nothing is to be remembered, --state-dir none says so, and --no-guard does "
        "without the guard.",
    ),
    Entry(
        "unexpectedly-accepted",
        CRITICAL,
        "accepted, though it should be refused",
        "A credential that was retired still works.",
        "Have the account or its password withdrawn on the server.",
    ),
    Entry(
        "held",
        UNKNOWN,
        "not tried",
        "The login was not tried, since earlier ones were refused and more would lock the account "
        "or get this host banned. The state is that of the last diagnosis.",
        "See to what the last diagnosis says. A changed secret is tried at once; --retry-now "
        "tries again by hand.",
    ),
    Entry(
        "misconfigured",
        UNKNOWN,
        "cannot be checked",
        "Something is wrong with the options or files of this check itself.",
        "Mend what the first line names.",
    ),
)
# What counts as refused where a credential is expected to be (--expect rejected).
REFUSALS: tuple[Slug, ...] = (
    "credentials-rejected",
    "account-locked",
    "account-disabled",
    "password-expired",
    "app-password-required",
    "basic-auth-disabled",
    "token-rejected",
)
ENTRIES: dict[Slug, Entry] = {entry.slug: entry for entry in CATALOGUE}


def entry_of(text: str) -> Entry | None:
    """Return the diagnosis of that name, for names that come from elsewhere; None without."""
    return next((entry for entry in CATALOGUE if entry.slug == text), None)
