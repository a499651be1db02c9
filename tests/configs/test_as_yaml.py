"""The generic reader of YAML, and its texts beside those of PyYAML's own BaseLoader."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from fakes.memory import facts, logins, secret_of
from fakes.plugin import run
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.as_yaml import documents
from check_smtp_auth.configs.reading import Found
from check_smtp_auth.configs.tree import Node, find

PATH = "/srv/app/mail.yml"
KEYS = {"host": "smtp.host", "port": "smtp.port", "user": "smtp.user", "password": "smtp.password"}
SAMPLES = {
    "texts": "a: 0123456\nb: no\nc: 1_000\nd: 1:30\ne: 2024-01-02\nf: 1.50\ng: .inf\nh: 0x1F\n",
    "quotes": "a: 'it''s'\nb: \"x\\ty\\x41\\u20ac\"\nc: \"#no: comment\"\nd: 'a\\n'\n",
    "comments": "a: pa#ss\nb: pa #ss\nc: 'pa #ss'\nd: '#'\n",
    "blocks": "a: |\n  one\n  two\nb: >-\n  one\n  two\nc: |+\n  x\n\nd: |2-\n   x\n",
    "folded": "a: one\n  two\n\n  three\nb: 'one\n  two'\n",
    "flow": "a: {b: [1, 'x, y', {c: d}], e: f}\ng: [[], {}]\n",
    "lists": "a:\n- b: 1\n  c: 2\n-\n  - x\n  - y\n",
    "anchors": "a: &x {b: 1}\nc: *x\nd: &y text\ne: *y\n",
    "indicators": "a: -x\nb: '@x'\nc: '%x'\nd: x:y\ne: '{{ x }}'\nf: x!y&z*\n",
    "keys": "? a b\n: c\n'd e': f\n1: g\nyes: h\n",
    "letters": 'é: €\na: "\\U0001F600"\n',
    "explicit": "--- !!map\na: !!str 12\n...\n",
}


def plain(node: Node) -> Any:
    """A node as Python's own values."""
    if isinstance(node.value, dict):
        return {key: plain(each) for key, each in node.value.items()}
    if isinstance(node.value, list):
        return [plain(each) for each in node.value]
    return node.value


def read(text: str, **more: str) -> Found:
    """What is read of a file."""
    (found,) = logins("yaml", PATH, {PATH: text}, keys={**KEYS, **more}, printed=str)
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_each_text_is_what_the_base_loader_reads(name: str) -> None:
    """Every scalar is the text that stands there, as PyYAML has it without its types."""
    (root,) = documents(SAMPLES[name], PATH)
    assert plain(root) == yaml.load(SAMPLES[name], Loader=yaml.BaseLoader)


@settings(PROPERTY, max_examples=100)
@given(st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufeff")))
def test_any_password_that_is_written_comes_back(password: str) -> None:
    """Whatever characters a password has: what PyYAML and JSON write is read."""
    for width in (20, 1000):
        value = {"smtp": {"host": "h", "user": "u", "password": password}}
        assert secret_of(read(yaml.safe_dump(value, width=width))) == password
    assert secret_of(read(json.dumps(value, ensure_ascii=False))) == password


@pytest.mark.parametrize(
    "value",
    [
        *("${SMTP_PASSWORD}", "${SMTP_PASSWORD:-s3cr3t}", "{{ smtp_password }}", "$(cat s3cr3t)"),
        *("%env(SMTP_PASSWORD)%", "<%= ENV['SMTP_PASSWORD'] %>"),
    ],
)
@pytest.mark.parametrize("part", ["host", "user", "password"])
def test_what_another_program_puts_in_is_not_taken_for_the_value(value: str, part: str) -> None:
    """A file that is a template, or that the program fills from its environment, is told with its
    line, instead of a login with the name of a variable as its password.
    """
    given = {"host": "h", "user": "u", "password": "p", part: value}
    text = yaml.safe_dump({"smtp": given}, sort_keys=False)
    with pytest.raises(Misconfigured) as caught:
        read(text)
    line = 2 + list(given).index(part)
    assert str(caught.value).startswith(f"{PATH}:{line}: smtp.{part} is a placeholder")
    assert "s3cr3t" not in str(caught.value) and "SMTP_PASSWORD" not in str(caught.value)
    assert secret_of(read(text.replace(value, f"x{value}"))) in ("p", f"x{value}")


def test_compose_takes_dollar_signs_for_variables() -> None:
    """In a service's environment a $ is the start of a variable, and two of them are one."""
    service = "services.app.environment."
    keys = {"host": f"{service}HOST", "user": f"{service}USER", "password": f"{service}PASS"}
    text = "services: {app: {environment: {HOST: h, USER: u,\n  PASS: %s}}}\n"
    with pytest.raises(Misconfigured, match=rf"^{PATH}:2: {service}PASS contains a \$, which"):
        logins("yaml", PATH, {PATH: text % "s3$$cr3t"}, keys=keys, printed=str)
    (found,) = logins("yaml", PATH, {PATH: text % "p#w"}, keys=keys, printed=str)
    assert secret_of(found) == "p#w"


def test_a_path_leads_through_lists_and_dotted_keys() -> None:
    """Indexes are numbers; a key that has a dot itself is found too."""
    text = "mail.relays:\n- {}\n- {host: h, port: 2525, who.is: u, word: w, tls: ssl, "
    text += "from: a@b.test}\n"
    keys = {
        part: f"mail.relays.1.{key}"
        for part, key in (
            *(("host", "host"), ("port", "port"), ("user", "who.is")),
            *(("password", "word"), ("tls", "tls"), ("from", "from")),
        )
    }
    (found,) = logins("yaml", PATH, {PATH: text}, keys=keys, printed=str)
    assert facts(found) == ("h", 2525, "implicit", "u", "w")
    assert found.sender == "a@b.test"


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
MERGES = (
    "m0: &m0 {"
    + ", ".join(f"k{n}: v" for n in range(1000))
    + "}\n"
    + "".join(f"m{n}: &m{n}\n  <<: *m0\n" for n in range(1, 400))
)


def test_an_alias_bomb_stays_small() -> None:
    """Aliases to aliases cost nothing, and what stands beside them is read."""
    found = read(f"{BOMB}smtp: {{host: h, user: u, password: pw}}\nlol: *a29\n")
    assert secret_of(found) == "pw"


@pytest.mark.parametrize("text", [MERGES, "a: &a\n  <<: [*a, *a]\n  <<: x\n"])
def test_merges_have_an_end(text: str) -> None:
    """What would make the file a thousand times as large, or is no mapping, is refused."""
    with pytest.raises(Misconfigured, match="merged"):
        read(text)


def test_a_mapping_within_itself_is_no_trouble() -> None:
    """An alias to what it stands in is read as far as the path goes."""
    text = "smtp: &s\n  host: h\n  user: u\n  again: *s\n  password: pw\n"
    keys = {**KEYS, "password": "smtp.again.again.again.password"}
    (found,) = logins("yaml", PATH, {PATH: text}, keys=keys, printed=str)
    assert secret_of(found) == "pw"


def test_merged_keys_count_less_than_own_ones() -> None:
    """What << brings is there, but not over what the mapping says itself."""
    text = "x: &x {host: old, user: u}\nsmtp:\n  host: h\n  <<: *x\n  password: pw\n"
    assert facts(read(text))[0::3] == ("h", "u")


@pytest.mark.parametrize(
    "tag", ["!vault |\n    6162", "!secret s3cr3t", "!include s3cr3t.yml", "!!binary czNjcjN0"]
)
def test_a_tag_before_the_value_is_not_followed(tag: str) -> None:
    """Encrypted or included values are told with their line, and nothing is done with them."""
    with pytest.raises(Misconfigured, match=rf"^{PATH}:4: this value has a tag") as caught:
        read(f"smtp:\n  host: h\n  user: u\n  password: {tag}\n")
    assert "s3cr3t" not in str(caught.value)


def test_tags_elsewhere_do_not_hinder() -> None:
    """Home Assistant's own tags in other places of the file are passed over."""
    text = "http: !include http.yml\nsmtp: {host: h, user: u, password: pw, x: !secret y}\n"
    assert secret_of(read(text)) == "pw"


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['touch {mark}']",
        "!!python/name:os.system ''",
        "!ruby/object:Gem::Requirement {{}}",
        "!!javax.script.ScriptEngineManager []",
    ],
)
def test_tags_that_make_objects_are_refused_wherever_they_stand(tag: str, tmp_path: Path) -> None:
    """A tag that would run code runs none, and is told with its line."""
    mark = tmp_path / "mark"
    with pytest.raises(Misconfigured, match=rf"^{PATH}:2: a tag"):
        read(f"smtp: {{host: h, user: u, password: pw}}\nx: {tag.format(mark=mark)}\n")
    assert not mark.exists()


def test_a_key_that_is_there_twice_is_refused() -> None:
    """Which of two values a program takes is not certain, so it is told with the later line."""
    with pytest.raises(Misconfigured, match=rf"^{PATH}:4: .*set twice"):
        read("smtp:\n  host: h\n  password: a\n  password: b\n")
    assert secret_of(read("x: 1\nx: 2\nsmtp: {host: h, password: pw}\n")) == "pw"


def test_several_documents_are_read_where_one_has_the_key() -> None:
    """A login in the second document is found; one in both is not certain."""
    login = "smtp: {host: h, user: u, password: pw}\n"
    assert secret_of(read(f"a: 1\n---\n{login}")) == "pw"
    with pytest.raises(Misconfigured, match=rf"^{PATH}:3: .*more than one document"):
        read(f"{login}---\n{login}")


@pytest.mark.parametrize("value", ["~", "null", "", "NULL"])
def test_null_is_not_given(value: str) -> None:
    """A null is no password, and the word in quotes is one."""
    assert read(f"smtp: {{host: h, user: u, password: {value}}}\n").secret is None
    assert secret_of(read('smtp: {host: h, user: u, password: "null"}\n')) == "null"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("smtp:\n  password: 's3cr3t\n", "not YAML"),
        ("smtp:\n\tpassword: s3cr3t\n", "not YAML"),
        ("smtp: {host: h, password: [s3cr3t]}\n", "must be text"),
        ("smtp: {host: h, port: s3cr3t}\n", "not a port"),
        ("smtp:\n  host: *s3cr3t\n", "alias|not YAML"),
        ("smtp: s3cr3t\x07\n", "does not allow"),
        ("[" * 5000, "deep|not YAML"),
        ("- " * 3000 + "x", "deep|not YAML"),
        ("smtp: {port: 25}", "smtp.host, which names the server, is missing"),
        ("", "smtp.host, which names the server, is missing"),
    ],
)
def test_what_is_wrong_is_told_without_what_stands_there(text: str, words: str) -> None:
    """The error names the file and what is wrong, never a piece of it."""
    with pytest.raises(Misconfigured, match=words) as caught:
        read(text)
    assert "s3cr3t" not in str(caught.value)
    assert str(caught.value).startswith(PATH)


def test_the_scanner_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML has no scanner in C, values are the same."""
    before = [plain(documents(text, PATH)[0]) for text in SAMPLES.values()]
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert [plain(documents(text, PATH)[0]) for text in SAMPLES.values()] == before


def test_without_pyyaml_both_ways_to_get_it_are_told(tmp_path: Path) -> None:
    """A missing module is one clear line, with pip's extra and Debian's package."""
    (tmp_path / "yaml.py").write_text("raise ImportError\n")
    config = tmp_path / "mail.yml"
    config.write_text("smtp: {host: h, user: u, password: pw}\n")
    config.chmod(0o600)
    env = {"PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8"}
    folders = [str(tmp_path), *filter(None, sys.path)]
    env["PYTHONPATH"] = os.pathsep.join(folders)
    keys = "host=smtp.host,user=smtp.user,password=smtp.password"
    told = run("--from", f"yaml:{config}", "--from-keys", keys, env=env)
    assert told.code == 3
    assert "check_smtp_auth[yaml]" in told.output
    assert "python3-yaml" in told.output


def test_find_tells_what_is_not_there() -> None:
    """A path that leads nowhere finds nothing, whatever it passes."""
    (root,) = documents("a: {b: [x, y]}\n", PATH)
    for path in ("b", "a.c", "a.b.2", "a.b.x", "a.b.0.z", "a.b.-1", "a.b.²", ""):
        assert find(root, path, PATH) is None, path
    found = find(root, "a.b.1", PATH)
    assert found is not None
    assert found.value == "y"
