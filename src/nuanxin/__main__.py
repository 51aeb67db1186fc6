"""``python -m nuanxin``: the command."""

import sys

from nuanxin.cli import main

sys.exit(main())
