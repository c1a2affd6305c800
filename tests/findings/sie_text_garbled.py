"""A system took UTF-8 for another character set before it wrote the file.

sv: Ett system tog UTF-8 för en annan teckentabell innan det skrev filen.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie('#FORMAT PC8\n#KONTO 4010 "InkÃ¶p"\n'.encode())
