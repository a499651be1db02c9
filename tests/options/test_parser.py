"""The command line: what each option means, alone and by default."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

import pytest
from fakes.plugin import environment, run
from hypothesis import example, given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Account, Caution, Pins, Policy, Source, Trust
from check_smtp_auth.options.given import account_of, policy_of
from check_smtp_auth.options.help import build_parser
from check_smtp_auth.options.parser import HelpShown, Request, UsageError, parse
from check_smtp_auth.options.table import MANY, OPTIONS, each_option
from check_smtp_auth.sasl import Proof

LEAST = ("-H", "mail.example.test", "-u", "finance", "-P", "/secret")


def account(*arguments: str) -> Account:
    """The account that the least options and these make."""
    return parse([*LEAST, *arguments]).account


def policy(*arguments: str) -> Policy:
    """The policy that the least options and these make."""
    return parse([*LEAST, *arguments]).policy


def test_the_least_options_suffice() -> None:
    """Host, user and password file are enough: port 587, STARTTLS, 10 s, trust as the system."""
    request = parse(LEAST)
    assert request.account == Account(
        host="mail.example.test",
        port=587,
        user="finance",
        source=Source("file", "/secret"),
        tls="starttls",
        trust=Trust(),
        tls_name="mail.example.test",
    )
    assert request.account.timeout == 10
    assert request.account.trust.minimum == "1.2"
    assert (request.policy.warning_days, request.policy.critical_days) == (14, 3)
    assert (request.policy.secret_warning_days, request.policy.secret_critical_days) == (30, 7)
    assert request.policy.secret_expires is None
    assert request.policy.total == request.policy.connect == request.policy.auth
    assert (request.output, request.verbosity, request.exit_zero) == ("nagios", 0, False)


@pytest.mark.parametrize(
    ("arguments", "port", "tls"),
    [
        ((), 587, "starttls"),
        (("-p", "465"), 465, "implicit"),
        (("-p", "25"), 25, "starttls"),
        (("-p", "2525"), 2525, "starttls"),
        (("--tls", "implicit"), 465, "implicit"),
        (("--tls", "none"), 25, "none"),
        (("--tls", "starttls"), 587, "starttls"),
        (("--tls", "starttls", "-p", "465"), 465, "starttls"),
        (("--tls", "implicit", "-p", "587"), 587, "implicit"),
    ],
)
def test_port_and_tls_follow_from_each_other(
    arguments: tuple[str, ...], port: int, tls: str
) -> None:
    """Each of port and --tls has its default by the other; both given, both hold."""
    made = account(*arguments)
    assert (made.port, made.tls) == (port, tls)


# Every option that takes a value: its names, a value, where the value is found, and what it is.
VALUES: list[tuple[tuple[str, ...], str, str, Any]] = [
    (("-H", "--host", "--hostname"), "a.test", "account.host", "a.test"),
    (("-p", "--port"), "2525", "account.port", 2525),
    (("-u", "-U", "--user", "--username"), "Grün", "account.user", "Grün"),
    (("-P", "--password-file"), "-", "account.source.place", "-"),
    (("--tls",), "none", "account.tls", "none"),
    (("--ca-file",), "/ca", "account.trust.ca_file", "/ca"),
    (("--ca-path",), "/ca", "account.trust.ca_path", "/ca"),
    (("--client-cert",), "/c", "account.trust.client_cert", "/c"),
    (("--tls-name",), "b.test.", "account.tls_name", "b.test"),
    (("--tls-min",), "1.3", "account.trust.minimum", "1.3"),
    (("-A", "--mechanism"), "login, ,PLAIN,", "account.mechanisms", ("LOGIN", "PLAIN")),
    (("--authzid",), "admin", "account.authzid", "admin"),
    (("--secret-expires",), "2028-02-29", "policy.secret_expires", 1_835_395_200.0),
    (("--secret-days",), "60,10", "policy.secret_warning_days", 60),
    (("--secret-days",), "60,10", "policy.secret_critical_days", 10),
    (("--secret-days",), "60", "policy.secret_critical_days", 7),
    (("-t", "--timeout"), "2.5", "account.timeout", 2.5),
    (("-t",), "3600", "account.timeout", 3_600.0),
    (("--max-rejections",), "1", "caution.rejections", 1),
    (("--max-server-rejections",), "99999", "caution.server_rejections", 99_999),
    (("--hold",), "90", "caution.hold", 90.0),
    (("--hold",), "90s", "caution.hold", 90.0),
    (("--hold",), "15m", "caution.hold", 900.0),
    (("--hold",), "2h", "caution.hold", 7_200.0),
    (("--hold",), "365d", "caution.hold", 31_536_000.0),
    (("--source",), "192.0.2.1", "account.source_address", "192.0.2.1"),
    (("-F", "--helo"), "[192.0.2.1]", "account.hello", "[192.0.2.1]"),
    (("-f", "--mail-from"), "<a@b.test>", "account.sender", "a@b.test"),
    (("-f",), "<>", "account.sender", ""),
    (("-f",), "josé@bücher.test", "account.sender", "josé@xn--bcher-kva.test"),
    (("-f",), "a@faß.test", "account.sender", "a@xn--fa-hia.test"),
    (("-F",), "10.0.0.5", "account.hello", "[10.0.0.5]"),
    (("-F",), "[2001:DB8::5]", "account.hello", "[IPv6:2001:db8::5]"),
    (("-H",), "febe", "account.host", "febe"),
    (("-H",), "straße.test", "account.host", "xn--strae-oqa.test"),
    (("-H",), "mail\u3002straße\uff0etest", "account.host", "mail.xn--strae-oqa.test"),
    (("--expect",), "rejected", "policy.expect_rejected", True),
    (("--expect-mechanism",), "plain", "account.pins.mechanism", "PLAIN"),
    (("--expect-issuer",), "Example", "account.pins.issuer", "Example"),
    (("--expect-fingerprint",), "AB:" * 31 + "CD", "account.pins.fingerprint", "ab" * 31 + "cd"),
    (("--output",), "json", "output", "json"),
    (("--explain",), "held", "text", "held"),
]


@pytest.mark.parametrize(("names", "value", "place", "meaning"), VALUES, ids=lambda v: str(v)[:24])
def test_an_option_is_taken_by_each_of_its_names(
    names: tuple[str, ...], value: str, place: str, meaning: object
) -> None:
    """Every name of an option, short or long, sets the same thing."""
    for name in names:
        found: Any = parse([*LEAST, name, value])
        for part in place.split("."):
            found = getattr(found, part)
        assert found == meaning, name


SWITCHES = [
    (("--allow-cleartext",), "account.allow_cleartext", True),
    (("--insecure",), "account.trust.insecure", True),
    (("--proxy-protocol",), "account.behind_proxy", True),
    (("-4", "--ipv4"), "account.family", "ipv4"),
    (("-6", "--ipv6"), "account.family", "ipv6"),
    (("--exit-zero",), "exit_zero", True),
    (("-v", "--verbose"), "verbosity", 1),
    (("-vv",), "verbosity", 2),
    (("-vvv",), "verbosity", 3),
]


@pytest.mark.parametrize(("names", "place", "meaning"), SWITCHES, ids=lambda v: str(v)[:24])
def test_a_switch_is_taken_by_each_of_its_names(
    names: tuple[str, ...], place: str, meaning: object
) -> None:
    """Every name of a switch turns on the same thing."""
    for name in names:
        found: Any = parse([*LEAST, name])
        for part in place.split("."):
            found = getattr(found, part)
        assert found == meaning, name


@pytest.mark.parametrize(
    ("option", "value", "source"),
    [
        ("-P", "file", Source("file", "file")),
        ("--password-env", "NAME", Source("environment", "NAME")),
        ("--password-command", "pass show x", Source("command", "pass show x")),
        ("--netrc", "file", Source("netrc", "file")),
        ("--credential", "name", Source("credential", "name")),
        ("--token-file", "file", Source("file", "file", Proof.TOKEN)),
        ("--token-command", "give me", Source("command", "give me", Proof.TOKEN)),
        ("--oauth", "client.ini", Source("oauth", "client.ini", Proof.TOKEN)),
    ],
)
def test_each_source_of_a_secret(option: str, value: str, source: Source) -> None:
    """Each of the sources can be named, in place of the others."""
    made = parse(["-H", "a.test", "-u", "finance", option, value])
    assert made.account.source == source


@pytest.mark.parametrize("user", [None, "finance"])
def test_a_certificate_can_take_the_place_of_a_secret(user: str | None) -> None:
    """With a client certificate and no other source it is what logs in; -u may be missing."""
    words = ["-H", "a.test", "--client-cert", "/c", *(["-u", user] if user else [])]
    assert parse(words).account.source == Source("certificate", "/c", Proof.CERTIFICATE)
    made = parse([*words, "--client-key", "/k"]).account
    assert (made.source.place, made.user, made.mechanisms) == ("/k", user, ())
    assert parse([*words, "-A", "EXTERNAL"]).account.source.proof == Proof.CERTIFICATE


def test_mechanisms_given_one_by_one() -> None:
    """-A may be repeated, as monitors do with lists; an empty one counts as not given."""
    assert account("-A", "login", "-A", "", "-A", "plain,cram-md5").mechanisms == (
        *("LOGIN", "PLAIN", "CRAM-MD5"),
    )


def test_a_certificate_beside_a_password_is_for_tls_alone() -> None:
    """A client certificate with a source for a secret beside it leaves the login to the secret."""
    made = account("--client-cert", "/c")
    assert made.source == Source("file", "/secret")
    assert made.trust.client_cert == "/c"


@pytest.mark.parametrize("mechanisms", ["GSSAPI", "gssapi,PLAIN"])
def test_a_ticket_needs_neither_secret_nor_user(mechanisms: str) -> None:
    """-A GSSAPI without a source means the Kerberos ticket that is there."""
    made = parse(["-H", "a.test", "-A", mechanisms]).account
    assert (made.source, made.user) == (Source("ticket", "", Proof.TICKET), None)
    assert account("-A", "GSSAPI").source == Source("file", "/secret")


def test_netrc_needs_neither_file_nor_user() -> None:
    """--netrc alone is the user's own file, and the user name is found in it."""
    made = parse(["-H", "a.test", "--netrc"])
    assert (made.account.source.kind, made.account.user) == ("netrc", None)


@pytest.mark.parametrize(
    ("host", "meant", "name"),
    [
        ("::1", "::1", "::1"),
        ("[::1]", "::1", "::1"),
        ("[2001:db8::25]", "2001:db8::25", "2001:db8::25"),
        ("fe80::1%eth0", "fe80::1%eth0", "fe80::1"),
        ("mail.example.test.", "mail.example.test", "mail.example.test"),
        ("grün.example.test", "xn--grn-ioa.example.test", "xn--grn-ioa.example.test"),
        ("under_score.test", "under_score.test", "under_score.test"),
        ("192.0.2.1", "192.0.2.1", "192.0.2.1"),
    ],
)
def test_hosts_are_taken_in_every_spelling(host: str, meant: str, name: str) -> None:
    """IPv6 in brackets, a trailing dot and a non-ASCII name come out as the network wants them."""
    made = parse(["-H", host, "-u", "finance", "-P", "file"]).account
    assert (made.host, made.tls_name) == (meant, name)


@pytest.mark.parametrize(
    ("value", "days"), [("30", (30, 3)), ("30,7", (30, 7)), ("0,0", (0, 0)), ("1", (1, 3))]
)
def test_certificate_days(value: str, days: tuple[int, int]) -> None:
    """-D gives WARNING days, and CRITICAL days where they are not to stay 3."""
    made = policy("-D", value)
    assert (made.warning_days, made.critical_days) == days
    assert policy("--certificate", value) == made


RANGES = {
    "-w": ("total", "warning"),
    "-c": ("total", "critical"),
    "--warning": ("total", "warning"),
    "--critical": ("total", "critical"),
    "--connect-warning": ("connect", "warning"),
    "--connect-critical": ("connect", "critical"),
    "--auth-warning": ("auth", "warning"),
    "--auth-critical": ("auth", "critical"),
}


@pytest.mark.parametrize("option", list(RANGES))
@pytest.mark.parametrize(
    ("notation", "well", "ill"),
    [("10", 10, 10.1), ("0.5:", 0.5, 0.4), ("~:10", -1, 11), ("10:20", 15, 9), ("@10:20", 9, 10)],
)
def test_thresholds_are_nagios_ranges(option: str, notation: str, well: float, ill: float) -> None:
    """Thresholds take the Nagios range notation, each for its time."""
    part, level = RANGES[option]
    found = getattr(getattr(policy(option, notation), part), level)
    assert found.contains(well)
    assert not found.contains(ill)
    assert str(found) == notation


def test_states_can_be_overridden() -> None:
    """--state may be repeated, takes any spelling of a state, and the last one wins."""
    made = policy("--state", "timeout=warning", "--state", "slow=OK", "--state", "slow=CRITICAL")
    assert made.states == {"timeout": "WARNING", "slow": "CRITICAL"}


EMPTY = [
    *("-p", "-A", "--authzid", "--tls", "--ca-file", "--ca-path", "--client-cert"),
    *("--client-key", "--tls-name", "--tls-min", "-w", "-c", "--connect-warning"),
    *("--connect-critical", "--auth-warning", "--auth-critical", "-D", "-t", "--source", "-F"),
    *("--state-dir", "--max-rejections", "--max-server-rejections", "--hold"),
    *("-f", "--mail-from", "--rcpt-to", "--expect", "--expect-mechanism", "--expect-issuer"),
    *("--expect-fingerprint", "--explain", "--from", "--from-keys"),
    *("--token-file", "--token-command", "--oauth", "--secret-expires", "--secret-days"),
    *("--state", "--output", "--password-env", "--password-command", "--netrc", "--credential"),
    *("--accounts", "--account", "--concurrency", "--server-connections", "--deadline"),
]


@pytest.mark.parametrize("option", EMPTY)
def test_an_empty_value_counts_as_not_given(option: str) -> None:
    """A monitor that passes an empty macro gets the default, as if the option were not there."""
    for words in ([option, ""], [f"{option}="] if option.startswith("--") else [option, ""]):
        request, plain = parse([*LEAST, *words]), parse(LEAST)
        assert request.account == plain.account
        assert request.policy == plain.policy
        assert request.caution == plain.caution
        assert request.output == plain.output


def test_every_option_with_a_value_is_tested() -> None:
    """An option that is added is held to the rules for values and empty values too."""
    tested = {*EMPTY, *(name for names, *_ in VALUES for name in names), *RANGES}
    for action in build_parser()._actions:
        elsewhere = {"--explain", "--authorize"} & {*action.option_strings}
        if action.nargs != 0 and not elsewhere:
            assert tested & set(action.option_strings), action.option_strings


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_shows_every_option(option: str) -> None:
    """-h exits 3, as the guidelines ask, and shows every option within 80 columns."""
    done = run(option)
    assert done.code == 3
    for action in build_parser()._actions:
        for name in action.option_strings:
            assert name in done.output
    assert max(map(len, done.lines)) < 80


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_version_is_one_line(option: str) -> None:
    """-V exits 3, as the guidelines ask, and names program and version."""
    done = run(option)
    assert (done.code, len(done.lines)) == (3, 1)
    assert done.output.startswith("check_smtp_auth 0.")


def test_help_needs_nothing_else() -> None:
    """-h and -V answer also where the rest of the line would be wrong."""
    for option in ("-h", "-V"):
        with pytest.raises(HelpShown):
            parse(["-p", "587", option])


def test_help_is_not_coloured() -> None:
    """FORCE_COLOR, which newer Pythons heed, changes nothing in the help."""
    plain = run("-h", env=environment())
    assert run("-h", env=environment(FORCE_COLOR="1", PYTHON_COLORS="1")).output == plain.output
    assert "\x1b" not in plain.output
    assert getattr(build_parser(), "color", None) is False


@pytest.mark.parametrize("option", list(RANGES))
@pytest.mark.parametrize("notation", ["-1:5", "-10:-1", "-0.5:", "-1:"])
def test_a_range_below_nothing_is_a_value(option: str, notation: str) -> None:
    """A range that begins with a minus sign is taken as a word of its own, as monitors pass it."""
    part, level = RANGES[option]
    assert str(getattr(getattr(policy(option, notation), part), level)) == notation


def test_what_was_not_given_has_its_default() -> None:
    """Without options all is as the values themselves have it: no default stands twice."""
    request = parse(LEAST)
    assert request.policy == Policy()
    assert request.caution == Caution()
    assert request.account.trust == Trust()
    assert request.account.pins == Pins()


class _Oracle(argparse.ArgumentParser):
    """argparse, with errors raised in place of printed, and a range taken for a value."""

    def error(self, message: str) -> NoReturn:
        """Raise what it objects to."""
        raise UsageError(message)

    def _parse_optional(self, arg_string: str) -> Any:
        """Take "-1:5" for the range that it is."""
        if arg_string[:1] == "-" and arg_string[1:2].isdigit() and ":" in arg_string:
            return None
        return super()._parse_optional(arg_string)


def fully(words: list[str]) -> object:
    """What argparse makes of the words, with all options; None for an error."""
    parser = build_parser()
    parser.__class__ = _Oracle
    for action, option in zip(parser._actions, each_option()):
        action.type = option.convert if option.value else None
    try:
        found, unknown = parser.parse_known_args(words)
        given = {
            name: [each for each in value if each is not None] if type(value) is list else value
            for name, value in vars(found).items()
            if value is not None and value != [None]
        }
        of_many = {option.given_as for option in OPTIONS[MANY]}
        if unknown or {"explain", "help", "version", *of_many} & given.keys():
            return None
        return account_of(given), policy_of(given)
    except (UsageError, HelpShown):
        return None


def shortly(words: list[str]) -> object:
    """What our own reader makes of them."""
    try:
        request = parse(words)
        return (request.account, request.policy) if isinstance(request, Request) else None
    except (UsageError, HelpShown):
        return None


NAMES = [name for action in build_parser()._actions for name in action.option_strings]
WORDS = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(["a.test", "1", "PLAIN", "1.2", "30,7", "2:3", "-1:3", "", "-", "-vv", "-46"]),
    st.sampled_from(NAMES).map(lambda name: f"{name}=1"),
    st.sampled_from(NAMES).map(lambda name: f"{name}1"),
    st.sampled_from(NAMES).map(lambda name: f"{name}a b"),
)


@PROPERTY
@given(st.lists(WORDS, max_size=6))
@example(["-vvw", "-1:3"])
@example(["-w-1:3", "-v4"])
def test_words_are_read_as_argparse_reads_them(words: list[str]) -> None:
    """Whatever options are given in whatever form, they mean what argparse takes them for."""
    line = [*LEAST, *words]
    assert shortly(line) == fully(line)


@pytest.mark.parametrize(
    "words",
    [("-H", "$HOSTADDRESS$"), ("-u", "$_HOSTSMTP_USER$"), ("-P", "{$SMTP_AUTH.PASSWORD_FILE}")],
)
def test_a_macro_is_refused_before_anything_is_sent(words: tuple[str, str]) -> None:
    """A macro that the monitor did not replace is UNKNOWN, one line that names the option."""
    done = run(*LEAST, *words)
    assert done.code == 3
    assert words[0] in done.output
    assert "macro" in done.output
    assert len(done.lines) == 1


@pytest.mark.parametrize("host", ["mail.example.test:587", "192.0.2.1:25", "[::1]:587"])
def test_a_host_takes_no_port(host: str) -> None:
    """A port behind the host is refused with the option that it belongs to."""
    with pytest.raises(UsageError, match="-p"):
        parse(["-H", host, *LEAST[2:]])
