"""The commands of a book by their names (kommandon): those that ask two rooms are here, the others in their rooms.

A command's module is loaded when it is first used. To add a command, declare it as ``ledger.commands`` says, name it in
its module's ``COMMANDS`` and here, and write its method in ``Book``.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import Final

from sifund_ledger.book import findings as codes
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Named
from sifund_ledger.ledger.commands import Command
from sifund_ledger.written import as_a_choice

_MODULES: Final = {
    "book.commands.equity": (
        "open_entity",
        "open_equity",
        "record_result",
        "adjust_equity",
        "dissolve_reserve",
        "correct_balance_result",
        "correct_reserve",
    ),
    "book.commands.comparing": ("compare_equity",),
    "book.commands.restoring": ("adopt_plan",),
    "book.commands.years": ("year_end", "start_closing", "reopen_year", "close_year", "decide_discharge"),
    "book.commands.records": ("correct", "blot_note", "move_decision"),
    "funds.fund.policies": ("create_fund", "change_policy", "change_purpose", "delegate", "state_intention"),
    "funds.fund.set_aside": ("set_aside", "set_aside_by_rule"),
    "funds.fund.moves": ("open_fund", "renew", "transfer", "dissolve"),
    "funds.project.grant": ("grant", "amend_grant"),
    "funds.project.use": ("use",),
    "funds.project.progress": ("report_cost", "carry_over", "release", "close_project", "reopen_project"),
    "funds.project.opening": ("open_project",),
    "funds.repayment.repaying": ("measure", "repay"),
    "funds.repayment.giving_up": ("waive", "reassign"),
    "funds.repayment.returning": ("return_repayment",),
    "funds.repayment.revision": ("revise_plan",),
    "funds.repayment.settlement": ("settle",),
    "funds.repayment.boards": ("register_board", "reorganise"),
    "programme.commands.pipeline": ("reach_stage", "join_project"),
    "programme.commands.applying": ("adopt_programme", "declare_application", "estimate_cost"),
    "programme.commands.contracting": ("sign_contract", "assess_outcome"),
    "programme.commands.outcomes": (
        "implement_project",
        "state_goal",
        "link_goal",
        "set_milestone",
        "calculate_effect",
    ),
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names}


def _commands_in(module: str) -> tuple[type[Command], ...]:
    found: tuple[type[Command], ...] = import_module(f"sifund_ledger.{module}").COMMANDS
    return found


@cache
def _at_home(name: str) -> type[Command]:
    return next(command for command in _commands_in(_HOMES[name]) if command.name == name)


@cache
def all_commands() -> tuple[type[Command], ...]:
    """Every command of a book; it loads them all."""
    return tuple(command for module in _MODULES for command in _commands_in(module))


def command_named(name: str, more: Iterable[type[Command]] = ()) -> type[Command]:
    """The command of a name, English or Swedish, in capitals too; ``more`` are those of a program's own rooms.

    Raises :class:`~sifund_ledger.Refused` for another name.

    >>> command_named("öronmärk").cli, command_named(" Öronmärk").cli
    ('fund set-aside', 'fund set-aside')
    """
    if name in _HOMES:
        return _at_home(name)
    known, meant = (*more, *all_commands()), as_a_choice(str(name))
    named = {each: command for command in reversed(known) for each in (command.name, command.sv)}
    command = named.get(name) or {as_a_choice(each): command for each, command in named.items()}.get(meant)
    if command is not None:
        return command
    near = ", ".join(get_close_matches(meant, named, n=3))
    listed = Named(*(", ".join(each) for each in zip(*(command.words() for command in known), strict=True)))
    raise Refused([codes.COMMAND_UNKNOWN.at("do", given=str(name)[:80], known=near or listed)])
