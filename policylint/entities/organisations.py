"""Names of companies and institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policylint.document.model import Span
from policylint.entities.backwards import before, words_before
from policylint.entities.lists import word_set

_COMPANY = re.compile(
    r" (?:(?:Pty|Pvt|PTY|PVT)\.? )?"
    r"(?:Ltd\.?|LTD\.?|Limited|LIMITED|LLP|PLC|plc|Plc|Inc\.?|INC\.?|LLC|L\.L\.C\.|Corp\.?|Corporation|CIC|C\.I\.C\."
    r"|GmbH(?: & Co\. ?KG)?|gGmbH|AG|e\.V\.|AB|AS|A/S|ApS|Oyj?|B\.V\.|BV|N\.V\.|NV|Sp\. ?z ?o\.? ?o\."
    r"|S\.A\.S\.|SAS|S\.A\.R\.L\.|SARL|S\.à ?r\.l\.|S\.A\.|S\.R\.L\.|S\.r\.l\.|SRL|Srl|S\.p\.A\.|SpA|S\.L\.|SL)"
    r"(?![\w'&-]|/\w)"
)
_KINDS = word_set("University Council Trust Foundation Association Society School Club")
_INSTITUTION = re.compile(rf" (?:{'|'.join(sorted(_KINDS))})(?![\w'&-])")
_UNIVERSITY_OF = re.compile(r"University of (?:the )?[A-ZÀ-Þ][\w'-]{1,30}(?: (?:and )?[A-ZÀ-Þ][\w'-]{1,30}){0,2}")

_PARTICLES = word_set("of and & de la le du des der van von den for the +")
_SUFFIXES = word_set("Ltd Ltd. Limited LLP PLC plc Inc Inc. LLC Corp Corp. GmbH AG AB A/S ApS Oy BV B.V. NV SAS SARL")
_NO_NAMES = word_set(
    "A About Additionally All Also An And Any Are As At Be Because Between Both But By Client Company Contact",
    "Controller Dear Does Each For From Has Have He Her Hereby His How However I If In Is It Its Join May More Most",
    "My No Not Of On Only Or Our Out Parent Please See She So Some Such That The Their Then There These They This",
    "Those Through To Under Us Very Was We What When Where Which While Who Why With Within You Your",
)
_AFTER_LIMITED = re.compile(r" (?:Liability|Use|Data|Access|Time|Purposes?|Edition|Partnership|Retention|Rights?|to)\b")
_AFTER_TRUST = re.compile(r" (?:Cent(?:re|er)|Services?|Mark|Seal|Framework|Level|Portal|Year|Tax|Age|in)\b")
_MOST_WORDS = 8
_LONGEST_ABBREVIATION = 4
_FIGURES = re.compile(r"\d+(?:\.\d+)+\.?|(?:19|20)\d\d")
_NAME = re.compile(r"[\"'(\[]{0,2}[A-ZÀ-Þ0-9][\w.'&/+!-]*|\([A-Z]\w{1,20}\)|[a-z]{1,3}[A-Z][\w.]*")


def find_organisations(text: str) -> Iterator[Span]:
    """Yield capitalised names with the form of a company or the kind of an institution, and universities."""
    for match in _COMPANY.finditer(text):
        start = _name_start(text, match.start())
        if start is not None and not _is_ordinary(text, match):
            yield Span(start, match.end())
    for match in _INSTITUTION.finditer(text):
        start = _name_start(text, match.start())
        if start is not None and not _AFTER_TRUST.match(text, match.end()) and not _in_capitals(text, match):
            yield Span(start, match.end())
    for match in _UNIVERSITY_OF.finditer(text):
        if not before(text, match.start()).isalnum():
            yield Span(*match.span())


def _name_start(text: str, end: int) -> int | None:
    """Return where the capitalised name that ends at `end` begins, None if there is none."""
    start = None
    following = ""
    for number, word in enumerate(words_before(text, end)):
        written = text[word.start : word.end].removesuffix("" if number else ",")
        if written not in _PARTICLES or start is None:
            if number >= _MOST_WORDS or not _is_of_name(written, following):
                break
            start = word.start + _opening(written)
            if start > word.start:
                break
        following = written
    return start if start is not None and any(c.isalpha() for c in text[start:end]) else None


def _is_of_name(word: str, following: str) -> bool:
    """Say whether a word can be one of a name, where `following` is the next word of it, "" if it is the last."""
    if word in _NO_NAMES or (len(word) > 2 and word.capitalize() in _NO_NAMES) or _FIGURES.fullmatch(word):
        return False
    if word in _SUFFIXES or (word in _KINDS and following == "and"):
        return False
    if following and word.endswith(".") and len(word) > _LONGEST_ABBREVIATION:
        return False
    return _NAME.fullmatch(word) is not None


def _opening(word: str) -> int:
    """Return how many quotation marks and brackets stand before a word that they do not close at."""
    return 0 if word.endswith(")") else len(word) - len(word.lstrip("\"'(["))


def _is_ordinary(text: str, suffix: re.Match[str]) -> bool:
    """Say whether what looks like a company's form is a word of the sentence."""
    form = suffix[0].strip()
    if form in ("Limited", "LIMITED"):
        return _AFTER_LIMITED.match(text, suffix.end()) is not None
    return (
        len(form) <= 3
        and form.isupper()
        and form not in ("LLC", "LLP", "PLC", "INC", "LTD")
        and _in_capitals(text, suffix)
    )


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Say whether the words before and after are in capitals, as in a shouted sentence."""
    previous = next(words_before(text, match.start(), 40), None)
    following = text[match.end() : match.end() + 40].split()[:2]
    shouted = previous is not None and text[previous.start : previous.end].isupper()
    return shouted and len("".join(following)) > 1 and all(word.isupper() for word in following)
