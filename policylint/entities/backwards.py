"""Reading back from a sure sign, such as a postcode or "Ltd", over the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span

_WORD = re.compile(r"\S+")


def line_before(text: str, end: int, width: int) -> int:
    """Return where the line that `end` stands in begins, or a point at most `width` characters before `end`."""
    lowest = max(0, end - width)
    return max(text.rfind("\n", lowest, end) + 1, lowest)


def words_before(text: str, end: int, width: int = 100) -> Iterator[Span]:
    """Yield the words on the line before `end`, the nearest first, none further than `width` characters."""
    start = line_before(text, end, width)
    words = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    if words and words[0].start and not text[words[0].start - 1].isspace():
        del words[0]  # cut in two by the width
    return reversed(words)


def before(text: str, position: int) -> str:
    """Return the character before a position, "" at the beginning."""
    return text[position - 1 : position] if position else ""


def run_before(text: str, end: int, characters: str, width: int) -> int:
    """Return where the run of the given characters that ends at `end` begins; `width` is the longest that is read."""
    start = max(0, end - width)
    return start + len(text[start:end].rstrip(characters))
