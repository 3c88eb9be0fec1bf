"""Questions in plain words: which named question they ask, which are refused, and the sentence of each row."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.asking.asked import answered, other_years, understood
from kg.asking.examples import common, examples
from kg.asking.filling import Names, day_of, number_of
from kg.asking.meant import Asked
from kg.asking.phrasings import Phrasing, expression, normalised, phrasings, readings
from kg.asking.questions import ask, question, questions
from kg.asking.regions import governments
from kg.asking.results import rows
from kg.asking.rewording import in_terms, reworded
from kg.errors import KgError, NothingFound, UsageMistake
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from kg.resources import rows as rows_of
from tests.support import EXAMPLE_TEXT, example_facts

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "phrasings.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
READ = [case for case in CASES if not case[1].startswith("!")]
REFUSED = [case for case in CASES if case[1].startswith("!")]


def test_there_are_enough_of_both() -> None:
    assert len(READ) >= 50
    assert len(REFUSED) >= 10
    assert len({p.question for p in phrasings()}) >= 20


@pytest.mark.parametrize(("text", "name", "parameters"), READ, ids=[case[0] for case in READ])
def test_a_phrasing_is_understood(example: Store, text: str, name: str, parameters: str) -> None:
    asked = understood(example, text)
    given = " ".join(f"{n}={v.replace(' ', '_')}" for n, v in asked.parameters)
    assert (asked.question, given) == (name, parameters)


@pytest.mark.parametrize(("text", "code", "_"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_refused_with_what_is_near(example: Store, text: str, code: str, _: str) -> None:
    with pytest.raises(KgError) as caught:
        understood(example, text)
    assert caught.value.code == code.strip("!")
    assert isinstance(caught.value, NothingFound if code == "!ask-name!" else UsageMistake)
    told = caught.value.in_language("zh").rpartition("最接近的可问问题：")[2].count("\n  ")
    assert told == (2 if code == "!ask-ambiguous!" else 3)


def test_a_name_of_two_kinds_is_told_as_commands_and_not_chosen(example: Store) -> None:
    with pytest.raises(UsageMistake) as caught:
        understood(example, "江川县政务服务中心有哪些举措？")
    message = caught.value.in_language("en")
    assert "kg query at-site -p site=江川县政务服务中心" in message.replace("'", "")
    assert "kg query who-leads-what -p body=江川县政务服务中心" in message.replace("'", "")


def test_several_names_are_all_asked_for_and_told(example: Store) -> None:
    asked = understood(example, "川县牵头哪些举措？")
    assert asked.parameters == (("body", "川县"),)
    assert {"江川县人民政府", "江川县税务局", "江川县政务服务中心"} <= set(asked.names)
    assert {row[0] for row in answered(example, asked).cells} == {
        "江川县人民政府",
        "江川县市场监督管理局",
        "江川县政务服务中心",
    }


@pytest.mark.parametrize("region", ["江川县", "江川", "江川县政府"])
def test_a_region_means_its_government(example: Store, region: str) -> None:
    asked = understood(example, f"{region}牵头哪些举措？")
    assert (asked.parameters, asked.names) == ((("body", "江川县人民政府"),), ("江川县人民政府",))
    assert asked.taken == ("" if region.endswith("政府") else region)
    assert {row[0] for row in answered(example, asked).cells} == {"江川县人民政府"}


def test_a_region_of_several_governments_means_them_all_and_one_without_all_that_bears_its_name() -> None:
    store = Store.in_memory()
    for number, place in enumerate(("沈阳市和平区", "天津市和平区", "平潭县")):
        body = f"{place}人民政府" if place != "平潭县" else "平潭县财政局"
        text = EXAMPLE_TEXT.replace("江川县人民政府", body).replace("江川县", place).replace("〕7", f"〕{number}")
        store.put(facts_of(Text(f"{number}.txt", text)))
    asked = understood(store, "和平区牵头哪些举措？")
    assert asked.parameters == (("body", "和平区人民政府"),)
    assert len({row[3] for row in answered(store, asked).cells}) == 2, "two reports"
    assert "平潭县财政局" in understood(store, "平潭县牵头哪些举措？").names


def test_a_regions_short_name_is_no_part_of_another(example: Store) -> None:
    assert governments("江", ["江川县人民政府"]) == ()
    assert governments("川县", ["江川县人民政府"]) == ()
    assert governments("内蒙古", ["内蒙古自治区人民政府", "内蒙古自治区财政厅"]) == ("内蒙古自治区人民政府",)
    assert governments("静安区", ["上海市静安区人民政府", "静安区人民政府办公室"]) == ("上海市静安区人民政府",)


def test_the_command_asks_the_same(example: Store) -> None:
    asked = understood(example, "谁负责帮办代办？")
    words = shlex.split(asked.command())
    assert words[:3] == ["kg", "query", "programme-measures"]
    name, _, value = words[4].partition("=")
    direct = rows(ask(example, words[2], {name: value}))
    assert [row[:-1] for row in answered(example, asked).cells] == list(direct.cells)


def test_each_row_ends_with_its_sentence(example: Store) -> None:
    answer = answered(example, understood(example, "江川县市场监督管理局取得了什么成效？"))
    assert answer.columns[-1] == "sentence"
    ((*cells, sentence),) = answer.cells
    assert cells[answer.columns.index("outcome")] == "2048件"
    assert sentence.startswith("县市场监管局会同县税务局")
    assert sentence.endswith("共受理2048件办件。")
    start, end = (int(cells[answer.columns.index(name)]) for name in ("start", "end"))
    assert EXAMPLE_TEXT[start:end] in sentence


def test_a_row_outside_of_sentences_ends_with_its_line(example: Store) -> None:
    said = {row[1]: row[-1] for row in answered(example, Asked("sections", ())).cells}
    assert said["设立专门窗口"] == "(一)设立专门窗口"


def test_of_two_reports_with_one_title_the_one_is_meant_whose_words_stand_there() -> None:
    other = EXAMPLE_TEXT.replace("2024〕7号", "2024〕17号").replace("2048件", "4096件")
    store = Store.in_memory()
    store.put(example_facts())
    store.put(facts_of(Text("other.txt", other)))
    answer = answered(store, Asked("numbers-as-of", (("day", "2024-10-31"),)))
    said = {row[1]: row[-1] for row in answer.cells}
    assert "2048件" in said["2048件"]
    assert "4096件" in said["4096件"]


@pytest.mark.parametrize("phrasing", phrasings(), ids=lambda p: f"{p.question}: {p.example}")
def test_each_pattern_fits_its_example_and_fills_parameters_of_its_question(phrasing: Phrasing) -> None:
    assert phrasing in [r.phrasing for group in readings(phrasing.example) for r in group]
    assert {n for n, _ in phrasing.parameters} <= {p.name for p in question(phrasing.question).parameters}


def test_every_named_question_can_be_asked_in_both_languages() -> None:
    for language in ("zh", "en"):
        reached = {p.question for p in phrasings() if p.language == language}
        assert {q.name for q in questions()} - reached == set()


def test_words_of_the_question_are_no_part_of_a_name() -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT.replace("“一件事”改革", "“最多跑一次”改革"))))
    assert understood(store, "谁负责最多跑一次？").question == "programme-measures"
    for text in ("哪些单位牵头最多？", "谁负责最多", "哪个单位牵头的任务最多？"):
        assert understood(store, text).question == "bodies-most"


@pytest.mark.parametrize(
    ("pattern", "form", "said"), [(f[0], f[2], f[3]) for f in rows_of("seeds/lexicon/asking-forms.tsv")]
)
def test_each_turn_of_a_question_fits_its_example(pattern: str, form: str, said: str) -> None:
    plain = normalised(said) if said.isascii() or " " in said else normalised(said).replace(" ", "")
    assert expression(pattern).fullmatch(plain)
    assert set(re.findall(r"{([a-z]+)}", form)) <= set(re.findall(r"{([a-z]+)}", pattern))


def test_each_word_for_what_reports_write_stands_once_and_in_its_example() -> None:
    terms = rows_of("seeds/lexicon/asking-terms.tsv")
    assert len({(word, language) for word, language, *_ in terms}) == len(terms)
    for word, language, meant, said in terms:
        assert meant in in_terms(normalised(said), language), word
        assert language in ("zh", "en")


def test_words_of_a_measure_may_have_others_between_them(example: Store) -> None:
    assert rows(ask(example, "evidence", {"text": "设立 专窗"})).cells
    assert rows(ask(example, "evidence", {"text": "设立 专窗", "report": "落实情况"})).cells
    assert not rows(ask(example, "evidence", {"text": "设立 专窗", "report": "另一份"})).cells


def test_english_words_alone_are_no_wording_of_a_measure(example: Store) -> None:
    with pytest.raises(UsageMistake) as caught:
        understood(example, "Write me a poem about the windows of the district")
    assert caught.value.code == "ask-unread"


def test_turns_come_to_an_end() -> None:
    for text in ("的举措有哪些" * 30, "all the measures that " * 9, "有哪些"):
        assert len(list(reworded(text))) <= 60


def test_those_who_do_most_are_named_first(example: Store) -> None:
    assert common(example, "body")[0] == "江川县人民政府"
    assert examples(example, "某政府牵头哪些好事？")[0] == "江川县人民政府牵头哪些举措？"


@pytest.mark.parametrize("text", ["\0", "谁负责" * 200, "谁负责{name}", "谁负责') } #", "谁负责\ud800", "(" * 50, "\\"])
def test_hostile_questions_are_refused(example: Store, text: str) -> None:
    with pytest.raises(KgError):
        understood(example, text)


def test_days_and_numbers() -> None:
    assert day_of("2023年2月29日") is None
    assert day_of("2024年2月") == "2024-02-29"
    assert day_of("2024年2月", exact=True) is None
    assert day_of("february 29, 2024") == "2024-02-29"
    assert day_of("1st march 2024") == "2024-03-01"
    assert day_of("foo 1, 2024") is None
    assert number_of("1.5万") == "15000.0"
    assert number_of("许多") is None


def test_one_character_is_no_part_of_a_name(example: Store) -> None:
    names = Names(example)
    assert names.fit("body", "县") is None
    assert names.fit("place", "江川县") is not None


def test_reports_that_fit_alike_are_told_as_commands_and_not_chosen() -> None:
    store = Store.in_memory()
    for number, title in ((7, "江川县政务服务工作总结"), (8, "江川县市场监管工作总结")):
        text = EXAMPLE_TEXT.replace("关于江川县政务服务改革落实情况的报告", title).replace("〕7号", f"〕{number}号")
        store.put(facts_of(Text(f"{number}.txt", text)))
    with pytest.raises(UsageMistake) as caught:
        understood(store, "江川县2024年工作总结里有哪些数据？")
    assert caught.value.code == "ask-ambiguous"
    for title in ("江川县政务服务工作总结", "江川县市场监管工作总结"):
        assert f"outcomes-of-report -p report={title}" in caught.value.in_language("zh").replace("'", "")
    chosen = understood(store, "江川县2024年市场监管工作总结里有哪些数据？")
    assert chosen.parameters == (("report", "江川县市场监管工作总结"),)


def test_this_year_is_that_of_the_newest_report(example: Store) -> None:
    assert understood(example, "今年的目标是什么？").year == "2024"
    assert understood(example, "2024年的目标是什么？").year == ""
    assert understood(example, "去年的目标是什么？").parameters == (("year", "2023"),)
    with pytest.raises(UsageMistake) as caught:
        understood(Store.in_memory(), "今年的目标是什么？")
    assert caught.value.code == "ask-value"


def test_a_day_without_its_year_is_that_of_the_bodys_report_or_the_newest_with_figures() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    text = EXAMPLE_TEXT.replace("江川县", "平山县").replace("2024", "2026").replace("江府", "平府")
    store.put(facts_of(Text("8.txt", text)))
    assert understood(store, "截至10月底有哪些数字？").day == "2026-10-31"
    asked = understood(store, "截至10月底，江川县政府有哪些数字？")
    assert (asked.day, dict(asked.parameters)["day"]) == ("2024-10-31", "2024-10-31")
    assert understood(store, "截至3月底有哪些数字？").day == "2026-03-31", "no figure holds then"
    for text in ("截至2024年10月底有哪些数字？", "Which figures hold as of the end of October 2024?"):
        asked = understood(store, text)
        assert (asked.day, asked.parameters) == ("", (("day", "2024-10-31"),))


@pytest.mark.parametrize(
    "text",
    [
        *("平潭县办件增长多少？", "2024年平潭县办件增长了多少？", "平潭县办件是多少？", "平潭县办件多少件？"),
        *(
            "2024年平潭县办件几件？",
            "平潭县2024年办件有多少件？",
            "平潭县办件情况如何？",
            "What is 平潭县's number of 办件?",
        ),
    ],
)
def test_a_region_may_stand_before_what_is_counted_without_a_word_between(text: str) -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT.replace("江川县", "平潭县"))))
    asked = understood(store, text)
    assert asked.question == "figures-about"
    given = dict(asked.parameters)
    assert (given["body"], given["text"]) == ("平潭县人民政府", "办 件")
    assert given.get("year", "") == ("2024" if "2024" in text else "")
    assert [row[0] for row in answered(store, asked).cells] == ["2048件"], "another body of the report leads it"


def test_english_words_stand_for_what_reports_write() -> None:
    store = Store.in_memory()
    text = EXAMPLE_TEXT.replace("江川县", "浙江省").replace("新增办理面积1.5万平方米", "地区生产总值增长5%左右")
    store.put(facts_of(Text("7.txt", text)))
    for said in (
        "What is Zhejiang's target for GDP?",
        "浙江省经济增长的目标是多少？",
        "What is the GDP target of Zhejiang?",
    ):
        asked = understood(store, said)
        assert asked.question == "targets"
        assert dict(asked.parameters)["body"] == "浙江省人民政府"
        assert [row[3] for row in answered(store, asked).cells] == ["增长5%左右"]


def test_another_name_of_an_indicator_is_taken_where_reports_write_that() -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT.replace("满意度达到99.50%", "规上工业增加值增长7.8%"))))
    for said in ("规模以上工业增加值增速是多少？", "规上工业增加值增长多少？"):
        assert [row[0] for row in answered(store, understood(store, said)).cells][-1] == "增长7.8%"


def test_what_a_body_leaves_open_is_its_own(example: Store) -> None:
    county, bureau = "江川县人民政府", "江川县市场监督管理局"
    for name, mine, others in (
        ("planned-without-due", county, bureau),
        ("measures-without-outcome", bureau, "江川县政务服务中心"),
        ("no-date", "江川县政务服务中心", bureau),
        ("numbers-as-of", bureau, county),
        ("evidence", bureau, "江川县税务局"),
    ):
        assert rows(ask(example, name, {"body": mine})).cells
        assert not rows(ask(example, name, {"body": others})).cells
    for name in ("measures-without-outcome", "numbers-as-of"):
        assert not rows(ask(example, name, {"report": "另一份"})).cells
        assert rows(ask(example, name, {"report": "落实情况"})).cells == rows(ask(example, name, {})).cells
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT)))
    assert rows(ask(store, "events-held", {"body": county})).cells
    assert not rows(ask(store, "events-held", {"body": bureau})).cells
    assert rows(ask(example, "figures-about", {"text": "办件", "asOf": "2024-10-31"})).cells
    assert not rows(ask(example, "figures-about", {"text": "办件", "asOf": "2023-10-31"})).cells


def test_a_name_in_full_means_that_thing_alone() -> None:
    store = Store.in_memory()
    text = EXAMPLE_TEXT.replace("县政务服务中心设置", "江川县人民政府办公室设置")
    store.put(facts_of(Text("7.txt", text)))
    assert {row[0] for row in rows(ask(store, "who-leads-what", {"body": "人民政府"})).cells} == {
        "江川县人民政府",
        "江川县人民政府办公室",
    }
    for name in ("who-leads-what", "shared-measures", "targets", "outcomes-of-body", "measures-of-body"):
        answer = rows(ask(store, name, {"body": "江川县人民政府"}))
        assert not [cell for row in answer.cells for cell in row if cell == "江川县人民政府办公室"]
    asked = understood(store, "江川县人民政府牵头哪些举措？")
    assert asked.names == ("江川县人民政府",)
    assert {row[0] for row in answered(store, asked).cells} == {"江川县人民政府"}


def test_a_catchword_means_all_that_it_is_the_catchword_of(example: Store) -> None:
    class Written(Names):
        def of(self, kind: str) -> list[tuple[str, str]]:
            return [("“一件事”", "“一件事”"), ("“一件事”改革", "“一件事”改革")]

    fit = Written(example).fit("programme", "一件事")
    assert fit is not None
    assert (fit.value, fit.names) == ("一件事", ("“一件事”", "“一件事”改革"))


def test_an_empty_store_has_no_names_and_answers_what_needs_none() -> None:
    store = Store.in_memory()
    with pytest.raises(NothingFound):
        understood(store, "谁负责帮办代办？")
    assert answered(store, understood(store, "有哪些计划？")).cells == ()


def test_a_short_name_of_one_that_is_a_part_of_others_means_all_of_them(example: Store) -> None:
    """税务局 is how a report writes 江川县税务局; 江川县人民政府 alone is that name in whole."""

    class Written(Names):
        def of(self, kind: str) -> list[tuple[str, str]]:
            return [*super().of(kind), ("江川县税务局", "税务局"), ("平山县税务局", "平山县税务局")]

    short = Written(example).fit("body", "税务局")
    assert short is not None
    assert (short.value, sorted(short.names)) == ("税务局", ["平山县税务局", "江川县税务局"])
    whole = Written(example).fit("body", "平山县税务局")
    assert whole is not None
    assert (whole.value, whole.names) == ("平山县税务局", ("平山县税务局",))


def test_a_name_that_is_only_similar_is_offered_and_not_taken() -> None:
    store = Store.in_memory()
    store.put(facts_of(Text("7.txt", EXAMPLE_TEXT.replace("“一窗通”系统", "供应链金融服务平台"))))
    for text in ("谁负责金融服务？", "Who leads 金融服务?"):
        with pytest.raises(NothingFound) as caught:
            understood(store, text)
        assert "供应链金融服务平台" in caught.value.in_language("zh")
    assert understood(store, "谁负责供应链金融？").taken == "供应链金融"
    assert understood(store, "谁负责供应链金融服务平台？").taken == ""


def test_this_year_of_a_body_is_that_of_its_own_newest_report() -> None:
    store = Store.in_memory()
    store.put(example_facts())
    text = EXAMPLE_TEXT.replace("江川县", "平山县").replace("2024", "2026").replace("江府", "平府")
    store.put(facts_of(Text("8.txt", text)))
    assert understood(store, "江川县人民政府今年做了什么？").year == "2024"
    assert understood(store, "今年的目标是什么？").year == "2026"


def test_where_a_year_has_nothing_the_years_that_have_are_told(example: Store) -> None:
    asked = understood(example, "去年的目标是什么？")
    assert not answered(example, asked).cells
    assert other_years(example, asked) == ("2024",)
    assert other_years(example, understood(example, "有哪些计划？")) == ()
