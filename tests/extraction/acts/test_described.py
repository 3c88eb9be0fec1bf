"""Acts that a sentence only describes."""

from __future__ import annotations

import pytest

from kg.extraction.acts.described import told
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Parsed


def left(text: str, *spans: tuple[str, str]) -> list[tuple[str, str]]:
    """The acts that are told of these spans and their predicates."""
    acts = []
    for span, verb in spans:
        start = text.index(span)
        at = text.index(verb, start)
        acts.append(Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1)))
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), ())
    return [(text[a.start : a.end], text[a.verb : a.verb_end]) for a in told(text, parsed, acts)]


@pytest.mark.parametrize(
    ("text", "span", "verb"),
    [
        ("检查员李某违规出具船舶证书。", "出具船舶证书", "出具"),
        ("个别船东未经批准擅自改装系缆设施。", "改装系缆设施", "改装"),
        ("有的码头弄虚作假、违反规定建设泊位。", "建设泊位", "建设"),
        ("对拒不清理岸线的企业，由港务局依法处理。", "清理岸线的企业", "清理"),
        ("针对已经完成改造的渔船产品,及时组织检验。", "完成改造的渔船产品", "完成"),
        ("执行中需要注意，泊位费用由船东承担。", "执行中需要注意", "执行"),
        ("利率不低于原贷款发放时所在港口利率下限。", "发放时所在港口利率下限", "发放"),
        ("筛选后形成船东名单。", "筛选后", "筛选"),
        ("向全体船员表示衷心的感谢。", "表示衷心的感谢", "表示"),
        ("向各位船东，表示诚挚感谢！", "向各位船东，表示诚挚感谢", "感谢"),
        ("对2024年3月31日之前出让,尚未开工的岸线,建立清单。", "对2024年3月31日之前出让", "出让"),
        ("利率不低于原贷款发放时船贷利率下限。", "发放时船贷利率下限", "发放"),
        ("本办法实施期间，另有规定的从其规定。", "实施期间", "实施"),
        ("在成交后一年内缴清岸线出让价款。", "缴清岸线出让价款", "缴清"),
        ("自办法发布之日起，船东可以申请补贴。", "发布之日", "发布"),
        ("港务局复核通过的船东，应当签订合同。", "复核通过的船东", "复核"),
        ("截止12月底，共化解纠纷90件。", "截止12月底", "截止"),
        ("船闸改造目前正在实施阶段。", "实施阶段", "实施"),
        ("近年来港务局结合扶贫工作，申请疏浚资金。", "结合扶贫", "结合"),
        ("航道普查督查得到了各方充分肯定。", "航道普查督查得到了各方充分肯定", "督查"),
        ("为泊位数超20个、地处外海的港口配备拖轮。", "超20个、地处外海的港口", "超"),
        ("对年吞吐量首次达到3万吨的船东，给予奖励。", "对年吞吐量首次达到3万吨的船东", "达到"),
        ("清理整顿期间，暂停审批。", "清理整顿期间", "清理"),
        ("自设立综合保税港区之日起，推行便利措施。", "设立综合保税港区之日起", "设立"),
        ("审核船东申请时，核对船员信息。", "审核船东申请时", "审核"),
        ("整顿规范岸线秩序取得阶段性成果。", "整顿规范岸线秩序取得阶段性成果", "整顿"),
    ],
)
def test_what_is_only_described_is_not_told(text: str, span: str, verb: str) -> None:
    assert left(text, (span, verb)) == []


@pytest.mark.parametrize(
    ("text", "span", "verb"),
    [
        ("港务局依法查处违规泊位。", "查处违规泊位", "查处"),
        ("对困难的船东，给予一次性补贴的企业优先。", "给予一次性补贴的企业", "给予"),
        ("对口支援受灾地区的渔港建设的企业，开展检查。", "支援受灾地区的渔港建设的企业", "支援"),
        ("对渔港提供靠泊服务，开展检查。", "提供靠泊服务", "提供"),
        ("推动码头改造取得新进展。", "推动码头改造取得新进展", "推动"),
        ("整治岸线取得成效，拆除棚屋30处。", "拆除棚屋30处", "拆除"),
        ("建设中部航运中心。", "建设中部航运中心", "建设"),
        ("对2024年12月31日前购船的继续发放补贴，", "对2024年12月31日前购船的继续发放补贴", "发放"),
        ("发展后奥运经济。", "发展后奥运经济", "发展"),
        ("筛选后形成船东名单。", "筛选后形成船东名单", "筛选"),
        ("港务局将回购价款支付给申请人。", "将回购价款支付给申请人", "支付"),
        ("竞买保证金按起始价的20%缴纳。", "竞买保证金按起始价的20%缴纳", "缴纳"),
    ],
)
def test_what_is_told_stands(text: str, span: str, verb: str) -> None:
    assert left(text, (span, verb)) == [(span, verb)]


def test_the_act_behind_under_whom_it_is_done() -> None:
    text = "在专家指导下对船舱和甲板进行消毒。"
    assert left(text, ("指导下对船舱和甲板进行消毒", "指导")) == [("对船舱和甲板进行消毒", "消毒")]


@pytest.mark.parametrize(
    ("text", "span", "verb", "rest"),
    [
        ("受理船东申请后，拨付补贴。", "受理船东申请后", "受理", "受理船东申请"),
        ("将船员考试安排在节后，发放补贴。", "将船员考试安排在节后", "安排", "将船员考试安排在节后"),
        ("支持港口招收博士后，发放补贴。", "支持港口招收博士后", "支持", "支持港口招收博士后"),
        ("审核船东申请的同时，核对船员信息。", "审核船东申请的同时", "审核", "审核船东申请的同时"),
        ("受理船东申请后拨付补贴。", "受理船东申请后拨付补贴", "受理", "受理船东申请后拨付补贴"),
    ],
)
def test_what_only_tells_that_another_act_follows_is_no_part_of_an_act(
    text: str, span: str, verb: str, rest: str
) -> None:
    assert left(text, (span, verb)) == [(rest, verb)]
