"""The closing lines that both human outputs share."""

from __future__ import annotations

from policylint.language.rule import STATUSES
from policylint.render.terminal import safe
from policylint.report.model import Report


def summary(report: Report) -> list[str]:
    """Return the count of findings and of verdicts, and a line for each file that was not judged."""
    severities = report.severities()
    total = sum(severities.values())
    parts = [count(severities[kind], kind) for kind in ("error", "warning") if severities[kind]]
    if severities["info"]:
        parts.append(f"{severities['info']} info")
    files = count(len(report.judged), "file")
    found = f"Found {count(total, 'problem')} ({', '.join(parts)})" if total else "Found no problems"
    verdicts = report.statuses()
    names = ", ".join(f"{verdicts[status]} {status.replace('-', ' ')}" for status in STATUSES if verdicts[status])
    lines = [
        f"{found} in {files}. {count(sum(verdicts.values()), 'verdict')}: {names}." if names else f"{found} in {files}."
    ]
    lines += [
        f"{safe(document.path)}: skipped: {document.skipped}" for document in report.documents if document.skipped
    ]
    return lines


def count(number: int, noun: str) -> str:
    """Return `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
