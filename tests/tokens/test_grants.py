"""What of a request for a token must never be shown, though the endpoint repeats it."""

from __future__ import annotations

import pytest

from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens.grants import by_code, by_device_code, secrets

PROOF = {"client_id": "app", "client_secret": "client secret"}
ASSERTED = {"client_id": "app", "client_assertion_type": "jwt", "client_assertion": "signed"}


@pytest.mark.parametrize(
    ("form", "hidden"),
    [
        ({"grant_type": "client_credentials", "scope": "mail", **PROOF}, {"client secret"}),
        ({"grant_type": "client_credentials", "scope": "mail", **ASSERTED}, {"signed"}),
        (
            {"grant_type": "refresh_token", "refresh_token": "refresh", **PROOF},
            {"refresh", "client secret"},
        ),
        ({"grant_type": "jwt-bearer", "assertion": "signed"}, {"signed"}),
        (by_device_code(Secret(b"device code"), PROOF), {"device code", "client secret"}),
        (by_code("the code", "http://[::1]/", "verifier", {}), {"the code", "verifier"}),
    ],
)
def test_what_proves_who_asks_is_a_secret(form: dict[str, str], hidden: set[str]) -> None:
    """All that would get somebody else a token is hidden, and nothing beside."""
    assert {each.reveal().decode() for each in secrets(form)} == hidden
