"""Redmine and Discourse, whose YAML Ruby reads: Ruby itself is asked what it makes of it."""

from __future__ import annotations

import json
import random
import string
import subprocess

import pytest
from fakes.memory import facts, logins, secret_of
from servers.requirements import require

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

PATH = "/srv/redmine/config/configuration.yml"
APP = "/var/discourse/containers/app.yml"
# As they stand after "password:".
TRAPS = (
    *(
        "0123456",
        "08",
        "0x1F",
        "0b101",
        "1_000",
        "1,000",
        "+5",
        "-5",
        "-0",
        "00",
        "007",
        "123",
        "0",
    ),
    *(
        "yes",
        "No",
        "true",
        "OFF",
        "on",
        "yessir",
        "y",
        "n",
        "~",
        "null",
        "Null",
        "",
        "'null'",
        "'~'",
    ),
    *(":symbol", ":'quo ted'", "'0123'", '"0x1F"', "p#w", "pa #ss", "'pa #ss'", "'it''s'"),
    *(
        '"x\\ty\\u20ac"',
        '"\\e\\x41"',
        "x:y!&*",
        "two words",
        "\u00e9\u20ac",
        "1e5",
        "1.2.3",
        "=",
        ".",
    ),
    *("|-\n        a block", ">\n        folded\n        twice", "!!str 012", "$(id)", "'#{x}'"),
    *("abc123", "12ab", "a_1", "_1", "1_", "'-'", "10.0.0.1", "0o17", "9" * 30, "<<"),
    *("-x", "+x", "$1", "'%1'", "'@1'", "/1/", "\\1", "(1)", "^1", "~1", "1~", "tr", "None"),
)
# What Ruby takes for something that nobody would write so.
UNCLEAR = ("1.50", "1:30", "1:30:15", ".5", "5.", "2024-01-02", ".inf", "-.INF", ".nan", "1.5e+3")
RUBY = """
require 'yaml'
require 'json'
puts JSON.generate(JSON.parse(STDIN.read).map { |text|
  begin
    value = YAML.safe_load(text, permitted_classes: [Symbol, Date, Time], aliases: true)
    value = value['default']['email_delivery']['smtp_settings']['password']
    [value.class.to_s, value.nil? ? '' : value.to_s]
  rescue StandardError => e
    ['error', '']
  end
})
"""
WRITTEN = """
require 'yaml'
require 'json'
puts JSON.generate(JSON.parse(STDIN.read).map { |each| {'default' => {'email_delivery' =>
  {'smtp_settings' => {'address' => 'h', 'user_name' => 'u', 'password' => each}}}}.to_yaml })
"""
HEAD = "default:\n  email_delivery:\n    smtp_settings:\n      address: h\n      user_name: u\n"


def ruby(script: str, *texts: str) -> list[object]:
    """What a script of Ruby prints for these texts."""
    require("ruby")
    done = subprocess.run(
        ["ruby", "-rdate", "-e", script],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert len(found) == len(texts)
    return list(found)


def read(text: str, **variables: str) -> Found:
    """What is read of Redmine's file."""
    (found,) = logins("redmine", PATH, {PATH: text}, variables=variables, printed=str)
    return found


def smtp(*lines: str, environment: str = "default") -> str:
    """A file with these settings."""
    settings = "".join(f"      {line}\n" for line in lines)
    return f"{environment}:\n  email_delivery:\n    smtp_settings:\n{settings}"


def test_each_value_is_what_ruby_reads() -> None:
    """Numbers, words and symbols without quotes are what Redmine would send for them."""
    texts = [f"{HEAD}      password: {trap}\n" for trap in TRAPS]
    told = ruby(RUBY, *texts)
    assert not [trap for trap, each in zip(TRAPS, told) if each == ["error", ""]]
    ours = [secret_of(read(text)) for text in texts]
    theirs = [each[1] for each in told if isinstance(each, list)]
    assert list(zip(TRAPS, ours)) == list(zip(TRAPS, theirs))


@pytest.mark.parametrize("trap", UNCLEAR)
def test_what_ends_as_a_fraction_or_a_date_is_refused(trap: str) -> None:
    """The error says that it needs quotes, with the line; and Ruby takes it for no text."""
    text = f"{HEAD}      password: {trap}\n"
    with pytest.raises(Misconfigured, match=f"^{PATH}:6: .*quotes") as caught:
        read(text)
    assert trap not in str(caught.value).replace(PATH, "")
    assert secret_of(read(f"{HEAD}      password: '{trap}'\n")) == trap


@pytest.mark.parametrize(("value", "told"), [("0123", 1), ("'0123'", 0), ("123", 0), ("1_0", 1)])
def test_a_number_that_is_another_one_is_told(value: str, told: int) -> None:
    """What Ruby makes of the password is tried, and why it is not what stands there is said."""
    notices = read(f"{HEAD}      password: {value}\n").notices
    assert sum("another number" in notice for notice in notices) == told
    assert value not in " ".join(notices)


def test_ruby_takes_those_for_no_texts() -> None:
    """None of what is refused would have been the text that stands there."""
    told = ruby(RUBY, *(f"{HEAD}      password: {trap}\n" for trap in UNCLEAR))
    assert not [each for each in told if isinstance(each, list) and each[0] == "String"]


def test_any_password_that_ruby_writes_comes_back() -> None:
    """Passwords of all printable characters, written by Ruby's own writer of YAML."""
    generator = random.Random(20)
    alphabet = string.printable[:95] + "é€ñ\U0001f600"
    passwords = ["".join(generator.choices(alphabet, k=length)) for length in range(1, 100)]
    passwords += ["".join(generator.choices("0123456789_,.:x-", k=4)) for _ in range(100)]
    for text, password in zip(ruby(WRITTEN, *passwords), passwords):
        assert secret_of(read(str(text))) == password


STRUCTURES = (
    "x: &x {password: merged, user_name: y}\n" + HEAD + "      password: own\n      <<: *x\n",
    "x: &x {password: merged}\n" + HEAD + "      <<: *x\n      password: own\n",
    "x: &x {password: a}\ny: &y {password: b}\n" + HEAD + "      <<: [*x, *y]\n",
    HEAD + "      password: first\n      password: last\n",
    HEAD + "      password: one\n" + HEAD + "      password: two\n",
    "x: &x shared\n" + HEAD + "      password: *x\n",
    HEAD + "      password: one\n---\n" + HEAD + "      password: two\n",
    "--- !!map\n" + HEAD + "      password: !!str 0123\n",
    HEAD.replace("default", "'default'") + '      "password": x\n',
)


def test_structures_are_read_as_ruby_reads_them() -> None:
    """Merges in their order, the last of equal keys, the first document."""
    told = ruby(RUBY, *STRUCTURES)
    ours = [["String", secret_of(read(text))] for text in STRUCTURES]
    assert ours == told


def test_the_own_environment_is_over_the_default() -> None:
    """Key by key of the environment: its email_delivery stands alone."""
    text = smtp("address: default.test", "port: 25", "user_name: d", "password: d")
    own = smtp("address: own.test", "user_name: p", "password: p", environment="production")
    assert facts(read(text + own))[0::4] == ("own.test", "p")
    assert read(text + own).port == 25
    assert read(text + own, RAILS_ENV="test").host == "default.test"
    assert read(text + "production:\n  other: 1\n").host == "default.test"


@pytest.mark.parametrize(
    ("settings", "tls", "told"),
    [
        ((), "starttls", True),
        (("enable_starttls_auto: true",), "starttls", True),
        (("enable_starttls_auto: false",), "none", False),
        (("enable_starttls: true",), "starttls", False),
        (("enable_starttls: :auto",), "starttls", True),
        (("enable_starttls: false",), "none", False),
        (("enable_starttls: false", "enable_starttls_auto: true"), "starttls", True),
        (("enable_starttls: :always",), "starttls", False),
        (("ssl: true",), "implicit", False),
        (("ssl: 'false'",), "implicit", False),
        (("ssl: 1", "tls: false"), "implicit", False),
        (("ssl: ~", "tls:", "enable_starttls_auto: 'false'"), "starttls", True),
        (("enable_starttls: auto",), "starttls", False),
        (('enable_starttls: "false"',), "starttls", False),
        (("tls: yes", "enable_starttls_auto: false"), "implicit", False),
    ],
)
def test_how_tls_starts(settings: tuple[str, ...], tls: str, told: bool) -> None:
    """As the gem mail has it."""
    found = read(smtp("address: h", "user_name: u", "password: p", *settings))
    assert found.tls == tls
    assert any("STARTTLS" in notice for notice in found.notices) == told


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (("ssl: true", "enable_starttls_auto: true"), True),
        (("tls: true", "enable_starttls: :auto"), True),
        (("tls: true", "enable_starttls: false", "enable_starttls_auto: false"), False),
        (("tls: true",), False),
        (("enable_starttls_auto: true",), False),
    ],
)
def test_two_ways_of_tls_that_the_gem_refuses(settings: tuple[str, ...], told: bool) -> None:
    """A Redmine that cannot send, as both ways are on, is told of."""
    found = read(smtp("address: h", "user_name: u", "password: p", *settings))
    assert any("both on" in notice for notice in found.notices) == told


def test_further_settings_are_taken_over() -> None:
    """Symbols as keys, the domain, trust and verification."""
    found = read(
        smtp(
            *(":address: h", ":port: 587", ":user_name: u", ":password: p", "domain: me.test"),
            *("ca_file: /ca.pem", "openssl_verify_mode: none", "authentication: :login"),
        )
    )
    assert facts(found) == ("h", 587, "starttls", "u", "p")
    assert (found.hello, found.ca_file) == ("me.test", "/ca.pem")
    assert any("openssl_verify_mode" in notice for notice in found.notices)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "      password: <%= ENV['X'] %>\n", ":6: ERB"),
        ("# <% s3cr3t %>\n" + HEAD, ":1: ERB"),
        ("production:\n  email_delivery:\n    delivery_method: :sendmail\n", "smtp_settings"),
        (smtp("address: h", "authentication: none", "password: s3cr3t"), "authentication"),
        (HEAD + "      password: !ruby/object:S3cr3t {}\n", ":6: a tag"),
        (HEAD + "      port: s3cr3t\n", ":6: .*port"),
        (HEAD + "      password: {s3cr3t: x}\n", ":6: .*must be text"),
        ("[s3cr3t]", "smtp_settings"),
        ("", "smtp_settings"),
    ],
)
def test_what_is_wrong_is_told_without_what_stands_there(text: str, words: str) -> None:
    """The error names the file and mostly the line, never a piece of what is there."""
    with pytest.raises(Misconfigured, match=f"^{PATH}.*{words}") as caught:
        read(text)
    assert "s3cr3t" not in str(caught.value).lower()


@pytest.mark.parametrize("way", ["sendmail", "async_smtp", "async_sendmail", "test"])
def test_another_way_to_deliver_is_no_login(way: str) -> None:
    """delivery_method is named; the asynchronous ones of old have settings of their own."""
    text = f"{HEAD}    delivery_method: :{way}\n"
    assert "delivery_method" in read(text).problem


def discourse(**settings: str) -> Found:
    """What is read of Discourse's file."""
    usual = {
        "ADDRESS": "mail.example.com",
        "PORT": "587",
        "USER_NAME": "d@example.com",
        "PASSWORD": '"p#w"',
    }
    lines = [f"  DISCOURSE_SMTP_{key}: {value}\n" for key, value in {**usual, **settings}.items()]
    text = "templates: [web.yml]\nenv:\n  LANG: C\n" + "".join(lines)
    text += "  DISCOURSE_NOTIFICATION_EMAIL: no@example.com\n"
    (found,) = logins("discourse", APP, {APP: text}, printed=str)
    return found


def test_discourse() -> None:
    """Server, TLS where it is offered, user, password and sender."""
    found = discourse()
    assert facts(found) == ("mail.example.com", 587, "starttls", "d@example.com", "p#w")
    assert found.sender == "no@example.com"
    assert any("STARTTLS" in notice for notice in found.notices)
    assert discourse(FORCE_TLS="true", PORT="465").tls == "implicit"
    assert discourse(ENABLE_START_TLS="false").tls == "none"
    assert discourse(OPENSSL_VERIFY_MODE="none").notices[-1].count("VERIFY_MODE") == 1
    assert secret_of(discourse(PASSWORD="p#w")) == "p#w"
    assert secret_of(discourse(PASSWORD="pa #ss")) == "pa"
    assert secret_of(discourse(PASSWORD="0123")) == "83"


# What the launcher does with each line of its environment, and what the container makes of that:
# a file of lines with values in single quotes, of which digits alone are read as a number.
LAUNCHER = 'while read i; do printf "%s\\0" "${i//\\{\\{config\\}\\}/${config}}"; done'
CONTAINER = """
require 'json'
puts JSON.generate(JSON.parse(STDIN.read).map { |value|
  stripped = "password = '#{value}'"[/'([^']*)'/, 1].strip
  stripped.match?(/\\A[0-9]+\\z/) ? stripped.to_i.to_s : stripped })
"""
SPOILT = (
    *("s3cr\\3t", "a\\\\b", "\\#x", "blanks  ", "  outer", "tab\t", "x{{config}}y", 'it\'s "q"'),
    *("$(id)`id`", "$X ${X}", "*", "~", "a\\ b", "\\\\", "{{ config }}", "!x", "é€"),
    *("0123456", "007 ", "00", "0", "1234", "12 34", "0x1F", "-5", "1'2", "''", "\u0660\u0661"),
)


def test_passwords_come_through_as_the_container_has_them() -> None:
    """Backslashes, outer blanks, {{config}}, single quotes and leading zeros: bash and Ruby are
    asked what is left of a value, and what was lost is told.
    """
    done = subprocess.run(
        ["bash", "-c", LAUNCHER],
        input="".join(f"K={value}\n" for value in SPOILT).encode(),
        env={"config": "app"},
        capture_output=True,
        check=True,
    )
    handed = [each[2:] for each in done.stdout.decode().split("\0")[:-1]]
    theirs = ruby(CONTAINER, *handed)
    ours = [discourse(PASSWORD=json.dumps(value)) for value in SPOILT]
    assert [secret_of(each) for each in ours] == theirs
    for value, found in zip(SPOILT, ours):
        told = " ".join(found.notices)
        assert ("backslash" in told) == ("\\" in value)
        assert ("single quote" in told) == ("'" in value)
        assert ("leading zeros" in told) == (value in ("0123456", "007 ", "00"))
        assert value not in told
        assert bool(found.problem) == (value == "''")


@pytest.mark.parametrize("value", ["'yes'", "'1'", "'0'", "'True'", "yes", "on"])
def test_what_is_on_to_discourse(value: str) -> None:
    """All but false and nothing means yes."""
    assert discourse(FORCE_TLS=value).tls == "implicit"
    assert discourse(ENABLE_START_TLS=value).tls == "starttls"


@pytest.mark.parametrize("value", ["'false'", "no", "off"])
def test_what_is_off_to_discourse(value: str) -> None:
    """The word false, as it stands there or as YAML makes it."""
    assert discourse(FORCE_TLS=value).tls == "starttls"
    assert discourse(ENABLE_START_TLS=value).tls == "none"


def test_erb_in_a_value_is_refused() -> None:
    """Discourse would run it, this check does not; the line is told."""
    with pytest.raises(Misconfigured, match=f"^{APP}:7: ERB"):
        discourse(PASSWORD="'s3<%= cr3t %>'")


@pytest.mark.parametrize("value", ["two\nlines", "s3cr3t\\", "a\\\\\\"])
def test_what_takes_more_lines_than_one_is_refused(value: str) -> None:
    """The launcher would hand on something else; the line is told."""
    with pytest.raises(Misconfigured, match=f"^{APP}:7: .*launcher"):
        discourse(PASSWORD=json.dumps(value))
