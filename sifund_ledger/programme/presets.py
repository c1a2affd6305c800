"""Programmes of real municipalities (förlagor till programregler): each rule with its source.

A rule refuses where the guideline says what is required; what it says is preferred is told, and refuses nothing. What a
source does not say is not there. "The thesis" is Larsson & Södergren, *Budget – ett hinder för ett minskat
utanförskap?* (University of Gothenburg, 2016).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sifund_ledger.programme.events import RuleText

_THESIS: Final = "Larsson & Södergren, Budget – ett hinder för ett minskat utanförskap? (2016)"


class ProgrammePreset(NamedTuple):
    """A programme as a municipality has it: its name, and its rules."""

    name: str
    rules: tuple[RuleText, ...]


def _must(code: str, source: str, value: str = "") -> RuleText:
    return (code, value, source, True)


def _should(code: str, source: str, value: str = "") -> RuleText:
    return (code, value, source, False)


_ALE: Final = f"{_THESIS}, om Ale"
_OREBRO: Final = "Örebro kommun, Riktlinjer för sociala investeringar, Ks 954/2016"
_TOMELILLA: Final = f"{_THESIS}, om Tomelilla"
_NORRKOPING: Final = f"{_THESIS}; Norrköpings kommun, KS-605/2010"
_LULEA: Final = "Luleå kommun, Sociala investeringsmedel (webbplatsen)"
_PITEA: Final = "Piteå kommun, Utvärdering sociala investeringsfonden (2016)"
_MALMO: Final = "Malmö stad, fonden för hemlösa, KF 2013-03-21"
_SKANE: Final = "Region Skåne, Sociala investeringsmedel (webbplatsen)"
_GAVLEBORG: Final = "Region Gävleborg, Kriterier för att ansöka om sociala investeringsmedel"
_GULLSPANG: Final = "Gullspångs kommun, Riktlinjer för socioekonomisk fond"

PROGRAMMES: Final = {
    each.name: each
    for each in (
        ProgrammePreset("ale", (
            _must("pays_back", _ALE, "1"), _should("first_effect_years", _ALE, "3"), _must("exit_plan", _ALE),
            _should("operations", _ALE, "2"),
        )),
        ProgrammePreset("orebro", (
            _must("boards_or_civil", _OREBRO, "2"), _must("complement", _OREBRO), _must("calculable", _OREBRO),
            _must("pays_back", _OREBRO, "1"), _must("no_company_alone", _OREBRO), _should("new", _OREBRO),
            _should("measurable", _OREBRO), _should("max_years", _OREBRO, "3"),
        )),
        ProgrammePreset("tomelilla", (_should("operations", _TOMELILLA, "2"), _should("new", _TOMELILLA))),
        ProgrammePreset("norrkoping", (
            _must("complement", _NORRKOPING), _should("new", _NORRKOPING), _should("operations", _NORRKOPING, "2"),
            _should("calculable", _NORRKOPING), _should("measurable", _NORRKOPING),
        )),
        ProgrammePreset("lulea", (
            _must("large_operations", _LULEA, "2"), _must("max_years", _LULEA, "3"),
            _must("small_months", _LULEA, "12"), _must("small_cap", _LULEA, "50000000"),
            _should("application_days", _LULEA, "04-15,10-15"),
        )),
        ProgrammePreset("pitea", (_should("target_age", _PITEA, "0-19"), _should("measurable", _PITEA))),
        ProgrammePreset("malmo", (_must("operations", _MALMO, "2"), _must("calculable", _MALMO))),
        ProgrammePreset("region_skane", (_must("co_financing", _SKANE, "3/10"),)),
        ProgrammePreset("gavleborg", (
            _must("actors", _GAVLEBORG, "2"), _must("endorsed", _GAVLEBORG), _must("co_financing", _GAVLEBORG, "1/2"),
            _must("yearly_cap", _GAVLEBORG, "50000000"), _must("max_years", _GAVLEBORG, "3"),
            _must("complement", _GAVLEBORG), _must("measurable", _GAVLEBORG),
        )),
        ProgrammePreset("gullspang", (_must("effect_period", _GULLSPANG), _should("target_age", _GULLSPANG, "0-29"))),
    )
}  # fmt: skip
"""The programmes that can be named."""
