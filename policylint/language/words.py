"""What a word is, in documents and in phrases alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W_]+)*")


class Word(NamedTuple):
    """A word as matched (`key`: lower case, possessive and dots off), as written, and where."""

    key: str
    written: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text: runs of letters and digits, `don't` and `U.K.` being one word each."""
    for match in _WORD.finditer(text):
        written = match[0]
        if "." in written:
            written = written.replace(".", "")
        elif written.endswith(("'s", "'S")):
            written = written[:-2]
        yield Word(written.lower(), written, match.start(), match.end())


def is_capitals(written: str) -> bool:
    """Say whether a word is written in capitals, as abbreviations are."""
    return len(written) > 1 and written.isupper()
