"""From a source file to the Document that rules are judged on."""

from __future__ import annotations

from policylint.document.model import Document
from policylint.source import Source

FORMATS = {".md": "markdown", ".markdown": "markdown", ".txt": "text"}


def parse(source: Source, form: str) -> Document:
    """Parse a source in one of the forms that FORMATS names (`markdown`, `text`)."""
    if form == "markdown":
        from policylint.document.markdown import parse_markdown

        return parse_markdown(source)
    from policylint.document.text import parse_text

    return parse_text(source)
