"""A linter for privacy policies.

>>> import policylint
>>> report = policylint.check("# Privacy\\n\\nWe keep your order for six years.", profile="uk")
>>> [judgement.status for judgement in report.judgements if judgement.rule.id == "retention"]
['present']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from policylint.language.facts import Fact
    from policylint.language.rule import Profile
    from policylint.report.model import DocumentReport

__version__ = "0.1.0"
__all__ = ["__version__", "check"]


def check(
    text: str,
    profile: Profile = "uk",
    *,
    form: str = "markdown",
    path: str = "privacy.md",
    as_of: date | None = None,
    facts: Mapping[str, Fact] | None = None,
) -> DocumentReport:
    """Judge a privacy policy, given as text.

    `form` is `markdown` or `text`; `path` is only what places in the report are called; `as_of` is the day whose law
    counts (today if None). The text is judged even where it does not look like a policy.
    Raises ValueError for an unknown profile or form, UnreadableError for a text without words.
    """
    from datetime import date as day

    from policylint.document import FORMATS
    from policylint.language.rule import PROFILES
    from policylint.pipeline import Settings, built_in_rules, check_source
    from policylint.source import Source

    if profile not in PROFILES:
        raise ValueError(f"profile must be one of {', '.join(PROFILES)}, not {profile!r}")
    if form not in FORMATS.values():
        raise ValueError(f"form must be one of {', '.join(sorted(set(FORMATS.values())))}, not {form!r}")
    settings = Settings(profile, as_of or day.today(), facts or {})
    return check_source(Source(path, text), form, built_in_rules(), settings, force=True)
