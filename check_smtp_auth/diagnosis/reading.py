"""From a reply's text to the server's own words. Pure.

Servers put names into their sentences: addresses, users, hosts, ids, whole commands of ours. A user
may well be called "quota" and a host "spam". So names are removed before the text is searched for
anything:

1. ``fold``: one spelling: case folded (accents stay), one kind of quote and of blank.
2. ``cut``: into tokens. Text in brackets or quotes, addresses, URLs, numbers and ids are replaced
by a mark or removed.
3. ``names.without_names``: a bare word where a server puts a name ("for ops", "user ops is") is
replaced by a mark as well.
4. ``words``: compounds are split ("app-specific"), and scripts without blanks into characters.
"""

from __future__ import annotations

from .names import ADDRESS, ASKED, COLON, IP, MARKS, NAME, PAUSE, STOP, without_names, word_set
from .vocabulary import is_dense

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2_000  # three times as long as any real refusal
OF_HTTP = ("401", "403", "500", "502", "503", "504")  # of a web server, forwarded by a gateway
LONGEST_SPAN = 600  # of a text in brackets or quotes
# Found in codes that stand for a sentence.
CODED = ("{", "0x", "data ", "aadsts", "(using", "rpc", "err.", "hl:", "mi:", "rp:", "wm:", "dt:")
UNITS = {"s": "seconds", "h": "hours", "d": "days"}  # as in "300s"
# If these begin the text, the reason for the failure follows a comma.
LOGIN = (["authentication"], ["auth"], ["login"], ["logon"], ["authorization"], ["authorisation"])
FAILED = (["failed"], ["failure"], ["unsuccessful"])
OPENING = 9
FALSE = ("0", "false", "no", "off", "n")  # as in "enabled=0"
# Text in quotes after these is the server's own.
REASONS = (["reason"], ["cause"], ["code"])
SAYING = (["returned"], ["said"], ["says"], ["answered"], *REASONS)
# A constant without "_" has more letters than the first if it stands alone, else than the second.
LONG, CERTAIN = 7, 14

# The characters inside an address, or a version number.
ADDRESSED = "@./\\"
PAIRS = {"<": ">", "[": "]", "{": "}", "(": ")", '"': '"', "'": "'", "`": "'`"}
QUOTES = "\"'`"
NEGATIVES = {"can't": ["cannot"], "couldn't": ["could", "not"]}
JOINING = ("&", "+")  # "and", between two words
# The characters at the edges of a word that do not belong to it.
EDGES = "\"'`()[]{}<>*#-_=~.,:;!?&/\\+$%^\u00bf\u00a1"
# A dot within a word makes it a host name, unless one of these begins a sentence right after it.
BEGINNINGS = word_set("please contact try see learn your the this you check visit if for more")
# What Arabic joins to the next word: "the", "and the", "with the", "for the".
ARTICLES = ("\u0627\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644")
# Words before a constant: "Error: ".
KEYS = word_set(
    "error reason code status message result errorcode detail response auth sorry err cause "
    "exception errno errcode fault state failure"
)

# Characters, and their replacement.
SPELLINGS = (
    ("\u00a0\u2007\u202f\u3000\t", " "),
    ("\u2018\u2019\u02bc", "'"),
    ("\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f", '"'),
    ("\u2010\u2011\uff0d", "-"),
    ("\u2013\u2014|", " - "),
    ("\u3002\uff01\uff1b\uff1a\uff0e\u2026\u061b", ". "),
    ("\uff1f\u061f", "? "),
    ("\uff0c\u3001\u060c", ", "),
    ("\uff08", " ("),
    ("\uff09", ") "),
    ("\u0131", "i"),  # Turkish has an i without and an I with a dot
    ("\u0307", ""),
    ("\u0219", "\u015f"),  # Romanian has a comma below, often written as a cedilla
    ("\u021b", "\u0163"),
    *zip(
        "\u03ac\u03ad\u03ae\u03af\u03cc\u03cd\u03ce", "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9"
    ),  # Greek
    # Arabic: many write only one alif and one ya; vowel signs and the stretching sign are removed.
    ("\u0622\u0623\u0625", "\u0627"),
    ("\u0649", "\u064a"),
    ("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", ""),
)


def fold(text: str) -> str:
    """Return a text in one spelling: case folded, with the quotes, blanks and stops of ASCII."""
    text = text[:LONGEST].casefold().replace("...", ". ")
    if text.isascii():
        return text.replace("|", " - ").replace("\t", " ")
    text = text.translate(_spellings())
    if not any(mark in text for mark in ADDRESSED) or not any(map(is_dense, text)):
        return text
    from .addresses import addresses_apart

    return addresses_apart(text)


def _spellings() -> dict[int, str]:
    """Return the replacement of each character, as ``str.translate`` requires it."""
    return {ord(each): spelling for characters, spelling in SPELLINGS for each in characters}


def cut(text: str) -> list[str]:
    """Return the words and marks of a folded text. A sentence in brackets comes after the clause
    that the brackets are in.
    """
    tokens: list[str] = []
    aside: list[str] = []
    for opening, piece in _spans(text):
        if not opening:
            for token in (token for chunk in piece.split() for token in _tokens(chunk)):
                tokens.append(UNITS[token] if token in UNITS and tokens[-1:] == [NAME] else token)
                if token == STOP:
                    tokens += aside
                    aside = []
            continue
        inner = cut(piece)
        said = [token for token in inner if token not in MARKS]
        if opening == "(" and not said:
            tokens += [token for token in inner if token not in (STOP, PAUSE)]
        elif opening in QUOTES and tokens[-1:] == ["user"] and len(said) == 1:
            tokens.append(ADDRESS if ADDRESS in inner else NAME)  # even if it is "starttls"
        elif opening in QUOTES and (
            _is_prose(inner, said) or said == ["starttls"] or tokens[-1:] in SAYING
        ):
            tokens += [STOP, *inner, STOP] if tokens[-1:] in REASONS else inner
        elif opening == "(" or _is_prose(inner, said) or (opening == "[" and "_" in "".join(said)):
            aside += [*(inner[:-2] if inner[-2:] == [ASKED, STOP] else inner), STOP]
        else:
            tokens.append(IP if IP in inner else ADDRESS if ADDRESS in inner else NAME)
    return [*tokens, STOP, *aside] if aside else tokens


def _is_prose(inner: list[str], said: list[str]) -> bool:
    """Tell whether the text in brackets or quotes is a sentence of the server's own: at least three
    words, or the name of a command in two words.
    """
    if said in (["mail", "from"], ["rcpt", "to"]):
        return True
    wordy = sum(word.replace("-", "").replace("'", "").isalpha() for word in said)
    return len(said) >= 2 and wordy == len(said) and (len(said) > 2 or NAME not in inner)


def _spans(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text in pieces: ("", text outside), and (opening character, text in a pair)."""
    start = at = 0
    while at < len(text):
        character = text[at]
        closers = PAIRS.get(character)
        end = _closing(text, at, closers) if closers else -1
        if end < 0:
            at += 1
            continue
        inner = text[at + 1 : end]
        before = text[start:at]
        if character in "<[" and _is_ip(inner.strip()):
            # "host[192.0.2.10]": the word before the bracket is a name.
            before = before[: len(before.rstrip()) if before[-1:] == " " else before.rfind(" ") + 1]
        yield "", before
        yield character, inner
        at = start = end + 1
    yield "", text[start:]


def _closing(text: str, at: int, closers: str) -> int:
    """Return where the pair that opens at a place closes, -1 if it does not."""
    quoted = text[at] in QUOTES
    if quoted and at and (text[at - 1].isalnum() or text[at - 1] == "."):
        return -1  # an apostrophe
    latest = at + LONGEST_SPAN
    if not quoted:
        return text.find(closers, at + 1, latest)
    for end in range(at + 1, min(len(text), latest)):
        if text[end] in closers and not text[end + 1 : end + 2].isalnum():
            return end
    return -1


def _is_ip(word: str) -> bool:
    """Tell whether a word is an IP address, also as an address literal or with a port."""
    word = word.removeprefix("ipv6:") if word.startswith("ipv6:") else word
    if word.count(":") >= 2:
        return all(character in "0123456789abcdef:." for character in word)
    parts = word.partition(":")[0].partition("/")[0].split(".")
    return len(parts) == 4 and all(part.isdigit() for part in parts)


def _tokens(chunk: str) -> list[str]:
    """Return the tokens of a text between two blanks."""
    word = chunk.strip(EDGES)
    last = chunk[len(chunk.rstrip(EDGES)) :] if word else chunk
    end = [STOP] if any(mark in last for mark in ":;!?") or last[:1] == "." else []
    end = end or ([PAUSE] if "," in last else [])
    if last[:1] in (COLON, ASKED):
        end = [last[0], STOP]
    if not word:
        if chunk in JOINING:
            return []
        return [STOP] if chunk.strip(".:;!?-=>~") == "" or "," not in chunk else [PAUSE]
    if "@" in word:
        return [ADDRESS, *end]
    if "://" in word or word.startswith("www.") or chunk[0] == "/" or "\\" in word:
        return [NAME, *end]
    if _is_ip(word):
        return [IP, *end]
    for mark in ":=":
        if mark in word:
            head, _, tail = word.partition(mark)
            if tail in FALSE and mark == "=":
                return [STOP, *_tokens(head), "missing", *end]
            return [*_tokens(head), *([STOP] if mark == ":" else []), *_tokens(tail), *end]
    if word.replace(",", "").replace("-", "").isdigit():
        return [word if word in OF_HTTP else NAME, *end]
    if "/" in word or "," in word or ";" in word:
        parts = word.replace(",", " , ").replace(";", " ; ").replace("/", " ").split()
        return [token for part in parts for token in _tokens(part)] + end
    if "." in word:
        return _dotted(word) + end
    if last[:1] == "." and word in ("max", "min", "no", "approx", "nr", "e.g"):
        end = []
    if word[:-1].isdigit() and word[-1] in UNITS:
        return [NAME, UNITS[word[-1]], *end]
    return [word, *end]


def _dotted(word: str) -> list[str]:
    """Return the tokens of a word with dots: usually a host name, or a number."""
    parts = [part for part in word.split(".") if part]
    if parts[0].startswith(("tls", "ssl")) and parts[-1].isdigit():
        return ["tls"]
    if parts[-1] in BEGINNINGS and len(parts) == 2:
        return [parts[0], STOP, parts[1]]
    if "_" in parts[-1]:
        return [STOP, parts[-1]]
    if any("exception" in part for part in parts):  # the full name of a program's exception
        return [token for part in parts for token in (part, STOP)]
    return [NAME]


def words(tokens: list[str]) -> list[str]:
    """Return the tokens with compounds split, and scripts without blanks split into characters."""
    apart: list[str] = []
    for token in tokens:
        if token in MARKS or (token.isalpha() and token.isascii()):
            apart.append(token)
        elif token.endswith("n't"):
            apart += NEGATIVES.get(token, ["not"])
        elif not token.isascii() and any(map(is_dense, token)):
            apart += _by_character(token)
        elif token.startswith(ARTICLES) and len(token) > 4:
            article = next(each for each in ARTICLES if token.startswith(each))
            apart.append(token[len(article) :])
        elif any(map(str.isdigit, token)):
            apart.append(token)
        else:
            apart += token.replace("'", " ").replace("-", " ").replace("+", " ").split()
    return apart


def _by_character(token: str) -> list[str]:
    """Split a token into characters of such scripts, and the words of others between these."""
    spread = "".join(f" {each} " if is_dense(each) else each for each in token)
    return [part.strip(EDGES) or STOP for part in spread.split()]


def read(text: str, own: frozenset[str] = frozenset(), entry: bool = False) -> list[str]:
    """Return the words of a reply's text, with marks in place of names.

    ``entry`` says that the text may begin with the server's own name, as in greeting and farewell.
    """
    text = fold(text)
    if text[:1] == "[" or any(sign in text for sign in CODED):
        from .codes import spelled_out

        text = spelled_out(text)
    name, _, rest = text.partition(" ")
    if entry and rest.startswith(("esmtp", "smtp ", "service ", "error: ")):
        text = rest if name.isalnum() else text
    tokens = without_names(cut(text), own)
    if any(_may_be_constant(tokens, at) for at in range(len(tokens))):
        from .codes import constants_apart

        tokens = constants_apart(tokens, own)
    for at, token in enumerate(tokens[1:OPENING], 1):
        named = tokens[at - 2] == "for" and tokens[at - 1] in MARKS
        said = tokens[: at - 2 if named else at]
        begins = token == PAUSE and said[-1:] in FAILED and said[-2:-1] in LOGIN
        if begins and tokens[at + 1 : at + 2] != ["or"]:
            tokens[at] = STOP  # "Login failed, REASON" is "Login failed: REASON"
    return words(tokens)


def _may_be_constant(tokens: list[str], at: int) -> bool:
    """Tell whether a token may be a constant: "rate_limited", or a long word alone."""
    begins = not at or tokens[at - 1] in (STOP, PAUSE) or tokens[at - 1] in KEYS
    after = tokens[at + 1 : at + 2]
    alone = begins and all(each in (*MARKS, "missing") or each in BEGINNINGS for each in after)
    return "_" in tokens[at] or len(tokens[at]) > (LONG if alone else CERTAIN)
