"""The command line of `python -m bot`; `python -m bot --help` says what there is."""

from __future__ import annotations

import sys

from bot import logs
from bot.commandline import main

if __name__ == "__main__":
    logs.configure("warning")
    sys.exit(main(sys.argv[1:]))
