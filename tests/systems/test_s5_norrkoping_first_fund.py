"""S5, Norrköping 2010: social efforts are treated as other investments: need, calculation, follow-up (188–214).

MSEK: 40.0 of earlier equity; Insteg asks for 4.5 on a need that is documented, a calculation of 5.2 in three years,
and two days of follow-up; an association alone hands in an idea, which is held against the same list.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

LINES = """
equity open BOOK 2010 --amount 900 --unit mkr --opening-deficits inga --decision "KF 2011-04-22 § 1"
fund create BOOK social --policy norrkoping_2010 --decision "KF 2011-04-22 § 1"
fund set-aside BOOK social --amount 40 --unit mkr --source accumulated_equity --decision "KF 2011-04-22 § 2"
programme adopt BOOK norrkoping --fund social --valid-from 2011-01-01 --decision "KF 2011-04-22 § 3"
project stage BOOK Insteg --stage idea --day 2011-05-02 --by "enhetschef Försörjning" --level unit
project declare BOOK Insteg --day 2011-08-15 --fund social --sought 4.5 --effect 5.2 --unit mkr --no-reinforcement \
 --is-new --calculable --measurable
project join BOOK Insteg --participant Social --operation Försörjning --day 2011-08-15
project join BOOK Insteg --participant Utbildning --operation Vuxenutbildning --day 2011-08-15
project stage BOOK Insteg --stage prepared --day 2011-08-30 --by ekonomichef --documents "Behovsanalys, KS-605/2010"
project effect BOOK Insteg --lines 2013:Social:avoided:short:1700000 --lines 2014:Social:avoided:short:1700000 \
 --lines 2015:Social:avoided:long:1800000 --by controller --day 2011-09-01
project stage BOOK Insteg --stage applied --day 2011-09-15 --by "förvaltningschef Social"
project stage BOOK Insteg --stage granted --day 2011-10-24 --by KF --level council --decision "KF 2011-10-24 § 141"
project grant BOOK Insteg --fund social --amount 4.5 --unit mkr --board Social --financing "ur fonden" \
 --plan Social:2013=1.7,2014=1.7,2015=1.8 --start 2011-11-01 --end 2013-10-31 --decision "KF 2011-10-24 § 141"
goal milestone BOOK --about Insteg --milestone Halvtidsuppföljning --what report --due 2012-11-30 --reached 2012-11-26
goal milestone BOOK --about Insteg --milestone Utvärdering --what evaluation --due 2014-05-31
project stage BOOK Språkcafé --stage idea --day 2011-06-10 --by "Röda Korset" --level outside
project join BOOK Språkcafé --participant "Röda Korset" --as-what civil_society --day 2011-06-10
project declare BOOK Språkcafé --day 2011-06-10 --fund social --sought 0.6 --unit mkr --no-reinforcement
"""


def by_python() -> Book:
    book = new_book(2010, "900", {})
    book.create_fund("social", policy=presets.norrkoping_2010, decision=kf(2011))
    book.set_aside("social", msek("40"), source="accumulated_equity", decision=kf(2011, 2))
    book.adopt_programme("social", programme="norrkoping", valid_from="2011-01-01", decision=kf(2011, 3))
    book.reach_stage("Insteg", "idea", day="2011-05-02", by="enhetschef Försörjning", level="unit")
    book.declare_application(
        "Insteg", day="2011-08-15", fund="social", sought=msek("4.5"), effect=msek("5.2"), reinforcement=False,
        is_new=True, calculable=True, measurable=True,
    )  # fmt: skip
    for board, unit in (("Social", "Försörjning"), ("Utbildning", "Vuxenutbildning")):
        book.join_project("Insteg", board, operation=unit, day="2011-08-15")
    book.reach_stage("Insteg", "prepared", day="2011-08-30", by="ekonomichef", documents=["Behovsanalys, KS-605/2010"])
    yearly = (("2013", "short", "1700000"), ("2014", "short", "1700000"), ("2015", "long", "1800000"))
    lines = [f"{year}:Social:avoided:{term}:{amount}" for year, term, amount in yearly]
    book.calculate_effect("Insteg", lines, by="controller", day="2011-09-01")
    book.reach_stage("Insteg", "applied", day="2011-09-15", by="förvaltningschef Social")
    decided = "KF 2011-10-24 § 141"
    book.reach_stage("Insteg", "granted", day="2011-10-24", by="KF", level="council", decision=decided)
    book.grant(
        "social", "Insteg", msek("4.5"), board="Social", financing="ur fonden", decision=decided,
        plan={"Social": {2013: msek("1.7"), 2014: msek("1.7"), 2015: msek("1.8")}}, start="2011-11-01",
        end="2013-10-31",
    )  # fmt: skip
    followed = {"what": "report", "due": "2012-11-30", "reached": "2012-11-26"}
    book.set_milestone("Insteg", "Halvtidsuppföljning", **followed)
    book.set_milestone("Insteg", "Utvärdering", what="evaluation", due="2014-05-31")
    book.reach_stage("Språkcafé", "idea", day="2011-06-10", by="Röda Korset", level="outside")
    book.join_project("Språkcafé", "Röda Korset", as_what="civil_society", day="2011-06-10")
    book.declare_application("Språkcafé", day="2011-06-10", fund="social", sought=msek("0.6"), reinforcement=False)
    return book


def test_the_list_that_an_application_is_held_against(console: Console):
    """I9, I10, I14: the calculation covers the grant, 5.2 of 4.5; each point is kept, or named with its source."""
    book = by_python()
    console.same_book(book, LINES)
    listed = console.done("programme show book.sifund eligibility --project Insteg")
    assert listed.count("uppfylld") == 5
    assert listed.count("KS-605/2010") == 5
    assert row_of(listed, "Minst 2 verksamheter ska delta")[:2] == ["uppfylld", "Antal: 2."]
    status, idea, err = console("programme show book.sifund eligibility --project Språkcafé --lang en")
    assert row_of(idea, "At least 2 operations")[:2] == ["breached", "Number: 0."]
    assert (status, "At least 2 operations are to take part" in err, "RULE_NOT_STATED" in err) == (0, True, True)


def test_the_evaluation_is_called_for_and_the_calculation_stands_beside_the_plan(console: Console):
    book = by_python()
    console.same_book(book, LINES)
    calendar = console.done("programme show book.sifund calendar --day 2014-06-30")
    assert row_of(calendar, "Insteg  Halvtidsuppföljning")[-1] == "hållen"
    assert row_of(calendar, "Insteg  Utvärdering")[-1] == "missad"
    effects = console.done("programme show book.sifund effects --project Insteg")
    assert [row_of(effects, str(year))[-2] for year in (2013, 2014, 2015)] == ["1 700 000", "1 700 000", "1 800 000"]
    assert book.project("Insteg").to_repay == msek("5.2")
