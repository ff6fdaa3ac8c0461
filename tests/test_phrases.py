from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.engine.index import Index
from policylint.engine.matcher import Matcher, TooMuchWorkError
from policylint.language.phrase import PhraseError, any_of, parse_phrase
from tests.documents import markdown

VOCABULARY = {
    "keep": any_of([parse_phrase("keep~"), parse_phrase("hold~ on to")]),
    "officer": parse_phrase("(the)? data protection officer"),
}


def found(phrase: str, text: str) -> list[str]:
    """The passages of a text that a phrase matches."""
    document = markdown(text)
    index = Index(document)
    ranges = Matcher(index, VOCABULARY).find(parse_phrase(phrase)).ranges
    return [document.words(index.span(start, end)) for start, end in ranges]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("keep", "We KEEP it. Keeping is else.", ["KEEP"]),
        ("keep~", "keep keeps kept keeping keeper", ["keep", "keeps", "kept", "keeping"]),
        ("anonymise~", "anonymised, anonymized", ["anonymised", "anonymized"]),
        ("transfer~", "transferred transfers", ["transferred", "transfers"]),
        ("authority~", "authorities", ["authorities"]),
        ("disclos*", "disclosure, disclosing", ["disclosure", "disclosing"]),
        ("(see|view) it", "see it, view it, sell it", ["see it", "view it"]),
        ("up to (about)? six", "up to six, up to about six", ["up to six", "up to about six"]),
        ("(the)? officer", "the officer", ["the officer", "officer"]),
        ("keep ...2 days", "keep for thirty days; keep for up to thirty days", ["keep for thirty days"]),
        ("opt-out", "opt out, opt-out", ["opt out", "opt-out"]),
        (
            "Commissioner's Office",
            "Commissioner\u2019s Office, Commissioner Office",
            ["Commissioner's Office", "Commissioner Office"],
        ),
        ("US", "US, U.S., us, Us", ["US", "U.S."]),
        ("us", "US, us", ["US", "us"]),
        ("don't know", "We don\u2019t know", ["don't know"]),
        ("{keep} it", "We hold on to it and keep it", ["hold on to it", "keep it"]),
        (
            "ask {officer}",
            "ask the data protection officer, ask data protection officer",
            ["ask the data protection officer", "ask data protection officer"],
        ),
        ("right to see", "You have the right to:\n\n- see it", ["right to: see"]),
        ("it keep", "Delete it. Keep this.", []),
        ("six years", "six\nyears", ["six years"]),
        ("six years", "**six** *years*", ["six years"]),
        ("ico.org.uk", "https://ico.org.uk/make", ["ico.org.uk"]),
    ],
)
def test_phrase_finds(phrase: str, text: str, expected: list[str]) -> None:
    assert [passage.replace("\n", " ") for passage in found(phrase, text)] == expected


@pytest.mark.parametrize(
    ("phrase", "message", "at"),
    [
        ("", "no word here", 0),
        ("(a|b", "not closed", 0),
        ("a)", "closes nothing", 1),
        ("... a", "between two words", 0),
        ("a ...", "between two words", 5),
        ("a ...99 b", "1 to 40 words wide", 2),
        ("a ... (b)? c", "cannot follow a gap", 6),
        ("(a)?", "no word here that must", 0),
        ("a * b", "unexpected `*`", 2),
        ("a ; b", "is no word", 2),
        ("(" * 20 + "a" + ")" * 20, "nested deeper", 13),
    ],
)
def test_phrase_mistake_is_explained_at_its_place(phrase: str, message: str, at: int) -> None:
    with pytest.raises(PhraseError, match=message.replace("(", r"\(").replace("*", r"\*")) as caught:
        parse_phrase(phrase)
    assert caught.value.at == at


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab (|)?.{}<>~*'", max_size=25))
def test_any_text_is_a_phrase_or_a_phrase_error(text: str) -> None:
    try:
        parse_phrase(text)
    except PhraseError as error:
        assert 0 <= error.at <= len(text)


def test_a_runaway_phrase_is_stopped() -> None:
    with pytest.raises(TooMuchWorkError):
        found(" ...40 ".join(["(a|a b|a b c)"] * 8), "a b c " * 20_000)
