"""The year-end (bokslutet), pure over a book's state: figures, proposal, what to post.

``book_state`` is the state of a book, a tuple of every room's folds; ``proposal`` draws a year up from it, ``run``
is what a user holds until it is posted. It knows ``balance`` and ``funds``, which do not know each other.
"""
