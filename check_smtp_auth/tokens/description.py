"""The OAuth client description: the file that ``--oauth`` names, read and checked.

Whatever is wrong raises ``Misconfigured``, whose text names the key and never quotes a
value: it may be a secret in the wrong place.
"""

from __future__ import annotations

import json
import os

from .. import private_file
from ..accounts import Misconfigured
from ..secret import MAX_TOKEN, Secret
from . import providers
from .client import (
    CLIENT_CREDENTIALS,
    GOOGLE,
    GRANTS,
    MICROSOFT,
    REFRESH_TOKEN,
    SERVICE_ACCOUNT,
    Client,
)
from .providers import GOOGLE_ENDPOINT, MICROSOFT_ENDPOINT, SCOPES
from .url import InvalidURL, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..net.loop import Steps

    Keys = dict[str, str]

SECTION = "oauth"
ANY = {"provider", "grant", "tenant", "token-endpoint", "scope", "ca-file", "cache-file"}
CERTIFICATE = {"client-certificate-file", "client-key-file"}
SECRET = {"client-secret", "client-secret-file"}
# Where somebody signs in for the first refresh token.
SIGN_IN = {"device-endpoint", "authorization-endpoint"}
# The keys that go with each grant, beside those that go with any.
KEYS = {
    CLIENT_CREDENTIALS: {"client-id", *SECRET, *CERTIFICATE},
    REFRESH_TOKEN: {"client-id", *SECRET, *CERTIFICATE, *SIGN_IN, "refresh-token-file"},
    SERVICE_ACCOUNT: {"service-account-file", "subject"},
}
KNOWN = ANY.union(*KEYS.values())
# Microsoft's names for "any tenant": an application that acts for itself has only one.
NO_TENANT = ("common", "organizations", "consumers")


def read(path: str, until: float) -> Steps[Client]:
    """Return the client that a file describes; raises Misconfigured.

    A file that has not been read by ``until`` (monotonic seconds) is given up.
    """
    client, files = yield from _described(path, until, GRANTS)
    if client.grant == REFRESH_TOKEN:
        token = yield from files.first_line("refresh-token-file", MAX_TOKEN)
        client = client.replace(refresh_token=token)
    return client


def read_to_sign_in(path: str, until: float) -> Steps[Client]:
    """Return the client that needs a first refresh token, whose file need not exist yet. Raises
    Misconfigured, also for a client with another grant.
    """
    client, _ = yield from _described(path, until, (REFRESH_TOKEN,))
    lack = providers.lack_of_scope(client.endpoint, client.scope)
    if lack:
        raise _fault("scope", lack)
    return client


def _described(path: str, until: float, grants: tuple[str, ...]) -> Steps[tuple[Client, _Files]]:
    """Return the client, whose grant must be one of these, without its refresh token; and the
    files that the description names.
    """
    found = yield from private_file.contents(path, "--oauth", until)
    marks = {path: found.mark}
    keys = _keys(private_file.decode(found.octets, "the file of --oauth"))
    grant = _grant(keys, grants)
    provider = _provider(keys, grant)
    files = _Files(os.path.dirname(path), keys, marks, until)
    client = Client(
        provider,
        grant,
        _endpoint(keys, provider, grant),
        keys.get("scope") or SCOPES.get((provider, grant)) or _missing("scope"),
        "" if grant == SERVICE_ACCOUNT else keys.get("client-id") or _missing("client-id"),
        subject=keys.get("subject", ""),
        ca_file=files.path("ca-file"),
        cache_file="none" if keys.get("cache-file") == "none" else files.path("cache-file"),
        marks=marks,
    )
    if grant == SERVICE_ACCOUNT:
        octets = yield from files.contents("service-account-file")
        return client.replace(**_service_account(octets)), files
    client = client.replace(**(yield from _authentication(keys, files, grant)))
    if grant == REFRESH_TOKEN:
        file = files.path("refresh-token-file") or _missing("refresh-token-file")
        client = client.replace(refresh_token_file=file, **_sign_in(keys, client))
    return client, files


class _Files:
    """The files that a description names, relative to it."""

    def __init__(self, directory: str, keys: Keys, marks: dict[str, str], until: float) -> None:
        """The mark of each file that is read is added to ``marks``."""
        self._directory = directory
        self._keys = keys
        self._marks = marks
        self._until = until

    def path(self, key: str) -> str | None:
        """Return the path of the key's file, None if the key is not given."""
        name = self._keys.get(key)
        return os.path.join(self._directory, name) if name else None

    def contents(self, key: str, guarded: bool = False) -> Steps[bytes]:
        """Return what is in the key's file; a ``guarded`` one may be readable by others."""
        path = self.path(key) or _missing(key)
        found = yield from private_file.contents(path, f"--oauth {key}", self._until, guarded)
        self._marks[path] = found.mark
        return found.octets

    def first_line(self, key: str, most: int = private_file.MAX_SECRET) -> Steps[Secret]:
        """Return the secret in the key's file, of ``most`` octets at most."""
        octets = yield from self.contents(key)
        return private_file.first_line(octets, f"the file of --oauth {key}", most)


def _keys(text: str) -> Keys:
    """Return the keys and values of the section; those without a value are left out."""
    import configparser

    if text.startswith("\ufeff"):
        raise _wrong(private_file.MARKED)
    # No interpolation: a % may stand in a secret. No section for defaults.
    parser = configparser.RawConfigParser(default_section="")
    try:
        parser.read_string(text)
    except configparser.DuplicateOptionError as error:
        raise _wrong(f"gives a key twice, in line {error.lineno}") from None
    except configparser.DuplicateSectionError as error:
        raise _wrong(f"begins a section twice, in line {error.lineno}") from None
    except configparser.MissingSectionHeaderError:
        raise _wrong(f"does not begin with [{SECTION}]") from None
    except configparser.ParsingError as error:
        raise _wrong(f"is not an INI file: see line {error.errors[0][0]}") from None
    if not parser.sections():
        raise _wrong(f"is empty: it needs a section [{SECTION}]")
    if parser.sections() != [SECTION]:
        raise _wrong(f"has a section other than [{SECTION}], the only one allowed")
    keys = dict(parser[SECTION])
    for key in keys:
        if key not in KNOWN:
            raise _wrong(_unknown(key, text))
    for key, value in keys.items():
        _require_plain(key, value)
    return {key: value for key, value in keys.items() if value}


def _unknown(key: str, text: str) -> str:
    """Say where an unknown key is, and what may be meant; the key itself may be a secret."""
    from ..options.table import nearest  # for a typing mistake only

    lines = text.lower().split("\n")
    number = next((n for n, line in enumerate(lines, 1) if line.strip().startswith(key)), 0)
    near = nearest(key, sorted(KNOWN))
    where = f" in line {number}" if number else ""
    return f"has an unknown key{where}" + (f"; did you mean {near}?" if near else "")


def _require_plain(key: str, value: str) -> None:
    """Raise Misconfigured for values that are surely not what was meant."""
    if not value.isprintable():
        raise _fault(key, "must be one line without control characters")
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        raise _fault(key, "leave out the quotes around the value")


def _grant(keys: Keys, grants: tuple[str, ...]) -> str:
    """Return the grant, one of these, having checked that the keys go with it."""
    grant = keys.get("grant", "")
    if grant not in grants:
        wanted = f"must be one of {', '.join(GRANTS)}"
        by_hand = f"--authorize is only for {grants[0]}; with other grants nobody has to sign in"
        raise _fault("grant", wanted if grants == GRANTS else by_hand)
    for key in sorted(keys.keys() - ANY - KEYS[grant]):
        raise _fault(key, f"cannot be used with grant = {grant}")
    return grant


def _provider(keys: Keys, grant: str) -> str:
    """Return the provider, having checked that it knows the grant."""
    provider = keys.get("provider", "")
    if provider not in (MICROSOFT, GOOGLE, ""):
        others = "for others give token-endpoint and scope"
        raise _fault("provider", f"must be {MICROSOFT} or {GOOGLE}; {others}")
    if provider and (provider, grant) not in SCOPES:
        raise _fault("grant", f"{provider} does not issue tokens for mail with {grant}")
    if "tenant" in keys and provider != MICROSOFT:
        raise _fault("tenant", f"is only for provider = {MICROSOFT}")
    return provider


def _endpoint(keys: Keys, provider: str, grant: str) -> str:
    """Return the URL of the token endpoint."""
    tenant, url = keys.get("tenant", ""), keys.get("token-endpoint", "")
    if not url and provider == GOOGLE:
        return GOOGLE_ENDPOINT
    if not url and provider == MICROSOFT:
        if not tenant:
            raise _fault(
                "tenant", "missing; it is the directory (tenant) ID, or one of its domains"
            )
        if not tenant.isascii() or not tenant.replace("-", "").replace(".", "").isalnum():
            raise _fault("tenant", "must be a directory (tenant) ID or a domain")
        if tenant.lower() in NO_TENANT and grant == CLIENT_CREDENTIALS:
            raise _fault("tenant", f"{grant} needs your own: the directory (tenant) ID")
        return MICROSOFT_ENDPOINT.format(tenant)
    return _url("token-endpoint", url or _missing("token-endpoint"))


def _sign_in(keys: Keys, client: Client) -> dict[str, str]:
    """Return where somebody signs in: as given, or as known for the provider."""
    given = {key: _url(key, keys[key]) for key in sorted(SIGN_IN & keys.keys())}
    device = providers.device_endpoint(client.provider, client.endpoint)
    authorization = providers.authorization_endpoint(client.provider, client.endpoint)
    return {
        "device_endpoint": given.get("device-endpoint", device),
        "authorization_endpoint": given.get("authorization-endpoint", authorization),
    }


def _url(key: str, url: str) -> str:
    """Return the key's URL, having checked that a secret may be sent there."""
    try:
        split(url)
    except InvalidURL as error:
        raise _fault(key, str(error)) from None
    return url


def _authentication(keys: Keys, files: _Files, grant: str) -> Steps[dict[str, object]]:
    """Return what authenticates the client: a secret, a certificate with its key, or nothing."""
    given = [key for key in sorted(SECRET) if key in keys]
    given += ["client-certificate-file"] if keys.keys() & CERTIFICATE else []
    if len(given) > 1:
        raise _fault(given[1], f"cannot be used together with {given[0]}")
    if not given:
        # A public client, such as a desktop application, has only its refresh token.
        if grant == REFRESH_TOKEN:
            return {}
        raise _fault("client-secret", "missing; give it, client-secret-file or a certificate")
    if given == ["client-secret"]:
        return {"secret": Secret(keys["client-secret"].encode("utf-8"))}
    if given == ["client-secret-file"]:
        return {"secret": (yield from files.first_line("client-secret-file"))}
    # Everybody may read a certificate, unless its key is in the same file.
    apart = "client-key-file" in keys
    certificate = yield from files.contents("client-certificate-file", apart)
    key = (yield from files.contents("client-key-file")) if apart else certificate
    return {"certificate": certificate, "key": Secret(key)}


def _service_account(octets: bytes) -> dict[str, object]:
    """Return what Google's key file for a service account says."""
    where = "service-account-file"
    try:
        account = json.loads(octets)
        kind, address, key = (account[name] for name in ("type", "client_email", "private_key"))
        key_id = account.get("private_key_id", "")
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise _fault(where, "not Google's JSON key: make one under Keys, Add key") from None
    texts = (kind, address, key, key_id)
    plain = all(isinstance(text, str) for text in texts) and f"{address}{key_id}".isprintable()
    if kind != "service_account" or not plain:
        raise _fault(where, "not the JSON key of a service account")
    try:
        return {"identity": address, "key": Secret(key.encode("utf-8")), "key_id": key_id}
    except UnicodeEncodeError:
        raise _fault(where, "its private key is not in PEM form") from None


def _missing(key: str) -> str:
    """Raise Misconfigured for a key that is missing."""
    raise _fault(key, "missing")


def _fault(key: str, problem: str) -> Misconfigured:
    """Return the error for a key."""
    return Misconfigured(f"--oauth {key}: {problem}")


def _wrong(problem: str) -> Misconfigured:
    """Return the error for the whole file."""
    return Misconfigured(f"the file of --oauth {problem}")
