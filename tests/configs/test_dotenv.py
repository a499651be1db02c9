"""Files of environment variables: read as each program itself reads them, value by value."""

from __future__ import annotations

import random
import re
import string
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.configs.dotenv import Refused, Variables

from . import parsers

# Each is a file that misleads a reader who goes by the rules of another program.
TRAPS = (
    "A=pa#ss\nB=pa #ss\nC='pa #ss'\nD=\"pa#ss\" # c\n",
    "A=pa$$w\nB='pa$$w'\nC=\"pa\\$w\"\nD=$\n",
    "A=one\nB=${A}x\nC='${A}'\nD=\"-${A}-\"\n",
    'A="es\\"c"\nB=\'es\\\'c\'\nC="new\\nline"\nD=back\\slash\n',
    "export A=x\nexport\tB=y\n  C=z\n\texport D=w\n",
    "A= x\nB =y\nC = z\nD=w\n",
    "A=\"one\ntwo\"\nB='one\ntwo'\nC=x\n",
    "A=first\nA=last\nB=\nB=x\nC=x\nC=\n",
    "A='x'\r\nB=\"y\"\r\nC=z\r\nD=w # c\r\n",
    "A='x'y\nB=z\n",
    'A="x"y\'z\'\nB=x"y"z\n',
    "A=unclosed\"\nB='unclosed\nC=x\n",
    'A="unclosed\nB=x\n',
    "# A=1\n;B=2\nC=3\n#\nD=4",
    "A=\nB=''\nC=\"\"\nD=#x\n",
    "A:x\nB: y\nC=z\n",
    "not a line\nA=x\n",
    'A=\\\\\nB="\\\\"\nC=\'\\\\\'\nD="\\t\\r\\x"\n',
    "A=grün\nB=\"€ x\"\nC='naïve'\n",
    "A=two words\nB=x\n",
    "A=`x y`\nB='`'\nC=\"`x`\"\n",
    "A='\"x\"'\nB=\"'x'\"\nC='\"'\n",
    "A=x=y\nB==\nC='='\n",
    "A=x\\\ny\nB=z\n",
    'A="x\\$(y)z"\nB=\'$(y)\'\nC="$()"\nD="(y)$"\n',
    "A='x'   # c\nB=\"y\"\t#c\nC=z\t#c\n",
)
# What python-dotenv reads so since 1.2.2.
RECENT_SIGNS = re.compile(r"=[^\S\n]|\\\\")
RECENT = ("A= #x\nB= # c\n", '\ufeffA=x\nB="x\\\\"\n')
ORIGINALS = {
    "python_dotenv": parsers.python_dotenv,
    "django_environ": parsers.django_environ,
    "npm": parsers.npm,
    "phpdotenv": parsers.phpdotenv,
    "symfony": parsers.symfony,
}
PIECES = (
    *("A", "B", "=", "=", "\n", "\n", " ", "\t", "'", '"', "`", "\\", "\\n", '\\"', "\\'", "\\\\"),
    *(
        "$",
        "${A}",
        "$A",
        "${B:-d e}",
        "${",
        "}",
        "#",
        " #",
        "x",
        "y z",
        "é",
        "export ",
        ":",
        "\r\n",
    ),
    *("(", ")", "$$", '"x"', "'y'", '="', "\\$", "_", ".", "-", "\u2028", "0"),
)


def taken(dialect: str, text: str) -> Variables:
    """What we read; raises Refused."""
    module = import_module(f"check_smtp_auth.configs.dotenv.{dialect}")
    read: Variables = module.read(text, "/app/.env")
    return read


def ours(dialect: str, text: str) -> Variables | None:
    """What we read, None where the file is refused."""
    try:
        return taken(dialect, text)
    except Refused:
        return None


def require_same(dialect: str, text: str, theirs: parsers.Read) -> None:
    """Fail unless each value that can be told is the program's, and no other variable is there."""
    try:
        read = taken(dialect, text)
    except Refused as refused:
        if "some versions" in str(refused):
            return  # it is for the installed version to refuse it, or not
        read = None
    untold = set()
    values: dict[str, str | None] = {}
    for name in read.names() if read else ():
        assert read is not None
        try:
            values[name] = read.get(name)
        except Refused:
            untold.add(name)
    if theirs is None:
        # What takes a variable from outside, or runs a command, is not taken further.
        assert read is None or untold, text
        return
    assert read is not None, text
    assert values == {name: each for name, each in theirs.items() if name not in untold}, text


def recent() -> bool:
    """Tell whether python-dotenv is that of 1.2.2 or newer, which old Pythons do not have."""
    return tuple(map(int, version("python-dotenv").split(".")[:3])) >= (1, 2, 2)


def odd_texts(seed: int, count: int) -> list[str]:
    """Files put together of pieces that mean something to one parser or the other."""
    chance = random.Random(seed)
    texts = []
    for _ in range(count):
        lines = []
        for _ in range(chance.randint(1, 4)):
            head = chance.choice(("A=", "B=", "C=", "export A=", " B=", "C =", "A= ", ""))
            lines.append(head + "".join(chance.choices(PIECES, k=chance.randint(0, 6))))
        texts.append("\n".join(lines) + "\n")
    return texts


@pytest.mark.parametrize("dialect", ORIGINALS)
def test_it_is_read_as_the_program_reads_it(dialect: str, tmp_path: Path) -> None:
    """Each variable has the value that the program's own parser gives it, and what that refuses is
    refused.
    """
    texts = [*TRAPS, *odd_texts(7, 400)]
    if dialect != "python_dotenv" or recent():
        texts += RECENT
    else:
        texts = [text for text in texts if not RECENT_SIGNS.search(text)]
    theirs = ORIGINALS[dialect](texts, tmp_path)
    assert len(theirs) == len(texts)
    for text, each in zip(texts, theirs):
        require_same(dialect, text, each)


@pytest.mark.parametrize(
    ("dialect", "text", "why"),
    [
        ("symfony", 'X=1\nA=$"X"\n', "A is read differently by different versions of Symfony"),
        ("symfony", "A=two $ words\n", "not quoted, which some versions of Symfony refuse"),
        ("symfony", "A=back \\\\ slash\n", "not quoted, which some versions of Symfony refuse"),
        ("symfony", "X=1\nA=$X\nX=2\n", "A uses a variable that is set again later"),
        ("symfony", "A=${X:-1}\nX=2\n", "A uses a variable that is set again later"),
        ("symfony", "X=1\nY=$X\nA=$Y\nX=2\n", "A uses a variable that is set again later"),
        ("phpdotenv", 'K="x\nyz="\nA=1\n', "A is read differently by different versions of"),
        ("phpdotenv", 'A=1\nK="x\nA="\n', "A is read differently by different versions of"),
        ("phpdotenv", 'A=# ="\nB=1\n', "A is read differently by different versions of"),
        ("phpdotenv", 'A="x\n', "A is read differently by different versions of"),
        ("phpdotenv", '="x\n', "which some versions of phpdotenv refuse"),
        ("phpdotenv", "export A=1\n", "too short for some versions of phpdotenv"),
    ],
)
def test_what_versions_read_differently_is_not_told(dialect: str, text: str, why: str) -> None:
    """A value that depends on the program's version is not guessed; the reason is given."""
    with pytest.raises(Refused, match=why):
        taken(dialect, text).get("A")


@pytest.mark.parametrize(
    ("dialect", "text", "value"),
    [
        ("symfony", "X=1\nA=$X\nX=1\n", "1"),
        ("symfony", "X=1\nA='$'$X\n", "$1"),
        ("symfony", "A=${A:-1}\n", "1"),
        ("phpdotenv", 'K="x\ny"\nA=1\n', "1"),
        ("phpdotenv", "é=2\nA=1\n", "1"),
        ("phpdotenv", 'A=1\nK="x\nB="\n', "1"),
    ],
)
def test_what_all_versions_read_alike_is_told(dialect: str, text: str, value: str) -> None:
    """A value is used although something else in the file depends on the program's version."""
    assert taken(dialect, text).get("A") == value


def test_an_environment_file_is_read_as_systemd_reads_it(tmp_path: Path) -> None:
    """Each variable has the value that systemd's parser gives it."""
    names = dict(zip("ABCD", parsers.SPECIFIERS))
    texts = []
    for text in (*TRAPS, *odd_texts(8, 40)):
        for short, name in names.items():
            text = text.replace(f"{short}=", f"{name}=").replace(f"{short} =", f"{name} =")
        texts.append(text)
    for text, theirs in zip(texts, parsers.systemd(texts, tmp_path)):
        assert theirs is not None
        read = ours("systemd", text)
        assert read is not None
        for name in parsers.SPECIFIERS:
            # An empty value and none are alike there.
            assert (read.get(name) or None) == theirs.get(name), text


# As compose-go and dotenvy have it in their source; more of them is in test_env_answers.py.
COMPOSE = {
    "A=pa#ss\nB=pa #ss\nC=pa\t#ss\n": {"A": "pa#ss", "B": "pa", "C": "pa\t#ss"},
    "A=pa$$w\nB='pa$$w'\nC=\"pa\\$w\"\n": {"A": "pa$w", "B": "pa$$w", "C": "pa$w"},
    "A=x\nB=$A-${A}\nC='${A}'\nD=\"${A}\"\n": {"A": "x", "B": "x-x", "C": "${A}", "D": "x"},
    "A=\nB=${A:-d}\nC=${A-d}\nD=${A:+d}\nE=${A+d}": {"A": "", "B": "d", "C": "", "D": "", "E": "d"},
    "A=x\nB=${A:-${A}}y}\nC=${A:+${A}${A}}\n": {"A": "x", "B": "xy}", "C": "xx"},
    "A=\"es\\\"c\"\nB='es\\'c'\nC='a\\b'\n": {"A": 'es"c', "B": "es'c", "C": "a\\b"},
    'A="\\n\\t\\q\\0123\\0377\\08"\n': {"A": "\n\t\\qS\xff\\8"},
    "A: x\nexport B=y\nC = z \nD=two words\n": {"A": "x", "B": "y", "C": "z", "D": "two words"},
    "A='one\ntwo' # c\nB=\"one\ntwo\"\n": {"A": "one\ntwo", "B": "one\ntwo"},
    "\ufeffA=x\r\nB='y'\r\n  # c\r\nC=z # c\r\n": {"A": "x", "B": "y", "C": "z"},
    "A=first\nA=last\nB=\n": {"A": "last", "B": ""},
}
DOTENVY = {
    "A=pa#ss\nB=pa #ss\nC='pa #ss'\n": {"A": "pa#ss", "B": "pa", "C": "pa #ss"},
    "A=my\\ cool\\$\nB=\"a\\\"b\\nc\"\nC='sweet $\\fgs'\\''x'\n": {
        "A": "my cool$",
        "B": 'a"b\nc',
        "C": "sweet $\\fgs'x",
    },
    "A1=x\nB=>${A1}<>$A1-<\nC='$A1'\n": {"A1": "x", "B": ">x<>x-<", "C": "$A1"},
    "export A=1\nexport = 2\nB.C = 3 # c\nD=\n": {"A": "1", "export": "2", "B.C": "3", "D": ""},
    "# it's\nA='one\ntwo'\nB=\"x\"y'z'\n": {"A": "one\ntwo", "B": "xyz"},
    "\ufeffA=x\r\nB='y'\r\nC=z # don't\r\n": {"A": "x", "B": "y", "C": "z"},
    "A=first\nA=last\nB=pa$\n": {"A": "first", "B": "pa"},
    "A='`id` $(id)'\nB=`x`\n": {"A": "`id` $(id)", "B": "`x`"},
}
REFUSED = {
    "compose": ("A='x\n", "A B=x\n", "A=${\n", "A=${B:?x}\nB=x\n", "A!=x\n", 'A="x\n', "A=x${-}\n"),
    "dotenvy": ("A=two words\n", "A='x\n", 'A="x\n', "A\n", "A=\\x\n", "1=x\n", "A=x \nB=y "),
}


@pytest.mark.parametrize(
    ("dialect", "text", "values"),
    [
        *(("compose", text, values) for text, values in COMPOSE.items()),
        *(("dotenvy", text, values) for text, values in DOTENVY.items()),
    ],
)
def test_other_files_are_read_by_their_rules(
    dialect: str, text: str, values: dict[str, str]
) -> None:
    """Compose's and Vaultwarden's files have the values that their source gives them."""
    require_same(dialect, text, dict(values))


@pytest.mark.parametrize(
    ("dialect", "text"), [(name, text) for name, texts in REFUSED.items() for text in texts]
)
def test_what_the_program_refuses_is_refused(dialect: str, text: str) -> None:
    """A file on which the program does not start is an error here too."""
    read = ours(dialect, text)
    if read is not None:  # as a reference to what is not set can be to the environment
        with pytest.raises(Refused):
            read.get("A")


def in_double_quotes(escaped: str) -> dict[int, str]:
    """A table that puts a backslash before each of these."""
    return str.maketrans({sign: f"\\{sign}" for sign in escaped})


def quoted(dialect: str, text: str) -> str:
    """Write a password as the program's own manual has it."""
    if dialect == "npm":
        quote = next((each for each in "'`\"" if each not in text), "")
        return f"{quote}{text}{quote}"
    if dialect == "django_environ":
        return f'"{text.translate(in_double_quotes(chr(34) + chr(92)))}"'
    if dialect == "python_dotenv":
        return "'" + text.translate(in_double_quotes("'\\")) + "'"
    if dialect == "symfony":
        return "'" + text.replace("'", "'\"'\"'") + "'"
    if dialect == "dotenvy":
        return (
            "'" + text.replace("'", "'\\''") + "'"
            if "\\" not in text
            else ('"' + text.translate(in_double_quotes('"\\$')) + '"')
        )
    signs = {"compose": '"\\$', "phpdotenv": '"\\$', "systemd": '"\\`$'}
    return '"' + text.translate(in_double_quotes(signs[dialect])) + '"'


def writable(dialect: str, text: str) -> bool:
    """Tell whether the program's language has a way to write a text at all."""
    if dialect == "django_environ":  # n, r and t keep the backslash; a $ in front is a reference
        return not text.startswith("$")
    if dialect == "npm":
        return not all(sign in text for sign in "'`\"")
    return not (dialect == "python_dotenv" and "${" in text)


DIALECTS = (*ORIGINALS, "compose", "systemd", "dotenvy")
PRINTABLE = st.text(st.sampled_from(string.printable[:95] + "äß€"), min_size=1, max_size=40)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(PROPERTY, max_examples=60)
@given(PRINTABLE)
def test_any_password_comes_back(dialect: str, password: str) -> None:
    """A password of whatever signs, quoted as the program wants it, is read as it is."""
    if writable(dialect, password):
        read = ours(dialect, f"A=x\nPASSWORD={quoted(dialect, password)}\nB=y\n")
        assert read is not None
        assert read.get("PASSWORD") == password
        assert read.get("B") == "y"


@pytest.mark.parametrize("dialect", ORIGINALS)
def test_passwords_are_quoted_as_the_program_wants_it(dialect: str, tmp_path: Path) -> None:
    """The program itself reads the passwords that are written so for these tests as they are."""
    chance = random.Random(9)
    made = ["".join(chance.choices(string.printable[:95], k=20)) for _ in range(60)]
    made = [password for password in made if writable(dialect, password)]
    assert len(made) > 30
    texts = [f"PASSWORD={quoted(dialect, password)}\n" for password in made]
    theirs = ORIGINALS[dialect](texts, tmp_path)
    assert [each and each.get("PASSWORD") for each in theirs] == made


@pytest.mark.parametrize("dialect", DIALECTS)
def test_references_do_not_grow_without_bound(dialect: str) -> None:
    """Lines that double each other end in an error or as they stand, at once."""
    lines = ["V0=" + "x" * 50]
    lines += [f"V{at}=${{V{at - 1}}}${{V{at - 1}}}" for at in range(1, 60)]
    read = ours(dialect, "\n".join(lines) + "\n")
    assert read is not None
    try:
        value = read.get("V59") or ""
    except Refused as refused:
        assert "grow without limit" in str(refused) or dialect == "django_environ"
    else:
        assert len(value) < 100


@pytest.mark.laws
@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "piece", ["${", "$(", "${A:-", "\\", "'", '"', " ", "\n", "A='", 'A="x', "("]
)
def test_a_large_file_takes_no_long_time(dialect: str, piece: str) -> None:
    """A file of 200 kB of what parsers look far for is read, or refused, in one go."""
    text = f"A={piece * (200_000 // len(piece))}\nB=x\n"
    read = ours(dialect, text)
    assert read is None or read.line("B") in (0, text.count("\n"))
