"""``python -m check_smtp_auth`` and the ``check_smtp_auth`` executable.

If one of the ways in which the package starts fast fails, it starts in the ordinary way; if that
fails too, one line says so, UNKNOWN. A traceback would end with exit code 1, which monitors read
as WARNING.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

# Memory kept for an error message where there is no more, in octets; untouched, it costs none.
RESERVE = 1 << 19


def main() -> NoReturn:
    """Run the plugin on the process's own arguments and exit with the state's code."""
    import sys

    reserve = []
    try:
        reserve.append(bytes(RESERVE))
        _find_pythons_own_first()
        from check_smtp_auth import startup

        try:
            _load(fast=True)
        except Exception:
            startup.undo()
            _load(fast=False)
        from check_smtp_auth import cli

        cli.main()
    except Exception as error:
        reserve.clear()
        _end(sys.argv[1:], error)


def _find_pythons_own_first() -> None:
    """Look for modules in Python's own folders first, and only then in PYTHONPATH, beside the
    executable and in the current folder: a file json.py there would be taken for Python's.
    """
    import os
    import sys

    library = os.path.dirname(getattr(os, "__file__", ""))
    own = library, f"{library}/lib-dynload"
    sys.path.sort(key=lambda folder: folder not in own)


def _load(fast: bool) -> None:
    """Load the plugin, handling signals as early as possible."""
    import sys

    from check_smtp_auth import startup

    if fast:
        startup.find_compiled()
    from check_smtp_auth import signals

    signals.install(sys.argv[1:])
    startup.occupy_standard_files()
    if fast:
        startup.lighten()
    from check_smtp_auth import cli  # noqa: F401


def _end(arguments: list[str], error: Exception) -> NoReturn:
    """Say that the plugin could not be loaded, and exit. The error's own text is not shown, since
    it may contain anything.
    """
    import os
    import time

    what = os.path.basename(error.filename or "") if isinstance(error, SyntaxError) else ""
    what = (error.name or "") if isinstance(error, ImportError) else what
    harmless = what.isascii() and what.replace(".", "").replace("_", "").replace("-", "").isalnum()
    where = f" ({what})" if harmless else ""
    # Open files are of no use any more, and may be why no other can be opened.
    os.closerange(3, 256)
    problem = (
        f"this plugin cannot be loaded: {type(error).__name__}{where}; the plugin or its Python "
        "is not completely installed"
    )
    if isinstance(error, (MemoryError, SystemError)):  # too little is left to load the words for it
        problem = "this process gets too little memory: raise its limit (ulimit -v)"
    try:
        from check_smtp_auth.faults import scarce
        from check_smtp_auth.outputs import wanted
        from check_smtp_auth.signals import leave
    except Exception:  # then without either
        text = f"SMTP_AUTH UNKNOWN - {problem}"
        if "json" in arguments or "--output=json" in arguments:
            text = '{"plugin": "check_smtp_auth", "state": "UNKNOWN", "exit_code": 3, "summary": "'
            text += f'{problem}", "accounts": []}}'
        os.write(1, f"{text}\n".encode("utf-8", "replace"))
        os._exit(0 if "--exit-zero" in arguments else 3)
    output, code = wanted(arguments)
    leave(output.error(scarce(error) or problem), code, time.monotonic() + 1.0)


if __name__ == "__main__":
    main()
