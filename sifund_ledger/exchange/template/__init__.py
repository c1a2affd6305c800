"""Workbooks (arbetsböcker): the template that people fill in, and reading it back through the declared fields.

``archive`` opens the file within limits, ``sheets`` has its cells, ``headed`` its columns by their headings, ``cells``
what a field has of a cell; ``figures_sheets`` and ``events_sheets`` make the tree of a figures file and of an events
file, with a cell for each value; ``template`` writes, ``marking`` puts findings into a copy. To add a sheet, declare it
in ``layout``. Knows no rule of the balance requirement or of funds.
"""
