"""A result is to replace a book: ``sifund … -o ale.sifund --force``.

sv: Ett resultat ska ersätta en bok: ``sifund … -o ale.sifund --force``.
"""

from pathlib import Path

from situations import filed_book

from sifund_ledger.cli.output import Output


def reproduce(folder: Path):
    Output(out=str(filed_book(folder))).require(force=True)
