"""A fault of our own, in words that say where it is and quote nothing; and what is none, for the
host gives this process too little. Pure.
"""

from __future__ import annotations

import errno

# What is scarce, by the error's number.
_SCARCE = {
    errno.EMFILE: "this process may open too few files: raise its limit (ulimit -n)",
    errno.ENFILE: "this host has too many open files: raise its limit (sysctl fs.file-max)",
    errno.ENOMEM: "this process gets too little memory: raise its limit (ulimit -v)",
}
# What the loader of modules says in place of a number.
_OF_THE_LOADER = {
    "Too many open files": errno.EMFILE,
    "Error 24": errno.EMFILE,
    "Cannot allocate memory": errno.ENOMEM,
    "cannot allocate memory": errno.ENOMEM,
    "failed to map segment": errno.ENOMEM,
}


def scarce(error: BaseException | None) -> str:
    """Say what this process is given too little of, if that is why an error came; else nothing."""
    while error is not None:
        number = errno.ENOMEM if isinstance(error, MemoryError) else getattr(error, "errno", None)
        if isinstance(error, ImportError):
            said = str(error)
            number = next((code for what, code in _OF_THE_LOADER.items() if what in said), None)
        if number in _SCARCE:
            return _SCARCE[number]
        error = error.__cause__ or error.__context__
    return ""


def fault(error: Exception) -> str:
    """Name an error by its type and place, for its text may hold anything."""
    if why := scarce(error):
        return why
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = "?"
    if trace is not None:
        file = trace.tb_frame.f_code.co_filename.rpartition("/")[2].strip("<>")
        where = f"{file}:{trace.tb_lineno}"
    kind = type(error).__name__
    if isinstance(error, ImportError) and error.name:
        return f"{error.name} cannot be imported ({kind} at {where}): install it"
    return f"a fault in this plugin, {kind} at {where}; please report it"
