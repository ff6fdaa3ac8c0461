"""Amounts of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import before

_NUMBER = r"(?:\d{1,3}(?:[,.']\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?)(?!\d)"
_SCALE = r"(?: ?(?:million|billion|thousand|bn|mn?|k)\b)?"
_CODES = "EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|AUD|CAD|NZD|JPY"
_UNITS = rf"[£€$]|(?:{_CODES}|[Ee]uros?|[Pp]ounds?(?: sterling)?|(?:US )?[Dd]ollars?|pence|kroner|kronor|francs)(?!\w)"

_SIGN_FIRST = re.compile(rf"[£€$] ?{_NUMBER}{_SCALE}")
_CODE_FIRST = re.compile(rf"(?:{_CODES}) ?{_NUMBER}{_SCALE}")
_DIGIT = re.compile(r"\d(?<![\w.,£€$]\d)")
_NUMBER_FIRST = re.compile(rf"{_NUMBER}{_SCALE} ?(?:{_UNITS})")


def find_money(text: str) -> Iterator[Span]:
    """Yield the amounts with a currency before or after them."""
    yield from (Span(*match.span()) for match in _SIGN_FIRST.finditer(text))
    for match in _CODE_FIRST.finditer(text):
        if not before(text, match.start()).isalnum():
            yield Span(*match.span())
    for digit in _DIGIT.finditer(text):
        amount = _NUMBER_FIRST.match(text, digit.start())
        if amount and text[max(0, digit.start() - 2) : digit.start()] not in ("£ ", "€ ", "$ "):
            yield Span(*amount.span())
