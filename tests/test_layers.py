"""Imports point one way."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "policylint"
LAYERS = ("source", "document", "entities", "language", "engine", "report", "pipeline", "inputs", "render", "", "cli")
"""Each may import from those before it; "" is the package's own `__init__`, the Python interface."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "policylint":
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "policylint"}
    return found


def layer_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("path", [m for m in MODULES if m.name != "__main__.py"], ids=name_of)
def test_module_imports_only_from_its_own_and_earlier_layers(path: Path) -> None:
    here = LAYERS.index(layer_of(name_of(path)))
    later = {module for module in imports_of(path) if LAYERS.index(layer_of(module)) > here}
    assert later == set()


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    graph = {name_of(path): imports_of(path) - {name_of(path)} for path in MODULES if path.name != "__init__.py"}
    TopologicalSorter(graph).prepare()


def test_only_the_command_line_prints() -> None:
    printing = {
        name_of(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr"))
    }
    assert printing == {"policylint.cli"}
