"""The register of boards (nämnder): which there are, on which days, and who took over whose budget."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.state.claim_events import BoardRegistered, BoardReorganised
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.records import Draft, Plan


def board_faults(register: FundRegister, board: str, day: date) -> list[Finding]:
    """Why a board cannot be named on a day; one that is not registered can (only reorganisations need the register)."""
    entry = register.boards.get(board)
    if entry is None:
        return []
    if entry.last_day is not None and day > entry.last_day:
        successors = ", ".join(name for name, _ in entry.successors) or "–"
        return [codes.BOARD_ENDED.at(board, board=board, last_day=entry.last_day, successors=successors)]
    if day < entry.valid_from:
        return [codes.BOARD_NOT_BEGUN.at(board, board=board, valid_from=entry.valid_from, day=day)]
    return []


def plan_board(board: str, units: tuple[str, ...], valid_from: date, decision: Decision) -> Plan:
    """What registering a board comes to."""
    faults = authority_faults(decision, "register_board")
    if not board.strip():
        faults.append(NAME_EMPTY.at("board", what=Bilingual("Nämnden", "The board")))
    return Plan((Draft(BoardRegistered(board, units, valid_from), decision),), tuple(faults))


def plan_reorganisation(
    register: FundRegister, board: str, last_day: date, successors: dict[str, Fraction], decision: Decision
) -> Plan:
    """What ending a board comes to: its successors are registered from the day after, where they are not yet."""
    faults = authority_faults(decision, "register_board")
    total = sum(successors.values(), Fraction(0))
    if total != 1 or board in successors or any(share <= 0 for share in successors.values()):
        faults.append(codes.SUCCESSION_UNSOUND.at(board, board=board, total=total))
    entry = register.boards.get(board)
    if entry is not None and entry.last_day is not None:
        faults.append(codes.BOARD_ENDS_TWICE.at(board, board=board, last_day=entry.last_day))
    elif entry is not None and last_day < entry.valid_from:
        faults.append(codes.BOARD_NOT_BEGUN.at(board, board=board, valid_from=entry.valid_from, day=last_day))
    for name in successors:
        known = register.boards.get(name)
        if known is not None and known.last_day is not None and known.last_day <= last_day:
            faults += board_faults(register, name, last_day + timedelta(days=1))
    drafts = [Draft(BoardReorganised(board, last_day, tuple(sorted(successors.items()))), decision)]
    new = [name for name in successors if name not in register.boards]
    drafts += [Draft(BoardRegistered(name, (), date.min), decision) for name in new]
    return Plan(tuple(drafts), tuple(faults))
