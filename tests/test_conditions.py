"""Conditions at every scope, on small documents."""

from __future__ import annotations

from typing import Any

import pytest

from policylint.engine.evaluate import Context, Evaluator
from policylint.engine.index import Index
from policylint.engine.matcher import Matcher
from policylint.engine.units import Units
from policylint.language.compile import compile_rule
from policylint.language.facts import Fact
from policylint.language.yamlfile import read_yaml
from tests.documents import markdown
from tests.rulefiles import rule_text

TEXT = """
# Privacy notice

We keep orders. They go after six years.

We do not sell data, and we share nothing with the Moon.

## How long

Letters: ten weeks.

## Officer

### Contact

Write to us:

- by post
- at us@example.org
"""


def holds(condition: str, text: str = TEXT) -> bool:
    file = read_yaml("rule.yaml", rule_text(present=condition).encode())
    rule, mistakes = compile_rule(file, "test", ())
    assert mistakes == []
    matcher = Matcher(Index(markdown(text)), {})
    context = Context("uk", {"dpo": Fact("none", "small")}, {"retention": "vague"})
    return bool(Evaluator(matcher, Units(matcher.index.document), context).find(rule.conditions["present"]))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("keep orders", True),
        ("{all: [keep, orders]}", True),
        ("{all: [keep, six]}", False),
        ("{any: [nonsense, six]}", True),
        ("{all: [keep, {none: [letters]}]}", True),
        ("{all: [keep, {none: [orders]}]}", False),
        ("{paragraph: {all: [keep, six]}}", True),
        ("{paragraph: {all: [keep, moon]}}", False),
        ("{document: {all: [keep, moon]}}", False),
        ("{document: {all: [keep, {mentioned: moon}]}}", True),
        ("{within: {statements: 2, condition: {all: [keep, six]}}}", True),
        ("{within: {statements: 2, condition: {all: [six, letters]}}}", False),
        ("{section: {all: [{heading: how long}, <duration>]}}", True),
        ("{section: {all: [{heading: how long}, orders]}}", False),
        ("{section: {all: [{heading: privacy notice}, orders]}}", False),
        ("{section: {all: [{heading: officer}, <email>]}}", True),
        ("{section: {all: [{statement: {all: [us, <email>]}}, post]}}", True),
        ("{all: [{heading: officer}, <email>]}", True),
        ("{all: [{heading: contact}, letters]}", False),
        ("{all: [write to us, post]}", True),
        ("{all: [keep orders, {document: letters}]}", True),
        ("{all: [keep orders, {none: [{document: letters}]}]}", False),
        ("{all: [keep orders, {paragraph: six}]}", True),
        ("{all: [keep orders, {paragraph: letters}]}", False),
        ("sell data", False),
        ("{denied: sell data}", True),
        ("{mentioned: sell data}", True),
        ("{denied: keep orders}", False),
        ("do not sell", True),
        ('{regex: "us@example[.]org"}', True),
        ('{regex: "(?i)^LETTERS"}', True),
        ("{words-over: 10}", True),
        ("{words-over: 30}", False),
        ("{rule: {retention: [vague]}}", True),
        ("{rule: {retention: [present]}}", False),
        ("{fact: {dpo: none}}", True),
        ("{fact: {dpo: appointed}}", False),
        ("{profile: uk}", True),
        ("{profile: eu}", False),
        ("{all: [{profile: eu}, keep]}", False),
        ("<email:us>", True),
        ("<email:dpo>", False),
    ],
)
def test_condition(condition: str, expected: bool) -> None:
    assert holds(condition) is expected


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("We transfer data.", True),
        ("We do not transfer data.", False),
        ("We don\u2019t transfer data.", False),
        ("We never knowingly transfer data.", False),
        ("No data is sold, we transfer data to nobody.", True),
        ("We do not sell, rent or transfer data.", False),
        ("We do not sell it, but we transfer data.", True),
        ("If you do not agree, we transfer data.", True),
        ("We will not keep it unless we transfer data.", True),
        ("We not only store it, we transfer data.", True),
        ("We keep it no longer than we transfer data.", True),
        ("We do not sell it. We transfer data.", True),
    ],
)
def test_negation(text: str, affirmed: bool) -> None:
    assert holds("transfer data", text) is affirmed


def test_a_section_is_not_the_whole_document() -> None:
    assert not holds("{section: {all: [orders, letters]}}")


def test_ignored_statements_count_for_nothing() -> None:
    file = read_yaml("rule.yaml", rule_text(present="six years", ignore="orders").encode())
    rule, _ = compile_rule(file, "test", ())
    matcher = Matcher(Index(markdown("Orders: six years.")), {})
    found: Any = Evaluator(matcher, Units(matcher.index.document), Context("uk", {}, {}), rule.ignore).find(
        rule.conditions["present"]
    )
    assert found == {}
