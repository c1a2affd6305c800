"""The charts of accounts of several files: an account is the same whichever file says what it is, in any order."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import GeneralLedger, propose_figures

YEAR = "#SIETYP 4\n#FNAMN X\n#RAR 0 {year}0101 {year}1231\n"
TYPED = '#KONTO 9100 "Kassa"\n#KTYP 9100 T\n#KONTO 2070 EK\n#KTYP 2070 S\n#KONTO 3010 Avgift\n#KTYP 3010 I\n'


def ledger(folder: Path, **texts: str) -> GeneralLedger:
    for name, text in texts.items():
        (folder / f"{name}.se").write_text(text, "cp437")
    return read_general_ledger(*(folder / f"{name}.se" for name in texts))


def year(of: int, chart: str = "", balances: str = "", rows: str = "") -> str:
    """A SIE file; rows as ``9100 50, 3010 -50``."""
    listed = "".join(
        f"#TRANS {account} {{}} {ore}\n" for account, ore in map(str.split, rows.split(",") if rows else ())
    )
    voucher = f"#VER L 1 {of}0601\n{{\n{listed}}}\n" if rows else ""
    return YEAR.format(year=of) + chart + balances + voucher


def test_the_type_and_name_of_an_account_come_from_any_file(tmp_path: Path) -> None:
    texts = {
        "bare": year(2013, '#KONTO 9100 ""\n', rows="9100 50, 3010 -50"),
        "typed": year(2013, TYPED, "#IB 0 9100 100\n#IB 0 2070 -100\n#UB 0 9100 100\n#UB 0 2070 -100\n"),
        "named": year(2013, '#KONTO 9100 "Handkassa"\n'),
    }
    for names in permutations(texts):
        read = ledger(tmp_path, **{name: texts[name] for name in names})
        account = read.accounts["9100"]

        assert account.kind == "T"
        assert account.name == ("Kassa" if names.index("typed") < names.index("named") else "Handkassa")
        assert read.net_result() == 5000
        assert read.balance("9100") == 15000


def test_what_is_stated_of_an_account_counts_by_the_type_that_another_file_gives_it(tmp_path: Path) -> None:
    texts = {
        "bare": year(
            2013, '#KONTO 9100 "Kassa"\n#KONTO 1990 "Avgift"\n',
            "#IB 0 9100 100\n#IB 0 2070 -100\n#IB 0 1990 -7\n#UB 0 9100 150\n#UB 0 2070 -100\n#RES 0 1990 -50\n",
            "9100 50, 1990 -50",
        ),
        "typed": year(2012, TYPED + "#KONTO 1990 Avgift\n#KTYP 1990 I\n", "#UB 0 9100 100\n#UB 0 2070 -100\n"),
    }  # fmt: skip
    for names in permutations(texts):
        read = ledger(tmp_path, **{name: texts[name] for name in names})

        assert read.opening_balances(2013) == {"9100": 10000, "2070": -10000}
        assert read.net_result(2013) == 5000
        assert "LEDGER_OPENING_DIFFERS" not in {each.code for each in read.findings}
        told = next(each for each in read.findings if each.code == "LEDGER_TYPE_TAKEN")
        assert told.place == "bare.se"
        assert "1990, 9100" in told.message


def test_an_account_of_last_year_alone_is_not_of_this_year(tmp_path: Path) -> None:
    roles = parse_roles('[accounts]\nrealised_gains = ["38*"]\n')
    gains = "#KONTO 3810 Vinst\n#KTYP 3810 I\n"
    rows = "9100 50, 3010 -50"
    for charts, told in (((TYPED, TYPED + gains), False), ((TYPED + gains, TYPED), True)):
        read = ledger(tmp_path, a=year(2012, charts[0], rows=rows), b=year(2013, charts[1], rows=rows))
        proposed = propose_figures(read, roles, 2013)

        assert ("ROLE_WITHOUT_ACCOUNTS" in {each.code for each in proposed.findings}) is told
        assert proposed.ore("realised_gains") == (None if told else 0)
        assert proposed.figure("realised_gains").accounts == ()


@pytest.mark.parametrize("names", [("first", "second"), ("second", "first")])
def test_the_type_that_came_first_counts_where_two_differ(names: tuple[str, str], tmp_path: Path) -> None:
    debt = TYPED.replace("9100 T", "9100 K")
    texts = {"first": year(2013, TYPED, "#IB 0 9100 100\n"), "second": year(2013, debt, "#IB 0 9100 30\n")}
    read = ledger(tmp_path, **{name: texts[name] for name in names})

    assert read.opening_balance("9100") == (13000 if names[0] == "first" else 0)
    assert "LEDGER_ACCOUNT_DIFFERS" in {each.code for each in read.findings}


def test_an_account_that_counts_by_another_type_than_its_file_gives_it_is_told(tmp_path: Path) -> None:
    """The second file by itself is told that a result account has a balance, which does not count; here it does."""
    charts = [f"#KONTO 2010 EK\n#KTYP 2010 {kind}\n#KONTO 1930 Bank\n#KTYP 1930 T\n" for kind in "SK"]
    read = ledger(
        tmp_path, first=year(2013, charts[0]), second=year(2013, charts[1], "#IB 0 2010 -70\n#IB 0 1930 70\n")
    )
    told = [each for each in read.findings if each.code == "LEDGER_TYPE_TAKEN"]

    assert "SIE_RESULT_HAS_BALANCE" in {each.code for each in read.findings}
    assert read.opening_balance("2010") == -7000
    assert [each.place for each in told] == ["second.se"]
    assert "counts for 1 account with balances here" in told[0].message
    assert "gäller för 1 konto med saldon här" in told[0].message_sv
    assert told[0].message.endswith(": 2010.")
