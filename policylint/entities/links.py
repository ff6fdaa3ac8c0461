"""What a link's target says about its visible words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policylint.document.model import Link, Span

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,20}):", re.IGNORECASE)
_PAGES = ("", "http", "https")
_HIDDEN_EMAIL = "/cdn-cgi/l/email-protection"  # where Cloudflare sends the addresses it masks


def email_links(text: str, links: Sequence[Link]) -> Iterator[Span]:
    """Yield the words of the links that open a message to somebody."""
    return _words(text, (link for link in links if _scheme(link) == "mailto" or _HIDDEN_EMAIL in link.href))


def phone_links(text: str, links: Sequence[Link]) -> Iterator[Span]:
    """Yield the words of the links that dial a number."""
    return _words(text, (link for link in links if _scheme(link) in ("tel", "callto")))


def url_links(text: str, links: Sequence[Link]) -> Iterator[Span]:
    """Yield the words of the links that lead to another page; a place on the same page tells nothing new."""
    return _words(text, (link for link in links if _is_page(link.href.strip()) and _scheme(link) in _PAGES))


def _is_page(href: str) -> bool:
    return bool(href) and not href.startswith("#") and _HIDDEN_EMAIL not in href


def _scheme(link: Link) -> str:
    match = _SCHEME.match(link.href.strip())
    return match[1].lower() if match else ""


def _words(text: str, links: Iterator[Link]) -> Iterator[Span]:
    """Yield what is visible of each link, line by line."""
    for link in links:
        start = link.span.start
        for line in text[start : link.span.end].split("\n"):
            words = line.strip()
            begin = start + len(line) - len(line.lstrip())
            if words:
                yield Span(begin, begin + len(words))
            start += len(line) + 1
