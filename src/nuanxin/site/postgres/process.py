"""Is that process alive, and is it ours?"""

from __future__ import annotations

from pathlib import Path


def is_serving(pid: int, data: Path) -> bool:
    """Whether process ``pid`` is a living postmaster of the data folder.

    A killed postmaster that nobody reaped stays listed as a zombie and looks alive to a signal;
    after a reboot its number may belong to anybody. So ask for its state and its folder:
    PostgreSQL works inside its data folder.
    """
    process = Path("/proc") / str(pid)
    try:
        state = (process / "stat").read_text(errors="replace").rpartition(")")[2].split()[0]
        return state not in "ZX" and (process / "cwd").readlink() == data
    except OSError:
        return False
