"""What a command prints: ``--password-command``, ``--token-command``, ``secrets-command``.

The command runs without a shell, in a session of its own: so it is killed with all its children,
and cannot ask anybody at a terminal.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import errno
import os

from .. import signals
from ..accounts import Misconfigured
from ..private_file import MAX_FILE, NotGiven, aside, read_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..net.loop import Steps

# Words that only a shell does not hand on to the command.
_OF_A_SHELL = frozenset(("|", "||", "&", "&&", ";", "<", ">", ">>", "2>/dev/null", "2>&1"))


def output_of(command: str, option: str, until: float, most: int = MAX_FILE) -> Steps[bytes]:
    """Run a command and return what it prints, ``most`` octets of it.

    Raises Misconfigured if it cannot be run, and NotGiven if it fails, or has not ended by
    ``until`` (monotonic); it is killed then.
    """
    words = _words(command, option)
    try:
        return (yield from printed(words, option, until, most))
    except NotGiven as problem:
        if not _OF_A_SHELL.isdisjoint(words):
            hint = "it runs without a shell: write sh -c '...' around a pipe or the like"
            raise NotGiven(f"{problem} ({hint})") from None
        raise


def printed(
    words: Sequence[str],
    option: str,
    until: float,
    most: int = MAX_FILE,
    empty_at: tuple[int, ...] = (),
    folders: tuple[str, ...] = (),
) -> Steps[bytes]:
    """Return the same for a command in words. Exit codes ``empty_at`` mean that nothing was
    printed; it is looked for in these ``folders`` too.
    """
    program = yield from aside(lambda: _find(words[0], option, folders), option, until)
    octets, theirs = os.pipe()
    try:
        pid = signals.undisturbed(lambda: _start(program, words, theirs))
    except OSError as error:
        os.close(octets)
        raise _cannot_run(option, (error.strerror or "").lower()) from None
    finally:
        os.close(theirs)
    try:
        return (
            yield from aside(lambda: _output(pid, octets, option, most, empty_at), option, until)
        )
    except Misconfigured as problem:
        raise NotGiven(str(problem)) from None
    finally:
        signals.end_child(pid)


def _words(command: str, option: str) -> list[str]:
    """Split a command line as a shell would; raises Misconfigured."""
    import shlex

    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words or "\0" in command:
        raise _cannot_run(option, "not a command line")
    return words


def _find(program: str, option: str, more: tuple[str, ...]) -> str:
    """Return the path of a program; raises Misconfigured.

    Its first octet is read here, since starting it would wait for its file system without a
    deadline.
    """
    folders = [""] if "/" in program else [*os.get_exec_path(), *more]
    paths = [os.path.join(folder, program) for folder in folders]
    path = next((each for each in paths if os.path.isfile(each) and os.access(each, os.X_OK)), None)
    if path is None:
        exists = any(map(os.path.exists, paths))
        if not exists and "/" not in program:
            raise _cannot_run(option, "its program was not found in PATH")
        raise _cannot_run(option, os.strerror(errno.EACCES if exists else errno.ENOENT).lower())
    try:
        with open(path, "rb") as file:
            file.read(1)
    except OSError:  # a program that may be run need not be readable
        pass
    return path


def _start(program: str, words: Sequence[str], output: int) -> int:
    """Start the command and return its process id, which is in ``signals.children`` then."""
    # If our parent ignored this signal, the system would not tell how a child ended.
    _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)
    _keep_descriptors()
    pid = os.posix_spawn(
        program,
        [*words],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, output, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
        setsid=True,
        setsigdef=(_signal.SIGPIPE, _signal.SIGXFSZ),  # Python ignores them
    )
    signals.children.add(pid)
    return pid


def _keep_descriptors() -> None:
    """Keep the descriptors that we inherited from being inherited by the command."""
    for name in os.listdir("/dev/fd"):
        try:
            if int(name) > 2:
                os.set_inheritable(int(name), False)
        except OSError:  # the one that listed them
            pass


def _output(pid: int, octets: int, option: str, most: int, empty_at: tuple[int, ...]) -> bytes:
    """Return what a command prints; raises NotGiven if it fails."""
    try:
        output = read_all(octets, most)
    finally:
        os.close(octets)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code in empty_at:
        return b""
    if code != 0:
        if len(output) == most:  # it was cut off
            raise NotGiven(f"{option} printed more than {most} bytes")
        how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        raise NotGiven(f"{option} {how}")
    return output


def _cannot_run(option: str, why: str) -> Misconfigured:
    """Say why a command cannot be run, without naming it."""
    return Misconfigured(f"{option} cannot be run: {why}")
