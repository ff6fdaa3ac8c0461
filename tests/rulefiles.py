"""Rule files for tests."""

from __future__ import annotations

from pathlib import Path

_RULE = """\
title: A rule for tests
why: Because tests need one.
law:
  uk: [{cite: UK GDPR Art. 1, url: "https://www.legislation.gov.uk/", reviewed: 2026-11-22}]
severity: {missing: error}
examples:
  present: [We keep it for six years.]
"""


def rule_text(present: str = "keep~", **keys: str) -> str:
    """A whole rule file; `keys` are further lines, as YAML flow values."""
    lines = [f"present: {present}", *(f"{key}: {value}" for key, value in keys.items())]
    return _RULE + "\n".join(lines) + "\n"


def write_pack(root: Path, rules: dict[str, str], vocabulary: str | None = None) -> Path:
    """Write rule files, by id, into a pack, and return the root to load."""
    pack = root / "test"
    pack.mkdir(parents=True)
    for name, text in rules.items():
        (pack / f"{name}.yaml").write_text(text, encoding="utf-8")
    if vocabulary is not None:
        (root / "vocabulary").mkdir()
        (root / "vocabulary" / "words.yaml").write_text(vocabulary, encoding="utf-8")
    return root
