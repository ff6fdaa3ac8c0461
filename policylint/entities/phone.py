"""Telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import line_before

_START = re.compile(r"[+(\d](?<![\w.,:/+&=#-].)(?<!\w\(.)")
# Each round of the repetition takes exactly one digit, so there is one way only to read a run of digits.
_NUMBER = re.compile(
    r"(?:\(?\+ ?\(?|\()?\d(?:(?:\)[ -]?| ?\((?=\d{1,4}\))|[ .-]| ?/ ?)?\d){6,17}(?![\w%]|[.,/-]\d| \d)"
)
_NOT_A_NUMBER = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b"  # a date
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}\b"
    r"|(?:19|20)\d\d(?: ?[/-] ?| )(?:19|20)\d\d\b"  # years
    r"|\d{1,3}(?:\.\d{1,3}){3}$"  # an IP address
    r"|\d\.\d"
)
_NORTH_AMERICAN = re.compile(r"(?:1[ .-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])\d{3}[ .-]\d{4}$")
_LABEL = re.compile(
    r"\b(?:tel|tel[eé]phone|telefoon|telefon|tlf|tfn|fon|phone|freephone|helpline|hotline|mobile|call|ring|dial"
    r"|whatsapp|text|puhelin|teléfono|telefono)\b[^\d\n]{0,30}$",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"\b(?:company|compan[yi]es house|regist\w{2,9}|charity|vat|tax|iban|bic|account|sort code|invoice|order|reference"
    r"|ref|isbn|issn|licen[cs]e|kvk|cvr|siren|siret|hrb?|abn|acn|id|cf|iva)\b[^\d\n]{0,24}$",
    re.IGNORECASE,
)
_FAX = re.compile(r"\bfax\b[^\d\n]{0,24}$", re.IGNORECASE)
_REACH_BACK = 48


def find_phones(text: str) -> Iterator[Span]:
    """Yield the telephone numbers: international and British ones, those of other countries where a label says so."""
    reached = 0
    for begin in _START.finditer(text):
        start = begin.start()
        match = _NUMBER.match(text, start) if start >= reached else None
        if match is None:
            continue
        start += match[0].startswith("(") and ")" not in match[0]
        reached = match.end()
        if _is_phone(text[start:reached], text[line_before(text, start, _REACH_BACK) : start]):
            yield Span(start, reached)


def _is_phone(number: str, context: str) -> bool:
    """Say whether what is shaped like a number is one that can be dialled; `context` is what precedes it."""
    if _FAX.search(context):
        return False
    digits = "".join(filter(str.isdecimal, number))
    if number.lstrip("(").startswith("+"):
        return 8 <= len(digits) <= 15 or (digits[2:3] == "0" and len(digits) == 16)
    if _NOT_A_NUMBER.match(number) or _OTHER_LABEL.search(context):
        return False
    if digits.startswith("00"):
        return digits[2] != "0" and 9 <= len(digits) <= 17
    if (digits.startswith("0") and 10 <= len(digits) <= 11) or _NORTH_AMERICAN.match(number):
        return True
    return len(digits) <= 15 and _LABEL.search(context) is not None
