"""What does not fit together, as a workbook: a row for each case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nuanxin.domains.life.anomalies import Anomaly, Case
from nuanxin.domains.people.models import Person
from nuanxin.domains.sheets import Column, Sheet
from nuanxin.policy.text import Text

Row = tuple[Anomaly, Case]


def cases(rules: Sequence[Anomaly], names: Mapping[str, Person]) -> Sheet[Row]:
    """The cases of all rules; each says where its evidence is."""
    columns: Sequence[Column[Row]] = (
        Column(Text("规则", "Rule"), lambda row: row[0].title, width=34),
        Column(
            Text("姓名", "Name"),
            lambda row: names[row[1].person_id].name if row[1].person_id in names else None,
        ),
        Column(Text("编号", "Number"), lambda row: row[1].person_id, look="person"),
        Column(Text("情况", "Case"), lambda row: row[1].words, width=48),
        Column(Text("另知", "Besides"), lambda row: row[1].named or None, width=34),
        Column(Text("凭据", "Evidence"), lambda row: row[1].link, width=34),
    )
    rows = [(rule, case) for rule in rules for case in rule.cases]
    return Sheet(Text("要看一看的", "Things to look at"), columns, rows, len(rows))
