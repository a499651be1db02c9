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
GOAL_LONG = 170.0  # some fifty milliseconds, of a reply that no person would read
NOTHING = "credentials-rejected"  # explains the same, and reads nothing
REPLIES = {
    "English, short": "535 5.7.8 Error: authentication failed",
    "English, usual": "535 5.7.8 Username and Password not accepted. Learn more at the help center",
    "English, rare": "554 5.7.1 The mailbox has been shelved by its custodian pending an inquiry",
    "English, misspelt": "535 The frobnicator refused your gizmo acount",
    "German": "535 5.7.8 Benutzername oder Passwort ist falsch",
    "German, short": "535 Konto gesperrt",
    "French": "535 5.7.8 Identifiant ou mot de passe incorrect",
    "Portuguese": "535 5.7.8 Usuário ou senha inválidos. Verifique seus dados",
    "Spanish": "535 5.7.8 Usuario o contraseña incorrectos",
    "Italian": "535 5.7.8 Nome utente o password errati",
    "Dutch": "535 5.7.8 Gebruikersnaam of wachtwoord is onjuist",
    "Polish": "535 5.7.8 Nieprawidłowa nazwa użytkownika lub hasło",
    "Czech": "535 5.7.8 Nesprávné uživatelské jméno nebo heslo",
    "Turkish": "535 5.7.8 Kullanıcı adı veya şifre hatalı",  # noqa: RUF001
    "Swedish": "535 5.7.8 Felaktigt användarnamn eller lösenord",
    "Danish": "535 5.7.8 Forkert brugernavn eller adgangskode",
    "Norwegian": "535 5.7.8 Feil brukernavn eller passord",
    "Finnish": "535 5.7.8 Väärä käyttäjätunnus tai salasana",
    "Hungarian": "535 5.7.8 Hibás felhasználónév vagy jelszó",
    "Romanian": "535 5.7.8 Nume de utilizator sau parolă incorecte",
    "Indonesian": "535 5.7.8 Nama pengguna atau kata sandi salah",
    "Vietnamese": "535 5.7.8 Tên đăng nhập hoặc mật khẩu không đúng",
    "Greek": "535 5.7.8 Λάθος όνομα χρήστη ή κωδικός",
    "Russian": "535 5.7.8 Неверный логин или пароль",
    "Ukrainian": "535 5.7.8 Невірне ім'я користувача або пароль",  # noqa: RUF001
    "Arabic": "535 5.7.8 اسم المستخدم أو كلمة المرور غير صحيحة",
    "Chinese": "535 5.7.8 用户名或密码错误",
    "Japanese": "535 5.7.8 ユーザー名またはパスワードが違います",
    "Korean": "535 5.7.8 아이디 또는 비밀번호가 틀렸습니다",
    "no known language": "535 zzgl qwrt blorf",
    "Latvian": "535 5.7.8 Nepareizs lietotājvārds vai parole",
    "Hebrew": "535 5.7.8 שם משתמש או סיסמה שגויים",
    "a code": "535 5.7.8 ERR-4711",
    "an address": "535 5.7.8 https://help.example.com/x?y=z",
}
FILLED = {
    "words of English": "your account password not accepted ",
    "words of no language": "zzgl qwrt blorf vyxxnk trwpqs ",
    "one long word": "authenticonfirm",
    "brackets": "([",
    "letters with accents": "usuário não é à ü çç ",
    "Chinese": "用户名或密码错误 ",
}
LENGTH = 65_536  # octets: no longer reply is kept


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


def filled(text: str) -> str:
    """Return a text so often that it is as long as a reply can be."""
    octets = text.encode()
    return (octets * (LENGTH // len(octets))).decode()


def table(costs: dict[str, float], goal: float) -> bool:
    """Print a table of what replies cost; tell whether none costs more than the goal."""
    [first, *_] = costs.values()
    print("| reply | M instructions | ratio |\n| --- | ---: | ---: |")
    for name, cost in costs.items():
        print(f"| {name} | {cost:.1f} | {cost / first:.2f} |")
    most = max(costs.values())
    print(f"\nAt most {most:.1f} M (goal: {goal}): {'met' if most <= goal else 'missed'}.\n")
    return most <= goal


def main() -> int:
    """Print the tables; return 1 if a reply costs more than its goal."""
    nothing = count(NOTHING)
    short = {name: count(f"auth: {reply}") - nothing for name, reply in REPLIES.items()}
    long = {name: count(f"auth: 535 {filled(text)}") - nothing for name, text in FILLED.items()}
    within = [table(short, GOAL), table(long, GOAL_LONG)]
    return int(not all(within))


if __name__ == "__main__":
    sys.exit(main())
