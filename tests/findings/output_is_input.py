"""The output would overwrite the figures: ``sifund balance-requirement figures.toml -o figures.toml``.

sv: Utdata skulle skriva över uppgifterna: ``sifund balance-requirement figures.toml -o figures.toml``.
"""

from pathlib import Path

from sifund_ledger.cli.output import Output


def reproduce(folder: Path):
    file = folder / "figures.toml"
    file.write_text('[[year]]\nyear = 2014\nnet_result = "-149"\n')
    Output(out=str(file), inputs=(str(file),)).require()
