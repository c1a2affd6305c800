"""What a figures file may say, and how it is read and written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger import exchange
from sifund_ledger.amounts import MAX_ORE
from sifund_ledger.balance.figures.year_figures import (
    BASES,
    STATEMENT_ROWS,
    EntityKind,
    ExceptionalGround,
    GroundEffect,
    OpeningDeficit,
    OwnRow,
    Presentation,
    StatementKind,
    YearFigures,
    year_fields,
)
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import (
    FiguresFile,
    OpeningExcluded,
    figures_schema,
    parse_figures,
    read_figures,
    write_figures,
)
from sifund_ledger.exchange.examples import MALMO
from sifund_ledger.exchange.statements.figures_file import file_fields
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.money import from_ore, sek
from sifund_ledger.written import cleaned

DATA = Path(__file__).parents[1] / "data" / "figures"


def test_every_key_of_the_format_is_read() -> None:
    file = read_figures(DATA / "every-key.toml")
    assert (file.entity, file.entity_kind, file.unit) == ("Malmö", EntityKind.MUNICIPALITY, "mkr")
    assert file.opening_deficits == (OpeningDeficit(year=2012, left=sek(5_000_000), due_year=2015),)
    assert file.opening_excluded == OpeningExcluded()
    first, second = file.years
    assert (first.year, first.kind, first.as_of) == (2014, StatementKind.OUTCOME, date(2014, 12, 31))
    assert first.net_result == sek(-149_000_000)
    assert first.ore("taxes_and_grants") == 15_000 * 10**8
    assert first.other_adjustments == (OwnRow(label="…", amount=sek(-1_700_000), citation="…"),)
    (ground,) = first.exceptional_grounds
    assert (ground.amount, ground.effect, ground.source) == (sek(10_000_000), GroundEffect.WAIVE, "earmark:social")
    assert ground.decision == Decision.parse("KF 2015-04-30 § 50")
    assert second.reserve_allocated == sek(185_000_000)
    assert second.taxes_and_grants is None
    assert not {field.name for field in year_fields()} - set((DATA / "every-key.toml").read_text("utf-8").split())


def test_the_bundled_example_is_malmo_as_published() -> None:
    file = read_figures(MALMO)
    assert file.opening_deficits == ()
    assert [figures.ore("net_result") for figures in file.years] == [154 * 10**8, -149 * 10**8, 563 * 10**8]
    assert [figures.ore("realised_gains") for figures in file.years] == [33 * 10**8, 56 * 10**8, 23 * 10**8]
    assert file.years[0].presentation is Presentation.INSIDE
    assert file.years[0].other_adjustments == (OwnRow(label="Synnerligt skäl RIPS", amount=sek(106_000_000)),)


def test_leaving_opening_deficits_out_differs_from_having_none() -> None:
    year = '[[year]]\nyear = 2014\nnet_result = "1"'
    assert parse_figures(year).opening_deficits is None
    assert parse_figures(f"opening_deficits = []\n{year}").opening_deficits == ()
    assert parse_figures(year).opening_excluded is None


@pytest.mark.parametrize(
    ("unit", "written", "kronor"),
    [
        ("kr", '"12.50"', "12.5"),
        ("kr", '"1 234 567,50"', "1234567.5"),
        ("kr", '"−5"', "-5"),
        ("kr", "-5", "-5"),
        ("tkr", '"0.00001"', "0.01"),
        ("mkr", '"0.00000001"', "0.01"),
        ("mnkr", '"1.5"', "1500000"),
        ("mkr", "0x10", "16000000"),
        ("kr", '"-0"', "0"),
    ],
)
def test_amounts_are_exact_in_every_unit_and_spelling(unit: str, written: str, kronor: str) -> None:
    file = parse_figures(f'unit = "{unit}"\n[[year]]\nyear = 2014\nnet_result = {written}')
    assert file.years[0].net_result.amount == Decimal(kronor)
    assert file.unit == ("mkr" if unit == "mnkr" else unit)


def test_bytes_with_a_mark_text_json_and_toml_say_the_same() -> None:
    toml = '[[year]]\nyear = 2014\nnet_result = "1"\nas_of = 2014-12-31'
    tree = '{"year": [{"year": 2014, "net_result": 1, "as_of": "2014-12-31", "equity": null}]}'
    assert parse_figures(b"\xef\xbb\xbf" + toml.encode()) == parse_figures(toml)
    assert parse_figures("\ufeff" + tree, format="json") == parse_figures(toml.replace("\n", "\r\n"))


def test_a_file_may_be_written_in_swedish() -> None:
    swedish = """
enhet = "mkr"
"ingående_underskott" = [{ "år" = 2012, kvar = "5", synnerliga_skäl = [] }]
[["år"]]
"år" = 2014
"årets_resultat" = "-149"
realisationsvinster = "56"
egna_rader = [{ "benämning" = "RIPS", belopp = "1" }]
beslut_om_reserv = "KF 2015-04-30 § 50"
"beslut_om_reserv_läge" = "proposed"
""".replace("synnerliga_skäl", '"synnerliga_skäl"')
    english = """
unit = "mkr"
opening_deficits = [{ year = 2012, left = "5", grounds = [] }]
[[year]]
year = 2014
net_result = "-149"
realised_gains = "56"
other_adjustments = [{ label = "RIPS", amount = "1" }]
reserve_decision = "KF 2015-04-30 § 50"
reserve_decision_state = "proposed"
"""
    file = parse_figures(swedish)
    assert file == parse_figures(english)
    [placed] = file.located([FindingCode("X", Severity.NOTE, "", "").at("2014.realised_gains")])
    assert placed.place == "figures.toml:7: år[2014].realisationsvinster"


def test_a_key_given_in_both_languages_is_given_twice() -> None:
    with pytest.raises(UnreadableInput, match=r"figures.toml:4: year\[2014\].slag: KEY_TWICE"):
        parse_figures('[[year]]\nyear = 2014\nkind = "budget"\nslag = "outcome"\nnet_result = "1"')


def test_a_decision_may_be_proposed_and_say_where_its_minutes_are() -> None:
    ground = 'amount = "1", deficit_year = 2014, reason = "r\\n\\tr", decision = "KF 2015-04-30 § 50", due_year = 2020'
    more = 'effect = "extend", decision_state = "proposed", decision_kept_at = "Stadsarkivet"'
    file = parse_figures(f'[[year]]\nyear = 2014\nnet_result = "-1"\nexceptional_grounds = [{{ {ground}, {more} }}]')
    (read,) = file.years[0].exceptional_grounds
    assert read.decision.state is DecisionState.PROPOSED
    assert read.decision.kept_at == "Stadsarkivet"
    assert (read.effect, read.due_year) == (GroundEffect.EXTEND, 2020)


def test_findings_of_the_statement_are_told_where_the_file_has_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_text('opening_deficits = [{year=2012, left="1"}]\n[[year]]\nyear = 2014\nnet_result = "1"', "utf-8")
    places = [
        "2014.net_result",
        "2014",
        "2014.deficits.2014",
        "opening_deficits.2012.left",
        "2019.equity",
        "other",
        "",
    ]
    found = read_figures(path).located(FindingCode("X", Severity.NOTE, "", "").at(place) for place in places)
    assert [finding.place for finding in found] == [
        f"{path}:4: year[2014].net_result",
        f"{path}:2: year[2014]",
        f"{path}:2: year[2014].deficits.2014",
        f"{path}:1: opening_deficits[2012].left",
        f"{path}: year[2019].equity",
        "other",
        "",
    ]
    unread = FiguresFile(years=())
    assert unread.located(found) == found


def test_a_finding_on_a_ground_is_told_at_its_line() -> None:
    ground = '{ amount = "1", deficit_year = 2014, reason = "r", decision = "KF 2015-04-30 § 50" }'
    listed = f"exceptional_grounds = [\n  {ground},\n  {ground},\n]"
    file = parse_figures(f'[[year]]\nyear = 2014\nnet_result = "-1"\n{listed}')
    [placed] = file.located([FindingCode("X", Severity.NOTE, "", "").at("2014.exceptional_grounds[2]")])
    assert placed.place == "figures.toml:6: year[2014].exceptional_grounds[2]"


def test_what_no_file_can_say_is_not_written() -> None:
    with pytest.raises(UnreadableInput):
        write_figures(FiguresFile(years=(YearFigures(net_result=sek(1)),)))
    with pytest.raises(UnreadableInput):
        write_figures(FiguresFile(entity="\x00", years=(YearFigures(year=2014, net_result=sek(1)),)))


def test_the_schema_knows_every_key() -> None:
    schema = figures_schema()
    year = schema["properties"]["year"]["items"]
    assert set(schema["properties"]) == {field.name for field in file_fields()}
    assert set(year["properties"]) == {field.name for field in year_fields()}
    assert year["required"] == ["year", "net_result"]
    json.dumps(schema)


def test_the_room_exports_its_names_lazily_and_no_others() -> None:
    for name in exchange.__all__:
        assert getattr(exchange, name) is not None
    with pytest.raises(AttributeError):
        exchange.absent  # noqa: B018


magnitudes = st.integers(0, MAX_ORE).map(from_ore)
signed = st.integers(-MAX_ORE, MAX_ORE).map(from_ore)
lines = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20).map(cleaned)
years = st.integers(1998, 2060)
decisions = st.builds(
    replace,
    st.sampled_from(["KF 2015-04-30 § 50", "Regionfullmäktige 2020-02-29 § 7, dnr RS 9/20"]).map(Decision.parse),
    state=st.sampled_from(DecisionState),
    kept_at=lines,
)
waivers = st.builds(
    ExceptionalGround,
    amount=magnitudes,
    deficit_year=years,
    reason=lines.filter(str.strip),
    decision=decisions,
    effect=st.just(GroundEffect.WAIVE),
    source=lines,
    due_year=st.none() | years,
)
grounds = st.lists(waivers | waivers.filter(lambda ground: ground.due_year is not None).map(
    lambda ground: replace(ground, effect=GroundEffect.EXTEND)), max_size=2).map(tuple)  # fmt: skip
own_rows = st.lists(st.builds(OwnRow, label=lines, amount=signed, citation=lines), max_size=2).map(tuple)


@st.composite
def year_figures(draw: st.DrawFn, year: int) -> YearFigures:
    amounts: dict[str, Any] = {key: draw(magnitudes) for key in STATEMENT_ROWS if draw(st.booleans())}
    amounts |= {
        key: draw(signed if key == "equity" else st.none() | magnitudes) for key in BASES if draw(st.booleans())
    }
    return YearFigures(
        year=year,
        net_result=draw(signed),
        kind=draw(st.sampled_from(StatementKind)),
        as_of=draw(st.none() | st.dates(date(1998, 1, 1), date(2060, 12, 31))),
        reserve_purpose=draw(lines),
        decisive_result=draw(st.sampled_from(["after", "before"])),
        presentation=draw(st.sampled_from(Presentation)),
        other_adjustments=draw(own_rows),
        exceptional_grounds=draw(grounds),
        **amounts,
    )


@st.composite
def figures_files(draw: st.DrawFn) -> FiguresFile:
    opening = st.builds(OpeningDeficit, year=years, left=magnitudes, due_year=st.none() | years, grounds=grounds)
    deficits = st.lists(opening, max_size=2, unique_by=lambda deficit: deficit.year).map(tuple)
    excluded = st.builds(OpeningExcluded, unrealised_gains=magnitudes, unrealised_losses=magnitudes)
    given_years = draw(st.lists(years, min_size=1, max_size=2, unique=True))
    return FiguresFile(
        entity=draw(lines),
        entity_kind=draw(st.sampled_from(EntityKind)),
        unit=draw(st.sampled_from(["kr", "tkr", "mkr"])),
        opening_deficits=draw(st.none() | deficits),
        opening_excluded=draw(st.none() | excluded),
        years=tuple(draw(year_figures(year)) for year in given_years),
    )


@given(figures_files())
def test_reading_what_was_written_gives_the_same(file: FiguresFile) -> None:
    text = write_figures(file)
    assert parse_figures(text, format="json") == file
    assert write_figures(parse_figures(text, format="json")) == text
