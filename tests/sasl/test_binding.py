"""SCRAM bound to its TLS channel (RFC 5802 section 6, RFC 5929, RFC 9266), and its GS2 header."""

from __future__ import annotations

from base64 import b64decode, b64encode

import pytest

from check_smtp_auth.sasl import Binding, Credential, Mechanism, ServerNotVerified, create
from check_smtp_auth.secret import Secret

from .scram_server import ScramServer
from .test_vectors import NONCE, SCRAM, scram_login

PLUS = tuple(f"{name}-PLUS" for name in SCRAM)
UNIQUE = Binding("tls-unique", b"xxx")
S1 = f"r={NONCE}3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"
N2 = "rOprNGfwEbeRWgbNEkqO"
S2 = f"r={N2}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
# The RFCs have no example with a binding. These were published with two other implementations:
# the first four with scramp, for Python, the last one with mellium.im/sasl, for Go.
EXCHANGES = {
    "SCRAM-SHA-1-PLUS": (
        *("SCRAM-SHA-1-PLUS", UNIQUE, f"p=tls-unique,,n=user,r={NONCE}", S1),
        f"c=cD10bHMtdW5pcXVlLCx4eHg=,r={NONCE}3rfcNHYJY1ZVvWVs7j,p=/63TtbB5lIS6610+k4/luJMJqAI=",
        "v=GCPHy5gy1sRwXTCbwNhiiWIzLtU=",
    ),
    "SCRAM-SHA-256-PLUS": (
        *("SCRAM-SHA-256-PLUS", UNIQUE, f"p=tls-unique,,n=user,r={N2}", S2),
        f"c=cD10bHMtdW5pcXVlLCx4eHg=,r={N2}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        "p=v0J7PaQUPWowoTrwRLCKLzIZBpNUhWFlTrUKI1j9DpM=",
        "v=XjAev9iHBOvTxT+eNzBaFmP1IrqWah2PpZAa0wQrfY4=",
    ),
    "not offered": (
        *("SCRAM-SHA-1", Binding("y"), f"y,,n=user,r={NONCE}", S1),
        f"c=eSws,r={NONCE}3rfcNHYJY1ZVvWVs7j,p=BjZF5dV+EkD3YCb3pH3IP8riMGw=",
        "v=dsprQ5R2AGYt1kn4bQRwTAE0PTU=",
    ),
    "not possible": (
        *("SCRAM-SHA-1", Binding("n"), f"n,,n=user,r={NONCE}", S1),
        f"c=biws,r={NONCE}3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
        "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=",
    ),
    "another binding": (
        "SCRAM-SHA-1-PLUS",
        Binding("tls-unique", bytes(range(5))),
        f"p=tls-unique,,n=user,r={NONCE}",
        f"r={NONCE}16090868851744577,s=QSXCR+Q6sek8bf92,i=4096",
        f"c=cD10bHMtdW5pcXVlLCwAAQIDBA==,r={NONCE}16090868851744577,p=kD6Wfe1kGICYN08YH7oONG2Enb0=",
        "v=QI0Ihj/QJv+VSyezLtd/d5PrYy0=",
    ),
}


def bound(
    name: str, binding: Binding, password: str = "pencil", authzid: str = "", nonce: str = NONCE
) -> Mechanism:
    """Begin an exchange that is bound so."""
    credential = Credential("user", Secret(password.encode()), authzid)
    return create(name, credential, lambda _count: b64decode(nonce), binding)


@pytest.mark.parametrize("case", EXCHANGES)
def test_published_exchanges(case: str) -> None:
    """Header, binding, proof and the server's signature are those of other implementations."""
    name, binding, client_first, server_first, client_final, server_final = EXCHANGES[case]
    mechanism = bound(name, binding, nonce=client_first.rpartition("r=")[2])
    assert mechanism.name == name
    assert mechanism.start() == client_first.encode()
    assert mechanism.respond(server_first.encode()) == client_final.encode()
    assert mechanism.respond(server_final.encode()) == b""
    mechanism.finish()


@pytest.mark.parametrize("name", PLUS)
@pytest.mark.parametrize("kind", ["tls-exporter", "tls-unique", "tls-server-end-point"])
@pytest.mark.parametrize("data", [b"\0", b"x" * 12, bytes(range(256))], ids=len)
def test_both_sides_see_the_same_channel(name: str, kind: str, data: bytes) -> None:
    """Whatever the kind of binding and its data, a server that sees the same is convinced."""
    client = bound(name, Binding(kind, data), authzid="boss,1")
    server = ScramServer(name, "user", "pencil", kind=kind, data=data, iterations=1)
    scram_login(client, server)
    assert server.header == f"p={kind},a=boss=2C1,"


def exchanged(client: Mechanism, server: ScramServer) -> bytes:
    """What the server says in the end, which the client has then heard."""
    first = client.start()
    assert first is not None
    final = server.final(client.respond(server.first(first)))
    client.respond(final)
    return final


@pytest.mark.parametrize("name", PLUS)
@pytest.mark.parametrize("data", [b"", b"xxy", b"xxxx", b"xx"])
def test_another_channel_is_noticed(name: str, data: bytes) -> None:
    """A server at the end of another TLS connection refuses, though the password is right."""
    client = bound(name, UNIQUE)
    server = ScramServer(name, "user", "pencil", kind="tls-unique", data=data, iterations=1)
    assert exchanged(client, server) == b"e=channel-bindings-dont-match"
    assert client.facts.error == "channel-bindings-dont-match"
    with pytest.raises(ServerNotVerified):
        client.finish()


@pytest.mark.parametrize("name", SCRAM)
def test_a_shortened_list_is_noticed(name: str) -> None:
    """A server that offers -PLUS refuses a client which was made to believe that it does not."""
    server = ScramServer(name, "user", "pencil", kind="tls-unique", data=b"xxx", iterations=1)
    client = bound(name, Binding("y"))
    assert exchanged(client, server) == b"e=server-does-support-channel-binding"
    with pytest.raises(ServerNotVerified):
        client.finish()


@pytest.mark.parametrize("name", SCRAM)
@pytest.mark.parametrize("flag", ["n", "y"])
def test_the_flag_is_covered_by_the_proof(name: str, flag: str) -> None:
    """The flag goes into the proof, so that nobody on the way can change it."""
    client = bound(name, Binding(flag))
    server = ScramServer(name, "user", "pencil", iterations=1)
    scram_login(client, server)
    assert server.header == f"{flag},,"
    client, server = bound(name, Binding(flag)), ScramServer(name, "user", "pencil", iterations=1)
    first = client.start()
    assert first is not None
    other = b"y" if flag == "n" else b"n"
    final = client.respond(server.first(other + first[1:]))
    assert server.final(final) == b"e=channel-bindings-dont-match"


@pytest.mark.parametrize("name", [*SCRAM, *PLUS])
def test_the_data_stays_out_of_the_first_message(name: str) -> None:
    """Unasked an exchange is not bound; the data goes nowhere but into the last message."""
    assert create(name, Credential("user", Secret(b"x")), bytes).binding == Binding("n", b"")
    first = bound(name, Binding("tls-unique", b"unique-data")).start()
    assert first is not None
    assert b"unique-data" not in first
    assert b64encode(b"unique-data") not in first


@pytest.mark.parametrize("name", PLUS)
def test_a_wrong_password_with_a_binding(name: str) -> None:
    """With -PLUS a wrong password is a wrong proof, and nothing else."""
    server = ScramServer(name, "user", "pencil", kind="tls-unique", data=b"xxx", iterations=1)
    assert exchanged(bound(name, UNIQUE, "pen"), server) == b"e=invalid-proof"
