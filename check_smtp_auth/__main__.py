"""``python -m check_smtp_auth`` and the ``check_smtp_auth`` executable."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the plugin on the process's own arguments and exit with the state's code."""
    import sys

    from check_smtp_auth import signals, startup

    signals.install(sys.argv[1:])
    startup.occupy_standard_files()
    startup.lighten()
    from check_smtp_auth import cli

    cli.main()


if __name__ == "__main__":
    main()
