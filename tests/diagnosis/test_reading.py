"""How a text is cleared of names, and cut into words: each step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from check_smtp_auth.diagnosis.names import without_names
from check_smtp_auth.diagnosis.reading import LONGEST, cut, fold, read, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zu Viele\tVersuche", "zu viele versuche"),
        ("l\u2019adresse \u00abops\u00bb", 'l\'adresse "ops"'),
        ("认证失败：密码错误。", "认证失败. 密码错误. "),
        ("AS\u0130M ILI\u011e\u0131", "asim ili\u011fi"),
        ("a|b", "a - b"),
        ("失败（密码）", "失败 (密码) "),
        ("用户ops@example.com不存在", "用户 ops@example.com 不存在"),
        ("请使用TLS1.2以上版本", "请使用 tls1.2 以上版本"),
        ("2段階認証が必要です", "2段階認証が必要です"),
    ],
)
def test_one_way_to_write(text: str, folded: str) -> None:
    """Case, quotes, blanks and stops of other scripts become one; accents stay."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("<quota@example.com>: rejected", "@ . rejected"),
        ("host[192.0.2.1] said", "# said"),
        ("unknown [192.0.2.1]:25 said", "unknown # ~ said"),
        ("failure[0]", "failure ~"),
        ("at mail.example.com now", "at ~ now"),
        ("see https://x.example/quota?a=b now", "see ~ now"),
        ("(#5.7.1) no", "~ no"),
        ("your ip (192.0.2.1) is", "your ip # is"),
        ("ip=192.0.2.1, port 25", "ip # , port ~"),
        ("2001:db8::1 is banned", "# is banned"),
        ("[ipv6:2001:db8::1] is banned", "# is banned"),
        ('user "quota" is', "user ~ is"),
        ('"mail from" is', "mail from is"),
        ("please say 'use an app password' now", "please say use an app password now"),
        ("[your account is locked]", ". your account is locked ."),
        ("(account locked)", ". account locked ."),
        ("mailbox (bob smith) is locked: no", "mailbox is locked : . bob smith . no"),
        ("plan (40k) used up (why?)", "plan used up . 40k . why ."),
        ("smtp_enabled=false", ". smtp_enabled missing"),
        ("reason 'account-expired'", "reason . account-expired ."),
        ("for 300s or 2h", "for ~ seconds or ~ hours"),
        ("12,000 of 12,000 sent", "~ of ~ sent"),
        ("until 2026-11-29", "until ~"),
        ("error.account.locked", "~"),
        ("don't", "don't"),
        ("locked? yes", "locked ? . yes"),
        ("denied.please check", "denied . please check"),
        ("tls1.2 or tlsv1.3", "tls or tls"),
        ("exception:quotaexception.inner", "exception . quotaexception . inner ."),
        ("max. 5 mails", "max ~ mails"),
        ("domain\\quota failed", "~ failed"),
        ("/var/quota/x failed", "~ failed"),
        ("user/pass; wrong", "user pass . wrong"),
        ("one, two", "one , two"),
        ("a - b", "a . b"),
    ],
)
def test_what_the_server_does_not_say_is_cut(text: str, tokens: str) -> None:
    """Addresses, hosts, ids, URLs, numbers and what is quoted leave a mark at most."""
    assert [token for token in cut(text) if token] == tokens.split(" ")


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("authentication failed for quota", "authentication failed for ~"),
        ("authentication for quota failed", "authentication for ~ failed"),
        ("user quota is suspended", "user ~ is suspended"),
        ("user is suspended", "user is suspended"),
        ("user suspended", "user suspended"),
        ("user token is expired", "user token is expired"),
        ("not owned by user quota", "not owned by user ~"),
        ("not allowed to act as spam", "not allowed to act as ~"),
        ("blocked by spamhaus", "blocked by spamhaus"),
        ("queue id locked here", "queue id ~ here"),
        ("relaying to quota denied", "relaying to quota denied"),
        ("relaying to quota", "relaying to ~"),
        ("mail from ip # was", "mail from ip # was"),
        ("login disabled for this user", "login disabled for this user"),
        ("login disabled for now", "login disabled for now"),
        ("blocked for 24h", "blocked for 24h"),
        ("blocked for ops24h", "blocked for ~"),
    ],
)
def test_a_word_in_the_place_of_a_name_is_one(text: str, cleared: str) -> None:
    """Where servers put a name, a bare word is one; elsewhere it is a word."""
    assert without_names(text.split(), frozenset()) == cleared.split()


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("over-quota . failed", "~ . failed"),
        ("quota is full", "~ is full"),
        ("the quota is full", "the quota is full"),
        ("over quota", "over quota"),
    ],
)
def test_our_own_names_are_known(text: str, cleared: str) -> None:
    """A name that the server has from us is a name where one may stand, or if it is no word."""
    own = frozenset({"quota", "over-quota"})
    assert without_names(text.split(), own) == cleared.split()


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("app-specific", "app specific"),
        ("isn't", "not"),
        ("l'adresse", "l adresse"),
        ("cram-md5", "cram-md5"),
        ("7f3a-quota", "7f3a-quota"),
        ("ip地址", "ip 地 址"),
        ("2段階認証", "2 段 階 認 証"),
        ("자격증명", "자 격 증 명"),
        ("gesperrt", "gesperrt"),
    ],
)
def test_compounds_are_taken_apart(token: str, parts: str) -> None:
    """Hyphens and apostrophes part words; Chinese, Japanese and Korean go by character."""
    assert words([token]) == parts.split()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("quota ESMTP not ready", "esmtp not ready"),
        ("locked Error: too many", "error : . too many"),
        ("SMTP service down", "service down"),
        ("too many errors", "too many errors"),
    ],
)
def test_a_server_may_begin_with_its_name(text: str, said: str) -> None:
    """In a greeting the first word before "ESMTP" or "Error:" is the server's name."""
    assert read(text, entry=True) == said.split()


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No text is too strange to be read, and none is read at length."""
    assert all(word == word.strip() and word for word in read(text))


def test_only_so_much_is_read() -> None:
    """A reply of 64 KiB costs no more than the longest real one."""
    assert len(read("a " * 30_000)) <= LONGEST / 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rate_limited", "rate limited"),
        ("Error: account_locked", "error : . account locked"),
        ("RATE_LIMITED [x01]", "rate limited ~"),
        ("rate_limited for ops@example.test", "rate limited for @"),
        ("over_quota: authentication failed", "over_quota : . authentication failed"),
        ("login of over_quota failed", "login of over_quota failed"),
        ("err_421_locked", "err_421_locked"),
    ],
)
def test_an_identifier_that_is_the_text_is_read(text: str, said: str) -> None:
    """A program's identifier is its message; within a sentence it may be anybody's name."""
    assert " ".join(read(text)) == said


def test_the_article_of_arabic_is_apart() -> None:
    """Words are found with the article and without, and with any alif."""
    assert read("\u0627\u0644\u062d\u0633\u0627\u0628") == read("\u062d\u0633\u0627\u0628")
    assert read("\u0622\u0644\u064a\u0629") == ["\u0627\u0644\u064a\u0629"]  # no article
