"""What every format is parsed into: the words a reader sees, their structure, and where each came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from policylint.source import Position, Source


class Span(NamedTuple):
    """A stretch of a document's rendered text: code points from 0, the end exclusive."""

    start: int
    end: int


class Link(NamedTuple):
    """A stretch of rendered text that leads somewhere."""

    span: Span
    href: str


BlockKind = Literal["heading", "paragraph", "item", "row"]


class Block(NamedTuple):
    """One heading, paragraph, list item or table row of the rendered text.

    `level` is the rank of a heading (1 highest), and for the rest the depth of the list it stands in (0: none).
    `headers` are the header cells that a row stands under.
    """

    kind: BlockKind
    level: int
    span: Span
    headers: tuple[Span, ...] = ()


class Statement(NamedTuple):
    """A sentence, heading, list item or table row, with the words that introduce it.

    `lead` holds the lead-in of a list item (outermost first) or the header cells of a row.
    `paragraph` and `section` are indexes that group statements.
    """

    kind: BlockKind
    span: Span
    lead: tuple[Span, ...]
    paragraph: int
    section: int


class Section(NamedTuple):
    """A heading and all that stands under it, up to the next heading of the same or a higher rank.

    `heading` is the index of its statement (None before the first heading), `parent` that of the section around it.
    """

    heading: int | None
    level: int
    parent: int | None


class Place(NamedTuple):
    """Where a passage stands in the file that the user edits, the end exclusive."""

    path: str
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed policy.

    `offsets[i]` is the source offset of the i-th character of `text`; the offsets strictly increase.
    """

    source: Source
    text: str
    offsets: Sequence[int]
    statements: tuple[Statement, ...]
    sections: tuple[Section, ...]
    links: tuple[Link, ...]

    @property
    def path(self) -> str:
        """The path that the document was read from."""
        return self.source.path

    def place(self, span: Span) -> Place:
        """Return where a stretch of the rendered text stands in the source."""
        if not self.text:
            start = Position(1, 1)
            return Place(self.path, start, start)
        first = self.offsets[min(span.start, len(self.text) - 1)]
        last = self.offsets[min(max(span.end - 1, span.start), len(self.text) - 1)]
        return Place(self.path, self.source.position(first), self.source.position(last + 1))

    def heading_path(self, section: int | None) -> tuple[str, ...]:
        """Return the titles of a section and of those around it, outermost first."""
        titles: list[str] = []
        while section is not None:
            here = self.sections[section]
            if here.heading is not None:
                titles.append(self.words(self.statements[here.heading].span))
            section = here.parent
        return tuple(reversed(titles))

    def words(self, span: Span) -> str:
        """Return the rendered text of a span on one line."""
        return " ".join(self.text[span.start : span.end].split())
