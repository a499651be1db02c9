"""Broken files of PHP and Ruby: whatever is wrong, no piece of a secret is in the words."""

from __future__ import annotations

import random

import pytest

from check_smtp_auth.accounts import Misconfigured

from .reading import found
from .test_gitlab import settings
from .test_joomla import config as joomla
from .test_nextcloud import config as nextcloud
from .test_wordpress import config as wordpress

CANARIES = ("K4narie-9zQ!", "uS3r-Vogel", "h0st-Vogel.example", "Zw3iter-Vogel")
PIECES = {canary[at : at + 4] for canary in CANARIES for at in range(len(canary) - 3)}
FILES = {
    "nextcloud": nextcloud(f"'{CANARIES[0]}'", f"'mail_smtpname' => \"{CANARIES[1]}\",")
    .replace("mail.example.com", CANARIES[2])
    .replace("'587'", f"'{CANARIES[3]}'"),
    "wordpress": wordpress(f"'{CANARIES[0]}'")
    .replace("'shop'", f'"{CANARIES[1]}"')
    .replace("mail.example.com", CANARIES[2])
    .replace("'tls'", f"'{CANARIES[3]}'"),
    "joomla": joomla(f"'{CANARIES[0]}'")
    .replace("'web@example.com'", f"'{CANARIES[1]}'")
    .replace("mail.example.com", CANARIES[2])
    .replace("587", f"'{CANARIES[3]}'"),
    "gitlab": settings(f'"{CANARIES[0]}"')
    .replace("gl@example.com", CANARIES[1])
    .replace("mail.example.com", CANARIES[2])
    .replace("587", f"'{CANARIES[3]}'"),
}
MARKS = "'\"`\\${}()[]#/*?><;,.=:%@!\n 0x"


def broken(text: str, chance: random.Random) -> str:
    """The text with one to three marks put in, taken out or exchanged, or its end cut off."""
    for _ in range(chance.randint(1, 3)):
        at, mark = chance.randrange(len(text)), chance.choice(MARKS)
        near = chance.choice([canary for canary in CANARIES if canary in text] or [""])
        if near and chance.random() < 0.6:
            at = min(len(text), max(0, text.index(near) + chance.randint(-6, len(near) + 6)))
        kind = chance.randrange(8)
        if kind == 0:
            text = text[:at]
        elif kind < 3:
            text = text[:at] + text[at + 1 :]
        elif kind < 5:
            text = text[:at] + mark + text[at + 1 :]
        else:
            text = text[:at] + mark * chance.randint(1, 2) + text[at:]
    return text


@pytest.mark.parametrize("kind", FILES)
def test_no_piece_of_a_secret_is_told(kind: str) -> None:
    """Of 300 broken files, each is read or refused, and no words have a piece of what is in it."""
    chance = random.Random(kind)
    refused = 0
    for _ in range(300):
        path = "/etc/program.conf"
        try:
            logins = found(kind, path, {path: broken(FILES[kind], chance)})
        except Misconfigured as wrong:
            refused += 1
            words = str(wrong)
        else:
            words = "".join(
                f"{each.notices}{each.problem}{each.lacking}{each.secret}" for each in logins
            )
        assert not any(piece in words for piece in PIECES), words
    assert refused > 100
