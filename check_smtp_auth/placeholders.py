"""Values that somebody else was to replace, by what they look like. Pure."""

from __future__ import annotations

# How a variable or a template's mark begins and ends: of a shell, Compose, Kubernetes, cmd.exe,
# Ansible and Helm, and what stands in documentation.
_MARKS = (("${", "}"), ("$(", ")"), ("%", "%"), ("{{", "}}"), ("<", ">"), ("@", "@"), ("__", "__"))


def is_placeholder(user: str) -> bool:
    """Tell whether a user name, or what stands before its @, looks like one. It may be meant all
    the same: to be asked where the name was refused.
    """
    for text in (user, user.partition("@")[0]):
        name = text[1:].replace("_", "")
        if text[:1] == "$" and name.isalnum() and name.isupper():
            return True
        if any(
            text.startswith(begin) and text.endswith(end) and len(text) > len(begin + end)
            for begin, end in _MARKS
        ):
            return True
    return False


# To be added to what is said of a file that such a path leads nowhere.
ONLY_A_SHELL = "only a shell replaces ~ and variables in it"


def is_for_a_shell(path: str) -> bool:
    """Tell whether only a shell would find the file: it has a variable in it, or a home."""
    return path.startswith("~") or "${" in path or "$(" in path or "$HOME" in path
