"""The programmes of nine municipalities and regions: what each refuses, what each flags, by the source of each rule.

An application that keeps every rule is made; then one thing at a time is otherwise, and the rule about it alone is
found: a refusal where the guideline says what is required, a warning where it says what is preferred.
"""

from __future__ import annotations

from typing import Any

import pytest
from programme_books import fund_book, msek
from two_roads import Printed, posted, typed

from sifund_ledger import Book, Refused
from sifund_ledger.programme.presets import PROGRAMMES

REFUSED = {
    "ale": {"pays_back", "exit_plan"},
    "orebro": {"boards_or_civil", "complement", "calculable", "pays_back", "no_company_alone"},
    "tomelilla": set(),
    "norrkoping": {"complement"},
    "lulea": {"large_operations", "max_years", "small_months", "small_cap"},
    "pitea": set(),
    "malmo": {"operations", "calculable"},
    "region_skane": {"co_financing"},
    "gavleborg": {
        "actors", "endorsed", "co_financing", "yearly_cap", "max_years", "complement", "measurable",
    },
}  # fmt: skip
FLAGGED = {
    "ale": {"first_effect_years", "operations"},
    "orebro": {"new", "measurable", "max_years"},
    "tomelilla": {"operations", "new"},
    "norrkoping": {"new", "operations", "calculable", "measurable"},
    "lulea": {"application_days"},
    "pitea": {"target_age", "measurable"},
    "malmo": set(),
    "region_skane": set(),
    "gavleborg": set(),
}
"""As the funds' sources say: what is read into a text, or preferred, is flagged; what was not seen is not there."""
KEPT: dict[str, Any] = {
    "sought": msek("0.4"), "effort": msek("1"), "co_financing": msek("0.6"), "effect": msek("0.4"),
    "start": "2018-06-01", "end": "2019-04-30", "first_effect": 2019, "effect_until": 2022, "ages": (5, 15),
    "reinforcement": False, "is_new": True, "calculable": True, "measurable": True, "small": False,
    "exit_plan": "Övertas av Skola 2020", "endorsed_by": "verksamhetschefen",
}  # fmt: skip
BOTH = (("Skola", "board", "Elevhälsan"), ("Social", "board", "Öppenvården"))
ALONE = BOTH[:1]
OTHERWISE: dict[str, dict[str, Any]] = {
    "complement": {"reinforcement": True},
    "new": {"is_new": False},
    "calculable": {"calculable": False},
    "measurable": {"measurable": False},
    "pays_back": {"effect": msek("0.39")},
    "first_effect_years": {"first_effect": 2022},
    "exit_plan": {"exit_plan": " "},
    "endorsed": {"endorsed_by": " "},
    "co_financing": {"sought": msek("0.75"), "co_financing": msek("0.25"), "end": "2021-05-31"},
    "max_years": {"end": "2022-05-31"},
    "small_months": {"small": True, "end": "2019-06-30"},
    "small_cap": {"small": True, "sought": msek("0.51")},
    "yearly_cap": {"sought": msek("0.6"), "effort": msek("2")},
    "target_age": {"ages": (5, 20)},
    "application_days": {"applied": "2018-04-16"},
    "operations": {"joining": ALONE},
    "large_operations": {"joining": ALONE},
    "boards_or_civil": {"joining": ALONE},
    "actors": {"joining": ALONE},
    "no_company_alone": {"joining": (*ALONE, ("Bolaget AB", "company", ""))},
}
BREACHED_TOO = {"no_company_alone": {"boards_or_civil"}}
"""A board with a company alone is neither two boards nor one with civil society."""


def rules(name: str) -> dict[str, bool]:
    return {code: refuses for code, _, _, refuses in PROGRAMMES[name].rules}


def applied(name: str, *, joining: Any = BOTH, applied: str = "2018-04-15", **declared: Any) -> Book:
    book = fund_book(programme=name, year=2018)
    for who, kind, unit in joining:
        book.reach_stage("Navigator", "idea", day="2018-01-05", by="kurator")
        book.join_project("Navigator", who, as_what=kind, operation=unit, day="2018-01-10")
    book.declare_application("Navigator", day="2018-01-10", fund="social", **{**KEPT, **declared})
    book.reach_stage("Navigator", "applied", day=applied, by="rektor")
    return book


def granted(book: Book) -> tuple[set[str], set[str]]:
    """The sentences of the rules that refuse a grant, and of those that flag it."""
    before = len(book.warnings)
    try:
        book.reach_stage("Navigator", "granted", day="2018-05-20", by="KF", decision="KF 2018-05-20 § 7")
    except Refused as refusal:
        return {str(dict(each.values)["rule"].en) for each in refusal.findings}, set()
    return set(), {str(dict(each.values)["rule"].en) for each in book.warnings[before:] if each.code == "RULE_BREACHED"}


@pytest.mark.parametrize("name", REFUSED)
def test_what_refuses_and_what_flags_is_what_the_source_says(name):
    of = rules(name)
    assert {code for code, refuses in of.items() if refuses} == REFUSED[name]
    assert {code for code, refuses in of.items() if not refuses} == FLAGGED[name]
    assert all(source for _, _, source, _ in PROGRAMMES[name].rules)


@pytest.mark.parametrize("name", REFUSED)
def test_an_application_that_keeps_every_rule_is_granted(name):
    assert granted(applied(name)) == (set(), set())


@pytest.mark.parametrize(("name", "code"), [(name, code) for name in REFUSED for code in rules(name)])
def test_each_rule_alone_refuses_or_flags(name, code):
    book = applied(name, **OTHERWISE[code])
    said = {each.code: each.rule.en for each in _held(book)}
    breached = {said[each] for each in {code, *BREACHED_TOO.get(code, ())}}
    assert granted(book) == ((breached, set()) if code in REFUSED[name] else (set(), breached))


def _held(book: Book) -> Any:
    from sifund_ledger.programme.application import application_of
    from sifund_ledger.programme.eligibility import held, programme_for

    state = book.programme.state
    programme = programme_for(state, "Navigator")
    assert programme is not None
    return held(application_of(state, "Navigator"), programme)


@pytest.mark.parametrize("name", REFUSED)
def test_the_protocol_of_an_application_on_the_command_line(name, tmp_path, capsys):
    path, printed = tmp_path / "bok.sifund", Printed(capsys)
    fund_book(path, year=2018).close()
    typed(
        path, "programme adopt", name, "--fund", "social", "--valid-from", "2018-01-01", "--decision",
        "KF 2018-04-22 § 2",
    )  # fmt: skip
    posted(path, 'gör = "redovisa_ansökan"\nprojekt = "Navigator"\ndag = 2018-01-10\nfond = "social"\nny = true')
    rows = printed.tables("programme", "show", str(path), "eligibility", "--project", "Navigator", code=_code(name))
    (protocol,) = rows.values()
    assert len(protocol) == len(rules(name))
    assert sum(row["refuses"] == "yes" for row in protocol) == len(REFUSED[name])
    assert all(row["source"] for row in protocol)


def _code(name: str) -> int:
    """Nothing but that it is new is declared: what a rule asks for and is not stated is refused as what breaches it."""
    return 1 if REFUSED[name] else 0
