"""Roles are given where only the balances are asked for: ``sifund import sie 2012.se --roles roles.toml -O csv``.

sv: Roller anges där bara saldona efterfrågas: ``sifund import sie 2012.se --roles roles.toml -O csv``.
"""

from pathlib import Path

from sifund_ledger.cli.interchange.importing import command
from sifund_ledger.cli.output import Output


def reproduce(folder: Path):
    options = {"kind": "sie", "files": ("2012.se",), "year": None, "roles": "roles.toml", "unit": "kr"}
    command.callback.__wrapped__(output=Output("csv"), entity=None, **options)
