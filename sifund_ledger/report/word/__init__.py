"""A report as a Word document (Word-dokument): text, tables, charts and links in named styles.

``document`` makes the whole; ``tables``, ``charts``, ``origins`` and ``prose`` write its parts as ``markup``;
``template`` opens a municipality's own document, ``styles`` sees to that every style is there; ``blank`` is what a
document is made from without a template. Styles that Word has are meant by Word's own names, so that text which is
pasted into another document takes its look; the others have Swedish names.
"""
