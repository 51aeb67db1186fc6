"""``nuanxin bench``: side-by-side figures as ratios."""

import typer

app = typer.Typer(help="Side-by-side figures as ratios.", no_args_is_help=True)
