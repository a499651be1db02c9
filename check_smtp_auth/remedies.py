"""What to do about a file that is open to others, or closed to us."""

from __future__ import annotations

import os

from .parents import owner

CHMOD = "run chmod 600 on it"
OF_ROOT = "as root run chown {} and chmod 600 on it"
# How to make a secret private, by the kind of its mount.
IN_CONTAINERS = {
    "Kubernetes": "in the pod's secret volume set defaultMode: 0400 if the check runs as root, "
    "else defaultMode: 0440 and an fsGroup",
    "Docker": (
        "give the container's secret mode 0400 and the uid that the check runs as (mode and uid "
        "of a secret in Compose, docker service or podman; if it is a file on the host, chmod and "
        "chown that file)"
    ),
    "read-only": "it is mounted read-only, so run chmod 600 on it at its source",
}
# How to let us read one, and how to keep others from writing to one that they may read.
TO_READ = {
    **IN_CONTAINERS,
    "read-only": "it is mounted read-only, so run chown {us} on it at its source",
}
TO_WRITE = {
    "Kubernetes": "in the pod's volume set defaultMode: 0644",
    "Docker": "give it mode 0644 where the container is made",
    "read-only": "it is mounted read-only, so run chmod go-w on it at its source",
}
BY_COMMAND = {"-P": "--password-command", "--token-file": "--token-command"}


def for_rights(path: str, status: os.stat_result, option: str) -> str:
    """Say how to make a file private: what has been mounted into a container cannot be changed
    from within.
    """
    us = os.geteuid()
    way = IN_CONTAINERS.get(_kind_of_mount(path), "")
    if not way:
        return OF_ROOT.format(us) if status.st_uid != us else CHMOD
    command = BY_COMMAND.get(option)
    return f"{way}, or read it by the command cat FILE ({command})" if command else way


def for_reading(path: str) -> str:
    """Say how to have us read a file that we may not; "" if it is not its rights that forbid it."""
    us = os.geteuid()
    try:
        way, status = TO_READ.get(_kind_of_mount(path), ""), os.stat(path)
    except OSError:
        return "this user may not enter a directory above it (namei -l shows which)"
    if way or status.st_uid == us:
        return way.format(us=us)
    if status.st_uid == 0:
        return OF_ROOT.format(us)
    return f"it belongs to {owner(status)}: run the check as that user, or chown it to {us}"


def for_another(path: str) -> str:
    """Say how to have us read another user's file, beside being that user."""
    us = os.geteuid()
    if us == 0:  # giving it to root would take it away from its users
        return "not as root"
    way = TO_READ.get(_kind_of_mount(path), "")
    return f"or {way.format(us=us)}" if way else f"or chown it to {us}"


def for_writing(path: str) -> str:
    """Say how to keep others from writing to a file."""
    return TO_WRITE.get(_kind_of_mount(path), "run chmod go-w on it")


def _kind_of_mount(path: str) -> str:
    """Tell by what kind of mount a secret came into a container, "" for none."""
    real = os.path.realpath(path)
    if "/..data/" in path or any(part.startswith("..2") for part in real.split("/")):
        return "Kubernetes"
    if real.startswith(("/run/secrets/", "/var/run/secrets/")):
        return "Docker"
    return "read-only" if os.statvfs(path).f_flag & os.ST_RDONLY else ""
