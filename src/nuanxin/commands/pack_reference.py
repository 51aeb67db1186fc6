"""``nuanxin pack reference``: the reference of a pack as Markdown, written from the pack."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import Refused
from nuanxin.engines.reference import write_reference
from nuanxin.packs import load_pack


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("reference")
    def reference(
        out: Annotated[Path, typer.Option(help="the folder to write into")],
        name: Annotated[str, typer.Argument(help="the pack: a name or folder")] = "dalian2020",
        root: Annotated[Path, typer.Option(help="the checkout whose tests are named")] = Path(),
    ) -> None:
        """Write which measure, provision, parameter, case, page and test belong together.

        Example: nuanxin pack reference dalian2020 --out docs/reference/dalian2020
        """
        if out.exists() and not out.is_dir():
            raise Refused(f"--out {out}: is a file, expected a folder")
        changed = write_reference(load_pack(name), root, out)
        for file in changed:
            typer.echo(f"changed: {file.relative_to(out)}")
        typer.echo(f"{len(changed)} pages changed")
