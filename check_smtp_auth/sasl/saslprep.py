"""SASLprep (RFC 4013): one form for names and passwords that look the same."""

from __future__ import annotations


def prepare(text: str) -> str:
    """Return the text as SCRAM wants it; ASCII comes back as it is.

    Non-ASCII spaces become a space, characters "commonly mapped to nothing" go, the rest
    is normalised to NFKC (RFC 4013 section 2). What SASLprep prohibits is let through:
    whether such a password is right is the server's to say.
    """
    if text.isascii():
        return text
    import stringprep  # large tables, seldom needed
    import unicodedata

    mapped = (
        " " if stringprep.in_table_c12(character) else character
        for character in text
        if not stringprep.in_table_b1(character)
    )
    return unicodedata.ucd_3_2_0.normalize("NFKC", "".join(mapped))
