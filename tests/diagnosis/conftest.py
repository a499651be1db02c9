"""Replies are read without a memory: thousands of directories for it would take longer."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def state_directory() -> None:
    """None is made, unlike elsewhere."""
