"""Every character of the rendered text comes from a known place of the source, whatever the markup."""

from __future__ import annotations

import itertools
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.document.builder import fold
from policylint.document.model import Document
from tests.documents import markdown, plain

WORDS = st.sampled_from(
    [
        "we",
        "keep",
        "data",
        "don\u2019t",
        "\u201cyou\u201d",
        "30\u00a0days",
        "Z\u00fcrich",
        "a\u2013b",
        "\u6f22\u5b57",
        "x\u00ady",
        "U.K.",
    ]
)
INLINE = st.sampled_from(
    [
        "**bold**",
        "*it*",
        "`code`",
        "&amp;",
        "&#233;",
        "\\*",
        "[link](https://example.org/keep)",
        "<b>tag</b>",
        "<br>",
        "a_b_c",
        "<me@example.org>",
        "![alt](x)",
        "~~gone~~",
        "<!-- hidden -->",
        "`` a ` b ``",
        "**half",
        "_",
        "[ref][1]",
        "\\|",
        "&nosuch;",
    ]
)
LINE = st.lists(WORDS | INLINE, min_size=1, max_size=8).map(" ".join)
PROSE = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
BLOCK = st.one_of(
    PROSE,
    LINE.map("## {}".format),
    LINE.map("{} ##\n---".format),
    st.lists(LINE, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(LINE, min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{'   ' * n}{n + 1}. {i}" for n, i in enumerate(items))
    ),
    PROSE.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n"))),
    st.tuples(LINE, LINE).map(lambda c: f"| {c[0]} | {c[1]} |\n|---|:-:|\n| {c[1]} | |\n| x | {c[0]} |"),
    LINE.map("<div>{}</div>".format),
    LINE.map("<ul><li>{}<li>two</ul>".format),
    LINE.map("```\n{}\n```".format),
    st.just("[1]: https://example.org"),
    st.text(max_size=30),
)
DOCUMENT = st.tuples(
    st.sampled_from(["", "---\ntitle: x\n---\n", "\ufeff"]),
    st.lists(BLOCK, max_size=6),
    st.sampled_from(["\n\n", "\r\n\r\n", "\n"]),
).map(lambda parts: parts[0] + parts[2].join(parts[1]))


def assert_positions_are_true(document: Document) -> None:
    offsets = list(document.offsets)
    source = document.source.text
    assert len(offsets) == len(document.text)
    assert all(before < after for before, after in itertools.pairwise(offsets))
    ends = [*offsets, len(source)][1:]
    for character, start, end in zip(document.text, offsets, ends, strict=True):
        if character == "\n":
            continue  # parts two blocks, or stands for a break that was asked for
        assert character == fold(source[start]) or _decodes(character, source, start, end)


def _decodes(character: str, source: str, start: int, end: int) -> bool:
    """Say whether a character stands for white space, or for a character reference that begins at `start` or before."""
    if character == " ":
        return source[start].isspace()
    if character == "\ufffd":  # CommonMark 2.3
        return source[start] == "\0" or source[start] == "&"
    reference = source[max(0, start - 4) : min(len(source), start + 34)]
    return (character in fold(unescape(reference)) and "&" in reference) or source[start:end].startswith("\\")


@settings(max_examples=2500, deadline=None)
@given(DOCUMENT)
def test_markdown_positions(text: str) -> None:
    assert_positions_are_true(markdown(text))


@settings(max_examples=1000, deadline=None)
@given(st.lists(LINE | st.text(max_size=40), max_size=12).map("\n".join))
def test_text_positions(text: str) -> None:
    assert_positions_are_true(plain(text))


@settings(max_examples=500, deadline=None)
@given(DOCUMENT)
def test_statements_lie_in_order_inside_the_text(text: str) -> None:
    document = markdown(text)
    spans = [statement.span for statement in document.statements]
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
