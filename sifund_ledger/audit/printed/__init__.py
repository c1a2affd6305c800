"""The audit of a printed table that is not ours (granskning av en tryckt tabell): what it says, and whether it adds up.

``rows`` knows the labels of the usual tables, ``cells`` and ``columns`` read what stands in them, ``reading`` puts the
table together, ``adding`` follows its sums, ``statute`` draws it up by the law, and ``auditing`` says it all. No
amount is guessed at: what cannot be read in one way is reported, and left out of what rests on it.

To recognise one more label, add its pattern in ``rows``.
"""

from __future__ import annotations

from sifund_ledger.audit.printed.auditing import PrintedAudit, audit_printed
from sifund_ledger.audit.printed.columns import Line
from sifund_ledger.audit.printed.reading import PrintedPage, read_page

__all__ = ["Line", "PrintedAudit", "PrintedPage", "audit_printed", "read_page"]
