"""Trouble at the token endpoint, or on the way to it: told apart, and always over in time."""

from __future__ import annotations

import os
import socket
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from fakes.authorization import AuthorizationServer, http
from fakes.certificates import Certificates
from fakes.server import (
    Connection,
    Script,
    Server,
    close,
    drip,
    expect,
    flood,
    hang,
    hear,
    reset,
    send,
    start_tls,
)
from servers.certificates import hashed_directory

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.mask import HIDDEN
from check_smtp_auth.net import trust as tls
from check_smtp_auth.observation import Kind
from check_smtp_auth.tokens.client import TokenUnavailable

from .conftest import SECRET, Place

GRANTED = http(200, {"access_token": "abc", "token_type": "Bearer", "expires_in": 3600})
# Names that no test resolves: it is a proxy on loopback that is asked for them.
FAR = "login.example.test"
# A label of 64 octets: the resolver refuses the name without asking anybody.
NOWHERE = f"{'x' * 64}.example.test"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy but those that a test names."""
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)


def describe(place: Place, certificates: Certificates, port: int, **keys: object) -> None:
    """Describe a client of an endpoint on this port."""
    place.describe(
        **{
            "grant": "client-credentials",
            "token_endpoint": f"https://localhost:{port}/token?x=1",
            "scope": "mail",
            "ca_file": certificates.ca_file,
            "client_id": "app",
            "client_secret": SECRET,
            **keys,
        }
    )


def refused(place: Place, certificates: Certificates, *script: object) -> TokenUnavailable:
    """What is said of an endpoint that plays this script, within a second."""
    with Server(list(script)) as server:  # type: ignore[arg-type]
        describe(place, certificates, server.port)
        began = time.monotonic()
        said = place.refused(timeout=1)
        assert time.monotonic() - began < 10  # less than any step of the script
    assert not said.spends
    return said


def test_the_request_on_the_wire(place: Place, certificates: Certificates) -> None:
    """One POST of one form goes out, to the path that was named, under the host's name."""
    with Server([start_tls(certificates.server.file), expect(b"POST"), send(GRANTED)]) as server:
        describe(place, certificates, server.port)
        assert place.obtain().secret.reveal() == b"abc"
        lines = server.lines
        assert server.names == ["localhost"]
    assert lines[0] == b"POST /token?x=1 HTTP/1.1"
    assert f"Host: localhost:{server.port}".encode() in lines
    assert b"Content-Type: application/x-www-form-urlencoded" in lines
    assert b"&client_secret=V8Q~client.secret" in lines[-1]
    assert f"Content-Length: {len(lines[-1])}".encode() in lines


@pytest.mark.parametrize("pause", [0.0, 0.01])
def test_an_answer_in_pieces(place: Place, certificates: Certificates, pause: float) -> None:
    """An answer that comes octet by octet, in chunks, is put together."""
    body = b'4\r\n{"ac\r\n14;x=y\r\ncess_token": "abc"  \r\n1\r\n}\r\n0\r\n\r\n'
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    script: Script = [start_tls(certificates.server.file), expect(b"POST"), drip(answer, pause)]
    with Server(script) as server:
        describe(place, certificates, server.port)
        assert place.obtain().secret.reveal() == b"abc"


def test_nobody_listens(place: Place, certificates: Certificates) -> None:
    """An endpoint that is down refused the connection: that is not the credential's fault."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    describe(place, certificates, port)
    said = place.refused()
    assert (said.kind, said.error, said.spends) == (Kind.REFUSED, "", False)
    assert said.detail.startswith("the token endpoint localhost refused the connection")


def test_a_name_that_is_none(place: Place, certificates: Certificates) -> None:
    """A name without an address is told as trouble with the DNS."""
    describe(place, certificates, 1, token_endpoint=f"https://{NOWHERE}/token")
    said = place.refused()
    assert said.kind == Kind.DNS
    assert said.detail.startswith(f"the token endpoint {NOWHERE} could not be resolved: ")


def test_tls_never_begins(place: Place, certificates: Certificates) -> None:
    """An endpoint that says nothing is given up in time."""
    said = refused(place, certificates, hang)
    assert said.kind == Kind.TIMEOUT
    assert (
        said.detail
        == "the token endpoint localhost did not answer in time: waited for the TLS handshake"
    )


def test_no_answer(place: Place, certificates: Certificates) -> None:
    """An endpoint that takes the form and says nothing is given up in time."""
    said = refused(place, certificates, start_tls(certificates.server.file), hang)
    assert (said.kind, said.detail[-10:]) == (Kind.TIMEOUT, "the answer")


@pytest.mark.parametrize("where", ["TLS", "answer"])
def test_a_drip(place: Place, certificates: Certificates, where: str) -> None:
    """An endpoint that sends an octet now and then gains no time by it."""
    slow = drip(GRANTED * 3, 0.1)
    script = [hear, slow] if where == "TLS" else [start_tls(certificates.server.file), slow]
    assert refused(place, certificates, *script).kind in (Kind.TIMEOUT, Kind.NOT_TLS)


def test_a_flood(place: Place, certificates: Certificates) -> None:
    """An endless answer is cut off."""
    head = send(b"HTTP/1.1 200 OK\r\n\r\n")
    script = (start_tls(certificates.server.file), head, flood(b" " * 16_000))
    said = refused(place, certificates, *script)
    assert said.kind == Kind.TOKEN_ANSWER
    assert said.detail == "the token endpoint localhost answered with more than 64 KiB"


@pytest.mark.parametrize("end", [close, reset])
def test_the_line_is_cut(place: Place, certificates: Certificates, end: object) -> None:
    """A connection that is closed in the middle is told as such."""
    part = (start_tls(certificates.server.file), expect(b"POST"), send(GRANTED[:-5]), end)
    assert refused(place, certificates, *part).kind == Kind.LOST
    assert refused(place, certificates, start_tls(certificates.server.file), end).kind == Kind.LOST


def test_something_else_than_tls(place: Place, certificates: Certificates) -> None:
    """An endpoint that speaks no TLS gets nothing."""
    said = refused(place, certificates, send(b"HTTP/1.1 400 Bad Request\r\n\r\n"), hang)
    assert said.kind == Kind.NOT_TLS
    assert said.detail.startswith("no TLS with the token endpoint localhost: ")


def test_something_else_than_http(place: Place, certificates: Certificates) -> None:
    """What answers in another protocol is no token endpoint."""
    script = (start_tls(certificates.server.file), send(b"220 mail.example.test ESMTP\r\n"))
    said = refused(place, certificates, *script)
    assert (said.kind, said.detail) == (
        Kind.TOKEN_ANSWER,
        "the token endpoint localhost answered with something that is not HTTP",
    )


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, b"<html><title>Sign in</title></html>", "HTTP 200 and a web page"),
        (503, b"<html>Service unavailable</html>", "HTTP 503 and a web page"),
        (302, b"", "a redirect (HTTP 302), which is not followed"),
        (500, b"", "HTTP 500 and nothing else"),
    ],
)
def test_an_answer_that_is_no_oauth(
    place: Place, server: AuthorizationServer, status: int, body: bytes, words: str
) -> None:
    """A web page, a redirect or nothing is told as what it is, and followed nowhere."""
    place.describe_secret(server)
    server.raw = http(status, body, "text/html")
    said = place.refused()
    assert (said.kind, said.status, said.spends) == (Kind.TOKEN_ANSWER, status, False)
    assert said.detail == f"the token endpoint answered with {words}"
    assert server.asked == 1


@pytest.mark.parametrize(
    ("which", "words"),
    [
        ("expired", "certificate has expired"),
        ("other_name", "Hostname mismatch"),
        ("untrusted", "unable to get local issuer certificate"),
    ],
)
def test_a_certificate_that_is_not_right(
    place: Place, certificates: Certificates, which: str, words: str
) -> None:
    """To an endpoint whose certificate is wrong nothing is sent."""
    with Server([start_tls(getattr(certificates, which).file), hang]) as server:
        describe(place, certificates, server.port)
        said = place.refused()
        assert server.lines == []
    assert said.kind == Kind.CERTIFICATE
    assert words in said.detail


@pytest.mark.parametrize("where", ["directory", "bundle"])
def test_the_systems_store(
    place: Place,
    certificates: Certificates,
    server: AuthorizationServer,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    where: str,
) -> None:
    """Without ca-file the system's store decides: its directory, and then its bundle too."""
    place.describe_secret(server, ca_file=None)
    assert place.refused().kind == Kind.CERTIFICATE
    right, other = certificates.ca_file, certificates.other_ca_file
    files = (right, other) if where == "directory" else (other, right)
    directory = hashed_directory(tmp_path / "store", files[0])
    monkeypatch.setattr(tls, "_contexts", {})
    monkeypatch.setattr(tls, "_store", lambda: (str(directory), str(files[1])))
    assert place.obtain().fresh
    assert server.asked == 1


def test_a_ca_file_that_is_none(place: Place, server: AuthorizationServer) -> None:
    """A trust that cannot be used is a fault on our side, named by the description's key."""
    place.describe_secret(server, ca_file="absent.pem")
    with pytest.raises(Misconfigured, match=r"^--oauth ca-file: no such file or directory$"):
        place.obtain()
    place.describe_secret(server, ca_file=place.write("empty.pem", ""))
    with pytest.raises(
        Misconfigured, match=r"^--oauth ca-file: does not contain a certificate in PEM format$"
    ):
        place.obtain()


def test_plain_http_on_this_machine(place: Place, certificates: Certificates) -> None:
    """A helper on loopback, such as a local token broker, may speak HTTP without TLS."""
    with Server([expect(b"POST"), send(GRANTED)]) as server:
        describe(place, certificates, server.port)
        place.describe(
            grant="client-credentials",
            token_endpoint=f"http://127.0.0.1:{server.port}",
            scope="mail",
            client_id="app",
            client_secret=SECRET,
        )
        assert place.obtain().secret.reveal() == b"abc"
        assert server.lines[0] == b"POST / HTTP/1.1"


class Proxy:
    """A proxy that takes everybody to one port of loopback, whatever was asked for."""

    def __init__(self, port: int, answer: bytes) -> None:
        """Listen on a free port."""
        self.port, self.answer = port, answer
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.asked: list[bytes] = []

    @property
    def place(self) -> str:
        """Where it is."""
        return f"127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Serve one client."""
        client, _ = self.listener.accept()
        client.settimeout(20)
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += client.recv(1) or b"\r\n\r\n"
        self.asked += head.split(b"\r\n")
        client.sendall(self.answer)
        if b" 200 " not in self.answer:
            client.close()
            return
        there = socket.create_connection(("127.0.0.1", self.port))
        back = threading.Thread(target=carry, args=(there, client), daemon=True)
        back.start()
        carry(client, there)
        back.join(10)
        for end in (client, there):
            end.close()


def carry(source: socket.socket, target: socket.socket) -> None:
    """Carry octets one way until the end."""
    try:
        while data := source.recv(4096):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


@contextmanager
def proxy(port: int, answer: bytes = b"HTTP/1.1 200 Connected\r\n\r\n") -> Iterator[Proxy]:
    """Run a proxy for one client."""
    made = Proxy(port, answer)
    thread = threading.Thread(target=made.serve, daemon=True)
    thread.start()
    yield made
    made.listener.close()
    thread.join(10)


def far_server(certificates: Certificates) -> Server:
    """An endpoint under a name that is not this machine's."""
    certificate = certificates.issue("far", FAR)
    return Server([start_tls(certificate.file), expect(b"POST"), send(GRANTED), hang])


def describe_far(place: Place, certificates: Certificates) -> None:
    """Describe a client of that endpoint."""
    describe(place, certificates, 1, token_endpoint=f"https://{FAR}/token")


@pytest.mark.parametrize(
    ("variable", "form", "shown"),
    [
        ("https_proxy", "http://{}", None),
        ("HTTPS_PROXY", "{}", None),
        ("all_proxy", "http://{}/", None),
        ("https_proxy", "http://user:p%40ss@{}", b"Proxy-Authorization: Basic dXNlcjpwQHNz"),
    ],
)
def test_through_a_proxy(
    place: Place,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    form: str,
    shown: bytes | None,
) -> None:
    """Where the environment names a proxy, it takes us there, and TLS is with the endpoint."""
    with far_server(certificates) as server, proxy(server.port) as way:
        monkeypatch.setenv(variable, form.format(way.place))
        describe_far(place, certificates)
        assert place.obtain().secret.reveal() == b"abc"
        assert server.names == [FAR]
        assert way.asked[0] == b"CONNECT login.example.test:443 HTTP/1.1"
        assert [line for line in way.asked if line.startswith(b"Proxy-")] == [shown] * bool(shown)


def test_a_proxy_that_refuses(
    place: Place, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy's refusal is told as the proxy's."""
    answer = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 9\r\n\r\nforbidden"
    with proxy(0, answer) as way:
        monkeypatch.setenv("https_proxy", f"http://{way.place}")
        describe_far(place, certificates)
        said = place.refused()
    assert said.kind == Kind.REFUSED
    assert said.detail == (
        "the proxy 127.0.0.1 refused the connection: HTTP 407 Proxy Authentication Required"
    )


CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
MANY = "answered with more than 8 interim answers"


@pytest.mark.parametrize("count", [1, 3])
def test_interim_answers(
    place: Place, certificates: Certificates, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Interim answers, from the proxy and from the endpoint, do not hold anything up."""
    certificate = certificates.issue("far", FAR).file
    script = [start_tls(certificate), expect(b"POST"), send(count * CONTINUE + GRANTED), hang]
    go = count * CONTINUE + b"HTTP/1.1 200 Connected\r\n\r\n"
    with Server(script) as server, proxy(server.port, go) as way:
        monkeypatch.setenv("https_proxy", f"http://{way.place}")
        describe_far(place, certificates)
        assert place.obtain().secret.reveal() == b"abc"


def test_endless_interim_answers(
    place: Place, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Interim answers without end are told at once: whose they are, and what they are."""
    script = (start_tls(certificates.server.file), expect(b"POST"), send(1_200 * CONTINUE), hang)
    said = refused(place, certificates, *script)
    assert (said.kind, said.detail) == (Kind.TOKEN_ANSWER, f"the token endpoint localhost {MANY}")
    with proxy(0, 1_200 * CONTINUE) as way:
        monkeypatch.setenv("https_proxy", f"http://{way.place}")
        describe_far(place, certificates)
        assert place.refused().detail == f"the proxy 127.0.0.1 {MANY}"


@pytest.mark.parametrize("password", ["hunter2-Wort", "p@ss word/9", "pässwört"])
@pytest.mark.parametrize("form", ["{plain}", "no {encoded} here", "for {basic}", "{cut}{plain}"])
def test_a_proxys_password_is_hidden(
    place: Place,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    password: str,
    form: str,
) -> None:
    """What a proxy repeats of its password, plain or as it was sent, is not shown."""
    basic = b64encode(f"user:{password}".encode()).decode()
    encoded = quote(password, safe="")
    words = form.format(plain=password, encoded=encoded, basic=basic, cut="x" * 55)
    with proxy(0, f"HTTP/1.1 407 {words}\r\n\r\n".encode()) as way:
        monkeypatch.setenv("https_proxy", f"http://user:{encoded}@{way.place}")
        describe_far(place, certificates)
        said = place.refused().detail
    assert said.startswith("the proxy 127.0.0.1 refused the connection: HTTP 407 ")
    assert HIDDEN in said
    for piece in (password[:5], encoded[:5], basic[8:14], password.encode().decode("latin-1")[:5]):
        assert piece not in said


def test_a_proxy_in_odd_octets(
    place: Place, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy whose URL is not in UTF-8 is named as a fault of the environment."""
    monkeypatch.setenv("https_proxy", "http://user:p\udcff@127.0.0.1:1")
    describe_far(place, certificates)
    with pytest.raises(
        Misconfigured, match=r"^https_proxy in the environment: must be an http:// proxy"
    ):
        place.obtain()


@pytest.mark.parametrize(
    "phrase",
    [
        "no hunter2-xyz",
        "HUNTER2-XYZ?",
        "Basic dXNlcjpodW50ZXIyLXh5eg==",
        "user:hunter2-xyz",
        "er2-xy",
    ],
)
def test_a_proxy_does_not_show_its_password(
    place: Place, certificates: Certificates, monkeypatch: pytest.MonkeyPatch, phrase: str
) -> None:
    """What a proxy repeats of the password for it is hidden."""
    answer = f"HTTP/1.1 407 {phrase}\r\nContent-Length: 0\r\n\r\n".encode()
    with proxy(0, answer) as way:
        monkeypatch.setenv("https_proxy", f"http://user:hunter2-xyz@{way.place}")
        describe_far(place, certificates)
        said = place.refused()
    assert said.detail == f"the proxy 127.0.0.1 refused the connection: HTTP 407 {HIDDEN}"


def test_exceptions_from_the_proxy(
    place: Place, server: AuthorizationServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither this machine nor what no_proxy names is asked for through a proxy."""
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")
    place.describe_secret(server)
    assert place.obtain().fresh
    monkeypatch.setenv("no_proxy", "example.test")
    place.describe_secret(server, token_endpoint=f"https://{NOWHERE}/token")
    assert place.refused().detail.startswith(f"the token endpoint {NOWHERE} could not be resolved")


@pytest.mark.parametrize(
    "url", ["socks5://127.0.0.1:1080", "https://p.example.test", "http://:x", "http://.p.test"]
)
def test_a_proxy_of_another_sort(
    place: Place, certificates: Certificates, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """A proxy that we cannot use is named as a fault of the environment."""
    monkeypatch.setenv("https_proxy", url)
    describe_far(place, certificates)
    with pytest.raises(
        Misconfigured, match=r"^https_proxy in the environment: must be an http:// proxy"
    ):
        place.obtain()


def test_nothing_stays_open(place: Place, certificates: Certificates) -> None:
    """After whatever trouble no socket is left behind."""
    before = len(os.listdir("/proc/self/fd"))
    gone = threading.Event()

    def leave(connection: Connection) -> None:
        try:
            while connection.wire.recv(4096):
                pass
        except OSError:
            pass
        gone.set()

    with Server([leave]) as server:
        describe(place, certificates, server.port)
        place.refused(timeout=0.3)
        assert gone.wait(10)
    # What the background's own thread keeps, at the most.
    assert len(os.listdir("/proc/self/fd")) <= before + 1
