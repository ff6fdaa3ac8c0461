"""Text for terminals: colour, and nothing from a document or rule that a terminal would obey."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

_WIDTH = 100  # columns of running text
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "dim": "2", "good": "32"}


def safe(text: str) -> str:
    """Return text on one line with control and direction characters written as escapes."""
    escaped = _UNSAFE.sub(lambda match: f"\\x{ord(match[0]):02x}", text.replace("\t", " "))
    return escaped.replace("\n", " ")


def wrapped(head: str, text: str) -> list[str]:
    """Return text as lines that are easy to read, made safe, the first behind `head` and the rest below it."""
    return textwrap.wrap(safe(text), _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))


@dataclass(frozen=True, slots=True)
class Paint:
    """Wraps text in colour where that is wanted."""

    color: bool

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and text else text
