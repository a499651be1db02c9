"""The login in a program's configuration, made into an account. Pure.

It counts like options: those given beside ``--from`` are stronger, and the defaults of an accounts
file are weaker.
"""

from __future__ import annotations

from ..accounts import Misconfigured, Origin, Source
from ..configs import DIALECTS, KINDS, kind_of
from ..sasl.choice import can_serve
from ..secret import Proof
from . import values
from .given import Unfit, account_of, known_of
from .keys import FOUND, SOURCE_NAMES, over
from .programs import EXAMPLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ..accounts import Account, Program
    from ..configs.reading import Found
    from .given import Given

_TRUST = frozenset(("ca_file", "ca_path"))
# How many names an error lists.
_MOST_NAMES = 8


def origin_of(
    layers: Sequence[Given], where: str = "", more: Mapping[str, Any] | None = None
) -> Origin:
    """Return the origin named by the strongest layer that has ``from``; raises Unfit.

    ``layers`` begin with the weakest; see ``Origin`` for ``where`` and ``more``.
    """
    own = max(number for number, layer in enumerate(layers) if "from" in layer)
    weaker: Given = {}
    stronger: Given = {}
    for layer in layers[:own]:
        weaker = over(weaker, layer)
    for layer in layers[own:]:
        stronger = over(stronger, layer)
    program: Program = layers[own]["from"]
    generic = KINDS[program.kind].generic if program.kind in KINDS else False
    keys = (over(weaker, stronger) if generic else stronger).get("from_keys") or {}
    _require_fit(program.kind, generic, keys)
    weaker = {name: each for name, each in weaker.items() if name not in SOURCE_NAMES}
    return Origin(program.replace(keys=keys), stronger, weaker, where, more or {})


def _require_fit(kind: str, generic: bool, keys: Mapping[str, str]) -> None:
    """Raise Unfit if ``from_keys`` do not go with the kind."""
    if not generic:
        if keys:
            kinds = ", ".join(name for name, each in KINDS.items() if each.generic)
            raise Unfit(f"{{from:{kind}}} takes no {{from_keys}}: they are for {kinds}")
        return
    if not keys:
        named = "url=MAIL_URL" if kind == "url" else EXAMPLE
        raise Unfit(f"{{from:{kind}}} needs to know where each part is: {{from_keys:{named}}}")
    if kind == "url" and "url" not in keys:
        raise Unfit("{from:url} needs url=KEY in {from_keys}, the key that has the URL")
    if kind != "url" and "url" in keys:
        raise Unfit(f"url=KEY in {{from_keys}} is for {{from:url}}, not for {kind}")
    dialects = DIALECTS.get(kind, ())
    dialect = keys.get("dialect", "")
    if dialect and not dialects:
        raise Unfit(f"{{from:{kind}}} has no dialects: leave dialect= out of {{from_keys}}")
    if dialect and dialect not in dialects:
        raise Unfit(f"dialect= in {{from_keys}} must be one of {kind}'s: {', '.join(dialects)}")


def chosen(found: Sequence[Found], program: Program) -> Found:
    """Return the login that is named, or the program's default, or the only one; raises
    Misconfigured.
    """
    where = program.path or program.kind
    if not found:
        raise Misconfigured(f"{where}: no login to a mail server is configured there")
    names = names_of(found)
    if program.name:
        if program.name in names:
            return found[names.index(program.name)]
        same = [name for name, each in zip(names, found) if each.name == program.name]
        if same:
            raise Misconfigured(f"{where}: there are several of that name: {_told(same)}")
        if names == [""]:
            raise Misconfigured(f"{where}: there is only one login: leave out the name after #")
        raise Misconfigured(f"{where}: there is no login of that name, only {_told(names)}")
    kind = kind_of(program.kind)
    usual = kind.usual if kind is not None else ""
    defaults = [each for each in found if each.name in ("", usual)]
    if len(defaults) == 1:
        return defaults[0]
    if len(found) > 1:
        raise Misconfigured(f"{where}: several are configured, name one after #: {_told(names)}")
    return found[0]


def names_of(found: Sequence[Found]) -> list[str]:
    """Return the names to choose from: NAME/1 and NAME/2 if two logins have one name."""
    there: dict[str, int] = {}
    for each in found:
        there[each.name] = there.get(each.name, 0) + 1
    seen, names = dict.fromkeys(there, 0), []
    for each in found:
        seen[each.name] += 1
        names.append(f"{each.name}/{seen[each.name]}" if there[each.name] > 1 else each.name)
    return names


def _told(names: Sequence[str]) -> str:
    """Return the names as a text, as many as fit on a line."""
    more = len(names) - _MOST_NAMES
    told = ", ".join(_safe(name) or "(without a name)" for name in names[:_MOST_NAMES])
    return f"{told} and {more} more" if more > 0 else told


def _safe(name: str) -> str:
    """Return a name if it is safe to show: by mistake, it may contain a password."""
    return "(a name not shown)" if "=" in name or "://" in name else name


def place_of(found: Found, origin: Origin) -> str:
    """Return the file that a login is in."""
    return found.place or origin.program.path


def account_from(found: Found, origin: Origin, mark: str, changed: float | None) -> Account:
    """Return the account; raises Misconfigured with the place of what is wrong.

    ``mark`` and ``changed`` are those of the files that were read.
    """
    if found.problem:
        raise Misconfigured(found.problem)
    given = _merged(found, origin, mark, changed)
    if given.get("mail_from") == values.AUTO:
        given["mail_from"] = _sender(found, origin)
    place = place_of(found, origin)
    if found.lacking and ({"host", "user"} - given.keys() or SOURCE_NAMES.isdisjoint(given)):
        raise Misconfigured(found.lacking)
    if "host" not in given:
        raise Misconfigured(f"{place}: no server is configured there{_by_key(origin, 'host')}")
    without = "client_cert" in given or any("GSSAPI" in each for each in given.get("mechanism", ()))
    if not without and SOURCE_NAMES.isdisjoint(given):
        by_key = _by_key(origin, "password")
        raise Misconfigured(f"{place}: no password is configured there for this login{by_key}")
    try:
        return account_of(given, notices=found.notices, **origin.more)
    except Unfit as misfit:
        raise Misconfigured(misfit.as_keys() if origin.where else str(misfit)) from None


def _by_key(origin: Origin, part: str) -> str:
    """Return how to add a part that --from-keys leaves out, "" if it does not."""
    if not origin.program.keys or part in origin.program.keys:
        return ""
    option = "from-keys" if origin.where else "--from-keys"
    return f": name its key by {part}= in {option}"


def known_from(found: Found, origin: Origin) -> Account:
    """Return what is known of the account without its secret; raises Misconfigured."""
    return known_of(_merged(found, origin, "", None), **origin.more)


def _merged(found: Found, origin: Origin, mark: str, changed: float | None) -> dict[str, Any]:
    """Merge what was found with the weaker and the stronger options; raises Misconfigured."""
    # None revokes a default, but not what the program has.
    stronger = {name: each for name, each in origin.stronger.items() if each is not None}
    weaker = {**origin.weaker, **dict.fromkeys(origin.stronger.keys() - stronger.keys())}
    given = over(over(weaker, _given(found, origin, mark, changed)), stronger)
    given = {name: each for name, each in given.items() if each is not None}
    if not _TRUST.isdisjoint(stronger):  # replaces all that the program has
        given = {n: each for n, each in given.items() if n not in _TRUST or n in stronger}
    return given


def _given(found: Found, origin: Origin, mark: str, changed: float | None) -> dict[str, Any]:
    """Return what was found, by the names of the options; raises Misconfigured for what is not a
    valid value.
    """
    place = place_of(found, origin)
    given: dict[str, Any] = {}
    for name, text, read in (
        ("host", found.host, values.host),
        ("user", found.user, values.user),
        ("helo", found.hello, values.hello),
        ("authzid", found.authzid, values.printable),
    ):
        # A value that an option replaces is not even checked.
        if text and origin.stronger.get(name) is None:
            try:
                given[name] = read(text)
            except ValueError:
                spaced = name == "host" and text != text.strip()
                why = "has spaces around it" if spaced else "is not valid"
                raise Misconfigured(f"{place}: the {name} there {why}") from None
    for name in ("port", "tls", "ca_file", "ca_path", "tls_name", "client_cert", "client_key"):
        if value := getattr(found, name):
            given[name] = value
    if found.mechanisms:
        given["mechanism"] = [found.mechanisms]
    if "host" in given:  # defaults for other servers do not apply
        given = {"port": None, "tls": None, **given}
    if not _TRUST.isdisjoint(given):
        given = {**dict.fromkeys(_TRUST), **given}
    if found.secret is not None or found.command:
        names = found.mechanisms
        of_token = names and not any(can_serve(name, Proof.PASSWORD) for name in names)
        proof = Proof.TOKEN if of_token else Proof.PASSWORD
        known = Source("program", place, proof, mark=mark, changed=changed)
        given[FOUND] = known.replace(secret=found.secret, command=found.command)
    return given


def _sender(found: Found, origin: Origin) -> str:
    """Return the configured sender, without a display name; raises Misconfigured."""
    place = place_of(found, origin)
    text = found.sender.rpartition("<")[2].partition(">")[0].strip()
    if not text:
        raise Misconfigured(f"{place}: mail-from auto needs a sender there, and none is configured")
    try:
        return values.mail_address(text)
    except ValueError:
        raise Misconfigured(f"{place}: the sender there is not an address") from None
