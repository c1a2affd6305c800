"""An option stands last, without its value: ``sifund demo --keep``.

sv: Ett alternativ står sist, utan sitt värde: ``sifund demo --keep``.
"""

from situations import typed


def reproduce():
    return typed("demo --keep")
