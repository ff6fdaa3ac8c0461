"""Collects rendered text with the source offset of every character."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from policylint.document.model import Block, BlockKind, Link, Span

# One character for one: typographic forms that mean the same as the plain one.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\f\v", " "
        ),
    }
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_RUN = re.compile(
    rf"(?P<white>[ \t\n\r]+)|(?P<invisible>[{_INVISIBLE}]+)|[^ \t\n\r{_INVISIBLE}]+(?: [^ \t\n\r{_INVISIBLE}]+)*"
)


def fold(text: str) -> str:
    """Replace curly quotes, dashes and special spaces by the plain characters, one for one."""
    return text if text.isascii() and "`" not in text else text.translate(_FOLDED)


class Builder:
    """Grows the rendered text block by block. Blocks are separated by a line feed that no span includes.

    Inside a block, white space is one space, or a line feed where the author broke the line on purpose.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._block_start = 0
        self._white: tuple[str, int] | None = None  # white space that waits for a visible character
        self._last = -1  # the last source offset used
        self.offsets: array[int] = array("Q")
        self.blocks: list[Block] = []
        self.links: list[Link] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def add(self, text: str, offsets: Sequence[int]) -> None:
        """Add characters with their source offsets, one for each, in order."""
        for run in _RUN.finditer(fold(text)):
            here = offsets[run.start() : run.end()]
            if run["white"] is not None:
                self._wait(run[0], here)
            elif run["invisible"] is None:
                late = bisect_right(here, self._last)  # what stands before the last character taken is left out
                self._take(run[0][late:], here[late:])

    def _wait(self, white: str, offsets: Sequence[int]) -> None:
        """Remember white space until a visible character follows."""
        if self._length > self._block_start and (self._white is None or "\n" in white):
            at = max(white.find("\n"), 0)
            self._white = ("\n" if "\n" in white else " ", offsets[at])

    def _take(self, text: str, offsets: Sequence[int]) -> None:
        if text and self._white is not None:
            character, offset = self._white
            self._white = None
            if self._last < offset < offsets[0]:
                self._put(character, (offset,))
        if text:
            self._put(text, offsets)

    def _put(self, text: str, offsets: Sequence[int]) -> None:
        self._pieces.append(text)
        self.offsets.extend(offsets)
        self._length += len(text)
        self._last = offsets[-1]

    def start_block(self) -> int:
        """Begin a block and return where it starts."""
        self._white = None
        if self._length and self._pieces[-1] != "\n":
            # The source character after the last one is markup or white space: two blocks never touch.
            self._put("\n", (self._last + 1,))
        self._block_start = self._length
        return self._length

    def mark(self) -> int:
        """Return where the next visible character will stand."""
        return self._length + (self._white is not None)

    def end_block(self, kind: BlockKind, level: int, start: int, headers: tuple[Span, ...] = ()) -> None:
        """End the block begun at `start`; an empty one leaves no trace."""
        self._white = None
        if self._length > start:
            self.blocks.append(Block(kind, level, Span(start, self._length), headers))

    def link(self, start: int, href: str) -> None:
        """Note that the text from `start` to here leads to `href`."""
        if self._length > start:
            self.links.append(Link(Span(start, self._length), href))
