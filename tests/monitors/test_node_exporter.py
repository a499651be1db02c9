"""The metrics go through a real node_exporter, whose textfile collector drops a whole file for
one line that it does not like.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.files import faulty, rejected, told, unanswered, working
from fakes.readers import read_metrics
from servers.requirements import require

from check_smtp_auth.outputs import OUTPUTS

from .prometheus import NodeExporter


@pytest.fixture(scope="module")
def exporter(servers_directory: Path) -> Iterator[NodeExporter]:
    """A node_exporter."""
    require("node_exporter")
    made = NodeExporter(servers_directory / "exporter")
    made.start()
    yield made
    made.stop()


def test_every_sample_is_scraped(exporter: NodeExporter) -> None:
    """Whatever accounts and labels are called, each sample is scraped, and the file is good."""
    odd = (("customer", "s\u00f6hne & {co}"), ("text", "a 'b' \u4e2d\u6587"))
    found = [
        *(working("a"), rejected("b c", labels=odd), faulty("d"), unanswered("e", host="::1")),
        *(working(f"many-{number}") for number in range(500)),
    ]
    text = told("prometheus", found).output
    scraped, bad = exporter.take(text)
    assert bad == 0, exporter.read_log()
    written = read_metrics(text)
    # Prometheus does not tell an empty label from none.
    kept = {(name, frozenset(item for item in labels if item[1])) for name, labels in written}
    assert {(n, frozenset(item for item in labels if item[1])) for n, labels in scraped} == kept


def test_an_error_costs_nothing_else(exporter: NodeExporter) -> None:
    """A file with nothing but a usage error is good and empty; one line too many would show."""
    text = OUTPUTS["prometheus"].error("-p: must be a port number") + "\n"
    assert exporter.take(text) == ({}, 0)
    assert exporter.take("smtp_auth_state{account='a'} 1\n")[1] == 1
