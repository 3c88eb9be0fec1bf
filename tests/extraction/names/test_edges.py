"""Where names begin and end, whatever the reader saw of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.extraction.names.edges import settled
from kg.facts import EntityType
from kg.language import find_quantities
from kg.language.parsed import Name


def edges(text: str, *seen: str, kind: EntityType = "programme") -> list[str]:
    names = [
        Name(text.index(s), text.index(s) + len(s), kind, 0.8, 0.1, 0.0, 0.0, 0.5) for s in sorted(seen, key=text.index)
    ]
    found = settled(text, 0, len(text), names, find_quantities(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    return [text[n.start : n.end] for n in found]


@pytest.mark.parametrize(
    ("text", "seen", "names"),
    [
        ("推进“两评估、一清单、一盘活”行动", ("“两评估、一清单、", "一盘活”行动"), ["“两评估、一清单、一盘活”行动"]),
        ("推出“出生一件事”“就业一件事”两项", ("“出生一件事”“就业一件事”两项",), ["“出生一件事”", "“就业一件事”"]),
        ("健全“园”“地”融合发展机制", ("“园”“地”融合发展机制",), ["“园”“地”融合发展机制"]),
        ("引导区内国有银行", ("区内国有银行",), ["国有银行"]),
        ("对接市外劳务协作基地", ("市外劳务协作基地",), ["劳务协作基地"]),
        ("入选全省“车路云一体化”应用试点", ("全省“车路云一体化”应用试点",), ["“车路云一体化”应用试点"]),
        ("创成全国文明城区", ("全国文明城区",), ["全国文明城区"]),
        ("创建8个市级“美丽街区”", ("市级“美丽街区”",), ["“美丽街区”"]),
        ("获评省级第17批“水乡渔村”基地", ("省级第17批“水乡渔村”基地",), ["“水乡渔村”基地"]),
        ("兜牢基层“三保”底线", ("基层“三保”",), ["“三保”"]),
        ("获批国家级农民创业园", ("国家级农民创业园",), ["国家级农民创业园"]),
        ("做实做细家庭医生培训计划", ("做细家庭医生培训计划",), ["家庭医生培训计划"]),
        ("设立产业母基金和子基金", ("产业母基金和",), ["产业母基金"]),
        ("健全机制", ("健全",), []),
        ("建立健全可持续的城市更新机制", ("健全可持续的城市更新机制",), ["可持续的城市更新机制"]),
        ("６１８３座病险水库加固工程开工", ("６１８３座病险水库加固工程",), ["病险水库加固工程"]),
        ("设立24小时自助服务区", ("24小时自助服务区",), ["24小时自助服务区"]),
        ("建成500千伏输变电工程", ("500千伏输变电工程",), ["500千伏输变电工程"]),
        ("实施新一轮科技成果转化行动", ("新一轮科技成果转化行动",), ["科技成果转化行动"]),
        ("入选全国首批零碳园区试点", ("全国首批零碳园区试点",), ["零碳园区试点"]),
        ("实施新一期就业促进行动", ("新一期就业促进行动",), ["就业促进行动"]),
        ("实行严格的耕地保护制度", ("严格的耕地保护制度",), ["耕地保护制度"]),
        ("实行最严格的耕地保护制度", ("最严格的耕地保护制度",), ["最严格的耕地保护制度"]),
        ("推进“两学一做”学习教育常态化制度化", ("“两学一做”学习教育常态化制度化",), ["“两学一做”学习教育"]),
        ("打好治本攻坚三年行动收官战", ("治本攻坚三年行动收官战",), ["治本攻坚三年行动"]),
        ("打好节能降碳收官战", ("节能降碳收官战",), ["节能降碳收官战"]),
        ("用好超长期特别国债资金", ("超长期特别国债资金",), ["超长期特别国债"]),
        ("推进“五个统筹”战略布局", ("“五个统筹”战略",), ["“五个统筹”战略布局"]),
        ("推进“五个统筹”总体布局", ("“五个统筹”",), ["“五个统筹”总体布局"]),
        ("卫生机构（含村卫生室）45个", ("村卫生室）",), ["村卫生室"]),
        ("个人负担（指医保目录）费用", ("个人负担（指医保目录",), ["个人负担"]),
        ("及“棚户区改造项目" + "(含城中村)按照规定" * 4 + "”", ("“棚户区改造项目",), ["棚户区改造项目"]),
        ("设备（一期）项目", ("设备（一期）项目",), ["设备（一期）项目"]),
        ("建设“" + "一张床，一间房，" * 6 + "一层办公楼”", ("一层办公楼”",), []),
        ("程施工许可证》核发", ("程施工许可证》",), []),
        ("建设全市域青年发展型城市", ("全市域青年发展型城市",), ["全市域青年发展型城市"]),
        ("实施全市民生改善工程", ("全市民生改善工程",), ["民生改善工程"]),
        ("建设平安浙江法治浙江", ("平安浙江法治浙江",), ["平安浙江", "法治浙江"]),
    ],
)
def test_a_name(text: str, seen: tuple[str, ...], names: list[str]) -> None:
    assert edges(text, *seen) == names


def test_a_document_is_called_by_the_number_of_its_articles() -> None:
    text = "对外开放总体方案“80条”基本完成"
    assert edges(text, "对外开放总体方案", kind="document") == ["对外开放总体方案“80条”"]
    assert edges("总体方案“一网”完成", "总体方案", kind="document") == ["总体方案"]


def test_the_name_of_a_meeting_takes_in_its_year() -> None:
    text = "召开2023年全市优化营商环境大会"
    assert edges(text, "优化营商环境大会", kind="event") == ["2023年全市优化营商环境大会"]


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        (
            "落实《全科医生激励机制方案》（穗府办函〔2020〕16号）",
            "《全科医生激励机制方案》（穗府办函〔2020〕16号）",
            "《全科医生激励机制方案》",
        ),
        ("按批准的国企改革方案推进", "批准的国企改革方案", "国企改革方案"),
        ("印发《推进职能转变的意见》", "《推进职能转变的意见》", "《推进职能转变的意见》"),
    ],
)
def test_a_document_is_its_title(text: str, seen: str, name: str) -> None:
    assert edges(text, seen, kind="document") == [name]


@pytest.mark.parametrize(
    ("text", "seen", "body"),
    [
        ("海滨市房产局等7部门印发措施", "海滨市房产局等7部门", "海滨市房产局"),
        ("海滨市商务局等十四家单位印发措施", "海滨市商务局等十四家单位", "海滨市商务局"),
        ("请有关部门等单位配合", "有关部门等单位", "有关部门等单位"),  # nobody is counted
    ],
)
def test_how_many_others_act_with_a_body_is_no_part_of_its_name(text: str, seen: str, body: str) -> None:
    assert edges(text, seen, kind="organisation") == [body]


def test_bodies_that_are_not_named_stay_so() -> None:
    assert edges("配合相关法院确定价格", "相关法院", kind="organisation") == ["相关法院"]


def test_a_body_that_acts_with_another_is_apart_from_it() -> None:
    text = "区经济局联合区财政局下达资金,由区政府授权区经济局解释,区残疾人联合会服务中心"
    seen = ("区经济局联合区财政局", "区政府授权区经济局", "区残疾人联合会服务中心")
    names = [Name(text.index(s), text.index(s) + len(s), "organisation", 0.8, 0.1, 0.9, 0.0, 0.0) for s in seen]
    found = settled(text, 0, len(text), names, ())
    assert [(text[n.start : n.end], n.lead, n.partner) for n in found] == [
        ("区经济局", 0.9, 0.0),
        ("区财政局", 0.0, 0.9),
        ("区政府", 0.0, 0.0),
        ("区经济局", 0.9, 0.0),
        ("区残疾人联合会服务中心", 0.9, 0.0),
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("中共中央国务院印发规划", ["中共中央", "国务院"]),
        ("党中央国务院中央军委决定", ["党中央", "国务院", "中央军委"]),
        ("省委省政府召开大会", ["省委", "省政府"]),
        ("无锡市委市政府召开大会", ["无锡市委", "市政府"]),
        ("国务院办公厅印发规划", ["国务院办公厅"]),
        ("财政部税务总局印发通知", ["财政部", "税务总局"]),
        ("国家发展改革委民政部国家铁路局印发通知", ["国家发展改革委", "民政部", "国家铁路局"]),
        ("国务院国资委印发通知", ["国务院国资委"]),
        ("国家税务总局海滨市税务局印发通知", ["国家税务总局海滨市税务局"]),
        ("市委县政府召开大会", ["市委县政府"]),
    ],
)
def test_bodies_that_sign_together_are_apart(text: str, bodies: list[str]) -> None:
    assert edges(text, text[: sum(map(len, bodies))], kind="organisation") == bodies


def test_a_name_has_no_space_where_its_bracket_was() -> None:
    text = '专项资金（以下简称 " 专项资金 " ），是指拨款'
    start = text.index('"')
    name = Name(start, text.index("，"), "programme", 0.9, 0.0, 0.0, 0.0, 0.0)
    assert [text[n.start : n.end] for n in settled(text, 0, len(text), [name], ())] == ['" 专项资金 "']


@pytest.mark.parametrize(
    ("text", "seen", "name", "kind"),
    [
        ("第九条【分工】主管部门负责审核", "分工】主管部门", "主管部门", "organisation"),
        ("具备条件的县有物流配送中心", "县有物流配送中心", "物流配送中心", "site"),
        ("乡镇有物流中转站", "乡镇有物流中转站", "物流中转站", "site"),
        ("布局建设5家左右概念验证中心", "左右概念验证中心", "概念验证中心", "site"),
        ("国有农场服务中心", "国有农场服务中心", "国有农场服务中心", "site"),
        ("到街道和镇便民服务中心", "镇便民服务中心", "便民服务中心", "site"),
        ("到镇便民服务中心", "镇便民服务中心", "镇便民服务中心", "site"),
        ("出台促进就业的若干措施", "促进就业的若干措施", "促进就业的若干措施", "document"),
        ("审议教育法修订草案", "教育法", "教育法修订草案", "document"),
        ("提出《教育法》修订草案", "《教育法》", "《教育法》修订草案", "document"),
        ("出台批准的若干措施", "批准的若干措施", "若干措施", "document"),
        ("出台规范停车秩序的六条举措", "规范停车秩序的六条举措", "规范停车秩序的六条举措", "document"),
        (
            "出台全链条保护湿地的若干政策措施",
            "全链条保护湿地的若干政策措施",
            "全链条保护湿地的若干政策措施",
            "document",
        ),
        ("落实新版水资源目录", "新版水资源目录", "水资源目录", "document"),
        ("制定有针对性的治水方案", "有针对性的治水方案", "治水方案", "document"),
        ("执行市局下发的检查目录", "市局下发的检查目录", "检查目录", "document"),
        ("发布便利居民办事的服务清单", "便利居民办事的服务清单", "便利居民办事的服务清单", "document"),
        ("实施以河流为纽带的流域规划", "以河流为纽带的流域规划", "以河流为纽带的流域规划", "document"),
        ("编制建设旅游目的地总体规划", "建设旅游目的地总体规划", "建设旅游目的地总体规划", "document"),
        ("出台切实可行的六条举措", "切实可行的六条举措", "六条举措", "document"),
        ("制定符合海岛实际的实施方案", "符合海岛实际的实施方案", "实施方案", "document"),
        ("落实省政府关于加快电子病历平台建设的要求", "省政府关于加快电子病历平台", "电子病历平台", "system"),
        ("落实落细区域协调发展战略", "落细区域协调发展战略", "区域协调发展战略", "programme"),
    ],
)
def test_what_stands_before_a_name_of_this_type_is_no_part_of_it(
    text: str, seen: str, name: str, kind: EntityType
) -> None:
    assert edges(text, seen, kind=kind) == [name]


def test_a_short_name_of_a_commission_takes_nothing_of_the_word_behind_it() -> None:
    assert edges("国家发展改革委会同财政部研究", "国家发展改革委会", kind="organisation") == ["国家发展改革委"]
    assert edges("市住建委会同市教委研究", "市住建委会", kind="organisation") == ["市住建委"]
    assert edges("高新区管委会同意备案", "高新区管委会", kind="organisation") == ["高新区管委会"]
    assert edges("村委会同物业协商", "村委会", kind="organisation") == ["村委会"]


def test_a_name_begins_behind_a_count_that_it_begins_in_or_takes_it_in_whole() -> None:
    assert edges("遴选不超过2家数智化示范车间", "家数智化示范车间", kind="site") == ["数智化示范车间"]
    assert edges("至少有一家医院和图书馆", "家医院和图书馆", kind="site") == ["医院和图书馆"]
    assert edges("建成12片3人制篮球场", "人制篮球场", kind="site") == ["3人制篮球场"]


def test_a_verb_that_makes_bodies_act_is_no_part_of_their_name() -> None:
    assert edges("组织动员爱心企业参与", "动员爱心企业", kind="organisation") == ["爱心企业"]
    assert edges("省港务局会同省卫生健康委开展检查", "省港务局会", kind="organisation") == ["省港务局"]
    assert edges("省卫生健康委会同业公会", "省卫生健康委会", kind="organisation") == ["省卫生健康委会"]
    assert edges("走访联系单位", "联系单位", kind="organisation") == ["联系单位"]


def test_a_numeral_before_a_meeting_counts_it_and_one_in_a_programme_names_it() -> None:
    assert edges("连续举办两届产业交流大会", "两届产业交流大会", kind="event") == ["产业交流大会"]
    assert edges("举办百场供需对接大会", "百场供需对接大会", kind="event") == ["供需对接大会"]
    assert edges("推进三项制度改革", "三项制度改革") == ["三项制度改革"]


@pytest.mark.parametrize(
    ("text", "seen", "body"),
    [
        ("聚焦安全,联合区消防救援支队成立消防科", "联合区消防救援支队", "区消防救援支队"),
        ("落实政策,联合汽车销售企业发放消费券", "联合汽车销售企业", "汽车销售企业"),
        ("开展活动,协同相关区做好管理", "协同相关区", "相关区"),
    ],
)
def test_with_whom_somebody_acts_who_is_not_said_is_a_partner(text: str, seen: str, body: str) -> None:
    at = text.index(seen)
    name = Name(at, at + len(seen), "organisation", 0.9, 0.0, 0.8, 0.1, 0.0)
    (found,) = settled(text, 0, len(text), [name], ())
    assert (text[found.start : found.end], found.lead, found.partner) == (body, 0.0, 0.8)


@pytest.mark.parametrize("body", ["联合采购办公室", "联合指挥部", "联合国教科文组织", "农商联合银行"])
def test_bodies_called_by_their_acting_together_stay_whole(body: str) -> None:
    assert edges(f"由{body}负责", body, kind="organisation") == [body]


def test_what_a_body_was_set_up_to_cope_with_is_part_of_its_name() -> None:
    body = "国务院应对新冠肺炎疫情联防联控机制物资保障组"
    assert edges(f"落实{body}《关于做好保障的通知》", "国务院", kind="organisation") == [body]
    assert edges("市政府应对疫情，成立领导小组", "市政府", kind="organisation") == ["市政府"]
