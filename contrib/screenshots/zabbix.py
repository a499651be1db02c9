"""Takes zabbix.png: what Zabbix shows of an account whose password was changed on the server.

    python contrib/screenshots/zabbix.py

Starts a private Zabbix and private mail servers, as the tests do, and looks at them with a
headless Chromium. Needs root, the Debian packages that tests/monitors/zabbix.py names, and
chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests"))

from monitors.zabbix_api import TEMPLATE, Api, Host  # noqa: E402
from monitors.zabbix_setup import Account, running  # noqa: E402
from servers.process import workshop  # noqa: E402

IMAGE = HERE / "zabbix.png"
SIZE = "1280,1070"
# Often enough for a line in a graph of three minutes, and seldom enough for a picture that
# has the last two logins in it, and that the next one was held back.
INTERVAL = "8s"
SECONDS = 120
# Few colours make a small file.
REDUCE = """
$image = imagecreatefrompng($argv[1]);
imagetruecolortopalette($image, false, 48);
imagepng($image, $argv[1], 9);
"""
# The frontend wants a locale of this name; any will do.
LOCALE = ("en_US.UTF-8", "/usr/lib/locale/C.utf8")


def main() -> None:
    """Set up, have an account go bad, and take the picture."""
    with locale() as directory, running(directory) as setup:
        account = Account(setup, "finance@example.com")
        host = account.add_host(setup.mail, INTERVAL=INTERVAL)
        host.wait_for("state", "0")
        time.sleep(SECONDS)
        setup.mail.set_password(account.name, "changed-secret")
        host.wait_for("diagnosis", "held")
        photograph(IMAGE, SIZE, setup.url, dashboard(setup.api, TEMPLATE, host), directory)


@contextmanager
def locale() -> Iterator[Path]:
    """Make a directory, in which the frontend finds the locale that it insists on."""
    directory = workshop()
    (directory / LOCALE[0]).symlink_to(LOCALE[1])
    os.environ["LOCPATH"] = str(directory)
    try:
        yield directory
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def dashboard(api: Api, template: str, host: Host) -> dict[str, str]:
    """Which page the template's dashboard on the host is."""
    (found,) = api("template.get", filter={"host": template}, output=["templateid"])
    (made,) = api("templatedashboard.get", templateids=found["templateid"])
    return {
        "action": "host.dashboard.view",
        "hostid": host.number,
        "dashboardid": made["dashboardid"],
        "from": "now-3m",
        "to": "now",
    }


def photograph(image: Path, size: str, url: str, page: Mapping[str, str], directory: Path) -> None:
    """Log in, and take a picture of a page."""
    view = {**page, "kiosk": "1"}
    login = {
        "name": "Admin",
        "password": "zabbix",
        "enter": "Sign in",
        "request": f"zabbix.php?{urllib.parse.urlencode(view)}",
    }
    subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",  # it refuses root otherwise
            "--hide-scrollbars",
            "--disable-lcd-text",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            f"--user-data-dir={directory}/chromium",
            f"--window-size={size}",
            "--virtual-time-budget=15000",
            f"--screenshot={image}",
            f"{url}/index.php?{urllib.parse.urlencode(login)}",
        ],
        check=True,
        stderr=subprocess.DEVNULL,
        timeout=120,
    )
    subprocess.run(["php", "-r", REDUCE, str(image)], check=True)
    print(image, image.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
