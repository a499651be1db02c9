"""What it costs to read a server's refusal, in instructions: in English, and in other languages.

README.md tells how it is measured. Needs valgrind.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PLUGIN = str(Path(sys.executable).with_name("check_smtp_auth"))
CALLGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
GOAL = 7.0  # million instructions, some two milliseconds
NOTHING = "credentials-rejected"  # explains the same, and reads nothing
REPLIES = {
    "English, short": "535 5.7.8 Error: authentication failed",
    "English, usual": "535 5.7.8 Username and Password not accepted. Learn more at the help center",
    "English, rare": ("554 5.7.1 The mailbox has been shelved by its custodian pending an inquiry"),
    "German": "535 5.7.8 Benutzername oder Passwort ist falsch",
    "German, short": "535 Konto gesperrt",
    "French": "535 5.7.8 Identifiant ou mot de passe incorrect",
    "Portuguese": "535 5.7.8 Usuário ou senha inválidos. Verifique seus dados",
    "Turkish": "535 5.7.8 Kullanıcı adı veya şifre hatalı",  # noqa: RUF001
    "Hungarian": "535 5.7.8 Hibás felhasználónév vagy jelszó",
    "Russian": "535 5.7.8 Неверный логин или пароль",
    "Chinese": "535 5.7.8 用户名或密码错误",
}


def count(what: str) -> float:
    """Return how many million instructions ``--explain`` of something takes."""
    done = subprocess.run(
        [*CALLGRIND, PLUGIN, "--explain", what],
        env={**os.environ, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        raise SystemExit(f"reading: {what}: {done.stderr or done.stdout}")
    return int(found[1]) / 1e6


def main() -> int:
    """Print the table; return 1 if a reply costs more than the goal."""
    nothing = count(NOTHING)
    costs = {name: count(f"auth: {reply}") - nothing for name, reply in REPLIES.items()}
    [first, *_] = costs.values()
    print("| reply | M instructions | ratio |\n| --- | ---: | ---: |")
    for name, cost in costs.items():
        print(f"| {name} | {cost:.1f} | {cost / first:.2f} |")
    most = max(costs.values())
    print(f"\nAt most {most:.1f} M (goal: {GOAL}): {'met' if most <= GOAL else 'missed'}.")
    return int(most > GOAL)


if __name__ == "__main__":
    sys.exit(main())
