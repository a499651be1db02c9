"""Postfix as a client of a relay: Postfix itself is asked, by postconf and postmap. Pure.

So what counts is what Postfix sees: not the text beside a map, but the map. The server, the key
that is looked up, and when TLS starts, are as in trivial-rewrite(8)'s resolve.c and transport.c,
and smtp(8)'s smtp_sasl_glue.c and smtp_connect.c, of Postfix 3.7.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from ..sasl import NAMES
from ..secret import Secret
from . import postfix_text
from .postfix_hop import server_of
from .postfix_maps import Map, built, login_in, lookup, maps_of
from .reading import Contents, Found, Output, Rights, fault, folder_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from typing import Any, Optional

    from ..accounts import TLSMode
    from .reading import Query, Reading

    Asking = Generator[Any, Any, Optional[str]]

PARAMETERS = (
    *("relayhost", "sender_dependent_relayhost_maps", "default_database_type"),
    *("default_transport", "sender_dependent_default_transport_maps", "transport_maps"),
    "recipient_delimiter",
    *("smtp_sasl_auth_enable", "smtp_sasl_password_maps", "smtp_sasl_mechanism_filter"),
    *("smtp_sasl_security_options", "smtp_sasl_tls_security_options"),
    *("smtp_sender_dependent_authentication", "smtp_tls_security_level", "smtp_tls_policy_maps"),
    *("smtp_use_tls", "smtp_enforce_tls", "smtp_tls_wrappermode"),
    *("smtp_tls_CAfile", "smtp_tls_CApath", "smtp_tls_cert_file", "smtp_tls_key_file"),
)
# The levels of TLS at which Postfix goes on in clear text if it must, and those at which it does
# not verify the certificate.
OFFERED_ONLY, UNVERIFIED = ("may", "dane"), ("may", "encrypt")
# Mechanisms for which the map has the name of a file of tokens (sasl-xoauth2), not a password.
OF_TOKENS = ("OAUTHBEARER", "XOAUTH2")
TOKENS = (
    "smtp_sasl_mechanism_filter allows only OAuth, so Postfix logs in with an access token: give "
    "one beside --from, with --token-file, --token-command or --oauth"
)


def read(query: Query) -> Reading:
    """Return the login at the relay host: that of the sender after ``#``, if there is one;
    otherwise one for each of a list of relay hosts.
    """
    folder = yield from folder_of(query.path, "main.cf")
    main = f"{folder}/main.cf"
    if query.listing:
        text = yield Contents(main, secret=False)
        known = postfix_text.parameters(text, folder)
    else:
        yield Rights(main, secret=False)
        printed = yield Output(("postconf", "-c", folder, "-x", *PARAMETERS))
        known = dict(_pair(line) for line in printed.splitlines())
    postfix = _Postfix(main, folder, {name: known.get(name, "") for name in PARAMETERS}, query)
    if query.listing:
        return (yield from postfix.listed())
    return (yield from postfix.logins())


def _pair(line: str) -> tuple[str, str]:
    """Split a line of postconf's output into name and value."""
    name, _, value = line.partition("=")
    return name.strip(), value.strip()


class _Postfix:
    """One Postfix, with its parameters."""

    def __init__(self, main: str, folder: str, known: Mapping[str, str], query: Query) -> None:
        """Take the parameters; ``main`` is the file that they are in."""
        self.main, self.folder, self.known, self.sender = main, folder, known, query.name
        self.text = query.listing
        self.named_by = "relayhost"

    def is_on(self, name: str) -> bool:
        """Tell whether a switch is on."""
        return self.known[name].lower() == "yes"

    def maps(self, name: str) -> list[Map]:
        """Return the maps of a parameter."""
        return maps_of(self.known[name], self.known["default_database_type"] or "hash")

    def logins(self) -> Generator[Any, Any, list[Found]]:
        """Return the login at each relay host; raises Misconfigured."""
        relays = yield from self._relays()
        found = []
        for number, relay in enumerate(relays):
            name = self.sender or (relay if number else "")
            found.append((yield from self._login(name, relay)))
        return found

    def _relays(self) -> Generator[Any, Any, list[str]]:
        """Return the relay hosts as they are written; raises Misconfigured if Postfix does not log
        in.
        """
        value = yield from self._next_hop()
        if not self.is_on("smtp_sasl_auth_enable"):
            raise fault(
                self.main, 0, "smtp_sasl_auth_enable is not yes, so Postfix does not log in"
            )
        relays = value.replace(",", " ").split()
        if not relays:
            raise fault(self.main, 0, "relayhost is empty: Postfix has no server to log in to")
        return relays[:1] if self.sender else relays

    def _next_hop(self) -> Generator[Any, Any, str]:
        """Return where mail to any other domain goes: an entry for ``*`` in transport_maps
        overrides default_transport, and that overrides relayhost. The service may have parameters
        of its own.
        """
        relay = (yield from self._of_sender("sender_dependent_relayhost_maps")) or self.known[
            "relayhost"
        ]
        name = "sender_dependent_default_transport_maps"
        default = yield from self._of_sender(name)
        name = name if default else "default_transport"
        service, _, hop = (default or self.known["default_transport"] or "smtp").partition(":")
        wild = yield from self._first(["*"], self.maps("transport_maps"), False)
        if wild:
            other, _, over = wild.partition(":")
            if other and not over:
                words = "* in transport_maps names no server: Postfix sends to the recipients' own"
                raise fault(self.main, 0, words)
            service, hop, name = other or service, over or hop, "transport_maps"
        self.named_by = name if hop else "relayhost"
        yield from self._take_service(service.strip())
        return hop or relay

    def _of_sender(self, name: str) -> Asking:
        """Return what a parameter's maps have for the sender, None for nothing."""
        keys = self._sender_keys() if self.sender else []
        value = yield from self._first(keys, self.maps(name), False)
        return value if value and value.upper() != "DUNNO" else None

    def _take_service(self, service: str) -> Generator[Any, Any, None]:
        """Take the parameters that a service of master.cf sets for itself."""
        text = yield Contents(f"{self.folder}/master.cf", optional=True, secret=False)
        command, own = postfix_text.service_of(text or "", service)
        if command not in ("", "smtp"):
            words = f"mail goes to the service {service}, which is not an SMTP client"
            raise fault(self.main, 0, f"{words}: Postfix does not log in")
        if own and not self.text:
            printed = yield Output(("postconf", "-c", self.folder, "-xP", f"{service}/unix"))
            own = {
                name.rpartition("/")[2]: value for name, value in map(_pair, printed.splitlines())
            }
        self.known = {**self.known, **{name: own[name] for name in own if name in self.known}}

    def _sender_keys(self) -> list[str]:
        """Return the keys for a sender: the address, that without an extension, its domain."""
        local, at, domain = self.sender.rpartition("@")
        if not at:
            return [self.sender]
        ends = [end for mark in self.known["recipient_delimiter"] if (end := local.find(mark)) > 0]
        plain = f"{local[: min(ends, default=len(local))]}{at}{domain}"
        return list(dict.fromkeys((self.sender, plain, f"{at}{domain}")))

    def _first(self, keys: list[str], maps: list[Map], secret: bool = True) -> Asking:
        """Return the value of the first key that is in a map, None if none is."""
        for key in keys:
            for each in maps:
                value = yield from lookup(each, key, self.folder, secret, self.text)
                if value is not None:
                    return value
        return None

    def _login(self, name: str, relay: str) -> Generator[Any, Any, Found]:
        """Return the login at one relay host."""
        try:
            found = server_of(relay, self.main, self.named_by)
            maps = self.maps("smtp_sasl_password_maps")
            if not maps:
                raise fault(self.main, 0, "smtp_sasl_password_maps is empty: there is no password")
            keys = [found.host, relay]
            if self.sender and self.is_on("smtp_sender_dependent_authentication"):
                keys = [*self._sender_keys(), *keys]
            value = yield from self._first(keys, maps)
            where = ", ".join(dict.fromkeys(each.told for each in maps))
            if value is None:
                hint = ""
                if self.is_on("smtp_sender_dependent_authentication") and not self.sender:
                    hint = "; logins depend on the sender here: name one after #"
                raise Misconfigured(f"{where}: there is no login for the relay host{hint}")
            found = found.replace(name=name, place=maps[0].path or self.main)
            user, colon, password = value.partition(":")
            if not colon or not user or not password:
                raise Misconfigured(f"{where}: the login for the relay host lacks user or password")
            tls, notices = yield from self._tls(relay)
            mechanisms = self._mechanisms()
            of_tokens = bool(mechanisms) and not set(mechanisms) - set(OF_TOKENS)
            # A map's value is one line, unless somebody wrote it by hand.
            return found.replace(
                user=user.strip(),  # like Cyrus SASL
                secret=None if of_tokens else Secret(password.encode()),
                lacking=str(fault(self.main, 0, TOKENS)) if of_tokens else "",
                tls=tls,
                port=found.port or 25,
                sender=self.sender,
                mechanisms=mechanisms,
                notices=(*found.notices, *notices, *self._notices(tls), *(yield from _stale(maps))),
                **self._trust(),
            )
        except Misconfigured as problem:
            return Found(name, place=self.main, problem=str(problem))

    def _tls(self, relay: str) -> Generator[Any, Any, tuple[TLSMode, tuple[str, ...]]]:
        """Return how TLS starts, and the notices about it."""
        level = self.known["smtp_tls_security_level"].lower()
        if not level:
            level = "encrypt" if self.is_on("smtp_enforce_tls") else ""
            level = level or ("may" if self.is_on("smtp_use_tls") else "none")
        policy = yield from self._first([relay], self.maps("smtp_tls_policy_maps"), False)
        if policy and policy.split():
            level = policy.split()[0].lower()
        told = []
        if self.is_on("smtp_tls_wrappermode"):
            mode: TLSMode = "implicit"
        else:
            mode = "none" if level == "none" else "starttls"
            if level in OFFERED_ONLY:
                told.append(
                    f"Postfix uses TLS only if the server offers it (level {level}), and "
                    "otherwise sends the password in clear text; this check requires STARTTLS."
                )
        if level in UNVERIFIED:
            told.append(
                f"Postfix does not verify the certificate at level {level}; this check does."
            )
        return mode, tuple(told)

    def _notices(self, tls: str) -> list[str]:
        """Return what else an administrator should know."""
        name = "smtp_sasl_security_options" if tls == "none" else "smtp_sasl_tls_security_options"
        if "noplaintext" in self.known[name].replace(",", " ").split():
            return [f"{name} has noplaintext: Postfix uses neither PLAIN nor LOGIN here."]
        return []

    def _mechanisms(self) -> tuple[str, ...]:
        """Return the mechanisms that Postfix is restricted to, () if it accepts any."""
        words = self.known["smtp_sasl_mechanism_filter"].replace(",", " ").upper().split()
        if not words or any(word[0] == "!" or ":" in word or "/" in word for word in words):
            return ()
        return tuple(name for name in NAMES if name in words)

    def _trust(self) -> dict[str, str]:
        """Return the fields for Postfix's own trust and its certificate."""
        known = self.known
        return {
            "ca_file": known["smtp_tls_CAfile"],
            "ca_path": known["smtp_tls_CApath"],
            "client_cert": known["smtp_tls_cert_file"],
            "client_key": known["smtp_tls_key_file"] if known["smtp_tls_cert_file"] else "",
        }

    def listed(self) -> Generator[Any, Any, list[Found]]:
        """Return the logins without running anything, from the text beside a map."""
        relays = yield from self._relays()
        maps = self.maps("smtp_sasl_password_maps")
        found = []
        for number, relay in enumerate(relays):
            server = server_of(relay, self.main, self.named_by)
            value = yield from self._first([server.host, relay], maps)
            tls, _ = yield from self._tls(relay)
            user = login_in(value)
            name = relay if number else ""
            found.append(server.replace(name=name, user=user, tls=tls, place=self.main))
        if self.is_on("smtp_sender_dependent_authentication"):
            for sender, value in (yield from postfix_text.senders(maps)):
                tls, _ = yield from self._tls(relays[0])
                server = server_of(relays[0], self.main, self.named_by).replace(
                    name=sender, sender=sender, tls=tls
                )
                found.append(server.replace(user=login_in(value), place=self.main))
        return found


def _stale(maps: list[Map]) -> Generator[Any, Any, list[str]]:
    """Return a notice if the text beside a map is newer than the map."""
    told = []
    for each in maps:
        files = yield from built(each)
        text = (yield Rights(each.path, optional=True)) if files else None
        if text is not None and text > max(files.values()):
            told.append(
                f"{each.path} was changed after {max(files, key=files.__getitem__)} was built "
                "from it, and Postfix reads the latter: run postmap on it."
            )
    return told
