"""Several files as one ledger: what each states, what counts, and what does not fit between them."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from sifund_ledger import Severity
from sifund_ledger.balance.figures.figure_kinds import StatementKind
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import parse_figures, proposed_to_toml, read_general_ledger, to_hledger
from sifund_ledger.exchange.sie import write_sie
from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.general_ledger import GeneralLedger, Roles, propose_figures
from sifund_ledger.testing import SimulatedYear, municipal_ledger

HEAD = "#SIETYP {type}\n#FNAMN X\n#RAR 0 {year}0101 {year}1231\n#KONTO 1930 Bank\n#KONTO 2070 EK\n#KONTO 3010 Avgift\n"


def ledger(folder: Path, *texts: str) -> GeneralLedger:
    paths = [folder / f"{index}.se" for index in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "cp437")
    return read_general_ledger(*paths)


def head(year: int = 2013, kind: str = "4") -> str:
    return HEAD.format(year=year, type=kind)


def voucher(day: str, *rows: str) -> str:
    return f"#VER A {day} {day}\n{{\n" + "".join(f"#TRANS {row}\n" for row in rows) + "}\n"


def codes(read: GeneralLedger) -> set[str]:
    return {finding.code for finding in read.findings} - {"SIE_RECORD_MISSING", "SIE_ACCOUNT_UNDECLARED"}


@pytest.fixture(scope="module")
def simulated() -> list[SimulatedYear]:
    return municipal_ledger(seed=5, years=3)


def test_a_row_counts_in_the_month_of_its_own_date(tmp_path: Path) -> None:
    """As the months of a file of type 3 have it, from the same program and books as one of type 4."""
    read = ledger(tmp_path, head() + voucher("20130131", "1930 {} 5", "3010 {} -5 20130201", "3010 {} 0"))

    assert read.period_balances("3010") == {"2013-01": 0, "2013-02": -500}
    assert read.period_balances("1930") == {"2013-01": 500}


@pytest.mark.parametrize(
    ("months", "rows"),
    [("typ3", "typ4"), ("objektsaldo_ovnbolag", "transaktioner_ovnbolag"), ("sie%203", "sie%204")],
)
def test_months_and_objects_are_those_that_the_rows_of_the_same_books_give(
    months: str, rows: str, real_sie_files: list[Path]
) -> None:
    """Genuine files of types 3 and 4 of one company: what one states, the other books."""
    read = {}
    for name in (months, rows):
        [path] = [path for path in real_sie_files if path.stem == name]
        read[name] = read_general_ledger(path)
    stated, booked = read[months], read[rows]
    result = {number for number in booked.accounts if not booked.on_balance_sheet(number)}

    assert result
    for number in result:
        both = ({month: ore for month, ore in each.period_balances(number).items() if ore} for each in (stated, booked))
        assert next(both) == next(both), number
    for dimension in {"1", "6", "7"}:
        by_object = (
            {code: ore for code, ore in each.object_balances(dimension, result).items() if ore and code}
            for each in (stated, booked)
        )
        assert next(by_object) == next(by_object), dimension


def test_each_account_s_months_are_what_explains_its_year(tmp_path: Path) -> None:
    """Under {} some programs have the whole account, some what has no object, and some nothing."""
    read = ledger(
        tmp_path,
        head(kind="3")
        + "#UB 0 1930 -40\n#RES 0 5010 10\n#RES 0 5020 10\n#RES 0 5030 20\n"
        + "#PSALDO 0 201301 1930 {} -40\n"
        + "#PSALDO 0 201301 5010 {} 10\n#PSALDO 0 201301 5010 {1 x} 10\n"
        + "#PSALDO 0 201301 5020 {1 x} 10\n"
        + "#PSALDO 0 201301 5030 {} 5\n#PSALDO 0 201301 5030 {1 x} 15\n",
    )

    assert [read.period_balances(number)["2013-01"] for number in ("5010", "5020", "5030")] == [1000, 1000, 2000]
    assert read.object_balances("1") == {"x": 3500}
    assert "SIE_MONTHS_DIFFER" not in codes(read)


@pytest.mark.parametrize("vouchers", ["", "#VER A 1 20130101\n{\n}\n", "#VER A 1 20130101\n{\n#BTRANS 1930 {} 5\n}\n"])
def test_a_file_that_books_nothing_has_the_balances_that_it_states(vouchers: str, tmp_path: Path) -> None:
    stated = "#IB 0 1930 100\n#IB 0 2070 -100\n#UB 0 1930 150\n#UB 0 2070 -100\n#RES 0 3010 -50\n"
    months = '#PSALDO 0 201301 1930 {} 50\n#PSALDO 0 201301 3010 {} -50\n#PSALDO 0 201301 3010 {6 "P"} -50\n'
    read = ledger(tmp_path, head() + stated + months + vouchers)

    assert read.balances() == {"1930": 15000, "2070": -10000, "3010": -5000}
    assert read.net_result() == 5000
    assert read.period_balances("3010") == {"2013-01": -5000}
    assert read.object_balances("6") == {"P": -5000}
    assert "SIE_NO_ROWS" in codes(read)


def test_balances_of_result_accounts_are_left_out_of_what_ties(tmp_path: Path) -> None:
    stated = "#UB -1 1930 5\n#UB -1 2070 -5\n#UB -1 3010 -9\n#IB 0 1930 5\n#IB 0 2070 -5\n"
    closed = "#UB 0 1930 55\n#UB 0 2070 -5\n#UB 0 3010 -50\n#RES 0 3010 -50\n"
    read = ledger(tmp_path, head() + stated + closed + voucher("20130105", "1930 {} 50", "3010 {} -50"))

    assert codes(read) == {"SIE_RESULT_HAS_BALANCE"}


def test_a_month_of_several_objects_counts_for_each_of_them(tmp_path: Path) -> None:
    months = "#PSALDO 0 201301 3010 {6 P1 21 M1} -6\n#PSALDO 0 201301 3010 {6 P1} -3\n#PSALDO 0 201301 3010 {} -9\n"
    read = ledger(tmp_path, head(kind="3") + "#UB 0 1930 9\n#RES 0 3010 -9\n" + months)

    assert read.object_balances("6") == {"P1": -900}
    assert read.object_balances("21") == {"M1": -600}
    assert read.period_balances("3010") == {"2013-01": -900}


def test_an_object_of_a_result_account_opens_at_zero(tmp_path: Path) -> None:
    rows = voucher("20130105", "1930 {} -9", '5010 {6 "P1"} 9')
    read = ledger(tmp_path, head() + '#OIB 0 5010 {6 "P1"} 50\n#OIB 0 1930 {6 "P1"} 7\n' + rows)

    assert read.by_object("6") == {"": {"1930": -900}, "P1": {"1930": 700, "5010": 900}}
    assert "SIE_RESULT_HAS_BALANCE" in codes(read)


def test_three_years_of_a_municipality_follow_each_other(simulated: list[SimulatedYear], tmp_path: Path) -> None:
    paths = [tmp_path / f"{index}.se" for index in range(3)]
    for year, path in zip(simulated, paths, strict=True):
        write_sie(year.document, path)

    assert not read_general_ledger(*paths).findings


def test_a_year_changed_after_the_next_one_opened_is_told(simulated: list[SimulatedYear], tmp_path: Path) -> None:
    first, second = tmp_path / "0.se", tmp_path / "1.se"
    write_sie(simulated[0].document, first)
    write_sie(simulated[1].document, second)
    text = second.read_bytes().decode("cp437")
    opened = simulated[1].document.balance_of("IB", "19300")
    stated = f"#IB 0 19300 {amount_text(opened)}"
    assert stated in text
    second.write_bytes(text.replace(stated, "#IB 0 19300 5.00").encode("cp437"))
    found = [each for each in read_general_ledger(first, second).findings if each.code == "LEDGER_OPENING_DIFFERS"]

    assert len(found) == 1
    assert found[0].place == "1.se"
    assert "19300" in found[0].message
    assert found[0].message.endswith("→ 5).")


CLOSED = "#UB 0 1930 100\n#UB 0 2070 -60\n#RES 0 3010 -40\n"


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("#IB 0 1930 100\n#IB 0 2070 -100\n", set()),  # the result of 40 went to equity
        ("#IB 0 1930 100\n#IB 0 2070 -60\n", {"LEDGER_RESULT_NOT_CARRIED"}),
        ("#IB 0 1930 100\n#IB 0 2070 -90\n", {"LEDGER_OPENING_DIFFERS"}),
        ("#IB 0 1930 60\n#IB 0 2070 -60\n", {"LEDGER_OPENING_DIFFERS"}),
    ],
)
def test_a_result_that_no_account_opens_with_is_told(opening: str, told: set[str], tmp_path: Path) -> None:
    read = ledger(tmp_path, head(2012, kind="1") + CLOSED, head(2013, kind="1") + opening)

    assert codes(read) - {"SIE_NOT_CLOSED"} == told
    if "LEDGER_RESULT_NOT_CARRIED" in told:
        assert "The result of 40" in read.findings[-1].message


def test_what_is_stated_stands_for_a_file_without_vouchers(tmp_path: Path) -> None:
    read = ledger(
        tmp_path,
        head(kind="3")
        + "#IB 0 1930 40\n#UB 0 1930 100\n#UB 0 2070 -60\n#UB 0 3010 -40\n#RES 0 3010 -40\n"
        + "#OIB 0 1930 {1 a} 40\n#OUB 0 1930 {1 a} 100\n"
        + "#PSALDO 0 201301 3010 {} -30\n#PSALDO 0 201301 3010 {1 a} -10\n#PSALDO 0 201302 3010 {} -10\n"
        + "#PSALDO 0 201302 3010 {1 a} -10\n#PSALDO -1 201201 3010 {} -70\n",
    )

    assert read.balances() == {"1930": 10000, "2070": -6000, "3010": -4000}
    assert read.net_result() == 4000
    assert read.period_balances("3010") == {"2013-01": -3000, "2013-02": -1000}
    assert read.object_balances("1") == {"a": 10000 - 2000}
    assert codes(read) == {"SIE_RESULT_HAS_BALANCE", "SIE_MONTHS_DIFFER"}


def test_a_balance_that_stands_twice_counts_once(tmp_path: Path) -> None:
    months = "#PSALDO 0 201301 3010 {1 a} -10\n#PSALDO 0 201302 3010 {1 a} -20\n"
    read = ledger(tmp_path, head(kind="3") + "#OIB 0 1930 {1 a} 40\n" + 2 * (months + "#OUB 0 1930 {1 a} 100\n"))

    assert read.object_balances("1", {"3010"}) == {"a": -3000}
    assert read.object_balances("1") == {"a": 10000 - 3000}


def test_a_result_account_opens_at_zero(tmp_path: Path) -> None:
    rows = voucher("20130105", "1930 {} 100", "3010 {} -100")
    read = ledger(tmp_path, head() + "#IB 0 1930 50\n#IB 0 2070 -50\n#IB 0 3010 -50\n" + rows)

    assert read.balances() == {"1930": 15000, "2070": -5000, "3010": -10000}
    assert "SIE_RESULT_HAS_BALANCE" in codes(read)


def test_last_year_s_closing_balances_open_a_file_without_opening_ones(tmp_path: Path) -> None:
    rows = voucher("20130105", "1930 {} 50", "3010 {} -50")
    read = ledger(
        tmp_path,
        head() + "#UB -1 1930 100\n#UB -1 2070 -100\n#UB 0 1930 150\n#UB 0 2070 -100\n#RES 0 3010 -50\n" + rows,
    )

    assert read.balance("1930") == 15000
    assert codes(read) == {"SIE_OPENING_TAKEN"}


def test_opening_balances_alone_are_balances(tmp_path: Path) -> None:
    assert ledger(tmp_path, head() + "#IB 0 1930 50\n#IB 0 2070 -50\n").balances() == {"1930": 5000, "2070": -5000}


def test_objects_open_with_what_is_stated_of_them(tmp_path: Path) -> None:
    rows = voucher("20130105", "1930 {1 a} 100", "3010 {} -100")
    read = ledger(tmp_path, head() + "#IB 0 1930 50\n#IB 0 2070 -50\n#OIB 0 1930 {1 a} 50\n" + rows)

    assert read.object_balances("1") == {"": -10000, "a": 15000}
    assert read.object_balances("1", {"3010"}) == {"": -10000}


def test_a_balance_by_object_without_its_object_is_told_and_no_balance_of_the_account(tmp_path: Path) -> None:
    read = ledger(tmp_path, head() + "#IB 0 1930 50\n#IB 0 2070 -50\n#OIB 0 1930 5\n#OUB 0 1930 {} 5\n")

    assert read.balance("1930") == 5000
    assert {"SIE_OBJECTS_MISSING", "SIE_OBJECTS_COUNT"} <= codes(read)


def test_an_export_and_the_balances_of_the_same_year_count_twice(tmp_path: Path) -> None:
    rows = voucher("20130105", "1930 {} 100", "3010 {} -100")
    stated = "#IB 0 1930 10\n#IB 0 2070 -10\n#UB 0 1930 110\n#UB 0 2070 -10\n#RES 0 3010 -100\n"
    read = ledger(tmp_path, head() + stated + rows, head(kind="3") + stated)
    told = next(each for each in read.findings if each.code == "LEDGER_COUNTED_TWICE")

    assert told.place == "1.se"
    assert "3 accounts" in told.message


def test_a_pre_system_with_rows_of_its_own_is_no_overlap(tmp_path: Path) -> None:
    whole = head() + "#IB 0 1930 10\n#IB 0 2070 -10\n" + voucher("20130105", "1930 {} 100", "3010 {} -100")
    other = head() + voucher("20130106", "1930 {} 70", "3010 {} -70")
    read = ledger(tmp_path, whole, other)

    assert "LEDGER_COUNTED_TWICE" not in codes(read)
    assert read.balance("1930") == 18000
    assert [each.place for each in read.each_voucher()] == ["0.se:9", "1.se:7"]


def test_rows_without_a_year_stand_under_that_of_their_own_vouchers(tmp_path: Path) -> None:
    bare = "#SIETYP 4\n" + voucher("20120105", "1930 {} 5", "2070 {} -5")
    read = ledger(tmp_path, head(), bare)

    assert read.years == (2012, 2013)
    assert read.balance("1930", 2012) == 500


@pytest.mark.parametrize("year", [0, -1, 1999, 2014])
def test_a_year_that_the_ledger_lacks_has_no_balances_to_ask_for(year: int, tmp_path: Path) -> None:
    """A result of zero would be one; an account without rows has the balance zero all the same."""
    read = ledger(tmp_path, head() + voucher("20130105", "1930 {} 5", "3010 {} -5"))
    for asked in (
        read.balances, read.opening_balances, read.net_result, lambda year: read.balance("1930", year),
        lambda year: read.opening_balance("1930", year), lambda year: read.period_balances("1930", year),
        lambda year: read.object_balances("6", None, year), lambda year: list(read.each_voucher(year)),
        lambda year: list(read.row_indices({"1930"}, year)),
    ):  # fmt: skip
        with pytest.raises(UnreadableInput, match=f"LEDGER_YEAR_MISSING: The ledger has no year {year}; it has 2013"):
            asked(year)
    assert (read.balance("2070", 2013), read.net_result()) == (0, 500)


def test_a_ledger_without_a_year_has_what_it_has_where_none_is_named(tmp_path: Path) -> None:
    read = ledger(tmp_path, "#SIETYP 4\n#IB 0 1930 5\n#IB 0 2070 -5\n")

    assert (read.years, read.balances()) == ((), {"1930": 500, "2070": -500})
    assert propose_figures(read, Roles()).findings[0].code == "LEDGER_YEAR_MISSING"
    assert "LEDGER_YEAR_MISSING" not in to_hledger(read)


@pytest.mark.parametrize("index", [-1, 1, 99])
def test_vouchers_and_rows_are_counted_from_nought(index: int, tmp_path: Path) -> None:
    read = ledger(tmp_path, head() + voucher("20130105", "1930 {} 5"))

    assert (read.voucher(0).rows, read.row(0).account) == ((read.row(0),), "1930")
    with pytest.raises(IndexError, match=str(index)):
        read.voucher(index)
    with pytest.raises(IndexError, match=str(index)):
        read.row(index)


@pytest.mark.parametrize("day", ["20131301", "20130230", "2013", '""'])
def test_a_voucher_without_a_day_that_can_be_read_is_of_no_month(day: str, tmp_path: Path) -> None:
    text = f"#VER A 1 {day}\n{{\n#TRANS 1930 {{}} 5\n#TRANS 3010 {{}} -5\n}}\n"
    read = ledger(tmp_path, head() + text + voucher("20130105", "1930 {} 7", "3010 {} -7"))

    assert read.period_balances("1930") == {"": 500, "2013-01": 700}
    assert read.voucher(0).day is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("#RAR 0 20130101 20131231\n#RAR 0 20120101 20121231\n", "SIE_ACCOUNT_TWICE"),
        ("#RAR X 20130101 20131231\n", "SIE_VALUE_UNREADABLE"),
        ("#RAR 0 20131231 20130101\n", "SIE_FIELD_UNREADABLE"),
        ("#KONTO 3010 X\n#KTYP 3010 I\n#KTYP 3010 S\n", "SIE_ACCOUNT_TWICE"),
        ("#PSALDO 0 201301 3010 {} 5\n#PSALDO 0 201301 3010 {} 6\n", "SIE_BALANCE_TWICE"),
    ],
)
def test_what_contradicts_itself_is_told(text: str, code: str, tmp_path: Path) -> None:
    assert code in codes(ledger(tmp_path, "#SIETYP 4\n" + text))


def test_an_unreadable_quantity_costs_no_balance(tmp_path: Path) -> None:
    read = ledger(tmp_path, head() + '#IB 0 1930 100.00 "1 000"\n')

    assert read.balance("1930") == 10000
    assert "SIE_FIELD_UNREADABLE" in codes(read)


def test_the_same_file_twice_is_an_error(simulated: list[SimulatedYear], tmp_path: Path) -> None:
    write_sie(simulated[0].document, tmp_path / "0.se")
    write_sie(simulated[0].document, tmp_path / "copy.se")
    found = read_general_ledger(tmp_path / "0.se", tmp_path / "copy.se").findings

    assert [(each.code, each.severity) for each in found] == [("LEDGER_VOUCHERS_TWICE", Severity.ERROR)]


def test_vouchers_alone_are_not_compared_with_the_year_after(simulated: list[SimulatedYear], tmp_path: Path) -> None:
    write_sie(simulated[1].document, tmp_path / "1.se")
    (tmp_path / "0.si").write_text(head(2022) + voucher("20221231", "1930 {} 5", "2070 {} -5"), "cp437")
    found = read_general_ledger(tmp_path / "0.si", tmp_path / "1.se").findings

    assert "LEDGER_OPENING_DIFFERS" not in {each.code for each in found}


def test_a_file_without_a_year_gives_no_year(tmp_path: Path) -> None:
    read = ledger(tmp_path, "#SIETYP 1\n#UB 0 1930 5\n", "")

    assert read.years == ()
    assert {"LEDGER_NO_YEAR", "SIE_NO_RECORD"} <= codes(read)


def of(name: str, number: str = "") -> str:
    stated = f"#ORGNR {number}\n" if number else ""
    return f'#SIETYP 4\n#FNAMN "{name}"\n{stated}#RAR 0 20130101 20131231\n'


ENTITY = {"LEDGER_ENTITY_DIFFERS", "LEDGER_NAME_DIFFERS"}


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (of("X", "212000-1967"), of("Y", "162120001967"), set()),
        (of("X", "212000-1967"), of("X", "212000-1975"), {"LEDGER_ENTITY_DIFFERS"}),
        (of("Exempelby kommun"), of("EXEMPELBY"), set()),
        (of("Kommun, Exempelby"), of("Exempelby kommun", "212000-1967"), set()),
        (of("Exempelby kommun"), of("Annanby kommun"), {"LEDGER_NAME_DIFFERS"}),
        (of("Exempelby kommun", "212000-1967"), of("Exempelby Bostads AB"), {"LEDGER_NAME_DIFFERS"}),
        (of("Exempelby kommun"), of(""), set()),
        (of("X", "212000-1967"), of("Y", "SE212000196701"), set()),  # as the number for value added tax is written
        (of("X", "212000-1967"), of("X", "SE212000197501"), {"LEDGER_ENTITY_DIFFERS"}),
        (of("X", "195601012301"), of("X", "560101-2301"), set()),  # a century, and 01 at the end all the same
    ],
)
def test_whose_books_they_are_says_the_number_and_without_it_the_name(
    first: str, second: str, told: set[str], tmp_path: Path
) -> None:
    assert codes(ledger(tmp_path, first, second)) & ENTITY == told


SCHOOLS, CARE = of("Exempelby, skolor", "212000-1967"), of("Exempelby, omsorg", "212000-1967")


@pytest.mark.parametrize(
    ("unnumbered", "told"),
    [
        (of(""), set()),  # as every file in CSV, which says neither
        (of("Exempelby omsorg"), set()),  # one of the names of that number
        (of("Annanby kommun"), {"LEDGER_NAME_DIFFERS"}),
    ],
)
def test_names_of_one_number_are_one_entity_beside_a_file_without_it(
    unnumbered: str, told: set[str], tmp_path: Path
) -> None:
    for texts in permutations((SCHOOLS, CARE, unnumbered)):
        read = ledger(tmp_path, *texts)

        assert codes(read) & ENTITY == told
        assert all(each.message.count("Exempelby") == 1 for each in read.findings if each.code in told)


DEBTS = "#KONTO 2440 Lev\n#KONTO 2650 Moms\n"


def stated(label: str, balances: str) -> str:
    """Balances as ``1930 100, 2070 -60``."""
    return "".join(f"#{label} 0 {each.strip()}\n" for each in balances.split(","))


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("1930 100, 2070 -50, 2440 -40, 2650 -10", ""),  # a result of 40 to equity
        ("1930 100, 2070 -35, 2080 -15, 2440 -40, 2650 -10", ""),  # or in two parts
        ("1930 100, 2070 -50, 2440 -20, 2650 -30", "2440 −40 → −20, 2650 −10 → −30"),
        ("1930 100, 2070 -30, 2440 -70", "2070 −10 → −30, 2440 −40 → −70, 2650 −10 → 0"),
        ("1930 105, 2070 -50, 2440 -40, 2650 -10", "1930 100 → 105"),
    ],
)
def test_only_what_the_result_explains_was_carried_to_equity(opening: str, told: str, tmp_path: Path) -> None:
    closed = head(2012, kind="1") + DEBTS + stated("UB", "1930 100, 2070 -10, 2440 -40, 2650 -10")
    read = ledger(tmp_path, closed, head(2013, kind="1") + DEBTS + stated("IB", opening))
    messages = [each.message for each in read.findings if each.code == "LEDGER_OPENING_DIFFERS"]

    assert [told in each for each in messages] == [True] * bool(told)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (voucher("20130105", "1930 {} 5", "3010 {} -5"), True),
        (stated("UB", "1930 105, 2070 -105"), False),  # a file without vouchers has the balances that it states
        (stated("IB", "1930 100, 2070 -100") + voucher("20130105", "1930 {} 5", "3010 {} -5"), False),
    ],
)
def test_a_year_of_rows_alone_after_one_that_closes_lacks_its_openings(after: str, told: bool, tmp_path: Path) -> None:
    closed = head(2012, kind="1") + stated("UB", "1930 100, 2070 -100")
    read = ledger(tmp_path, closed, head(2013) + after)
    missing = [each.message for each in read.findings if each.code == "LEDGER_OPENING_MISSING"]

    assert len(missing) == told
    assert not told or "accounts close 2012 with a balance (2)" in missing[0]


def test_vouchers_of_two_years_alone_have_no_openings_to_lack(tmp_path: Path) -> None:
    rows = [head(year) + voucher(f"{year}0105", "1930 {} 5", "3010 {} -5") for year in (2012, 2013)]

    assert "LEDGER_OPENING_MISSING" not in codes(ledger(tmp_path, *rows))


HALF = "#IB 0 1930 100\n#UB 0 1930 130\n#RES 0 3010 -30\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("#OMFATTN 20130630\n" + HALF, True),
        ("#OMFATTN 20131231\n" + HALF, False),
        ("#OMFATTN 19700101\n" + HALF, False),  # what some programs write for none
        ("#OMFATTN 20130630\n" + HALF + "#PSALDO 0 201307 3010 {} -5\n", False),  # it covers more than it says
        ("#OMFATTN 20130630\n" + HALF + voucher("20130605", "1930 {} 30", "3010 {} -30"), True),
        ("#OMFATTN 20130630\n" + HALF + voucher("20130705", "1930 {} 30", "3010 {} -30"), False),
        ("#OMFATTN 20130630\n" + HALF + voucher("20130605", "1930 {} 30 20131231", "3010 {} -30 20131231"), False),
        ("#OMFATTN 20130630\n" + HALF + voucher("20130605", "1930 {} 30 20130630", "3010 {} -30"), True),
        ("#OMFATTN 20130630\n" + voucher("20130605", "1930 {} 30", "3010 {} -30"), False),  # no balances to propose
        ("#GEN 20130630\n" + HALF, True),
        ("#GEN 20140115\n#OMFATTN 20130630\n" + HALF, True),
        ("#GEN 20130630\n#OMFATTN 20131231\n" + HALF, True),  # the year's end is stated whenever it is written
        ("#GEN 20140115\n#OMFATTN 20131231\n" + HALF, False),
        ("#GEN 20130630\n" + HALF + voucher("20131231", "1930 {} 30", "3010 {} -30"), False),
    ],
)
def test_balances_of_a_part_of_the_year_are_told(text: str, told: bool, tmp_path: Path) -> None:
    found = [each for each in ledger(tmp_path, head(kind="2") + text).findings if each.code == "LEDGER_COVERS_PART"]

    assert len(found) == told
    assert not told or "2013-06-30" in found[0].message


@pytest.mark.parametrize(("name", "day"), [("fortnox.se", date(2013, 8, 12)), ("without.se", date(2013, 8, 31))])
def test_figures_of_a_file_made_before_the_year_s_end_are_those_of_an_interim_report(
    name: str, day: date, cases: Path
) -> None:
    read = read_general_ledger(cases / "04-partial-year-by-gen" / name)
    proposed = propose_figures(read, Roles(), 2013)
    figures = parse_figures(proposed_to_toml([proposed]), format="toml", name="figures.toml")
    [year] = figures.years

    assert "LEDGER_COVERS_PART" in codes(read)
    assert proposed.covered == day
    assert (year.kind, year.as_of) == (StatementKind.INTERIM, day)


def test_figures_of_a_whole_year_are_its_outcome(tmp_path: Path) -> None:
    proposed = propose_figures(ledger(tmp_path, head(kind="2") + "#GEN 20140115\n" + HALF), Roles(), 2013)

    assert proposed.covered is None
    assert "interim" not in proposed_to_toml([proposed])
