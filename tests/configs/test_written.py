"""Passwords of whatever characters, as the programs themselves write them."""

from __future__ import annotations

import base64
import json

from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from .programs import ask, plain
from .reading import found, secret_of
from .test_joomla import config as joomla

# All that is printable, and some of what is not; a password has no NUL.
CHARACTERS = st.one_of(
    st.sampled_from("'\"\\$#{}@`%<>?*/;,.:=&| \t\n\r\x1b\x7f"),
    st.characters(min_codepoint=1, exclude_categories=("Cs",)),
    st.characters(min_codepoint=32, max_codepoint=126),
)
# Many in one go: each starts a PHP, or a Ruby.
PASSWORDS = st.lists(st.text(CHARACTERS, min_size=1, max_size=24), min_size=60, max_size=90)
FEW = settings(PROPERTY, max_examples=10)


def written(script: str, texts: list[str]) -> list[str]:
    """Have a script write texts."""
    quoted = [base64.b64encode(text.encode()).decode() for text in texts]
    return [plain(text) for text in ask(script, json.dumps(quoted))]


@FEW
@given(PASSWORDS)
def test_what_php_exports(passwords: list[str]) -> None:
    """Any password that Nextcloud writes into its configuration, or WP-CLI into wp-config.php, both
    by var_export, is read as it was; so is one that stands so in Joomla's class.
    """
    for password, text in zip(passwords, written("written.php", passwords)):
        (login,) = found("nextcloud", "/c.php", {"/c.php": text})
        assert secret_of(login) == password
        literal = text.partition("'mail_smtppassword' => ")[2].partition(",\n  'zz'")[0]
        (login,) = found("joomla", "/c.php", {"/c.php": joomla(literal)})
        assert secret_of(login) == password
        lines = f"<?php define('WPMS_ON', true);\ndefine('WPMS_SMTP_PASS', {literal});\n"
        (login,) = found("wordpress", "/c.php", {"/c.php": lines})
        assert secret_of(login) == password


@FEW
@given(PASSWORDS)
def test_what_ruby_inspects(passwords: list[str]) -> None:
    """Any password that Omnibus GitLab renders is read as it was."""
    for password, literal in zip(passwords, written("written.rb", passwords)):
        text = f"ActionMailer::Base.smtp_settings = {{\nuser_name: 'u',\npassword: {literal},\n}}\n"
        (login,) = found("gitlab", "/s.rb", {"/s.rb": text})
        assert secret_of(login) == password
