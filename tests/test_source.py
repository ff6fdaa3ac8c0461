from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.source import Position, Source, UnreadableError, decode


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 3, 1), (6, 3, 2), (7, 4, 1)],
)
def test_position_counts_every_kind_of_line_end(offset: int, line: int, column: int) -> None:
    assert Source("f", "ab\nc\rd\ne").position(offset) == Position(line, column)


def test_crlf_is_one_line_end() -> None:
    source = Source("f", "ab\r\ncd")
    assert (source.position(4), source.line(1), source.line(2)) == (Position(2, 1), "ab", "cd")


@given(st.text(alphabet="a\r\n\u00e9"), st.data())
def test_position_and_line_agree(text: str, data: st.DataObject) -> None:
    source = Source("f", text + "x")
    offset = data.draw(st.integers(0, len(text)))
    place = source.position(offset)
    character = source.text[offset]
    if character not in "\r\n":
        assert source.line(place.line)[place.column - 1] == character


def test_byte_order_mark_is_no_text() -> None:
    assert decode("f", b"\xef\xbb\xbfhi").text == "hi"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00\x01", "binary"),
        ("caf\u00e9".encode("latin-1"), "not valid UTF-8 at byte 3"),
        (b"PK\x03\x04\0", "binary"),
    ],
)
def test_undecodable_bytes_are_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode("f", data)
