"""The file that --oauth names: what it may say, and how each fault is told."""

from __future__ import annotations

import json
import os
import time

import pytest
from fakes.keys import certificate_pem, pem, private_key

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.tokens import description
from check_smtp_auth.tokens.url import InvalidURL, split

from .conftest import SECRET, Place

TENANT = "8f4e0f5c-7a2e-4c55-9f54-0a8a1c9d3b11"
APP = {"grant": "client-credentials", "client_id": "app", "client_secret": SECRET}
M365 = {"provider": "microsoft365", "tenant": TENANT, **APP}
OTHER = {"token_endpoint": "https://login.example.test/token", "scope": "mail", **APP}
REFRESH = {"grant": "refresh-token", "refresh_token_file": "refresh"}


def fault(place: Place) -> str:
    """What is wrong with the description."""
    with pytest.raises(Misconfigured) as caught:
        place.client()
    text = str(caught.value)
    assert "\n" not in text
    assert SECRET not in text
    return text


def test_microsoft_365(place: Place) -> None:
    """For Microsoft 365 provider and tenant give endpoint and scope."""
    place.describe(**M365)
    client = place.client()
    assert client.endpoint == f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"
    assert client.scope == "https://outlook.office365.com/.default"
    assert (client.identity, client.credential.reveal().decode()) == ("app", SECRET)


def test_microsoft_365_for_a_person(place: Place) -> None:
    """With a refresh token the scope is the delegated one, and the client may be public."""
    place.write("refresh", "r1\n")
    place.describe(provider="microsoft365", tenant="common", client_id="app", **REFRESH)
    client = place.client()
    assert client.endpoint == "https://login.microsoftonline.com/common/oauth2/v2.0/token"
    assert client.scope == "https://outlook.office.com/SMTP.Send offline_access"
    assert client.credential.reveal() == b"r1"


def test_google(place: Place) -> None:
    """For Google the provider gives endpoint and scope."""
    place.write("refresh", "r1\n")
    place.describe(provider="google", client_id="app", client_secret=SECRET, **REFRESH)
    client = place.client()
    assert client.endpoint == "https://oauth2.googleapis.com/token"
    assert client.scope == "https://mail.google.com/"


@pytest.mark.parametrize(
    ("keys", "device", "authorization"),
    [
        (
            {"provider": "microsoft365", "tenant": "t.test"},
            "https://login.microsoftonline.com/t.test/oauth2/v2.0/devicecode",
            "https://login.microsoftonline.com/t.test/oauth2/v2.0/authorize",
        ),
        (
            {
                "provider": "microsoft365",
                "token_endpoint": "https://login.microsoftonline.us/t/oauth2/v2.0/token",
            },
            "https://login.microsoftonline.us/t/oauth2/v2.0/devicecode",
            "https://login.microsoftonline.us/t/oauth2/v2.0/authorize",
        ),
        ({"provider": "google"}, "", "https://accounts.google.com/o/oauth2/v2/auth"),
        (OTHER, "", ""),
        (
            {**OTHER, "device_endpoint": "https://x.test/d?p=1"},
            "https://x.test/d?p=1",
            "",
        ),
        (
            {**OTHER, "authorization_endpoint": "http://127.0.0.1:8080/a"},
            "",
            "http://127.0.0.1:8080/a",
        ),
        (
            {"provider": "microsoft365", "token_endpoint": "https://x.test/x"},
            "",
            "",
        ),
        (
            {"provider": "google", "authorization_endpoint": "https://x.test/"},
            "",
            "https://x.test/",
        ),
    ],
)
def test_where_somebody_signs_in(
    place: Place, keys: dict[str, str], device: str, authorization: str
) -> None:
    """It is known of Microsoft, in whatever cloud, and of Google; of others it is said, or not; and
    no token need be there yet.
    """
    place.describe(**{"client_id": "app", **keys, **REFRESH})
    until = time.monotonic() + 5
    client = run_one(description.read_to_sign_in(str(place.file), until))
    assert (client.device_endpoint, client.authorization_endpoint) == (device, authorization)
    assert client.refresh_token_file == str(place.refresh_file)
    place.write("refresh", "r1\n")
    assert place.client().replace(refresh_token=None) == client.replace(marks=place.client().marks)


@pytest.mark.parametrize("key", ["device_endpoint", "authorization_endpoint"])
def test_where_nobody_should_sign_in(place: Place, key: str) -> None:
    """What is shown to the browser and the endpoint is not for everyone to see on the way."""
    place.write("refresh", "r1\n")
    named = key.replace("_", "-")
    place.describe(**{**OTHER, **REFRESH, key: "http://login.example.test/"})
    assert fault(place).startswith(f"--oauth {named}: must begin with https://")
    place.describe(**{**OTHER, key: "https://login.example.test/"})
    assert fault(place) == f"--oauth {named}: cannot be used with grant = client-credentials"


def test_a_service_account(place: Place) -> None:
    """Google's own JSON key is read as it is."""
    key = {"type": "service_account", "client_email": "a@b", "private_key": "k", "project": 1}
    place.write("key.json", json.dumps(key))
    place.describe(provider="google", grant="service-account", service_account_file="key.json")
    client = place.client()
    assert (client.identity, client.key_id, client.credential.reveal()) == ("a@b", "", b"k")


def test_others_name_endpoint_and_scope(place: Place) -> None:
    """Any other provider is described by its endpoint and its scope."""
    place.describe(**OTHER)
    client = place.client()
    assert (client.provider, client.endpoint) == ("", "https://login.example.test/token")


def test_what_is_given_comes_first(place: Place) -> None:
    """Endpoint and scope that are given take the place of the provider's: national clouds."""
    place.describe(**{**M365, "token_endpoint": "https://login.microsoftonline.us/x/token"})
    assert place.client().endpoint == "https://login.microsoftonline.us/x/token"
    place.describe(**{**M365, "scope": "https://outlook.office365.us/.default"})
    assert place.client().scope == "https://outlook.office365.us/.default"


def test_files_are_beside_the_description(place: Place) -> None:
    """Names of files are relative to the description, wherever the check runs."""
    place.write("secret", f"{SECRET}\nsecond line\n")
    place.describe(**{**M365, "client_secret": "", "client_secret_file": "secret"})
    assert place.client().credential.reveal().decode() == SECRET
    place.describe(
        **{**M365, "client_secret": None, "client_secret_file": place.file.parent / "secret"}
    )
    assert place.client().credential.reveal().decode() == SECRET
    place.describe(**M365, ca_file="ca.pem", cache_file="kept")
    client = place.client()
    assert (client.ca_file, client.cache_file) == (
        str(place.directory / "ca.pem"),
        str(place.directory / "kept"),
    )


def test_a_certificate_and_its_key(place: Place) -> None:
    """Certificate and key stand in two files or in one; the certificate alone is public."""
    key = private_key()
    place.write("c.pem", certificate_pem(key), 0o644)
    place.write("k.pem", pem(key))
    place.write("both.pem", pem(key) + certificate_pem(key))
    apart = {**M365, "client_secret": None, "client_certificate_file": "c.pem"}
    place.describe(**apart, client_key_file="k.pem")
    assert place.client().credential.reveal().decode() == pem(key)
    place.describe(**{**apart, "client_certificate_file": "both.pem"})
    assert place.client().credential.reveal().decode().startswith(pem(key))
    place.describe(**apart)
    assert "is open to everyone: run chmod 600" in fault(place)


def test_any_changed_part_makes_another_credential(place: Place) -> None:
    """A new secret beside the same refresh token is another credential, and the reverse."""
    seen = set()
    for token, secret in (("r1", "s1"), ("r1", "s2"), ("r2", "s2")):
        place.write("refresh", token)
        place.describe(provider="google", client_id="app", client_secret=secret, **REFRESH)
        seen.add(place.client().credential.reveal())
    assert len(seen) == 3


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "--oauth grant: must be one of client-credentials, refresh-token, service-account"),
        (
            {**M365, "grant": SECRET},
            "--oauth grant: must be one of client-credentials, refresh-token, s",
        ),
        ({**M365, "provider": SECRET}, "--oauth provider: must be microsoft365 or google; for"),
        ({**M365, "provider": "google"}, "--oauth grant: google does not issue tokens for mail"),
        ({**M365, "tenant": None}, "--oauth tenant: missing; it is the directory (tenant) ID"),
        ({**M365, "tenant": "a/b"}, "--oauth tenant: must be a directory (tenant) ID or a domain"),
        ({**M365, "tenant": "Common"}, "--oauth tenant: client-credentials needs your own: the"),
        ({**OTHER, "tenant": TENANT}, "--oauth tenant: is only for provider = microsoft365"),
        ({**M365, "client_id": ""}, "--oauth client-id: missing"),
        ({**M365, "client_secret": None}, "--oauth client-secret: missing; give it, client-secr"),
        (
            {**M365, "client_secret_file": "x"},
            "--oauth client-secret-file: cannot be used together with client",
        ),
        ({**M365, "client_key_file": "x"}, "--oauth client-certificate-file: cannot be used"),
        (
            {**M365, "subject": "x"},
            "--oauth subject: cannot be used with grant = client-credential",
        ),
        (
            {**M365, "refresh_token_file": "x"},
            "--oauth refresh-token-file: cannot be used with gra",
        ),
        ({**M365, "client_id": '"app"'}, "--oauth client-id: leave out the quotes around the va"),
        ({**M365, "client_id": "a\n b"}, "--oauth client-id: must be one line without control"),
        ({**OTHER, "scope": None}, "--oauth scope: missing"),
        ({**OTHER, "token_endpoint": None}, "--oauth token-endpoint: missing"),
        (
            {**OTHER, "token_endpoint": "http://x.test"},
            "--oauth token-endpoint: must begin with https://",
        ),
        ({**OTHER, "grant": "refresh-token"}, "--oauth refresh-token-file: missing"),
        (
            {"provider": "google", "grant": "service-account"},
            "--oauth service-account-file: missing",
        ),
        (
            {**M365, "client_idd": SECRET},
            "the file of --oauth has an unknown key in line 7; did you mean clien",
        ),
        ({**M365, SECRET: "x"}, "the file of --oauth has an unknown key in line 7"),
    ],
)
def test_a_fault_is_told_by_its_key(place: Place, keys: dict[str, object], text: str) -> None:
    """Each fault is one line that names the key, says what to do, and quotes no value."""
    place.describe(**keys)
    assert fault(place).startswith(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty: it needs a section [oauth]"),
        ("# [oauth]\n; grant = x\n\n", "is empty: it needs a section [oauth]"),
        ("[smtp]\n", "has a section other than [oauth], the only one allowed"),
        (f"client-secret = {SECRET}\n", "does not begin with [oauth]"),
        (f"[oauth]\n{SECRET}\n", "is not an INI file: see line 2"),
        ("[oauth]\ngrant = x\ngrant = y\n", "gives a key twice, in line 3"),
        ("[oauth]\n[oauth]\n", "begins a section twice, in line 2"),
        ("[oauth]\n[smtp]\n", "has a section other than [oauth], the only one allowed"),
        ("[DEFAULT]\n[oauth]\n", "has a section other than [oauth], the only one allowed"),
        ("[oauth]\na\x0bb = 1\n", "has an unknown key in line 2"),
        ("[oauth]\n\n# x\nu\u2028v = 1\n", "has an unknown key in line 4"),
        ("\ufeff[oauth]\n", "starts with a byte order mark (BOM): save it as UTF-8 without one"),
    ],
)
def test_a_file_of_another_form(place: Place, text: str, words: str) -> None:
    """What is no INI file of one section is told, with the line where it can be."""
    place.write("oauth.ini", text)
    assert fault(place) == f"the file of --oauth {words}"


def test_comments_and_percents(place: Place) -> None:
    """Comments are left out, and a % or # in a secret belongs to it."""
    place.write(
        "oauth.ini",
        "# ours\n[oauth]\n; theirs\ngrant = client-credentials\nprovider = microsoft365\n"
        f"tenant = {TENANT}\nClient-ID = app\nclient-secret = a%b#c;d=e:f\n",
    )
    assert place.client().credential.reveal() == b"a%b#c;d=e:f"


def test_not_utf8(place: Place) -> None:
    """A file in another encoding is told as such."""
    place.file.touch(0o600)
    place.file.write_bytes(b"[oauth]\nclient-id = \xe4\n")
    assert fault(place) == "the file of --oauth is not UTF-8: save it as UTF-8"


@pytest.mark.parametrize("name", ["oauth.ini", "secret", "refresh"])
def test_files_of_everyone(place: Place, name: str) -> None:
    """A file with a secret that others can read is refused, named by its key."""
    place.write("secret", SECRET)
    place.write("refresh", "r1")
    place.describe(provider="google", client_id="a", client_secret_file="secret", **REFRESH)
    place.client()
    (place.directory / name).chmod(0o644)
    keys = {"oauth.ini": "--oauth", "secret": "--oauth client-secret-file"}
    which = keys.get(name, "--oauth refresh-token-file")
    assert fault(place) == f"the file of {which} is open to everyone: run chmod 600 on it"


def test_files_that_are_missing(place: Place) -> None:
    """A file that is not there is named by its key, not by its name."""
    assert fault(place) == "--oauth: no such file or directory"
    place.describe(**{**M365, "client_secret": None, "client_secret_file": SECRET})
    assert fault(place) == "--oauth client-secret-file: no such file or directory"


@pytest.mark.parametrize("text", ["", "[]", "{}", "{", "null", "[" * 9999, '{"type": "x"}'])
def test_a_service_account_file_of_another_form(place: Place, text: str) -> None:
    """What is not Google's JSON key is told, and what to do."""
    place.write("key.json", text)
    place.describe(provider="google", grant="service-account", service_account_file="key.json")
    assert fault(place) == (
        "--oauth service-account-file: not Google's JSON key: make one under Keys, Add key"
    )


@pytest.mark.parametrize(
    "account",
    [
        {"type": "authorized_user", "client_email": "a", "private_key": "k"},
        {"type": "service_account", "client_email": 7, "private_key": "k"},
        {"type": "service_account", "client_email": "a", "private_key": None},
        {"type": "service_account", "client_email": "\ud800", "private_key": "k"},
        {"type": "service_account", "client_email": "a\nb", "private_key": "k"},
        {
            **{"type": "service_account", "client_email": "a", "private_key": "k"},
            "private_key_id": "\udfff",
        },
    ],
)
def test_another_sort_of_key_file(place: Place, account: dict[str, object]) -> None:
    """The JSON of another sort of credential is told as such."""
    place.write("key.json", json.dumps(account))
    place.describe(provider="google", grant="service-account", service_account_file="key.json")
    assert fault(place) == "--oauth service-account-file: not the JSON key of a service account"


def test_a_pipe_that_nobody_writes_to(place: Place) -> None:
    """A secret that does not come is given up in time."""
    os.mkfifo(place.directory / "pipe", 0o600)
    place.describe(**{**M365, "client_secret": None, "client_secret_file": "pipe"})
    with pytest.raises(Misconfigured, match="did not answer in time"):
        run_until = time.monotonic() + 0.3
        run_one(description.read(str(place.file), run_until))


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://a.test", (True, "a.test", 443, "/", "a.test")),
        ("https://A.test:8443/t?x=1", (True, "a.test", 8443, "/t?x=1", "a.test:8443")),
        ("https://[2001:db8::1]/t", (True, "2001:db8::1", 443, "/t", "[2001:db8::1]")),
        ("https://grün.test/t", (True, "xn--grn-ioa.test", 443, "/t", "xn--grn-ioa.test")),
        ("http://localhost:80/t", (False, "localhost", 80, "/t", "localhost")),
        ("http://127.0.0.1:81/t", (False, "127.0.0.1", 81, "/t", "127.0.0.1:81")),
        ("http://[::1]:81/t", (False, "::1", 81, "/t", "[::1]:81")),
    ],
)
def test_endpoints(url: str, parts: tuple[object, ...]) -> None:
    """An endpoint is reached by https, or by http on this machine."""
    place = split(url)
    assert (place.secure, place.host, place.port, place.path, place.name) == parts


@pytest.mark.parametrize(
    "url",
    [
        *("", "a.test/token", "ftp://a.test", "https://", "https:///t", "https://a.test:x/"),
        *("https://a.test:99999/", "https://u:p@a.test/", "https://a.test/#x", "http://a.test/"),
        *("http://localhost.a.test/", "http://127.evil.test/", "https://a.test/ü"),
        *("https://.example/", "https://a..test/", "https://./"),
        *(f"https://{'a.' * 150}test/", "https://.\u00fc.test/"),
        *("https://a.test/a b", "https://[::1/", "https://a..test/t\r\nX: y"),
    ],
)
def test_what_is_no_endpoint(url: str) -> None:
    """Nothing else is: least of all what would show the secret on the way."""
    with pytest.raises(InvalidURL):
        split(url)
