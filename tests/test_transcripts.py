"""The transcripts, played: the bytes on the wire and the diagnosis, for every way a login goes."""

from __future__ import annotations

import pytest
from player import LINES, WAYS, play
from transcript import GREETING, Transcript, read_all

from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.observation import Kind, Stage
from check_smtp_auth.sasl import NAMES

TRANSCRIPTS = {transcript.name: transcript for transcript in read_all()}
# What ends a dialogue; the other kinds are the network's.
KINDS = {
    Kind.LOST,
    Kind.PROTOCOL,
    Kind.REPLY,
    Kind.NO_STARTTLS,
    Kind.INJECTION,
    Kind.NO_AUTH,
    Kind.NO_MECHANISM,
    Kind.EXPOSED,
    Kind.EARLY,
    Kind.UNPROVEN,
    Kind.UNSENT,
    Kind.NO_UTF8,
    Kind.PIN,
    Kind.STRIPPED,
    Kind.PROXY,
    Kind.TOO_LONG,
}
REFUSED_AT = {
    *(Stage.GREETING, Stage.EHLO, Stage.STARTTLS, Stage.AUTH),
    *(Stage.MAIL, Stage.RCPT),
}


@pytest.mark.parametrize("transcript", TRANSCRIPTS.values(), ids=TRANSCRIPTS)
def test_transcript(transcript: Transcript) -> None:
    """A login goes over the wire as it is written down, and gets the diagnosis below it, in
    whatever pieces the server's octets arrive.
    """
    for way in WAYS:
        played = play(transcript, way)
        said = [turn.said for turn in transcript.turns if turn.said != GREETING]
        assert (way, played.said) == (way, said)
        assert (way, played.slug) == (way, transcript.slug)
        assert played.state == transcript.state or not transcript.state


# What these two say is different each time: they are tried on real servers.
NOT_WRITTEN_DOWN = ("NTLM", "GSSAPI")


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
@pytest.mark.parametrize("mechanism", [name for name in NAMES if name not in NOT_WRITTEN_DOWN])
def test_every_mechanism_has_a_golden_transcript(mechanism: str, tls: str) -> None:
    """For each mechanism, under either kind of TLS, a login that works is written down."""
    transcript = TRANSCRIPTS[f"{tls}-{mechanism.lower()}"]
    assert transcript.settings["tls"] == tls
    assert any(turn.said.split()[:2] == ["AUTH", mechanism] for turn in transcript.turns)
    assert transcript.slug == "authenticated"


def test_every_outcome_has_a_transcript() -> None:
    """There is no way for a dialogue to end that no transcript shows."""
    failures = [play(each, LINES).observation.failure for each in TRANSCRIPTS.values()]
    assert {failure.kind for failure in failures if failure} == KINDS
    refusals = {failure.stage for failure in failures if failure and failure.kind == Kind.REPLY}
    assert refusals == REFUSED_AT


def test_diagnoses_exist() -> None:
    """Each transcript ends in a diagnosis that the documentation knows."""
    assert {transcript.slug for transcript in TRANSCRIPTS.values()} <= ENTRIES.keys()


@pytest.mark.parametrize("transcript", TRANSCRIPTS.values(), ids=TRANSCRIPTS)
def test_what_is_shown_has_no_secret(transcript: Transcript) -> None:
    """What -vv shows of our side of an AUTH exchange is its command, and stars."""
    exchanges = play(transcript, LINES).observation.exchanges
    shown = [exchange.said for exchange in exchanges if exchange.stage == Stage.AUTH]
    commands = [line for line in shown if line not in ("***", "*", "")]
    assert len(commands) <= 1
    for line in commands:
        auth, name, *rest = line.split(" ")
        assert (auth, name in NAMES) == ("AUTH", True)
        assert rest in ([], ["***"])
