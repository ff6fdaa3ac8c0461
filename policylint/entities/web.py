"""Addresses of web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from policylint.document.model import Span
from policylint.entities.backwards import before, run_before
from policylint.entities.domains import TOP_LEVEL
from policylint.entities.email import find_emails

_HOST = ascii_letters + digits + ".-"
_LONGEST_HOST = 120
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_URL = re.compile(
    r"(?:https?|HTTPS?)://[^\s<>\"]+"
    rf"|[wW]{{3}}\.(?:{_LABEL}\.){{1,5}}[A-Za-z]{{2,24}}(?![\w@])(?::\d+)?(?:[/?#][^\s<>\"]*)?"
    rf"|(?:{_LABEL}\.){{1,5}}(?:{'|'.join(sorted(TOP_LEVEL))})(?![\w@-])(?::\d+)?(?:[/?#][^\s<>\"]*)?"
    rf"|(?:{_LABEL}\.){{1,5}}[a-z]{{2,24}}/[^\s<>\"]*"
)
_SIGN = re.compile(r"://|\.[A-Za-z]")
_TRAILING = ".,;:!?'*_~"
_CLOSING = {")": "(", "]": "[", "}": "{"}


def find_urls(text: str) -> Iterator[Span]:
    """Yield the web addresses in a text, with or without scheme, none that is part of an e-mail address."""
    emails = sorted(find_emails(text))
    number = 0
    for url in _urls(text):
        while number < len(emails) and emails[number].end <= url.start:
            number += 1
        if number == len(emails) or emails[number].start >= url.end or text.startswith(("http", "HTTP"), url.start):
            yield url


def _urls(text: str) -> Iterator[Span]:
    reached = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < reached:
            continue
        start = max(reached, run_before(text, sign.start(), _HOST, _LONGEST_HOST))
        while start < sign.start() and text[start] in ".-":
            start += 1
        match = None if before(text, start) in ("@", "_") else _URL.match(text, start)
        if match:
            end = _without_punctuation(text, start, match.end())
            yield Span(start, end)
            reached = match.end()


def _without_punctuation(text: str, start: int, end: int) -> int:
    """Return where an address ends once the sentence's full stops and closing brackets are left out."""
    lowest = max(start + 1, end - 20)
    while end > lowest:
        last = text[end - 1]
        opening = _CLOSING.get(last)
        if last not in _TRAILING and (
            opening is None or text.count(opening, start, end) >= text.count(last, start, end)
        ):
            break
        end -= 1
    return end
