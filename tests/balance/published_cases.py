"""Published tables read into figures: our own file of a dozen, and every table of the public data."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from published_tables import published_in

from sifund_ledger.amounts import Unit
from sifund_ledger.balance.figures.year_figures import (
    ExceptionalGround,
    OpeningDeficit,
    OwnRow,
    YearFigures,
)
from sifund_ledger.decisions import Decision
from sifund_ledger.money import from_ore, to_ore

OURS = Path(__file__).resolve().parents[1] / "data" / "published.yaml"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = ("published_tables.yaml", "published_tables_2.yaml")


@dataclass
class Case:
    """A table: figures, opening deficits, what is printed, and where the print does not add up (öre)."""

    id: str
    year: int
    unit: Unit
    figures: YearFigures
    opening: list[OpeningDeficit] = field(default_factory=list)
    printed: dict[str, int] = field(default_factory=dict)
    differences: dict[str, int] = field(default_factory=dict)
    decimals: int = 0
    complete: bool = True


def our_cases() -> list[Case]:
    return [_ours(entry) for entry in published_in(OURS)]


def _ours(entry: dict[str, Any]) -> Case:
    unit: Unit = entry["unit"]

    def money(text: str):
        return from_ore(to_ore(text, unit=unit))

    given = dict(entry["figures"])
    rows = [OwnRow(label=row["label"], amount=money(row["amount"])) for row in given.pop("other_adjustments", [])]
    words = {key: given.pop(key) for key in ("kind", "presentation") if key in given}
    opening = [OpeningDeficit(year=o["year"], left=money(o["left"])) for o in entry.get("opening_deficits", [])]
    figures = YearFigures(
        year=entry["year"], other_adjustments=rows, **words, **{key: money(text) for key, text in given.items()}
    )
    return Case(
        id=entry["id"],
        year=entry["year"],
        unit=unit,
        figures=figures,
        opening=opening,
        printed={code: to_ore(text, unit=unit) for code, text in entry["printed"].items()},
        differences={code: to_ore(text, unit=unit) for code, text in entry.get("differences", {}).items()},
        decimals=entry.get("decimals", 0),
    )


# Role to figure, for a positive and for a negative printed amount.
ROLES = {
    "realisationsvinster": ("realised_losses_exempt", "realised_gains"),
    "realisationsvinst_undantag": ("realised_gains_exempt", None),
    "realisationsforlust_undantag": ("realised_losses_exempt", None),
    "orealiserat": ("unrealised_losses", "unrealised_gains"),
    "aterforing_orealiserat": ("unrealised_gains_reversed", "unrealised_losses_reversed"),
    "rur_reservering": (None, "reserve_allocated"),
    "rur_anvandning": ("reserve_used", None),
    "rur_anvandning_efter_2024": ("equalisation_reserve_used", None),
    "oronmarkning_anvandning": ("earmark_used", None),
}
RESULTS = {"subtotal_balanskravsjusteringar", "balanskravsresultat"}


def shared_tables() -> list[dict[str, Any]]:
    """Every balanskravsutredning of the public data that begins with a result; none where the data are not here."""
    tables = []
    for name in FILES:
        path = SHARED / name
        if path.is_file():
            tables += published_in(path)
    return [
        table
        for table in tables
        if table["kind"] == "balanskrav"
        and table["status"] != "rule"
        and any(row["role"] == "arets_resultat" for row in table["rows"])
    ]


class Reader:
    """Reads one table of the public data, row by row, into a case."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.year: int = table["year"]
        self.unit: Unit = "mkr" if table["unit"] == "mnkr" else table["unit"]
        self.rows = [row for row in table["rows"] if row["amount"] is not None]
        self.roles = [row["role"] for row in self.rows]
        self.sums: dict[str, int] = {}
        self.own: list[OwnRow] = []
        self.opening: list[OpeningDeficit] = []
        self.grounds: list[ExceptionalGround] = []
        self.presentation = "strict"
        self.printed: dict[str, int] = {}
        self.code_of_label: dict[str, str] = {}

    def ore(self, row: dict[str, Any]) -> int:
        sign = -1 if row.get("sign") == -1 and not row.get("memo") else 1
        return sign * to_ore(Decimal(str(row["amount"])), unit=self.unit)

    def case(self) -> Case:
        for position, row in enumerate(self.rows):
            self._row(position, row)
        self._results()
        figures = YearFigures(
            year=self.year,
            kind={"draft": "outcome"}.get(self.table["status"], self.table["status"]),
            presentation=self.presentation,
            other_adjustments=self.own,
            exceptional_grounds=self.grounds,
            **{key: from_ore(ore) for key, ore in self.sums.items()},
        )
        listed = self.table.get("subtotal_differences") or []
        differences = {}
        for entry in listed:
            code = self.code_of_label[entry["label"]]
            ore = to_ore(Decimal(str(entry["printed_minus_computed"])), unit=self.unit)
            differences[code] = -ore if code == "to_restore" else ore
        texts = [str(row["amount"]) for row in self.rows]
        return Case(
            id=self.table["id"],
            year=self.year,
            unit=self.unit,
            figures=figures,
            opening=self.opening,
            printed=self.printed,
            differences=differences,
            decimals=max(len(text.partition(".")[2]) for text in texts),
            complete=not self.table.get("incomplete"),
        )

    def _before(self, position: int, roles: set[str]) -> bool:
        """Whether one of the roles is still to come."""
        return any(role in roles for role in self.roles[position + 1 :])

    def _row(self, position: int, row: dict[str, Any]) -> None:
        role, ore = row["role"], self.ore(row)
        if role in RESULTS or role in ("subtotal", "kvar_att_aterstalla", "att_aterstalla"):
            return
        if role == "arets_resultat":
            self.sums["net_result"] = ore
        elif row.get("memo") or ore == 0 or role == "ackumulerat_tidigare_ar":
            return
        elif self.year <= 2012:
            self.own.append(OwnRow(label=row["label"], amount=from_ore(ore)))
        elif role in ROLES:
            key = ROLES[role][0 if ore > 0 else 1]
            assert key is not None, row
            self.sums[key] = self.sums.get(key, 0) + abs(ore)
            if role == "oronmarkning_anvandning":
                self.presentation = "added_back"
        elif role == "synnerliga_skal" and not self._before(position, {"balanskravsresultat"}):
            decided = Decision.parse(f"KF {self.year + 1}-04-30 § 1")
            ground = ExceptionalGround(
                amount=from_ore(ore), deficit_year=self.year, reason=row["label"], decision=decided
            )
            self.grounds.append(ground)
        elif role == "underskott_tidigare_ar" and not self._before(position, {"balanskravsresultat"}):
            self.opening.append(OpeningDeficit(year=self.year - 1, left=from_ore(-ore)))
        else:
            self.own.append(OwnRow(label=row["label"], amount=from_ore(ore)))
            before = self._before(position, {"subtotal_balanskravsjusteringar"})
            self.presentation = "added_back" if before else "inside"

    def _results(self) -> None:
        local = self.presentation != "strict"
        # The printed result is the one after use of what is left of RUR: here the presented, the decisive one.
        after = "equalisation_reserve_used" in self.sums
        codes = {
            "subtotal_balanskravsjusteringar": (
                "presented_result_after_adjustments" if local else "result_after_adjustments"
            ),
            "balanskravsresultat": "presented_result" if local or after else "balance_requirement_result",
        }
        for position, row in enumerate(self.rows):
            role, ore = row["role"], self.ore(row)
            if role == "subtotal":
                # A sum after the result is what is left of it; one without a result is the adjusted result.
                if "balanskravsresultat" not in self.roles:
                    code = "result_after_adjustments"
                elif "underskott_tidigare_ar" in self.roles and ore > 0 and not local:
                    code = "remaining_result"
                else:
                    continue
            elif role in ("kvar_att_aterstalla", "att_aterstalla"):
                if row.get("memo") and self.table.get("incomplete"):
                    continue
                code, ore = "to_restore", abs(ore)
            elif role in codes and position:
                code = codes[role]
            else:
                continue
            self.printed[code] = ore
            self.code_of_label[row["label"]] = code
