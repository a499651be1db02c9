"""From what a token endpoint said to what helps: a table. Pure.

OAuth's ``error`` says which kind of refusal it is (RFC 6749 section 5.2) and gives the
general advice. Entra's AADSTS numbers and Google's words tell more, but both may change
without notice: so a row that knows them only takes the place of the general one.
"""

from __future__ import annotations

from ..observation import Kind
from ..record import Record
from ..tokens.client import CLIENT_CREDENTIALS, GOOGLE, MICROSOFT, SERVICE_ACCOUNT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import Failure, KindName, TokenFacts

NUMBER = "aadsts"


class Row(Record):
    """What to say where one of the marks stands in the endpoint's words, in lower case.

    A number stands for Entra's AADSTS number.
    """

    marks: tuple[int | str, ...]
    hint: str


SIGN_IN_AGAIN = (
    "Somebody has to sign in to this application again in a browser, as the mailbox's user; "
    "put the new refresh token into refresh-token-file."
)
ROWS = (
    Row(
        (7000222,),
        "The client secret has expired. Make a new one (Entra admin centre, App registrations, "
        "Certificates & secrets), put its value into client-secret or client-secret-file here "
        "and into every program that uses it; --secret-expires warns before the next time.",
    ),
    Row(
        (7000215,),
        "The client secret is wrong. Mostly its ID was copied in place of its Value, which is "
        "shown only once, when it is made: make a new one and copy the Value.",
    ),
    Row(
        (700016, 700011, 7000229),
        "The application is not in this tenant. Compare client-id (the Application (client) ID "
        "of the App registration) and tenant; an application of another tenant needs an "
        "administrator's consent first, which makes its Enterprise application.",
    ),
    Row(
        (1000502,),
        "The client certificate has expired, or is not valid yet. Upload a new one to the App "
        "registration (Certificates & secrets), and put it and its key into "
        "client-certificate-file and client-key-file.",
    ),
    Row(
        (500133,),
        "The assertion was not valid at the time it arrived: this host's clock is wrong. See that "
        "NTP runs (timedatectl).",
    ),
    Row(
        (70000,),
        "The refresh token was not granted this scope, or its grant is over. The scope for SMTP is "
        f"https://outlook.office.com/SMTP.Send offline_access. {SIGN_IN_AGAIN}",
    ),
    Row(
        (9002313,),
        "The endpoint finds the form malformed: mostly the refresh token is not whole, for it was "
        "cut short or broken over lines when it was copied.",
    ),
    Row(
        (9002326, 9002327),
        "The refresh token was got for a single-page application, which only a browser may use. In "
        "the App registration, Authentication, register the redirect URI under Mobile and desktop "
        f"applications, not Single-page application. {SIGN_IN_AGAIN}",
    ),
    Row(
        (700027, 700024, 50012, 700021),
        "The certificate's assertion was not taken. See that this certificate is uploaded to the "
        "App registration and has not expired, that client-key-file is its key, and that this "
        "host's clock is right.",
    ),
    Row(
        (7000112, 70001),
        "The application is disabled. In Entra, Enterprise applications, Properties: enable it "
        "for users to sign in; see also whether it was deleted or blocked by Microsoft.",
    ),
    Row(
        (7000218,),
        "The application is no public client, so it has to show a secret or a certificate: give "
        "client-secret-file, or allow public client flows in its App registration.",
    ),
    Row(
        (700025,),
        "The application is a public client: take client-secret or the certificate out.",
    ),
    Row(
        (90002, 900023, 900021, 50059),
        "There is no such tenant. tenant is the Directory (tenant) ID or a verified domain of "
        "it; national clouds have endpoints of their own (token-endpoint).",
    ),
    Row(
        (700082, 70008, 70043, 700084, 50089),
        f"The refresh token has expired: not used for too long (90 days as a rule), or by a policy "
        f"on how often to sign in. {SIGN_IN_AGAIN} A check that runs regularly keeps it alive.",
    ),
    Row(
        (50173, 50132, 50133, 50055, 50144, 50135),
        "The refresh token was withdrawn, because the user's password was changed or has expired, "
        f"or an administrator revoked the sessions. {SIGN_IN_AGAIN}",
    ),
    Row(
        (50076, 50079, 50074, 50072, 50078, 53004),
        "A second factor is demanded, which an unattended program cannot give. Sign in again with "
        "it in a browser for a new refresh token, or move to client-credentials with a "
        "certificate, which no user's second factor touches.",
    ),
    Row(
        (53003, 53000, 53001, 53002, 50131, 530032, 530035, 50005, 53011, 50097),
        "A Conditional Access policy (or security defaults) forbids it. The sign-in log in Entra "
        "names the policy: allow this application, this user or the address of this host.",
    ),
    Row(
        (50034, 51004, 50020),
        "The user does not exist in this tenant: compare tenant and the mailbox's address.",
    ),
    Row(
        (50057,),
        "The user's account is disabled in Entra: a shared mailbox's sign-in is blocked by design. "
        "Use client-credentials for it, or another account.",
    ),
    Row(
        (50053,),
        "The account is locked after failed sign-ins, or the address of this host is on a block "
        "list: the sign-in log in Entra tells which. Stop what signs in with an old password.",
    ),
    Row(
        (65001, 650056, 65004, 90094),
        "Consent is missing. An administrator grants it in Entra, App registrations, API "
        "permissions, Grant admin consent.",
    ),
    Row(
        (70011, 1002012, 28002, 500011, 50001, 700022, 700023),
        "The scope does not exist or does not go with the grant. client-credentials takes "
        "https://outlook.office365.com/.default, refresh-token takes "
        "https://outlook.office.com/SMTP.Send offline_access.",
    ),
    Row(
        (90055, 50196, "slow_down", "rate limit", "too many requests"),
        "Too many tokens were asked for. See that the access token can be kept (-v tells), and "
        "which other program asks so often.",
    ),
    Row(
        ("invalid_rapt",),
        "The organisation's Google session control ends sessions after some hours. Exempt the "
        "application (Admin console, Security, Google Cloud session control) or use a service "
        f"account. {SIGN_IN_AGAIN}",
    ),
    Row(
        ("short-lived token", "iat", "nbf", "clock"),
        "The time in the assertion was not taken: this host's clock is wrong. See that NTP runs "
        "(timedatectl).",
    ),
    Row(
        ("invalid jwt signature", "no valid verifier"),
        "The service account's key was deleted, disabled, or belongs to another account: make a "
        "new one (Google Cloud console, Service accounts, Keys) for service-account-file.",
    ),
    Row(
        ("invalid email", "not a valid email", "impersonation"),
        "There is no such mailbox in the Workspace: subject, or the user where it is missing, "
        "must be its primary address; and a service account serves no gmail.com address.",
    ),
    Row(
        ("account not found", "account has been deleted"),
        "The service account was deleted: make a new one, and delegate to its new ID.",
    ),
    Row(
        ("unauthorized to retrieve", "unauthorized client or scope"),
        "Domain-wide delegation is missing: in the Admin console, Security, API controls, Domain "
        "wide delegation, add the service account's numeric client ID (not its address) with the "
        "scope https://mail.google.com/. It takes effect after minutes, at most a day.",
    ),
    Row(
        ("invalid_refresh_token",),
        "The refresh token is not one of this client's, or not any more: changing the password or "
        f"removing the application in the account ends it. {SIGN_IN_AGAIN}",
    ),
    Row(
        ("expired or revoked", "token has been revoked"),
        "Google ends refresh tokens when the user takes the access away or changes the password "
        "(with Gmail scopes), after six months without use, and after 7 days while the consent "
        f"screen's publishing status is Testing: set it to In production first. {SIGN_IN_AGAIN}",
    ),
    Row(
        ("deleted_client", "disabled_client", "client was not found", "client was disabled"),
        "The OAuth client was deleted or disabled in the Google Cloud console; a deleted one can "
        "be restored for 30 days.",
    ),
    Row(
        ("admin_policy_enforced", "org_internal"),
        "A policy of the Workspace forbids it: an administrator has to trust the application "
        "(Admin console, Security, API controls, App access control).",
    ),
)
# By OAuth's error, for what no row above knows.
GENERAL = {
    "invalid_client": "The endpoint does not know this client, or not with this secret or "
    "certificate: compare client-id, and see whether the secret was changed or has expired.",
    "invalid_grant": "The refresh token or assertion is not good any more: it has expired, was "
    "withdrawn, belongs to another client, or this host's clock is wrong.",
    "unauthorized_client": "The client is known, but may not get tokens in this way: see which "
    "grants and permissions it was given at the provider.",
    "access_denied": "A policy of the organisation, or a missing consent, forbids it: ask its "
    "administrator.",
    "invalid_scope": "The scope is misspelt, or the client was not given it.",
    "invalid_target": "The scope is for a service that the provider does not know.",
    "invalid_resource": "The scope is for a service that the tenant does not have.",
    "unsupported_grant_type": "The endpoint does not know this grant: compare grant and "
    "token-endpoint.",
    "invalid_request": "The endpoint misses something, or finds the form malformed: compare "
    "token-endpoint, grant and tenant.",
    "interaction_required": f"The provider wants to see a person. {SIGN_IN_AGAIN}",
    "consent_required": "Consent is missing: an administrator or the user has to grant it.",
    "temporarily_unavailable": "The endpoint is busy; it is asked again with the next check.",
    "server_error": "The endpoint has trouble of its own; it is asked again with the next check.",
}
ON_THE_WAY = (
    "See whether this host reaches the token endpoint (curl -v URL, as the monitor's user). Where "
    "the internet is reached by a proxy only, https_proxy must be set in the environment of the "
    "monitoring service, not just in a shell's."
)
KINDS: dict[KindName, str] = {
    Kind.DNS: ON_THE_WAY,
    Kind.REFUSED: ON_THE_WAY,
    Kind.UNREACHABLE: ON_THE_WAY,
    Kind.TIMEOUT: ON_THE_WAY,
    Kind.LOST: ON_THE_WAY,
    Kind.ALERT: ON_THE_WAY,
    Kind.HANDSHAKE: ON_THE_WAY,
    Kind.NOT_TLS: ON_THE_WAY,
    Kind.CERTIFICATE: "Nothing was sent. If a proxy on the way opens TLS, or the endpoint has an "
    "authority of its own, give that authority's certificate with ca-file.",
}
BUSY = "The endpoint has trouble or is limiting us; it is asked again with the next check."
NOT_OAUTH = (
    "What answers there is no token endpoint: compare token-endpoint with the provider's "
    "documentation, and see whether a proxy or a sign-in page of the network stands in between."
)


def hints_for_token(failure: Failure, token: TokenFacts) -> tuple[str, ...]:
    """Return what helps where no token was to be had."""
    kind = failure.kind
    if kind in KINDS:
        return (KINDS[kind],)
    if kind not in (Kind.TOKEN_REFUSED, Kind.TOKEN_ANSWER):
        return ()
    words = failure.detail.lower()
    for row in ROWS:
        if any(_stands(mark, words) for mark in row.marks):
            return (row.hint,)
    if token.error in GENERAL:
        return (GENERAL[token.error],)
    if token.status >= 500 or token.status == 429:
        return (BUSY,)
    return (NOT_OAUTH,) if kind == Kind.TOKEN_ANSWER else ()


def _stands(mark: int | str, words: str) -> bool:
    """Tell whether a mark stands in the words, and not within a longer word or number."""
    text = f"{NUMBER}{mark}" if isinstance(mark, int) else mark
    start = words.find(text)
    if start < 0:
        return False
    before, after = words[start - 1 : start], words[start + len(text) :][:1]
    return not before.isalnum() and not after.isalnum()


def hints_for_rejected_token(client: TokenFacts) -> tuple[str, ...]:
    """Return what helps where the endpoint gave a token and the mail server refused it."""
    if client.provider == MICROSOFT and client.grant == CLIENT_CREDENTIALS:
        return (
            "The application needs the permission SMTP.SendAsApp of Office 365 Exchange Online "
            "as an application permission, with an administrator's consent.",
            "New-ServicePrincipal must have been given the Object ID of the Enterprise "
            "application, which is another than that of the App registration: a wrong one is "
            "taken without a word, and every login refused (Get-ServicePrincipal shows it).",
            "That service principal needs a right on the mailbox: Add-MailboxPermission with "
            "FullAccess, and SendAs by Add-RecipientPermission.",
            "SMTP AUTH must be on for the mailbox (Set-CASMailbox "
            "-SmtpClientAuthenticationDisabled $false), for tokens too.",
        )
    if client.provider == MICROSOFT:
        return (
            "The refresh token must be of the mailbox's own user, with the scope "
            "https://outlook.office.com/SMTP.Send; a token for Graph is refused here.",
            "SMTP AUTH must be on for the mailbox (Set-CASMailbox "
            "-SmtpClientAuthenticationDisabled $false), for tokens too.",
        )
    if client.provider == GOOGLE:
        whose = "subject" if client.grant == SERVICE_ACCOUNT else "the account that consented"
        return (
            f"The user must be the same mailbox as {whose}, and the scope "
            "https://mail.google.com/: the scope gmail.send is for Google's own API, not for SMTP.",
        )
    return (
        "Compare the scope with what the provider asks for SMTP, and the user with the token's.",
    )
