"""What there is to say about a cell that was written otherwise than the contract wants it."""

from __future__ import annotations

from nuanxin.policy.text import Text

WIDTH = "written in full width or with blanks"
DATE = "another way to write the date"
SERIAL = "a spreadsheet's day number"
WORD = "a word for it"
NUMBER = "another way to write the number"
NEXT_DAY = "ends on the next day"
YEAR = "year taken from the title"
BY_NAME = "found by name"
MERGED = "this record was merged into another"
DERIVED = "number made from the row itself"
YUAN = "yuan, kept in fen"
CHANGED = "changed"
DIGITS_LOST = "the spreadsheet has lost the last digits; write it as text"
FORMULA_ERROR = "a formula that failed"
NO_VALUE = "a formula without a value; open the file and save it once"
NO_TIME = "a date without a time"
NO_YEAR = "a date without a year, and no title tells it"
OTHER_NAME = "the number is another person's"
CLASH_ATTENDANCE = "hours already recorded as worked"
CLASH_SPELLS = "overlaps another spell at the same post"

CHINESE: dict[str, str] = {
    WIDTH: "全角或空格已改",
    DATE: "日期写法已统一",
    SERIAL: "表格里的日期数字已还原",
    WORD: "按常用说法理解",
    NUMBER: "数字写法已统一",
    NEXT_DAY: "跨午夜，到次日结束",
    YEAR: "年份取自标题",
    BY_NAME: "按名称找到",
    MERGED: "这份记录已并入另一份",
    DERIVED: "没有编号，按内容编了一个",
    YUAN: "元，已换算为分",
    CHANGED: "已改",
    DIGITS_LOST: "表格把后几位数字丢了；请按文本重填",
    FORMULA_ERROR: "公式出错",
    NO_VALUE: "公式没有算出值；请打开文件保存一次",
    NO_TIME: "有日期，没有时间",
    NO_YEAR: "日期没有年份，标题里也没有",
    OTHER_NAME: "姓名与编号不是同一个人",
    CLASH_ATTENDANCE: "这段时间已登记在上班",
    CLASH_SPELLS: "与同一岗位的另一段任务期重叠",
}


def words(note: str) -> Text:
    """A note in both languages."""
    return Text(CHINESE.get(note, note), note)
