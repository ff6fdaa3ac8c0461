"""A mistake in a rule file is a diagnostic at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from policylint.language.diagnostic import RuleFileError
from policylint.language.load import load_rules
from tests.rulefiles import rule_text, write_pack

LINES = rule_text().count("\n")  # `present` is the last line


def mistakes(root: Path) -> list[str]:
    """The diagnostics of a folder of rules, paths shortened to file names."""
    with pytest.raises(RuleFileError) as caught:
        load_rules(root)
    return [str(d).replace(str(Path(d.path).parent) + "/", "") for d in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rule_text(presnt="x"), [f'r.yaml:{LINES + 1}:1: unknown key "presnt" (did you mean "present"?)']),
        (
            rule_text(present="keep ... "),
            [f"r.yaml:{LINES}:18: a gap stands between two words (in the phrase `keep ...`)"],
        ),
        (rule_text(present="'(keep'"), [f"r.yaml:{LINES}:11: this `(` is not closed (in the phrase `(keep`)"]),
        (rule_text(present="'keep (it'"), [f"r.yaml:{LINES}:16: this `(` is not closed (in the phrase `keep (it`)"]),
        (rule_text(present="'{kep}'"), [f'r.yaml:{LINES}:10: unknown term {{kep}} (did you mean "keep"?)']),
        (rule_text(present="<emial>"), [f'r.yaml:{LINES}:10: unknown entity <emial> (did you mean "email"?)']),
        (rule_text(present="{al: [keep]}"), [f'r.yaml:{LINES}:11: unknown key "al" (did you mean "all"?)']),
        (
            rule_text(present="{all: [a], any: [b]}"),
            [f"r.yaml:{LINES}:10: one condition has one operator, not 2: use all, any or none"],
        ),
        (
            rule_text(present="{regex: 'a(?=b)'}"),
            [f"r.yaml:{LINES}:18: not a regular expression that RE2 knows: invalid perl operator: (?="],
        ),
        (rule_text(due="{fact: {dop: none}}"), [f'r.yaml:{LINES + 1}:14: unknown fact "dop" (did you mean "dpo"?)']),
        (rule_text(due="{fact: {dpo: no}}"), [f"r.yaml:{LINES + 1}:19: the fact dpo is one of none, appointed"]),
        (rule_text(due="{rule: {q: [vague]}}"), [f'r.yaml:{LINES + 1}:6: unknown rule "q"']),
        (rule_text(due="{rule: {r: [vague]}}"), ["r.yaml:1:1: rules go round in a circle: r -> r"]),
        (rule_text(found="x"), ['r.yaml:1:1: a rule has either "present" (with "vague", "not-applicable") or "found"']),
        (
            rule_text().replace("error", "eror"),
            ['r.yaml:5:21: "eror" is not one of error, warning, info, off (did you mean "error"?)'],
        ),
        (rule_text().replace("2026-11-22", "2026-13-22"), ["r.yaml:4:81: there is no day 2026-13-22"]),
        (
            rule_text().replace("title", "titel"),
            ['r.yaml:1:1: the key "title" is missing', 'r.yaml:1:1: unknown key "titel" (did you mean "title"?)'],
        ),
        (rule_text(title="again"), [f'r.yaml:{LINES + 1}:1: "title" is here twice']),
        ("title: [", ["r.yaml:2:1: not valid YAML: did not find expected node content"]),
        ("a: &x 1\nb: *x\n", ["r.yaml:1:4: anchors and aliases are not used"]),
        ("", ["r.yaml:1:1: the file is empty"]),
        ("- 1", ["r.yaml:1:1: must be a mapping"]),
        ("[" * 5000, ["r.yaml:1:1001: not valid YAML: exceeded maximum nesting depth"]),
    ],
)
def test_mistake(tmp_path: Path, text: str, expected: list[str]) -> None:
    words = "terms: {keep: {means: to keep, phrases: [keep~]}}"
    assert mistakes(write_pack(tmp_path / "rules", {"r": text}, words)) == expected


def test_all_mistakes_of_all_files_are_told(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "rules", {"a": "", "b": rule_text(present="(")})
    assert [line.split(":")[0] for line in mistakes(root)] == ["a.yaml", "b.yaml"]


def test_terms_in_a_circle(tmp_path: Path) -> None:
    words = "terms:\n  a: {means: a, phrases: ['{b}']}\n  b: {means: b, phrases: ['x {a}']}\n"
    (line,) = mistakes(write_pack(tmp_path / "rules", {"r": rule_text()}, words))
    assert "terms go round in a circle" in line


def test_no_rules_at_all(tmp_path: Path) -> None:
    assert mistakes(tmp_path)[0].endswith("there are no rules here")


def test_a_good_pack_loads_in_order_of_need(tmp_path: Path) -> None:
    rules = {"a": rule_text(applies="{rule: {b: [present]}}"), "b": rule_text()}
    assert [rule.id for rule in load_rules(write_pack(tmp_path / "rules", rules)).rules] == ["b", "a"]


def test_yes_no_and_dates_stay_text(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "rules", {"r": rule_text(present="no")})
    assert load_rules(root).rules[0].conditions["present"].text == "no"  # type: ignore[union-attr]
