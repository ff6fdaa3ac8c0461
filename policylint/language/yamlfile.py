"""A YAML file as plain data, with the place of every value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from policylint.language.diagnostic import Diagnostic, RuleFileError

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 256 * 1024
_MAX_DEPTH = 40
_INTEGER = re.compile(r"[-+]?\d{1,15}")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of one file and, by path into the data, the line and column (1-based) of each key and value."""

    path: str
    data: Value
    places: dict[Path, tuple[int, int]] = field(repr=False)
    quoted: frozenset[Path] = field(repr=False)

    def diagnostic(self, where: Path, message: str, shift: int | None = None) -> Diagnostic:
        """Return a diagnostic at a value, or `shift` characters into its text."""
        while where not in self.places:
            where = where[:-1]
        line, column = self.places[where]
        if shift is not None:
            column += shift + (where in self.quoted)
        return Diagnostic(self.path, line, column, message)


def read_yaml(path: str, data: bytes) -> YamlFile:
    """Parse a file of the rule language: a subset of YAML without anchors, tags and duplicate keys.

    Only `true` and `false` are booleans and only digits are numbers, so `no` and `2026-11-22` are text.
    Raises RuleFileError.
    """
    if len(data) > MAX_BYTES:
        raise RuleFileError([Diagnostic(path, 1, 1, f"larger than {MAX_BYTES // 1024} KiB")])
    try:
        text = data.decode("utf-8-sig")
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
                mark = token.start_mark
                raise RuleFileError(
                    [Diagnostic(path, mark.line + 1, mark.column + 1, "anchors and aliases are not used")]
                )
        root = yaml.compose(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        raise RuleFileError([Diagnostic(path, 1, 1, f"not valid UTF-8 at byte {error.start}")]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"not valid YAML: {error.problem or error.context}"
        raise RuleFileError([Diagnostic(path, line, column, message)]) from None
    except (yaml.YAMLError, RecursionError) as error:
        message = str(error).splitlines()[0] if isinstance(error, yaml.YAMLError) else "nested too deeply"
        raise RuleFileError([Diagnostic(path, 1, 1, f"not valid YAML: {message}")]) from None
    if root is None:
        raise RuleFileError([Diagnostic(path, 1, 1, "the file is empty")])
    builder = _Builder(path)
    value = builder.value(root, ())
    if builder.mistakes:
        raise RuleFileError(builder.mistakes)
    return YamlFile(path, value, builder.places, frozenset(builder.quoted))


class _Builder:
    def __init__(self, path: str) -> None:
        self._path = path
        self.places: dict[Path, tuple[int, int]] = {}
        self.quoted: set[Path] = set()
        self.mistakes: list[Diagnostic] = []

    def value(self, node: yaml.Node, where: Path) -> Value:
        mark = node.start_mark
        self.places[where] = (mark.line + 1, mark.column + 1)
        if len(where) > _MAX_DEPTH:
            self._mistake(node, "nested too deeply")
            return None
        if isinstance(node, yaml.ScalarNode):
            if node.style in ("'", '"'):
                self.quoted.add(where)
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*where, i)) for i, child in enumerate(node.value)]
        mapping: dict[str, Value] = {}
        for key_node, child in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if key in mapping:
                self._mistake(key_node, f'"{key}" is here twice')
            mapping[key] = self.value(child, (*where, key))
            self.places[(*where, key, "\0key")] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        return mapping

    def _mistake(self, node: yaml.Node, message: str) -> None:
        self.mistakes.append(Diagnostic(self._path, node.start_mark.line + 1, node.start_mark.column + 1, message))


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    text = str(node.value)
    if node.style:
        return text
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "null", "~"):
        return None
    return int(text) if _INTEGER.fullmatch(text) else text
