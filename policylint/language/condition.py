"""Conditions: what must be in a document, at which scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from policylint.language.phrase import Node

Scope = Literal["statement", "paragraph", "section", "document"]
Polarity = Literal["affirmed", "denied", "mentioned"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A phrase stands in the text.

    Affirmed: no "not" reaches any of it. Denied: one reaches its first word. Mentioned: either way.
    """

    text: str
    node: Node
    polarity: Polarity


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """The heading of a section around it has the phrase."""

    text: str
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class Regex:
    """A regular expression (RE2 syntax, linear time) matches in the rendered text of a statement."""

    pattern: str


@dataclass(frozen=True, slots=True, eq=False)
class WordsOver:
    """A measure: the statement has more words than this."""

    limit: int


@dataclass(frozen=True, slots=True, eq=False)
class RuleIs:
    """Another rule's verdict is one of these."""

    rule: str
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class FactIs:
    """The user stated this fact."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class ProfileIs:
    """The notice is judged under this law."""

    profile: str


@dataclass(frozen=True, slots=True, eq=False)
class AllOf:
    """Every part holds in the same unit of the scope."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AnyOf:
    """At least one part holds; the first that does gives the evidence."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NoneOf:
    """No part holds in the unit."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scoped:
    """The part holds somewhere in a unit of this scope."""

    scope: Scope
    part: Condition


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """The part holds in some run of `statements` statements of one section."""

    statements: int
    part: Condition


@dataclass(frozen=True, slots=True, eq=False)
class Because:
    """The part, with the reason that a reader is told and how sure it is."""

    part: Condition
    reason: str
    confidence: Confidence


Condition: TypeAlias = (
    Phrase
    | Heading
    | Regex
    | WordsOver
    | RuleIs
    | FactIs
    | ProfileIs
    | AllOf
    | AnyOf
    | NoneOf
    | Scoped
    | Within
    | Because
)


def walk(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and all conditions inside it."""
    yield condition
    match condition:
        case AllOf(parts) | AnyOf(parts) | NoneOf(parts):
            for part in parts:
                yield from walk(part)
        case Scoped() | Within() | Because():
            yield from walk(condition.part)
        case _:
            return
