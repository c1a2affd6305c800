"""A command is misspelt: ``sifund balanse-requirement``.

sv: Ett kommando är felstavat: ``sifund balanse-requirement``.
"""

from situations import typed


def reproduce():
    return typed("balanse-requirement figures.toml")
