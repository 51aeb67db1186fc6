"""Whose word a number is: nobody shall take a peer's rule or our default for the policy's."""

from __future__ import annotations

from nuanxin.policy.parameter import Value
from nuanxin.policy.text import Text

CERTAINTY = {
    "text": Text("政策原文", "the policy's own words"),
    "sourced": Text("有文件来源", "sourced"),
    "peer": Text("外地做法，不是本地规定", "another place's rule, not this one's"),
    "unverified": Text("一般知识，待核实", "general knowledge, to be verified"),
    "default": Text("本系统默认", "our default"),
}
PLACES = {
    "national": "全国",
    "Dalian": "大连",
    "Liaoning": "辽宁",
    "Hubei": "湖北",
    "Henan": "河南",
    "Hubei, Henan": "湖北、河南",
    "Wuhan": "武汉",
    "Huoshenshan": "火神山医院",
    "Wenzhou": "温州",
    "Shizuishan": "石嘴山",
    "Ankang": "安康",
    "Fushun": "抚顺",
    "Chongqing team": "重庆医疗队",
    "a province in SARS": "非典时期某省",
    "several provinces": "若干省份",
    "sub-provincial city": "副省级城市",
    "peers": "浙江、北京、潍坊、娄底",
    "what-if": "试算",
}


def place(jurisdiction: str) -> Text:
    """A place in both languages; one that is not known here keeps its own name."""
    return Text(PLACES.get(jurisdiction, jurisdiction), jurisdiction)


def provenance(version: Value) -> Text:
    """Certainty and place of a version, as ``外地做法，不是本地规定：石嘴山``."""
    sure, where = CERTAINTY[version.certainty], place(version.jurisdiction)
    return Text(f"{sure.zh}：{where.zh}", f"{sure.en}: {where.en}")
