from __future__ import annotations

import pytest

from tests.documents import headings, plain, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We keep it\nfor six years because the law of the land says that we\nmust do so.",
            ["paragraph: We keep it", "paragraph: for six years because the law of the land says that we must do so."],
        ),
        ("Your rights\n\nYou may ask.", ["heading: Your rights", "paragraph: You may ask."]),
        (
            "1. Who we are\nThe Quiet Press is a small publisher of books.",
            ["heading: Who we are", "paragraph: The Quiet Press is a small publisher of books."],
        ),
        ("YOUR RIGHTS\n\nYou may ask.", ["heading: YOUR RIGHTS", "paragraph: You may ask."]),
        ("Rights\n======\nYou may ask.", ["heading: Rights", "paragraph: You may ask."]),
        (
            "You may:\n\u2022 see it\n\u2022\u00a0delete it",
            ["paragraph: You may:", "item: You may: < see it", "item: You may: < delete it"],
        ),
        (
            "We use it to:\n- help\n    - you\n\u00b7 sell",
            [
                "paragraph: We use it to:",
                "item: We use it to: < help",
                "item: We use it to: | help < you",
                "item: We use it to: < sell",
            ],
        ),
        (
            "We share it with\n- printers\n- post",
            ["paragraph: We share it with", "item: We share it with < printers", "item: We share it with < post"],
        ),
        (
            "Email: a@example.org\nTelephone: 020 7946 0000",
            ["paragraph: Email: a@example.org", "paragraph: Telephone: 020 7946 0000"],
        ),
        ("Logs\t30 days\nOrders\t6 years", ["row: Logs 30 days", "row: Orders 6 years"]),
        ("(a) first thing;\n(b) second thing.", ["item: first thing;", "item: second thing."]),
    ],
)
def test_plain_text_becomes_statements(text: str, expected: list[str]) -> None:
    assert statements(plain(text)) == expected


def test_numbering_nests_sections() -> None:
    document = plain("1. Scope\n\nText here.\n\n1.1 Detail\n\nMore text.\n\n2. Rights\n\nText.")
    assert headings(document) == ["", "Scope", "Scope / Detail", "Rights"]


def test_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The Quiet Press keeps the names and the addresses of its readers\n"
        "for as long as they subscribe. It then deletes them without being\n"
        "asked to.\n"
    )
    assert statements(plain(text)) == [
        "paragraph: The Quiet Press keeps the names and the addresses of its readers for as long as they subscribe.",
        "paragraph: It then deletes them without being asked to.",
    ]
