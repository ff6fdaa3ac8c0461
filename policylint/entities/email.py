"""E-mail addresses, also where they are written so that robots do not read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from policylint.document.model import Span
from policylint.entities.backwards import before, run_before
from policylint.entities.domains import TOP_LEVEL

_LOCAL = ascii_letters + digits + "._%+-'"
_LONGEST_LOCAL = 64

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOT = r"(?:\.| ?[\[({] ?(?:dot|DOT|Dot) ?[\])}] ?| (?:dot|DOT|Dot) )"
_DOMAIN = rf"{_LABEL}(?:{_DOT}{_LABEL}){{0,5}}{_DOT}[^\W\d_]{{2,24}}(?![\w@])"

_PLAIN = re.compile(rf"@{_DOMAIN}")
_SPACED = re.compile(rf"@ {_DOMAIN}")
_BRACKETED = re.compile(rf"[\[({{] ?(?:at|AT|At|@|ät) ?[\])}}] ?{_DOMAIN}")
_LETTER_A = re.compile(rf"[\[(]a[\])]{_DOMAIN}")  # (a) is also a list's first letter, so it stands without spaces
_SPELT_OUT = re.compile(rf" (?:at|AT|At) {_LABEL}(?: (?:dot|DOT|Dot) ({_LABEL})){{1,5}}(?!\w)")

_SIGN = re.compile(r"[@\[({]")
_DOT_WORD = re.compile(r"dot |DOT |Dot ")
_MASKED = re.compile(r"email protected")
_BARE_MASK_BEFORE = re.compile(r"(?:[\w-]|\b(?:your|their|our|his|her|an|the|and|keep|all) )$", re.IGNORECASE)
_BARE_MASK_AFTER = re.compile(r"\w| (?:by|from|with|and|against|at|in|under)\b")
_VARIABLE = re.compile(r"\{\{([^{}\n]{1,120})\}\}|\$\{([^{}\n]{1,120})\}|<%([^<>\n]{1,120})%>")
_MAIL_NAME = re.compile(r"e?mail(?!ing|chimp|gun)", re.IGNORECASE)


def find_emails(text: str) -> Iterator[Span]:
    """Yield the addresses in a text, and the masks and template variables that a reader sees as one."""
    yield from _signed(text)
    if _DOT_WORD.search(text):
        yield from _spelt_out(text)
    yield from _masked(text)
    for match in _VARIABLE.finditer(text):
        if _MAIL_NAME.search(match[match.lastindex or 0]):
            yield Span(*match.span())


def _masked(text: str) -> Iterator[Span]:
    """Yield "[email protected]", which is put in the place of an address, with or without its brackets."""
    for match in _MASKED.finditer(text):
        start, end = match.span()
        if before(text, start) == "[" and text.startswith("]", end):
            yield Span(start - 1, end + 1)
        elif not _BARE_MASK_AFTER.match(text, end) and not _BARE_MASK_BEFORE.search(text, max(0, start - 8), start):
            yield Span(start, end)


def _signed(text: str) -> Iterator[Span]:
    """Yield the addresses with an at sign, alone or in brackets, or with "at" in brackets."""
    reached = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at < reached:
            continue
        found = _around(text, at)
        if found and found.start >= reached:
            yield found
            reached = found.end


def _around(text: str, at: int) -> Span | None:
    spaced = before(text, at) == " "
    domain = (_SPACED if spaced else _PLAIN).match(text, at) or _BRACKETED.match(text, at)
    if domain is None and not spaced:
        domain = _LETTER_A.match(text, at)
    return _with_local(text, at - spaced, domain.end()) if domain else None


def _spelt_out(text: str) -> Iterator[Span]:
    for match in _SPELT_OUT.finditer(text):
        found = _with_local(text, match.start(), match.end())
        if found and match[1].lower() in TOP_LEVEL:
            yield found


def _with_local(text: str, end: int, domain_end: int) -> Span | None:
    """Return the address whose local part ends at `end`, if there is one."""
    start = run_before(text, end, _LOCAL, _LONGEST_LOCAL)
    while start < end and text[start] in "._%+-'":
        start += 1
    local = text[start:end]
    if not any(c.isalnum() for c in local) or before(text, start).isalnum() or local[-1] in ".'":
        return None
    return Span(start, domain_end)
