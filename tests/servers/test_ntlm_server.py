"""Postfix with NTLM does what the tests that use it rely on."""

from __future__ import annotations

import base64

import pytest

from .client import connect, converse
from .clients import curl, features_of_curl
from .postfix import Postfix
from .requirements import require

REFUSED = "535 5.7.8 Error: authentication failed: authentication failure"


@pytest.mark.parametrize("user", ["probe", "EXAMPLE\\probe"])
def test_curl_logs_in_by_ntlm(postfix_ntlm: Postfix, user: str) -> None:
    """The client curl is let in with the right password only, and each try counts once."""
    require("curl")
    if "NTLM" not in features_of_curl():
        pytest.skip("this curl is built without NTLM, as Debian's is after release 13")
    with postfix_ntlm.watch() as seen:
        accepted = curl(postfix_ntlm, "NTLM", user=f"{user}:{postfix_ntlm.password}")
        refused = curl(postfix_ntlm, "NTLM", user=f"{user}:wrong")
        unknown = curl(postfix_ntlm, "NTLM", user=f"nobody:{postfix_ntlm.password}")
    assert accepted[-1][:3] == "235"
    assert refused[-1] == unknown[-1] == REFUSED
    assert [attempt.mechanism for attempt in seen] == ["NTLM"] * 3
    assert [attempt.accepted for attempt in seen] == [True, False, False]


def test_the_challenge_is_ntlms(postfix_ntlm: Postfix) -> None:
    """Without an initial response the first challenge is empty; the second is an NTLM message."""
    with connect(postfix_ntlm) as client:
        assert client.docmd("AUTH", "NTLM") == (334, b"")
        negotiate = b"NTLMSSP\0" + bytes([1, 0, 0, 0, 7, 0x82, 8, 0]) + bytes(16)
        code, challenge = client.docmd(base64.b64encode(negotiate).decode("ascii"))
        assert code == 334
        assert base64.b64decode(challenge).startswith(b"NTLMSSP\0\2\0\0\0")
        assert client.docmd("*")[0] == 501


def test_noise_is_refused(postfix_ntlm: Postfix) -> None:
    """What is not an NTLM message ends the exchange."""
    (reply,) = converse(postfix_ntlm, "NTLM", "noise")
    assert reply[:3] == "535"
