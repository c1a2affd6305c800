"""A year's equity, result and reserves held against another source (avstämning): the annual report, the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from sifund_ledger.book.situation import Situation
from sifund_ledger.fields.annotated import Decided, Year
from sifund_ledger.fields.composed import choice_of, mapping_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import AMOUNT, NAME, NOT_NEGATIVE, TEXT
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.year_end.compared import COMPARED, EARMARK, Source, book_amounts, differences, in_book
from sifund_ledger.year_end.events import YearCompared
from sifund_ledger.year_end.findings import NOTHING_TO_COMPARE
from sifund_ledger.year_end.statements import statement_of

_SOURCE: Final = choice_of(
    "source", Bilingual("källa", "source"), Source,
    {"huvudboken": Source.LEDGER, "årsredovisningen": Source.REPORT},
    sv={Source.LEDGER: "huvudbok", Source.REPORT: "årsredovisning"},
)  # fmt: skip


_Amount = Annotated[int | None, AMOUNT]
_Magnitude = Annotated[int | None, NOT_NEGATIVE]


def _given(command: CompareEquity) -> dict[str, int]:
    """The amounts to compare by their codes, in the order they are compared."""
    told = {code: ore for code in COMPARED if (ore := getattr(command, code)) is not None}
    return told | {f"{EARMARK}{fund}": ore for fund, ore in (command.earmarks or {}).items()}


def _something_given(command: CompareEquity, state: Situation) -> Iterator[Finding]:
    if not _given(command):
        yield NOTHING_TO_COMPARE.at(str(command.year), year=command.year)


def _differing(command: CompareEquity, state: Situation) -> Iterator[Finding]:
    """Where the book differs, which keeps the year from being closed without a reason."""
    year = command.year
    for found in differences(state.state, year, statement_of(state.state, year), command.event(state)):
        yield found._replace(severity=Severity.WARNING)


def _amount(code: str) -> Callable[[Record], int | None]:
    return lambda record: next((there for each, _, there in _of(record) if each == code), None)


def _of(record: Record) -> tuple[tuple[str, int | None, int], ...]:
    amounts: tuple[tuple[str, int | None, int], ...] = getattr(record.event, "amounts", ())
    return amounts


def _earmarks(record: Record) -> dict[str, int] | None:
    marks = {code.removeprefix(EARMARK): ore for code, _, ore in _of(record) if code.startswith(EARMARK)}
    return marks or None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareEquity(Command, sv="stäm_av_eget_kapital", cli="equity compare", makes=YearCompared):
    """Hold a year's equity, result and reserves against the adopted annual report or the general ledger (avstämning).

    What differs is a warning, and keeps the year from being closed without the council's reason (R47).
    """

    rules: ClassVar = (_something_given, _differing)
    stored: ClassVar = {**{code: _amount(code) for code in COMPARED}, "earmarks": _earmarks}
    year: Year
    source: Annotated[
        str, _SOURCE, Said("källa", "annual_report (årsredovisning) eller general_ledger (huvudbok).",
                           "annual_report or general_ledger.")
    ] = Source.REPORT.value  # fmt: skip
    document: Annotated[str, TEXT, Said("dokument", "Filen eller handlingen.", "The file or the report.")] = ""
    digest: Annotated[str, TEXT, Said("kontrollsumma", "Filens SHA-256.", "The file's SHA-256.")] = ""
    opening_equity: Annotated[_Amount, Said("ingående_eget_kapital", "Ingående eget kapital.", "Opening equity.")] = (
        None
    )
    net_result: Annotated[_Amount, Said("årets_resultat", "Årets resultat.", "The net result.")] = None
    closing_equity: Annotated[_Amount, Said("utgående_eget_kapital", "Utgående eget kapital.", "Closing equity.")] = (
        None
    )
    opening_equalisation_reserve: Annotated[
        _Magnitude, Said("ingående_utjämningsreserv", "RUR, ingående.", "RUR, opening.")
    ] = None
    equalisation_reserve: Annotated[_Magnitude, Said("utjämningsreserv", "RUR, utgående.", "RUR, closing.")] = None
    opening_result_reserve: Annotated[
        _Magnitude, Said("ingående_resultatreserv", "RER, ingående.", "RER, opening.")
    ] = None
    result_reserve: Annotated[_Magnitude, Said("resultatreserv", "RER, utgående.", "RER, closing.")] = None
    balance_requirement_result: Annotated[
        _Amount, Said("balanskravsresultat", "Balanskravsresultat.", "The balance requirement result.")
    ] = None
    opening_deficits: Annotated[
        _Magnitude, Said("ingående_underskott", "Ingående att återställa.", "Opening, to restore.")
    ] = None
    deficits_left: Annotated[_Magnitude, Said("underskott_kvar", "Kvar att återställa.", "Left to restore.")] = None
    earmarks: Annotated[
        Mapping[str, int] | None, mapping_of(NAME, AMOUNT),
        Said("öronmärkt", "Utgående öronmärkning per fond.", "What each fund's earmark closes with."),
    ] = None  # fmt: skip
    decision: Decided | None = None

    def event(self, state: Situation) -> YearCompared:
        """What is recorded: each amount beside the one that the book has now."""
        amounts = book_amounts(state.state, self.year, statement_of(state.state, self.year))
        compared = tuple((code, in_book(amounts, code), ore) for code, ore in _given(self).items())
        return YearCompared(self.year, self.source, self.document, self.digest, compared)

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """The comparison; nothing where the last one with the same source says the same."""
        event, held = self.event(state), state.state.closings.compared.get((self.year, self.source))
        if held is None or held[1] != event:
            yield Draft(event, self.decision)


COMMANDS: tuple[type[Command], ...] = (CompareEquity,)
