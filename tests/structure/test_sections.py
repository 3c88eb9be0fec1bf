"""Headings and the section tree."""

from __future__ import annotations

import pytest

from kg.reading.text import Text
from kg.structure import Report, structure
from kg.structure.numbering import GRAMMARS, Grammar, number_of, words_at


def made(characters: str) -> Report:
    return structure(Text("a.txt", "关于服务情况的报告\n现报告如下。\n" + characters))


def rows(characters: str) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, s.heading) for s in made(characters).sections]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("一、总体要求", (1, "一", "总体要求")),
        ("十二．总体要求", (1, "十二", "总体要求")),
        ("（一）加强领导", (2, "（一）", "加强领导")),
        ("(十一) 加强领导", (2, "(十一)", "加强领导")),
        ("1.加强领导", (3, "1", "加强领导")),
        ("１．加强领导", (3, "１", "加强领导")),
        ("2、加强领导", (3, "2", "加强领导")),
        ("（1）加强领导", (4, "（1）", "加强领导")),
        ("(2)加强领导", (4, "(2)", "加强领导")),
        ("①加强领导", (5, "①", "加强领导")),
        ("第一章 总则", (1, "第一章", "总则")),
        ("第一部分\u3000工作回顾", (1, "第一部分", "工作回顾")),
    ],
)
def test_forms_of_number(line: str, row: tuple[int, str, str]) -> None:
    assert rows(f"{line}\n各单位要认真落实。\n") == [row]


@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda g: g.name)
def test_examples_of_the_table(grammar: Grammar) -> None:
    number = number_of(grammar.example)
    assert number is not None
    assert number.grammar == grammar.name


@pytest.mark.parametrize(
    "line",
    [
        "一是加强领导。全年召开会议3次。",
        "2023年，全区新设窗口3个。",
        "3.5万人受益。",
        "（1）受理申请；",
        "1.自2024年1月1日起，对购房者给予补贴。补贴标准为每套1万元。",
        "（二）围绕我市各区域商品房去化周期情况，在满足企业和群众需求的基础上，结合我市房地产市场实际情况，严格控制增量，有序安排供应节奏。",
        "一、医疗质量 | （一）功能定位 | 1.门诊人次数",
        "（一）取消限购政策。（责任单位：市住建局）",
        "（一）取消限购政策。（负责部门：市住建局）",
        "（一）取消限购政策。(1分)(持续推进，牵头考核单位:市住建局)",
        "（一）取消限购政策。（市住建局、市财政局按职责分工负责）",
        "二、市政府研究后于2019年5月10日下达了经费批复。资金尚未拨付。",
    ],
)
def test_no_headings(line: str) -> None:
    assert rows(f"{line}\n") == []


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        ("（一）加强监管。全年检查3次。", "加强监管", "全年检查3次。"),
        ("(一)加强监管,优化服务。全年检查3次。", "加强监管,优化服务", "全年检查3次。"),
        ("（一）目标任务：到2025年，建成窗口3个。", "目标任务", "到2025年，建成窗口3个。"),
        ("（一）健全制度，加强建设一是完善机制，召开会议3次。", "健全制度，加强建设", "一是完善机制，召开会议3次。"),
        (
            "（一）基本情况截止2022年底，全区共有各级各类企业197家（其中：全资、控股企业114家，参股企业83家），同比增长5%。",
            "基本情况",
            "截止2022年底，全区共有各级各类企业197家（其中：全资、控股企业114家，参股企业83家），同比增长5%。",
        ),
        ("（一）推行“交房即交证。办证”。加强协同。", "推行“交房即交证。办证”", "加强协同。"),
    ],
)
def test_headings_that_share_their_line(line: str, heading: str, rest: str) -> None:
    report = made(line + "\n")
    assert [s.heading for s in report.sections] == [heading]
    assert report.sentences[-1].text == rest
    assert report.sentences[-1].section == 0


def test_two_headings_in_a_line() -> None:
    assert rows("一、总体要求（一）指导思想。深入贯彻落实有关精神。\n（二）发展目标。新设窗口3个。\n") == [
        (1, "一", "总体要求"),
        (2, "（一）", "指导思想"),
        (2, "（二）", "发展目标"),
    ]


def test_whole_sentence_is_a_heading_where_text_follows() -> None:
    text = "（一）打造示范区，展现新担当。\n深入推进建设。新设窗口3个。\n（二）建设示范区，取得新突破。\n深化改革。\n"
    assert [r[2] for r in rows(text)] == ["打造示范区，展现新担当", "建设示范区，取得新突破"]
    assert rows("（一）鼓励银行开展业务，提供资金。\n（二）鼓励企业开展业务，提供岗位。\n") == []


def test_tree_of_four_levels() -> None:
    report = made(
        "一、甲甲\n（一）乙乙\n1.丙丙\n（1）丁丁\n新设窗口3个。\n（2）戊戊\n检查3次。\n（二）己己\n完成。\n二、庚庚\n完成。\n"
    )
    assert [(s.level, s.heading, s.parent) for s in report.sections] == [
        (1, "甲甲", None),
        (2, "乙乙", 0),
        (3, "丙丙", 1),
        (4, "丁丁", 2),
        (4, "戊戊", 2),
        (2, "己己", 0),
        (1, "庚庚", None),
    ]
    characters = report.text.characters
    ends = [characters[s.body_end :].split("\n")[0] for s in report.sections]
    assert ends == ["二、庚庚", "（二）己己", "（二）己己", "（2）戊戊", "（二）己己", "二、庚庚", ""]


def test_levels_follow_the_form_even_where_one_is_left_out() -> None:
    assert [r[0] for r in rows("一、甲甲\n1.乙乙。检查3次。\n2.丙丙。检查4次。\n")] == [1, 3, 3]


def test_chapters_push_the_others_down() -> None:
    text = "第一章 总则\n第一节 范围\n一、甲甲\n检查。\n第二章 附则\n一、乙乙\n检查。\n"
    assert [(r[0], r[2]) for r in rows(text)] == [(1, "总则"), (2, "范围"), (3, "甲甲"), (1, "附则"), (2, "乙乙")]


def test_decimals() -> None:
    text = "1 总则\n1.1 目的\n制定预案。\n1.2 等级\n1.2.1 国家级\n分为两级。\n2 机构\n2.1 指挥部\n设办公室。\n"
    assert [(r[0], r[1]) for r in rows(text)] == [
        (1, "1"), (2, "1.1"), (2, "1.2"), (3, "1.2.1"), (1, "2"), (2, "2.1"),
    ]  # fmt: skip


def test_attachments_close_sections() -> None:
    report = made("一、甲甲\n检查3次。\n附件1\n名单如下。\n一、乙乙\n检查4次。\n")
    assert report.text.characters[report.sections[0].body_end :].startswith("附件1")
    assert [(s.text, s.section) for s in report.sentences][1:] == [
        ("检查3次。", 0),
        ("名单如下。", None),
        ("检查4次。", 1),
    ]


def test_items_of_an_enumeration_are_no_headings() -> None:
    text = (
        "第一章 总则\n申请人应当符合下列条件：\n（一）有住所；\n（二）有收入；\n（三）其他条件。\n第五条 本办法施行。\n"
    )
    assert [r[2] for r in rows(text)] == ["总则"]


def test_list_of_attachments_and_glossary_are_no_headings() -> None:
    assert rows("附件：1.任务清单\n2.责任清单\n") == []
    assert rows("附件2 名词解释\n1.分线管理：货物放开。\n2.先行区：先行先试。\n") == []


def test_contents_are_no_headings() -> None:
    chapters = "一、甲甲\n二、乙乙\n三、丙丙\n四、丁丁\n"
    report = made("目录\n" + chapters + chapters.replace("\n", "\n检查3次。\n"))
    assert [s.heading for s in report.sections] == ["甲甲", "乙乙", "丙丙", "丁丁"]
    assert "一、甲甲" not in {s.text for s in report.sentences}


def test_the_same_headings_for_another_body_are_no_contents() -> None:
    heads = "1.卫生管理。{0}要求\n2.人员管理。{0}要求\n3.场地管理。{0}要求\n4.应急管理。{0}要求\n"
    assert len(rows("一、学校\n" + heads.format("学校的") + "二、医院\n" + heads.format("医院的"))) == 10
    printed_twice = heads.format("学校的")
    assert [h for _, _, h in rows(printed_twice * 2)] == ["卫生管理", "人员管理", "场地管理", "应急管理"]


def test_items_that_run_on_behind_a_note_or_a_full_stop_are_sections() -> None:
    text = (
        "一、主要任务（一）加强码头采购。落实采购政策，做好申报工作。（市港务局、有关区县政府具体负责）"
        "（二）鼓励社会力量帮扶。开展行动，建设码头。〔市航道局负责〕二、保障措施（一）健全工作机制。建立调度机制。"
        "(二)强化考核指导。纳入年度考核。\n"
    )
    assert [heading for _, _, heading in rows(text)] == [
        "主要任务",
        "加强码头采购",
        "鼓励社会力量帮扶",
        "保障措施",
        "健全工作机制",
        "强化考核指导",
    ]
    assert "鼓励社会力量帮扶。" not in [s.text for s in made(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "一、奖补标准\n符合本办法第五条第（一）（二）（三）项条件的船东，须提交有关的申请材料。\n",
        "一、运行情况\n全市经济稳中向好，取得好成绩。一、二、三产业增加值分别增长4.2%、5%、5.4%。\n",
    ],
)
def test_numbers_inside_a_sentence_open_no_item(text: str) -> None:
    assert len(rows(text)) == 1


@pytest.mark.parametrize(
    "number", ["", "一、", "（二）", "3.", "第三条 ", "第三条　（一）", "二是", "二是要", "　十一、"]
)
def test_the_words_of_an_item_begin_behind_its_number(number: str) -> None:
    assert words_at(f"{number}加强领导") == len(number)


@pytest.mark.parametrize("text", ["一业一证改革", "第三产业发展", "二十大精神", "十五分钟生活圈", "3个项目"])
def test_a_numeral_that_belongs_to_the_words_is_no_number(text: str) -> None:
    assert words_at(text) == 0
