"""What a measure acts on or counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extraction.objects.carried import objects
from kg.facts import Sentence
from kg.language import split_clauses
from kg.language.counted import with_things
from kg.language.parsed import Act, Name, Parsed
from kg.language.quantities import find_quantities
from kg.language.tagger import tag


def read(text: str, *acts: tuple[str, str]) -> list[str]:
    """The object of each act, given by its span and its predicate."""
    tokens = tag(text).tokens
    found = find_quantities(text)
    counts = tuple(replace(q, counted=c) for q, c in zip(found, with_things(found, tokens), strict=True))
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tokens, split_clauses(text), counts, ())
    seen = []
    for span, verb in acts:
        start = text.index(span)
        at = text.index(verb, start)
        seen.append(Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1)))
    return list(objects(text, seen, parsed))


def one(text: str, verb: str) -> str:
    return read(text, (text, verb))[0]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("渔业产业增加值增长26.7%", "增长", "渔业产业增加值"),
        ("国家级工业设计中心增至11家", "增至", "国家级工业设计中心"),
        ("养老机构入住率提高到55%以上", "提高", "养老机构入住率"),
        ("物流企业突破100家", "突破", "物流企业"),
        ("水产品总产量稳定在55万吨", "稳定", "水产品总产量"),
        ("“满天星”行动计划启动实施", "启动", "“满天星”行动计划"),
        ("两个研究院建成投产", "建成", "研究院"),
        ("居民人均可支配收入增长5%", "增长", "居民人均可支配收入"),
        ("营业利润19.3亿元，增长29.4%", "增长", "营业利润"),
        ("粮食产量500亿斤，进出口总额增长5%", "增长", "进出口总额"),
        ("投资占生产总值的比例30%以上", "占", "投资"),
        ("地区生产总值跨越3个千亿元台阶", "跨越", "地区生产总值"),
        ("创新能力从全国第9位升至第7位", "升至", "创新能力"),
        ("经济总量保持全国第5位", "保持", "经济总量"),
        ("耕地面积实现5连增", "实现", "耕地面积"),
        ("产业投资实现两位数增长", "实现", "产业投资"),
        ("人均生产总值突破5万关口", "突破", "人均生产总值"),
        ("转移支付项目比上年减少1/3以上", "减少", "转移支付项目"),
        ("粮食产量838亿斤、再创历史新高", "再创", "粮食产量"),
        ("在沪持牌航运机构增加到1813家", "增加到", "在沪持牌航运机构"),
        ("推动港口收入占比提高到30%左右", "推动", "港口收入占比"),
        ("压缩靠泊时间至9个小时以内", "压缩", "靠泊时间"),
    ],
)
def test_a_result_is_one_of_its_subject(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("粮食流通体制改革稳步推进", "推进", "粮食流通体制改革"),
        ("民办教育试点全面展开", "展开", "民办教育试点"),
        ("住房制度改革方案正在实施", "实施", "住房制度改革方案"),
        ("外汇储备有所增加", "增加", "外汇储备"),
        ("补贴资金由市财政承担", "承担", "补贴资金"),
        ("随机抽查事项清单应根据实际情况进行动态调整", "调整", "随机抽查事项清单"),
        ("居民消费价格与上年基本持平", "持平", "居民消费价格"),
        ("政务服务零跑动可办率达96.6%", "达", "政务服务零跑动可办率"),
    ],
)
def test_what_leads_on_to_the_predicate_is_no_part_of_the_subject(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("将信用信息嵌入审批流程", "嵌入", "信用信息"),
        ("把职业培训工作摆在突出位置", "摆在", "职业培训工作"),
        ("将审批平均时限压缩至30个工作日以内", "压缩", "审批平均时限"),
        ("对市级考核指标进行解读和答疑", "解读", "市级考核指标"),
        ("对违规企业建立退出机制", "建立", "退出机制"),
    ],
)
def test_what_is_fronted(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("建成1096个数字化车间和183个智能工厂", "建成", "数字化车间和智能工厂"),
        ("组建近300人的专员队伍", "组建", "专员队伍"),
        ("新增软件企业超过6400家", "新增", "软件企业"),
        ("开设线上专栏11个，警示教育活动221场次", "开设", "线上专栏，警示教育活动"),
        ("推出一系列支持举措", "推出", "支持举措"),
        ("建成20万吨级散货泊位", "建成", "20万吨级散货泊位"),
        ("建设15分钟生活圈", "建设", "15分钟生活圈"),
        ("设立总规模500亿元的产业基金", "设立", "总规模500亿元的产业基金"),
        ("制发2048张许可证，涉及15个业态", "制发", "许可证"),
        ("应对29轮强降雨和10轮高温天气", "应对", "强降雨和高温天气"),
    ],
)
def test_counts_are_no_part_of_the_thing(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("对申请项目材料进行形式审查", "审查", "申请项目材料"),
        ("对所有住院人员要进行体温检测", "检测", "住院人员"),
        ("由主管部门对责任单位进行责任追究", "追究", "责任单位"),
        ("进行政务数据目录管理", "管理", "政务数据目录"),
        ("进行形式审查", "审查", ""),
        ("逾期申报材料不予受理", "受理", "逾期申报材料"),
        ("不予受理", "受理", ""),
    ],
)
def test_a_light_verb_is_no_part_of_the_object(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("向所在社区报告", "报告", ""),
        ("转运到定点医院", "转运", ""),
        ("按规定程序上报", "上报", ""),
        ("按照新规定执行", "执行", "新规定"),
        ("编制部门预算的同时", "编制", "部门预算"),
        ("征求各方意见的基础上", "征求", "各方意见"),
        ("将按程序公布目录", "公布", "目录"),
    ],
)
def test_addressee_manner_and_frame_are_no_object(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("国内生产总值突破3万亿元大关", "突破", "国内生产总值"),
        ("农业增加值增长百分之四", "增长", "农业增加值"),
        ("新能源电池产能达38GWh", "达", "新能源电池产能"),
        ("社会商品零售总额扣除价格因素增长5%", "增长", "社会商品零售总额"),
        ("直接投资达到258亿美元", "达到", "直接投资"),
        ("5个医疗中心建设项目落地新区", "落地", "医疗中心建设项目"),
        ("国家考古遗址公园建成开园", "建成", "国家考古遗址公园"),
        ("返岗人员应当隔离观察14天", "隔离", "返岗人员"),
        ("水质达到国家标准", "达到", "水质"),
        ("符合条件的人员均可纳入保障范围", "纳入", "符合条件的人员"),
        ("第二十四条本办法自九月起施行", "施行", "本办法"),
        ("全市粮食产量增长5%", "增长", "粮食产量"),
    ],
)
def test_a_result_has_its_thing_before_it(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("给予一次性5000万元奖励", "给予", "奖励"),
        ("给予一次性购房补贴", "给予", "一次性购房补贴"),
        ("提出15个方面的重点任务和4个方面的保障措施", "提出", "重点任务和保障措施"),
        ("抓好八个方面重点工作", "抓好", "重点工作"),
        ("编制《纲要草案》（以下简称《纲要》）", "编制", "《纲要草案》"),
        ("举办各类文化活动", "举办", "文化活动"),
        ("健全全市、区县两级储备体系", "健全", "全市、区县两级储备体系"),
    ],
)
def test_what_only_counts_or_names_again_is_no_part_of_the_thing(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


def test_a_bare_figure_is_no_object() -> None:
    assert one("投入19万元", "投入") == ""


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("保函置换金额不得超过监管资金额度的30%", "不得超过", "保函置换金额"),
        ("阳台投影面积之和不得大于建筑面积的20%", "不得大于", "阳台投影面积之和"),
        ("资助资金只能用于项目建设", "用于", "资助资金"),
        ("财政用于科技的投入增长8%", "用于", "科技的投入"),
        ("重大事项报市长审批", "报", "重大事项"),
        ("进行新型农村合作医疗制度试点", "试点", "新型农村合作医疗制度"),
        ("安排专项资金支持技改项目", "安排", "专项资金"),
        ("安排5亿元救灾款和7亿元恢复重建资金", "安排", "救灾款和恢复重建资金"),
        ("推动生活垃圾处理提质增效", "推动", "生活垃圾处理"),
        ("推迟嫁接时间至3月底", "推迟", "嫁接时间"),
    ],
)
def test_neither_measure_nor_goal_is_the_object(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "name", "thing"),
    [
        ("坚定实施扩大内需战略", "实施", "扩大内需战略", "扩大内需战略"),
        ("制定实施优化营商环境行动", "制定", "优化营商环境行动", "优化营商环境行动"),
        ("坚持和完善管理人员竞聘制度", "坚持", "管理人员竞聘制度", "管理人员竞聘制度"),
        ("确定和发布名单", "确定", "发布名单", "名单"),
    ],
)
def test_a_name_keeps_the_verb_that_it_begins_with(text: str, verb: str, name: str, thing: str) -> None:
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), ())
    start, at = text.index(name), text.index(verb)
    named = Name(start, start + len(name), "programme", 0.8, 0.1, 0.0, 0.0, 0.5)
    act = Act(at, len(text), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))
    assert list(objects(text, [act], replace(parsed, names=(named,)))) == [thing]


def test_a_time_in_a_description_stays() -> None:
    assert one("对未来半年内到期的贷款可展期", "展期") == "未来半年内到期的贷款"


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("创建全国首个电商合作示范区", "创建", "电商合作示范区"),
        ("完成国内首次甲醇燃料加注", "完成", "甲醇燃料加注"),
        ("实施新一轮科技成果转化方案", "实施", "科技成果转化方案"),
        ("首次缴纳比例提高到30%", "提高", "首次缴纳比例"),
        ("建设本辖区统一的抽查工作平台", "建设", "抽查工作平台"),
        ("制定本部门抽查工作计划", "制定", "抽查工作计划"),
    ],
)
def test_what_tells_where_or_when_a_thing_is_new_is_no_part_of_it(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("推送储备项目130个、总投资4亿元", "推送", "储备项目"),
        ("科技、卫生和文化事业的支出分别达到3亿元、9亿元和1亿元", "达到", "科技、卫生和文化事业的支出"),
        ("财政给予200元/m2的购房补贴", "给予", "购房补贴"),
    ],
)
def test_joints_between_counts_go_with_them(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("以社区为基础的医疗服务体系建设加快推进", "推进", "以社区为基础的医疗服务体系建设"),
        ("推行由常住地登记户口提供基本公共服务制度", "推行", "由常住地登记户口提供基本公共服务制度"),
        ("职教专业与重点产业匹配度达到89%", "达到", "职教专业与重点产业匹配度"),
        ("工业产值与农业产值之比突破1", "突破", "工业产值与农业产值之比"),
        ("政务服务零跑动可办率达96.6%", "达", "政务服务零跑动可办率"),
        ("移风易俗深入开展", "开展", "移风易俗"),
        ("转移支付项目要减少三分之一", "减少", "转移支付项目"),
        ("广义货币M2预期增长13%左右", "增长", "广义货币M2"),
        ("重点河湖排污口完成整治", "完成", "重点河湖排污口"),
        ("骨干企业完成改造", "完成", "改造"),
    ],
)
def test_the_whole_of_a_subject(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("整治官僚主义、形式主义为基层减负", "整治", "官僚主义、形式主义"),
        ("安排专项资金用于航线补贴", "安排", "专项资金"),
    ],
)
def test_what_something_is_done_for_is_no_part_of_it(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "act", "thing"),
    [
        ("中央财政三年累计投入90亿元，用于校舍建设工程", "中央财政三年累计投入90亿元", "校舍建设工程"),
        ("地方财政投入90亿元，完成三项任务", "地方财政投入90亿元", ""),
    ],
)
def test_the_purse_is_not_what_is_spent(text: str, act: str, thing: str) -> None:
    assert read(text, (act, "投入")) == [thing]


def test_a_bracket_that_the_act_ends_in_is_no_part_of_the_thing() -> None:
    assert one("建成养老床位7000张（牵头单位", "建成") == "养老床位"
    assert one("建成养老床位（含护理床位）7000张", "建成") == "养老床位（含护理床位）"


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("鼓励有条件的幼儿园招收2—3岁幼儿", "鼓励", "2—3岁幼儿"),
        ("推动具备条件的车站、机场建设专用停车区", "推动", "专用停车区"),
        ("支持有条件的乡镇建设电子商务集配中心", "支持", "电子商务集配中心"),
        ("推动各级党委扛起政治责任", "推动", "政治责任"),
        ("鼓励各区充分利用各种社会资源，开展继续教育活动", "鼓励", "继续教育活动"),
        ("鼓励有条件的县(市、区)", "鼓励", "有条件的县(市、区)"),
    ],
)
def test_who_is_made_to_act_may_be_told_by_conditions(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing
