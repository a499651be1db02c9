"""check_smtp_auth: tells whether an SMTP credential still works, and if not, why.

The rooms, in the order a run passes through them: ``cli`` and ``options`` (what the
user asked for), ``credentials`` (where the secret comes from), ``probe`` with ``net``,
``smtp`` and ``sasl`` (the facts), ``diagnosis`` (the judgement), ``report`` (the words).
"""

__version__ = "0.2.0"
