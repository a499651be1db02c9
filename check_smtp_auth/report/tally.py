"""How many accounts are in which state, and which have the same problem; the first line. Pure.

What accounts of one server have in common (it does not answer, its certificate expired) is one
problem, reported once; so is what is wrong here (a command for the secrets of all fails).
"""

from __future__ import annotations

from ..diagnosis import label
from ..diagnosis.catalogue import CRITICAL, OK, SEVERITY, STATES, UNKNOWN, entry_named
from ..printable import LINE_LIMIT, clean
from .many import name_of, octets
from .text import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..accounts import Account
    from ..diagnosis.catalogue import State
    from ..outcome import Outcome

    # The kind of problem, its negative severity, the account's place.
    Order = tuple[int, int, int]

# What a server does to any client, whatever the account.
OF_THE_SERVER = frozenset(
    (
        *("dns-failed", "connection-refused", "unreachable", "timeout", "connection-lost"),
        *("protocol-error", "server-unavailable", "starttls-unavailable", "starttls-injection"),
        *("tls-failed", "certificate-untrusted", "certificate-expired"),
        *("certificate-name-mismatch", "certificate-expiring", "auth-not-offered"),
    )
)
# What a server may do to all clients, and does if it says the same to each.
IF_SAID_ALIKE = frozenset(
    (
        *("temporary-failure", "rate-limited", "client-not-allowed", "mechanism-unavailable"),
        "encryption-required",
    )
)
# Problems of an account that are reported once if several accounts of a server have them.
SLOW, DRIFTED = "slow", "drifted"
# Where the problem is if not at a server; and which are one problem if all say the same.
HERE = "this host"
OF_THIS_HOST = ("misconfigured", "unguarded")
# How many accounts of a problem are named, and how long its words may be.
NAMES, LONGEST_WORDS = 3, 120
# The kinds of problems, worst first: the words for one, and for more.
FAILS, NEEDS_CARE, UNCHECKED, WELL = range(4)
KINDS = (
    ("does not work", "do not work"),
    ("needs attention", "need attention"),
    ("could not be checked", "could not be checked"),
)


class Member:
    """What is kept of an account with a problem for the report. ``rank`` is the smaller, the
    worse the problem is; members of one ``group`` share their problem.
    """

    __slots__ = ("group", "name", "place", "rank", "used_by", "words")

    def __init__(self, outcome: Outcome) -> None:
        """Take what is needed of the outcome."""
        self.place = outcome.place
        self.rank = rank(outcome)
        self.name = name_of(outcome.account)
        self.words = words(outcome)
        self.used_by = outcome.account.used_by
        self.group = group(outcome)

    @property
    def order(self) -> Order:
        """The order in the report: worst first, then as in the file."""
        return (*self.rank, self.place)

    @property
    def key(self) -> object:
        """What identifies the problem."""
        return self.place if self.group is None else self.group


class Tally:
    """Counts the outcomes, and collects the problems."""

    def __init__(self) -> None:
        """Begin without any outcome."""
        self.counts = dict.fromkeys(STATES, 0)
        self.members: list[Member] = []
        # Of those that are OK: not tried; tried without a result; not working, as expected.
        self.untried = self.undecided = self.odd = 0

    def add(self, outcome: Outcome) -> Member | None:
        """Count an outcome; return what is kept of it if it is a problem."""
        verdict = outcome.verdict
        self.counts[verdict.state] += 1
        if verdict.state != OK:
            self.members.append(Member(outcome))
            return self.members[-1]
        self.untried += verdict.slug == "held"
        if not accepted(outcome):
            undecided = is_undecided(outcome)
            self.undecided += undecided
            self.odd += not undecided
        return None

    @property
    def state(self) -> State:
        """The worst state, UNKNOWN without any account."""
        found = [state for state in STATES if self.counts[state]]
        return max(found, key=SEVERITY.__getitem__, default=UNKNOWN)

    def problems(self) -> list[list[Member]]:
        """Return the problems, worst first, each as the accounts that have it."""
        found: dict[object, list[Member]] = {}
        for member in sorted(self.members, key=lambda member: member.order):
            found.setdefault(member.key, []).append(member)
        return list(found.values())

    def summary(self, seconds: float) -> str:
        """Return the first line's text for a run that took so many seconds."""
        total = sum(self.counts.values())
        if not total:
            return "no accounts to check"
        if not self.members:
            return f"{self._well(total)}, in {seconds:.3f} s"
        problems = self.problems()
        kinds = [[each for each in problems if each[0].rank[0] == kind] for kind in range(3)]
        room = LINE_LIMIT * 8 // 10 // sum(map(bool, kinds))
        parts: list[str] = []
        for found, (one, more) in zip(kinds, KINDS):
            count = sum(map(len, found))
            if count:
                of = "" if parts else f" of {counted(total, 'account')}"
                says = one if count == 1 else more
                parts.append(f"{count}{of} {says}: {listed(found, room)}")
        return clean("; ".join(parts))

    def _well(self, total: int) -> str:
        """Return the words for a run without a problem."""
        what = "is as expected" if self.odd else "works"
        if total > 1:
            what = "are as expected" if self.odd else "work"
        accounts = f"all {total} accounts" if total > 1 else "1 account"
        parts = {"not tried": self.untried, "undecided": self.undecided}
        some = [
            f", {f'{count} of them ' if total > 1 else ''}{told} this time"
            for told, count in parts.items()
            if count
        ]
        return f"{accounts} {what}{''.join(some)}"


def accepted(outcome: Outcome) -> bool:
    """Tell whether the login succeeded, now or when it was last tried, and all that followed."""
    if outcome.verdict.slug == "held":
        return outcome.history.held_diagnosis == "authenticated"
    return outcome.observation is not None and outcome.observation.failure is None


def is_undecided(outcome: Outcome) -> bool:
    """Tell whether a login without a result is OK because it was before, and not because the
    user expected the refusal or mapped the diagnosis to OK.
    """
    slug, policy = outcome.verdict.slug, outcome.policy
    wanted = slug == "held" or policy.expect_rejected or policy.states.get(slug) == OK
    return not wanted and not accepted(outcome)


def rank(outcome: Outcome) -> tuple[int, int]:
    """Return how bad an outcome is, smaller for worse: its kind, then its state."""
    state = outcome.verdict.state
    kind = NEEDS_CARE
    if state == UNKNOWN:
        kind = UNCHECKED
    elif state == CRITICAL and outcome.verdict.slug != "misconfigured" and not accepted(outcome):
        kind = FAILS
    return kind, -SEVERITY[state]


def words(outcome: Outcome) -> str:
    """Return a problem in a few words."""
    slug, last = outcome.verdict.slug, outcome.history.held_diagnosis
    mechanism = outcome.observation.mechanism if outcome.observation else None
    told = [slug, last] if slug == "held" and last and last != "authenticated" else [slug]
    entries = filter(None, (entry_named(each, mechanism) for each in told))
    says = "; ".join(entry.says for entry in entries)
    return clean(problem(outcome) if slug == "misconfigured" else says, LONGEST_WORDS)


def problem(outcome: Outcome) -> str:
    """Return the verdict's summary without the account that it starts with."""
    summary, account = outcome.verdict.summary, label(outcome.account)
    return summary[len(account) :].lstrip(": ") if summary.startswith(account) else summary


def group(outcome: Outcome) -> tuple[str, ...] | None:
    """Return what identifies a problem that accounts of one server or of this host share; None if
    it is the account's own.
    """
    slug = outcome.verdict.slug
    if slug in OF_THIS_HOST:
        return HERE, slug, outcome.verdict.state, problem(outcome)
    waits = slug == "held" and outcome.history.held_diagnosis in (None, "authenticated")
    alike = slug in IF_SAID_ALIKE or slug == DRIFTED
    if not (waits or alike or slug in OF_THE_SERVER or slug == SLOW):
        return None
    said = problem(outcome) if alike else ""
    return server(outcome.account), slug, outcome.verdict.state, said


def server(account: Account) -> str:
    """Return a server's name and port."""
    return label(account.replace(user=None))


def named(members: Sequence[Member]) -> str:
    """Return a problem and the accounts that have it, for the first line."""
    first = members[0]
    if first.group is None or len(members) == 1:
        return f"{first.name} ({first.words})"
    return f"{names(members)} ({first.group[0]}: {first.words})"


def names(members: Sequence[Member]) -> str:
    """Return the first names, and how many more there are: "a, b, c and 117 more"."""
    told = ", ".join(member.name for member in members[:NAMES])
    more = len(members) - NAMES
    return f"{told} and {more} more" if more > 0 else told


def listed(problems: Sequence[Sequence[Member]], room: int) -> str:
    """Return problems joined by commas: the first and as many as fit into ``room`` octets, and how
    many accounts have others.
    """
    told: list[str] = []
    left = sum(map(len, problems))
    for members in problems:
        part = named(members)
        room -= len(octets(part)) + 2
        if told and room < 0:
            return f"{', '.join(told)} and {left} more"
        told.append(part)
        left -= len(members)
    return ", ".join(told)
