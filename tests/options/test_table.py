"""The table of options: each row stands alone, and every default comes from one place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import PORTS, Account, Caution, Policy
from check_smtp_auth.options import values
from check_smtp_auth.options.table import OPTIONS, Option, each_option

ALL = list(each_option())
KINDS = {"text", "words", "name", "host", "file", "directory", "command", "variable", "program"}


def by_key(key: str) -> Option:
    """The option of this long name."""
    (option,) = (each for each in ALL if each.key == key)
    return option


def test_each_name_is_given_once() -> None:
    """No two options share a name, and each has a long one by which a file can name it."""
    names = [name for option in ALL for name in option.names]
    assert len(set(names)) == len(names)
    for option in ALL:
        assert f"--{option.key}" in option.names
        assert option.kind in KINDS
    assert [option for group in OPTIONS.values() for option in group] == ALL


@pytest.mark.parametrize("option", ALL, ids=lambda option: option.key)
def test_each_text_stands_alone(option: Option) -> None:
    """A text is understood without the lines around it, in a monitor's form as in the help."""
    assert len(option.help) > 10
    assert [each for each in ALL if each.help == option.help] == [option]
    assert not option.help.startswith(("the same", "and ", "its ", "then "))
    assert not set('"{}$\\\n%') & set(option.help)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("port", f"default: {PORTS['starttls']}; {PORTS['implicit']} with implicit TLS"),
        ("timeout", f"default: {Account.timeout:g}"),
        ("certificate", f"default: {Policy.warning_days},{Policy.critical_days};"),
        ("secret-days", f"default: {Policy.secret_warning_days},{Policy.secret_critical_days}"),
        ("max-rejections", f"default: {Caution.rejections}"),
        ("max-server-rejections", f"default: {Caution.server_rejections}"),
        ("hold", "default: 1h"),
        ("tls-min", "default: 1.2"),
    ],
)
def test_a_default_is_told_as_it_is(key: str, words: str) -> None:
    """The help names the default that holds, taken from where it stands."""
    assert words in by_key(key).help


@pytest.mark.parametrize(
    ("seconds", "text"), [(90.0, "90s"), (900.0, "15m"), (3600.0, "1h"), (172_800.0, "2d")]
)
def test_a_length_of_time_is_written_as_it_is_read(seconds: float, text: str) -> None:
    """A length of time in a help text is one that the option takes."""
    assert values.duration_text(seconds) == text
    assert values.duration(text) == seconds


# Of monitors: as a whole value, and within one.
WHOLE = [
    *("$_HOSTSMTP_USER$", "$ARG1$", "$USER2$", "$HOSTADDRESS$", "$HOSTADDRESS:mail$"),
    *("$_SERVICESMTP_PORT$", "$_CONTACTMAIL$", "$SERVICEDESC$", "$LONGDATETIME$"),
    *("$host.address$", "$address$", "$smtp_auth_user$", "$service.vars.smtp.user$"),
    *("{$SMTP_AUTH.USER}", '{$SMTP_AUTH.USER:"finance"}', "{HOST.CONN}", "{HOST.IP1}", "{#NAME}"),
]
WITHIN = [
    *("/etc/smtp/$HOSTNAME$", "$ARG1$@example.com", "$_HOSTMAIL$.example.com", "x$USER1$"),
    *("/etc/smtp/$host.name$", "$smtp_auth_user$@example.com", "$service.name$-x"),
    *("{$DIR}/finance", "/etc/smtp/{HOST.HOST}", "{#MAILBOX}@example.com"),
]
# What is no macro, however it looks.
LEGITIMATE = [
    *("a$b", "a$b$c", "finance$", "EXAMPLE\\HOST$", "$", "$$", "cash$100$note", "{a}", "{}"),
    *("pa$$word", "{x.y}", "$ $", "{$}", "{$0}", "A$B$C", "${HOME}", "{HOST}", "a{b.c}d"),
    *("$USER$x", "US$", "€$£$", '{"a": 1}'),
]


@pytest.mark.parametrize(
    "option",
    [each for each in ALL if each.value and each.kind != "name"],
    ids=lambda each: each.key,
)
def test_a_macro_that_was_not_replaced(option: Option) -> None:
    """A monitor's macro in place of a value is refused by every option but --account: an
    account may be called so.
    """
    for value in WHOLE:
        with pytest.raises(ValueError, match="macro"):
            option.convert(value)


@pytest.mark.parametrize("value", WITHIN)
@pytest.mark.parametrize("key", ["user", "password-file", "authzid", "state-dir", "host"])
def test_a_macro_within_a_value(key: str, value: str) -> None:
    """A macro that is a part of a name or a path is refused too."""
    with pytest.raises(ValueError, match="macro"):
        by_key(key).convert(value)


@pytest.mark.parametrize("value", LEGITIMATE)
def test_what_only_looks_like_a_macro(value: str) -> None:
    """Dollar signs and braces in names, paths and commands are nobody's macros."""
    for key in ("user", "password-file", "password-command", "authzid"):
        assert by_key(key).convert(value) == value


def test_a_macro_in_what_is_free_text() -> None:
    """A command may have marks of its own in it, as a reply that is to be explained."""
    command = "awk '{$NF} /$HOSTNAME$/ {print}' file"
    assert by_key("password-command").convert(command) == command
    reply = "550 5.7.1 {HOST.NAME} refused"
    assert by_key("explain").convert(reply) == reply


@PROPERTY
@given(st.text(), st.booleans())
def test_any_text_is_a_macro_or_none(text: str, whole: bool) -> None:
    """Whatever the text, it is judged; without a dollar sign or a brace it is no macro."""
    found = values.unreplaced(text, whole)
    assert not found or "$" in text or "{" in text
