from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import policylint
from policylint.language.facts import Fact
from policylint.render import RENDERERS, View
from policylint.report.model import DocumentReport, InputError, Report

TEXT = """\
# Privacy

We keep your data as long as necessary.

## Contact

Our data protection officer helps you.
"""
AS_OF = date(2026, 11, 25)


def report_of(*documents: DocumentReport) -> Report:
    return Report("0.1.0", "0" * 64, "uk", AS_OF, documents, (InputError("gone.md", "no such file"),))


def test_json_is_what_its_schema_says() -> None:
    schema = json.loads(files("policylint.render").joinpath("report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(RENDERERS["json"](report_of(policylint.check(TEXT, as_of=AS_OF)), View()))
    Draft202012Validator(schema).validate(data)
    assert data["summary"]["errors"] == len(data["errors"]) == 1
    assert data["summary"]["verdicts"]["vague"] == sum(v["status"] == "vague" for v in data["documents"][0]["verdicts"])


def test_vague_item_is_reported_at_its_words() -> None:
    (finding,) = (f for f in policylint.check(TEXT, as_of=AS_OF).findings if f.rule.id == "retention")
    assert (finding.code, finding.severity, finding.place.start.line, finding.place.start.column) == (
        "retention/vague",
        "warning",
        3,
        4,
    )
    assert finding.evidence[0].text == "keep your data as long as necessary"


def test_missing_item_is_reported_where_it_belongs() -> None:
    (finding,) = (f for f in policylint.check(TEXT, as_of=AS_OF).findings if f.rule.id == "complaint-authority")
    assert (finding.place.start.line, finding.label) == (5, "it belongs in this section")


def test_missing_item_without_a_section_is_reported_at_the_title() -> None:
    (finding,) = (f for f in policylint.check("# Privacy\n\nWe care.").findings if f.rule.id == "legal-basis")
    assert (finding.place.start.line, "at the title" in finding.label) == (1, True)


def test_conditional_duty_is_info_until_a_fact_makes_it_due() -> None:
    def severity(**facts: Fact) -> str:
        found = policylint.check("# Privacy\n\nWe care.", facts=facts).findings
        return next(f.severity for f in found if f.rule.id == "dpo-contact")

    assert severity() == "info"
    assert severity(dpo=Fact("appointed", "we have one")) == "warning"


def test_fact_makes_an_item_not_applicable() -> None:
    report = policylint.check("# Privacy\n\nWe care.", facts={"dpo": Fact("none", "not required under Article 37")})
    (judgement,) = (j for j in report.judgements if j.rule.id == "dpo-contact")
    assert judgement.status == "not-applicable"


def test_fingerprint_survives_edits_elsewhere() -> None:
    def prints(text: str) -> set[str]:
        return {f.fingerprint for f in policylint.check(text, as_of=AS_OF).findings}

    moved = "Welcome.\n\n" + TEXT.replace("# Privacy", "# Privacy notice").replace("helps you", "is here to help")
    assert prints(TEXT) == prints(moved)


def test_evidence_is_what_stands_at_its_place() -> None:
    text = "# Privacy\n\nWe **keep** your\norder for *six years*.\n"
    (judgement,) = (j for j in policylint.check(text).judgements if j.rule.id == "retention")
    (passage,) = judgement.evidence
    assert passage.text == "keep your order for six years"
    lines = text.split("\n")
    start, end = passage.place.start, passage.place.end
    assert lines[start.line - 1][start.column - 1 :] == "keep** your"
    assert lines[end.line - 1][: end.column - 1] == "order for *six years"


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_is_rendered_in_every_format(text: str) -> None:
    try:
        report = report_of(policylint.check("# Privacy\n\n" + text + "\n\nWe keep it."))
    except ValueError:
        return
    for render in RENDERERS.values():
        assert "\x1b" not in render(report, View(show_passed=True, verbose=True)).replace("\\u001b", "")
