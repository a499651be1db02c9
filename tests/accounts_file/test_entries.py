"""The accounts file, sentence by sentence: what a line is, what holds for whom, what is wrong."""

from __future__ import annotations

import pytest
from fakes.accounts import ENOUGH, FOLDER, account, entry, file, problem, read
from hypothesis import example, given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Account, Caution, Entry, Policy, Source
from check_smtp_auth.accounts_file import entries as reader
from check_smtp_auth.accounts_file.sections import names
from check_smtp_auth.options.keys import KEYS
from check_smtp_auth.options.parser import parse
from check_smtp_auth.options.table import OF_THE_RUN, OPTIONS, account_options

MARKER = "hunter2"

EXAMPLE = """\
[defaults]
host = mail.example.com
ca-file = our-ca.pem

[finance]
user = finance@example.com
password-file = secrets/finance
used-by = ERP, invoices, the copier on the second floor
labels = customer=acme site=sp

[alerts]
user = alerts@example.com
password-command = pass show alerts
expect-issuer = Let's Encrypt
state = connection-refused=WARNING timeout=WARNING
"""


def test_the_example_is_read_as_one_would() -> None:
    """Sections are accounts, keys are the long options, and [defaults] holds for all after it."""
    finance, alerts = read(EXAMPLE)
    assert (finance.problem, alerts.problem) == ("", "")
    assert finance.account.name == "finance"
    assert finance.account.host == alerts.account.host == "mail.example.com"
    assert finance.account.user == "finance@example.com"
    assert finance.account.source == Source("file", f"{FOLDER}/secrets/finance")
    assert finance.account.trust.ca_file == alerts.account.trust.ca_file == f"{FOLDER}/our-ca.pem"
    assert finance.account.used_by == "ERP, invoices, the copier on the second floor"
    assert finance.account.labels == (("customer", "acme"), ("site", "sp"))
    assert alerts.account.source == Source("command", "pass show alerts")
    assert alerts.account.pins.issuer == "Let's Encrypt"
    assert alerts.policy.states == {"connection-refused": "WARNING", "timeout": "WARNING"}
    assert finance.policy == Policy()
    assert finance.caution == alerts.caution == Caution()


@pytest.mark.parametrize(
    ("line", "user"),
    [
        ("user = a#b ; c", "a#b ; c"),
        ("user = # no comment", "# no comment"),
        ("user=a=b=c", "a=b=c"),
        ("user \t=\t a b \t", "a b"),
        ('user = "quoted"', '"quoted"'),
        ("user = 'quoted'", "'quoted'"),
        ("user = %(host)s ~ $HOME `id`", "%(host)s ~ $HOME `id`"),
        ("user = a\\nb\\", "a\\nb\\"),
        ("\t user = indented", "indented"),
        ("user = Grün", "Grün"),
        ("user = [finance]", "[finance]"),
    ],
)
def test_a_value_is_all_after_the_first_equals_sign(line: str, user: str) -> None:
    """Nothing in a value is a comment, unquoted, expanded or continued; blanks around it go."""
    assert account(f"host = a.test\npassword-file = /p\n{line}\n").user == user


@pytest.mark.parametrize("mark", ["#", ";", "  #", "\t;", "# user = a", "#[finance]", ";="])
def test_a_comment_is_a_line_that_begins_with_its_mark(mark: str) -> None:
    """A line whose first character that is not blank is # or ; says nothing."""
    assert account(f"{mark} {MARKER}\n{ENOUGH}{mark}\n\n  \n\t\n") == account(ENOUGH)


@pytest.mark.parametrize("end", ["\r\n", " \r\n", "\n\n"])
def test_the_line_ends_of_other_systems_are_taken(end: str) -> None:
    """CRLF ends a line as LF does, in a header, a value and a comment; the last needs no end."""
    lines = f"# x\n[finance]\n{ENOUGH}".replace("\n", end)
    assert entry(lines) == entry(f"[finance]\n{ENOUGH}")
    assert entry(lines.rstrip()) == entry(f"[finance]\n{ENOUGH}")


def test_every_option_of_an_account_is_a_key() -> None:
    """An option that describes, reaches, judges or guards an account is a key by all its long
    names, and those that are about the run are none: one row in the table does for both.
    """
    for option in account_options():
        assert all(KEYS[name[2:]][0] is option for name in option.names if name.startswith("--"))
    of_the_run = [option.key for group in OF_THE_RUN for option in OPTIONS[group]]
    assert {"accounts", "concurrency", "output", "verbose"} <= set(of_the_run)
    assert not set(of_the_run) & KEYS.keys()


# Keys with a value that is no default, beside what an account needs.
GIVEN = {
    "port": "2525",
    "ipv4": "yes",
    "source": "192.0.2.1",
    "helo": "client.example.test",
    "timeout": "2.5",
    "authzid": "admin",
    "mechanism": "PLAIN,LOGIN",
    "secret-expires": "2030-01-31",
    "secret-days": "20,5",
    "tls": "implicit",
    "allow-cleartext": "yes",
    "ca-file": "/ca.pem",
    "ca-path": "/certs",
    "client-cert": "/client.pem",
    "tls-name": "b.test",
    "tls-min": "1.3",
    "insecure": "yes",
    "mail-from": "a@b.test",
    "warning": "2",
    "critical": "5",
    "connect-warning": "1",
    "connect-critical": "2",
    "auth-warning": "1",
    "auth-critical": "2",
    "certificate": "20,5",
    "expect": "rejected",
    "accept-drift": "yes",
    "expect-mechanism": "PLAIN",
    "expect-issuer": "Let's Encrypt",
    "expect-fingerprint": "ab" * 32,
    "state": "slow=CRITICAL",
    "state-dir": "/var/lib/smtp",
    "max-rejections": "1",
    "max-server-rejections": "9",
    "hold": "2h",
    "no-guard": "yes",
    "retry-now": "yes",
}


@pytest.mark.parametrize("key", GIVEN)
def test_a_key_does_what_its_option_does(key: str) -> None:
    """A key in the file makes the same account, policy and caution as the option does."""
    text = GIVEN[key]
    words = [f"--{key}"] if text == "yes" else [f"--{key}", text]
    request = parse(["-H", "mail.example.test", "-u", "finance", "-P", "/secret", *words])
    assert request != parse(["-H", "mail.example.test", "-u", "finance", "-P", "/secret"])
    made = entry(f"[finance]\n{ENOUGH}{key} = {text}\n")
    assert made.problem == ""
    assert made.account.replace(name="") == request.account
    assert (made.policy, made.caution) == (request.policy, request.caution)


@pytest.mark.parametrize("key", GIVEN)
def test_an_empty_value_takes_a_default_back(key: str) -> None:
    """A key with an empty value is as if neither it nor [defaults] had the key; so is "no"."""
    plain = entry(f"[finance]\n{ENOUGH}")
    for value in ("", "no") if GIVEN[key] == "yes" else ("",):
        made = entry(f"[defaults]\n{key} = {GIVEN[key]}\n[finance]\n{ENOUGH}{key} = {value}\n")
        assert made == plain


@pytest.mark.parametrize(
    ("key", "missing"),
    [("host", "no host"), ("user", "no user name"), ("password-file", "no source")],
)
def test_what_an_account_needs_can_be_taken_back_too(key: str, missing: str) -> None:
    """A host, a user or a source of [defaults] is gone where the account has it empty."""
    found = entry(f"[defaults]\n{ENOUGH}[a]\n{key} =\n")
    assert missing in found.problem
    assert entry(f"[defaults]\n{ENOUGH}[a]\n").problem == ""


def test_an_account_without_a_user_is_told_with_its_line() -> None:
    """A user is each account's own: where it is missing the line of the account is named, though
    all the rest comes from [defaults].
    """
    found = entry("[defaults]\nhost = a.test\npassword-file = p\n\n[a]\nused-by = ERP\n")
    assert found.problem.endswith(":5: no user name: give user = USER")


def test_aliases_are_keys_too() -> None:
    """Each long name of an option is a key; two of one option are that option twice."""
    lines = ENOUGH.replace("host", "hostname").replace("user", "username")
    assert account(lines) == account(ENOUGH)
    assert "username: given twice" in problem(f"{ENOUGH}username = x\n")


@pytest.mark.parametrize("blanks", [" ", "   ", "\t"])
def test_lists_are_parted_by_blanks(blanks: str) -> None:
    """What may be repeated on the command line is a list here, its items parted by blanks."""
    found = entry(f"[a]\n{ENOUGH}state = slow=OK{blanks}timeout=WARNING\n")
    assert found.policy.states == {"slow": "OK", "timeout": "WARNING"}
    assert account(f"{ENOUGH}mechanism = LOGIN{blanks}PLAIN\n").mechanisms == ("LOGIN", "PLAIN")
    assert account(f"{ENOUGH}mechanism = LOGIN, PLAIN\n").mechanisms == ("LOGIN", "PLAIN")


@pytest.mark.parametrize(
    ("key", "text", "place"),
    [
        ("password-file", "secret", f"{FOLDER}/secret"),
        ("password-file", "../secret", f"{FOLDER}/../secret"),
        ("password-file", "/etc/secret", "/etc/secret"),
        ("token-file", "token", f"{FOLDER}/token"),
        ("oauth", "client.ini", f"{FOLDER}/client.ini"),
        ("netrc", "netrc", f"{FOLDER}/netrc"),
        ("netrc", "yes", ""),
        ("password-command", "pass show x", "pass show x"),
        ("password-env", "secret", "secret"),
        ("credential", "secret", "secret"),
    ],
)
def test_relative_paths_are_relative_to_the_file(key: str, text: str, place: str) -> None:
    """A file that is named without a slash in front is looked for beside the accounts file."""
    assert account(f"host = a.test\nuser = u\n{key} = {text}\n").source.place == place


def test_other_paths_are_relative_to_the_file_too() -> None:
    """Certificates and the memory are looked for beside the file; "none" is no directory."""
    found = entry(f"[a]\n{ENOUGH}ca-file = ca\nca-path = certs\nclient-cert = c\nclient-key = k\n")
    trust = found.account.trust
    paths = (trust.ca_file, trust.ca_path, trust.client_cert, trust.client_key)
    assert paths == tuple(f"{FOLDER}/{name}" for name in ("ca", "certs", "c", "k"))
    assert entry(f"[a]\n{ENOUGH}state-dir = m\n").caution.state_dir == f"{FOLDER}/m"
    assert entry(f"[a]\n{ENOUGH}state-dir = none\n").caution.state_dir == "none"


def test_defaults_hold_for_the_accounts_after_them_in_their_file() -> None:
    """[defaults] says nothing of accounts before it, nor of those of other files; a later one
    adds to an earlier one.
    """
    first = f"[a]\n{ENOUGH}[defaults]\ntimeout = 3\nwarning = 2\n[b]\n{ENOUGH}"
    second = f"[defaults]\ntimeout = 4\n[c]\n{ENOUGH}"
    made = read(first + second, f"[d]\n{ENOUGH}")
    assert [each.account.timeout for each in made] == [10, 3, 4, 10]
    assert [bool(each.policy.total.warning) for each in made] == [False, True, True, False]


def test_equal_policies_are_one() -> None:
    """What accounts have in common is made once, whether a default or said by each."""
    lines = f"{ENOUGH}certificate = 30,7\nhold = 2h\n"
    one, other, third = read(f"[a]\n{lines}[b]\n{lines}[c]\n{ENOUGH}")
    assert one.policy is other.policy
    assert one.caution is other.caution
    assert one.account.trust is other.account.trust
    assert third.policy.warning_days == 14


SOURCES = {
    "password-file": ("/p", Source("file", "/p")),
    "password-env": ("E", Source("environment", "E")),
    "password-command": ("c", Source("command", "c")),
    "netrc": ("/n", Source("netrc", "/n")),
    "credential": ("c", Source("credential", "c")),
    "token-file": ("/t", Source("file", "/t", "access token")),
    "token-command": ("t", Source("command", "t", "access token")),
    "oauth": ("/o", Source("oauth", "/o", "access token")),
}
SHARED = {
    "secrets-file": ("/s", Source("secrets-file", "/s", entry="finance")),
    "secrets-command": ("s", Source("secrets-command", "s", entry="finance")),
}
LEAST = "host = a.test\nuser = u\n"


@pytest.mark.parametrize("own", SOURCES)
@pytest.mark.parametrize("default", [*SOURCES, *SHARED])
def test_an_accounts_own_source_replaces_any_of_the_defaults(default: str, own: str) -> None:
    """An account that names its own source has that one alone, whatever [defaults] names."""
    text = {**SOURCES, **SHARED}[default][0]
    head = f"[defaults]\n{default} = {text}\n[finance]\n{LEAST}"
    assert entry(head).account.source == {**SOURCES, **SHARED}[default][1]
    assert entry(f"{head}{own} = {SOURCES[own][0]}\n").account.source == SOURCES[own][1]


@pytest.mark.parametrize("default", [*SOURCES, *SHARED])
def test_a_source_of_the_command_line_replaces_the_files(default: str) -> None:
    """-P beside --accounts is where all secrets come from, whatever the file says."""
    text = {**SOURCES, **SHARED}[default][0]
    for head in (
        f"[defaults]\n{default} = {text}\n[finance]\n",
        f"[finance]\n{default} = {text}\n",
    ):
        if default in SOURCES or head.startswith("[defaults]"):
            found = entry(head + LEAST, password_file="/mine")
            assert found.account.source == Source("file", "/mine")


@pytest.mark.parametrize("empty", SOURCES)
def test_an_empty_source_takes_back_no_other(empty: str) -> None:
    """An account that takes one source back keeps another one of [defaults]."""
    for default in {"password-command", "netrc"} - {empty}:
        text = f"[defaults]\n{default} = /x\n[finance]\n{LEAST}{empty} =\n"
        assert entry(text).account.source.place == "/x"


def test_two_sources_are_one_too_many() -> None:
    """An account with two sources of one section is misconfigured; so is one whose defaults
    have two.
    """
    assert "more than one source" in problem(f"{ENOUGH}password-env = E\n")
    two = "[defaults]\nsecrets-file = s\npassword-env = E\n"
    found = entry(f"{two}[a]\n{LEAST}").problem
    assert "more than one source" in found
    assert found.endswith("keep one of password-env, secrets-file")


def test_what_the_command_line_says_is_stronger() -> None:
    """An option counts for all accounts, over their own keys and over [defaults]."""
    text = f"[defaults]\ntimeout = 3\n[a]\n{ENOUGH}port = 25\nipv4 = yes\nwarning = 3\n"
    made = entry(text, timeout=4.0, port=2525, ipv6=True, host="b.test", output="json")
    assert made.problem == ""
    assert (made.account.timeout, made.account.port, made.account.host) == (4.0, 2525, "b.test")
    assert made.account.family == "ipv6"
    assert made.policy.total.warning is not None


def test_a_secret_of_the_command_line_stands_in_no_file() -> None:
    """What is wrong with a secret that the command line names is not blamed on the file."""
    text = f"[a]\n{ENOUGH}"
    (of_file,), (of_line,) = read(text), read(text, password_file="/x")
    assert of_file.account.stands == f"{FOLDER}/accounts.ini:1"
    assert of_line.account.stands == ""


@pytest.mark.parametrize(
    "name",
    ["a", "finance@example.com", "Über uns", "a b", "1", "x" * 100, "a/b:c,d(e)<f>{g}$h%i&j", "#1"],
)
def test_a_name_is_up_to_100_printable_characters(name: str) -> None:
    """A section's name is the account's."""
    found = entry(f"[{name}]\n{ENOUGH}")
    assert (found.account.name, found.problem) == (name, "")


@pytest.mark.parametrize(
    "header",
    [
        *("[]", f"[{'x' * 101}]", '["a"]', "[a'b]", "[a|b]", "[a;b]", "[a=b]", "[a[b]", "[a]b]"),
        *("[a\\b]", "[a\tb]", "[a\x00b]", "[a\u202eb]", "[a\u00a0b]", "[ a]", "[a ]"),
        *("[a", "[a] # x", "[a] x", "[", "[{#NAME}]"),
    ],
)
def test_a_name_that_is_none_is_the_accounts_fault(header: str) -> None:
    """An account whose header is no name is still a result, called by its place in the file."""
    bad, good = read(f"{header}\n{ENOUGH}[good]\n{ENOUGH}")
    assert bad.account.name == "accounts.ini:1"
    assert bad.problem.startswith(f"{FOLDER}/accounts.ini:1: the ")
    assert bad.account.host == "mail.example.test"
    assert (good.account.name, good.problem) == ("good", "")


def test_the_second_of_a_name_is_a_result_of_its_own() -> None:
    """Names are unique over all files: the first of a name is checked, each other one is
    misconfigured, under a name that is unique again and says where it stands.
    """
    made = read(f"[a]\n{ENOUGH}[b]\n{ENOUGH}[a]\n{ENOUGH}", f"[b]\n{ENOUGH}")
    assert [each.account.name for each in made] == ["a", "b", "a@a.ini:9", "b@b.ini:1"]
    assert [bool(each.problem) for each in made] == [False, False, True, True]
    assert made[2].problem == f"{FOLDER}/a.ini:9: the name a is already used at {FOLDER}/a.ini:1"
    assert f"{FOLDER}/a.ini:5" in made[3].problem


# Names that monitors would be told as one: what is harmless is made of both.
ALIKE = [("a  b", "a b"), ("a<b>", "a(b)"), ("$(a", "$ (a"), ("\uff5cx", "/x"), ("a\u3164b", "a b")]


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_a_name_that_monitors_cannot_tell_from_another(first: str, second: str) -> None:
    """Of two names that are one in monitors, the second is a result of its own, misconfigured."""
    one, two = read(f"[{first}]\n{ENOUGH}[{second}]\n{ENOUGH}")
    assert (one.account.name, one.problem) == (first, "")
    assert two.account.name == f"{second}@accounts.ini:5"
    assert two.problem.endswith(f"is already used at {FOLDER}/accounts.ini:1")


def test_the_second_of_a_long_name_has_a_short_one() -> None:
    """The name that tells the second one is a name too, at most 100 characters."""
    _, second = read(f"[{'x' * 100}]\n{ENOUGH}[{'x' * 100}]\n{ENOUGH}")
    assert second.account.name.endswith("x@accounts.ini:5")
    assert len(second.account.name) == 100


# Lines that are wrong, and how the words after file and line begin.
WRONG = [
    ("bogus = x", "unknown key bogus"),
    ("Host = x", "unknown key Host; did you mean host?"),
    ("pasword-file = x", "unknown key pasword-file; did you mean password-file?"),
    ("password_file = x", "unknown key password_file; did you mean password-file?"),
    ("password = x", "unknown key password: no key takes the password itself"),
    ("output = json", "output is an option of the command line"),
    ("accounts = x", "accounts is an option of the command line"),
    (f"from = {MARKER}", "from: unknown kind of program; known are postfix, "),
    (f"from = ini#{MARKER}", "from: ini has no default file: give its path, as in ini:FILE"),
    (f"from-keys = {MARKER}=x", "from-keys: pair 1 does not start with one of host, port,"),
    (f"{MARKER}== ", "unknown key (not repeated"),
    ("= x", "unknown key (not repeated"),
    (f"x {MARKER}", "not a [section], KEY = VALUE"),
    ("insecure", "not a [section], KEY = VALUE"),
    ("password-file = -", "password-file: standard input cannot be used"),
    ("port = x", "port: must be a port number"),
    ("timeout = 0", "timeout: must be a number of seconds"),
    ("insecure = true", "insecure: must be yes or no"),
    ("insecure = Yes please", "insecure: must be yes or no"),
    ("state = slow=FINE", "state: must be DIAGNOSIS=STATE"),
    ("mechanism = PLAIN XFOO", "mechanism: must name mechanisms"),
    ("tls = maybe", "tls: must be one of"),
    ("authzid = a\x00b", "authzid: must not contain control characters"),
    ("ca-file = a\x1bb", "ca-file: must not contain control characters"),
    ("used-by = a\x9bb", "used-by: must not contain control characters"),
    ("ca-file = a\rb", "ca-file: must not contain control characters"),
    ("labels = customer", "labels: must be NAME=VALUE"),
    ("labels = Customer=x", "labels: must be NAME=VALUE"),
    ("labels = 1st=x", "labels: must be NAME=VALUE"),
    ("labels = a-b=x", "labels: must be NAME=VALUE"),
    ("labels = =x", "labels: must be NAME=VALUE"),
    ("labels = a=x a=y", "labels: has the same name twice"),
    (f"labels = {' '.join(f'l{n}=x' for n in range(17))}", "labels: must be 16 labels at most"),
    (f"labels = {'l' * 61}=x", "labels: a name must have 60 characters at most"),
    ("monitor-host = a;b", "monitor-host: must be the name of a host"),
    ("monitor-host = <a>", "monitor-host: must be the name of a host"),
    ("secrets-file = x", "secrets-file is allowed only in [defaults]"),
    ("secrets-command = x", "secrets-command is allowed only in [defaults]"),
    ("host = x", "host: given twice"),
    ("host =", "host: given twice"),
]


@pytest.mark.parametrize(("line", "words"), WRONG)
def test_an_error_tells_file_line_and_key(line: str, words: str) -> None:
    """What is wrong with a line is the problem of its account alone, and told by its place."""
    own = ENOUGH.replace("password-file", "# no") if "password" in line else ENOUGH
    before, bad, after = read(f"[a]\n{ENOUGH}[b]\n{own}\n{line}\n[c]\n{ENOUGH}")
    assert bad.problem.startswith(f"{FOLDER}/accounts.ini:10: {words}")
    assert MARKER not in bad.problem
    assert bad.account.name == "b"
    assert bad.account.user == "finance"
    assert (before.problem, after.problem) == ("", "")


@pytest.mark.parametrize("name", ["account", "host", "port", "job", "instance", "name", "user"])
def test_a_label_has_no_name_that_is_taken(name: str) -> None:
    """A label cannot hide what the reports say of an account."""
    assert "labels: must be NAME=VALUE" in problem(f"{ENOUGH}labels = {name}=x\n")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("a=1", (("a", "1"),)),
        ("_x9=a=b  site=São_Paulo", (("_x9", "a=b"), ("site", "São_Paulo"))),
        ('q="x', (("q", '"x'),)),
        ("empty=", (("empty", ""),)),
    ],
)
def test_labels_are_names_and_values(text: str, labels: object) -> None:
    """Labels stand in one line, parted by blanks; a value may have anything but blanks."""
    assert account(f"{ENOUGH}labels = {text}\n").labels == labels


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("user = u\npassword-file = p\n", "no host: give host = HOST"),
        ("host =\nuser = u\npassword-file = p\n", "no host: give host = HOST"),
        ("host = a.test\npassword-file = p\n", "no user name: give user = USER"),
        ("host = a.test\nuser = u\n", "no source for the secret: give password-file = FILE"),
        ("", "no host"),
        (f"{ENOUGH}ipv4 = yes\nipv6 = yes\n", "ipv4 and ipv6 cannot be used together"),
        (f"{ENOUGH}rcpt-to = a@b.test\n", "rcpt-to needs mail-from"),
        (f"{ENOUGH}client-key = k\n", "client-key needs client-cert"),
        (f"{ENOUGH}mechanism = XOAUTH2\n", "mechanism: none of these works with a password"),
    ],
)
def test_what_does_not_fit_is_told_in_keys(lines: str, words: str) -> None:
    """What is missing or does not go together is told by the section's line, in the file's
    words.
    """
    said = problem(lines)
    assert said.startswith(f"{FOLDER}/accounts.ini:1: {words}")
    assert "--" not in said
    assert " -" not in said


@pytest.mark.parametrize(
    ("defaults", "words"),
    [
        ("port = 465\npassword-file = p\n", "no host: give host = HOST"),
        ("host = a.test\npassword-file = p\nnetrc = yes\n", "more than one source for the secret"),
        (f"{ENOUGH}ipv4 = yes\nipv6 = yes\n", "ipv4 and ipv6 cannot be used together"),
    ],
)
def test_what_does_not_fit_in_the_defaults_is_told_alike_of_all(defaults: str, words: str) -> None:
    """What all accounts have in common is wrong in the same words for each, which reports tell
    once; an account that says more than who it is has its own line.
    """
    text = f"[defaults]\n{defaults}[a]\nuser = a\n[b]\nuser = b\nused-by = ERP\n"
    *alike, own = (each.problem for each in read(f"{text}[c]\nuser = c\nport = 26\n"))
    assert len(alike) == 2
    assert len(set(alike)) == 1
    assert alike[0].startswith(f"{FOLDER}/accounts.ini: {words}")
    assert own.startswith(f"{FOLDER}/accounts.ini:{text.count(chr(10)) + 1}: {words}")


@pytest.mark.parametrize("header", ["[DEFAULT]", "[default]", "[Defaults]"])
def test_who_takes_another_name_for_the_defaults_is_told(header: str) -> None:
    """Sections that look like the defaults, and are an account, say what those are called."""
    wrong, _ = read(f"{header}\nhost = a.test\n[a]\n{ENOUGH}")
    assert "settings for all accounts belong in [defaults]" in wrong.problem


def test_several_errors_are_told_together() -> None:
    """The first three things that are wrong with an account are told, and how many more."""
    said = problem("a = 1\nb = 1\nc = 1\nd = 1\ne = 1\n")
    assert said.count("unknown key") == 3
    assert said.endswith("; and 2 more")


def test_an_error_in_the_defaults_is_one_of_the_accounts_after_it() -> None:
    """An account is not checked with half of its defaults, unless it has a value of its own."""
    text = f"[a]\n{ENOUGH}[defaults]\ntimeout = x\n[b]\n{ENOUGH}[c]\n{ENOUGH}timeout = 3\n"
    a, b, c = read(text)
    assert (a.problem, c.problem) == ("", "")
    assert (
        b.problem
        == f"{FOLDER}/accounts.ini:6: timeout: must be a number of seconds above 0, at most 3600"
    )
    assert all(each.problem for each in read(f"[defaults]\nbogus = 1\n[a]\n{ENOUGH}[b]\n{ENOUGH}"))


def test_a_line_before_any_section_is_the_files_fault() -> None:
    """Such a line is a result named after the file; the accounts run."""
    before, good = read(f"# fine\n\nhost = {MARKER}\n[a]\n{ENOUGH}")
    assert before.account.name == "accounts.ini"
    assert before.problem == f"{FOLDER}/accounts.ini:3: this line is before the first [section]"
    assert good.problem == ""


def test_the_state_of_what_is_wrong_can_be_chosen() -> None:
    """A faulty account keeps its policy: state = misconfigured=CRITICAL counts."""
    found = entry("[defaults]\nstate = misconfigured=CRITICAL\n[a]\nbogus = 1\n")
    assert found.problem
    assert found.policy.states == {"misconfigured": "CRITICAL"}


LINES = st.one_of(
    st.sampled_from(
        [
            *("[defaults]", "[a]", "[b]", "[a", "[]", "[a|b]", "  [c]  ", "[a]\r", "", "  ", "# x"),
            *(line for line, _ in WRONG),
            *(f"{key} = {text}" for key, text in GIVEN.items()),
            *ENOUGH.splitlines(),
            *("secrets-file = s", "user = x", "host = b.test"),
        ]
    ),
    st.text(max_size=20),
    st.builds("{} = {}".format, st.sampled_from(sorted(KEYS)), st.text(max_size=20)),
    st.builds(f"{{}} = {MARKER}{{}}".format, st.sampled_from(sorted(KEYS)), st.text(max_size=5)),
    st.builds(f"{{}}{MARKER}{{}}".format, st.text(max_size=5), st.text(max_size=5)),
)
TEXTS = st.lists(LINES, max_size=30).map("\n".join)


def headers(text: str) -> list[str]:
    """The lines that begin an account."""
    lines = (line.strip(" \t\r") for line in text.split("\n"))
    return [line for line in lines if line.startswith("[") and line != "[defaults]"]


@PROPERTY
@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(["[a]\n" * 3, "[a]"])
def test_whatever_stands_there_each_account_is_an_entry(texts: list[str]) -> None:
    """Any text gives one entry for each section, and no other unless a file is wrong; names are
    unique, and what is wrong is one line that repeats nothing of the file but names and keys.
    """
    made = read(*texts)
    accounts = [
        each for each in made if "this line is before the first [section]" not in each.problem
    ]
    assert len(accounts) == sum(len(headers(text)) for text in texts)
    told = [
        each.account.name
        for each in made
        if "this line is before the first [section]" not in each.problem
    ]
    assert len(set(told)) == len(told)
    for each in made:
        if MARKER not in each.account.name:
            assert MARKER not in each.problem
        assert each.problem or each.account.host


DEFAULTS = "[defaults]\ntimeout = {}\n"
AROUND = f"{DEFAULTS.format(3)}[x]\n{ENOUGH}[a]\n{ENOUGH}{DEFAULTS.format(4)}[b]\n{ENOUGH}"


@PROPERTY
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(["a", "b", "c", "x"]))
@example([AROUND], "a")
@example([AROUND], "b")
@example([DEFAULTS.format(5), AROUND, AROUND], "b")
def test_one_account_is_found_as_it_is_read_with_all(texts: list[str], name: str) -> None:
    """An account that is looked for by its name is what it is in the whole: a search is no other
    reader.
    """
    files = [file(text, f"{number}.ini") for number, text in enumerate(texts)]
    whole = list(reader.entries(files, {}, str))
    found = list(reader.find(files, name, {}, str))
    wanted = [e for e in whole if e.account.name == name or e.account.name.startswith(f"{name}@")]
    assert found == wanted


def test_a_name_in_a_comment_or_a_value_is_not_found() -> None:
    """Only a header is a section, however often its text stands elsewhere."""
    text = f"# [a]\n[b]\n{ENOUGH}used-by = [a]\n#[a]\n [a] \nhost = a.test\n[aa]\n{ENOUGH}"
    (found,) = reader.find([file(text)], "a", {}, str)
    assert found.account.host == "a.test"
    assert found.problem.startswith(f"{FOLDER}/accounts.ini:8: no source")
    assert not list(reader.find([file(text)], "defaults", {}, str))
    assert list(names([file(text)])) == ["b", "a", "aa"]


def test_entries_are_made_one_by_one() -> None:
    """A long file is not read to its end before the first account can be checked."""
    text = "".join(f"[{number}]\n{ENOUGH}" for number in range(20_000))
    made = reader.entries([file(text)], {}, str)
    first = next(iter(made))
    assert isinstance(first, Entry)
    assert isinstance(first.account, Account)
    assert first.account.name == "0"
