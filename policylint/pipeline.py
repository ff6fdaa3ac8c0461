"""Checks one document: the whole way from text to its report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from policylint.document import parse
from policylint.engine.index import Index
from policylint.engine.judge import judge
from policylint.engine.matcher import TooMuchWorkError
from policylint.engine.recognise import why_no_policy
from policylint.language.diagnostic import did_you_mean
from policylint.language.facts import Fact
from policylint.language.load import load_rules
from policylint.language.rule import Profile, RuleSet
from policylint.report.build import report_document
from policylint.report.model import DocumentReport
from policylint.source import Source, UnreadableError


class SelectionError(ValueError):
    """A rule or pack is named that is not there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to judge: the law, the day, what the user knows, and which rules or packs (all where `select` is empty)."""

    profile: Profile
    as_of: date
    facts: Mapping[str, Fact] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@cache
def built_in_rules() -> RuleSet:
    """Return the rules that come with policylint."""
    here = Path(__file__).parent
    packed = here / "rules"  # in a wheel
    return load_rules(packed if packed.is_dir() else here.parent / "rules")


def selected(rules: RuleSet, settings: Settings) -> frozenset[str]:
    """Return the ids of the rules whose verdicts are reported.

    Raises SelectionError for a name that is neither a rule nor a pack.
    """
    known = {rule.id for rule in rules.rules} | {rule.pack for rule in rules.rules}
    for name in (*settings.select, *settings.ignore):
        if name not in known:
            raise SelectionError(f'there is no rule or pack "{name}"{did_you_mean(name, known)}')
    return frozenset(
        rule.id
        for rule in rules.rules
        if (not settings.select or _named(settings.select, rule.id, rule.pack))
        and not _named(settings.ignore, rule.id, rule.pack)
    )


def _named(names: Collection[str], rule: str, pack: str) -> bool:
    return rule in names or pack in names


def check_source(source: Source, form: str, rules: RuleSet, settings: Settings, *, force: bool) -> DocumentReport:
    """Judge one source; unless `force`, a document that is no privacy policy is skipped with the reason.

    Raises UnreadableError for a document without text and where a rule takes too long, SelectionError for unknown
    names in the settings.
    """
    wanted = selected(rules, settings)
    document = parse(source, form)
    if not document.statements:
        raise UnreadableError("there is no text in it")
    index = Index(document)
    reason = None if force else why_no_policy(index)
    if reason is not None:
        return DocumentReport(document, settings.profile, settings.facts, (), (), reason)
    try:
        verdicts = judge(index, rules, settings.profile, settings.as_of, settings.facts)
    except TooMuchWorkError:
        raise UnreadableError("a rule takes too long on this text, so it was not judged") from None
    reported = sorted(
        (verdict for verdict in verdicts if verdict.rule.id in wanted), key=lambda v: (v.rule.pack, v.rule.id)
    )
    return report_document(document, reported, settings.profile, settings.as_of, settings.facts)
