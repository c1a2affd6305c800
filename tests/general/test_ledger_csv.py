"""The general ledger from CSV: what is read, what is left out, and that nothing of either is silent."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.exchange.ledgers.ledger_csv import take_csv
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.general_ledger import GeneralLedger

HEAD = "ver;datum;konto;belopp;text\n"


def read(text: str | bytes, name: str = "j.csv") -> GeneralLedger:
    reader, found = LedgerReader(), FileFindings(name)
    take_csv(reader, text if isinstance(text, bytes) else text.encode("utf-8"), found)
    reader.findings.extend(found.all())
    return reader.ledger()


def codes(ledger: GeneralLedger) -> list[tuple[str, str]]:
    return [(finding.code, finding.place) for finding in ledger.findings]


def vouchers(ledger: GeneralLedger) -> list[tuple[str, str, list[int]]]:
    return [(each.series, each.number, [row.ore for row in each.rows]) for each in ledger.each_voucher()]


@pytest.mark.parametrize("row", ["1;2012-01-01;5", "1;2012-01-01;5;", "1;2012-01-01;5; "])
def test_a_row_without_an_account_is_left_out_and_told(row: str) -> None:
    ledger = read(f"ver;datum;belopp;konto\n{row}\n1;2012-01-01;5;1930\n1;2012-01-01;-5;2440\n")

    assert codes(ledger) == [("LEDGER_CSV_ROW_UNREADABLE", "j.csv:2")]
    assert ledger.balances() == {"1930": 500, "2440": -500}
    assert ledger.findings[0].message_sv.startswith('konto är "", som inte kan läsas')


@pytest.mark.parametrize("cell", ["19\t30", "19\x0130", "19\u202830"])
def test_control_characters_in_an_account_or_an_object_are_told(cell: str) -> None:
    for row in (f"1;2012-01-01;{cell};5;", f"1;2012-01-01;1930;5;{cell}", f"{cell};2012-01-01;1930;5;"):
        ledger = read(f"ver;datum;konto;belopp;ansvar\n{row}\n")

        assert ("LEDGER_CSV_ROW_UNREADABLE", "j.csv:2") in codes(ledger)
        assert not ledger.rows


@pytest.mark.parametrize("cell", ["12.000", "-12,000", " 12.000 ", "1 234.500", "\u221212.000"])
@pytest.mark.parametrize("columns", ["text;belopp", "debet;kredit"])
def test_thousands_with_a_point_are_never_read_as_kronor_with_three_decimals(cell: str, columns: str) -> None:
    """One and the same cell is 12 000 kr in one program's export and 12 kr in another's."""
    ledger = read(f"ver;datum;konto;{columns}\n1;2012-01-01;1930{';' * columns.count(';')};{cell}\n")
    [finding, *_] = ledger.findings

    assert not ledger.rows
    assert (finding.code, finding.place) == ("LEDGER_CSV_AMOUNT_AMBIGUOUS", "j.csv:2")
    assert cell.strip() in finding.message_sv
    assert "12 000" in finding.remedy_sv


@pytest.mark.parametrize(
    ("cell", "ore"),
    [("0,500", 50), ("12,00", 1200), ("12 000", 1_200_000), ("1250.500", 125_050)],
)
def test_amounts_that_can_be_read_in_one_way_alone_are_read(cell: str, ore: int) -> None:
    assert read(f"ver;datum;konto;belopp\n1;2012-01-01;1930;{cell}\n").balances() == {"1930": ore}


def test_what_other_amounts_of_the_table_show_settles_thousands() -> None:
    head = "ver;datum;konto;belopp\n"
    points = read(f"{head}1;2012-01-01;1930;12.000\n1;2012-01-01;2440;-11.999,50\n1;2012-01-01;3010;-0,50\n")
    decimals = read(f"{head}1;2012-01-01;1930;12.000\n1;2012-01-01;2440;-12.0\n")
    both = read(f"{head}1;2012-01-01;1930;12.000\n1;2012-01-01;2440;-1.5\n1;2012-01-01;3010;-1,5\n")

    assert (codes(points), points.balance("1930")) == ([], 1_200_000)
    assert (codes(decimals), decimals.balance("1930")) == ([], 1200)
    assert codes(both)[0] == ("LEDGER_CSV_AMOUNT_AMBIGUOUS", "j.csv:2")
    assert [row.place for row in points.voucher(0).rows] == ["j.csv:2", "j.csv:3", "j.csv:4"]


@pytest.mark.parametrize(
    ("cell", "ore"),
    [
        ("\u2013100,00", -10_000), ("\u2013 3 674", -367_400), ("100,00-", -10_000), ("(100,00)", -10_000),
        ("100,00 kr", 10_000), (".20", 20), ("-.50", -50), ("1.234,50", 123_450), ("1.234.567", 123_456_700),
    ],
)  # fmt: skip
def test_amounts_as_systems_write_them_are_read(cell: str, ore: int) -> None:
    ledger = read(f"ver;datum;konto;belopp\n1;2012-01-01;1930;{cell}\n")

    assert (ledger.balances(), [code for code, _ in codes(ledger)]) == ({"1930": ore}, ["SIE_VOUCHER_UNBALANCED"])


def test_what_a_spreadsheet_adds_behind_the_ore_is_taken_away_and_noted() -> None:
    ledger = read("ver;datum;konto;belopp\n1;2012-01-01;1930;1234.5600000000001\n1;2012-01-01;2440;-1234,56\n")

    assert codes(ledger) == [("LEDGER_CSV_AMOUNT_ROUNDED", "j.csv:2")]
    assert "1 234,56 kr" in ledger.findings[0].message_sv
    assert ledger.balances() == {"1930": 123_456, "2440": -123_456}


@pytest.mark.parametrize("cell", ["2013-12-31 00:00:00", "2013-12-31T00:00", "2013/12/31", "31.12.2013", "20131231"])
def test_a_day_is_read_however_it_is_written(cell: str) -> None:
    ledger = read(f"ver;datum;konto;belopp\n1;{cell};1930;0\n")

    assert (codes(ledger), ledger.voucher(0).day) == ([], date(2013, 12, 31))


def test_a_time_of_a_zone_never_moves_the_day_without_a_finding() -> None:
    ledger = read("ver;datum;konto;belopp\n1;2013-12-31T23:30:00Z;1930;0\n")

    assert (codes(ledger), ledger.voucher(0).day) == ([("LEDGER_CSV_DAY_HAS_ZONE", "j.csv:2")], date(2013, 12, 31))


def test_day_and_month_are_told_apart_by_the_other_days_of_the_table() -> None:
    rows = "1;1/2/2013;1930;0\n2;{};1930;0\n"
    settled = {
        other: read("ver;datum;konto;belopp\n" + rows.format(other))
        for other in ("31/12/2013", "12/31/2013", "3/4/2013")
    }

    assert [each.day for each in settled["31/12/2013"].each_voucher()] == [date(2013, 2, 1), date(2013, 12, 31)]
    assert [each.day for each in settled["12/31/2013"].each_voucher()] == [date(2013, 1, 2), date(2013, 12, 31)]
    assert codes(settled["3/4/2013"])[:2] == [
        ("LEDGER_CSV_DAY_UNCLEAR", "j.csv:2"),
        ("LEDGER_CSV_DAY_UNCLEAR", "j.csv:3"),
    ]


def test_an_account_that_is_no_number_is_kept_and_told_once() -> None:
    """As a spreadsheet or a report writes it: no role and no other file will know it by that name."""
    rows = "1;2012-01-01;1930.0;5;\n1;2012-01-01;5010 Löner;-5;\n2;2012-01-01; 1930.0 ;7;\n2;2012-01-01;2440;-7;\n"
    ledger = read(HEAD + rows)

    assert codes(ledger) == [("SIE_ACCOUNT_NOT_NUMERIC", "j.csv:2"), ("SIE_ACCOUNT_NOT_NUMERIC", "j.csv:3")]
    assert "5010 Löner" in ledger.findings[1].message_sv
    assert ledger.balances() == {"1930.0": 1200, "2440": -700, "5010 Löner": -500}


def test_a_line_too_long_costs_that_line_alone(tmp_path: Path) -> None:
    long = "x" * 200_000
    (tmp_path / "a.csv").write_text(
        f"{HEAD}1;2012-01-01;1930;5;a\n1;2012-01-01;1930;-5;{long}\n2;2012-01-01;1930;0;b\n"
    )
    (tmp_path / "b.csv").write_text(f"{HEAD}3;2013-01-01;1930;0;c\n")
    ledger = read_general_ledger(tmp_path / "a.csv", tmp_path / "b.csv")

    assert ledger.years == (2012, 2013)
    assert [(source.name, len(source.vouchers)) for source in ledger.sources] == [("a.csv", 2), ("b.csv", 1)]
    assert codes(ledger) == [("LEDGER_CSV_LINE_BROKEN", "a.csv:3"), ("SIE_VOUCHER_UNBALANCED", "a.csv:2")]
    assert len(list(ledger.each_voucher(2012))) == 2


def test_an_open_quotation_mark_costs_its_line_alone() -> None:
    ledger = read(
        f'{HEAD}1;2012-01-01;1930;5;"Löner\n1;2012-01-01;2440;-5;x\n2;2012-01-02;1930;7;x\n2;2012-01-02;2440;-7;"y"\n'
    )

    assert codes(ledger) == [("LEDGER_CSV_LINE_BROKEN", "j.csv:2"), ("SIE_VOUCHER_UNBALANCED", "j.csv:3")]
    assert vouchers(ledger) == [("", "1", [-500]), ("", "2", [700, -700])]


def test_a_cell_in_quotation_marks_may_have_a_line_break() -> None:
    ledger = read(f'{HEAD}1;2012-01-01;1930;5;"Löner\noch mer"\n1;2012-01-01;2440;-5;x\n')

    assert codes(ledger) == []
    assert [(row.text, row.place) for row in ledger.voucher(0).rows] == [
        ("Löner\noch mer", "j.csv:2"),
        ("x", "j.csv:4"),
    ]


@pytest.mark.parametrize(("text", "broken"), [('"a"b', [2]), ('"2;2012-01-01;1930;5;x', [2]), ("a;b", [2])])
def test_a_cell_with_stray_quotes_is_told(text: str, broken: list[int]) -> None:
    ledger = read(f"{HEAD}1;2012-01-01;1930;0;{text}\n")

    assert [place for code, place in codes(ledger) if code == "LEDGER_CSV_LINE_BROKEN"] == [
        f"j.csv:{n}" for n in broken
    ]
    assert not ledger.rows


@pytest.mark.parametrize(
    "above", ["sep=;\n", "\ufeffsep=;\n", '"sep=;"\n', "\n;;;;\n", "Grundbok 2012;;;;\nKommunen, datum;\n\n"]
)
def test_what_stands_above_the_names_of_the_columns_is_passed_over(above: str) -> None:
    ledger = read(f"{above}{HEAD}1;2012-01-01;1930;0;a\n;;;;\n")

    assert (codes(ledger), ledger.rows) == ([], 1)


def test_a_delimiter_that_is_stated_counts() -> None:
    ledger = read("sep=|\nver|datum|konto|belopp\n1|2012-01-01|1930|1,50\n")

    assert ledger.balance("1930") == 150


def test_headings_with_decomposed_letters_are_known() -> None:
    ledger = read("Ver.nr;Bokfo\u0308ringsdatum;Konto;Belopp;Bena\u0308mning\n1;2013-12-31;1930;0;x\n")

    assert (codes(ledger), ledger.row(0).text) == ([], "x")


def test_an_object_with_decomposed_letters_is_the_same() -> None:
    ledger = read(f"{HEAD[:-1]};ansvar\n1;2012-01-01;1930;5;;\u00d6st\n1;2012-01-01;2440;-5;; O\u0308st\u00ad\n")

    assert ledger.object_balances("1") == {"\u00d6st": 0}


def test_a_list_of_balances_is_a_ledger_of_balances() -> None:
    """As a system exports it: titles, accounts with their names, sums between them."""
    ledger = read(
        "Saldolista;;;\nRäkenskapsår 2013-01-01 - 2013-12-31;;;\n\nKonto;Benämning;Ing balans;Utg saldo\n"
        "1930;Bank;1 000,00;1 100,00\n2010;Eget kapital;\u22121 000,00;\u22121 000,00\n;Summa;0;100\n"
        "3010;Intäkter;;-100,00\n"
    )

    assert codes(ledger)[0] == ("LEDGER_CSV_ROWS_LEFT_OUT", "j.csv:7")
    assert "Summa" in ledger.findings[0].message_sv
    assert (ledger.years, ledger.vouchers, ledger.net_result(2013)) == ((2013,), 0, 100_00)
    assert ledger.balances() == {"1930": 1100_00, "2010": -1000_00, "3010": -100_00}
    assert ledger.opening_balances() == {"1930": 1000_00, "2010": -1000_00}
    assert ledger.accounts["1930"].name == "Bank"


def test_a_list_of_balances_by_year_has_a_source_for_each() -> None:
    """As ``sifund import … -O csv`` writes it."""
    ledger = read(
        "konto;benämning;typ;år;ingående;förändring;utgående\n1930;Bank;T;2012;0,00;5,00;5,00\n"
        "1930;Bank;T;2013;5,00;2,00;7,00\n1930;Bank;T;2013;0,00;1,00;2,00\n"
    )

    assert ledger.years == (2012, 2013)
    assert (ledger.balance("1930", 2012), ledger.balance("1930", 2013)) == (500, 900)
    assert codes(ledger)[0] == ("LEDGER_CSV_BALANCE_DIFFERS", "j.csv:4")


def test_a_list_of_balances_up_to_a_day_covers_part_of_its_year() -> None:
    ledger = read("Saldon per 2013-08-31\nkonto;namn;utgående balans\n1930;Bank;5,00\n2010;Eget kapital;-5,00\n")

    assert [code for code, _ in codes(ledger)][:1] == ["LEDGER_COVERS_PART"]


def test_a_list_of_balances_without_a_year_is_told() -> None:
    ledger = read("konto;saldo\n1930;5,00\n")

    assert ("LEDGER_CSV_YEAR_UNKNOWN", "j.csv") in codes(ledger)
    assert ledger.years == ()


def test_quotation_marks_are_read() -> None:
    ledger = read('"ver","datum","konto","belopp","text"\n1,2012-01-01,1930,"1 234,50","Kv ""Ängen"", hus 2"\n')
    row = ledger.row(0)

    assert (row.ore, row.text) == (1_234_50, 'Kv "Ängen", hus 2')


def test_of_columns_alike_the_first_counts_and_it_is_told() -> None:
    ledger = read("ver;datum;verdatum;konto;belopp;belopp\n1;2012-01-01;2013-01-01;1930;0;7\n")

    assert [code for code, _ in codes(ledger)] == ["LEDGER_CSV_COLUMN_TWICE"] * 2
    assert ledger.findings[0].message_sv == "Flera kolumner är datum: datum, verdatum; datum gäller."
    assert ledger.years == (2012,)


def test_unknown_columns_are_noted() -> None:
    ledger = read("ver;datum;konto;belopp;kostnadställe;\n1;2012-01-01;1930;0;100;\n")

    assert codes(ledger) == [("LEDGER_CSV_COLUMN_UNREAD", "j.csv:1")]
    assert "kostnadställe" in ledger.findings[0].message


def test_each_calendar_year_is_a_source_of_its_own() -> None:
    rows = ["1;2013-01-01;1930;5;", "1;2012-01-01;1930;7;", "1;2013-01-01;2440;-5;", "1;2012-01-01;2440;-7;"]
    ledger = read(HEAD + "\n".join(rows))

    assert ledger.years == (2012, 2013)
    assert not ledger.findings
    assert (ledger.balance("1930", 2012), ledger.balance("1930", 2013)) == (700, 500)
    assert [voucher.place for voucher in ledger.each_voucher()] == ["j.csv:3", "j.csv:2"]
    assert [row.place for voucher in ledger.each_voucher() for row in voucher.rows] == [
        "j.csv:3", "j.csv:5", "j.csv:2", "j.csv:4",
    ]  # fmt: skip


def test_rows_of_a_voucher_need_not_stand_together() -> None:
    rows = ["A1;2012-01-01;1930;5;a", "A2;2012-01-01;1930;7;b", "A1;2012-01-01;2440;-5;c", "A2;2012-01-01;2440;-7;d"]
    ledger = read(HEAD + "\n".join(rows))

    assert not ledger.findings
    assert vouchers(ledger) == [("A", "1", [500, -500]), ("A", "2", [700, -700])]
    assert [row.text for row in ledger.voucher(0).rows] == ["a", "c"]


def test_a_voucher_with_rows_of_several_days_is_one() -> None:
    ledger = read(f"{HEAD}1;2012-01-31;1930;5;a\n1;2012-02-01;2440;-5;b\n")

    assert not ledger.findings
    assert [row.day for row in ledger.voucher(0).rows] == [date(2012, 1, 31), date(2012, 2, 1)]
    assert [row.text for row in ledger.voucher(0).rows] == ["a", "b"]


def test_a_number_used_anew_each_month_is_a_voucher_each_time() -> None:
    days = ["2012-01-31", "2012-02-28"]
    ledger = read(HEAD + "".join(f"1;{day};1930;5;\n1;{day};2440;-5;\n" for day in days))

    assert [voucher.day for voucher in ledger.each_voucher()] == [date(2012, 1, 31), date(2012, 2, 28)]


def test_rows_without_a_number_are_a_voucher_a_day() -> None:
    ledger = read(f"{HEAD};2012-01-31;1930;5;a\n;2012-02-01;2440;-5;b\n")

    assert vouchers(ledger) == [("", "", [500]), ("", "", [-500])]


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "cp437", "utf-16"])
def test_debit_and_credit_swedish_headings_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    table = (
        ("Ver.nr", "Verdatum", "Kontonr", "Debet", "Kredit", "Benämning", "Kst"),
        ("A 1", "20120101", "1930", "1 234.50", "", "Återföring", "100"),
        ("A 1", "20120101", "2440", "", "1234.5", "Återföring", ""),
    )
    ledger = read("\r\n".join(delimiter.join(row) for row in table).encode(encoding))

    assert not ledger.findings
    assert vouchers(ledger) == [("A", "1", [1_234_50, -1_234_50])]
    assert (ledger.row(0).text, ledger.row(0).objects) == ("Återföring", (("1", "100"),))


def test_debit_and_credit_go_before_an_amount_without_sign() -> None:
    ledger = read("ver;datum;konto;belopp;debet;kredit\n1;2012-01-01;1930;5;5;\n1;2012-01-01;2440;5;;5\n")

    assert [code for code, _ in codes(ledger)] == ["LEDGER_CSV_COLUMN_TWICE"]
    assert ledger.balances() == {"1930": 500, "2440": -500}


@pytest.mark.parametrize("cells", [";", "x;", "5;x"])
def test_debit_and_credit_that_cannot_be_read_are_told(cells: str) -> None:
    ledger = read(f"ver;datum;konto;debet;kredit\n1;2012-01-01;1930;{cells}\n")

    assert ("LEDGER_CSV_ROW_UNREADABLE", "j.csv:2") in codes(ledger)


def test_a_series_may_have_a_column() -> None:
    ledger = read("serie;vernr;datum;konto;belopp\nLEV1;7;2012-01-01;1930;0\nA;7;2012-01-01;1930;0\n")

    assert vouchers(ledger) == [("LEV1", "7", [0]), ("A", "7", [0])]


def test_missing_columns_are_named_as_the_reader_would() -> None:
    found = read("datum;text\n2012-01-01;x\n").findings

    assert [finding.message_sv for finding in found] == [
        "Det finns ingen kolumn ver.",
        "Det finns ingen kolumn konto.",
        "Det finns ingen kolumn belopp (eller debet och kredit).",
    ]


def test_a_decimal_comma_that_is_taken_for_a_delimiter_is_told() -> None:
    ledger = read("ver,datum,konto,belopp\n1,2012-01-01,1930,1,50\n")

    assert codes(ledger)[0] == ("LEDGER_CSV_LINE_BROKEN", "j.csv:2")


@pytest.mark.parametrize("text", ["", HEAD, f"{HEAD}\n\n", f"{HEAD}x;x;x;x;x\n"])
def test_a_table_without_rows_is_told(text: str) -> None:
    ledger = read(text)

    assert ledger.findings
    assert (ledger.years, ledger.vouchers, ledger.balances()) == ((), 0, {})


def test_rows_in_any_order_give_the_same_vouchers() -> None:
    rnd, rows = random.Random(5), []
    for index in range(200):
        ore = rnd.randint(1, 10**6)
        for account, amount in (("1930", ore), ("2440", -ore)):
            rows.append(f"{index};{rnd.choice((2012, 2013))}-{index % 12 + 1:02d}-01;{account};{amount_text(amount)};")
    sums = []
    for _ in range(3):
        rnd.shuffle(rows)
        ledger = read(HEAD + "\n".join(rows))
        sums.append({year: (len(list(ledger.each_voucher(year))), ledger.balances(year)) for year in ledger.years})

    assert sums[0] == sums[1] == sums[2]


def test_a_row_counts_in_the_month_of_its_own_day() -> None:
    rows = ["1;2012-02-01;2440;-5;b\n", "1;2012-01-31;1930;5;a\n"]
    for text in (HEAD + "".join(rows), HEAD + "".join(reversed(rows))):
        ledger = read(text)

        assert (ledger.period_balances("1930"), ledger.period_balances("2440")) == ({"2012-01": 500}, {"2012-02": -500})
        assert (ledger.voucher(0).day, ledger.voucher(0).text) == (date(2012, 1, 31), "a")
        assert sorted(row.day for row in ledger.voucher(0).rows if row.day) == [date(2012, 1, 31), date(2012, 2, 1)]


ROW = st.tuples(
    st.sampled_from(["1", "2", "A3", ""]),
    st.dates(date(2012, 11, 28), date(2013, 2, 3)),
    st.sampled_from(["1930", "2440", "3010"]),
    st.integers(-3, 3).map(lambda kronor: kronor * 100),
)


@given(st.lists(ROW, min_size=1, max_size=12).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_the_rows_changes_no_month_and_no_day(
    orders: tuple[list[tuple[str, date, str, int]], list[tuple[str, date, str, int]]],
) -> None:
    one, other = (
        read(HEAD + "".join(f"{ver};{day};{account};{amount_text(ore)};\n" for ver, day, account, ore in rows))
        for rows in orders
    )
    months: dict[tuple[str, int], dict[str, int]] = {}
    for _, day, account, ore in orders[0]:
        of_account = months.setdefault((account, day.year), {})
        of_account[f"{day:%Y-%m}"] = of_account.get(f"{day:%Y-%m}", 0) + ore

    for (account, year), by_month in months.items():
        assert one.period_balances(account, year) == other.period_balances(account, year) == by_month
    days = [sorted((each.day, each.number, each.difference_ore) for each in it.each_voucher()) for it in (one, other)]
    assert days[0] == days[1]


@given(st.text(alphabet=';,\t"\n x1-', max_size=80) | st.binary(max_size=80))
def test_whatever_the_rows_no_voucher_is_without_a_source(tail: str | bytes) -> None:
    body = tail if isinstance(tail, bytes) else tail.encode("utf-8")
    ledger = read(b"ver;datum;konto;belopp;1\n1;2012-01-01;1930;5;\n" + body)

    assert ledger.years[:1] == (2012,)
    assert sum(len(source.vouchers) for source in ledger.sources) == ledger.vouchers == len(list(ledger.each_voucher()))
    assert sum(sum(ledger.balances(year).values()) for year in ledger.years) == sum(
        ledger.row(index).ore for index in range(ledger.rows)
    )


SPLIT = "voucher,date,account,{columns}\n"


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("amount,text", ["100,50", "-100,50"]),
        ("amount,text", ["100,5", "-100,5", "20,00", "-20,00"]),
        ("amount,1", ["100,50", "-100,50"]),
        ("debit,credit,text", ["100,50", ",100,50"]),
    ],
)
def test_a_comma_between_cells_is_never_taken_for_one_before_decimals(
    columns: str, rows: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "0.csv"
    lines = (f"A{number // 2},2014-01-02,{1930 + number % 2},{row}\n" for number, row in enumerate(rows))
    path.write_text(SPLIT.format(columns=columns) + "".join(lines))
    read = read_general_ledger(path)

    assert "LEDGER_CSV_DECIMALS_SPLIT" in [finding.code for finding in read.findings]
    assert not read.rows


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("amount,text", ["100,50", "-100,hyra"]),
        ("amount,text", ["100.00,50", "-100.00,50"]),
        ("amount,1", ["100,010", "-100,010"]),
        ("text,amount", ["50,100", "50,-100"]),
        ("debit,credit,text", ["100,,50", ",100,50x"]),
    ],
)
def test_texts_and_objects_of_digits_stay_what_they_are(columns: str, rows: list[str], tmp_path: Path) -> None:
    path = tmp_path / "0.csv"
    lines = (f"A1,2014-01-02,{1930 + number},{row}\n" for number, row in enumerate(rows))
    path.write_text(SPLIT.format(columns=columns) + "".join(lines))
    read = read_general_ledger(path)

    assert "LEDGER_CSV_DECIMALS_SPLIT" not in [finding.code for finding in read.findings]
    assert read.rows == 2


def test_balances_side_by_side_are_no_decimals(tmp_path: Path) -> None:
    path = tmp_path / "saldolista 2014.csv"
    path.write_text("account,opening,change,closing,year\n1930,100,50,150,2014\n2010,-100,50,-50,2014\n")

    assert "LEDGER_CSV_DECIMALS_SPLIT" not in [finding.code for finding in read_general_ledger(path).findings]
