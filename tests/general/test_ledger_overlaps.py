"""Files of one year that hold the same books: counted twice, and told, whatever kinds of file they are."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Severity
from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.exchange.ledgers.ledger_csv import take_csv
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.findings import Finding
from sifund_ledger.general_ledger import overlaps
from sifund_ledger.general_ledger.columns import Columns
from sifund_ledger.general_ledger.sources import LedgerSource

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
    assert "1 of 1 voucher of 0.se, 1 of 1 voucher of 1.se" in told.message
    assert "1 av 1 verifikation i 0.se, 1 av 1 verifikation i 1.se, 2 av 2 verifikationer i 2.se" in told.message_sv


def test_a_file_that_two_others_hold_between_them_is_an_error_wherever_it_stands(tmp_path: Path) -> None:
    other = [f"A {number} 2013120{number}: {RENT}, 1930 {number}, 5010 -{number}" for number in (8, 9)]
    for texts in permutations((sie(FIRST, other[0]), sie(SECOND, other[1]), sie(FIRST, SECOND))):
        (told,) = twice(tmp_path, *texts)

        assert told.severity is Severity.ERROR
        assert told.message.startswith(
            "Vouchers alike in day and rows stand in several files of 2013, and count twice: "
        )
        assert f"2 of 2 vouchers of {texts.index(sie(FIRST, SECOND))}.se, 1 of 2 vouchers of " in told.message


def test_files_in_groups_that_have_nothing_in_common_are_told_apart(tmp_path: Path) -> None:
    third = f"A 3 20130605: {RENT}"
    found = twice(tmp_path, sie(FIRST), sie(SECOND, third), sie(SECOND), sie(FIRST), sie(f"A 4 20130606: {RENT}"))

    assert [each.place for each in found] == ["2.se", "3.se"]


@pytest.mark.parametrize(("one", "other"), [("-0.01", "-0.02"), ("0.01", "0.02"), ("-1", "-2"), ("1", "-1")])
def test_vouchers_of_other_amounts_are_other_vouchers(one: str, other: str, tmp_path: Path) -> None:
    """Python's hash of -1 is that of -2."""
    texts = [
        sie(*(f"A {number} 2013120{number}: 1930 {ore}, 5010 {ore}, 2010 7" for number in (1, 2)))
        for ore in (one, other)
    ]

    assert not [each for each in twice(tmp_path, *texts) if each.code == "LEDGER_VOUCHERS_TWICE"]


KINDS = [
    sie(FIRST, SECOND, balances=BALANCES), sie(FIRST), sie(SECOND), sie(FIRST, f"A 8 20131208: {RENT}"),
    sie(SECOND, f"A 9 20131209: {RENT}"), sie(f"L 71 20131201: {WAGES}"), sie(f"L 7 20131231: {TAX}, {WAGES}"),
    sie(f"L 71 20131201: {WAGES}", f"A 8 20131208: {RENT}", f"L 3 20130601: {TAX}"), sie(FIRST, FIRST), CLOSED,
    csv(FIRST, SECOND), csv(SECOND, f"A 3 20131203: {RENT}"), sie(SECOND, first="0701"), sie(first="0701"), sie(),
    sie(balances=BALANCES + "#RES 0 4010 -70\n#RES 0 4020 30\n", kind="1"), sie(balances="#IB 0 1930 1000\n"),
]  # fmt: skip


def test_each_fiscal_year_that_ends_in_a_calendar_year_is_told_once(tmp_path: Path) -> None:
    months = [sie(first=f"{month:02}01", last=f"{month:02}28") for month in range(1, 13)]
    for month, text in enumerate((*months, months[3])):
        (tmp_path / f"{month:02}.se").write_text(text, "cp437")
    found = read_general_ledger(*sorted(tmp_path.iterdir())).findings

    assert [each.place for each in found if each.code == "LEDGER_YEARS_COLLIDE"] == [
        f"{month:02}.se" for month in range(1, 12)
    ]


def test_one_account_alike_is_told_in_the_singular(tmp_path: Path) -> None:
    (told,) = twice(tmp_path, *(sie(balances=f"#UB 0 1930 5\n#UB 0 2010 {ore}\n", kind="1") for ore in (6, 7)))

    assert "have 1 account alike" in told.message
    assert "har 1 konto lika" in told.message_sv


def test_a_file_whose_vouchers_have_no_rows_states_its_balances(tmp_path: Path) -> None:
    closed = sie(balances=BALANCES) + "#VER A 1 20130601\n{\n}\n"
    (told,) = twice(tmp_path, closed, closed)

    assert (told.code, told.severity) == ("LEDGER_COUNTED_TWICE", Severity.ERROR)


def test_rows_of_nothing_are_nothing_alike(tmp_path: Path) -> None:
    assert not twice(tmp_path, *(sie(f"A {number} 20130601: 1930 0, 5010 0") for number in (1, 2)))


def stating(name: str, closing: dict[str, int]) -> LedgerSource:
    return LedgerSource(name, "", "", "", 2013, None, None, {}, closing, {}, {}, range(0), range(0))


def test_files_that_have_nothing_in_common_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [stating(str(index), {"1930": 7 + index, "2010": -7 - index}) for index in range(40)]
    compared: list[LedgerSource] = []
    monkeypatch.setattr(overlaps, "_balances_twice", lambda other, each, *_: compared.extend((other, each)) or [])

    assert not list(overlaps.check_overlaps([*sources, stating("same", {"1930": 7, "2010": -7})], Columns()))
    assert [each.name for each in compared] == ["0", "same"]


def found_between(texts: list[str]) -> list[tuple[str, Severity]]:
    reader = LedgerReader()
    for index, text in enumerate(texts):
        gathering = FileFindings(str(index))
        if text[0] == "#":
            reader.take_sie(text.encode("cp437"), gathering)
        else:
            take_csv(reader, text.encode("cp437"), gathering)
    return sorted((each.code, each.severity) for each in reader.ledger().findings)


@given(
    st.lists(st.sampled_from(KINDS), min_size=2, max_size=5).flatmap(
        lambda each: st.tuples(st.just(each), st.permutations(each))
    )
)
def test_the_order_of_files_decides_neither_what_is_told_nor_how_grave_it_is(
    orders: tuple[list[str], list[str]],
) -> None:
    assert found_between(orders[0]) == found_between(orders[1])


ROWS = st.lists(
    st.builds("{} {}".format, st.sampled_from(["1930", "5010"]), st.sampled_from([5, -5, 0])), min_size=1, max_size=3
).map(",".join)
VOUCHERS = st.lists(
    st.builds("A {} {}: {}".format, st.sampled_from(["1", "2", '""']), st.sampled_from(["20130601", "20130602"]), ROWS),
    max_size=4,
)


@settings(deadline=None, max_examples=100)
@given(st.lists(VOUCHERS, min_size=2, max_size=3))
def test_vouchers_that_no_other_can_be_like_need_not_be_compared(files: list[list[str]]) -> None:
    reader = LedgerReader()
    for index, vouchers in enumerate(files):
        reader.take_sie(sie(*vouchers).encode("cp437"), FileFindings(str(index)))
    told, turnovers = reader.ledger().findings, overlaps._turnovers
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(overlaps, "_turnovers", lambda *of: list(map(bool, turnovers(*of))))
        assert reader.ledger().findings == told


STATED = st.lists(
    st.builds(
        "#{} {} {}\n".format, st.sampled_from(["IB 0", "UB 0", "RES 0", "UB -1"]), st.sampled_from(["1930", "5010"]),
        st.sampled_from([5, -5, 0]),
    ),
    max_size=4,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.one_of(st.just([]), VOUCHERS), STATED), min_size=2, max_size=4))
def test_files_that_share_no_amount_need_not_be_compared(files: list[tuple[list[str], str]]) -> None:
    reader = LedgerReader()
    for index, (vouchers, balances) in enumerate(files):
        reader.take_sie(sie(*vouchers, balances=balances).encode("cp437"), FileFindings(str(index)))
    told = reader.ledger().findings
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(overlaps, "_alike", lambda sources, changes: [{"any"}] * len(sources))
        assert reader.ledger().findings == told


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
