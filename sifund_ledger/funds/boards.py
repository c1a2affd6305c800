"""The register of boards (nämnder): which there are, on which days, and who took over whose budget."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.claim_events import BoardRegistered, BoardReorganised
from sifund_ledger.funds.register import NAME_EMPTY, FundRegister
from sifund_ledger.ledger.records import Draft, Plan

BOARD_ENDED = FindingCode(
    "BOARD_ENDED",
    Severity.ERROR,
    en="{board} ended {last_day}; its budget went to {successors}.",
    sv="{board} upphörde {last_day}; dess budget gick till {successors}.",
    remedy_en="Name the board that has the budget now.",
    remedy_sv="Ange den nämnd som har budgeten nu.",
)
BOARD_NOT_BEGUN = FindingCode(
    "BOARD_NOT_BEGUN",
    Severity.ERROR,
    en="{board} begins {valid_from}, after {day}.",
    sv="{board} börjar {valid_from}, efter {day}.",
    remedy_en="Name the board that had the budget then, or correct the dates.",
    remedy_sv="Ange den nämnd som hade budgeten då, eller rätta datumen.",
)
SUCCESSION_UNSOUND = FindingCode(
    "SUCCESSION_UNSOUND",
    Severity.ERROR,
    en="The shares of those who take over from {board} make {total}, not 1, or {board} is among them.",
    sv="Andelarna för dem som tar över efter {board} blir {total}, inte 1, eller {board} finns bland dem.",
    remedy_en="Divide the whole of the budget among other boards.",
    remedy_sv="Fördela hela budgeten på andra nämnder.",
)
BOARD_ENDS_TWICE = FindingCode(
    "BOARD_ENDS_TWICE",
    Severity.ERROR,
    en="{board} has ended already, {last_day}.",
    sv="{board} har redan upphört, {last_day}.",
    remedy_en="Register it anew if it has been set up again.",
    remedy_sv="Registrera den på nytt om den har inrättats igen.",
)
CODES = (BOARD_ENDED, BOARD_NOT_BEGUN, SUCCESSION_UNSOUND, BOARD_ENDS_TWICE)


def board_faults(register: FundRegister, board: str, day: date) -> list[Finding]:
    """Why a board cannot be named on a day; one that is not registered can (only reorganisations need the register)."""
    entry = register.boards.get(board)
    if entry is None:
        return []
    if entry.last_day is not None and day > entry.last_day:
        successors = ", ".join(name for name, _ in entry.successors) or "–"
        return [BOARD_ENDED.at(board, board=board, last_day=entry.last_day, successors=successors)]
    if day < entry.valid_from:
        return [BOARD_NOT_BEGUN.at(board, board=board, valid_from=entry.valid_from, day=day)]
    return []


def plan_board(board: str, units: tuple[str, ...], valid_from: date, decision: Decision) -> Plan:
    """What registering a board comes to."""
    faults = authority_faults(decision, "register_board")
    if not board.strip():
        faults.append(NAME_EMPTY.at("board", what="board", what_sv="Nämnden"))
    return Plan((Draft(BoardRegistered(board, units, valid_from), decision),), tuple(faults))


def plan_reorganisation(
    register: FundRegister, board: str, last_day: date, successors: dict[str, Fraction], decision: Decision
) -> Plan:
    """What ending a board comes to: its successors are registered from the day after, where they are not yet."""
    faults = authority_faults(decision, "register_board")
    total = sum(successors.values(), Fraction(0))
    if total != 1 or board in successors or any(share <= 0 for share in successors.values()):
        faults.append(SUCCESSION_UNSOUND.at(board, board=board, total=total))
    entry = register.boards.get(board)
    if entry is not None and entry.last_day is not None:
        faults.append(BOARD_ENDS_TWICE.at(board, board=board, last_day=entry.last_day))
    elif entry is not None and last_day < entry.valid_from:
        faults.append(BOARD_NOT_BEGUN.at(board, board=board, valid_from=entry.valid_from, day=last_day))
    for name in successors:
        known = register.boards.get(name)
        if known is not None and known.last_day is not None and known.last_day <= last_day:
            faults += board_faults(register, name, last_day + timedelta(days=1))
    drafts = [Draft(BoardReorganised(board, last_day, tuple(sorted(successors.items()))), decision)]
    new = [name for name in successors if name not in register.boards]
    drafts += [Draft(BoardRegistered(name, (), date.min), decision) for name in new]
    return Plan(tuple(drafts), tuple(faults))
