"""A document, such as ``-O docx``, is to be printed, and standard output is a terminal.

sv: Ett dokument, som ``-O docx``, ska skrivas på skärmen.
"""

import sys
from unittest import mock

from sifund_ledger.cli.output import Output


def reproduce():
    with mock.patch.object(sys, "stdout") as terminal:
        terminal.isatty.return_value = True
        Output("docx").require()
