"""What a server echoes of the secret is hidden before anybody sees it."""

from __future__ import annotations

import hmac
import random
from base64 import b64encode

import pytest
from echoes import CUTS, FORMS, USER, Form
from fakes.timing import working
from hypothesis import assume, given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.mask import HIDDEN, UNREAD, Mask
from check_smtp_auth.mask.stars import ordinary_words
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.reply import MAX_SHOWN, Reply

WORD = "corr3ct/h@rse?"
SHORT = "k9#Zq"
SIGNS = "pässwört—€ § <&>\"'\\"
TOKEN = f"eyJ0eXAiOiJKV1QiLCJub25jZSI6Im{'Q7rT2xWv9LkP0aZb' * 20}.Sf-_9x"
CYRILLIC = "ключ-от—€двери"
SECRETS = (SHORT, SIGNS, TOKEN, WORD, CYRILLIC)


def base64(text: str) -> str:
    """Base64 as it stands in the dialogue."""
    return b64encode(text.encode()).decode()


def mask(word: str) -> Mask:
    """A mask for a secret of the account that the echoes are of."""
    return Mask(Secret(word.encode()), (USER, "mail.example.test"))


def echo(form: str) -> tuple[str, ...]:
    """A server's reply that echoes this."""
    return tuple(f"5.7.8 cannot take {form} for it".splitlines())


@pytest.mark.laws
@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    """A secret is hidden in each form that a server may give it."""
    for word in SECRETS:
        shown = mask(word).lines(echo(FORMS[form](word)))
        assert len(shown) == len(echo(FORMS[form](word))), word
        assert any(HIDDEN in line or "***" in line for line in shown), word
        for whole in (word, FORMS[form](word)):
            assert whole.casefold() not in "\n".join(shown).casefold()


@pytest.mark.parametrize("form", CUTS)
def test_parts(form: str) -> None:
    """Six characters of a secret are hidden as well, wherever they are cut."""
    for word in (SIGNS, TOKEN, WORD, "hunter2hunter2"):
        assert mask(word).lines(echo(CUTS[form](word))) == (f"5.7.8 {HIDDEN}",), word


LONG_WORDS = [each.decode() for each in ordinary_words() if len(each) >= 6]
# Those that others are put into as well; through most layers a secret is found, not all.
LAYERS = ("as it is", "base64", "base64 for URLs", "hexadecimal", "percent-encoded, all")


@PROPERTY
@given(
    st.text("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", min_size=8, max_size=24),
    st.one_of(
        st.tuples(st.sampled_from(LAYERS), st.sampled_from(LAYERS)),
        st.tuples(st.just("as it is"), st.sampled_from(list(FORMS))),
    ),
    st.sampled_from(["", "no: ", "5.7.8 failed for ", "xx"]),
    st.data(),
)
def test_any_secret_in_any_form(
    word: str, forms: tuple[str, str], before: str, data: st.DataObject
) -> None:
    """Whatever a secret, and whatever of it is put into which form, nothing of that is shown; but
    no reply could be read if what are servers' own words were hidden.
    """
    turned = (word.lower(), word.lower()[::-1])
    assume(not any(each in one for one in turned for each in LONG_WORDS))
    length = data.draw(st.integers(8, len(word)))
    start = data.draw(st.integers(0, len(word) - length))
    text = word[start : start + length]
    assume(len(set(text.lower()) - set("aioy")) > 3)  # which are words by themselves
    for name in forms:
        text = FORMS[name](text)
    lines = tuple((before + text).split("\n"))
    shown = mask(word).lines(lines)
    assert shown != lines
    assert text not in "\n".join(shown)


@pytest.mark.parametrize("before", ["", "u", "us", "use", "user@example.com"])
@pytest.mark.parametrize("after", ["", "\0", "\0x", "\0xy"])
def test_base64_at_every_alignment(before: str, after: str) -> None:
    """A secret within a longer base64 is found, wherever in it the secret begins and ends."""
    assert HIDDEN in mask(WORD).line(f"5.7.8 no {base64(before + WORD + after)}")


@pytest.mark.parametrize("word", ["ab", "abc", "abcd", WORD])
def test_what_was_sent_is_hidden_whole(word: str) -> None:
    """A response that was sent is hidden where the server echoes it, however short the secret."""
    hides = mask(word)
    response = base64(f"\0user\0{word}")
    hides.also_hide(response.encode())
    assert response not in hides.line(f"500 AUTH PLAIN {response}")


def test_proofs_are_hidden_too() -> None:
    """A CRAM-MD5 digest or SCRAM proof that a server echoes, or a part of it, is hidden: by it
    the secret can be guessed. What else was sent is not.
    """
    digest = hmac.new(WORD.encode(), b"<1@example.com>", "md5").hexdigest()
    proof = base64("by twenty octets of it")
    for response, proven in (
        (f"{USER} {digest}", digest),
        (f"c=biws,r=fyko+d2lbbFgONRv9qkxdawL,p={proof}", proof),
    ):
        hides = mask(WORD)
        hides.also_hide(base64(response).encode())
        for said in (base64(response), response, proven, proven[:9], proven[4:].upper()):
            assert hides.line(f"you said {said}") == HIDDEN
        said = f"334 {base64('r=fyko+d2lbbFgONRv9qkxdawL,s=c2FsdA==,i=4096')}"
        assert hides.line(said) == said


def test_messages_without_text_are_hidden_whole() -> None:
    """NTLM's and Kerberos's messages are hidden as a whole, and their beginnings stay."""
    message = b64encode(b"NTLMSSP\0\3" + bytes(range(100, 180))).decode()
    for hides in (mask(WORD), mask("")):
        hides.also_hide(message.encode())
        assert hides.line(f"535 {message}") == HIDDEN
        assert hides.line(f"334 {message[:16]}") == f"334 {message[:16]}"


def test_nothing_is_hidden_for_what_was_not_secret() -> None:
    """A response without a secret in it does not riddle the server's words."""
    hides = mask(WORD)
    for line in (b"", b"*", b"=", b"dGVz", base64(USER).encode()):
        hides.also_hide(line)
    assert hides.line(f"* = dGVz {base64(USER)}") == f"* = dGVz {base64(USER)}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc", "***"),
        ("you said abc.", "you said ***."),
        ("abc, abc and abc", "***, *** and ***"),
        ("abcdef", "abcdef"),
        ("xabc", "xabc"),
        ("1abc abc1 abc", "1abc abc1 ***"),
        ("éabc", "éabc"),
        ("(abc)", "(***)"),
        ("ABC", "***"),
        ("a b c", HIDDEN),
        ("5.7.8 YWJj", f"5.7.8 {HIDDEN}"),
        ("", ""),
    ],
)
def test_short_secrets_are_masked_as_words(text: str, shown: str) -> None:
    """A secret of three characters is masked as a word, and does not riddle the sentence."""
    assert Mask(Secret(b"abc")).line(text) == shown


@pytest.mark.parametrize(
    ("word", "text", "shown"),
    [
        ("password", "5.7.8 wrong password", "5.7.8 wrong ***"),
        ("authentication", "Error: authentication failed: x", "Error: *** failed: x"),
        ("Invalid", "5.7.8 Invalid credentials", "5.7.8 *** credentials"),
        ("password1", "5.7.8 wrong password", "5.7.8 wrong password"),
        ("authentication77", "Error: authentication failed", "Error: authentication failed"),
        ("correct horse 99", "no correct password", "no correct password"),
        ("Passwort123", "falsches Passwort", "falsches Passwort"),
        ("Пароль77", "неверный пароль", "неверный пароль"),  # noqa: RUF001
        ("contraseña99", "contraseña incorrecta", "contraseña incorrecta"),
        ("Finance2027", f"no user {USER} here", f"no user {USER} here"),
        (USER, f"no user {USER} here", f"no user {USER} here"),
        ("mail.example.test!", "554 mail.example.test says no", "554 mail.example.test says no"),
        ("user", "no such user, Username and users", "no such ***, Username and users"),
        ("5.7.8", "5.7.8 no", "5.7.8 no"),
    ],
)
def test_ordinary_words_stay_readable(word: str, text: str, shown: str) -> None:
    """A secret that is an ordinary word, begins as one, or is a name that the server has from us
    anyway, hides no more than itself.
    """
    assert mask(word).line(text) == shown


@pytest.mark.parametrize("text", ["wrong Password!2024", "wrong password1", "wrong 'passw ord12'"])
def test_an_ordinary_word_hides_nothing_else(text: str) -> None:
    """What goes beyond the ordinary word in a secret is an echo."""
    assert mask("Password!2024xyz" if "!" in text else "password123").line(text) == HIDDEN


@pytest.mark.parametrize("word", ["Password", "contraseña", "invalid"])
@pytest.mark.parametrize(
    "form", ["backwards", "by 13 letters", "base64", "hexadecimal", "percent-encoded, all"]
)
def test_an_ordinary_word_in_disguise_is_an_echo(word: str, form: str) -> None:
    """A secret that is an ordinary word by itself is none once it is encoded."""
    assert mask(word).line(f"5.7.8 no {FORMS[form](word)}") == f"5.7.8 {HIDDEN}"


@pytest.mark.parametrize("word", ["a\\b\\\\c\\", "\\\\\\x1\\\\\\y2\\", '"\\"\\\\"\\\\n"'])
@pytest.mark.parametrize("form", ["as JSON", "as a Python literal", "as octets in Python"])
def test_a_secret_of_backslashes_is_found(word: str, form: str) -> None:
    """A secret of hardly more than backslashes is hidden where each of them is escaped."""
    assert mask(word).line(f"5.7.8 no {FORMS[form](word)}") == f"5.7.8 {HIDDEN}"


INNOCENT = (
    "5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
    "5.7.0 Authentication failed, see https://example.com/?p=1&q=%41%2F&amp;r=3 (id 4f3a-99)",
    f"5.7.1 <{USER}>: Sender address rejected: not owned by user {USER}",
    "ready at Sat, 28 Nov 2026 12:00:00 +0000 [AM0PR05CA0089.eurprd05.prod.outlook.com]",
    "5.7.3 Authentication unsuccessful [FR4P281CA0123.DEUP281.PROD.OUTLOOK.COM 2026-11-28]",
    f"5.7.8 {'zurückgewiesen: falsches Passwort, пароль неверен, 密码错误 ' * 9}",
    "5.7.8 https://support.google.com/mail/?p=BadCredentials a640c23a62f3a-a5c9a8d3sm1235 - gsmtp",
    "4.7.0 unknown error",
    "#5.7.1 Your access to submit messages to this e-mail system has been rejected.",
    "MESSAGE BLOCKED - THE ADDRESS [192.0.2.10] HAS BEEN LISTED ON A REALTIME BLACKLIST",
)
# Those of few letters are the ones that noise has in it by chance.
COMMON = ("Sommer2026!", "Wachtwoord-01", "x" * 40, "P@ss", "abc", "a1b2", "qwe12", "letmein1")


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_text_stays(text: str) -> None:
    """A reply that has nothing of the secret is shown as it is."""
    for word in (*SECRETS, *COMMON):
        assert mask(word).line(text) == text, word
    assert Mask(Secret(b"")).line(text) == text


def test_a_short_secret_within_itself() -> None:
    """Masking ends, whatever the secret is made of."""
    assert Mask(Secret(b"*")).line("* ** ***").count("*") >= 3
    assert Mask(Secret(b"***")).line("*** ****")
    assert Mask(Secret(b"aaa")).line("aaaa aaa") == "aaaa ***"


FOLDS = {
    "as it is": WORD,
    "base64": base64(WORD),
    "the AUTH line": f"AUTH PLAIN {base64(f'{chr(0)}user{chr(0)}{WORD}')}",
    "hexadecimal": WORD.encode().hex(),
    "quoted-printable": FORMS["quoted-printable, all"](WORD),
    "backwards": WORD[::-1],
}


@pytest.mark.parametrize("status", ["", "5.7.8 "])
@pytest.mark.parametrize("form", FOLDS)
def test_folded_over_lines(form: str, status: str) -> None:
    """A secret that a server breaks over two lines is hidden all the same, in any place; lines
    before and after stay.
    """
    whole = FOLDS[form]
    for place in range(1, len(whole)):
        lines = (f"{status}no", f"{status}see {whole[:place]}", f"{status}{whole[place:]} to me")
        shown = mask(WORD).lines((*lines, "more"))
        assert (shown[0], shown[-1]) == (lines[0], "more")
        assert whole.replace(" ", "") not in "".join(shown).replace(" ", "")
        assert HIDDEN in shown[1] + shown[2]


@pytest.mark.parametrize("status", ["", "5.7.8 "])
def test_digits_folded_over_lines(status: str) -> None:
    """A secret of digits alone is not taken for part of a status code."""
    word = "31415926"
    for place in range(1, len(word)):
        lines = (f"{status}you said {word[:place]}", f"{status}{word[place:]} to me")
        assert word not in "".join(Reply(535, mask(word).lines(lines)).text.split())


def test_folded_over_many_lines() -> None:
    """A secret of which each line has a letter is not shown."""
    lines = tuple(f"5.7.8 {letter}" for letter in WORD)
    assert mask(WORD).lines(lines) == (f"5.7.8 {HIDDEN}",) * len(WORD)
    shown = mask(WORD).lines(("no, sorry", *lines[:6], "go away"))
    assert shown == ("no, sorry", *[f"5.7.8 {HIDDEN}"] * 6, "go away")
    threes = tuple(WORD[at : at + 3] for at in range(0, len(WORD), 3))
    shown = mask(WORD).lines(("no, sorry", *threes, "sorry"))
    assert shown == ("no, sorry", *[HIDDEN] * len(threes), "sorry")


def test_folded_twice() -> None:
    """A secret that is folded over lines twice is hidden twice; what is said between stays."""
    folded = ("see corr3", "ct/h@", "rse? no")
    shown = mask(WORD).lines((*folded, "and again", *folded))
    assert shown == (HIDDEN, HIDDEN, HIDDEN, "and again", HIDDEN, HIDDEN, HIDDEN)


def test_lines_without_the_secret_stay() -> None:
    """A reply of several lines is shown as it is where nothing in it is secret; where one line
    has it, the others can still be read.
    """
    lines = ("5.7.8 one", "5.7.8 two", "three")
    assert mask(WORD).lines(lines) == lines
    shown = ("5.7.8 one", f"5.7.8 {HIDDEN}", "three")
    assert mask(WORD).lines(("5.7.8 one", f"5.7.8 x{WORD}", "three")) == shown


@pytest.mark.parametrize("form", ["base32", "base85", "binary", "octal", "by 47 characters"])
def test_rare_codes_within_a_long_reply(form: str) -> None:
    """A secret in a code that servers hardly use is found in a reply of many lines too."""
    lines = [
        f"5.7.8 {number} what is wrong with this login is told on a page" for number in range(40)
    ]
    lines[20] = f"5.7.8 you said {FORMS[form](WORD)}"
    shown = mask(WORD).lines(tuple(lines))
    assert len(shown) == len(lines)
    assert FORMS[form](WORD) not in "\n".join(shown)


def test_mojibake() -> None:
    """A secret is hidden too where the reply's other octets made it be read as Latin-1."""
    line = "pässwört für ".encode() + b"\xff"
    assert mask("pässwört").line(line.decode("latin-1")) == HIDDEN


@PROPERTY
@given(
    st.text(st.characters(min_codepoint=33, categories=("L", "N", "P", "S")), min_size=6),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_any_secret_anywhere(word: str, before: str, after: str) -> None:
    """No secret gets through as it is."""
    assume("*" not in before + word + after)
    assert word not in mask(word).line(before + word + after)


@PROPERTY
@given(st.binary(max_size=12), st.lists(st.text(max_size=20), max_size=4))
def test_masking_never_fails(octets: bytes, lines: list[str]) -> None:
    """Whatever the secret and the reply, a reply keeps its number of lines."""
    assert len(Mask(Secret(octets)).lines(tuple(lines))) == len(lines)


HARD: dict[str, Form] = {
    "prose": lambda _: "Lorem ipsum dolor sit amet " * 2500,
    "base64": lambda _: "aB3+" * 16_384,
    "percent signs": lambda _: "%41" * 21_845,
    "HTML": lambda _: "&#65;" * 13_107,
    "backslashes": lambda _: "\\u0041" * 10_922,
    "all escapes": lambda _: "&amp;%41=41+41\\x41" * 3_600,
    "words that begin as it does": lambda word: f"{word[:5]} " * 10_922,
    "pieces of it": lambda word: " ".join(word[at : at + 5] for at in range(len(word) - 5)) * 10,
}


@pytest.mark.laws
@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("word", [WORD, TOKEN * 12, SIGNS], ids=["word", "token", "signs"])
def test_the_longest_replies_take_little_time(word: str, text: str) -> None:
    """As much as is shown of a reply, made to be hard to search, costs no more than a moment (of
    processor time; many times what it takes, since machines differ), for a secret of 4 KiB too.
    """
    reply = HARD[text](word)[:MAX_SHOWN]
    lines = tuple(reply[at : at + 1_000] for at in range(0, len(reply), 1_000))
    working(1.0, lambda: mask(word).lines(lines))


@pytest.mark.laws
def test_a_reply_of_nothing_but_pieces_takes_little_time() -> None:
    """Where parts of a secret of few letters are everywhere, a short reply is read at once."""
    lines = ("YWJj a b c", "abcabc") * 16 + (f"YWJj {'a b ' * 33}rong pässw", "ört")
    working(1.0, lambda: mask("abababc").lines(lines))


@pytest.mark.laws
def test_a_long_secret_of_one_character_takes_little_time() -> None:
    """A secret in which nearly all is alike is looked for as fast as any other."""
    lines = tuple(f"5.7.8 {'9' * (number % 9)}x{'9' * 7}y {number}" for number in range(200))
    working(1.0, lambda: mask(f"pä{'9' * 4_500}ö").lines(lines))


@pytest.mark.laws
def test_base64_of_what_is_nearly_ascii_takes_little_time() -> None:
    """A long text with one octet at its end that is no UTF-8 is searched in one go."""
    echo = b64encode(b64encode(b"a b" * 1_000 + b"\xff")).decode()
    lines = tuple(echo[at : at + 60] for at in range(0, len(echo), 60))
    working(0.15, lambda: mask(WORD).lines(lines))


WRAPPED = "5.3%6F&#99;\\u0063=63+6+6+63rd"


@pytest.mark.laws
@pytest.mark.parametrize("lines", [60, 2_000])
def test_many_lines_that_may_be_wrapped_take_little_time(lines: int) -> None:
    """That each line of a reply may be wrapped in many ways costs little more than one that may."""
    reply = (*(f"{WRAPPED} {number}" for number in range(lines)), f"5.7.8 it was {WORD}")
    shown = working(1.5, lambda: mask(WORD).lines(reply))
    assert WORD not in "\n".join(shown)
    assert len(shown) == len(reply)


@pytest.mark.laws
def test_thousands_of_texts_that_may_be_wrapped_take_little_time() -> None:
    """All that a certificate names is looked at for a second or so; the rest is not shown."""

    def look() -> list[str]:
        finder = mask(WORD)
        return [finder.line(f"{WRAPPED} {number}") for number in range(5_000)]

    shown = working(10, look)
    assert shown[0] == f"{WRAPPED} 0"
    assert shown[-1] == UNREAD


@pytest.mark.laws
def test_when_there_was_too_much_to_look_at_replies_are_still_shown_in_time() -> None:
    """What comes after more than is looked at is hidden, line by line: that has an end, too."""
    hides = mask(WORD)
    for number in range(5_000):
        hides.line(f"{WRAPPED} {number}")
    assert hides.line("anything strange") == UNREAD
    assert not hides.is_folded_over(())  # else there would be no end
    many = tuple(f"anything strange {number}" for number in range(40))
    for reply in (("anything strange",), ("anything", "", "strange, go away"), ("", ""), many):
        shown = hides.lines(reply)
        assert len(shown) == len(reply)
        assert all(line == UNREAD for line, was in zip(shown, reply) if was)


ESCAPES = ("%63", "&#111;", "\\u0072", "=72", "+33", "\\143", "&#x74;", "%2F", "=68", "+40")


@pytest.mark.parametrize("around", ["", WRAPPED, f"{WRAPPED} \\n {{"])
def test_escapes_of_all_kinds_at_once(around: str) -> None:
    """A secret in which each character is escaped in another way is found among other escapes; so
    is one that is wrapped twice in such a text, backwards too.
    """
    escaped = "".join(ESCAPES)
    wrapped = base64("".join(f"&#{ord(letter)};" for letter in WORD))
    for said in (escaped, wrapped, wrapped[::-1]):
        assert mask(WORD).line(f"5.7.8 {around} {said} x") == f"5.7.8 {HIDDEN}"


# Escapes of many kinds, with the beginning of the secret everywhere between them.
MIXED = ("%41", "&#65;", "\\x41", "=41", "+41", "aB3+", WORD[:5], "99 ", "0x63", "é", " ")


@pytest.mark.laws
@pytest.mark.parametrize("lines", [1, 6, 60, 300])
def test_a_reply_made_to_take_long_has_its_end(lines: int) -> None:
    """However a server mixes all that takes long, it is given up in less than a second of
    processor time, and then none of it is shown.
    """
    draw = random.Random(5)
    text = "".join(draw.choice(MIXED) for _ in range(20_000))
    size = len(text) // lines + 1
    reply = tuple(text[at : at + size] for at in range(0, len(text), size))
    shown = working(1.0, lambda: mask(WORD).lines(reply))
    assert len(shown) == len(reply)


def test_a_long_reply_that_has_the_secret_in_it_is_hidden_as_a_whole() -> None:
    """In what is longer than any refusal, it is not looked for line by line; a long reply without
    the secret is shown.
    """
    said = tuple(f"5.7.8 of {number} things that are all strange" for number in range(60))
    assert mask(WORD).lines(said) == said
    assert mask(WORD).lines((*said, f"5.7.8 it was {WORD}")) == (f"5.7.8 {HIDDEN}",) * 61


def test_a_text_full_of_beginnings_of_the_secret_is_hidden() -> None:
    """Where it looks like the secret all over, nothing is told apart."""
    draw = random.Random(5)
    seeming = [f"{SIGNS[:5]}{draw.choice('wasp')}" for _ in range(300)]
    assert mask(SIGNS).line(" ".join(seeming[:2])) == " ".join(seeming[:2])
    assert mask(SIGNS).line(" ".join(seeming)) == HIDDEN


def test_what_cannot_be_looked_at_in_time_is_not_shown() -> None:
    """Once the time is up, what may have the secret in it is hidden unseen, and says so; a reply
    of words that all servers use is still shown.
    """
    late = False
    hides = Mask(Secret(WORD.encode()), (USER,), lambda: late)
    reply = ("5.7.8 authentication failed", "5.7.8 a strange one", f"5.7.8 it was {WORD}")
    assert hides.lines(reply) == (*reply[:2], f"5.7.8 {HIDDEN}")
    late = True
    assert hides.lines(reply) == (f"5.7.8 {UNREAD}",) * 3
    assert hides.lines(reply[:1]) == reply[:1]


def test_what_is_public_for_one_account_is_not_for_another() -> None:
    """The same words of a server's are looked at anew for each account."""
    text = "2.7.0 Welcome carl.otto42@example.test"
    known = Mask(Secret(b"anything-else9"), ("carl.otto42@example.test",))
    for _ in range(2):
        assert known.line(text) == text
        assert not known.may_be_in((text,), encoded=True)
        own = Mask(Secret(b"carl.otto42@example.test"))
        assert "otto" not in own.line(text)
        assert own.may_be_in((text,), encoded=True)
        assert own.may_be_in((text[::-1],), encoded=False)
