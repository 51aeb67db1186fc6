"""Published rules of other places in early 2020, as a pack that stands on Dalian's stages."""

from __future__ import annotations

from pathlib import Path

from nuanxin.packs import find_installed
from nuanxin.packs.folder import read_folder

PACK = read_folder(Path(__file__).parent, find_installed)
