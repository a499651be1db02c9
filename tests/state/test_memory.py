"""What is remembered of an account, and how it is written down."""

from __future__ import annotations

from typing import Any

import pytest
from fakes.outcomes import ACCOUNT, observation
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.moments import iso
from check_smtp_auth.observation import Failure, Kind, Stage
from check_smtp_auth.state import guard
from check_smtp_auth.state.history import Recalled
from check_smtp_auth.state.memory import BLOCK, LARGEST, Baseline, Memory, Spent, dump, load

# Thousandths of a second are kept.
MOMENTS = st.integers(0, 4 * 10**12).map(lambda number: number / 1000)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
# By the type of the field, as it is annotated.
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(0, 10**9),
    "float": MOMENTS,
    "str": TEXTS,
    "tuple[str, ...]": st.lists(TEXTS.filter(bool), max_size=4).map(tuple),
}


def records(kind: type[Any], **named: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any Record of this type."""
    annotated = kind.__annotations__
    fields = {name: VALUES[each] for name, each in annotated.items() if each in VALUES}
    return st.builds(kind, **{**fields, **named})


SPENT = records(Spent, fingerprint=st.sampled_from(("", "aa:bb", "%:%%")))
MEMORIES = records(
    Memory,
    user=TEXTS.filter(bool),
    spent=SPENT,
    others=st.lists(SPENT, max_size=3).map(tuple),
    baseline=records(Baseline),
)
ONE = Memory("a", Spent("aa:bb", 2, 3600.0, 1.5), reply="535 5.7.8 No")


@given(MEMORIES)
@PROPERTY
def test_what_was_written_is_read_back(memory: Memory) -> None:
    """Whatever a server said and a user is called, it is remembered as it was."""
    assert load(dump(memory)) == memory


@given(MEMORIES)
@PROPERTY
def test_a_field_is_a_line(memory: Memory) -> None:
    """No text from a server or a user can add a field to the file."""
    names = [line.partition("=")[0] for line in dump(memory).decode().split("\n")[1:] if line]
    known = {*Memory.__annotations__, *Baseline.__annotations__, "other"}
    assert set(names) <= known
    assert len(names) - len(set(names)) == max(0, len(memory.others) - 1)


@given(MEMORIES)
@PROPERTY
def test_a_file_takes_whole_blocks(memory: Memory) -> None:
    """A file is written over in place, so that no write but the first takes space."""
    assert len(dump(memory)) % BLOCK == 0
    assert len(dump(ONE)) == BLOCK


@given(st.binary())
@PROPERTY
def test_junk_is_a_value_error(octets: bytes) -> None:
    """A file that is something else is told by ValueError, and by nothing else."""
    with pytest.raises(ValueError):
        load(octets)


@given(MEMORIES, st.data())
@PROPERTY
def test_a_damaged_file_is_told(memory: Memory, data: Any) -> None:
    """A file with a few octets changed is told by ValueError, not taken for another memory."""
    whole = dump(memory)
    octets = bytearray(whole.rstrip(b"\n"))
    where = data.draw(st.integers(0, len(octets) - 1))
    octets[where] ^= data.draw(st.integers(1, 255))
    try:
        again = load(bytes(octets))
    except ValueError:
        return
    assert again == memory  # a line end more or less at its end


@pytest.mark.parametrize("end", range(1, len(dump(ONE).rstrip(b"\n")), 7))
def test_a_file_cut_short_is_told(end: int) -> None:
    """A file that was not written to its end is not taken for a shorter one."""
    with pytest.raises(ValueError):
        load(dump(ONE)[:end])


@pytest.mark.parametrize("length", [1, 100, *range(BLOCK - 700, BLOCK + 20, 60)])
def test_a_file_written_over_a_longer_one_is_whole(length: int) -> None:
    """What is left of a longer text before does not belong to the new one, and does no harm."""
    long = dump(ONE.replace(reply="x" * 3 * BLOCK))
    short = ONE.replace(reply="y" * length)
    assert load(dump(short) + long[len(dump(short)) :]) == short


def test_a_text_that_fills_its_block_is_written_over_a_longer_one() -> None:
    """A text of any length has its end, also where it ends with the block."""
    long = dump(ONE.replace(reply="x" * 3 * BLOCK))
    room = BLOCK - len(dump(ONE.replace(reply="")).rstrip(b"\n"))
    for length in range(room - 12, room + 3):
        short = ONE.replace(reply="y" * length)
        assert load(dump(short) + long[len(dump(short)) :]) == short


@pytest.mark.parametrize("number", ["inf", "-inf", "nan", "1e300", "-1e300", "soon", ""])
@pytest.mark.parametrize("field", ["since", "last_success", "forced"])
def test_a_number_that_is_no_time(field: str, number: str) -> None:
    """A file with a time that no calendar has does no harm."""
    whole = dump(Memory("a", **{field: 5.0}, diagnosis="credentials-rejected"))
    judge(sealed(whole.replace(f"{field}=5.000".encode(), f"{field}={number}".encode())))


def test_a_diagnosis_that_is_unknown() -> None:
    """A file in which a newer version put its own diagnosis does no harm."""
    judge(dump(Memory("a", Spent(count=2), diagnosis="frobbed")))


def sealed(octets: bytes) -> bytes:
    """Give changed contents their right checksum, as somebody who edits the file might."""
    from binascii import crc32

    head, _, text = octets.rstrip(b"\n").partition(b"\n")
    text += b"\n"
    return head[:-8] + b"%08x\n" % crc32(text) + text


def judge(octets: bytes) -> None:
    """Read a file, and say all there is to say of an account that is held."""
    try:
        memory = load(octets)
    except ValueError:
        return
    seen = observation(failure=Failure(Stage.AUTH, Kind.HELD), exchanges=())
    decision = guard.Decision(False, "account", memory.spent.until)
    diagnose(ACCOUNT, seen, Policy(), 1_800_000_000.0, Recalled(memory, decision))
    for moment in (memory.since, memory.last_success, decision.until):
        iso(moment)


def test_fields_of_a_later_version_are_left_out() -> None:
    """A file with fields that this version does not know is read, for they may come."""
    text = dump(ONE).replace(b"user=a\n", b"user=a\ncolour=blue\n")
    assert load(sealed(text)) == ONE


def test_no_field_is_for_a_secret() -> None:
    """There is no place in the memory for a password or a token."""
    names = {*vars(Memory("a")), *vars(Spent()), *vars(Baseline())}
    assert not [name for name in names for word in ("secret", "passw", "token") if word in name]


def test_the_largest_memory_can_be_read_back() -> None:
    """With all lists and texts as long as they may be, a file stays within what is read."""
    items = tuple(f"{number:02}" + "\n" * 62 for number in range(64))
    others = tuple(Spent(f"{number}:" + "a" * 100, 2, 1.0, 2.0, 3.0) for number in range(8))
    memory = Memory(
        "\n" * 1_000, others=others, reply="\n" * 500, baseline=Baseline(items, items, "", items)
    )
    assert len(dump(memory)) < LARGEST
    assert load(dump(memory)) == memory
