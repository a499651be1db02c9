"""An observation is masked as a whole: wherever a server put the secret, it is not shown."""

from __future__ import annotations

from binascii import b2a_base64

import pytest
from player import LINES, play
from transcript import read_all

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.mask import Mask, masked
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
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.capabilities import Capabilities
from check_smtp_auth.smtp.reply import Reply

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
    assert form not in repr(seen)
    assert seen == observation("it is ***.")


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
