"""Laws that hold for every reply of the corpus: what cannot change a diagnosis."""

from __future__ import annotations

import random
import re
from typing import Callable

import pytest
from properties import drawn

from check_smtp_auth.diagnosis.refusals import classify
from check_smtp_auth.diagnosis.rows import ROWS
from check_smtp_auth.diagnosis.vocabulary import Vocabulary, languages
from check_smtp_auth.diagnosis.vocabulary.english import ENGLISH
from check_smtp_auth.diagnosis.vocabulary.forms import inflected
from check_smtp_auth.smtp.reply import Reply

from . import corpus

pytestmark = pytest.mark.laws
NAMES = (corpus.HERE / "tempting_names.txt").read_text("utf-8").split()
# A reply within another is read for itself, so what is put around it is not read.
SAMPLES = [
    each
    for each in corpus.read()
    if each.reply.code != 334 and not re.search(r": ?[45]\d\d[ -]", str(each.reply))
]
SEEDS = range(4)
# What each seed is tried with: every second reply, which halves the time.
PARTS = [SAMPLES[seed % 2 :: 2] for seed in SEEDS]

# Where servers put names, and how.
PLACES: dict[str, Callable[[str, str], str]] = {
    "the address in front": lambda text, name: f"<{name}@example.test>: {text}",
    "the host in brackets": lambda text, name: f"{text} [{name}.corp.internal]",
    "a name in brackets": lambda text, name: f"{text} [{name}]",
    "host, time and id": lambda text, name: (
        f"{text} [{name.upper()}01.PROD.EXAMPLE 2026-09-12T20:59:57.214Z 08DBB276B7E699C4]"
    ),
    "an id in brackets": lambda text, name: f"{text} ({name}-7f3a)",
    "a host in brackets": lambda text, name: f"{text} ({name}.example.test)",
    "an id at the end": lambda text, name: f"{text} 41be03b0-{name}7235894a12.26 - gsmtp",
    "for an address": lambda text, name: f"{text.rstrip('.')} for {name}@example.test",
    "for a user": lambda text, name: f"{text.rstrip('.')} for {name}",
    "a user in quotes": lambda text, name: f"{text.rstrip('.')} (user '{name}')",
    "the host in front": lambda text, name: f"{name}.example.test {text}",
    "the host and a colon": lambda text, name: f"{name}.example.test Error: {text}",
    "an address of the web": lambda text, name: (
        f"{text} See https://{name}.example.test/{name}?reason={name}"
    ),
}


def with_text(reply: Reply, text: str) -> Reply:
    """The reply with another text, and the same codes."""
    return Reply(reply.code, (f"{reply.enhanced} {text}" if reply.enhanced else text,))


def changed(samples: list[corpus.Sample], change: Callable[[corpus.Sample], Reply]) -> list[str]:
    """Return what is taken for something else after a change."""
    missed = []
    for sample in samples:
        reply = change(sample)
        if not drawn(reply):
            continue
        diagnosis = classify(sample.stage, reply)
        if diagnosis != sample.diagnosis:
            missed.append(f"{sample.stage}: {reply}: {diagnosis}, was {sample.diagnosis}")
    return missed


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("place", PLACES)
def test_a_name_changes_nothing(place: str, seed: int) -> None:
    """Whoever is called "quota", "locked" or "spam": the server's own words decide."""
    chance = random.Random(f"{place} {seed}")
    put = PLACES[place]
    assert not changed(
        PARTS[seed],
        lambda each: with_text(each.reply, put(each.reply.text, chance.choice(NAMES))),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_another_name_changes_nothing(seed: int) -> None:
    """Other addresses and users in a reply than those it was seen with change no diagnosis."""
    chance = random.Random(seed)

    def renamed(sample: corpus.Sample) -> Reply:
        address = f"{chance.choice(NAMES)}@{chance.choice(NAMES)}.example"
        text = re.sub(r"\b[\w.+-]+@[\w.-]+", address, sample.reply.text)
        text = re.sub(r"\b(alice|bob|carol)\b", chance.choice(NAMES), text)
        return with_text(sample.reply, text)

    assert not changed(PARTS[seed], renamed)


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, str.swapcase])
def test_case_changes_nothing(change: Callable[[str], str]) -> None:
    """A server that shouts says the same."""
    assert not changed(SAMPLES, lambda each: with_text(each.reply, change(each.reply.text)))


@pytest.mark.parametrize("seed", SEEDS)
def test_folding_changes_nothing(seed: int) -> None:
    """A text may be broken over lines, and have blanks, anywhere between two words."""
    chance = random.Random(seed)

    def folded(sample: corpus.Sample) -> Reply:
        words = sample.reply.text.split(" ")
        at = chance.randint(0, len(words))
        head = f"{sample.reply.enhanced} " if sample.reply.enhanced else ""
        parts = (" ".join(words[:at]), "  ".join(words[at:]))
        return Reply(sample.reply.code, tuple(head + part for part in parts))

    assert not changed(PARTS[seed], folded)


def test_wrapping_changes_nothing() -> None:
    """A reply that another one quotes means what it means alone."""
    wrapped = [each for each in SAMPLES if each.stage == "auth" and each.reply.code >= 400]
    around = "5.7.57 Client not authenticated to send mail. Error:"
    assert not changed(wrapped, lambda each: Reply(530, (f"{around} {each.reply}",)))
    others = [
        each
        for each in SAMPLES
        if each.stage in ("mail", "rcpt") and each.reply.code not in (432, 534, 535, 538)
    ]
    assert not changed(others, lambda each: Reply(451, (f"4.4.0 relay said: {each.reply}",)))


def test_a_word_within_a_longer_word_is_not_found() -> None:
    """No word of any phrase is found within a longer word."""
    tables = [ENGLISH, *map(languages.words_of, languages.NAMES)]
    phrases = [
        form
        for table in tables
        for _, said in corpus.entries(table)
        for phrase in said
        for form in inflected(phrase)
    ]
    words = sorted({word for phrase in phrases for word in phrase.split() if word.isalpha()})
    longer = [each for word in words for each in (f"x{word}x", f"qu{word}") if drawn(each)]
    known = Vocabulary([*map(languages.language, languages.NAMES)], accents=True, forms=True)
    assert len(words) > 3000
    assert [word for word in longer if known.phrase([word], 0)[0]] == []


def test_a_pattern_within_longer_words_decides_nothing() -> None:
    """A text of words that only contain those of a row is left to its code."""
    meanings: dict[str, str] = {}
    for meant, said in corpus.entries(ENGLISH):
        for each in meant:
            meanings.setdefault(each, said[0])
    for row in ROWS:
        for pattern in row.patterns:
            parts = [part.split("|")[0].lstrip("-") for part in pattern.replace(";", "").split()]
            text = " ".join(f"x{meanings.get(part, part)}x".replace(" ", "x") for part in parts)
            assert classify("auth", Reply(535, (text,))) == "credentials-rejected", pattern


@pytest.mark.parametrize("word", ["4²1", "5③5", "4²¹", "५३५"])
def test_digits_of_other_kinds_are_no_reply_code(word: str) -> None:
    """What only looks like a reply within a reply is text like any other."""
    assert classify("auth", Reply(535, (f"no: {word} 4.7.0 Too many logins",))) == "rate-limited"
