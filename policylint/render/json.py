"""The machine report; `report.schema.json` beside this file describes it."""

from __future__ import annotations

import json
from typing import Any

from policylint.document.model import Place
from policylint.language.rule import STATUSES
from policylint.report.model import SCHEMA, DocumentReport, Finding, Judgement, Passage, Report


def render_json(report: Report) -> str:
    """Return the report as JSON, one document that ends in a line feed."""
    return json.dumps(as_data(report), indent=1, ensure_ascii=False) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as plain data."""
    severities, statuses = report.severities(), report.statuses()
    states = [finding.state for finding in report.findings]
    return {
        "schema": SCHEMA,
        "tool": {"name": "policylint", "version": report.version, "rules_digest": report.rules_digest},
        "profile": report.profile,
        "as_of": report.as_of.isoformat(),
        "summary": {
            "documents": len(report.documents),
            "findings": {severity: severities[severity] for severity in ("error", "warning", "info")},
            "verdicts": {status: statuses[status] for status in STATUSES},
            "suppressed": states.count("suppressed"),
            "baselined": states.count("baselined"),
            "skipped": len(report.documents) - len(report.judged),
            "errors": len(report.errors),
        },
        "errors": [{"path": error.path, "message": error.message} for error in report.errors],
        "documents": [_document(document) for document in report.documents],
    }


def _document(document: DocumentReport) -> dict[str, Any]:
    return {
        "path": document.path,
        "files": [document.path],
        "profile": document.profile,
        "facts": {name: {"value": f.value, "because": f.because} for name, f in sorted(document.facts.items())},
        "skipped": document.skipped,
        "verdicts": [_judgement(judgement) for judgement in document.judgements],
        "findings": [_finding(finding) for finding in document.findings],
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {
        "rule": judgement.rule.id,
        "status": judgement.status,
        "reason": judgement.reason,
        "confidence": judgement.confidence,
        "evidence": [_passage(passage) for passage in judgement.evidence],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {**_place(passage.place), "text": passage.text}


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
        "page": None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule.id,
        "status": finding.status,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        **_place(finding.place),
        "law": [{"cite": law.cite, "url": law.url, "reviewed": law.reviewed.isoformat()} for law in finding.law],
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        "state": finding.state,
        "because": finding.because,
    }
