"""--explain: what a diagnosis or a reply means, without any network."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from fakes.plugin import COMMAND, run

from check_smtp_auth.diagnosis.catalogue import CATALOGUE


def explained(*words: str) -> Any:
    """What --explain with these words gives as JSON; it exits 0."""
    command = [*COMMAND, "--explain", *words, "--output", "json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.slug)
def test_a_diagnosis_is_explained(entry: object) -> None:
    """The name of a diagnosis gives its state, explanation and advice, exit 0."""
    from check_smtp_auth.report.explain import explain

    slug = entry.slug  # type: ignore[attr-defined]
    shown = json.loads(explain(slug, as_json=True))
    assert list(shown) == ["diagnosis", "state", "explanation", "advice"]
    assert shown["diagnosis"] == slug
    assert explain(slug, as_json=False).startswith(f"{slug} ({shown['state']}): ")


@pytest.mark.parametrize(
    ("reply", "diagnosis"),
    [
        ("535 5.7.8 Error: authentication failed", "credentials-rejected"),
        (
            "auth: 534-5.7.9 log in with\\n534 5.7.9 your web browser",
            "app-password-required",
        ),
        ("534-5.7.9 Please log in with\n534 5.7.9 your web browser", "app-password-required"),
        ("rcpt: 550 5.7.1 Unable to relay", "recipient-rejected"),
        ("MAIL: 550 5.7.1 no", "sender-rejected"),
        ("greeting:554 go away", "client-not-allowed"),
        ("454", "temporary-failure"),
        ("535-5.7.139 first\n5.7.139 SmtpClientAuthentication is disabled", "account-disabled"),
    ],
)
def test_a_reply_is_explained(reply: str, diagnosis: str) -> None:
    """A pasted reply, with or without its stage, gives the diagnosis that it means."""
    assert explained(reply)["diagnosis"] == diagnosis


def test_all_are_listed() -> None:
    """Alone it lists all diagnoses."""
    assert [each["diagnosis"] for each in explained()] == [entry.slug for entry in CATALOGUE]


@pytest.mark.parametrize(
    "text",
    ["no-such-slug", "hello", "53 x", "auth:", "999 x", "\\n", "5350 x", "535x", "mail: 5501"],
)
def test_neither_diagnosis_nor_reply(text: str) -> None:
    """What is neither a diagnosis nor a reply is a usage error."""
    done = run("--explain", text)
    assert done.code == 3
    assert done.first.startswith("SMTP_AUTH UNKNOWN - --explain takes")
