"""The same check as it is written in an afternoon: smtplib and nagiosplugin, nothing else.

``python smtplib_check.py HOST PORT USER PASSWORD_FILE``
"""
# mypy: allow-subclassing-any, allow-untyped-decorators

import argparse
import smtplib
import ssl
import time

import nagiosplugin


class Login(nagiosplugin.Resource):
    """One login with STARTTLS and AUTH LOGIN."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        """Take where to log in, and as whom."""
        self.arguments = arguments

    def probe(self) -> nagiosplugin.Metric:
        """Log in, and return how long it took."""
        began = time.monotonic()
        with open(self.arguments.password_file, encoding="utf-8") as file:
            password = file.readline().rstrip("\n")
        with smtplib.SMTP(self.arguments.host, self.arguments.port, timeout=10) as server:
            server.starttls(context=ssl.create_default_context())
            server.login(self.arguments.user, password, initial_response_ok=False)
        return nagiosplugin.Metric("time", time.monotonic() - began, "s")


@nagiosplugin.guarded
def main() -> None:
    """Check one account."""
    parser = argparse.ArgumentParser()
    for name in ("host", "port", "user", "password_file"):
        parser.add_argument(name)
    nagiosplugin.Check(Login(parser.parse_args()), nagiosplugin.ScalarContext("time")).main()


if __name__ == "__main__":
    main()
