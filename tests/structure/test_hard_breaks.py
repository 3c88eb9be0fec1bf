"""Line ends inside of sentences are left aside while a text is read."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.structure.copied import as_read
from training.broken import broken

PAGE = (
    "关于印发重点任务的通知\n"
    "各区人民政府，市政府各部门：\n"
    "为贯彻落实省委、省政府关于优化营商环境的部署，扎实推进政务服务改革，现将今年的重点任务印发给你们，请认真抓好落实。\n"
    "一、优化窗口服务\n"
    "设立企业开办专窗，推行全程帮办代办，把办理时间压缩到一个工作日以内，并定期听取企业和群众的意见，及时改进服务方式。\n"
    "整合各部门的自助终端，在街道和镇设置自助服务区，方便群众就近办理社保、医保、公积金等事项，年底前实现全覆盖。\n"
    "二、完善制度机制\n"
    "建立首问负责、一次告知、限时办结制度，制定窗口工作规范，加强业务培训，公开监督电话，每季度通报评议结果，接受社会监督。\n"
)


def test_the_lines_of_a_page_are_one_paragraph_again() -> None:
    characters, places = broken(PAGE, 40)
    assert characters.count("\n") > PAGE.count("\n") + 6
    found = as_read(characters)
    assert found
    assert found.characters == PAGE
    assert list(found.places) == places


@pytest.mark.parametrize(
    "text",
    [
        "发放补贴,执行首套住房贷款政策。(责任\n单位:市财政局)\n",  # in an open bracket
        "推广“公积金+商业银\n行”组合贷款。\n",
        "各单位要高度重视这项工作。要把巩固群众安全\n感作为当前的重点工作。\n",  # behind a whole sentence
        "开展专项整治,依法查处违法行为。由住建、发改、\n公安等部门负责。\n",
        "持续改善空气质量，推动产业升级。全年PM\n2.5\n平均浓度继续下降，优良天数进一步增加。\n",
    ],
)
def test_a_sentence_goes_on_in_the_next_line(text: str) -> None:
    found = as_read(text)
    assert found
    assert found.characters == text.replace("\n", "") + "\n"


@pytest.mark.parametrize("number", ["－6－", "\n- 6 -\n", "第 6 页 共 12 页"])
def test_the_number_of_a_page_inside_of_a_sentence_is_left_aside(number: str) -> None:
    found = as_read(f"发放补贴,执行首套住房贷款政策。支持缴存职工申请住房公\n{number}\n积金贷款。\n")
    assert found
    assert found.characters == "发放补贴,执行首套住房贷款政策。支持缴存职工申请住房公积金贷款。\n"


def test_so_is_the_head_of_the_pages() -> None:
    lines = broken(PAGE + PAGE, 40)[0].splitlines()
    for at in (30, 14, 3):
        assert not lines[at - 1].endswith("。")
        lines[at:at] = ["", "－6－", "江川县人民政府公报", ""]
    found = as_read("\n".join(lines) + "\n")
    assert found
    assert found.characters == PAGE + PAGE


def test_a_note_that_stands_often_is_no_head_of_pages() -> None:
    parted = [f"{line}\n责任单位：市财政局" for line in broken(PAGE, 40)[0].split("。\n")]
    text = "。\n".join(parted)
    found = as_read(text)
    assert found
    assert found.characters.count("责任单位：市财政局") == text.count("责任单位：市财政局")


def test_a_page_between_paragraphs_stays() -> None:
    assert as_read("发放补贴,执行首套住房贷款政策。\n－6－\n支持缴存职工申请住房公积金贷款。\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "关于印发重点任务的通知\n各区人民政府：\n",
        "一、优化服务，提升效能\n设立专门窗口，推行帮办代办。\n",  # a heading
        "教育科技人才一体发展，推动国际科技创新中心建设\n立足高水平科技自立自强。\n",
        "推进改革。加强监管，完善制度\n（二）强化保障。\n",  # an item without its mark
        "推进改革。加强监管，完善制度\n责任单位：市财政局\n",
        "推进改革。加强监管，完善制度\n　　强化保障。\n",  # a paragraph with its indent
        "认真贯彻落实。重庆市江川区人民政府\n2024年11月6日\n",
        "序号\t任务\t单位\n1\t推进改革。加强监管\t市财政局\n2\t强化保障\t市教育局\n",
        "设立窗口。推行帮办代办制度和容缺受理\n\n建立台账。\n",  # an empty line
        "",
        "\n\n",
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert as_read(text) is None


def test_a_long_text_without_paragraphs_is_soon_read() -> None:
    started = perf_counter()
    assert as_read("\n".join(f"推进改革（完善制度，加强监管{at:05}" for at in range(4_000)))
    assert perf_counter() - started < 30, "quadratic time takes an hour"


@given(st.text(alphabet="甲乙，。（）“”一二1 \n\t　：", max_size=300))
def test_nothing_but_line_ends_is_left_aside(text: str) -> None:
    found = as_read(text)
    if found is None:
        return
    assert "".join(text[i] for i in found.places[:-1]) == found.characters
    assert found.places[-1] == len(text)
    kept = set(found.places)
    assert {text[i] for i in range(len(text)) if i not in kept} <= {"\n", *" \t　12"}
