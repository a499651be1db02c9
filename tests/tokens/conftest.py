"""An OAuth client in a directory of its own, and an authorization server that knows it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.authorization import AuthorizationServer
from fakes.certificates import Certificates

from check_smtp_auth.net.loop import run_one
from check_smtp_auth.tokens import description
from check_smtp_auth.tokens import fetch as tokens
from check_smtp_auth.tokens.client import Client, TokenUnavailable

SECRET = "V8Q~client.secret"
REFRESH = "0.first-refresh-token"
USER = "finance@example.test"


class Place:
    """The files of one OAuth client, and what comes of using them."""

    def __init__(self, directory: Path) -> None:
        """Make the directory."""
        self.directory = directory
        self.directory.mkdir()
        self.file = directory / "oauth.ini"
        self.state = directory / "state"
        self.refresh_file = directory / "refresh"
        self.now = float(int(time.time()))

    def write(self, name: str, text: str, mode: int = 0o600) -> Path:
        """Write a file."""
        file = self.directory / name
        file.touch(mode)
        file.chmod(mode)
        file.write_text(text)
        return file

    def describe(self, **keys: object) -> None:
        """Write the description; a key's underscores are dashes, and None leaves it out."""
        lines = [f"{k.replace('_', '-')} = {v}" for k, v in keys.items() if v is not None]
        self.write("oauth.ini", "\n".join(["[oauth]", *lines, ""]))

    def describe_secret(self, server: AuthorizationServer, **keys: object) -> None:
        """Describe a client with a secret that the server knows."""
        server.register("app", SECRET)
        self.write("secret", f"{SECRET}\n")
        self.describe(
            **{
                "grant": "client-credentials",
                "token_endpoint": server.url,
                "scope": "mail",
                "ca_file": server.ca_file,
                "client_id": "app",
                "client_secret_file": "secret",
                **keys,
            }
        )

    def describe_refresh(self, server: AuthorizationServer, **keys: object) -> None:
        """Describe a public client with a refresh token that the server knows."""
        server.register("app")
        server.give(REFRESH, "app")
        self.write("refresh", f"{REFRESH}\n")
        defaults = {"grant": "refresh-token", "refresh_token_file": "refresh"}
        self.describe_secret(server, **{"client_secret_file": None, **defaults, **keys})
        server.register("app")

    def client(self) -> Client:
        """Read the description."""
        return run_one(description.read(str(self.file), time.monotonic() + 5))

    def obtain(
        self, user: str | None = USER, timeout: float = 10, permit: tokens.Permit | None = None
    ) -> tokens.Token:
        """Read the description and get a token, at the time ``now``."""
        until = time.monotonic() + timeout
        return run_one(
            tokens.obtain(
                self.client(),
                user,
                str(self.state),
                until,
                time_of_day=lambda: self.now,
                permit=permit,
            )
        )

    def refused(self, timeout: float = 10) -> TokenUnavailable:
        """What is said where no token can be got."""
        with pytest.raises(TokenUnavailable) as caught:
            self.obtain(timeout=timeout)
        return caught.value


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty directory for a client."""
    return Place(tmp_path / "client")


@pytest.fixture
def server(certificates: Certificates) -> Iterator[AuthorizationServer]:
    """An authorization server that knows nobody."""
    with AuthorizationServer(certificates.server.file, certificates.ca_file) as running:
        yield running
