"""Fuzzes the targets, with Python alone or with atheris where that is installed.

    python fuzz.py [TARGET [COUNT [SEED]]]      COUNT inputs of each target, or of one
    python fuzz.py TARGET --input FILE          that input alone, to see what comes of it
    python fuzz.py TARGET --atheris [OPTION...] guided by coverage; options are libFuzzer's

The first is repeatable: the same seed makes the same inputs. An input that makes a fault is written
to ``fault-TARGET-...`` in the working directory, and the exit code is 1.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
import traceback
from pathlib import Path

from seeds import SEEDS, WORDS
from targets import TARGETS

LONGEST = 20_000
# After so many inputs it is told how far it is: a run may be ended before its end.
TOLD = 50_000
# An input that takes longer, in seconds of processor time, is a fault too.
SLOW = 2.0


def main(words: list[str]) -> int:
    """Do what the command line says; return the exit code."""
    name, count, seed = [*words, *("", "10000", "1")[len(words) :]][:3]
    if name and name not in TARGETS:
        print(f"the targets are {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    if count == "--input":
        TARGETS[name](Path(seed).read_bytes())
        return 0
    if count == "--atheris":
        _guided(name, words[2:])
    names = [name] if name else list(TARGETS)
    return max([fuzz(each, int(count), int(seed)) for each in names])


def fuzz(name: str, count: int, seed: int = 1) -> int:
    """Give a target so many inputs; return 1 where one makes a fault."""
    draw = random.Random(f"{name} {seed}")
    known = list(SEEDS[name])
    began = time.process_time()
    for number in range(count):
        octets = known[number] if number < len(known) else mutated(draw, known)
        try:
            # A virtual machine that was stopped for a while may charge it to us: look again.
            if _spent(name, octets) > SLOW and (spent := _spent(name, octets)) > SLOW:
                raise TimeoutError(f"{spent:.1f} s of processor time")
        except Exception:
            traceback.print_exc()
            file = Path(f"fault-{name}-{hashlib.sha256(octets).hexdigest()[:12]}")
            file.write_bytes(octets)
            print(f"{name}: input {number} makes a fault, see {file}")
            return 1
        if (number + 1) % TOLD == 0 or number + 1 == count:
            spent = time.process_time() - began
            print(f"{name}: {number + 1} inputs, no fault, {spent:.1f} s", flush=True)
    return 0


def _spent(name: str, octets: bytes) -> float:
    """Give a target an input; return how long it took, in seconds of processor time."""
    before = time.process_time()
    TARGETS[name](octets)
    return time.process_time() - before


def mutated(draw: random.Random, known: list[bytes]) -> bytes:
    """Make an input of those that are known."""
    octets = bytearray(draw.choice(known))
    for _ in range(draw.choice((1, 1, 2, 3, 5, 9))):
        at = draw.randint(0, len(octets))
        end = min(len(octets), at + draw.choice((1, 1, 2, 4, 30)))
        what = draw.randrange(7)
        if what == 0:
            octets[at:at] = draw.choice(WORDS)
        elif what == 1:
            octets[at:end] = draw.choice(WORDS)
        elif what == 2:
            octets[at:end] = bytes(draw.randrange(256) for _ in range(draw.randint(0, 8)))
        elif what == 3:
            del octets[at:end]
        elif what == 4:
            octets[at:at] = octets[at:end] * draw.choice((1, 2, 50))
        elif what == 5:
            other = draw.choice(known)
            start = draw.randint(0, len(other))
            octets[at:] = other[start:]
        elif octets:
            octets[at % len(octets)] ^= 1 << draw.randrange(8)
    return bytes(octets[:LONGEST])


def _guided(name: str, options: list[str]) -> None:
    """Hand over to atheris; it does not return."""
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
