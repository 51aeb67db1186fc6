"""By which names people head their columns, and which words they write into cells."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from nuanxin.facts.words import COLUMNS, TABLES, value_words
from nuanxin.policy.contract import TABLE, Column, Table

LABELS: dict[tuple[str, str], str] = {
    ("units", "unit_id"): "单位编号",
    ("units", "name"): "单位名称",
    ("units", "kind"): "单位性质",
    ("units", "district"): "所在区市县",
    ("people", "person_id"): "人员编号",
    ("people", "name"): "姓名",
    ("people", "unit_id"): "所在单位",
    ("people", "district"): "居住区市县",
    ("people", "street"): "居住街道",
    ("relations", "kind"): "关系",
    ("children", "child_id"): "子女编号",
    ("children", "name"): "子女姓名",
    ("posts", "post_id"): "岗位编号",
    ("posts", "name"): "岗位名称",
    ("posts", "unit_id"): "所属单位",
    ("posts", "kind"): "岗位类型",
    ("spells", "spell_id"): "任务期编号",
    ("attendance", "start"): "上班时间",
    ("attendance", "end"): "下班时间",
    ("attendance", "spell_id"): "任务期编号",
    ("absences", "kind"): "假别",
    ("declarations", "kind"): "事项",
    ("insurance", "kind"): "险种",
    ("insurance", "start_date"): "生效日期",
    ("insurance", "end_date"): "到期日期",
    ("harms", "kind"): "伤害类型",
    ("harms", "date"): "发生日期",
    ("findings", "decided_on"): "认定日期",
    ("deliveries", "subject_id"): "对象编号",
    ("deliveries", "on_date"): "兑现日期",
    ("stock_issues", "unit_id"): "发放单位",
    ("stock_issues", "person_id"): "领用人",
    ("stock_issues", "at"): "发放时间",
    ("waivers", "on_date"): "提出日期",
    ("waivers", "reason"): "放弃原因",
    ("waivers", "provision"): "条款",
}
"""The heading in our templates where the column's usual words do not say enough."""

ALSO: dict[str, str] = {
    "person_id": "人员 人员编号 工号 职工号 员工编号 人员id 员工号 职工编号 胸牌号",
    "name": "名称 姓名 名字 职工姓名 员工姓名",
    "unit_id": "单位 所在单位 工作单位 单位编号 单位名称 所属单位 科室 部门 所在科室",
    "parent_id": "上级单位 上级 主管单位 上级单位编号",
    "kind": "种类 类型 类别 性质 单位性质 岗位类型 假别 请假类型 险种 关系 事项",
    "district": "区市县 区县 所在区 辖区 所在区市县 行政区",
    "employment": "用工身份 用工形式 人员性质 编制 身份 人员类别 编制类型",
    "profession": "职业 岗位类别 专业 人员类型 职业类别",
    "is_leader": "是否领导 领导 领导干部 是否领导干部",
    "is_secretary": "是否书记 书记",
    "sex": "性别",
    "birth_date": "出生日期 出生年月 出生年月日 生日",
    "education": "学历 文化程度",
    "party": "政治面貌",
    "title_level": "职称级别 职称 职称等级",
    "id_number": "身份证号 身份证 身份证号码 证件号码 证件号 公民身份号码",
    "work_start": "参加工作 参加工作时间 工作时间",
    "relative_id": "亲属 亲属编号 家属 家属编号",
    "guardian_id": "监护人 监护人编号 家长",
    "other_guardian_id": "另一监护人 另一监护人编号",
    "stage": "学段 就读阶段",
    "post_id": "岗位 岗位编号 岗位名称 工作岗位 病区",
    "contact": "接触对象 接触类型",
    "risk": "风险等级 风险",
    "spell_id": "派驻 任务期 任务期编号 派驻编号 任务编号",
    "arranged_by": "派出单位 安排单位 派遣单位",
    "start_date": "开始日期 起始日期 开始 生效日期 开始时间 起",
    "end_date": "结束日期 截止日期 结束 到期日期 结束时间 止",
    "mission": "任务 任务类型",
    "aid_place": "支援地 支援地点 支援地区",
    "treats_confirmed": "救治确诊患者 是否救治确诊患者 是否救治确诊",
    "attendance_id": "考勤编号 考勤号",
    "start": "开始 上班时间 上班 开始时间 到岗时间 上岗时间 起始时间",
    "end": "结束 下班时间 下班 结束时间 离岗时间 下岗时间",
    "status": "状态 出勤状态 出勤情况",
    "contact_confirmed": "是否直接接触 是否接触 直接接触 是否接触确诊疑似 接触",
    "reason_over_8h": "超过8小时的原因 超时原因 超8小时原因 加班原因 延时原因",
    "reported_by": "填报单位 报送单位",
    "absence_id": "休假编号 请假编号",
    "date": "日期 发生日期 发布日期",
    "policy_no": "保单号 保险单号 保单号码",
    "harm_id": "伤病编号 伤害编号",
    "delivery_id": "兑现编号",
    "subject_id": "对象 对象编号 人员编号 工号",
    "on_date": "日期 兑现日期 发生日期 提出日期 支出日期",
    "quantity": "数量",
    "issue_id": "发放编号",
    "at": "时间 发放时间 领用时间",
    "item": "物品 物资名称 品名 物品名称",
    "standard": "标准号 执行标准 标准",
    "amount_fen": "金额分 金额",
    "is_workday": "是否工作日 工作日",
}
"""Other headings people use, parted by blanks; they count where the table has that column."""

WORDS: dict[str, str] = {
    "护士": "护师 主管护师 护理 护理人员",
    "医生": "医师 主治医师 大夫",
    "药师": "药剂师",
    "医技人员": "医技 技师 检验师",
    "公共卫生人员": "公卫 公卫医师 疾控人员",
    "行政人员": "行政 管理人员 行政管理",
    "警察": "民警 公安",
    "教师": "老师",
    "聘用人员": "合同制 编外 聘用 劳务派遣 合同工",
    "事业编制人员": "事业编 在编 事业编制",
    "公务员": "行政编",
    "社区干部": "社区工作者",
    "志愿者": "志愿服务人员",
    "已上班": "出勤 已出勤 正常 实际 上班",
    "计划": "排班 计划班",
    "已取消": "取消 停班",
    "年休假": "年假 年休",
    "补休": "调休 倒休",
    "隔离": "集中隔离 医学观察",
    "病假": "病休",
    "援外": "援鄂 支援湖北 外派 援汉",
    "本市": "本地 市内",
    "党员": "中共党员 共产党员",
    "预备党员": "中共预备党员",
    "意外伤害险": "意外险 意外伤害保险",
    "重大疾病险": "重疾险 重大疾病保险",
    "配偶": "夫妻 爱人 丈夫 妻子",
    "父母": "父亲 母亲",
    "医院": "医疗机构",
    "无": "没有",
    "副高级": "副高",
    "正高级": "正高",
    "发热门诊": "发热",
    "重症监护室": "重症 icu病房",
    "隔离病房": "隔离病区 负压病房",
}
"""Words people write for a word of a vocabulary."""

YES = frozenset(["是", "有", "对", "√", "✓", "✔", "y", "yes", "t", "true", "1", "属于"])
NO = frozenset(["否", "无", "没有", "不是", "×", "✗", "x", "n", "no", "f", "false", "0", "不"])
DAY, SPAN = "(day)", "(span)"
"""Columns of attendance that people part or join: the day alone, and both times in one cell."""
PARTED: dict[str, str] = {
    DAY: "日期 出勤日期 考勤日期 上班日期 值班日期",
    SPAN: "时段 上班时段 班次时间 起止时间 值班时间 工作时段",
}
PERSON_OTHERWISE = ["身份证号", "身份证", "身份证号码", "姓名", "职工姓名", "员工姓名", "人员姓名"]
"""How a person is told in a sheet that has no number for them."""
HINTS: dict[str, str] = {
    "units": "单位",
    "people": "人员 花名册 名册 职工 员工",
    "relations": "亲属 家属",
    "children": "子女 孩子",
    "posts": "岗位",
    "spells": "派驻 任务期 派遣 驰援",
    "attendance": "考勤 出勤 班表 排班 值班",
    "absences": "休假 请假 休息",
    "insurance": "保险",
    "harms": "伤病 工伤",
    "findings": "考察",
    "deliveries": "兑现 发放明细",
    "stock_issues": "物资 领用",
    "data_requests": "数据请求",
    "fund_entries": "经费 党费",
    "waivers": "放弃",
    "calendar": "日历",
}
"""Words in the name of a file or sheet that tell its table."""
EXPLAINED, EXPLANATION = "填写说明", ("列", "英文名", "怎么填")
LISTS = "选项"
"""The sheets of our templates that hold no data, and the first row of the one that explains."""
_ASIDE = re.compile(r"\(.*?\)|[\s*:,;/、。!?#.\-_]")


def folded(text: str) -> str:
    """A heading or word without what does not matter: width, blanks, case, marks, brackets."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    return _ASIDE.sub("", plain) or plain


def label(table: Table, column: Column) -> str:
    """The heading of a column in our templates."""
    return LABELS.get((table.name, column.name)) or COLUMNS[column.name].zh


@cache
def headings(table: str) -> dict[str, tuple[str, int]]:
    """Every heading we know of a table, folded: the column that it means, and how far-fetched.

    Of two headings for one column the less far-fetched counts: 工号 before 姓名.
    """
    known: dict[str, tuple[str, int]] = {}
    for column in TABLE[table].columns:
        known.setdefault(folded(label(TABLE[table], column)), (column.name, 0))
    for column in TABLE[table].columns:
        words = COLUMNS[column.name]
        told = [column.name, words.zh, words.en, *ALSO.get(column.name, "").split()]
        if column.name == "person_id" and table != "people":
            told += PERSON_OTHERWISE
        for rank, text in enumerate(told, 1):
            known.setdefault(folded(text), (column.name, rank))
    if table == "attendance":
        for parted, told_so in PARTED.items():
            known |= {folded(text): (parted, 0) for text in told_so.split()}
    return known


@cache
def vocabulary(table: str, column: str) -> dict[str, str]:
    """Every word we know for the values of a column, folded, and the value it means."""
    known: dict[str, str] = {}
    for value in TABLE[table].column(column).vocabulary:
        words = value_words(table, column, value)
        for told in (value, words.zh, words.en, *WORDS.get(words.zh, "").split()):
            known.setdefault(folded(told), value)
    return known


def hinted(name: str) -> list[str]:
    """The tables that the name of a sheet or file speaks of."""
    text = folded(name)
    exact = [table for table in TABLES if folded(table) == text]
    return exact or [
        table for table, words in HINTS.items() if any(word in text for word in words.split())
    ]
