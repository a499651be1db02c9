"""Variables of a program's service, which override its file. Pure."""

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
    """Return notices about variables with these names in the files from which systemd sets those of
    a program's service (``EnvironmentFile=``), if these exist and can be read.
    """
    told = []
    for place in places:
        try:
            made = Contents(place, optional=True, secret=False, marked=True, made=systemd.read)
            variables: Variables | None = yield made
        except Misconfigured:  # not readable by everybody
            continue
        over = ", ".join(sorted(set(variables.names()).intersection(names))) if variables else ""
        if over:
            told.append(f"{place} sets {over}, which the service uses instead of what {path} says.")
    return told
