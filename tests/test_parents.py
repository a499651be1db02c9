"""What lies on the way to a secret or to our memory is judged as sshd judges it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from check_smtp_auth.parents import unsafe_parent


def folders(tmp_path: Path, *modes: int) -> Path:
    """Make folders within one another, of these modes; return a path in the innermost."""
    place = tmp_path
    for number, mode in enumerate(modes):
        place = place / f"folder-{number}"
        place.mkdir()
        place.chmod(mode)
    return place / "file"


@pytest.mark.parametrize("modes", [(), (0o700,), (0o755, 0o750), (0o1777, 0o700)])
def test_private_folders_are_fine(tmp_path: Path, modes: tuple[int, ...]) -> None:
    """Folders of our own, root's, and sticky ones such as /tmp are taken."""
    assert unsafe_parent(str(folders(tmp_path, *modes))) == ""


@pytest.mark.parametrize("modes", [(0o777,), (0o775, 0o700), (0o757, 0o755, 0o700)])
def test_a_folder_that_others_can_write_to_is_named(tmp_path: Path, modes: tuple[int, ...]) -> None:
    """The folder, and the command that fixes it, are told."""
    file = folders(tmp_path, *modes)
    culprit = tmp_path / "folder-0"
    said = f"the directory {culprit} can be written to by others: run chmod go-w {culprit}"
    assert unsafe_parent(str(file)) == said


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_is_named(tmp_path: Path) -> None:
    """A folder whose owner could exchange the file is refused, and the owner named."""
    file = folders(tmp_path, 0o755)
    os.chown(file.parent, 1, 1)
    assert unsafe_parent(str(file)).startswith(f"the directory {file.parent} belongs to daemon")


@pytest.mark.parametrize("link", ["absolute", "relative"])
def test_links_are_followed_and_their_own_folders_judged(tmp_path: Path, link: str) -> None:
    """A link is judged by where it stands and by where it leads."""
    file = folders(tmp_path, 0o700)
    loose = tmp_path / "loose"
    loose.mkdir()
    target = file.parent if link == "absolute" else Path("..") / file.parent.name
    (loose / "link").symlink_to(target)
    assert unsafe_parent(str(loose / "link" / "file")) == ""
    loose.chmod(0o777)
    assert "run chmod go-w" in unsafe_parent(str(loose / "link" / "file"))
