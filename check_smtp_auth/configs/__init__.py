"""The credential in a program's configuration: one reader for each program. Pure.

A reader is a generator (see ``reading``): it asks for the texts it needs, and returns the logins
that the program is configured with. ``KINDS`` has them all; to add a program, add a module and a
row here, or only a row in ``presets`` if a generic reader will do.
"""

from __future__ import annotations

from ..record import Record


class Kind(Record):
    """A program, or a file format, whose configuration can be read.

    ``module`` of this folder has ``read(query)``. ``default`` is the file if none is named: None if
    one must be named, "" if the reader knows the program's own order of files. ``usual`` is the
    name of the login to use if none is named. For ``generic`` kinds, ``--from-keys`` names the
    keys.
    """

    module: str
    default: str | None = None
    generic: bool = False
    usual: str = ""


KINDS: dict[str, Kind] = {
    "postfix": Kind("postfix", "/etc/postfix"),
    "msmtp": Kind("msmtp", "", usual="default"),
    "exim": Kind("exim", "/etc/exim4"),
    "nullmailer": Kind("nullmailer", "/etc/nullmailer/remotes"),
    "ssmtp": Kind("ssmtp", "/etc/ssmtp/ssmtp.conf"),
    "proxmox": Kind("proxmox", "/etc/pve/notifications.cfg"),
    "alertmanager": Kind("alertmanager", "/etc/prometheus/alertmanager.yml", usual="global"),
    "grafana": Kind("grafana", "/etc/grafana/grafana.ini"),
    "gitea": Kind("gitea"),
    "nextcloud": Kind("nextcloud"),
    "wordpress": Kind("wordpress"),
    "joomla": Kind("joomla"),
    "gitlab": Kind("gitlab"),
    "laravel": Kind("laravel"),
    "symfony": Kind("symfony"),
    "vaultwarden": Kind("vaultwarden"),
    "n8n": Kind("n8n"),
    "authentik": Kind("authentik"),
    "nextcloud-docker": Kind("nextcloud_docker"),
    "env": Kind("env", generic=True),
    "url": Kind("url", generic=True),
    "ini": Kind("ini", generic=True),
    "json": Kind("as_json", generic=True),
    "yaml": Kind("as_yaml", generic=True),
}
# The generic kinds whose files can be read in more than one way, and these ways.
DIALECTS: dict[str, tuple[str, ...]] = {
    "env": (
        *("python-dotenv", "django-environ", "dotenv", "phpdotenv", "symfony", "compose"),
        "systemd",
    ),
    "url": (
        *("symfony", "django-environ", "dj-email-url", "nodemailer", "mutt", "s-nail"),
        "opensmtpd",
    ),
    "ini": ("go-ini", "git", "plain"),
}


def kind_of(name: str) -> Kind | None:
    """Return the kind of this name, None if there is none."""
    if name in KINDS:
        return KINDS[name]
    from .presets import PRESETS

    return Kind(PRESETS[name].module) if name in PRESETS else None


def all_kinds() -> tuple[str, ...]:
    """Return the names of all kinds."""
    from .presets import PRESETS

    return (*KINDS, *PRESETS)
