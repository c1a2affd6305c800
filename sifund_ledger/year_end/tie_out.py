"""The tie-out page of a year-end (avstämning): each figure wherever it stands, its difference, a place to sign.

What the book and its note have, what the statement has, and what the general ledger has; beside it the amounts behind
Kolada's key figures. Amounts are öre; a book stands for itself with what the year-end is about to post (R25).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Language, round_ore
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, text
from sifund_ledger.general_ledger.proposed_figures import ProposedFigure, ProposedFigures
from sifund_ledger.law.reserves import Reserve, open_reserve
from sifund_ledger.money import from_ore
from sifund_ledger.table import Printed, Row, Table
from sifund_ledger.year_end.against_ledger import accounts_of
from sifund_ledger.year_end.compared import COMPARED, EARMARK, greatest_difference, words_of
from sifund_ledger.year_end.run import YearEnd

_EMPTY: Final = ProposedFigure("", None)
TIE_OUT: Final = Form(
    "tie_out",
    Bilingual("Avstämning {year}", "Tie-out of {year}"),
    (
        text("words", "Uppgift", "Figure"),
        amount("book", "Bok och not", "Book and note"),
        amount("statement", "Utredning", "Statement"),
        amount("ledger", "Huvudbok", "General ledger"),
        amount("difference", "Skillnad", "Difference"),
        text("accounts", "Konton", "Accounts"),
        text("signed", "Signatur", "Signed"),
    ),
    (
        Bilingual(
            "Skillnaden är den största mot boken; en tom ruta är inte jämförd.",
            "The difference is the greatest from the book; an empty cell was not compared.",
        ),
    ),
)
KEY_FIGURES: Final = Form(
    "key_figures",
    Bilingual("Koladas nyckeltal {year}", "Kolada's key figures, {year}"),
    (
        text("code", "Nyckeltal", "Key figure"),
        text("words", "Avser", "About"),
        amount("amount", "Belopp", "Amount", "ore"),
        amount("per_inhabitant", "Kronor per invånare", "Kronor per inhabitant"),
    ),
    (
        Bilingual(
            "Beloppen är kommunens egna; Kolada räknar ur det som kommunen lämnat till SCB.",
            "The amounts are the municipality's own; Kolada takes those that it has reported to SCB.",
        ),
    ),
)


def _listed(form: Form, items: Sequence[Tie] | Sequence[KeyFigure], language: Language, year: int) -> Table:
    """A row for each item under its own code: what stands first in it has words."""
    rows = [Row(tuple(each.of(item) for each in form.fields), code=item.code) for item in items]
    return form.table(form.columns, rows, language, year=year)


class Tie(NamedTuple):
    """A figure wherever it stands, in öre; ``None`` where it does not stand, or is not known."""

    code: str
    words: Bilingual
    book_ore: int | None
    statement_ore: int | None
    ledger_ore: int | None
    accounts: str = ""
    signed: str = "______"

    @property
    def difference_ore(self) -> int | None:
        """The greatest difference from the book, or of the ledger from the statement; ``None`` if not compared."""
        there = [each for each in (self.book_ore, self.statement_ore, self.ledger_ore) if each is not None]
        return greatest_difference(there[0], there[1:]) if there else None


class KeyFigure(NamedTuple):
    """What is behind one of Kolada's key figures, öre; in all and, rounded, for each inhabitant."""

    code: str
    words: Bilingual
    ore: int
    per_inhabitant_ore: int | None


@dataclass(frozen=True, slots=True)
class TieOut(Printed):
    """The tie-out page of a year."""

    year: int
    ties: tuple[Tie, ...]
    key_figures: tuple[KeyFigure, ...]

    @property
    def differing(self) -> tuple[Tie, ...]:
        """The figures that differ."""
        return tuple(each for each in self.ties if each.difference_ore)

    @property
    def of_ledger(self) -> dict[str, Any]:
        """What the general ledger has of equity, the result, reserves and earmarks, in kronor, as
        :meth:`~sifund_ledger.Book.compare_equity` takes it."""
        there = {tie.code: from_ore(tie.ledger_ore) for tie in self.ties if tie.ledger_ore is not None}
        marks = {code.removeprefix(EARMARK): amount for code, amount in there.items() if code.startswith(EARMARK)}
        return {code: there[code] for code in COMPARED if code in there} | ({"earmarks": marks} if marks else {})

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The figures, and the key figures."""
        return (
            _listed(TIE_OUT, self.ties, language, self.year),
            _listed(KEY_FIGURES, self.key_figures, language, self.year),
        )


def tie_out(
    run: YearEnd, proposed: ProposedFigures | None = None, *, costs: Mapping[str, int] | None = None,
    inhabitants: int | None = None,
) -> TieOut:  # fmt: skip
    """The tie-out page of a year-end, against the figures that a general ledger proposes, where there is one.

    ``costs`` are projects' reported net costs of the year, in öre, held against the ledger's project codes.
    """
    ties = [*_equity(run, proposed), *_reserves(run, proposed), *_earmarks(run, proposed)]
    ties += [*_statement(run, proposed), *_projects(costs or {}, proposed)]
    return TieOut(run.year, tuple(ties), tuple(_key_figures(run, inhabitants)))


def _found(proposed: ProposedFigures | None, key: str) -> ProposedFigure:
    figures = proposed.figures if proposed is not None else ()
    return next((each for each in figures if each.key == key and each.ore is not None), _EMPTY)


def _equity(run: YearEnd, proposed: ProposedFigures | None) -> Iterator[Tie]:
    note, figures = run.equity_note, run.statement.year(run.year).figures
    equity, result = _found(proposed, "equity"), _found(proposed, "net_result")
    opening = equity.opening_ore if equity.ore is not None else None
    for code, book, stated, ledger, source in (
        ("opening_equity", note.opening_ore, None, opening, equity),
        ("net_result", note.result_ore, figures.ore("net_result"), result.ore, result),
        ("closing_equity", note.closing_ore, figures.ore("equity"), equity.ore, equity),
    ):
        yield Tie(code, words_of(code), book, stated, ledger, accounts_of(source))


def _reserves(run: YearEnd, proposed: ProposedFigures | None) -> Iterator[Tie]:
    stated = {account.reserve: account for account in run.statement.year(run.year).reserves}
    for reserve in Reserve:
        key = "reserve_before" if reserve is open_reserve(run.year) else "equalisation_reserve_before"
        known = reserve is open_reserve(run.year) or reserve is Reserve.EQUALISATION
        figure, account = _found(proposed, key) if known else _EMPTY, stated.get(reserve)
        for code in (f"opening_{reserve.value}", reserve.value):
            opening = code != reserve.value
            book = run.equity_note.reserve_ore(reserve, opening=opening)
            ledger = None
            if figure.ore is not None:
                ledger = -sum(part.opening if opening else part.closing for part in figure.parts)
            closing = account.closing_ore if account is not None and not opening else None
            if book or ledger or closing:
                yield Tie(code, words_of(code), book, closing, ledger, accounts_of(figure))


def _earmarks(run: YearEnd, proposed: ProposedFigures | None) -> Iterator[Tie]:
    there = {each.key: each for each in proposed.earmarks} if proposed is not None else {}
    marks = dict(run.equity_note.earmarks)
    for fund in dict.fromkeys((*marks, *there)):
        figure = there.get(fund, _EMPTY)
        code = f"{EARMARK}{fund}"
        yield Tie(code, words_of(code), marks.get(fund, 0), None, figure.ore, accounts_of(figure))


def _statement(run: YearEnd, proposed: ProposedFigures | None) -> Iterator[Tie]:
    year = run.statement.year(run.year)
    for key, words in (
        ("taxes_and_grants", Bilingual("Skatter, generella bidrag och utjämning", "Taxes, grants and equalisation")),
        ("realised_gains", Bilingual("Realisationsvinster", "Realised gains")),
    ):
        figure, stated = _found(proposed, key), year.figures.ore(key)
        if stated or figure.ore:
            yield Tie(key, words, None, stated, figure.ore, accounts_of(figure))
    words = Bilingual("Årets balanskravsresultat", "Balance requirement result")
    yield Tie("balance_requirement_result", words, None, year.balance_requirement_result_ore, None)


def _projects(costs: Mapping[str, int], proposed: ProposedFigures | None) -> Iterator[Tie]:
    there = {each.key: each for each in proposed.projects} if proposed is not None else {}
    for project in dict.fromkeys((*costs, *there)):
        figure = there.get(project, _EMPTY)
        words = Bilingual(f"Nettokostnad, projekt {project}", f"Net cost, project {project}")
        yield Tie(f"project.{project}", words, costs.get(project), None, figure.ore, accounts_of(figure))


def _key_figures(run: YearEnd, inhabitants: int | None) -> Iterator[KeyFigure]:
    year = run.statement.year(run.year)
    own = sum(each.left_ore for each in year.deficits if each.year == run.year)
    for code, sv, en, ore in (
        ("N03139", "Balanskravsresultat", "Balance requirement result", year.balance_requirement_result_ore),
        ("N03152", "Att återställa efter synnerliga skäl", "To restore after exceptional grounds", own),
        ("N03153", "Ackumulerat ej återställt", "Accumulated, not restored", sum(d.left_ore for d in year.deficits)),
        ("N03075", "Resultatutjämningsreserv", "Equalisation reserve", run.equity_note.equalisation_reserve_ore),
    ):
        each = round_ore(Fraction(ore, inhabitants)) if inhabitants else None
        yield KeyFigure(code, Bilingual(sv, en), ore, each)
