"""Makes contrib/docs/diagnoses.md, a section for each diagnosis, from the catalogue.

python contrib/dev/docs.py           write
python contrib/dev/docs.py --check   exit 1 where the page is stale
"""

from __future__ import annotations

import sys

from generated import write_or_check

from check_smtp_auth.diagnosis.catalogue import CATALOGUE, Entry

FILE = "contrib/docs/diagnoses.md"
HEAD = """\
# Diagnoses

Every result has one of these names: `diagnosis` in JSON, a value of an item in Zabbix, a label in
Prometheus, and part of the output in Icinga and Nagios. A monitor can link to the section of each
one, as `notes_url` does in Icinga and Nagios: `diagnoses.md#account-locked`. The command
`check_smtp_auth --explain account-locked` prints the same text, and
`check_smtp_auth --explain '535 5.7.8 ...'` explains a server's own reply.

The state shown is the default; `--state DIAGNOSIS=STATE` changes it.

<!-- Made by contrib/dev/docs.py from the catalogue of diagnoses. -->
"""


def page() -> str:
    """The whole page."""
    rows = [f"| [{each.slug}](#{each.slug}) | {_state(each)} |" for each in CATALOGUE]
    table = "\n".join(["| diagnosis | state |", "| --- | --- |", *rows])
    sections = (
        f"## {each.slug}\n\n**{_state(each)}.** {each.explanation}\n\n"
        + (f"**To do:** {each.advice}\n" if each.advice else "")
        for each in CATALOGUE
    )
    return f"{HEAD}\n{table}\n\n" + "\n".join(sections)


def _state(entry: Entry) -> str:
    """The state that a diagnosis has unless told otherwise."""
    return "The state of the last diagnosis" if entry.slug == "held" else entry.state


if __name__ == "__main__":
    sys.exit(write_or_check({FILE: page()}))
