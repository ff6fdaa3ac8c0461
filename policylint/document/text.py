"""Plain text into a Document: headings, list items and paragraphs are recognised by how people type them."""

from __future__ import annotations

import re
from typing import NamedTuple

from policylint.document.assemble import assemble
from policylint.document.builder import Builder, fold
from policylint.document.model import BlockKind, Document
from policylint.source import Source

_WRAP_LIMIT = 110  # characters; where most lines are longer, each line is a paragraph of its own
_NARROWEST = 45  # characters; nobody wraps prose narrower
_MAX_TITLE_WORDS = 12
_MAX_TITLE = 90  # characters

_BULLET = re.compile(
    r"(?P<indent>[ \t]*)"
    r"(?:[-*+\u2022\u25cf\u25aa\u00b7\u2013\u2023\u25e6]|o(?=\s{2,}|\t)|\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\))[ \t]+(?=\S)"
)
_NUMBER = re.compile(
    r"[ \t]*(?:(?:section|part|article)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|[IVX]{1,5}\.)[ \t]+(?=\S)", re.I
)
_HASHES = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*([=\-_*~])\1{2,}[ \t]*$")
_LABEL = re.compile(r"[ \t]*[A-Z][\w' /&-]{0,30}:(?:[ \t]|$)")
_TITLE_END = re.compile(r"[^.!;,:?]$|[^.]\?$|[A-Za-z]:$")
_INTRODUCES = re.compile(r"[ \t]*(?:we|you|i|it|they|this|these|our|please|for|if|to|in|such)\b", re.IGNORECASE)
_CONTACT = re.compile(r"@|://|www\.|\d{4}")
_TAB = re.compile(r"\S\t+\S")


class _Line(NamedTuple):
    text: str
    start: int  # source offset

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def parse_text(source: Source) -> Document:
    """Parse plain text: numbered, underlined and title-like headings, bullets, label lines, wrapped paragraphs."""
    builder = Builder()
    lines = [_Line(fold(source.line(i + 1)), start) for i, start in enumerate(source.line_starts)]
    reader = _Reader(builder, lines)
    while reader.more():
        reader.read_block()
    return assemble(source, builder)


class _Reader:
    def __init__(self, builder: Builder, lines: list[_Line]) -> None:
        self._builder = builder
        self._lines = lines
        self._next = 0
        self._width = _wrap_width(lines)

    def more(self) -> bool:
        while self._next < len(self._lines) and self._lines[self._next].blank:
            self._next += 1
        return self._next < len(self._lines)

    def read_block(self) -> None:
        line = self._lines[self._next]
        if _RULE.fullmatch(line.text):
            self._next += 1
        elif _is_row(line.text):
            self._write([line], 0, "row", 0)
        elif level := self._heading_level(self._next):
            skip = _prefix(_HASHES, line.text) or _prefix(_NUMBER, line.text)
            self._write([line], skip, "heading", level)
        elif bullet := _BULLET.match(line.text):
            depth = 1 + len(bullet["indent"].expandtabs(4)) // 4
            self._write(self._wrapped(), bullet.end(), "item", depth)
        else:
            self._write(self._wrapped(), 0, "paragraph", 0)

    def _write(self, lines: list[_Line], skip: int, kind: BlockKind, level: int) -> None:
        start = self._builder.start_block()
        for line in lines:
            text = line.text[skip:] + " "
            self._builder.add(text, range(line.start + skip, line.start + skip + len(text)))
            skip = 0
        self._builder.end_block(kind, level, start)
        self._next += len(lines)

    def _wrapped(self) -> list[_Line]:
        """Return the next line with the lines that go on where it was broken for width."""
        lines = [self._lines[self._next]]
        for number in range(self._next + 1, len(self._lines)):
            if not self._goes_on(lines[-1], number):
                break
            lines.append(self._lines[number])
        return lines

    def _goes_on(self, before: _Line, number: int) -> bool:
        line = self._lines[number]
        if line.blank or any(p.match(line.text) for p in (_BULLET, _RULE, _LABEL)) or _is_row(line.text):
            return False
        stripped = line.text.strip()
        end = before.text.rstrip()
        if len(end) > _WRAP_LIMIT:
            return False
        room = self._width - len(end)
        if len(stripped.split(None, 1)[0]) + 1 > room:
            return True
        return stripped[0].islower() and end[-1:] not in ".:;!?" and len(end) > self._width // 2

    def _heading_level(self, number: int) -> int:
        """Return the rank of the heading on a line, 0 for none."""
        text = self._lines[number].text
        if hashes := _HASHES.match(text):
            return len(hashes[1])
        if self._underlined(number):
            return 1 if self._lines[number + 1].text.strip()[0] == "=" else 2
        numbered = _prefix(_NUMBER, text)
        if not self._stands_apart(number) or not _is_title(text[numbered:]):
            return 0
        if numbered:
            return 2 + text[:numbered].strip(" \t.").count(".")
        return 2 if text.isupper() else 3

    def _underlined(self, number: int) -> bool:
        if number + 1 >= len(self._lines):
            return False
        below = self._lines[number + 1].text
        return bool(_RULE.fullmatch(below)) and len(self._lines[number].text.strip()) <= _MAX_TITLE

    def _stands_apart(self, number: int) -> bool:
        """Say whether the line is no part of a wrapped paragraph: what is before it ended, what is after it begins."""
        before = self._lines[number - 1] if number else None
        after = self._lines[number + 1] if number + 1 < len(self._lines) else None
        if before is not None and not before.blank and before.text.rstrip()[-1] in ",:":
            return False
        if after is not None and _BULLET.match(after.text) and not _names_a_topic(self._lines[number].text):
            return False
        if after is None:
            return False
        if after.blank:
            return True
        if after.text.strip()[0].islower():
            return False
        return not self._goes_on(self._lines[number], number + 1) and len(after.text) > len(self._lines[number].text)


def _is_row(text: str) -> bool:
    """Say whether tabs part a line into cells; one behind a bullet or number does not."""
    begin = max(_prefix(_BULLET, text), _prefix(_NUMBER, text))
    return _TAB.search(text, begin) is not None


def _names_a_topic(text: str) -> bool:
    """Say whether a line above a list is its heading and not the sentence that introduces it."""
    return not text.rstrip().endswith(":") and not _INTRODUCES.match(text)


def _prefix(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _wrap_width(lines: list[_Line]) -> int:
    """Return the column at which the text was wrapped: the longest line that is no paragraph by itself."""
    lengths = [len(line.text.rstrip()) for line in lines]
    return max([_NARROWEST, *(length for length in lengths if length <= _WRAP_LIMIT)])


def _is_title(text: str) -> bool:
    text = text.strip()
    if not text or len(text) > _MAX_TITLE or len(text.split()) > _MAX_TITLE_WORDS:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'\u201c\u2018"):
        return False
    if _CONTACT.search(text) or (_LABEL.match(text) and not text.endswith(":")):
        return False
    return bool(_TITLE_END.search(text[-2:]))
