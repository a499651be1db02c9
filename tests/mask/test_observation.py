"""An observation is masked as a whole: wherever a server put the secret, it is not shown."""

from __future__ import annotations

from binascii import b2a_base64
from codecs import encode

import pytest
from player import LINES, play
from transcript import read_all

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.mask import HIDDEN, Mask, masked
from check_smtp_auth.observation import (
    Certificate,
    Exchange,
    Failure,
    Kind,
    MechanismFacts,
    Observation,
    Stage,
    Times,
    TLSFacts,
)
from check_smtp_auth.sasl.choice import Skip
from check_smtp_auth.secret import STARS, Secret
from check_smtp_auth.smtp.capabilities import Capabilities
from check_smtp_auth.smtp.reply import Reply
from check_smtp_auth.state.drift import Changes, baseline, compare
from check_smtp_auth.state.memory import Baseline

WORD = "corr3cth0rse"
MASK = Mask(Secret(WORD.encode()))
TRANSCRIPTS = {transcript.name: transcript for transcript in read_all()}


def observation(text: str) -> Observation:
    """Make an observation of a server that puts a text wherever it can."""
    reply = Reply(535, (f"5.7.8 {text}", text))
    hello = Capabilities(text, {"AUTH": text, text: text})
    certificate = Certificate(b"", text, text, 0, 0, (text, f"{text}.example.com"))
    return Observation(
        address="192.0.2.1",
        tries=(),
        tls=TLSFacts(
            *("TLSv1.3", "AES", True, certificate),
            chain=(certificate, certificate.replace(role="root")),
            namesakes=(certificate,),
        ),
        before_tls=hello,
        capabilities=hello,
        mechanism="PLAIN",
        skipped={text: Skip.UNKNOWN, "LOGIN": Skip.RANK},
        mechanism_facts=MechanismFacts(error=text, token_status=text, token_scope=text),
        exchanges=(Exchange(Stage.AUTH, "AUTH PLAIN ***", reply, 0.1),),
        failure=Failure(Stage.AUTH, Kind.REPLY, text, reply),
        times=Times(0.1, 0.2, 0.3, 0.4),
    )


@pytest.mark.parametrize(
    "form", [WORD, WORD.encode().hex(), b2a_base64(WORD.encode(), newline=False).decode()]
)
def test_the_secret_is_nowhere(form: str) -> None:
    """No text of an observation has the secret in it, in any form, wherever a server put it."""
    seen = masked(observation(f"it is {form}."), MASK)
    assert form.lower() not in repr(seen).lower()
    assert seen.failure is not None and seen.failure.reply is not None
    assert seen.failure.reply.text == HIDDEN  # once for both lines
    assert seen.failure.reply.enhanced == "5.7.8"
    assert seen.capabilities is not None and seen.capabilities == seen.before_tls
    assert seen.capabilities.mechanisms == ("it", "is", STARS)
    assert seen.tls is not None and seen.tls.certificate is not None
    assert seen.tls.certificate.names == (HIDDEN, HIDDEN)
    assert seen.skipped == {HIDDEN: Skip.UNKNOWN, "LOGIN": Skip.RANK}


PIECES = (WORD, WORD[2:9].upper(), WORD[::-1], encode(WORD, "rot13"))
CODES = (WORD.encode().hex(), b2a_base64(WORD.encode()).decode().strip(), "%63%6f%72%72%33%63")


@pytest.mark.parametrize(
    "field", ["subject", "issuer", "issuer_organisation", "names", "greeting", "hello", "accepted"]
)
@pytest.mark.parametrize("form", [*PIECES, *CODES])
def test_a_good_login_shows_it_no_more_than_a_bad_one(field: str, form: str) -> None:
    """Where nothing was refused, what a server or certificate says of the secret is hidden."""
    facts = {"subject": "CN=a", "issuer": "CN=b", "names": ("a.example.com",)}
    if field in ("subject", "issuer", "issuer_organisation"):
        facts[field] = f"CN={form}"
    elif field == "names":
        facts[field] = ("a.example.com", f"{form}.example.com")
    certificate = Certificate(b"", not_before=0, not_after=0, **facts)  # type: ignore[arg-type]
    verified = form in PIECES  # what an authority has signed is no code
    greeting = Reply(220, (f"mail.example.com {form if field == 'greeting' else 'ESMTP'}",))
    accepted = Reply(235, (f"2.7.0 {form if field == 'accepted' else 'ok'}",))
    seen = observation("ok").replace(
        failure=None,
        tls=TLSFacts("TLSv1.3", "AES", verified, certificate),
        exchanges=(
            Exchange(Stage.GREETING, "", greeting, 0.1),
            Exchange(Stage.AUTH, "AUTH PLAIN ***", accepted, 0.1),
        ),
        capabilities=Capabilities("mail", {"X": form if field == "hello" else "1"}),
    )
    shown = repr(masked(seen, MASK))
    assert form in repr(seen)
    assert form not in shown
    assert HIDDEN in shown


def test_a_secret_in_pieces_is_no_list_of_mechanisms() -> None:
    """A secret offered in pieces, as the names of mechanisms, is not shown in pieces either."""
    seen = observation("no").replace(
        capabilities=Capabilities("a", {"AUTH": "PLAIN CORR 3CTH 0RSE LOGIN", "SIZE": "1000"})
    )
    shown = masked(seen, MASK).capabilities
    assert shown == Capabilities("a", {"AUTH": "PLAIN LOGIN", "SIZE": "1000"})


@pytest.mark.parametrize("form", ["Y29ycjNjdGgwcnNl", "PbeE3pgu0efr", "ERSR0HTC3RROC"])
def test_a_secret_among_the_mechanisms_is_hidden_in_capitals_too(form: str) -> None:
    """Names of mechanisms are made capitals, in which a code is found no more: they go with the
    line that they came from.
    """
    said = Reply(250, ("mail.example.com", f"AUTH PLAIN {form}"))
    seen = observation("no").replace(
        capabilities=Capabilities("a", {"AUTH": f"PLAIN {form.upper()}"}),
        skipped={form.upper(): Skip.UNKNOWN},
        exchanges=(Exchange(Stage.EHLO, "EHLO a", said, 0.1),),
    )
    shown = masked(seen, MASK)
    assert shown.capabilities == Capabilities("a", {"AUTH": f"PLAIN {STARS}"})
    assert shown.skipped == {STARS: Skip.UNKNOWN}


@pytest.mark.parametrize(
    "text",
    [
        "5.7.8 Error: authentication failed: invalid password",
        "5.7.1 Your account is locked",
        "5.7.9 Application-specific password required",
        "4.7.0 Too many login attempts",
    ],
)
def test_the_diagnosis_reads_what_is_hidden(text: str) -> None:
    """What is hidden of a reply still decides, whether the secret is one of its words or all."""
    transcript = TRANSCRIPTS["auth-535"]
    reply = Reply(535, (text,))
    seen = observation("no").replace(failure=Failure(Stage.AUTH, Kind.REPLY, "", reply))
    slug = diagnose(transcript.account, seen, Policy(), now=0.0).slug
    said = text.partition(" ")[2]
    for word in (said, *text.split()):
        hidden = masked(seen, Mask(Secret(word.encode())))
        verdict = diagnose(transcript.account, hidden, Policy(), now=0.0)
        assert verdict.slug == slug
        assert hidden.failure is not None
        assert hidden.failure.reply is not None
        if word == said:
            assert hidden.failure.reply.text in verdict.summary
            assert said not in repr(hidden)


def test_what_has_no_secret_stays_as_it_is() -> None:
    """Masking changes nothing else, and does without what was not seen."""
    seen = observation("nothing to see")
    assert masked(seen, MASK) == seen
    bare = seen.replace(tls=None, before_tls=None, capabilities=None, failure=None, exchanges=())
    assert masked(bare, MASK) == bare
    unverified = seen.replace(tls=TLSFacts("TLSv1.3", "AES", False, None))
    assert masked(unverified, MASK) == unverified


@pytest.mark.parametrize("word", ["4096", "128", "1", "AUTH", "iterations", "PLAIN", "***", "250"])
@pytest.mark.parametrize("name", ["scram-few-iterations", "choice-strongest", "auth-535"])
def test_any_word_may_be_a_secret(name: str, word: str) -> None:
    """A secret that is also a word of the dialogue does not stop the diagnosis, nor change it."""
    transcript = TRANSCRIPTS[name]
    seen = masked(play(transcript, LINES).observation, Mask(Secret(word.encode())))
    verdict = diagnose(transcript.account, seen, Policy(), now=0.0)
    assert verdict.slug == transcript.slug


@pytest.mark.parametrize("word", [WORD, "changed by somebody"], ids=["word", "prose"])
def test_what_there_was_no_time_to_look_at_has_not_changed(word: str) -> None:
    """A server's mechanisms, its extensions and its certificate's issuer are not told as changed
    because they cannot be shown.
    """
    hello = Capabilities("mx", {"AUTH": "PLAIN SCRAM-SHA-256", "SIZE": "", "STARTTLS": ""})
    certificate = Certificate(b"", "CN=mx", "O=Ours", 0, 0, ("mx",), "Ours")
    tls = TLSFacts("TLSv1.3", "AES", True, certificate)
    reply = Reply(235, ("a strange word, and the secret", word))
    seen = Observation(
        failure=None,
        times=Times(0.1, 0.2, 0.3, 0.4),
        tls=tls,
        capabilities=hello,
        mechanism="PLAIN",
        exchanges=(Exchange(Stage.AUTH, "AUTH PLAIN ***", reply, 0.1),),
        accepted=True,
    )
    known = baseline(Baseline(), seen, accept=False)
    shown = masked(seen, Mask(Secret(word.encode()), late=lambda: True))
    assert shown.exchanges != seen.exchanges
    assert compare(known, shown) == Changes()
