"""Which files to check, and their bytes: the only place that reads policies from disk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from policylint.document import FORMATS
from policylint.source import Source, UnreadableError, decode

MAX_BYTES = 1024 * 1024
"""A policy is text that people read; the longest known have half of this."""

_POLICY_NAME = re.compile(r"privacy|data[-_. ]?protection|gdpr", re.IGNORECASE)


def find_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str | None]]:
    """Yield each file once; with a directory that has no policies, or a path that is not there, comes the reason."""
    seen: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            found: list[Path] = [path]
        else:
            found = sorted(_policies_below(path))
            if not found:
                yield (
                    path,
                    f"no policies in this directory ({', '.join(FORMATS)} with privacy or data protection in the name)",
                )
        for file in found:
            if (key := Path(os.path.abspath(file))) not in seen:  # noqa: PTH100 -- resolve() would follow links
                seen.add(key)
                yield file, None


def _policies_below(directory: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(directory):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            file = Path(folder, name)
            if file.suffix.lower() in FORMATS and _POLICY_NAME.search(file.stem):
                yield file


def read(path: Path) -> tuple[Source, str]:
    """Read a file and return it with its form.

    Raises UnreadableError, with a reason of one line, for what cannot be read.
    """
    form = FORMATS.get(path.suffix.lower())
    try:
        if form is None and path.exists():
            kind = path.suffix or "without an extension"
            raise UnreadableError(f"files {kind} are not read yet, only {', '.join(FORMATS)}")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError(
                f"{size / 1_048_576:.1f} MB is too large for a policy: at most {MAX_BYTES >> 20} MB are read"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower()) from None
    if not data.strip():
        raise UnreadableError("the file is empty")
    return decode(str(path), data), form or ""
