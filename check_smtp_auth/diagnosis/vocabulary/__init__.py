"""The words that servers use, by what they mean: English, and how a clause is read. Pure.

A word or phrase stands under its meaning, in capitals, or under several ("A+B"); the table in
``rows`` is made of meanings. The other languages have the same meanings in files of their
own, by script, so that a row serves all of them. The longest phrase counts: "sender address"
is SENDER, and nothing in it CLIENT.

Case does not matter; a hyphen reads as a blank; a phrase with accents is also found without.
"""

from __future__ import annotations

# No phrase has more words than this; in Chinese, Japanese and Korean a character is a word.
LONGEST_PHRASE = 5
DENSE = "dense"
LONGEST_DENSE = 13

# What "not" makes of a meaning. "" takes it away: what is not locked is no news.
OPPOSITES = {
    "ALLOWED": "FORBIDDEN",
    "FORBIDDEN": "ALLOWED",
    "ACCEPTED": "DENIED",
    "DENIED": "ACCEPTED",
    "ENABLED": "DISABLED",
    "DISABLED": "ENABLED",
    "VALID": "INVALID",
    "INVALID": "VALID",
    "KNOWN": "UNKNOWN",
    "UNKNOWN": "KNOWN",
    "SUPPORTED": "UNSUPPORTED",
    "UNSUPPORTED": "SUPPORTED",
    "AVAILABLE": "UNAVAILABLE",
    "SUCCESS": "FAILED",
    "VERIFIED": "UNVERIFIED",
    "LOCKED": "",
    "EXPIRED": "",
    "EXCEEDED": "",
    "REQUIRED": "",
    "TOOMANY": "",
}
# What is threatened, or said under a condition, has not happened.
STATES = frozenset(("LOCKED", "DISABLED", "EXPIRED", "LISTED"))

ENGLISH = """\
# How the words hang together.
NOT: not, no, never, cannot, without, unable, non, neither, nor, lack of, lacks, missing
IF: if, unless, whether, in case
WILL: may not be, will be, would be, may be, might be, could be, can be, to avoid, to prevent,
    get, gets, will become, to be, before
OR: or
YOUR: your, you
REQUIRED: required, require, requires, requiered, requiring, needed, need, needs, must, mandatory,
    demanded, demands, expected, necessary, have to, has to, should, please, only, obligatory,
    enforced, first, use, wants, pls, accepted only, requirement, before you can
FAILED: failed, fail, fails, failure, failures, failing, error, errors, unsuccessful, problem,
    trouble, fault, broken, crashed, refused to
SUCCESS: succeeded, succeed, successful, success
# Whose trouble it is.
ACCOUNT: account, accounts, user, mailbox, mail box, subscription, alias, tenant, subaccount,
    email account, mail account, sender account, customer, username, login name, userid, profile,
    mail user, sasl user, identity, company, plan, package, contract, trial, license, licence
PASSWORD: password, passwd, passphrase, pass phrase, pwd, passcode, passwords
CREDENTIALS: credentials, authorization identity, authentication identity, credential, username or
    password, user name or password, user or password, login or password, login or pass, username
    and password, user name and password, username password, user pass, user password, user
    passwd, userid or password, username or passwd, password or username, login password,
    authentication credentials, authentication data, login credentials, user credentials, login
    data, authorization grant, login details, login information, email or password, password or
    user name, username or pass, account or password, userid password, secret
APIKEY: api token, api key, apikey, api keys, smtp token, server token, auth token, authentication
    token, smtp key, api secret, security token, message stream token, smtp password, personal
    access token, application token, app token, password token
TOKEN: token, access token, oauth token, oauth2 token, invalid_token, jwt, tokens
OAUTH: oauth, oauth2, xoauth2, oauthbearer, modern authentication, modern auth, open authorization
BASICAUTH: basic auth, basic authentication, legacy authentication, legacy auth, password
    authentication, password based authentication, password login, password logins, password auth,
    basic smtp authentication, username password authentication, simple authentication
AUTH: auth, authentication, authenticate, authenticated, authenticating, authorization,
    authorisation, login, logon, log in, log on, logged in, logging in, sasl, sign in, signin,
    signing in, smtp auth, smtp authentication, authentification, auth failure, authenticates
SERVICE: service, services, smtp, smtp access, smtp relay, smtp auth service, imap, pop3, pop,
    submission, mail service, email service, smtpclientauthentication, smtp client authentication,
    protocol, smtp sending, outbound smtp
ACCESS: access, external access
SENDING: to send, sending, send, sends, send mail, send email, send emails, send mails, sending
    mail, sending email, sending emails, message sending, mail sending, submit, submitting, send
    messages, sending messages, outgoing messages, send message, outgoing, outbound, outgoing
    mail, outgoing mails, outgoing email, email outgoing, outbound mail, outbound email
MECHANISM: mechanism, mechanisms, mech, auth mechanism, authentication mechanism, auth method,
    authentication method, authentication type, auth type, method, type, mode, auth mode, scheme,
    auth scheme, authentication scheme, authentication mechanisms, sasl mechanism, authentication
    methods, auth methods, authentication mode, login method, auth types
MECHNAME: plain, auth plain, auth login, plain authentication, login authentication, plain auth,
    login auth, cram md5, cram-md5, digest md5, digest-md5, crammd5, ntlm, gssapi, kerberos,
    scram, scram-sha-1, scram-sha-256, scram-sha-512, scram-sha-1-plus, scram-sha-256-plus, auth
    cram-md5, external, cram-md5 authentication, auth plain login, apop, auth ntlm, ntlm
    authentication, auth external, auth gssapi, auth digest-md5
COMMAND: command, verb, keyword, extension, esmtp
BINDING: tls binding, binding, bindings
TLS: tls, ssl, starttls, encryption, encrypted, ssl connection, tls connection, session
    encryption, starttls command, encrypted connection, secure connection, secure channel, secured
    connection, cipher, ciphers, security layer, transport security, encrypt, encrypted session,
    tls session, ssl tls connection, secure connections, smtps, privacy layer, tls mode
INSECURE: not secure, insecure, insecure connection, unencrypted, unencrypted connection,
    unencrypted connections, clear text, cleartext, plaintext, plain text, plain text connection,
    unsecured, non secure, nonsecure, in the clear, clear text passwords, plaintext passwords,
    plaintext authentication, cleartext authentication, cleartext auth, plaintext auth, plain text
    authentication, clear text authentication, plain text auth, lack of security, lack of
    encryption, cleartext passwords, cleartext logins, clear text login, cleartext login,
    plaintext login, plaintext logins, unsecure, non secure connections, non secure connection,
    not secure connection
SECURITY: security level, tls version, protocol version, tls versions
CERTIFICATE: client certificate, ssl certificate, tls certificate, client cert, valid certificate,
    client certificates, certificate authentication, your certificate, peer certificate,
    certificate verification, certificate
IPADDR: ip, ips, ip address, your ip address, your ip, client ip, source ip, sending ip, ipv4,
    ipv6, sender ip, sender ip address, mail server ip, server ip, mail from ip, mail from this
    ip, mail from your ip, email from your ip, client address, remote address, source address,
    your address, mail from this ip address, ip block
CLIENT: abroad, countries, host, hosts, network, networks, your network, country, location,
    region, geo, geoip, geolocation, your server, your mail server, machine, computer, proxy, vpn,
    tor, subnet, client, clients, peer, your host, your location, your country, your connection,
    device, your isp, sending server, sending host, sending mta, source, hostname, your hostname,
    connecting server, mail from your location, mail from this host, mail from host, mail from
    your host, mail from this server, mail from your server, mail from your network
SENDER: sender, senders, sender address, from address, mail from, envelope from, from header,
    return path, sending address, your sending address, sender domain, sending domain, sender
    identity, header from, from field, from email, to send as, send mail as, send email as, sender
    email, envelope domain, mail from address, from domain, sender email address, from email
    address, sending email address, header from address, from user, sending as, send as, send
    from, originator, reverse path, mailfrom, sending domains, sender domains, send from this
    address, from this address, use this address, envelope from address, envelope address,
    authorized sender, sending identity, from header address, verified sender, local sender, null
    sender, sendasdenied, sendasdeniedexception, mapiexceptionsendasdenied, verified domain,
    sending user, sender s address, different user, another user, other user, someone else, other
    users, on behalf, behalf of, sender verify, act as, as this user, sender address rejected by
RECIPIENT: recipient, recipient address, rcpt, to address, destination, destination address,
    destination domain, receiver, addressee, recipient mailbox, recipient user, this address, that
    domain, forward path, recipient domain, rcpt address, recipient email, local recipient,
    unrouteable address, unroutable address
MAILADDRESS: mail address, email address, your email address, emailaddress, address, email
    addresses
RELAY: relay, relaying, relayed, relays, mail relay, relay access, open relay, rcpthosts, mail
    relaying, relay mail, unable to relay
HELO: fully qualified hostname, fully qualified host name, fully qualified domain name, fully
    qualified, helo, ehlo, helo argument, ehlo argument, helo hostname, ehlo hostname, fqdn, helo
    domain, ehlo domain, hello, introduce yourself, helohost
SERVER: server, mail server, mailserver, system, smtp server, mail system, gateway, resources,
    resource, host system, servers
BACKEND: kerberos server, backend, back end, database, ldap, radius, saslauthd, authentication
    server, auth server, authentication service, auth service, authentication daemon,
    authentication backend, auth backend, directory, directory server, login server,
    authentication system, user database, sql, mysql, upstream, authentication provider, auth
    daemon, authdaemon, authentication servers, domain controller, lookup, authentication socket,
    auth socket, pam, redis, pipe, child, checkpassword, login process, authentication process,
    auth process, identity provider, userdb, passdb, authentication module, keystone, service
    provider
POLICY: policy, policies, organization, organisation, administrator, admin, configuration, access
    policy, rules, acl, postmaster, your organization, settings, security reasons, access control,
    your organisation, terms of service, security rule
# The troubles.
ALLOWED: allowed, allow, allows, permitted, permit, permits, authorized, authorised, permission,
    permissions, privilege, privileges, right, rights, access rights, entitled, granted, grant,
    eligible, authority, authorize, entitlement, privileged
ACCEPTED: accepted, accept, accepts, welcome, agree, agreed, accepting
FORBIDDEN: may not, forbidden, prohibited, disallowed, restricted, barred, disallow, disallows,
    prohibits, forbids, prevented, restriction, restrictions, violates, violation, prevents
DENIED: denied, go away, deny, denies, refused, refuse, refuses, rejected, reject, rejects,
    unauthorized, unauthorised, declined, unacceptable, access denied, permission denied,
    unwelcome, excluded, rejecting, denying, rejection, refusing, do not want, don t like, not
    like
ENABLED: part of, included, enabled, activated, active, opened, open, turned on, switched on,
    licensed, subscribed, activate, approved, provisioned, confirmed
DISABLED: disabled, disable, deactivated, inactive, deactivation, closed, unlicensed, deleted,
    dormant, discontinued, decommissioned, no license, no licence, without a license, no valid
    license, unpaid, overdue, pending, not open, deactivate, off, unactivated, unconfirmed,
    awaiting, not yet activated, retired, ended, under review, incomplete, missing license,
    expired account, removed, archived, upgrade, upgrade your, shut down by, unsubscribed,
    requires a license, temporarily disabled
LOCKED: locked, lock, lockout, suspended, suspension, suspend, blocked, block, blocks, blocking,
    banned, ban, frozen, froze, terminated, compromised, hacked, paused, on hold, quarantined,
    quarantine, sending paused, banished, limited access, abuse, abused, hijacked, freezed, barred
    out, stolen, lockedout, blacklisted account, sanctioned, flagged, filtered
ACTIVITY: unusual activity, suspicious activity, unusual sending activity, unusual login activity,
    suspicious login, unusual sign in activity, abnormal activity, fraudulent activity, suspicious
    sign in, malicious activity, unusual traffic, suspicious behaviour, suspicious behavior,
    unusual behavior
SPAM: robot, bot, captcha, spammer, spam, spamming, spams, robots, spammers, spam source, spammers
    not welcome, bulk mail
EXPIRED: expired, outdated, too old, lapsed, expires, expire, is old, too simple, too short
REVOKED: revoked, withdrawn, invalidated
CHANGE: change, changed, reset, renew, renewed, update, updated, choose a new, set a new,
    changing, transition
VALID: valid, correct, match, matches, matched, matching, proper, same, identical, equal, equals,
    properly, conform, loving, accurate, fit
INVALID: invalid, incorrect, wrong, bad, mismatch, mismatched, mismatches, illegal, improper,
    incorrectly, different, differs, differ, erroneous, unmatched, wrongly, weak, unacceptable
    password, null, empty, blank
KNOWN: known, recognized, recognised, found, exist, exists, existing, registered, defined, know,
    recognize, find, anyone, such, local, present
UNKNOWN: unknown, unrecognized, unrecognised, nonexistent, undefined, unregistered, no such,
    unconfigured, non existent, inexistent
SUPPORTED: supported, support, supports, implemented, offered, advertised, compatible, implement,
    understood
UNSUPPORTED: unsupported, unimplemented, deprecated, obsolete, no longer supported, incompatible,
    not understood, unadvertised
AVAILABLE: answer, answering, available, accessible, reachable, ready, responding, possible
UNAVAILABLE: unavailable, not accepting, down, offline, unreachable, not ready, maintenance, out
    of service, not accept mail, not accept email, not accept messages, not accept connections,
    not accept any mail
VERIFIED: verified, verify, validated, confirmed sender, verification
DISABLED+UNVERIFIED: unverified, not verified, not yet verified
UNVERIFIED: unvalidated, unauthenticated
# Counting.
LIMIT: limit, limits, quota, quotas, rate, rates, threshold, maximum, max, allowance, credit,
    credits, balance, frequency, cap, sending limit, sending quota, message limit, allotment,
    account limit, connection limit, per hour, per day, per minute, per second, number, numbers,
    count
EXCEEDED: used all, exceeded, exceeds, exceed, exceeding, reached, over, hit, used up, exhausted,
    depleted, insufficient, out of, achieved, limited, too high, surpassed, excess, not enough,
    overrun, excessive, consumed, has no more, zero, too low, violated, above, crossed, reach
TOOMANY: too many, too much, too often, too frequent, too frequently, too fast, too quickly,
    throttled, throttling, throttle, rate limit, ratelimit, rate limited, ratelimited, slow down,
    out of credit, out of credits, rate limiting, rate limit exceeded, temporarily limited,
    exceededexception, submissionquotaexceededexception, try after, try less often, frequency
    limited, over limit, too many times, overlimit, quotaexceeded, excessive number, flood,
    flooding, too rapid, quota exceed, limit exceed, too many bad, over rate limit
COUNTED: connections, messages, mails, emails, attempts, sessions, requests, times, logons,
    threads, message, mail, email, connection, session, attempt, request, connect, data, traffic,
    e mail from
# Time.
TEMPORARY: temporary, temporarily, transient, later, retry, momentarily, at present, right now, at
    this time, in a moment, shortly, come back, for now, in a few minutes, after some time,
    temporaryly, temporarly
INTERNAL: internal, could not open, cannot open, internal error, generic failure, system error,
    server error, local error, local problem, technical, system problem, system failure, server
    failure, unspecified, unknown error, temporary problem, temporary system problem, service
    failure, temporary error, temporary failure, unexpected error, temporary server error, general
    failure, general error, unhandled, exception, server configuration, software error, runtime
    error, fatal error, program error, temporary local problem, local configuration error,
    subsystem, unable to initialize
TIMEOUT: timeout, timed out, time out, connection lost, lost connection, connection refused,
    connection reset, cannot connect, unable to connect, failed to connect, connection failed,
    connection error, cannot reach, could not contact, cannot contact, unable to contact, not
    respond, unable to reach, inactivity, idle, unable to open, connect failed, connection closed,
    not connect, not reach, host unreachable, network unreachable, interfaces down, no route to
    host, network is unreachable, host is down
BUSY: busy, load, system load, overload, queue full, resources exhausted, out of memory, shutting
    down, system resources, too much load, too high load
GREYLIST: greylisted, graylisted, greylisting, graylisting, greylist, graylist, postgrey, grey
    listed, gray listed, grey listing
# What decides alone, or nearly.
APPPASSWORD: application specific password, app specific password, app password, app passwords,
    application password, application passwords, authorization code, authorisation code, app
    specific passwords, less secure app, less secure apps, auth code, device password, external
    password, application specific passwords, auth005, client password, third party password,
    password for external applications, device specific password, program password, generated
    password, mail client password, client authorization password, special password, separate
    password, client specific password
SECONDFACTOR: multi factor, multifactor, two factor, second factor, 2 step, 2-step, two step, 2fa,
    mfa, 2-factor, 2 factor, otp, one time password, 2-step verification, two step verification,
    multi factor authentication, strong authentication, two factor authentication, second
    authentication
BROWSER: webbrowser, your browser, web login, use the web, web interface, via the web, on the web,
    web sign in, webmail, through the web, browser, via web, use web
SECURITYDEFAULTS: security defaults
CRITERIA: meet the criteria, conditional access, conditional access policy, geo blocking,
    geoblocking, geo blocked, geo restriction
LISTED: blacklisted, blocklisted, block listed, black listed, listed at, listed in, listed on,
    listed by, in blacklist, in our blacklist, on blacklist, on our blacklist, on our blocklist,
    in our blocklist, on a blacklist, on the blacklist, in the blacklist, on a blocklist, blocked
    using, denylisted, rejected by rbl, is listed, denylist, banned list, deny list, on a block
    list, on the block list
BLACKLIST: blacklist, blocklist, block list, black list, spamhaus, spamcop, rbl, dnsbl, barracuda,
    sorbs, uceprotect, blackhole, blacklists, blocklists, dnsrbl, reputation, bad reputation,
    abuseat, ivmsip, invaluement, senderbase, threat, dynamic, dialup, dial up, residential, pbl,
    dul, dynamic ip, generic ptr, dnsbls, block lists
ALLOWLIST: whitelist, whitelisted, allowlist, allowlisted, white list, allow list, safe list,
    safelist, white listed, allow listed, access list, trusted ip, trusted ips, trusted network,
    trusted networks, authorized ips, authorized ip, allowed ips, whitelisting, allowed ip,
    mynetworks, trusted
PTR: reverse dns, rdns, ptr, reverse lookup, reverse hostname, cannot find your hostname, find
    your hostname, cannot find your reverse hostname, find your reverse hostname, fcrdns, ip name
    lookup, dns ptr resource record, no reverse, dns reverse, reverse name, reverse resolution,
    reverse address, resolve your address, resolve your hostname, resolve your ip, resolve your
    host, forward dns, resolve your ip address, unresolvable host name
# Not proper SMTP.
BASE64: base64, base 64, b64, base64 data, base64 encoding
SYNTAX: syntax, syntax error, decode, decoded, decoding, protocol error, bad protocol, parse,
    parameters, parameter, argument, arguments, initial data not expected, initial data, initial
    response, response limit, challenge, auth string, invalid string, too long, auth input,
    unexpected response, auth parameter, data format, invalid response, invalid challenge, client
    response, continuation, improperly, auth data format, sasl message, another step, parsing,
    parse error, unparseable, undecodable, garbage, corrupt, unexpected input, unexpected data,
    number of arguments, encoding, illegal character, illegal characters, command sequence
SYNCHRONIZATION: synchronization, synchronisation, protocol synchronization, pipelining, improper
    pipelining, too soon, hello first, ehlo first, helo first, before greeting, improper command
    pipelining, out of sequence, helo before, early talker, pregreeting, without waiting, wait for
    my reply, wait for the reply, wait for reply, wait for greeting, wait for the greeting, wait
    for my greeting, protocol violation, smtp protocol violation, before banner, before the
    banner, before the greeting, early data, premature, improper use, improper smtp, crlf, bare
    lf, bare cr, line ending, line endings, bad input, newline
# How Postfix introduces its reasons; of a temporary code they say nothing.
SENDERFRAME: sender address rejected, sender rejected
RECIPIENTFRAME: recipient address rejected
CLIENTFRAME: client host rejected
HELOFRAME: helo command rejected
FULL: full, mailbox full, mailbox is full, out of storage, storage, disk space, out of disk space,
    disk quota
RECEIVE: receiving, receive
TERMS: eula, terms, agreement, terms of use, user agreement, accept the terms
REQUIRED+ENABLED: enable
MECHNAME+OAUTH: xoauth2 authentication, auth xoauth2, auth oauthbearer
AUTH+COUNTED: logins
AUTH+COMMAND: auth command
COMMAND+COUNTED: commands
RECIPIENT+COUNTED: recipients
INVALID+SYNTAX: malformed
BUSY+UNAVAILABLE: overloaded
DISABLED+CANCELLED: cancelled, canceled
CANCELLED: aborted
UNSUPPORTED+EXPIRED: too weak
OWNED: owned, belong, belongs
DOMAIN: domain, domains
TOOMANY+FULL: over quota, overquota
BUT: because, since, but, due to, while, although, however, as you, as the, so that, until
SPF: spf, dmarc, dkim
"""


# Words of English that say nothing here, so that they make no language of a reply.
FILLERS = (
    " about address again also because been both cannot check click code contact data details "
    " does done else email error find from further given go going good gsmtp have help here "
    " http https information into its just know learn made mail make many more most need next "
    " nsmtp other page read said says some sorry such than thank that them then there these "
    " they this those time under very visit want when which will with word work year your "
)
# What stays of a letter where its accent is left off.
PLAIN = tuple(
    zip(
        "áàâãäåąčćçďéèêëěęíìîïłňńñóòôõöøřśšşťúùûüůýźžżğ",
        "aaaaaaacccdeeeeeeiiiilnnnoooooorssstuuuuuyzzzg",
    )
)
_built: dict[tuple[str, ...], Vocabulary] = {}


class Vocabulary:
    """The words of some languages, searched as the text that they are: of its thousands of
    phrases a reply has a dozen, so that it costs more to make a dictionary of them.

    ``text`` has an entry a line, as in "NOT:,not,no,". Where a phrase stands twice, the last
    counts. ``glue`` is what stands between the words of a phrase.
    """

    def __init__(self, text: str, glue: str = " ") -> None:
        """Take the text."""
        self.text = text if glue else text.replace(" ", "")
        self.glue = glue
        self.longest = LONGEST_PHRASE if glue else LONGEST_DENSE

    def phrase(self, words: list[str], at: int) -> tuple[int, str]:
        """Return how many words the longest phrase has that begins at a place, and what it
        means; (0, "") if none does.
        """
        found = (0, "")
        for length in range(1, min(self.longest, len(words) - at) + 1):
            said = "," + self.glue.join(words[at : at + length])
            if said[-1] == "," or said not in self.text:
                break  # nor does a longer one begin so
            place = self.text.rfind(said + ",")
            if place >= 0:
                found = (length, self._meaning(place))
        return found

    def _meaning(self, place: int) -> str:
        """Return the meaning of the entry at a place of the text."""
        start = self.text.rfind("\n", 0, place) + 1
        return self.text[start : self.text.index(":", start)]


def vocabularies_for(words: list[str]) -> list[Vocabulary]:
    """Return the vocabularies of the languages that words may be of, English always among
    them; the most likely first.
    """
    tables = _languages(words)
    accents = not all(map(str.isascii, words))
    names = (*tables, "with accents" if accents else "without")
    if names not in _built:
        others = [_forms(_lines(table), accents) for table in tables.values()]
        _built[names] = Vocabulary("".join(others) + _lines(ENGLISH))  # the most likely last
    found = [_built[names]]
    if any(is_dense(word[0]) for word in words):
        if (DENSE,) not in _built:
            from .dense import WORDS

            _built[DENSE,] = Vocabulary(_lines(WORDS), glue="")
        found.append(_built[DENSE,])
    return found


def _languages(words: list[str]) -> dict[str, str]:
    """Return the tables of the languages that the words are most likely of, by name.

    That a word begins as one of theirs does is enough; and half as many such words as the
    likeliest has, since a language too many does no harm.
    """
    others = [
        f" {word[: max(4, len(word) - 2)]}"
        for word in words
        if len(word) > 3
        and word[0] < "\u0250"  # Latin, where other scripts begin thereafter
        and f" {word} " not in FILLERS
        and word not in ENGLISH
        and word.isalpha()
    ]
    tables: dict[str, str] = {}
    if others:
        from .latin import LANGUAGES

        shares = {name: sum(word in LANGUAGES[name] for word in others) for name in LANGUAGES}
        enough = max(1, max(shares.values()) / 2)
        tables = {name: LANGUAGES[name] for name in LANGUAGES if shares[name] >= enough}
    if any("\u0400" <= word[0] <= "\u04ff" for word in words):
        from . import cyrillic

        tables.update(cyrillic.LANGUAGES)
    return tables


def is_dense(character: str) -> bool:
    """Tell whether a character is of a script without blanks between its words: Chinese,
    Japanese, and Korean with its endings.
    """
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"


def _lines(table: str) -> str:
    """Return a table with each entry in one line, and a comma on each side of a phrase."""
    joined = table.replace("\n    ", " ").replace(", ", ",")
    return joined.replace(": ", ":,").replace("\n", ",\n")


def _forms(text: str, accents: bool) -> str:
    """Return the text with all forms of its phrases, with their accents or without."""
    if not accents:
        for accented, plain in PLAIN:
            text = text.replace(accented, plain)
    phrases = text.split(",")
    return ",".join([",".join(inflected(each)) if "/" in each else each for each in phrases])


def inflected(phrase: str) -> list[str]:
    """Return the forms of a phrase: of "suspendu/e/s" without and with each ending."""
    stem, *endings = phrase.split("/")
    return [stem, *(stem + ending for ending in endings)]
