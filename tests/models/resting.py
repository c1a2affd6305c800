"""What rests on a record of a project, by the model of funds (vad som vilar på en post)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from models.model import Key, Movement

if TYPE_CHECKING:
    from models.fund_model import FundModel

OF_GRANT: Final = ("granted", "taken_over", "amended", "used", "released")
OF_CLAIM: Final = ("revised", "repaid", "returned", "borne", "waived", "reassigned")
OF_PROJECT: Final = (*OF_GRANT, "carried", *OF_CLAIM)
_UNDER_GRANT: Final = ("amended", "used", "released", "carried")
_SIGNS: Final = {"granted": 1, "amended": 1, "used": -1, "released": -1}


def rests_on(model: FundModel, seq: int, move: Movement) -> bool:
    """Whether a later record of its project takes of what it gave, was decided when there was no other grant, or
    revised the plan of a project that has no other."""
    project, own, have = move.about[0], _given(move), dict[Key, int]()
    live = {
        number: each
        for number, each in enumerate(model.records, 1)
        if each and each.kind in OF_PROJECT and each.about[0] == project and number not in model.corrected
    }
    grants = [number for number, each in live.items() if each.kind in ("granted", "taken_over")]
    only = range(0)
    if seq in grants:
        others = [model.decided[number] for number in grants if number != seq]
        only = range(model.decided[seq], min(others, default=9999))
    for key in own:
        have[key] = -model.spent(project, key[1]) if key[0] == "frame" else 0
    for number, each in live.items():
        given = _given(each)
        for key, ore in given.items():
            have[key] = have.get(key, 0) + ore
        takes = [key for key, ore in given.items() if ore < 0 and (key[0] != "frame" or each.kind == "carried")]
        lacks = any(have[key] >= 0 > have[key] - own.get(key, 0) for key in takes)
        of_none = grants == [seq] and each.kind == "revised"
        if number > seq and (lacks or of_none or (each.kind in _UNDER_GRANT and model.decided[number] in only)):
            return True
    return False


def _given(move: Movement) -> dict[Key, int]:
    """What a movement gives its project, or takes: of its grant, of its years' frames, of boards' claims and
    of what they have repaid."""
    given: dict[Key, int] = {("claim", *key[-2:]): ore for key, ore in move.changes.items() if key[0] == "fund_claim"}
    if move.kind == "taken_over":
        given["left",] = move.about[-1]["rest"]
        given |= {("repaid", board): ore for board, ore in move.about[-1]["repaid"].items()}
    elif move.kind in _SIGNS:
        given["left",] = _SIGNS[move.kind] * int(move.about[-1])
    if move.kind in ("repaid", "returned"):
        given["repaid", move.about[1]] = int(move.about[-1]) * (1 if move.kind == "repaid" else -1)
    if move.kind in _SIGNS and move.kind != "used":
        given["frame", move.year] = given["left",]
    if move.kind == "carried":
        given |= {("frame", move.year): -move.about[-1], ("frame", move.year + 1): move.about[-1]}
    return given
