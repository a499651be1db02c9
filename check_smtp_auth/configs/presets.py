"""Programs whose configuration a generic reader understands: one row each. Pure."""

from __future__ import annotations

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..accounts import TLSMode


class Mode(Record):
    """When ``key`` has ``value`` (in lower case; "" means not given), TLS starts as ``tls`` says.

    ``offered_only`` says that the program goes on in clear where the server offers no STARTTLS.
    """

    key: str
    value: str
    tls: TLSMode
    offered_only: bool = False


class Preset(Record):
    """What stands where in a program's configuration.

    ``module`` is the generic reader, ``keys`` are as in ``--from-keys``. Of ``modes`` the first
    that fits counts. ``off`` are keys with the values that switch mail, or the login, off; ``port``
    is the program's default.
    """

    module: str
    keys: Mapping[str, str]
    modes: tuple[Mode, ...] = ()
    off: tuple[tuple[str, str], ...] = ()
    port: int | None = None


# By the kind's name; generic kinds that are told by --from-keys are a Preset made of these.
PRESETS: dict[str, Preset] = {}
