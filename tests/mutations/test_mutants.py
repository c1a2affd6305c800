"""What a mutation run changes: named changes in a small module, and mutants of the core rooms that all compile."""

from __future__ import annotations

import ast

from tests.mutations.__main__ import drawn, named
from tests.mutations.changes import changes_of

SOURCE = '''
def taken(ore, left):
    """What is taken, at most what is left."""
    if ore <= left and not frozen:
        record(ore, year=2013)
    return min(ore, left)
'''


def test_what_is_changed_in_a_function() -> None:
    tree = ast.parse(SOURCE)
    made = {tuple(change.diff()) for change in changes_of(tree)}
    assert ("- if ore <= left and (not frozen):", "+ if ore < left and (not frozen):") in made
    assert ("- if ore <= left and (not frozen):", "+ if ore <= left:") in made
    assert ("- if ore <= left and (not frozen):", "+ if False:") in made
    assert ("- return min(ore, left)", "+ return max(ore, left)") in made
    assert ("- record(ore, year=2013)", "+ record(ore, year=2014)") in made
    assert ("- record(ore, year=2013)", "+ record(ore)") in made
    assert ("+ if False:", "- record(ore, year=2013)", "+ record(ore, year=2013)") in made
    assert ast.dump(tree) == ast.dump(ast.parse(SOURCE))


def test_a_sample_is_the_same_for_a_seed_and_each_mutant_of_it_compiles() -> None:
    sample = drawn(["law"], 20, "1")
    assert sample == drawn(["law"], 20, "1") != drawn(["law"], 20, "2")
    for mutant in sample:
        tree, change = mutant.change()
        assert named(mutant).startswith(mutant.path + ": ")
        change.make()
        compile(ast.fix_missing_locations(tree), mutant.path, "exec")
