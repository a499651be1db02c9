"""The table by which ``refusals`` reads the text of a reply. Pure.

A pattern says what is in trouble, and what the trouble is: "ACCOUNT LOCKED". Words in capitals are
meanings (``vocabulary``: ACCOUNT is a user or mailbox, LOCKED is suspended or banned, in
twenty-five languages); words in lower case stand for themselves. All parts of a pattern must occur
in one clause, in any order, at most some ten words apart; "A|B" is either; what follows a ";" may
be in another clause; "#" is an IP address; "-TLS" is "without TLS", for a meaning that has no
opposite of its own.

The rows were made from some 2,900 replies of providers and servers (in the tests, with their
sources). None is the whole sentence of one provider; a row must also be useful for servers that
nobody has seen yet. ``contrib/dev/replies.py`` shows which words decide a reply.
"""

from __future__ import annotations

from ..observation import Stage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from ..observation import StageName
    from .catalogue import Slug

    Stages = tuple[StageName, ...]

ENTRY: Stages = (Stage.GREETING, Stage.EHLO)
EHLO: Stages = (Stage.EHLO,)
AUTH: Stages = (Stage.AUTH,)
MAIL: Stages = (Stage.MAIL,)
RCPT: Stages = (Stage.RCPT,)
AFTER: Stages = (Stage.MAIL, Stage.RCPT)
LOGIN_ON: Stages = (Stage.AUTH, Stage.MAIL)
NOT_AUTH: Stages = (*ENTRY, Stage.MAIL, Stage.RCPT)
NOT_ENTRY: Stages = (Stage.AUTH, Stage.MAIL, Stage.RCPT)
UP_TO_AUTH: Stages = (*ENTRY, Stage.AUTH)

# Reply code and enhanced status code of a mailbox that is full (RFC 3463 section 3.3).
MAILBOX_FULL = ("422 4.2.2", "450 4.2.2", "452 4.2.2", "550 5.2.2", "552", "554 5.2.2")


# Codes that only say that a login is refused.
ABOUT = ("535", "55")


class Row:
    """Any of the patterns selects the diagnosis; without a slug, the reply code selects it.

    ``stages`` and ``codes`` (the start of "550 5.7.1") limit the row if the words alone would match
    too much; empty, they do not. Not a Record: with so many rows, that would cost 0.25 ms.
    """

    __slots__ = ("codes", "patterns", "slug", "stages")

    def __init__(
        self,
        slug: Slug | Literal[""],
        patterns: tuple[str, ...],
        stages: Stages = (),
        codes: tuple[str, ...] = (),
    ) -> None:
        """Take the diagnosis, the patterns, and the stages and codes to which they apply."""
        self.slug = slug
        self.patterns = patterns
        self.stages = stages
        self.codes = codes


# The first row that matches wins, so rows for more specific causes come first.
ROWS = (
    # With this code, anything said about TLS means that it is required.
    Row("encryption-required", ("TLS|INSECURE|tls|ssl|encryption",), AUTH, ("530",)),
    # The names of who may not act as whom stand around these words, and may be any words.
    Row("sender-rejected", ("ACTAS FORBIDDEN|DENIED",), MAIL),
    # A password or login that is said to be wrong is wrong, whatever the reply advises after that.
    Row(
        "credentials-rejected",
        (
            "INVALID ACCOUNT|AUTH; use|try|switch TLS",
            "INVALID PASSWORD|CREDENTIALS; TLS|INSECURE",
            "INVALID PASSWORD|CREDENTIALS; users|accounts|customers APPPASSWORD",
            "AUTH FAILED; users|accounts|customers REQUIRED APPPASSWORD",
            "AUTH FAILED; SECONDFACTOR|APPPASSWORD AVAILABLE",
            "administrator|admin|helpdesk|staff can CHANGE PASSWORD",
        ),
        AUTH,
    ),
    Row(
        "account-locked",
        (
            "ACCOUNT DISABLED after|by passwords|tries|LOCKED",
            "ACCOUNT suspended|locked|blocked|frozen abuse|misuse",
        ),
        AUTH,
    ),
    Row("account-disabled", ("ACCOUNT DISABLED abuse|misuse",), AUTH),
    Row(
        "account-locked",
        (
            "AUTH|ACCESS FORBIDDEN|DENIED abuse|misuse|SPAM",
            "AUTH|ACCESS|ACCOUNT STOPPED|stopped|prevented protect",
            "-SENDING; reputation",
        ),
        AUTH,
    ),
    Row(
        "temporary-failure",
        (
            "DISABLED|LOCKED|FORBIDDEN|STOPPED MAINTENANCE",
            "service|server|system down|offline|unreachable; DENIED",
            "INTERNAL prevents|prevent|stops|keeps|hinders",
        ),
        AUTH,
    ),
    Row(
        "mechanism-unavailable",
        (
            "MECHNAME DISABLED|UNSUPPORTED; use MECHNAME",
            "MECHNAME; COMMAND UNSUPPORTED",
            "anonymous AUTH FORBIDDEN|DISABLED",
        ),
        AUTH,
    ),
    # Another way to log in, or another connection, is required.
    Row(
        "encryption-required",
        (
            "REQUIRED under|over TLS",
            "TLS EXPIRED",
            "use|connect port; TLS",
            "AUTH UNAVAILABLE|FORBIDDEN|DISABLED before|until TLS",
            "-AUTH before|until TLS",
            "NOT before TLS",
        ),
        AUTH,
    ),
    Row(
        "credentials-rejected",
        (
            "APPPASSWORD; WRONGSECRET",
            "PASSWORD|CREDENTIALS|APIKEY|key regenerated|rotated|reissued|rolled",
            "APPPASSWORD REVOKED",
            "APPPASSWORD|CREDENTIALS deleted|removed",
        ),
        AUTH,
    ),
    Row("basic-auth-disabled", ("APPPASSWORD UNSUPPORTED|DISABLED|discontinued; OAUTH",), AUTH),
    Row("token-rejected", ("xoauth2|oauthbearer FAILED",), AUTH),
    Row("app-password-required", ("APPPASSWORD", "SECONDFACTOR")),
    Row(
        "app-password-required",
        (
            "AUTH LOCKED|DENIED|STOPPED; it s you",
            "verify|confirm identity app|phone|browser",
        ),
        AUTH,
    ),
    Row("basic-auth-disabled", ("BASICAUTH", "passwords replaced by|with OAUTH")),
    Row(
        "temporary-failure",
        ("SESSION|session EXPIRED", "takes|took|taking too long"),
        AUTH,
        ("535", "4"),
    ),
    Row(
        "password-expired",
        (
            "passwords EXPIRED|weak|short",
            "PASSWORD CHANGE pending|overdue",
            "CHANGE PASSWORD ENABLED SENDING",
            "PASSWORD changed EXPIRED",
            "PASSWORD rules|policy|requirements CHANGE",
            "PASSWORD compromised|leaked|leak|breached|breach; CHANGE",
        ),
        AUTH,
    ),
    Row(
        "credentials-rejected",
        (
            "PASSWORD INVALID again",
            "PASSWORD changed recently|ago|since",
            "PASSWORD changed use new",
            "AUTH FORBIDDEN|DENIED; CHECK PASSWORD|CREDENTIALS",
            "blank|empty PASSWORD|passwords",
            "anonymous|unauthenticated AUTH|ACCESS|binds FORBIDDEN|DENIED|DISABLED",
            "name|username|user|login|PASSWORD too long",
            "name|username|PASSWORD contains",
            "ACCOUNT too short",
            "ACCOUNT|CREDENTIALS UNKNOWN OR LOCKED|DISABLED|TOKEN|REVOKED",
            "PASSWORD|CREDENTIALS INVALID OR ACCOUNT|ACCESS|SERVICE LOCKED|DISABLED|FORBIDDEN",
        ),
        AUTH,
    ),
    Row(
        "app-password-required",
        (
            "CREATE|generate|create PASSWORD",
            "use APIKEY|key|code not|instead PASSWORD|CREDENTIALS",
            "programs|apps|clients|applications|devices REQUIRED key|code|passcode|one|separate",
            "PASSWORD different webmail|portal|website|web|main",
            "site|website|portal|webmail PASSWORD NOT|FAILED",
            "with account|web|portal PASSWORD UNAVAILABLE|FORBIDDEN|UNSUPPORTED",
        ),
        AUTH,
    ),
    Row(
        "password-expired",
        (
            "PASSWORD no longer INVALID",
            "new one REQUIRED",
            "PASSWORD too weak|short|simple|old",
        ),
        AUTH,
    ),
    Row(
        "mechanism-unavailable",
        (
            "BINDING SUPPORTED|UNSUPPORTED|UNAVAILABLE|REQUIRED|provided|missing",
            "password transition",
            "one time use",
            "no secret|verifier",
            "MECHNAME REQUIRED secret|verifier|hash",
            "INSECURE PASSWORD stored",
            "lookup UNAVAILABLE",
        ),
        AUTH,
    ),
    Row("temporary-failure", ("temporary|temporarily|transient BINDING",), AUTH),
    Row("temporary-failure", ("BINDING TEMPORARY",), AUTH, ("4",)),
    Row("server-not-authentic", ("BINDING INVALID|FAILED",), AUTH),
    Row("protocol-error", ("MECHNAME malformed", "MECHNAME INVALID message|data"), AUTH),
    Row(
        "temporary-failure",
        (
            "BACKEND|SERVER CERTIFICATE",
            "CERTIFICATE; signed",
            "database|sql|mysql|ldap|INTERNAL; TOOMANY connections",
        ),
        AUTH,
    ),
    Row("client-not-allowed", ("CERTIFICATE",), ENTRY),
    Row(
        "client-not-allowed",
        (
            "CERTIFICATE REQUIRED|INVALID|UNKNOWN|UNVERIFIED|EXPIRED|REVOKED|FAILED",
            "CERTIFICATE DENIED|FORBIDDEN|DISABLED|UNSUPPORTED|UNAVAILABLE|LISTED",
            "CERTIFICATE another|other|different",
            "-CERTIFICATE",
        ),
        AUTH,
    ),
    Row("client-not-allowed", ("CERTIFICATE",), AFTER, ("5",)),
    Row("temporary-failure", ("TLS FAILED",), AUTH),
    Row(
        "encryption-required",
        ("TLS REQUIRED|UNSUPPORTED", "SWITCHON TLS", "-TLS", "INSECURE"),
    ),
    Row("encryption-required", ("TLS UNAVAILABLE|DISABLED",), AUTH, ("5",)),
    Row(
        "encryption-required",
        (
            "TLS EXPIRED",
            "SECURITY FAILED|REQUIRED|UNSUPPORTED|EXPIRED|INVALID|FORBIDDEN|DENIED|DISABLED",
        ),
    ),
    Row(
        "protocol-error",
        (
            "initial response",
            "encoding INVALID|FAILED",
            "argument FORBIDDEN|INVALID",
            "encoded data",
            "during transaction",
            "transaction in progress",
        ),
        AUTH,
    ),
    Row("protocol-error", ("format INVALID", "AUTH terminated|interrupted"), AUTH, ("501",)),
    Row(
        "protocol-error",
        (
            "userdata",
            "missing username|user|login",
            "-ACCOUNT given|supplied|sent",
            "INVALID challenge",
            "INVALID user data",
        ),
        AUTH,
        ("500", "501"),
    ),
    Row("protocol-error", ("transaction",), AUTH, ("503",)),
    Row("account-disabled", ("organization|organisation|tenant|company does FORBIDDEN",), AUTH),
    Row(
        "basic-auth-disabled",
        (
            "sso|saml|federated REQUIRED|FORBIDDEN|through|via|only",
            "passwords DENIED|UNSUPPORTED|FORBIDDEN|DISABLED|gone",
            "tenant|organization|organisation blocks passwords",
            "OAUTH REQUIRED|instead",
            "CREDENTIALS cannot used",
            "AUTH with|by|via password|passwords|PASSWORD DISABLED|UNSUPPORTED|FORBIDDEN",
            "restricted|limited to OAUTH",
        ),
    ),
    Row("temporary-failure", ("introspection|jwks UNAVAILABLE|TIMEOUT|500|502|503|504",), AUTH),
    Row("token-rejected", ("TOKENERROR",), AUTH),
    Row("client-not-allowed", ("FROM CLIENT|PLACE|IPADDR UNSUPPORTED|UNAVAILABLE",), AUTH),
    Row(
        "mechanism-unavailable",
        (
            "MECHANISM|MECHNAME UNSUPPORTED|UNAVAILABLE|UNKNOWN|DISABLED|EXPIRED",
            "NOT do|speak|understand MECHNAME|login",
            "no idea MECHNAME",
            "MECHNAME is NOT for",
            "MECHANISM INVALID",
            "login UNSUPPORTED",
            "only MECHNAME ALLOWED|ACCEPTED|SUPPORTED",
            "only login SUPPORTED",
            "alternative|another|different|other MECHANISM",
            "use MECHNAME",
        ),
        AUTH,
    ),
    Row(
        "mechanism-unavailable",
        ("MECHANISM|MECHNAME FORBIDDEN", "MECHANISM DENIED", "ntlm|cram|gssapi|kerberos LOCKED"),
        AUTH,
        ("50", "534", "535", "55"),
    ),
    Row("mechanism-unavailable", ("OAUTH UNSUPPORTED|UNAVAILABLE",), AUTH),
    Row(
        "account-disabled",
        (
            "APIKEY scope|scopes",
            "approval pending|awaiting|REQUIRED",
            "ACCOUNT LOCKED inactivity",
            "consent TERMS",
        ),
        AUTH,
    ),
    # An API key that a relay requires as a password is not an OAuth token.
    Row(
        "credentials-rejected",
        (
            "APIKEY INVALID|UNKNOWN|EXPIRED|REVOKED|DENIED|FAILED|SYNTAX|deleted|removed",
            "APIKEY for region|zone|environment|project|domain",
            "PASSWORD|CREDENTIALS TOKEN INVALID",
            "key|keys UNKNOWN|deleted|revoked",
        ),
        AUTH,
    ),
    Row(
        "token-rejected",
        (
            "OAUTH; insufficient",
            "OAUTH; user INVALID",
            "TOKEN WRONGSECRET|EXCEEDED",
            "TOKEN for another|different|other",
            "insufficient|missing|required|absent|lacking scope",
            "TOKEN lacks|lacking",
            "TOKEN|OAUTH DISABLED|EXPIRED|INVALID|REVOKED|FAILED|DENIED|UNKNOWN|UNVERIFIED|SYNTAX",
            "TOKEN|OAUTH gone",
            "TOKEN be read|parsed|decoded",
            "NOT read|parse|decode your TOKEN",
            "cannot read|parse|decode TOKEN",
            "TOKEN FORBIDDEN|scope|scopes|audience|issuer",
            "scope|scopes FORBIDDEN|UNKNOWN",
            "issuer|audience FORBIDDEN|UNKNOWN|INVALID",
            "REVOKED ACCESS|AUTH app|application",
            "TOKEN; INVALID|UNKNOWN client|audience|issuer|tenant|application",
            "consent REVOKED|REQUIRED|UNKNOWN|DISABLED|EXPIRED|given",
            "TOKEN LISTED|LOCKED",
            "TOKEN soon|shortly",
            "token UNSUPPORTED",
        ),
        AUTH,
    ),
    Row("auth-not-offered", ("NOAUTHENTICATOR",), AUTH),
    Row("temporary-failure", ("GREYLIST",)),
    Row("temporary-failure", ("yet FORBIDDEN; TEMPORARY|DURATION",), AFTER, ("4",)),
    # For a message that is too large, the code decides; it is not a limit of the account.
    Row("", ("message|mail|email size", "size LIMIT|EXCEEDED", "hop|hops|loop|looping"), AFTER),
    # At RCPT the trouble is with the recipient, unless the reply calls it "your".
    Row("recipient-rejected", ("test purposes only", "testing emails"), AFTER),
    Row(
        "recipient-rejected",
        (
            "LOCKED you",
            "DENIED by recipient|recipients",
            "SENDING RECIPIENT LOCKED",
            "RECIPIENT LOCKED|DENIED you|your",
            "RECIPIENT only ACCEPTED",
            "only ACCEPTED for|local",
            "SENDER RECIPIENT UNKNOWN",
            "target|destination DOMAIN",
        ),
        RCPT,
    ),
    Row(
        "rate-limited",
        (
            "per message LIMIT",
            "YOUR LIMIT EXCEEDED",
            "recipients LIMIT|TOOMANY|EXCEEDED",
            "RCPTLIMIT EXCEEDED",
            "daily|hourly|monthly LIMIT|recipient|recipients used|EXCEEDED",
        ),
        RCPT,
    ),
    Row("", ("RECIPIENTFRAME; MAILADDRESS UNVERIFIED",), RCPT),
    Row("", ("unverified address",), RCPT, ("4",)),
    # A full disk of the server, not a full mailbox (RFC 3463 sections 3.4 and 3.5).
    Row("", ("disk|space|storage",), RCPT, ("451", "452 4.3", "452 4.4")),
    Row(
        "",
        (
            "ACCOUNT|RECIPIENT UNKNOWN; INTERNAL",
            "ACCOUNT|RECIPIENT LOCKED TEMPORARY",
            "ACCOUNT|RECIPIENT temporarily",
        ),
        RCPT,
        ("4",),
    ),
    Row(
        "temporary-failure",
        ("RECEIVE TOOMANY|LIMIT|EXCEEDED", "recipient EXCEEDED"),
        RCPT,
        ("4",),
    ),
    Row(
        "recipient-rejected",
        (
            "ACCOUNT|RECIPIENT|mailbox FULL",
            "mailbox|inbox full",
            "FULL EXCEEDED",
            "RECEIVE|recipient LIMIT|EXCEEDED",
        ),
        RCPT,
    ),
    Row(
        "rate-limited",
        (
            "YOUR|SENDING|COUNTED LIMIT EXCEEDED",
            "SENDING limited",
            "YOUR LIMIT per",
            "LIMIT COUNTED sent",
            "sending|outgoing limit|quota EXCEEDED",
            "YOUR sent EXCEEDED COUNTED",
            "daily|hourly|monthly LIMIT EXCEEDED",
            "SENDERFRAME; LIMIT EXCEEDED",
        ),
        RCPT,
    ),
    Row("recipient-rejected", ("ACCOUNT LIMIT EXCEEDED",), RCPT),
    Row("recipient-rejected", ("LIMIT EXCEEDED", "TOOMANY", "FULL"), RCPT, MAILBOX_FULL),
    # The trouble is with the client's address, the account, or the sender.
    Row("account-disabled", ("SECURITYDEFAULTS",)),
    Row(
        "account-disabled",
        ("past due", "UNPAID|MONEY; STOPPED", "MONEY SERVICE UNAVAILABLE"),
        LOGIN_ON,
    ),
    Row("client-not-allowed", ("forged|fake|faked|bogus HELO", "talk to you"), NOT_AUTH),
    Row("rate-limited", ("TEMPORARY TOOMANY",), AFTER, ("4",)),
    Row("client-not-allowed", ("PTR|LISTED; fix",), NOT_AUTH),
    # A ban that ends by itself is a rate limit; one without an end is a block list.
    Row(
        "rate-limited",
        (
            "IPADDR|CLIENT|# LOCKED|LISTED TEMPORARY",
            "IPADDR|CLIENT|# DENIED temporarily|temporary",
            "IPADDR|CLIENT|# LOCKED|LISTED|FORBIDDEN|DENIED DURATION|UNTIL",
            "IPADDR|CLIENT|# LOCKED|LISTED; again|back|wait DURATION",
            "IPADDR|CLIENT|#; LOCKED|LISTED for DURATION",
        ),
    ),
    Row(
        "rate-limited",
        ("LOCKED|LISTED TEMPORARY", "LOCKED|LISTED for DURATION", "deferred SPAM"),
        ENTRY,
    ),
    Row(
        "client-not-allowed",
        (
            "IPADDR LOCKED|LISTED|SPAM",
            "# LISTED|SPAM|listed",
            "CLIENT LISTED",
            "CRITERIA",
        ),
    ),
    Row("client-not-allowed", ("CLIENT|site|# LOCKED",), ENTRY, ("5",)),
    Row("rate-limited", ("LOCKED for seconds|secs|sec", "you LOCKED for DURATION"), AUTH),
    Row(
        "account-locked",
        (
            "ACCOUNT LOCKED due|because|following|after",
            "ACCOUNT|AUTH DISABLED failures|attempts",
            "ACCOUNT|AUTH DISABLED after|due|following failed",
        ),
        AUTH,
    ),
    Row(
        "client-not-allowed",
        (
            "FORBIDDEN from #",
            "only from|by|addresses|ips|hosts|networks|clients #",
            "FROM #; FORBIDDEN|DENIED|LOCKED",
            "FROM CLIENT|IPADDR|# FORBIDDEN|DENIED|LOCKED|DISABLED",
            "limited to CLIENT|IPADDR|ALLOWLIST",
            "nur|solo|solamente|uniquement|seulement|apenas|somente|alleen ALLOWED CLIENT|IPADDR",
            "REQUIRED LAN|vpn|campus|intranet|lan|network",
            "ACCESS|SERVICE|FROM only from|within|inside",
            "ACCOUNT used only from",
            "address # FORBIDDEN|DENIED|UNKNOWN",
            "# NOT in|within|inside",
            "network|subnet|netblock|location|country INVALID|UNKNOWN",
            "CLIENT|IPADDR risky|suspicious|risk",
            "REQUIRED connect from registered",
            "IPADDR outside",
            "IPADDR REQUIRED KNOWN|ALLOWED|ENABLED|VERIFIED",
            "IPADDR|CLIENT NOT list|table",
            "access denied|refused; IPADDR",
            "-AUTH CLIENT|IPADDR",
            "CLIENT|IPADDR|# -OWNED",
            "only local|localhost",
            "DENIED; geoip|dnsbl|rbl|geo|vpn|vpns|tor|firewall",
            "FORBIDDEN; geoip|geo",
            "PLACE|IPADDR POLICY; DENIED",
            "only CLIENT|IPADDR may|can",
            "login|authentication|connect|connection FORBIDDEN from address",
            "from address AUTH FORBIDDEN",
            "FROM UNKNOWN address|host|network|place|machine|device",
            "you come|coming|came from #|IPADDR",
            "CLIENT|AUTH # FORBIDDEN|DENIED",
            "RELAY only addresses|hosts|networks|ips",
        ),
        AUTH,
    ),
    Row(
        "client-not-allowed",
        ("only AVAILABLE|ALLOWED|ACCEPTED CLIENT|IPADDR|ALLOWLIST",),
        LOGIN_ON,
    ),
    Row(
        "client-not-allowed",
        (
            "CLIENT SPAM",
            "CLIENT|IPADDR|# found in|on|at",
            "-BLACKLIST",
            "DENIED|FORBIDDEN|LOCKED|SENDERFRAME; dnsbl|dnsbls|rbl|dnsrbl",
        ),
        NOT_AUTH,
    ),
    Row("client-not-allowed", ("dictionary|harvest|harvesting attack",), NOT_AUTH, ("5",)),
    Row("temporary-failure", ("one recipient time", "multiple recipients"), RCPT, ("4",)),
    Row("client-not-allowed", ("PLACE DISABLED|LOCKED|FORBIDDEN|UNSUPPORTED|UNAVAILABLE",), AUTH),
    Row("client-not-allowed", ("port DISABLED|LOCKED|FORBIDDEN", "IPADDR|# permanently"), ENTRY),
    Row("client-not-allowed", ("helo|ehlo|fqdn INVALID|DENIED|FORBIDDEN",), AUTH, ("55",)),
    Row(
        "password-expired",
        (
            "PASSWORD EXPIRED",
            "PASSWORD|CREDENTIALS age EXCEEDED|LIMIT",
            "grace login|logins",
            "NEWPASSWORD DISABLED|UNAVAILABLE|FORBIDDEN",
            "PASSWORD easy|simple|short|strong|weak|stronger|complexity|quality",
            "PASSWORD ended|dead|meet|least|ran|satisfies|satisfy|comply|complies|fulfil|fulfils",
            "PASSWORD|passwords leaked|breached|pwned",
            "PASSWORD has run out",
            "PASSWORD year|years|months",
        ),
    ),
    Row("account-locked", ("SENDER LOCKED",), AUTH),
    Row("", ("TEMPORARY DENIED",), AFTER, ("4",)),
    Row(
        "account-locked",
        (
            "ACCOUNT|DOMAIN|PASSWORD|CREDENTIALS|APIKEY|SENDING|SERVER|you LOCKED",
            "ACTIVITY",
            "LOCKED status",
            "AUTH|ACCESS|SERVICE LOCKED security",
            "ACCOUNT FORBIDDEN SPAM|SAFETY",
            "LOCKED; violation|violations|breach terms|policy|policies|aup|rules",
            "organisation|organization suspended|locked|frozen",
            "SENDING STOPPED|paused|stopped|halted",
            "sending paused|stopped|halted",
        ),
        LOGIN_ON,
    ),
    Row(
        "account-locked",
        (
            "ACCOUNT|CREDENTIALS|PASSWORD|APIKEY|DOMAIN LISTED|BLACKLIST",
            "ACCOUNT; been LOCKED",
            "TOOMANY ACCOUNT; LOCKED",
            "TOOMANY DISABLED ACCOUNT",
            "INVALID tries|attempts|passwords; LOCKED",
            "LOCKED by administrator|administrators|admin|postmaster|staff",
            "ACCOUNT UNAVAILABLE security",
            "ACCOUNT virus|viruses|malware|infected|phishing",
            "ACCOUNT DISABLED UNTIL",
            "ACCOUNT|AUTH|ACCESS suspicious|risky|unusual|abnormal",
        ),
        AUTH,
    ),
    Row(
        "account-disabled",
        (
            "UNPAID",
            "payment|payments|invoice|invoices|bill|billing|debt REQUIRED|FAILED|DENIED|EXPIRED",
            "payment|payments|invoice|invoices|bill|billing|debt NOT|missing|overdue|late",
            "premium|paid|pay|paying REQUIRED|only|NOT",
            "shared|group|resource|room mailbox|mailboxes",
            "distribution|mailing list|lists",
        ),
        LOGIN_ON,
    ),
    Row(
        "account-locked",
        ("YOUR ACCOUNT LOCKED", "SENDERFRAME; ACCOUNT LOCKED", "SENDING|SERVER LOCKED"),
        RCPT,
    ),
    Row("client-not-allowed", ("FROM CLIENT|PLACE|IPADDR LOCKED|FORBIDDEN|DENIED",), MAIL),
    Row(
        "account-locked",
        (
            "SERVICE|ACCESS|AUTH LOCKED",
            "ACCOUNT LISTED|BLACKLIST",
            "continue|resume|restore|unlock SENDING",
        ),
        MAIL,
    ),
    Row("account-disabled", ("your ACCOUNT DISABLED",), RCPT),
    Row(
        "rate-limited",
        (
            "TOOMANY",
            "LIMIT EXCEEDED",
            "rate limit|limits",
            "more connections|sessions|messages|mails than",
        ),
    ),
    Row(
        "rate-limited",
        (
            "LIMIT COUNTED|AUTH|RCPTLIMIT",
            "UNAVAILABLE LIMIT",
            "hourly|daily|monthly LIMIT",
        ),
        codes=("4",),
    ),
    Row(
        "rate-limited",
        (
            "IPADDR LIMIT|exceeded",
            "connection|connections|session|sessions|concurrency limit|limits|LIMIT|EXCEEDED",
            "you connections|sessions already|open",
        ),
        ENTRY,
    ),
    # A password that is said to be wrong is wrong, even if the reply names a delay or a limit.
    Row(
        "credentials-rejected",
        (
            "PASSWORD|CREDENTIALS INVALID|FAILED; AUTH|COUNTED|LIMIT per",
            "PASSWORD|CREDENTIALS INVALID|FAILED; wait",
        ),
        AUTH,
        ("535", "55"),
    ),
    Row(
        "rate-limited",
        (
            "LIMIT sent|used|empty|negative|gone|FULL",
            "SENDING limited",
            "YOUR LIMIT per",
            "SENDING LIMIT; LIMIT COUNTED",
            "COUNTED AUTH LIMIT",
            "LIMIT AUTH|COUNTED every",
            "concurrent|simultaneous|parallel LIMIT|FORBIDDEN|DENIED",
            "maximum|max LIMIT already|connected",
            "already logged; DENIED|FORBIDDEN",
            "already connected",
            "max|maximum|only LIMIT COUNTED per",
            "AUTH|COUNTED per minute|hour|day|second",
            "AUTH|COUNTED ALLOWED min|minute|hour|day",
            "AUTH|COUNTED LIMIT; ALLOWED",
            "mailbox over quota",
            "COUNTED EXCEEDED month|day|today|week|monthly|daily|hourly",
            "attempts|logins|sessions|connections|messages exhausted|exceeded|reached",
            "failures|retries exhausted|exceeded|reached",
            "logins|mails|messages|emails exhausted|used|consumed",
        ),
        LOGIN_ON,
    ),
    Row("rate-limited", ("you sent COUNTED",), MAIL),
    Row("", ("VERIFIED in progress",), AFTER, ("4",)),
    Row("rate-limited", ("AUTH LOCKED TEMPORARY",), AUTH, ("4",)),
    Row("rate-limited", ("AUTH LOCKED|DISABLED UNTIL", "-AUTH UNTIL"), AUTH),
    Row("client-not-allowed", ("connection refused",), ENTRY),
    Row(
        "server-unavailable",
        ("TIMEOUT", "BUSY", "SERVICE|SERVER UNAVAILABLE|DISABLED"),
        UP_TO_AUTH,
        ("421",),
    ),
    Row("client-not-allowed", ("RELAY DENIED #", "RELAY CREDENTIALS"), MAIL),
    Row("", ("PTR TIMEOUT|INTERNAL|TEMPORARY",), NOT_AUTH, ("4",)),
    # By SPF, the sender's domain says which servers may send for it.
    Row("", ("SPF TEMPORARY|INTERNAL", "MAILADDRESS UNVERIFIED TEMPORARY"), AFTER, ("4",)),
    Row("sender-rejected", ("SPF; FORBIDDEN|FAILED|DENIED|REQUIRED|INVALID", "-SPF"), AFTER),
    Row(
        "client-not-allowed",
        ("IPADDR BLACKLIST|FORBIDDEN|DENIED|INVALID|UNVERIFIED|UNKNOWN", "CLIENT LISTED"),
    ),
    Row(
        "client-not-allowed",
        (
            "device|workstation|computer|machine UNKNOWN|UNVERIFIED|INVALID|DISABLED",
            "IPADDR DISABLED|limited|EXPIRED",
        ),
        AUTH,
    ),
    Row("client-not-allowed", ("CLIENT FORBIDDEN|LOCKED",), UP_TO_AUTH),
    Row("account-disabled", ("FORBIDDEN SENDER send SERVER|login|plan|key",), AUTH),
    Row("mechanism-unavailable", ("identity CHANGE|changes FORBIDDEN",), AUTH, ("503",)),
    # During the login, acting as somebody else is not about the sender.
    Row(
        "credentials-rejected",
        ("ACTAS|identity|identities FORBIDDEN|UNSUPPORTED|DENIED",),
        AUTH,
    ),
    Row("client-not-allowed", ("PLACE FORBIDDEN",), MAIL),
    Row("recipient-rejected", ("RELAY FORBIDDEN|DENIED|UNAVAILABLE",), RCPT),
    Row(
        "sender-rejected",
        ("SENDER FORBIDDEN|DENIED|INVALID|UNVERIFIED|UNKNOWN|REQUIRED",),
        NOT_ENTRY,
    ),
    Row("sender-rejected", ("ACCOUNT UNKNOWN",), MAIL),
    Row(
        "sender-rejected",
        (
            "SENDER LOCKED|LISTED|BLACKLIST|VERIFIED|DISABLED",
            "-OWNED",
            "SENDER ALLOWLIST",
            "YOUR MAILADDRESS LOCKED|LISTED",
            "SENDER callout|callback",
            "MAILADDRESS UNVERIFIED",
        ),
        AFTER,
    ),
    Row(
        "sender-rejected",
        (
            "MAILADDRESS FORBIDDEN|DENIED|INVALID|UNVERIFIED|UNKNOWN|LOCKED",
            "DOMAIN VERIFIED|UNVERIFIED|UNKNOWN|UNSUPPORTED",
            "application|app|program FORBIDDEN",
        ),
        MAIL,
    ),
    Row(
        "account-disabled",
        (
            "ACCOUNT|DOMAIN|SERVICE|ACCESS|SENDING|APIKEY DISABLED",
            "ACCOUNT|SERVICE|DOMAIN EXPIRED",
            "subscription|plan|contract|package|licence|license run|ran out",
            "trial|subscription|plan|contract|membership|period|year over|finished|used",
            "free month|week over|finished",
            "ACCOUNT run|ran out",
            "ACCOUNT NOT renewed|extended|prolonged",
            "only members|customers|subscribers|staff|employees|group SERVICE|SENDING|ACCESS|use",
            "NOT list people|persons|users|senders|accounts",
            "associated|member|linked|assigned organization|organisation|team|workspace|group",
            "purchase|buy|subscribe ACCOUNT|SERVICE",
            "ACCOUNT|DOMAIN sandbox",
            "license|licence|subscription INVALID|UNKNOWN|DISABLED|REQUIRED|missing",
            "SERVICE UNAVAILABLE PLAN",
            "SERVICE UNAVAILABLE for|in|on|with|para|en|pour|für|per|для|dla|voor|için ACCOUNT",
            "AUTH to|for|with ACCOUNT UNAVAILABLE",
            "ACCOUNT|SERVICE|ACCESS|ALLOWED|AUTH REVOKED",
            "ACCOUNT SENDING FORBIDDEN",
            "ACCOUNT RELAY DENIED|FORBIDDEN",
            "ACCOUNT|SERVICE|ACCESS UNSUPPORTED",
            "ACCOUNT -SENDING",
            "SENDING DENIED",
            "activate ACCOUNT",
            "CHANGE plan|subscription|license|licence|membership|contract",
            "activation REQUIRED|NOT|pending",
            "complete|finish registration|signup|profile|setup|verification",
            "VERIFIED start|before SENDING",
            "ACCOUNT only imap|pop3|webmail|receiving|receive",
        ),
        LOGIN_ON,
    ),
    Row("sender-rejected", ("DOMAIN FORBIDDEN",), MAIL),
    Row("client-not-allowed", ("DENIED from #", "-ACCESS CLIENT|#"), AFTER),
    Row(
        "account-disabled",
        (
            "MAILADDRESS|email|mail|DOMAIN DISABLED|UNVERIFIED",
            "DOMAIN missing|lacks|lacking verification|record|records",
        ),
        AUTH,
    ),
    Row(
        "recipient-rejected",
        (
            "RECIPIENT|ACCOUNT LOCKED|DISABLED|UNKNOWN|INVALID|FORBIDDEN|LISTED|BLACKLIST",
            "RECIPIENT ALLOWLIST",
        ),
        RCPT,
    ),
    Row("protocol-error", ("SYNTAX CREDENTIALS",), AUTH, ("501",)),
    Row("credentials-rejected", ("PASSWORD|CREDENTIALS INVALID",), AUTH),
    Row("protocol-error", ("AUTH|CLIENT CANCELLED",), AUTH),
    Row("password-expired", ("REQUIRED CHANGE PASSWORD|CREDENTIALS", "CREDENTIALS EXPIRED")),
    Row("password-expired", ("AUTH EXPIRED",), AUTH),
    Row(
        "password-expired",
        (
            "PASSWORD; CHANGE due|required|needed",
            "REQUIRED new PASSWORD",
        ),
        AUTH,
    ),
    Row(
        "account-disabled",
        (
            "ACCOUNT|DOMAIN|SERVICE|ACCESS|POLICY|APIKEY FORBIDDEN",
            "only ALLOWED BROWSER|app|apps",
            "AUTH for web|webmail only",
            "limited to imap|pop3|webmail|receiving",
            "ACCOUNT -ACCESS",
            "POLICY DENIED|LOCKED",
            "TERMS REQUIRED|ACCEPTED|DENIED|CHANGE",
            "SERVICE DENIED",
            "REQUIRED ENABLED SERVICE|ACCOUNT",
            "SWITCHON SERVICE|ACCESS",
            "REQUIRED permission|permissions|privilege|privileges|rights",
            "client|clients CREDENTIALS REVOKED",
            "client|principal REVOKED",
            "SENDING FORBIDDEN",
        ),
        AUTH,
    ),
    Row(
        "auth-not-offered",
        (
            "AUTH FORBIDDEN|DISABLED|UNKNOWN servers|port|listener|interface",
            "-AUTH mx|port|listener|interface",
            "port incoming|inbound",
            "AUTH is for port",
        ),
        AUTH,
    ),
    Row("temporary-failure", ("AUTH DISABLED TEMPORARY",), AUTH, ("4",)),
    Row("client-not-allowed", ("FROM FORBIDDEN|DENIED|DISABLED|LOCKED",), AUTH),
    Row("account-disabled", ("AUTH DISABLED|FORBIDDEN",), AUTH, ("454", "52", "534", "535", "55")),
    # The trouble is with the client: its address, or its name in EHLO.
    Row("protocol-error", ("SYNCHRONIZATION", "HELO REQUIRED"), AUTH),
    Row(
        "mechanism-unavailable",
        ("ALREADY AUTH", "only one AUTH", "SEQUENCE"),
        AUTH,
        ("503",),
    ),
    Row("client-not-allowed", ("HELO SYNCHRONIZATION",), EHLO, ("550", "553")),
    Row("protocol-error", ("SYNCHRONIZATION",)),
    Row(
        "client-not-allowed",
        (
            "CLIENT|# LOCKED|LISTED|BLACKLIST",
            "CLIENT FORBIDDEN|DENIED",
            "ALLOWLIST",
            "reputation poor|low|bad|below",
            "CLIENT|IPADDR|# lookup FAILED",
            "FROM DENIED|FORBIDDEN|LOCKED",
            "LISTED",
            "BLACKLIST LOCKED|DENIED|FORBIDDEN|UNAVAILABLE",
            "PTR",
        ),
    ),
    Row("recipient-rejected", ("POLICY DENIED",), RCPT),
    Row(
        "client-not-allowed",
        ("HELO INVALID|FAILED|DENIED|FORBIDDEN|UNKNOWN", "HELO should"),
        NOT_AUTH,
    ),
    Row("client-not-allowed", ("# FORBIDDEN",), MAIL),
    Row("sender-rejected", ("RELAY DENIED|FORBIDDEN",), MAIL),
    Row(
        "client-not-allowed",
        ("DOMAIN|hostname|name REQUIRED|INVALID|UNKNOWN|FORBIDDEN", "introduce yourself", "-HELO"),
        EHLO,
    ),
    Row("", ("service DENIED",), ENTRY),
    Row(
        "client-not-allowed",
        (
            "UNAVAILABLE from you|your",
            "PLACE UNAVAILABLE",
        ),
        ENTRY,
        ("421", "5"),
    ),
    Row(
        "client-not-allowed",
        (
            "only CLIENT|IPADDR",
            "-ACCESS",
            "LOCKED",
            "FORBIDDEN",
            "DENIED",
            "HELO REQUIRED",
            "SPAM",
            "BLACKLIST",
            "IPADDR UNKNOWN|REQUIRED|UNAVAILABLE",
            "CLIENT UNKNOWN|INVALID",
            "IPADDR|CLIENT suspicious",
        ),
        ENTRY,
    ),
    Row("client-not-allowed", ("IPADDR; FAILED",), ENTRY, ("5",)),
    Row("server-unavailable", ("UNAVAILABLE", "BUSY", "INTERNAL", "DISABLED"), ENTRY, ("5",)),
    Row("server-unavailable", ("UNAVAILABLE", "BUSY", "INTERNAL", "TIMEOUT"), ENTRY, ("421",)),
    Row("server-unavailable", ("shut|shutting down", "shutdown"), ENTRY, ("4",)),
    # The server fails to do something.
    Row("credentials-rejected", ("authentication failed; system busy",), AUTH),
    Row(
        "temporary-failure",
        (
            "INTERNAL",
            "SERVER|BACKEND NOT check|verify|validate",
            "AUTH is down|offline|broken",
            "could check PASSWORD|CREDENTIALS",
            "NOT check|verify|validate CREDENTIALS|PASSWORD TEMPORARY|now",
            "NOT look|read|access CREDENTIALS|PASSWORD|passwords now",
            "BACKEND 500|502|503|504",
            "http|status 500|502|503|504",
            "BACKEND EXCEEDED|DISABLED|UNSUPPORTED|SYNTAX",
            "SYNTAX from SERVER",
            "NOT|FAILED get|make|create|generate challenge",
            "-BACKEND",
            "BACKEND UNAVAILABLE|TIMEOUT|TEMPORARY|LOCKED|lost",
            "AUTH TEMPORARY UNAVAILABLE",
            "AUTH MAINTENANCE",
            "AUTH restarting|restarted|restart|rebooting",
            "plugin|module|script|worker|process|daemon|hook crashed|died|dead|broken|killed",
        ),
        AUTH,
    ),
    Row(
        "credentials-rejected",
        (
            "BACKEND AUTH FAILED|DENIED",
            "BACKEND INVALID|401|403",
            "pam; DENIED",
            "lookup|search|query UNKNOWN",
            "ldap; UNKNOWN object|entry|dn",
        ),
        AUTH,
        ("5",),
    ),
    Row("temporary-failure", ("BACKEND FAILED",), AUTH),
    Row("temporary-failure", ("AUTH UNAVAILABLE",), AUTH, ("4",)),
    Row("account-disabled", ("-PLAN",), AUTH),
    Row("credentials-rejected", ("AUTH UNKNOWN",), AUTH, ("535",)),
    Row("mechanism-unavailable", ("AUTH unsupported", "AUTH NOT supported"), AUTH, ("534", "535")),
    Row("mechanism-unavailable", ("UNSUPPORTED|UNAVAILABLE",), AUTH, ("504",)),
    Row(
        "auth-not-offered",
        (
            "AUTH FORBIDDEN|UNSUPPORTED|UNAVAILABLE|DISABLED|UNKNOWN",
            "AUTH only ALLOWED|AVAILABLE|SUPPORTED",
            "NOT expecting|expect AUTH",
            "COMMAND UNKNOWN|UNSUPPORTED|DISABLED|UNAVAILABLE",
        ),
        AUTH,
    ),
    Row("protocol-error", ("AUTH|auth not started",), AUTH, ("503",)),
    Row(
        "auth-not-offered",
        (
            "UNSUPPORTED",
            "administrative prohibition",
            "-AUTH here|port|over|on",
            "AUTH NOT on port",
            "will|do NOT authenticate",
            "FORBIDDEN port|here",
            "-AUTH required|needed|necessary",
            "not need log|login|authenticate",
            "use port",
            "AUTH DENIED here|port|interface|listener",
        ),
        AUTH,
        ("50",),
    ),
    Row("auth-not-offered", ("COMMAND UNKNOWN|UNSUPPORTED",), EHLO),
    Row("protocol-error", ("BASE64", "SYNTAX"), AUTH),
    Row("rate-limited", ("brute force",), AUTH),
    # Words that say less, and may come before or after a reason.
    Row(
        "credentials-rejected",
        (
            "CREDENTIALS UNVERIFIED",
            "NOT|FAILED verify|validate|confirm identity|account|user",
            "AUTH terminated|interrupted|ended",
        ),
        AUTH,
        ("5",),
    ),
    Row(
        "account-locked",
        (
            "AUTH|SERVICE|ACCESS LOCKED",
            "SPAM YOUR|ACCOUNT|SENDING|message|DENIED",
            "ACCOUNT status|state; LOCKED",
        ),
        AUTH,
    ),
    Row(
        "account-locked",
        (
            "LOCKED temporarily",
            "ACCOUNT limited",
        ),
        AUTH,
        ("5",),
    ),
    Row(
        "account-disabled",
        ("CREDENTIALS|PASSWORD DISABLED", "ACCOUNT status|state; DISABLED"),
        AUTH,
    ),
    Row(
        "password-expired",
        (
            "CHANGE PASSWORD",
            "NEWPASSWORD",
            "PASSWORD; choose|pick|set another|new|own|personal|fresh",
        ),
        AUTH,
    ),
    Row("app-password-required", ("BROWSER",), AUTH),
    Row("account-locked", ("unlock|unblock ACCOUNT|you|yourself",), AUTH),
    Row(
        "credentials-rejected",
        (
            "check|verify|confirm your name|username|spelling|PASSWORD|CREDENTIALS",
            "with VALID|right PASSWORD|CREDENTIALS",
        ),
        AUTH,
        ("5",),
    ),
    Row("account-disabled", ("verify|confirm your account|address|identity|registration",), AUTH),
    Row(
        "credentials-rejected",
        (
            "PASSWORD|CREDENTIALS INVALID|UNKNOWN|DENIED",
            "check|recheck PASSWORD|CREDENTIALS",
            "WRONGSECRET",
            "CREDENTIALS|PASSWORD -OWNED",
            "-ACCOUNT|-PASSWORD|-CREDENTIALS given|supplied|provided|sent",
        ),
        NOT_ENTRY,
    ),
    Row("credentials-rejected", ("ACCOUNT|DOMAIN INVALID|UNKNOWN",), AUTH),
    Row("temporary-failure", ("MAINTENANCE", "BUSY|UNAVAILABLE; DURATION"), AUTH),
    Row(
        "credentials-rejected",
        ("AUTH FAILED|DENIED|INVALID; later|second|seconds",),
        AUTH,
        ("535",),
    ),
    Row(
        "rate-limited",
        (
            "wait|again|back|try|retry|pause|next DURATION",
            "retry after ~",
            "ACCOUNT|AUTH|SENDING|SERVICE|COUNTED limit|limits|quota",
            "ACCOUNT|AUTH|SENDING exceeded|exceeds|exhausted",
        ),
        AUTH,
        ("5",),
    ),
    Row(
        "temporary-failure",
        ("TEMPORARY", "TIMEOUT", "BUSY", "SERVER|SERVICE UNAVAILABLE"),
        AUTH,
    ),
    Row("", ("COMMAND DENIED",), AUTH, ("50",)),
    Row("account-disabled", ("MONEY",), AUTH, ABOUT),
    Row("credentials-rejected", ("AUTH FAILED|DENIED",), AUTH, ("2", "3", "421", "5")),
    Row("client-not-allowed", ("AUTH FAILED|DENIED",), ENTRY, ("5",)),
    Row(
        "rate-limited",
        ("LOCKED; DURATION", "closed|shut for DURATION"),
        AUTH,
        ("45", "52", "535", "55"),
    ),
    Row("client-not-allowed", ("LOCKED|DENIED|FORBIDDEN; PLACE",), AUTH),
    Row("account-locked", ("LOCKED",), AUTH, ("45", "52", "535", "55")),
    Row(
        "account-disabled",
        ("FORBIDDEN", "DISABLED", "-SENDING|-SERVICE|-ACCESS"),
        AUTH,
        ("45", "52", "535", "55"),
    ),
    Row(
        "credentials-rejected",
        (
            "AUTH INVALID|UNKNOWN",
            "MECHANISM FAILED",
            "UNKNOWN in",
            "rows|nil",
            "-AUTH",
            "APIKEY REQUIRED",
            "-APIKEY",
        ),
        AUTH,
        ("53", "55"),
    ),
    Row("client-not-allowed", ("-CLIENT|-IPADDR|-PLACE",), AUTH, ("53", "55")),
    # If a text does not say what is wrong, its subject says more than its code, but less than any
    # failure that it does name.
    Row("app-password-required", ("PHONE",), AUTH, ABOUT),
    Row("account-disabled", ("GONE",), AUTH, ABOUT),
    Row("account-locked", ("SAFETY", "SPAM"), AUTH, ABOUT),
    Row("password-expired", ("PASSWORD|CREDENTIALS DATED",), AUTH, ABOUT),
    Row("account-disabled", ("ACCOUNT|SERVICE DATED",), AUTH, ABOUT),
    Row(
        "temporary-failure",
        ("BACKEND", "MACHINERY", "file|table|worker|workers|plugin|script|oops"),
        AUTH,
        ABOUT,
    ),
    Row("rate-limited", ("PACE", "UNTIL"), AUTH, ABOUT),
    Row(
        "client-not-allowed",
        (
            "IPADDR",
            "PLACE",
            "ALLOWLIST",
            "BLACKLIST",
            "host|network|localhost|device|datacenter",
            "UNKNOWN machine",
            "CERTIFICATE",
        ),
        AUTH,
        ABOUT,
    ),
    Row("encryption-required", ("tls|ssl|encryption|encrypted|cipher",), AUTH, ABOUT),
    Row("mechanism-unavailable", ("MECHANISM", "only MECHNAME", "UNSUPPORTED"), AUTH, ABOUT),
    Row("token-rejected", ("TOKEN",), AUTH, ABOUT),
    Row("basic-auth-disabled", ("OAUTH",), AUTH, ABOUT),
    Row(
        "account-disabled",
        (
            "plan|package|hosting|subscription|license|licence|contract|trial|tariff|membership|seat",
            "payment|payments|invoice|invoices|bill|billing|premium|paid|pay|paying|debt",
            "agreement|statement|activation|policy|organization|organisation",
            "verification|validation pending|outstanding|open",
            "only members|customers|subscribers|staff|employees|group",
            "ACCOUNT UNAVAILABLE",
            "SERVICE|SENDING|ALLOWED",
        ),
        AUTH,
        ABOUT,
    ),
    Row("password-expired", ("new|fresh|own PASSWORD", "EXPIRED"), AUTH, ABOUT),
    Row(
        "rate-limited",
        ("LIMIT", "messages|mails|emails|connections|sessions|session|funds"),
        AUTH,
        ABOUT,
    ),
    Row(
        "account-disabled",
        ("plan|subscription|license|licence", "confirm|verify account", "UNVERIFIED first|before"),
        MAIL,
        ABOUT,
    ),
    Row("sender-rejected", ("SENDER|MAILADDRESS|SPF",), MAIL, ABOUT),
    Row("sender-rejected", ("SPF",), RCPT, ABOUT),
    Row("recipient-rejected", ("RELAY",), RCPT, ABOUT),
    Row("sender-rejected", ("DENIED SPAM", "NOT SPAM"), MAIL, ("4",)),
    Row(
        "client-not-allowed",
        ("ip|ips|PTR|BLACKLIST", "your host|network|isp|provider|mta"),
        AFTER,
        ABOUT,
    ),
    Row("client-not-allowed", ("#", "your server"), MAIL, ABOUT),
    Row("client-not-allowed", ("IPADDR|CLIENT|PLACE|PTR|BLACKLIST|HELO|#",), ENTRY, ABOUT),
    Row("rate-limited", ("LIMIT",), MAIL, ABOUT),
    Row("rate-limited", ("YOUR LIMIT",), RCPT, ABOUT),
    Row(
        "credentials-rejected",
        (
            "ACCOUNT|CREDENTIALS|PASSWORD REQUIRED",
            "-CREDENTIALS|-PASSWORD|-ACCOUNT",
            "DENIED|UNKNOWN|INVALID",
        ),
        AUTH,
        ("53", "55"),
    ),
    Row(
        "credentials-rejected",
        ("AUTH INVALID|UNKNOWN", "RELAY DENIED", "access denied", "unauthorized|unauthorised"),
        AUTH,
        ("4",),
    ),
    Row("rate-limited", ("ACCOUNT|AUTH|SENDING|SERVICE limit|limits|quota|exceeded",), MAIL),
    Row("rate-limited", ("COUNTED EXCEEDED",), MAIL, ("550", "553", "554")),
    Row("", ("MECHANISM FORBIDDEN",), AUTH, ("530",)),
    Row("credentials-rejected", ("FORBIDDEN",), AUTH, ("530",)),
    # The server ignores the login.
    Row("sender-rejected", ("AUTH REQUIRED|FAILED|DENIED", "-AUTH"), MAIL),
    Row("recipient-rejected", ("AUTH REQUIRED",), RCPT),
    Row("client-not-allowed", ("CLIENTFRAME", "HELOFRAME"), codes=("5",)),
    Row("sender-rejected", ("SENDERFRAME",), codes=("5",)),
    Row("sender-rejected", ("SENDER",), RCPT, ("5",)),
    Row("recipient-rejected", ("AUTH FAILED|DENIED", "-AUTH"), RCPT),
    Row(
        "temporary-failure",
        ("TEMPORARY", "TIMEOUT", "BUSY|UNAVAILABLE", "INTERNAL", "BACKEND|lookup FAILED", "FULL"),
        AFTER,
        ("4",),
    ),
    Row("client-not-allowed", ("CLIENTFRAME",), codes=("4",)),
    Row("recipient-rejected", ("RECIPIENT DENIED",), RCPT, ("4",)),
    Row("temporary-failure", ("FAILED",), AFTER, ("4",)),
    Row(
        "sender-rejected",
        ("FORBIDDEN|DENIED|UNKNOWN|INVALID|UNAVAILABLE", "SENDER|MAILADDRESS|DOMAIN|SPF"),
        MAIL,
        ("5",),
    ),
    Row(
        "recipient-rejected",
        (
            "FORBIDDEN|DENIED|UNKNOWN|INVALID|UNAVAILABLE|DISABLED",
            "RECIPIENT|ACCOUNT|MAILADDRESS|DOMAIN|RELAY|SYNTAX",
        ),
        RCPT,
        ("5",),
    ),
)
