"""Packs a folder into an archive that Python runs: ``python pack.py FOLDER FILE``.

Like zipapp, but with the same bytes each time: sorted names, a fixed time, no compression, since
unpacking would cost each run more than reading.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

INTERPRETER = b"#!/usr/bin/env python3\n"
# The first that a ZIP archive can have.
TIME = (1980, 1, 1, 0, 0, 0)
MODE = 0o100644


def pack(folder: Path, file: Path) -> None:
    """Write the archive; it can be executed."""
    with file.open("wb") as output:
        output.write(INTERPRETER)
        with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), TIME)
                    entry.external_attr = MODE << 16
                    archive.writestr(entry, path.read_bytes())
    file.chmod(0o755)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
