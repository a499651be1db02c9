"""Makes contrib/zabbix/template_smtp_auth_external.yaml from the template for many accounts.

python contrib/dev/zabbix.py           write
python contrib/dev/zabbix.py --check   exit 1 where the file is stale

Items, triggers and dashboard are the same; only where the values come from differs: an external
check that all others depend on, in place of the values that zabbix_sender brings. The differences
stand in zabbix_external.txt.
"""

from __future__ import annotations

import re
import sys
import uuid

from generated import ROOT, write_or_check

SOURCE = "contrib/zabbix/template_smtp_auth_many.yaml"
CHANGES = "contrib/dev/zabbix_external.txt"
FILE = "contrib/zabbix/template_smtp_auth_external.yaml"
MANY = "SMTP authentication of many accounts by check_smtp_auth"
EXTERNAL = "SMTP authentication of many accounts by external check"
# All templates have this one.
GROUP = "a571c0d144b14fd4a87a9d9b2aa9fcd6"
KEY = (
    'check_smtp_auth["--accounts","{$SMTP_AUTH.ACCOUNTS}","--state-dir","{$SMTP_AUTH.STATE_DIR}",'
    '"-t","{$SMTP_AUTH.TIMEOUT}","--deadline","{$SMTP_AUTH.DEADLINE}",'
    '"--output","json","--exit-zero"]'
)


def external(text: str, changes: str) -> str:
    """The template for an external check, from the text of the one for values that are sent."""
    for before, after in re.findall(r"^<<<<\n(.*?)^====\n(.*?)^>>>>$", changes, re.S | re.M):
        if before not in text:
            raise SystemExit(f"{SOURCE} no longer has:\n{before}")
        text = text.replace(before, after)
    text = text.replace("@KEY@", KEY).replace(MANY, EXTERNAL)
    return re.sub(r"uuid: '?([0-9a-f]{32})'?", _another, text)


def _another(found: re.Match[str]) -> str:
    """An identity of the part's own, the same each time; the group keeps the one that it has."""
    if found[1] == GROUP:
        return found[0]
    derived = uuid.uuid5(uuid.UUID(found[1]), EXTERNAL)
    return f"uuid: '{uuid.UUID(bytes=derived.bytes, version=4).hex}'"


if __name__ == "__main__":
    texts = [(ROOT / name).read_text("utf-8") for name in (SOURCE, CHANGES)]
    sys.exit(write_or_check({FILE: external(*texts)}))
