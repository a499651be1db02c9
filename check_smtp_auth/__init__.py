"""check_smtp_auth: tells whether an SMTP credential still works, and if not, why.

In the order in which a run passes through them: ``cli`` and ``options`` (what the user asked
for), ``accounts_file`` and ``configs`` (accounts from files), ``credentials`` and ``tokens`` (where
the secret comes from), ``state`` (the history, and whether a login may be tried), ``probe`` with
``net``, ``smtp``, ``sasl`` and ``mask`` (the facts), ``diagnosis`` (the judgement), ``report`` (the
words). CONTRIBUTING.md has the whole list.
"""

__version__ = "0.2.0"
