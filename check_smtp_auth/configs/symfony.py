"""Symfony: MAILER_DSN in .env, and in the files beside it that override it. Pure.

Which files these are is the rule of ``Dotenv::bootEnv`` (5 to 7).
"""

from __future__ import annotations

import re
from functools import partial

from . import php
from .dotenv import Untold, Variables, symfony
from .literals import Code, is_name
from .reading import Contents, Found, fault
from .url import address_found
from .urls import Unfit
from .urls.php import symfony as dsn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from .literals import Tokens
    from .reading import Query, Reading

    Merging = Generator[Contents, Any, Variables]

KEY = "MAILER_DSN"
BY_CODE = "this does not return an array of plain values: PHP code is not run"
# Several DSNs, alternating or one as a fallback for another: failover(DSN DSN).
_SEVERAL = re.compile(r"(?:failover|roundrobin)\(")
_EACH = re.compile(r"(?:failover|roundrobin)\(|[^ ()]+|[ ()]")


def read(query: Query) -> Reading:
    """Return the logins in MAILER_DSN; raises Misconfigured."""
    path, frozen = query.path, f"{query.path}.local.php"
    variables: Variables | None = yield Contents(frozen, optional=True, made=_frozen)
    if variables is None:
        variables = yield from _variables(path)
    url = variables.get(KEY)
    if not url:
        raise variables.fault(KEY, "is not set")
    if not _SEVERAL.match(url):
        return [_found(url, variables, "")]
    urls = [each for each in _EACH.findall(url) if "://" in each]
    return [_found(each, variables, str(number)) for number, each in enumerate(urls, 1)]


def _frozen(text: str, path: str) -> Variables:
    """Return the variables in .env.local.php, in which ``composer dump-env`` froze all files."""
    variables = Variables(path)
    for _, statement in php.statements(php.tokens_of(text, path)):
        if is_name(statement, 0, "return"):
            try:
                for key, value in php.array(statement[1:]):
                    variables.put(str(key), value[0][2], partial(_literal, value))
            except Code as code:
                raise fault(path, code.args[0] or statement[0][2], BY_CODE) from None
            return variables
    raise fault(path, 0, BY_CODE)


def _literal(tokens: Tokens) -> str:
    """Return the text of a value; raises Untold if it is not a literal."""
    try:
        return php.text_of(php.literal(tokens))
    except Code:
        raise Untold("is computed by PHP code, which is not run") from None


def _variables(path: str) -> Merging:
    """Return the variables of .env, .env.local, and the files of the environment."""
    variables: Variables = yield Contents(path, marked=True, made=symfony.read)
    environment = variables.get("APP_ENV") or "dev"
    if environment != "test":
        variables = yield from _more(f"{path}.local", variables)
        environment = variables.get("APP_ENV") or environment
    if environment != "local" and "/" not in environment:
        for name in (environment, f"{environment}.local"):
            variables = yield from _more(f"{path}.{name}", variables)
    return variables


def _more(path: str, variables: Variables) -> Merging:
    """Return the variables with those of another file, which need not exist, over them."""
    text = yield Contents(path, optional=True, marked=True)
    return variables if text is None else symfony.read(text, path, variables)


def _found(url: str, variables: Variables, name: str) -> Found:
    """Return the login of one DSN; one of several reports its own problem."""
    path = variables.place(KEY)
    if url.startswith("null:"):
        words = "is set so that no mail is sent"
    else:
        try:
            found = address_found(dsn(url), path, KEY).replace(name=name)
            if found.user and found.secret:
                return found
            words = "has no user and password, so the program does not log in"
            return found.replace(problem=str(variables.fault(KEY, words)))
        except Unfit as unfit:
            words = str(unfit)
    problem = variables.fault(KEY, words)
    if not name:
        raise problem
    return Found(name=name, problem=str(problem), place=path)
