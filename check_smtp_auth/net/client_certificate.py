"""Our own certificate, shown to servers that ask for one, and its private key."""

from __future__ import annotations

import os
import stat

from ..accounts import Misconfigured
from ..faults import scarce
from ..private_file import opened, read_all, require_private

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Callable

    Parts = tuple[bytes, ...]

# How a private key or a certificate in PEM form begins (RFC 7468), after the words for its kind.
KEY, CERTIFICATE = b"PRIVATE KEY-----", b"CERTIFICATE-----"
PARTS = {KEY: "a private key", CERTIFICATE: "a certificate"}
LARGEST = 1 << 20


def load(made: ssl.SSLContext, cert: str, key: str | None, reading: Callable[[str], None]) -> None:
    """Have a context show a certificate; raises Misconfigured.

    ``reading`` is told the option whose file is being read. OpenSSL opens files itself, so it is
    given paths that lead to the descriptors of those that were checked.
    """

    def no_password() -> str:
        raise Misconfigured("--client-key: encrypted; give a key without a passphrase")

    given: list[tuple[str, str, Parts]] = [("--client-cert", cert, (CERTIFICATE, KEY))]
    if key:
        given = [("--client-key", key, (KEY,)), ("--client-cert", cert, (CERTIFICATE,))]
    files: list[int] = []
    try:
        for option, path, wants in given:
            reading(option)
            files.append(_judged(option, path, wants))
        paths = [_path_of(file, path) for file, (_, path, _) in zip(files, given)]
        made.load_cert_chain(paths[-1], paths[0], no_password)
    except OSError as error:  # of which SSLError is one
        what = "the certificate and the key do not belong together, or one of them is broken"
        raise Misconfigured(f"--client-cert: {scarce(error) or what}") from None
    finally:
        for file in files:
            os.close(file)


def _judged(option: str, path: str, wants: Parts) -> int:
    """Return the descriptor of a file that contains what is wanted; raises Misconfigured if it does
    not, or if it has a key and is not private.
    """
    file, status = opened(path, option, guarded=True)
    try:
        if not stat.S_ISREG(status.st_mode):
            raise Misconfigured(f"{option}: not a regular file")
        octets = read_all(file, LARGEST)
        if KEY in octets:
            require_private(path, status, option)
        lacking = next((each for each in wants if each not in octets), None)
        if lacking:
            raise Misconfigured(f"{option}: does not contain {PARTS[lacking]} in PEM format")
    except BaseException:
        os.close(file)
        raise
    return file


def _path_of(file: int, path: str) -> str:
    """Return a path to an open file by its descriptor; its own path if the system has no such."""
    through = f"/dev/fd/{file}"
    return through if os.path.exists(through) else path
