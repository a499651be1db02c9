"""The words for a diagnosis fit the stage that it was made at."""

from __future__ import annotations

import pytest

from check_smtp_auth.diagnosis import AT_AUTH
from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.diagnosis.stages import WORDS, entry_at
from check_smtp_auth.observation import Stage


@pytest.mark.parametrize("stage", [Stage.MAIL, Stage.RCPT])
@pytest.mark.parametrize(
    "slug",
    [
        *("temporary-failure", "client-not-allowed", "server-unavailable", "timeout"),
        *("connection-lost", "protocol-error"),
    ],
)
def test_a_login_that_was_accepted_is_not_called_undecided(slug: str, stage: str) -> None:
    """After the login the words say that it works."""
    entry = entry_at(slug, stage)
    assert entry.says.startswith("authenticated, but ")
    assert entry.explanation.startswith("The login works")
    assert "decide about the login" not in entry.explanation
    assert (entry.slug, entry.state) == (slug, ENTRIES[slug].state)


def test_before_the_login_none_was_undecided() -> None:
    """A greeting that puts off did not decide about a login."""
    assert (
        "so the login could not be tried"
        in entry_at("temporary-failure", Stage.GREETING).explanation
    )


def test_a_refused_command_does_not_blame_ehlo() -> None:
    """Where AUTH was refused, it is not said that it was not offered."""
    assert "offer" not in entry_at("auth-not-offered", Stage.AUTH).explanation
    assert entry_at("auth-not-offered", Stage.EHLO) == ENTRIES["auth-not-offered"]


def test_at_auth_a_trouble_is_the_logins() -> None:
    """At AUTH the catalogue's own words hold."""
    assert entry_at("temporary-failure", Stage.AUTH) == ENTRIES["temporary-failure"]


def test_what_stands_there_is_said() -> None:
    """Each change says what happened, and in the first line something of its own."""
    for (slug, stages), (says, explanation, advice) in WORDS.items():
        assert stages
        assert explanation.endswith(".")
        assert says != ENTRIES[slug].says
        for stage in stages:
            entry = entry_at(slug, stage)
            assert entry.says == (says or ENTRIES[slug].says)
            assert entry.advice == (advice or ENTRIES[slug].advice)
            assert entry.explanation == explanation


def test_all_words_at_auth_are_looked_up() -> None:
    """Which diagnoses have their own words at AUTH is said twice, so that a refusal mostly need
    not load the table.
    """
    assert set(AT_AUTH) == {slug for slug, stages in WORDS if Stage.AUTH in stages}
