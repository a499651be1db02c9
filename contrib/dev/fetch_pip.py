"""Fetches pip for a Python that came without it: ``python fetch_pip.py DIRECTORY``.

Debian's python3 has neither pip nor ensurepip, and only root can install them. This gets
pip's wheel from the package index into the directory and prints the wheel's path. The
index is PyPI or what $PIP_INDEX_URL names; proxies are those that pip heeds too.

The wheel's SHA-256 stands here, so it does not matter where it came from, nor whether the
index's certificate can be verified: a bare machine has no certificate authorities either
(pip brings its own). But where $PIP_INDEX_URL has a password in it, that is sent only over TLS to
a host whose certificate is verified, by $PIP_CERT if it is set; without it to nobody. No URL is
ever printed, since there may be a password in it.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request

INDEX = "https://pypi.org/simple"
# For Python 3.9 and newer. It only has to install the package once; pip does the rest.
WHEEL = "pip-25.3-py3-none-any.whl"
SHA256 = "9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd"
PATIENCE = 30  # seconds


def main() -> int:
    """Fetch the wheel; print where it is, or what went wrong."""
    (directory,) = sys.argv[1:]
    page = os.environ.get("PIP_INDEX_URL", INDEX).rstrip("/") + "/pip/"
    try:
        wheel = _get(_find(page, _get(page).decode("utf-8")))
    except (OSError, ValueError, http.client.HTTPException) as error:
        print(f"pip cannot be fetched from the package index: {_reason(error)}", file=sys.stderr)
        return 1
    if hashlib.sha256(wheel).hexdigest() != SHA256:
        print("what the package index gives as pip is another file", file=sys.stderr)
        return 1
    path = os.path.join(directory, WHEEL)
    with open(path, "wb") as file:
        file.write(wheel)
    print(path)
    return 0


def _find(page: str, text: str) -> str:
    """Return the wheel's address from an index page (PEP 503)."""
    link = re.search(rf"""href=["']([^"']*{re.escape(WHEEL)})[#"']""", text)
    if link is None:
        raise ValueError(f"it has no {WHEEL}")
    return urllib.parse.urljoin(page, str(link[1]))


def _get(url: str) -> bytes:
    """Return what is at a URL, which may have a user and a password in it."""
    parts = urllib.parse.urlsplit(url)
    login, _, host = parts.netloc.rpartition("@")
    request = urllib.request.Request(parts._replace(netloc=host).geturl())
    if login and parts.scheme != "https":
        raise ValueError(f"a password for {WHEEL} goes over https:// only")
    if login:
        octets = urllib.parse.unquote_to_bytes(login)
        # Not for the host that a redirection may lead to.
        request.add_unredirected_header(
            "Authorization", "Basic " + base64.b64encode(octets).decode("ascii")
        )
    with _opener(verify=bool(login)).open(request, timeout=PATIENCE) as answer:
        content: bytes = answer.read()
    return content


def _opener(verify: bool) -> urllib.request.OpenerDirector:
    """Return an opener that goes by the proxies, and verifies where it has to (see above)."""
    proxy = os.environ.get("PIP_PROXY")
    context = ssl._create_unverified_context()
    if verify:
        context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    return urllib.request.build_opener(
        urllib.request.ProxyHandler({"http": proxy, "https": proxy} if proxy else None),
        urllib.request.HTTPSHandler(context=context),
    )


def _reason(error: Exception) -> str:
    """Say what went wrong; an error's text may have the URL in it, so it is not used."""
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP status {error.code}"
    cause = getattr(error, "reason", error)
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    if type(error) is ValueError and WHEEL in str(error):
        return str(error)
    return type(cause if isinstance(cause, Exception) else error).__name__


if __name__ == "__main__":
    sys.exit(main())
