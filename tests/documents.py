"""Helpers for tests about documents."""

from __future__ import annotations

from policylint.document import parse
from policylint.document.model import Document
from policylint.source import Source


def markdown(text: str) -> Document:
    return parse(Source("policy.md", text), "markdown")


def plain(text: str) -> Document:
    return parse(Source("policy.txt", text), "text")


def statements(document: Document) -> list[str]:
    """Each statement with its kind and, before `<`, its lead-in."""
    lines = []
    for statement in document.statements:
        lead = " | ".join(document.words(span) for span in statement.lead)
        lines.append(f"{statement.kind}: {lead + ' < ' if lead else ''}{document.words(statement.span)}")
    return lines


def headings(document: Document) -> list[str]:
    """The heading path of each section."""
    return [" / ".join(document.heading_path(number)) for number in range(len(document.sections))]
