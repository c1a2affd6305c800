"""The books of the first generation, and how they were made.

The files beside this module were made once, with the code of version 0.1.0 in its first form, and are kept as they
are: whatever the library becomes, these books open, verify and print the same. They hold every kind and version of
event that the library knew then; ``kinds.txt`` lists them. ``tests/store/test_books_of_the_first_version.py`` reads
them. Amounts and decisions are made up; what differs from book to book stands in the docstring of each.

Never make them again over themselves. When the library knows more kinds of event, make a new generation in a folder
of its own, with later code and more books, and let both be read::

    PYTHONPATH=. python tests/data/books/make.py tests/data/books-2

The clock, the salts and the actor are fixed, so the same code makes the same records, hash for hash. The files of
SQLite themselves may differ in a few bytes from one version of SQLite to another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, Final

from sifund_ledger.year_end.state import EVENT_TYPES

from sifund_ledger import Book, Decision, ExceptionalGround, OpeningDeficit, OwnRow, Policy, YearFigures, presets, sek
from sifund_ledger.store.opening import open_book

ACTOR: Final = "ekonomi"


def msek(text: str | int) -> Any:
    """Millions of kronor, exactly."""
    return sek(str(text)) * 1_000_000


def kf(year: int, paragraph: int = 1) -> Decision:
    """A decision of the council in a year."""
    return Decision.parse(f"KF {year}-04-22 § {paragraph}")


def ks(year: int) -> Decision:
    """A decision of the executive board in a year."""
    return Decision.parse(f"KS {year}-05-08 § 77, dnr KS {year}/12", kept_at="kommunarkivet")


def ticking() -> Callable[[], datetime]:
    """A clock that goes one minute at each look."""
    minutes = count()
    return lambda: datetime(2040, 1, 31, 8, 0, tzinfo=UTC) + timedelta(minutes=next(minutes))


def counting() -> Callable[[], bytes]:
    """Salts that are the digests of 0, 1, 2 …"""
    numbers = count()
    return lambda: sha256(str(next(numbers)).encode()).digest()[:16]


def made(path: Path, entity: str, **more: Any) -> Book:
    """A new book in a file, with a fixed clock and fixed salts."""
    return open_book(path, create=entity, actor=ACTOR, clock=ticking(), salt=counting(), **more)


def seq_of(book: Book, kind: str, number: int = 0) -> int:
    """The sequence number of one of a book's records of a kind, in order; the last by -1."""
    return [record.seq for record in book.records() if record.event.kind == kind][number]


def close_year(book: Book, year: int, result: str, **figures: Any) -> None:
    """Post a year-end and close the year on the council's approval in the next."""
    run = book.year_end(year, YearFigures(net_result=msek(result), **figures))
    run.post()
    run.close(kf(year + 1, 99))


# Tomelilla: an earmark without projects, grounds, notes, corrections in the same year and in a later one


def tomelilla(path: Path) -> None:
    """Earmarks used directly and invoked as grounds; decisions that are appealed, final and repealed; notes."""
    use, grounds = Decision.parse("KF 2014-04-28 § 31"), Decision.parse("KF 2014-04-28 § 32")
    with made(path, "Tomelilla kommun", organisation_number="212000-0000") as book:
        old = ExceptionalGround(
            amount=msek(1), deficit_year=2009, effect="extend", due_year=2015, reason="Omstrukturering",
            decision=kf(2010),
        )  # fmt: skip
        deficits = [
            OpeningDeficit(year=2009, left=msek(2), due_year=2012, grounds=(old,)),
            OpeningDeficit(year=2010, left=msek("0.5")),
        ]
        book.open_equity(2010, sek("400 000 000"), opening_deficits=deficits, decision=kf(2011))
        book.record_result(2011, sek("81 000 000"))
        book.correct(seq_of(book, "result_recorded"), reason="Fel siffra:\t81 blev 18\nse bokslutsbilagan \\ flik 3")
        book.record_result(2011, sek("18 000 000"), decision=kf(2012))
        book.record_result(2012, sek("4 000 000"))
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf(2012))
        book.state_intention("social", {2011: msek(9), 2012: msek(1), 2013: msek(1)}, decision=kf(2012))
        book.set_aside("social", sek("10 000 000"), result_year=2011, decision=kf(2012))
        book.use("social", sek("2 500 000"), year=2013, decision=use)
        run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision=grounds)
        run.post()
        book.move_decision(grounds, "appealed")
        run.close(kf(2014, 30))
        book.move_decision(grounds, "final")
        wrong = seq_of(book, "used_directly")
        book.correct(wrong, reason="Kostnaden hörde till ett annat projekt", decision=kf(2015), year=2014)
        book.adjust_equity(2014, sek("-250 000,50"), reason="Byte av princip: komponentavskrivning", decision=kf(2015))
        book.use("social", sek("1 000 000"), net_cost=sek("1 200 000"), year=2014, decision=kf(2015, 2))
        later = [
            ExceptionalGround(amount=msek("0.3"), deficit_year=2014, reason="Engångskostnad", decision=kf(2015, 3)),
            ExceptionalGround(
                amount=msek("0.2"), deficit_year=2014, reason="Uppskov", decision=kf(2015, 4), effect="extend",
                due_year=2019,
            ),
        ]  # fmt: skip
        for result_rows in ({}, {"realised_gains": sek("100 000")}):  # stated, and stated anew
            figures = YearFigures(net_result=msek("-3"), exceptional_grounds=later, **result_rows)
            book.year_end(2014, figures, grounds_decision=kf(2015, 5)).post()
        book.move_decision(kf(2015, 3), "repealed")
        book.move_decision(kf(2015, 4), "appealed")
        book.close_year(2014, decision=kf(2015, 99))
        book.change_purpose("social", "Tidiga insatser för barn och unga", decision=kf(2015, 6))
        below = presets.tomelilla_earmark.choose(presentation="below")
        book.change_policy("social", policy=below, valid_from=date(2015, 1, 1), decision=kf(2015, 7))
        book.record_result(2015, msek(6))
        book.set_aside("social", msek(1), result_year=2015, decision=kf(2016))
        book.correct(seq_of(book, "set_aside", -1), reason="Rör en enskild; ska gallras", decision=kf(2016, 2))
        book.blot_note(seq_of(book, "entry_corrected", -1), decision=Decision.parse("KF 2016-11-28 § 140"))
        book.dissolve("social", msek("0.75"), reason="Behovet har upphört", year=2015, decision=kf(2016, 3))
        book.start_closing(2015)
        book.set_aside("social", msek("0.4"), result_year=2015, decision=kf(2016, 4))
        book.year_end(2015, YearFigures(net_result=msek(6), taxes_and_grants=msek(700), equity=msek(424))).post()


# Örebro: the reversal model over years, with a board that is divided and every way in which a claim can end


OREBRO: Final = presets.orebro_strict.choose(presentation="strict")
_OREBRO_RESULTS: Final = {
    2013: "60", 2014: "80", 2015: "70", 2016: "120", 2017: "90", 2018: "60", 2019: "40", 2020: "90", 2021: "-20",
}  # fmt: skip


def orebro(path: Path) -> None:
    """Projects granted, amended, used, carried over, released, repaid, waived, moved, settled; years closed."""
    with made(path, "Örebro kommun") as book:
        book.open_equity(2012, msek(5000), opening_deficits=[], decision=kf(2013))
        book.create_fund("social", policy=OREBRO, decision=ks(2013))
        for task in ("grant", "amend", "waive", "reassign"):
            book.delegate("social", task, to="KS", decision=kf(2013))
        book.open_fund("social", msek(65), year=2013, decision=kf(2013))
        _orebro_half_way(book)
        book.register_board("Social", valid_from=date(2010, 1, 1), units=["Barn", "Unga\tvuxna"], decision=kf(2013))
        close_year(book, 2013, _OREBRO_RESULTS[2013])
        _orebro_projects(book)
        for year in (2014, 2015):
            close_year(book, year, _OREBRO_RESULTS[year])
        book.record_result(2016, msek(_OREBRO_RESULTS[2016]))
        book.set_aside_by_rule("social", result_year=2016, budget=msek(6500), decision=kf(2017))
        for project in ("Lyckas", "Delvis", "Misslyckas", "Flyttas", "Ändras"):
            book.close_project(project, year=2016, decision=kf(2017))
        book.reopen_project("Ändras", reason="En faktura till", decision=kf(2017, 2))
        book.close_project("Ändras", year=2016, decision=kf(2017, 3), reason="avslutat på nytt")
        close_year(book, 2016, _OREBRO_RESULTS[2016])
        _orebro_repayments(book)


def _orebro_half_way(book: Book) -> None:
    plan = {"Utbildning": {2013: msek(2), 2014: msek(2)}}
    opened = {
        "board": "Utbildning", "granted": msek(6), "used": msek(4), "released": msek("0.5"), "plan": plan,
        "repaid": {"Utbildning": msek("0.5")}, "to_repay": {"Utbildning": {2013: msek("1.5"), 2014: msek(2)}},
        "year": 2013, "start": date(2010, 1, 1), "end": date(2013, 12, 31),
    }  # fmt: skip
    book.open_project("social", "Ärvt", decision=kf(2013, 2), **opened)


def _orebro_projects(book: Book) -> None:
    three_years = {"start": date(2014, 1, 1), "end": date(2016, 12, 31)}
    who = [("Utbildning", "Elevhälsan"), ("Social", "Barn")]
    even = {"Utbildning": (msek(3), 2017, 2019), "Social": (msek(3), 2017, 2019)}
    plans: dict[str, Any] = {
        "Lyckas": even,
        "Delvis": {"Skola": {2017: msek("2.4")}, "Social": {2017: msek("3.6")}},
        "Misslyckas": even,
        "Flyttas": {"Social": (msek(6), 2017, 2018)},
        "Ändras": {"Social": {2017: msek(3)}, "Skola": {2017: msek(3)}},
    }
    for project, plan in plans.items():
        frames = {2014: msek(2), 2015: msek(2), 2016: msek(2)}
        book.grant(
            "social", project, msek(6), board="Utbildning", financing="ur fonden", decision=ks(2014), plan=plan,
            participants=who, frames=frames, **three_years,
        )  # fmt: skip
    for project in ("Lyckas", "Delvis", "Misslyckas", "Flyttas"):
        for year in (2014, 2015, 2016):
            book.use(
                "social", msek(2), year=year, project=project, net_cost=msek(2), decision=kf(year + 1)
            )  # fmt: skip
    book.report_cost(
        "social", "Ändras", msek("2.5"), contributions=msek("0.7"), overheads=msek("0.1"), capitalised=msek("0.3"),
        depreciation=msek("0.1"), year=2014, decision=kf(2015),
    )  # fmt: skip
    book.use("social", msek("1.5"), year=2014, project="Ändras", decision=kf(2015))
    book.carry_over("Ändras", msek("0.5"), year=2014, decision=kf(2015))
    book.revise_plan("Ändras", {"Social": {2017: msek(4)}, "Skola": {2018: msek(3)}}, reason="Fler", decision=ks(2015))
    book.amend_grant("Ändras", msek(1), reason="Fler elever", decision=ks(2015), frames={2015: msek(1)})
    book.amend_grant("Ändras", msek("-0.5"), reason="Färre", decision=ks(2015), frames={2016: msek("-0.5")})
    move = {2015: msek("-0.25"), 2016: msek("0.25")}
    book.amend_grant("Ändras", 0, reason="Senare start", decision=ks(2015), frames=move)
    book.use("social", msek("3.25"), year=2015, project="Ändras", net_cost=msek(4), decision=kf(2016))
    book.correct(seq_of(book, "used", -1), reason="Fel belopp", decision=kf(2016))
    book.use("social", msek("2.25"), year=2015, project="Ändras", net_cost=msek(4), decision=kf(2016))
    book.release("Ändras", msek("0.5"), year=2016, decision=kf(2016), frames={2015: msek("0.2"), 2016: msek("0.3")})
    book.repay("Ärvt", "Utbildning", effect_year=2013, frame_year=2014, decision=kf(2014))
    book.use("social", msek("1.2"), year=2014, project="Ärvt", net_cost=msek("1.25"), decision=kf(2015))
    book.close_project("Ärvt", year=2014, decision=kf(2015))


def _orebro_repayments(book: Book) -> None:
    successors = {"Social väst": Fraction(1, 3), "Social öst": "2/3"}
    book.reorganise(
        "Social", successors=successors, last_day=date(2017, 12, 31), reason="Två nämnder", decision=kf(2017)
    )
    book.waive("Ändras", "Skola", msek(1), reason="Skolan lades ned", decision=ks(2018))
    book.reassign("Ändras", "Skola", "Utbildning", msek("1.5"), reason="Elevhälsan flyttade", decision=ks(2018))
    for year in (2017, 2018, 2019):
        for board in ("Utbildning", "Social väst", "Social öst"):
            book.repay("Lyckas", board, effect_year=year, frame_year=year, decision=kf(year))
            if year < 2019 and board != "Utbildning":
                book.repay("Flyttas", board, effect_year=year, frame_year=year, decision=kf(year))
        for board, measured in (("Skola", "0.2"), ("Social väst", "0.7"), ("Social öst", "1.3")):
            if year == 2018:
                more = {"effect_year": 2018, "certificate": "Revisorn, dnr 7/2019", "decision": kf(2019)}
                book.measure("Delvis", board, msek(measured), **more)
        if year == 2019:
            for board in ("Utbildning", "Social väst", "Social öst"):
                book.measure("Misslyckas", board, 0, effect_year=2019, decision=kf(2019))
        book.record_result(year, msek(_OREBRO_RESULTS[year]))
        book.renew("social", result_year=year, decision=kf(year + 1))
        close_year(book, year, _OREBRO_RESULTS[year])
    for project in ("Lyckas", "Delvis", "Misslyckas", "Flyttas"):
        book.settle(project, frame_year=2020, decision=kf(2020))
    book.record_result(2020, msek(_OREBRO_RESULTS[2020]))
    book.renew("social", msek("0.01"), result_year=2020, decision=kf(2021))
    book.renew("social", result_year=2020, decision=kf(2021, 2))
    close_year(book, 2020, _OREBRO_RESULTS[2020])
    book.record_result(2021, msek(_OREBRO_RESULTS[2021]))


# Ale: two models in one book, sub-funds, a one-off refund, claims on units, policies that change


def ale(path: Path) -> None:
    """An AFA refund kept as history, a double model with sub-funds, lapsed money, losses borne and charged."""
    with made(path, "Ale kommun") as book:
        book.open_equity(2011, sek("310 000 000,07"), decision=kf(2012))  # nothing is said of earlier deficits
        book.record_result(2012, msek(25))
        chosen = {"repayment_floor_share": 0, "start_deadline_years": None, "end_limit_years_hard": None}
        first = presets.ale_2012.choose(loss_bearer="fund", presentation="strict", **chosen)
        book.create_fund("återföring", policy=first, decision=ks(2012))
        refund = {"source": "afa_refund", "result_year": 2012, "decision": ks(2012), "as_history": True}
        book.set_aside("återföring", msek(10), **refund)
        plan = {"Social": {2016: msek(2)}}
        common = {"board": "Utbildning", "financing": "ur fonden"}
        book.grant("återföring", "Tidigt", msek(2), decision=kf(2013), plan=plan, **common)
        book.use("återföring", msek(2), year=2013, project="Tidigt", net_cost=msek(2), decision=kf(2014))
        book.repay("Tidigt", "Social", effect_year=2016, frame_year=2016, decision=kf(2016))
        for year, result in ((2013, "2"), (2014, "-8"), (2015, "3"), (2016, "10"), (2017, "20")):
            figures = YearFigures(net_result=msek(result), realised_gains=sek("123 456,78"))
            book.year_end(year, figures).post()
        book.renew("återföring", result_year=2016, decision=kf(2017))
        double = presets.ale_double_2017.choose(presentation="inside")
        double = double.choose("A", set_aside_share="0.05", year_end_carry_over=True)
        double = double.choose("B", repayment_floor_share=0, loss_bearer="fund")
        book.create_fund("dubbel", policy=double, decision=kf(2017))
        book.set_aside_by_rule("dubbel", result_year=2017, subfund="A", decision=kf(2018))
        book.set_aside("dubbel", msek(5), source="accumulated_equity", subfund="B", decision=kf(2018))
        book.transfer("dubbel", msek("0.4"), from_subfund="B", to_subfund="A", decision=kf(2018))
        book.grant("dubbel", "Samverkan", sek("750 000,01"), subfund="A", decision=kf(2018), **common)
        book.use("dubbel", msek("0.5"), year=2018, project="Samverkan", net_cost=msek("0.6"), decision=kf(2019))
        with book.batch():
            book.change_purpose("dubbel", "Samverkan", subfund="A", decision=kf(2018))
            book.change_purpose("dubbel", "Tidiga insatser – med återföring", subfund="B", decision=kf(2018))
        _ale_losses(book)
        book.year_end(2018, YearFigures(net_result=msek(1))).post()


def _ale_losses(book: Book) -> None:
    lapsing = presets.reversal_textbook.choose(unused_grant_rule="lapse_to_equity", loss_bearer="implementing_unit")
    book.create_fund("bärs", policy=lapsing, decision=kf(2014))
    book.set_aside("bärs", msek(8), source="accumulated_equity", decision=kf(2014))
    benefiting = lapsing.choose(
        loss_bearer="benefiting_units", clawback_mode="after_rebase", reorganisation_rule="waive"
    )
    book.change_policy("bärs", policy=benefiting, valid_from=date(2015, 1, 1), decision=kf(2014))
    lasting = benefiting.choose(loss_bearer="fund", clawback_mode="negotiated", frame_lowered_permanently=True)
    book.change_policy("bärs", policy=lasting, valid_from=date(2016, 1, 1), decision=kf(2015))
    for project, year in (("Utföraren", 2014), ("Nyttan", 2015), ("Fonden", 2016)):
        plan = {"Social": {2017: msek(1)}, "Kultur & fritid": {2017: msek(1)}}
        book.grant("bärs", project, msek(2), board="Utb", financing="f", decision=kf(year), plan=plan)
        book.use("bärs", msek("1.75"), year=year, project=project, net_cost=msek(2), decision=kf(year + 1))
    book.release("Utföraren", msek("0.05"), year=2014, decision=kf(2015))
    for project, year in (("Utföraren", 2014), ("Nyttan", 2015), ("Fonden", 2016)):
        book.close_project(project, year=year, decision=kf(year + 1))
        for board, ore in (("Social", "0.25"), ("Kultur & fritid", "0")):
            book.measure(project, board, msek(ore), effect_year=2017, decision=kf(2017))
    book.repay("Nyttan", "Social", effect_year=2017, frame_year=2017, rebased=True, decision=kf(2017))
    book.repay("Fonden", "Social", msek("0.2"), effect_year=2017, frame_year=2017, decision=kf(2017))
    book.waive("Fonden", "Kultur & fritid", reason="Nämnden har inget kvar", decision=kf(2017, 8))
    book.correct(seq_of(book, "waived", -1), reason="Beslutet gällde en del", decision=kf(2017, 9))
    for project in ("Utföraren", "Nyttan", "Fonden"):
        book.settle(project, frame_year=2018, decision=kf(2017, 10))
    book.reopen_project("Fonden", reason="Ny mätning", decision=kf(2018))


# Sundsvall: frames outside equity, with and without a fund


def sundsvall(path: Path) -> None:
    """Appropriations, grants, uses and releases outside equity; a plan with a window; projects without any fund."""
    with made(path, "Sundsvalls kommun", entity_kind="municipality") as book:
        book.open_equity(2014, msek(2000), opening_deficits=[], decision=kf(2015))
        book.create_fund("social", policy=presets.sundsvall_2016, decision=kf(2015))
        book.set_aside(
            "social", msek(6), source="operating_frame", year=2016, decision=Decision.parse("KF 2015-06-22 § 243")
        )
        book.grant("social", "Ett år", msek("5.5"), board="KS", financing="ramen", decision=kf(2016))
        ram = presets.lulea.choose(legal_form="operating_frame")
        book.create_fund("ram", policy=ram, decision=kf(2015))
        for year in (2015, 2016, 2017):
            book.set_aside_by_rule("ram", result_year=year, decision=kf(year))
        book.grant("ram", "P", msek(3), board="BUN", financing="ramen", decision=kf(2015))
        book.amend_grant("P", msek(1), reason="Fler", decision=kf(2015))
        book.amend_grant("P", msek("-0.5"), reason="Färre", decision=kf(2015, 2))
        book.report_cost("ram", "P", msek("1.2"), contributions=msek("0.2"), year=2015, decision=kf(2016))
        book.use("ram", msek(1), year=2015, project="P", decision=kf(2016))
        book.carry_over("P", msek(1), year=2015, decision=kf(2016))
        book.release("P", msek("0.25"), year=2016, decision=kf(2016))
        book.close_project("P", year=2016, decision=kf(2017))
        book.use("social", msek(5), year=2016, project="Ett år", net_cost=msek("5.1"), decision=kf(2017))
        book.close_project("Ett år", year=2016, decision=kf(2017))
        book.create_fund("utan fond", policy=presets.plain_budget, decision=kf(2015))
        for year in (2015, 2016):
            cost = {"contributions": msek("0.4"), "overheads": msek("0.1")}
            book.report_cost("utan fond", "Prövat", msek(2), board="BUN", year=year, decision=kf(year + 1), **cost)
        window = presets.budget_textbook.choose(window=(2015, 2017), presentation="separate_decision")
        book.create_fund("avgränsad", policy=window, decision=kf(2015))
        book.open_fund("avgränsad", msek(10), year=2015, decision=kf(2015))
        book.grant("avgränsad", "Kort", msek("9.5"), board="SN", financing="fonden", decision=kf(2015))
        book.use("avgränsad", msek("9.4"), year=2016, project="Kort", net_cost=msek("9.4"), decision=kf(2017))
        for year, result in ((2015, "12"), (2016, "-30"), (2017, "31")):
            close_year(book, year, result, realised_gains=msek(1), taxes_and_grants=msek(5000))
        book.dissolve("avgränsad", reason="Löptiden är slut", decision=kf(2018))
        book.record_result(2018, 0)


# Reserves: RUR from 2013 to its end in 2033, RER from 2024, a fund that is met by it


def reserver(path: Path) -> None:
    """Both reserves allocated, used, lowered and dissolved; a fund met by the result reserve; a region."""
    with made(path, "Region Exempel", entity_kind="region", organisation_number="232100-0000") as book:
        decided = {"reserve_decision": Decision.parse("RF 2024-04-20 § 12")}
        opened = {"equalisation_reserve": msek(50), "decision": Decision.parse("RF 2022-04-20 § 7")}
        book.open_equity(2021, msek(1000), opening_deficits=[], **opened)
        base = {"taxes_and_grants": msek(2000), "pension_contingency": msek(100)}
        for allocated in ("12", "10"):  # stated anew, which lowers the allocation
            earlier = {"reserve_decision": Decision.parse("RF 2023-04-20 § 12")}
            figures = YearFigures(net_result=msek(60), reserve_allocated=msek(allocated), **base, **earlier)
            book.year_end(2022, figures).post()
        book.year_end(2023, YearFigures(net_result=msek("-20"), reserve_used=msek(20), **base, **decided)).post()
        book.record_result(2024, msek(90))
        book.close_year(2023, decision=Decision.parse("RF 2024-04-20 § 13"))
        policy = presets.result_reserve_2024.choose(presentation="added_back")
        council = Decision.parse("RF 2025-04-22 § 3")
        book.create_fund("rer", policy=policy, decision=council)
        book.set_aside("rer", msek(10), result_year=2024, decision=council)
        both = YearFigures(net_result=msek(90), reserve_allocated=msek(25), reserve_decision=council, **base)
        book.year_end(2024, both).post()
        book.grant("rer", "Navigator", msek(4), board="HSN", financing="RER", decision=council)
        book.amend_grant("Navigator", msek(1), reason="Fler", decision=council)
        use = {"year": 2025, "project": "Navigator", "decision": Decision.parse("RF 2026-04-22 § 3")}
        book.use("rer", msek("1.5"), net_cost=msek("1.5"), reason="Tidiga insatser", **use)
        book.use("rer", msek("0.5"), net_cost=msek("2.5"), reason="Vård\tnära", **use)
        book.release("Navigator", msek("0.5"), year=2026, decision=Decision.parse("RF 2026-04-22 § 3"))
        later = {"reserve_decision": Decision.parse("RF 2026-04-22 § 4")}
        loss = YearFigures(net_result=msek("-20"), equalisation_reserve_used=msek(18), **base, **later)
        book.year_end(2025, loss).post()
        book.record_result(2026, msek(3))
        end = Decision.parse("RF 2034-04-22 § 9")
        for year in range(2027, 2034):
            book.record_result(year, sek(year))
        book.dissolve_reserve("equalisation_reserve", msek(22), year=2033, decision=end)
        book.dissolve_reserve("result_reserve", msek(1), year=2033, decision=end)


# A federation with every figure, odd texts, the largest amounts, and equity below zero


def udda(path: Path) -> None:
    """Every key of the figures, own rows, texts that must be escaped, large amounts, equity below zero."""
    texts = 'Skäl: "citat", \\n som text,\tflik,\nny rad,\r vagnretur, å ä ö, é, ∑, 𝛑, 🏛'
    with made(path, "Räddningstjänsten\tÅ & Ö", entity_kind="federation") as book:
        council = Decision.parse("Direktionen 2020-04-29 § 12:b, dnr 2020/1-3", kept_at="närarkivet\tplan 2")
        book.open_equity(2018, sek("-9 999 999 999,99"), opening_deficits=[], decision=council)
        own = (OwnRow(label="Egen rad (PO)", amount=sek("-1,01")), OwnRow(label="Annan", amount=sek(3), citation="R 1"))
        ground = ExceptionalGround(amount=sek("2,50"), deficit_year=2019, reason=texts, decision=council)
        rows = {
            "realised_gains": "7,01", "realised_gains_exempt": "1,02", "realised_losses_exempt": "0,03",
            "unrealised_gains": "9,04", "unrealised_losses": "8,05", "unrealised_gains_reversed": "2,06",
            "unrealised_losses_reversed": "1,07", "taxes_and_grants": "900", "equity": "-9 999 999 999,99",
            "pension_contingency": "0,08", "budget_income": "901,09", "budget_cost": "900,10",
        }  # fmt: skip
        amounts: dict[str, Any] = {key: sek(text) for key, text in rows.items()}
        figures = YearFigures(
            net_result=sek("-41,11"), presentation="below", other_adjustments=own, exceptional_grounds=[ground],
            as_of=date(2019, 12, 31), **amounts,
        )  # fmt: skip
        book.year_end(2019, figures).post()
        book.correct(seq_of(book, "result_recorded"), reason=texts, decision=council)
        book.record_result(2019, sek("-40,11"), decision=council)
        book.adjust_equity(2020, sek("10 000 000 000 000"), reason=texts, decision=council)
        book.adjust_equity(2020, sek("0,01"), reason="Ett öre", decision=council)
        book.record_result(2020, sek("9 876 543 210,12"))
        book.year_end(2020, YearFigures(net_result=sek("9 876 543 210,12"), voluntarily_restored=sek("2,50"))).post()
        book.close_year(2020, decision=Decision.parse("Direktionen 2021-04-27 § 3"))
        name = "fond 'ett'\t\\ två"
        policy = Policy(
            name="egen riktlinje\n", source=texts, use_without_project=True, overhead_in_net_cost=True,
            recognition="decision_year", gl_treatment="sub_account", presentation="grounds",
            set_aside_above_surplus=True,
        )  # fmt: skip
        book.create_fund(name, policy=policy, decision=Decision.parse("Direktionen 2021-04-27 § 4"))
        book.set_aside(name, sek("5,05"), result_year=2020, decision=Decision.parse("Direktionen 2021-04-27 § 5"))
        book.use(name, sek("0,06"), year=2021, decision=Decision.parse("Direktionen 2022-04-27 § 5"))
        proposed = Decision.parse("Direktionen 2022-04-27 § 6", state="final")
        book.dissolve(name, sek("0,07"), reason=texts, year=2021, decision=proposed)
        book.correct(seq_of(book, "dissolved"), reason=texts, decision=proposed)
        book.record_result(2021, sek("-0,01"))


BOOKS: Final = (tomelilla, orebro, ale, sundsvall, reserver, udda)


def known_kinds() -> Iterator[str]:
    """Every kind of event that the library knows, with its version."""
    yield from sorted(f"{kind} {version}" for kind, version in EVENT_TYPES)


def main(folder: Path) -> None:
    """Make every book in a new folder, with what it prints beside it, and the list of kinds."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "store"))
    from what_books_print import kinds, records_text, tables_text

    folder.mkdir(parents=True)  # never over what is there
    held: set[str] = set()
    for make in BOOKS:
        path = folder / f"{make.__name__}.sifund"
        make(path)
        with open_book(path) as book:
            held |= kinds(book)
            for name, text in (("records", records_text(book)), ("tables", tables_text(book))):
                path.with_suffix(f".{name}.txt").write_bytes(text.encode())
    missing = sorted({*known_kinds()} - held)
    if missing:
        raise SystemExit(f"no book holds {', '.join(missing)}")
    (folder / "kinds.txt").write_bytes("".join(f"{kind}\n" for kind in known_kinds()).encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
