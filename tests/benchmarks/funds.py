"""How fast funds are folded and settled: 1 000, 10 000 and 50 000 events replayed, and their projects settled.

Run it by hand: ``python tests/benchmarks/funds.py``. Nothing here is asserted by the tests. It asks for at least
20 000 events a second, and for a time that grows no faster than the number of events.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

from sifund_ledger import Decision, presets
from sifund_ledger.balance.figures.events import EquityOpened
from sifund_ledger.funds.policy.policy import policy_to_values
from sifund_ledger.funds.repayment.settlement import Settle
from sifund_ledger.funds.state.claim_events import EffectMeasured, Repaid
from sifund_ledger.funds.state.fund_events import FundCreated, FundOpened
from sifund_ledger.funds.state.project_events import Granted, ProjectMoved
from sifund_ledger.funds.state.use_events import Used
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import Draft, Event, Record
from sifund_ledger.year_end.book_state import BookState

KF = Decision.parse("KF 2013-04-22 § 45")
DAY = date(2014, 4, 22)
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
POLICY = presets.orebro_strict.choose(presentation="strict")
PER_PROJECT = 8


def project(number: int) -> Iterator[Event]:
    """A project's events: granted with a plan for two boards, used over two years, closed, measured, repaid in part."""
    name = f"Projekt {number}"
    plan = (("Skola", 2017, 240_000), ("Social", 2017, 360_000))
    frames = ((2014, 600_000),)
    yield Granted("social", "", name, 600_000, "Utb", frames, "f", 2014, DAY, plan, DAY, date(2016, 12, 31))
    yield Used("social", "", name, 300_000, 300_000, 2014, DAY)
    yield Used("social", "", name, 300_000, 300_000, 2015, DAY)
    yield ProjectMoved(name, "closed", "avslutat", DAY)
    yield EffectMeasured(name, "Skola", 2017, 20_000, "", DAY)
    yield EffectMeasured(name, "Social", 2017, 200_000, "", DAY)
    for board, ore in (("Skola", 10_000), ("Social", 100_000)):
        yield Repaid(
            "social", "", name, board, ore, ((2017, ore),), "measured", 2017, 2017, permanent=False, entitles=True,
            year=2017, event_date=DAY,
        )  # fmt: skip


def records(count: int) -> list[Record]:
    """A journal of about ``count`` records."""
    projects = count // PER_PROJECT
    events: list[Event] = [
        EquityOpened(2012, 10**12, 0, 0),
        FundCreated("social", policy_to_values(POLICY)),
        FundOpened("social", "", projects * 600_000, 2013, date(2013, 1, 1)),
    ]
    events += [event for number in range(projects) for event in project(number)]
    drafts = [Draft(event, KF) for event in events]
    journal = Journal()
    return [journal.record(draft, recorded_at=MOMENT, actor="ekonomi").record for draft in drafts]


def main() -> None:
    """Print the times."""
    for count in (1_000, 10_000, 50_000):
        made = records(count)
        gc.collect()
        begun = time.perf_counter()
        state = BookState()
        state.evolve_checked(made)
        folded = time.perf_counter() - begun
        begun = time.perf_counter()
        settled = 0
        for name in list(state.register.projects):
            settled += not Settle(project=name, frame_year=2018, decision=KF).decide(state).refused
        spent = time.perf_counter() - begun
        print(
            f"{len(made):6} events: folded in {folded:.3f} s ({len(made) / folded:,.0f} a second), "
            f"{settled} projects settled in {spent:.3f} s, together {len(made) / (folded + spent):,.0f} events a second"
        )


if __name__ == "__main__":
    main()
