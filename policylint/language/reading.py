"""Reads the phrases in a file, with what they refer to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from policylint.entities import KINDS
from policylint.language.diagnostic import Diagnostic, did_you_mean
from policylint.language.phrase import EntityRef, Node, PhraseError, Term, Words, parse_phrase, references
from policylint.language.yamlfile import Path, YamlFile


def read_phrase(file: YamlFile, where: Path, text: str, terms: Collection[str]) -> tuple[Node, list[Diagnostic]]:
    """Read the phrase at a path of a file; one that cannot be read comes back as a node that matches nothing."""
    try:
        node = parse_phrase(text)
    except PhraseError as error:
        message = f"{error} (in the phrase `{text.strip()[:60]}`)"
        return Words(frozenset()), [file.diagnostic(where, message, error.at)]
    return node, [file.diagnostic(where, message) for message in _unknown(node, terms)]


def _unknown(node: Node, terms: Collection[str]) -> Iterator[str]:
    for reference in references(node):
        if isinstance(reference, Term) and reference.name not in terms:
            yield f"unknown term {{{reference.name}}}{did_you_mean(reference.name, terms)}"
        elif isinstance(reference, EntityRef) and reference.kind not in KINDS:
            yield f"unknown entity <{reference.kind}>{did_you_mean(reference.kind, KINDS)}"
