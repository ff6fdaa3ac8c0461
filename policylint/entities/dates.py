"""Calendar dates, and months of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import before

_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?"
# Kept flat: where each alternative begins with a letter, a search skips to those letters.
_MONTH = f"(?:{_NAMES}|{_NAMES.upper()}|{_SHORT})"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:19|20)\d\d(?!\w)"

_DIGIT = re.compile(r"\d(?<![\w/.,-]\d)")
_DIGIT_FIRST = re.compile(
    rf"{_DAY}{_ORDINAL}\.?(?: day)?(?: of)?[ -](?i:{_MONTH}),?[ -]{_YEAR}"
    rf"|(?:{_DAY}(?P<dmy>[/.-]){_MONTH_NUMBER}|{_MONTH_NUMBER}(?P<mdy>[/.-]){_DAY})(?:(?P=dmy)|(?P=mdy)){_YEAR}(?![/.-]\d)"
    rf"|{_DAY}/{_DAY}/\d\d(?![\w/])"
    rf"|(?:19|20)\d\d(?P<ymd>[/.-]){_MONTH_NUMBER}(?P=ymd){_DAY}(?!\w|[/.-]\d)"
)
_MONTH_FIRST = re.compile(rf"{_MONTH}(?:[ -]{_DAY}{_ORDINAL})?,? {_YEAR}")


def find_dates(text: str) -> Iterator[Span]:
    """Yield the dates of a text; a year alone is none."""
    ends = set()
    for digit in _DIGIT.finditer(text):
        date = _DIGIT_FIRST.match(text, digit.start())
        if date:
            ends.add(date.end())
            yield Span(*date.span())
    for month in _MONTH_FIRST.finditer(text):
        if month.end() not in ends and not before(text, month.start()).isalnum():
            yield Span(*month.span())
