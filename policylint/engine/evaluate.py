"""Evaluates conditions: for each unit in which a condition holds, the words that make it hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policylint.engine.matcher import Hit, Matcher
from policylint.engine.units import UnitKind, Units
from policylint.language.condition import (
    AllOf,
    AnyOf,
    Because,
    Condition,
    FactIs,
    Heading,
    NoneOf,
    Phrase,
    ProfileIs,
    Regex,
    RuleIs,
    Scoped,
    Within,
    WordsOver,
)
from policylint.language.facts import Fact
from policylint.language.rule import Profile, Status

_SIZE = ("statement", "run", "paragraph", "section", "document")  # from small to large

Proof = tuple[Hit, ...]
"""Hits that together make a condition hold (none where it holds by absence or by a fact), in order."""

Found = dict[int, tuple[Proof, ...]]
"""Units in which a condition holds, with at least one proof each."""

_NO_WORDS: tuple[Proof, ...] = ((),)
_CLOSING_WORDS = 2
_MOST_PROOFS = 12  # that are tried against each other in one unit to find the words that stand closest together


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides the text: the law that applies, the user's facts, the verdicts given so far."""

    profile: Profile
    facts: Mapping[str, Fact]
    verdicts: Mapping[str, Status]


class Evaluator:
    """Evaluates conditions on one document."""

    def __init__(self, matcher: Matcher, units: Units, context: Context, ignore: Condition | None = None) -> None:
        self._matcher = matcher
        self._index = matcher.index
        self._units = units
        self._context = context
        self._ignored: frozenset[int] = frozenset()  # statements that count for nothing
        if ignore is not None:
            self._ignored = frozenset(self.find(ignore))

    def find(self, condition: Condition, kind: UnitKind = "statement") -> Found:
        """Return the units of a kind in which a condition holds."""
        match condition:
            case Phrase() | Regex() | WordsOver():
                return self._lift_hits(self._hits(condition), kind)
            case Heading():
                return self._under_heading(condition, kind)
            case AnyOf(parts):
                return self._any(parts, kind)
            case AllOf(parts):
                return self._all(parts, kind)
            case NoneOf(parts):
                found = self._any(parts, kind)
                return {unit: _NO_WORDS for unit in self._units.first_statements(kind) if unit not in found}
            case Scoped(scope, part):
                return self._widen(part, scope, kind)
            case Within(statements, part):
                return self._widen(part, statements, kind)
            case Because(part):
                return self.find(part, kind)
            case RuleIs() | FactIs() | ProfileIs():
                return dict.fromkeys(self._units.first_statements(kind), _NO_WORDS) if self._is_so(condition) else {}

    def holds(self, condition: Condition) -> bool:
        """Say whether a condition holds anywhere in the document."""
        if isinstance(condition, NoneOf):
            return not any(map(self.holds, condition.parts))
        if isinstance(condition, AllOf):
            return all(map(self.holds, condition.parts))
        if isinstance(condition, AnyOf):
            return any(map(self.holds, condition.parts))
        if isinstance(condition, RuleIs | FactIs | ProfileIs):
            return self._is_so(condition)
        return bool(self.find(condition, "document"))

    def _is_so(self, condition: RuleIs | FactIs | ProfileIs) -> bool:
        match condition:
            case RuleIs(rule, statuses):
                return self._context.verdicts.get(rule) in statuses
            case FactIs(name, value):
                fact = self._context.facts.get(name)
                return fact is not None and fact.value == value
            case ProfileIs(profile):
                return self._context.profile == profile

    def _hits(self, condition: Phrase | Regex | WordsOver) -> Iterable[Hit]:
        match condition:
            case Phrase(_, node, polarity):
                ranges = self._matcher.find(node).ranges
                if polarity == "mentioned":
                    return ranges
                negated = self._matcher.negated
                if polarity == "denied":
                    return [hit for hit in ranges if negated[hit[0]]]
                return [hit for hit in ranges if 1 not in negated[hit[0] : hit[1]]]
            case Regex(pattern):
                return self._regex_hits(pattern)
            case WordsOver(limit):
                return [(begin, end) for begin, end in self._index.ranges if end - begin > limit]

    def _regex_hits(self, pattern: str) -> list[Hit]:
        import re2

        index = self._index
        hits: list[Hit] = []
        for statement, (begin, end) in zip(index.document.statements, index.ranges, strict=True):
            span = statement.span
            for match in re2.finditer(pattern, index.document.text[span.start : span.end]):
                low, high = span.start + match.start(), span.start + match.end()
                inside = [i for i in range(begin, end) if low <= index.words[index.token[i]].start < high]
                if inside:
                    hits.append((inside[0], inside[-1] + 1))
        return hits

    def _lift_hits(self, hits: Iterable[Hit], kind: UnitKind) -> Found:
        found: dict[int, list[Proof]] = {}
        for hit in _whole(hits):
            if self._index.statement[hit[0]] in self._ignored:
                continue
            for unit in self._units.of(self._index.statement[hit[0]], kind):
                found.setdefault(unit, []).append((hit,))
        return {unit: tuple(proofs) for unit, proofs in found.items()}

    def _under_heading(self, condition: Heading, kind: UnitKind) -> Found:
        statements = self._index.document.statements
        sections = {
            statements[self._index.statement[start]].section
            for start, _ in self._matcher.find(condition.node).ranges
            if statements[self._index.statement[start]].kind == "heading"
        }
        if kind == "section":
            return dict.fromkeys(sorted(sections), _NO_WORDS)
        found: Found = {}
        for number, statement in enumerate(statements):
            if not sections.isdisjoint(self._units.sections_around[statement.section]):
                found.update(dict.fromkeys(self._units.of(number, kind), _NO_WORDS))
        return found

    def _any(self, parts: tuple[Condition, ...], kind: UnitKind) -> Found:
        found: Found = {}
        for part in parts:
            for unit, proofs in self.find(part, kind).items():
                found.setdefault(unit, proofs)
        return found

    def _all(self, parts: tuple[Condition, ...], kind: UnitKind) -> Found:
        found = [self.find(part, kind) for part in parts]
        first, *rest = found
        return {
            unit: (_closest([here[unit] for here in found]),) for unit in first if all(unit in here for here in rest)
        }

    def _widen(self, part: Condition, inner: UnitKind, outer: UnitKind) -> Found:
        """Return the outer units that have an inner unit in which the part holds, with their proofs.

        Where the inner unit is the larger one, the part holds in every outer unit that is part of it.
        """
        inside = self.find(part, inner)
        if inner == outer:
            return inside
        if _SIZE.index(_size(inner)) > _SIZE.index(_size(outer)):
            return self._narrow(inside, inner, outer)
        firsts = self._units.first_statements(inner)
        found: dict[int, list[Proof]] = {}
        for unit, proofs in sorted(inside.items()):
            for proof in proofs[:_MOST_PROOFS]:
                statement = self._index.statement[proof[0][0]] if proof else firsts[unit]
                for around in self._units.of(statement, outer):
                    found.setdefault(around, []).append(proof)
        return {unit: tuple(proofs) for unit, proofs in found.items()}

    def _narrow(self, inside: Found, inner: UnitKind, outer: UnitKind) -> Found:
        found: Found = {}
        for unit, statement in self._units.first_statements(outer).items():
            for around in self._units.of(statement, inner):
                if around in inside:
                    found[unit] = inside[around]
                    break
        return found


def _whole(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that begin at the same word keep the shortest, but with the optional words that close it off."""
    whole: list[Hit] = []
    shortest = 0
    for start, end in hits:
        if not whole or whole[-1][0] != start:
            whole.append((start, end))
            shortest = end
        elif end <= shortest + _CLOSING_WORDS:
            whole[-1] = (start, end)
    return whole


def _closest(choices: list[tuple[Proof, ...]]) -> Proof:
    """Return one proof of each choice, joined, such that all their words stand as close together as can be seen."""
    proofs = [_nearest_to(base, choices[1:]) for base in choices[0][:_MOST_PROOFS]]
    return min(proofs, key=_extent)


def _nearest_to(base: Proof, choices: list[tuple[Proof, ...]]) -> Proof:
    for choice in choices:
        base = min((tuple(sorted({*base, *proof})) for proof in choice[:_MOST_PROOFS]), key=_extent)
    return base


def _extent(proof: Proof) -> int:
    return max(end for _, end in proof) - min(start for start, _ in proof) if proof else 0


def _size(kind: UnitKind) -> str:
    return "run" if isinstance(kind, int) else kind
