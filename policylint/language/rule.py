"""Rules as frozen values, ready to judge with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policylint.language.condition import Condition
from policylint.language.phrase import Node

Profile = Literal["uk", "eu"]
PROFILES: tuple[Profile, ...] = ("uk", "eu")
Severity = Literal["error", "warning", "info", "off"]
Status = Literal["present", "vague", "missing", "not-applicable", "clear", "found"]
STATUSES: tuple[Status, ...] = ("present", "vague", "missing", "not-applicable", "clear", "found")
PROBLEMS: frozenset[Status] = frozenset({"vague", "missing", "found"})


@dataclass(frozen=True, slots=True)
class InForce:
    """The days on which law applies, both included; None for no limit."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether the law applies on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Law:
    """A citation, when a person last checked it, and the days on which it is law."""

    cite: str
    url: str
    reviewed: date
    in_force: InForce


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the verdict that the rule gives on it."""

    status: Status
    text: str
    profile: Profile | None
    because: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One checklist item or lint.

    A requirement has conditions for `present` (and perhaps `vague`, `not-applicable`), a prohibition one for `found`.
    `conditions` are by status. `applies` and `due` are None where the rule always applies or is always due, `ignore`
    where every statement counts.
    """

    id: str
    pack: str
    path: str
    title: str
    why: str
    law: Mapping[Profile, tuple[Law, ...]]
    severity: Mapping[Status, Severity]
    in_force: InForce
    applies: Condition | None
    due: Condition | None
    ignore: Condition | None
    conditions: Mapping[Status, Condition]
    place: tuple[Node, ...]
    messages: Mapping[Status, str]
    suggestion: Mapping[Profile, str]
    supersedes: tuple[str, ...]
    examples: tuple[Example, ...]

    @property
    def is_prohibition(self) -> bool:
        """Whether the rule looks for what must not be there."""
        return "found" in self.conditions

    def asked(self, profile: Profile, day: date) -> bool:
        """Say whether this law, on this day, asks the rule at all."""
        return profile in self.law and self.in_force.covers(day)

    def citations(self, profile: Profile, day: date) -> tuple[Law, ...]:
        """Return the law behind the rule on a day."""
        return tuple(law for law in self.law[profile] if law.in_force.covers(day))


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules in the order in which they can be judged, with their vocabulary and a digest of their files."""

    rules: tuple[Rule, ...]
    vocabulary: Mapping[str, Node]
    digest: str

    def find(self, rule_id: str) -> Rule | None:
        """Return the rule with an id, or None."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
