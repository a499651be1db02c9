"""The build backend: setuptools', with the list of what goes into the sdist from this folder.

setuptools looks for MANIFEST.in beside setup.cfg, where nothing is to stand that nobody looks for.
Its sdist depends on who builds it and when; with SOURCE_DATE_EPOCH ours depends on the files alone.
"""

import gzip
import io
import os
import tarfile

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403
from setuptools.command import egg_info


def build_sdist(directory, settings=None):
    """Build the sdist; see PEP 517 for what goes in and out."""
    egg_info.manifest_maker.template = "contrib/pypi/MANIFEST.in"
    name = build_meta.build_sdist(directory, settings)
    if "SOURCE_DATE_EPOCH" in os.environ:
        _repack(os.path.join(directory, name), int(os.environ["SOURCE_DATE_EPOCH"]))
    return name


def _repack(path, epoch):
    """Pack an archive again, with one order, time, owner and pair of modes."""
    with tarfile.open(path) as archive:
        members = [
            (member, archive.extractfile(member).read() if member.isfile() else b"")
            for member in sorted(archive, key=lambda member: member.name)
        ]
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for member, contents in members:
            member.mtime, member.pax_headers = epoch, {}
            member.uid = member.gid = 0
            member.uname = member.gname = ""
            member.mode = 0o755 if member.mode & 0o100 else 0o644
            archive.addfile(member, io.BytesIO(contents))
    with open(path, "wb") as file:
        file.write(gzip.compress(packed.getvalue(), mtime=epoch))
