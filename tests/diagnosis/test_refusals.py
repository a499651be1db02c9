"""What servers say, and what the operator is told it means."""

from __future__ import annotations

import random
import re

import pytest

from check_smtp_auth.diagnosis import refusals
from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.diagnosis.refusals import PHRASES, classify
from check_smtp_auth.smtp.reply import Reply

from . import corpus

SAMPLES = corpus.read()


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_real_reply(sample: corpus.Sample) -> None:
    """A reply that a real server sends gets the diagnosis that it means."""
    assert classify(sample.stage, sample.reply) == sample.diagnosis


@pytest.mark.parametrize("seed", range(4))
def test_variants_of_real_replies(seed: int) -> None:
    """Other ids, hosts, letter case, blanks and folding change no diagnosis."""
    chance = random.Random(seed)
    missed = []
    for sample in SAMPLES:
        variant = vary(sample.reply, chance)
        if classify(sample.stage, variant) != sample.diagnosis:
            missed.append((sample.provider, str(variant), classify(sample.stage, variant)))
    assert missed == []


def vary(reply: Reply, chance: random.Random) -> Reply:
    """Return the reply as the same server might send it another time."""

    def other_id(match: re.Match[str]) -> str:
        return "".join(chance.choice("0123456789abcdef") for _ in match.group())

    if reply.code == 334:  # base64, in which nothing may change
        return reply
    lines = []
    for line in reply.lines:
        # Ids: words of ten and more with a digit in them; bracketed hosts.
        line = re.sub(r"\b(?=\w*\d)\w{10,}\b", other_id, line)
        line = re.sub(r"\[[\w.-]+\.outlook\.com\]", "[OTHER01.example.prod.outlook.com]", line)
        enhanced = reply.enhanced or ""
        head = enhanced if line.startswith(enhanced) else ""
        rest = line[len(head) :]
        rest = chance.choice((str, str.upper, str.lower, str.title))(rest)
        rest = re.sub(r" ", lambda _: chance.choice((" ", "  ")), rest)
        lines.append(head + rest)
    if len(lines) == 1 and chance.random() < 0.5:
        words = lines[0].split(" ")
        middle = len(words) // 2
        first, second = " ".join(words[:middle]), " ".join(words[middle:])
        if reply.enhanced and first.startswith(reply.enhanced):
            second = f"{reply.enhanced} {second}"
        lines = [first, second] if first.strip() and second.strip() else lines
    return Reply(reply.code, tuple(lines))


def test_corpus_is_broad() -> None:
    """The corpus has replies of dozens of providers and servers, each with its source."""
    assert len(SAMPLES) >= 150
    assert len({sample.provider for sample in SAMPLES}) >= 25
    assert all(sample.source and sample.diagnosis in ENTRIES for sample in SAMPLES)


def test_table_generalises() -> None:
    """The table has far fewer rows than there are replies: it is no list of sentences."""
    assert len(PHRASES) <= len(SAMPLES) / 2


def test_every_row_is_reached() -> None:
    """No row of the table is dead: for each there is a real reply that it alone decides."""
    reached = set()
    for sample in SAMPLES:
        row = refusals.deciding_row(sample.stage, sample.reply)
        if row is not None:
            reached.add(row)
    assert [row.phrases for row in PHRASES if row not in reached] == []


@pytest.mark.parametrize(
    ("stage", "code", "text", "diagnosis"),
    [
        ("auth", 535, "", "credentials-rejected"),
        ("auth", 535, "5.7.8 Fehler: Anmeldung misslungen", "credentials-rejected"),
        ("auth", 454, "4.7.0 x", "temporary-failure"),
        ("auth", 432, "4.7.12 A password transition is needed", "mechanism-unavailable"),
        ("auth", 432, "x", "password-expired"),
        ("auth", 504, "x", "mechanism-unavailable"),
        ("auth", 534, "5.7.9 x", "mechanism-unavailable"),
        ("auth", 538, "x", "encryption-required"),
        ("auth", 530, "x", "encryption-required"),
        ("auth", 550, "5.2.1 x", "account-disabled"),
        ("greeting", 554, "x", "server-unavailable"),
        ("greeting", 421, "x", "server-unavailable"),
        ("greeting", 450, "x", "temporary-failure"),
        ("greeting", 550, "x", "client-not-allowed"),
        ("greeting", 553, "x", "client-not-allowed"),
        ("greeting", 554, "x (#5.7.1)", "client-not-allowed"),
        ("greeting", 550, "x (#5.3.2)", "server-unavailable"),
        ("ehlo", 553, "5.3.2 x", "server-unavailable"),
        ("starttls", 454, "x", "starttls-unavailable"),
        ("mail", 550, "x", "sender-rejected"),
        ("mail", 451, "x", "temporary-failure"),
        ("rcpt", 550, "x", "recipient-rejected"),
    ],
)
def test_unknown_text_falls_back_by_the_standards(
    stage: str, code: int, text: str, diagnosis: str
) -> None:
    """A reply in words that nobody has seen gets the meaning of its code at that stage."""
    assert classify(stage, Reply(code, (text,))) == diagnosis


def test_nested_reply_is_found() -> None:
    """The reason inside another reply counts, not the reply around it."""
    reply = Reply(530, ("5.7.57 Client not authenticated. Error: 535 5.7.3 Unsuccessful [X]",))
    assert classify("mail", reply) == "credentials-rejected"


def test_text_in_gbk_is_read() -> None:
    """A phrase in Chinese is found though the server does not send UTF-8."""
    octets = "请使用授权码登录".encode("gb18030")
    assert classify("auth", Reply(535, (octets.decode("latin-1"),))) == "app-password-required"


# Where the rows of two diagnoses fit one real reply, the first counts, and means more than
# the second: a limit more than the address that it is put on, a reason more than the words
# "authentication failed" in front of it, and so on.
PRECEDENCE = {
    ("account-disabled", "account-locked"),
    ("account-disabled", "credentials-rejected"),
    ("account-locked", "credentials-rejected"),
    ("app-password-required", "rate-limited"),
    ("client-not-allowed", "credentials-rejected"),
    ("client-not-allowed", "encryption-required"),
    ("client-not-allowed", "rate-limited"),
    ("credentials-rejected", "account-disabled"),
    ("credentials-rejected", "rate-limited"),
    ("encryption-required", "auth-not-offered"),
    ("encryption-required", "credentials-rejected"),
    ("mechanism-unavailable", "credentials-rejected"),
    ("password-expired", "credentials-rejected"),
    ("protocol-error", "credentials-rejected"),
    ("protocol-error", "rate-limited"),
    ("rate-limited", "account-locked"),
    ("rate-limited", "client-not-allowed"),
    ("rate-limited", "credentials-rejected"),
    ("rate-limited", "temporary-failure"),
    ("recipient-rejected", "client-not-allowed"),
    ("server-not-authentic", "credentials-rejected"),
    ("server-unavailable", "rate-limited"),
    ("server-unavailable", "temporary-failure"),
    ("temporary-failure", "credentials-rejected"),
}


def test_order_decides_only_where_it_is_meant() -> None:
    """No reply gets its diagnosis by the chance of which row stands first."""
    seen = set()
    for sample in SAMPLES:
        slugs = [row.slug for row in refusals.fitting_rows(sample.stage, sample.reply)]
        seen.update((slugs[0], other) for other in slugs[1:] if other != slugs[0])
    assert seen == PRECEDENCE
