"""Fetching pip: a password for the package index is shown to nobody who is not that index."""

from __future__ import annotations

import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import environment

SCRIPT = Path(__file__).parent.parent / "contrib" / "dev" / "fetch_pip.py"
WHEEL = "pip-25.3-py3-none-any.whl"


@contextmanager
def index(certificate: Path | None) -> Iterator[tuple[int, list[str | None]]]:
    """An index on this machine: its port, and the credentials that it was shown."""
    shown: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shown.append(self.headers["Authorization"])
            self.send_response(200)
            self.end_headers()
            self.wfile.write(f'<a href="{WHEEL}">pip</a>'.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Quiet(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_address[1], shown
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fetch(tmp_path: Path, url: str, **variables: str) -> str:
    """Fetch from an index, which has another file; return what is said."""
    env = environment(PIP_INDEX_URL=url, no_proxy="*", **variables)
    command = [sys.executable, str(SCRIPT), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, env=env, text=True)
    assert done.returncode == 1
    assert "hunter2" not in done.stdout + done.stderr
    return done.stderr


OTHER_FILE = "what the package index gives as pip is another file\n"


def test_without_a_password_it_does_not_matter_who_answers(
    tmp_path: Path, certificates: Certificates
) -> None:
    """An index that cannot be verified is asked: the wheel's hash is known."""
    with index(certificates.server.file) as (port, shown):
        assert fetch(tmp_path, f"https://localhost:{port}/simple") == OTHER_FILE
    assert shown == [None, None]


def test_a_password_goes_to_a_verified_index(tmp_path: Path, certificates: Certificates) -> None:
    """With the certificate verified by $PIP_CERT, the index gets the password."""
    with index(certificates.server.file) as (port, shown):
        url = f"https://user:hunter2@localhost:{port}/simple"
        assert fetch(tmp_path, url, PIP_CERT=str(certificates.ca_file)) == OTHER_FILE
    assert shown[0] == "Basic dXNlcjpodW50ZXIy"


@pytest.mark.parametrize("tls", [True, False])
def test_a_password_goes_to_nobody_else(
    tmp_path: Path, certificates: Certificates, tls: bool
) -> None:
    """Where the certificate cannot be verified, or there is no TLS, nothing is sent."""
    with index(certificates.server.file if tls else None) as (port, shown):
        scheme = "https" if tls else "http"
        said = fetch(tmp_path, f"{scheme}://user:hunter2@localhost:{port}/simple")
    assert shown == []
    assert said.startswith("pip cannot be fetched from the package index: ")


@pytest.mark.parametrize(
    "url",
    [
        "https://user:hunter2/simple",
        "https://user:hunter2@local host/simple",
        "https://user:hunter2@localhost:x/simple",
        "https://user:hunter2@[localhost/simple",
        "user:hunter2@localhost/simple",
    ],
)
def test_a_url_that_is_none_is_told_without_it(tmp_path: Path, url: str) -> None:
    """A URL with a password in the wrong place is not shown by what Python says of it."""
    said = fetch(tmp_path, url)
    assert said.startswith("pip cannot be fetched from the package index: ")
    assert said.count("\n") == 1
    assert ": str\n" not in said
