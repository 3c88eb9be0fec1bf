"""Which measures of a report answer which demands of a text, such as a congress's review opinions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from kg.asking.acts import Act, Head, acts, heads
from kg.asking.likeness import Likeness, Scale
from kg.asking.sections import HEADING, MOSTLY, matters
from kg.errors import NothingFound
from kg.graph.named import named
from kg.graph.store import Store
from kg.reading.text import Text
from kg.structure.numbering import words_at
from kg.words import pattern

if TYPE_CHECKING:
    from kg.facts import Facts
    from kg.graph.held import StoredReport

MOST = 5
"""Measures that are listed for a demand, the likest first."""

CLAUSE = re.compile(r"[^,，;；。！？!?\n]+")
SHORTEST = 4
PART = re.compile(r"(?=[^，,;；])(?:(?![，,]要[^求素])[^;；])+[;；]*")
"""A demand of a sentence: 要优化服务，要推进改革；要加强监管。"""
REPORTING = "{report}|[请将并][^，,；;。]*报告[区市县省]?{congress}|(?:个月|日|天){within}[^，,；;。]*报告"
"""Asks for a report on what was done: 请在两个月内书面报告。"""

SPEECH = (
    "{heard}了|(?:^|[，,])[^，,]{0,8}{speaker}[^，,]{0,6}{saying}(?!的)|{putting}了?{following}"
    "|{above}[^，,。]{0,6}{opinion}|请[^，,；;。]*{handling}|请[于在][^，,；;。]*报"
)
"""Speaks of the demands and of who makes them: 会议认为，…；提出以下意见：；以上意见请研究处理。"""
TOP = re.compile("[一二三四五六七八九十]+(?:、|$)")
"""A number of the first rank."""
WISH = "{wish}|要[^求素]"
"""After one of these it demands something all the same: 会议认为，应当加强监管。"""

OPENING = "一、意见\n"
"""Under this heading the words of demands are read."""

HEADED = 0.6
"""From this score on a demand is told to be what a heading says. Of the 184 headings of five reports and plans, each
asked of another one, 16 reach it, all with a heading of the same matter."""

NEAR = 0.25
"""Below this score nothing is named as nearest either: what is that far away has to do with no demand."""

MARGIN = 0.15
"""By so much the heading must be liker than the likest measure: else the measure is the answer."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A section that answers as a whole: its heading, `MOST` of the measures under it, and how many there are."""

    likeness: Likeness
    head: Head
    measures: tuple[Act, ...]
    """The first of them; where the heading does not say what is demanded the likest, by place."""
    under: int
    said: bool = True
    """True where the heading says what is demanded, False where what stands in the section is of the same matter:
    `kg.asking.sections`."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A wish of the text: its words with the number and heading that they stand under, and place.

    ``line`` counts from 1, ``start`` and ``end`` are code points.
    """

    number: str
    heading: str
    text: str
    line: int
    start: int
    end: int
    answers: tuple[tuple[Likeness, Act], ...]
    """The likest first."""
    headed: Headed | None = None
    """The section that answers as a whole: where its heading is much liker than any measure, or where no measure
    answers and it is of the same matter."""
    nearest: tuple[Likeness, Act] | None = None
    """The likest measure where nothing answers: it is no answer."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The demands of a text by place, and the report that was asked."""

    source: str
    report: StoredReport
    demands: tuple[Demand, ...]

    def answered(self) -> int:
        """How many demands a measure answers, or a section as a whole."""
        return sum(bool(demand.answers or demand.headed) for demand in self.demands)

    def by_heading(self) -> int:
        """How many demands a section answers whose heading says what is demanded."""
        return sum(demand.headed is not None and demand.headed.said for demand in self.demands)

    def by_matter(self) -> int:
        """How many demands a section answers that is of the same matter."""
        return sum(demand.headed is not None and not demand.headed.said for demand in self.demands)


def answers(store: Store, facts: Facts, report: str) -> Answers:
    """The demands of a text that was read, with the measures of the report of this name.

    Raises NothingFound where the text demands nothing or no report has the name, UsageMistake where several have it.
    """
    asked = named(store.reports(), report)
    demands = list(_demands(facts))
    if not demands:
        raise NothingFound("demands-none", source=facts.source)
    wishes, clauses = _wishes(demands)
    measures = acts(store, asked)
    scale = Scale([act for _, act in wishes], measures)
    found: list[dict[int, Likeness]] = [{} for _ in demands]
    for likeness, i, j in scale.likely():
        found[wishes[i][0]].setdefault(j, likeness)
    near: list[list[tuple[Likeness, int]]] = [[] for _ in demands]
    for i, (of, _) in enumerate(wishes):
        near[of] += filter(None, [scale.nearest(i)])
    sections: list[list[Headed]] = [[] for _ in demands]
    known = heads(store, asked)
    asked_for = [*wishes, *clauses]
    for (of, _), section in zip(asked_for, _headed([wish for _, wish in asked_for], known, measures), strict=True):
        sections[of] += filter(None, [section])
    told = [_told(*one, measures) for one in zip(demands, found, near, sections, strict=True)]
    open_ones = [i for i, demand in enumerate(told) if not (demand.answers or demand.headed)]
    matter = matters([told[i].text for i in open_ones], known, store.text(asked))
    for i, found_in in zip(open_ones, matter, strict=True):
        if found_in is None:
            continue
        head = known[found_in.section]
        said = max(sections[i], key=lambda h: h.likeness.score, default=None)
        if said and said.head == head and said.likeness.score >= HEADING and found_in.covered >= MOSTLY:
            told[i] = replace(told[i], headed=said, nearest=None)
        elif found_in.likeness:
            scores = scale.scores[[k for k, (of, _) in enumerate(wishes) if of == i]].max(axis=0).tolist()
            told[i] = _of_matter(told[i], found_in.likeness, head, measures, scores)
    return Answers(facts.source, asked, tuple(told))


def _of_matter(
    demand: Demand, likeness: Likeness, head: Head, measures: tuple[Act, ...], scores: list[float]
) -> Demand:
    """The demand with the section of its matter and the likest measures in it; as it was where it has no measures."""
    under = [j for j, act in enumerate(measures) if head.end <= act.start < head.body_end]
    likest = sorted(sorted(under, key=lambda j: (-scores[j], j))[:MOST])
    if not under:
        return demand
    headed = Headed(likeness, head, tuple(measures[j] for j in likest), len(under), said=False)
    return replace(demand, headed=headed, nearest=None)


def _told(
    demand: Demand,
    likely: dict[int, Likeness],
    near: list[tuple[Likeness, int]],
    sections: list[Headed],
    measures: tuple[Act, ...],
) -> Demand:
    """The demand with what answers it: likely measures and the likest section; else the nearest measure."""
    likeness, j = max(near, key=lambda n: n[0].score, default=(None, 0))
    section = max(sections, key=lambda h: h.likeness.score, default=None)
    if section and section.likeness.score < max(HEADED, likeness.score + MARGIN if likeness else 0):
        section = None
    answers = tuple((of, measures[at]) for at, of in list(likely.items())[:MOST])
    none = not answers and not section and likeness is not None and likeness.score >= NEAR
    nearest = (likeness, measures[j]) if none and likeness is not None else None
    return replace(demand, answers=answers, headed=section, nearest=nearest)


def _headed(wishes: list[Act], known: tuple[Head, ...], measures: tuple[Act, ...]) -> list[Headed | None]:
    """For each wish the likest heading that measures stand under, of the whole of it or of one of its clauses."""
    under = [[act for act in measures if head.end <= act.start < head.body_end] for head in known]
    said = [
        (i, _act(words, words, "", (head.line, head.start, head.end)))
        for i, head in enumerate(known)
        if under[i]
        for words in dict.fromkeys((head.text, *(clause for clause, _, _ in _parts(head.text))))
    ]
    scale = Scale([replace(wish, heading="") for wish in wishes], [act for _, act in said], ordered=False)
    found: list[Headed | None] = []
    for i in range(len(wishes)):
        best = scale.nearest(i)
        if best is None:
            found.append(None)
            continue
        at = said[best[1]][0]
        found.append(Headed(best[0], known[at], tuple(under[at][:MOST]), len(under[at])))
    return found


def _demands(facts: Facts) -> Iterator[Demand]:
    """The sentences under numbered headings, and the headings with none; every sentence where nothing is numbered."""
    told = [
        (first, last, sentence.section)
        for sentence in facts.sentences
        if sentence.section is not None or not facts.sections
        for first, last in _demanded(facts.characters, sentence.start, sentence.end)
    ]
    filled = {section for *_, section in told} | {s.parent for s in facts.sections}
    told += [
        (first, last, i)
        for i, s in enumerate(facts.sections)
        if i not in filled
        for first, last in _demanded(facts.characters, s.start, s.end)
    ]
    for first, last, at in sorted(told):
        section = None if at is None else facts.sections[at]
        if section and TOP.fullmatch(section.number) and TOP.match(facts.characters[first:last]):
            section = None  # its own number is of the same rank: 四、防范化解风险。 stands under no 三
        yield Demand(
            section.number if section else "",
            section.heading if section else "",
            facts.characters[first:last],
            facts.characters.count("\n", 0, first) + 1,
            first,
            last,
            (),
        )


def _demanded(characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The demands of a sentence: its parts between semicolons and before each 要; to report back is none, and none is
    what only speaks of the demands."""
    for part in PART.finditer(characters, start, end):
        words = part.group()
        speech = pattern("demand-words", SPEECH).search(words)
        wishes = not speech or pattern("demand-words", WISH).search(words, speech.end())
        demands = wishes and not pattern("demand-words", REPORTING).search(words)
        if words.strip() and demands:
            yield part.start() + len(words) - len(words.lstrip()), part.end()


_Wishes = list[tuple[int, Act]]
"""Each with the demand, by place, that it is of."""


def _wishes(demands: list[Demand]) -> tuple[_Wishes, _Wishes]:
    """The measures that each demand asks for: those that the reader finds in it, else its clauses. Then the clauses in
    which it finds none beside others: a heading may say what they say, and no measure is told from so little.

    It reads the words of each as a line of their own, without the number: how demands are numbered decides nothing.
    None of them is done yet, whatever tense it is said in.
    """
    from kg.pipeline import facts_of

    lines = [demand.text[words_at(demand.text) :].replace("\n", " ") for demand in demands]
    text = OPENING + "\n".join(lines) + "\n"
    starts = list(accumulate((len(line) + 1 for line in lines), initial=len(OPENING)))
    with Store.in_memory() as read:
        read.put(facts_of(Text("demands", text)))
        (held,) = read.reports()
        measures = acts(read, held)
    found: _Wishes = []
    left: _Wishes = []
    for i, demand in enumerate(demands):
        heading = "" if demand.heading == demand.text else demand.heading
        own = [
            replace(act, status="planned", heading=heading)
            for act in measures
            if starts[i] <= act.start < starts[i + 1]
        ]
        clauses = list(_clauses(demand, heading))
        found += [(i, act) for act in own or clauses]
        before = starts[i] - demand.start - words_at(demand.text)
        taken = [(act.start - before, act.end - before) for act in own]
        left += [(i, c) for c in clauses if own and not any(start < c.end and c.start < end for start, end in taken)]
    return found, left


def _clauses(demand: Demand, heading: str) -> Iterator[Act]:
    for words, start, end in _parts(demand.text):
        yield _act(words, demand.text, heading, (demand.line, demand.start + start, demand.start + end))


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """The clauses of a text without the numbers that they begin with, and where each stands in it."""
    for clause in CLAUSE.finditer(text):
        start = clause.start() + words_at(clause.group())
        words = text[start : clause.end()].strip()
        if len(words) >= SHORTEST:
            yield words, start, clause.end()


def _act(words: str, sentence: str, heading: str, place: tuple[int, int, int]) -> Act:
    return Act("", words, "", "", words, "planned", heading, sentence, *place, (), (), ())
