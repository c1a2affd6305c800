"""What boards owe a fund (återföring), by plan, measured effect and policy: pure arithmetic (rulings R21, R23, R24).

Amounts are öre, shares exact fractions. A floor is rounded up, a cap down, so that neither is broken by an öre.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import Final, NamedTuple

from sifund_ledger.amounts import split
from sifund_ledger.funds.policy.choices import ClawbackMode, FloorScope, RepaymentBasis
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import BoardClaim


def floor_of(policy: Policy, original_ore: int) -> int:
    """The least a board repays of its original plan (golv; R24), rounded up.

    >>> orebro = Policy(name="p", source="s", revolving=True, repayment_floor_share="0.30")
    >>> floor_of(orebro, 240), floor_of(orebro, 360), floor_of(orebro, 1)
    (72, 108, 1)
    """
    return ceil(policy.repayment_floor_share * original_ore)


def cap_of(policy: Policy, planned_ore: int) -> int:
    """The most a board repays of its plan (tak; I11), rounded down; what it saves above that stays with it."""
    return floor(policy.repayment_cap_share * planned_ore)


def needs_measure(policy: Policy) -> bool:
    """Whether a settlement asks for the measured effect."""
    return policy.repayment_basis is not RepaymentBasis.PLAN


class Target(NamedTuple):
    """What a board is to have repaid in all when its project is settled, and what that rests on."""

    ore: int
    basis: str


def targets(
    policy: Policy, claims: Mapping[str, BoardClaim], measured: Mapping[str, int], used_ore: int,
    basis: RepaymentBasis | None = None,
) -> dict[str, Target]:  # fmt: skip
    """What each board is to have repaid at the final settlement (slutavräkning; R23, R24, R37, R38).

    By plan: the plan, but for what the fund has borne, as what was given back. By measure: the effect, at most the
    cap. Above a floor: ``max(floor, min(measured, plan))`` per board, or for all boards together where the floor is
    pooled. A waiver takes from the plan, and from the floor only where the council says so. What floors add is in all
    at most what the project has used, ``used_ore``, beyond the rest: a fund never gains from one. ``basis`` stands in
    for the policy's own.

    >>> orebro = Policy(name="p", source="s", revolving=True, repayment_floor_share="0.30",
    ...                 repayment_basis="max_floor_measured")
    >>> plans = {"school": BoardClaim(240, 240), "social": BoardClaim(360, 360)}
    >>> def owed(**about):
    ...     return {board: target.ore for board, target in targets(orebro, plans, **about).items()}
    >>> owed(measured={"school": 20, "social": 200}, used_ore=600)
    {'school': 72, 'social': 200}
    >>> owed(measured={"school": 100, "social": 0}, used_ore=100), owed(measured={}, used_ore=0)
    ({'school': 100, 'social': 0}, {'school': 0, 'social': 0})
    """
    chosen = basis or policy.repayment_basis
    by_plan = chosen is RepaymentBasis.PLAN
    rests_on = "plan" if by_plan else "measured"
    asked = {
        board: max(0, claim.planned - claim.waived - claim.borne)
        if by_plan
        else _effect(policy, claim, measured.get(board, 0))
        for board, claim in claims.items()
    }
    if chosen is RepaymentBasis.MEASURED:
        return {board: Target(ore, rests_on) for board, ore in asked.items()}
    pooled = policy.floor_scope is FloorScope.POOLED and not by_plan
    lacking = _pooled(policy, claims, asked) if pooled else _lacking(policy, claims, asked)
    room = max(0, used_ore - sum(asked.values()))
    if sum(lacking.values()) > room:
        lacking = dict(zip(lacking, split(room, list(lacking.values())), strict=True))
    of_floor = rests_on if by_plan else "floor"
    return {
        board: Target(ore + lacking[board], of_floor if lacking[board] else rests_on) for board, ore in asked.items()
    }


def within_floor(policy: Policy, claims: Mapping[str, BoardClaim], asked: Mapping[str, Target]) -> int:
    """What the floors account for of all that is asked, in öre: what a board has saved beyond its floor is not theirs.

    >>> orebro = Policy(name="p", source="s", revolving=True, repayment_floor_share="0.30")
    >>> plans = {"school": BoardClaim(240, 240), "social": BoardClaim(360, 360)}
    >>> within_floor(orebro, plans, {"school": Target(200, "measured"), "social": Target(108, "floor")})
    180
    """
    if policy.floor_scope is FloorScope.POOLED:
        return min(_pooled_floor(policy, claims), sum(target.ore for target in asked.values()))
    return sum(min(floor, asked[board].ore) for board, floor in _floors(policy, claims).items())


def _effect(policy: Policy, claim: BoardClaim, measured: int) -> int:
    """What is asked of a board by its measured effect: within the cap, and within the plan less what is waived."""
    cap = cap_of(policy, claim.planned)
    return max(
        0,
        min(measured, cap, claim.planned - claim.waived) if cap <= claim.planned else min(measured, cap - claim.waived),
    )


def _lacking(policy: Policy, claims: Mapping[str, BoardClaim], asked: Mapping[str, int]) -> dict[str, int]:
    """What each board's floor, less what of it is waived, asks beyond the rest (R24, R38)."""
    return {board: max(0, floor - asked[board]) for board, floor in _floors(policy, claims).items()}


def _floors(policy: Policy, claims: Mapping[str, BoardClaim]) -> dict[str, int]:
    return {board: max(0, floor_of(policy, claim.original) - claim.floor_waived) for board, claim in claims.items()}


def _pooled_floor(policy: Policy, claims: Mapping[str, BoardClaim]) -> int:
    least = floor_of(policy, sum(claim.original for claim in claims.values()))
    return max(0, least - sum(claim.floor_waived for claim in claims.values()))


def _pooled(policy: Policy, claims: Mapping[str, BoardClaim], asked: Mapping[str, int]) -> dict[str, int]:
    """One floor for all boards: what it lacks is divided by the room that each board's plan has left."""
    lacking = max(0, _pooled_floor(policy, claims) - sum(asked.values()))
    room = {board: max(0, max(claim.planned, claim.original) - asked[board]) for board, claim in claims.items()}
    parts = split(lacking, list(room.values())) if any(room.values()) else (0,) * len(room)
    return dict(zip(room, parts, strict=True))


BASES: Final = {
    ClawbackMode.AUTOMATIC_PLAN: "plan",
    ClawbackMode.AUTOMATIC_MEASURED: "measured",
    ClawbackMode.AFTER_REBASE: "rebased",
    ClawbackMode.NEGOTIATED: "agreed",
}
"""What an instalment rests on, in a word, by the policy's claw-back mode."""


def due_in(policy: Policy, claim: BoardClaim, measured: int | None, frame_year: int) -> int:
    """What a board's frame of a year is lowered by, in öre, by the policy's claw-back mode (återföringsmetod).

    By plan: the instalments of the year and of earlier years that are open. By measure: the effect known, less what is
    repaid. After rebasing: the instalments, at most the effect where that is known. By agreement: nothing by itself.
    """
    mode = policy.clawback_mode
    if mode is ClawbackMode.NEGOTIATED:
        return 0
    fallen = sum(ore for year, ore in claim.open_lines if year <= frame_year)
    effect_left = max(0, min(measured or 0, cap_of(policy, claim.planned)) - claim.repaid)
    if mode is ClawbackMode.AUTOMATIC_MEASURED:
        return effect_left if policy.repayment_cap_share > 1 else min(effect_left, claim.open)
    if mode is ClawbackMode.AFTER_REBASE and measured is not None:
        return min(fallen, effect_left)
    return fallen


def oldest_first(lines: tuple[YearOre, ...], ore: int) -> tuple[YearOre, ...]:
    """The instalments that an amount settles, the oldest first; at most all of them.

    >>> oldest_first(((2017, 100), (2018, 100)), 150)
    ((2017, 100), (2018, 50))
    """
    settled, left = [], ore
    for year, part in sorted(lines):
        take = min(part, left)
        if take <= 0:
            break
        settled.append((year, take))
        left -= take
    return tuple(settled)


def backed_replenishment(repaid_ore: int, frame_ore: int, cost_ore: int) -> int:
    """How much of a repayment the board has met by staying within its lowered frame (täckt återföring); öre.

    ``clamp(repaid + min(0, frame − cost), 0, repaid)``: an earmark can be renewed on paper though the board overspends
    by as much.

    >>> backed_replenishment(100, 9_900, 10_020), backed_replenishment(100, 10_020, 10_020)
    (0, 100)
    """
    return min(max(repaid_ore + min(0, frame_ore - cost_ore), 0), repaid_ore)
