"""A block for each finding, with the line it is about, the evidence, the law and wording to use."""

from __future__ import annotations

from collections.abc import Iterator

from policylint.document.model import Document, Place
from policylint.language.rule import PROBLEMS
from policylint.render import View
from policylint.render.summary import summary
from policylint.render.terminal import Paint, safe, wrapped
from policylint.report.model import DocumentReport, Finding, Judgement, Passage, Report

_WIDTH = 110  # columns of a code frame; longer lines are cut around the place


def render_full(report: Report, view: View) -> str:
    """Return the report for a person at a terminal or in a log."""
    paint = Paint(view.color)
    lines: list[str] = []
    for document in report.judged:
        for finding in document.findings:
            lines += [*_finding(document.document, finding, paint, view), ""]
        if view.show_passed:
            lines += _passed(document, paint)
    if not view.quiet:
        lines += summary(report)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _finding(document: Document, finding: Finding, paint: Paint, view: View) -> Iterator[str]:
    head = paint(finding.severity, f"{finding.severity}[{finding.code}]")
    yield f"{head}: {paint('bold', safe(finding.message))}"
    yield from _frame(document, finding.place, finding.label, finding.severity, paint)
    for passage in finding.evidence:
        if passage.place != finding.place:
            yield _evidence("near:", passage)
    for law in finding.law:
        reviewed = f" (reviewed {law.reviewed})" if view.verbose else ""
        yield f" law: {safe(law.cite)}{reviewed}  {safe(law.url)}"
    if finding.suggestion:
        yield from wrapped("help: ", f"write, for example: {finding.suggestion}")
    if view.verbose:
        yield from wrapped(" why: ", finding.rule.why)


def _frame(document: Document, place: Place, label: str, style: str, paint: Paint) -> Iterator[str]:
    """Yield the source line with a caret under the place."""
    number = place.start.line
    margin = " " * len(str(number))
    text = document.source.line(number)
    first = place.start.column - 1
    last = place.end.column - 1 if place.end.line == number else len(text)
    offset = max(0, min(first - 20, len(text) - _WIDTH))
    shown = text[offset : offset + _WIDTH]
    last = min(max(last, first + 1), offset + len(shown))
    before = "… " if offset else ""
    after = " …" if offset + _WIDTH < len(text) else ""
    caret = " " * (len(before) + first - offset) + paint(style, "^" * max(1, last - first))
    yield f"{margin}--> {safe(place.path)}:{number}:{place.start.column}"
    yield f"{margin} |"
    yield f"{number} | {before}{_one_for_one(shown)}{after}"
    yield f"{margin} | {caret} {safe(label)}".rstrip()


def _one_for_one(text: str) -> str:
    """Return text in which every character is one visible one, so that carets stay under their words."""
    return "".join(character if character.isprintable() else " " for character in text)


def _evidence(head: str, passage: Passage) -> str:
    start = passage.place.start
    return f'{head} {safe(passage.place.path)}:{start.line}:{start.column}  "{safe(passage.text)}"'


def _passed(document: DocumentReport, paint: Paint) -> Iterator[str]:
    for judgement in document.judgements:
        if judgement.status not in PROBLEMS:
            yield from _passed_block(document, judgement, paint)
    yield ""


def _passed_block(document: DocumentReport, judgement: Judgement, paint: Paint) -> Iterator[str]:
    head = paint("good", f"{judgement.status}[{judgement.rule.id}]")
    reason = f": {safe(judgement.reason)}" if judgement.reason else ""
    yield f"{head}{reason or ': ' + safe(judgement.rule.title)}"
    for passage in judgement.evidence:
        yield _evidence("  -->", passage)
    if not judgement.evidence:
        yield f"  --> {safe(document.path)}"
