"""Which certificates are trusted, and how strictly TLS is held to its rules.

Strictness is set here in full, so that it is the same on every Python: at least TLS 1.2,
one list of ciphers, host names by subjectAltName alone, a chain that may end at any
certificate in the store (PARTIAL_CHAIN), and no refusal for formal faults (not STRICT),
which become notices.

**Files.** Trusted certificates may be on a file system that does not answer. So they are read
aside, and if the time is up, the error names what was being read.

**The system's store.** Reading the bundle of all root certificates takes longer than the
rest of a check, whereas a directory of certificates named by their hash costs nothing
until a chain needs one. So if there is such a directory it is used alone; a chain that fails
with it is tried again with directory and bundle, so that the verdict is the same.
"""

from __future__ import annotations

import os
import ssl
import stat

from ..accounts import Misconfigured, Trust
from .background import Job, background
from .local import whoami
from .loop import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, TypeVar

    from .loop import Steps

    T = TypeVar("T")

# Python's own choice since 3.10; older ones, and distributions, differ.
CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"
TRUSTED_FIRST, PARTIAL_CHAIN = 0x8000, 0x80000
# OpenSSL's X509_V_ERR_*: a chain for which a certificate may be missing from the store.
MISSING_ISSUER_CODES = (2, 18, 19, 20, 21)

_contexts: dict[tuple[Trust, bool], ssl.SSLContext] = {}
_under_way: dict[tuple[Trust, bool], _Making] = {}


def context(trust: Trust, until: float, whole_store: bool = False) -> Steps[ssl.SSLContext]:
    """Return the context for a trust, made once and shared by all its connections.

    ``whole_store`` asks for the system's bundle as well as its directory. Raises Misconfigured
    for a file that cannot be used, or is not read by ``until`` (monotonic).
    """
    key = (trust, whole_store)
    made = _contexts.get(key)
    if made is None:
        making = _under_way.get(key) or _Making(trust, whole_store)
        _under_way[key] = making
        try:
            made = _contexts[key] = yield from making.job.outcome(until)
        except Broken:
            raise Misconfigured(f"{making.reading} did not answer in time") from None
        finally:
            _under_way.pop(key, None)
    return made


def verifies_aside(made: ssl.SSLContext) -> bool:
    """Tell whether OpenSSL may look for an authority in a directory that the user named: that may
    hang.
    """
    return hasattr(made, "verifies_aside")


def verified_aside(operation: Callable[[], T], until: float) -> Steps[T]:
    """Take a step of a handshake aside; raises Misconfigured if it hangs."""
    try:
        return (yield from background(operation, until))
    except Broken:
        raise Misconfigured("the directory of --ca-path did not answer in time") from None


def may_lack(trust: Trust, code: int | None) -> bool:
    """Tell whether the whole system store might verify what has failed with a part of it."""
    own = trust.ca_file or trust.ca_path or trust.insecure
    return not own and code in MISSING_ISSUER_CODES and _store()[0] is not None


def _strict(minimum: str) -> ssl.SSLContext:
    """Return a context that trusts nobody yet."""
    try:
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except ssl.SSLError as error:
        from ..faults import require_resources

        require_resources(error)
        raise Misconfigured(
            "OpenSSL on this host cannot be used for TLS: check its configuration (openssl.cnf, "
            "OPENSSL_CONF), and with it its providers"
        ) from None
    made.minimum_version = ssl.TLSVersion.TLSv1_3 if minimum == "1.3" else ssl.TLSVersion.TLSv1_2
    if getattr(ssl, "_DEFAULT_CIPHERS", "") != CIPHERS:  # setting them is slow
        made.set_ciphers(CIPHERS)
    made.verify_flags = TRUSTED_FIRST | PARTIAL_CHAIN  # type: ignore[assignment]
    made.hostname_checks_common_name = False
    return made


class _Making:
    """The making of a context, which may hang at any file; ``reading`` names the present one."""

    def __init__(self, trust: Trust, whole_store: bool) -> None:
        """Nothing is read yet; ``job`` reads, once for all who want the context."""
        self.trust = trust
        self.whole_store = whole_store
        self.made = _strict(trust.minimum)
        self.reading = "the file of --ca-file"
        self.job = Job(self._read)

    def _read(self) -> ssl.SSLContext:
        """Read the files, and return the context."""
        trust, made = self.trust, self.made
        if trust.client_cert:
            from .client_certificate import load  # for those who have one

            load(made, trust.client_cert, trust.client_key, self._name)
        if trust.insecure:
            made.check_hostname = False
            made.verify_mode = ssl.CERT_NONE
        elif trust.ca_file or trust.ca_path:
            self._load_own(made)
        else:
            self._load_system(made)
        return made

    def _name(self, option: str) -> None:
        """Note that an option's file is being read."""
        self.reading = f"the file of {option}"

    def _look(self, option: str, path: str) -> None:
        """Check that a file can be read, so that an error is about the right one.

        A pipe is refused: reading one that nobody writes to would never end.
        """
        self._name(option)
        try:
            mode = os.stat(path).st_mode
            if stat.S_ISDIR(mode):
                raise Misconfigured(f"{option}: a directory, not a file")
            if not stat.S_ISREG(mode):
                raise Misconfigured(f"{option}: not a regular file")
            with open(path, "rb") as file:
                file.read(1)
        except OSError as error:
            raise _unreadable(option, self.reading, path, error) from None

    def _load_own(self, made: ssl.SSLContext) -> None:
        """Trust the files that the user named."""
        file, directory = self.trust.ca_file, self.trust.ca_path
        if file:
            self._look("--ca-file", file)
        if directory:
            self.reading = "the directory of --ca-path"
            try:
                if not stat.S_ISDIR(os.stat(directory).st_mode):
                    raise Misconfigured("--ca-path: not a directory")
            except OSError as error:
                raise _unreadable("--ca-path", self.reading, directory, error) from None
            if not file and not _is_hashed(directory, otherwise=True):
                raise Misconfigured(
                    "--ca-path: no file in the directory has a hashed name, by which OpenSSL finds "
                    "certificates: run openssl rehash on the directory"
                )
            made.verifies_aside = True  # type: ignore[attr-defined]
        try:
            made.load_verify_locations(file, directory)
        except OSError as error:  # of which SSLError is one
            option = "--ca-file" if file else "--ca-path"
            what = "does not contain a certificate in PEM format"
            raise _unusable(option, error, what) from None

    def _load_system(self, made: ssl.SSLContext) -> None:
        """Trust what the system trusts."""
        self.reading = "the system's certificate store"
        directory, file = _store()
        if directory is not None:
            made.load_verify_locations(capath=directory)
        chosen = ssl.get_default_verify_paths().openssl_cafile_env in os.environ
        if file is not None and (self.whole_store or chosen or directory is None):
            try:
                made.load_verify_locations(cafile=file)
            except OSError as error:  # no such store: the chain will not verify
                from ..faults import require_resources

                require_resources(error)


def _unreadable(option: str, where: str, path: str, error: OSError) -> Misconfigured:
    """Say why a file or directory cannot be read."""
    from ..faults import of_file
    from ..placeholders import ONLY_A_SHELL, is_for_a_shell  # none of this where all is in order

    if isinstance(error, PermissionError):
        return Misconfigured(f"{where} cannot be read by {whoami()}")
    for_a_shell = isinstance(error, FileNotFoundError) and is_for_a_shell(path)
    return Misconfigured(f"{option}: {of_file(error)}{f': {ONLY_A_SHELL}' if for_a_shell else ''}")


def _unusable(option: str, error: OSError, what: str) -> Misconfigured:
    """Say what is wrong with an option's file, or what this process lacks to read it."""
    from ..faults import require_resources, scarce

    lacking = scarce(error)
    if not lacking:
        require_resources(error)
    return Misconfigured(f"{option}: {lacking or what}")


def _store() -> tuple[str | None, str | None]:
    """Return the system's hashed directory and its bundle file, None if there is none.

    SSL_CERT_DIR and SSL_CERT_FILE come first, as with OpenSSL itself.
    """
    paths = ssl.get_default_verify_paths()
    directories = os.environ.get(paths.openssl_capath_env) or paths.openssl_capath
    file = os.environ.get(paths.openssl_cafile_env) or paths.openssl_cafile
    hashed = any(map(_is_hashed, directories.split(os.pathsep)))
    return directories if hashed else None, file if os.path.exists(file) else None


def _is_hashed(directory: str, otherwise: bool = False) -> bool:
    """Tell whether a directory contains a certificate under the name that OpenSSL looks for;
    ``otherwise`` if it cannot be listed.
    """
    try:
        with os.scandir(directory) as entries:
            return any(len(entry.name) == 10 and entry.name.endswith(".0") for entry in entries)
    except OSError:
        return otherwise
