"""Finds phrases in an index.

Every node of a phrase is looked up once for the whole document and remembered, so that a term used by many rules
costs once. The steps taken are counted against a budget that depends on the length of the document alone: no rule and
no text can make matching run away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from policylint.engine.index import Index
from policylint.engine.negation import negated_positions
from policylint.language.phrase import Choice, EntityRef, Node, Prefix, Sequence, Term, Words

Hit = tuple[int, int]
"""A range of stream positions, the end exclusive, within one statement."""

_Items = TypeVar("_Items", bound=Collection[object])

_BUDGET_PER_WORD = 400
_BUDGET_BASE = 2_000_000


class TooMuchWorkError(Exception):
    """Matching took more steps than any honest rule needs."""


class Hits:
    """Where a node is found: ranges in order, each once."""

    def __init__(self, ranges: Iterable[Hit]) -> None:
        self.ranges: list[Hit] = sorted(set(ranges))

    @cached_property
    def starts(self) -> list[int]:
        """The start of each range, in order."""
        return [start for start, _ in self.ranges]


_NONE = Hits(())


class Matcher:
    """Looks up phrases in one document."""

    def __init__(self, index: Index, vocabulary: Mapping[str, Node]) -> None:
        self.index = index
        self._vocabulary = vocabulary
        self._found: dict[int, tuple[Node, Hits]] = {}  # by identity; the node is kept so that it stays unique
        self._terms: dict[str, Hits] = {}
        self._seen: dict[int, tuple[Node, bool]] = {}  # by identity, like _found
        self._steps = _BUDGET_BASE + _BUDGET_PER_WORD * len(index.token)

    @cached_property
    def negated(self) -> bytearray:
        """By stream position: 1 where a negation reaches the word."""
        return negated_positions(self.index)

    def find(self, node: Node) -> Hits:
        """Return where a node is found.

        Raises TooMuchWorkError.
        """
        if isinstance(node, Term):
            if node.name not in self._terms:
                self._terms[node.name] = self.find(self._vocabulary[node.name])
            return self._terms[node.name]
        known = self._found.get(id(node))
        if known is None:
            known = (node, self._look_up(node) if self._possible(node) else _NONE)
            self._found[id(node)] = known
        return known[1]

    def _possible(self, node: Node) -> bool:
        """Say whether the document has the words that a node cannot do without, which is quick to see."""
        known = self._seen.get(id(node))
        if known is None:
            known = (node, self._has_words(node))
            self._seen[id(node)] = known
        return known[1]

    def _has_words(self, node: Node) -> bool:
        match node:
            case Words(keys):
                return not keys.isdisjoint(self.index.vocabulary)
            case Prefix(start):
                return bool(self.index.beginning_with(start))
            case EntityRef(kind):
                return bool(self.index.entities(kind))
            case Choice(options):
                return any(map(self._possible, options))
            case Sequence(parts):
                return all(self._possible(part.node) for part in parts if not part.optional)
            case Term(name):
                return self._possible(self._vocabulary[name])

    def _look_up(self, node: Node) -> Hits:
        postings = self.index.postings
        match node:
            case Words(keys):
                return Hits([(p, p + 1) for key in keys for p in self._counted(postings.get(key, ()))])
            case Prefix(start):
                found = self.index.beginning_with(start)
                return Hits([(p, p + 1) for key in found for p in self._counted(postings[key])])
            case EntityRef(kind, beginnings):
                return Hits(r for r in self._counted(self.index.entities(kind)) if self._begins(r[0], beginnings))
            case Choice(options):
                return Hits([r for option in options for r in self._counted(self.find(option).ranges)])
            case Sequence():
                return self._sequence(node)
            case Term():
                return self.find(node)

    def _begins(self, position: int, beginnings: tuple[str, ...]) -> bool:
        return not beginnings or self.index.words[self.index.token[position]].key.startswith(beginnings)

    def _counted(self, items: _Items) -> _Items:
        self._spend(len(items))
        return items

    def _spend(self, steps: int) -> None:
        self._steps -= steps
        if self._steps < 0:
            raise TooMuchWorkError

    def _sequence(self, node: Sequence) -> Hits:
        state: Iterable[Hit] = self.find(node.parts[0].node).ranges
        for part in node.parts[1:]:
            longer = self._extend(state, self.find(part.node), part.gap)
            state = {*state, *longer} if part.optional else longer
            if not state:
                return _NONE
        return Hits(state)

    def _extend(self, state: Iterable[Hit], following: Hits, gap: int) -> set[Hit]:
        extended: set[Hit] = set()
        starts, ranges, limit = following.starts, following.ranges, self.index.limit
        for start, end in state:
            last = min(end + gap, limit[start] - 1)
            at = bisect_left(starts, end)
            first = at
            while at < len(starts) and starts[at] <= last:
                extended.add((start, ranges[at][1]))
                at += 1
            self._spend(1 + at - first)
        return extended
