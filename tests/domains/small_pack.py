"""A pack's texts, small but whole: 16 measures and 64 obligations, of which eight are computed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from nuanxin.domains.wording import Words

MEASURES = """
1|动员下沉与突击队|Mobilise and send help
2|在一线了解表现|Learn performance on site
3|事业编制与基层干部|Local cadres
4|提拔与晋升|Promotion and rank
5|专业技术人员|Professionals
6|奖励与考核|Awards and assessment
7|轮休补休与强制休息|Rest, and forced rest
8|经费与物资保障|Funds and supplies
9|临时性工作补助|Temporary subsidy
10|人身安全与工伤|Safety and injury
11|医务人员关爱|Care for medical staff
12|家属关怀|Care for families
13|子女教育|Children’s schooling
14|容错与澄清|Fair fault, clear names
15|为基层减负|Less paperwork
16|宣传与典型|Stories and models
"""

OBLIGATIONS = """
1-1|MUST|动员参与五类任务|Mobilise for five tasks
1-2|ORIENT|青年突击队|Youth shock teams
1-3|ORIENT|党员进社区|Members report to communities
1-4|PREFER|择优选派年轻干部|Choose good young cadres
2-1|MUST|四个渠道了解|Four channels
2-2|MUST|任务后专项考核|Special assessment
2-3|MUST|名单与培养|List and development
3-1|PREFER|优先聘用、晋升职称|Posts and titles
3-2|PREFER|优先调任|Transfer
3-3|ORIENT|注重选调|Consider for posts
3-4|PREFER|乡镇班子人选|Township candidates
3-5|PREFER|换届推荐|Election lists
3-6|MUST|及时发展入党|Timely admission
4-1|PREFER|同等条件下优先|Prefer when equal
4-2|MAY|火线提拔|Fire-line promotion
4-3|PREFER|优先晋升职级|Rank
4-4|MAY|统筹职数|Pooled quota
5-1|PREFER|职称申报倾斜|Title application
5-2|PREFER|继续教育学时|Training credits
5-3|PREFER|人才项目|Talent projects
5-4|MAY|招聘绿色通道|Recruitment channel
6-1|MAY|及时奖励|Timely award
6-2|MAY|临时表彰|Commendation
6-3|MAY|优秀比例上限|Excellent ratio
7-1|MUST|有计划安排轮休|Plan rotation
7-2|NORMALLY|每班一般不超过 8 小时|Shift normally ≤ 8 h
7-3|MUST|超负荷强制休息|Forced rest
7-4|MUST|任务后补休|Compensatory rest
8-1|MUST|党费主要用于一线|Dues for the front line
8-2|MUST|就餐御寒值夜交通|Meals, warmth, rides
8-3|MUST|四类物资|Four supplies
8-4|MUST_NOT|未参与者不得用 N95|No N95 off the line
9-1|MUST|发放补助|Pay the subsidy
9-2|MAY|核增绩效总量|Raise the total
9-3|MUST|增发给一线|Only to participants
10-1|MUST|维护人身安全|Keep people safe
10-2|MUST|应认定为工伤|Recognise injury
10-3|MUST|认定与支付绿色通道|Fast lane
10-4|MUST|意外与重疾保险|Two insurances
11-1|BEST_EFFORT|双职工尽量错开|Not both spouses
11-2|MUST|交通帮助|Transport
11-3|MUST|心理疏导|Counselling
11-4|MUST|健康体检|Health check
11-5|MUST|年休假外不少于 15 天|15 days’ rest
11-6|PREFER|疗养|Convalescence
12-1|MUST|了解家庭情况|Know the family
12-2|MUST|专班与台账|Team and ledger
12-3|MUST|走访慰问|Visits
12-4|MUST|协调解决需求|Solve needs
12-5|MUST|点对点结对|Named contact
13-1|MUST|专人学习指导|Tutor
13-2|MAY|优先入园|Kindergarten
13-3|MAY|统筹入学|Primary school
13-4|MAY|中考加分|Exam points
13-5|MUST|中职直录|Vocational
14-1|MUST|容错免责|Fault tolerance
14-2|MUST|核查澄清|Clarify rumours
15-1|MUST|两张表|Two tables
15-2|MUST_NOT|不得多头要数据|No scattered requests
15-3|MUST|减少非紧急部署|Less non-urgent work
15-4|MUST_NOT|不得刷存在感|No showing off
16-1|MUST|宣传部署|Decisions
16-2|MUST|科普防护|Protection
16-3|MUST|挖掘典型|Models
"""

COMPUTED = "7-2 7-3 7-4 9-1 10-4 11-1 11-4 11-5".split()

PARAMETERS = {
    "7-2": ["roster.shift_max_normal"],
    "9-1": ["subsidy.tier1.daily", "subsidy.multiplier.hubei"],
    "11-5": ["care.extra_rest_min", "care.extra_rest_begin", "care.quarantine_counts"],
}


@dataclass(frozen=True)
class Measure:
    number: int
    title: Words
    text: Words


@dataclass(frozen=True)
class Entry:
    id: str
    measure: int
    modality: str
    title: Words
    computed: bool
    parameters: tuple[str, ...]
    certainty: str = "text"

    @property
    def summary(self) -> Words:
        return Words(f"{self.title.zh}，说得完整一些。", f"{self.title.en}, said in full.")

    @property
    def subject(self) -> Words:
        return Words("一线人员", "frontline people")

    @property
    def duty_holder(self) -> Words:
        return Words("所在单位", "their unit")

    @property
    def evidence(self) -> Words:
        return Words("考勤与派驻记录", "attendance and spells")

    @property
    def default(self) -> Words:
        return Words("按本系统默认", "by our default")

    @property
    def citation(self) -> Words:
        number = self.id.partition("-")[2]
        return Words(
            f"第 {self.measure} 条第 {number} 款，产品摘要",
            f"Measure {self.measure}, paragraph {number}, in our words",
        )


@dataclass(frozen=True)
class Version:
    value: object
    certainty: str
    source: Words
    start: date = date(2020, 2, 20)
    known: date = date(2020, 2, 20)
    jurisdiction: str = "大连"


@dataclass(frozen=True)
class Parameter:
    key: str
    label: Words
    unit: str
    values: tuple[Version, ...]


@dataclass(frozen=True)
class Asked:
    question: Words
    value: Words = field(default_factory=lambda: Words("{value}", "{value}"))


CRITERIA = {
    "medical": Asked(Words("是医务人员", "Is medical staff"), Words("职业为{value}", "A {value}")),
    "worked": Asked(
        Words("这次任务至少上过一班", "Worked at least one shift on this task"),
        Words("{value} 个值守日", "{value} duty days"),
    ),
    "released": Asked(
        Words("任务已经结束", "The task has ended"), Words("解除日 {value}", "Released on {value}")
    ),
    "rested": Asked(
        Words("休满 15 天，最多分两段", "15 days of rest in at most two blocks"),
        Words("已休 {value} 天", "{value} days taken"),
    ),
    "long": Asked(
        Words("一班超过 8 小时", "A shift of more than 8 hours"),
        Words("{value} 小时", "{value} hours"),
    ),
    "reason": Asked(Words("写明了原因", "A reason is given"), Words("原因：{value}", "{value}")),
    "contact": Asked(
        Words("直接接触已经确认", "Direct contact is confirmed"), Words("{value}", "{value}")
    ),
    "covered": Asked(
        Words("每一天都有保险", "Insured on every day"),
        Words("缺 {value} 天", "{value} days without"),
    ),
    "amount": Asked(Words("应发金额", "The amount due"), Words("{value} 元", "{value} yuan")),
}

VALUES = {
    "roster.shift_max_normal": Parameter(
        "roster.shift_max_normal",
        Words("一般每班上限", "Usual longest shift"),
        "hours",
        (Version(Decimal(8), "text", Words("第七条", "Measure 7")),),
    ),
    "subsidy.tier1.daily": Parameter(
        "subsidy.tier1.daily",
        Words("一档每日补助", "Daily subsidy, tier 1"),
        "CNY/person-day",
        (Version(Decimal(300), "sourced", Words("国家规定", "National rule"), date(2020, 1, 25)),),
    ),
    "subsidy.multiplier.hubei": Parameter(
        "subsidy.multiplier.hubei",
        Words("援鄂倍数", "Factor in Hubei"),
        "x",
        (
            Version(Decimal(2), "sourced", Words("国家规定", "National rule"), date(2020, 2, 22)),
            Version(Decimal(9), "sourced", Words("以后", "Later"), date(2020, 8, 1)),
        ),
    ),
    "care.extra_rest_min": Parameter(
        "care.extra_rest_min",
        Words("休息天数下限", "Least days of rest"),
        "days",
        (Version(Decimal(15), "text", Words("第十一条", "Measure 11")),),
    ),
    "care.extra_rest_begin": Parameter(
        "care.extra_rest_begin",
        Words("开始期限", "To be begun within"),
        "days",
        (Version(Decimal(60), "default", Words("原文没有写期限", "The text names no date")),),
    ),
    "care.quarantine_counts": Parameter(
        "care.quarantine_counts",
        Words("隔离是否计入", "Does quarantine count"),
        "yes/no",
        (Version(False, "peer", Words("河南的做法", "As in Henan")),),
    ),
}


@dataclass(frozen=True)
class SmallPack:
    measures: tuple[Measure, ...]
    obligations: tuple[Entry, ...]

    def parameter(self, key: str) -> Parameter:
        return VALUES[key]

    def criterion(self, provision: str, name: str) -> Asked:
        del provision
        return CRITERIA[name]


def small_pack(name: str) -> SmallPack:
    """The pack of any name."""
    del name
    measures = [line.split("|") for line in MEASURES.split("\n") if line]
    obligations = [line.split("|") for line in OBLIGATIONS.split("\n") if line]
    return SmallPack(
        tuple(
            Measure(int(n), Words(zh, en), Words(f"{zh}：都要做到。", f"{en}: all to be kept."))
            for n, zh, en in measures
        ),
        tuple(
            Entry(
                f"M{int(code.split('-')[0]):02d}-{code.split('-')[1]}",
                int(code.split("-")[0]),
                modality,
                Words(zh, en),
                code in COMPUTED,
                tuple(PARAMETERS.get(code, ())),
            )
            for code, modality, zh, en in obligations
        ),
    )
