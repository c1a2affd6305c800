"""The year-end (bokslutet), pure over a book's state: figures, proposal, what to post."""
