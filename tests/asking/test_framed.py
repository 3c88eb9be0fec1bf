"""Questions that no pattern reads as a whole: what their parts ask together, and what is told as not read."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.asking.asked import answered, otherwise, understood
from kg.asking.filling import Names
from kg.asking.framed import frames
from kg.asking.meant import Asked
from kg.asking.parts import NAMED, pieces
from kg.asking.phrasings import expression, normalised
from kg.asking.questions import ask, question
from kg.asking.results import rows
from kg.asking.wordings import ways_of
from kg.errors import KgError
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from kg.resources import rows as rows_of
from tests.support import EXAMPLE_TEXT, example_facts

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "parts.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
READ = [case for case in CASES if case[1] != "-"]
REFUSED = [case for case in CASES if case[1] == "-"]
WORDS = rows_of("seeds/lexicon/asking-parts.tsv")
SLOTS = {"text", "body", "region", "report", "year", "years", "month", "period", "day", *NAMED}


def test_there_are_enough_of_both_in_both_languages() -> None:
    assert sum(case[0].isascii() or " " in case[0] for case in READ) >= 12
    assert len(READ) >= 35
    assert len(REFUSED) >= 10


@pytest.mark.parametrize(("text", "name", "parameters", "of", "unread"), READ, ids=[case[0] for case in READ])
def test_parts_are_read_in_any_order(
    example: Store, text: str, name: str, parameters: str, of: str, unread: str
) -> None:
    asked = understood(example, text)
    given = " ".join(f"{n}={v.replace(' ', '_')}" for n, v in asked.parameters)
    assert (asked.question, given) == (name, parameters)
    assert " ".join(f"{option}={value}" for option, value in asked.of) == of
    assert "、".join(asked.unread) == unread
    assert answered(example, asked).cells


@pytest.mark.parametrize(("text", "words"), [(c[0], c[4]) for c in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_read_in_part_is_refused_and_the_rest_is_told(example: Store, text: str, words: str) -> None:
    with pytest.raises(KgError) as caught:
        understood(example, text)
    told = caught.value.in_language("zh")
    assert f"没有读懂或图库中没有的是：{words}。" in told if words else "没有读懂或图库中" not in told
    assert told.partition("最接近的可问问题：")[2].count("\n  ") == 3


def test_each_frame_fills_parameters_of_its_question_from_parts_that_there_are() -> None:
    known = SLOTS | {row[3] for row in WORDS}
    for frame in frames():
        assert {n for n, _ in frame.parameters} <= {p.name for p in question(frame.question).parameters}
        for part in (*frame.needs, *frame.takes):
            plain = part.lstrip("~")
            assert plain in known or (plain.endswith(":*") and any(k.startswith(plain[:-1]) for k in known)), part


@pytest.mark.parametrize("row", WORDS, ids=[f"{row[3]}: {row[4]}" for row in WORDS])
def test_each_word_for_a_part_stands_in_its_example(row: list[str]) -> None:
    pattern, language, place, _, said = row
    plain = normalised(said)
    assert language in ("zh", "en")
    assert place in ("free", "edge", "word", "alone")
    assert expression(pattern).search(plain) or any(word in plain for word in re.split("[(|)]", pattern) if word)


def test_a_region_limits_a_question_to_its_own_reports_and_two_regions_to_those_of_both() -> None:
    store = Store.in_memory()
    for number, place in enumerate(("江川县", "平潭县", "静宁县")):
        text = EXAMPLE_TEXT.replace("江川县", place).replace("2048", f"20{number}8").replace("〕7", f"〕{number}")
        store.put(facts_of(Text(f"{number}.txt", text.replace("江府", place[:1] + "府"))))
    asked = understood(store, "平潭县和静宁县谁的办件多？")
    assert asked.of == (("issuer", "平潭县人民政府"), ("issuer", "静宁县人民政府"))
    assert asked.unread == ("多",)
    assert {row[0] for row in answered(store, asked).cells} == {"2018件", "2028件"}
    assert asked.command().count("kg query figures-about") == 2
    one = understood(store, "平潭县那个报告引用了哪些文件")
    assert {row[-2] for row in answered(store, one).cells} == {"关于平潭县政务服务改革落实情况的报告"}


def test_a_short_name_of_a_body_is_that_of_the_region_that_is_said() -> None:
    store = Store.in_memory()
    for number, place in enumerate(("江川县", "平潭县")):
        text = EXAMPLE_TEXT.replace("江川县", place).replace("〕7", f"〕{number}").replace("江府", place[:1] + "府")
        store.put(facts_of(Text(f"{number}.txt", text)))
    for text in ("平潭税务局的工作", "What is the tax bureau of 平潭县 involved in?"):
        assert dict(understood(store, text).parameters)["body"] == "平潭县税务局"
    with pytest.raises(KgError):
        understood(store, "长岛县税务局 工作")


def test_an_indicator_is_found_under_its_other_name() -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT.replace("满意度达到99.50%", "细颗粒物浓度下降6.2%"))))
    asked = understood(store, "江川县2024年PM2.5浓度降到多少了")
    assert dict(asked.parameters)["text"] == "细颗粒物 浓度"
    assert [row[0] for row in answered(store, asked).cells] == ["下降6.2%"]


def test_a_report_is_named_by_its_number_without_brackets_and_year() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    store.put(facts_of(Text("8.txt", EXAMPLE_TEXT.replace("2024〕7号", "2024〕17号"))))
    for text in ("江府报7号是谁发的", "江府报2024第7号是谁发的", "江府报(2024)7号是谁发的"):
        assert understood(store, text).of == (("report", "江府报〔2024〕7号"),)


def test_words_of_a_sentence_are_found_where_no_measure_has_them(example: Store) -> None:
    answer = rows(ask(example, "evidence", {"within": "一窗通 办件"}))
    assert {row[0] for row in answer.cells} == {
        row[0] for row in rows(ask(example, "evidence", {"text": ""})).cells
    } & {row[0] for row in answer.cells}
    assert all("一窗通" in row[1] for row in answer.cells)
    assert answer.cells
    assert not rows(ask(example, "evidence", {"within": "办件 一窗通"})).cells, "in their order"


def test_measures_of_a_body_may_be_asked_for_by_their_words(example: Store) -> None:
    every = rows(ask(example, "measures-of-body", {})).cells
    some = rows(ask(example, "measures-of-body", {"text": "办件"})).cells
    assert some
    assert set(some) == {row for row in every if "办件" in row[1]}


def test_reports_of_a_year_and_figures_that_rose(example: Store) -> None:
    assert rows(ask(example, "report-card", {"year": "2024"})).cells
    assert not rows(ask(example, "report-card", {"year": "2023"})).cells
    store = Store.in_memory()
    text = EXAMPLE_TEXT.replace("满意度达到99.50%", "投诉量下降12.5%，办件量增长8.3%")
    store.put(facts_of(Text("7.txt", text)))
    for moved, outcome in (("decrease", "下降12.5%"), ("increase", "增长8.3%")):
        assert {(row[0], row[1]) for row in rows(ask(store, "figures-about", {"moved": moved})).cells} >= {
            (outcome, moved)
        }
        assert {row[1] for row in rows(ask(store, "figures-about", {"moved": moved})).cells} == {moved}
    assert [row[0] for row in answered(store, understood(store, "江川县有哪些指标下降了？")).cells] == ["下降12.5%"]


def test_the_command_of_one_choice_of_reports() -> None:
    asked = Asked("systems", (), of=(("issuer", "江川县人民政府"),))
    assert shlex.split(asked.command()) == ["kg", "query", "systems", "--issuer", "江川县人民政府"]


def test_chinese_words_keep_their_characters(example: Store) -> None:
    def text_of(said: str) -> list[str]:
        return [p.said for p in pieces(Names(example), said, "zh") if p.part == "text"]

    assert text_of("就业的举措") == ["就业"]
    assert text_of("江川县在知识产权方面的工作") == ["知识产权"]
    assert text_of("社会工作者") == ["社会工作者"]
    assert text_of("pm2.5年均浓度") == ["pm2.5年均浓度"]


def _read(*texts: str) -> Store:
    store = Store.in_memory()
    for number, text in enumerate(texts, 1):
        store.put(facts_of(Text(f"{number}.txt", text)))
    return store


def test_words_are_found_in_whatever_order_a_sentence_has_them() -> None:
    store = _read(EXAMPLE_TEXT.replace("设置3个自助服务区", "安排早稻、中稻、晚稻和小麦的收购价格"))
    for said in ("收购价格里小麦和早稻", "小麦、早稻收购价格是多少"):
        asked = understood(store, f"江川县{said}")
        assert dict(asked.parameters)["within" if "within" in dict(asked.parameters) else "text"].startswith("早稻")
        assert all("小麦" in " ".join(row) for row in answered(store, asked).cells)
    assert Names(store).texts.orders(("小麦", "早稻")) == ("小麦 早稻", "早稻 小麦")
    assert Names(store).texts.orders(("小麦", "玉米")) == ()


def test_full_width_letters_and_figures_are_found(example: Store) -> None:
    store = _read(EXAMPLE_TEXT.replace("设置3个自助服务区", "推动广义货币Ｍ２增长，落实４万亿元投资"))
    for said, words in (("广义货币M2情况", "ｍ２"), ("四万亿投资的情况", "４万亿")):
        assert words in " ".join(value for _, value in understood(store, f"江川县{said}").parameters)
    assert ways_of("一窗通") == ["一窗 通"], "no number"


def test_evidence_of_a_year_and_figures_of_two(example: Store) -> None:
    assert rows(ask(example, "evidence", {"text": "办件", "year": "2024"})).cells
    assert not rows(ask(example, "evidence", {"text": "办件", "year": "2023"})).cells
    before = EXAMPLE_TEXT.replace("2024", "2023").replace("7号", "6号")
    asked = understood(_read(EXAMPLE_TEXT, before), "办件2023年和2024年差多少")
    assert (asked.question, asked.unread) == ("figures-about", ("差多少",))
    asked = understood(_read(EXAMPLE_TEXT), "办件2023年和2024年差多少")
    assert (asked.question, asked.unread) == ("evidence", ("2023年", "2024年", "差多少"))


def test_two_figures_of_a_year_are_one_where_another_makes_it_plain(example: Store) -> None:
    def years_of(said: str) -> list[str]:
        return [p.value for p in pieces(Names(example), said, "zh") if p.part == "year"]

    assert years_of("办件09年多少10年多少") == ["2009", "2010"]
    assert years_of("办件97年多少") == ["1997"]
    assert years_of("办件10年多少") == []
    assert years_of("90年代的办件") == []


def test_a_change_is_looked_for_or_told(example: Store) -> None:
    store = _read(EXAMPLE_TEXT.replace("满意度达到99.50%", "投诉量下降12.5%，办件量增长8.3%"))
    fell = understood(store, "江川县投诉量下降多少")
    assert ("moved", "decrease") in fell.parameters
    assert fell.unread == ()
    rose = understood(store, "江川县投诉量增长了吗")
    assert "moved" not in dict(rose.parameters)
    assert rose.unread == ("增长了",)


def test_a_word_for_a_plan_opens_what_is_asked(example: Store) -> None:
    found = pieces(Names(example), "计划受理办件", "zh")
    assert [(p.part, p.said) for p in found] == [("status:planned", "计划"), ("text", "受理办件")]


def test_a_character_alone_is_looked_for_only_beside_several_words() -> None:
    store = _read(EXAMPLE_TEXT.replace("设置3个自助服务区", "淘汰落后的炼钢产能、水泥产能和蓄电池产能"))
    asked = understood(store, "Which outdated steel and cement capacity was scrapped in 江川县?")
    assert "钢" in dict(asked.parameters).get("text", dict(asked.parameters).get("within", ""))
    with pytest.raises(KgError):
        understood(store, "Is the electricity of 江川县 outdated?")


def test_what_has_no_answer_is_not_asked_again_by_its_parts(example: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "2099年有哪些目标？"
    asked = understood(example, text)
    assert not answered(example, asked).cells
    monkeypatch.setattr("kg.asking.filling.has_answer", lambda *_: pytest.fail("asked again"))
    assert otherwise(example, text, asked) is None
