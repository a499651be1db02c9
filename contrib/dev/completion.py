"""Makes contrib/completion/, what shells need to complete options and values, from the options.

python contrib/dev/completion.py           write
python contrib/dev/completion.py --check   exit 1 where a file is stale
"""

from __future__ import annotations

import sys

from generated import write_or_check

from check_smtp_auth.options.table import OPTIONS, Option, each_option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "contrib/completion"
MADE = "# Completion for check_smtp_auth. Made by contrib/dev/completion.py from its options.\n"
BASH = """\
_check_smtp_auth() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} list=
    COMPREPLY=()
    # Readline takes the "=" of --tls=implicit for a word of its own.
    if [[ $word == "=" ]]; then
        word=
    elif [[ $before == "=" ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $before in
%s    esac
    mapfile -t COMPREPLY < <(compgen -W '%s' -- "$word")
}
complete -F _check_smtp_auth check_smtp_auth
"""
PREFIX = '-P "$list" '
# By the kind of a value: how each shell is told to complete it.
IN_BASH = {
    "file": 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word")',
    "directory": 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word")',
    "host": 'mapfile -t COMPREPLY < <(compgen -A hostname -- "$word")',
    "variable": 'mapfile -t COMPREPLY < <(compgen -e -- "$word")',
    "command": 'mapfile -t COMPREPLY < <(compgen -c -- "$word")',
}
IN_ZSH = {
    "file": "_files",
    "directory": "_files -/",
    "host": "_hosts",
    "variable": "_parameters -g '*export*'",
    "command": "_command_names -e",
}
IN_FISH = {
    "file": "-r -F",
    "directory": "-x -a '(__fish_complete_directories)'",
    "host": "-x -a '(__fish_print_hostnames)'",
    "variable": "-x -a '(set --names -x)'",
    "command": "-x -a '(__fish_complete_command)'",
}


def bash() -> str:
    """Bash, by its own means."""
    cases = [
        f"        {' | '.join(option.names)}) {_in_bash(option)} ;;\n"
        for option in each_option()
        if option.value
    ]
    names = " ".join(name for option in each_option() for name in option.names)
    return MADE + BASH % ("".join(cases), names)


def _in_bash(option: Option) -> str:
    """What completes an option's value."""
    choices = " ".join(option.choices)
    do = IN_BASH.get(option.kind, "")
    if _is_list(option):
        # Of NAME,NAME the last is completed.
        begin, end = 'list=${word%"${word##*,}"}', '"${word##*,}"'
        do = f"{begin}; {_chosen(choices, end, PREFIX)}; compopt -o nospace"
    elif choices:
        do = _chosen(choices, '"$word"')
    if not do:
        return "return"
    return f"[[ $word == -* ]] || {{ {do}; return; }}" if option.alone else f"{do}; return"


def _chosen(choices: str, word: str, more: str = "") -> str:
    """Complete a word by choices."""
    return f"mapfile -t COMPREPLY < <(compgen {more}-W '{choices}' -- {word})"


def zsh() -> str:
    """Zsh, by _arguments."""
    lines = [f"    {line}" for option in each_option() for line in _in_zsh(option)]
    return (
        "#compdef check_smtp_auth\n" + MADE + "_arguments -s -S \\\n" + " \\\n".join(lines) + "\n"
    )


def _in_zsh(option: Option) -> Iterator[str]:
    """The specifications of one option, one for each of its names."""
    others = "*" if option.repeats else f"({' '.join(option.names)})"
    text = option.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
    action = ""
    if option.value:
        choices = " ".join(option.choices)
        action = IN_ZSH.get(option.kind, "")
        if _is_list(option):
            action = f"_values -s , {option.key} {choices}"
        elif choices:
            action = f"({choices})"
        label = option.value.replace("[", "(").replace("]", ")").replace(":", "\\:")
        action = (":" if option.alone else "") + f":{label}:" + action
    for name in option.names:
        joint = "" if not option.value else "+" if len(name) == 2 else "="
        whole = f"{others}{name}{joint}[{text}]{action}"
        yield "'" + whole.replace("'", "'\\''") + "'"


def fish() -> str:
    """Fish, a line an option."""
    lines = ["complete -c check_smtp_auth -f"]
    for title, options in OPTIONS.items():
        lines.append(f"# {title}")
        for option in options:
            names = [f"-s {name[1:]}" for name in option.names if len(name) == 2]
            names += [f"-l {name[2:]}" for name in option.names if len(name) > 2]
            text = option.help.replace("\\", "\\\\").replace("'", "\\'")
            words = ["complete -c check_smtp_auth", *names, _in_fish(option), f"-d '{text}'"]
            lines.append(" ".join(filter(None, words)))
    return MADE + "\n".join(lines) + "\n"


def _in_fish(option: Option) -> str:
    """What completes an option's value."""
    if not option.value:
        return ""
    choices = " ".join(option.choices)
    if _is_list(option):
        return f'-x -a \'(__fish_complete_list , "string split \\\\  \\"{choices}\\"")\''
    return f"-x -a '{choices}'" if choices else IN_FISH.get(option.kind, "-x")


def _is_list(option: Option) -> bool:
    """Tell whether a value may be several of the choices, parted by commas."""
    return bool(option.choices) and option.value.endswith(",...")


def main() -> int:
    """Write the files, or check them."""
    return write_or_check(
        {
            f"{FOLDER}/check_smtp_auth.bash": bash(),
            f"{FOLDER}/_check_smtp_auth": zsh(),
            f"{FOLDER}/check_smtp_auth.fish": fish(),
        }
    )


if __name__ == "__main__":
    sys.exit(main())
