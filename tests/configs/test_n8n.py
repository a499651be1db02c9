"""n8n's variables: what its own package made of them is recorded (see contrib/dev/n8n_env.js;
release 2.39).
"""

from __future__ import annotations

import json
from pathlib import Path

from fakes.memory import facts, logins

PATH = "/srv/n8n/.env"
RECORD = Path(__file__).with_name("n8n.jsonl")


def written(value: str) -> str:
    """A value in double quotes, as Compose reads it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
    return f'"{escaped}"'


def test_each_value_is_n8n_s_own() -> None:
    """Server, port, TLS, user, password and sender are those of n8n; blanks that it takes off are
    told, as its older releases keep them.
    """
    rows = [json.loads(line) for line in RECORD.read_text("utf-8").splitlines()]
    blanks = 0
    for row in rows:
        text = "".join(f"{key}={written(value)}\n" for key, value in row["variables"].items())
        files = {f"/srv/n8n/{name}": held for name, held in row["files"].items()}
        (found,) = logins("n8n", PATH, {PATH: text, **files})
        said = row["answer"]
        tls = "implicit" if said["secure"] else "starttls" if said["startTLS"] else "none"
        login = (said["host"], said["port"], tls, said["user"], said["pass"])
        assert facts(found) == login or not said["pass"], row["variables"]
        # Without one of its own, the mailer takes the user's.
        sender = said["sender"] or (said["user"] if "@" in said["user"] else "")
        assert (found.sender, bool(found.problem)) == (sender, not said["pass"]), row["variables"]
        blanks += any("older releases" in each for each in found.notices)
    assert len(rows) > 30
    assert blanks == 7
