from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.language import find_quantities, split_clauses
from kg.language.numerals import value_of

CHARACTERS = st.text(
    st.sampled_from("近约余0123456789０５.,，一二三十百千万亿个张件元%平方米第《》“”(（)。；第首的月年日"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "modifier"),
    [
        ("组建近300人的队伍", "近300人", 300, "人", "under"),
        ("不超过剩余部分的10%", "不超过剩余部分的10%", 10, "%", "at_most"),
        ("进出比缩小到1.5∶1左右", "1.5∶1左右", "1.5", "∶1", "about"),
        ("城乡居民收入比2.06:1。", "2.06:1", "2.06", "∶1", "exact"),
        ("支付项目要减少三分之一,", "三分之一", "0.3333", "", "exact"),
        ("进度达四分之一以上的", "四分之一以上", "0.25", "", "over"),
        ("用电成本下降3分/千瓦时以上。", "3分/千瓦时以上", 3, "分/千瓦时", "over"),
        ("130家/50家", "130家", 130, "家", "exact"),
        ("人口20万以上的县", "20万以上", 200000, "", "over"),
        ("商户增加到1万6千多户", "1万6千多户", 16000, "户", "over"),
        ("帮扶三五个村", "三五个", 5, "个", "about"),
        ("走访一百三四十家企业", "一百三四十家", 140, "家", "about"),
        ("材料约3000余张", "约3000余张", 3000, "张", "over"),
        ("余额437.59亿元", "437.59亿元", 43759000000, "元", "exact"),
        ("场地11.32万平方米", "11.32万平方米", 113200, "平方米", "exact"),
        ("开展三轮检查", "三轮", 3, "轮", "exact"),
        ("总额1,100.76亿元", "1,100.76亿元", 110076000000, "元", "exact"),
        ("最高50万元", "最高50万元", 500000, "元", "at_most"),
        ("占比36％", "36％", 36, "%", "exact"),
        ("调用量近千张", "近千张", 1000, "张", "under"),
        ("涉及１５个业态", "１５个", 15, "个", "exact"),
        ("余额达到1.3万亿元", "1.3万亿元", 1300000000000, "元", "exact"),
        ("力争突破万亿元", "突破万亿元", 1000000000000, "元", "over"),
        ("不高于展位费80%", "不高于展位费80%", 80, "%", "at_most"),
        ("最高给予500万元", "最高给予500万元", 5000000, "元", "at_most"),
        ("现金,最高为100万元", "最高为100万元", 1000000, "元", "at_most"),
        ("班列开行超万列", "超万列", 10000, "列", "over"),
        ("惠及近万家企业", "近万家", 10000, "家", "under"),
        ("贷款最高额度40万元", "40万元", 400000, "元", "exact"),
        ("贷款最高限额可达90万元", "90万元", 900000, "元", "exact"),
        ("二套房最低继续按30%执行", "30%", 30, "%", "exact"),
        ("延长不能超过6个月", "不能超过6个月", 6, "个月", "at_most"),
        ("3个工作日内办理", "3个工作日内", 3, "个工作日", "at_most"),
        ("缩短至20个自然日。", "20个自然日", 20, "个自然日", "exact"),
        ("90平方米(含)以下", "90平方米(含)以下", 90, "平方米", "at_most"),
        ("至少培育1家", "至少培育1家", 1, "家", "over"),
        ("建成2—3个", "2—3个", 3, "个", "exact"),
        ("总量超过650万。", "超过650万", 6500000, "", "over"),
        ("突破450万辆次", "突破450万辆次", 4500000, "辆次", "over"),
        ("全年增长19·5％", "19·5％", "19.5", "%", "exact"),
        ("完成设备更新6.5万台(套)", "6.5万台(套)", 65000, "台(套)", "exact"),
        ("培训200万人（次）以上", "200万人（次）以上", 2000000, "人（次）", "over"),
        ("共有600多万下岗职工再就业", "600多万", 6000000, "", "over"),
        ("惠及1亿多中小学生", "1亿多", 100000000, "", "over"),
        ("增长5%—5.5%", "5%—5.5%", "5.5", "%", "exact"),
        ("农业增加值增长百分之四。", "百分之四", 4, "%", "exact"),
        ("比上年增长百分之二十一点零七", "百分之二十一点零七", "21.07", "%", "exact"),
        ("增速定为百分之八至九。", "百分之八至九", 9, "%", "exact"),
        ("保持百分之八至百分之九的增长率", "百分之八至百分之九", 9, "%", "exact"),
        ("覆盖不低于百分之九十的村", "不低于百分之九十", 90, "%", "over"),
        ("扩大到百分之八十左右", "百分之八十左右", 80, "%", "about"),
        ("回落六点五个百分点", "六点五个百分点", "6.5", "个百分点", "exact"),
        ("贷款三点二亿元", "三点二亿元", 320000000, "元", "exact"),
        ("电池产能达38GWh；", "38GWh", 38, "GWh", "exact"),
        ("算力规模超过55Eflops，", "超过55Eflops", 55, "Eflops", "over"),
        ("算力规模达到9.4万P，", "9.4万P", 94000, "P", "exact"),
        ("周转量455.6亿人公里", "455.6亿人公里", 45560000000, "人公里", "exact"),
        ("有机质含量达到27克/千克", "27克/千克", 27, "克/千克", "exact"),
        ("实施保护性耕作1.2亿亩次", "1.2亿亩次", 120000000, "亩次", "exact"),
        ("13亿多人口的大国", "13亿多人口", 1300000000, "人口", "over"),
        ("新增510万沼气用户", "510万", 5100000, "", "exact"),
        ("血压控制率≥50%", "≥50%", 50, "%", "over"),
        ("办理时间≤3天", "≤3天", 3, "天", "at_most"),
        ("阳台进深不应大于2.4米", "不应大于2.4米", "2.4", "米", "at_most"),
        ("面积之和不超过该套型总建筑面积的5%", "5%", 5, "%", "at_most"),
        ("面积不得大于套内建筑面积(含阳台,下同)的20%", "20%", 20, "%", "at_most"),
        ("生活标准不低于最低生活保障标准的1.6倍", "1.6倍", "1.6", "倍", "over"),
        ("不超过面积标准,奖励合同金额的5%", "5%", 5, "%", "exact"),
    ],
)
def test_a_count(text: str, quote: str, value: int | str, unit: str, modifier: str) -> None:
    (found,) = find_quantities(text)
    assert (found.text, found.value, found.unit, found.modifier) == (quote, Decimal(value), unit, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "总量迈上5万亿台阶",
        "第3条规定",
        "静府议〔2023〕18号",
        "静府议﹝2023﹞18号",
        "进一步推进",
        "2023年以来",
        "建立一批站点",
        "党的二十届三中全会",
        "实施新一轮行动",
        "红十字会",
        "二套住房",
        "中央八项规定精神",
        "成立75周年",
        "保持两位数增长",
        "推进十万亩级高标准农田建设",
        "建成30万吨级航道",
        "新一轮3+1行动",
        "“小百分比”办到“百分之百”",
        "建设5PX平台",
        "早上八点三十分",
        "L3级自动驾驶车型",
        "点亮附近万家灯火",
    ],
)
def test_no_count(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("失业率、涨幅分别控制在5%和3%以内", ["at_most", "at_most"]),
        ("覆盖率分别达到90%、60%、35%以上", ["over", "over", "over"]),
        ("增长5%、6%以上", ["exact", "over"]),
        ("年均增速分别超过2%、5%", ["over", "over"]),
        ("分别给予最高30万元、20万元奖励", ["at_most", "at_most"]),
        ("分别不低于80%、90%和95%，另有3%", ["over", "over", "over", "exact"]),
        ("超过2%、5%", ["over", "exact"]),
        ("分别给予不低于2万元、4万元，面积3平方米、5平方米", ["over", "over", "exact", "exact"]),
        ("销售5套、8套、10套以上的分别给予2万元", ["exact", "exact", "over", "exact"]),
        ("约2%、5%", ["about", "exact"]),
        ("每县至少建设1家照护机构、2所学校", ["over", "over"]),
        ("每县至少建设1家照护机构，新增2所学校", ["over", "exact"]),
    ],
)
def test_a_word_of_approximation_holds_for_counts_side_by_side(text: str, modifiers: list[str]) -> None:
    assert [q.modifier for q in find_quantities(text)] == modifiers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百二十", 120),
        ("二〇二三", 2023),
        ("1.2万", 12000),
        ("3千", 3000),
        ("1亿2000万", 120000000),
        ("十五", 15),
        ("二点五万", 25000),
    ],
)
def test_a_numeral(text: str, value: int) -> None:
    assert value_of(text) == value


def _written(number: int) -> str:
    """A whole number as Chinese writes it (GB/T 15835-2011): 一万二千, 一百零八, 十万零三百."""
    for scale, name in ((100_000_000, "亿"), (10_000, "万")):
        if number >= scale:
            rest = number % scale
            zero = "零" if 0 < rest < scale // 10 else ""
            return _written(number // scale) + name + zero + (_written(rest) if rest else "")
    digits, written = "零一二三四五六七八九", ""
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = number // power % 10
        if figure:
            written += digits[figure] + name
        elif written and not written.endswith("零") and number % power:
            written += "零"
    return written


@given(st.integers(1, 10**12))
def test_chinese_numerals_read_back(number: int) -> None:
    assert value_of(_written(number)) == Decimal(number)


@given(st.integers(11, 10**12), st.sampled_from(["", "不超过"]), st.sampled_from(["零", "〇"]))
@example(1_050, "", "零")
@example(15_000, "不超过", "零")
@example(130_000_000, "", "零")
def test_a_chinese_numeral_is_read_whole(number: int, bound: str, zero: str) -> None:
    written = bound + _written(number).replace("零", zero) + "元"
    (found,) = find_quantities(f"发放养老补贴{written}。")
    assert (found.text, found.value, found.unit) == (written, Decimal(number), "元")


@pytest.mark.parametrize("text", ["惠及3万五千户", "迈上9万亿三个台阶"])
def test_the_rest_of_a_numeral_is_no_count(text: str) -> None:
    assert "".join(q.text for q in find_quantities(text)) == ""


@given(CHARACTERS, st.integers(0, 50))
def test_counts_quote_the_text_and_do_not_overlap(text: str, offset: int) -> None:
    at = 0
    for found in find_quantities(text, offset):
        assert text[found.start - offset : found.end - offset] == found.text
        assert found.start - offset >= at
        at = found.end - offset


@given(CHARACTERS)
def test_clauses_are_in_order_and_leave_out_nothing_but_marks(text: str) -> None:
    clauses, at = split_clauses(text), 0
    for clause in clauses:
        assert set(text[at : clause.start]) <= set(",，;；:：。！!？?")
        at = clause.end
    assert set(text[at:]) <= set(",，;；:：。！!？?")


def test_clause_marks_inside_quotes_and_titles_do_not_count() -> None:
    text = "提出“拓宽视野,增强意识”,印发《方案(试行,2023)》;召开会议。"
    assert [text[c.start : c.end] for c in split_clauses(text)] == [
        "提出“拓宽视野,增强意识”",
        "印发《方案(试行,2023)》",
        "召开会议",
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("人口控制在１３亿以内，任务重", [("１３亿以内", 1300000000, "", "at_most")]),
        ("脱贫1000万以上，成效大", [("1000万以上", 10000000, "", "over")]),
        ("新增千万吨产能", [("千万吨", 10000000, "吨", "exact")]),
        ("建设千万吨级煤矿", []),
        ("年限从10.2年提高到10.8年", [("10.2年", 10.2, "年", "exact"), ("10.8年", 10.8, "年", "exact")]),
        ("2023年建成", []),
        ("1.80周岁及以上的", [("80周岁及以上", 80, "周岁", "over")]),
        ("等8部门", [("8部门", 8, "部门", "exact")]),
        ("更新设备33.6万台套", [("33.6万台套", 336000, "台套", "exact")]),
    ],
)
def test_numbers_without_a_unit_years_and_items(text: str, counts: list[tuple[str, float, str, str]]) -> None:
    assert [(q.text, float(q.value), q.unit, q.modifier) for q in find_quantities(text)] == counts


def test_two_numbers_in_a_row_are_two_counts() -> None:
    found = find_quantities("为390万65岁以上老年人体检")
    assert [(q.text, str(q.value), q.modifier) for q in found] == [
        ("390万", "3900000", "exact"),
        ("65岁以上", "65", "over"),
    ]


def test_numbers_side_by_side_share_the_unit_behind_the_last() -> None:
    found = find_quantities("分别惠及3500万、2300万人次")
    assert [(str(q.value), q.unit) for q in found] == [("35000000", "人次"), ("23000000", "人次")]


@pytest.mark.parametrize("text", ["按1:1的比例分担", "按照4:3:2:1的比例", "占比为3:2:1", "如鸟之两翼、车之两轮"])
def test_a_scale_of_shares_or_a_figure_of_speech_is_no_count(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("专利增长2倍多，", [("2倍多", 2, "倍", "over")]),
        ("历时两年多的普查", [("两年多", 2, "年", "over")]),
        ("3年多个项目落地", [("3年", 3, "年", "exact")]),
        ("粮食产量连续5年超万亿斤", [("5年", 5, "年", "exact"), ("超万亿斤", 10**12, "斤", "over")]),
        ("建设万亿斤级粮仓", []),
        (
            "分别约为160平方米、140平方米",
            [("约为160平方米", 160, "平方米", "about"), ("140平方米", 140, "平方米", "about")],
        ),
        ("解决60万无电地区人口用电", [("60万", 600000, "", "exact")]),
        ("平均浓度降至28.5微克每立方米", [("28.5微克每立方米", 28.5, "微克每立方米", "exact")]),
        ("举办百场对接活动", [("百场", 100, "场", "exact")]),
        ("实施百场千企行动", []),
        ("连续举办两届交流大会", [("两届", 2, "届", "exact")]),
        ("最高 100 万元奖励", [("最高 100 万元", 1000000, "元", "at_most")]),
        ("表 1 2 项目", []),
        ("表 1 项目", []),
        ("贡献不低于2000 元/m²。", [("不低于2000 元/m²", 2000, "元/m²", "over")]),
    ],
)
def test_more_than_a_unit_says_and_rounder_numbers(text: str, counts: list[tuple[str, float, str, str]]) -> None:
    assert [(q.text, float(q.value), q.unit, q.modifier) for q in find_quantities(text)] == counts


@pytest.mark.parametrize("part", ["百", "一万", "一万二千", "一百零", "千万亿"])
def test_endless_numerals_take_no_time(part: str) -> None:
    begun = time.process_time()
    find_quantities("不超过" + part * 4_000)
    assert time.process_time() - begun < 5
