"""Where a deficit comes from and when it is made good: what it arose with, and what is restored too late (MSEK)."""

from __future__ import annotations

import json

import pytest
from drawing import codes, drawn, ground, mkr, opening, year

from sifund_ledger import open_book, sek
from sifund_ledger.balance.figures.stored_figures import deficits_from_values, deficits_to_values
from sifund_ledger.errors import Refused
from sifund_ledger.exchange import FiguresFile, parse_figures, statement_to_json, write_figures

LATE = "DEFICIT_RESTORED_LATE"


def found(statement, code):
    return [each for each in statement.findings if each.code == code]


def test_a_deficit_restored_after_its_deadline_has_a_finding_in_the_year_that_restores_it():
    statement = drawn(year(2019, -5), *(year(number, 0) for number in range(2020, 2024)), year(2024, 9))
    (late,) = found(statement, LATE)
    assert late.place == "2024.deficits.2019"
    told = late.in_language("sv")[0]
    assert "Av underskottet 2019 återställs 5 mkr först 2024; det skulle ha skett senast 2022." in told
    assert "KL (2017:725) 11:12" in late.citation


def test_only_what_was_overdue_is_restored_too_late():
    # Of 8, 3 were extended to 2025 and are restored in time.
    extended = ground(3, 2019, effect="extend", due_year=2025)
    statement = drawn(
        year(2019, -8, exceptional_grounds=[extended]),
        *(year(number, 0) for number in range(2020, 2024)),
        year(2024, 9),
    )
    (late,) = found(statement, LATE)
    assert "återställs 5 mkr först 2024" in late.in_language("sv")[0]
    in_time = drawn(year(2019, -5), year(2020, 0), year(2021, 0), year(2022, 9))
    assert LATE not in codes(in_time.findings)
    opened = drawn(year(2024, 9), opening_deficits=[opening(2019, 4)])
    assert "återställs 4 mkr först 2024" in found(opened, LATE)[0].in_language("sv")[0]


def arisen_of(statement):
    (table,) = (each for each in statement.tables() if each.code == "deficits")
    column = [each.code for each in table.columns].index("arisen")
    return [row.cells[column] for row in table.rows]


def test_what_an_opening_deficit_arose_with_is_blank_where_it_is_unknown():
    unknown = drawn(year(2024, 1), opening_deficits=[opening(2022, 4)])
    assert arisen_of(unknown) == [None]
    (deficit,) = unknown.year(2024).deficits
    assert (deficit.original, deficit.restored, deficit.left) == (None, mkr(1), mkr(3))
    assert json.loads(statement_to_json(unknown))["years"][0]["deficits"][0]["arisen"] is None
    # What the figures themselves have is known.
    assert arisen_of(drawn(year(2023, -4), year(2024, 1))) == [mkr(4).get_amount_in_sub_unit()]


def test_an_opening_deficit_may_say_what_it_arose_with():
    waived = ground(2, 2022)
    statement = drawn(year(2024, 1), opening_deficits=[opening(2022, 4, arisen=mkr(10), grounds=(waived,))])
    (deficit,) = statement.year(2024).deficits
    # 4 had been restored before the figures begin, and 1 in their year.
    assert (deficit.original, deficit.restored, deficit.waived, deficit.left) == (mkr(10), mkr(5), mkr(2), mkr(3))
    assert deficit.arisen_ore == deficit.restored_ore + deficit.waived_ore + deficit.left_ore
    with pytest.raises(Refused, match="OPENING_DEFICIT_ABOVE_ARISEN"):
        drawn(year(2024, 1), opening_deficits=[opening(2022, 4, arisen=mkr(5), grounds=(waived,))])


def test_what_an_opening_deficit_is_extended_by_is_left_and_not_waived():
    extended = ground(3, 2022, effect="extend", due_year=2027)
    statement = drawn(year(2024, 0), opening_deficits=[opening(2022, 4, arisen=mkr(5), grounds=(extended,))])
    (deficit,) = statement.year(2024).deficits
    assert (deficit.restored, deficit.waived, deficit.extended, deficit.left) == (mkr(1), mkr(0), mkr(3), mkr(4))


def test_what_an_opening_deficit_arose_with_is_kept_by_files_and_books():
    deficits = (opening(2021, 1), opening(2022, 4, arisen=mkr(10)))
    file = FiguresFile(entity="A", unit="mkr", opening_deficits=deficits, years=(year(2024, 1),))
    assert parse_figures(write_figures(file), format="json") == file
    assert deficits_from_values(deficits_to_values(deficits)) == deficits
    # Where it is unknown, the stored form is that of the first version.
    assert [len(values) for values in deficits_to_values(deficits)] == [4, 5]
    swedish = (
        '[[ingående_underskott]]\når = 2022\nkvar = "4"\nuppkommet = "10"\n[[år]]\når = 2024\nårets_resultat = "1"'
    )
    assert parse_figures(swedish).opening_deficits[0].arisen == sek(10)
    with open_book(create="A", actor="e") as book:
        book.open_equity(2023, 900, opening_deficits=[opening(2022, 4, arisen=mkr(10))], decision="KF 2024-04-22 § 1")
        book.record_result(2024, mkr(1))
        (deficit,) = book.statement(2024).year(2024).deficits
    assert (deficit.original, deficit.restored, deficit.left) == (mkr(10), mkr(7), mkr(3))


def test_a_wholly_waived_opening_deficit_is_not_waived_in_part():
    practice = "praxis"
    whole = drawn(year(2024, 1, exceptional_grounds=[ground(4, 2022)]), opening_deficits=[opening(2022, 4)])
    part = drawn(year(2024, 1, exceptional_grounds=[ground(3, 2022)]), opening_deficits=[opening(2022, 4)])
    assert practice not in whole.text()
    assert practice in part.text()
