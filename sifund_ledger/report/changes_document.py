"""What has changed in a book as a report (ändringsrapport): two copies compared, or a book since a checkpoint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.audit.changes import Changes
from sifund_ledger.findings import Bilingual
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Form, Observations, Part, Prose, Report, Section
from sifund_ledger.report.records import Records
from sifund_ledger.wording import Calls, in_python

_SAID: Final = {
    True: Bilingual(
        "Den nya kopian fortsätter den gamla: alla den gamlas poster finns i den, oförändrade.",
        "The new copy continues the old: it has every record of the old, unchanged.",
    ),
    False: Bilingual(
        "Den nya kopian fortsätter inte den gamla. Orsaken står under Iakttagelser.",
        "The new copy does not continue the old. The reason is under Findings.",
    ),
}


def changes_report(changes: Changes, *, language: Language = "sv", calls: Calls = in_python) -> Report:
    """Two copies of a book compared, as a document in every form that reports have; ``calls`` as in other reports.

    The records that changed a printed amount stand last, with what they post.

    >>> from sifund_ledger import open_book
    >>> from sifund_ledger.audit import compare_books
    >>> book = open_book(create="Ale kommun", actor="ekonomi")
    >>> made = changes_report(compare_books(book, book))
    >>> made.title, [section.code for section in made.sections]
    ('Två kopior av en bok', ['summary', 'changes'])
    """
    named = {seq for each in changes.changed for seq in each.records}
    records = Records(tuple(record for record in changes.records if record.seq in named))
    parts: dict[str, tuple[Part, ...]] = {
        "summary": (
            Prose((_SAID[not changes.findings].words(language), changes.in_brief(language)), boxed=True),
        ),
        "findings": (Observations(changes.findings),) if changes.findings else (),
        "changes": tuple(parts_of_changes(changes, language)),
        "records": (records.vouchers(records.by_seq, language),) if records.by_seq else (),
    }  # fmt: skip
    sections = (Section(code, words.HEADINGS[code].words(language), each) for code, each in parts.items() if each)
    title = words.TITLES["changes"].words(language)
    return Report(title, changes.entity, Form.AUDIT, language, str(changes.head), tuple(sections), calls=calls)


def parts_of_changes(changes: Changes, language: Language) -> Iterator[Part]:
    """The printed amounts that have changed, or that none has; and the records made since."""
    changed, log = changes.tables(language)
    yield Figures(changed) if changes.changed else Prose(tuple(map(str, changed.remarks)))
    if changes.records:
        yield Figures(log)
