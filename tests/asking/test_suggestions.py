"""What is said where a question can't be read: the nearest ones that have an answer, and where its words stand."""

from __future__ import annotations

import pytest

from kg.asking.asked import answered, understood
from kg.asking.examples import _filled, examples
from kg.asking.filling import Names, named_in
from kg.asking.mentioned import mentioned
from kg.asking.phrasings import language_of, nearest, phrasings
from kg.asking.questions import questions
from kg.errors import NothingFound, UsageMistake
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from tests.support import EXAMPLE_TEXT


def test_the_nearest_questions_are_of_the_asked_language_and_of_many_kinds() -> None:
    for text, language in (("Which measures name nobody at all?", "en"), ("哪些举措完全没点名单位", "zh")):
        near = nearest(text)
        assert "no-named-body" in [p.question for p in near[:3]]
        assert {p.language for p in near} == {language}
        assert len({p.question for p in near}) == len(near) == len(questions())


@pytest.mark.parametrize(
    "text", ["某局干得好不好？", "Was the bureau any good?", "谁负责火星基地？", "《计划》好吗", "!"]
)
def test_what_is_suggested_can_be_asked_and_names_what_the_store_holds(example: Store, text: str) -> None:
    near = examples(example, text)
    assert near == examples(example, text)
    assert len(near) == 3
    for suggested in near:
        asked = understood(example, suggested)
        values = [value for name, value in asked.parameters if name != "least"]
        assert not [value for value in values if "静安" in value or "一业一证" in value]
        assert not values or answered(example, asked).cells


def test_words_that_are_no_name_are_shown_where_they_stand(example: Store) -> None:
    with pytest.raises(NothingFound) as caught:
        understood(example, "谁负责近300家？")
    told = caught.value.in_language("zh")
    assert "“近300家”不是图库中的名称，但有 1 个句子写到它：\n  印发《江川县帮办工作方案》" in told
    assert "kg trace '近300家'" in told
    assert "\n  哪些举措涉及近300家？" in told
    assert answered(example, understood(example, "哪些举措涉及近300家？")).cells
    with pytest.raises(NothingFound) as caught:
        understood(example, "Who is responsible for 现将落实情况?")
    assert "1 sentence has it:\n  根据《关于政务服务工作的审议意见》" in caught.value.in_language("en")
    assert "kg trace" not in caught.value.in_language("en"), "no measure has it"


def test_a_long_sentence_is_shown_around_the_words() -> None:
    store = Store.in_memory()
    text = EXAMPLE_TEXT.replace("下一步,", "下一步," + "要做好各项服务工作," * 20 + "管好共享单车," + "持续用力," * 30)
    store.put(facts_of(Text("7.txt", text)))
    found = mentioned(store, "共享单车", "谁管共享单车？")
    shown = found.told.in_language("zh").splitlines()[1]
    assert (found.count, found.question) == (1, ()), "no measure has it"
    assert "共享单车" in shown
    assert shown.startswith("  …")
    assert "…" in shown[4:]
    assert len(shown) < 140
    assert mentioned(store, "火星", "火星？").count == 0
    assert mentioned(store, "单", "单？").count == 0


def test_what_is_unknown_is_told_by_its_name(example: Store) -> None:
    for text, name in (("2023年火星基地完成了哪些举措？", "火星基地"), ("哪些成效以光年计？", "光年")):
        with pytest.raises(NothingFound) as failure:
            understood(example, text)
        assert f"“{name}”" in failure.value.in_language("zh")


def test_no_heading_and_no_wording_of_a_measure_fills_a_suggestion(example: Store) -> None:
    for phrasing in phrasings():
        if {value for _, value in phrasing.parameters} & {"{words}", "{act}"}:
            assert not list(_filled(example, phrasing))
        if {name for name, value in phrasing.parameters if value == "{name}"} & {"text", "section"}:
            assert not list(_filled(example, phrasing))


@pytest.mark.parametrize(
    "text",
    [
        "江川县2024年到底打算怎么办才好？",
        "江川县政府说过的话算数没有？",
        "帮办代办好用吗？",
        "How good is the county's 帮办代办?",
        "企业开办到底快了没有",
        "2024年谁干得最差？",
        "县税务局为什么不牵头？",
    ],
)
def test_every_suggestion_has_an_answer_and_there_are_few(example: Store, text: str) -> None:
    near = examples(example, text)
    assert 3 <= len(near) <= 5
    for suggested in near:
        assert answered(example, understood(example, suggested)).cells


def test_a_short_name_with_another_place_before_it_is_not_taken_for_the_one_of_the_store(example: Store) -> None:
    names = Names(example)
    assert named_in(names, "县市场监管局好吗")["body"] == "江川县市场监督管理局"
    assert named_in(names, "江川县市场监管局好吗")["body"] == "江川县市场监督管理局"
    assert "body" not in named_in(names, "平潭县市场监管局好吗")

    class Written(Names):
        def of(self, kind: str) -> list[tuple[str, str]]:
            return [("县人民政府", "县人民政府")] if kind == "body" else []

    assert named_in(Written(example), "县人民政府好吗")["body"] == "县人民政府"
    assert "body" not in named_in(Written(example), "平潭县人民政府好吗")


def test_what_the_question_names_comes_first_in_suggestions(example: Store) -> None:
    for text, name in (("江川县2024年到底打算怎么办才好？", "江川县人民政府"), ("帮办代办好用吗？", "“帮办代办”制度")):
        assert all(name in suggested for suggested in examples(example, text))


def test_every_phrasing_finds_its_gaps_in_its_example(example: Store) -> None:
    """Whatever is suggested, no name of another report is left in it."""
    for phrasing in phrasings():
        for filled in _filled(example, phrasing):
            assert "静安" not in filled
            assert filled[-1] == phrasing.example[-1]


@pytest.mark.parametrize("text", ["Does 江川县市场监督管理局 keep its word?", "江川县市场监督管理局好不好？"])
def test_questions_are_suggested_about_what_the_text_names_in_its_language(example: Store, text: str) -> None:
    with pytest.raises(UsageMistake) as failure:
        understood(example, text)
    near = examples(example, text)
    assert all(f"\n  {suggested}" in failure.value.in_language("zh") for suggested in near)
    assert len([suggested for suggested in near if "江川县市场监督管理局" in suggested]) == len(near) == 3
    assert {language_of(suggested) for suggested in near} == {language_of(text)} == {"en" if text[0] == "D" else "zh"}


def test_a_name_that_is_not_there_is_told_as_it_was_written(example: Store) -> None:
    with pytest.raises(NothingFound) as failure:
        understood(example, "Which reports mention the Mars “Bureau”?")
    assert "“the Mars “Bureau””" in failure.value.in_language("en")
    assert "nearest names" not in failure.value.in_language("en")
    with pytest.raises(NothingFound) as failure:
        understood(example, "谁负责ＸＹＺ基地？")
    assert "“ＸＹＺ基地”" in failure.value.in_language("zh")


def test_nothing_is_said_of_near_names_where_there_are_none(example: Store) -> None:
    with pytest.raises(NothingFound) as failure:
        understood(example, "2024年受理了多少火箭？")
    assert "最接近的名称" not in failure.value.in_language("zh")
