"""The ten scenes as steps. A step names its page; one whose page does not exist is not built yet,
and the tour says so by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nuanxin.policy.text import Text


@dataclass(frozen=True)
class Step:
    """Be somebody (a demo account), on a page (by name), do and see something."""

    account: str
    page: str
    words: Text
    query: str = ""
    arguments: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """A scene: its story, its steps, and what of it the pages cannot show yet."""

    title: Text
    story: Text
    steps: Sequence[Step] = ()
    missing: Text | None = None


OFFICER, HEALTH, MAKER, OTHER = (
    *("demo-organisation", "demo-health", "demo-finance", "demo-approver"),
)
DRAFTER, WORKER, FAMILY, HR = "demo-drafter", "demo-worker", "demo-family", "demo-unit-hr"
NURSE, COMMUNITY, SUPPLIES = "demo-head-nurse", "demo-community", "demo-supplies"

SCENES: Sequence[Scene] = (
    Scene(
        Text("援鄂医疗队", "The aid team"),
        Text(
            "两批医务人员驰援武汉，3 月 30 日返回，集中休整到 4 月 13 日。"
            "休整不算补休，15 天还欠着。",
            "Two teams leave for Wuhan, return on 30 March and rest apart until 13 April. That rest"
            " does not count: 15 days are still owed.",
        ),
        (
            Step(
                OFFICER,
                "board:measure",
                Text(
                    "看第 11 条：点 11-5 的项数，再点一个人，往下就是为什么和每条事实。",
                    "Look at measure 11: the count of 11-5, then a person; below is why, and each"
                    " fact.",
                ),
                arguments={"number": 11},
            ),
            Step(
                OFFICER,
                "board:obligations",
                Text(
                    "护士林晓岚的每一项：补助、保险、休息、体检、家访。",
                    "All of nurse Lin Xiaolan: subsidy, insurance, rest, check, visits.",
                ),
                "?q=林晓岚",
            ),
            Step(
                WORKER, "mine:me", Text("她自己手机上看到的。", "What she sees on her own phone.")
            ),
            Step(FAMILY, "family:home", Text("她家里人看到的。", "What her family sees.")),
        ),
    ),
    Scene(
        Text("不公平的医院", "The unfair hospital"),
        Text(
            "院长办公室给自己记了全勤。核算停在公示之前，说明为什么。",
            "A director's office books itself full attendance. The run stops before the notice and"
            " says why.",
        ),
        (
            Step(
                MAKER,
                "pay:runs",
                Text(
                    "核算林晓岚那家医院的 3 月：停下，图上的方块就是他们。"
                    "移出有关的人，其余进入公示。",
                    "Run March of nurse Lin's hospital: it stops; the squares of the drawing are"
                    " they. Leave them out, make the others public.",
                ),
            ),
            Step(
                OTHER,
                "pay:runs",
                Text(
                    "换一个人批准：公示期没满，不行。把演示的日子往后拨（见页首），再批准，取银行文件。",
                    "Another person approves: not while the notice runs. Move the demo's day on"
                    " (above), approve, take the bank's file.",
                ),
            ),
        ),
    ),
    Scene(
        Text("周六晚上改规则", "The rule changes on a Saturday night"),
        Text(
            "新标准从过去的日子起算：先看差多少，批准，重算，只补差额，不重复发。",
            "A new rate from a day in the past: first what it would change, then approval,"
            " recomputation, and only the difference paid.",
        ),
        (
            Step(
                DRAFTER,
                "rules:desk",
                Text(
                    "提出一档新标准和日期，看谁多、谁少、补多少，提交批准。",
                    "Propose a new rate with its date, see who gains and what is in arrears, hand"
                    " it in.",
                ),
            ),
            Step(
                MAKER,
                "pay:runs",
                Text(
                    "再核算同一个月：说明一栏写着标准变了几天、差多少，只发差额。",
                    "Run the same month again: each note says on how many days the rate changed;"
                    " only the difference is paid.",
                ),
            ),
        ),
    ),
    Scene(
        Text("第二波", "The second wave"),
        Text(
            "7 月再次征召：旧的休息还欠着，新的又产生。",
            "Called again in July: old rest is still owed, new rest arises.",
        ),
        (
            Step(
                OFFICER,
                "board:board",
                Text(
                    "把演示的日子拨到 8 月 28 日，看病例与承诺的时间线：第二个峰，承诺又多一层。",
                    "Move the demo's day to 28 August and look at the timeline of cases and"
                    " promises: a second peak, another layer.",
                ),
            ),
        ),
    ),
    Scene(
        Text("病区倒下三个人", "The sick ward"),
        Text(
            "今晚三位护士病倒，几秒钟内改动最少地重排；排不出来就说明缺哪个岗、哪条规则。",
            "Three nurses drop out tonight; the roster is planned again with the fewest changes, or"
            " the certificate says which posts lack whom.",
        ),
        (Step(NURSE, "roster:desk", Text("排班页。", "The roster page.")),),
        Text(
            "页面还没有做；命令行可以重排，见操作指南。",
            "Its page is not built yet; the command line does it: nuanxin roster replan (see the"
            " how-to).",
        ),
    ),
    Scene(
        Text("一盒口罩", "The N95 box"),
        Text(
            "发放台不给办公室人员 N95，换给外科口罩；查出没写名字就出库的一盒。",
            "The issue desk refuses an office clerk an N95 and offers a surgical mask; an audit"
            " finds the box without a name.",
        ),
        (
            Step(
                SUPPLIES,
                "board:measure",
                Text(
                    "第 8 条里 8-4 的违反：不该发的发了，一件一件可以点进去。",
                    "Breaches of 8-4 under measure 8: what should not have been issued, each a"
                    " click.",
                ),
                arguments={"number": 8},
            ),
            Step(SUPPLIES, "supplies:desk", Text("发放台。", "The issue desk.")),
        ),
        Text("发放台还没有做。", "The issue desk is not built yet."),
    ),
    Scene(
        Text("一天十张表", "Ten forms a day"),
        Text(
            "四个部门要重复的字段：只发一张，其余用已有的答，省下的分钟记在账上。",
            "Four departments ask for overlapping fields: one passes, the rest is answered from"
            " what is held.",
        ),
        (
            Step(
                COMMUNITY,
                "inbox:requests",
                Text("重复的要数退回去。", "Hand a duplicate request back."),
            ),
            Step(
                COMMUNITY,
                "board:measure",
                Text("第 15 条：省了多少分钟。", "Measure 15: the minutes."),
                arguments={"number": 15},
            ),
        ),
    ),
    Scene(
        Text("楼梯上摔了一跤", "A fall from the stairs"),
        Text(
            "受伤、申报、认定、支付，各有各的期限；投诉之后有没有人报复，也盯着。",
            "Injury, filing, decision, payment, each with its clock; retaliation is watched.",
        ),
        (
            Step(
                HR,
                "board:measure",
                Text(
                    "第 10 条：工伤的每一步和期限。",
                    "Measure 10: each step of an injury and its date.",
                ),
                arguments={"number": 10},
            ),
        ),
        Text(
            "办案的页面还没有做，期限和理由可以看。",
            "Its own pages are not built yet; dates and reasons can be seen.",
        ),
    ),
    Scene(
        Text("开学", "The school year"),
        Text(
            "四百个孩子、学位和班额，公开一份不带名字的证明。",
            "Four hundred children, seats and class limits, with a public proof without names.",
        ),
        (),
        Text("还没有做。", "Not built yet."),
    ),
    Scene(
        Text("申诉", "The appeal"),
        Text(
            "工人说漏记一班，单位确认，义务重算，前后都留着。",
            "A worker says a shift is missing; the unit confirms; what is owed is computed again;"
            " history shows both.",
        ),
        (
            Step(WORKER, "mine:missing_shift", Text("说漏了一班。", "Say a shift is missing.")),
            Step(HR, "inbox:inbox", Text("单位确认。", "The unit confirms.")),
            Step(
                OFFICER,
                "ledger:then",
                Text("账本过去的样子，前后都在。", "The ledger as it was: both are kept."),
            ),
        ),
    ),
)
