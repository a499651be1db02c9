"""The diagnoses: what each is called, how bad it is, what it means and what to do. Pure.

One row each; the words of every report come from here. ``says`` stands in the first line
after the account; ``explanation`` says what happened, ``advice`` who can fix it and how.
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
        "Either the user name or the password is wrong; most servers do not tell which.",
        "Find out whether the password was changed, and put the new one into the password "
        "file, then into every program that uses this account. Check the user name too: some "
        "servers want the whole address, others only the part before the @.",
    ),
    Entry(
        "account-locked",
        CRITICAL,
        "the account is locked",
        "The server has locked or suspended the account: after failed logins, for abuse, or "
        "because its owner or an administrator did so.",
        "First stop whatever still logs in with an old password, or the account will be locked "
        "again. Then ask the mail administrator or provider why it was locked, and to unlock it.",
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
        "The server refused not the account, but the address or network that the login comes "
        "from: it is missing from an allow list, is on a block list, or an access policy forbids "
        "it.",
        "Compare this host's public address with the server's allow list, look it up in the "
        "block list that the reply names, and ask the mail administrator about access policies "
        "for the network that this check runs in.",
    ),
    Entry(
        "password-expired",
        CRITICAL,
        "the password has expired",
        "The server does not accept a login until a new password has been set.",
        "Set a new password, and put it into the password file and into every program that uses "
        "the account. For an account that only programs use, ask for a password that does not "
        "expire.",
    ),
    Entry(
        "app-password-required",
        CRITICAL,
        "an app password is required",
        "The account is protected by a second factor or a sign-in in the browser, so its "
        "ordinary password is not enough for a program.",
        "Create an app password (application-specific password, authorization code) in the "
        "account's security settings and use it instead of the ordinary one; or use OAuth.",
    ),
    Entry(
        "basic-auth-disabled",
        CRITICAL,
        "the server no longer accepts passwords",
        "For this account the provider accepts OAuth (modern authentication) only, not a password.",
        "Move the programs that use this account to OAuth, or to another way of sending; the "
        "mail administrator may be able to allow passwords again for a time.",
    ),
    Entry(
        "token-rejected",
        CRITICAL,
        "the access token was rejected",
        "The OAuth access token has expired, was withdrawn, or is not for this server, this "
        "mailbox or this purpose.",
        "Get a new token, and make sure that its audience and scope are for SMTP. Microsoft 365: "
        "the application needs SMTP.SendAsApp and a permission on the mailbox.",
    ),
    Entry(
        "token-unavailable",
        CRITICAL,
        "no access token could be obtained",
        "The login needs an OAuth access token, and the provider that issues them did not give "
        "one. Nothing was sent to the mail server, which may be working well.",
        "The first line says who refused or did not answer. A refusal is fixed at the OAuth "
        "provider: an expired client secret, a refresh token that was withdrawn, a missing "
        "consent. The programs that use this account fail in the same way.",
    ),
    Entry(
        "server-not-authentic",
        CRITICAL,
        "the server did not prove that it knows the password",
        "With SCRAM both sides prove that they know the password. This server accepted the "
        "login, or went on, without a valid proof: it may be an impostor.",
        "Do not use the account until the mail administrator has explained this; if the "
        "certificate was not verified either, change the password.",
    ),
    Entry(
        "mechanism-unavailable",
        CRITICAL,
        "the server does not offer a usable mechanism",
        "The server does not offer any authentication mechanism that is allowed and works with "
        "this kind of secret, or it refused the one that was tried.",
        "Compare the mechanisms that are offered (-v shows them) with those your programs use. "
        "If -A is given, check that it is still right: a mechanism that the server has dropped "
        "is missing for your programs too.",
    ),
    Entry(
        "auth-not-offered",
        CRITICAL,
        "the server does not offer AUTH",
        "The server does not offer AUTH to this host, so no program can log in from here.",
        "Check host and port: many servers accept no logins on port 25, but on 587 or 465. If "
        "both are right, ask the mail administrator why AUTH is not offered.",
    ),
    Entry(
        "encryption-required",
        CRITICAL,
        "the server wants encryption first",
        "The server refuses the login because the connection is not encrypted, or not well enough.",
        "Use --tls starttls (port 587) or --tls implicit (port 465), and make sure that your "
        "programs do the same.",
    ),
    Entry(
        "starttls-unavailable",
        CRITICAL,
        "the server does not start TLS",
        "STARTTLS is not offered or was refused. The login was not tried, because the secret "
        "would have been sent without protection.",
        "If this worked before, something is wrong with the server's TLS: ask its administrator. "
        "Port 465 speaks TLS from the start (--tls implicit).",
    ),
    Entry(
        "starttls-injection",
        CRITICAL,
        "the server sent data between STARTTLS and TLS",
        "Something was sent in clear text after the server agreed to start TLS. This is how an "
        "attacker on the network slips commands or replies into the protected session.",
        "Treat the connection to this server as tampered with until proved otherwise; an old "
        "mail server or a mail proxy with a known bug does the same.",
    ),
    Entry(
        "tls-failed",
        CRITICAL,
        "the TLS handshake failed",
        "The TLS handshake failed, for another reason than the server's certificate.",
        "Check that port and --tls fit together: 587 goes with starttls, 465 with implicit. "
        "If they do, the server may speak only TLS older than 1.2, or only weak ciphers.",
    ),
    Entry(
        "certificate-untrusted",
        CRITICAL,
        "the certificate is not trusted",
        "The server's certificate does not lead to a certificate authority that is trusted on "
        "this host, or something on the way to it is not as it must be. The secret was not sent.",
        "If the server uses a private authority, give that authority's certificate with "
        "--ca-file. If it uses a public one, the server may not send its intermediate "
        "certificates, or somebody else answers in its place.",
    ),
    Entry(
        "certificate-expired",
        CRITICAL,
        "the certificate is not valid at this time",
        "The server's certificate, or one that it depends on, has expired or is not valid yet, "
        "so programs that verify it cannot send. The secret was not sent.",
        "Have the certificate that is named renewed and the mail server reloaded; if the dates "
        "look right, check this host's clock.",
    ),
    Entry(
        "certificate-name-mismatch",
        CRITICAL,
        "the certificate is for another name",
        "The server's certificate is not for the name by which the server was reached. The "
        "secret was not sent.",
        "Use a name that is in the certificate (-v shows them), or give it with --tls-name if "
        "the host is given by its address.",
    ),
    Entry(
        "certificate-expiring",
        WARNING,
        "the certificate expires soon",
        "The login works, but the server's certificate, or one that it depends on, will expire "
        "soon.",
        "Have the certificate renewed and the mail server reloaded.",
    ),
    Entry(
        "sender-rejected",
        CRITICAL,
        "authenticated, but the sender is refused",
        "The login works, but the server does not let this account send from this address, or "
        "does not honour the login when it comes to sending.",
        "Ask the mail administrator for permission to send as this address, or use the account "
        "that owns it; check that the domain is verified if the provider asks for that.",
    ),
    Entry(
        "recipient-rejected",
        CRITICAL,
        "authenticated, but the recipient is refused",
        "The login works, but the server does not accept mail for this recipient from this "
        "account.",
        "Check the recipient's address first. If it is right, the account may lack permission to "
        "send to other domains (relay).",
    ),
    Entry(
        "rate-limited",
        WARNING,
        "the server limits this client",
        "Too many connections, logins or messages, a quota that is used up, or a temporary ban.",
        "Find out which program sends or logs in so often, and check less often from here. The "
        "reply says whether the limit ends by itself or a larger quota is needed.",
    ),
    Entry(
        "temporary-failure",
        WARNING,
        "the server has a temporary problem",
        "The server, often its password database, has a problem that it calls temporary, and "
        "could neither accept nor refuse the login.",
        "Wait for the next check. If the problem lasts, the mail administrator finds the reason "
        "in the server's log.",
    ),
    Entry(
        "server-unavailable",
        CRITICAL,
        "the server is not available",
        "The server answered, but only to say that it is not available.",
        "Ask the mail administrator, or look at the provider's status page.",
    ),
    Entry(
        "dns-failed",
        CRITICAL,
        "the host name could not be resolved",
        "The DNS has no address for the host, or did not answer.",
        "Check the spelling of the host, then this host's resolver (getent ahosts HOST).",
    ),
    Entry(
        "connection-refused",
        CRITICAL,
        "the connection was refused",
        "The host is up, but nothing listens on this port, or a firewall refuses it.",
        "Check the port, then whether the mail server is running.",
    ),
    Entry(
        "unreachable",
        CRITICAL,
        "the host cannot be reached",
        "There is no route through the network to this address, or this host itself forbids the "
        "connection.",
        "Check routes and firewalls from this host; -4 and -6 try each address family alone.",
    ),
    Entry(
        "timeout",
        CRITICAL,
        "no answer in time",
        "The server, or the network on the way, did not answer before the time was up.",
        "The first line says what was waited for. If it is the connection, a firewall is the "
        "usual cause; later on, an overloaded server. One that is slow by design needs a larger "
        "-t.",
    ),
    Entry(
        "connection-lost",
        CRITICAL,
        "the connection was closed",
        "The server, or something on the way, closed the connection in the middle.",
        "The server's log tells why. Some servers hang up instead of answering when a client is "
        "banned or a login fails.",
    ),
    Entry(
        "protocol-error",
        CRITICAL,
        "the answer is not proper SMTP",
        "What answers there does not speak SMTP, or breaks its rules.",
        "Check host and port, and whether a proxy or firewall on the way tampers with SMTP.",
    ),
    Entry(
        "secret-expiring",
        WARNING,
        "authenticated, but the secret expires soon",
        "The day on which the secret is known to expire (--secret-expires) is near.",
        "Create a new secret now, put it into the file and into every program that uses it, and "
        "give its last day with --secret-expires.",
    ),
    Entry(
        "basic-auth-retiring",
        OK,
        "authenticated by a method that will be switched off",
        "The provider has announced that this way of logging in will be switched off.",
        "Move the programs that use this account to OAuth before the date in the announcement.",
    ),
    Entry(
        "slow",
        WARNING,
        "authenticated, but slowly",
        "The login works, but the time it took is not within the thresholds.",
        "Compare the times of the parts: connect is the network, tls and auth are the server.",
    ),
    Entry(
        "drifted",
        WARNING,
        "something it relies on has changed",
        "Something that the account relies on is not as it was when it was last accepted, or "
        "does not match a pin. Where it is a pin, or a mechanism without which the secret would be "
        "given away, the login was not tried.",
        "If the change is wanted, accept it as the new baseline with --accept-drift (for a pin, "
        "change the option). If it is not, ask the mail administrator.",
    ),
    Entry(
        "unguarded",
        WARNING,
        "nothing guards this account against lockout",
        "The login was tried, but its outcome could not be saved. A wrong password would "
        "therefore be tried at every check, until the account is locked or this host is banned.",
        "Do what the message says, as root or as the user that runs the checks. If nothing should "
        "be remembered, say so with --state-dir none; --no-guard switches the guard off.",
    ),
    Entry(
        "unexpectedly-accepted",
        CRITICAL,
        "accepted, though it should be refused",
        "A credential that was retired still works.",
        "Have the account disabled, or its password changed, on the server.",
    ),
    Entry(
        "held",
        UNKNOWN,
        "not tried",
        "The login was not tried: earlier ones were refused, and more of them would lock the "
        "account or get this host banned. The state is that of the last diagnosis.",
        "Fix what the last diagnosis says. A changed secret is tried at once; --retry-now tries "
        "again by hand.",
    ),
    Entry(
        "misconfigured",
        UNKNOWN,
        "cannot be checked",
        "Something is wrong with the options or files of this check itself.",
        "Fix what the first line names.",
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
