"""The commands of a book (bok): those made from its declared commands, and those that look, keep and post."""
