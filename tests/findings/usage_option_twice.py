"""Two participants are given to a command that takes one: ``sifund project join … --participant A --participant B``.

sv: Två deltagare anges för ett kommando som tar en: ``sifund project join … --participant A --participant B``.
"""

from click import Context

from sifund_ledger.cli.program import program


def reproduce():
    group = program.get_command(Context(program), "project")
    join = group.get_command(Context(group), "join")
    typed = "ale.sifund Navigator --participant A --participant B --day 2014-09-01"
    with join.make_context("join", typed.split()) as context:
        join.callback.__wrapped__(**context.params)
