"""The tables, columns and vocabularies of the facts contract, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nuanxin.domains.wording import pick
from nuanxin.policy.contract import TABLE
from nuanxin.policy.text import Text

TABLES: dict[str, Text] = {
    "units": Text("单位登记", "Unit"),
    "people": Text("人员登记", "Person"),
    "relations": Text("亲属关系", "Relation"),
    "children": Text("子女登记", "Child"),
    "posts": Text("岗位", "Post"),
    "spells": Text("派驻记录", "Spell"),
    "attendance": Text("考勤", "Attendance"),
    "absences": Text("休假记录", "Absence"),
    "declarations": Text("宣布与解除", "Declaration"),
    "insurance": Text("保险单", "Insurance"),
    "harms": Text("伤病记录", "Harm"),
    "findings": Text("考察结论", "Finding"),
    "deliveries": Text("兑现记录", "Delivery"),
    "stock_issues": Text("物资发放", "Stock issue"),
    "data_requests": Text("要数据的请求", "Data request"),
    "held_fields": Text("已有的字段", "Held field"),
    "fund_entries": Text("经费记录", "Fund entry"),
    "waivers": Text("本人放弃", "Waiver"),
    "calendar": Text("日历", "Calendar"),
}

COLUMNS: dict[str, Text] = {
    "unit_id": Text("单位", "Unit"),
    "name": Text("名称", "Name"),
    "parent_id": Text("上级单位", "Parent unit"),
    "kind": Text("种类", "Kind"),
    "district": Text("区市县", "District"),
    "person_id": Text("人员", "Person"),
    "employment": Text("用工身份", "Employment"),
    "profession": Text("职业", "Profession"),
    "is_leader": Text("是否领导", "Is a leader"),
    "is_secretary": Text("是否书记", "Is a secretary"),
    "sex": Text("性别", "Sex"),
    "birth_date": Text("出生日期", "Date of birth"),
    "education": Text("学历", "Education"),
    "party": Text("政治面貌", "Party membership"),
    "title_level": Text("职称级别", "Title level"),
    "title_since": Text("职称起始", "Title since"),
    "rank_since": Text("职级起始", "Rank since"),
    "work_start": Text("参加工作", "Working since"),
    "street": Text("街道", "Street"),
    "household_district": Text("户籍区市县", "Household district"),
    "needs_transport": Text("需要交通帮助", "Needs transport"),
    "id_number": Text("身份证号", "Id number"),
    "relative_id": Text("亲属", "Relative"),
    "child_id": Text("子女", "Child"),
    "guardian_id": Text("监护人", "Guardian"),
    "other_guardian_id": Text("另一监护人", "Other guardian"),
    "stage": Text("学段", "Stage"),
    "enrol_year": Text("入学年份", "Year of enrolment"),
    "needs_home_study": Text("需要居家学习指导", "Needs home study"),
    "post_id": Text("岗位", "Post"),
    "contact": Text("接触对象", "Contact"),
    "risk": Text("风险等级", "Risk"),
    "spell_id": Text("派驻", "Spell"),
    "arranged_by": Text("派出单位", "Arranged by"),
    "start_date": Text("开始日期", "First day"),
    "end_date": Text("结束日期", "Last day"),
    "mission": Text("任务", "Mission"),
    "aid_place": Text("支援地", "Place of aid"),
    "treats_confirmed": Text("救治确诊患者", "Treats confirmed cases"),
    "attendance_id": Text("考勤编号", "Attendance number"),
    "start": Text("开始", "Start"),
    "end": Text("结束", "End"),
    "status": Text("状态", "Status"),
    "contact_confirmed": Text("是否直接接触", "Direct contact confirmed"),
    "reason_over_8h": Text("超过 8 小时的原因", "Reason for more than 8 h"),
    "reported_by": Text("填报单位", "Reported by"),
    "absence_id": Text("休假编号", "Absence number"),
    "date": Text("日期", "Date"),
    "policy_no": Text("保单号", "Policy number"),
    "harm_id": Text("伤病编号", "Harm number"),
    "arises_from_duty": Text("是否因公", "Arises from duty"),
    "filed_on": Text("申报日期", "Filed on"),
    "decided_on": Text("决定日期", "Decided on"),
    "recognised": Text("是否认定", "Recognised"),
    "paid_on": Text("支付日期", "Paid on"),
    "clarified_on": Text("澄清日期", "Clarified on"),
    "finding_id": Text("结论编号", "Finding number"),
    "level": Text("等次", "Level"),
    "decided_by": Text("决定人", "Decided by"),
    "channels": Text("了解渠道", "Channels"),
    "expires_on": Text("失效日期", "Expires on"),
    "delivery_id": Text("兑现编号", "Delivery number"),
    "provision": Text("条款", "Provision"),
    "subject_id": Text("对象", "Subject"),
    "on_date": Text("日期", "Date"),
    "quantity": Text("数量", "Quantity"),
    "counterpart_id": Text("对方", "Counterpart"),
    "period_start": Text("所属期间起始", "Period from"),
    "issue_id": Text("发放编号", "Issue number"),
    "at": Text("时间", "Time"),
    "item": Text("物品", "Item"),
    "standard": Text("标准号", "Standard"),
    "request_id": Text("请求编号", "Request number"),
    "issuer_id": Text("要数据的单位", "Issuer"),
    "target_id": Text("被要的单位", "Target"),
    "issued_at": Text("发出时间", "Issued at"),
    "fields": Text("字段", "Fields"),
    "minutes": Text("所需分钟", "Minutes"),
    "is_emergency": Text("是否紧急", "Emergency"),
    "table_code": Text("表", "Table"),
    "field": Text("字段", "Field"),
    "owner_id": Text("持有单位", "Held by"),
    "entry_id": Text("记录编号", "Entry number"),
    "fund": Text("经费来源", "Fund"),
    "amount_fen": Text("金额（分）", "Amount (fen)"),
    "purpose": Text("用途", "Purpose"),
    "beneficiary_kind": Text("受益对象", "Beneficiaries"),
    "waiver_id": Text("放弃编号", "Waiver number"),
    "reason": Text("原因", "Reason"),
    "is_workday": Text("是否工作日", "Workday"),
    "overtime_pct": Text("加班比例（%）", "Overtime (%)"),
}
"""Column names of the contract; a column of the same name means the same in every table."""

ABSENT: dict[str, Text] = {
    "insurance": Text("保险单（整张表都没有）", "insurance (the whole table is absent)"),
    "spell": Text("派驻记录", "spell"),
    "employment link": Text("用工关系", "employment link"),
}
"""What an evaluation may name as missing beyond single columns."""

VALUES: dict[str, Text] = {
    "true": Text("是", "yes"),
    "false": Text("否", "no"),
    "party_organ": Text("党委机关", "Party organ"),
    "government_organ": Text("政府机关", "government organ"),
    "public_institution": Text("事业单位", "public institution"),
    "hospital": Text("医院", "hospital"),
    "community": Text("社区", "community"),
    "village": Text("村", "village"),
    "enterprise": Text("企业", "enterprise"),
    "school": Text("学校", "school"),
    "social_organisation": Text("社会组织", "social organisation"),
    "other": Text("其他", "other"),
    "civil_servant": Text("公务员", "civil servant"),
    "institution_staff": Text("事业编制人员", "institution staff"),
    "grassroots_institution_staff": Text("基层事业编制人员", "grassroots institution staff"),
    "community_cadre": Text("社区干部", "community cadre"),
    "village_cadre": Text("村干部", "village cadre"),
    "graduate_village_official": Text("大学生村官", "graduate village official"),
    "enterprise_staff": Text("企业职工", "enterprise staff"),
    "contract": Text("聘用人员", "contract staff"),
    "volunteer": Text("志愿者", "volunteer"),
    "doctor": Text("医生", "doctor"),
    "nurse": Text("护士", "nurse"),
    "medical_technician": Text("医技人员", "medical technician"),
    "pharmacist": Text("药师", "pharmacist"),
    "public_health": Text("公共卫生人员", "public health worker"),
    "police": Text("警察", "police officer"),
    "teacher": Text("教师", "teacher"),
    "administrator": Text("行政人员", "administrator"),
    "isolation_ward": Text("隔离病房", "isolation ward"),
    "icu": Text("重症监护室", "intensive care"),
    "fever_clinic": Text("发热门诊", "fever clinic"),
    "designated_ward": Text("定点病区", "designated ward"),
    "laboratory": Text("检验室", "laboratory"),
    "sampling": Text("采样", "sampling"),
    "epidemiology": Text("流行病学调查", "epidemiology"),
    "emergency": Text("急诊", "emergency"),
    "general_ward": Text("普通病区", "general ward"),
    "quarantine_site": Text("隔离点", "quarantine site"),
    "checkpoint": Text("卡口", "checkpoint"),
    "grid": Text("网格", "grid"),
    "screening": Text("排查", "screening"),
    "patrol": Text("巡查", "patrol"),
    "key_visit": Text("重点访查", "key visit"),
    "logistics": Text("后勤", "logistics"),
    "headquarters": Text("指挥部", "headquarters"),
    "confirmed": Text("确诊患者", "confirmed cases"),
    "suspected": Text("疑似患者", "suspected cases"),
    "none": Text("无", "none"),
    "high": Text("高", "high"),
    "higher": Text("较高", "higher"),
    "medium": Text("中", "medium"),
    "low": Text("低", "low"),
    "local": Text("本市", "local"),
    "aid": Text("援外", "aid"),
    "planned": Text("计划", "planned"),
    "worked": Text("已上班", "worked"),
    "cancelled": Text("已取消", "cancelled"),
    "annual": Text("年休假", "annual leave"),
    "compensatory": Text("补休", "compensatory rest"),
    "rest15": Text("专门的十五天休息", "the fifteen days"),
    "forced": Text("强制休息", "forced rest"),
    "quarantine": Text("隔离", "quarantine"),
    "sick": Text("病假", "sick leave"),
    "injury": Text("工伤", "injury"),
    "response_start": Text("响应开始", "response starts"),
    "task_end": Text("任务结束", "task ends"),
    "task_reopened": Text("任务重启", "task reopened"),
    "release": Text("本人解除任务", "release"),
    "accident": Text("意外伤害险", "accident insurance"),
    "critical_illness": Text("重大疾病险", "critical illness insurance"),
    "illness": Text("患病", "illness"),
    "violence": Text("暴力伤害", "violence"),
    "rumour": Text("谣言", "rumour"),
    "spouse": Text("配偶", "spouse"),
    "parent": Text("父母", "parent"),
}


@dataclass(frozen=True)
class Cell:
    """One cell of a fact: its column in words, and its value in words or as it stands."""

    column: Text
    value: str
    words: Text | None

    @property
    def empty(self) -> bool:
        return self.value == ""


def table(name: str) -> Text:
    """A fact table in words."""
    return TABLES.get(name, Text(name, name))


def column(name: str) -> Text:
    """A column, or what an evaluation names as missing, in words."""
    return ABSENT.get(name) or COLUMNS.get(name) or Text(name, name)


def value(text: str) -> Text:
    """A word of a vocabulary in both languages; any other value stays as it is."""
    return VALUES.get(text) or Text(text, text)


def described(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A fact for its page: the table in words and its cells in contract order."""
    known = TABLE.get(name)
    order = [c.name for c in known.columns] if known else []
    names = [*(c for c in order if c in row), *(c for c in row if c not in order)]
    return {"table": pick(table(name)), "cells": [_cell(known, c, row[c]) for c in names]}


def _cell(known: Any, name: str, told: Any) -> Cell:
    vocabulary = next((c.vocabulary for c in known.columns if c.name == name), ()) if known else ()
    if told is None:
        return Cell(column(name), "", None)
    if isinstance(told, bool):
        return Cell(column(name), str(told).lower(), VALUES[str(told).lower()])
    if isinstance(told, list):
        return Cell(column(name), "; ".join(map(str, told)), None)
    text = str(told)
    return Cell(column(name), text, VALUES.get(text) if text in vocabulary else None)
