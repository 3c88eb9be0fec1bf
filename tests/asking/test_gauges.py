"""Which figures of two measures stand side by side: those that measure the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.asking.compare import rows
from kg.asking.gauges import paired_counts
from kg.resources import rows as rows_of
from tests.asking.measures import figures


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (("建成助餐点7800个", "建成", "7800个"), ("建成助餐点、幸福院300个", "建成", "300个"), []),
        (("全国重点实验室达6家", "达", "6家"), ("2家全国重点实验室获批", "获批", "2家"), []),
        (("公园累计达到973座", "达到", "973座"), ("新增公园127座", "新增", "127座"), []),
        (("火灾起数下降8%", "下降", "8%"), ("火灾起数增长5%", "增长", "5%"), [("8%", "5%")]),
        (("生产总值增长5%", "增长", "5%"), ("人均地区生产总值增长4%", "增长", "4%"), []),
        (("第一产业增加值14亿", "增加", "14亿"), ("第二产业增加值12亿", "增加", "12亿"), []),
        (("地区生产总值增长5%", "增长", "5%"), ("全市生产总值增长6%", "增长", "6%"), [("5%", "6%")]),
        (("农村危房改造开工率达100%", "达", "100%"), ("农村危房改造竣工率达100%", "达", "100%"), []),
        (("一般公共预算收入增长5%", "增长", "5%"), ("一般公共预算支出增长4%", "增长", "4%"), []),
        (("万人发明专利拥有量74件", "拥有", "74件"), ("万人高价值发明专利拥有量34件", "拥有", "34件"), []),
        (("建成新型储能200万千瓦", "建成", "200万千瓦"), ("新型储能达到630万千瓦", "达到", "630万千瓦"), []),
        (("无还本续贷余额17亿元", "余额", "17亿元"), ("新增无还本续贷5亿元", "新增", "5亿元"), []),
        (("新增2家国企进入500强", "新增", "2家"), ("7家国企进入500强", "进入", "7家"), []),
        (
            ("装备制造业、高技术制造业增加值分别增长19%、17%", "增长", "19% 17%"),
            ("高技术制造业、装备制造业增加值分别增长18%、16%", "增长", "18% 16%"),
            [("19%", "16%"), ("17%", "18%")],
        ),
        (
            ("家电、新能源汽车零售额分别增长23%、35%", "增长", "23% 35%"),
            ("新能源汽车、工业机器人产量分别增长49%、36%", "增长", "49% 36%"),
            [],
        ),
        (
            ("第三产业增加值33亿元，分别比上年增长4%、9%、12%", "增加", "33亿元 4% 9% 12%"),
            ("第三产业增加值112亿元，比上年增长5%", "增加", "112亿元 5%"),
            [("33亿元", "112亿元")],
        ),
        (
            ("工业总产值27亿元，按可比价计算增长14%", "增加", "27亿元 14%"),
            ("农业总产值41亿元，按可比价计算增长3%", "增加", "41亿元 3%"),
            [],
        ),
        (
            ("城镇新增就业47万人、失业率5.5%", "新增", "47万人 5.5%"),
            ("失业率5.2%", "失业", "5.2%"),
            [("5.5%", "5.2%")],
        ),
        (("城镇调查失业率控制在5%", "控制", "5%"), ("城镇调查失业率4.6%", "失业", "4.6%"), [("5%", "4.6%")]),
        (
            ("新建改造农村公路55公里", "新建", "55公里"),
            ("建设农村公路40公里", "建设", "40公里"),
            [("55公里", "40公里")],
        ),
        (("专利从20件增加到65件", "增加", "65件"), ("专利提高到70件", "提高", "70件"), [("65件", "70件")]),
        (
            ("标准、品牌分别新增11项和27项，累计分别达到52项和204项", "新增", "11项 27项 52项 204项"),
            ("标准、品牌分别新增12项和44项，累计分别达到64项和288项", "新增", "12项 44项 64项 288项"),
            [("11项", "12项"), ("27项", "44项"), ("52项", "64项"), ("204项", "288项")],
        ),
    ],
)
def test_figures_stand_side_by_side_where_they_measure_the_same(
    before: tuple[str, str, str], after: tuple[str, str, str], pairs: list[tuple[str, str]]
) -> None:
    found = paired_counts(figures(0, *before), figures(0, *after))
    assert [(a.text, b.text) for a, b in found] == pairs


def test_a_target_is_first_looked_up_among_what_is_told_as_done() -> None:
    first = [figures(0, "生产总值增长5%", "增长", "5%", status="planned")]
    done = figures(0, "生产总值增长5.2%", "增长", "5.2%")
    planned = figures(40, "生产总值增长5%", "增长", "5%", status="planned")
    found = [(r.kind, r.second) for r in rows(first, [done, planned]) if r.first]
    assert ("fulfilled", done) in found
    each = figures(0, "人均地区生产总值增长5%", "增长", "5%")
    assert "fulfilled" not in {r.kind for r in rows(first, [each])}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("实际使用外资", "使用外资"),
        ("实际利用外资", "使用外资"),
        ("社会消费品零售总额", "社零总额"),
        ("社会消费品零售额", "社零额"),
        ("规上工业增加值", "规模以上工业增加值"),
        ("单位GDP能耗", "单位地区生产总值能耗"),
        ("外贸进出口总额", "货物进出口总值"),
        ("空气质量优良天数比率", "优良天数比例"),
        ("农村常住居民人均可支配收入", "农村居民人均可支配收入"),
        ("全社会研发经费投入强度", "研发投入强度"),
        ("细颗粒物平均浓度", "PM2.5浓度"),
    ],
)
def test_an_indicator_has_several_names(before: str, after: str) -> None:
    one, other = figures(0, f"{before}增长5%", "增长", "5%"), figures(0, f"{after}增长6%", "增长", "6%")
    assert len(paired_counts(one, other)) == 1


def test_every_name_of_an_indicator_has_an_example_and_a_source() -> None:
    listed = rows_of("seeds/lexicon/indicator-names.tsv")
    assert all(len(row) == 4 and row[3] for row in listed)
    assert len({row[0] for row in listed}) == len(listed)
    known: dict[str, str] = {}
    for written, meant, example, _ in listed:
        shown = example.replace(".", "")
        for earlier, name in known.items():
            shown = shown.replace(earlier, name)
        assert written in shown, written
        known[written] = meant


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        ("实施省大中型项目4600个以上，", "滚动实施“十百千万”工程，实施省大中型项目5296个，年度", 1),
        ("启动乡村振兴补短板工程，", "强化储备要素保障，", 0),
        ("", "强化储备要素保障，", 0),
        ("", "", 1),
    ],
)
def test_a_figure_that_names_little_is_told_by_what_stands_in_front(before: str, after: str, number: int) -> None:
    told = ("完成投资354亿元", "完成", "354亿元"), ("完成投资4500亿元", "完成", "4500亿元")
    one = figures(0, *told[0], sentence=f"{before}{told[0][0]}。")
    other = figures(0, *told[1], sentence=f"{after}{told[1][0]}。")
    assert len(paired_counts(one, other)) == number


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("一般公共预算收入增长3%", "一般公共预算支出增长31%", {"unanswered", "new"}),
        ("农村危房改造开工率增长3%", "农村危房改造竣工率增长4%", {"unanswered", "new"}),
        ("全省发明专利拥有量增长3%", "全省发明专利有效拥有量增长4%", {"fulfilled"}),
    ],
)
def test_figures_of_another_indicator_are_of_another_matter(before: str, after: str, kinds: set[str]) -> None:
    one = figures(0, before, "增长", "3%", status="planned")
    other = figures(0, after, "增长", after[after.index("增长") + 2 :])
    found = rows([one], [other])
    assert {row.kind for row in found} == kinds
    assert not any(row.changes for row in found)


def test_a_difference_alone_is_of_what_stands_in_front() -> None:
    told = "高于全国0.4个百分点", "高于", "0.4个百分点"
    one = figures(0, *told, sentence="服务业增加值增长5.4%，高于全国0.4个百分点。")
    other = figures(0, *told, sentence="外贸进出口增长7%，高于全国0.4个百分点。")
    assert paired_counts(one, other) == []
    assert len(paired_counts(one, replace(other, sentence=one.sentence))) == 1
    deficit = figures(0, "财政赤字2亿元，比去年增加3亿元", "增加", "2亿元 3亿元")
    assert paired_counts(deficit, figures(0, "比去年增加5亿元", "增加", "5亿元")) == []


def test_what_is_told_of_several_years_is_no_result_of_one() -> None:
    one, other = figures(0, "新增公园120座", "新增", "120座"), figures(0, "新增公园600座", "新增", "600座", years=True)
    assert paired_counts(one, other) == []
    first, second = rows([one], [other])
    assert [first.kind, second.kind] == ["dropped", "new"]


def test_what_several_years_came_to_stands_beside_what_one_came_to() -> None:
    one = figures(0, "地区生产总值达到3万亿元", "达到", "3万亿元")
    told = "地区生产总值突破4万亿元", "突破", "4万亿元"
    assert len(paired_counts(one, figures(0, *told, years=True))) == 1
    assert paired_counts(one, figures(0, *told, years=True, status="planned")) == []


def test_a_target_that_was_reached_is_also_shown_beside_the_next() -> None:
    first = [
        figures(0, "一般公共预算收入增长4%", "增长", "4%", status="planned"),
        figures(40, "一般公共预算支出占比76%", "占", "76%", status="planned"),
    ]
    done = figures(0, "一般公共预算收入增长3%", "增长", "3%")
    planned = figures(60, "一般公共预算收入增长2%", "增长", "2%", status="planned")
    found = [(row.kind, row.second) for row in rows(first, [done, planned]) if row.first == first[0]]
    assert found == [("fulfilled", done), ("continued", planned)]
