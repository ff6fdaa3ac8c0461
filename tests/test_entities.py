"""What is found by code: each case is a text and the stretches of it that are expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.document.model import Link, Span
from policylint.entities import KINDS, EntityKind, find_entities


def found(kind: EntityKind, text: str, links: list[Link] | None = None) -> list[str]:
    return [text[span.start : span.end] for _, span in find_entities(text, links or [], [kind])]


def linked(text: str, words: str, href: str) -> list[Link]:
    start = text.index(words)
    return [Link(Span(start, start + len(words)), href)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to privacy@example.org.", ["privacy@example.org"]),
        ("(data.protection+uk@mail.example.co.uk)", ["data.protection+uk@mail.example.co.uk"]),
        ("a@example.org, b@example.org", ["a@example.org", "b@example.org"]),
        ("E-mail: o'neil@example.org!", ["o'neil@example.org"]),
        ("privacy [at] example.org", ["privacy [at] example.org"]),
        ("privacy[at]example[dot]org", ["privacy[at]example[dot]org"]),
        ("at privacy (at) example (dot) org today", ["privacy (at) example (dot) org"]),
        ("privacy AT example DOT org", ["privacy AT example DOT org"]),
        ("mail name at example dot org, please", ["name at example dot org"]),
        ("name at mail dot example dot org", ["name at mail dot example dot org"]),
        ("name(a)example.fi", ["name(a)example.fi"]),
        ("privacy @ example.org", ["privacy @ example.org"]),
        ("Contact [email protected] now", ["[email protected]"]),
        ("Contact email protected", ["email protected"]),
        ("Write to {{ site.email }} or <%= email %>.", ["{{ site.email }}", "<%= email %>"]),
        ("{{ contactMail }} ${config.email}", ["{{ contactMail }}", "${config.email}"]),
        ("see our page at example.org", []),
        ("You get a @example.org address", []),
        ("We keep your email protected by law.", []),
        ("Follow @example on the network", []),
        ("{{ site.title }} {{ mailing_list }}", []),
        ("Article 6(a) e.g. consent, Article 6(1)(a) or.", []),
        ("look at the dot on the map", []),
        ("@@@ a@ @b.org user@localhost", []),
    ],
)
def test_email(text: str, expected: list[str]) -> None:
    assert found("email", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring +44 20 7946 0000.", ["+44 20 7946 0000"]),
        ("+44 (0)20 7946 0000", ["+44 (0)20 7946 0000"]),
        ("+44(0)2079460000 or (+44) 20 7946 0000", ["+44(0)2079460000", "(+44) 20 7946 0000"]),
        ("00 44 20 7946 0000", ["00 44 20 7946 0000"]),
        ("0044 20 7946 0000", ["0044 20 7946 0000"]),
        ("the ICO on 0303 123 1113.", ["0303 123 1113"]),
        ("(020) 7946 0000 / 01632 960001", ["(020) 7946 0000", "01632 960001"]),
        ("01632960001", ["01632960001"]),
        ("(0)20 7946 0000", ["(0)20 7946 0000"]),
        ("01 23 45 67 89", ["01 23 45 67 89"]),
        ("Tel: 030 12345-67", ["030 12345-67"]),
        ("Tel.: 030/1234567", ["030/1234567"]),
        ("Telephone number: 555 0100 22", ["555 0100 22"]),
        ("Phone (08) 5550 1000", ["(08) 5550 1000"]),
        ("call us on 1800 555 010", ["1800 555 010"]),
        ("(415) 555-0100, 1-800-555-0100, 415.555.0100", ["(415) 555-0100", "1-800-555-0100", "415.555.0100"]),
        ("0303 123 1113\n2018", ["0303 123 1113"]),
        ("0303 123 1113 (+44 20 7946 0000 from abroad)", ["0303 123 1113", "+44 20 7946 0000"]),
        ("Fax: +44 20 7946 0000", []),
        ("01/02/2018 and 2018-05-25 and 25.05.2018", []),
        ("call us between 9.00 - 17.00 in 2018-2019", []),
        ("phone records since 2018/2019, phone us by 25/05/2018", []),
        ("Company number 01234567, company no. 0123456789", []),
        ("phone or IP address 192.168.100.200", []),
        ("Articles 13, 14 and 15; Article 6(1)(f); 2016/679", []),
        ("IBAN GB29 NWBK 6016 1331 9268 19, DE89 3704 0044 0532 0130 00", []),
        ("VAT 0123 456 789, ISBN 0-306-40615-2", []),
        ("3.14159265 and 1,000,000,000", []),
        ("call 12 34", []),
    ],
)
def test_phone(text: str, expected: list[str]) -> None:
    assert found("phone", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/privacy?x=1#top.", ["https://example.org/privacy?x=1#top"]),
        ("(http://example.org/a_(b)), next", ["http://example.org/a_(b)"]),
        ("visit www.example.org, or not", ["www.example.org"]),
        ("ico.org.uk/make-a-complaint", ["ico.org.uk/make-a-complaint"]),
        ("at example.com.", ["example.com"]),
        ("my-site.example.museum/path/ here", ["my-site.example.museum/path/"]),
        ("https://example.org/@user and example.co.uk", ["https://example.org/@user", "example.co.uk"]),
        ("privacy@example.org, privacy [at] example.org, first.last@example.org", []),
        ("privacy @ example.com, name(a)example.fi", []),
        ("e.g. this, i.e. that. And U.S. law. See policy.pdf and Node.js", []),
        ("one.Two three.four v1.2.3", []),
    ],
)
def test_url(text: str, expected: list[str]) -> None:
    assert found("url", text) == expected


@pytest.mark.parametrize(
    ("kind", "href", "expected"),
    [
        ("email", "mailto:privacy@example.org", ["write to us"]),
        ("email", "MAILTO:privacy@example.org", ["write to us"]),
        ("email", "/cdn-cgi/l/email-protection#0a1b", ["write to us"]),
        ("email", "https://example.org", []),
        ("phone", "tel:+442079460000", ["write to us"]),
        ("phone", "mailto:privacy@example.org", []),
        ("url", "https://example.org", ["write to us"]),
        ("url", "contact.html", ["write to us"]),
        ("url", "/contact", ["write to us"]),
        ("url", "#contact", []),
        ("url", "mailto:privacy@example.org", []),
        ("url", "tel:+442079460000", []),
        ("url", "javascript:void(0)", []),
        ("url", "", []),
    ],
)
def test_link(kind: EntityKind, href: str, expected: list[str]) -> None:
    text = "You may write to us at any time."
    assert found(kind, text, linked(text, "write to us", href)) == expected


def test_link_over_an_address_is_one_entity() -> None:
    text = "Mail privacy@example.org today."
    links = linked(text, "privacy@example.org", "mailto:privacy@example.org")
    assert found("email", text, links) == ["privacy@example.org"]


def test_link_over_lines_is_an_entity_on_each() -> None:
    text = "See our\n contact page."
    assert found("url", text, linked(text, "our\n contact page", "/contact")) == ["our", "contact page"]


def test_link_without_visible_words_is_nothing() -> None:
    assert found("url", "a  b", [Link(Span(1, 3), "/x"), Link(Span(2, 2), "/x")]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Write to: Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF.",
            ["Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF"],
        ),
        ("We sit at Unit 3, Mill on the Green, Anytown GL12EX and", ["Unit 3, Mill on the Green, Anytown GL12EX"]),
        ("Wycliffe House\nWater Lane\nWilmslow\nSK9 5AF.", ["SK9 5AF"]),
        ("10 Long Row, London SW1A 1AA", ["10 Long Row, London SW1A 1AA"]),
        ("at Friedrichstr. 12, 10117 Berlin", ["Friedrichstr. 12, 10117 Berlin"]),
        ("Musterstraße 1a\n10117 Berlin", ["10117 Berlin"]),
        ("Am Hang 3, 10117 Berlin", ["Am Hang 3, 10117 Berlin"]),
        ("Printing Street 35, 1000 Brussels", ["Printing Street 35, 1000 Brussels"]),
        ("D-10117 Berlin", ["D-10117 Berlin"]),
        ("siège : 12 rue de la Paix, 75002 Paris", ["12 rue de la Paix, 75002 Paris"]),
        ("Drottninggatan 29, 104 20 Stockholm", ["Drottninggatan 29, 104 20 Stockholm"]),
        ("Carl Jacobsens Vej 35, 2500 Valby", ["Carl Jacobsens Vej 35, 2500 Valby"]),
        ("ul. Prosta 2, 00-193 Warszawa", ["ul. Prosta 2, 00-193 Warszawa"]),
        ("1355 Market Street, San Francisco, CA 94103", ["1355 Market Street, San Francisco, CA 94103"]),
        ("9 Orange Street, Wilmington, Delaware 19801, USA", ["9 Orange Street, Wilmington, Delaware 19801"]),
        ("P.O. Box 1234", ["P.O. Box 1234"]),
        ("write to PO Box 12, Anytown", ["PO Box 12"]),
        ("Postbus 123, 1000 AB Amsterdam", ["Postbus 123, 1000 AB Amsterdam"]),
        ("21 Fitzwilliam Square, Dublin 2, D02 RD28, Ireland", ["21 Fitzwilliam Square, Dublin 2, D02 RD28"]),
        ("Our office is at 12 High Street, Anytown.", ["12 High Street"]),
        ("GPO Box 5218, Sydney NSW 2001", ["GPO Box 5218, Sydney NSW 2001"]),
        ("30 Victoria Street, Gatineau, Quebec K1A 1H3", ["30 Victoria Street, Gatineau, Quebec K1A 1H3"]),
        ("QQ1 1AA, XX9 9XX, SK9 5AI and B2B 1AA", []),
        ("call 0303 123 1113 You or +49 641 580 988 14 Email", []),
        ("ISO27001, SHA256, MD5 and HTTP2", []),
        ("Your email address and postal address, street and town", []),
        ("In section 12, 2018 May was hot. In 2016, 12345 People came.", []),
        ("the 2018 UK Data Act and the 2016 EU Regulation", []),
        ("We kept 10000 Records along the Road", []),
        ("via email since 3 June, 2018 Summer and in 5 ways, 1000 Days", []),
        ("In Section 12, 10000 Users and under Article 6, 12345 People", []),
        ("Wall Street, Market Square", []),
    ],
)
def test_address(text: str, expected: list[str]) -> None:
    assert found("address", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Updated 25 May 2018.", ["25 May 2018"]),
        ("May 25th, 2018", ["May 25th, 2018"]),
        ("the 1st of June 2020 and 1 june 2020", ["1st of June 2020", "1 june 2020"]),
        ("25/05/2018, 5/25/2018, 25/05/18", ["25/05/2018", "5/25/2018", "25/05/18"]),
        ("2018-05-25 or 25.05.2018 or 25-05-2018", ["2018-05-25", "25.05.2018", "25-05-2018"]),
        ("since May 2018", ["May 2018"]),
        ("Sept. 3, 2019; SEPTEMBER 2019; 3 Sep 2019", ["Sept. 3, 2019", "SEPTEMBER 2019", "3 Sep 2019"]),
        ("in 2018 we may", []),
        ("you may 2018 times", []),
        ("version 1.2.18, 25/13/2018x, 99/99/2018, IP 10.10.2018.1", []),
        ("Regulation 2016/679, Dismay 2018", []),
    ],
)
def test_date(text: str, expected: list[str]) -> None:
    assert found("date", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for 30 days.", ["30 days"]),
        ("six (6) years", ["six (6) years"]),
        ("3 (three) year", ["3 (three) year"]),
        ("twelve months", ["twelve months"]),
        ("after a year, an hour or one month's notice", ["a year", "an hour", "one month"]),
        ("24 hours", ["24 hours"]),
        ("a 7-year term, up to 90-day logs, 30days", ["7-year", "90-day", "30days"]),
        ("two to three weeks", ["two to three weeks"]),
        ("5-7 years, 5 to 7 years, 6 or 12 months", ["5-7 years", "5 to 7 years", "6 or 12 months"]),
        ("a period of ten years", ["ten years"]),
        ("1½ years, 1.5 years, one and a half years", ["1½ years", "1.5 years", "one and a half years"]),
        ("within 10 working days or thirty (30) business days", ["10 working days", "thirty (30) business days"]),
        ("one calendar month, six full tax years", ["one calendar month", "six full tax years"]),
        ("twenty-four hours; one hundred and eighty days", ["twenty-four hours", "one hundred and eighty days"]),
        ("30 DAYS and 6 Months", ["30 DAYS", "6 Months"]),
        ("at least 6 years", ["6 years"]),
        ("logs over 30 days old", ["30 days"]),
        ("3 years and 6 months", ["3 years", "6 months"]),
        ("two years (24 months)", ["two years", "24 months"]),
        ("no longer than over 18 months or a minimum of 15 years", ["18 months", "15 years"]),
        ("accounts inactive for over 2 years", ["2 years"]),
        ("a few days, for many years, several months, the year", []),
        ("16 years of age, 16 years old, under 16 years", []),
        ("a 13-year-old, thirteen (13) years of age or older", []),
        ("over the age of 18 years, aged 16 years, 13 years or older", []),
        ("24 hours a day, 7 days a week, 365 days per year", []),
        ("once a day, three times a year, £5 a month", []),
        ("from day-to-day, in the 2018 year, birthday, every day", []),
        ("section 3.5.2\nyears", []),
    ],
)
def test_duration(text: str, expected: list[str]) -> None:
    assert found("duration", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under Article 6(1)(f).", ["Article 6(1)(f)"]),
        ("(Art. 6 (1) lit. f GDPR)", ["Art. 6 (1) lit. f GDPR"]),
        ("Art. 6 Abs. 1 lit. b DSGVO", ["Art. 6 Abs. 1 lit. b DSGVO"]),
        ("Art. 6 Abs. 1 S. 1 lit. f DSGVO", ["Art. 6 Abs. 1 S. 1 lit. f DSGVO"]),
        ("Article 6.1 section b) applies", ["Article 6.1 section b)"]),
        (
            "Art. 6 § 1 b) GDPR, Art. 6 para. 1 s. 1 lit. f GDPR",
            ["Art. 6 § 1 b) GDPR", "Art. 6 para. 1 s. 1 lit. f GDPR"],
        ),
        ("Article 6(1) point (f) of the UK GDPR", ["Article 6(1) point (f) of the UK GDPR"]),
        (
            "Section 165 of the Data Protection Act 2018 says",
            ["Section 165 of the Data Protection Act 2018"],
        ),
        (
            "regulation 22 of the Privacy and Electronic Communications (EC Directive) Regulations 2003",
            ["regulation 22 of the Privacy and Electronic Communications (EC Directive) Regulations 2003"],
        ),
        ("Articles 13 and 14", ["Articles 13 and 14"]),
        ("Articles 15 to 22 GDPR, Articles 6, 7 and 9", ["Articles 15 to 22 GDPR", "Articles 6, 7 and 9"]),
        ("Article 6(1)(a) and (b)", ["Article 6(1)(a) and (b)"]),
        ("s. 165 and s.166", ["s. 165", "s.166"]),
        ("Art 6(1)(ea)", ["Art 6(1)(ea)"]),
        ("§ 25 Abs. 1 TTDSG", ["§ 25 Abs. 1 TTDSG"]),
        ("Regulation (EU) 2016/679", ["Regulation (EU) 2016/679"]),
        ("Article 45 of Regulation (EU) 2016/679", ["Article 45 of Regulation (EU) 2016/679"]),
        ("decision 2010/87/EU; Directive 95/46/EC", ["2010/87/EU", "Directive 95/46/EC"]),
        ("see section 5 below; in Section 2 we", []),
        ("an article about us, 3 articles, parts 5, smart 6", []),
        ("plans 10 and 12, 24/7, 01/02", []),
    ],
)
def test_citation(text: str, expected: list[str]) -> None:
    assert found("citation", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a fee of £10.", ["£10"]),
        ("EUR 5 or 10 euros", ["EUR 5", "10 euros"]),
        ("$25.00, 25 USD and 10 pounds", ["$25.00", "25 USD", "10 pounds"]),
        ("€20 million, £1,000,000.50, 17.5 million euros", ["€20 million", "£1,000,000.50", "17.5 million euros"]),
        ("£ 5, 5 €", ["£ 5", "5 €"]),
        ("10 people, 5 europeans, $ and £, EURO 2024", []),
        ("AMEUR 5", []),
    ],
)
def test_money(text: str, expected: list[str]) -> None:
    assert found("money", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are Example Widgets Ltd, of Anytown.", ["Example Widgets Ltd"]),
        ("provided by Sample & Sons (UK) Limited", ["Sample & Sons (UK) Limited"]),
        ("Example, Inc. and Sample LLC", ["Example, Inc.", "Sample LLC"]),
        ("by the Beispiel GmbH & Co. KG", ["Beispiel GmbH & Co. KG"]),
        ("Exempel AB, Eksempel A/S, Esimerkki Oy", ["Exempel AB", "Eksempel A/S", "Esimerkki Oy"]),
        ("Voorbeeld B.V.; Ejemplo S.L.; Esempio S.r.l.", ["Voorbeeld B.V.", "Ejemplo S.L.", "Esempio S.r.l."]),
        ("Verein Beispiel e.V. or Przyklad Sp. z o.o.", ["Verein Beispiel e.V.", "Przyklad Sp. z o.o."]),
        ("Sample Pty Ltd, Sample Pvt Ltd", ["Sample Pty Ltd", "Sample Pvt Ltd"]),
        ("EXAMPLE AG processes data", ["EXAMPLE AG"]),
        ("The University of Anytown is", ["University of Anytown"]),
        ("Anytown University and Anytown City Council", ["Anytown University", "Anytown City Council"]),
        ("the Friends of Anytown Trust", ["Friends of Anytown Trust"]),
        ("Sample Foundation, Sample School\nSample Club", ["Sample Foundation", "Sample School", "Sample Club"]),
        ('"Example Ltd" (the controller)', ["Example Ltd"]),
        ("Provider: Example GmbH, Copyright 2020 Sample Ltd", ["Example GmbH", "Sample Ltd"]),
        ("offered to YOU AS an employee", []),
        ("our Limited use, We Limited access, Our Trust", []),
        ("WE USE YOUR DATA AS A CONTROLLER", []),
        ("limited liability, the council, a trust", []),
        ("Sample Trust Centre", []),
    ],
)
def test_organisation(text: str, expected: list[str]) -> None:
    assert found("organisation", text) == expected


PIECES = [
    "a b",
    "1 ",
    "a.",
    "a@",
    "+1",
    "A ",
    "1,",
    " ",
    "[at]",
    "www.",
    "Art. 1",
    "1",
    "a",
    "(",
    "0",
    "0 ",
    "@ a",
    "a@b.",
    "http://",
    "{{",
    "<%",
    "(a)",
    "Ltd ",
    "A Ltd ",
    "years ",
    "1 year ",
    "A1 ",
    "one ",
    "one and ",
    "a year ",
    ", A, ",
    "1-",
    "1/1",
    "12/12/",
    "10117 B",
    " at a dot a",
    "(1)",
    "Art. 1(1)",
    ", 1",
    ". ",
    "May ",
    "May 1 ",
    "SK9 5",
    "\n",
    "€1",
    "1 EUR",
    "X X",
    "-",
    "Section 1 of the A and ",
    "A's ",
    "12 A Street ",
    "§1",
    "£",
    "{{mail",
    "é",
    "University of A ",
    "email protected",
]


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_input_is_read_to_its_end(piece: str) -> None:
    find_entities(piece * (20_000 // len(piece)), [])


words = st.sampled_from([*PIECES, "privacy", "@", "example.org", "0303 123 1113", "SK9 5AF", "25 May 2018", "Ltd"])


@given(st.lists(words | st.text(max_size=6), max_size=30).map("".join) | st.text())
def test_entities_are_sorted_and_lie_within_one_line_of_the_text(text: str) -> None:
    entities = find_entities(text, [Link(Span(0, len(text)), "/all"), Link(Span(0, len(text) // 2), "mailto:x")])
    assert [entity.span for entity in entities] == sorted(entity.span for entity in entities)
    for kind, span in entities:
        assert kind in KINDS
        assert 0 <= span.start < span.end <= len(text)
        assert "\n" not in text[span.start : span.end]
        assert not text[span.start].isspace() and not text[span.end - 1].isspace()


@given(st.sets(st.sampled_from(KINDS)))
def test_only_the_kinds_asked_for_are_found(kinds: set[EntityKind]) -> None:
    text = "Example Ltd, SK9 5AF, a@example.org, example.org, 0303 123 1113, 1 May 2018, 2 days, Art. 6, £1"
    assert {entity.kind for entity in find_entities(text, [], kinds)} == kinds


def test_no_entity_lies_inside_another_of_its_kind() -> None:
    text = "See https://example.org/a now."
    links = [Link(Span(0, 3), "/a"), Link(Span(4, 25), "https://example.org/a"), Link(Span(12, 19), "/b")]
    assert found("url", text, links) == ["See", "https://example.org/a"]
