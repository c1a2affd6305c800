"""Which of the peers this Python has, and their versions."""

import json
import platform
from importlib.metadata import PackageNotFoundError, version

found = {"python": platform.python_version()}
for name in ("beancount", "abacus-minimal", "piecash"):
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        continue
print(json.dumps(found))
