"""The year's figures from a general ledger: what each comes from, and that what is missing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from sifund_ledger.balance.reserves.reserves import FIRST_YEAR_OF, opening_key
from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import GeneralLedger, ProposedFigures, Roles, propose_figures
from sifund_ledger.law import Reserve

TYPES = {"1930": "T", "2010": "S", "2072": "S", "2090": "S", "2440": "S", "3010": "I", "3810": "I", "5010": "K",
         "7810": "K", "8010": "I", "8990": "K"}  # fmt: skip
ROLES = """
[accounts]
equity = ["20*"]
result_of_year = ["2090", "8990"]
equalisation_reserve = ["2072"]
taxes_and_grants = ["8010"]
realised_gains = ["3810"]
"""


def source(year: int, opening: str = "", closing: str = "", rows: str = "", accounts: str = "") -> str:
    """A SIE file; balances and rows as ``1930 5, 2010 -5``, rows with objects as ``5010 5 6:P1``."""
    lines = [f"#RAR 0 {year}0101 {year}1231"]
    lines += [f'#KONTO {number} "x"\n#KTYP {number} {TYPES[number]}' for number in accounts.split()]
    lines += [f"#IB 0 {each.strip()}" for each in opening.split(",") if each]
    for each in (part.split() for part in closing.split(",") if part):
        lines.append(f"#{'UB' if TYPES[each[0]] in 'TS' else 'RES'} 0 {each[0]} {each[1]}")
    if rows:
        lines += [f'#VER A 1 {year}0301 "x"', "{"]
        for each in (part.split() for part in rows.split(",")):
            objects = " ".join(each[2:]).replace(":", " ")
            lines.append(f"#TRANS {each[0]} {{{objects}}} {each[1]}")
        lines.append("}")
    return "\n".join(lines) + "\n"


ALL = " ".join(TYPES)


@pytest.fixture
def read(tmp_path: Path):
    def _read(*texts: str) -> GeneralLedger:
        paths = [tmp_path / f"{index}.se" for index in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return read_general_ledger(*paths)

    return _read


def codes(proposed: ProposedFigures) -> set[str]:
    return {finding.code for finding in proposed.findings} - {"FIGURE_NOT_PROPOSED"}


def test_a_result_that_is_not_booked_is_added_to_equity_and_told(read) -> None:
    ledger = read(source(2013, "1930 100, 2010 -100", rows="1930 7, 8010 -7", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES.replace('["3810"]', '["38*"]')))
    equity = proposed.figure("equity")

    assert (equity.ore, equity.opening_ore, equity.moved_ore, equity.added_ore) == (107_00, 100_00, 0, 7_00)
    assert "RESULT_ADDED_TO_EQUITY" in codes(proposed)
    assert "RESULT_NOT_BOOKED" not in codes(proposed)
    told = next(each for each in proposed.findings if each.code == "RESULT_ADDED_TO_EQUITY")
    assert told.message_sv.startswith("7 kr av resultatet 2013 är ännu inte bokfört")


def test_a_result_that_is_booked_is_in_equity_already(read) -> None:
    rows = "1930 7, 8010 -7, 8990 7, 2090 -7"
    ledger = read(source(2013, "1930 100, 2010 -100", rows=rows, accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES))

    assert proposed.ore("net_result") == 7_00
    assert (proposed.ore("equity"), proposed.figure("equity").added_ore) == (107_00, 0)
    assert not codes(proposed) & {"RESULT_ADDED_TO_EQUITY", "RESULT_NOT_BOOKED", "RESULT_CLOSED_OUT"}


def test_a_result_booked_against_an_account_that_no_role_names_is_told(read) -> None:
    rows = "1930 7, 8010 -7, 8990 7, 2090 -7"
    ledger = read(source(2013, "1930 100, 2010 -100", rows=rows, accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES.replace(', "8990"', "")))

    assert "RESULT_CLOSED_OUT" in codes(proposed)
    assert proposed.ore("equity") == 107_00


def test_a_year_end_file_with_the_result_booked_and_its_accounts_open(read) -> None:
    ledger = read(source(2013, closing="1930 107, 2010 -100, 2090 -7, 8010 -7", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES))

    assert (proposed.ore("net_result"), proposed.ore("equity")) == (7_00, 107_00)
    assert not codes(proposed) & {"RESULT_ADDED_TO_EQUITY", "RESULT_NOT_BOOKED", "EQUITY_UNCERTAIN"}


def test_last_year_s_result_on_the_account_is_not_taken_for_this_year_s(read) -> None:
    ledger = read(source(2013, "1930 100, 2010 -95, 2090 -5", rows="1930 7, 8010 -7", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES))

    assert proposed.ore("equity") == 107_00
    assert {"RESULT_ADDED_TO_EQUITY", "RESULT_NOT_BOOKED"} <= codes(proposed)


def test_balances_that_do_not_sum_to_nothing_leave_equity_uncertain(read) -> None:
    ledger = read(source(2013, "1930 100, 2010 -90", rows="1930 7, 8010 -7", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES))

    assert proposed.ore("equity") == 97_00
    assert "EQUITY_UNCERTAIN" in codes(proposed)


def test_equity_holds_the_account_of_the_result_whether_its_role_says_so_or_not(read) -> None:
    ledger = read(source(2013, closing="1930 107, 2010 -100, 2090 -7, 8010 -7", accounts=ALL))
    roles = '[accounts]\nequity = ["2010"]\nresult_of_year = ["2090", "8990"]'

    assert propose_figures(ledger, parse_roles(roles)).ore("equity") == 107_00


def test_equity_is_assets_less_debts_in_every_real_file_that_ties(real_sie_files: list[Path]) -> None:
    tied = 0
    for path in real_sie_files:
        ledger = read_general_ledger(path)
        proposed = propose_figures(ledger, parse_roles('[accounts]\nequity = ["20*"]'))
        balances = ledger.balances()
        if proposed.ore("equity") is not None and not sum(balances.values()):
            other = {n: ore for n, ore in balances.items() if ledger.on_balance_sheet(n) and not n.startswith("20")}
            assert proposed.ore("equity") == sum(other.values()), path.name
            tied += 1

    assert tied > 10


def test_a_reserve_before_is_an_opening_balance_without_rows(read) -> None:
    ledger = read(source(2013, "1930 100, 2010 -60, 2072 -40", rows="2072 5, 2010 -5", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES))
    reserve, equity = proposed.figure("reserve_before"), proposed.figure("equity")

    assert (reserve.ore, reserve.opening_ore, reserve.moved_ore, reserve.is_opening) == (40_00, 40_00, 0, True)
    assert reserve.accounts == (("2072", -40_00),)
    assert [(part.account, part.opening, part.moved, part.closing) for part in reserve.parts] == [
        ("2072", -40_00, 5_00, -35_00)
    ]
    assert list(proposed.rows("reserve_before")) == []
    assert (equity.opening_ore, equity.moved_ore) == (100_00, 0)
    assert sorted(row.ore for row in proposed.rows("equity")) == [-5_00, 5_00]


def test_without_opening_balances_nothing_of_the_balance_sheet_is_proposed(read) -> None:
    ledger = read(source(2013, rows="1930 5, 2072 -3, 8010 -2", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES + '[accounts.earmark]\nsocial = ["2072"]'))
    told = next(each for each in proposed.findings if each.code == "OPENING_NOT_STATED")

    assert [proposed.ore(key) for key in ("equity", "reserve_before")] == [None, None]
    assert proposed.earmarks[0].ore is None
    assert "equity, reserve_before, earmark.social" in told.message
    assert proposed.ore("taxes_and_grants") == 2_00


def test_a_fund_may_be_called_as_a_figure_is(read) -> None:
    ledger = read(source(2013, "1930 100, 2010 -60, 2072 -40", rows="2072 5, 8010 -5", accounts=ALL))
    proposed = propose_figures(
        ledger,
        parse_roles('[accounts]\nequity = ["20*"]\n[accounts.earmark]\nequity = ["2072"]\nnet_result = ["2072"]'),
    )

    assert [row.account for row in proposed.rows("net_result")] == ["8010"]
    assert [row.account for row in proposed.earmark_rows("net_result")] == ["2072"]
    assert proposed.figure("equity").ore == 100_00
    assert {each.key: each.ore for each in proposed.earmarks} == {"equity": 35_00, "net_result": 35_00}


def test_costs_by_object_have_their_accounts_and_rows(read) -> None:
    rows = "5010 9 6:P1 1:100 21:87, 5010 4 6:P2 20:77, 3010 -2 6:P1, 1930 -11 6:P1"
    ledger = read(source(2013, "1930 100, 2010 -100", rows=rows, accounts=ALL))
    dimensions = 'responsibility = "1"\nproject = "6"\nactivity = "20"\ncounterparty = "21"\n'
    proposed = propose_figures(ledger, parse_roles(f"{ROLES}[dimensions]\n{dimensions}"))

    assert [(each.key, each.ore, each.accounts) for each in proposed.projects] == [
        ("P1", 7_00, (("3010", -2_00), ("5010", 9_00))),
        ("P2", 4_00, (("5010", 4_00),)),
    ]
    assert [(row.account, row.ore) for row in proposed.project_rows("P1")] == [("5010", 9_00), ("3010", -2_00)]
    found = [proposed.responsibilities, proposed.activities, proposed.counterparties]
    assert [[(each.key, each.ore) for each in figures] for figures in found] == [
        [("100", 9_00)], [("77", 4_00)], [("87", 9_00)],
    ]  # fmt: skip
    assert [row.ore for row in proposed.rows_of(proposed.counterparties[0])] == [9_00]
    with pytest.raises(KeyError):
        proposed.project_rows("P3")


def test_costs_by_object_are_those_that_a_file_without_vouchers_states(read) -> None:
    stated = "#RAR 0 20130101 20131231\n#KONTO 5010 x\n#KTYP 5010 K\n#RES 0 5010 9\n"
    months = '#PSALDO 0 201301 5010 {6 "P1"} 4\n#PSALDO 0 201302 5010 {6 "P1"} 5\n'
    proposed = propose_figures(read(stated + months), parse_roles('[dimensions]\nproject = "6"'))

    assert [(each.key, each.ore, each.accounts) for each in proposed.projects] == [("P1", 9_00, (("5010", 9_00),))]
    assert "ROLE_DIMENSION_EMPTY" not in codes(proposed)


def test_a_dimension_without_objects_is_told(read) -> None:
    ledger = read(source(2013, closing="1930 7, 8010 -7", accounts=ALL))

    assert "ROLE_DIMENSION_EMPTY" in codes(propose_figures(ledger, parse_roles('[dimensions]\nproject = "6"')))


def test_realised_losses_are_shown_for_a_person_to_judge(read) -> None:
    ledger = read(source(2013, "1930 9, 2010 -9", rows="7810 3, 1930 -3", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles('[accounts]\nrealised_losses = ["78*"]'))
    told = next(each for each in proposed.findings if each.code == "FIGURE_TO_JUDGE")

    assert proposed.ore("realised_losses_exempt") is None
    assert proposed.figure("realised_losses_exempt").accounts == (("7810", 3_00),)
    assert [row.ore for row in proposed.rows("realised_losses_exempt")] == [3_00]
    assert told.message_sv.startswith("Realisationsförlusterna är 3 kr;")


def test_a_figure_without_sign_that_comes_out_below_zero_is_told(read) -> None:
    ledger = read(source(2013, "1930 9, 2010 -9", rows="3810 3, 1930 -3", accounts=ALL))
    proposed = propose_figures(ledger, parse_roles(ROLES))

    assert proposed.ore("realised_gains") == -3_00
    assert "FIGURE_WRONG_SIGN" in codes(proposed)


def test_a_role_whose_accounts_are_of_another_year_proposes_nothing(read) -> None:
    before = source(2012, "1930 9, 2010 -9", rows="3810 -3, 1930 3", accounts="1930 2010 3810")
    after = source(2013, "1930 12, 2010 -12", rows="8010 -3, 1930 3", accounts="1930 2010 8010")
    ledger = read(before, after)
    roles = parse_roles(ROLES)
    told = [each for each in propose_figures(ledger, roles, 2013).findings if each.code == "ROLE_WITHOUT_ACCOUNTS"]

    assert propose_figures(ledger, roles, 2013).ore("realised_gains") is None
    assert [each.message.split(";")[0] for each in told] == [
        "No account of 2013 in the ledger has the role realised_gains",
        "No account of 2013 in the ledger has the role equalisation_reserve",
    ]
    assert propose_figures(ledger, roles, 2012).ore("realised_gains") == 3_00


def test_a_role_without_accounts_proposes_nothing_and_an_unused_account_nothing_but_zero(read) -> None:
    ledger = read(source(2013, "1930 9, 2010 -9", rows="8010 -3, 1930 3", accounts="1930 2010 3810 8010"))
    proposed = propose_figures(ledger, parse_roles(ROLES + '[accounts.earmark]\nsocial = ["2079"]'))

    assert proposed.ore("realised_gains") == 0
    assert proposed.ore("reserve_before") is None
    assert proposed.earmarks[0].ore is None


@pytest.mark.parametrize(
    ("typed", "en", "sv"),
    [("2010 2072", "1 account has no type", "1 konto saknar typ"), ("2010", "2 accounts have", "2 konton saknar typ")],
)
def test_one_account_without_a_type_is_told_as_one(typed: str, en: str, sv: str, read) -> None:
    ledger = read(source(2013, "1930 9, 2010 -5, 2072 -4", accounts=typed))
    [told] = [each for each in propose_figures(ledger, Roles()).findings if each.code == "ACCOUNT_TYPE_ASSUMED"]

    assert told.message.startswith(en)
    assert told.message_sv.startswith(sv)


def test_a_year_that_the_ledger_does_not_have_proposes_nothing(read) -> None:
    proposed = propose_figures(read(source(2013, "1930 9, 2010 -9")), parse_roles(ROLES), 1999)

    assert codes(proposed) == {"LEDGER_YEAR_MISSING"}
    assert {figure.ore for figure in proposed.figures} == {None}


def test_accounts_of_the_other_statement_and_of_two_roles_are_told(read) -> None:
    ledger = read(source(2013, "1930 9, 2010 -5, 2072 -4", rows="8010 -3, 3810 -1, 1930 4", accounts=ALL))
    roles = '[accounts]\nequity = ["20*", "8990"]\ntaxes_and_grants = ["8010", "3810"]\nrealised_gains = ["3810"]\n'
    funds = 'result_reserve = ["2072"]\n[accounts.earmark]\na = ["2072"]\nb = ["2072"]'
    proposed = propose_figures(ledger, parse_roles(roles + funds))
    twice = [each.message for each in proposed.findings if each.code == "ACCOUNT_IN_TWO_ROLES"]

    assert "ROLE_ON_OTHER_STATEMENT" in codes(proposed)
    assert twice == [
        "Accounts have both the role taxes_and_grants and the role realised_gains, and count in both: 3810.",
        "Accounts have both the role earmark.a and the role earmark.b, and count in both: 2072.",
    ]


@pytest.mark.parametrize("year", range(2008, 2040))
def test_a_reserve_is_proposed_under_the_key_that_its_year_has(year: int, tmp_path: Path) -> None:
    text = f"#SIETYP 1\n#RAR 0 {year}0101 {year}1231\n#KONTO 2072 RUR\n#KONTO 2073 RER\n#IB 0 2072 -7\n#IB 0 2073 -8\n"
    (tmp_path / "l.se").write_text(text + "#UB 0 2072 -7\n#UB 0 2073 -8\n", "cp437")
    roles = parse_roles('[accounts]\nequalisation_reserve = ["2072"]\nresult_reserve = ["2073"]\n')
    proposed = propose_figures(read_general_ledger(tmp_path / "l.se"), roles)
    reserves = {figure.key: figure.ore for figure in proposed.figures if figure.key.endswith("reserve_before")}

    assert reserves == {
        opening_key(reserve, year): ore
        for reserve, ore in ((Reserve.EQUALISATION, 700), (Reserve.RESULT, 800))
        if FIRST_YEAR_OF[reserve] <= year
    }


def test_a_role_of_no_accounts_says_that_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "l.se").write_text("#SIETYP 1\n#RAR 0 20130101 20131231\n#UB 0 1930 0\n", "cp437")
    roles = parse_roles("[accounts]\nequalisation_reserve = []\n")
    proposed = propose_figures(read_general_ledger(tmp_path / "l.se"), roles)

    assert proposed.ore("reserve_before") is None
    assert not [each for each in proposed.findings if "reserve" in each.message]


def test_an_account_of_both_rur_and_an_earmark_is_told(tmp_path: Path) -> None:
    (tmp_path / "l.se").write_text("#SIETYP 1\n#RAR 0 20130101 20131231\n#IB 0 2072 -5\n#UB 0 2072 -5\n", "cp437")
    roles = parse_roles('[accounts]\nequalisation_reserve = ["2072"]\n[accounts.earmark]\nsocial = ["2072"]\n')
    proposed = propose_figures(read_general_ledger(tmp_path / "l.se"), roles)

    assert "ACCOUNT_IN_TWO_ROLES" in {each.code for each in proposed.findings}
