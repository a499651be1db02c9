"""Files that are broken in every way: no piece of a secret gets into the words about them."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping

import pytest
from fakes.memory import logins

from check_smtp_auth.accounts import Misconfigured

# Two rows of letters that stand nowhere else, the second of which is left when a file is cut.
CANARIES = ("Zq7kW3", "vX9jQ2")
SECRET = f"{CANARIES[0]}#'{CANARIES[1]}"
PIECES = {each[at : at + 4] for each in CANARIES for at in range(len(each) - 3)}
FILES = 200
GENERIC = {"host": "mail.host", "port": "mail.port", "user": "mail.user"}
GENERIC.update({"password": "mail.password", "tls": "mail.tls"})
INI = f'[mail]\nhost = mail.example.test:25\nport = 587\nuser = u\npassword = """{SECRET}"""\n'
YAML = f"mail:\n  host: mail.example.test\n  port: 587\n  user: u\n  password: {SECRET!r}\n"
JSON = json.dumps(
    {"mail": {"host": "mail.example.test", "port": 587, "user": "u", "password": SECRET}}, indent=1
)
LOGIN = {"host": "h", "user_name": "u", "port": 25, "password": SECRET}
# By kind: a file that is in order, and the pairs of --from-keys.
SOUND: dict[str, tuple[str, Mapping[str, str]]] = {
    "ini": (INI, GENERIC),
    "ini go-ini": (INI, {**GENERIC, "dialect": "go-ini"}),
    "ini git": (INI.replace('"""', '"'), {**GENERIC, "dialect": "git"}),
    "ini plain": (INI, {**GENERIC, "dialect": "plain"}),
    "yaml": (YAML, GENERIC),
    "json": (JSON, GENERIC),
    "alertmanager": (
        "global:\n  smtp_smarthost: h:587\n  smtp_from: a@b.test\n  smtp_auth_username: u\n"
        f"  smtp_auth_password: {json.dumps(SECRET)}\nreceivers:\n- name: x\n  email_configs:\n"
        f"  - to: y\n    require_tls: false\n    auth_secret: {json.dumps(SECRET)}\n",
        {},
    ),
    "grafana": (
        f"[smtp]\nenabled = true\nhost = h:587\nuser = u\npassword = `{SECRET}`\n"
        f"x = ${{{CANARIES[0]}}}\n",
        {},
    ),
    "gitea": (
        "[mailer]\nENABLED = true\nPROTOCOL = smtps\nSMTP_ADDR = h\nUSER = u\n"
        f"PASSWD = `{SECRET}`\n",
        {},
    ),
    "nullmailer": (f'h smtp port=25 starttls user=u pass="{SECRET}"\n# x\n', {}),
    "ssmtp": (f"Mailhub=h:25\nAuthUser=u\nAuthPass={SECRET[:6]}\n", {}),
    "proxmox": (
        f"smtp: x\n\tserver h\n\tport 25\n\tmode tls\n\tusername u\n\tpassword {SECRET}\n",
        {},
    ),
    "redmine": (
        "default:\n  email_delivery:\n    smtp_settings:\n      address: h\n      user_name: u\n"
        f"      port: 25\n      password: {json.dumps(SECRET)}\n",
        {},
    ),
    "discourse": (
        "env:\n  DISCOURSE_SMTP_ADDRESS: h\n  DISCOURSE_SMTP_PORT: 587\n"
        f"  DISCOURSE_SMTP_USER_NAME: u\n  DISCOURSE_SMTP_PASSWORD: {json.dumps(SECRET)}\n",
        {},
    ),
    "spring": (
        f"spring.mail.host=h\nspring.mail.username=u\nspring.mail.port=25\nspring.mail.password={SECRET}\n",
        {},
    ),
    "spring yml": (
        "spring:\n  mail:\n    host: h\n    username: u\n    port: 25\n"
        f"    password: {json.dumps(SECRET)}\n",
        {},
    ),
    "mattermost": (
        json.dumps(
            {
                "EmailSettings": {
                    "SMTPServer": "h",
                    "SMTPPort": "25",
                    "SMTPUsername": "u",
                    "SMTPPassword": SECRET,
                    "EnableSMTPAuth": True,
                }
            },
            indent=1,
        ),
        {},
    ),
}
# What is put into a file somewhere.
ODD = (
    *(
        '"',
        "'",
        "`",
        '"""',
        "[",
        "]",
        "{",
        "}",
        ":",
        "=",
        "#",
        "\\",
        "\n",
        "\t",
        "&a ",
        "*a",
        "!x ",
    ),
    *(
        "!!python/name:os ",
        "<%",
        "${",
        "%(",
        ")s",
        "<<: ",
        "- ",
        "---\n",
        "\x01",
        "\u2028",
        "\ufffe",
    ),
    *(
        f"{CANARIES[0]}\n",
        f"{{{CANARIES[1]}}}",
        f"!{CANARIES[0]} ",
        f"*{CANARIES[1]} ",
        f"{SECRET}:",
    ),
    *(f"$__env{{{CANARIES[0]}}}", f"${{{CANARIES[1]}}}", "ENC(", f"[{CANARIES[0]}", "\\u00", "0x"),
)


def broken(text: str, generator: random.Random) -> str:
    """A file with something cut out, put in, or put elsewhere; a piece of the secret is left."""
    whole = text
    for _ in range(generator.randrange(1, 4)):
        at = generator.randrange(len(text) + 1)
        way = generator.randrange(5)
        if way == 0:
            text = text[:at] + text[at + generator.randrange(1, 9) :]
        elif way == 1:
            text = text[:at]
        elif way == 2:
            # The secret comes to where a number, a key or a section is looked for.
            end = text.find("\n", at)
            text = text[:at] + SECRET + text[end if end >= 0 else at :]
        else:
            text = text[:at] + generator.choice(ODD) + text[at:]
    return text if any(piece in text for piece in PIECES) else broken(whole, generator)


def files(path: str, text: str) -> Mapping[str, str]:
    """The file, and the one beside it in which Proxmox has its passwords."""
    return {path: text, "/etc/app/priv/notifications.cfg": text}


@pytest.mark.parametrize("name", SOUND)
def test_no_piece_of_a_secret_is_in_any_error(name: str) -> None:
    """Whatever is wrong with a file, the words about it do not repeat what stands there."""
    kind, _, more = name.partition(" ")
    sound, keys = SOUND[name]
    path = f"/etc/app/config{'.yml' if more == 'yml' else ''}"
    generator = random.Random(name)
    refused = 0
    for number in range(FILES):
        text = broken(sound, generator)
        told = ""
        try:
            found = logins(kind, path, files(path, text), keys=keys, printed=str)
            words = [(each.problem, each.lacking, *each.notices) for each in found]
            told = " ".join(word for each in words for word in each)
            refused += any(each.problem for each in found)
        except Misconfigured as wrong:
            told = str(wrong)
            refused += 1
        assert not [each for each in PIECES if each in told], (number, told)
        assert not told or told.count("\n") == 0
    assert refused > 20


@pytest.mark.parametrize("name", SOUND)
def test_the_files_are_in_order_before_they_are_broken(name: str) -> None:
    """So that what is told of them comes from how they were broken."""
    kind, _, more = name.partition(" ")
    text, keys = SOUND[name]
    path = f"/etc/app/config{'.yml' if more == 'yml' else ''}"
    if name == "ini":
        with pytest.raises(Misconfigured, match="dialect"):
            logins(kind, path, files(path, text), keys=keys, printed=str)
    else:
        found = logins(kind, path, files(path, text), keys=keys, printed=str)
        assert found[0].secret is not None
        assert found[0].problem == ""
