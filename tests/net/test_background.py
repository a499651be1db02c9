"""Work in the background: its result, its error, or the end of our patience."""

from __future__ import annotations

import os
import threading
import time
from typing import Callable

import pytest

from check_smtp_auth.net.background import background
from check_smtp_auth.net.loop import Broken, run_one
from check_smtp_auth.observation import Kind


def outcome(function: Callable[[], object], seconds: float = 5) -> object:
    """What comes of a function that is run in the background."""
    return run_one(background(function, time.monotonic() + seconds))


def test_the_result_comes_back() -> None:
    """What the function returns is what the conversation gets, None among it."""
    assert outcome(lambda: 42) == 42
    assert outcome(lambda: None) is None


def test_the_error_comes_back() -> None:
    """What the function raises is raised where its result was waited for."""
    with pytest.raises(ZeroDivisionError):
        outcome(lambda: 1 // 0)


def test_the_function_does_not_hold_us_back() -> None:
    """A function that does not end in time is a timeout, and is left to itself."""
    released = threading.Event()
    began = time.monotonic()
    with pytest.raises(Broken) as caught:
        outcome(released.wait, 0.1)
    assert caught.value.kind == Kind.TIMEOUT
    assert time.monotonic() - began < 0.5
    released.set()


def test_no_descriptors_are_left_open() -> None:
    """A hundred pieces of work leave as many descriptors open as there were before."""
    before = len(os.listdir("/proc/self/fd"))
    for number in range(100):
        assert outcome(number.bit_length) == number.bit_length()
    assert len(os.listdir("/proc/self/fd")) <= before
