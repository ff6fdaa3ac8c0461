"""A document as one stream of words, so that every phrase is looked up once for the whole document.

The stream holds the words of each statement in order, those of its lead-in first. A lead-in's words come again for
each of its items, up to a bound that no written list reaches; `Index.token` tells which words of the text they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from policylint.document.model import Document, Span
from policylint.entities import find_entities
from policylint.language.words import Word, is_capitals, words

_LEAD_WORDS = 20_000


class Index:
    """Positions of words and entities in a document's stream.

    `statement[i]` is the statement of the i-th word of the stream, `limit[i]` the position after that statement.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: Sequence[Word] = list(words(document.text))
        self._starts = [word.start for word in self.words]
        self.token: list[int] = []
        self.statement: list[int] = []
        self.limit: list[int] = []
        self.ranges: list[tuple[int, int]] = []  # by statement: where its words begin and end in the stream
        self._entities: dict[str, list[tuple[int, int]]] = {}
        leads = _LEAD_WORDS + 2 * len(self.words)  # how many more words of lead-ins are repeated
        for number, statement in enumerate(document.statements):
            begin = len(self.token)
            for span in statement.lead if leads > 0 else ():
                repeated = self._tokens(span)
                leads -= len(repeated)
                self.token.extend(repeated)
            self.token.extend(self._tokens(statement.span))
            end = len(self.token)
            self.ranges.append((begin, end))
            self.statement.extend([number] * (end - begin))
            self.limit.extend([end] * (end - begin))

    def _tokens(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Stream positions by word; a word in capitals is listed under its written form as well."""
        found: dict[str, list[int]] = defaultdict(list)
        for position, token in enumerate(self.token):
            word = self.words[token]
            found[word.key].append(position)
            if is_capitals(word.written):
                found[word.written].append(position)
        return dict(found)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All keys of `postings`."""
        return frozenset(self.postings)

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self.postings)

    def beginning_with(self, start: str) -> list[str]:
        """Return the words of the document that begin so."""
        first = bisect_left(self._in_order, start)
        return self._in_order[first : bisect_left(self._in_order, start + "\U0010ffff")]

    @cached_property
    def _positions(self) -> dict[int, list[int]]:
        """Where each word of the text stands in the stream."""
        positions: dict[int, list[int]] = defaultdict(list)
        for position, token in enumerate(self.token):
            positions[token].append(position)
        return positions

    def entities(self, kind: str) -> list[tuple[int, int]]:
        """Return the stream ranges (start, end) of the entities of a kind, in order."""
        if kind not in self._entities:
            self._entities[kind] = sorted(self._find_entities(kind))
        return self._entities[kind]

    def _find_entities(self, kind: str) -> Iterator[tuple[int, int]]:
        for entity in find_entities(self.document.text, self.document.links, (kind,)):
            tokens = self._tokens(entity.span)
            # An entity that begins inside a word, such as an obfuscated address, takes the whole word.
            first = tokens.start if not tokens or self._starts[tokens.start] == entity.span.start else tokens.start - 1
            for start in self._positions.get(first, ()) if tokens else ():
                end = start + tokens.stop - first
                if end <= self.limit[start]:
                    yield start, end

    def span(self, start: int, end: int) -> Span:
        """Return the rendered text from one stream position to another (exclusive), both of one statement."""
        tokens = self.token[start:end]
        return Span(self.words[min(tokens)].start, self.words[max(tokens)].end)
