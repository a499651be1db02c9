"""SASLprep (RFC 4013): one form for names and passwords that look the same."""

from __future__ import annotations


def prepare(text: str) -> str:
    """Return the text as SCRAM requires it; printable ASCII is returned unchanged.

    Non-ASCII spaces become a space, characters "commonly mapped to nothing" are removed, the rest
    is normalised to NFKC. Raises ValueError for prohibited characters, for text of mixed
    directions, and if nothing is left (RFC 4013 sections 2.1 to 2.4). Characters that Unicode 3.2
    did not have are permitted, as section 2.5 allows for queries.
    """
    if text.isascii() and text.isprintable() and text:
        return text
    import stringprep  # large tables, seldom needed
    import unicodedata

    mapped = (
        " " if stringprep.in_table_c12(character) else character
        for character in text
        if not stringprep.in_table_b1(character)
    )
    prepared = unicodedata.ucd_3_2_0.normalize("NFKC", "".join(mapped))
    prohibited = (
        stringprep.in_table_c12,
        stringprep.in_table_c21_c22,
        stringprep.in_table_c3,
        stringprep.in_table_c4,
        stringprep.in_table_c5,
        stringprep.in_table_c6,
        stringprep.in_table_c7,
        stringprep.in_table_c8,
        stringprep.in_table_c9,
    )
    if not prepared or any(table(c) for table in prohibited for c in prepared):
        raise ValueError("nothing, or characters that are prohibited")
    if any(map(stringprep.in_table_d1, prepared)):
        inside_out = any(map(stringprep.in_table_d2, prepared))
        if inside_out or not all(map(stringprep.in_table_d1, (prepared[0], prepared[-1]))):
            raise ValueError("text of mixed directions")
    return prepared
