"""Finds what a phrase cannot spell out: e-mail addresses, dates, periods, citations and the like."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from policylint.document.model import Link, Span
from policylint.entities.address import find_addresses
from policylint.entities.dates import find_dates
from policylint.entities.durations import find_durations
from policylint.entities.email import find_emails
from policylint.entities.law import find_citations
from policylint.entities.links import email_links, phone_links, url_links
from policylint.entities.money import find_money
from policylint.entities.organisations import find_organisations
from policylint.entities.phone import find_phones
from policylint.entities.web import find_urls

EntityKind = Literal["email", "phone", "url", "address", "date", "duration", "citation", "money", "organisation"]
KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


class Entity(NamedTuple):
    """A stretch of rendered text that is of a kind. It never runs over a line break."""

    kind: EntityKind
    span: Span


_IN_TEXT: dict[EntityKind, Callable[[str], Iterator[Span]]] = {
    "email": find_emails,
    "phone": find_phones,
    "url": find_urls,
    "address": find_addresses,
    "date": find_dates,
    "duration": find_durations,
    "citation": find_citations,
    "money": find_money,
    "organisation": find_organisations,
}
_IN_LINKS: dict[EntityKind, Callable[[str, Sequence[Link]], Iterator[Span]]] = {
    "email": email_links,
    "phone": phone_links,
    "url": url_links,
}


def find_entities(text: str, links: Sequence[Link], kinds: Collection[str] = KINDS) -> list[Entity]:
    """Return the entities of the given kinds in a rendered text with its links, sorted by span.

    Entities of different kinds may overlap; none lies inside another of its own kind.
    """
    found: list[Entity] = []
    for kind in KINDS:
        if kind in kinds:
            spans = [*_IN_TEXT[kind](text), *(_IN_LINKS[kind](text, links) if kind in _IN_LINKS else ())]
            found.extend(Entity(kind, span) for span in _outermost(spans))
    return sorted(found, key=lambda entity: entity.span)


def _outermost(spans: list[Span]) -> Iterator[Span]:
    """Yield, sorted, the spans that lie inside no other."""
    reached = -1
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > reached:
            yield span
            reached = span.end
