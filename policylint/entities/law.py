"""References to provisions of law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import before

_NAMED_PART = (
    r"lit\.?|let(?:ter|\.)|[Aa]bs(?:atz|\.)?|[Uu]abs\.?|[Ss]\.|Satz|p\.|N[or]\.?|no\.|[Pp]ar(?:agraph|a\.?|\.)"
    r"|(?:sub-?)?section|sentence|point|alinea|§§?"
)
_PART = (
    r"(?:\.\d{1,2}| ?\([\dA-Za-z]{1,4}\)| [a-z]\)"
    rf"|\.?,? (?:{_NAMED_PART}) ?\(?(?:\d{{1,2}}|[a-z]{{1,2}})(?:\)|(?!\w)))"
)
_PROVISION = rf"\d{{1,3}}[A-Za-z]?(?!\w){_PART}{{0,5}}"
_NEXT = rf"(?:,? and |,? or | to | & | ?- ?|, | ?/ ?)(?:Art(?:icle|\.) ?)?(?:{_PROVISION}|\([\dA-Za-z]{{1,4}}\))"
_PROVISIONS = rf"{_PROVISION}(?:{_NEXT}){{0,8}}"

_CODE = (
    r"(?:(?:UK|EU|Swiss)[ -])?(?:GDPR|DSGVO|DS-GVO|RGPD|AVG|LGPD|FADP|PECR|DPA(?: 2018)?|TD?DDSG|TTDSG|BDSG|LED|TFEU"
    r"|ECHR)(?!\w)"
)
_ACT_WORD = r"(?:[A-Z][\w'-]{1,20}|\([A-Za-z ,]{1,40}\)|and|of|on|to|the|for) "
_ACT = rf"(?:{_ACT_WORD}){{1,10}}(?:Act|Regulations?|Order|Law|Code|Directive)(?: (?:19|20)\d\d)?(?!\w)"
_UNION = r"(?:EU|EC|EEC|UE|JHA)"
_YEAR_AND_NUMBER = r"(?:[Nn]o\.? ?)?\d{2,4}/\d{1,4}"
_INSTRUMENT = (
    r"(?:(?:EU )?(?:Regulation|REGULATION|Directive|Decision)s? "
    rf"(?:\({_UNION}\) ?|{_UNION} )?{_YEAR_AND_NUMBER}(?:/{_UNION})?"
    rf"|\({_UNION}\) {_YEAR_AND_NUMBER}|\d{{2,4}}/\d{{1,4}}/{_UNION})(?![\w/])"
)
_OF_LAW = rf",? (?:of (?:the )?|the )?(?:{_CODE}|{_INSTRUMENT}|(?<=the ){_ACT})"

_ARTICLE = re.compile(rf"(?:Articles?|articles?|ARTICLES?|Arts?\.?|arts?\.|ART\.?) ?{_PROVISIONS}(?:{_OF_LAW})?")
_DIVISION = r"[Ss]ections?|SECTIONS?|[Ss]chedules?|[Rr]ecitals?|[Rr]egulations?|[Cc]hapters?"
_SECTION = re.compile(rf"(?:{_DIVISION}) {_PROVISIONS}{_OF_LAW}|ss?\. ?{_PROVISIONS}|§§? ?{_PROVISIONS}(?:{_OF_LAW})?")
_SIGN = re.compile(r"(?:Art|art|ART|Sec|sec|SEC|Sch|sch|Rec|rec|Reg|reg|Cha|cha|s\.|§)(?=[\w. ]{0,12}\d)")
_WHOLE_INSTRUMENT = re.compile(_INSTRUMENT)
_INSTRUMENT_SIGN = re.compile(r"\d/\d")


def find_citations(text: str) -> Iterator[Span]:
    """Yield articles, sections of a named act, and the Union's instruments by number.

    "Section 5" alone is none, since it is most often one of the policy itself.
    """
    reached = 0
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start < reached or before(text, start).isalnum():
            continue
        match = _ARTICLE.match(text, start) or _SECTION.match(text, start)
        if match:
            yield Span(start, match.end())
            reached = match.end()
    yield from _instruments(text)


def _instruments(text: str) -> Iterator[Span]:
    """Yield "Regulation (EU) 2016/679" and the like, wherever they stand."""
    reached = 0
    for slash in _INSTRUMENT_SIGN.finditer(text):
        low, high = max(reached, slash.start() - 32), slash.end() + 12
        match = _WHOLE_INSTRUMENT.search(text, low, high)
        if match and not before(text, match.start()).isalnum() and not text[match.end() : match.end() + 1].isalnum():
            yield Span(*match.span())
            reached = match.end()
