"""From blocks of rendered text to statements with their lead-ins, paragraphs and sections."""

from __future__ import annotations

import re

from policylint.document import sentences
from policylint.document.builder import Builder
from policylint.document.model import Block, Document, Section, Span, Statement
from policylint.source import Source

_INTRODUCES = re.compile(r"\b(?:following|below|as follows|these|such as|right to|include|includes|including)\b", re.I)
_ENDS_SENTENCE = (".", "!", "?", '."', ".)", ".'")
_MAX_ITEM = 160  # characters; a longer paragraph is no list item, unless it begins in lower case
_MAX_LEAD = 400  # characters; of a longer lead-in the end counts


def assemble(source: Source, builder: Builder) -> Document:
    """Group what a parser collected into a Document."""
    assembler = _Assembler(builder.text)
    for block in builder.blocks:
        assembler.take(block)
    return Document(
        source=source,
        text=assembler.text,
        offsets=builder.offsets,
        statements=tuple(assembler.statements),
        sections=tuple(assembler.sections),
        links=tuple(builder.links),
    )


class _Assembler:
    def __init__(self, text: str) -> None:
        self.text = text
        self.statements: list[Statement] = []
        self.sections: list[Section] = [Section(None, 0, None)]
        self._section = 0
        self._paragraph = 0
        self._leads: list[Span | None] = [None]  # by list depth: the sentence that introduces the next deeper list
        self._in_list = False

    def take(self, block: Block) -> None:
        if block.kind == "heading":
            self._heading(block)
        elif block.kind == "row":
            self._add(block, block.span, block.headers)
            self._paragraph += 1
        else:
            self._prose(block)

    def _heading(self, block: Block) -> None:
        parent: int | None = self._section
        while parent is not None and self.sections[parent].level >= block.level:
            parent = self.sections[parent].parent
        self._paragraph += 1
        self.sections.append(Section(len(self.statements), block.level, parent))
        self._section = len(self.sections) - 1
        self._add(block, block.span, ())
        self._paragraph += 1
        self._leads = [block.span]
        self._in_list = False

    def _prose(self, block: Block) -> None:
        depth = block.level
        shared = self._announced(block)
        leads = self._leads_above(depth) if depth else ((shared,) if shared else ())
        if not depth and not shared:
            self._paragraph += 1
        last = None
        for span in sentences.split(self.text, block.span):
            self._add(block, span, leads if last is None or depth else ())
            last = span
        self._remember(depth, last, shared)
        self._in_list = depth > 0

    def _announced(self, block: Block) -> Span | None:
        """Return the sentence with a colon before a plain paragraph that reads as an item of its list."""
        lead = self._leads[0]
        if block.level or self._in_list or lead is None or self.text[lead.end - 1] != ":":
            return None
        short = block.span.end - block.span.start < _MAX_ITEM
        return lead if short or self.text[block.span.start].islower() else None

    def _leads_above(self, depth: int) -> tuple[Span, ...]:
        return tuple(lead for lead in self._leads[:depth] if lead is not None)

    def _remember(self, depth: int, last: Span | None, shared: Span | None) -> None:
        """Keep the sentence that may introduce what comes next, at this depth of list."""
        del self._leads[depth + 1 :]
        while len(self._leads) <= depth:
            self._leads.append(None)
        if last is None:
            self._leads[depth] = None
        elif shared is not None and self.text[last.end - 1] != ":":
            # Paragraphs that read as items share their lead-in until a full sentence ends the run.
            self._leads[depth] = None if self.text[last.start : last.end].endswith(_ENDS_SENTENCE) else shared
        else:
            self._leads[depth] = self._lead(last)

    def _lead(self, span: Span) -> Span | None:
        words = self.text[span.start : span.end]
        if words.endswith(_ENDS_SENTENCE) and not _INTRODUCES.search(words):
            return None
        return Span(max(span.start, span.end - _MAX_LEAD), span.end)

    def _add(self, block: Block, span: Span, lead: tuple[Span, ...]) -> None:
        self.statements.append(Statement(block.kind, span, lead, self._paragraph, self._section))
