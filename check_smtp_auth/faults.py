"""Errors of our own, in words that say where they are and quote nothing; and errors that are not
ours, because the host gives this process too little. Pure.
"""

from __future__ import annotations

import errno

# What is scarce, by the error's number.
_SCARCE = {
    errno.EMFILE: "this process may open too few files: raise its limit (ulimit -n)",
    errno.ENFILE: "this host has too many open files: raise its limit (sysctl fs.file-max)",
    errno.ENOMEM: "this process gets too little memory: raise its limit (ulimit -v)",
    errno.ENOBUFS: "this host has no memory left for network connections",
}
# With less memory than this, in octets, an error may come as any other one. And OpenSSL's code for
# one that does (X509_V_ERR_OUT_OF_MEM).
ENOUGH, OUT_OF_MEMORY = 4 << 20, 17
# What the loader of modules says instead of an error number.
_OF_THE_LOADER = {
    "Too many open files": errno.EMFILE,
    "Error 24": errno.EMFILE,
    "Cannot allocate memory": errno.ENOMEM,
    "cannot allocate memory": errno.ENOMEM,
    "failed to map segment": errno.ENOMEM,
}


def scarce(error: BaseException | None) -> str:
    """Say what this process has too little of, if that caused the error; else ""."""
    while error is not None:
        # The interpreter does not always report what it lacked: then it raises a SystemError.
        of_memory = isinstance(error, (MemoryError, SystemError))
        of_memory = of_memory or getattr(error, "reason", "") == "MALLOC_FAILURE"
        of_memory = of_memory or "malloc failure" in str(error)  # if Python has no name for it
        number = errno.ENOMEM if of_memory else getattr(error, "errno", None)
        if isinstance(error, ImportError):
            said = str(error)
            number = next((code for what, code in _OF_THE_LOADER.items() if what in said), None)
        if number in _SCARCE:
            return _SCARCE[number]
        error = error.__cause__ or error.__context__
    return ""


def of_file(error: OSError) -> str:
    """Return the system's reason for refusing a file, in lower case, to continue a sentence."""
    if error.errno == errno.EIO:
        return "the disk fails (input/output error)"
    return scarce(error) or (error.strerror or "unreadable").lower()


def require_resources(error: Exception) -> None:
    """Raise an error again if it is due to what this process has too little of, and MemoryError if
    it may be: an authority that OpenSSL has no memory to read is to it one that is not there.
    """
    if scarce(error):
        raise error
    if getattr(error, "verify_code", 0) == OUT_OF_MEMORY:
        raise MemoryError
    _ = bytes(ENOUGH)


def fault(error: Exception) -> str:
    """Name an error by its type and place, since its text may contain anything."""
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
