"""The clock of a public notice: which of its days it is, and from when it can be approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from nuanxin.domains.pay.models import PayRun


@dataclass(frozen=True)
class Clock:
    """A notice of ``days`` days, ``past`` of them over; ``opens`` is the first day to approve."""

    today: date
    days: int
    past: int
    opens: date

    @classmethod
    def of(cls, run: PayRun, today: date) -> Clock | None:
        """The clock of a run; None before its notice."""
        if run.noticed_on is None or run.notice_until is None:
            return None
        days = (run.notice_until - run.noticed_on).days
        past = min(max((today - run.noticed_on).days, 0), days)
        return cls(today, days, past, run.notice_until + timedelta(days=1))

    @property
    def left(self) -> int:
        """Days until it can be approved."""
        return max((self.opens - self.today).days, 0)

    @property
    def is_over(self) -> bool:
        return self.left == 0

    @property
    def boxes(self) -> list[bool]:
        """A box for each day of the notice, filled when it is over."""
        return [number < self.past for number in range(self.days)]
