"""Gives every rule's verdict on a document, with the passage that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from policylint.document.model import Span
from policylint.engine.evaluate import Context, Evaluator, Proof
from policylint.engine.index import Index
from policylint.engine.matcher import Matcher
from policylint.engine.units import Units
from policylint.language.condition import AnyOf, Because, Condition, Confidence
from policylint.language.facts import Fact
from policylint.language.rule import Profile, Rule, RuleSet, Status

_ASKED_IN_ORDER: tuple[Status, ...] = ("present", "not-applicable", "vague")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that decided a verdict, within one statement (an index into the document's statements)."""

    span: Span
    statement: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule's answer on one document.

    `due` says whether the duty is known to apply; `anchor` is the statement at which a missing item belongs.
    """

    rule: Rule
    status: Status
    reason: str
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    due: bool
    anchor: int | None


def judge(
    index: Index, rules: RuleSet, profile: Profile, as_of: date, facts: Mapping[str, Fact]
) -> tuple[Verdict, ...]:
    """Return the verdict on an indexed document of every rule that the profile asks on the day, in the rules' order.

    Raises TooMuchWorkError where a rule needs more steps than its budget.
    """
    matcher = Matcher(index, rules.vocabulary)
    units = Units(index.document)
    verdicts: dict[str, Verdict] = {}
    for rule in rules.rules:
        if rule.asked(profile, as_of):
            given = {name: verdict.status for name, verdict in verdicts.items()}
            evaluator = Evaluator(matcher, units, Context(profile, facts, given), rule.ignore)
            verdicts[rule.id] = _Judge(rule, matcher, evaluator).verdict()
    return tuple(verdicts.values())


@dataclass(frozen=True, slots=True)
class _Passage:
    proof: Proof
    reason: str
    confidence: Confidence


class _Judge:
    def __init__(self, rule: Rule, matcher: Matcher, evaluator: Evaluator) -> None:
        self._rule = rule
        self._matcher = matcher
        self._evaluator = evaluator

    def verdict(self) -> Verdict:
        rule = self._rule
        if rule.applies is not None and not self._evaluator.holds(rule.applies):
            reason = rule.applies.reason if isinstance(rule.applies, Because) else "the rule does not apply here"
            return Verdict(rule, "not-applicable", reason, "high", (), False, None)
        if rule.is_prohibition:
            return self._prohibition(rule.conditions["found"])
        for status in _ASKED_IN_ORDER:
            condition = rule.conditions.get(status)
            if condition is not None and (passage := self._best(condition)):
                return self._decided(status, passage)
        due = rule.due is None or self._evaluator.holds(rule.due)
        return Verdict(rule, "missing", "nothing in the document says it", "high", (), due, self._anchor())

    def _decided(self, status: Status, passage: _Passage) -> Verdict:
        evidence = self._evidence(passage.proof)
        return Verdict(self._rule, status, passage.reason, passage.confidence, evidence, True, self._anchor())

    def _prohibition(self, condition: Condition) -> Verdict:
        units = self._evaluator.find(condition)
        evidence = tuple(p for _, proofs in sorted(units.items()) for proof in proofs for p in self._evidence(proof))
        unique = tuple(dict.fromkeys(evidence))
        status: Status = "found" if unique else "clear"
        reason = condition.reason if isinstance(condition, Because) else ""
        return Verdict(self._rule, status, reason, "high", unique, True, None)

    def _best(self, condition: Condition) -> _Passage | None:
        """Return the passage that decides: that of the first alternative that holds, at its first place."""
        match condition:
            case AnyOf(parts):
                return next((passage for part in parts if (passage := self._best(part))), None)
            case Because(part, reason, confidence):
                passage = self._best(part)
                return passage and _Passage(passage.proof, reason or passage.reason, confidence)
            case _:
                units = self._evaluator.find(condition)
                if not units:
                    return None
                return _Passage(next((units[unit][0] for unit in sorted(units) if units[unit][0]), ()), "", "high")

    def _evidence(self, proof: Proof) -> tuple[Evidence, ...]:
        """Join the hits of each statement into one passage; words of a lead-in are a passage of their own."""
        index = self._matcher.index
        spans: dict[tuple[int, bool], Span] = {}
        for start, end in proof:
            number = index.statement[start]
            own = index.document.statements[number].span
            for piece in _split_at(index, start, end, own):
                key = (number, piece.start >= own.start)
                before = spans.get(key, piece)
                spans[key] = Span(min(before.start, piece.start), max(before.end, piece.end))
        return tuple(Evidence(span, number) for (number, _), span in sorted(spans.items(), key=lambda item: item[1]))

    def _anchor(self) -> int | None:
        """Return the heading under which the item belongs."""
        index = self._matcher.index
        statements = index.document.statements
        for node in self._rule.place:
            for start, _ in self._matcher.find(node).ranges:
                if statements[index.statement[start]].kind == "heading":
                    return index.statement[start]
        return None


def _split_at(index: Index, start: int, end: int, own: Span) -> list[Span]:
    """Return the text of a hit, in two pieces where it runs from a lead-in into the statement itself."""
    position = start
    while position < end and index.words[index.token[position]].start < own.start:
        position += 1
    pieces = [(start, position), (position, end)]
    return [index.span(low, high) for low, high in pieces if high > low]
