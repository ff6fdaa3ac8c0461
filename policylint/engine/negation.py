"""Which words a negation reaches.

After NegEx (Chapman et al. 2001): a negator reaches the words that follow it, up to the end of the clause and not
further than a window; some expressions only look like negators. English puts the negator before what it denies.
"""

from __future__ import annotations

from policylint.engine.index import Index
from policylint.language.phrase import is_negator

_WINDOW = 14  # words
_STRONG = frozenset(".;:!?()\n")
_RESUMES = frozenset(
    [
        "we",
        "you",
        "they",
        "it",
        "this",
        "these",
        "he",
        "she",
        "i",
        "but",
        "however",
        "unless",
        "except",
        "if",
        "where",
        "which",
        "such",
        "so",
        "and",
        "or",
        "our",
        "your",
        "please",
    ]
)
_TURNS = frozenset(["but", "unless", "except", "until", "however", "although", "if", "because", "where", "when"])
_NO_NEGATION: frozenset[tuple[str, ...]] = frozenset(
    {
        ("no", "longer", "than"),
        ("not", "longer", "than"),
        ("no", "later", "than"),
        ("not", "later", "than"),
        ("no", "more", "than"),
        ("not", "more", "than"),
        ("no", "less", "than"),
        ("not", "exceed"),
        ("not", "exceeding"),
        ("not", "only"),
        ("not", "limited"),
        ("not", "just"),
        ("not", "necessarily"),
        ("not", "always"),
        ("or", "not"),
        ("without", "limitation"),
        ("without", "undue"),
        ("without", "delay"),
        ("without", "prejudice"),
        ("cannot", "guarantee"),
        ("no", "matter"),
        ("if", "not"),
    }
)


def negated_positions(index: Index) -> bytearray:
    """Return 1 for each stream position that a negation reaches."""
    reached = bytearray(len(index.token))
    text = index.document.text
    for negator in sorted(p for key, ps in index.postings.items() if is_negator(key) for p in ps):
        if _only_looks_so(index, negator):
            continue
        previous = index.words[index.token[negator]]
        for position in range(negator + 1, min(negator + 1 + _WINDOW, index.limit[negator])):
            word = index.words[index.token[position]]
            if _ends_clause(text[previous.end : word.start], word.key):
                break
            reached[position] = 1
            previous = word
    return reached


def _ends_clause(between: str, word: str) -> bool:
    """Say whether a negation stops before a word; `between` is the punctuation before it."""
    if word in _TURNS or any(mark in _STRONG for mark in between):
        return True
    return ("," in between or " - " in between) and word in _RESUMES


def _only_looks_so(index: Index, position: int) -> bool:
    keys = [index.words[token].key for token in index.token[position : min(position + 3, index.limit[position])]]
    before = index.words[index.token[position - 1]].key if position else ""
    pairs = {tuple(keys[:2]), tuple(keys[:3]), (before, keys[0])}
    return not pairs.isdisjoint(_NO_NEGATION)
