"""The options that were given, made into an Account, a Policy, a Caution and a Pace. Pure.

A field whose option was not given is not set here, so each default is in ``accounts`` alone.
"""

from __future__ import annotations

from ..accounts import Account, Caution, Pace, Pins, Policy, Source, Thresholds, Trust, reach
from ..sasl.choice import can_serve
from ..secret import Proof, with_article
from .values import AUTO, DIGITS, only

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Callable

    from ..accounts import Family, SourceKind

    # Values by the option's key with underscores, without the options that were not given.
    Given = Mapping[str, Any]

# Stands for the user's own netrc file.
NETRC_DEFAULT = ""
# Where a secret can come from: the kind of source, its option, and the kind of proof.
SOURCES: tuple[tuple[SourceKind, str, str], ...] = (
    ("file", "password_file", Proof.PASSWORD),
    ("environment", "password_env", Proof.PASSWORD),
    ("command", "password_command", Proof.PASSWORD),
    ("netrc", "netrc", Proof.PASSWORD),
    ("credential", "credential", Proof.PASSWORD),
    ("file", "token_file", Proof.TOKEN),
    ("command", "token_command", Proof.TOKEN),
    ("oauth", "oauth", Proof.TOKEN),
)
# Sources with the secrets of several accounts, which only an accounts file can name.
SHARED: tuple[tuple[SourceKind, str, str], ...] = (
    ("secrets-file", "secrets_file", Proof.PASSWORD),
    ("secrets-command", "secrets_command", Proof.PASSWORD),
)
EVERY_SOURCE = (*SOURCES, *SHARED)
_BY_OPTION = {name: (kind, proof) for kind, name, proof in EVERY_SOURCE}


class UsageError(Exception):
    """The options are wrong: the text says which, and why."""


class Unfit(UsageError):
    """The options do not go together. The text is a template in which ``{client_key}`` stands for
    an option, and ``{client_key:FILE}`` for one with its value.
    """

    def __str__(self) -> str:
        """Return the text for the command line: "--client-key FILE"."""
        from .table import each_option

        names = {option.key: option.names[0] for option in each_option()}
        return self._worded(lambda key: names[key], " ")

    def as_keys(self) -> str:
        """Return the text for an accounts file: "client-key = FILE"."""
        return self._worded(lambda key: key, " = ")

    def _worded(self, name: Callable[[str], str], joint: str) -> str:
        """Fill in the names; ``joint`` comes between a name and its value."""
        return str(self.args[0]).format_map(_Names(name, joint))


class _Names:
    """The names of options by their fields in a template."""

    def __init__(self, name: Callable[[str], str], joint: str) -> None:
        self._name, self._joint, self._said = name, joint, ""

    def __getitem__(self, key: str) -> _Names:
        self._said = self._name(key.replace("_", "-"))
        return self

    def __format__(self, value: str) -> str:
        return f"{self._said}{self._joint}{value}" if value else self._said


# Fields of an account by the names of their options; those not given keep their defaults.
_OF_ACCOUNT = {
    "allow_cleartext": "allow_cleartext",
    "authzid": "authzid",
    "helo": "hello",
    "mail_from": "sender",
    "proxy_protocol": "behind_proxy",
    "rcpt_to": "recipient",
    "source": "source_address",
    "timeout": "timeout",
}


def account_of(
    given: Given, trust: Trust | None = None, pins: Pins | None = None, **more: Any
) -> Account:
    """Return the account to check, with ``more`` fields; raises Unfit.

    ``trust`` and ``pins`` are those of ``given``, if the caller has made them already.
    """
    if "host" not in given:
        raise Unfit("no host: give {host:HOST}")
    if given.get("mail_from") == AUTO:
        raise Unfit("{mail_from:auto} needs {from:KIND}, which has a sender")
    mechanisms = tuple(name for names in given.get("mechanism", ()) for name in names)
    source = _source(given, mechanisms)
    _require_fit(given, source)
    tls, port = reach(given.get("tls"), given.get("port"))
    family: Family = "ipv4" if "ipv4" in given else "ipv6" if "ipv6" in given else Account.family
    return Account(
        host=given["host"],
        port=port,
        user=given.get("user"),
        source=source,
        tls=tls,
        trust=trust or trust_of(given),
        tls_name=given.get("tls_name") or given["host"].partition("%")[0],
        mechanisms=mechanisms,
        family=family,
        pins=pins or pins_of(given),
        **{_OF_ACCOUNT[name]: given[name] for name in given.keys() & _OF_ACCOUNT},
        **more,
    )


def known_of(given: Given, name: str = "", **more: Any) -> Account:
    """Return what is known of an account that cannot be checked, or not yet; ignores None."""
    given = {key: value for key, value in given.items() if value is not None}
    host = given.get("host", "")
    tls, port = reach(given.get("tls"), given.get("port"))
    more = {**more, **_taken(given, timeout="timeout")}
    source = Source("file", "")
    return Account(host, port, given.get("user"), source, tls, Trust(), host, name=name, **more)


def trust_of(given: Given) -> Trust:
    """Return which certificates to trust, and our own."""
    return Trust(
        **_taken(given, ca_file="ca_file", ca_path="ca_path", minimum="tls_min"),
        **_taken(given, client_cert="client_cert", client_key="client_key"),
        **_taken(given, insecure="insecure"),
    )


def pins_of(given: Given) -> Pins:
    """Return what the server is expected to have (``--expect-...``)."""
    return Pins(
        **_taken(given, mechanism="expect_mechanism", issuer="expect_issuer"),
        **_taken(given, fingerprint="expect_fingerprint"),
    )


def policy_of(given: Given) -> Policy:
    """Return how the outcome is to be judged."""
    return Policy(
        total=Thresholds(**_taken(given, warning="warning", critical="critical")),
        connect=Thresholds(**_taken(given, warning="connect_warning", critical="connect_critical")),
        auth=Thresholds(**_taken(given, warning="auth_warning", critical="auth_critical")),
        states=dict(given.get("state", ())),
        expect_rejected=given.get("expect") == "rejected",
        **_days(given.get("certificate"), ("warning_days", "critical_days")),
        **_days(given.get("secret_days"), ("secret_warning_days", "secret_critical_days")),
        **_taken(given, secret_expires="secret_expires", accept_drift="accept_drift"),
    )


def caution_of(given: Given) -> Caution:
    """Return how careful to be with attempts."""
    return Caution(
        guarded="no_guard" not in given,
        **_taken(given, state_dir="state_dir", hold="hold", retry_now="retry_now"),
        **_taken(given, rejections="max_rejections", server_rejections="max_server_rejections"),
    )


def pace_of(given: Given) -> Pace:
    """Return how fast and how long a run of many goes."""
    return Pace(
        **_taken(given, concurrency="concurrency", server_connections="server_connections"),
        **_taken(given, deadline="deadline"),
    )


def _taken(given: Given, **names: str) -> dict[str, Any]:
    """Return the values of a Record's fields that were given, each by the name of its option;
    the others keep their defaults.
    """
    return {field: given[name] for field, name in names.items() if name in given}


def _days(days: tuple[int, int | None] | None, fields: tuple[str, str]) -> dict[str, Any]:
    """Return the fields for the days of WARNING and CRITICAL that were given."""
    return {field: each for field, each in zip(fields, days or ()) if each is not None}


def _require_fit(given: Given, source: Source) -> None:
    """Raise Unfit if options do not go together."""
    needs_user = source.kind != "netrc" and source.proof in (Proof.PASSWORD, Proof.TOKEN)
    if needs_user and "user" not in given:
        raise Unfit("no user name: give {user:USER}")
    if "client_key" in given and "client_cert" not in given:
        raise Unfit("{client_key} needs {client_cert}")
    if "ipv4" in given and "ipv6" in given:
        raise Unfit("{ipv4} and {ipv6} cannot be used together")
    host = given.get("host", "")
    if "ipv4" in given and ":" in host:
        raise Unfit("{ipv4} excludes the IPv6 address given with {host}")
    if "ipv6" in given and host.count(".") == 3 and only(DIGITS + ".", host):
        raise Unfit("{ipv6} excludes the IPv4 address given with {host}")
    if "rcpt_to" in given and "mail_from" not in given:
        raise Unfit("{rcpt_to} needs {mail_from}")


def _source(given: Given, allowed: Sequence[str]) -> Source:
    """Return the one source of the secret, or what replaces a secret; raises Unfit."""
    sources = []
    for name in given.keys() & _BY_OPTION:
        kind, proof = _BY_OPTION[name]
        sources.append(Source(kind, NETRC_DEFAULT if given[name] is True else given[name], proof))
    if "found" in given:
        sources.append(given["found"])
    if not sources and "GSSAPI" in allowed:
        sources = [Source("ticket", "", Proof.TICKET)]
    elif not sources and "client_cert" in given:
        key = given.get("client_key", given["client_cert"])
        sources = [Source("certificate", key, Proof.CERTIFICATE)]
    if len(sources) != 1:
        if sources:
            named = [f"{{{name}}}" for _, name, _ in EVERY_SOURCE if name in given]
            named += ["{from}"] if "found" in given else []
            raise Unfit(f"more than one source for the secret: keep one of {', '.join(named)}")
        others = ", ".join([*(f"{{{name}}}" for _, name, _ in SOURCES[1:]), "{from}"])
        raise Unfit(f"no source for the secret: give {{password_file:FILE}}, or one of {others}")
    _require_use(allowed, sources[0].proof)
    return sources[0]


def _require_use(allowed: Sequence[str], proof: str) -> None:
    """Raise Unfit if none of the mechanisms works with such a proof."""
    if allowed and not any(can_serve(name, proof) for name in allowed):
        hint = ""
        if any(can_serve(name, Proof.TOKEN) for name in allowed):
            hint = "; give an access token, by {oauth}, {token_file} or {token_command}"
        raise Unfit(f"{{mechanism}}: none of these works with {with_article(proof)}{hint}")
