"""The JSON Schemas that others read (scheman), by name: of what comes in, and of all that leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sifund_ledger.exchange.events_file import events_schema
from sifund_ledger.exchange.statements.figures_file import figures_schema
from sifund_ledger.exchange.wire import audit, dump, law, snapshots, statement, tables
from sifund_ledger.exchange.wire.schema import schema_of

SHAPES: Final[Mapping[str, object]] = {
    "audit": audit.AuditShape,
    "audit-printed": audit.PrintedShape,
    "book": snapshots.BookShape,
    "changes": audit.ChangesShape,
    "dump": dump.AboutShape | dump.RecordShape,
    "explained": law.CodesShape | law.ExplainedShape | law.ExplainedCheck,
    "findings": statement.FindingsShape,
    "fund": snapshots.FundShape,
    "law-calendar": law.CalendarShape,
    "law-changes": law.RuleChangesShape,
    "law-rules": law.RulesShape,
    "project": snapshots.ProjectShape,
    "statement": statement.StatementShape,
    "tables": tables.TablesShape,
    "texts": tables.TextsShape,
}
"""What leaves, by the name of its schema. A shape that changes so that what was read before is read no more gets
another version."""


def json_schemas(*, closed: bool = False) -> dict[str, dict[str, Any]]:
    """Every published JSON Schema (draft 2020-12) by its name: ``events`` and ``figures`` come in, the others leave.

    What leaves may get more keys in a later version, and its schemas allow that; ``closed`` ones allow no key that is
    not declared now.

    >>> schemas = json_schemas()
    >>> schemas["statement"]["$id"], schemas["events"]["$id"]
    ('urn:sifund:statement:1', 'urn:sifund:events:1')
    """
    coming_in = {"events": events_schema(), "figures": figures_schema()}
    leaving = {name: schema_of(shape, name, closed=closed) for name, shape in SHAPES.items()}
    return dict(sorted((coming_in | leaving).items()))
