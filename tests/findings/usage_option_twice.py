"""Two participants are given to a command that takes one: ``sifund project join … --participant A --participant B``.

sv: Två deltagare anges för ett kommando som tar en: ``sifund project join … --participant A --participant B``.
"""

from situations import typed


def reproduce():
    return typed("project join ale.sifund Navigator --participant A --participant B --day 2014-09-01")
