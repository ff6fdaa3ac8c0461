"""The visible text of HTML that stands inside Markdown: tags and comments go, positions stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s>]{1,2000}))""", re.IGNORECASE)
_NAME = re.compile(r"/?([a-z][a-z0-9]{0,30})", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "head", "nav", "select", "object"})


class Piece(NamedTuple):
    """A tag (`name` in lower case, `/name` for an end tag) or, with an empty name, visible text.

    `offsets` are the source offsets of the text's characters, or of the tag's first one.
    """

    name: str
    text: str
    offsets: tuple[int, ...]


def link_target(tag: str) -> str:
    """Return the address that an `<a …>` tag leads to, or an empty string."""
    match = _HREF.search(tag)
    return unescape(next(filter(None, match.groups()), "")) if match else ""


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the tags and visible text of an HTML fragment, in order; comments, scripts and styles are left out."""
    at = start
    while at < end:
        opening = text.find("<", at, end)
        opening = end if opening < 0 else opening
        if opening > at:
            yield _text(text, at, opening)
        if opening == end:
            return
        at, name = _after_markup(text, opening, end)
        if name in _UNSEEN:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(text, at, end)
            at = closing.start() if closing else end
        elif name:
            yield Piece(name, text[opening:at], (opening,))
        elif at == opening + 1:
            yield _text(text, opening, at)


def _after_markup(text: str, opening: int, end: int) -> tuple[int, str]:
    """Return where the markup at `opening` ends and the name of the tag, empty for comments and bare `<`."""
    if text.startswith("<!--", opening):
        closing = text.find("-->", opening + 4, end)
        return (end if closing < 0 else closing + 3), ""
    if text.startswith(("<!", "<?"), opening):
        closing = text.find(">", opening, end)
        return (end if closing < 0 else closing + 1), ""
    match = _NAME.match(text, opening + 1)
    if match is None:
        return opening + 1, ""
    closing = text.find(">", opening, end)
    return (end if closing < 0 else closing + 1), match[0].lower()


def _text(text: str, start: int, end: int) -> Piece:
    characters: list[str] = []
    offsets: list[int] = []
    at = start
    for reference in _REFERENCE.finditer(text, start, end):
        characters.extend(text[at : reference.start()])
        offsets.extend(range(at, reference.start()))
        decoded = unescape(reference[0])[: len(reference[0])]
        characters.extend(decoded)
        offsets.extend(range(reference.start(), reference.start() + len(decoded)))
        at = reference.end()
    characters.extend(text[at:end])
    offsets.extend(range(at, end))
    return Piece("", "".join(characters), tuple(offsets))
