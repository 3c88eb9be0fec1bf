"""Names of national things, hotlines and local groups."""

from __future__ import annotations

import pytest

from kg.register import Named, addressed, register_for

CITY = register_for("武汉市人民政府", None)
COUNTY = register_for("上海市静安区人民政府", None)
NOWHERE = register_for(None, None)


@pytest.mark.parametrize("text", ["“千万工程”", "省“千万工程”", "“千村示范、万村整治”工程"])
def test_a_national_programme_is_one_everywhere(text: str) -> None:
    named = Named("“千万工程”", "100000", "register")
    assert CITY.thing_name(text) == named == NOWHERE.thing_name(text)


def test_what_bears_the_countrys_name_belongs_to_no_place() -> None:
    assert CITY.thing_name("全国文明城区").division == "100000"
    assert CITY.thing_name("国家企业信用信息公示平台").name == "国家企业信用信息公示系统"
    assert CITY.thing_name("国家级台湾农民创业园").division == "420100"


@pytest.mark.parametrize(
    "text", ["12345热线", "“12345”市民热线", "市12345政务服务便民热线", "市民热线", "政务服务便民热线"]
)
def test_a_hotline_has_its_standard_name(text: str) -> None:
    assert CITY.thing_name(text) == Named("武汉市12345政务服务便民热线", "420100", "register")


def test_a_countys_hotline_may_be_the_citys() -> None:
    assert COUNTY.thing_name("12345热线").name == "12345政务服务便民热线"
    assert COUNTY.thing_name("市12345热线") == Named("上海市12345政务服务便民热线", "310000", "register")
    assert CITY.thing_name("12306热线").name == "12306热线"


@pytest.mark.parametrize("text", ["城投集团", "市城投集团", "武汉市城市建设投资集团有限公司"])
def test_a_local_group_is_its_divisions(text: str) -> None:
    named = CITY.body_name(text)
    assert (named.name, named.division) == ("武汉市城投集团", "420100")


def test_a_private_group_is_not() -> None:
    assert CITY.body_name("星辰产业投资集团").name == "星辰产业投资集团"


def test_levels_are_no_part_of_a_name_but_ranks_are() -> None:
    assert CITY.thing_name("三级数字化城市运行中心").name == "数字化城市运行中心"
    assert CITY.thing_name("三级医院").name == "三级医院"


def test_whom_you_and_we_mean() -> None:
    assert addressed(None, "市教委：") == {"你委": "市教委"}
    assert addressed(None, "四川省人民政府：") == {"你省": "四川省人民政府"}
    assert addressed(None, "各省、自治区、直辖市人民政府：") == {}
    assert addressed(None, "市教委、市财政局") == {}
    assert addressed("国务院办公厅转发国家地震局关于防震减灾工作意见的通知", None) == {
        "我局": "国家地震局",
        "本局": "国家地震局",
    }
    assert addressed("关于转发先进经验的通知", None) == {}
    known = register_for("重庆市人民政府办公厅", None).explained(addressed(None, "市教委"))
    assert known.body_name("你委") == Named("重庆市教育委员会", "500000", "document")


@pytest.mark.parametrize("text", ["", "“”", "省", "'"])
def test_what_is_hardly_a_name_stays_as_it_is(text: str) -> None:
    assert CITY.thing_name(text).name == text
