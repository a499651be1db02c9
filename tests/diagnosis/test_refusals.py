"""What servers say, and what the operator is told it means."""

from __future__ import annotations

import pytest
from fakes.timing import working

from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.diagnosis.charsets import ENCODINGS, _is_latin, readings
from check_smtp_auth.diagnosis.refusals import classify, decide, fitting, slug_of_reply
from check_smtp_auth.diagnosis.rows import ROWS
from check_smtp_auth.observation import Failure, Kind, Stage
from check_smtp_auth.smtp.reply import Reply

from . import corpus

SAMPLES = corpus.read()
SPECIMENS = corpus.specimens()
PROVIDERS = corpus.by_provider(SAMPLES)
KINDS = corpus.by_provider(SPECIMENS)


def misjudged(samples: list[corpus.Sample]) -> list[str]:
    """Judge replies, and tell those that get another diagnosis than they mean."""
    return [
        f"{sample} -> {slug}, not {sample.diagnosis}"
        for sample in samples
        if (slug := classify(sample.stage, sample.reply)) != sample.diagnosis
    ]


@pytest.mark.laws
@pytest.mark.parametrize("provider", PROVIDERS)
def test_real_replies(provider: str) -> None:
    """The replies that real servers send get the diagnosis that they mean."""
    assert misjudged(PROVIDERS[provider]) == []


@pytest.mark.laws
@pytest.mark.parametrize("kind", KINDS)
def test_specimens(kind: str) -> None:
    """The replies of a known kind, in any language, get the diagnosis that they mean."""
    assert misjudged(KINDS[kind]) == []


def test_corpus_is_broad() -> None:
    """The corpus has replies of many providers and servers, each with its source."""
    assert len(SAMPLES) >= 1400
    assert len({sample.provider for sample in SAMPLES}) >= 180
    assert all(sample.source and sample.diagnosis in ENTRIES for sample in SAMPLES)


def test_each_language_has_the_troubles_that_matter() -> None:
    """A dozen troubles are known in each of the languages."""
    known: dict[str, set[str]] = {}
    for each in SPECIMENS:
        if each.source == "languages.txt":
            known.setdefault(each.provider, set()).add(each.diagnosis)
    assert len(known) == 24
    assert {language: len(slugs) for language, slugs in known.items() if len(slugs) < 12} == {}


def test_table_generalises() -> None:
    """The table has far fewer rows than there are replies: it is no list of sentences."""
    assert len(ROWS) <= len(SAMPLES) / 3


@pytest.mark.laws
def test_every_row_is_reached() -> None:
    """No row of the table is dead: for each there is a reply that it is the first to fit."""
    reached = {
        row for each in (*SAMPLES, *SPECIMENS) for row, _ in first(fitting(each.stage, each.reply))
    }
    assert [row.patterns for row in ROWS if row not in reached] == []


def first(rows: object) -> list[tuple[object, str]]:
    """The first of an iterator, if there is one."""
    found = next(rows, None)  # type: ignore[call-overload]
    return [] if found is None else [found]


@pytest.mark.parametrize(
    ("stage", "code", "text", "diagnosis"),
    [
        ("auth", 535, "", "credentials-rejected"),
        ("auth", 535, "5.7.8 Mezu hau: ulertu", "credentials-rejected"),
        ("auth", 454, "4.7.0 x", "temporary-failure"),
        ("auth", 432, "4.7.12 x", "mechanism-unavailable"),
        ("auth", 432, "x", "password-expired"),
        ("auth", 500, "x", "mechanism-unavailable"),
        ("auth", 504, "x", "mechanism-unavailable"),
        ("auth", 534, "5.7.9 x", "mechanism-unavailable"),
        ("auth", 538, "x", "encryption-required"),
        ("auth", 538, "5.7.11 the account is locked", "encryption-required"),
        ("auth", 523, "Error: 535 5.7.8 wrong password", "encryption-required"),
        ("auth", 530, "x", "encryption-required"),
        ("auth", 550, "5.2.1 x", "account-disabled"),
        ("auth", 535, "5.5.2 x", "protocol-error"),
        ("auth", 235, "x", "authenticated"),
        ("greeting", 554, "x", "server-unavailable"),
        ("greeting", 421, "x", "server-unavailable"),
        ("greeting", 450, "x", "temporary-failure"),
        ("greeting", 550, "x", "client-not-allowed"),
        ("greeting", 553, "x", "client-not-allowed"),
        ("greeting", 554, "x (#5.7.1)", "client-not-allowed"),
        ("greeting", 550, "x (#5.3.2)", "server-unavailable"),
        ("ehlo", 553, "5.3.2 x", "server-unavailable"),
        ("ehlo", 502, "x", "auth-not-offered"),
        ("ehlo", 501, "x", "client-not-allowed"),
        ("starttls", 454, "x", "starttls-unavailable"),
        ("mail", 250, "x", "authenticated"),
        ("mail", 550, "x", "sender-rejected"),
        ("mail", 451, "x", "temporary-failure"),
        ("rcpt", 550, "x", "recipient-rejected"),
    ],
)
def test_unknown_text_falls_back_by_the_standards(
    stage: str, code: int, text: str, diagnosis: str
) -> None:
    """A reply in words that nobody has seen gets the meaning of its code at that stage."""
    decision = decide(stage, Reply(code, (text,)))
    assert (decision.slug, decision.row) == (diagnosis, None)


@pytest.mark.parametrize(
    ("stage", "text", "diagnosis"),
    [
        ("mail", "Client not authenticated. Error: 535 5.7.3 Unsuccessful [X]", "credentials"),
        ("mail", "relay.example said: 550 5.1.8 bad outbound sender", "sender"),
        ("rcpt", "host mail.example[192.0.2.1] said: 550 User unknown", "recipient"),
        ("auth", "backend says: 535 account locked", "account"),
    ],
)
def test_nested_reply_is_found(stage: str, text: str, diagnosis: str) -> None:
    """The reason inside another reply counts, not the reply around it."""
    assert classify(stage, Reply(451, (f"4.4.0 {text}",))).startswith(diagnosis)


TOLD_WRONG = [
    "Wrong password",
    "Invalid credentials",
    "Username and Password not accepted",
    "Unknown user",
    "User or password wrong",
    "Your password is incorrect",
    "Invalid login or password",
]
BESIDES = [
    "Please try again later",
    "Try again in 5 minutes",
    "Maximum 5 attempts per hour",
    "Rate limits apply",
    "Our support team is busy at the moment",
    "See https://status.example.net for maintenance",
    "Planned maintenance: Sunday",
    "Mail quota can be raised in the panel",
    "If your account is locked, call us",
    "Accounts are locked after 5 failures",
    "Passwords expire after 90 days",
    "We recommend two-factor authentication",
    "Certificate valid until 2027",
    "Premium users get faster support",
    "Unauthorized access is prohibited",
    "The directory is replicated every 10 minutes",
    "There are 2 sessions open",
    "Session closed",
    "Beware of phishing",
]


@pytest.mark.laws
@pytest.mark.parametrize("between", [". ", "; ", " - "])
def test_what_is_said_beside_a_wrong_password_changes_nothing(between: str) -> None:
    """A wrong password stays one, and CRITICAL, whatever else the server talks about."""
    texts = [f"5.7.8 {wrong}{between}{aside}" for wrong in TOLD_WRONG for aside in BESIDES]
    judged = {text: classify("auth", Reply(535, (text,))) for text in texts}
    assert {text: slug for text, slug in judged.items() if slug != "credentials-rejected"} == {}


@pytest.mark.parametrize(
    ("encoding", "text", "diagnosis"),
    [
        ("gb18030", "请使用授权码登录", "app-password-required"),
        ("cp1251", "Пользователь заблокирован", "account-locked"),
        ("koi8_r", "Слишком много попыток входа", "rate-limited"),
        ("shift_jis", "パスワードの有効期限が切れています", "password-expired"),
        ("euc_kr", "계정이 잠겼습니다", "account-locked"),
        ("big5", "帳號已被停權", "account-locked"),
        ("cp1250", "Účet je zablokován", "account-locked"),
        ("latin-1", "Das Konto ist ungültig geworden und gesperrt", "account-locked"),
    ],
)
def test_text_in_other_encodings_is_read(encoding: str, text: str, diagnosis: str) -> None:
    """A phrase is found though the server does not send UTF-8."""
    octets = text.encode(encoding)
    assert classify("auth", Reply(535, (octets.decode("latin-1"),))) == diagnosis


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ("Login failed. Reason: not from this network.", "client-not-allowed"),
        ("Login failed because SMTP is not part of your product", "account-disabled"),
        ("Login failed because the password does not match", "credentials-rejected"),
        ("Login failed. Reason: 17", "credentials-rejected"),
        ("Error: authentication failed: Have a look at the disk", "temporary-failure"),
        ("Login failed: check the disk", "credentials-rejected"),
        ("Login failed for user ops: the disk", "temporary-failure"),
        ("Login failed for user ops, the mailbox is locked", "account-locked"),
        ("Login denied: the disk", "temporary-failure"),
        ("Login not possible: the mailbox is locked", "account-locked"),
        ("Your panel says 'locked'", "account-locked"),
        ("Password not accepted because it is weak, short, and outdated", "password-expired"),
        ("Login failed: disk=1", "credentials-rejected"),
    ],
)
def test_the_reason_that_is_given_counts(text: str, diagnosis: str) -> None:
    """What a server names as the reason says more than that the login failed."""
    assert classify("auth", Reply(535, (f"5.7.8 {text}",))) == diagnosis


def test_the_deciding_words_are_told() -> None:
    """A decision names the words of the reply that made it."""
    text = "Sorry, the mailbox of ops@example.test has been suspended."
    decision = decide("auth", Reply(535, ("5.7.8 " + text,)))
    assert (decision.slug, decision.words) == ("account-locked", "mailbox ... suspended")


@pytest.mark.parametrize(
    ("kind", "reply", "slug"),
    [
        (Kind.REPLY, Reply(535, ("x",)), "credentials-rejected"),
        (Kind.PROTOCOL, Reply(334, ("Account locked",)), "account-locked"),
        (Kind.PROTOCOL, Reply(250, ("Authentication failed",)), "credentials-rejected"),
        (Kind.PROTOCOL, Reply(250, ("ok",)), None),
        (Kind.EARLY, Reply(235, ("2.7.0 Authentication successful",)), None),
        (Kind.LOST, Reply(535, ("x",)), None),
    ],
)
def test_a_code_of_success_hides_no_refusal(kind: Kind, reply: Reply, slug: str | None) -> None:
    """What ended an exchange is judged by its words where they refuse, whatever the code."""
    assert slug_of_reply(Failure(Stage.AUTH, kind, reply=reply)) == slug


@pytest.mark.laws
def test_a_hostile_text_costs_little() -> None:
    """A text that is made to fit all rows nearly, and none, is judged at once."""
    text = "locked " * 200 + "x " * 20 + "account " * 200
    said = working(1.0, lambda: classify("auth", Reply(535, (text,))))
    assert said == "account-locked"


def test_a_name_of_ours_says_nothing() -> None:
    """The user's own name, which no rule would tell from a word, is known to be a name."""
    reply = Reply(535, ("5.7.8 over-quota: authentication failed",))
    assert classify("auth", reply) == "rate-limited"
    assert classify("auth", reply, frozenset({"over-quota"})) == "credentials-rejected"


@pytest.mark.parametrize(
    "text", ["A feladó címe nem tartozik", "Usuário ou senha inválidos", "Não é possível"]
)
def test_a_text_in_the_latin_script_is_read_as_such(text: str) -> None:
    """Letters with accents, few and far between, are not read as Chinese or Russian."""
    assert all(max(each) < "\u0250" for each in readings(text))


@pytest.mark.parametrize("encoding", ENCODINGS[:-2])
@pytest.mark.parametrize(
    "text", ["密码错误", "密碼錯誤", "неверный пароль", "パスワードが違います", "비밀번호"]
)
def test_other_encodings_are_no_latin(text: str, encoding: str) -> None:
    """A text in an encoding of another script is not taken for one in the Latin script."""
    octets = text.encode(encoding, "ignore")
    assert not octets or octets.isascii() or not _is_latin(octets.decode("latin-1"))
