"""The records of a book, found by what figures are made of (poster): fund, project, board, kind of event, year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.book.log import log_table, postings_table
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED
from sifund_ledger.ledger.records import Record
from sifund_ledger.report.document import Voucher, Vouchers

_POTS: Final = frozenset({FUND_AVAILABLE, FUND_COMMITTED})
CORRECTED: Final = "~"
"""The kind of what corrects an earlier year (R43)."""
_DECISION: Final = 7
_SHOWN: Final = (2, 1, 4, 5, 6, 8)
"""The columns of the log that a reader meets: voucher, day, what, about, amount, who recorded it."""


class Records:
    """Records by what they are about. A correction has the kind of what it corrects, as in every total."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_seq = {record.seq: record for record in records}
        self._found: dict[tuple[str, ...], list[int]] = {}
        for seq, record in self.by_seq.items():
            for key in dict.fromkeys(self._keys(record)):
                self._found.setdefault(key, []).append(seq)

    def _keys(self, record: Record) -> Iterator[tuple[str, ...]]:
        event, entry = record.event, record.entry
        kind = getattr(event, "corrected_kind", event.kind)
        year = entry.year if entry else int(getattr(event, "year", 0) or 0)
        if (corrected := self._corrected_year(record, year)) != year:
            kind = CORRECTED
            yield "corrects", str(corrected)
        yield "year", str(year), kind
        yield "kind", kind
        for successor, _ in getattr(event, "successors", ()):
            yield "successor", successor
        project, board = (str(getattr(event, name, "") or "") for name in ("project", "board"))
        # A correction is about the fund of what it corrects: that of a reserve posts on no account of the fund.
        corrects = self.by_seq.get(getattr(event, "corrects", 0))
        about = event if corrects is None else corrects.event
        if fund := str(getattr(about, "fund", "") or ""):
            yield from _of_fund(fund, str(getattr(about, "subfund", "") or ""), str(year), kind)
        for line in entry.postings if entry else ():
            account = line.account
            if account.code in _POTS:
                yield from _of_fund(account.fund, account.subfund, str(year), kind)
                yield "pot", account.fund, str(year), account.code
            if account.project:
                yield "project", account.project, kind
                yield "board", account.project, account.board, kind
        if project:
            yield "project", project, kind
            if board:
                yield "board", project, board, kind

    def _corrected_year(self, record: Record, year: int) -> int:
        """The year that a record corrects; its own where it corrects none."""
        if (of_year := int(getattr(record.event, "of_year", year) or year)) != year:
            return of_year
        corrected = self.by_seq.get(getattr(record.event, "corrects", 0))
        return corrected.entry.year if corrected is not None and corrected.entry is not None else year

    def _of(self, *keys: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(sorted({seq for key in keys for seq in self._found.get(key, ())}))

    def of_year(self, year: int, *kinds: str) -> tuple[int, ...]:
        """The records of these kinds in a fiscal year."""
        return self._of(*(("year", str(year), kind) for kind in kinds))

    def of_later_years(self, year: int) -> tuple[int, ...]:
        """The records with which later years have corrected a fiscal year."""
        return self._of(("corrects", str(year)))

    def of_fund(self, fund: str, year: int, *kinds: str, subfund: str | None = None) -> tuple[int, ...]:
        """The records of these kinds about a fund, or one of its sub-funds, in a fiscal year."""
        part = ("fund", fund) if subfund is None else ("subfund", fund, subfund)
        return self._of(*((*part, str(year), kind) for kind in kinds))

    def of_any_year(self, *kinds: str, fund: str | None = None) -> tuple[int, ...]:
        """The records of these kinds in every year, of the whole book or about a fund."""
        return self._of(*((("kind", kind) if fund is None else ("ever", fund, kind)) for kind in kinds))

    def of_cost(self, project: str, year: int) -> tuple[int, ...]:
        """The records of what a project has cost in a fiscal year."""
        found = (self.by_seq[seq] for seq in self.of_project(project, "cost_reported"))
        return tuple(record.seq for record in found if getattr(record.event, "year", 0) == year)

    def of_frame(self, fund: str, year: int, *kinds: str) -> tuple[int, ...]:
        """The records of these kinds about a fund that move the frame of a fiscal year, or are of that year."""
        found = (self.by_seq[seq] for seq in self.of_any_year(*kinds, fund=fund))
        return tuple(
            record.seq for record in found
            if (getattr(record.event, "frame_year", 0) or getattr(record.event, "year", 0)) == year
        )  # fmt: skip

    def of_reorganised(self, board: str) -> tuple[int, ...]:
        """The records that have made a board the successor of another."""
        return self._of(("successor", board))

    def of_pot(self, fund: str, year: int, code: str) -> tuple[int, ...]:
        """The records that move what a fund has available, or has granted, in a fiscal year."""
        return self._of(("pot", fund, str(year), code))

    def of_project(self, project: str, *kinds: str) -> tuple[int, ...]:
        """The records of these kinds about a project."""
        return self._of(*(("project", project, kind) for kind in (*kinds, CORRECTED)))

    def of_board(self, project: str, board: str, *kinds: str) -> tuple[int, ...]:
        """The records of these kinds about what a project asks of a board."""
        return self._of(*(("board", project, board, kind) for kind in (*kinds, CORRECTED)))

    def vouchers(self, seqs: Iterable[int], language: Language) -> Vouchers:
        """Records as the reader meets them, in their order."""
        cited = [self.by_seq[seq] for seq in sorted({*seqs}) if seq in self.by_seq]
        log, postings = log_table(cited, language), postings_table(cited, language)
        lines: dict[int, list[tuple[str, str, str]]] = {}
        for row, (_, account, debit, credit) in zip(postings.rows, postings.printed(), strict=True):
            lines.setdefault(int(row.code), []).append((account, debit, credit))
        made = tuple(
            Voucher(record.seq, tuple(line[i] for i in _SHOWN), line[_DECISION], tuple(lines.get(record.seq, ())))
            for record, line in zip(cited, log.printed(), strict=True)
        )
        return Vouchers(made, log, postings)


def _of_fund(fund: str, subfund: str, year: str, kind: str) -> Iterator[tuple[str, ...]]:
    yield "ever", fund, kind
    yield "fund", fund, year, kind
    yield "subfund", fund, subfund, year, kind
