"""The rules prove themselves: their examples are tests, in every form that a text comes in."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from datetime import date

import pytest

from policylint.document import parse
from policylint.document.model import Document
from policylint.engine.evaluate import Context, Evaluator
from policylint.engine.index import Index
from policylint.engine.judge import judge
from policylint.engine.matcher import Matcher
from policylint.engine.units import Units
from policylint.language.condition import AnyOf
from policylint.language.rule import Example, Profile, Rule
from policylint.pipeline import built_in_rules
from policylint.source import Source
from tests.documents import markdown

AS_OF = date(2026, 11, 25)
RULES = built_in_rules()


def cases() -> Iterator[tuple[Rule, Example, Profile]]:
    for rule in RULES.rules:
        for example in rule.examples:
            for profile in rule.law:
                if example.profile in (None, profile):
                    yield rule, example, profile


def name_of(value: object) -> str:
    if isinstance(value, Rule):
        return value.id
    if isinstance(value, Example):
        return f"{value.status}: {' '.join(value.text.split())[:50]}"
    return str(value)


def wrapped(text: str) -> str:
    """Break prose at 60 columns; headings, lists and tables stay as they are."""
    return "\n".join(textwrap.fill(line, 60) if line[:1].isalpha() else line for line in text.split("\n"))


def emphasised(text: str) -> str:
    """Put every second plain word of prose in bold."""
    lines = []
    for line in text.split("\n"):
        words = line.split(" ")
        bold = [f"**{word}**" if i % 2 and word.isalpha() else word for i, word in enumerate(words)]
        lines.append(" ".join(bold) if line[:1].isalpha() else line)
    return "\n".join(lines)


def forms(text: str) -> Iterator[tuple[str, Document]]:
    yield "Markdown", markdown(text)
    yield "wrapped Markdown", markdown(wrapped(text))
    yield "Markdown with bold words", markdown(emphasised(text))
    if not re.search(r"\]\(|^\|", text, re.MULTILINE):
        yield "plain text", parse(Source("policy.txt", text), "text")
        yield "wrapped plain text", parse(Source("policy.txt", wrapped(text)), "text")


@pytest.mark.parametrize(("rule", "example", "profile"), list(cases()), ids=name_of)
def test_example_gets_its_verdict_in_every_form(rule: Rule, example: Example, profile: Profile) -> None:
    got = {}
    for form, document in forms(example.text):
        verdicts = judge(Index(document), RULES, profile, AS_OF, {})
        got[form] = next(verdict.status for verdict in verdicts if verdict.rule.id == rule.id)
    assert got == dict.fromkeys(got, example.status)


@pytest.mark.parametrize("rule", RULES.rules, ids=name_of)
def test_every_alternative_is_proved_by_an_example(rule: Rule) -> None:
    unproved = []
    for status, condition in rule.conditions.items():
        documents = [markdown(example.text) for example in rule.examples if example.status == status]
        alternatives = condition.parts if isinstance(condition, AnyOf) else (condition,)
        for number, alternative in enumerate(alternatives, 1):
            if not any(_evaluator(document, rule).find(alternative) for document in documents):
                unproved.append(f"{status} {number}")
    assert unproved == []


def _evaluator(document: Document, rule: Rule) -> Evaluator:
    matcher = Matcher(Index(document), RULES.vocabulary)
    return Evaluator(matcher, Units(document), Context("uk", {}, {}), rule.ignore)


@pytest.mark.parametrize("rule", RULES.rules, ids=name_of)
def test_rule_has_an_example_of_every_verdict_and_a_near_miss(rule: Rule) -> None:
    possible = set(rule.conditions) | ({"missing"} if not rule.is_prohibition else {"clear"})
    assert {example.status for example in rule.examples} >= possible
    assert any(example.because for example in rule.examples)


@pytest.mark.parametrize("rule", RULES.rules, ids=name_of)
def test_rule_says_all_that_a_finding_needs(rule: Rule) -> None:
    problems = {status for status in ("missing", "vague", "found") if rule.severity.get(status)}
    assert set(rule.messages) == problems
    assert set(rule.suggestion) == set(rule.law)
    assert all(law.reviewed <= AS_OF for laws in rule.law.values() for law in laws)
    assert all(rule.citations(profile, AS_OF) for profile in rule.law)


def test_titles_are_unique() -> None:
    titles = [rule.title for rule in RULES.rules]
    assert len(titles) == len(set(titles))
