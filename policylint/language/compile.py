"""From the checked data of one rule file to a Rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any, cast

from policylint.language.condition import (
    AllOf,
    AnyOf,
    Because,
    Condition,
    FactIs,
    Heading,
    NoneOf,
    Phrase,
    Polarity,
    ProfileIs,
    Regex,
    RuleIs,
    Scoped,
    Within,
    WordsOver,
)
from policylint.language.diagnostic import Diagnostic, did_you_mean
from policylint.language.facts import FACTS
from policylint.language.phrase import Node, is_negator, literal_words
from policylint.language.reading import read_phrase
from policylint.language.rule import Example, InForce, Law, Profile, Rule, Status
from policylint.language.yamlfile import Path, YamlFile

_COMBINED: Mapping[str, type[AllOf] | type[AnyOf] | type[NoneOf]] = {"all": AllOf, "any": AnyOf, "none": NoneOf}
_CONDITIONS: tuple[Status, ...] = ("present", "not-applicable", "vague", "found")


def compile_rule(file: YamlFile, pack: str, terms: Collection[str]) -> tuple[Rule, list[Diagnostic]]:
    """Return the rule of a file that its schema accepts, and the mistakes that only reading it shows.

    `terms` are the names of the vocabulary.
    """
    reader = _Reader(file, terms)
    # The schema has been applied: the shapes below are known.
    data = cast(dict[str, Any], file.data)
    rule = Rule(
        id=PurePath(file.path).stem,
        pack=pack,
        path=file.path,
        title=data["title"],
        why=data["why"].strip(),
        law={profile: tuple(reader.laws(profile, entries)) for profile, entries in data["law"].items()},
        severity=data["severity"],
        in_force=reader.in_force(data, ()),
        applies=reader.optional(data, "applies"),
        due=reader.optional(data, "due"),
        ignore=reader.optional(data, "ignore"),
        conditions={status: reader.condition(data[status], (status,)) for status in _CONDITIONS if status in data},
        place=tuple(reader.phrase(text, ("place", i)) for i, text in enumerate(data.get("place", ()))),
        messages={status: text.strip() for status, text in data.get("messages", {}).items()},
        suggestion={profile: text.strip() for profile, text in data.get("suggestion", {}).items()},
        supersedes=tuple(data.get("supersedes", ())),
        examples=tuple(_examples(data["examples"])),
    )
    return rule, reader.mistakes


def _examples(data: dict[Status, list[Any]]) -> Iterator[Example]:
    for status, entries in data.items():
        for entry in entries:
            if isinstance(entry, str):
                yield Example(status, entry, None, "")
            else:
                yield Example(status, entry["text"], entry.get("profile"), entry.get("because", ""))


class _Reader:
    def __init__(self, file: YamlFile, terms: Collection[str]) -> None:
        self._file = file
        self._terms = terms
        self.mistakes: list[Diagnostic] = []

    def _mistake(self, where: Path, message: str) -> None:
        self.mistakes.append(self._file.diagnostic(where, message))

    def optional(self, data: dict[str, Any], key: str) -> Condition | None:
        return self.condition(data[key], (key,)) if key in data else None

    def laws(self, profile: Profile, entries: list[dict[str, Any]]) -> Iterator[Law]:
        for i, entry in enumerate(entries):
            where: Path = ("law", profile, i)
            reviewed = self._date(entry["reviewed"], (*where, "reviewed"))
            yield Law(entry["cite"], entry["url"], reviewed or date.min, self.in_force(entry, where))

    def in_force(self, data: dict[str, Any], where: Path) -> InForce:
        days = data.get("in-force", {})
        start, end = (
            self._date(days[key], (*where, "in-force", key)) if key in days else None for key in ("from", "until")
        )
        if start and end and end < start:
            self._mistake((*where, "in-force"), '"until" is before "from"')
        return InForce(start, end)

    def _date(self, text: str, where: Path) -> date | None:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._mistake(where, f"there is no day {text}")
            return None

    def phrase(self, text: str, where: Path) -> Node:
        node, mistakes = read_phrase(self._file, where, text, self._terms)
        self.mistakes += mistakes
        return node

    def condition(self, data: Any, where: Path) -> Condition:
        if isinstance(data, str):
            return self._phrase_condition(data, "affirmed", where)
        operators = [key for key in data if key not in ("because", "confidence")]
        if len(operators) != 1:
            self._mistake(where, f"one condition has one operator, not {len(operators)}: use all, any or none")
            return AnyOf(())
        operator = operators[0]
        part = self._operator(operator, data[operator], (*where, operator))
        if "because" in data or "confidence" in data:
            return Because(part, data.get("because", ""), data.get("confidence", "high"))
        return part

    def _operator(self, operator: str, value: Any, where: Path) -> Condition:
        match operator:
            case "all" | "any" | "none":
                parts = tuple(self.condition(part, (*where, i)) for i, part in enumerate(value))
                return _COMBINED[operator](parts)
            case "statement" | "paragraph" | "section" | "document":
                return Scoped(operator, self.condition(value, where))
            case "within":
                return Within(value["statements"], self.condition(value["condition"], (*where, "condition")))
            case "denied" | "mentioned":
                return self._phrase_condition(value, cast(Polarity, operator), where)
            case "heading":
                return Heading(value, self.phrase(value, where))
            case "regex":
                return self._regex(value, where)
            case "words-over":
                return WordsOver(value)
            case "rule":
                ((name, statuses),) = value.items()
                return RuleIs(name, frozenset(statuses))
            case "fact":
                ((name, fact_value),) = value.items()
                return self._fact(name, fact_value, where)
            case _:
                return ProfileIs(value)

    def _phrase_condition(self, text: str, polarity: Polarity, where: Path) -> Condition:
        node = self.phrase(text, where)
        if polarity == "affirmed" and any(map(is_negator, literal_words(node))):
            # A phrase that spells the negation out has settled the matter itself.
            polarity = "mentioned"
        return Phrase(text, node, polarity)

    def _regex(self, pattern: str, where: Path) -> Condition:
        import re2

        try:
            re2.compile(pattern)
        except re2.error as error:
            reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error
            self._mistake(where, f"not a regular expression that RE2 knows: {reason}")
        return Regex(pattern)

    def _fact(self, name: str, value: str, where: Path) -> Condition:
        if name not in FACTS:
            self._mistake((*where, name, "\0key"), f'unknown fact "{name}"{did_you_mean(name, FACTS)}')
        elif value not in FACTS[name]:
            self._mistake((*where, name), f"the fact {name} is one of {', '.join(FACTS[name])}")
        return FactIs(name, value)
