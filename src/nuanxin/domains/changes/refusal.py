"""What the live city refuses, said so that the one who wrote can mend it."""

from __future__ import annotations

from django.db import DatabaseError

from nuanxin.facts.words import COLUMNS, TABLES
from nuanxin.policy.contract import TABLE
from nuanxin.policy.text import Text

WORDS: dict[str, Text] = {
    "attendance_apart": Text(
        "这段时间里这个人已登记在上班，同一个人不能同时上两个班；请与登记的单位核对",
        "these hours are already recorded as worked by this person, who cannot work twice at "
        "once; check with the unit that recorded them",
    ),
    "spells_apart": Text(
        "同一个人在同一岗位上的任务期重叠；请改日期，或改正原来的任务期",
        "two spells of one person at one post overlap; change the dates, or correct the other",
    ),
    "attendance_own_spell": Text(
        "任务期属于他人；请填本人的任务期，或留空", "the spell is another person's; name their own"
    ),
    "units_tree": Text("单位不能是自己的上级；请检查上级单位", "a unit cannot stand above itself"),
    "people_not_into_itself": Text("不能并入自己", "a record cannot be merged into itself"),
    "declarations_release_of_whom": Text(
        "解除任务要写明人员", "a release must name the person released"
    ),
}
"""Constraints of the live tables by name, and what to tell when one refuses."""

ENDINGS: dict[str, Text] = {
    "_in_order": Text("结束早于开始；请检查两个日期", "it ends before it starts; check the dates"),
    "_known": Text("不在规定的取值之内", "is not in the vocabulary"),
    "_said": Text("不能空着", "must not be empty"),
    "_not_negative": Text("不能小于 0", "must not be below 0"),
    "_once": Text("这一条已经有了", "is there already"),
    "_pkey": Text("这个编号已经有了", "this number is taken"),
}


class Refusal(Exception):
    """A write that cannot stand; ``text`` says why and what to do, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        self.text = Text(zh, en)
        super().__init__(f"{zh} / {en}")


def constraint_of(error: DatabaseError) -> str:
    """The name of the constraint that a database error speaks of; empty when of none."""
    diag = getattr(error.__cause__, "diag", None)
    return str(getattr(diag, "constraint_name", None) or "")


def refusal_of(error: DatabaseError) -> Refusal:
    """The refusal that a violated constraint means."""
    name = constraint_of(error)
    if words := WORDS.get(name):
        return Refusal(words.zh, words.en)
    zh, en = _named(name)
    for ending, words in ENDINGS.items():
        if name.endswith(ending):
            return Refusal(f"{zh}：{words.zh}", f"{en}: {words.en}")
    if name.endswith("_fk") or "_fk_" in name:
        return Refusal(f"{zh}：编号查无此项，请先登记它", f"{en}: unknown id; record it first")
    told = str(error).partition("\n")[0]
    return Refusal(f"数据库拒绝了：{told}", f"the database refused: {told}")


def _named(constraint: str) -> tuple[str, str]:
    """The table and column in the name of a constraint, in Chinese and English."""
    bare = constraint.removeprefix("live_")
    for name, table in TABLE.items():
        if bare.startswith(f"{name}_"):
            rest = bare.removeprefix(f"{name}_")
            columns = [c.name for c in table.columns if rest.startswith(c.name)]
            words = [TABLES[name], *([COLUMNS[max(columns, key=len)]] if columns else [])]
            return "".join(w.zh for w in words), " ".join(w.en for w in words)
    return constraint, constraint
