"""Takes zabbix-many.png: what Zabbix shows of sixty accounts, one bad, and a server that is away.

    python contrib/screenshots/zabbix_many.py

As zabbix.py beside it, and with what that needs.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests"))

from monitors.installed import install  # noqa: E402
from monitors.zabbix_many import followed, installed, run_until_told  # noqa: E402
from monitors.zabbix_receiver import receiving  # noqa: E402
from zabbix import locale, photograph  # noqa: E402

IMAGE = HERE / "zabbix-many.png"
SIZE = "1280,300"


def main() -> None:
    """Set up, have an account go bad and a server away, and take the picture."""
    with (
        locale() as directory,
        receiving() as receiver,
        installed(receiver, install(directory / "usr")) as accounts,
    ):
        host = followed(accounts)
        accounts.change_on_server("a7", "changed")
        accounts.servers["b"].stop()
        run_until_told(accounts, host, 2)
        problems = {
            "action": "problem.view",
            "hostids[0]": host.number,
            "show_opdata": "2",
            "show_tags": "3",
            "filter_set": "1",
        }
        photograph(IMAGE, SIZE, receiver.url, problems, directory)


if __name__ == "__main__":
    main()
