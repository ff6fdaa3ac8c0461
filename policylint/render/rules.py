"""Pages about rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policylint.language.rule import PROFILES, Rule
from policylint.render.terminal import Paint, safe, wrapped


def render_rules(rules: Iterable[Rule], color: bool) -> str:
    """Return a line for each rule: id, pack, profiles, title."""
    paint = Paint(color)
    rows = sorted(rules, key=lambda rule: (rule.pack, rule.id))
    width = max((len(rule.id) for rule in rows), default=0)
    lines = [
        f"{paint('bold', rule.id.ljust(width))}  {rule.pack:8}  {'+'.join(rule.law):5}  {safe(rule.title)}"
        for rule in rows
    ]
    return "".join(f"{line}\n" for line in lines)


def render_rule(rule: Rule, color: bool) -> str:
    """Return everything about one rule."""
    return "".join(f"{line.rstrip()}\n" for line in _page(rule, Paint(color)))


def _page(rule: Rule, paint: Paint) -> Iterator[str]:
    yield f"{paint('bold', rule.id)} ({rule.pack}): {safe(rule.title)}"
    yield ""
    yield from wrapped("", rule.why)
    yield ""
    yield paint("bold", "Severity")
    for status, severity in rule.severity.items():
        note = (
            " (info until the text or a fact shows that the duty applies)" if rule.due and status == "missing" else ""
        )
        yield f"  {status}: {severity}{note}"
    if rule.in_force.start or rule.in_force.end:
        yield f"  asked from {rule.in_force.start or '...'} until {rule.in_force.end or '...'}"
    yield ""
    yield paint("bold", "Law")
    for profile in PROFILES:
        for law in rule.law.get(profile, ()):
            yield f"  {profile}: {safe(law.cite)} (reviewed {law.reviewed})"
            yield f"      {safe(law.url)}"
    yield from _suggestions(rule, paint)
    yield from _examples(rule, paint)


def _suggestions(rule: Rule, paint: Paint) -> Iterator[str]:
    if rule.suggestion:
        yield ""
        yield paint("bold", "Wording to use")
        for profile, text in rule.suggestion.items():
            yield from wrapped(f"  {profile}: ", text)


def _examples(rule: Rule, paint: Paint) -> Iterator[str]:
    for status in dict.fromkeys(example.status for example in rule.examples):
        yield ""
        yield paint("bold", f"Examples: {status}")
        for example in rule.examples:
            if example.status == status:
                yield from wrapped("  - ", " ".join(example.text.split()))
                if example.because:
                    yield from wrapped("    ", f"({example.because})")
