"""What a note of responsible units governs."""

from __future__ import annotations

from pathlib import Path

from kg.extraction.responsibility.notes import notes
from kg.extraction.responsibility.reach import governed
from kg.facts import Sentence
from kg.pipeline import facts_of
from kg.reading import read
from kg.register import register_for
from kg.structure import structure

REGISTER = register_for("武汉市人民政府", None)
FINANCE, REFORM = "武汉市财政局", "武汉市发展和改革委员会"


def sentence(text: str, start: int = 0, paragraph: int = 0, section: int | None = 0) -> Sentence:
    return Sentence(start, start + len(text), text, section, paragraph)


def ruled(tmp_path: Path, text: str) -> dict[str, list[str]]:
    """Sentence → the first body of each note that governs it, the nearest note first."""
    (path := tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    report = structure(read(path))
    found = [n for s in report.sentences for n in notes(report.text.characters, s, (), REGISTER)]
    reached = governed(found, report.sentences, report.sections)
    return {
        report.sentences[i].text: [note.agents[0].name for _, _, note in spans] for i, spans in sorted(reached.items())
    }


def test_a_note_that_closes_a_section_as_its_only_one_governs_all_its_paragraphs(tmp_path: Path) -> None:
    first = "一、改善住房\n建设公租房500套。\n发放租房补贴。(责任单位:市财政局)\n"
    text = first + "二、改善交通\n修建道路3条。(责任单位:市发改委)\n"
    assert ruled(tmp_path, text) == {
        "建设公租房500套。": [FINANCE],
        "发放租房补贴。": [FINANCE],
        "修建道路3条。": [REFORM],
    }


def test_where_parts_of_sections_have_notes_of_their_own_the_last_speaks_for_its_own(tmp_path: Path) -> None:
    first = "一、改善住房\n建设公租房500套。\n发放租房补贴。(责任单位:市财政局)\n"
    text = first + "二、改善交通\n修建道路3条。(责任单位:市发改委)\n修建桥梁2座。(责任单位:市发改委)\n"
    assert "建设公租房500套。" not in ruled(tmp_path, text)


def test_a_note_that_closes_several_items_governs_them_unless_others_have_their_own(tmp_path: Path) -> None:
    first = "一、改善住房\n(一)公租房。建设公租房500套。\n(二)补贴。发放租房补贴。\n责任单位:市财政局\n"
    closing = "二、改善交通\n(一)道路。修建道路3条。\n(二)桥梁。修建桥梁2座。\n责任单位:市发改委\n"
    reached = ruled(tmp_path, first + closing)
    assert reached["建设公租房500套。"] == reached["发放租房补贴。"] == [FINANCE]
    assert reached["修建道路3条。"] == [REFORM]
    each = "二、改善交通\n(一)道路。修建道路3条。\n责任单位:市发改委\n(二)桥梁。修建桥梁2座。\n责任单位:市发改委\n"
    assert "建设公租房500套。" not in ruled(tmp_path, first + each)


def test_a_line_without_a_mark_at_its_end_goes_on_in_no_other_section(tmp_path: Path) -> None:
    text = "一、改善住房。建设公租房500套。\n由市里统筹\n二、改善交通。修建道路3条。(责任单位:市发改委)\n"
    assert ruled(tmp_path, text) == {"修建道路3条。": [REFORM]}


def test_a_note_behind_a_heading_governs_what_stands_under_it(tmp_path: Path) -> None:
    text = (
        "一、改善住房(责任单位:市财政局、市教育局、市公安局、市民政局、市司法局、市水利局、市审计局、市统计局)\n"
        "1.建设公租房。建设公租房500套。\n2.发放补贴。发放租房补贴。(责任单位:市发改委)\n二、改善交通\n修建道路3条。\n"
    )
    reached = ruled(tmp_path, text)
    assert (reached["建设公租房500套。"], reached["发放租房补贴。"]) == ([FINANCE], [REFORM, FINANCE])
    assert "修建道路3条。" not in reached


def test_a_note_governs_its_paragraph_since_the_note_before() -> None:
    text = "甲做一。(责任单位:市发改委)乙做二。丙做三。(责任单位:市财政局)"
    parts = ["甲做一。", "(责任单位:市发改委)乙做二。", "丙做三。", "(责任单位:市财政局)"]
    sentences, at = [], 0
    for part in parts:
        sentences.append(sentence(part, at))
        at += len(part)
    found = [n for s in sentences for n in notes(text, s, (), REGISTER)]
    ruled = {i: [note.agents[0].name for _, _, note in spans] for i, spans in governed(found, sentences).items()}
    assert ruled == {0: [REFORM], 1: [FINANCE], 2: [FINANCE]}


def test_a_note_under_a_heading_governs_what_follows() -> None:
    note, body = "责任单位:市财政局", "发放消费券。"
    text = note + "\n" + body
    sentences = [sentence(note), sentence(body, len(note) + 1, paragraph=1)]
    found = [n for s in sentences for n in notes(text, s, (), REGISTER)]
    assert list(governed(found, sentences)) == [1]


def test_a_note_across_hard_line_breaks_governs_the_whole_item(tmp_path: Path) -> None:
    text = (
        "武汉市人民政府关于印发重点任务的通知\n各区人民政府：\n一、改善住房\n建设公租房500套。发放租房补贴,并且办理不\n"
        "动产登记。(责任单\n位:市财政局、市住建\n局、市税务局)\n武汉市人民政府\n2024年3月6日\n"
    )
    (path := tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    facts = facts_of(read(path))
    bodies = ["武汉市财政局", "武汉市住房和城乡建设局", "武汉市税务局"]
    told = {m.text.replace("\n", ""): [a.name for a in m.agents] for m in facts.measures}
    assert told == {"建设公租房500套": bodies, "发放租房补贴": bodies, "办理不动产登记": bodies}
    quotes = [a.quote for m in facts.measures for a in m.agents]
    assert all(q and text[q.start : q.end] == q.text for q in quotes)
    assert any(q and "\n" in q.text for q in quotes)
