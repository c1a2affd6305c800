"""Book (bok): one municipality's journal, funds and years.

``verbs`` has :class:`Book`, whose methods do commands (``command``) or answer questions (``asking``). ``commands``
finds a command by its name and reads events files; ``situation`` is what a command is decided in; ``recording`` keeps
the records. It knows every room below it. To add a command, see ``commands``.
"""

from sifund_ledger.book.verbs import Book

__all__ = ["Book"]
