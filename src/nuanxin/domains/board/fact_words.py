"""The tables, columns and vocabularies of the facts contract, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nuanxin.domains.wording import Words, pick
from nuanxin.policy.contract import TABLE

TABLES: dict[str, Words] = {
    "units": Words("单位登记", "Unit"),
    "people": Words("人员登记", "Person"),
    "relations": Words("亲属关系", "Relation"),
    "children": Words("子女登记", "Child"),
    "posts": Words("岗位", "Post"),
    "spells": Words("派驻记录", "Spell"),
    "attendance": Words("考勤", "Attendance"),
    "absences": Words("休假记录", "Absence"),
    "declarations": Words("宣布与解除", "Declaration"),
    "insurance": Words("保险单", "Insurance"),
    "harms": Words("伤病记录", "Harm"),
    "findings": Words("考察结论", "Finding"),
    "deliveries": Words("兑现记录", "Delivery"),
    "stock_issues": Words("物资发放", "Stock issue"),
    "data_requests": Words("要数据的请求", "Data request"),
    "held_fields": Words("已有的字段", "Held field"),
    "fund_entries": Words("经费记录", "Fund entry"),
    "waivers": Words("本人放弃", "Waiver"),
    "calendar": Words("日历", "Calendar"),
}

COLUMNS: dict[str, Words] = {
    "unit_id": Words("单位", "Unit"),
    "name": Words("名称", "Name"),
    "parent_id": Words("上级单位", "Parent unit"),
    "kind": Words("种类", "Kind"),
    "district": Words("区市县", "District"),
    "person_id": Words("人员", "Person"),
    "employment": Words("用工身份", "Employment"),
    "profession": Words("职业", "Profession"),
    "is_leader": Words("是否领导", "Is a leader"),
    "is_secretary": Words("是否书记", "Is a secretary"),
    "sex": Words("性别", "Sex"),
    "birth_date": Words("出生日期", "Date of birth"),
    "education": Words("学历", "Education"),
    "party": Words("政治面貌", "Party membership"),
    "title_level": Words("职称级别", "Title level"),
    "title_since": Words("职称起始", "Title since"),
    "rank_since": Words("职级起始", "Rank since"),
    "work_start": Words("参加工作", "Working since"),
    "street": Words("街道", "Street"),
    "household_district": Words("户籍区市县", "Household district"),
    "needs_transport": Words("需要交通帮助", "Needs transport"),
    "id_number": Words("身份证号", "Id number"),
    "relative_id": Words("亲属", "Relative"),
    "child_id": Words("子女", "Child"),
    "guardian_id": Words("监护人", "Guardian"),
    "other_guardian_id": Words("另一监护人", "Other guardian"),
    "stage": Words("学段", "Stage"),
    "enrol_year": Words("入学年份", "Year of enrolment"),
    "needs_home_study": Words("需要居家学习指导", "Needs home study"),
    "post_id": Words("岗位", "Post"),
    "contact": Words("接触对象", "Contact"),
    "risk": Words("风险等级", "Risk"),
    "spell_id": Words("派驻", "Spell"),
    "arranged_by": Words("派出单位", "Arranged by"),
    "start_date": Words("开始日期", "First day"),
    "end_date": Words("结束日期", "Last day"),
    "mission": Words("任务", "Mission"),
    "aid_place": Words("支援地", "Place of aid"),
    "treats_confirmed": Words("救治确诊患者", "Treats confirmed cases"),
    "attendance_id": Words("考勤编号", "Attendance number"),
    "start": Words("开始", "Start"),
    "end": Words("结束", "End"),
    "status": Words("状态", "Status"),
    "contact_confirmed": Words("是否直接接触", "Direct contact confirmed"),
    "reason_over_8h": Words("超过 8 小时的原因", "Reason for more than 8 h"),
    "reported_by": Words("填报单位", "Reported by"),
    "absence_id": Words("休假编号", "Absence number"),
    "date": Words("日期", "Date"),
    "policy_no": Words("保单号", "Policy number"),
    "harm_id": Words("伤病编号", "Harm number"),
    "arises_from_duty": Words("是否因公", "Arises from duty"),
    "filed_on": Words("申报日期", "Filed on"),
    "decided_on": Words("决定日期", "Decided on"),
    "recognised": Words("是否认定", "Recognised"),
    "paid_on": Words("支付日期", "Paid on"),
    "clarified_on": Words("澄清日期", "Clarified on"),
    "finding_id": Words("结论编号", "Finding number"),
    "level": Words("等次", "Level"),
    "decided_by": Words("决定人", "Decided by"),
    "channels": Words("了解渠道", "Channels"),
    "expires_on": Words("失效日期", "Expires on"),
    "delivery_id": Words("兑现编号", "Delivery number"),
    "provision": Words("条款", "Provision"),
    "subject_id": Words("对象", "Subject"),
    "on_date": Words("日期", "Date"),
    "quantity": Words("数量", "Quantity"),
    "counterpart_id": Words("对方", "Counterpart"),
    "period_start": Words("所属期间起始", "Period from"),
    "issue_id": Words("发放编号", "Issue number"),
    "at": Words("时间", "Time"),
    "item": Words("物品", "Item"),
    "standard": Words("标准号", "Standard"),
    "request_id": Words("请求编号", "Request number"),
    "issuer_id": Words("要数据的单位", "Issuer"),
    "target_id": Words("被要的单位", "Target"),
    "issued_at": Words("发出时间", "Issued at"),
    "fields": Words("字段", "Fields"),
    "minutes": Words("所需分钟", "Minutes"),
    "is_emergency": Words("是否紧急", "Emergency"),
    "table_code": Words("表", "Table"),
    "field": Words("字段", "Field"),
    "owner_id": Words("持有单位", "Held by"),
    "entry_id": Words("记录编号", "Entry number"),
    "fund": Words("经费来源", "Fund"),
    "amount_fen": Words("金额（分）", "Amount (fen)"),
    "purpose": Words("用途", "Purpose"),
    "beneficiary_kind": Words("受益对象", "Beneficiaries"),
    "waiver_id": Words("放弃编号", "Waiver number"),
    "reason": Words("原因", "Reason"),
    "is_workday": Words("是否工作日", "Workday"),
    "overtime_pct": Words("加班比例（%）", "Overtime (%)"),
}
"""Column names of the contract; a column of the same name means the same in every table."""

ABSENT: dict[str, Words] = {
    "insurance": Words("保险单（整张表都没有）", "insurance (the whole table is absent)"),
    "spell": Words("派驻记录", "spell"),
    "employment link": Words("用工关系", "employment link"),
}
"""What an evaluation may name as missing beyond single columns."""

VALUES: dict[str, Words] = {
    "true": Words("是", "yes"),
    "false": Words("否", "no"),
    "party_organ": Words("党委机关", "Party organ"),
    "government_organ": Words("政府机关", "government organ"),
    "public_institution": Words("事业单位", "public institution"),
    "hospital": Words("医院", "hospital"),
    "community": Words("社区", "community"),
    "village": Words("村", "village"),
    "enterprise": Words("企业", "enterprise"),
    "school": Words("学校", "school"),
    "social_organisation": Words("社会组织", "social organisation"),
    "other": Words("其他", "other"),
    "civil_servant": Words("公务员", "civil servant"),
    "institution_staff": Words("事业编制人员", "institution staff"),
    "grassroots_institution_staff": Words("基层事业编制人员", "grassroots institution staff"),
    "community_cadre": Words("社区干部", "community cadre"),
    "village_cadre": Words("村干部", "village cadre"),
    "graduate_village_official": Words("大学生村官", "graduate village official"),
    "enterprise_staff": Words("企业职工", "enterprise staff"),
    "contract": Words("聘用人员", "contract staff"),
    "volunteer": Words("志愿者", "volunteer"),
    "doctor": Words("医生", "doctor"),
    "nurse": Words("护士", "nurse"),
    "medical_technician": Words("医技人员", "medical technician"),
    "pharmacist": Words("药师", "pharmacist"),
    "public_health": Words("公共卫生人员", "public health worker"),
    "police": Words("警察", "police officer"),
    "teacher": Words("教师", "teacher"),
    "administrator": Words("行政人员", "administrator"),
    "isolation_ward": Words("隔离病房", "isolation ward"),
    "icu": Words("重症监护室", "intensive care"),
    "fever_clinic": Words("发热门诊", "fever clinic"),
    "designated_ward": Words("定点病区", "designated ward"),
    "laboratory": Words("检验室", "laboratory"),
    "sampling": Words("采样", "sampling"),
    "epidemiology": Words("流行病学调查", "epidemiology"),
    "emergency": Words("急诊", "emergency"),
    "general_ward": Words("普通病区", "general ward"),
    "quarantine_site": Words("隔离点", "quarantine site"),
    "checkpoint": Words("卡口", "checkpoint"),
    "grid": Words("网格", "grid"),
    "screening": Words("排查", "screening"),
    "patrol": Words("巡查", "patrol"),
    "key_visit": Words("重点访查", "key visit"),
    "logistics": Words("后勤", "logistics"),
    "headquarters": Words("指挥部", "headquarters"),
    "confirmed": Words("确诊患者", "confirmed cases"),
    "suspected": Words("疑似患者", "suspected cases"),
    "none": Words("无", "none"),
    "high": Words("高", "high"),
    "higher": Words("较高", "higher"),
    "medium": Words("中", "medium"),
    "low": Words("低", "low"),
    "local": Words("本市", "local"),
    "aid": Words("援外", "aid"),
    "planned": Words("计划", "planned"),
    "worked": Words("已上班", "worked"),
    "cancelled": Words("已取消", "cancelled"),
    "annual": Words("年休假", "annual leave"),
    "compensatory": Words("补休", "compensatory rest"),
    "rest15": Words("专门的十五天休息", "the fifteen days"),
    "forced": Words("强制休息", "forced rest"),
    "quarantine": Words("隔离", "quarantine"),
    "sick": Words("病假", "sick leave"),
    "injury": Words("工伤", "injury"),
    "response_start": Words("响应开始", "response starts"),
    "task_end": Words("任务结束", "task ends"),
    "task_reopened": Words("任务重启", "task reopened"),
    "release": Words("本人解除任务", "release"),
    "accident": Words("意外伤害险", "accident insurance"),
    "critical_illness": Words("重大疾病险", "critical illness insurance"),
    "illness": Words("患病", "illness"),
    "violence": Words("暴力伤害", "violence"),
    "rumour": Words("谣言", "rumour"),
    "spouse": Words("配偶", "spouse"),
    "parent": Words("父母", "parent"),
}


@dataclass(frozen=True)
class Cell:
    """One cell of a fact: its column in words, and its value in words or as it stands."""

    column: Words
    value: str
    words: Words | None

    @property
    def empty(self) -> bool:
        return self.value == ""


def table(name: str) -> Words:
    """A fact table in words."""
    return TABLES.get(name, Words(name, name))


def column(name: str) -> Words:
    """A column, or what an evaluation names as missing, in words."""
    return ABSENT.get(name) or COLUMNS.get(name) or Words(name, name)


def value(text: str) -> Words:
    """A word of a vocabulary in both languages; any other value stays as it is."""
    return VALUES.get(text) or Words(text, text)


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
