"""Spring Boot's application.properties and application.yml.

What Java itself reads in properties and YAML is recorded in java.jsonl (see
contrib/dev/java_values.py; OpenJDK 17, SnakeYAML 1.33); placeholders, profiles and mail are as in
Spring's reference manual.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.as_yaml import documents
from check_smtp_auth.configs.properties import documents as parts_of
from check_smtp_auth.configs.reading import Found
from check_smtp_auth.configs.scalars import JAVA, decided
from check_smtp_auth.configs.tree import find

FILE = "/srv/app/application.properties"
YAML = "/srv/app/application.yml"
USUAL = "spring.mail.host=mail.example.com\nspring.mail.username=app@example.com\n"
LOGIN = "spring:\n  mail:\n    host: mail.example.com\n    username: app@example.com\n"
RECORD = Path(__file__).with_name("java.jsonl")
CASES = [json.loads(line) for line in RECORD.read_text("utf-8").split("\n") if line]


def test_properties_are_those_that_java_reads() -> None:
    """Keys and values of all recorded files, and which are refused, are as in Java."""
    cases = [case for case in CASES if case["kind"] == "properties"]
    assert len(cases) > 150
    for case in cases:
        try:
            (part,) = parts_of(case["text"], FILE)
        except Misconfigured:
            assert case["refused"], case
            continue
        answer = iter(case["answer"])
        theirs = {key: value for key, value in zip(answer, answer) if key}
        assert {key: value for key, (_, value) in part.items() if key} == theirs, case
        assert not case["refused"], case


def test_yaml_values_are_those_that_java_reads() -> None:
    """Numbers, words and null without quotes; what ends as a fraction or a time is refused."""
    cases = [case for case in CASES if case["kind"] == "yaml" and not case["refused"]]
    assert len(cases) > 50
    unclear = 0
    for case in cases:
        (root,) = documents(case["text"], YAML)
        kind, theirs = case["answer"]
        try:
            ours = decided(find(root, "key", YAML), "key", YAML, JAVA, {})
        except Misconfigured:
            assert kind != "String", case
            unclear += 1
            continue
        assert ours == (None if kind == "null" else theirs), case
    assert unclear < 15


def read(text: str, path: str = FILE, **variables: str) -> Found:
    """What is read of a file."""
    (found,) = logins("spring", path, {path: text}, variables=variables, printed=str)
    return found


def password(line: str, **variables: str) -> str:
    """The password that a line of properties makes."""
    return secret_of(read(f"{USUAL}{line}\n", **variables))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("spring.mail.password=p#w!x", "p#w!x"),
        ("spring.mail.password = blanks  ", "blanks  "),
        ("spring.mail.password:colon=x", "colon=x"),
        ("spring.mail.password blank", "blank"),
        ("  spring.mail.password\t=\tx", "x"),
        ("spring.mail.password=a\\\n   b", "ab"),
        ("spring.mail.password=a\\\\", "a\\"),
        ("spring.mail.password=a\\\\\nspring.x=1", "a\\"),
        ("spring.mail.password=\\u00e9\\u20AC\\ud83d\\ude00", "é€\U0001f600"),
        ("spring.mail.password=\\p\\=\\:\\#\\t.", "p=:#\t."),
        ("spring.mail.password='quoted'", "'quoted'"),
        ("spring\\.mail\\.password=x", "x"),
        ("spring.mail.password=first\nspring.mail.password=last", "last"),
        ("#spring.mail.password=no\n!spring.mail.password=no\nspring.mail.password=x", "x"),
        ("spring.mail.password=0123", "0123"),
        ("spring.mail.password=#{1+1}", "#{1+1}"),
        ("spring.mail.password=$(id)`id`", "$(id)`id`"),
        ("spring.mail.password=\\ outer", " outer"),
        ("spring.mail.password=a\rspring.x=1", "a"),
    ],
)
def test_properties_are_read_as_java_does(line: str, expected: str) -> None:
    """Delimiters, escapes, continued lines, comments, blanks at the end."""
    assert password(line) == expected


def escaped(text: str) -> str:
    """A value as Properties.store writes it."""
    units = text.encode("utf-16-be")
    codes = [int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2)]
    letters = [chr(code) if 32 <= code < 127 else f"\\u{code:04X}" for code in codes]
    letters = [f"\\{each}" if each in "\\=:#!" else each for each in letters]
    if letters and letters[0] == " ":
        letters[0] = "\\ "
    return "".join(letters)


@settings(PROPERTY, max_examples=100)
@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1))
def test_any_password_that_java_writes_comes_back(text: str) -> None:
    """Whatever characters it has, but for placeholders."""
    if "${" not in text and not text.startswith(("ENC(", "{cipher}")):
        assert password(f"spring.mail.password={escaped(text)}") == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("p#w", "p#w"),
        ("pa #ss", "pa"),
        ("0123456", "42798"),
        ("1_000", "1000"),
        ("yes", "true"),
        ("'0123'", "0123"),
        ("08", "08"),
        ("2024-01-02x", "2024-01-02x"),
        ("${X:yes}", "yes"),
        ("'${SMTP_PW:none}'", "e#nv"),
    ],
)
def test_yaml_is_read_as_java_does(value: str, expected: str) -> None:
    """Numbers and words without quotes are what Spring has of them."""
    found = read(f"{LOGIN}    password: {value}\n", YAML, SMTP_PW="e#nv")
    assert secret_of(found) == expected


@pytest.mark.parametrize("value", ["1.50", "1e5", "1:30", ".inf"])
def test_yaml_that_ends_as_a_fraction_is_refused(value: str) -> None:
    """The error says that it needs quotes."""
    with pytest.raises(Misconfigured, match=f"^{YAML}:5: .*Java.*quotes"):
        read(f"{LOGIN}    password: {value}\n", YAML)


def test_yaml_with_dots_in_its_keys() -> None:
    """Flat and nested keys are the same, and so are those in brackets."""
    text = "spring.mail:\n  host: h\n  username: u\n  password: p\nspring.mail.port: 587\n"
    text += 'spring.mail.properties:\n  "[mail.smtp.starttls.required]": true\n'
    assert facts(read(text, YAML)) == ("h", 587, "starttls", "u", "p")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("${SMTP_PW}", "e#nv"),
        ("${SMTP_PW:default}", "e#nv"),
        ("${NONE:default}", "default"),
        ("${NONE:}", ""),
        ("${NONE:a:b}", "a:b"),
        ("x${SMTP_PW}y${NONE:z}", "xe#nvyz"),
        ("${NONE:${SMTP_PW}}", "e#nv"),
        ("${app.word}", "from file e#nv"),
        ("${app.smtp-pw:x}", "relaxed"),
        ("${${WHICH}}", "e#nv"),
        ("${open", "${open"),
        ("$X {}", "$X {}"),
    ],
)
def test_placeholders(value: str, expected: str) -> None:
    """Variables count more than the file, and that more than the default."""
    line = f"app.word=from file ${{SMTP_PW}}\nspring.mail.password={value}"
    variables = {"SMTP_PW": "e#nv", "APP_SMTPPW": "relaxed", "WHICH": "SMTP_PW"}
    assert password(line, **variables) == expected


def test_a_default_that_counts_is_told() -> None:
    """The program may have a variable that the check has not."""
    (notice,) = [
        each
        for each in read(f"{USUAL}spring.mail.password=${{X:y}}\n").notices
        if "default" in each
    ]
    assert "environment" in notice


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("${S3CR3T}", "not set"),
        ("pa${s3cr3t}", "not set"),
        ("${a}", "form a loop"),
        ("ENC(s3cr3t)", "encrypted"),
        ("{cipher}s3cr3t", "encrypted"),
        ("\\us3cr3t", "hexadecimal"),
        ("s3cr3té", "ASCII"),
    ],
)
def test_what_is_wrong_is_told_by_its_line(value: str, words: str) -> None:
    """The error names file and line, and nothing that stands there."""
    text = f"{USUAL}spring.mail.password={value}\na=${{b}}\nb=${{a}}\n"
    with pytest.raises(Misconfigured, match=f"^{FILE}:3: .*{words}") as caught:
        read(text)
    assert "s3cr3t" not in str(caught.value).lower()


def test_placeholders_that_double_each_other_have_an_end() -> None:
    """A file whose values grow without bound is refused."""
    doubling = "".join(f"k{n}=${{k{n + 1}}}${{k{n + 1}}}\n" for n in range(60))
    with pytest.raises(Misconfigured, match="form a loop"):
        password(f"spring.mail.password=${{k0}}\n{doubling}k60=x")


@pytest.mark.parametrize(
    ("lines", "port", "tls", "told"),
    [
        ("", 25, "none", False),
        ("spring.mail.ssl.enabled=true", 465, "implicit", False),
        ("spring.mail.protocol=smtps", 465, "implicit", False),
        ("spring.mail.port=587", 587, "none", False),
        ("spring.mail.properties.mail.smtp.starttls.enable=true", 25, "starttls", True),
        ("spring.mail.properties.mail.smtp.starttls.required=true", 25, "starttls", False),
        ("spring.mail.properties[mail.smtp.starttls.required]=true", 25, "starttls", False),
        (
            "spring.mail.properties.mail.smtp.ssl.enable=true\nspring.mail.port=2465",
            2465,
            "implicit",
            0,
        ),
        (
            "spring.mail.port=587\nspring.mail.properties.mail.smtp.starttls.enable=true\n"
            "spring.mail.properties.mail.smtp.socketFactory.port=465\n"
            "spring.mail.properties.mail.smtp.socketFactory.class=javax.net.ssl.SSLSocketFactory",
            465,
            "implicit",
            False,
        ),
        (
            "spring.mail.port=587\nspring.mail.properties.mail.smtp.socketFactory.port=465",
            587,
            "none",
            False,
        ),
    ],
)
def test_how_tls_starts(lines: str, port: int, tls: str, told: bool) -> None:
    """By spring.mail.ssl, the protocol, and Jakarta Mail's own properties."""
    found = read(f"{USUAL}spring.mail.password=p\n{lines}\n")
    assert (found.port, found.tls) == (port, tls)
    assert any("STARTTLS" in notice for notice in found.notices) == bool(told)


@pytest.mark.parametrize(
    ("lines", "port", "tls"),
    [
        ("spring.mail.port = 587  ", 587, "none"),
        ("spring.mail.port = 587\nspring.mail.ssl.enabled = TRUE ", 587, "implicit"),
        ("spring.mail.ssl.enabled = on", 465, "implicit"),
        ("spring.mail.ssl.enabled = maybe", 25, "none"),
        ("spring.mail.properties.mail.smtp.starttls.enable = True", 25, "starttls"),
        ("spring.mail.properties.mail.smtp.starttls.enable = true ", 25, "none"),
        ("spring.mail.properties.mail.smtp.starttls.enable = yes", 25, "none"),
    ],
)
def test_blanks_count_only_in_texts(lines: str, port: int, tls: str) -> None:
    """Spring passes over blanks in numbers and switches of its own; to Jakarta Mail all but "true"
    is no.
    """
    found = read(f"{USUAL}spring.mail.password=p\n{lines}\n")
    assert (found.port, found.tls) == (port, tls)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (FILE, "SPRING.MAIL.HOST=h\nspring.mail.userName=u\nspring.mail.pass-word=p\n"),
        (FILE, "spring.mail.Host=h\nspring.mail.user_name=u\nspring.mail.PASSWORD=p\n"),
        (YAML, "spring:\n  mail: {Host: h, user-name: u, passWord: p}\n"),
        (YAML, "spring.mail:\n  host: h\nspring:\n  mail.userName: u\n  mail: {password: p}\n"),
        (YAML, "Spring: {Mail: {HOST: h}}\nspring.mail.username: u\nspring.mail.password: p\n"),
    ],
)
def test_keys_may_be_written_in_other_ways(path: str, text: str) -> None:
    """Spring takes its own keys in any case, with dashes or underscores, and in pieces."""
    assert facts(read(text, path)) == ("h", 25, "none", "u", "p")


def test_aliases_do_not_grow() -> None:
    """Aliases of aliases below spring.mail are refused, in no time."""
    lines = ["a0: &a0 {x: 1, y: 2}"]
    lines += [f"a{n}: &a{n} {{x: *a{n - 1}, y: *a{n - 1}}}" for n in range(1, 60)]
    text = "\n".join([*lines, "spring: {mail: {host: h, properties: *a59}}", ""])
    with pytest.raises(Misconfigured, match="too many keys below"):
        read(text, YAML)


def test_what_is_for_a_profile_is_left_out() -> None:
    """It is told; later documents that are for all are over earlier ones."""
    text = (
        f"{USUAL}spring.mail.password=first\n#---\nspring.mail.password=later\n#---\n"
        "spring.config.activate.on-profile=prod\nspring.mail.password=prod\n"
    )
    found = read(text)
    assert secret_of(found) == "later"
    assert any("profile" in notice for notice in found.notices)
    yaml = f"{LOGIN}    password: first\n---\nspring.config.activate.on-profile: prod\n"
    yaml += "spring.mail.password: prod\n---\nspring.mail.password: later\n"
    assert secret_of(read(yaml, YAML)) == "later"


def test_files_that_are_over_it_are_told_of() -> None:
    """Those beside it that say something of mail are named: a profile's, and application.properties
    beside application.yml, but not the other way round, nor where another file is named.
    """
    login = "spring.mail.host=h\nspring.mail.username=u\nspring.mail.password=p\n"
    yaml = "spring.mail: {host: h, username: u, password: p}\n"
    files = {
        "/app/application.properties": login,
        "/app/application.yml": yaml,
        "/app/application-prod.yml": yaml,
        "/app/application-dev.properties": "server.port=80\n",
        "/app/bootstrap.yml": yaml,
    }

    def told(name: str) -> list[str]:
        (found,) = logins("spring", f"/app/{name}", files, printed=str)
        return [each for each in found.notices if "not read here" in each]

    end = "it is not read here."
    prod = "/app/application-prod.yml overrides /app/{}, if its profile is active; " + end
    both = f"/app/application.properties overrides /app/application.yml; {end}"
    assert told("application.properties") == [prod.format("application.properties")]
    assert told("application.yml") == [prod.format("application.yml"), both]
    assert told("application-prod.yml") == told("bootstrap.yml") == []


def test_for_a_list_no_variable_of_the_password_is_looked_for() -> None:
    """A list of accounts needs no secret."""
    text = f"{USUAL}spring.mail.password=${{NONE}}\n"
    (found,) = logins("spring", FILE, {FILE: text})
    assert facts(found) == ("mail.example.com", 25, "none", "app@example.com", "")
    assert found.problem == ""


def test_sender_and_trust() -> None:
    """The sender of mail.smtp.from; a trust in all is told."""
    text = f"{USUAL}spring.mail.password=p\nspring.mail.properties.mail.smtp.from=a@b.test\n"
    found = read(f"{text}spring.mail.properties.mail.smtp.ssl.trust=*\n")
    assert found.sender == "a@b.test"
    assert any("ssl.trust" in notice for notice in found.notices)
