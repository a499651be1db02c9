"""What is known of the two providers by name: endpoints, scopes, mail servers. Pure."""

from __future__ import annotations

from .client import CLIENT_CREDENTIALS, GOOGLE, MICROSOFT, REFRESH_TOKEN, SERVICE_ACCOUNT

# The token endpoints; Microsoft's contains the tenant.
MICROSOFT_ENDPOINT = "https://login.microsoftonline.com/{}/oauth2/v2.0/token"
GOOGLE_ENDPOINT = "https://oauth2.googleapis.com/token"
# Where somebody signs in to Google, whether the token endpoint is Google's own or a stand-in.
GOOGLE_AUTHORIZATION = "https://accounts.google.com/o/oauth2/v2/auth"
SCOPES = {
    (MICROSOFT, CLIENT_CREDENTIALS): "https://outlook.office365.com/.default",
    (MICROSOFT, REFRESH_TOKEN): "https://outlook.office.com/SMTP.Send offline_access",
    (GOOGLE, REFRESH_TOKEN): "https://mail.google.com/",
    (GOOGLE, SERVICE_ACCOUNT): "https://mail.google.com/",
}
# For a refresh token for SMTP: the start of the token endpoint, what the scope must contain one
# of, and what to say if it does not.
_ENTRA = "https://login.microsoftonline.com/"
_NEEDED = (
    (
        _ENTRA,
        ("smtp.send", "/.default"),
        "for SMTP it is https://outlook.office.com/SMTP.Send offline_access",
    ),
    (
        _ENTRA,
        ("offline_access",),
        "without offline_access Microsoft issues no refresh token: add it",
    ),
    (GOOGLE_ENDPOINT, ("//mail.google.com/",), "for SMTP it is https://mail.google.com/"),
)
# The servers for submission, on the port that is the default.
SERVERS = {MICROSOFT: "smtp.office365.com", GOOGLE: "smtp.gmail.com"}


def device_endpoint(provider: str, token_endpoint: str) -> str:
    """Return the device authorization endpoint (RFC 8628 section 3.1), "" if it is not known.

    Google has one, but not for mail.
    """
    return _beside(token_endpoint, "/devicecode") if provider == MICROSOFT else ""


def authorization_endpoint(provider: str, token_endpoint: str) -> str:
    """Return the authorization endpoint (RFC 6749 section 3.1), "" if it is not known."""
    if provider == GOOGLE:
        return GOOGLE_AUTHORIZATION
    return _beside(token_endpoint, "/authorize") if provider == MICROSOFT else ""


def _beside(token_endpoint: str, name: str) -> str:
    """Return the endpoint beside Microsoft's token endpoint, in whatever cloud that is."""
    stem = token_endpoint.removesuffix("/token")
    return "" if stem == token_endpoint else stem + name


def lack_of_scope(token_endpoint: str, scope: str) -> str:
    """Say why signing in with a scope would be useless, "" for one that may do."""
    for endpoint, any_of, wanted in _NEEDED:
        there = any(part in scope.lower() for part in any_of)
        if token_endpoint.startswith(endpoint) and not there:
            return wanted
    return ""
