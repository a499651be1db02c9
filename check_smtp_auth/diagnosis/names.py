"""Marks bare words that stand where a server puts a name, as names. Pure."""

from __future__ import annotations

# Marks among the words: an e-mail address, an IP address, another name or number; the end of a
# clause, a comma and, before the end of a clause, the colon or question mark that it ends in.
ADDRESS, IP, NAME, STOP, PAUSE, COLON, ASKED = "@", "#", "~", ".", ",", ":", "?"
MARKS = (ADDRESS, IP, NAME, STOP, PAUSE, COLON, ASKED)


def word_set(words: str) -> frozenset[str]:
    """Return words as a set."""
    return frozenset(words.split())


# These texts are searched for a word with a blank on each side: for the few words of a reply, to
# make sets of them would cost more.

# Verbs after a name.
VERBS = (
    " is are was were has have had not cannot can can't could does do did will would may must "
    "isn't doesn't hasn't wasn't n'est est ist hat wurde está no ha "
)
# Words that are never names, such as articles.
NO_NAMES = (
    " a an the this that these your our my its his her their any all no it you us him which "
    "who and or at by in on from to for with within via as of than be been being currently "
    "temporarily permanently already also only still yet never abroad outside reached localhost "
    "today tomorrow now good ever nonpayment inactivity activation approval confirmation review "
    "change renewal deletion oauth2 xoauth2 accounts users customers sending receiving reading "
    "relaying submission delivery inbound outbound complaints "
)
BEFORE_IP = " ip address host client relay "  # not names either, before an IP address
# In "user token is expired" and "user account is locked" these are not the names of users.
NOUNS = (
    " password passwords passphrase passwd credentials token certificate user users account "
    "accounts username mailbox mailboxes domain domains name database directory mechanism method "
    "ip system service server session attempt attempts request address addresses email lookup "
    "verification policy auth authentication authorization login "
)
# A name follows these directly: the first whatever comes next, the others before a verb or an end.
BEFORE_ANY = " id ref reference ticket case "
BEFORE_NAME = (
    " user username uid account mailbox login alias sender recipient host client domain server "
    "helo ehlo helo/ehlo argument name hostname usuario utente utilisateur benutzer uživatel "
    "usuário użytkownik gebruiker kullanici пользователь conta cuenta compte konto "
)
BEFORE_LAST = " for from für pour para voor для dla "
# Not names after "from": "refused from Tor", "no answer from server".
NOT_FROM = (
    " server database backend ldap tor vpn proxy client host network certificate directory radius "
    "upstream provider storage kdc idp "
)
# Only after these are "as ops" and "by ops" names; "by policy" is not.
DOING = {
    "as": (
        " act send sent sending mail mailing disallowed authenticated login logged in relaying "
        "permitted allowed authorized used on "
    ),
    "by": " owned used sent user ",
    "to": " relay relaying mail delivery access message messages belong ",
}
FAILURES = " failed failure rejected refused denied failing fails "
ENDS = " from at on via using with in by "


def without_names(tokens: list[str], own: frozenset[str]) -> list[str]:
    """Return the tokens with a mark in place of each bare word that stands for a name.

    ``own`` are the names that we gave the server ourselves, folded.
    """
    cleared = list(tokens)
    for at, token in enumerate(tokens):
        said = f" {token} "
        if token in MARKS or said in NO_NAMES or said in VERBS or token[:-1].isdigit():
            continue
        before = tokens[at - 1] if at else STOP
        after = tokens[at + 1] if at + 1 < len(tokens) else STOP
        # In "From account disabled", "From" is the name of a header.
        earlier = tokens[at - 2] if at > 1 and tokens[:at] != ["from", before] else STOP
        if at == 1 and before == "from" and said in NOUNS:
            continue
        if (
            (token in own and not token.isalpha())
            or f" {before} " in BEFORE_ANY
            or _is_named(earlier, before, token, after, token in own)
        ):
            cleared[at] = NAME
    return cleared


def _is_named(earlier: str, before: str, token: str, after: str, own: bool) -> bool:
    """Tell whether a word is a name, by the words around it."""
    then = f" {after} "
    if after == IP and f" {token} " in BEFORE_IP:
        return False
    ends = after in MARKS or then in ENDS
    if f" {before} " in BEFORE_NAME and f" {token} " not in NOUNS:
        # "user ops is", and "for user ops."; but "user locked." is a sentence.
        known = own or f" {earlier} " in BEFORE_LAST or earlier in DOING
        return then in VERBS or (ends and known)
    if before in DOING:
        return ends and f" {earlier} " in DOING[before]
    if f" {before} " in BEFORE_LAST and not (before == "from" and f" {token} " in NOT_FROM):
        return ends or then in VERBS or then in FAILURES
    return own and (before in MARKS and (then in VERBS or ends))
