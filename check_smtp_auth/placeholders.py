"""Values that look like placeholders that nobody has replaced. Pure."""

from __future__ import annotations

# How a variable or a template's mark begins and ends: of a shell, Compose, Kubernetes, cmd.exe,
# Ansible and Helm, and of documentation.
_MARKS = (("${", "}"), ("$(", ")"), ("%", "%"), ("{{", "}}"), ("<", ">"), ("@", "@"), ("__", "__"))


def is_placeholder(user: str) -> bool:
    """Tell whether a user name, or its part before the @, looks like one. It may still be a real
    name: ask only if it was refused.
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


# Added to the error that there is no file, if its path is one of these.
ONLY_A_SHELL = "only a shell replaces ~ and variables in it"


def is_for_a_shell(path: str) -> bool:
    """Tell whether only a shell would find the file: its path has a variable or ~ in it."""
    return path.startswith("~") or "${" in path or "$(" in path or "$HOME" in path
