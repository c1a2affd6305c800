"""Figures proposed from a general ledger as a figures file to go on with (förslag till uppgiftsfil), in TOML.

What the ledger gives stands as a key with the accounts it comes from; what it cannot give stands as a comment, so that
the file can be read as it is and completed line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from sifund_ledger.amounts import DECIMAL_MARK, ORE_PER_UNIT, Language, Unit, canonical_amount, format_amount, round_ore
from sifund_ledger.balance.figures.figure import Figure
from sifund_ledger.balance.figures.figure_kinds import FISCAL_YEAR, SIGNED, StatementKind
from sifund_ledger.balance.figures.year_figures import BASES, FIGURES, STATEMENT_ROWS, YearFigures, figure_of
from sifund_ledger.balance.reserves.reserves import FIRST_YEAR_OF, Closings, accounts_of, opening_key, use_key
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.escapes import toml_string
from sifund_ledger.exchange.statements.figures_file import parse_figures
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.general_ledger.findings import FIGURES_IN_UNIT
from sifund_ledger.general_ledger.proposed_figures import ProposedFigure, ProposedFigures
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rows import row_name
from sifund_ledger.money import from_ore
from sifund_ledger.table import word_of

_BUDGET: Final = ("budget_income", "budget_cost")
_OPENINGS: Final = ("reserve_before", "equalisation_reserve_before")
_MOST_ACCOUNTS: Final = 8
_WORDS: Final = {
    "head": Bilingual(
        "Förslag ur huvudboken. Granska varje uppgift; det som saknas i huvudboken står som kommentar.",
        "Proposed from the general ledger. Check every figure; what the ledger lacks stands as a comment.",
    ),
    "kind": Bilingual("eller region, federation (kommunalförbund)", "or region, federation (kommunalförbund)"),
    "opening": Bilingual(
        'ange [{ year = 2012, left = "5" }], eller [] om inget underskott återstår',
        'state [{ year = 2012, left = "5" }], or [] if no deficit is left',
    ),
    "missing": Bilingual("Saknas i huvudboken; ange det som gäller:", "Missing from the ledger; state what applies:"),
    "negative": Bilingual("negativt, granska kontona", "negative, check the accounts"),
    "moved": Bilingual("kontonas förändring under året, bedöm", "what the accounts changed by, judge it"),
    "rolls": Bilingual("följer av året före", "follows from the year before"),
    "differs": Bilingual(
        "stämmer när reservens förändring året före är angiven",
        "agrees once what the reserve changed by the year before is stated",
    ),
    "first": Bilingual("reserven är ny det året och kan inte ha någon balans", "new that year: it holds nothing yet"),
    "unknown": Bilingual("lagen har ingen sådan rad det året", "the law has no such row that year"),
    "part": Bilingual("filerna omfattar en del av året", "the files cover a part of the year"),
    "accounts": Bilingual("konton", "accounts"),
    "rounded": Bilingual("avrundat från {ore} kr", "rounded from {ore} kr"),
    "earmarked": Bilingual(
        "Öronmärkt för {name}: ingående {opening}, förändring {moved}, utgående {ore} kr",
        "Earmarked for {name}: opening {opening}, change {moved}, closing {ore} kr",
    ),
    "project": Bilingual("Projektet {name}, nettokostnad: {ore} kr", "The project {name}, net cost: {ore} kr"),
}  # fmt: skip


def proposed_to_toml(
    proposed: Sequence[ProposedFigures], *, entity: str = "", language: Language = "sv", unit: Unit = "kr"
) -> str:
    """A figures file in TOML with the figures that a general ledger proposes, a year for each proposal.

    A figure that the file cannot hold (a negative magnitude, a row that the year's law does not have, a reserve whose
    balance follows from the year before or, until it is stated what the reserve changed by, contradicts it) is a
    comment with its reason. Nothing is said of opening deficits (R5), which a statement then warns of. In ``tkr`` or
    ``mkr`` each figure is rounded once, to a whole ``unit``, and its line says from what; in ``kr`` it has its öre.
    Raises :class:`~sifund_ledger.errors.UnreadableInput` for a year that no figures file can have.

    >>> from sifund_ledger.general_ledger import ProposedFigure
    >>> figure = ProposedFigure("net_result", -150000, (("50110", 10150000), ("80110", -10000000)))
    >>> proposed = ProposedFigures(2013, (figure,), (), (), (), ledger=None)
    >>> print(proposed_to_toml([proposed], entity="Exempelby").splitlines()[8])
    net_result = "-1500"  # 50110, 80110
    """
    _require_fiscal_years(proposed)
    writer = _Writer(language, unit)
    lines = [
        f"# {writer.word('head')}",
        f"entity = {_string(entity)}",
        f'entity_kind = "municipality"  # {writer.word("kind")}',
        f'unit = "{unit}"',
        f"# opening_deficits = []  # {writer.word('opening')}",
    ]
    for each in sorted(proposed, key=lambda figures: figures.year):
        lines += ["", "[[year]]", *writer.year(each)]
    text = "\n".join(lines) + "\n"
    parse_figures(text, format="toml", name="figures.toml")
    return text


def _require_fiscal_years(proposed: Sequence[ProposedFigures]) -> None:
    """Raise for a year that no figures file can have, at the year: nobody has the file that is being written."""
    for each in proposed:
        try:
            FISCAL_YEAR.read(each.year, str(each.year), KRONOR)
        except Refused as refusal:
            raise UnreadableInput(refusal.findings) from None


def completed_by(proposed: ProposedFigures) -> tuple[Figure, ...]:
    """What a figures file may state of the year, where what it leaves out is what the general ledger proposes.

    For :func:`~sifund_ledger.exchange.parse_figures`, as its ``table``: what is stated beats what is proposed. Of files
    that cover a part of the year nothing is taken.
    """
    writer = _Writer("sv")
    there = {
        each.key: from_ore(each.ore)
        for each in (() if proposed.covered else proposed.figures)
        if each.ore is not None and not writer.reason(each.key, each.ore, proposed.year)
    }
    return tuple(replace(figure, default=there.get(figure.name, figure.default)) for figure in FIGURES)


def figure_name(key: str, year: int, language: Language = "sv") -> str:
    """What a figure of the figures file is called in a year (uppgiftens namn).

    >>> figure_name("reserve_used", 2013), figure_name("equity", 2013, "en")
    ('Användning av medel från resultatutjämningsreserv', 'equity at the close of the year')
    """
    title = figure_of(key).title
    return title.words(language) if title else row_name(key, year, language)


def in_unit(ore: int, unit: Unit) -> int:
    """An amount of the ledger, öre, rounded to whole tkr or mkr, half away from zero; in kr as it is.

    >>> in_unit(123_456_789, "tkr"), in_unit(-150_000, "tkr"), in_unit(123_456_789, "kr")
    (123500000, -200000, 123456789)
    """
    return ore if unit == "kr" else round_ore(ore, step=ORE_PER_UNIT[unit])


def rounded_in(proposed: Sequence[ProposedFigures], unit: Unit) -> Iterator[Finding]:
    """How many figures of each year are rounded where they are written in a unit."""
    for each in proposed:
        exact = [figure.ore for figure in each.figures if figure.ore is not None]
        count = sum(in_unit(ore, unit) != ore for ore in exact)
        if count:
            yield FIGURES_IN_UNIT.at(str(each.year), year=each.year, count=count, unit=unit)


class _Writer:
    def __init__(self, language: Language, unit: Unit = "kr") -> None:
        word_of(language, DECIMAL_MARK, "language")
        word_of(unit, ORE_PER_UNIT, "unit")
        self.language, self.unit = language, unit
        self.closings: Closings = {}

    def word(self, key: str) -> str:
        """A text in the language chosen."""
        return _WORDS[key].words(self.language)

    def year(self, proposed: ProposedFigures) -> Iterator[str]:
        """The lines of a year: what is proposed, what is missing, what earmarks and projects have."""
        year = proposed.year
        yield f"year = {year}"
        if proposed.covered:
            yield f'kind = "{StatementKind.INTERIM.value}"  # {self.word("part")}'
            yield f"as_of = {proposed.covered.isoformat()}"
        given: set[str] = set()
        openings: dict[str, Any] = {}
        moved: list[str] = []
        for figure in proposed.figures:
            if figure.ore is not None:
                given.add(figure.key)
                ore = in_unit(figure.ore, self.unit)
                reason = self.reason(figure.key, ore, year)
                if figure.key in _OPENINGS and not reason:
                    openings[figure.key] = from_ore(ore)
                yield self._figure(figure.key, ore, figure, reason)
                moved += self._moved(figure, given, year)
        self._carry(year, openings)
        yield f"# {self.word('missing')}"
        yield from moved
        for key in (*STATEMENT_ROWS, *BASES):
            if key not in given and key not in _BUDGET and figure_of(key).in_law(year):
                yield f'# {key} = ""  # {figure_name(key, year, self.language)}'
        for key, several in (("earmarked", proposed.earmarks), ("project", proposed.projects)):
            for each in (each for each in several if each.ore is not None):
                amounts = {
                    "ore": format_amount(each.ore or 0), "opening": format_amount(each.opening_ore),
                    "moved": format_amount(each.moved_ore),
                }  # fmt: skip
                remark = self.word(key).format(name=_plain(each.key), **amounts)
                yield f"# {remark}{self._sources(each, ' – ')}"

    def _figure(self, key: str, ore: int, figure: ProposedFigure, reason: str) -> str:
        line = f"{key} = {_string(canonical_amount(ore, self.unit))}"
        remarks = [reason] if reason else []
        if figure.ore is not None and ore != figure.ore:
            remarks.append(self.word("rounded").format(ore=format_amount(figure.ore, language=self.language)))
        if remarks:
            line = f"{line}  # {'; '.join(remarks)}"
        return f"{'# ' if reason else ''}{line}{self._sources(figure, '; ' if remarks else '  # ')}"

    def reason(self, key: str, ore: int, year: int) -> str:
        """Why a figure can only be a comment; empty where it can stand."""
        if not figure_of(key).in_law(year):
            return self.word("unknown")
        if ore < 0 and figure_of(key).kind is not SIGNED:
            return self.word("negative")
        if key in _OPENINGS:
            return self._opening_reason(_reserve_of(key, year), ore, year)
        return ""

    def _opening_reason(self, reserve: Reserve, ore: int, year: int) -> str:
        if ore and year == FIRST_YEAR_OF[reserve]:
            return self.word("first")
        carried = self.closings.get((reserve, year - 1))
        if carried is None:
            return ""
        return self.word("rolls" if ore == carried else "differs")

    def _carry(self, year: int, openings: dict[str, Any]) -> None:
        """Carry the reserves on as the statement will: nothing is stated of what moved, so they close as they open."""
        if FIRST_YEAR <= year <= LAST_YEAR:  # another year is refused when the file is read
            stated = YearFigures(year=year, net_result=from_ore(0), **openings)
            accounts_of(stated, year, self.closings)

    def _moved(self, figure: ProposedFigure, given: set[str], year: int) -> Iterator[str]:
        """What a reserve's accounts changed by, which may be an allocation or a use: a comment that can be taken."""
        ore = -sum(part.moved for part in figure.parts) if figure.key in _OPENINGS else 0
        if ore < 0 or (ore and figure.key == "reserve_before"):  # from 2024 nothing is allocated to RUR
            key = "reserve_allocated" if ore > 0 else use_key(_reserve_of(figure.key, year), year)
            given.add(key)
            amount = _string(canonical_amount(in_unit(abs(ore), self.unit), self.unit))
            reason = self.word("moved" if figure_of(key).in_law(year) else "unknown")
            yield f"# {key} = {amount}  # {reason}{self._sources(figure, '; ')}"

    def _sources(self, figure: ProposedFigure, before: str) -> str:
        numbers = [_plain(number) for number, _ in figure.accounts]
        if not numbers:
            return ""
        listed = ", ".join(numbers[:_MOST_ACCOUNTS])
        rest = f" … ({len(numbers)} {self.word('accounts')})" if len(numbers) > _MOST_ACCOUNTS else ""
        return f"{before}{listed}{rest}"


def _reserve_of(key: str, year: int) -> Reserve:
    return next(each for each in Reserve if opening_key(each, year) == key and FIRST_YEAR_OF[each] <= year)


def _plain(text: str) -> str:
    """Text that a comment can hold, on one line."""
    return "".join(character if character.isprintable() else " " for character in text)


def _string(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return toml_string(_plain(text))
