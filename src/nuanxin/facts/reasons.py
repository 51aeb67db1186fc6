"""Why a row or a cell was set aside: stable English texts and their Chinese."""

from __future__ import annotations

from nuanxin.policy.contract import Kind

EMPTY = "empty"
NO_ITEM = "no item in the list"
NOT_IN_VOCABULARY = "not in vocabulary"
UNKNOWN_ID = "unknown id"
OTHER_PERSON = "spell of another person"
END_BEFORE_START = "end before start"
END_NOT_AFTER_START = "end not after start"
NO_PERSON = "release without person_id"
DUPLICATE = "duplicate key"
EARLY = "before 2019-12-01"
LATE = "more than 366 days after as-of"

UNREADABLE: dict[Kind, str] = {
    "date": "not a date YYYY-MM-DD",
    "time": "not a time YYYY-MM-DDTHH:MM:SS",
    "bool": "not true or false",
    "whole": "not a whole number",
    "decimal": "not a number of at least 0",
    "list": NO_ITEM,
}

CHINESE: dict[str, str] = {
    EMPTY: "空缺",
    NO_ITEM: "列表没有内容",
    NOT_IN_VOCABULARY: "不在规定的取值之内",
    UNKNOWN_ID: "编号查无此项",
    OTHER_PERSON: "任务期属于他人",
    END_BEFORE_START: "结束早于开始",
    END_NOT_AFTER_START: "结束不晚于开始",
    NO_PERSON: "解除任务未写明人员",
    DUPLICATE: "主键重复",
    EARLY: "早于 2019-12-01",
    LATE: "晚于截止日 366 天以上",
    UNREADABLE["date"]: "不是 YYYY-MM-DD 形式的日期",
    UNREADABLE["time"]: "不是 YYYY-MM-DDTHH:MM:SS 形式的时间",
    UNREADABLE["bool"]: "不是 true 或 false",
    UNREADABLE["whole"]: "不是整数",
    UNREADABLE["decimal"]: "不是不小于 0 的数",
}
