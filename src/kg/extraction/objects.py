"""What a measure acts on or counts: its object, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.cells import BORDER, cell, in_cells, indicator, measured
from kg.extraction.denial import denial
from kg.extraction.mentions import THING
from kg.extraction.parting import second_act
from kg.extraction.phrases import (
    ADVERBS,
    CLAUSE_ENDS,
    LINK,
    NOUNS,
    VERBS,
    compares,
    describes,
    edges,
    idle,
    is_sum,
    joins,
    known_predicates,
    leads_on,
    outside,
    past_particles,
    past_verbs,
    stretch,
    subject_of,
)
from kg.extraction.pivots import acted_on, made, moved, without_aim, without_day
from kg.facts import Quantity
from kg.language.counted import measuring_units
from kg.language.parsed import Act, Parsed, Token
from kg.language.words import words_of

TOWARDS = frozenset(["对", "对于", "针对"])
"""What stands behind these is the object where none follows the predicate: 对A进行解读, but 对A建立退出机制."""
FRONTING = TOWARDS | {"将", "把"}
ADDRESSING = frozenset(["至", "到", "往"])
"""What stands behind these is reached."""
MANNERS = frozenset(["按", "按照", "依照", "参照", "以", "由", "向", "在", "从", "自", "经", "根据"])
"""What stands behind these tells how, where or by whom."""
EMPTY = VERBS | ADVERBS | {"p", "c", "u", "w", "f"}
"""Words of these kinds alone name no thing."""
BEHIND_COUNT = "、，,；;和与及或（(）)/／"
"""What stands behind a count that closes what it says of the thing before it."""
RATE = re.compile(r"(?:[/／][^\s、，,；;/／]{1,4})+")
"""What a figure is reckoned by: 200亿立方米/年."""
STANDARD = re.compile(r"[^，,；;。、\d０-９]{0,14}(?:平均|目标|计划|预期|水平)[^，,；;。、\d０-９]{0,3}[\d０-９]")
"""What a figure is set beside: 高于|全国平均水平4.9个百分点."""
EACH = "分别"
"""Before a change: it is one of each thing before it."""
FIELD = re.compile("方面的?|大?领域的?")
"""What may be counted before the thing itself: 15个方面的重点任务."""
FIGURE = re.compile(r"[在至到为]?百分之[零〇一二三四五六七八九十百点]+|[\d０-９.．]+[A-Za-z]{2,}(?:以上|左右|以下)?")
"""A figure that is no count of a thing: 百分之十三点四, 38GWh."""
ASIDE = re.compile(r"[(（](?:以下|下称|简称|统称)[^()（）]*[)）]|[(（][^()（）]*[〔\[][^()（）]*号[)）]")
"""A short name or a number of a document in brackets."""
ARTICLE = re.compile("^第[零〇一二三四五六七八九十百]+条(?![、和至款项规的])[\\s　]*")
"""The number of an article that runs on into it."""
FRAME = re.compile("(?:在.*)?的?(?:同时|基础上|过程中|前提下|情况下)$")
"""What makes an act the frame of another: 编制预算|的同时."""
ORDERED = ("前", "第", "每")
"""A number behind these is no count: 排名前1%."""
GRADES = ("级", "型", "强")
"""Nor is one before these: 20万吨级泊位."""


def objects(characters: str, acts: Sequence[Act], parsed: Parsed) -> Iterator[str]:
    """The object of each act of a sentence; a change without a thing of its own (，年均增长9.5%) is one of the thing
    before it, and so is one that is set beside a standard (，高于全国平均水平2个百分点)."""
    last, end = "", parsed.sentence.start
    for act in acts:
        verb = characters[act.verb : act.verb_end]
        beside = verb in edges("beside") and act.start == act.verb and STANDARD.match(characters, act.verb_end)
        own = "" if last and beside and characters[act.start - 1] in CLAUSE_ENDS else object_of(characters, act, parsed)
        if not own or in_cells(characters, act.start, act.verb):
            own = indicator(characters, act.verb) or own
        if verb in words_of("counting-words") and (not own or EACH in characters[act.start : act.verb]):
            own = _passed(characters, parsed, end, act.start) or own
        last = own or (last if beside or verb in words_of("counting-words") else "")
        end = act.end
        yield last


def _passed(characters: str, parsed: Parsed, start: int, end: int) -> str:
    """The things, if several, whose figures stand before a change and after the act before it: A9422元，B2936元，
    |分别增长7%和6%."""
    passed = [q for q in parsed.quantities if start <= q.start and q.end <= end]
    if len({q.unit for q in passed}) != 1:
        return ""
    sight, things = _Sight(characters, parsed), []
    for q in passed:
        clause = next((c for c in parsed.clauses if c.start <= q.start < c.end), None)
        things.append(sight.subject(stretch(parsed.tokens, clause.start, q.start)) if clause else "")
    return "、".join(things) if len(things) > 1 and all(things) else ""


def object_of(characters: str, act: Act, parsed: Parsed) -> str:
    """The object of an act, without the counts in it and so not always one stretch of text; '' where it has none.

    It is what stands behind 将 or 把; else what follows the predicate, without verbs beside it (坚持和完善A) and behind
    the verb of the one that is made to act (鼓励企业应用A); else what stands before the predicate, as the subject of a
    result, without adverbs (A稳步推进); else the thing that its figure counts. What is compared or comes somewhere is
    the subject, too (A占B的30%, A落户B).
    """
    verb = characters[act.verb : act.verb_end]
    sight = _Sight(characters, parsed)
    denied = denial(characters, parsed, act) if act.start < act.verb else None
    front = stretch(parsed.tokens, denied[1] if denied and denied[0] == act.start else act.start, act.verb)
    behind = stretch(parsed.tokens, act.verb_end, act.end)
    if front and front[0].text == "将" and not _fronted(front):
        front = front[1:]
    found = sight.subject(front) if _fronted(front) or compares(verb, behind) else ""
    if not found and not _fronted(front):
        found = sight.following(verb, behind, front) or sight.subject(front)
    found = found or _counted(act, parsed) or sight.subject(_before(parsed, act))
    found = measured(characters, found or sight.rest(_said_of(verb, behind, front)), act.verb, act.verb_end)
    return found or (sight.bare(front) if behind and verb in words_of("counting-words") else "")


def _fronted(front: Sequence[Token]) -> bool:
    """Whether 将 or 把 fronts the object; 将 before an adverb or a predicate only looks ahead."""
    return len(front) > 1 and (front[0].text == "把" or (front[0].text == "将" and front[1].pos not in ("d", "p", "v")))


def _said_of(verb: str, behind: Sequence[Token], front: Sequence[Token]) -> Sequence[Token]:
    """What may stand for the object where no thing is said: no goal and no manner (转运到A, 按规定上报), but the
    rule that something follows (按照A执行)."""
    if behind:
        return [] if behind[0].text in ADDRESSING else behind
    words = [t for t in front if t.pos not in ADVERBS]
    if not words or words[0].text in edges("light"):
        return []
    if words[0].text in MANNERS:
        return words[1:] if verb == "执行" else []
    return front


def _opening(words: Sequence[Token]) -> str:
    """The part of speech that words begin with, adverbs aside."""
    return next((t.pos for t in words if t.pos not in ADVERBS), "d")


def _counted(act: Act, parsed: Parsed) -> str:
    return next((q.counted for q in parsed.quantities if act.start <= q.start < act.end), "")


def _before(parsed: Parsed, act: Act) -> list[Token]:
    """The words of the act's clause before it."""
    start = next((c.start for c in parsed.clauses if c.start <= act.start < c.end), act.start)
    return stretch(parsed.tokens, start, act.start)


class _Sight:
    """The text and its counts."""

    def __init__(self, characters: str, parsed: Parsed) -> None:
        self.characters = characters
        self.parsed = parsed
        self.quantities = parsed.quantities
        self.named = frozenset(n.start for n in parsed.names if n.thing + n.generic >= THING)
        """Where a name begins; its first word is no further verb: 实施|扩大内需战略."""

    def following(self, verb: str, behind: Sequence[Token], front: Sequence[Token]) -> str:
        """The object in what follows the predicate, '' where that is a figure, a goal or only further verbs."""
        words = past_particles(self._said(list(self._clauses(behind))))
        moves = verb in edges("pivot") or verb in edges("spur")
        goal = bool(words) and not moves and words[0].text in edges("goal") and not describes(words)
        if not words or goal or self._figure(words):
            return ""
        towards = bool(front) and front[0].text in TOWARDS
        if towards and joins(words[0]):
            return ""
        words = past_verbs(verb, words, self.named)
        if front and not towards and self._closing(words) and self.subject(front):
            return ""
        words = without_day(without_aim(verb, words))
        if moves:
            further = past_particles(made(words, verb in edges("spur")))
            words = acted_on(words) or moved(past_verbs(verb, further, self.named))
            if other := second_act(words, self.parsed):
                words = [t for t in words if t.end <= other[0].start]
        return self._thing(words)

    def _closing(self, words: Sequence[Token]) -> bool:
        """Whether words only go on with the predicate, so that the subject is its object: 建成|投产, 隔离|观察14天."""
        counts = [(q.start, q.end) for q in self.quantities]
        plain = [t for t in words if t.pos != "TIME" and not any(a <= t.start and t.end <= b for a, b in counts)]
        if len(plain) == 1 and (plain[0].text in edges("closing") or plain[0].pos in ("a", "ad")):
            return True
        return bool(plain) and all(t.pos == "v" for t in plain)

    def subject(self, front: Sequence[Token]) -> str:
        """The thing in what stands before a predicate: of several clauses the last that has one, but the first behind
        对 or 将; a phrase with a preposition holds none, and one that begins with a verb only where no other does."""
        opening = next((i for i, t in enumerate(front) if t.text in FRONTING), 0)
        if opening and front[0].pos == "p" and front[0].text not in FRONTING:  # 由A对B进行追究
            front = front[opening:]
        if front and front[0].text in FRONTING:
            parts = list(self._clauses(front[1:]))
        else:
            parts = [part for part in self._clauses(front) if part and _opening(part) != "p"][::-1]
            parts.sort(key=lambda part: _opening(part) == "v")
        return next((found for part in parts if (found := self._thing(subject_of(part), subject=True))), "")

    def bare(self, front: Sequence[Token]) -> str:
        """A subject without a noun, of a figure that follows it: 直接投资|达到."""
        parts = list(self._clauses(front))
        words = [t for t in parts[-1] if not leads_on(t) or t.pos in ("v", "ad")] if parts else []
        if len(words) < 2 or words[-1].pos not in ("v", "vn") or leads_on(words[-1]) or parts[-1][0].pos == "p":
            return ""
        return self.characters[words[0].start : words[-1].end]

    def rest(self, words: Sequence[Token]) -> str:
        """All words, unless they are a bare figure."""
        if not words or any(q.end > words[0].start and q.end >= words[-1].end - 1 for q in self.quantities):
            return ""
        said = self.characters[words[0].start : words[-1].end]
        return "" if FIGURE.fullmatch(said) else said

    def _thing(self, words: Sequence[Token], subject: bool = False) -> str:
        """A stretch without counts, and without words at its edges that name nothing."""
        spans = [span for q in self.quantities if words and (span := self._count(q, words))]
        left = [t for t in words if not any(a <= t.start and t.end <= b for a, b in spans)]
        while left and (joins(left[0]) or idle(left) or (subject and left[0].pos == "TIME")):
            left.pop(0)
        while left and not is_sum(left) and self._hangs(left[-1], subject):
            left.pop()
        if not left or (subject and (all(t.pos in EMPTY for t in left) or left[-1].text in ("后", "时"))):
            return ""
        places = range(left[0].start, left[-1].end)
        text = "".join(self.characters[i] for i in places if not any(a <= i < b for a, b in spans))
        text = FRAME.sub("", ARTICLE.sub("", ASIDE.sub("", text))).strip()
        text = cell(text, subject) if BORDER in text else text
        return text if len(text) > 1 and any(c.isalpha() for c in text) else ""

    @staticmethod
    def _hangs(t: Token, subject: bool) -> bool:
        """Whether the last word of a thing names nothing."""
        return joins(t) or t.text == LINK or (subject and leads_on(t))

    def _count(self, q: Quantity, words: Sequence[Token]) -> tuple[int, int] | None:
        """The stretch of a count that is no part of the thing, the words that lead to it included."""
        start, end = max(q.start, words[0].start), min(q.end, words[-1].end)
        if start >= end or self.characters.endswith(ORDERED, 0, q.start) or self.characters.startswith(GRADES, q.end):
            return None
        lead = [t for t in words if t.start < start]
        if self._closes(q, words):
            for t in reversed([t for t in words if t.end <= q.start]):
                if not leads_on(t):
                    break
                start = t.start
            if rate := RATE.match(self.characters, end, words[-1].end):
                end = rate.end()
        elif field := FIELD.match(self.characters, end, words[-1].end):
            end = field.end()
        elif self.characters[end] == LINK:
            if start > words[0].start and not joins(next(t for t in reversed(words) if t.start < start)):
                return None
            end += 1
        elif lead and all(t.text in edges("grant") for t in lead):  # 一次性5万元奖励
            start = words[0].start
        elif q.unit in words_of("durations") or (q.unit in measuring_units() and lead and not self._added(q, lead)):
            return None
        return start, end

    def _added(self, q: Quantity, lead: Sequence[Token]) -> bool:
        """Whether a count opens a further thing: A和|5万元|B."""
        return joins(lead[-1]) and q.unit != "%"

    def _closes(self, q: Quantity, words: Sequence[Token]) -> bool:
        """Whether nothing that a count belongs to stands behind it."""
        return q.end >= words[-1].end or self.characters[q.end] in BEHIND_COUNT

    def _figure(self, words: Sequence[Token]) -> bool:
        """Whether words are a date, or begin with a figure and nothing that it counts."""
        dates = all(t.pos in ("TIME", "w", "f") for t in words) and words[0].pos == "TIME"
        said = self.characters[words[0].start : words[-1].end]
        if FIGURE.fullmatch(said) or said.endswith(("大关", "台阶")):
            return True
        return dates or any(q.start <= words[0].start < q.end and self._closes(q, words) for q in self.quantities)

    def _said(self, clauses: Sequence[list[Token]]) -> list[Token]:
        """The first clause, and those that only go on with a thing and its count: 专栏11个，活动221场次."""
        words = clauses[0]
        ends = {q.end for q in self.quantities}
        for at in range(1, len(words) - 1):
            if self._starts(words, at):
                return words[:at]
        for more in clauses[1:]:
            counted = bool(words and more) and words[-1].end in ends and more[-1].end in ends
            if not counted or more[0].pos not in NOUNS or any(t.pos in (*VERBS, "d", "p") for t in more):
                break
            words = [*words, *more]
        return words

    def _starts(self, words: Sequence[Token], at: int) -> bool:
        """Whether another act starts with a predicate behind a mark: 引进项目24个|、建成17个."""
        last, t, verb = words[at - 1], words[at], words[at + 1]
        if t.text != "、" or verb.pos not in VERBS:
            return False
        if verb.text not in known_predicates() and verb.text not in edges("weak"):
            return False
        whole = last.text[-1] in "”’》" or any(q.end == last.end for q in self.quantities)
        rest = words[at + 2 :]
        return whole and bool(rest) and not joins(rest[0]) and all(w.text not in (LINK, "等") for w in rest)

    def _clauses(self, words: Sequence[Token]) -> Iterator[list[Token]]:
        """The words between marks that stand outside of quotes, brackets and numbers."""
        part: list[Token] = []
        for t, outer in zip(words, outside(words), strict=True):
            if outer and t.text in CLAUSE_ENDS and not any(q.start <= t.start < q.end for q in self.quantities):
                yield part
                part = []
            else:
                part.append(t)
        yield part
