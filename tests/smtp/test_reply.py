"""The reader of replies: what it takes for one, what it refuses, and how much it keeps."""

from __future__ import annotations

import pytest
from delivery import WAYS, Events, deliver, events
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.smtp.reply import (
    MAX_LINE,
    MAX_LINES,
    MAX_REPLY,
    MAX_SHOWN,
    MOST_HEARD,
    NEED_DATA,
    ProtocolViolation,
    Reply,
    ReplyReader,
    _heard,
    quoted,
)

VIOLATION = ProtocolViolation

REPLIES: dict[str, tuple[bytes, Events]] = {
    "one line": (b"220 mail.example.com ESMTP\r\n", [Reply(220, ("mail.example.com ESMTP",))]),
    "several lines": (
        b"250-one\r\n250-two\r\n250 three\r\n",
        [Reply(250, ("one", "two", "three"))],
    ),
    "bare LF": (b"250-one\n250 two\n", [Reply(250, ("one", "two"))]),
    "LF and CRLF mixed": (b"250-one\n250 two\r\n", [Reply(250, ("one", "two"))]),
    "bare code": (b"250\r\n", [Reply(250, ("",))]),
    "bare code, bare LF": (b"250\n", [Reply(250, ("",))]),
    "bare code as the last line": (b"250-one\r\n250\r\n", [Reply(250, ("one", ""))]),
    "code and blank": (b"334 \r\n", [Reply(334, ("",))]),
    "empty continuation": (b"250-\r\n250 \r\n", [Reply(250, ("", ""))]),
    "two replies": (b"220 one\r\n250 two\r\n", [Reply(220, ("one",)), Reply(250, ("two",))]),
    "further blanks stay": (b"250  two \r\n", [Reply(250, (" two ",))]),
    "CR inside a line": (b"250 one\rtwo\r\n", [Reply(250, ("one\rtwo",))]),
    "NUL inside a line": (b"250 one\0two\r\n", [Reply(250, ("one\0two",))]),
    "second digit beyond 5": (b"599 odd\r\n", [Reply(599, ("odd",))]),
    "UTF-8": ("535 nÖ\r\n".encode(), [Reply(535, ("nÖ",))]),
    "not UTF-8": (b"535 n\xd6\r\n", [Reply(535, ("nÖ",))]),
    "all octets but line ends": (
        b"250 " + bytes(set(range(256)) - {10, 13}) + b"\r\n",
        [Reply(250, (bytes(set(range(256)) - {10, 13}).decode("latin-1"),))],
    ),
}
VIOLATIONS: dict[str, tuple[bytes, Events]] = {
    "empty line": (b"\r\n", [VIOLATION]),
    "empty line, bare LF": (b"\n", [VIOLATION]),
    "HTTP": (b"HTTP/1.1 400 Bad Request\r\n", [VIOLATION]),
    "POP3": (b"+OK ready\r\n", [VIOLATION]),
    "SSH": (b"SSH-2.0-OpenSSH_9.2p1\r\n", [VIOLATION]),
    "text without code": (b"Welcome\r\n", [VIOLATION]),
    "one digit": (b"2\r\n", [VIOLATION]),
    "two digits": (b"25\r\n", [VIOLATION]),
    "two digits and text": (b"25 ok\r\n", [VIOLATION]),
    "four digits": (b"2500 ok\r\n", [VIOLATION]),
    "first digit 0": (b"050 ok\r\n", [VIOLATION]),
    "first digit 1": (b"150 ok\r\n", [VIOLATION]),
    "first digit 6": (b"650 ok\r\n", [VIOLATION]),
    "letter in the code": (b"2x0 ok\r\n", [VIOLATION]),
    "sign in the code": (b"-50 ok\r\n", [VIOLATION]),
    "digits of another script": ("٢٥٠ ok\r\n".encode(), [VIOLATION]),
    "blank before the code": (b" 250 ok\r\n", [VIOLATION]),
    "tab after the code": (b"250\tok\r\n", [VIOLATION]),
    "colon after the code": (b"250:ok\r\n", [VIOLATION]),
    "other code in the last line": (b"250-one\r\n550 two\r\n", [VIOLATION]),
    "other code in the middle": (b"250-one\r\n251-two\r\n250 three\r\n", [VIOLATION]),
    "no code in the last line": (b"250-one\r\ntwo\r\n", [VIOLATION]),
    "after a whole reply": (b"220 one\r\nnonsense\r\n", [Reply(220, ("one",)), VIOLATION]),
}
VECTORS = {**REPLIES, **VIOLATIONS}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", VECTORS)
def test_vectors(name: str, way: str) -> None:
    """A reply is read alike, and nonsense refused alike, however the network cuts it up."""
    octets, expected = VECTORS[name]
    assert deliver(octets, way) == expected


@pytest.mark.parametrize("name", REPLIES)
def test_no_reply_before_its_end(name: str) -> None:
    """A reply comes out with its last octet, not before and not after."""
    octets, expected = REPLIES[name]
    assert events([octets[:-1]]) == expected[:-1]
    assert events([octets[:-1], octets[-1:]]) == expected


ENHANCED = {
    ("5.7.8 Error: no",): ("5.7.8", "Error: no"),
    ("5.7.8 one", "5.7.8 two"): ("5.7.8", "one two"),
    ("5.7.8-one", "5.7.8 two"): ("5.7.8", "5.7.8-one two"),
    ("one", "5.7.8 two"): ("5.7.8", "one two"),
    ("5.7.8 one", "5.7.1 two"): ("5.7.8", "one 5.7.1 two"),
    ("5.7.8",): ("5.7.8", ""),
    ("5.7.8 ", ""): ("5.7.8", ""),
    ("2.0.0 Ok",): ("2.0.0", "Ok"),
    ("4.7.12 later",): ("4.7.12", "later"),
    ("5.999.999 far",): ("5.999.999", "far"),
    ("5.7.80 no", "5.7.8"): ("5.7.80", "no 5.7.8"),
    ("no (#5.7.1)",): (None, "no (#5.7.1)"),
    ("no 5.7.8",): (None, "no 5.7.8"),
    ("3.0.0 go",): (None, "3.0.0 go"),
    ("9.7.8 no",): (None, "9.7.8 no"),
    ("5.7 no",): (None, "5.7 no"),
    ("5.7.8.9 listed",): (None, "5.7.8.9 listed"),
    ("5.1000.1 no",): (None, "5.1000.1 no"),
    ("5.7.x no",): (None, "5.7.x no"),
    ("5..8 no",): (None, "5..8 no"),
    ("5.7.８ no",): (None, "5.7.８ no"),  # noqa: RUF001
    ("",): (None, ""),
    (" one ", "", "two"): (None, "one two"),
}


@pytest.mark.parametrize("lines", ENHANCED)
def test_enhanced_status_code(lines: tuple[str, ...]) -> None:
    """The enhanced status code is known from the text that follows it, and told once."""
    reply = Reply(535, lines)
    assert (reply.enhanced, reply.text) == ENHANCED[lines]


def test_a_reply_is_quoted_in_one_line() -> None:
    """A reply is quoted to people with its code, its enhanced code and all its text."""
    assert str(Reply(535, ("5.7.8 one", "5.7.8 two"))) == "535 5.7.8 one two"
    assert str(Reply(535, ("no",))) == "535 no"
    assert str(Reply(250, ("",))) == "250"


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (b"HTTP/1.0 400 Bad\tRequest", "HTTP/1.0 400 Bad Request"),
        ("* OK bereit für Grüße".encode(), "* OK bereit für Grüße"),
        ("* OK bereit für Grüße".encode("latin-1"), "* OK bereit f\ufffdr Gr\ufffd\ufffde"),
        (b"\x15\x03\x01\x00\x02\x02F", ""),
        (b"\xff\xfb\x01\xff\xfd\x18login: ", ""),
        (b"\xe9\xe8\xea\xeb login", ""),
        (b"", ""),
    ],
)
def test_what_is_no_reply_is_quoted_where_it_is_text(octets: bytes, said: str) -> None:
    """The words of another service are shown; what is no text, as a TLS alert, is not."""
    assert quoted(octets) == said


@pytest.mark.parametrize("octets", [b"2", b"250", b"250 one", b"250 one\r", b"250-one\r\n"])
def test_a_reply_cut_short_is_a_violation(octets: bytes) -> None:
    """A reply that the server's closing cuts short is never taken for a whole one."""
    assert events([octets]) == []
    assert events([octets, b""]) == [VIOLATION]


@pytest.mark.parametrize("octets", [b"", b"250 one\r\n", b"250-one\r\n250 two\r\n"])
def test_closing_between_replies_is_no_violation(octets: bytes) -> None:
    """A server that closes with nothing said or all said has not broken the protocol."""
    reader = ReplyReader()
    if octets:
        reader.receive_data(octets)
        assert isinstance(reader.next_event(), Reply)
    reader.receive_data(b"")
    assert reader.next_event() is NEED_DATA


def test_closing_does_not_swallow_the_last_reply() -> None:
    """A reply that comes together with the server's closing is still read."""
    reader = ReplyReader()
    reader.receive_data(b"421 closing\r\n")
    reader.receive_data(b"")
    assert reader.next_event() == Reply(421, ("closing",))
    assert reader.next_event() is NEED_DATA


def test_unread_is_what_came_beyond_the_reply() -> None:
    """What a server sends behind its reply is seen before TLS starts, and is not lost."""
    reader = ReplyReader()
    reader.receive_data(b"220 go\r\n250 inj")
    assert reader.next_event() == Reply(220, ("go",))
    assert reader.unread == b"250 inj"
    reader.receive_data(b"ected\r\n")
    assert reader.next_event() == Reply(250, ("injected",))
    assert reader.unread == b""


def test_need_data_names_itself() -> None:
    """A developer who prints an event can tell that none has come yet."""
    assert repr(ReplyReader().next_event()) == "NEED_DATA"


@pytest.mark.parametrize("way", WAYS)
def test_a_challenge_of_12288_octets_is_read(way: str) -> None:
    """The longest challenge that RFC 4954 allows is read."""
    assert deliver(b"334 " + b"A" * 12_288 + b"\r\n", way) == [Reply(334, ("A" * 12_288,))]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("octets", "is_fine"),
    [
        (b"250 " + b"x" * (MAX_LINE - 5) + b"\r\n", True),
        (b"250 " + b"x" * (MAX_LINE - 4) + b"\r\n", False),
        (b"250-x\r\n" * (MAX_LINES - 1) + b"250 x\r\n", True),
        (b"250-x\r\n" * MAX_LINES + b"250 x\r\n", False),
    ],
    ids=["line at its limit", "line over it", "lines at their limit", "lines over it"],
)
def test_limits_on_lines(octets: bytes, is_fine: bool, way: str) -> None:
    """A reply at the limits is read, one over them refused, however it comes."""
    assert [isinstance(event, Reply) for event in deliver(octets, way)] == [is_fine]


@pytest.mark.parametrize("way", WAYS)
def test_limit_on_the_whole_reply(way: str) -> None:
    """A reply of many long lines is refused when they come to more than the limit."""
    line = b"x" * 1020
    at_limit = (b"250-" + line + b"\r\n") * (MAX_REPLY // 1024 - 1) + b"250 " + line + b"\r\n"
    assert len(deliver(at_limit, way)) == 1
    assert deliver(at_limit.replace(b"250 ", b"250 x"), way) == [VIOLATION]


@pytest.mark.parametrize("way", WAYS)
def test_of_a_long_reply_the_first_lines_are_shown(way: str) -> None:
    """A reply that is longer than anybody reads is cut at the end of a line."""
    lines = [f"{number:03} {'x' * 1_016}" for number in range(60)]
    octets = "".join(f"535-{line}\r\n" for line in lines).encode() + b"535 no\r\n535 no\r\n"
    long, short = deliver(octets, way)
    assert isinstance(long, Reply)
    assert long.lines == tuple(lines[: MAX_SHOWN // 1_024])
    assert long.all_lines == (*lines, "no")
    assert lines[-1] not in repr(long)
    assert short == Reply(535, ("no",))


def test_limits_are_for_one_reply() -> None:
    """Many replies of one connection may come to more than the limit of one."""
    line = b"250-" + b"x" * 10_000 + b"\r\n"
    reply = line * 5 + b"250 x\r\n"
    assert [type(event) for event in events([reply] * 5)] == [Reply] * 5


ENDLESS = {
    "line without end": b"x" * 4_096,
    "line of a reply": b"250 " + b"x" * 4_092,
    "short lines": b"250-x\r\n" * 100,
    "long lines": b"250-" + b"x" * 8_000 + b"\r\n",
    "bare codes": b"250-\n" * 100,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_ends_is_refused_early(name: str) -> None:
    """A server that sends without end is cut off after one reply's limit."""
    reader = ReplyReader()
    taken = 0
    with pytest.raises(ProtocolViolation):
        while taken < 10 * MAX_REPLY:
            reader.receive_data(ENDLESS[name])
            taken += len(ENDLESS[name])
            assert reader.next_event() is NEED_DATA
            assert len(reader.unread) <= MAX_LINE
    assert taken <= MAX_REPLY + 2 * MAX_LINES + len(ENDLESS[name])


# Noise that comes near to replies, so that it gets past the first check.
PIECES = st.sampled_from(
    [b"250", b"250-", b"250 ", b"535 5.7.8", b"\r\n", b"\n", b"\r", b"-", b" ", b"x", b"\xff\0"]
)
NOISE = st.one_of(
    st.binary(max_size=200),
    st.lists(PIECES, max_size=30).map(b"".join),
    st.lists(PIECES, max_size=6).map(lambda pieces: b"".join(pieces) * 600),
)


@PROPERTY
@given(NOISE)
def test_noise_gives_replies_or_violations_only(noise: bytes) -> None:
    """Whatever a server sends, the reader answers with replies or with a violation."""
    seen = events([noise, b""])
    assert all(isinstance(event, Reply) for event in seen[:-1])


@PROPERTY
@given(NOISE, st.lists(st.integers(0, 4_000), max_size=20))
def test_cutting_up_changes_nothing(noise: bytes, cuts: list[int]) -> None:
    """The same octets give the same replies, wherever the network cuts them."""
    places = sorted({0, len(noise), *(cut % (len(noise) + 1) for cut in cuts)})
    chunks = [noise[start:end] for start, end in zip(places, places[1:])]
    assert events([*chunks, b""]) == events([noise, b""])


@PROPERTY
@given(st.lists(NOISE, min_size=1, max_size=4))
def test_memory_stays_bounded(noises: list[bytes]) -> None:
    """However much comes, the reader holds no more of it than one line that has no end yet."""
    reader = ReplyReader()
    for noise in noises:
        try:
            reader.receive_data(noise)
            while reader.next_event() is not NEED_DATA:
                pass
        except ProtocolViolation:
            return
        assert len(reader.unread) <= MAX_LINE


KNOWN = b"250-one\r\n250 two\r\n"


def heard(*pieces: bytes) -> tuple[Events, bytes]:
    """What a new reader makes of octets that come in these pieces, and what it leaves unread."""
    reader, found = ReplyReader(), []
    for piece in pieces:
        reader.receive_data(piece)
        event = reader.next_event()
        if isinstance(event, Reply):
            found.append(event)
    return found, reader.unread


@pytest.mark.parametrize("beyond", [b"2", b"250 three\r\n", b"\r\n"])
def test_what_comes_behind_a_reply_heard_before_is_left(beyond: bytes) -> None:
    """A reply that was heard before hides nothing of what a server says too early."""
    for octets in (KNOWN, KNOWN + beyond, KNOWN + beyond):
        found, unread = heard(octets)
        assert found == [Reply(250, ("one", "two"))]
    assert unread == beyond


@pytest.mark.parametrize("before", [b"250-zero\r\n", b"250-", b"2"])
def test_the_end_of_a_reply_may_look_like_one_heard_before(before: bytes) -> None:
    """Octets that were a whole reply once are but a part of one whose begin has come."""
    heard(KNOWN)
    begin = ("zero", "one") if b"z" in before else ("250-one",)
    if before == b"2":
        with pytest.raises(ProtocolViolation):
            heard(before, KNOWN)
        return
    assert heard(before, KNOWN)[0] == [Reply(250, (*begin, "two"))]


def test_replies_heard_before_are_not_kept_without_bound() -> None:
    """A server that says something else each time fills no memory."""
    for number in range(3 * MOST_HEARD):
        heard(b"334 %d\r\n" % number)
        heard(b"250 " + b"%d" % number * 1000 + b"\r\n")
    assert len(_heard) <= MOST_HEARD
    assert max(map(len, _heard)) <= 1024
