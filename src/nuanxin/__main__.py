"""``python -m nuanxin``: the command."""

from nuanxin.cli import main

main()
