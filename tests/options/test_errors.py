"""A wrong command line: one line that says what to do, exit 3, and no value repeated."""

from __future__ import annotations

import json

import pytest
from fakes.plugin import run
from hypothesis import example, given
from hypothesis import strategies as st

from check_smtp_auth.options.help import build_parser
from check_smtp_auth.options.parser import HelpShown, UsageError, parse

LEAST = ("-H", "mail.example.test", "-u", "finance", "-P", "/secret")
MARKER = "hunter2"


def problem(*arguments: str) -> str:
    """What is said of a wrong command line."""
    with pytest.raises(UsageError) as caught:
        parse(arguments)
    return str(caught.value)


WRONG: dict[str, tuple[str, ...]] = {
    "-p": (
        "0",
        "65536",
        "99999999",
        "-1",
        "x",
        "25.0",
        "0x19",
        "\u0662\u0665",
        "0005870000",
        "1" * 5000,
    ),
    "--tls": ("no", "STARTTLS", "tls"),
    "--tls-min": ("1.1", "1", "TLSv1.2"),
    "--tls-name": ("a b", "a/b", "é" * 300, "[", "\x00"),
    "-t": ("0", "-1", "nan", "inf", "1e999", "x", "3601", "0." + "0" * 5000 + "1", "1.2.3"),
    "--hold": ("0", "0d", "-1", "x", "h", "5w", "1.5h", "366d", "1h30m", "1" * 5000, "\u0665m"),
    "--max-rejections": ("0", "-1", "x", "1.5", "100000", "1" * 5000, "\u0665"),
    "--max-server-rejections": ("0", "x"),
    "-A": (",", "CRAM", "PLAIN LOGIN", "PLAIN,XFOO", "NTLM,EXTERNALX"),
    "-D": ("x", "1,2,3", "-1", "1.5", "30,", ",3", "999999", "3,14"),
    "-w": ("x", "1:2:3", "20:10", "@", "1e3", "5s", "inf", "~", "1_0", " 5", "\u0665"),
    "--auth-critical": ("", "x", "10:~"),
    "--secret-expires": (
        *("2027", "2027-01", "2027-1-1", "27-01-31", "2027-02-29", "2100-02-29", "2027-04-31"),
        *("2027-00-10", "2027-13-01", "2027-01-00", "2027-01-32", "31.01.2027", "2027/01/31"),
        *("2027-01-31T00:00", "tomorrow", "-027-01-31", "2027-01-31 ", "\u0662027-01-31"),
        *("0000-00-00", "20270-1-31", "2027-001-1", "2027-01-31-"),
    ),
    "--secret-days": ("x", "1,2,3", "-1", "1.5", "30,", ",3", "999999", "3,14"),
    "--source": ("localhost", "mail.example.test", "face", "dead.beef", "1.2.3", "12", ":"),
    "-F": (
        *("a b", "a\nb", "é", "[a b]", "x" * 256, "[mon]", "[]", "[10.0.0]", "999.1.1.1", "a:b"),
        *("[IPv6:x]", "1.2", "10.0.0.5:25"),
    ),
    "--authzid": ("a\nb", "a\0b"),
    "--state": ("slow", "slow=", "=OK", "slow=FINE", "nonsense=OK"),
    "--output": ("xml", "JSON"),
    "-f": ("a b@c.test", "a@b.test>", "a\r\nRCPT TO:<x@y.test>", "x" * 400, "a@" + "é" * 80),
    "--expect": ("refused", "REJECTED"),
    "--expect-fingerprint": ("ab", "g" * 64, "ab:" * 32 + "ab"),
}


@pytest.mark.parametrize(
    ("option", "value"),
    [(option, value) for option, values in WRONG.items() for value in values if value],
)
def test_a_wrong_value_is_refused_by_its_option(option: str, value: str) -> None:
    """A value that an option cannot take is refused, and the error names the option."""
    said = problem(*LEAST, f"{option}={value}" if option.startswith("--") else f"{option}{value}")
    assert option in said
    assert "\n" not in said


@pytest.mark.parametrize("option", ["-D", "--certificate", "--secret-days"])
def test_days_the_wrong_way_round(option: str) -> None:
    """More days for CRITICAL than for WARNING are refused, in words that say which come first;
    as many, and 0 for either, are taken.
    """
    for value in ("3,14", "1,2", "007,8"):
        said = problem(*LEAST, option, value)
        assert "the second number (CRITICAL) must not be above the first (WARNING)" in said
    for value in ("14,3", "7,7", "0,5", "5,0", "0,0", "1"):
        parse([*LEAST, option, value])


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--max-rejections", "100000", "from 1 to 99999"),
        ("--concurrency", "0", "from 1 to 99999"),
        ("--hold", "366d", "at most 365d"),
        ("-t", "3601", "at most 3600"),
    ],
)
def test_a_number_that_is_too_large(option: str, value: str, words: str) -> None:
    """Whoever gives too large a number is told the largest, and not only what a number is."""
    assert words in problem(*LEAST, option, value)


NO_HOSTS = ["", ".", "a b", "a\nb", "user@host", "http://host/", "[", "a;b", "a..b", "\udcff"]
TOO_LONG = ["x" * 64, f"a.{'x' * 64}.test", ".".join(["x" * 50] * 5)]


@pytest.mark.parametrize("host", NO_HOSTS + TOO_LONG)
def test_a_wrong_host_is_refused(host: str) -> None:
    """An empty host, and what is no host name, is an error of -H."""
    assert "-H" in problem("-H", host, *LEAST[2:])


NO_HOSTS_ALONE = [
    *("mail.example.com:587", "mail.example.com:submission", "192.0.2.1:25", "[::1]:25"),
    *("[2001:db8::1]:587", "bücher.example:465", "smtp://mail.example.com", "smtps://mail:465/"),
    *("mail.example.com/", "mail.example.com/path", "mail.example.com 587", " mail.example.com"),
    *("mail.example.com ", "ops@mail.example.com", "//mail.example.com"),
    *("mail.example.com:587:", "mail:25:587", "192.0.2.1:587:", "::1:mail"),
]


@pytest.mark.parametrize("host", NO_HOSTS_ALONE)
def test_a_host_is_a_host_alone(host: str) -> None:
    """What has more in it than the host is refused, with the option that the port goes with."""
    said = problem("-H", host, *LEAST[2:])
    expected = "takes only a host name or an address; give the port with -p"
    assert said == f"-H/--host/--hostname: {expected}"


@pytest.mark.parametrize("host", ["fe80::1", "[fe80::1]", "FE80::21b:21ff:fe3c:9d4e", "febf::2"])
def test_a_link_local_address_needs_its_interface(host: str) -> None:
    """An address that each network may have once is refused without the interface to it."""
    assert "needs the interface that it is on, as in fe80::1%eth0" in problem(
        "-H", host, *LEAST[2:]
    )


@pytest.mark.parametrize("host", ["localhost%00", "mail.example.com%eth0", "192.0.2.1%eth0", "a%b"])
def test_a_name_has_no_interface(host: str) -> None:
    """A percent sign is part of no name."""
    assert "must be a host name or an address" in problem("-H", host, *LEAST[2:])


@pytest.mark.parametrize(
    ("user", "why"),
    [
        *((user, "the user name is empty") for user in ("", " ", "\u3000 ")),
        *((user, "must not contain control characters") for user in ("a\nb", "a\0b", "a\u202eb")),
        *((user, "-u/-U/--user/--username: must be UTF-8") for user in ("\udcff", "m\udcfcller")),
    ],
)
def test_a_wrong_user_is_refused(user: str, why: str) -> None:
    """An empty user, one with control characters, and one in another encoding are told apart."""
    assert why in problem("-H", "a.test", "-u", user, "-P", "f")


def test_host_and_user_are_required() -> None:
    """Without a host or a user the error says which option is missing."""
    assert "-H" in problem("-u", "finance", "-P", "f")
    assert "-u" in problem("-H", "a.test", "-P", "f")
    assert "-H" in problem()


SOURCES = (
    *(("-P", "f"), ("--password-env", "E"), ("--password-command", "c")),
    *(("--netrc", "n"), ("--netrc",), ("--credential", "c")),
    *(("--token-file", "t"), ("--token-command", "t"), ("--oauth", "o")),
)


@pytest.mark.parametrize("first", SOURCES)
@pytest.mark.parametrize("second", SOURCES)
def test_two_sources_are_one_too_many(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    """Two sources for the secret are refused, whichever they are, and those two are named."""
    if first[0] != second[0]:
        said = problem("-H", "a.test", "-u", "finance", *first, *second)
        both = "more than one source for the secret: keep one of {}, {}"
        named = (first[0], second[0])
        assert said in (both.format(*named), both.format(*reversed(named)))


def test_no_source_is_refused() -> None:
    """Without a source for the secret the error names all of them; empty ones do not count."""
    said = problem("-H", "a.test", "-u", "finance", "-P", "", "--netrc", "")
    for option, *_ in SOURCES:
        assert option in said


# Mechanisms and sources that do not go together, and what the error names.
UNFIT = [
    ("XOAUTH2", ("-P", "f"), "--oauth"),
    ("OAUTHBEARER,XOAUTH2", ("--netrc",), "--token-file"),
    ("PLAIN", ("--token-file", "t"), "access token"),
    ("SCRAM-SHA-256,NTLM,GSSAPI", ("--oauth", "o"), "access token"),
    ("EXTERNAL", ("--token-command", "c"), "access token"),
    ("PLAIN", ("--client-cert", "c"), "client certificate"),
    ("PLAIN", (), "no source"),
    ("EXTERNAL", (), "no source"),
]


@pytest.mark.parametrize(("mechanisms", "source", "named"), UNFIT)
def test_a_mechanism_that_takes_no_such_secret(
    mechanisms: str, source: tuple[str, ...], named: str
) -> None:
    """-A with nothing that the source can serve is refused at once, and says what is wrong."""
    said = problem("-H", "a.test", "-u", "finance", *source, "-A", mechanisms)
    assert named in said
    assert "-A" in said or not source


def test_one_mechanism_that_fits_is_enough() -> None:
    """-A may name mechanisms for other secrets too, as long as one can be used."""
    least = ["-H", "a.test", "-u", "finance"]
    assert parse([*least, "-P", "f", "-A", "XOAUTH2,PLAIN"]).account.mechanisms[0] == "XOAUTH2"
    assert parse([*least, "--token-file", "f", "-A", "PLAIN,OAUTHBEARER"]).account.user
    for name in ("NTLM", "GSSAPI", "EXTERNAL"):
        assert parse([*least, "-P", "f", "-A", name]).account.mechanisms == (name,)


@pytest.mark.parametrize("source", [("--token-file", "t"), ("--oauth", "o"), ("-P", "f")])
def test_only_certificates_and_tickets_need_no_user(source: tuple[str, ...]) -> None:
    """A password and a token are somebody's: without -u they are refused."""
    assert "-u" in problem("-H", "a.test", *source)
    assert "-u" in problem("-H", "a.test", *source, "--client-cert", "c")


def test_what_excludes_each_other() -> None:
    """-4 with -6, a client key without its certificate, a recipient without a sender."""
    assert "-4" in problem(*LEAST, "-4", "-6")
    assert "-f" in problem(*LEAST, "--rcpt-to", "a@b.test")
    assert "--client-cert" in problem(*LEAST, "--client-key", "/key")


def test_an_address_of_the_other_family() -> None:
    """An address that -4 or -6 excludes is told as that, and not that DNS does not know it."""
    rest = LEAST[2:]
    said = problem("-H", "::1", "-4", *rest)
    assert said == "-4 excludes the IPv6 address given with -H"
    assert "-6 excludes the IPv4" in problem("-H", "192.0.2.1", "-6", *rest)
    for words in (("::1", "-6"), ("[::1]", "-6"), ("192.0.2.1", "-4"), ("1.2.3.4.example", "-6")):
        parse(["-H", *words, *rest])


LONG = [name for action in build_parser()._actions for name in action.option_strings]


@pytest.mark.parametrize("name", [name for name in LONG if name.startswith("--")])
def test_options_are_not_abbreviated(name: str) -> None:
    """A long option cut short is unknown: it might mean another one in the next version."""
    short = name[:-1]
    if short not in LONG:
        assert "unknown" in problem(*LEAST, short, "1")
        assert "unknown" in problem(*LEAST, f"{short}=1")


@pytest.mark.parametrize(
    ("given_", "named"),
    [
        ("--frob", "--frob"),
        ("--frob=hunter2", "--frob"),
        ("--frob hunter2", "--frob"),
        ("--frob:hunter2", "--frob"),
        ("--password hunter2", "--password"),
        ("--passwordhunter2", "--pass..."),
        ("-x", "-x"),
        ("-xhunter2", "-x"),
        ("-x hunter2", "-x"),
    ],
)
def test_an_unknown_option_is_named_without_its_value(given_: str, named: str) -> None:
    """An unknown option is named, so that a typo is found, but not what stands behind it."""
    said = problem(*LEAST, given_)
    assert said.startswith(f"{named} is unknown")
    assert MARKER not in said


@pytest.mark.parametrize("word", ["-u hunter2", "-vu hunter2", "--username hunter2"])
def test_an_option_quoted_together_with_its_value(word: str) -> None:
    """An option that came in one word with its value is told so, and not that it is unknown."""
    said = problem(*LEAST, word)
    assert said.endswith(" and its value are quoted together: give them as two words")
    assert MARKER not in said


@pytest.mark.parametrize("word", ["\u2013u", "\u2014username", "\u2212p"])
def test_a_dash_that_is_not_a_hyphen(word: str) -> None:
    """An option copied from a page that prettified its hyphens is told so."""
    assert "not a hyphen" in problem(*LEAST, word, "x")


@pytest.mark.parametrize(
    ("given_", "meant"),
    [
        ("--hostnme", "did you mean --hostname?"),
        ("--tls_name", "did you mean --tls-name?"),
        ("--pasword-file", "did you mean --password-file?"),
        ("--frob", "-h shows all options"),
    ],
)
def test_a_mistyped_option_is_told_with_the_one_meant(given_: str, meant: str) -> None:
    """What nearly is an option is told with that one."""
    assert problem(*LEAST, given_, "1") == f"{given_} is unknown; {meant}"


@pytest.mark.parametrize(
    ("given_", "instead"),
    [("-S", "--tls starttls"), ("--starttls", "--tls starttls"), ("--ssl", "--tls implicit")],
)
def test_an_option_of_check_smtp_is_told_with_what_does_the_same(given_: str, instead: str) -> None:
    """Whoever comes from check_smtp is told how TLS is asked for here."""
    said = problem(*LEAST, given_)
    assert said.startswith(f"{given_} is unknown: ")
    assert instead in said


@pytest.mark.parametrize("key", ["used-by", "labels", "monitor-host", "secrets-file"])
def test_a_key_of_an_accounts_file_is_told_as_that(key: str) -> None:
    """Whoever gives as an option what only an accounts file can say is told where it goes."""
    said = problem(*LEAST, f"--{key}", MARKER)
    assert said == f"--{key} is unknown: {key} is a key of an accounts file (--accounts)"


@pytest.mark.parametrize("option", ["--password", "--pass", "--passwd"])
def test_the_password_has_no_option(option: str) -> None:
    """Whoever gives the password on the command line is told to put it into a file."""
    for words in ((option, MARKER), (f"{option}={MARKER}",)):
        said = problem(*LEAST, *words)
        assert "-P FILE" in said
        assert MARKER not in said


def test_a_stray_value_is_not_repeated() -> None:
    """A word without an option is refused without being shown."""
    for words in ((MARKER,), ("--", MARKER), ("-4", MARKER)):
        assert MARKER not in problem(*LEAST, *words)


def switches() -> list[str]:
    """The options that take no value."""
    return [
        name
        for action in build_parser()._actions
        if action.nargs == 0
        for name in action.option_strings
    ]


@pytest.mark.parametrize("name", switches())
def test_a_value_for_a_switch_is_not_repeated(name: str) -> None:
    """A value glued to a switch is refused without being shown: it may be the password."""
    glued = f"{name}={MARKER}" if name.startswith("--") else f"{name}{MARKER}"
    try:
        assert MARKER not in problem(*LEAST, glued)
    except HelpShown:  # -h may answer before it looks at what is glued to it
        pass


WORDS = st.one_of(
    st.sampled_from(LONG),
    st.sampled_from(LONG).map(lambda name: f"{name}={MARKER}"),
    st.sampled_from(LONG).map(lambda name: f"{name}{MARKER}" if name[1] != "-" else name),
    st.text(max_size=8).map(lambda text: f"{MARKER}{text}"),
    st.text(max_size=8).filter(lambda text: not text.startswith("-")).map("{}hunter2".format),
    st.sampled_from(["", "-", "--", "=", "-1", "--=", "-=", "1", "a.test"]),
)


@given(st.lists(WORDS, max_size=8))
@example(["-v=hunter2"])
@example(["--exit-zero=hunter2"])
@example(["-4hunter2"])
def test_no_error_repeats_a_value(words: list[str]) -> None:
    """Whatever the words and their order, an error has no part of a value in it."""
    try:
        parse(words)
    except UsageError as error:
        assert MARKER not in str(error)
    except HelpShown:
        pass


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(LONG)), max_size=8))
def test_no_words_are_more_than_a_wrong_line(words: list[str]) -> None:
    """Whatever the words, they are understood or they are a usage error: nothing else."""
    try:
        parse(words)
    except (UsageError, HelpShown):
        pass


def test_an_error_is_one_line_on_standard_output() -> None:
    """A usage error is one line on standard output, UNKNOWN, exit 3."""
    done = run("-H", "mail.example.test", "--port", "x")
    assert done.code == 3
    expected = "SMTP_AUTH UNKNOWN - -p/--port: must be a port number, 1 to 65535\n"
    assert done.output == expected


@pytest.mark.parametrize("words", [("--output", "json"), ("--output=json",)])
def test_an_error_comes_in_the_format_asked_for(words: tuple[str, ...]) -> None:
    """With --output json a usage error is one JSON object, wherever the option stands."""
    for line in ((*words, "--frob"), ("--frob", *words)):
        done = run(*line)
        whole = json.loads(done.output)
        assert (done.code, whole["exit_code"], whole["state"]) == (3, 3, "UNKNOWN")
        assert "--frob is unknown" in whole["summary"]


def test_exit_zero_holds_for_errors_too() -> None:
    """With --exit-zero a usage error exits 0, and the output still says UNKNOWN."""
    done = run("--exit-zero", "--frob")
    assert done.code == 0
    assert done.output.startswith("SMTP_AUTH UNKNOWN - ")


@pytest.mark.parametrize("name", ["frob", "FROB=1", "", "SCRAM-SHA-256-PLUSX"])
def test_an_unknown_mechanism_is_misconfigured(name: str) -> None:
    """A mechanism that does not exist is refused before anything is sent, unless empty."""
    if name:
        assert "must name mechanisms from" in problem(*LEAST, "-A", name)
    else:
        assert parse([*LEAST, "-A", name]).account.mechanisms == ()
