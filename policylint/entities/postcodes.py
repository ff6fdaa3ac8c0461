"""Postcodes that are unmistakable by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import before
from policylint.entities.lists import word_set

_AREAS = word_set(
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN",
    "DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L",
    "LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA",
    "SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV",
    "YO ZE",
)
_CENTRAL = word_set("E EC N NW SE SW W WC")
"""Areas of London whose districts may end in a letter."""

_BRITISH = re.compile(
    r"(?P<area>[A-Z]{1,2})\d(?:\d|(?P<letter>[ABCDEFGHJKMNPRSTUVWXY]))?[ .]{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\w-])"
)
_IRISH = re.compile(r"[AC-FHKNPRTV-Y](?:\d\d|6W) (?=[A-Z\d]?[A-Z\d]?[A-Z\d]?[A-Z])[AC-FHKNPRTV-Y\d]{4}(?!\w)")
_CANADIAN = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[A-CEGHJ-NPRSTV-Z] \d[A-CEGHJ-NPRSTV-Z]\d(?!\w)")
_SIGN = re.compile(r"[A-Z]\d")


def find_postcodes(text: str) -> Iterator[Span]:
    """Yield British, Irish and Canadian postcodes."""
    for sign in _SIGN.finditer(text):
        start = sign.start() - before(text, sign.start()).isupper()
        if before(text, start).isalnum() or before(text, start) in ("-", "/", "_", "#"):
            continue
        match = _british(text, start) or _IRISH.match(text, start) or _CANADIAN.match(text, start)
        if match:
            yield Span(*match.span())


def _british(text: str, start: int) -> re.Match[str] | None:
    match = _BRITISH.match(text, start)
    if match is None or match["area"] not in _AREAS or (match["letter"] and match["area"] not in _CENTRAL):
        return None
    return match
