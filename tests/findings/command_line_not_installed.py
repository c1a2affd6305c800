"""The library is installed without the command line: ``pip install sifund-ledger``.

sv: Biblioteket är installerat utan kommandoraden: ``pip install sifund-ledger``.
"""

from sifund_ledger.cli import not_installed


def reproduce():
    return [not_installed(ModuleNotFoundError("No module named 'click'", name="click"))]
