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

Every result has one of these names: in JSON as `diagnosis`, in Icinga's and Nagios's output, in
Zabbix as an item, in Prometheus as a label. A monitor can link to the section of each, as
`notes_url` does in Icinga and Nagios: `diagnoses.md#account-locked`. The same text is printed by
`check_smtp_auth --explain account-locked`, and what a server's own reply means by
`check_smtp_auth --explain '535 5.7.8 ...'`.

The state is the default; `--state DIAGNOSIS=STATE` changes it.

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
