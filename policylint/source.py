"""The file as it was read: its text, and where each offset lies in lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n|\r|\n")


class UnreadableError(Exception):
    """The bytes cannot be read as text; the message is one line that says why."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file, 1-based, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """One file's text, exactly as it is on disk (line ends kept, a byte order mark taken off)."""

    path: str
    text: str
    line_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = (0, *(end.end() for end in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "line_starts", starts)

    def position(self, offset: int) -> Position:
        """Return the place of a text offset (code points from 0)."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def decode(path: str, data: bytes) -> Source:
    """Read a file's bytes as UTF-8 text.

    Raises UnreadableError for binary data and for other encodings.
    """
    if b"\0" in data[:8192]:
        raise UnreadableError("looks like a binary file, not text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not valid UTF-8 at byte {error.start}: save the file as UTF-8") from None
    return Source(path, text)
