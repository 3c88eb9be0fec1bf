from __future__ import annotations

import pytest

from kg.register import bodies_in, is_group, is_registered, register_for

REGISTER = register_for("上海市静安区人民政府", None)


@pytest.mark.parametrize(
    ("text", "name", "division"),
    [
        ("区政府", "静安区人民政府", "310106"),
        ("上海市静安区人民政府", "静安区人民政府", "310106"),
        ("市场监管局", "静安区市场监督管理局", "310106"),
        ("区发展改革委", "静安区发展和改革委员会", "310106"),
        ("市财政局", "上海市财政局", "310000"),
        ("区人社局", "静安区人力资源和社会保障局", "310106"),
        ("市委组织部", "中共上海市委组织部", "310000"),
        ("团市委", "共青团上海市委员会", "310000"),
        ("区领导", "静安区人民政府", "310106"),
        ("区政府主要领导", "静安区人民政府", "310106"),
        ("市场监管总局", "国家市场监督管理总局", "100000"),
        ("财政部", "财政部", "100000"),
        ("人力资源社会保障部", "人力资源和社会保障部", "100000"),
        ("党中央", "中国共产党中央委员会", "100000"),
    ],
)
def test_a_body(text: str, name: str, division: str) -> None:
    named = REGISTER.body_name(text)
    assert (named.name, named.division) == (name, division)


@pytest.mark.parametrize(
    ("text", "name"), [("本区", "静安区"), ("全市", "上海市"), ("静安", "静安区"), ("浦东新区", "浦东新区")]
)
def test_a_place(text: str, name: str) -> None:
    named = REGISTER.place_name(text)
    assert named is not None
    assert named.name == name


def test_a_city_of_the_county_level_calls_itself_a_city() -> None:
    register = register_for("义乌市人民政府", None)
    assert register.body_name("市商务局").name == "义乌市商务局"
    assert register.body_name("省商务厅").name == "浙江省商务厅"


def test_a_city_without_counties_is_one_division() -> None:
    assert register_for("中山市人民政府", None).body_name("市商务局").name == "中山市商务局"


def test_a_body_of_the_state_that_signs_after_a_local_one_does_not_speak_for_the_state() -> None:
    register = register_for("重庆市商务委员会国家税务总局重庆市税务局", None)
    assert register.body_name("市财政局").name == "重庆市财政局"


def test_bodies_of_the_state_mean_themselves_where_one_of_them_speaks() -> None:
    register = register_for("国务院办公厅", None)
    assert register.body_name("发展改革委").name == "国家发展和改革委员会"
    assert register.body_name("人力资源社会保障部").name == "人力资源和社会保障部"


@pytest.mark.parametrize(
    ("issuer", "bodies"),
    [
        ("广州市财政局广州市民政局", ("广州市财政局", "广州市民政局")),
        ("广州市民政局中共广州市委宣传部广州市公安局", ("广州市民政局", "中共广州市委宣传部", "广州市公安局")),
        ("中共广州市委广州市人民政府", ("中共广州市委", "广州市人民政府")),
        (
            "广州市民政局中共广州市委广州市人民政府农业农村工作领导小组办公室广州市财政局",
            ("广州市民政局", "中共广州市委广州市人民政府农业农村工作领导小组办公室", "广州市财政局"),
        ),
        ("市场监管总局发展改革委财政部", ("市场监管总局", "发展改革委", "财政部")),
        ("广州市财政局 广州市民政局", ("广州市财政局", "广州市民政局")),
        ("上海市静安区人民政府", ("上海市静安区人民政府",)),
        ("全国总工会共青团中央全国妇联", ("全国总工会", "共青团中央", "全国妇联")),
        ("全国爱卫办中央文明办生态环境部", ("全国爱卫办", "中央文明办", "生态环境部")),
        ("司法部全国工商联中华全国律师协会", ("司法部", "全国工商联", "中华全国律师协会")),
        ("国务院国资委", ("国务院国资委",)),
        ("国务院国家发展改革委", ("国务院", "国家发展改革委")),
        ("中共中央宣传部", ("中共中央宣传部",)),
        ("中国人民银行淮北市中心支行", ("中国人民银行淮北市中心支行",)),
    ],
)
def test_joint_issuers_are_told_apart(issuer: str, bodies: tuple[str, ...]) -> None:
    assert bodies_in(issuer) == bodies


def test_without_an_issuer_the_division_that_the_text_names_most_speaks() -> None:
    register = register_for(None, "若干措施", "武汉市发放消费券。支持武汉市企业。")
    assert register.body_name("市商务局").name == "武汉市商务局"


def test_nothing_is_known_without_an_issuer() -> None:
    nowhere = register_for(None, None)
    assert nowhere.place is None
    assert nowhere.body_name("区政府").division is None
    assert nowhere.place_name("本区") is None


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("各县(市、区)人民政府", True),
        ("贵州省有关部门和单位", True),
        ("静安区财政局", False),
        ("各", True),
        ("静安区各界人士联合会", False),
    ],
)
def test_groups_are_told_from_bodies(name: str, group: bool) -> None:
    assert is_group(name) is group
    assert not (group and is_registered(name))


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("静安区人民政府", True),
        ("静安区市场监督管理局", True),
        ("中共静安区委组织部", True),
        ("财政部", True),
        ("平潭综合实验区管理委员会", True),
        ("静安区公平竞争委员会", False),
        ("贵州金控集团", False),
    ],
)
def test_what_the_register_has(name: str, known: bool) -> None:
    assert is_registered(name) is known


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("张家界市人民政府", "国家金融监管总局张家界监管分局", "国家金融监督管理总局张家界监管分局"),
        ("张家界市人民政府", "国家税务总局张家界市税务局", "国家税务总局张家界市税务局"),
        ("张家界市人民政府", "慈利金融监管支局", "国家金融监督管理总局慈利监管支局"),
        ("张家界市人民政府", "银保监会张家界监管分局", "中国银行保险监督管理委员会张家界监管分局"),
        ("张家界市人民政府", "人民银行慈利营业部", "中国人民银行慈利县营业部"),
        ("张家界市人民政府", "国家安全局", "张家界市国家安全局"),
        ("张家界市人民政府", "张家界海事局", "张家界海事局"),
        ("张家界市人民政府", "张家界财政局", "张家界市财政局"),
        ("张家界市人民政府", "市国动办", "张家界市国防动员办公室"),
        ("张家界市人民政府", "法院", "张家界市中级人民法院"),
        ("张家界市人民政府", "省法院", "湖南省高级人民法院"),
        ("张家界市人民政府", "检察院", "张家界市人民检察院"),
        ("张家界市人民政府", "人民法院", "人民法院"),
        ("张家界市人民政府", "相关法院", "相关法院"),
        ("张家界市人民政府", "政协", "中国人民政治协商会议张家界市委员会"),
        ("张家界市人民政府", "政协张家界市委员会", "中国人民政治协商会议张家界市委员会"),
        ("张家界市人民政府", "人民政协", "中国人民政治协商会议"),
        ("张家界市人民政府", "武警部队", "中国人民武装警察部队"),
        ("国务院", "政协", "中国人民政治协商会议"),
        ("国务院", "国家铁路集团", "中国国家铁路集团有限公司"),
        ("上海市静安区人民政府", "市法院", "上海市高级人民法院"),
        ("上海市静安区人民政府", "上海海关", "上海海关"),
        ("平潭综合实验区管理委员会", "区法院", "平潭综合实验区人民法院"),
        ("遂平县人民政府", "县人行", "中国人民银行遂平县支行"),
        ("遂平县人民政府", "市人行", "中国人民银行驻马店市分行"),
        ("遂平县人民政府", "人行郑州中心支行", "中国人民银行郑州中心支行"),
        ("浙江省商务厅", "浙江银保监局", "中国银行保险监督管理委员会浙江监管局"),
        ("浙江省商务厅", "中国银保监会浙江监管局", "中国银行保险监督管理委员会浙江监管局"),
        ("广西壮族自治区人民政府", "广西证监局", "中国证券监督管理委员会广西监管局"),
        ("重庆市人民政府", "市乡村振兴局", "重庆市乡村振兴局"),
        ("重庆市人民政府", "市县乡村四级", "市县乡村四级"),
        ("重庆市人民政府", "市经济信息委", "重庆市经济和信息化委员会"),
        ("重庆市人民政府", "市政府外办", "重庆市人民政府外事办公室"),
        ("国务院办公厅", "工商总局", "国家工商行政管理总局"),
        ("丽水市人民政府", "人行丽水中支", "中国人民银行丽水市中心支行"),
        ("丽水市人民政府", "人民银行杭州中心支行", "中国人民银行杭州中心支行"),
        ("丽水市人民政府", "人行丽水分行", "中国人民银行丽水市分行"),
        ("丽水市人民政府", "丽水住房公积金管理中心", "丽水住房公积金管理中心"),
        ("四川省人民政府", "人行成都分行", "中国人民银行成都分行"),
        ("青田县人民政府", "县财政", "青田县财政局"),
        ("青田县人民政府", "省级财政", "浙江省财政厅"),
        ("上海市人民政府", "市本级财政", "上海市财政局"),
        ("江苏省人民政府", "省供销社", "江苏省供销合作总社"),
        ("浙江省人民政府", "省供销社", "浙江省供销合作社联合社"),
        ("浙江省人民政府", "省公共资源交易监管局", "浙江省公共资源交易监督管理局"),
        ("张家口市人民政府", "桥西区政府", "桥西区人民政府"),
        ("张家口市人民政府", "鼓楼区政府", "鼓楼区政府"),
    ],
)
def test_a_body_as_texts_write_it(issuer: str, text: str, name: str) -> None:
    assert register_for(issuer, None).body_name(text).name == name


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("安徽省人民政府", "合肥", "合肥市"),
        ("安徽省人民政府", "湖北", "湖北省"),
        ("安徽省人民政府", "兰考", "兰考县"),
        ("安徽省人民政府", "朝阳", "朝阳市"),
        ("北京市人民政府", "朝阳", "朝阳区"),
        ("安徽省人民政府", "延边", "延边朝鲜族自治州"),
        ("安徽省人民政府", "鼓楼", None),
        ("安徽省人民政府", "大理", None),
        ("安徽省人民政府", "巢湖", None),
    ],
)
def test_a_place_without_its_type_word(issuer: str, text: str, name: str | None) -> None:
    named = register_for(issuer, None).place_name(text)
    assert (named.name if named else None) == name


def test_a_place_stands_for_its_government() -> None:
    register = register_for("安徽省人民政府", None)
    assert register.government_of("合肥") == "合肥市人民政府"
    assert register.government_of("香港") == "香港特别行政区政府"


@pytest.mark.parametrize(
    ("issuer", "text", "division"),
    [
        ("广州市教育局", "白云区", "440111"),
        ("内蒙古自治区人民政府", "青山区", "150204"),
        ("北京市人民政府", "朝阳区", "110105"),
        ("江苏省人民政府", "鼓楼区", None),
        ("国务院", "朝阳区", None),
        ("阳泉市人民政府", "城区", None),
    ],
)
def test_of_divisions_of_one_name_the_nearest_is_meant(issuer: str, text: str, division: str | None) -> None:
    named = register_for(issuer, None).place_name(text)
    assert (named.division if named else None) == division


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("赣江新区管理委员会", "新区自然资源局", "赣江新区自然资源局"),
        ("赣江新区管理委员会", "省财政厅", "江西省财政厅"),
        ("兰州新区管理委员会", "市财政局", "兰州市财政局"),
        ("南昌市人民政府", "新区财政局", "新区财政局"),
        ("南昌市人民政府", "市综合行政执法局（市场监督管理局）", "南昌市综合行政执法局"),
        ("南昌市人民政府", "青云谱区管委会（洪都街道办事处）", "青云谱区管理委员会"),
        ("南昌市人民政府", "市政府各部门", "南昌市人民政府各部门"),
        ("南昌市人民政府", "市政府办", "南昌市人民政府办公室"),
        ("南昌市人民政府", "市民政局", "南昌市民政局"),
        ("南昌市人民政府", "市域产教联合体", "市域产教联合体"),
        ("南昌市人民政府", "全国人大", "全国人民代表大会"),
        ("江西省人民政府", "市疾控中心", "市疾控中心"),
        ("江西省人民政府", "自治区财政厅", "自治区财政厅"),
        ("义乌市人民政府", "区政府", "区政府"),
        ("义乌市人民政府", "市委人才办", "中共义乌市委人才工作领导小组办公室"),
        ("广西壮族自治区人民政府", "自治区党委", "中共广西壮族自治区委员会"),
        ("广西壮族自治区人民政府", "自治区党委宣传部", "中共广西壮族自治区党委宣传部"),
    ],
)
def test_a_level_word_means_a_division_of_the_issuer_or_none(issuer: str, text: str, name: str) -> None:
    assert register_for(issuer, None).body_name(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市长办公会议", "市长办公会议"),
        ("市民卡", "市民卡"),
        ("市政道路工程", "市政道路工程"),
        ("市政府常务会议", "南昌市人民政府常务会议"),
        ("市政府第九次常务会议", "南昌市人民政府第九次常务会议"),
        ("市政府投资基金", "南昌市政府投资基金"),
        ("市政务服务平台", "南昌市政务服务平台"),
        ("省市县三级综治中心", "省市县三级综治中心"),
        ("市、区两级养老设施", "市、区两级养老设施"),
        ("市（州）碳达峰行动", "市（州）碳达峰行动"),
        ("省以下财政体制改革", "省以下财政体制改革"),
        ("省部共建教育改革试点", "省部共建教育改革试点"),
        ("省市场利率定价机制", "江西省市场利率定价机制"),
        ("市十六届人大二次会议", "南昌市第十六届人民代表大会第二次会议"),
        ("十四届全国人大常委会第九次会议", "第十四届全国人民代表大会常务委员会第九次会议"),
    ],
)
def test_a_thing_of_a_level_and_a_longer_word(text: str, name: str) -> None:
    assert register_for("南昌市人民政府", None).thing_name(text).name == name


def test_a_things_name_begins_with_the_autonomous_region() -> None:
    register = register_for("内蒙古自治区人民政府", None)
    assert register.thing_name("自治区第十六届运动会").name == "内蒙古自治区第十六届运动会"


@pytest.mark.parametrize(
    "text",
    [
        "购买新建商品住房。" * 2 + "对新建商品住房和新建小区补贴。" * 2 + "区财政局、区教育局、区税务局负责。",
        "保障资金安全。" * 5 + "区财政局、区教育局、区税务局负责。",
        "各区人民政府负责。" * 3 + "保障资金安全。加强资金安全。" * 2,
    ],
)
def test_words_name_no_division(text: str) -> None:
    assert register_for(None, "若干措施", text).place is None


def test_governments_of_others_tell_no_level() -> None:
    text = "各区人民政府负责。" * 4 + "市财政局、市教育局和市税务局配合。" + "在漯河购房。漯河市补贴。" * 2
    assert register_for(None, "若干措施", text).body_name("市财政局").name == "漯河市财政局"


def test_bodies_side_by_side_without_a_mark_sign_each() -> None:
    assert bodies_in("中共中央国务院") == ("中共中央", "国务院")
    assert bodies_in("省委省政府") == ("省委", "省政府")
    assert bodies_in("丽水市住房公积金管理中心国家税务总局丽水市税务局中国人民银行丽水市中心支行丽水市财政局") == (
        "丽水市住房公积金管理中心",
        "国家税务总局丽水市税务局",
        "中国人民银行丽水市中心支行",
        "丽水市财政局",
    )
    assert bodies_in("丽水市财政局\n国家税务总局\n丽水市税务局") == ("丽水市财政局", "国家税务总局丽水市税务局")


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("四川省人民政府", "渝", "重庆市"),
        ("国务院", "宁", "宁夏回族自治区"),
        ("江苏省人民政府", "宁", "南京市"),
        ("南京市人民政府", "宁", "南京市"),
        ("无锡市人民政府", "苏", "江苏省"),
        ("苏州市人民政府", "苏", None),
        ("国务院", "园", None),
        ("滑县人民政府", "滑", "滑县"),
        ("国务院", "青海大地", "青海省"),
    ],
)
def test_a_division_called_by_one_character_or_praised(issuer: str, text: str, name: str | None) -> None:
    named = register_for(issuer, None).place_name(text)
    assert (named.name if named else None) == name


def test_bodies_called_in_short() -> None:
    register = register_for("重庆市人民政府", None)
    assert register.body_name("市住房城乡建委").name == "重庆市住房和城乡建设委员会"
    assert register.body_name("市计生协").name == "重庆市计划生育协会"
    assert register.body_name("人行重庆营管部").name == "中国人民银行重庆营业管理部"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县行政审批局", "石棉县行政审批局"),
        ("县行政审批服务局", "石棉县行政审批服务局"),
        ("县交运局", "石棉县交通运输局"),
        ("县经济合作和商务局", "石棉县经济合作和商务局"),
        ("市经济合作和外事局", "雅安市经济合作和外事局"),
    ],
)
def test_an_office_of_approvals_and_one_of_two_fields_keep_their_names(text: str, name: str) -> None:
    assert register_for("石棉县人民政府", None).body_name(text).name == name


def test_an_office_of_the_lowest_level_calls_itself_by_its_kind() -> None:
    street = register_for("某某街道办事处", None)
    assert street.body_name("办事处").name == street.body_name("街道办").name == street.issuer
    assert register_for("某某镇人民政府", None).body_name("办事处").name == "办事处"


def test_a_town_that_speaks_of_itself_is_its_own_government() -> None:
    town = register_for("岳西县冶溪镇人民政府", None)
    assert town.government_of("我镇") == "岳西县冶溪镇人民政府"
    assert town.government_of("我县") == "岳西县人民政府"
