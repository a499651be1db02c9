"""What is fuzzed: a function for each way by which octets of others come in.

A target takes octets, and does with them what the plugin does. What it may raise is caught in it;
whatever else comes out of it, an AssertionError too, is a fault. ``SEEDS`` has for each some
inputs to begin with, among them those that once were faults.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import import_module
from typing import Any, Callable

from check_smtp_auth import certificate, chain, cli
from check_smtp_auth.accounts import (
    Account,
    Misconfigured,
    Origin,
    Policy,
    Program,
    Source,
    Trust,
)
from check_smtp_auth.accounts_file.entries import entries, find
from check_smtp_auth.accounts_file.sections import File
from check_smtp_auth.configs import KINDS, all_kinds
from check_smtp_auth.configs.reading import Contents, Listing, Rights, Variable
from check_smtp_auth.credentials import netrc, program
from check_smtp_auth.credentials.answers import Answers
from check_smtp_auth.diagnosis import diagnose, misconfigured
from check_smtp_auth.mask import NOT_SHOWN, Mask, masked
from check_smtp_auth.mask.stars import ordinary_words
from check_smtp_auth.observation import (
    Certificate,
    FailedConnect,
    Failure,
    Kind,
    MechanismFacts,
    Observation,
    Stage,
    Times,
    TLSFacts,
)
from check_smtp_auth.options.origin import account_from, chosen, known_from, names_of, origin_of
from check_smtp_auth.options.parser import HelpShown, Question, UsageError, parse
from check_smtp_auth.outcome import History, Outcome
from check_smtp_auth.outputs import OUTPUTS, wanted
from check_smtp_auth.printable import clean
from check_smtp_auth.report import as_json, explain, nagios
from check_smtp_auth.sasl import Credential
from check_smtp_auth.sasl.choice import Skip
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.capabilities import Capabilities
from check_smtp_auth.smtp.conversation import ASK_LEAVE, START_TLS, Command, Conversation, Work
from check_smtp_auth.smtp.dialogue import Dialogue, Plan
from check_smtp_auth.smtp.reply import MAX_REPLY, NEED_DATA, ProtocolViolation, Reply, ReplyReader
from check_smtp_auth.state import memory, server, tries, version1
from check_smtp_auth.tokens import (
    answers,
    client,
    description,
    device,
    endpoint,
    message,
    url,
)
from check_smtp_auth.tokens.client import TokenUnavailable

NOW = 1_800_000_000.0
USER, SECRET = "user@example.test", "corr3ct/h@rse?"
HOST = "mail.example.test"
ACCOUNT = Account(HOST, 587, USER, Source("file", "/x"), "starttls", Trust(), HOST)
BROKEN = misconfigured(ACCOUNT, "nothing there", Policy())
NO_HISTORY = History()
FACTS = TLSFacts("TLSv1.3", "AES", True, None, bindings={"tls-exporter": b"exported"})


def replies(octets: bytes) -> None:
    """Octets to replies, however they are cut, and what a reply is taken to mean."""
    whole, cut = _replies(octets, len(octets) or 1), _replies(octets, 7)
    assert whole == cut, "it depends on how they arrive"
    for reply in whole:
        assert 200 <= reply.code < 600
        explain.explain(f"{reply.code} {reply.text}", as_json=False, verbosity=1)


def _replies(octets: bytes, size: int) -> list[Reply]:
    """Read what comes in pieces of a size."""
    reader, found = ReplyReader(), []
    pieces = [octets[at : at + size] for at in range(0, len(octets), size)]
    try:
        for piece in (*pieces, b""):
            reader.receive_data(piece)
            while isinstance(event := reader.next_event(), Reply):
                found.append(event)
            assert len(reader.unread) <= MAX_REPLY
    except ProtocolViolation as violation:
        require_harmless(clean(str(violation)))
    return found


def conversation(octets: bytes) -> None:
    """A whole conversation: what a server says after each of our lines, parted by NUL."""
    kind, *said = octets.split(b"\0")
    implicit = kind[:1] == b"i"
    plan = Plan(
        tls="implicit" if implicit else "starttls",
        hello="client.example.test",
        credential=Credential(USER, Secret(SECRET.encode()), host=HOST, port=587),
        wanted=(),
        clear_allowed=False,
        random_octets=lambda count: bytes(range(count)),
    )
    dialogue = Dialogue(plan, FACTS if implicit else None)
    talk = Conversation(dialogue, lambda: 0.0)
    lines = _lead(talk, said)
    assert sum(line.startswith(b"AUTH") for line in lines) <= 1
    times = Times(0.1, 0.2, talk.auth_time, 0.3)
    seen = Observation(times=times, tls=FACTS, address="192.0.2.1", **talk.facts())
    mask = Mask(Secret(SECRET.encode()), ACCOUNT.names)
    for response in talk.secrets:
        mask.also_hide(response.reveal())
    report(masked(seen, mask))


def _lead(talk: Conversation, said: list[bytes]) -> list[bytes]:
    """Lead it to its end, and return what we said."""
    lines = []
    while (event := talk.next_event()) is not None:
        if isinstance(event, Command):
            assert event.line is not None
            lines.append(event.line.reveal())
            assert b"\r" not in lines[-1] and b"\n" not in lines[-1]
        elif event is NEED_DATA:
            talk.receive_data(said.pop(0) if said else b"")
        elif event is START_TLS:
            talk.answer(FACTS)
        elif event is ASK_LEAVE:
            talk.answer(True)
        else:
            assert isinstance(event, Work)
            talk.answer(event.function())
    return lines


def certificates(octets: bytes) -> None:
    """A certificate as a server sends it."""
    found = certificate.read(octets)
    certificate.end_point(octets)
    certificate.survey([octets, octets])
    chain.path([octets, octets], [octets], NOW)
    if found is not None:
        for look in (chain.weak_key, chain.weak_signature, chain.is_for_servers):
            look(octets)
        chain.is_authority(octets)
        chain.path_length(octets)
        seen = Observation(None, Times(0.1, 0.2, 0.3, 0.4), tls=FACTS.replace(certificate=found))
        report(seen)


def state(octets: bytes) -> None:
    """What is remembered, in files and in their names; what cannot be read is a ValueError."""
    for text in (octets, memory.dump(memory.Memory(user=octets.decode("utf-8", "replace")))):
        try:
            found = memory.load(text)
        except ValueError:
            continue
        assert memory.load(memory.dump(found)) == found
    server.load(octets)
    version1.rejected(octets)
    version1.account(version1.HEAD + octets, "a")
    names = octets.decode("utf-8", "replace").split("\n")
    for entry in tries.parse(names):
        tries.is_over(entry, NOW)
        tries.ended(entry, NOW)


def tokens(octets: bytes) -> None:
    """What a token endpoint answers: HTTP, and JSON in it; what one for device codes does; and a
    URL of one, or one that a browser ends at.
    """
    sent = [Secret(SECRET.encode())]
    for ended in (False, True):
        try:
            answer = message.parse(octets, ended)
            if answer is not None:
                answers.read(answer.status, answer.body, sent)
        except (message.NotHTTP, TokenUnavailable) as error:
            require_harmless(clean(str(error)))
    try:
        heard = answers.Heard(message.Answer(200, "", octets), sent, NOW)
        code = device.device_code(heard.fields())
        assert all(line.isprintable() for line in device.instructions(code, "finance", 60.0))
        assert code.lifetime > 0 < code.interval
    except TokenUnavailable as error:
        require_harmless(clean(str(error)))
    url.fields_of(octets.decode("utf-8", "replace"))
    try:
        answers.read(400, octets, sent)
    except TokenUnavailable as error:
        assert SECRET not in error.detail
    try:
        place = url.split(octets.decode("utf-8", "replace"))
    except url.InvalidURL:
        return
    endpoint._request(place, {"client_secret": SECRET})
    f"{place.name}{place.local}".encode("ascii")


def descriptions(octets: bytes) -> None:
    """An OAuth client description, and Google's key file."""
    for read in (_description, description._service_account):
        try:
            read(octets)
        except Misconfigured as problem:
            require_harmless(clean(str(problem)))


def _description(octets: bytes) -> None:
    """Read the INI file."""
    try:
        keys = description._keys(octets.decode("utf-8"))
    except UnicodeDecodeError:
        return
    grant = description._grant(keys, client.GRANTS)
    description._endpoint(keys, description._provider(keys, grant), grant)


def accounts(octets: bytes) -> None:
    """A file of accounts, and what is told of each of them in every form for many."""
    try:
        file = File("/etc/smtp.ini", "/etc", octets.decode("utf-8"))
    except UnicodeDecodeError:
        return
    found = list(entries([file], {}, lambda text: text))
    for entry in found:
        require_harmless(clean(entry.problem))
        assert [each.account for each in find([file], entry.account.name, {}, str)] or entry.problem
    told = [
        Outcome(
            each.account, each.policy, None, BROKEN, Times(None, None, None, 0.1), NOW, place=at
        )
        for at, each in enumerate(found)
    ]
    for output in OUTPUTS.values():
        report = import_module(f"check_smtp_auth.report.{output.module}")
        pieces, code = report.render_many(told, lambda: 1.0)
        assert code in range(4)
        text = pieces if isinstance(pieces, str) else b"".join(pieces).decode("utf-8")
        assert text.replace("\n", "").isprintable()


class _InMemory(program._Reading):
    """A reading whose files, and whatever programs print, are given here, one after the other."""

    def __init__(self, wanted: Program, texts: list[str]) -> None:
        """Nothing is read yet."""
        super().__init__(wanted, False, Answers())
        self._texts = iter(texts)

    def read(self) -> program.Logins:
        """Have it read to its end."""
        asked = self.begin()
        while asked is not None:
            asked = self._go_on(next(self._texts, ""))
        return self.logins()

    def _answer(self, wanted: Any) -> Any:
        """Answer from the texts; when they are over, there is nothing more."""
        if isinstance(wanted, Rights):
            return 1.0
        if isinstance(wanted, Listing):
            return []
        if isinstance(wanted, Variable):
            return "/home/x" if wanted.name == "HOME" else None
        assert isinstance(wanted, Contents)
        text = next(self._texts, None)
        if text is None and not wanted.optional:
            raise Misconfigured(f"{wanted.path}: there is no such file")
        return text if text is None else wanted.of(text)


def configs(octets: bytes) -> None:
    """The configuration of a program: its kind, a name and --from-keys, and texts, parted by
    NUL; another kind than there is stands for one.
    """
    head, *texts = (each.decode("utf-8", "replace") for each in octets.split(b"\0"))
    kind, name, *pairs = [*head.split("\n"), "", ""]
    kinds = all_kinds()
    kind = kind if kind in kinds else kinds[sum(kind.encode()) % len(kinds)]
    generic = kind in KINDS and KINDS[kind].generic
    parted = (pair.partition("=") for pair in pairs if generic and "=" in pair)
    keys = {part: key for part, _, key in parted if key}
    wanted = Program(kind, "/x/conf", name, keys)
    try:
        origin_of([{"from": wanted, "from_keys": keys}])
    except UsageError:
        return
    try:
        logins = _InMemory(wanted, texts).read()
        for found in (*logins.found, chosen(logins.found, wanted)):
            known_from(found, Origin(wanted, {}))
            account = account_from(found, Origin(wanted, {}), logins.mark, logins.changed)
            assert repr(account.source.secret) in ("***", "None")
    except Misconfigured as problem:
        # Names are told: keys and files are the user's own, those of accounts are chosen by.
        said = str(problem).rpartition(": ")[2]
        assert SECRET not in said or SECRET in head or " configured" in str(problem)
        assert "cannot be understood" not in str(problem), "a reader has raised something else"
        require_harmless(clean(str(problem)))
    else:
        assert len(set(names_of(logins.found))) == len(logins.found)


def netrcs(octets: bytes) -> None:
    """A netrc file."""
    try:
        text = octets.decode("utf-8")
        user, secret = netrc.find(text, HOST, None)
        assert user and secret.reveal()
    except (UnicodeDecodeError, Misconfigured):
        pass


def arguments(octets: bytes) -> None:
    """A command line, its words parted by line ends."""
    words = [word.decode("utf-8", "surrogateescape") for word in octets.split(b"\n")]
    try:
        request = parse(words)
        if isinstance(request, Question):
            require_harmless(explain.explain(request.text, False, request.verbosity))
    except HelpShown:
        pass
    except UsageError as error:
        require_harmless(clean(str(error)))
        text, code = cli._usage_error(words, str(error))
        assert code == (0 if "--exit-zero" in words else 3)
        assert "\n" not in text or "<<<local>>>" in text
        if text.startswith("{"):
            json.loads(text)
    wanted(words)


def masks(octets: bytes) -> None:
    """A secret in the first line, and a reply that may have it in the others."""
    secret, *lines = octets.split(b"\n")
    said = tuple(line.decode("utf-8", "replace") for line in lines)
    mask = Mask(Secret(secret), ACCOUNT.names)
    mask.also_hide(secret)
    shown = mask.lines(said)
    assert len(shown) == len(said)
    try:
        word = secret.decode("utf-8").strip()
    except UnicodeDecodeError:
        return
    if len("".join(filter(str.isalnum, word))) >= 6 and not _is_public(word):
        assert all(word not in line for line in shown)


def _is_public(word: str) -> bool:
    """Tell whether a secret is one that need not be hidden: part of a name of ours, of a word that
    servers use, or of the words by which it is hidden.
    """
    return word.casefold().encode() in _public_words()


@lru_cache(None)
def _public_words() -> bytes:
    """All of these, each in a line: a secret has no line end in it."""
    names = (name.encode() for name in (*ACCOUNT.names, *NOT_SHOWN))
    return b"\n".join((*names, *ordinary_words()))


def outcomes(octets: bytes) -> None:
    """The report of an outcome whose every text is theirs."""
    texts = [part.decode("utf-8", "surrogateescape") for part in octets.split(b"\0")]
    texts += [""] * (8 - len(texts))
    one, two, *lines = texts
    reply = Reply(535, tuple(lines))
    found = Certificate(b"", one, two, 0, 2_000_000_000, tuple(lines), one)
    hello = Capabilities(one, {"AUTH": two, two: one})
    seen = Observation(
        Failure(Stage.AUTH, Kind.REPLY, one, reply),
        Times(0.1, 0.2, 0.3, 0.4),
        one,
        (FailedConnect(one, Kind.REFUSED, two),),
        TLSFacts(one, two, True, found, (one,)),
        hello,
        hello,
        one,
        {two: Skip.UNKNOWN, one: Skip.RANK},
        MechanismFacts(error=one, token_status=two, token_scope=one),
    )
    report(seen, [one, two], History(NOW, NOW, NOW + 60, state_dir=one))


def report(seen: Observation, words: Any = (), history: History = NO_HISTORY) -> None:
    """Judge what was seen, and tell it in every form."""
    verdict = diagnose(ACCOUNT, seen, Policy(), NOW)
    outcome = Outcome(ACCOUNT, Policy(), seen, verdict, seen.times, NOW, history)
    for verbosity in (0, 3):
        text, code = nagios.render([outcome], verbosity, words)
        first, *others = text.split("\n")
        assert code in range(4)
        assert first.startswith("SMTP_AUTH ") and first.count("|") == 1
        assert not any("|" in line for line in others)
        assert len(text.encode("utf-8")) < (1_048_576 if verbosity else 8_192)
        require_harmless(text.replace("|", ""))
    text, _ = as_json.render([outcome])
    assert len(text.encode("utf-8")) < 8_192
    assert json.loads(text)["accounts"][0]["diagnosis"] == verdict.slug
    require_harmless(text.replace('"', ""))


def require_harmless(text: str) -> None:
    """Fail where text has what would act on whoever is handed it."""
    assert text.replace("\n", "").isprintable(), ascii(text)
    if not text.startswith("{"):
        assert '"' not in text, text
    for sign in ("\\", "<", ">", "`", "$(", "${", "|"):
        assert sign not in text, (sign, text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "replies": replies,
    "conversation": conversation,
    "certificates": certificates,
    "state": state,
    "tokens": tokens,
    "descriptions": descriptions,
    "accounts": accounts,
    "configs": configs,
    "netrc": netrcs,
    "arguments": arguments,
    "masks": masks,
    "outcomes": outcomes,
}
