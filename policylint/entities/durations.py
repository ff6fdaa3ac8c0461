"""Lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import line_before

_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})"
_SPELT = rf"(?:(?:a|one|two|three) hundred(?:(?: and)? {_SMALL})?|(?:one|two) and a half|{_SMALL})"
_FIGURES = r"(?:\d{1,4}(?:[.,]\d{1,2})?(?: 1/2|[½¼¾])?|[½¼¾])"
_NUMBER = rf"(?:{_SPELT}|{_FIGURES})\+?"
_TWICE = rf"{_NUMBER}(?: ?[(\[]{_NUMBER}[)\]])?"  # "six (6)"
_RANGE = rf"{_TWICE}(?:(?: ?[-/] ?| to | or | and ){_TWICE})?"
_SORT = (
    r"(?:working|business|calendar|consecutive|full|complete|whole|further|additional|more|tax|financial|fiscal|school"
    r"|academic|clear|rolling)"
)
_SOME = rf"(?<![\w.,/£$€#-])(?:{_RANGE}|half an?|half)(?:[ -]{_SORT}){{0,2}}[ -]?$"
_ONE = rf"(?<![\w-])an?(?: {_SORT})? $"
_AMOUNT = re.compile(f"{_SOME}|{_ONE}", re.IGNORECASE)
_UNITS = "minute|hour|day|week|fortnight|month|year|yr|decade|seconds"
_UNIT = re.compile(rf"(?:{_UNITS}|{_UNITS.title()}|{_UNITS.upper()})[sS]?(?![^\W_]|-to-)")
_WIDEST = 56  # the longest amount: "one hundred and twenty (120) to one hundred (100) calendar"

_YEAR = re.compile(r"(?:19|20)\d\d\W")
_AGE_FOLLOWS = re.compile(
    r"'?(?:[ -]of[ -]age\b|[ -]olds?\b| or (?:older|over|above|younger|under)\b|,? and (?:older|over|above)\b)",
    re.IGNORECASE,
)
_AGE_PRECEDES = re.compile(
    r"\b(?:aged?(?: (?:of|under|over|between))?|ages(?: of)?|younger than)(?: at least)? $", re.IGNORECASE
)
_LIMIT_PRECEDES = re.compile(
    r"\b(?:under|below|over|above|older than|(?:is|are|be) at least) (?:the )?$", re.IGNORECASE
)
_YOUTH = re.compile(
    r"(?:1[3-8]|21|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|twenty[ -]one)\b", re.IGNORECASE
)
_RATE_FOLLOWS = re.compile(r",? ?(?:a|per|each|every|/) ?(?:day|week|month|year)\b", re.IGNORECASE)
_RATE_PRECEDES = re.compile(
    r"(?:\b(?:once|twice|times?|hours?|days?|weeks?|months?|per|sessions?|e?mails?|newsletters?|messages?)|[\d£$€%]) $",
    re.IGNORECASE,
)


def find_durations(text: str) -> Iterator[Span]:
    """Yield the periods with a number, or "a" for one. Ages ("16 years old") and rates ("24 hours a day") are none."""
    reached = 0
    for unit in _UNIT.finditer(text):
        start, end = unit.span()
        amount = _AMOUNT.search(text, max(reached, line_before(text, start, _WIDEST)), start)
        if amount and _is_duration(text, amount, end):
            yield Span(amount.start(), end)
            reached = end


def _is_duration(text: str, amount: re.Match[str], end: int) -> bool:
    context = text[line_before(text, amount.start(), 40) : amount.start()]
    words = amount[0].lower()
    if words.startswith(("a ", "an ")) and _RATE_PRECEDES.search(context):
        return False
    if _YEAR.match(words) or (words[-1].isdecimal() and text[amount.end()].isupper()):
        return False
    return not _RATE_FOLLOWS.match(text, end) and not _is_age(text, amount, context, end)


def _is_age(text: str, amount: re.Match[str], context: str, end: int) -> bool:
    """Say whether the years are somebody's age."""
    if not text.startswith(("y", "Y"), amount.end()):
        return False
    if _AGE_FOLLOWS.match(text, end) or _AGE_PRECEDES.search(context):
        return True
    return _YOUTH.match(amount[0]) is not None and _LIMIT_PRECEDES.search(context) is not None
