"""The build backend: setuptools', with the list of what goes into the sdist from this folder.

setuptools looks for MANIFEST.in beside setup.cfg, where nothing is to stand that nobody looks for.
"""

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403
from setuptools.command import egg_info


def build_sdist(directory, settings=None):
    """Build the sdist; see PEP 517 for what goes in and out."""
    egg_info.manifest_maker.template = "contrib/pypi/MANIFEST.in"
    return build_meta.build_sdist(directory, settings)
