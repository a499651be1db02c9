"""What to do about a file that is open to others."""

from __future__ import annotations

import os

CHMOD = "run chmod 600 on it"
# What makes a secret private by the kind of its mount, and what reads it as it is.
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
BY_COMMAND = {"-P": "--password-command", "--token-file": "--token-command"}


def for_rights(path: str, status: os.stat_result, option: str) -> str:
    """Say how to make a file private: what has been mounted into a container cannot be changed
    from within.
    """
    us = os.geteuid()
    way = IN_CONTAINERS.get(_kind_of_mount(path), "")
    if not way:
        return f"as root run chown {us} and chmod 600 on it" if status.st_uid != us else CHMOD
    command = BY_COMMAND.get(option)
    return f"{way}, or read it with {command} 'cat FILE'" if command else way


def _kind_of_mount(path: str) -> str:
    """Tell what kind of mount a secret has come by into a container, "" for none."""
    real = os.path.realpath(path)
    if "/..data/" in path or any(part.startswith("..2") for part in real.split("/")):
        return "Kubernetes"
    if real.startswith(("/run/secrets/", "/var/run/secrets/")):
        return "Docker"
    return "read-only" if os.statvfs(path).f_flag & os.ST_RDONLY else ""
