"""One line a finding, for editors, `grep` and pipes."""

from __future__ import annotations

from policylint.language.rule import PROBLEMS
from policylint.render import View
from policylint.render.summary import summary
from policylint.render.terminal import Paint, safe
from policylint.report.model import DocumentReport, Finding, Report


def render_concise(report: Report, view: View) -> str:
    """Return `path:line:column: severity code message` for each finding, and the summary."""
    paint = Paint(view.color)
    lines: list[str] = []
    for document in report.judged:
        lines += [_finding(finding, paint) for finding in document.findings]
        if view.show_passed:
            lines += _passed(document, paint)
    if not view.quiet:
        lines += summary(report)
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, paint: Paint) -> str:
    start = finding.place.start
    where = f"{safe(finding.place.path)}:{start.line}:{start.column}:"
    return f"{where} {paint(finding.severity, finding.severity)} {finding.code} {safe(finding.message)}"


def _passed(document: DocumentReport, paint: Paint) -> list[str]:
    lines: list[str] = []
    for judgement in document.judgements:
        if judgement.status in PROBLEMS:
            continue
        start = judgement.evidence[0].place.start if judgement.evidence else None
        where = f"{safe(document.path)}:{start.line}:{start.column}:" if start else f"{safe(document.path)}:"
        text = f' "{safe(judgement.evidence[0].text)}"' if judgement.evidence else f" {judgement.reason}".rstrip()
        lines.append(f"{where} {paint('good', 'ok')} {judgement.rule.id}/{judgement.status}{text}")
    return lines
