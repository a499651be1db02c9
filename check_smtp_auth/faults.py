"""A fault of our own, in words that say where it is and quote nothing. Pure."""

from __future__ import annotations


def fault(error: Exception) -> str:
    """Name an error by its type and place, for its text may hold anything."""
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
