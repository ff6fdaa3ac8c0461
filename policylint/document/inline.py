"""Markdown's inline parser, taught to note where in the block's text each token comes from.

markdown-it-py gives positions to blocks only. Its inline rules keep the place they read in `state.pos`, and plain text
is always a slice of the input, so it is enough to note that place whenever a token is made.
"""

from __future__ import annotations

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from policylint.document.builder import Builder
from policylint.document.markup import link_target

_MAX_INLINE = 200_000  # characters; a longer block is read as plain words


class _State(StateInline):
    """Notes in each token's `meta["at"]` where in the block's text it begins."""

    pending_at = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self.pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 -- markdown-it-py's name
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token


class PositionedInline(ParserInline):
    """An inline parser whose tokens carry `meta["at"]`."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        if len(src) > _MAX_INLINE:
            state.append_pending(src)
            state.pushPending()
            return state.tokens
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def add_inline(builder: Builder, content: str, at: list[int], children: list[Token]) -> None:
    """Add what a reader sees of a block's inline tokens.

    `content` is the block's text as markdown-it-py cut it out, and `at[i]` the source offset of its i-th character.
    """
    writer = _Writer(builder, content, at)
    for token in children:
        writer.take(token)


class _Writer:
    def __init__(self, builder: Builder, content: str, at: list[int]) -> None:
        self._builder = builder
        self._content = content
        self._at = at
        self._next = 0  # where in the content the next text may begin at the earliest
        self._links: list[tuple[int, str]] = []
        self._struck = 0

    def take(self, token: Token) -> None:
        kind = token.type
        if kind in ("s_open", "s_close"):
            self._struck += token.nesting
        elif self._struck:
            return
        elif kind == "link_open":
            self._links.append((self._builder.mark(), str(token.attrs.get("href", ""))))
        elif kind == "link_close":
            if self._links:
                self._builder.link(*self._links.pop())
        elif kind == "html_inline":
            self._html(token)
        elif kind in ("softbreak", "hardbreak"):
            self._put(" " if kind == "softbreak" else "\n", token.meta["at"])
        elif kind in ("text", "text_special", "code_inline") and token.content:
            self._put(token.content, self._begin(token))

    def _begin(self, token: Token) -> int:
        """Return where a token's visible text begins in the content."""
        at: int = token.meta["at"]
        if token.type == "code_inline":
            at += len(token.markup)
            return at if self._content[at : at + 1] in token.content[:1] else at + 1
        if token.type == "text" and self._content[at : at + 1] == "<" and not token.content.startswith("<"):
            return at + 1  # an autolink
        return max(at, self._next)

    def _put(self, text: str, begin: int) -> None:
        end = min(begin + len(text), len(self._at))
        self._builder.add(text[: end - begin], self._at[begin:end])
        self._next = end

    def _html(self, token: Token) -> None:
        tag = token.content.lower()
        if tag.startswith(("<br", "</p", "</div", "</li")):
            self._put("\n", token.meta["at"])
        elif tag.startswith("<a"):
            self._links.append((self._builder.mark(), link_target(token.content)))
        elif tag.startswith("</a") and self._links:
            self._builder.link(*self._links.pop())
