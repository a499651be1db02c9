"""--explain: what a diagnosis or a server's reply means, without using the network."""

from __future__ import annotations

from ..diagnosis.catalogue import CATALOGUE, Entry, entry_named
from ..diagnosis.refusals import decide
from ..diagnosis.stages import entry_at
from ..observation import Stage
from ..options.parser import UsageError
from ..printable import clean
from ..smtp.reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import StageName

STAGES: tuple[StageName, ...] = (
    Stage.GREETING,
    Stage.EHLO,
    Stage.STARTTLS,
    Stage.AUTH,
    Stage.MAIL,
    Stage.RCPT,
)


def explain(text: str, as_json: bool, verbosity: int = 0) -> str:
    """Return the explanation of one diagnosis, or for "" of all of them; with verbosity, also
    which words of a reply decide.

    Raises UsageError if the text is neither a diagnosis nor a reply.
    """
    entries, why = list(CATALOGUE), ""
    if text:
        entry, why = _entry(text)
        entries = [entry]
    if as_json:
        import json

        objects = [_object(entry) for entry in entries]
        return json.dumps(objects if not text else objects[0], ensure_ascii=False)
    lines = [line for entry in entries for line in (*_words(entry), "")]
    lines[-1:] = [why] if verbosity and why else []
    return "\n".join(map(clean, lines))


def _entry(text: str) -> tuple[Entry, str]:
    """Return the diagnosis of a name or a reply, and for a reply what decides."""
    named = entry_named(text)
    if named is not None:
        return named, ""
    stage, reply = read_reply(text)
    decision = decide(stage, reply)
    if decision.row is None:
        why = f"Decided by the code at this stage ({stage}): none of its words are known."
    else:
        why = f"Decided by the words '{decision.words}', at {stage}."
    return entry_at(decision.slug, stage), why


def read_reply(text: str) -> tuple[StageName, Reply]:
    """Parse a pasted reply; return its stage (AUTH unless it is named in front) and the reply."""
    front, colon, rest = text.partition(":")
    named = next((each for each in STAGES if colon and each == front.strip().lower()), None)
    text = rest if named else text
    lines = [line.strip() for line in text.replace("\\n", "\n").splitlines() if line.strip()]
    code = lines[0][:3] if lines else ""
    is_code = code.isascii() and code.isdigit() and len(code) == 3 and code[0] in "2345"
    if not is_code or lines[0][3:4].isalnum():
        raise UsageError("--explain takes a diagnosis, or a reply that starts with its code")
    return named or Stage.AUTH, Reply(int(code), tuple(_without_code(line, code) for line in lines))


def _without_code(line: str, code: str) -> str:
    """Return a line without the reply code, which people may paste or not."""
    return line[4:] if line.startswith(code) and line[3:4] in ("", " ", "-") else line


def _words(entry: Entry) -> tuple[str, str, str]:
    """Return the lines that explain a diagnosis."""
    first = f"{entry.slug} ({entry.state}): {entry.says}"
    return first, entry.explanation, f"To do: {entry.advice}"


def _object(entry: Entry) -> dict[str, str]:
    """Return a diagnosis as an object."""
    return {
        "diagnosis": entry.slug,
        "state": entry.state,
        "explanation": clean(entry.explanation),
        "advice": clean(entry.advice),
    }
