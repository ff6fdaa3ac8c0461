from __future__ import annotations

import pytest

from tests.documents import headings, markdown, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two!", ["paragraph: One.", "paragraph: Two!"]),
        ("We keep it\nfor *six* **years**.", ["paragraph: We keep it for six years."]),
        ("---\ntitle: x\n---\nText.", ["paragraph: Text."]),
        ("+++\ntitle = 1\n+++\nText.", ["paragraph: Text."]),
        (
            "You may:\n\n- see it\n- delete it",
            ["paragraph: You may:", "item: You may: < see it", "item: You may: < delete it"],
        ),
        (
            "You may:\n- see\n  - a copy\n",
            ["paragraph: You may:", "item: You may: < see", "item: You may: | see < a copy"],
        ),
        ("## Rights\n\n- to see", ["heading: Rights", "item: Rights < to see"]),
        (
            "| Data | Kept |\n|---|---|\n| Logs | 30 days |\n| a \\| b | `x` |",
            ["row: Data Kept", "row: Data | Kept < Logs 30 days", "row: Data | Kept < a | b x"],
        ),
        ("> - quoted\n>   item", ["item: quoted item"]),
        ("See [our\npage](https://example.org) now.", ["paragraph: See our page now."]),
        ("See [us][1].\n\n[1]: https://example.org", ["paragraph: See us."]),
        ("Mail <me@example.org> &amp; wait", ["paragraph: Mail me@example.org & wait"]),
        ("a <!-- not seen --> b", ["paragraph: a b"]),
        ("<!-- not\n\nseen -->\n\nseen", ["paragraph: seen"]),
        ("<div><p>One &amp; two</p><ul><li>three</li></ul></div>", ["paragraph: One & two", "item: One & two < three"]),
        ("<script>bad()</script>\n\ngood", ["paragraph: good"]),
        ("```\ncode\n```\n\ntext", ["paragraph: text"]),
        ("![alt text](x.png) text", ["paragraph: text"]),
        ("~~old~~ new", ["paragraph: new"]),
        ("It\u2019s \u201cours\u201d \u2013 or\u00a0yours", ['paragraph: It\'s "ours" - or yours']),
        ("**Your rights**\n\nYou may.", ["heading: Your rights", "paragraph: You may."]),
        (
            "Write to A. Smith, e.g. by post. Thanks.",
            ["paragraph: Write to A. Smith, e.g. by post.", "paragraph: Thanks."],
        ),
        ("a\\*b", ["paragraph: a*b"]),
        ("x  \ny", ["paragraph: x y"]),
    ],
)
def test_markdown_becomes_statements(text: str, expected: list[str]) -> None:
    assert statements(markdown(text)) == expected


def test_sections_nest_by_rank() -> None:
    document = markdown("# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\n**E**\n\ne")
    assert headings(document) == ["", "A", "A / B", "A / B / C", "A / D", "A / D / E"]


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("a\n\nwe **keep** it", "keep it", 3, 6),
        ("> quoted\n> words here", "words", 2, 3),
        ("1. one\n\n   more words", "more", 3, 4),
        ("| a | b |\n|---|---|\n| c \\| d | deep |", "deep", 3, 12),
        ("# Title #", "Title", 1, 3),
        ("&amp; after", "after", 1, 7),
        ("\r\nfirst\r\nsecond", "second", 3, 1),
        ("<p>in <b>html</b></p>", "html", 1, 10),
        ("---\nx: y\n---\n\nbody", "body", 5, 1),
        ("`code` and `` more ` code ``", "more", 1, 15),
        ("see <https://example.org/x>", "https", 1, 6),
    ],
)
def test_words_keep_their_place(text: str, words: str, line: int, column: int) -> None:
    document = markdown(text)
    at = document.text.index(words)
    statement = document.statements[0].span._replace(start=at, end=at + len(words))
    place = document.place(statement)
    assert (place.start.line, place.start.column) == (line, column)


def test_links_keep_their_target() -> None:
    document = markdown("[us](mailto:a@example.org), <a href='/form'>form</a>, [ref]\n\n[ref]: https://example.org/")
    found = [(document.words(link.span), link.href) for link in document.links]
    assert found == [("us", "mailto:a@example.org"), ("form", "/form"), ("ref", "https://example.org/")]
