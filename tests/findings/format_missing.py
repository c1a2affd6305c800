"""Figures come through a pipe, which has no file name: ``sifund balance-requirement -``.

sv: Uppgifterna kommer genom ett rör, som inte har något filnamn: ``sifund balance-requirement -``.
"""

from situations import refusing


def reproduce():
    refusing(
        "balance-requirement",
        file="-",
        file_format=None,
        code=None,
        draft=False,
        form="annual",
        labels=None,
        template=None,
    )
