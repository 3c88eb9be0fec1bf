"""What looks like a name and names nothing."""

from __future__ import annotations

import pytest

from kg.extraction.names.edges import settled
from kg.extraction.names.nameless import without_others
from kg.extraction.names.place_words import places_meant
from kg.facts import EntityType
from kg.language import find_quantities, tag
from kg.language.parsed import Name
from kg.register import register_for


def seen(text: str, *names: tuple[str, EntityType]) -> list[Name]:
    found = [
        Name(text.index(n), text.index(n) + len(n), kind, 0.8, 0.1, 0.0, 0.0, 0.5)
        for n, kind in sorted(names, key=lambda row: text.index(row[0]))
    ]
    return list(settled(text, 0, len(text), found, find_quantities(text)))


def kept(text: str, *names: tuple[str, EntityType]) -> list[str]:
    found = without_others(text, tag(text).tokens, seen(text, *names))
    return [text[n.start : n.end] for n in found]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("坚决整治“面子工程”、“一刀切”等突出问题", "“面子工程”", "programme"),
        ("坚决杜绝“形象工程”“政绩工程”，减轻负担", "“政绩工程”", "programme"),
        ("防范“倒春寒”等灾害", "“倒春寒”", "programme"),
        ("深化城市各项改革", "城市各项改革", "programme"),
        ("粮食生产实现“九连丰”", "“九连丰”", "programme"),
        ("推进家政服务进社区", "家政服务进社区", "site"),
        ("清理市政府行政规范性文件十件", "市政府行政规范性文件", "document"),
        ("加大“三农”投入", "“三农”", "programme"),
        ("当好“排头兵”", "“排头兵”", "programme"),
        ('处置"法拍房"', '"法拍房"', "programme"),
        ("稳妥开展“法拍房”工作", "“法拍房”工作", "programme"),
        ("加强公共安全系统施治", "公共安全系统", "system"),
        ("慰问公安干警", "公安", "organisation"),
        ("执行《减税公告》（财政部税务总局公告2023年第12号）", "财政部税务总局", "organisation"),
        ("扩大对RCEP成员国出口", "RCEP", "document"),
        ("结合“五一”假期促消费", "“五一”", "programme"),
        ("帮扶“零就业家庭”", "“零就业家庭”", "programme"),
        ("每户住宅设备平台面积", "住宅设备平台", "system"),
        ("干部带头尊法学法守法用法", "干部带头尊法学法", "document"),
        ("干部带头知法守法", "带头知法", "document"),
        ("推广良种良法配套", "良种良法", "document"),
        ("推出企业融资解决方案", "企业融资解决方案", "document"),
        ("推进优质教育资源规划布局", "优质教育资源规划", "document"),
        ("强化双循环制度匹配", "双循环制度", "programme"),
        ("用人工智能改革招投标机制走在前列", "用人工智能改革招投标机制", "programme"),
        ("做到“应贷尽贷”，满足需求", "“应贷尽贷”", "programme"),
        ("做到“能进尽进、应救尽救”", "“能进尽进、应救尽救”", "programme"),
        ("在思想上政治上行动上保持一致", "思想上政治上行动", "programme"),
        ("实施一系列重大战略", "一系列重大战略", "programme"),
        ("我市的明天一定会越来越好", "我市的明天一定会", "event"),
        ("产业特征会更加明显", "产业特征会", "event"),
        ("按通知（青公积金委〔2022〕5号）执行", "青公积金委", "organisation"),
        ("按通知（青公积金委﹝2022﹞5号）执行", "青公积金委", "organisation"),
        ("坚持邓小平理论", "邓小平理论", "programme"),
        ("加快实施重大工程", "重大工程", "programme"),
        ("世界百年变局加速演进", "世界百年变局", "organisation"),
        ("组建一家大型企业集团", "大型企业集团", "organisation"),
        ("推进重大水利工程建设", "重大水利工程", "programme"),
        ("帮扶失能失智行动不便的老人", "失能失智行动", "programme"),
        ("照料半失能行动困难的老人", "半失能行动", "programme"),
    ],
)
def test_nothing_is_named(text: str, name: str, kind: EntityType) -> None:
    assert kept(text, (name, kind)) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("推进“一业一证”改革", "“一业一证”改革", "programme"),
        ("加快“白名单”问题项目整改", "“白名单”", "programme"),
        ("健全用水权交易制度体系", "用水权交易制度体系", "programme"),
        ("修订科技进步法", "科技进步法", "document"),
        ("执行水土保持法等法律", "水土保持法", "document"),
        ("编制优质教育资源规划", "优质教育资源规划", "document"),
        ("实施抗震加固重大工程", "抗震加固重大工程", "programme"),
        ("实行“服务包”制度", "“服务包”制度", "programme"),
        ("“应贷尽贷”专项行动", "“应贷尽贷”专项行动", "programme"),
        ("青年行动上线", "青年行动", "programme"),
        ("全球贸易大会更加国际化", "全球贸易大会", "event"),
        ("根据国务院国发〔2017〕5号", "国务院", "organisation"),
    ],
)
def test_a_name_stays(text: str, name: str, kind: EntityType) -> None:
    assert kept(text, (name, kind)) == [name]


def test_a_sector_is_a_group_of_bodies() -> None:
    text = "宣传交通运输系统的做法，升级智能交通系统"
    found = without_others(text, (), seen(text, ("交通运输系统", "system"), ("智能交通系统", "system")))
    assert [(n.type, n.generic > n.thing) for n in found] == [("organisation", True), ("system", False)]


@pytest.mark.parametrize(
    ("issuer", "text", "name", "left"),
    [
        ("青海省人民政府", "民族和睦、宗教和顺、社会和谐", "和顺", []),
        ("山西省人民政府", "支持和顺发展", "和顺", ["和顺"]),
        ("国务院", "支持青岛、日照发展", "日照", ["日照"]),
        ("国务院", "容积率、限高、日照等指标", "日照", []),
        ("山西省人民政府", "筑牢社会稳定和长治久安根基", "长治", []),
        ("国务院", "坚持中国特色社会主义", "中国", []),
        ("国务院", "庆祝新中国成立七十周年", "中国", []),
        ("国务院", "提高中国的影响力", "中国", ["中国"]),
        ("国务院", "贯穿南北的铁路", "南北", []),
        ("国务院", "优先出让临湖、近山等地块", "临湖", []),
        ("国务院", "做好外事、侨务、港澳台、参事等工作", "港澳台", []),
        ("国务院", "促进内地与港澳交流", "港澳", ["港澳"]),
        ("重庆市人民政府", "印发通知（渝建住保〔2022〕46号）", "渝", []),
        ("重庆市人民政府", "支持在渝企业", "渝", ["渝"]),
        ("国务院", "振兴东北地区", "振兴东北地区", ["东北地区"]),
        ("国务院", "建设沿渝遂高速公路产业", "沿渝遂高速公路", ["渝遂高速公路"]),
    ],
)
def test_a_word_is_not_the_place_that_shares_it(issuer: str, text: str, name: str, left: list[str]) -> None:
    beside: list[tuple[str, EntityType]] = [("青岛", "place")] if "青岛" in text else []
    found = places_meant(text, seen(text, (name, "place"), *beside), register_for(issuer, None))
    assert [text[n.start : n.end] for n in found if text[n.start : n.end] != "青岛"] == left


def test_a_region_is_not_the_county_that_shares_its_name() -> None:
    assert register_for("上海市人民政府", None).place_name("江南") is None


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("支持涉藏州县发展", "藏州县", []),
        ("推进治蜀兴川事业", "蜀兴川", []),
        ("每万城镇人口增加三人", "万城镇", []),
        ("建设法治广东", "广东", ["广东"]),
        ("参加涉陕活动", "陕", ["陕"]),
    ],
)
def test_what_begins_within_a_word_is_no_place(text: str, name: str, left: list[str]) -> None:
    found = places_meant(text, seen(text, (name, "place")), register_for("上海市人民政府", None))
    assert [text[n.start : n.end] for n in found] == left


@pytest.mark.parametrize(
    ("name", "kind", "sure", "is_named"),
    [
        ("高能级创新平台", "site", 0.5, False),
        ("高能级创新平台", "system", 0.5, False),
        ("“海之翼”创新平台", "system", 0.5, True),
        ("海滨大数据应用中心科创平台", "system", 0.9, True),
        ("智能工厂", "site", 0.2, False),
        ("国家级智能工厂", "programme", 0.4, True),
        ("国家级科创平台", "programme", 0.4, False),
        ("智慧农场", "site", 0.2, False),
        ("农村5G基站", "system", 0.4, False),
        ("家庭养老床位", "site", 0.4, False),
        ("养老服务站", "site", 0.2, True),
        ("城乡融合发展体制机制", "programme", 0.5, False),
        ("守信激励、失信惩戒等机制", "programme", 0.5, False),
        ("定期核对机制", "programme", 0.5, True),
        ("制造业生态系统", "system", 0.4, False),
    ],
)
def test_what_tells_only_its_class_is_named_where_the_reader_is_sure(
    name: str, kind: EntityType, sure: float, is_named: bool
) -> None:
    text = f"建设{name}"
    found = Name(2, len(text), kind, sure, 0.3, 0.0, 0.0, 0.5)
    assert bool(without_others(text, tag(text).tokens, [found])) is is_named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("建设公共安全系统", "公共安全系统", "system"),
        ("由公安负责", "公安", "organisation"),
        ("开展“春风送岗”工作", "“春风送岗”工作", "programme"),
    ],
)
def test_the_same_words_name_something_elsewhere(text: str, name: str, kind: EntityType) -> None:
    assert kept(text, (name, kind)) == [name]


def test_a_campaign_of_moving_is_one() -> None:
    assert kept("实施村庄清洁行动方便群众", ("村庄清洁行动", "programme")) == ["村庄清洁行动"]
