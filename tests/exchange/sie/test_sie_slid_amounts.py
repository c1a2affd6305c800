"""An amount with a blank among its digits is never taken for a smaller one, and a quantity never for part of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sifund_ledger.exchange.sie import parse_sie, read_sie
from sifund_ledger.findings import Severity

HEAD = "#FLAGGA 0\n#SIETYP 4\n#KONTO 1930 Bank\n#KONTO 8090 Elever\n"


def split_at(text: str) -> list[str]:
    return [each.place for each in parse_sie((HEAD + text).encode()).findings if each.code == "SIE_AMOUNT_SPLIT"]


@pytest.mark.parametrize("name", ["a.se", "b.se"])
def test_a_thousand_is_never_one_krona(name: str, cases: Path) -> None:
    document = read_sie(cases / "26-thousands-blank-in-balances" / name)
    split = [each for each in document.findings if each.code == "SIE_AMOUNT_SPLIT"]

    assert [each.severity for each in split] == [Severity.ERROR] * (4 if name == "a.se" else 2)
    assert not [each for each in document.balances if each.ore]
    assert not [row for voucher in document.vouchers for row in voucher.rows]


@pytest.mark.parametrize(
    "rows",
    [
        "#UB 0 1930 12 345.00\n",
        "#UB 0 1930 12 345\n",
        "#RES 0 8090 -1 234 567.00\n",
        "#IB 0 1930 12 345,50\n",
        "#PSALDO 0 201301 8090 {} 12 345.00\n",
        "#UB 0 1930 1 000.00\n#UB 0 8090 5 200.00\n",
    ],
)
def test_the_rest_of_an_amount_is_no_quantity(rows: str) -> None:
    assert split_at(rows) == [f"file.se:{line}" for line in range(5, 5 + rows.count("\n"))]


@pytest.mark.parametrize(
    "rows",
    [
        "#UB 0 8090 12 345\n#UB -1 8090 12 1345.5\n",  # quantities of another form: the account counts something
        "#ENHET 8090 st\n#UB 0 8090 12 345\n",
        "#UB 0 8090 12.00 345\n",
        "#UB 0 8090 5000 345\n",
        "#UB 0 8090 12 34\n",
        '#VER A 1 20130501\n{\n#TRANS 1930 {} 12 20130501 "x" 345\n#TRANS 8090 {} -12 "" "" 345\n}\n',
    ],
)
def test_a_quantity_stays_one(rows: str) -> None:
    assert not split_at(rows)


def test_what_was_split_is_written_and_read_back_as_it_stood() -> None:
    text = HEAD + "#UB 0 1930 12 345.00\n"
    document = parse_sie(text.encode())

    assert [(each.label, each.fields) for each in document.records if each.label == "UB"] == [
        ("UB", ("0", "1930", "12", "345.00"))
    ]


def test_no_zero_before_the_point(cases: Path) -> None:
    document = read_sie(cases / "25-no-digit-before-the-point" / "a.se")

    assert [row.ore for voucher in document.vouchers for row in voucher.rows] == [20, -20]
    assert not document.findings


@pytest.mark.parametrize("amount", [".", "-.", "", "-", ".-5"])
def test_a_point_alone_is_no_amount(amount: str) -> None:
    document = parse_sie(f'{HEAD}#UB 0 1930 "{amount}"\n'.encode())

    assert "SIE_VALUE_UNREADABLE" in [each.code for each in document.findings]
    assert not document.balances


@pytest.mark.parametrize(("name", "word"), [("cp437.se", "Ink”p"), ("utf8.se", "InkÃ¶p")])
def test_texts_garbled_before_the_file_came_are_told(name: str, word: str, cases: Path) -> None:
    document = read_sie(cases / "17-text-garbled-before" / name)
    [garbled] = [each for each in document.findings if each.code == "SIE_TEXT_GARBLED"]

    assert (garbled.place, dict(garbled.values)["value"]) == (f"{name}:14", word)
    assert document.accounts["4010"].name.startswith(word)


@pytest.mark.parametrize(
    "text", ["Inköp av ”varor”", "Ångström 5 Ž", "Café Ära", "”ja” och „nej„", "25 ™", "Saô Paulo Ã"]
)
def test_sound_texts_are_not_called_garbled(text: str) -> None:
    document = parse_sie(f'#FORMAT PC8\n#FNAMN "{text}"\n'.encode())

    assert "SIE_TEXT_GARBLED" not in [each.code for each in document.findings]


@pytest.mark.parametrize("stated", ["UTF-8", "utf8", "UTF_8"])
def test_a_format_that_names_its_characters_truly_contradicts_nothing(stated: str) -> None:
    codes = [each.code for each in parse_sie(f'#FORMAT {stated}\n#FNAMN "Malmö"\n'.encode()).findings]

    assert "SIE_FORMAT_OTHER" in codes
    assert "SIE_ENCODING_DIFFERS" not in codes
