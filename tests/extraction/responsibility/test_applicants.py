"""What those do whom a rule is for is no measure, and what bodies answer is one."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.applicants import by_others, in_clause, owed, theirs
from kg.facts import Sentence
from kg.language import split_clauses
from kg.language.parsed import Act, Parsed
from kg.language.tagger import tag


def own(text: str, *verbs: str) -> list[bool]:
    """Of each act, given by its predicate, whether it is one of those whom a rule is for."""
    acts = [Act(text.rindex(v), len(text), text.rindex(v), text.rindex(v) + len(v), 0.9, 0.9, (0, 0, 1)) for v in verbs]
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), ())
    return list(theirs(text, parsed, acts))


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("第八条老年人或其委托人可以通过平台提出订船申请,选择航线,并签订协议", ("提出", "选择", "签订")),
        ("线上订票困难的,可以到码头服务台提出申请", ("提出",)),
        ("申请人对泊位费有异议的,可向港务局申请复核", ("申请",)),
        ("符合条件的资助对象,可同时享受船票补贴", ("享受",)),
        ("灵活就业人员在渔港居住,且连续购票,可申请船票补贴", ("申请",)),
        ("灵活就业人员连续缴存公积金满6个月", ("缴存",)),
        ("服务对象申请资助应当通过平台提交申请", ("提交",)),
        ("1.渔船船东:提供营业执照和年检资料", ("提供",)),
        ("因故变更泊位的,应当提出变更申请,并提供死亡证明等证明材料", ("提出", "提供")),
        ("申请人持批复,向港务局申请变更泊位", ("申请",)),
        ("缴清价款后,应当申报缴纳契税", ("申报",)),
        ("船东缴费后,享受同等靠泊待遇", ("享受",)),
        ("同等条件优先入驻港区", ("入驻",)),
        ("免税的纳税人在办理船舶登记前,应当填写明细表", ("填写",)),
        ("纳税人按照船舶公告第一条规定适用免征船舶购置税等政策的,不得开具发票", ("不得开具",)),
        ("年满六周岁的渔家儿童,可申报港区幼儿班", ("申报",)),
        ("凡认为符合条件的居民可向港区镇人民政府(街道办事处)提出船票申请", ("提出",)),
        ("需要变更船主的,应当提出变更申请", ("提出",)),
        ("需要变更船主的,应当到码头,并提供购船合同等证明材料", ("提供",)),
        ("船票转让的,应当按规定缴纳相关税费", ("缴纳",)),
        ("居民在渔港就业的,可在就业地登记落户", ("登记",)),
        ("渔民须签署承诺书,对订船信息的真实性、完整性负责", ("负责",)),
    ],
)
def test_what_those_do_whom_a_rule_is_for(text: str, verbs: tuple[str, ...]) -> None:
    assert own(text, *verbs) == [True] * len(verbs)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("购票人应缴清票款,补贴每半年公示一次", "公示"),
        ("按月提供航线资料", "提供"),
        ("为渔民办理落户手续", "办理"),
        ("放宽落户条件,凭船舶权属凭证办理落户", "办理"),
        ("支持老年人可以订船,建立服务台", "建立"),
        ("培育小微企业可以采取租赁形式", "采取"),
        ("放活小企业,可以采取租赁形式", "采取"),
        ("困难的,可以延长泊期", "延长"),
        ("租住渔港公寓的,可按实际租金提取", "提取"),
        ("已确定施工单位的,应尽快做好准备", "做好"),
        ("享受船票补贴的人数达到500人", "达到"),
        ("园区入驻航运企业30家", "入驻"),
        ("应当为渔民提供收入证明", "提供"),
        ("船东无需提供身份证复印件", "提供"),
        ("码头应当提供安全的停泊环境", "提供"),
        ("船东需变更泊位的,可向港务局提出申请,结果应通过平台公布", "公布"),
    ],
)
def test_what_a_body_does_with_it(text: str, verb: str) -> None:
    assert own(text, verb) == [False]


@pytest.mark.parametrize(
    ("text", "verb", "is_so"),
    [
        ("船票由资助对象自行支付", "支付", True),
        ("泊位由安置户在备选码头中自主购买", "购买", True),
        ("余款可由企业提取使用", "提取", False),
        ("由县政府与施工单位签订协议", "签订", False),
        ("由中小企业提供的泊位", "提供", False),
        ("补贴范围由毕业生扩展至青年", "扩展", False),
    ],
)
def test_what_is_said_to_be_done_by_one_of_those(text: str, verb: str, is_so: bool) -> None:
    at = text.index(verb)
    assert by_others(text, Act(0, len(text), at, at + len(verb), 0.9, 0.9, (0, 0, 1))) is is_so


@pytest.mark.parametrize(
    ("text", "verb", "are"),
    [
        ("购房职工可按规定提取公积金。", "提取", True),
        ("申请人应在十日内提交材料。", "提交", True),
        ("企业无需提供证明。", "提供", True),
        ("对符合条件的企业,可按月办理退税。", "办理", False),
        ("为职工提供培训。", "提供", False),
        ("各区可申请专项资金。", "申请", False),
        ("根据居民需求提供服务。", "提供", False),
    ],
)
def test_what_those_may_or_must_do_whom_a_rule_is_for(text: str, verb: str, are: bool) -> None:
    assert (
        owed(
            text, Act(text.index(verb), len(text), text.index(verb), text.index(verb) + len(verb), 0.9, 0.9, (0, 0, 1))
        )
        is are
    )


@pytest.mark.parametrize(
    ("text", "verb", "is_so"),
    [
        ("申请人一次性足额缴纳泊位价款", "缴纳", True),
        ("家长到港区幼儿园参加体检", "参加", True),
        ("入驻单位不得改变泊位用途", "改变", True),
        ("请家长带齐泊位证明", "带齐", True),
        ("申请人登录渔港平台", "登录", True),
        ("渔业企业自主选定引航机构", "选定", True),
        ("原购买企业还须补缴泊位差价", "补缴", True),
        ("渔港以外入驻的企业,签订协议时应缴纳保证金", "缴纳", True),
        ("各县渔业企业,由港务局应缴纳保证金", "缴纳", False),
        ("推动企业参加渔业展会", "参加", False),
        ("83万户居民实现清洁取暖", "实现", False),
        ("居民人均可支配收入增长5%", "增长", False),
        ("为企业办理登记", "办理", False),
    ],
)
def test_a_clause_with_one_of_those_as_its_own_subject(text: str, verb: str, is_so: bool) -> None:
    at = text.index(verb)
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), ())
    assert in_clause(text, parsed, Act(at, len(text), at, at + len(verb), 0.9, 0.9, (0, 0, 1))) is is_so
