"""What is remembered, and how it is written down."""

from __future__ import annotations

from typing import Any

import pytest
from fakes.outcomes import ACCOUNT, observation
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.observation import Failure, Kind, Stage
from check_smtp_auth.report.text import iso
from check_smtp_auth.state import guard
from check_smtp_auth.state.history import Recalled
from check_smtp_auth.state.memory import MOST_ACCOUNTS, Memory, ServerMemory, dump, load

# Thousandths of a second are kept.
MOMENTS = st.integers(0, 4 * 10**12).map(lambda number: number / 1000)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
# By the type of the field, as it is annotated.
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(0, 10**9),
    "float": MOMENTS,
    "str": TEXTS,
    "tuple[float, ...]": st.lists(MOMENTS, max_size=4).map(tuple),
    "tuple[str, ...]": st.lists(TEXTS.filter(bool), max_size=4).map(tuple),
}
FIELDS = {name: VALUES[kind] for name, kind in Memory.__annotations__.items() if kind in VALUES}
MEMORIES = st.builds(Memory, **{**FIELDS, "user": TEXTS.filter(bool)})
SERVERS = st.builds(
    lambda rejected, memories: ServerMemory(
        tuple(rejected), {memory.user: memory for memory in memories}
    ),
    st.lists(MOMENTS, max_size=4),
    st.lists(MEMORIES, max_size=3),
)
ONE = ServerMemory((1.5,), {"a": Memory("a", spent=2, fingerprint="aa:bb", reply="535 5.7.8 No")})


@given(SERVERS)
@PROPERTY
def test_what_was_written_is_read_back(server: ServerMemory) -> None:
    """Whatever a server said and a user is called, it is remembered as it was."""
    assert load(dump(server)) == server


@given(SERVERS)
@PROPERTY
def test_a_record_is_a_line(server: ServerMemory) -> None:
    """No text from a server or a user can add a record or a field to the file."""
    text = dump(server)
    assert text.count("\n") == 2 + len(server.accounts)
    assert text.isprintable() or set(filter(lambda c: not c.isprintable(), text)) >= {"\n", "\t"}
    assert "\r" not in text


@given(st.text())
@PROPERTY
def test_junk_is_a_value_error(text: str) -> None:
    """A file that is something else is told by ValueError, and by nothing else."""
    with pytest.raises(ValueError):
        load(text)


@given(SERVERS, st.data())
@PROPERTY
def test_a_damaged_file_is_read_or_a_value_error(server: ServerMemory, data: Any) -> None:
    """A file with a few octets changed is read or told by ValueError, and by nothing else."""
    octets = bytearray(dump(server).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(octets) - 1))
        octets[where : where + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
        if not octets:
            break
    try:
        again = load(octets.decode("utf-8"))
    except ValueError:
        return
    assert isinstance(again, ServerMemory)
    assert all(user == memory.user for user, memory in again.accounts.items())


CUT = [dump(ONE)[:end] for end in range(len(dump(ONE)))]


def test_a_file_cut_short_is_a_value_error() -> None:
    """A file that was not written to its end is not taken for a shorter one."""
    whole_records = {text for text in CUT if text.endswith("\n")}
    for text in CUT:
        if text not in whole_records:
            with pytest.raises(ValueError):
                load(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "check_smtp_auth state 2\n",
        "check_smtp_auth state 1",
        "check_smtp_auth state 1\nfrobbed\tuser=a\n",
        "check_smtp_auth state 1\naccount\tuser\n",
        "check_smtp_auth state 1\naccount\tspent=1\n",
        "check_smtp_auth state 1\naccount\tuser=a\tspent=x\n",
        "check_smtp_auth state 1\naccount\tuser=a\tspent=1.5\n",
        "check_smtp_auth state 1\naccount\tuser=a\thold_until=soon\n",
        "check_smtp_auth state 1\naccount\tuser=%zz\n",
        "check_smtp_auth state 1\naccount\tuser=%\n",
        "check_smtp_auth state 1\nrejected\tyesterday\n",
        "{}\n",
    ],
)
def test_what_is_no_state_file(text: str) -> None:
    """Another version's file, or one that somebody edited, is told by ValueError."""
    with pytest.raises(ValueError):
        load(text)


@pytest.mark.parametrize("number", ["inf", "-inf", "nan", "1e300", "-1e300"])
@pytest.mark.parametrize("field", ["since", "last_success", "hold_until"])
def test_a_number_that_is_no_time(field: str, number: str) -> None:
    """A file with a time that no calendar has is set aside, or does no harm."""
    fields = {"since": "1800000000.000", "last_success": "1800000000.000", "spent": "2"}
    fields.update({"user": "a", "diagnosis": "credentials-rejected", field: number})
    account = "\t".join(f"{name}={value}" for name, value in fields.items())
    judge(f"check_smtp_auth state 1\nrejected\t\naccount\t{account}\n")


def test_a_diagnosis_that_is_unknown() -> None:
    """A file in which a newer version put its own diagnosis is set aside, or does no harm."""
    judge("check_smtp_auth state 1\nrejected\t\naccount\tuser=a\tspent=2\tdiagnosis=frobbed\n")


def judge(text: str) -> None:
    """Read a file, and say all there is to say of an account "a" that is held."""
    try:
        memory = load(text).of("a")
    except ValueError:
        return
    seen = observation(failure=Failure(Stage.AUTH, Kind.HELD), exchanges=())
    decision = guard.Decision(False, "account", memory.hold_until)
    diagnose(ACCOUNT, seen, Policy(), 1_800_000_000.0, Recalled(memory, decision))
    for moment in (memory.since, memory.last_success, decision.until):
        iso(moment)


def test_fields_of_a_later_version_are_left_out() -> None:
    """A file with fields that this version does not know is read, for they may come."""
    text = dump(ONE).replace("user=a", "user=a\tcolour=blue")
    assert load(text) == ONE


def test_no_field_is_for_a_secret() -> None:
    """There is no place in the memory for a password or a token."""
    names = {*vars(Memory("a")), *vars(ServerMemory())}
    assert not [name for name in names for word in ("secret", "passw", "token") if word in name]


def test_the_memory_is_bounded() -> None:
    """A host that checks ever other accounts does not fill the disk."""
    server = ServerMemory((), {str(number): Memory(str(number)) for number in range(MOST_ACCOUNTS)})
    server = server.with_account(Memory("one more"))
    assert len(server.accounts) == MOST_ACCOUNTS
    assert "one more" in server.accounts


def test_what_was_used_last_is_not_forgotten() -> None:
    """Of too many accounts those are forgotten that were not seen for longest."""
    server = ServerMemory((), {str(number): Memory(str(number)) for number in range(MOST_ACCOUNTS)})
    server = server.with_account(Memory("0", spent=2))
    server = server.with_account(Memory("one more"))
    assert server.of("0").spent == 2
