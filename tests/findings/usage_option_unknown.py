"""An option is misspelt: ``sifund demo --keeep folder``.

sv: Ett alternativ är felstavat: ``sifund demo --keeep folder``.
"""

from situations import typed


def reproduce():
    return typed("demo --keeep folder")
