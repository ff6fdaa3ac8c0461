"""The units that a condition can hold in: statements, paragraphs, sections, runs of statements, the document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from policylint.document.model import Document
from policylint.language.condition import Scope

UnitKind = Scope | int
"""A scope, or a number of statements for a run of so many (a run is known by its first statement)."""


class Units:
    """Which statements make up which units."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._firsts: dict[UnitKind, dict[int, int]] = {}

    def of(self, statement: int, kind: UnitKind) -> Iterable[int]:
        """Return the units of a kind that a statement is part of."""
        match kind:
            case "statement":
                return (statement,)
            case "paragraph":
                return (self._document.statements[statement].paragraph,)
            case "section":
                return self.sections_around[self._document.statements[statement].section]
            case "document":
                return (0,)
            case int():
                section = self._document.statements[statement].section
                first = max(self.section_begins[section], statement - kind + 1)
                return range(first, statement + 1)

    def first_statements(self, kind: UnitKind) -> dict[int, int]:
        """Return all units of a kind, each with its first statement."""
        if kind not in self._firsts:
            self._firsts[kind] = self._first_statements(kind)
        return self._firsts[kind]

    def _first_statements(self, kind: UnitKind) -> dict[int, int]:
        firsts: dict[int, int] = {}
        for number in range(len(self._document.statements)):
            for unit in self.of(number, kind):
                firsts.setdefault(unit, number)
        return firsts

    @cached_property
    def sections_around(self) -> list[tuple[int, ...]]:
        """For each section, itself and those around it, without the one that is the whole document."""
        whole = self._whole_document()
        around: list[tuple[int, ...]] = []
        for number, section in enumerate(self._document.sections):
            outer = around[section.parent] if section.parent is not None else ()
            around.append(outer if number in whole else (number, *outer))
        return around

    def _whole_document(self) -> frozenset[int]:
        """Return the sections that say nothing about a passage: before the first heading, and under the title."""
        sections = self._document.sections
        top = min((section.level for section in sections[1:]), default=0)
        titles = [number for number, section in enumerate(sections[1:], 1) if section.level == top]
        alone = len(titles) == 1 and len(sections) > 2 and any(section.parent == titles[0] for section in sections)
        return frozenset({0, *titles}) if alone else frozenset({0})

    @cached_property
    def section_begins(self) -> list[int]:
        """For each section, its first statement."""
        begins = [0] * len(self._document.sections)
        for number in range(len(self._document.statements) - 1, -1, -1):
            begins[self._document.statements[number].section] = number
        return begins
