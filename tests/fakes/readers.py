"""Strict readers of what the forms print for other programs, written from those programs' own
documentation. They share nothing with the plugin, and raise ValueError where a program would not
take a line, or would take it for something else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .perfdata import Figure, read_perfdata

NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?"
# Nagios keeps 8,192 octets of a line, the line end and a null among them.
LONGEST_COMMAND = 8_190


def lines_of(text: str) -> list[str]:
    """The lines of a text that ends with a line end, none of them empty."""
    if not text.endswith("\n"):
        raise ValueError("the last line has no end")
    lines = text[:-1].split("\n")
    if not all(lines):
        raise ValueError("an empty line")
    return lines


class Sent(NamedTuple):
    """One value for zabbix_sender."""

    host: str
    key: str
    value: str


ENTRY = re.compile(r'"((?:[^"\\]|\\["\\n])*)"(?: |$)|([^ "\\]+)(?: |$)')


def read_sender(text: str) -> list[Sent]:
    """The lines of ``zabbix_sender -i -``: host, key, value. In quotes a backslash stands before
    a quote, a backslash, or the n of a line end.
    """
    return [_sent(line) for line in lines_of(text)]


def _sent(line: str) -> Sent:
    entries, start = [], 0
    while start < len(line):
        match = ENTRY.match(line, start)
        if match is None:
            raise ValueError(f"no entry: {line[start:]!r}")
        quoted, plain = match.groups()
        entries.append(plain if quoted is None else re.sub(r"\\(.)", _escaped, quoted))
        start = match.end()
    if len(entries) != 3:
        raise ValueError(f"not three entries: {line!r}")
    return Sent(*entries)


def _escaped(match: re.Match[str]) -> str:
    return "\n" if match[1] == "n" else match[1]


class Service(NamedTuple):
    """One result of a Checkmk local check; host "" is the one that the agent runs on."""

    host: str
    item: str
    state: int
    metrics: dict[str, float]
    text: str


PIGGYBACK = re.compile(r"<<<<([A-Za-z0-9_.:-]*|[^<>\s]+)>>>>")
LEVEL = rf"(?:(?:{NUMBER}:)?{NUMBER})?"
METRIC = re.compile(
    rf"([A-Za-z_][A-Za-z0-9_.]*)=({NUMBER})(?:;{LEVEL}(?:;{LEVEL}(?:;(?:{NUMBER})?(?:;(?:{NUMBER})?)?)?)?)?"
)
CHECK = re.compile(r"([0-3]) \"([^\"']+)\" (\S+) (\S.*)")


def read_local_checks(text: str) -> list[Service]:
    """What a local check prints, with piggyback sections; each has its local section opened,
    and after them the agent's own host and local section are open again.
    """
    host, section, found = "", "<<<local>>>", []
    for line in lines_of(text):
        piggyback = PIGGYBACK.fullmatch(line)
        if piggyback:
            host, section = piggyback[1], ""
        elif line.startswith("<<<"):
            section = line
        elif section == "<<<local>>>":
            found.append(_service(host, line))
        elif not section:
            raise ValueError(f"outside of a section: {line!r}")
    if (host, section) != ("", "<<<local>>>"):
        raise ValueError("what comes next would go to another host or section")
    return found


def _service(host: str, line: str) -> Service:
    match = CHECK.fullmatch(line)
    if match is None:
        raise ValueError(f"no local check: {line!r}")
    state, item, metrics, said = match.groups()
    figures = {}
    for metric in metrics.split("|") if metrics != "-" else ():
        figure = METRIC.fullmatch(metric)
        if figure is None or figure[1] in figures:
            raise ValueError(f"no metric: {metric!r}")
        figures[figure[1]] = float(figure[2])
    return Service(host, item, int(state), figures, _with_line_ends(said))


def _with_line_ends(text: str) -> str:
    parts = text.split("\\n")
    if any("\\" in part for part in parts):
        raise ValueError(f"a backslash: {text!r}")
    return "\n".join(parts)


Series = tuple[str, frozenset[tuple[str, str]]]
SAMPLE = re.compile(r"([a-zA-Z_:][a-zA-Z0-9_:]*)\{(.*)\} (\S+)")
LABEL = re.compile(r'([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"(?:,|$)')


def read_metrics(text: str) -> dict[Series, float]:
    """Prometheus's text format 0.0.4: HELP and TYPE once and before the samples of a metric,
    which stand together; no timestamps, no series twice.
    """
    found: dict[Series, float] = {}
    helped: set[str] = set()
    typed: list[str] = []
    for line in lines_of(text):
        if line.startswith("# HELP "):
            name = line.split(" ")[2]
            if name in helped:
                raise ValueError(f"a second HELP: {line!r}")
            helped.add(name)
        elif line.startswith("# TYPE "):
            name = line.split(" ")[2]
            if name in typed or line.split(" ")[3:] != ["gauge"]:
                raise ValueError(f"a second or another TYPE: {line!r}")
            typed.append(name)
        elif not line.startswith("#"):
            _take_sample(line, typed[-1], found)
    if helped != set(typed):
        raise ValueError("a metric without HELP")
    return found


def _take_sample(line: str, name: str, found: dict[Series, float]) -> None:
    match = SAMPLE.fullmatch(line)
    if match is None or match[1] != name:
        raise ValueError(f"no sample of {name}: {line!r}")
    labels, start = {}, 0
    while start < len(match[2]):
        label = LABEL.match(match[2], start)
        if label is None or label[1] in labels or label[1].startswith("__"):
            raise ValueError(f"labels: {line!r}")
        labels[label[1]] = re.sub(r"\\(.)", _escaped, label[2])
        start = label.end()
    series = (name, frozenset(labels.items()))
    if series in found or not re.fullmatch(NUMBER, match[3]):
        raise ValueError(f"a second time, or no number: {line!r}")
    found[series] = float(match[3])


class Command(NamedTuple):
    """One passive result for Nagios."""

    time: int
    host: str
    service: str
    code: int
    first: str
    perfdata: dict[str, Figure]
    long: str


COMMAND = re.compile(r"\[([0-9]+)\] PROCESS_SERVICE_CHECK_RESULT;([^;]+);([^;]+);([0-3]);(.+)")


def read_commands(text: str) -> list[Command]:
    """External commands, each a passive result of a service."""
    return [_command(line) for line in lines_of(text)]


def _command(line: str) -> Command:
    match = COMMAND.fullmatch(line)
    if match is None or len(line.encode()) > LONGEST_COMMAND:
        raise ValueError(f"no command, or too long: {line!r}")
    moment, host, service, code, output = match.groups()
    first, _, long = _with_line_ends(output).partition("\n")
    said, bar, figures = first.partition(" | ")
    if "|" in said or "|" in long:
        raise ValueError(f"a bar: {output!r}")
    perfdata = read_perfdata(figures) if bar else {}
    return Command(int(moment), host, service, int(code), said, perfdata, long)
