"""``python -m steward``."""

import multiprocessing
import sys

from steward.cli import main

if __name__ == "__main__":
    # A frozen program starts its worker processes through this file.
    multiprocessing.freeze_support()
    sys.exit(main())
