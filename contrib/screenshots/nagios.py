"""Takes a picture of Nagios's own page of one of our services, and puts it beside this file.

    python contrib/screenshots/nagios.py

Starts a mail server and a Nagios as the tests do, on loopback, changes a password, and has
Chromium look. Needs root, and Debian's postfix, dovecot-core, dovecot-submissiond, openssl,
monitoring-plugins-basic, nagios4-core, nagios4-cgi and chromium; and the extra "test" of the
package.
"""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from monitors.installed import install  # noqa: E402
from monitors.nagios import Nagios  # noqa: E402
from monitors.readme import Reader  # noqa: E402
from servers.certificates import Authority  # noqa: E402
from servers.mailserver import MailServer  # noqa: E402
from servers.process import wait_until, workshop  # noqa: E402
from servers.variants import Variants  # noqa: E402

HERE = Path(__file__).parent
PROGRAMS = Path("/usr/lib/cgi-bin/nagios4")
PAGES = Path("/usr/share/nagios4/htdocs")
STYLES = Path("/etc/nagios4")
PICTURE, SIZE = HERE / "nagios-service.png", "1100,450"
PAGE = "extinfo.cgi?type=2&host=mail.example.com&service=SMTP+finance"
SERVICES = [f"mail.example.com;SMTP{name}" for name in ("", " finance", " tickets")]
CGI = """\
main_config_file={main}
physical_html_path={pages}
url_html_path=/nagios4
use_authentication=0
enable_page_tour=0
refresh_rate=900
"""


def main() -> None:
    """Set the scene, and take the picture."""
    with ExitStack() as ends:
        directory = workshop()
        ends.callback(shutil.rmtree, directory, ignore_errors=True)
        variants = Variants(directory, Authority(directory / "certificates"))
        ends.callback(variants.stop)
        nagios = started(directory, variants.postfix("dovecot"))
        ends.callback(nagios.stop)
        port = ends.enter_context(pages(nagios))
        take(PICTURE, SIZE, f"http://127.0.0.1:{port}/cgi-bin/nagios4/{PAGE}", directory)
        print(PICTURE)


def started(directory: Path, server: MailServer) -> Nagios:
    """Start a Nagios by the examples, and have one of the passwords changed on the server."""
    nagios = Nagios(directory / "nagios", install(directory / "usr"))
    private = nagios.directory / "smtp"
    private.mkdir()
    for name in ("finance", "tickets"):
        server.set_password(f"{name}@example.com", name)
        (private / name).touch(0o600)
        (private / name).write_text(name, "utf-8")
    here = f"-p {server.port_starttls} --ca-file {server.ca_file}"
    words = {
        "--tls-name mail.example.com": f"--tls-name localhost {here}",
        "!587": f"!{server.port_starttls}",
        "192.0.2.1": "127.0.0.1",
        "/etc/smtp": str(private),
    }
    for name in ("smtp_auth.cfg", "examples/accounts.cfg", "examples/outage.cfg"):
        text = Reader(words, {}).adapt((ROOT / "contrib" / "nagios" / name).read_text("utf-8"))
        (nagios.etc / "conf.d" / Path(name).name).write_text(text, "utf-8")
    nagios.start()
    assert wait_until(lambda: nagios.knows(SERVICES[0]), 20)
    for service in SERVICES:
        nagios.check(service)
    server.set_password("finance@example.com", "changed")
    nagios.check(SERVICES[1])
    return nagios


@contextmanager
def pages(nagios: Nagios) -> Iterator[int]:
    """Serve Nagios's CGI programs and files on a port of loopback."""
    settings = nagios.etc / "cgi.cfg"
    settings.write_text(CGI.format(main=nagios.main, pages=PAGES), "utf-8")

    class Handler(http.server.SimpleHTTPRequestHandler):
        """What Apache does for them."""

        def do_GET(self) -> None:
            """Run a program, or send a file."""
            url = urlsplit(self.path)
            name = Path(url.path).name
            if not name.endswith(".cgi"):
                super().do_GET()
                return
            environment = {
                "REQUEST_METHOD": "GET",
                "QUERY_STRING": url.query,
                "NAGIOS_CGI_CONFIG": str(settings),
                "TZ": os.environ.get("TZ", ""),
            }
            done = subprocess.run([PROGRAMS / name], env=environment, stdout=subprocess.PIPE)
            _, _, body = done.stdout.replace(b"\r\n", b"\n").partition(b"\n\n")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def translate_path(self, path: str) -> str:
            """Find a file."""
            below = urlsplit(path).path.replace("/nagios4/", "", 1)
            return str((STYLES if below.startswith("stylesheets/") else PAGES) / below)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def take(picture: Path, size: str, url: str, directory: Path) -> None:
    """Have Chromium draw a page."""
    subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            f"--user-data-dir={directory / 'chromium'}",
            f"--window-size={size}",
            f"--screenshot={picture}",
            url,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
    )


if __name__ == "__main__":
    main()
