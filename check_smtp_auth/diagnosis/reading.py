"""From a reply's text to the words that the server itself says. Pure.

Servers put names into their sentences: addresses, users, hosts, ids, whole commands of ours.
A user may well be called "quota" and a host "spam". So the text is cleared before anything is
looked for in it:

1. ``fold``: one spelling: case folded (accents stay), one kind of quote and of blank.
2. ``cut``: into tokens. What stands in brackets or quotes, addresses, URLs, numbers and ids
   leave a mark at most, for that there was something.
3. ``without_names``: a bare word where a server puts a name ("for ops", "user ops is") is
   marked as well.
4. ``words``: compounds taken apart ("app-specific"), scripts without blanks by character.
"""

from __future__ import annotations

from .vocabulary import is_dense

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Marks among the words: an e-mail or IP address, other names or numbers; a clause's end, a comma.
ADDRESS, IP, NAME, STOP, PAUSE = "@", "#", "~", ".", ","
MARKS = (ADDRESS, IP, NAME, STOP, PAUSE)
LONGEST = 4_000  # more than any real refusal has
OF_HTTP = ("500", "502", "503", "504")  # a web server's own trouble, as a gateway hands it on
LONG = 7  # a constant of words has more letters


def _set(words: str) -> frozenset[str]:
    """Return words as a set."""
    return frozenset(words.split())


PAIRS = {"<": ">", "[": "]", "{": "}", "(": ")", '"': '"', "'": "'", "`": "'`"}
QUOTES = "\"'`"
# What a word may begin or end with that is no part of it.
EDGES = "\"'`()[]{}<>*#-_=~.,:;!?&/\\+$%^\u00bf\u00a1"
# A dot within a word makes it a host name, unless a sentence begins after it without a blank.
BEGINNINGS = _set("please contact try see learn your the this you check visit if for more")
# Verbs after a name.
VERBS = _set(
    "is are was were has have had not cannot can can't could does do did will would may must "
    "isn't doesn't hasn't wasn't n'est est a ist hat wurde está no ha"
)
# Words that are never names: articles and the like.
NO_NAMES = _set(
    "a an the this that these your our my its his her their any all no it you us him which "
    "who and or at by in on from to for with within via as of than be been being currently "
    "temporarily permanently already also only still yet never abroad outside reached localhost "
    "today tomorrow now good ever nonpayment inactivity activation approval confirmation review"
)
BEFORE_IP = _set("ip address host client relay")  # no names either, before an IP address
# "user token is expired" and "user account is locked" name no user called so.
NOUNS = _set(
    "password passphrase passwd credentials token certificate user users account accounts "
    "username mailbox mailboxes domain domains name database directory mechanism method ip "
    "system service server session attempt attempts request address addresses email lookup "
    "verification policy auth authentication authorization login"
)
# A name follows these at once, whatever comes after it; or with a verb or an end after it.
BEFORE_ANY = _set("id ref reference ticket case uid")
BEFORE_NAME = _set(
    "user username account mailbox login alias sender recipient host client domain server "
    "helo ehlo helo/ehlo argument name hostname usuario utente utilisateur benutzer uživatel "
    "usuário użytkownik gebruiker kullanici пользователь conta cuenta compte konto"
)
BEFORE_LAST = _set("for from für pour para voor для dla")
# Nobody's name after "from": "refused from Tor", "no answer from server".
NOT_FROM = _set("server database backend ldap tor vpn proxy client host network certificate")
# "as ops" and "by ops" tell whose name it is only after these; "by policy" names no one.
DOING = {
    "as": _set(
        "act send sent sending mail mailing disallowed authenticated login logged in relaying "
        "permitted allowed authorized used on"
    ),
    "by": _set("owned used sent user"),
    "to": _set("relay relaying mail delivery access message messages belong"),
}
# What Arabic writes as one with the word after it: "the", "and the", "with the", "for the".
ARTICLES = ("\u0627\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644")
# What may stand before a constant: "Error: ".
KEYS = _set("error reason code status message result errorcode detail response auth sorry")
FAILURES = _set("failed failure rejected refused denied failing fails")
ENDS = _set("from at on via using with in by")


def fold(text: str) -> str:
    """Write a text in one way: case folded, with the quotes, blanks and stops of ASCII."""
    text = text[:LONGEST].casefold().replace("...", ". ")
    if text.isascii():
        return text.replace("|", " - ").replace("\t", " ")
    from .spellings import addresses_apart, spellings

    return addresses_apart(text.translate(spellings()))


def cut(text: str) -> list[str]:
    """Cut a folded text into words and marks."""
    tokens: list[str] = []
    for opening, piece in _spans(text):
        if not opening:
            for chunk in piece.split():
                tokens += _tokens(chunk)
            continue
        inner = cut(piece)
        said = [token for token in inner if token not in MARKS]
        if opening == "(" and not said:
            tokens += [token for token in inner if token not in (STOP, PAUSE)]
        elif opening == "(" or _is_prose(inner, said) or (opening == "[" and "_" in "".join(said)):
            around = () if opening in QUOTES else (STOP,)
            tokens += (*around, *inner, *around)
        else:
            tokens.append(IP if IP in inner else ADDRESS if ADDRESS in inner else NAME)
    return tokens


def _is_prose(inner: list[str], said: list[str]) -> bool:
    """Tell whether what stands in brackets or quotes is the server's own sentence: three
    words and more, or a command's name of two.
    """
    if said in (["mail", "from"], ["rcpt", "to"], ["starttls"]):
        return True
    wordy = sum(word.replace("-", "").replace("'", "").isalpha() for word in said)
    return len(said) >= 2 and wordy == len(said) and (len(said) > 2 or NAME not in inner)


def _spans(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text in pieces: ("", outside), and with its opening what a pair encloses."""
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
            # "host[192.0.2.10]": the word that it is attached to is a name.
            before = before[: len(before.rstrip()) if before[-1:] == " " else before.rfind(" ") + 1]
        yield "", before
        yield character, inner
        at = start = end + 1
    yield "", text[start:]


def _closing(text: str, at: int, closers: str) -> int:
    """Return where the pair that opens at a place ends, or -1 if none does."""
    quoted = text[at] in QUOTES
    if quoted and at and (text[at - 1].isalnum() or text[at - 1] == "."):
        return -1  # an apostrophe
    for end in range(at + 1, min(len(text), at + 600)):
        if text[end] in closers and not (quoted and text[end + 1 : end + 2].isalnum()):
            return end
    return -1


def _is_ip(word: str) -> bool:
    """Tell whether a word is an IP address, as in an address literal or with a port too."""
    word = word.removeprefix("ipv6:") if word.startswith("ipv6:") else word
    if word.count(":") >= 2:
        return all(character in "0123456789abcdef:." for character in word)
    parts = word.partition(":")[0].partition("/")[0].split(".")
    return len(parts) == 4 and all(part.isdigit() for part in parts)


def _tokens(chunk: str) -> list[str]:
    """Return the tokens of what stands between two blanks."""
    word = chunk.strip(EDGES)
    last = chunk[len(chunk.rstrip(EDGES)) :] if word else chunk
    end = [STOP] if any(mark in last for mark in ":;!?") or last[:1] == "." else []
    end = end or ([PAUSE] if "," in last else [])
    if not word:
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
            return [*_tokens(head), *([STOP] if mark == ":" else []), *_tokens(tail), *end]
    if "/" in word or "," in word or ";" in word:
        parts = word.replace(",", " , ").replace(";", " ; ").replace("/", " ").split()
        return [token for part in parts for token in _tokens(part)] + end
    if "." in word:
        return _dotted(word) + end
    if last[:1] == "." and word in ("max", "min", "no", "approx", "nr", "e.g"):
        end = []
    return [word if not word.isdigit() or word in OF_HTTP else NAME, *end]


def _dotted(word: str) -> list[str]:
    """Return the tokens of a word with dots in it: a host name as a rule, or a number."""
    parts = [part for part in word.split(".") if part]
    if parts[0].startswith(("tls", "ssl")) and parts[-1].isdigit():
        return ["tls"]
    if parts[-1] in BEGINNINGS and len(parts) == 2:
        return [parts[0], STOP, parts[1]]
    if any("exception" in part for part in parts):  # a program's own, by its full name
        return [token for part in parts for token in (part, STOP)]
    return [NAME]


def without_names(tokens: list[str], own: frozenset[str]) -> list[str]:
    """Put the mark of a name where a bare word stands in the place of one.

    ``own`` are the names that we gave the server ourselves, folded.
    """
    cleared = list(tokens)
    for at, token in enumerate(tokens):
        if token in MARKS or token in NO_NAMES or token in VERBS or token[:-1].isdigit():
            continue
        before = tokens[at - 1] if at else STOP
        after = tokens[at + 1] if at + 1 < len(tokens) else STOP
        # "From account disabled" begins with the name of a header.
        earlier = tokens[at - 2] if at > 1 and tokens[:at] != ["from", before] else STOP
        if at == 1 and before == "from" and token in NOUNS:
            continue
        if (
            (token in own and not token.isalpha())
            or before in BEFORE_ANY
            or _is_named(earlier, before, token, after, token in own)
        ):
            cleared[at] = NAME
    return cleared


def _is_named(earlier: str, before: str, token: str, after: str, own: bool) -> bool:
    """Tell whether a word is a name by the words around it."""
    if after == IP and token in BEFORE_IP:
        return False
    ends = after in MARKS or after in ENDS
    if before in BEFORE_NAME and token not in NOUNS:
        # "user ops is", and "for user ops."; but "user locked." is a sentence.
        return after in VERBS or (ends and (own or earlier in BEFORE_LAST or earlier in DOING))
    if before in DOING:
        return ends and earlier in DOING[before]
    if before in BEFORE_LAST and not (before == "from" and token in NOT_FROM):
        return ends or after in VERBS or after in FAILURES
    return own and (before in MARKS and (after in VERBS or ends))


def words(tokens: list[str]) -> list[str]:
    """Take compounds apart, and scripts that are written without blanks."""
    apart: list[str] = []
    for token in tokens:
        if token in MARKS or (token.isalpha() and token.isascii()):
            apart.append(token)
        elif token.endswith("n't"):
            apart.append("cannot" if token == "can't" else "not")
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
    """Split a token into such characters, and the words of other scripts between them."""
    spread = "".join(f" {each} " if is_dense(each) else each for each in token)
    return [part.strip(EDGES) or STOP for part in spread.split()]


def read(text: str, own: frozenset[str] = frozenset(), entry: bool = False) -> list[str]:
    """Return the words of a reply's text, with the marks of what was cleared away.

    ``entry`` says that the server may begin with its own name, as in greeting and farewell.
    """
    text = fold(text)
    if "{" in text or "0x" in text or "data " in text:
        from .codes import spelled_out

        text = spelled_out(text)
    name, _, rest = text.partition(" ")
    if entry and rest.startswith(("esmtp", "smtp ", "service ", "error: ")):
        text = rest if name.isalnum() else text
    tokens = without_names(cut(text), own)
    if any(_may_be_constant(tokens, at) for at in range(len(tokens))):
        from .codes import constants_apart

        tokens = constants_apart(tokens, own)
    return words(tokens)


def _may_be_constant(tokens: list[str], at: int) -> bool:
    """Tell whether a token may be a program's constant: "rate_limited", or a long word alone."""
    begins = not at or tokens[at - 1] == STOP or tokens[at - 1] in KEYS
    alone = begins and all(each in MARKS or each in BEGINNINGS for each in tokens[at + 1 : at + 2])
    return "_" in tokens[at] or (alone and len(tokens[at]) > LONG)
