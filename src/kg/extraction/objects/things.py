"""What a measure acts on or counts: its object, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.acts.parting import second_act
from kg.extraction.acts.pivots import acted_on, made, moved, with_what_follows, without_aim, without_day
from kg.extraction.acts.predicates import paced
from kg.extraction.counts.cells import BORDER, cell
from kg.extraction.denial import denial
from kg.extraction.names.mentions import THING
from kg.extraction.objects.asides import bracketed, closed, is_figure, tells_kind, without_asides
from kg.extraction.objects.fronts import FRONTING, TOWARDS, based, before, closes, counted, fronted, opening, said_of
from kg.extraction.objects.thingless import (
    COMPARING,
    bodies,
    carried,
    carried_on,
    completed,
    handed,
    helps,
    in_time,
    parts_off,
    thing_words,
    treated,
)
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
    past_scope,
    past_verbs,
    stretch,
    subject_of,
)
from kg.facts import Quantity
from kg.language.counted import measuring_units
from kg.language.parsed import Act, Parsed, Token
from kg.words import words_of

EMPTY = VERBS | ADVERBS | {"p", "c", "u", "w", "f"}
"""Words of these kinds alone name no thing."""
BEHIND_COUNT = "、，,；;和与及或（(）)/／"
"""What stands behind a count that closes what it says of the thing before it."""
RATE = re.compile(r"(?:[/／][^\s、，,；;/／]{1,4})+")
"""What a figure is reckoned by: 200亿立方米/年."""
PER = re.compile("[/／][A-Za-z0-9²㎡平方米亩吨户人年月]{1,4}的")
"""The same before the thing itself: 200元/m2的补贴."""
FIELD = re.compile("方面的?|大?领域的?")
"""What may be counted before the thing itself: 15个方面的重点任务."""
ORDERED = ("前", "第", "每")
"""A number behind these is no count: 排名前1%."""
GRADES = ("级", "型")
"""Nor is one before these: 20万吨级泊位."""


def subject_in(characters: str, parsed: Parsed, start: int, end: int) -> str:
    """The thing that a stretch speaks of as a subject."""
    return _Sight(characters, parsed).subject(stretch(parsed.tokens, start, end))


def spent_on(characters: str, parsed: Parsed, end: int) -> str:
    """What a sum is for that ends here, '' where that is not said: 中央财政投入90亿元，|用于校舍建设工程."""
    clause = next((c for c in parsed.clauses if c.start == end + 1), None)
    words = stretch(parsed.tokens, clause.start, clause.end) if clause else []
    at = next((i for i, t in enumerate(words[:3]) if t.text == "用于"), None)
    if at is None or opening(words[at + 1 :]) == "v":
        return ""
    return _Sight(characters, parsed).following("用于", words[at + 1 :], [])


def object_of(characters: str, act: Act, parsed: Parsed) -> str:
    """The object of an act, without the counts in it and so not always one stretch of text; '' where it has none.

    It is what stands behind 将 or 把; else what follows the predicate, without verbs beside it (坚持和完善A) and behind
    the verb of the one that is made to act (鼓励企业应用A); else what stands before the predicate, as the subject of a
    result, without adverbs (A稳步推进); else the thing that its figure counts. What is compared or comes somewhere is
    the subject, too (A占B的30%, A落户B).
    """
    if act.start < act.verb and (pace := paced(characters, act)):
        return pace
    verb = characters[act.verb : act.verb_end]
    sight = _Sight(characters, parsed)
    denied = denial(characters, parsed, act) if act.start < act.verb else None
    front = stretch(parsed.tokens, denied[1] if denied and denied[0] == act.start else act.start, act.verb)
    behind = stretch(parsed.tokens, act.verb_end, act.end)
    if front and front[0].text == "将" and not fronted(front):
        front = front[1:]
    if handed(verb, characters[act.start : act.verb], characters[act.verb_end : act.end]):
        front, behind = ([], []) if not behind else (front, [])
    elif carried_on(behind):
        front, behind = list(carried(front)), []
    elif treated(front, behind):
        front, behind = (front if parts_off(front) else []), []
    elif helps(verb, front) and not fronted(front):
        return sight.following(verb, behind, [])
    found = sight.subject(front) if fronted(front) or compares(verb, behind) else ""
    if not found and not fronted(front):
        found = sight.following(verb, behind, front) or sight.subject(front)
    if found in thing_words("attained") and verb == "实现":
        found = sight.subject(front) or found
    elif front and completed(verb, behind) and opening(front) != "p":
        found = sight.acted_on(front) or found
    found = found or counted(act, parsed) or sight.subject(before(parsed, act))
    found = found or sight.rest(said_of(verb, behind, front))
    return found or (sight.bare(front) if behind and verb in words_of("counting-words") else "")


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
        clauses = list(self._clauses(behind))
        words = past_particles(self._said(clauses))
        moves = verb in edges("pivot") or verb in edges("spur")
        if moves and len(clauses) > 1:
            words = with_what_follows(words, clauses, verb in edges("spur"))
        goal = bool(words) and not moves and words[0].text in edges("goal") and not describes(words)
        goal = goal and not (words[0].text == "由" and words[-1].text.endswith(tuple(edges("scheme"))))
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
        marked = next((i for i, t in enumerate(front) if t.text in FRONTING), 0)
        if marked and front[0].pos == "p" and front[0].text not in FRONTING:  # 由A对B进行追究
            front = front[marked:]
        if front and front[0].text in FRONTING:
            parts = list(self._clauses(front[1:]))
        else:
            parts = [part for part in self._clauses(front) if part and (opening(part) != "p" or based(part))][::-1]
            parts.sort(key=lambda part: opening(part) == "v")
        return next((found for part in parts if (found := self._thing(subject_of(part), subject=True))), "")

    def acted_on(self, front: Sequence[Token]) -> str:
        """The subject, unless it is a body that acts: 排污口|完成整治, but 企业|完成改造."""
        found = self.subject(front)
        return "" if found.endswith((*bodies(), *edges("actor"))) else found

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
        return "" if is_figure(said) else said

    def _thing(self, words: Sequence[Token], subject: bool = False) -> str:
        """A stretch without counts, and without words at its edges that name nothing."""
        spans = [span for q in self.quantities if words and (span := self._count(q, words))]
        spans += [b for b in bracketed(self.characters, words) if any(b[0] < a and c < b[1] for a, c in spans)]
        left = past_scope([t for t in words if not any(a <= t.start and t.end <= b for a, b in spans)])
        while left and (
            joins(left[0])
            or idle(left)
            or (left[0].text in edges("round") and left[0].start not in self.named)
            or (subject and left[0].pos == "TIME" and not in_time(left))
        ):
            left.pop(0)
        while left and not is_sum(left) and (self._hangs(left[-1], subject) or (subject and closes(left))):
            left.pop()
        if not left or (subject and (all(t.pos in EMPTY for t in left) or left[-1].text in ("后", "时"))):
            return ""
        places = range(left[0].start, left[-1].end)
        text = "".join(self.characters[i] for i in places if not any(a <= i < b for a, b in spans))
        text = without_asides(closed(text) if spans else text)
        text = cell(text, subject) if BORDER in text else text
        return text if len(text) > 1 and any(c.isalpha() for c in text) else ""

    @staticmethod
    def _hangs(t: Token, subject: bool) -> bool:
        """Whether the last word of a thing names nothing."""
        return joins(t) or t.text == LINK or (subject and leads_on(t))

    def _count(self, q: Quantity, words: Sequence[Token]) -> tuple[int, int] | None:
        """The stretch of a count that is no part of the thing, the words that lead to it included."""
        start, end = max(q.start, words[0].start), min(q.end, words[-1].end)
        if (
            start >= end
            or tells_kind(q, words)
            or self.characters.endswith(ORDERED, 0, q.start)
            or self.characters.startswith(GRADES, q.end)
        ):
            return None
        lead = [t for t in words if t.start < start]
        if self._closes(q, words):
            for t in reversed([t for t in words if t.end <= q.start]):
                if not leads_on(t):
                    break
                start = t.start
            if rate := RATE.match(self.characters, end, words[-1].end):
                end = rate.end()
        elif field := FIELD.match(self.characters, end, words[-1].end) or PER.match(self.characters, end):
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
        if PER.match(self.characters, q.end, words[-1].end):
            return False
        return q.end >= words[-1].end or self.characters[q.end] in BEHIND_COUNT

    def _figure(self, words: Sequence[Token]) -> bool:
        """Whether words are a date, or begin with a figure and nothing that it counts."""
        dates = all(t.pos in ("TIME", "w", "f") for t in words) and words[0].pos == "TIME"
        said = self.characters[words[0].start : words[-1].end]
        if is_figure(said) or said.endswith(("大关", "台阶")):
            return True
        return dates or any(
            q.start <= words[0].start < q.end and self._closes(q, words) and not tells_kind(q, words)
            for q in self.quantities
        )

    def _said(self, clauses: Sequence[list[Token]]) -> list[Token]:
        """The first clause, and those that only go on with a thing and its count: 专栏11个，活动221场次."""
        words = clauses[0]
        ends = {q.end for q in self.quantities}
        for at in range(1, len(words) - 1):
            if self._starts(words, at):
                return words[:at]
        for more in clauses[1:]:
            goes_on = bool(words and more) and words[-1].end in ends and more[-1].end in ends
            if not goes_on or more[0].pos not in NOUNS or any(t.pos in (*VERBS, "d", "p") for t in more):
                break
            words = [*words, *more]
        return words

    def _starts(self, words: Sequence[Token], at: int) -> bool:
        """Whether another act starts with a predicate behind a mark: 引进项目24个|、建成17个; or a comparison:
        安排债券3万亿元|、比上年增加1千亿元."""
        last, t, verb = words[at - 1], words[at], words[at + 1]
        if t.text == "、" and verb.text in COMPARING and any(q.end == last.end for q in self.quantities):
            return True
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
