"""Which certificates are trusted, and how strictly TLS is held to its rules.

Strictness is set here in full, so that it is the same on every Python: at least TLS 1.2,
one list of ciphers, host names by subjectAltName alone, a chain that may end at any
certificate in the store (PARTIAL_CHAIN), and no refusal for formal faults (not STRICT),
which become notices.

**The system's store.** Reading the bundle of all root certificates takes longer than the
rest of a check, whereas a directory of certificates named by their hash costs nothing
until a chain needs one. So where there is such a directory it is used alone; a chain that
fails by it is tried again with directory and bundle, so that the verdict is the same.
"""

from __future__ import annotations

import os
import ssl
import sys

from ..accounts import Misconfigured, Trust
from .handshake import keep_certificate
from .local import whoami

# Python's own choice since 3.10; older ones, and distributions, differ.
CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"
TRUSTED_FIRST, PARTIAL_CHAIN = 0x8000, 0x80000
# OpenSSL's X509_V_ERR_*: a chain for which a certificate may be missing from the store.
MISSING_ISSUER_CODES = (2, 18, 19, 20, 21)

_contexts: dict[tuple[Trust, bool], ssl.SSLContext] = {}


def context(trust: Trust, whole_store: bool = False) -> ssl.SSLContext:
    """Return the context for a trust, made once and shared by all its connections.

    ``whole_store`` asks for the system's bundle as well as its directory. Raises
    Misconfigured for a file that cannot be used.
    """
    key = (trust, whole_store)
    if key not in _contexts:
        _contexts[key] = _make(trust, whole_store)
    return _contexts[key]


def may_lack(trust: Trust, code: int | None) -> bool:
    """Tell whether the whole of the system's store might verify what just failed."""
    own = trust.ca_file or trust.ca_path or trust.insecure
    return not own and code in MISSING_ISSUER_CODES and _store()[0] is not None


def _make(trust: Trust, whole_store: bool) -> ssl.SSLContext:
    """Make a context."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = (
        ssl.TLSVersion.TLSv1_3 if trust.minimum == "1.3" else ssl.TLSVersion.TLSv1_2
    )
    made.set_ciphers(CIPHERS)
    made.verify_flags = TRUSTED_FIRST | PARTIAL_CHAIN  # type: ignore[assignment]
    made.hostname_checks_common_name = False
    if sys.version_info < (3, 10):
        keep_certificate(made)
    if trust.client_cert:
        _load_client_certificate(made, trust.client_cert, trust.client_key)
    if trust.insecure:
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
    elif trust.ca_file or trust.ca_path:
        _load_own(made, trust)
    else:
        _load_system(made, whole_store)
    return made


def _require_file(option: str, path: str) -> None:
    """Refuse what is no file: reading a pipe that nobody writes to would never end."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise Misconfigured(f"{option}: not a file")


def _load_own(made: ssl.SSLContext, trust: Trust) -> None:
    """Trust the files that the user named."""
    option = "--ca-file" if trust.ca_file else "--ca-path"
    if trust.ca_file:
        _require_file("--ca-file", trust.ca_file)
    if trust.ca_path and not os.path.isdir(trust.ca_path):
        raise Misconfigured("--ca-path: no such directory, or not readable by us")
    try:
        made.load_verify_locations(trust.ca_file, trust.ca_path)
    except ssl.SSLError:
        raise Misconfigured(f"{option}: no certificate in PEM form in it") from None
    except PermissionError:
        raise Misconfigured(f"{option}: cannot be read by {whoami()}") from None
    except OSError as error:
        raise Misconfigured(f"{option}: {error.strerror or 'unreadable'}") from None


def _load_client_certificate(made: ssl.SSLContext, cert: str, key: str | None) -> None:
    """Show this certificate to servers that ask for one."""

    def no_password() -> str:
        raise Misconfigured("--client-key: encrypted; give a key without a passphrase")

    _require_file("--client-cert", cert)
    if key:
        _require_file("--client-key", key)
    try:
        made.load_cert_chain(cert, key, no_password)
    except ssl.SSLError:
        raise Misconfigured(
            "--client-cert: no certificate and matching key in PEM form in it"
        ) from None
    except PermissionError:
        raise Misconfigured(f"--client-cert: cannot be read by {whoami()}") from None
    except OSError as error:
        raise Misconfigured(f"--client-cert: {error.strerror or 'unreadable'}") from None


def _load_system(made: ssl.SSLContext, whole_store: bool) -> None:
    """Trust what the system trusts."""
    directory, file = _store()
    if directory is not None:
        made.load_verify_locations(capath=directory)
    chosen = ssl.get_default_verify_paths().openssl_cafile_env in os.environ
    if file is not None and (whole_store or chosen or directory is None):
        try:
            made.load_verify_locations(cafile=file)
        except (OSError, ssl.SSLError):  # no such store: the chain will not verify
            pass


def _store() -> tuple[str | None, str | None]:
    """The system's hashed directory and its bundle file, None where there is none.

    SSL_CERT_DIR and SSL_CERT_FILE come first, as with OpenSSL itself.
    """
    paths = ssl.get_default_verify_paths()
    directories = os.environ.get(paths.openssl_capath_env) or paths.openssl_capath
    file = os.environ.get(paths.openssl_cafile_env) or paths.openssl_cafile
    hashed = any(map(_is_hashed, directories.split(os.pathsep)))
    return directories if hashed else None, file if os.path.exists(file) else None


def _is_hashed(directory: str) -> bool:
    """Tell whether a directory holds a certificate named as OpenSSL looks for it."""
    try:
        with os.scandir(directory) as entries:
            return any(len(entry.name) == 10 and entry.name.endswith(".0") for entry in entries)
    except OSError:
        return False
