"""Fetches packages from npm's registry: ``python fetch_npm.py FOLDER NAME...``.

For packages that depend on no others, so that npm need not be there. NPM_CONFIG_REGISTRY names
another registry, as for npm itself.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tarfile
import urllib.request
from pathlib import Path

REGISTRY = "https://registry.npmjs.org"
TIMEOUT = 60  # seconds


def fetched(url: str) -> bytes:
    """What is there."""
    with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
        octets: bytes = answer.read()
        return octets


def fetch(name: str, folder: Path) -> None:
    """Unpack the newest version of a package into a folder of its name."""
    registry = os.environ.get("NPM_CONFIG_REGISTRY", REGISTRY).rstrip("/")
    about = json.loads(fetched(f"{registry}/{name}/latest"))
    with tarfile.open(fileobj=io.BytesIO(fetched(about["dist"]["tarball"]))) as archive:
        for member in archive:
            # All of it lies in one folder, "package" as a rule.
            _, _, path = member.name.partition("/")
            if member.isfile() and path and ".." not in path.split("/"):
                content = archive.extractfile(member)
                assert content is not None
                target = folder / name / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())


if __name__ == "__main__":
    for package in sys.argv[2:]:
        fetch(package, Path(sys.argv[1]))
