"""A postal code with its town, where a street before it or the shape of the code shows that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import before

_TOWN = r"[A-ZÀ-ÞŁŚŻ][^\W\d_]{1,24}(?:[ -](?:am|an der|a\.|[A-ZÀ-ÞŁŚŻ])[^\W\d_]{1,20}){0,2}"
_FIVE = re.compile(rf"\d{{5}},? {_TOWN}")
_SPLIT = re.compile(rf"(?:\d{{3}} \d\d|\d\d-\d{{3}}|\d{{4}}-\d{{3}}),? {_TOWN}")
_FOUR = re.compile(rf"[1-9]\d{{3}},? {_TOWN}")
_DUTCH = re.compile(rf"[1-9]\d{{3}} ?[A-Z]{{2}},? {_TOWN}")
_DIGIT = re.compile(r"\d(?<![\w.,/£$€-]\d)")
_COUNTRY = re.compile(
    r"(?:D|A|CH|DK|F|S|SE|N|NO|B|BE|NL|L|FI|FIN|DE|FR|I|IT|E|ES|PL|CZ|AT)-\d{4,5} [A-ZÀ-Þ][^\W\d_]{1,24}"
)

_STREET = re.compile(
    r"(?i:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|ring|gata|gatan|väg|vägen|vej|gade|gate|veien|vegen|straat"
    r"|laan|plein|gracht|kade|singel|katu|tie|kuja|utca|körút|iela|street) ?\d"
    r"|\b(?:[Rr]ue|[Aa]venue|[Bb]oulevard|Via|Viale|Piazza|Corso|[Cc]alle|Carrer|Avenida|Paseo|Plaza|Rua|ul\.|Ulica|al\."
    r"|Box|BOX|Postbus|Postfach|Postboks|PL) [^\n;:]{0,30}?\d"
    r"|\d[A-Za-z]?(?: bis| ter)?,? (?i:rue|avenue|boulevard|place|quai|allée|chemin|impasse|cours)\b"
    r"|\d[A-Za-z]? (?:[A-Z\d][\w.']{0,20} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Drive|Way|Court"
    r"|Parkway|Place|Boulevard|Blvd)\b"
    r"|\b(?:Suite|SUITE|STE|Unit|Floor) #?\d|\d(?:st|nd|rd|th) [Ff]loor"
)
"""A street with its house number, or a floor or box with its own."""
_NAME_NUMBER = re.compile(
    r"(?!Section|Article|Version|Schedule|Appendix|Part|Page|Chapter|Clause|Annex)[A-ZÀ-Þ][^\W\d_]{2,30}"
    r" \d{1,4} ?[a-zA-Z]?(?:[-/]\d{1,4}[a-z]?)?(?:,|\n) ?(?:[A-Z]{1,2}-)?$"
)
_STATE = (
    "(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR"
    "|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)"
)
_SHORT_STATE = re.compile(rf"[A-Z][a-z]{{1,20}},? {_STATE},? $")
_LONG_STATE = re.compile(r"[A-Z][a-z]{1,20}, [A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})? $")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?(?![\w-])")
_APART = re.compile(r"(?:^|[,;:\n(|-] ?|[^\W\d_]{2,30}\.? \d{1,4} ?[a-zA-Z]?,? )$")
_AUSTRALIAN = re.compile(r"[A-Z][a-z]{1,20},? (?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? $")
_FOUR_DIGITS = re.compile(r"\d{4}(?!\w)")
_REACH_BACK = 80


def find_places(text: str) -> Iterator[Span]:
    """Yield the postal codes with their towns, and the postal codes after an American or Australian state."""
    for digit in _DIGIT.finditer(text):
        match = _place(text, digit.start())
        if match:
            yield Span(*match.span())
    for match in _COUNTRY.finditer(text):
        if not before(text, match.start()).isalnum():
            yield Span(*match.span())


def _place(text: str, start: int) -> re.Match[str] | None:
    """Return the postal code, with its town if that follows, which begins at `start`."""
    low = max(0, start - _REACH_BACK)
    return _after_state(text, low, start) or _before_town(text, low, start)


def _after_state(text: str, low: int, start: int) -> re.Match[str] | None:
    code = _ZIP.match(text, start)
    if code and (
        _SHORT_STATE.search(text, low, start)
        or (_LONG_STATE.search(text, low, start) and _STREET.search(text, low, start))
    ):
        return code
    code = _FOUR_DIGITS.match(text, start)
    return code if code and _AUSTRALIAN.search(text, low, start) else None


def _before_town(text: str, low: int, start: int) -> re.Match[str] | None:
    """Return the code and town; four digits may be a year, so that they need a street before them."""
    sure = _FIVE.match(text, start) or _SPLIT.match(text, start)
    if sure is None and not text.startswith(("19", "20"), start):
        sure = _DUTCH.match(text, start)
    place = sure or _DUTCH.match(text, start) or _FOUR.match(text, start)
    if place is None or not _APART.search(text, low, start):
        return None
    return place if _STREET.search(text, low, start) or (sure and _NAME_NUMBER.search(text, low, start)) else None
