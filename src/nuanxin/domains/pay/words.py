"""The words of pay runs in both languages: states, checks, and why somebody is left out."""

from __future__ import annotations

from nuanxin.policy.text import Text

STATES: dict[str, tuple[str, Text]] = {
    "stopped": ("breached", Text("停在公示之前", "Stopped before the notice")),
    "clear": ("owed", Text("可以公示", "May be made public")),
    "noticed": ("planned", Text("公示中", "Public")),
    "approved": ("met", Text("已批准", "Approved")),
    "paid": ("met", Text("已到账", "Paid")),
    "superseded": ("none", Text("已被取代", "Superseded")),
}
"""A state of a run: the mark it is drawn with, and its word."""

CHECKS: dict[str, tuple[Text, Text]] = {
    "approver": (
        Text("批准人领自己的钱", "The approver is paid by it"),
        Text(
            "批准的人不能在领钱的名单里；须由上级单位另批。",
            "Who approves must not be on the list; the unit above has to approve it.",
        ),
    ),
    "leaders": (
        Text("没有接触记录的天数", "Days without recorded contact"),
        Text(
            "领导申报的天数，不能多于有接触记录的天数。没有记录的那天不发。",
            "A leader's reported days are at most the days with recorded contact; other days pay"
            " nothing.",
        ),
    ),
    "aid": (
        Text("援外医疗队不低于在家同事", "Aid teams not below colleagues at home"),
        Text(
            "同一天、同一档，援外的不比在家的少。",
            "On the same day and tier, no less away than home.",
        ),
    ),
    "total": (
        Text("总额等于逐日之和", "The total is the sum of the days"),
        Text("每个人的应发，等于每一天的钱相加。", "What each is owed is the sum of their days."),
    ),
    "percentile": (
        Text("领导高于九成的人", "Leaders above nine in ten"),
        Text("只列出来给人看，不停下。", "Only shown; it stops nothing."),
    ),
}

FOUND: dict[str, Text] = {
    "approver": Text("{who}，{fen} 元", "{who}: {fen} yuan"),
    "leaders": Text(
        "{who}，申报 {days} 天，有接触记录 {contact} 天",
        "{who}: {days} days reported, {contact} with contact",
    ),
    "aid": Text("{who}，{days} 天，少 {fen} 元", "{who}: {days} days, {fen} yuan less"),
    "total": Text(
        "{who}，应发 {fen} 元，逐日 {of_days} 元", "{who}: owed {fen}, days sum to {of_days}"
    ),
    "percentile": Text(
        "{who}，{fen} 元，九成线 {limit} 元", "{who}: {fen} yuan, the line is {limit}"
    ),
}

HELD: dict[str, Text] = {
    "officer": Text("移出本批", "Left out of this run"),
    "objection": Text("异议成立", "An objection was upheld"),
    "elsewhere": Text(
        "有一天已由别的单位发过，等那边更正", "Another unit has paid a day; it must correct first"
    ),
    "fell": Text("公示以后应发变少，下次再发", "Owed less since the notice; the next run pays"),
    "booked": Text("账上已有变动，下次再发", "The books have moved; the next run pays"),
}

PARTS: dict[str, Text] = {
    "came": Text("补记 {n} 天 {f}", "{n} days added {f}"),
    "went": Text("去掉 {n} 天 {f}", "{n} days gone {f}"),
    "rate": Text("标准变了 {n} 天 {f}", "rate changed on {n} days {f}"),
    "kind": Text("改档 {n} 天 {f}", "tier changed on {n} days {f}"),
}
"""Why a line differs from the last approved run."""

FUNDS: dict[str, Text] = {
    "party_dues": Text("划拨党费", "Party dues"),
    "matching": Text("配套资金", "Matching money"),
}

STEPS: dict[str, Text] = {
    "draft": Text("核算", "Reckoned"),
    "supersede": Text("被新的核算取代", "Superseded by another run"),
    "hold": Text("移出", "People left out"),
    "notice": Text("公示", "Made public"),
    "approve": Text("批准", "Approved"),
    "settle": Text("登记回单", "Bank's return recorded"),
}
