"""The credential where a program keeps it: one reader a program, one row a preset. Pure.

A reader is a generator (see ``reading``): it asks for the texts it needs, and returns the logins
that the program is configured with. ``KINDS`` has them all; adding a program is a module and a
row here, or a row in ``presets`` where a generic reader serves.
"""

from __future__ import annotations

from ..record import Record


class Kind(Record):
    """A program, or a form of file, whose configuration can be read.

    ``module`` of this folder has ``read(query)``. ``default`` is the file where none is named; ""
    where one has to be. ``generic`` ones are told by ``--from-keys`` what stands where.
    """

    module: str
    default: str = ""
    generic: bool = False


KINDS: dict[str, Kind] = {
    "postfix": Kind("postfix", "/etc/postfix"),
    "msmtp": Kind("msmtp"),
    "exim": Kind("exim", "/etc/exim4"),
    "alertmanager": Kind("alertmanager", "/etc/prometheus/alertmanager.yml"),
    "grafana": Kind("grafana", "/etc/grafana/grafana.ini"),
    "gitea": Kind("gitea"),
    "nextcloud": Kind("nextcloud"),
    "wordpress": Kind("wordpress"),
    "gitlab": Kind("gitlab"),
    "env": Kind("env", generic=True),
    "url": Kind("url", generic=True),
    "ini": Kind("ini", generic=True),
    "json": Kind("as_json", generic=True),
    "yaml": Kind("as_yaml", generic=True),
}
