"""Postal addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import before, words_before
from policylint.entities.lists import word_set
from policylint.entities.places import find_places
from policylint.entities.postcodes import find_postcodes

_BOX = re.compile(
    r"(?:P(?:\.? ?O\.? ?(?:Box|BOX|box)|ost(?:bus|fach|boks|box| Office Box))|GPO Box|Apartado)"
    r" \d{1,6}(?: \d{2})?(?![\w%])"
)
_STREET = re.compile(
    r" (?:Street|Road|Avenue|Lane|Square|Drive|Crescent|Terrace|Boulevard|Parade|Quay|Gardens|Close|Mews|Blvd|Ave|Rd|St"
    r"|Way|Court|Hill|Row|Walk|Place)(?![\w'-])"
)
_HOUSE_NUMBER = re.compile(r"\d{1,5}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?,?")
_CAPITALISED = re.compile(r"[\"(]?(?:[A-ZÀ-Þ\d]|d'|l'|ul\.|al\.|rue|boulevard|quai|calle)[\w.'&/()-]*[,;]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL_WORDS = word_set("of the on upon and in under le la les de du des di der den am an im zum zur van 't - & , |")
_ENDS = re.compile(r"(?<!St)(?<!Str)(?<!str)(?<!Rd)(?<!Ave)(?<!No)(?<!\bul)(?<!\bal)(?<!\bCo)(?<!\b\w)[.:;!?]$|[:;]$")
_NOT_PART = word_set("At Or To Our Address By For From In Is Post Write Contact Please Visit We Us Mail If Office")
_MOST_WORDS = 16
_REACH_BACK = 140


def find_addresses(text: str) -> Iterator[Span]:
    """Yield what places an address beyond doubt, with the parts of it before that on the same line.

    Signs are postcodes, post office boxes, and a street with a house number.
    """
    for sign in _signs(text):
        yield Span(_address_start(text, sign.start), sign.end)


def _signs(text: str) -> Iterator[Span]:
    yield from find_postcodes(text)
    yield from find_places(text)
    for box in _BOX.finditer(text):
        if not before(text, box.start()).isalnum():
            yield Span(*box.span())
    yield from _streets(text)


def _streets(text: str) -> Iterator[Span]:
    """Yield "12 Long Street": a house number and at most three capitalised words before the kind of street."""
    for kind in _STREET.finditer(text):
        for number, word in enumerate(words_before(text, kind.start(), 60)):
            written = text[word.start : word.end]
            if number and _HOUSE_NUMBER.fullmatch(written):
                if not _YEAR.fullmatch(written):
                    yield Span(word.start, kind.end())
                break
            if number > 2 or not written[0].isupper() or not written.replace("'", "").replace(".", "").isalpha():
                break


def _address_start(text: str, end: int) -> int:
    """Return where the capitalised words and numbers that lead up to `end` begin."""
    start = end
    for number, word in enumerate(words_before(text, end, _REACH_BACK)):
        written = text[word.start : word.end]
        if written in _SMALL_WORDS:
            continue
        if number >= _MOST_WORDS or not _is_part(written):
            break
        start = word.start + (written[0] in '"(' and written[-1] != ")")
    return start


def _is_part(word: str) -> bool:
    return word not in _NOT_PART and not _ENDS.search(word) and _CAPITALISED.fullmatch(word) is not None
