"""Variables of a program's service, which are over its file. Pure."""

from __future__ import annotations

from ..accounts import Misconfigured
from .dotenv import systemd
from .reading import Contents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from typing import Any

    from .dotenv import Variables


def overriding(
    places: Iterable[str], names: Iterable[str], path: str
) -> Generator[Contents, Any, list[str]]:
    """Tell which of some variables are set in the files that systemd has a program's service take
    variables from (``EnvironmentFile=``), as far as they are there and can be read.
    """
    told = []
    for place in places:
        try:
            made = Contents(place, optional=True, secret=False, marked=True, made=systemd.read)
            variables: Variables | None = yield made
        except Misconfigured:  # it is not for everybody
            continue
        over = ", ".join(sorted(set(variables.names()).intersection(names))) if variables else ""
        if over:
            told.append(f"{place} sets {over}, which the service uses instead of what {path} says.")
    return told
