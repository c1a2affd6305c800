"""The figures that a year-end is drawn up from: a file's, those that SIE files propose, or both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.progress import reading
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from sifund_ledger.balance.figures.year_figures import YearFigures
    from sifund_ledger.exchange.statements.figures_file import FiguresFile
    from sifund_ledger.findings import Finding
    from sifund_ledger.general_ledger.proposed_figures import ProposedFigures


class Given(NamedTuple):
    """The year's figures as they are given, and what the general ledger says beside them, at its place."""

    read: FiguresFile
    figures: YearFigures
    findings: tuple[Finding, ...]
    proposed: ProposedFigures | None


def outcome_of(read: FiguresFile, year: int, named: str) -> YearFigures:
    """The outcome of a year in a figures file. Raises where it has none."""
    found = next((each for each in read.years if each.year == year and each.kind == "outcome"), None)
    if found is None:
        raise UnreadableInput([codes.FIGURES_YEAR_MISSING.at(named, year=year, years=years_of(read))])
    return found


def years_of(read: FiguresFile) -> Bilingual:
    """The years of a figures file, with their kinds where they are no outcomes."""
    from sifund_ledger.balance.words import KINDS

    kinds = [(each.year, KINDS[each.kind]) for each in read.years]
    names = zip(*((f"{of} {kind.sv}".rstrip(), f"{of} {kind.en}".rstrip()) for of, kind in kinds), strict=True)
    return Bilingual(*map(", ".join, names))


def given_figures(book: str, year: int, figures: str | None, files: tuple[str, ...], roles: str | None) -> Given:
    """The figures of a file, those that SIE files propose, or both: what is stated beats what is proposed."""
    from sifund_ledger.exchange.statements.figures_file import parse_figures, read_figures
    from sifund_ledger.exchange.statements.figures_proposal import completed_by, proposed_to_toml
    from sifund_ledger.exchange.structured.documents import format_of, read_bytes
    from sifund_ledger.exchange.structured.places import Places
    from sifund_ledger.year_end.against_ledger import stated_against

    named = figures or next(iter(files), None)
    if named is None:
        raise UnreadableInput([codes.FIGURES_NOT_GIVEN.at("sifund year-end", book=book, year=year)])
    proposed = _proposed_by(year, files, roles) if files else None
    if figures is not None and proposed is not None:
        table = completed_by(proposed)
        given = format_of(figures, workbooks=True)
        read = parse_figures(read_bytes(figures, given), format=given, name=figures, table=table)
    elif proposed is not None:
        # Nobody has the file that is proposed: its findings are placed by year and figure.
        read = replace(parse_figures(proposed_to_toml([proposed]), name=named), source=Places(""))
    else:
        read = read_figures(named)
    stated = outcome_of(read, year, named)
    findings: tuple[Finding, ...] = ()
    if proposed is not None:
        against = () if proposed.covered else stated_against(stated, proposed, read.unit)
        findings = (*proposed.ledger.findings, *read.located(against))
    return Given(read, stated, findings, None if proposed is None or proposed.covered else proposed)


def _proposed_by(year: int, files: tuple[str, ...], roles: str | None) -> ProposedFigures:
    """What SIE files propose of a year."""
    from sifund_ledger.cli.interchange.importing import roles_in
    from sifund_ledger.exchange.ledgers.ledger_files import read_general_ledger
    from sifund_ledger.general_ledger.proposed_figures import propose_figures
    from sifund_ledger.general_ledger.roles import Roles

    reading(*files)
    ledger = read_general_ledger(*files)
    ledger.require_year(year)
    return propose_figures(ledger, roles_in(roles) if roles else Roles(), year)
