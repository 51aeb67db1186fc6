"""The steps that people take with a file; one that does not fit where it stands changes nothing."""

from __future__ import annotations

from nuanxin.domains.intake import uploads
from nuanxin.domains.intake.models import Upload
from nuanxin.domains.intake.selectors import state_of


def write(one: Upload) -> None:
    """Write what was read."""
    if state_of(one) in ("read", "broken", "stopped"):
        uploads.start(one, "writing")


def read_again(one: Upload) -> None:
    """Read it once more; what is written stays."""
    if state_of(one) not in ("reading", "writing", "written"):
        uploads.start(one, "reading")


def forget(one: Upload) -> bool:
    """Remove the file, and what was understood of it; False while somebody works on it."""
    if state_of(one) in ("reading", "writing"):
        return False
    uploads.forget(one)
    return True
