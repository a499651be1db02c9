"""n8n's variables: what its own package made of them is recorded (see contrib/dev/n8n_env.js;
release 2.39).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes.memory import facts, logins

from check_smtp_auth.accounts import Misconfigured

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


def test_a_port_that_is_no_number_is_passed_over() -> None:
    """As by n8n, whose Number() of it is none; that is told. What might be one is refused."""
    text = "N8N_SMTP_HOST=h\nN8N_SMTP_USER=u\nN8N_SMTP_PASS=p\nN8N_SMTP_PORT={}\n"
    for port in ("587x", "smtp", "5 8", "1_0", "0x"):
        (found,) = logins("n8n", PATH, {PATH: text.format(port)})
        assert found.port == 465
        assert "N8N_SMTP_PORT is not a number: n8n ignores it" in " ".join(found.notices)
    for port in ("0x24b", "5e2", "587.5", "-1", "99999"):
        with pytest.raises(Misconfigured, match="N8N_SMTP_PORT is not a port"):
            logins("n8n", PATH, {PATH: text.format(port)})
