"""Kerberos tickets that are kept in files: their contents, by which a change is noticed, and
whether they are private.
"""

from __future__ import annotations

import os

from ..accounts import Misconfigured
from ..parents import unsafe_parent
from ..private_file import opened, read_all

# Prefixes by which Kerberos says that a name is that of a file or a folder.
KINDS = ("FILE:", "WRFILE:", "DIR::", "DIR:")


def read() -> bytes:
    """Return what is in the ticket cache and the client keytab, if they are files; raises
    Misconfigured if the cache is not private. Guarding keytabs is left to the administrator.
    """
    octets = b""
    for name in ("KRB5CCNAME", "KRB5_CLIENT_KTNAME"):
        path = os.environ.get(name, f"/tmp/krb5cc_{os.geteuid()}" if name == "KRB5CCNAME" else "")
        kind = next((kind for kind in KINDS if path.startswith(kind)), "")
        path = path[len(kind) :]
        if os.path.isfile(path):
            file, _ = opened(path, name, guarded=name != "KRB5CCNAME")
            try:
                octets += read_all(file)
            finally:
                os.close(file)
        elif os.path.isdir(path) and unsafe_parent(f"{path}/tickets"):
            raise Misconfigured(f"{name}: {unsafe_parent(f'{path}/tickets')}")
    return octets
