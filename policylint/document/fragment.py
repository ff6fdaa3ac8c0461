"""HTML blocks inside Markdown: their visible text, with headings, list items, table rows and links."""

from __future__ import annotations

import re

from policylint.document.builder import Builder
from policylint.document.markup import link_target, pieces
from policylint.document.model import BlockKind

_BLOCK = re.compile(
    r"/?(?:p|div|section|article|header|footer|main|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|blockquote|pre|details"
    r"|summary|figure|figcaption|form|fieldset|hr|center|aside|address)"
)
_CELLS = ("td", "th")


def add_fragment(builder: Builder, text: str, start: int, end: int) -> None:
    """Add the visible text of an HTML fragment, `text[start:end]`."""
    kind: BlockKind = "paragraph"
    level = 0
    opened = builder.start_block()
    links: list[tuple[int, str]] = []
    for piece in pieces(text, start, end):
        if not piece.name:
            builder.add(piece.text.replace("\n", " "), piece.offsets)
        elif piece.name == "a":
            links.append((builder.mark(), link_target(piece.text)))
        elif piece.name == "/a" and links:
            builder.link(*links.pop())
        elif piece.name == "br" or piece.name in _CELLS:
            builder.add("\n", piece.offsets)
        elif _BLOCK.fullmatch(piece.name):
            builder.end_block(kind, level, opened)
            kind, level = _kind(piece.name)
            opened = builder.start_block()
    builder.end_block(kind, level, opened)


def _kind(name: str) -> tuple[BlockKind, int]:
    if re.fullmatch(r"h[1-6]", name):
        return "heading", int(name[1])
    if name == "li":
        return "item", 1
    if name == "tr":
        return "row", 0
    return "paragraph", 0
