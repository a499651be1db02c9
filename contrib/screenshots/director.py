"""Takes director.png: the form of a service in Icinga Director, with the fields of our basket.

    python contrib/screenshots/director.py

Starts a private Director as the tests do, follows contrib/icinga2/README.md, and looks at it with a
headless Chromium. Needs root, the Debian packages icingacli, icingaweb2-module-director, php-cli,
php-pgsql, postgresql and chromium, and the extra "test" of the package.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from monitors.director import Director  # noqa: E402
from monitors.readme import Reader, blocks  # noqa: E402
from nagios import take  # noqa: E402
from servers.process import Daemon, free_port, workshop  # noqa: E402
from zabbix import REDUCE  # noqa: E402

IMAGE = HERE / "director.png"
SIZE = "1040,640"
PAGE = "director/service/edit?name=smtp-auth%20finance&host=mail.example.com"
PAGES = Path("/usr/share/icingaweb2/public")
# Whoever comes is logged in, and may do what needs no more of Icinga than Director.
SETTINGS = {
    "authentication.ini": '[autologin]\nbackend = "external"\n',
    "roles.ini": """\
[all]
users = "admin"
permissions = "module/director,director/admin,director/hosts"
""",
}
# What Apache does for it.
ROUTER = """\
<?php
$_SERVER['REMOTE_USER'] = 'admin';
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file('{pages}' . $path)) {{
    return false;
}}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = '{pages}/index.php';
ob_start(fn($page) => str_replace('</body>', file_get_contents('{unfold}') . '</body>', $page));
require '{pages}/index.php';
"""
# The fields of the basket are folded up, until somebody clicks.
UNFOLD = """
<script>setInterval(() => document.querySelector('fieldset.collapsed')
    ?.classList.remove('collapsed'), 20)</script>
"""


class Web(Daemon):
    """Icinga Web, served by PHP itself; ``client`` are the variables that lead to its
    settings, ``unfold`` is added to each page.
    """

    ready = "Development Server"

    def __init__(self, directory: Path, client: dict[str, str], unfold: str) -> None:
        """Make one that is not yet started."""
        super().__init__(directory)
        self.log = directory / "output"
        self.port = free_port()
        self._environment = client
        self._router, script = directory / "router.php", directory / "unfold.html"
        self._router.write_text(ROUTER.format(pages=PAGES, unfold=script))
        script.write_text(unfold)

    def command(self) -> list[str]:
        """Return the command that runs it."""
        sessions = f"session.save_path={self.directory}"
        address = f"127.0.0.1:{self.port}"
        return ["php", "-d", sessions, "-S", address, "-t", str(PAGES), str(self._router)]

    def environment(self) -> dict[str, str]:
        """Have it find its Director, and answer a browser's many requests at once."""
        return {**self._environment, "PHP_CLI_SERVER_WORKERS": "4"}


def photograph(web: Web, page: str, image: Path, size: str) -> None:
    """Take a picture of a page of Icinga Web, which runs as long as that takes."""
    with ExitStack() as ends:
        ends.callback(web.stop)
        web.start()
        take(image, size, f"http://127.0.0.1:{web.port}/{page}", web.directory.parent)
    subprocess.run(["php", "-r", REDUCE, str(image)], check=True)
    print(image, image.stat().st_size, "bytes")


def main() -> None:
    """Set the scene, and take the picture."""
    with ExitStack() as ends:
        directory = workshop()
        ends.callback(shutil.rmtree, directory, ignore_errors=True)
        director = Director(directory / "director")
        ends.callback(director.stop)
        director.start()
        for name in ("hostalive", "dummy"):
            director.cli("command", "create", name, "--object_type", "external_object")
        reader = Reader({"sudo ": ""}, director.client())
        restore, make, _ = blocks("contrib/icinga2/README.md", "With Icinga Director")
        reader.follow(restore)
        reader.follow(make)
        for name, text in SETTINGS.items():
            (directory / "director" / "etc" / name).write_text(text, "utf-8")
        photograph(Web(directory / "web", director.client(), UNFOLD), PAGE, IMAGE, SIZE)


if __name__ == "__main__":
    main()
