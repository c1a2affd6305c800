"""The results as the table on docs/performance.md, between its markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

_PART = re.compile(r"(<!-- measured -->\n).*?(<!-- end measured -->)", re.DOTALL)


class Run(NamedTuple):
    """What one process took: seconds of the work alone, seconds of the whole process, its peak memory in MiB."""

    work: float
    whole: float
    mebibytes: float


class Result(NamedTuple):
    """One comparison: the runs of both sides by turns; ``whole`` where whole processes are compared."""

    title: str
    peer: str
    entries: int
    whole: bool
    ours: tuple[Run, ...]
    theirs: tuple[Run, ...]

    def seconds(self, run: Run) -> float:
        """What counts of a run."""
        return run.whole if self.whole else run.work

    @property
    def ratios(self) -> list[float]:
        """How many times as fast we were, turn by turn."""
        pairs = zip(self.ours, self.theirs, strict=True) if self.theirs else ()
        return [self.seconds(theirs) / self.seconds(ours) for ours, theirs in pairs]

    def rate(self, runs: Sequence[Run]) -> float:
        """Entries per second, the median of some runs."""
        return self.entries / median(self.seconds(run) for run in runs)


def _number(value: float) -> str:
    return f"{value:,.0f}".replace(",", " ")


def _cells(result: Result) -> tuple[str, ...]:
    ratios, theirs = result.ratios, result.theirs
    return (
        result.title,
        result.peer,
        _number(result.entries),
        f"**{median(ratios):.1f}** ({min(ratios):.1f} to {max(ratios):.1f})" if ratios else "–",
        _number(round(result.rate(result.ours), -2)),
        _number(round(result.rate(theirs), -2)) if theirs else "–",
        f"{median(run.mebibytes for run in result.ours):.0f}",
        f"{median(run.mebibytes for run in theirs):.0f}" if theirs else "–",
    )


def table(results: Sequence[Result], versions: dict[str, str], machine: str, repetitions: int) -> str:
    """The table, and a line on how it was made."""
    heads = (
        "what",
        "beside",
        "entries",
        "times as fast",
        "ours per second",
        "theirs per second",
        "our MiB",
        "their MiB",
    )
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, *map(_cells, results))]
    lines.insert(1, "|---|---|---|---|---|---|---|---|")
    peers = ", ".join(f"{name} {version}" for name, version in versions.items() if name != "python") or "none"
    note = f"Medians of {repetitions} turns, the lowest and highest ratio in brackets. {machine}. Peers: {peers}."
    return "\n".join([*lines, "", note])


def page_with(page: str, text: str) -> str:
    """The page with another table."""
    return _PART.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", page)
