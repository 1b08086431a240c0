"""The command line: `python -m bot serve | load | check | export`."""

from __future__ import annotations

import sys

from bot.commandline import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
