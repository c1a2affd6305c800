"""Files of one year that hold the same books: counted twice, and told, whatever kinds of file they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from sifund_ledger import Severity
from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.findings import Finding

HEAD = "#SIETYP {kind}\n#FNAMN X\n#RAR 0 2013{first} 2013{last}\n"
BALANCES = "#IB 0 1930 1000\n#IB 0 2010 -1000\n#UB 0 1930 1100\n#UB 0 2010 -1000\n#RES 0 5010 900\n#RES 0 8010 -1000\n"
TAX, WAGES, RENT = "8010 -1000, 1930 1000", "5010 900, 1930 -900", "5010 70, 1930 -70"


def sie(*vouchers: str, balances: str = "", kind: str = "4", first: str = "0101", last: str = "1231") -> str:
    """A SIE file; a voucher as ``A 1 20130601: 1930 5, 8010 -5``."""
    text = HEAD.format(kind=kind, first=first, last=last) + balances
    for each in vouchers:
        head, _, rows = each.partition(": ")
        text += (
            f"#VER {head}\n{{\n"
            + "".join("#TRANS {} {{}} {}\n".format(*row.split()) for row in rows.split(","))
            + "}\n"
        )
    return text


def csv(*vouchers: str) -> str:
    """The same vouchers in CSV."""
    text = "ver;datum;konto;belopp\n"
    for each in vouchers:
        head, _, rows = each.partition(": ")
        *name, day = head.split()
        text += "".join("{};{};{};{}\n".format("".join(name), day, *row.split()) for row in rows.split(","))
    return text


FIRST, SECOND = f"A 1 20130601: {TAX}", f"A 2 20131201: {WAGES}"
WHOLE = sie(FIRST, SECOND, balances=BALANCES)
CLOSED = sie(balances=BALANCES, kind="1")


def twice(folder: Path, *texts: str) -> list[Finding]:
    paths = [folder / f"{index}.{'se' if text[0] == '#' else 'csv'}" for index, text in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "cp437")
    found = read_general_ledger(*paths).findings
    return [each for each in found if each.code in ("LEDGER_COUNTED_TWICE", "LEDGER_VOUCHERS_TWICE")]


@pytest.mark.parametrize("other", [sie(FIRST, SECOND), csv(FIRST, SECOND), sie(f"L 7 20131231: {TAX}, {WAGES}")])
def test_balances_and_the_vouchers_that_they_come_from_count_twice(other: str, tmp_path: Path) -> None:
    for texts in ((CLOSED, other), (other, CLOSED)):
        (told,) = twice(tmp_path, *texts)

        assert told.code == "LEDGER_COUNTED_TWICE"
        assert told.severity is Severity.ERROR
        assert "3 accounts" in told.message


def test_balances_and_some_of_the_vouchers_that_they_come_from_count_twice(tmp_path: Path) -> None:
    balances = BALANCES + "#RES 0 4010 -70\n#RES 0 4020 30\n"
    part = sie("L 1 20130601: 4010 -70, 4020 30, 1930 40")
    (told,) = twice(tmp_path, sie(balances=balances, kind="1"), part)

    assert told.severity is Severity.WARNING
    assert "2 accounts" in told.message


@pytest.mark.parametrize(
    ("part", "severity"),
    [
        (sie(SECOND), Severity.ERROR),
        (csv(SECOND), Severity.ERROR),
        (csv("A 02 20131201: 1930 -900, 5010 900"), Severity.ERROR),  # written and ordered in another way
        (sie(SECOND, f"A 3 20131205: {RENT}"), Severity.WARNING),
        (sie(f'"" "" 20130601: {TAX}', f'"" "" 20131201: {WAGES}'), Severity.ERROR),  # not numbered yet
        (sie(f"L 71 20130601: {TAX}", f"L 72 20131201: {WAGES}"), Severity.ERROR),  # numbered anew
        (sie(f"L 71 20131201: {WAGES}"), Severity.WARNING),
    ],
)
def test_vouchers_that_another_file_has_count_twice(part: str, severity: Severity, tmp_path: Path) -> None:
    for texts in ((WHOLE, part), (part, WHOLE)):
        (told,) = twice(tmp_path, *texts)

        assert told.code == "LEDGER_VOUCHERS_TWICE"
        assert told.severity is severity
        assert told.place.startswith("1.")


def test_a_file_whose_vouchers_stand_in_several_others_is_told_once(tmp_path: Path) -> None:
    (told,) = twice(tmp_path, sie(FIRST), sie(SECOND), WHOLE)

    assert told.severity is Severity.ERROR
    assert "2 of 2 vouchers of 2.se" in told.message
    assert "0.se, 1.se" in told.message


@pytest.mark.parametrize(
    ("main", "other"),
    [
        (WHOLE, sie(f"L 1 20130125: {WAGES}", f"L 2 20130225: {WAGES}")),  # the same pay on other days
        (WHOLE, sie("A 1 20130601: 8010 -1000, 1940 1000", "A 2 20131201: 5010 900, 1940 -900")),
        (  # one alike in three, with another number
            sie(FIRST, SECOND, f"A 3 20131205: {RENT}", balances=BALANCES),
            sie(f"L 7 20130125: {RENT}", f"L 8 20130225: {RENT}", f"L 9 20131201: {WAGES}"),
        ),
        (CLOSED, sie("L 1 20130125: 5010 900, 2710 -900")),  # one amount alike
        (CLOSED, sie(f"L 1 20130125: {RENT}")),
        (sie(f"L 1 20130125: {WAGES}"), sie(f"L 1 20130225: {WAGES}, {RENT}")),
    ],
)
def test_systems_that_are_alike_in_parts_do_not_count_twice(main: str, other: str, tmp_path: Path) -> None:
    assert not twice(tmp_path, main, other)
    assert not twice(tmp_path, other, main)


def test_two_months_of_the_same_pay_are_no_error(tmp_path: Path) -> None:
    months = [sie(f"L {month} 2013{month:02}25: {WAGES}", f"L {month}9 2013{month:02}26: {RENT}") for month in (1, 2)]

    assert [each.severity for each in twice(tmp_path, *months)] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("typ4.se", "typ4si.si"), "LEDGER_VOUCHERS_TWICE"),
        (("transaktioner_ovnbolag.se", "urval_ovnbolag.si"), "LEDGER_VOUCHERS_TWICE"),
        (("typ1.se", "typ4si.si"), "LEDGER_COUNTED_TWICE"),
        (("arsaldo_ovnbolag.se", "urval_ovnbolag.si"), "LEDGER_COUNTED_TWICE"),
        (("44_sie4.se", "si.SI"), ""),  # another entity's pre-system of the same year
        (("BokslutSIE1.se", "SIE4%20Visma%20Anl%C3%A4ggningsregister.si"), ""),
    ],
)
def test_real_exports_and_what_was_selected_from_them(
    names: tuple[str, str], code: str, real_sie_files: list[Path]
) -> None:
    by_name = {path.name: path for path in real_sie_files}
    found = read_general_ledger(*(by_name[name] for name in names)).findings

    assert {each.code for each in found if each.code.endswith("_TWICE") and each.code.startswith("LEDGER")} == (
        {code} if code else set()
    )
