"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span

_MAX_WORDS = 250  # a longer run without an end is cut at a comma or space, so that "one statement" keeps a meaning
_MAX_CHARS = 6 * _MAX_WORDS

_BREAK = re.compile(
    r"""(?P<stop>[.!?]["')\]]{0,2})\ +(?=["'(\[]?[A-Z0-9\u00c0-\u00de])   # a full stop before a capital
      | \n(?=[-*\u2022\u00b7]\ |[A-Z][\w ]{0,24}:)                        # a chosen line break before a bullet or label
      | (?<=[.:;!?])\n
      | \ +(?=[\u2022\u25cf\u25aa\u00b7]\ )                               # a bullet inside the line
      | (?<=[:;,])\ +(?=-\ [A-Za-z])                                      # "we: - collect; - use"
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|nos|art|arts|sec|para|paras|lit|ltd|inc|co|corp|plc|mr|mrs|ms|dr"
    r"|prof|st|jr|sr|tel|fig|vol|ch|s\.a|b\.v|[A-Za-z])$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|\s)\(?\d{1,2}(?:\.\d{1,2}){0,3}$")


def split(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, in order, white space between them left out."""
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        if match["stop"] is not None and not _is_end(text, start, match.start()):
            continue
        end = match.end("stop") if match["stop"] is not None else match.start()
        yield from _bounded(text, start, end)
        start = match.end()
    yield from _bounded(text, start, span.end)


def _is_end(text: str, start: int, stop: int) -> bool:
    """Say whether the full stop at `stop` ends the sentence that began at `start`."""
    if text[stop] != ".":
        return True
    before = text[max(start, stop - 12) : stop]
    if _ABBREVIATION.search(before):
        return False
    return not (_NUMBERED.search(before) and stop - start <= len(before))


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    while end - start > _MAX_CHARS:
        limit = start + _MAX_CHARS
        cut = max(text.rfind(", ", start, limit), text.rfind("; ", start, limit))
        cut = cut if cut > start else text.rfind(" ", start, limit)
        cut = cut if cut > start else limit - 1
        yield Span(start, cut + 1)
        start = cut + 1
        while start < end and text[start] == " ":
            start += 1
    if end > start:
        yield Span(start, end)
