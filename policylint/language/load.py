"""Loads folders of rules. Any mistake stops the loading: fewer rules never run quietly."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any, cast

from policylint.language.compile import compile_rule
from policylint.language.condition import Condition, RuleIs, walk
from policylint.language.diagnostic import Diagnostic, RuleFileError, did_you_mean
from policylint.language.phrase import Node, Term, any_of, references
from policylint.language.reading import read_phrase
from policylint.language.rule import Rule, RuleSet
from policylint.language.schema import SchemaName, schema_mistakes
from policylint.language.yamlfile import YamlFile, read_yaml

VOCABULARY = "vocabulary"


def load_rules(root: Path) -> RuleSet:
    """Load the packs (folders of `*.yaml`) below a folder, and its `vocabulary`.

    Raises RuleFileError with every mistake found, and OSError where a file cannot be read.
    """
    files = {path: path.read_bytes() for path in sorted(root.glob("*/*.yaml"))}
    loader = _Loader()
    for path, data in files.items():
        if path.parent.name == VOCABULARY:
            loader.take_vocabulary(str(path), data)
    vocabulary = loader.vocabulary()
    for path, data in files.items():
        if path.parent.name != VOCABULARY:
            loader.take_rule(str(path), data, path.parent.name)
    loader.check_references()
    if not files:
        loader.mistakes.append(Diagnostic(str(root), 1, 1, "there are no rules here"))
    if loader.mistakes:
        raise RuleFileError(loader.mistakes)
    return RuleSet(tuple(loader.ordered()), vocabulary, _digest(root, files))


def _digest(root: Path, files: Mapping[Path, bytes]) -> str:
    digest = hashlib.sha256()
    for path, data in files.items():
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


class _Loader:
    def __init__(self) -> None:
        self.mistakes: list[Diagnostic] = []
        self._terms: dict[str, tuple[YamlFile, list[str]]] = {}
        self._rules: dict[str, tuple[YamlFile, Rule]] = {}

    def _read(self, path: str, data: bytes, schema: SchemaName) -> YamlFile | None:
        try:
            file = read_yaml(path, data)
        except RuleFileError as error:
            self.mistakes += error.diagnostics
            return None
        mistakes = list(schema_mistakes(file, schema))
        self.mistakes += mistakes
        return None if mistakes else file

    def take_vocabulary(self, path: str, data: bytes) -> None:
        """Read a vocabulary file."""
        file = self._read(path, data, "vocabulary")
        if file is None:
            return
        # The schema has been applied: the shape is known.
        for name, entry in cast(dict[str, Any], file.data)["terms"].items():
            if name in self._terms:
                message = f"{{{name}}} is defined in {self._terms[name][0].path} already"
                self.mistakes.append(file.diagnostic(("terms", name), message))
            self._terms[name] = (file, entry["phrases"])

    def vocabulary(self) -> dict[str, Node]:
        """Return the terms read so far."""
        nodes: dict[str, Node] = {}
        for name, (file, texts) in self._terms.items():
            phrases: list[Node] = []
            for i, text in enumerate(texts):
                node, mistakes = read_phrase(file, ("terms", name, "phrases", i), text, self._terms)
                self.mistakes += mistakes
                phrases.append(node)
            nodes[name] = any_of(phrases)
        if cycle := _cycle({name: _terms_in(node) for name, node in nodes.items()}):
            message = f"terms go round in a circle: {' -> '.join(cycle)}"
            self.mistakes.append(self._terms[cycle[0]][0].diagnostic(("terms", cycle[0]), message))
        return nodes

    def take_rule(self, path: str, data: bytes, pack: str) -> None:
        """Read a rule file."""
        file = self._read(path, data, "rule")
        if file is None:
            return
        rule, mistakes = compile_rule(file, pack, self._terms)
        self.mistakes += mistakes
        if rule.id in self._rules:
            message = f'the rule "{rule.id}" is in {self._rules[rule.id][0].path} already'
            self.mistakes.append(file.diagnostic((), message))
        self._rules[rule.id] = (file, rule)

    def check_references(self) -> None:
        """Note what rules say of rules that are not there, or of each other in a circle."""
        for file, rule in self._rules.values():
            named = [(key, other) for key, condition in _conditions(rule) for other in _rules_in(condition)]
            for key, other in [*named, *(("supersedes", other) for other in rule.supersedes)]:
                if other not in self._rules:
                    message = f'unknown rule "{other}"{did_you_mean(other, self._rules)}'
                    self.mistakes.append(file.diagnostic((key,), message))
        if cycle := _cycle(self._graph()):
            message = f"rules go round in a circle: {' -> '.join(cycle)}"
            self.mistakes.append(self._rules[cycle[0]][0].diagnostic((), message))

    def _graph(self) -> dict[str, set[str]]:
        return {
            name: {other for _, condition in _conditions(rule) for other in _rules_in(condition)} & self._rules.keys()
            for name, (_, rule) in self._rules.items()
        }

    def ordered(self) -> Iterator[Rule]:
        """Yield the rules so that each comes after those whose verdicts it asks, else by id."""
        sorter = TopologicalSorter(self._graph())
        sorter.prepare()
        while sorter.is_active():
            ready = sorted(sorter.get_ready())
            yield from (self._rules[name][1] for name in ready)
            sorter.done(*ready)


def _conditions(rule: Rule) -> Iterator[tuple[str, Condition]]:
    if rule.applies is not None:
        yield "applies", rule.applies
    if rule.due is not None:
        yield "due", rule.due
    if rule.ignore is not None:
        yield "ignore", rule.ignore
    yield from rule.conditions.items()


def _terms_in(node: Node) -> set[str]:
    return {reference.name for reference in references(node) if isinstance(reference, Term)}


def _rules_in(condition: Condition) -> set[str]:
    return {part.rule for part in walk(condition) if isinstance(part, RuleIs)}


def _cycle(graph: Mapping[str, Iterable[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []
