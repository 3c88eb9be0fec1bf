"""What others are asked for, and the matter of a letter."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.requests import asked, own
from kg.facts import Sentence
from kg.language.parsed import Act


def kept(text: str, verb: str) -> bool:
    """Whether an act given by its predicate stands in a sentence of its own."""
    at = text.index(verb)
    act = Act(at, at + len(verb) + 2, at, at + len(verb), 0.9, 0.9, (1, 0, 0))
    [(begins, matter)] = asked([Sentence(0, len(text), text, None, 0)])
    return own([act], len(text), begins, matter) == [act]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("你省请求,国家加大支持,将绕城公路纳入规划。", "纳入"),
        ("绕城公路已立项；甲市请求尽快审批桥梁项目。", "审批"),
        ("在规划上新增项目7个,希望国家将其列入计划。", "列入"),
        ("同时,请区人大常委会继续监督支持养老工作。", "监督"),
        ("下一步加大投入，并恳请各位委员一如既往支持工作。", "支持"),
        ("建议市级层面出台统一政策。", "出台"),
        ("感谢贵会支持我市文物工作。", "支持"),
        ("您提出的关于加快推进加装电梯的建议收悉。", "推进"),
        ("你院关于改建门诊楼的请示收悉。", "改建"),
        ("您提出的《关于改建码头的建议》（第3号）收悉。", "收悉"),
        ("您提出关于“某路改建”的建议收悉。", "提出"),
        ("您在县第十届人大一次会议提出的《关于改建码头的建议》第9号建议交港务局办理。", "交港务局"),
        ("感谢你们对航运工作的关心，相信问题一定能解决。", "解决"),
        ("对答复有什么意见，请通过回执及时反馈给我们。", "反馈"),
        ("请今后对航运工作多提意见。", "提意见"),
    ],
)
def test_what_others_are_asked_for_is_no_measure(text: str, verb: str) -> None:
    assert not kept(text, verb)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("在规划上新增项目7个,希望国家将其列入计划。", "新增"),
        ("新建希望小学7所,改建宿舍。", "改建"),
        ("请各区抓紧制定方案。", "制定"),
        ("人大代表提出了许多关于养老的建议。", "提出"),
        ("市政府根据请求,出台办法。", "出台"),
        ("建议今年由国务院组织检查。", "组织"),
        ("您提出的关于加装电梯的建议收悉,我局制定了办法。", "制定"),
    ],
)
def test_what_the_issuer_does_itself_stands(text: str, verb: str) -> None:
    assert kept(text, verb)
