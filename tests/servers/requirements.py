"""What to do when a server is not installed: skip the test, with a hint what to install."""

from __future__ import annotations

import os
from importlib.util import find_spec

import pytest

from . import dovecot
from .process import EXIM, missing, program

DOVECOT = ("dovecot", "dovecot-submission")
KERBEROS = ("dovecot-gssapi", "kdc", "kinit")
CYRUS = ("saslpasswd2", "sasl-mechanisms", "sasldb")


def require(*components: str, root: bool = False) -> None:
    """Skip the test unless these components can be used."""
    lacking = []
    packages = missing(*components)
    if packages:
        lacking.append("install the Debian packages " + " ".join(packages))
    elif "dovecot" in components and not dovecot.version().startswith(("2.3.", "2.4.")):
        lacking.append("the configuration is for Dovecot 2.3 and 2.4, here is " + dovecot.version())
    if root and os.geteuid() != 0:
        lacking.append("run as root: Postfix needs it")
    if lacking:
        pytest.skip("; ".join(lacking))


def require_exim() -> None:
    """Skip the test without an Exim, or without the right to run it."""
    if os.geteuid() != 0 or program("exim4") is None:
        pytest.skip(f"as root, contrib/dev/exim {EXIM}")


def require_gssapi() -> None:
    """Skip the test without the Python package for Kerberos."""
    if find_spec("gssapi") is None:
        pytest.skip("pip install gssapi (it needs the packages libkrb5-dev and python3-dev)")
