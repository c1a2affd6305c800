"""Frames out as budget lines (R19, R21, R29): the year of the frame counts, each line once, and the figures add up."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import UTC, datetime

import pytest

from sifund_ledger import Book, Decision, Refused, open_book, presets, sek
from sifund_ledger.exchange import budget_lines
from sifund_ledger.exchange.vouchers.budget_export import BudgetExport, BudgetLine

MKR = 100_000_000
YEARS = range(2010, 2031)


def kf(year: int, paragraph: int = 45) -> Decision:
    return Decision.parse(f"KF {year}-04-22 § {paragraph}")


def mkr(text: str) -> object:
    return sek(text) * 1_000_000


@pytest.fixture
def book() -> Book:
    """BUN has 6 million of "social" for Tidigt, in the frames of 2014 to 2016; SN repays it in 2017 and 2018."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, tzinfo=UTC))
    book.open_equity(2013, mkr("400"), opening_deficits=[], decision=kf(2014))
    policy = presets.reversal_textbook.choose(clawback_mode="automatic_plan", year_end_carry_over=True)
    book.create_fund("social", policy=policy, decision=kf(2014))
    book.open_fund("social", mkr("10"), year=2014, decision=kf(2014))
    book.grant(
        "social",
        "Tidigt",
        mkr("6"),
        board="BUN",
        financing="ur fonden",
        decision=kf(2014),
        frames={2014: mkr("1"), 2015: mkr("3"), 2016: mkr("2")},
        plan={"SN": {2017: mkr("4"), 2018: mkr("2")}},
    )
    return book


def told(export: BudgetExport) -> list[tuple[str, str, int]]:
    return [(line.code, line.board or line.fund, line.ore) for line in export.lines]


def by_year(book: Book) -> dict[int, list[tuple[str, str, int]]]:
    found = {year: told(budget_lines(book.records(), year)) for year in YEARS}
    return {year: lines for year, lines in found.items() if lines}


def test_a_grant_adds_to_the_frames_of_its_years_whatever_year_it_was_decided(book: Book) -> None:
    assert by_year(book) == {
        2014: [("board_frame", "BUN", MKR), ("fund_appropriation", "social", -MKR)],
        2015: [("board_frame", "BUN", 3 * MKR), ("fund_appropriation", "social", -3 * MKR)],
        2016: [("board_frame", "BUN", 2 * MKR), ("fund_appropriation", "social", -2 * MKR)],
    }


def test_a_repayment_lowers_the_frame_of_its_frame_year_once(book: Book) -> None:
    book.use("social", mkr("6"), year=2015, project="Tidigt", net_cost=mkr("6"), decision=kf(2016))
    book.repay("Tidigt", "SN", effect_year=2017, frame_year=2017, decision=kf(2016))
    [repayments, frame] = budget_lines(book.records(), 2017).lines

    assert (frame.code, frame.board, frame.fund, frame.project) == ("board_frame", "SN", "social", "Tidigt")
    assert (repayments.code, repayments.board, repayments.fund) == ("fund_repayments", "", "social")
    assert (frame.ore, repayments.ore, frame.permanent) == (-4 * MKR, 4 * MKR, False)
    assert frame.day.year == 2016
    assert not budget_lines(book.records(), 2018).lines


def test_a_permanent_repayment_has_one_line_that_says_so(book: Book) -> None:
    policy = presets.reversal_textbook.choose(clawback_mode="automatic_plan", frame_lowered_permanently=True)
    book.create_fund("grön", policy=policy, decision=kf(2014))
    book.open_fund("grön", mkr("10"), year=2014, decision=kf(2014))
    plan = {"SN": {2017: mkr("2")}}
    book.grant("grön", "Sol", mkr("2"), board="BUN", financing="ur fonden", decision=kf(2014), plan=plan)
    book.use("grön", mkr("2"), year=2014, project="Sol", net_cost=mkr("2"), decision=kf(2015))
    book.repay("Sol", "SN", effect_year=2017, frame_year=2017, decision=kf(2017))
    repaid = next(record for record in book.records() if record.event.kind == "repaid")
    book.correct(repaid.seq, reason="Fel", decision=kf(2018))
    export = budget_lines(book.records(), 2017)

    assert [(line.ore, line.permanent, line.project) for line in export.lines if line.board] == [
        (-2 * MKR, True, "Sol"),
        (2 * MKR, True, "Sol"),
    ]
    assert {row["varaktig"] for row in rows(export)} == {"ja"}
    assert not budget_lines(book.records(), 2018).lines


def test_a_release_lowers_the_frame_again(book: Book) -> None:
    book.release("Tidigt", mkr("0.5"), year=2016, decision=kf(2017))

    assert by_year(book)[2016][2:] == [("board_frame", "BUN", -MKR // 2), ("fund_appropriation", "social", MKR // 2)]


def test_what_is_carried_over_has_a_line_in_either_year(book: Book) -> None:
    book.carry_over("Tidigt", mkr("0.4"), year=2014, decision=kf(2015))
    earlier, later = (budget_lines(book.records(), year) for year in (2014, 2015))

    assert told(earlier)[2:] == [("board_frame", "BUN", -40_000_000)]
    assert told(later)[2:] == [("board_frame", "BUN", 40_000_000)]
    assert [finding.code for finding in (*earlier.findings, *later.findings)] == ["BUDGET_LINES_CARRIED"] * 2
    assert "−400 000 kr" in earlier.findings[0].message
    assert "2015" in earlier.findings[0].message
    assert later.lines[-1].project == "Tidigt"


def test_a_correction_turns_every_line_and_those_of_past_frames_in_its_own_year(book: Book) -> None:
    granted = next(record for record in book.records() if record.event.kind == "granted")
    before = by_year(book)
    book.correct(granted.seq, reason="Fel nämnd", decision=kf(2016), year=2016)

    turned = [(code, whose, -ore) for year in (2014, 2015, 2016) for code, whose, ore in before[year]]
    assert sorted(by_year(book)[2016]) == sorted([*before[2016], *turned])
    assert [by_year(book)[year] for year in (2014, 2015)] == [before[2014], before[2015]]
    assert {line.project for line in budget_lines(book.records(), 2016).lines} == {"Tidigt"}


def test_an_appropriation_is_taken_from_the_budget_at_large() -> None:
    with open_book(create="Sundsvall", actor="ekonomi") as book:
        book.open_equity(2015, mkr("400"), opening_deficits=[], decision=kf(2016))
        book.create_fund("social", policy=presets.sundsvall_2016, decision=kf(2015))
        book.set_aside("social", mkr("6"), year=2016, result_year=2016, source="operating_frame", decision=kf(2015))
        assert by_year(book) == {
            2016: [("fund_appropriation", "social", 6 * MKR), ("board_frame", "fullmäktige", -6 * MKR)]
        }


def test_all_years_add_up_to_the_frames_of_the_book_and_each_entry_to_zero(book: Book) -> None:
    book.carry_over("Tidigt", mkr("0.4"), year=2014, decision=kf(2015))
    book.use("social", mkr("5"), year=2015, project="Tidigt", net_cost=mkr("5"), decision=kf(2016))
    book.amend_grant("Tidigt", mkr("-0.3"), reason="Billigare", decision=kf(2016), frames={2016: mkr("-0.3")})
    book.repay("Tidigt", "SN", effect_year=2017, frame_year=2018, decision=kf(2018))
    book.close_project("Tidigt", year=2016, decision=kf(2018))
    lines = [line for year in YEARS for line in budget_lines(book.records(), year).lines]

    sums: Counter[tuple[str, str, int]] = Counter()
    entries: Counter[tuple[str, int]] = Counter()
    for line in lines:
        sums[line.code, line.board or line.fund, line.year] += line.ore
        entries[line.entry, 0 if "Överföring" in line.text else line.year] += line.ore
    frames = {
        (account.code, account.board or account.fund, account.year): ore
        for account, ore in book._state.balances.as_dict().items()
        if account.book == "FRAME"
    }
    assert {key: ore for key, ore in sums.items() if ore} == frames
    assert set(entries.values()) == {0}
    assert {line.code for line in lines} == {"board_frame", "fund_appropriation", "fund_repayments"}


def test_lines_go_out_once(book: Book) -> None:
    first = budget_lines(book.records(), 2015)

    with pytest.raises(Refused, match=f"BUDGET_LINE_EXPORTED.*{first.marks[0]}"):
        budget_lines(book.records(), 2015, exported=first.marks)
    again = budget_lines(book.records(), 2015, exported=first.marks, only_new=True)
    assert (again.lines, again.marks, [finding.code for finding in again.findings]) == ((), (), ["EXPORT_EMPTY"])
    assert budget_lines(book.records(), 2016, exported=first.marks).lines  # the same entry, in another budget
    book.amend_grant("Tidigt", mkr("-1"), reason="Billigare", decision=kf(2015), frames={2015: mkr("-1")})
    more = budget_lines(book.records(), 2015, exported=first.marks, only_new=True)
    assert told(more)[0] == ("board_frame", "BUN", -MKR)


def rows(export: BudgetExport) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export.csv("sv"), newline=""), delimiter=";"))


def test_lines_as_csv_in_both_number_forms(book: Book) -> None:
    export = budget_lines(book.records(), 2015)

    assert rows(export)[0] == {
        "budgetår": "2015",
        "slag": "nämndens ram",
        "nämnd": "BUN",
        "fond": "social",
        "projekt": "Tidigt",
        "belopp": "3000000,00",
        "varaktig": "nej",
        "text": "Beviljat ur social till Tidigt",
        "datum": "2014-04-22",
        "beslut": "KF 2014-04-22 § 45",
        "verifikation": "A 1",
    }
    assert rows(export)[1]["slag"] == "fondens anslag"
    assert (rows(export)[1]["nämnd"], rows(export)[1]["belopp"]) == ("", "-3000000,00")
    assert ",-3000000.00," in export.csv("international")


def test_a_name_is_no_formula() -> None:
    day = datetime(2014, 4, 22, tzinfo=UTC).date()
    line = BudgetLine(
        2014, "board_frame", "=1+1", "social", "", 1, permanent=False, text="+x", day=day, decision="", entry="A1"
    )
    assert "'=1+1;social;;0,01;nej;'+x;" in BudgetExport(2014, (line,), ()).csv()
