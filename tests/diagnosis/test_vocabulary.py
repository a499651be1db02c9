"""The vocabulary: that it is in order, and which of it is read."""

from __future__ import annotations

import pytest

from check_smtp_auth.diagnosis.clauses import PAUSE, SILENT
from check_smtp_auth.diagnosis.reading import fold, read
from check_smtp_auth.diagnosis.rows import ROWS
from check_smtp_auth.diagnosis.vocabulary import (
    LONGEST_DENSE,
    LONGEST_PHRASE,
    OPPOSITES,
    STATES,
    is_dense,
    search,
    vocabulary_for,
)
from check_smtp_auth.diagnosis.vocabulary.english import ENGLISH
from check_smtp_auth.diagnosis.vocabulary.forms import inflected
from check_smtp_auth.diagnosis.vocabulary.languages import (
    LONG,
    MOST,
    NAMES,
    SHORT,
    SIGNS,
    language,
    names_for,
    words_of,
)
from check_smtp_auth.diagnosis.vocabulary.search import _table

from . import corpus
from .corpus import entries

TABLES = {"english": ENGLISH, **{name: words_of(name) for name in NAMES}}
DENSE = ("chinese", "japanese", "korean")
GRAMMAR = {"NOT", "IF", "WILL", "WARNING", "HINT", "OR", "BUT"}
# They are words beside the reason, which counts; so that nothing in them is found.
SWALLOWED = {"RECIPIENTFRAME", "ASIDE"}


def known() -> set[str]:
    """The meanings that English has words for."""
    return {each for meanings, _ in entries(ENGLISH) for each in meanings}


def asked() -> set[str]:
    """The meanings that rows ask for."""
    parts = (
        part for row in ROWS for each in row.patterns for part in each.replace(";", "").split()
    )
    return {each.lstrip("-") for part in parts for each in part.split("|") if each.isupper()}


def test_each_meaning_is_asked_for() -> None:
    """No meaning is written down in vain, and no row asks for one that no word has."""
    said = {each for each in asked() if each.isalpha() or each == "BASE64"}
    used = said | GRAMMAR | set(OPPOSITES) | STATES | SWALLOWED
    assert known() - used == set()
    assert said - known() == set()


@pytest.mark.parametrize("name", TABLES)
def test_a_language_has_no_meanings_of_its_own(name: str) -> None:
    """All languages have the meanings of English, so that each row serves them all."""
    assert {each for meanings, _ in entries(TABLES[name]) for each in meanings} <= known()


@pytest.mark.parametrize("name", TABLES)
def test_the_words_are_written_as_they_are_looked_for(name: str) -> None:
    """Phrases are in lower case, without hyphens, and no longer than what is looked for."""
    for meaning, said in entries(TABLES[name]):
        for phrase in (form for each in said for form in inflected(each)):
            parts = "".join(f" {each} " if is_dense(each) else each for each in phrase).split()
            longest = LONGEST_DENSE if name in DENSE else LONGEST_PHRASE
            assert 0 < len(parts) <= longest, (meaning, phrase)
            assert phrase == phrase.casefold(), (meaning, phrase)
            assert not set(phrase) & set("()[]\"'.:;"), (meaning, phrase)
            assert PAUSE not in phrase


def test_no_phrase_begins_with_what_is_not_looked_for() -> None:
    """Words that are passed over begin no phrase, so that none is missed."""
    begin = {
        inflected(phrase.split()[0])[0]
        for table in TABLES.values()
        for _, said in entries(table)
        for phrase in said
    }
    assert begin & SILENT == set()


def test_no_word_of_english_is_there_twice() -> None:
    """What has two meanings says so in one place."""
    phrases = [phrase for _, said in entries(ENGLISH) for phrase in said]
    assert sorted({each for each in phrases if phrases.count(each) > 1}) == []


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("senha expirada", "expirada", "EXPIRED"),
        ("contrasena incorrecta", "contrasena", "PASSWORD"),
        ("contraseña incorrecta", "contraseña", "PASSWORD"),
        ("kennwort falsch", "falsch", "INVALID"),
        ("пароль неверный", "неверный", "INVALID"),
        ("كلمة المرور خاطئة", "خاطئة", "INVALID"),
        ("gecersiz kimlik", "gecersiz", "INVALID"),
        ("kennwort ungueltig", "ungueltig", "INVALID"),
        ("empfaenger unzulaessig", "unzulaessig", "FORBIDDEN"),
        ("your password", "password", "PASSWORD"),
    ],
)
def test_the_language_of_the_words_is_read(text: str, word: str, meaning: str) -> None:
    """Words bring in their language, with accents or without."""
    known = vocabulary_for(text.split())
    assert known.phrase([word], 0) == (1, meaning)


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("as senhas informadas", "senhas", "PASSWORD"),
        ("des mots de passe erronées", "erronées", "INVALID"),
        ("neues kennwort ist ungültigem", "ungültigem", "INVALID"),
        ("ошибка с паролями", "паролями", "PASSWORD"),
        ("skrzynkami pocztowymi", "skrzynkami", "ACCOUNT"),
        ("parolanızdan yanlış olan", "parolanizdan", "PASSWORD"),
        ("autentiseringsservern svarar", "autentiseringsservern", "BACKEND"),
        ("não foi possivel", "possivel", ""),
        ("não confere: credencial invalida", "invalida", "INVALID"),
    ],
)
def test_a_word_is_found_in_each_of_its_forms(text: str, word: str, meaning: str) -> None:
    """A word means the same in any case, gender and number, and without its accents."""
    known = vocabulary_for(fold(text).split())
    assert known.phrase([word], 0) == (1 if meaning else 0, meaning)


def test_a_word_of_english_is_no_form_of_another() -> None:
    """What a sentence in English has besides is not taken for a form of another language's."""
    known = vocabulary_for(["the", "consent", "for", "this", "app", "has", "ended"])
    assert known.phrase(["consent"], 0) == (0, "")


# Of others' words; and words too short to tell.
MISSED = {
    "russian": ["Обліковий запис заблоковано"],
    "turkish": ["relay não permitido"],
    "vietnamese": ["Yêu cầu mã hóa"],
}
SPECIMENS = [each for each in corpus.specimens() if each.source == "languages.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_a_refusal_is_read_in_its_language(name: str) -> None:
    """However short it is, and whatever other languages it could be of, by its words."""
    texts = [each.reply.text for each in SPECIMENS if each.provider.lower() == name]
    missed = [text for text in texts if name not in names_for(read(text))]
    assert len(texts) >= 10
    assert missed == MISSED.get(name, [])


@pytest.mark.parametrize("name, word", [("portuguese", "cadastro"), ("german", "abgebrochen")])
def test_words_without_a_sign_are_looked_for_in_all_languages(name: str, word: str) -> None:
    """A word that begins as none of the signs is found in the language that has it."""
    assert not any(f" {word[:SHORT]} " in signs for signs in SIGNS.values())
    assert names_for([word]) == [name]


@pytest.mark.parametrize("name", SIGNS)
def test_a_table_is_in_its_file_as_it_is_when_imported(name: str) -> None:
    """What is searched without an import is all of a language's words, and nothing else."""
    assert _table(name).decode().partition('"""\\\n')[2] == words_of(name)


def test_a_file_that_is_there_compiled_only_is_searched_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where there are no sources, the languages are imported."""
    monkeypatch.setattr(search, "__path__", ["/nowhere"])
    assert _table("german").decode() == words_of("german")


@pytest.mark.parametrize(
    "text", ["din ip adresse er blokeret", "destinatarul nu există", "parola adresse ungen"]
)
def test_few_languages_are_read(text: str) -> None:
    """However many a text may be of, those that have its words count."""
    assert 0 < len(names_for(text.split())) <= MOST


def test_words_of_no_language_load_none() -> None:
    """What is in no table brings in no language."""
    assert names_for(["zzgl", "qwrt", "blorf"]) == []


def test_english_costs_no_other_language() -> None:
    """A reply in English alone reads no other language's words."""
    known = vocabulary_for(["username", "and", "password", "not", "accepted", "learn", "more"])
    assert known.phrase(["kennwort"], 0) == (0, "")
    assert known.phrase(["senha"], 0) == (0, "")


def test_scripts_without_blanks_are_read_by_character() -> None:
    """A phrase is found among the characters around it, and the longest one counts."""
    words = list("请用授权码密码")
    known = vocabulary_for(words)
    assert known.phrase(words, 2) == (3, "APPPASSWORD")
    assert known.phrase(words, 5) == (2, "PASSWORD")
    assert known.phrase([*"密码", ",", *"密碼"], 0) == (2, "PASSWORD")


@pytest.mark.parametrize("name", SIGNS)
def test_the_signs_of_a_language_are_of_its_words(name: str) -> None:
    """What tells a language is how words of it begin, without accents."""
    words = language(name).plain.text.replace(",", " ").split()
    beginnings = {word[:length] for word in words for length in (SHORT, LONG)}
    assert sorted(set(SIGNS[name].split()) - beginnings) == []
    assert SIGNS[name] == f" {' '.join(sorted(SIGNS[name].split()))} "
