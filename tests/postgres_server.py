"""A real PostgreSQL server for tests (databas för prov): the one that ``SIFUND_TEST_PG`` names, else one of our own.

PostgreSQL refuses to run as root: then it is run as the user ``postgres``, which Debian's package makes.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

_LOCAL: Final = "initdb --no-sync --auth=trust --username=postgres --encoding=UTF8 --locale=C --pgdata"


def _programs() -> Path | None:
    """Where Debian's binaries are, the newest, or those on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    on_path = shutil.which("pg_ctl")
    return found[-1] if found else Path(os.path.realpath(on_path)).parent if on_path else None


def _run(*command: str) -> None:
    """Run a program of the server, as nobody who may do everything."""
    if os.geteuid() == 0:
        command = ("runuser", "-u", "postgres", "--", *command)
    subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=60)


@contextmanager
def server(*, durable: bool = False) -> Iterator[str | None]:
    """The address of a server as its administrator, such as ``postgresql://postgres@/postgres?host=…``; ``None`` where
    there is none and none can be started. One of our own brings nothing to the disk unless it is to be ``durable``."""
    if given := os.environ.get("SIFUND_TEST_PG"):
        yield given
        return
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="sifund-pg-"))
    try:
        if os.geteuid() == 0:
            who = pwd.getpwnam("postgres")
            os.chown(folder, who.pw_uid, who.pw_gid)
        data = folder / "data"
        _run(str(programs / "initdb"), *_LOCAL.split()[1:], str(data))
        asked = f"-k {folder} -c listen_addresses=''" + ("" if durable else " -c fsync=off -c full_page_writes=off")
        _run(str(programs / "pg_ctl"), "-D", str(data), "-o", asked, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql://postgres@/postgres?host={quote(str(folder))}"
        finally:
            _run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
