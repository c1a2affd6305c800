"""``python -m sifund_ledger`` is the command ``sifund``."""

import sys

from sifund_ledger.cli import main

if __name__ == "__main__":
    sys.exit(main())
