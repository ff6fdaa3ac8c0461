"""Outputs: each a pure function from the report to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from policylint.report.model import Report


@dataclass(frozen=True, slots=True)
class View:
    """How much a person wants to see."""

    color: bool = False
    show_passed: bool = False
    quiet: bool = False
    verbose: bool = False


def _full(report: Report, view: View) -> str:
    from policylint.render.full import render_full

    return render_full(report, view)


def _concise(report: Report, view: View) -> str:
    from policylint.render.concise import render_concise

    return render_concise(report, view)


def _json(report: Report, view: View) -> str:  # noqa: ARG001 -- one signature for all
    from policylint.render.json import render_json

    return render_json(report)


RENDERERS: Mapping[str, Callable[[Report, View], str]] = {"full": _full, "concise": _concise, "json": _json}
