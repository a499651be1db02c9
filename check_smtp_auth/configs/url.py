"""A URL under a key of a file of environment variables, ``url=KEY`` of ``--from-keys``. Pure.

``user=KEY``, ``password=KEY`` and ``from=KEY`` may name keys for what the URL does not contain,
such as OpenSMTPD's.
"""

from __future__ import annotations

from importlib import import_module

from ..secret import Secret
from . import DIALECTS
from .env import read_as
from .generic import OFFERED_ONLY, login, unverified
from .reading import Found, fault
from .urls import Unfit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .env import Agreed
    from .reading import Query, Reading
    from .urls import Address

# The module of ``urls`` that has the function of a dialect.
_MODULES = {
    "symfony": "php",
    "django-environ": "python",
    "dj-email-url": "python",
    "nodemailer": "node",
    "mutt": "clients",
    "s-nail": "clients",
    "opensmtpd": "clients",
}
OTHERS = ("user", "password", "from")
_LABEL = (
    "the login is in OpenSMTPD's table of secrets, and the URL has only its label: name the keys "
    "that hold it with user= and password= in --from-keys"
)
_MX = (
    "OpenSMTPD asks the DNS for the servers of the relay (MX), this check connects to the host "
    "itself."
)
# Dialects that also determine how the file is read.
_SAME_FILE = ("symfony", "django-environ")


def read(query: Query) -> Reading:
    """Return the one login in the URL; raises Misconfigured."""
    keys = query.keys
    dialect = keys.get("dialect", "")
    wanted = [key for part, key in keys.items() if part != "dialect"]
    languages = (dialect,) if dialect in _SAME_FILE else DIALECTS["env"]
    variables = yield from read_as(query.path, languages, wanted)
    url = variables.get(keys["url"])
    if not url:
        raise fault(query.path, 0, f"{keys['url']}, which should contain the URL, is missing")
    found = address_found(_address(url, dialect, variables, keys["url"]), query.path, keys["url"])
    if dialect == "opensmtpd" and "[" not in url:
        found = found.replace(notices=(*found.notices, _MX))
    more = {part: variables.get(key) or "" for part, key in keys.items() if part in OTHERS}
    if found.user and found.secret:
        return [found.replace(sender=found.sender or more.get("from", ""))]
    ours = login(
        lambda key, words: fault(query.path, variables.line(key), f"{key} {words}"),
        (keys.get("user", f"the user in {keys['url']}"), found.user or more.get("user", "")),
        (keys.get("password", f"the password in {keys['url']}"), more.get("password", "")),
    )
    if dialect == "opensmtpd" and not {"user", "password"} <= keys.keys():
        ours["problem"] = str(fault(query.path, variables.line(keys["url"]), _LABEL))
    return [found.replace(sender=found.sender or more.get("from", ""), **ours)]


def _address(url: str, dialect: str, variables: Agreed, key: str) -> Address:
    """Parse the URL in the dialect, or in all of them, which must agree."""
    line = variables.line(key)
    if dialect:
        try:
            return reader(dialect)(url)
        except Unfit as unfit:
            raise fault(variables.path, line, f"{key} {unfit}") from None
    seen: list[Address] = []
    for each in _MODULES:
        try:
            address = reader(each)(url)
        except Unfit:
            continue
        if address not in seen:
            seen.append(address)
    if not seen:
        raise fault(variables.path, line, f"{key} is not a URL of an SMTP server")
    if len(seen) > 1:
        raise fault(
            variables.path,
            line,
            f"programs differ in how they read the URL in {key}, above all for TLS: name the right "
            "one by dialect= in --from-keys",
        )
    return seen[0]


def reader(dialect: str) -> Callable[[str], Address]:
    """Return the parser of a dialect."""
    module = import_module(f"{__package__}.urls.{_MODULES[dialect]}")
    function: Callable[[str], Address] = getattr(module, dialect.replace("-", "_"))
    return function


def address_found(address: Address, path: str, key: str) -> Found:
    """Return the login in a URL under a key of a file."""
    notices = (unverified(key),) if address.unverified else ()
    return Found(
        host=address.host,
        port=address.port,
        tls=address.tls,
        user=address.user,
        secret=Secret(address.password) if address.password else None,
        sender=address.sender,
        hello=address.hello,
        notices=(*notices, OFFERED_ONLY) if address.offered_only else notices,
        place=path,
    )
