"""Markdown, read with markdown-it-py, into a Document."""

from __future__ import annotations

import itertools
import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from policylint.document.assemble import assemble
from policylint.document.builder import Builder
from policylint.document.fragment import add_fragment
from policylint.document.inline import PositionedInline, add_inline
from policylint.document.model import Document, Span
from policylint.source import Source

_MAX_NESTING = 60  # block levels; text nested deeper is shown by no renderer that people use
_BOLD_HEADING_LEVEL = 7  # a paragraph in bold ranks below every real heading
_MAX_HEADING = 90  # characters of a paragraph in bold that reads as a heading

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?\n(?:\1|\.\.\.)[ \t]*(?=\n|\Z)", re.DOTALL)
_NOT_LINE_END = re.compile(r"[^\n]")


def parse_markdown(source: Source) -> Document:
    """Parse CommonMark with tables, strikethrough and front matter."""
    text = _same_length(source.text)
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])
    parser.inline = PositionedInline()
    parser.core.ruler.disable("text_join")
    parser.inline.ruler2.enableOnly(["balance_pairs", "strikethrough", "emphasis"])
    builder = Builder()
    reader = _Reader(builder, text)
    for token in parser.parse(text):
        reader.take(token)
    return assemble(source, builder)


def _same_length(text: str) -> str:
    """Return the text with line feeds as the only line ends and front matter blanked, every offset kept."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    if front is None:
        return text
    return _NOT_LINE_END.sub(" ", front[0]) + text[front.end() :]


class _Reader:
    """Walks markdown-it-py's block tokens and writes what a reader sees."""

    def __init__(self, builder: Builder, text: str) -> None:
        self._builder = builder
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._text = text
        self._heading: str | None = None  # the markup of the heading that is open
        self._rank = 0
        self._depth = 0  # of lists
        self._first = False  # the next block is the first of its list item
        self._row: _Row | None = None
        self._headers: tuple[Span, ...] = ()

    def take(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading, self._rank = token.markup, int(token.tag[1:])
            case "heading_close":
                self._heading = None
            case "bullet_list_open" | "ordered_list_open":
                self._depth += 1
            case "bullet_list_close" | "ordered_list_close":
                self._depth -= 1
            case "list_item_open":
                self._first = True
            case "tr_open":
                cells = _cells(self._lines[_first_line(token)])
                self._row = _Row(self._builder.start_block(), cells, self._headers)
            case "tr_close":
                self._end_row()
            case "thead_open" | "table_close":
                self._headers = ()
            case "th_close":
                if self._row is not None and self._row.last is not None:
                    self._headers += (self._row.last,)
            case "inline":
                self._inline(token)
            case "html_block":
                self._html(token)
            case _:
                pass

    def _inline(self, token: Token) -> None:
        children = token.children or []
        if self._row is not None:
            self._cell(self._row, token, children)
            return
        start = self._builder.start_block()
        if self._heading is not None and self._heading.startswith("#"):
            at = self._heading_offsets(token)
        else:
            at = self._paragraph_offsets(token)
        add_inline(self._builder, token.content, at, children)
        self._end(start, children)

    def _end(self, start: int, children: list[Token]) -> None:
        if self._heading is not None:
            self._builder.end_block("heading", self._rank, start)
        elif not self._depth and _is_bold(children):
            self._builder.end_block("heading", _BOLD_HEADING_LEVEL, start)
        elif self._depth:
            self._builder.end_block("item" if self._first else "paragraph", self._depth, start)
            self._first = False
        else:
            self._builder.end_block("paragraph", 0, start)

    def _cell(self, row: _Row, token: Token, children: list[Token]) -> None:
        before = self._builder.mark()
        line = _first_line(token)
        if row.number < len(row.cells):
            begin, end = row.cells[row.number]
            at = _unescaped(self._lines[line], self._starts[line], begin, end)
            if len(at) != len(token.content):
                at = list(range(self._starts[line] + begin, self._starts[line] + begin + len(token.content)))
            if row.number:
                self._builder.add("\n", [at[0] - 1] if at else [self._starts[line] + begin])
            before = self._builder.mark()
            add_inline(self._builder, token.content, at, children)
        row.number += 1
        after = self._builder.mark()
        row.last = Span(before, after) if after > before else None

    def _end_row(self) -> None:
        row, self._row = self._row, None
        if row is not None:
            self._builder.end_block("row", self._depth, row.start, row.headers)

    def _html(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        add_fragment(self._builder, self._text, self._starts[first], min(self._starts[last], len(self._text)))

    def _heading_offsets(self, token: Token) -> list[int]:
        line = _first_line(token)
        text = self._lines[line]
        begin = text.index("#") + len(self._heading or "")
        begin += len(text[begin:]) - len(text[begin:].lstrip())
        start = self._starts[line] + begin
        return list(range(start, start + len(token.content)))

    def _paragraph_offsets(self, token: Token) -> list[int]:
        """Return the source offset of each character of a paragraph's content.

        markdown-it-py takes the container's prefix (`> `, indentation) off each line, so a line of the content is
        the end of its source line.
        """
        at: list[int] = []
        number = _first_line(token)
        for line in token.content.split("\n"):
            text = self._lines[number]
            begin = len(text.rstrip()) - len(line.rstrip())
            start = self._starts[number] + begin
            at.extend(range(start, start + len(line)))
            at.append(self._starts[number] + len(text))
            number += 1
        return at[:-1]


class _Row:
    """The table row that is being read."""

    def __init__(self, start: int, cells: list[tuple[int, int]], headers: tuple[Span, ...]) -> None:
        self.start = start
        self.cells = cells
        self.headers = headers
        self.number = 0  # of the cell that comes next
        self.last: Span | None = None  # the cell that was read last


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _is_bold(children: list[Token]) -> bool:
    """Say whether all visible text is in one or several runs of bold, as in a heading without `#`."""
    bold = 0
    length = 0
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("softbreak", "hardbreak"):
            return False
        elif child.content.strip(" :") and child.type != "html_inline":
            if not bold:
                return False
            length += len(child.content)
    return 0 < length <= _MAX_HEADING


def _cells(line: str) -> list[tuple[int, int]]:
    """Return where each cell of a table row begins and ends in its line, white space left out (GFM, "Tables")."""
    begin = len(line) - len(line.lstrip("> \t"))
    end = len(line.rstrip())
    bars = [i for i in range(begin, end) if line[i] == "|" and line[i - 1 : i] != "\\"]
    if bars and bars[0] == begin:
        begin, bars = begin + 1, bars[1:]
    if bars and bars[-1] == end - 1:
        end, bars = end - 1, bars[:-1]
    edges = [begin - 1, *bars, end]
    return [_trim(line, left + 1, right) for left, right in itertools.pairwise(edges)]


def _trim(line: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and line[begin].isspace():
        begin += 1
    while end > begin and line[end - 1].isspace():
        end -= 1
    return begin, end


def _unescaped(line: str, start: int, begin: int, end: int) -> list[int]:
    """Return the source offsets of a cell's characters, the backslash of `\\|` left out."""
    return [start + i for i in range(begin, end) if not (line[i] == "\\" and line[i + 1 : i + 2] == "|")]
