"""What is shown for a question that can't be read: the sentences nearest to its words."""

from __future__ import annotations

import pytest

from kg.asking.asked import understood
from kg.asking.closest import closest
from kg.asking.filling import Names
from kg.errors import KgError
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text

TEXTS = (
    "江川县人民政府关于2023年工作情况的报告\n\n县林业局在北坡建成松树苗圃12个，比原定目标多3个。\n县水务局修复水渠40公里。\n"
    "县林业局在南坡种植果树。\n",
    "通海县人民政府关于2023年工作情况的报告\n\n县林业局在北坡建成松树苗圃5个。\n县交通局新开公交线路2条。\n",
)


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store.in_memory()
    for number, text in enumerate(TEXTS):
        made.put(facts_of(Text(f"{number}.txt", text)))
    return made


def sentences(store: Store, question: str) -> list[str]:
    """The sentences told, each with its report."""
    told = closest(store, Names(store), question)
    return [line.strip() for line in str(told.values.get("sentences", "")).split("\n") if line.strip()]


def test_the_sentence_with_most_words_comes_first(store: Store) -> None:
    found = sentences(store, "松树苗圃比原定目标多还是少，为啥？")
    assert found[0] == "县林业局在北坡建成松树苗圃12个，比原定目标多3个。 [江川县人民政府关于2023年工作情况的报告]"
    assert all("公交" not in sentence and "水渠" not in sentence for sentence in found)


def test_words_that_a_report_has_in_part_or_apart(store: Store) -> None:
    """树苗在北坡 stands in no text, and 公车线路 is written 公交线路."""
    assert sentences(store, "凭什么说树苗在北坡能活？")[0].startswith("县林业局在北坡建成松树苗圃12个")
    (found,) = sentences(store, "凭什么新开公车线路？")
    assert found.startswith("县交通局新开公交线路2条。")


def test_wide_figures_and_letters_are_met(store: Store) -> None:
    wide = Store.in_memory()
    wide.put(
        facts_of(
            Text("宽.txt", "江川县人民政府关于2023年工作情况的报告\n\n全县开通５Ｇ基站３０座。\n县林业局种植果树。\n")
        )
    )
    assert sentences(wide, "凭啥说30座5g都开通？") == [
        "全县开通５Ｇ基站３０座。 [江川县人民政府关于2023年工作情况的报告]"
    ]


def test_a_title_answers_nothing(store: Store) -> None:
    found = sentences(store, "凭什么2023年工作情况这么差？")
    assert all(not sentence.startswith("江川县人民政府关于") for sentence in found)


def test_who_leads_what_a_sentence_tells_stands_behind_it() -> None:
    """Where the question asks who: also by a note that stands elsewhere, not by what is only supposed."""
    made = Store.in_memory()
    text = "江川县2024年工作方案\n\n一、新建松树苗圃5个。（责任单位：县林业局、县财政局）\n二、整修盐井旧址2处。\n"
    made.put(facts_of(Text("方案.txt", text)))
    (found,) = sentences(made, "松树苗圃新建是谁的活？")
    assert found.startswith("一、新建松树苗圃5个。")
    assert found.endswith("（牵头：县林业局、县财政局）")
    (other,) = sentences(made, "盐井旧址整修是谁的活？")
    assert "整修盐井旧址2处" in other
    assert "牵头" not in other
    (untold,) = sentences(made, "松树苗圃新建得怎样才算活？")
    assert "牵头" not in untold


def test_of_a_report_that_is_named_alone(store: Store) -> None:
    (found,) = sentences(store, "凭什么说通海县的松树苗圃建成？")
    assert found == "县林业局在北坡建成松树苗圃5个。 [通海县人民政府关于2023年工作情况的报告]"


@pytest.mark.parametrize(
    "question",
    [
        "火星基地的宇航员训练得怎么样才算好？",
        "为什么？",
        "",
        "宜良县的松树苗圃为啥建成？",
        "Write me a poem about windows.",
    ],
)
def test_nothing_where_no_sentence_has_enough(store: Store, question: str) -> None:
    assert sentences(store, question) == []


def test_a_question_that_is_not_read_tells_them(store: Store) -> None:
    with pytest.raises(KgError) as caught:
        understood(store, "为什么松树苗圃比原定目标多？")
    for language, words in (("zh", "不一定是答案"), ("en", "need not be an answer")):
        message = caught.value.in_language(language)
        assert words in message
        assert "县林业局在北坡建成松树苗圃12个" in message
