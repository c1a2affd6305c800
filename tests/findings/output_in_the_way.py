"""A result is to be written where a file lies already: ``sifund … -o figures.toml``, without ``--force``.

sv: Ett resultat ska skrivas där det redan ligger en fil: ``sifund … -o figures.toml``, utan ``--force``.
"""

from pathlib import Path

from sifund_ledger.cli.output import Output


def reproduce(folder: Path):
    (folder / "figures.toml").write_text("# edited by hand\n")
    Output(out=str(folder / "figures.toml")).require()
