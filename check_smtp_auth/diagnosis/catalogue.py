"""The diagnoses: the name of each, how bad it is, what it means and what to do. Pure.

Each is one row; the words of every report come from here. ``says`` stands in the first line after
the account; ``explanation`` says what happened, ``advice`` who can fix it and how.
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
# The worst of several states counts: an impossible check must not hide a refused login.
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
        "Nothing.",
    ),
    Entry(
        "credentials-rejected",
        CRITICAL,
        "user name or password rejected",
        "Either the user name or the password is wrong; most servers do not say which.",
        "If the password was changed, put the new one into the password file and into every "
        "program that uses this account. Check the user name too: some servers expect the full "
        "address, others only the part before the @.",
    ),
    Entry(
        "account-locked",
        CRITICAL,
        "the account is locked",
        "The server has locked or suspended the account: after failed logins, because of abuse, "
        "or because its owner or an administrator asked for it.",
        "First stop every program that still logs in with an old password, or the account will be "
        "locked again. Then ask the mail administrator or provider why it was locked, and have it "
        "unlocked.",
    ),
    Entry(
        "account-disabled",
        CRITICAL,
        "sending is disabled for this account",
        "The account is disabled, or may not send mail over SMTP with a login (SMTP AUTH). This "
        "can be set for the mailbox, for the whole organisation, by a licence or by a policy.",
        "Ask the mail administrator to enable it again. Microsoft 365: in the admin centre, under "
        "Users, Active users, the user's Mail tab, Manage email apps, Authenticated SMTP; for the "
        "whole organisation, Set-TransportConfig -SmtpClientAuthenticationDisabled $false.",
    ),
    Entry(
        "client-not-allowed",
        CRITICAL,
        "the server does not allow this client",
        "The server refused the address or network that the login comes from, not the account. "
        "The address is missing from an allow list, is on a block list, or is forbidden by an "
        "access policy.",
        "Check that this host's public address is on the server's allow list, and look it up in "
        "the block list that the reply names. Ask the mail administrator about access policies "
        "for this host's network.",
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
        "The account requires a second factor or a browser sign-in, so its ordinary password does "
        "not work in a program.",
        "Create an app password (application-specific password, authorization code) in the "
        "account's security settings and use it instead of the ordinary one; or use OAuth.",
    ),
    Entry(
        "basic-auth-disabled",
        CRITICAL,
        "the server no longer accepts passwords",
        "For this account the provider accepts only OAuth (modern authentication), not a password.",
        "Move the programs that use this account to OAuth or to another way of sending mail. The "
        "mail administrator may be able to allow passwords again for a while.",
    ),
    Entry(
        "token-rejected",
        CRITICAL,
        "the access token was rejected",
        "The OAuth access token has expired, was revoked, or is not for this server, this mailbox "
        "or this purpose.",
        "Get a new token, and make sure that its audience and scope are for SMTP. Microsoft 365: "
        "the application needs SMTP.SendAsApp and a permission on the mailbox.",
    ),
    Entry(
        "token-unavailable",
        CRITICAL,
        "no access token could be obtained",
        "The login needs an OAuth access token, and the OAuth provider did not issue one. Nothing "
        "was sent to the mail server, which may be working fine.",
        "The first line says what refused or did not answer. Fix a refusal at the OAuth provider: "
        "an expired client secret, a revoked refresh token or a missing consent. Programs that "
        "use this account fail in the same way.",
    ),
    Entry(
        "server-not-authentic",
        CRITICAL,
        "the server did not prove that it knows the password",
        "With SCRAM both sides prove that they know the password. This server accepted the "
        "login, or continued, without a valid proof: it may be an impostor.",
        "Do not use the account until the mail administrator has explained this; if the "
        "certificate was not verified either, change the password.",
    ),
    Entry(
        "mechanism-unavailable",
        CRITICAL,
        "the server does not offer a usable mechanism",
        "The server does not offer any authentication mechanism that is allowed and works with "
        "this kind of secret, or it refused the one that was tried.",
        "Compare the mechanisms offered (-v shows them) with those your programs use. If you use "
        "-A, check that it is still correct: a mechanism that the server has dropped no longer "
        "works for your programs either.",
    ),
    Entry(
        "auth-not-offered",
        CRITICAL,
        "the server does not offer AUTH",
        "The server does not offer AUTH to this host, so no program can log in from here.",
        "Check host and port: many servers offer AUTH only on ports 587 and 465, not on 25. If "
        "both are correct, ask the mail administrator why AUTH is not offered.",
    ),
    Entry(
        "encryption-required",
        CRITICAL,
        "the server requires encryption",
        "The server refuses the login because the connection is not encrypted, or not strongly "
        "enough.",
        "Use --tls starttls (port 587) or --tls implicit (port 465), and make sure that your "
        "programs do the same.",
    ),
    Entry(
        "starttls-unavailable",
        CRITICAL,
        "STARTTLS is not available",
        "The server does not offer STARTTLS, or refused it. The login was not tried, because the "
        "secret would have been sent unencrypted.",
        "If this worked before, TLS on the server is broken: ask its administrator. Port 465 uses "
        "TLS from the start (--tls implicit).",
    ),
    Entry(
        "starttls-injection",
        CRITICAL,
        "the server sent data between STARTTLS and TLS",
        "Data arrived in clear text after the server agreed to start TLS. An attacker on the "
        "network can use this to inject commands or replies into the encrypted session.",
        "Assume that someone is tampering with the connection until you know better. Some old mail "
        "servers and mail proxies have a known bug with the same effect.",
    ),
    Entry(
        "tls-failed",
        CRITICAL,
        "the TLS handshake failed",
        "The TLS handshake failed for a reason other than the server's certificate.",
        "Check that port and --tls match: 587 goes with starttls, 465 with implicit. If they do, "
        "the server may support only TLS versions before 1.2, or only weak ciphers.",
    ),
    Entry(
        "certificate-untrusted",
        CRITICAL,
        "the certificate is not trusted",
        "The server's certificate does not chain up to a certificate authority that this host "
        "trusts, or a certificate in the chain is faulty. The secret was not sent.",
        "If the server uses a private authority, give that authority's certificate with "
        "--ca-file. If it uses a public one, the server may not be sending its intermediate "
        "certificates, or another machine is answering in its place.",
    ),
    Entry(
        "certificate-expired",
        CRITICAL,
        "the certificate is not currently valid",
        "The server's certificate, or another one in its chain, has expired or is not valid yet. "
        "Programs that verify certificates cannot send mail. The secret was not sent.",
        "Renew the certificate that is named in the first line and reload the mail server. If the "
        "dates look right, check this host's clock.",
    ),
    Entry(
        "certificate-name-mismatch",
        CRITICAL,
        "the certificate is for a different name",
        "The server's certificate does not contain the name that was used to reach the server. "
        "The secret was not sent.",
        "Use a name from the certificate as the host (-v lists them). If the host is given as an "
        "address, set that name with --tls-name.",
    ),
    Entry(
        "certificate-expiring",
        WARNING,
        "the certificate expires soon",
        "The login works, but the server's certificate, or another one in its chain, expires soon.",
        "Renew the certificate and reload the mail server.",
    ),
    Entry(
        "sender-rejected",
        CRITICAL,
        "authenticated, but the sender was refused",
        "The login works, but the server does not let this account send from this address, or "
        "does not accept the login as permission to send.",
        "Ask the mail administrator for permission to send as this address, or use the account "
        "that owns it. If the provider requires verified domains, check that the domain is "
        "verified.",
    ),
    Entry(
        "recipient-rejected",
        CRITICAL,
        "authenticated, but the recipient was refused",
        "The login works, but the server does not accept mail for this recipient from this "
        "account.",
        "Check the recipient's address first. If it is correct, the account may lack permission "
        "to send to other domains (relay).",
    ),
    Entry(
        "rate-limited",
        WARNING,
        "the server is limiting this client",
        "There were too many connections, logins or messages, a quota is used up, or this client "
        "is banned temporarily.",
        "Find the program that sends or logs in so often, and run this check less often. The "
        "reply says whether you only have to wait or need a larger quota.",
    ),
    Entry(
        "temporary-failure",
        WARNING,
        "the server has a temporary problem",
        "The server reports a temporary problem, often with its password database. It neither "
        "accepted nor rejected the login.",
        "Wait for the next check. If the problem persists, ask the mail administrator to look in "
        "the server's log.",
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
        "DNS has no address for the host, or did not answer.",
        "Check the spelling of the host name, then this machine's resolver (getent ahosts HOST).",
    ),
    Entry(
        "connection-refused",
        CRITICAL,
        "the connection was refused",
        "The host is up, but nothing listens on this port, or a firewall rejects the connection.",
        "Check the port, then whether the mail server is running.",
    ),
    Entry(
        "unreachable",
        CRITICAL,
        "the host cannot be reached",
        "There is no network route to this address, or this host itself blocks the connection.",
        "Check routes and firewalls from this host. -4 and -6 restrict the check to one address "
        "family.",
    ),
    Entry(
        "timeout",
        CRITICAL,
        "no answer in time",
        "The server, or the network in between, did not answer before the timeout (-t).",
        "The first line says what the check was waiting for. If that was the connection, the usual "
        "cause is a firewall; if it was anything later, an overloaded server. If the server is "
        "slow by design, raise -t.",
    ),
    Entry(
        "connection-lost",
        CRITICAL,
        "the connection was closed",
        "The server, or something in between, closed the connection before the check was finished.",
        "Look in the server's log for the reason. Some servers close the connection without a "
        "reply when a client is banned or a login fails.",
    ),
    Entry(
        "protocol-error",
        CRITICAL,
        "the answer is not valid SMTP",
        "The service on this port does not speak SMTP, or violates the protocol.",
        "Check host and port, and whether a proxy or firewall in between changes SMTP traffic.",
    ),
    Entry(
        "secret-expiring",
        WARNING,
        "authenticated, but the secret expires soon",
        "The login works, but the expiry date of the secret (--secret-expires) is near or past.",
        "Create a new secret now, put it into the file and into every program that uses it, and "
        "set --secret-expires to its expiry date. If you have already done that, correct the date.",
    ),
    Entry(
        "basic-auth-retiring",
        OK,
        "authenticated with a method that will be disabled",
        "The provider has announced that it will disable this login method.",
        "Move the programs that use this account to OAuth before the date in the announcement.",
    ),
    Entry(
        "slow",
        WARNING,
        "authenticated, but slowly",
        "The login works, but the time it took is outside the thresholds.",
        "Compare the individual times: a long connect time points to the network, long tls and "
        "auth times to the server.",
    ),
    Entry(
        "drifted",
        WARNING,
        "something it relies on has changed",
        "Something that the account relies on differs from the accepted baseline, or does not "
        "match a pin. If a pin does not match, or if the login would now expose the secret, the "
        "login was not tried.",
        "If the change is intended, accept it as the new baseline with --accept-drift (for a pin, "
        "change the option). If not, ask the mail administrator.",
    ),
    Entry(
        "unguarded",
        WARNING,
        "the lockout guard does not work for this account",
        "The login was tried, but its result could not be saved. Every check would therefore try "
        "a wrong password again, until the account is locked or this host is banned.",
        "Do what the first line says, as root or as the user that runs the checks. To keep no "
        "history on purpose, use --state-dir none; --no-guard turns the guard off.",
    ),
    Entry(
        "unexpectedly-accepted",
        CRITICAL,
        "accepted, although it should be rejected",
        "A retired credential still works.",
        "Disable the account on the server, or change its password there.",
    ),
    Entry(
        "held",
        UNKNOWN,
        "not tried",
        "The login was not tried: earlier logins failed, and more of them could lock the account "
        "or get this host banned. The state is that of the last diagnosis.",
        "Fix the problem in the last diagnosis. A changed secret is tried at once; --retry-now "
        "tries again by hand.",
    ),
    Entry(
        "misconfigured",
        UNKNOWN,
        "cannot be checked",
        "Something is wrong with the options or files of this check.",
        "Fix the problem named in the first line.",
    ),
)
# The diagnoses that count as a refusal if one is expected (--expect rejected).
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
# The entries for credentials-rejected with mechanisms that send no password.
WITHOUT_PASSWORD = {
    "EXTERNAL": Entry(
        "credentials-rejected",
        CRITICAL,
        "client certificate rejected",
        "The client certificate was good enough for TLS, but the server does not let this user "
        "log in with it.",
        "Check which user the certificate is for, whether it has expired, and whether the server "
        "trusts its issuer. The server's log has the details.",
    ),
    "GSSAPI": Entry(
        "credentials-rejected",
        CRITICAL,
        "Kerberos ticket rejected",
        "The server does not accept the Kerberos ticket, or does not let this user log in with it.",
        "The server's keytab may be out of date, its clock may be wrong, or its host name may not "
        "be the one in the ticket (--tls-name). The server's log has the details.",
    ),
}


def entry_named(text: str, mechanism: str | None = None) -> Entry | None:
    """Return the diagnosis with a name that comes from elsewhere, in the form for a mechanism if
    one is given; None if there is no such diagnosis.
    """
    if text == "credentials-rejected" and mechanism in WITHOUT_PASSWORD:
        return WITHOUT_PASSWORD[mechanism]
    return next((entry for entry in CATALOGUE if entry.slug == text), None)
