"""Turns verdicts into a document's report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from policylint.document.model import Document, Place, Span
from policylint.engine.judge import Evidence, Verdict
from policylint.language.facts import Fact
from policylint.language.rule import PROBLEMS, Profile, Severity
from policylint.report.model import DocumentReport, Finding, Judgement, Passage

_DEFAULT_MESSAGE = {
    "missing": "{title}: the document does not say it",
    "vague": "{title}: addressed, but not specifically enough",
    "found": "{title}",
}
_RANK: Mapping[Severity, int] = {"error": 0, "warning": 1, "info": 2, "off": 3}


def report_document(
    document: Document, verdicts: Iterable[Verdict], profile: Profile, as_of: date, facts: Mapping[str, Fact]
) -> DocumentReport:
    """Return the judgements and findings of one document, the findings in order of place."""
    builder = _Builder(document, profile, as_of)
    verdicts = tuple(verdicts)
    findings = _numbered(_without_superseded([f for verdict in verdicts for f in builder.findings(verdict)]))
    in_order = sorted(findings, key=lambda f: (f.place.start, _RANK[f.severity], f.code))
    judgements = tuple(builder.judgement(verdict) for verdict in verdicts)
    return DocumentReport(document, profile, facts, judgements, tuple(in_order))


class _Builder:
    def __init__(self, document: Document, profile: Profile, as_of: date) -> None:
        self._document = document
        self._profile = profile
        self._as_of = as_of

    def judgement(self, verdict: Verdict) -> Judgement:
        evidence = tuple(map(self._passage, verdict.evidence))
        return Judgement(verdict.rule, verdict.status, verdict.reason, verdict.confidence, evidence)

    def _passage(self, evidence: Evidence) -> Passage:
        return Passage(self._document.place(evidence.span), self._document.words(evidence.span))

    def findings(self, verdict: Verdict) -> Iterator[Finding]:
        if verdict.status not in PROBLEMS or self._severity(verdict) == "off":
            return
        if verdict.status == "found":
            for evidence in verdict.evidence:
                yield self._finding(verdict, self._document.place(evidence.span), "", (evidence,))
        else:
            place, label = self._belongs(verdict)
            yield self._finding(verdict, place, label, verdict.evidence)

    def _severity(self, verdict: Verdict) -> Severity:
        severity = verdict.rule.severity.get(verdict.status, "off")
        return "info" if not verdict.due and severity in ("error", "warning") else severity

    def _belongs(self, verdict: Verdict) -> tuple[Place, str]:
        """Return where a missing or vague item is reported, and why there."""
        statements = self._document.statements
        if verdict.evidence:
            return self._document.place(verdict.evidence[0].span), verdict.reason
        if verdict.anchor is not None:
            return self._document.place(statements[verdict.anchor].span), "it belongs in this section"
        titles = (statement.span for statement in statements if statement.kind == "heading")
        title = next(titles, statements[0].span if statements else Span(0, 0))
        return self._document.place(title), "no section is about it, so it is reported at the title"

    def _finding(self, verdict: Verdict, place: Place, label: str, evidence: tuple[Evidence, ...]) -> Finding:
        rule = verdict.rule
        message = rule.messages.get(verdict.status, _DEFAULT_MESSAGE[verdict.status].format(title=rule.title))
        if verdict.status == "missing" and not verdict.due:
            message += " (only if it applies to you)"
        return Finding(
            rule=rule,
            status=verdict.status,
            severity=self._severity(verdict),
            confidence=verdict.confidence,
            message=message,
            place=place,
            label=label,
            evidence=tuple(map(self._passage, evidence)),
            law=rule.citations(self._profile, self._as_of),
            suggestion=rule.suggestion.get(self._profile, ""),
            fingerprint=self._fingerprint(verdict, evidence),
        )

    def _fingerprint(self, verdict: Verdict, evidence: tuple[Evidence, ...]) -> str:
        """Return what stays the same when the file changes elsewhere: no line, column, message or severity."""
        anchor = ""
        if verdict.status == "found":
            statement = self._document.statements[evidence[0].statement]
            headings = self._document.heading_path(statement.section)
            anchor = "\n".join([*headings, self._document.words(evidence[0].span)]).lower()
        path = PurePath(self._document.path).as_posix()
        parts = ("policylint/1", verdict.rule.id, path, verdict.status, anchor)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _without_superseded(findings: list[Finding]) -> list[Finding]:
    """Drop the findings whose words a more specific rule reports."""
    return [
        finding
        for finding in findings
        if not any(finding.rule.id in other.rule.supersedes and _overlap(finding, other) for other in findings)
    ]


def _overlap(one: Finding, other: Finding) -> bool:
    return one.place.start < other.place.end and other.place.start < one.place.end


def _numbered(findings: list[Finding]) -> Iterator[Finding]:
    """Tell findings with the same fingerprint apart, in document order."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        count = seen[finding.fingerprint]
        yield finding if count == 1 else replace(finding, fingerprint=f"{finding.fingerprint}:{count}")
