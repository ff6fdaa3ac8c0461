"""Phrases: what a lawyer would say a passage contains, read into a small tree.

    we keep~ {personal-data} for (up to)? <duration>
    transfer~ ...8 outside (the)? (UK|EEA)

A word matches in any case, but one written in capitals only in capitals. `word~` is the word in any inflection,
`word*` any word that begins so, `(a|b)` a choice, `?` makes the part before it optional, `...` stands for up to 6
words and `...n` for up to n, `{term}` for a term of the vocabulary, `<kind>` for an entity and
`<email:privacy|gdpr>` for one whose first word begins so. Punctuation and hyphens
between words do not count, and a phrase never reaches over the end of a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from policylint.language.inflection import inflections
from policylint.language.words import is_capitals, words

DEFAULT_GAP = 6
MAX_GAP = 40
_MAX_DEPTH = 12
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<gap>\.\.\.(?P<width>\d*))|(?P<term>\{(?P<name>[^{}]*)\})|(?P<entity><(?P<kind>[^<>]*)>)"
    r"|(?P<mark>[(|)?])|(?P<word>[^\s(){}<>|?~*]+)(?P<suffix>[~*]?)|(?P<other>.)"
)

NEGATORS = frozenset(
    [
        "not",
        "never",
        "no",
        "none",
        "nor",
        "neither",
        "cannot",
        "without",
        "nobody",
        "nothing",
        "nowhere",
        "unable",
        "hardly",
        "dont",
        "doesnt",
        "wont",
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Any one of some words; a key in capitals stands for the word in capitals only."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Prefix:
    """Any word that begins so."""

    start: str


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A term of the vocabulary."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class EntityRef:
    """An entity found by code; with `beginnings`, only one whose first word begins with one of them."""

    kind: str
    beginnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Any one of several nodes."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One step of a sequence: after at most `gap` other words."""

    node: Node
    gap: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """Nodes one after another; the first part is never optional."""

    parts: tuple[Part, ...]


Node: TypeAlias = Words | Prefix | Term | EntityRef | Choice | Sequence


class PhraseError(ValueError):
    """A phrase cannot be read; `at` is the offset in it."""

    def __init__(self, message: str, at: int) -> None:
        self.at = at
        super().__init__(message)


def parse_phrase(text: str) -> Node:
    """Read a phrase.

    Raises PhraseError.
    """
    reader = _Reader(text)
    node = reader.choice(0)
    if reader.peek() is not None:
        raise PhraseError("this `)` closes nothing", reader.at())
    return node


def any_of(options: Iterable[Node]) -> Node:
    """Join options; plain words become one set, which is fast to look up."""
    options = tuple(options)
    plain = frozenset(key for option in options if isinstance(option, Words) for key in option.keys)
    rest = tuple(option for option in options if not isinstance(option, Words))
    joined = (Words(plain), *rest) if plain or not rest else rest
    return joined[0] if len(joined) == 1 else Choice(joined)


def references(node: Node) -> Iterator[Term | EntityRef]:
    """Yield the vocabulary terms and entities that a node names."""
    match node:
        case Term() | EntityRef():
            yield node
        case Choice(options):
            for option in options:
                yield from references(option)
        case Sequence(parts):
            for part in parts:
                yield from references(part.node)
        case _:
            return


def literal_words(node: Node) -> Iterator[str]:
    """Yield the words that a node spells out."""
    match node:
        case Words(keys):
            yield from keys
        case Choice(options):
            for option in options:
                yield from literal_words(option)
        case Sequence(parts):
            for part in parts:
                yield from literal_words(part.node)
        case _:
            return


def is_negator(word: str) -> bool:
    """Say whether a word denies what follows it."""
    return word in NEGATORS or word.endswith("n't")


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [match for match in _TOKEN.finditer(text) if match["space"] is None]
        self._next = 0

    def peek(self) -> str | None:
        return self._tokens[self._next][0] if self._next < len(self._tokens) else None

    def at(self) -> int:
        return self._tokens[self._next].start() if self._next < len(self._tokens) else len(self._text)

    def choice(self, depth: int) -> Node:
        if depth > _MAX_DEPTH:
            raise PhraseError(f"nested deeper than {_MAX_DEPTH}", self.at())
        options = [self._sequence(depth)]
        while self.peek() == "|":
            self._next += 1
            options.append(self._sequence(depth))
        return any_of(options)

    def _sequence(self, depth: int) -> Node:
        begin = self.at()
        parts: list[Part] = []
        gap = 0
        while (token := self.peek()) is not None and token not in ("|", ")"):
            match = self._tokens[self._next]
            if match["gap"] is not None:
                if not parts or gap:
                    raise PhraseError("a gap stands between two words", match.start())
                gap = self._gap(match)
                continue
            nodes = self._nodes(match, depth)
            optional = self.peek() == "?"
            if optional:
                self._next += 1
                if gap:
                    raise PhraseError("an optional part cannot follow a gap: put the gap behind it", match.start())
            parts.append(Part(_sequence([Part(node) for node in nodes]), gap, optional))
            gap = 0
        if gap:
            raise PhraseError("a gap stands between two words", self.at())
        if not any(not part.optional for part in parts):
            raise PhraseError("there is no word here that must be in the text", begin)
        return _sequence(parts)

    def _gap(self, match: re.Match[str]) -> int:
        width = int(match["width"]) if match["width"] else DEFAULT_GAP
        if not 1 <= width <= MAX_GAP:
            raise PhraseError(f"a gap is 1 to {MAX_GAP} words wide", match.start())
        self._next += 1
        return width

    def _nodes(self, match: re.Match[str], depth: int) -> list[Node]:
        if match["mark"] == "(":
            self._next += 1
            node = self.choice(depth + 1)
            if self.peek() != ")":
                raise PhraseError("this `(` is not closed", match.start())
            self._next += 1
            return [node]
        self._next += 1
        if match["term"] is not None:
            return [Term(match["name"].strip())]
        if match["entity"] is not None:
            kind, _, beginnings = match["kind"].partition(":")
            return [
                EntityRef(kind.strip(), tuple(part.strip().lower() for part in beginnings.split("|") if part.strip()))
            ]
        if match["word"] is not None:
            return _words(match)
        raise PhraseError(f"unexpected `{match[0]}`", match.start())


def _words(match: re.Match[str]) -> list[Node]:
    found = list(words(match["word"]))
    if not found:
        raise PhraseError(f"`{match['word']}` is no word: punctuation does not count in phrases", match.start())
    nodes: list[Node] = [Words(frozenset({w.written if is_capitals(w.written) else w.key})) for w in found]
    if match["suffix"] == "~":
        nodes[-1] = Words(inflections(found[-1].key))
    elif match["suffix"] == "*":
        nodes[-1] = Prefix(found[-1].key)
    return nodes


def _sequence(parts: list[Part]) -> Node:
    """Join parts; leading optional ones become a choice of where the sequence starts."""
    optional = 0
    while parts[optional].optional:
        optional += 1
    starts = [_plain([Part(parts[i].node), *parts[i + 1 :]]) for i in range(optional + 1)]
    return starts[0] if len(starts) == 1 else Choice(tuple(starts))


def _plain(parts: list[Part]) -> Node:
    return parts[0].node if len(parts) == 1 else Sequence(tuple(parts))
