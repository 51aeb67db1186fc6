"""Reading problems and rosters: by the look of the path, the right reader."""

from __future__ import annotations

from pathlib import Path

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats.inrc2 import named_instance, read_inrc2
from nuanxin.planning.roster.formats.plain import read_problem_json
from nuanxin.planning.roster.formats.sections import read_sections
from nuanxin.planning.roster.formats.table import read_roster, write_roster
from nuanxin.planning.roster.model import Problem

__all__ = ["read_problem", "read_roster", "write_roster"]


def read_problem(path: Path) -> Problem:
    """A problem from the SECTION_ text format, an INRC-II folder, or our JSON.

    An INRC-II folder holds several histories and weeks; ``folder/n030w4_1_6-2-9-1`` names history
    1 and those weeks, the folder alone history 0 and weeks 0, 1, …
    """
    if path.is_dir() or named_instance(path):
        return read_inrc2(path)
    if not path.exists():
        raise RosterError(f"{path}: there is no such file or folder")
    if path.suffix.lower() == ".json":
        return read_problem_json(path)
    return read_sections(path)
