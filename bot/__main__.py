"""`python -m bot`: see `bot.cli.main`."""

import os
import sys

from bot.cli.main import main

if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # A database thread that an error kept open must not keep a dead bot from being restarted.
    os._exit(code)
