"""What a figures file may not say: each fault with its code, its place and its remedy, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import parse_figures, read_figures
from sifund_ledger.findings import Finding, Severity

YEAR = '[[year]]\nyear = 2014\nnet_result = "-149"\n'
DATA = Path(__file__).parents[1] / "data" / "figures"


def faults(text: str | bytes, format: str = "toml") -> tuple[Finding, ...]:
    with pytest.raises(UnreadableInput) as caught:
        parse_figures(text, format="json" if format == "json" else "toml", name=f"f.{format}")
    for finding in caught.value.findings:
        assert finding.severity is Severity.ERROR
        assert finding.message_sv
        assert finding.remedy
        assert finding.remedy_sv
    return caught.value.findings


def only(text: str | bytes, format: str = "toml") -> Finding:
    (finding,) = faults(text, format)
    return finding


GROUND = 'amount = "1", deficit_year = 2014'

ONE_FAULT = [
    # an amount
    ("realised_gains = 12.5", "AMOUNT_IS_FLOAT", "4: year[2014].realised_gains", 'Write it as text: "12.5".'),
    ("realised_gains = 1e3", "AMOUNT_IS_FLOAT", "4: year[2014].realised_gains", 'Write it as text: "1000".'),
    ("realised_gains = 1_000.5", "AMOUNT_IS_FLOAT", "4: year[2014].realised_gains", '"1000.5"'),
    ("equity = nan", "AMOUNT_IS_FLOAT", "4: year[2014].equity", "Write it as text"),
    ("equity = -inf", "AMOUNT_IS_FLOAT", "4: year[2014].equity", "Write it as text"),
    ("equity = 1e999999", "AMOUNT_IS_FLOAT", "4: year[2014].equity", "Write it as text"),
    ("equity = 1e-39", "AMOUNT_IS_FLOAT", "4: year[2014].equity", "Write it as text"),
    ("equity = true", "AMOUNT_UNREADABLE", "4: year[2014].equity", "decimal number as text"),
    ('equity = "1e3"', "AMOUNT_UNREADABLE", "4: year[2014].equity", "decimal number as text"),
    ('equity = ""', "AMOUNT_UNREADABLE", "4: year[2014].equity", "decimal number as text"),
    ("equity = [1]", "AMOUNT_UNREADABLE", "4: year[2014].equity", "decimal number as text"),
    ("equity = 2014-12-31", "AMOUNT_UNREADABLE", "4: year[2014].equity", "decimal number as text"),
    ('equity = "0.005"', "AMOUNT_BELOW_ORE", "4: year[2014].equity", "Round the amount"),
    ('equity = "1.000"', "AMOUNT_AMBIGUOUS", "4: year[2014].equity", "12 000"),
    ("equity = 12.000", "AMOUNT_AMBIGUOUS", "4: year[2014].equity", "12 000"),
    ('equity = "10000000000000.01"', "AMOUNT_TOO_LARGE", "4: year[2014].equity", "Check the unit"),
    ("equity = 0x" + "f" * 5000, "AMOUNT_TOO_LARGE", "4: year[2014].equity", "Check the unit"),
    ('earmark_used = "-3"', "FIGURE_NEGATIVE", "4: year[2014].earmark_used", "without a sign"),
    ("earmark_used = -3", "FIGURE_NEGATIVE", "4: year[2014].earmark_used", "without a sign"),
    # a word, a date, a key
    ('kind = "outcom"', "FIELD_WORD_UNKNOWN", "4: year[2014].kind", "Is outcome meant?"),
    ("kind = 1", "FIELD_WORD_UNKNOWN", "4: year[2014].kind", "outcome, forecast, interim, budget"),
    ('decisive_result = "x"', "FIELD_WORD_UNKNOWN", "4: year[2014].decisive_result", "after, before"),
    ('as_of = "2014-02-30"', "FIELD_UNREADABLE", "4: year[2014].as_of", "2014-09-01"),
    ('as_of = "20141231"', "FIELD_UNREADABLE", "4: year[2014].as_of", "2014-09-01"),
    ("as_of = 2014-12-31T14:30:00", "FIELD_UNREADABLE", "4: year[2014].as_of", "2014-09-01"),
    ('net_reslt = "1"', "FIELD_UNKNOWN", "4: year[2014].net_reslt", "Is net_result meant?"),
    ('zzz = "1"', "FIELD_UNKNOWN", "4: year[2014].zzz", "one of: year, net_result, kind"),
    ('"a\\u001b" = 1', "FIELD_UNKNOWN", "4: year[2014].a\\x1b", "one of: year"),
    ("reserve_purpose = 3", "FIELD_UNREADABLE", "4: year[2014].reserve_purpose", "Write for example"),
    ('reserve_purpose = "\\u001b"', "FIELD_TEXT_CONTROL", "4: year[2014].reserve_purpose", "one line"),
    # lists
    ("other_adjustments = 3", "FIELD_UNREADABLE", "4: year[2014].other_adjustments", "[{ label = "),
    ("other_adjustments = [3]", "FIELD_UNREADABLE", "4: year[2014].other_adjustments[1]", "{ label = "),
    (
        'other_adjustments = [{ label = "a" }]',
        "FIELD_MISSING",
        "4: year[2014].other_adjustments[1].amount",
        "amount =",
    ),
    (
        'other_adjustments = [\n  { amount = "1", label = "a\\nb" }]',
        "FIELD_TEXT_CONTROL",
        "5: year[2014].other_adjustments[1].label",
        "one line",
    ),
    (
        "other_adjustments = [" + '{ label = "a", amount = "1" },' * 201 + "]",
        "FIELD_TOO_MANY",
        "4: year[2014].other_adjustments",
        "right file",
    ),
    # grounds
    (
        f'exceptional_grounds = [{{ {GROUND}, decision = "KF 2015-04-30 § 50" }}]',
        "GROUND_INCOMPLETE",
        "4: year[2014].exceptional_grounds[1].reason",
        "State reason",
    ),
    (
        f'exceptional_grounds = [{{ {GROUND}, reason = " ", decision = "KF 2015-04-30 § 50" }}]',
        "GROUND_INCOMPLETE",
        "4: year[2014].exceptional_grounds[1].reason",
        "State reason",
    ),
    (
        f'exceptional_grounds = [{{ {GROUND}, reason = "r" }}]',
        "GROUND_INCOMPLETE",
        "4: year[2014].exceptional_grounds[1].decision",
        "State decision",
    ),
    (
        f'exceptional_grounds = [{{ {GROUND}, reason = "r", decision = "KF" }}]',
        "DECISION_UNREADABLE",
        "4: year[2014].exceptional_grounds[1].decision",
        "KF 2012-04-23 § 45",
    ),
    (
        f'exceptional_grounds = [{{ {GROUND}, reason = "r", decision = 7 }}]',
        "FIELD_UNREADABLE",
        "4: year[2014].exceptional_grounds[1].decision",
        "KF 2014-04-28 § 31",
    ),
    (
        f'exceptional_grounds = [{{ {GROUND}, reason = "r", decision = "KF 2015-04-30 § 50", effect = "extend" }}]',
        "GROUND_INCOMPLETE",
        "4: year[2014].exceptional_grounds[1].due_year",
        "State due year",
    ),
    (
        'exceptional_grounds = [{ amount = "1", reason = "r", decision = "KF 2015-04-30 § 50" }]',
        "FIELD_MISSING",
        "4: year[2014].exceptional_grounds[1].deficit_year",
        "deficit_year = 2014",
    ),
    # years
    ('[[year]]\nyear = 2014\nnet_result = "1"', "YEAR_TWICE", "5: year[2014].year", "once"),
    ('[[year]]\nyear = "2015"\nnet_result = "1"', "FIELD_UNREADABLE", "5: year[2].year", "example 2015"),
    ('[[year]]\nyear = 2015.0\nnet_result = "1"', "FIELD_UNREADABLE", "5: year[2].year", "example 2015"),
    ('[[year]]\nyear = 1997\nnet_result = "1"', "YEAR_OUT_OF_RANGE", "5: year[1997].year", "1998"),
    ("[[year]]\nyear = 0x" + "f" * 5000 + '\nnet_result = "1"', "YEAR_OUT_OF_RANGE", "5: year[2].year", "1998"),
    ('[[year]]\nnet_result = "1"', "FIELD_MISSING", "4: year[2].year", "year = 2014"),
    ("[[year]]\nyear = 2015", "FIELD_MISSING", "4: year[2015].net_result", "net_result ="),
]


@pytest.mark.parametrize(("line", "code", "place", "remedy"), ONE_FAULT, ids=[f"{c[1]} {c[0][:40]}" for c in ONE_FAULT])
def test_a_fault_in_a_year_is_told_with_its_place_and_remedy(line: str, code: str, place: str, remedy: str) -> None:
    finding = only(YEAR + line)
    assert (finding.code, finding.place) == (code, f"f.toml:{place}")
    assert remedy in finding.text()


AT_THE_TOP = [
    ('unit = "msek"', "FIELD_WORD_UNKNOWN", "1: unit", "kr, tkr, mkr"),
    ("unit = 3", "FIELD_WORD_UNKNOWN", "1: unit", "kr, tkr, mkr"),
    ('entity_kind = "landsting"', "FIELD_WORD_UNKNOWN", "1: entity_kind", "municipality, region, federation"),
    ("entity = 1", "FIELD_UNREADABLE", "1: entity", "Write for example"),
    ("opening_deficits = {}", "FIELD_UNREADABLE", "1: opening_deficits", '[{ year = 2014, left = "56" }]'),
    ("opening_deficits = [{ year = 2012 }]", "FIELD_MISSING", "1: opening_deficits[2012].left", "left ="),
    (
        'opening_deficits = [{ year = 2012, left = "1" },\n{ year = 2012, left = "2" }]',
        "OPENING_DEFICIT_TWICE",
        "2: opening_deficits[2012].year",
        "once",
    ),
    ('opening_excluded = { unrealised_gains = "-1" }', "FIGURE_NEGATIVE", "1: opening_excluded.unrealised_gains", ""),
    ("opening_excluded = { x = 1 }", "FIELD_UNKNOWN", "1: opening_excluded.x", "unrealised_losses"),
    ("opening_excluded.x = 1", "FIELD_UNKNOWN", "1: opening_excluded.x", "unrealised_losses"),
]


@pytest.mark.parametrize(("line", "code", "place", "remedy"), AT_THE_TOP, ids=[case[0][:40] for case in AT_THE_TOP])
def test_a_fault_at_the_top_is_told_with_its_place_and_remedy(line: str, code: str, place: str, remedy: str) -> None:
    finding = only(f"{line}\n{YEAR}")
    assert (finding.code, finding.place) == (code, f"f.toml:{place}")
    assert remedy in finding.remedy


def test_where_the_unit_is_at_fault_no_amount_is_blamed_for_it() -> None:
    codes = [
        finding.code for finding in faults(f'unit = "x"\n{YEAR}equity = "0.0001"\nbudget_cost = "9999999999999999"')
    ]
    assert codes == ["FIELD_WORD_UNKNOWN"]


WHOLE_FILES: list[tuple[str | bytes, str, str, str]] = [
    (b"", "toml", "FILE_EMPTY", "f.toml"),
    (b"\xef\xbb\xbf \n", "json", "FILE_EMPTY", "f.json"),
    (b"a = 1\nb = '\xe5'", "toml", "FILE_NOT_UTF8", "f.toml:2"),
    (YEAR.encode("utf-16"), "toml", "FILE_NOT_UTF8", "f.toml:1"),
    ("a = 1\nb = ", "toml", "FILE_SYNTAX", "f.toml:2:5"),
    ("a = 1\na = 1", "toml", "FILE_SYNTAX", "f.toml:2:6"),
    ("a = '", "toml", "FILE_SYNTAX", "f.toml:1:6"),
    ("a = 1" + "0" * 5000, "toml", "FILE_SYNTAX", "f.toml"),
    ("x = 1\n" + "a." * 2000 + "b = 1", "toml", "FILE_TOO_DEEP", "f.toml:2"),
    ('x = """\n' + "a." * 20 + '"""\n' + "'a'." * 20 + "b = 1", "toml", "FILE_TOO_DEEP", "f.toml:3"),
    ('{"year": [\n{"year": 2014,}]}', "json", "FILE_SYNTAX", "f.json:2:"),
    ("{'year': 1}", "json", "FILE_SYNTAX", "f.json:1:2"),
    ("a = " + "[" * 100_000, "toml", "FILE_TOO_DEEP", "f.toml"),
    ("[" * 100_000, "json", "FILE_TOO_DEEP", "f.json"),
    ("[" * 20 + "]" * 20, "json", "FILE_TOO_DEEP", "f.json"),
    ("a." * 40 + "b = 1", "toml", "FILE_TOO_DEEP", "f.toml"),
    (b" " * 1_000_001, "toml", "FILE_TOO_LARGE", "f.toml"),
    (" " * 1_000_001, "toml", "FILE_TOO_LARGE", "f.toml"),
    ("[]", "json", "FIELD_UNREADABLE", "f.json"),
    ("null", "json", "FIELD_UNREADABLE", "f.json"),
    ("3.5", "json", "FIELD_UNREADABLE", "f.json"),
    ("1" * 10_000, "json", "FIELD_UNREADABLE", "f.json"),
    ("entity = 'x'", "toml", "NO_YEARS", "f.toml"),
    ("year = []", "toml", "NO_YEARS", "f.toml"),
]


@pytest.mark.parametrize(
    ("text", "format", "code", "place"), WHOLE_FILES, ids=[f"{c[2]} {c[0][:20]!r}" for c in WHOLE_FILES]
)
def test_a_file_that_is_none(text: str | bytes, format: str, code: str, place: str) -> None:
    finding = only(text, format)
    assert finding.code == code
    assert finding.place.startswith(place)


def test_json_tells_its_numbers_as_they_are_written() -> None:
    text = '{"year": [{"year": 2014,\n "net_result": 1.50,\n "equity": NaN,\n "budget_cost": -Infinity}]}'
    found = [(finding.place, finding.message) for finding in faults(text, "json")]
    assert [place for place, _ in found] == [
        "f.json:2: year[2014].net_result",
        "f.json:3: year[2014].equity",
        "f.json:4: year[2014].budget_cost",
    ]
    assert found[0][1].startswith("1.50 ")


def test_a_json_key_given_twice_is_told_beside_the_other_faults() -> None:
    text = '{"year": [{"year": 2014,\n "net_result": "1",\n "net_\\u0072esult": "2", "equity": 1.5}]}'
    found = faults(text, "json")
    assert [(finding.code, finding.place) for finding in found] == [
        ("KEY_TWICE", "f.json:3"),
        ("AMOUNT_IS_FLOAT", "f.json:3: year[2014].equity"),
    ]


def test_lone_surrogates_are_refused_and_told_as_escapes() -> None:
    text = '{"entity": "\\ud800", "\\ud801": 1, "year": [{"year": 2014, "net_result": "1"}]}'
    for finding in faults(text, "json"):
        finding.text().encode()


def test_many_faults_are_listed_all_at_once_in_the_order_of_the_file() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_figures(DATA / "many-faults.toml")
    found = [
        (int(finding.place.split(":")[1]), finding.place.rpartition(" ")[2], finding.code)
        for finding in caught.value.findings
    ]
    assert found == [
        (1, "entity", "FIELD_TEXT_CONTROL"),
        (2, "entity_kind", "FIELD_WORD_UNKNOWN"),
        (3, "unit", "FIELD_WORD_UNKNOWN"),
        (4, "colour", "FIELD_UNKNOWN"),
        (5, "opening_deficits[2012].left", "FIGURE_NEGATIVE"),
        (5, "opening_deficits[2012].grounds[1].reason", "GROUND_INCOMPLETE"),
        (5, "opening_deficits[2012].grounds[1].decision", "GROUND_INCOMPLETE"),
        (5, "opening_deficits[2012].grounds[1].due_year", "GROUND_INCOMPLETE"),
        (7, "year[2014].net_result", "FIELD_MISSING"),
        (9, "year[2014].as_of", "FIELD_UNREADABLE"),
        (10, "year[2014].net_reslt", "FIELD_UNKNOWN"),
        (11, "year[2014].realised_gains", "AMOUNT_IS_FLOAT"),
        (12, "year[2014].realised_losses_exempt", "AMOUNT_UNREADABLE"),
        (13, "year[2014].equity", "AMOUNT_UNREADABLE"),
        (14, "year[2014].earmark_used", "FIGURE_NEGATIVE"),
        (15, "year[2014].presentation", "FIELD_WORD_UNKNOWN"),
        (16, "year[2014].other_adjustments[1].amount", "FIELD_MISSING"),
        (16, "year[2014].other_adjustments[2]", "FIELD_UNREADABLE"),
        (17, "year[2014].exceptional_grounds[1].amount", "AMOUNT_IS_FLOAT"),
        (17, "year[2014].exceptional_grounds[1].deficit_year", "FIELD_UNREADABLE"),
        (17, "year[2014].exceptional_grounds[1].decision", "DECISION_UNREADABLE"),
        (17, "year[2014].exceptional_grounds[1].reason", "GROUND_INCOMPLETE"),
        (19, "year[2].year", "FIELD_MISSING"),
        (21, "year[2].kind", "FIELD_WORD_UNKNOWN"),
        (23, "year[2014].year", "YEAR_TWICE"),
        (24, "year[2014].net_result", "AMOUNT_IS_FLOAT"),
    ]


def test_the_faults_of_a_file_of_another_kind_are_counted_not_listed() -> None:
    found = faults("\n".join(f"key{number} = 1" for number in range(2000)))
    assert len(found) == 501
    assert any(finding.code == "FILE_MORE_FAULTS" and "1501 more" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("name", "code"),
    [("absent.toml", "FILE_UNREADABLE"), (".", "FILE_FORMAT_UNKNOWN"), ("a.xlsb", "FILE_FORMAT_UNKNOWN")],
)
def test_a_path_that_leads_to_no_figures(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_figures(tmp_path / name)
    assert [finding.code for finding in caught.value.findings] == [code]
    assert ("CSV i kalkylprogrammet" in caught.value.findings[0].remedy_sv) == name.endswith(".xlsb")


def test_a_directory_a_null_byte_and_an_endless_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "d.toml").mkdir()
    for path, code in (
        (str(tmp_path / "d.toml"), "FILE_UNREADABLE"),
        ("a\0.toml", "FILE_UNREADABLE"),
        ("/dev/zero", "FILE_UNREADABLE"),
    ):
        with pytest.raises(UnreadableInput) as caught:
            read_figures(path, format="toml")
        assert [finding.code for finding in caught.value.findings] == [code]
