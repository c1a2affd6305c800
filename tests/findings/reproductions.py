"""Every kind of finding has a file here that brings it about: what it is, how it is run, what it gives.

Run one and read what it gives: ``python tests/findings/reproductions.py FUND_UNKNOWN``.
"""

from __future__ import annotations

import ast
import inspect
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from sifund_ledger import Finding, Refused, StoreUnavailable

HERE = Path(__file__).resolve().parent
HELPERS = {"situations.py", "reproductions.py"}


@dataclass(frozen=True)
class Reproduction:
    """A file that brings one finding about: its code is the file's name, its docstring says when a user meets it."""

    path: Path

    @property
    def code(self) -> str:
        """The code of the finding."""
        return self.path.stem.upper()

    @property
    def when(self) -> str:
        """When a user meets it, in one sentence."""
        return ast.get_docstring(ast.parse(self.source_file)) or ""

    @property
    def source_file(self) -> str:
        """The whole file."""
        return self.path.read_text("utf-8")

    @property
    def source(self) -> str:
        """The file without its docstring, as a page can quote it."""
        first = ast.parse(self.source_file).body[0]
        lines = self.source_file.splitlines()
        return "\n".join(lines[(first.end_lineno or 0) if self.when else 0 :]).strip()

    def run(self, folder: Path) -> tuple[Finding, ...]:
        """The findings that it is refused with, or that it returns; ``folder`` is for its files."""
        if str(HERE) not in sys.path:
            sys.path.insert(0, str(HERE))
        spec = spec_from_file_location(f"reproduction_of_{self.path.stem}", self.path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        takes_folder = bool(inspect.signature(module.reproduce).parameters)
        try:
            given = module.reproduce(folder) if takes_folder else module.reproduce()
        except (Refused, StoreUnavailable) as refusal:
            return refusal.findings
        return tuple(getattr(given, "findings", given) or ())


def reproductions() -> Iterator[Reproduction]:
    """Every reproduction, in the order of the codes."""
    for path in sorted(HERE.glob("*.py")):
        if path.name not in HELPERS and not path.name.startswith(("test_", "conftest")):
            yield Reproduction(path)


def main(codes: list[str]) -> None:
    """Print what the reproductions named, or all of them, give; in English and in Swedish."""
    for each in reproductions():
        if codes and each.code not in codes:
            continue
        with tempfile.TemporaryDirectory() as folder:
            found = [finding for finding in each.run(Path(folder)) if finding.code == each.code]
        for finding in found:
            print(finding.text("en"), finding.text("sv"), sep="\n", end="\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
