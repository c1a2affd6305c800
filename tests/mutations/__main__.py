"""Whether the tests find what is changed in the code (mutationsprov): ``python -m tests.mutations --count 200``.

A sample of mutants of the core rooms, drawn by a seed, is put before the tests that reach the changed lines, the
fastest first; those that survive are printed with what was changed, and the score. Which tests reach which lines is
measured at the first run and kept in ``.mutations``; ``--measure`` measures it again, as after new tests. What is
known to change nothing stands in ``tests/mutations/equivalent.txt``, with the reason.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.mutations.changes import changes_of
from tests.mutations.reach import KEPT, ROOT, Reach, measure
from tests.mutations.trial import Mutant, Trial, by_import, in_session

ROOMS = ("ledger", "law", "balance", "funds", "book")
EQUIVALENT = Path(__file__).with_name("equivalent.txt")


def asked() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("rooms", nargs="*", default=ROOMS, help="rooms, or paths from the root; PATH:LINE for a line")
    parser.add_argument("--count", type=int, default=200, help="how many mutants are drawn")
    parser.add_argument("--seed", default="1", help="draws the same mutants of the same code")
    parser.add_argument("--minutes", type=float, default=60, help="begin no mutant after so many minutes")
    parser.add_argument("--patience", type=float, default=60, help="seconds of tests that a mutant must survive")
    parser.add_argument("--jobs", type=int, default=2, help="mutants on trial at once")
    parser.add_argument("--measure", action="store_true", help="measure again which tests reach which lines")
    parser.add_argument("--tests", nargs="*", default=["tests"], help="the tests that are measured")
    return parser.parse_args()


def mutants_of(paths: Iterable[Path]) -> Iterator[Mutant]:
    """Every mutant of modules."""
    for path in paths:
        for number in range(len(changes_of(ast.parse(path.read_text())))):
            yield Mutant(str(path.relative_to(ROOT)), number)


def drawn(rooms: Sequence[str], count: int, seed: str) -> list[Mutant]:
    """A sample of the mutants of rooms, or of a line."""
    found: list[Mutant] = []
    for room in rooms:
        name, _, line = room.partition(":")
        place = ROOT / "sifund_ledger" / name if name in ROOMS else ROOT / name
        mutants = mutants_of(sorted(place.rglob("*.py")) if place.is_dir() else [place])
        found += [each for each in mutants if not line or int(line) in each.change()[1].lines]
    return random.Random(seed).sample(found, min(count, len(found)))


def named(mutant: Mutant) -> str:
    """A mutant in a line that says the same while the code around it moves."""
    return f"{mutant.path}: " + "  ".join(mutant.change()[1].diff())


def place_of(mutant: Mutant) -> str:
    """The file and line of a mutant."""
    return f"{mutant.path}:{mutant.change()[1].lines.start}"


class Run:
    """A run over a sample: its trials as they end, and what came of them."""

    def __init__(self, about: argparse.Namespace) -> None:
        self.reach, self.ended = Reach(), list[Trial]()
        self._about, self._until = about, time.monotonic() + 60 * about.minutes
        self._out = os.fdopen(os.dup(sys.stdout.fileno()), "w")  # pytest keeps the other

    def say(self, text: str) -> None:
        """Print a line."""
        print(text, file=self._out, flush=True)

    def try_all(self, mutants: Sequence[Mutant], run: Callable[..., int]) -> None:
        """Try mutants, some at once, while there is time."""
        waiting, running = [*reversed(mutants)], dict[int, Trial]()
        while running or (waiting and time.monotonic() < self._until):
            while waiting and len(running) < self._about.jobs and time.monotonic() < self._until:
                mutant = waiting.pop()
                tests = self.reach.of(mutant.file, mutant.change()[1].lines)
                trial = Trial(mutant, tests, self.reach, self._about.patience)
                self._go_on(trial, run, running)
            if running:
                process, status = os.wait()
                trial = running.pop(process)
                if trial.ended(process, status):
                    self._end(trial)
                else:
                    self._go_on(trial, run, running)

    def _go_on(self, trial: Trial, run: Callable[..., int], running: dict[int, Trial]) -> None:
        process = trial.begin(run)
        if process:
            running[process] = trial
        else:
            self._end(trial)

    def _end(self, trial: Trial) -> None:
        assert trial.mutant is not None
        self.ended.append(trial)
        how = trial.killer or "SURVIVED"
        self.say(f"{len(self.ended):4} {trial.seconds:4.0f} s  {place_of(trial.mutant)}  {how}")

    def sound(self, tests: Sequence[str], run: Callable[..., int]) -> bool:
        """Whether tests pass with the code as it is: else they prove nothing of a mutant."""
        trial = Trial(None, tests, self.reach, patience=600)
        while process := trial.begin(run):
            if trial.ended(*os.waitpid(process, 0)):
                self.say(f"\nWith the code as it is there fails: {trial.killer}")
                return False
        return True

    def report(self) -> int:
        """Print what survives and the score; how many survive."""
        known = {line.partition("  # ")[0].strip() for line in EQUIVALENT.read_text().splitlines()}
        made = [trial for trial in self.ended if trial.killer != "not made"]
        lived = [trial.mutant for trial in made if trial.mutant is not None and not trial.killer]
        survived = [mutant for mutant in lived if named(mutant) not in known]
        for mutant in survived:
            self.say(f"\n{place_of(mutant)}\n{named(mutant)}")
        killed = len(made) - len(lived)
        self.say(
            f"\n{len(made)} tried: {killed} killed, {len(lived) - len(survived)} equivalent, {len(survived)} survived."
        )
        self.say(f"Of those not equivalent, {100 * killed / max(1, killed + len(survived)):.1f} % were killed.")
        return len(survived)


def main() -> int:
    """Try the sample, and print what survives and the score. 1 where something survives, or a test proves nothing."""
    about = asked()
    if about.measure or not KEPT.is_dir():
        measure(about.tests, about.jobs)
    run = Run(about)
    sample = drawn(about.rooms, about.count, about.seed)
    of_functions = [mutant for mutant in sample if mutant.functions() is not None]
    sound = list[bool]()

    def in_functions(tests_run: Callable[..., int]) -> None:
        run.try_all(of_functions, tests_run)
        sound.append(run.sound(sorted({trial.killer for trial in run.ended if "::" in trial.killer}), tests_run))

    if not run.sound(run.reach.every()[:30], by_import):
        return 1
    run.try_all([mutant for mutant in sample if mutant not in of_functions], by_import)
    in_session(run.reach.files(), in_functions)
    return 1 if run.report() or sound != [True] else 0


if __name__ == "__main__":
    raise SystemExit(main())
