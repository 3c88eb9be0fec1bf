"""Predicates side by side, and verbs in a row, of which one thing is the object."""

from __future__ import annotations

import pytest

from tests.extraction.objects.test_things import one


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("坚持和完善土地承包政策", "坚持", "土地承包政策"),
        ("保护和合理利用土地资源", "保护", "土地资源"),
        ("制定实施提升营商环境工作方案", "制定", "提升营商环境工作方案"),
        ("组织召开项目推介会", "组织", "项目推介会"),
        ("组织好跨区作业", "组织", "跨区作业"),
        ("健全推动经济高质量发展体制机制", "健全", "推动经济高质量发展体制机制"),
        ("落实解决农民工问题的各项政策措施", "落实", "解决农民工问题的各项政策措施"),
        ("加强与金融机构的对接", "加强", "与金融机构的对接"),
    ],
)
def test_verbs_beside_the_predicate(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("谋划确定工作抓手", "谋划", "工作抓手"),
        ("细化实化方案", "细化", "方案"),
        ("建成投产发电机组", "建成", "发电机组"),
        ("建设统筹保障性住房", "建设", "保障性住房"),
        ("用好举办运动会等重大机遇", "用好", "举办运动会等重大机遇"),
        ("引进纺织项目24个、建成投产17个", "引进", "纺织项目"),
        ("建设“六个新区”、推进“八个中心”", "建设", "“六个新区”"),
        ("运用穿透式调研方法提升工作水平", "运用", "穿透式调研方法"),
        ("召开服务管家例会推进工作落地", "召开", "服务管家例会"),
    ],
)
def test_a_second_act_is_no_part_of_the_object(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("引进、培养、使用和服务海外人才", "引进", "海外人才"),
        ("制定实施、动态优化稳外贸政策", "制定", "稳外贸政策"),
        ("建立健全和严格执行招标投标制", "建立", "招标投标制"),
        ("做深做细项目前期工作", "做深", "项目前期工作"),
        ("争取并用足用好专项债券资金", "争取", "专项债券资金"),
        ("培育发展“视听+旅游”新业态", "培育", "“视听+旅游”新业态"),
        ("深化拓展“百校千企”行动", "深化", "“百校千企”行动"),
        ("引导带动社会投资", "引导", "社会投资"),
    ],
)
def test_verbs_in_a_row_share_an_object(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("培育引进转化一批绿色技术成果", "培育", "绿色技术成果"),
        ("谋划储备一批重点项目", "谋划", "重点项目"),
        ("构建规范有序的数据供给体系", "构建", "规范有序的数据供给体系"),
    ],
)
def test_a_verb_before_several_things_and_none_before_an_adjective(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("改革方案由主管部门组织实施", "组织", "改革方案"),
        ("补贴资金使用完毕", "使用", "补贴资金"),
        ("各级政府要落实到位", "落实", ""),
        ("有关单位应当予以协助", "协助", ""),
        ("应当大力总结和推广", "总结", ""),
        ("对码头和堆场进行改造提升", "改造", "码头和堆场"),
        ("由评审部门进行评估确认", "评估", ""),
        ("对其已缴纳的契税予以退税优惠", "退税", "已缴纳的契税"),
        ("乡村客运网络实现全覆盖", "实现", "乡村客运网络"),
        ("新建220千伏和110千伏变电工程6个", "新建", "220千伏和110千伏变电工程"),
        ("安排专项债券3万亿元、比上年增加1000亿元", "安排", "专项债券"),
        ("承担建设项目20个（住房项目12个、产业项目8个）", "承担", "建设项目"),
        ("收购闲置厂房用于公寓建设", "收购", "闲置厂房"),
        ("应用数字技术提升产业水平", "应用", "数字技术"),
        ("支持企业塑造服务品牌", "支持", "服务品牌"),
        ("鼓励社会力量兴办养老设施", "鼓励", "养老设施"),
    ],
)
def test_what_only_carries_a_predicate_on_is_no_object(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("开工改造老旧小区716个", "开工", "老旧小区"),
        ("研究调整中央与地方事权", "研究", "中央与地方事权"),
        ("支持发展多种形式合作组织", "支持", "多种形式合作组织"),
        ("推广应用智能农机装备", "推广", "智能农机装备"),
        ("组织协调应急粮食的进口工作", "组织", "应急粮食的进口工作"),
        ("落实落细区域协调发展战略", "落实", "区域协调发展战略"),
        ("更新改造项目26个", "更新", "改造项目"),
    ],
)
def test_verbs_in_a_row_have_one_object(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("深化整治群众身边不正之风", "深化", "群众身边不正之风"),
        ("新建扩建机场33个", "新建", "机场"),
        ("制定修订行政法规30部", "制定", "行政法规"),
        ("清理规范节庆、论坛、展会", "清理", "节庆、论坛、展会"),
        ("5个实验室揭牌运行", "运行", "实验室"),
        ("高校建设顺利推进", "推进", "高校建设"),
        ("启动改造19个城中村、180个老旧小区", "启动", "城中村、老旧小区"),
        ("探索建设以商圈为支撑的城市商业体系", "探索", "以商圈为支撑的城市商业体系"),
        ("探索发展民办教育的机制", "探索", "发展民办教育的机制"),
        ("加快布局建设充电基础设施", "加快", "充电基础设施"),
        ("入选国家首批智能工厂培育名单", "入选", "智能工厂培育名单"),
        ("扫黑除恶斗争常态化开展", "开展", "扫黑除恶斗争"),
        ("优先由原所有人回购", "回购", ""),
    ],
)
def test_two_predicates_side_by_side_share_the_thing(text: str, verb: str, thing: str) -> None:
    assert one(text, verb) == thing
