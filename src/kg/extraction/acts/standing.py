"""What the reader saw as measures, put right: which stand, and where their spans begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from kg.extraction.acts import described
from kg.extraction.acts.continuing import JOINTS, continues, denied_too, details
from kg.extraction.acts.formulas import stating
from kg.extraction.acts.joining import joined
from kg.extraction.acts.openings import past_case, past_subject
from kg.extraction.acts.parting import parted
from kg.extraction.acts.predicates import own
from kg.extraction.acts.statements import none_stated
from kg.extraction.counts.indicators import told
from kg.extraction.counts.outcomes import is_outcome
from kg.extraction.letters import issued
from kg.extraction.names.edges import QUOTE
from kg.extraction.names.mentions import THING
from kg.extraction.phrases import NOUNS, edges
from kg.language.parsed import Act, Parsed
from kg.resources import rows
from kg.words import either, group_of, pattern, words_of

SURE = 0.2
"""Least chance that there is a predicate of a measure."""

NEEDED = 0.16
"""Least chance that it is one that can't be left out: below it stand praise and bare results."""

GRANTED = "获批"
"""A predicate that is an act although its subject is a thing (高地获批建设)."""

PLAYS, PART = "发挥", "作用"

CLEAR = 0.5
"""Least chance that it is there."""

CERTAIN = 0.9
"""Above this it is there without doubt."""

GROWS = frozenset({"发展", "培育", "壮大"})
SYSTEM = re.compile("主义|市场经济")
"""What is no kind of business: 社会主义市场经济."""

NAMING = frozenset({"c", "w", "a", "f", "ad", "xc"})
"""Parts of speech of what stands between nouns."""
BEFORE_VERB = frozenset({"d", "ad", "c", "TIME", "t", "u", "r", "w", "xc"})
"""Parts of speech that may stand before a predicate: adverbs, conjunctions, times."""
RECOVERED = 0.6
"""The chance given to an act that only its count and the list of predicates tell."""
DONE = (0.8, 0.1, 0.1)
BY_RULE = (
    "(?:按照|依照|根据|参照|原则上"
    "|按(?![时期需劳月年日揭])(?=[^，,；;。的]{1,20}$|[^，,；;。]{1,30}的(?:比例|标准|要求|原则|规定|程序|方式|办法)$))"
)
"""How a phrase in front begins that tells by what something is done."""
OWN_OBJECT = re.compile(rf"[为给向针围以到]|通过|依托|{BY_RULE}")
"""A phrase in front that begins so doesn't hold the object: 为企业|提供指导, 到窗口|提供服务."""
DONE_SO = re.compile(rf"(?:针对|通过|依托|{BY_RULE})[^，,；;。]*?(?=(?:予以|进行|加以)$)")
"""Nor does it where the object stands before it: 对隐患,|按照规范|进行排查."""
WHERE = re.compile(r"在(?![建职校岗册])[^，,、\d０-９的]{2,16}(?<!予以)(?<!给予)(?<!进行)")
"""Where something is done, which holds no object: 在主要行业|形成集团; not 在校|学生, 在浙就业的|人数."""

ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]+条[ 　]*")
"""The number of the article that an act opens."""
FOOTNOTE = re.compile(r"[［\[]\d{1,2}[］\]]?$")
"""The mark of a footnote, which is no part of what it explains: 完善“一网统管”体系［24］."""
OPENS, CLOSES = "（(", "）)"
HALF = re.compile(f"[{OPENS}{CLOSES}]")
LATER = re.compile(r"(?:确?需要?|如需|凡)[^，,；;。]{1,20}的[，,]?(?:须|应当?|可以?|必须|要)?")
"""A case in front of the predicate that it holds for: 确需邀请的须|报县政府批准."""
ASIDE = re.compile(r"在[^，,；;。\d０-９]{2,40}(?:中|下|上|时|后|前|期间|方面)[，,]")
"""Where or when something is done, in front of what it is done with: 在改革的过程中，|有些办法要|调整."""
LISTED = ("、", "和", "与", "及")
"""What goes on with a list behind its first thing."""


_group = partial(group_of, "joining-words")
_form = partial(pattern, "joining-words")


def standing(characters: str, parsed: Parsed) -> tuple[Act, ...]:
    """The acts of a sentence that are measures, in order. One of nouns alone only names what its paragraph is about:
    困难群众救助审核。"""
    named = not parsed.quantities and parsed.tokens and all(t.pos in NOUNS | NAMING for t in parsed.tokens)
    seen = [
        act
        for act in parsed.acts
        if act.sure >= SURE
        and (act.sure * act.needed >= NEEDED or _counts_too(characters, parsed, act))
        and not (named and act.start < act.verb)
    ]
    acts = [
        _trimmed(characters, parsed, act) for act in sorted((*seen, *_counted(parsed, seen)), key=lambda a: a.start)
    ]
    acts = list(_unquoted(characters, parsed, _unnamed(parsed, acts)))
    stand: list[Act] = []
    seen = list(own(characters, parsed, list(told(parsed, acts))))
    for act in parted(characters, parsed, joined(characters, parsed, seen)):
        if (act.start, act.end) == (act.verb, act.verb_end) or characters[act.start : act.end] in edges("bare"):
            continue  # a predicate without an object or a thing that it is said of
        last = stand[-1] if stand else None
        if last is not None and (
            continues(characters, last, act)
            or details(characters, parsed, last, act)
            or denied_too(characters, parsed, last, act)
        ):
            stand[-1] = replace(last, end=act.end)
        else:
            stand.append(act)
    stated = described.told(characters, parsed, none_stated(characters, parsed, stating(characters, parsed, stand)))
    handed = list(issued(characters, parsed))
    if not handed:
        return tuple(stated)
    apart = [act for act in stated if act.end <= handed[0].start or handed[0].end <= act.start]
    return tuple(sorted((*apart, *handed), key=lambda act: act.start))


def _counted(parsed: Parsed, acts: Sequence[Act]) -> Iterator[Act]:
    """Acts that the reader overlooked although it saw their count: clauses that begin with a known predicate, adverbs
    and times aside, and hold a count that no act holds (共受理57件办件)."""
    for clause in parsed.clauses:
        counts = [c.quantity for c in parsed.counts if clause.start <= c.quantity.start < clause.end and is_outcome(c)]
        if not counts or any(a.start < clause.end and clause.start < a.end for a in acts):
            continue
        words = [t for t in parsed.tokens if clause.start <= t.start and t.end <= clause.end]
        verb = next((t for t in words if t.pos not in BEFORE_VERB and t.text not in _sums()), None)
        if verb is None or counts[0].start < verb.end:
            continue
        summed = any(t.text in _sums() and t.end <= verb.start for t in words)
        if verb.text not in known_acts() | _group("yields") and not (summed and verb.pos == "v" and len(verb.text) > 1):
            continue
        like = acts[-1].status if acts else DONE
        yield Act(verb.start, clause.end, verb.start, verb.end, RECOVERED, 1.0, like)


def _unnamed(parsed: Parsed, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts without those whose predicate is a word of a name (规范执法专项行动成效显著).

    They stand where they are counted, where the name is all of the clause and where more than it is acted on
    (治理尾矿库|和矿产开发). One that ends within a name behind its predicate goes on to the name's end, unless another
    begins there.
    """
    clauses = {(c.start, c.end) for c in parsed.clauses}
    text, start = parsed.sentence.text, parsed.sentence.start
    names = [n for n in parsed.names if n.thing >= THING and n.type != "place" and (n.start, n.end) not in clauses]
    for act in acts:
        counted = any(act.start <= q.start < act.end for q in parsed.quantities)
        around = [n for n in names if n.start <= act.start and act.verb_end < n.end]
        if not counted and any(n.start < act.start or not text.startswith(LISTED, n.end - start) for n in around):
            continue
        cut = next((n for n in names if act.verb_end <= n.start < act.end < n.end), None)
        alone = cut and not any(act.end <= other.start < cut.end for other in acts)
        yield replace(act, end=cut.end) if cut and alone else act


def _unquoted(characters: str, parsed: Parsed, acts: Iterable[Act]) -> Iterator[Act]:
    """The acts without those inside a quote that another act begins before; that one goes on to the end of the name
    that the quote belongs to: 举办“迎改革,促发展”交流活动."""
    quotes = [m.span() for m in QUOTE.finditer(characters, parsed.sentence.start, parsed.sentence.end)]
    end = -1
    for act in acts:
        if act.start < end:
            continue
        for a, b in quotes:
            if act.verb_end <= a < act.end < b:
                end = max([b, *(n.end for n in parsed.names if n.start <= a and b <= n.end)])
                act = replace(act, end=end)
        yield act


def _counts_too(characters: str, parsed: Parsed, act: Act) -> bool:
    """Whether an act stands though a careful reader might leave it out: somebody granted what stands in front, a kind
    of business is developed (发展海洋经济), something is put to its part (发挥工会组织作用), or a document came out."""
    verb, rest = characters[act.verb : act.verb_end], characters[act.verb_end : act.end]
    if verb == GRANTED:
        return act.sure >= CLEAR
    if verb == PLAYS:
        aim = characters.startswith("为", parsed.sentence.start)
        return act.sure >= CERTAIN and rest.endswith(PART) and not rest.startswith("了") and not aim
    if _issued().match(characters, act.verb):
        return True
    if {characters[act.verb : act.verb + 2], verb} & _group("yields"):
        return any(is_outcome(c) and act.start <= c.quantity.start < act.end for c in parsed.counts)
    grows = verb in GROWS and act.sure >= CERTAIN
    return grows and rest.endswith(tuple(words_of("sectors"))) and not SYSTEM.search(rest)


def known_acts() -> frozenset[str]:
    """Predicates that are acts of their own."""
    return group_of("verbs", "act")


@cache
def _issued() -> re.Pattern[str]:
    """That a document came out, by its title: 研究|出台了《某港新政》."""
    issues = either(row[0] for row in rows("seeds/lexicon/actions.tsv") if row[1] == "issue")
    return re.compile(rf"(?:[\u4e00-\u9fff]{{2}})?(?:{issues})(?:并?[\u4e00-\u9fff]{{2}})?了《")


@cache
def _sums() -> frozenset[str]:
    """Words for a sum or a state so far, which may stand before a predicate."""
    return _group("summed") | {"已经", "全年"}


@cache
def _places() -> frozenset[str]:
    """Predicates that may have a place in front; before a figure it is a part of the subject (在校学生增至3万人)."""
    return (known_acts() | words_of("actions")) - _group("change") - _group("sum")


def _trimmed(characters: str, parsed: Parsed, act: Act) -> Act:
    """The act without marks at its edges, and without a phrase in front that holds neither object nor count."""
    act = _unbracketed(characters, act)
    start, end = act.start, _past_measure(parsed, act)
    if note := FOOTNOTE.search(characters, act.verb_end, end):
        end = note.start()
    while end > act.verb_end and characters[end - 1] in JOINTS + "；;。（(":
        end -= 1
    if numbered := ARTICLE.match(characters, start, act.verb):
        start = numbered.end()
    front = characters[start : act.verb]
    if front and LATER.fullmatch(front):
        start = act.verb
    elif front and (aside := ASIDE.match(front)) and _parts_off(parsed, act, aside):
        start += aside.end()
        front = front[aside.end() :]
    if end > act.verb_end and WHERE.fullmatch(front) and characters[act.verb : act.verb_end] in _places():
        start = act.verb
        front = ""
    if front and not _has_figure(characters, parsed, start, act.verb):
        if end > act.verb_end and OWN_OBJECT.match(front):
            start = act.verb
        elif so := DONE_SO.match(front):
            start += so.end()
    return past_subject(characters, parsed, past_case(characters, parsed, replace(act, start=start, end=end)))


def _has_figure(characters: str, parsed: Parsed, start: int, end: int) -> bool:
    """Whether a figure stands here, other than a day on which something is to be done by a rule."""
    by_rule = re.match(BY_RULE, characters[start:end]) is not None
    dated = [range(d.start, d.end) for d in parsed.days if by_rule]
    return any(characters[at].isdecimal() and not any(at in day for day in dated) for at in range(start, end))


def _unbracketed(characters: str, act: Act) -> Act:
    """The act without half of a bracket: 开设夜间门诊|（牵头单位, 不含补贴）累计|缴费3年."""
    start, end = act.start, act.end
    opened = [m.start() for m in HALF.finditer(characters, start, act.verb) if m[0] in CLOSES]
    if opened and not any(c in OPENS for c in characters[start : act.verb]):
        start = opened[-1] + 1
        while start < act.verb and characters[start] in JOINTS:
            start += 1
    waiting: list[int] = []
    for m in HALF.finditer(characters, act.verb_end, end):
        if m[0] in OPENS:
            waiting.append(m.start())
        elif waiting:
            waiting.pop()
        else:
            return replace(act, start=start, end=m.start())
    if waiting:
        closed = len(waiting) == 1 and characters[end : end + 1] in tuple(CLOSES)
        end = end + 1 if closed else max(waiting[0], act.verb_end)
    return replace(act, start=start, end=end) if (start, end) != (act.start, act.end) else act


def _past_measure(parsed: Parsed, act: Act) -> int:
    """The end of an act, with the thing behind a word for many or a joint that the reader ended it with: 出台一批|政策,
    推进重组和|整合."""
    last = next((i for i, t in enumerate(parsed.tokens) if t.end == act.end), None)
    if last is None or act.end == act.verb_end:
        return act.end
    joint = parsed.tokens[last].pos == "c" and parsed.tokens[last].text in LISTED
    if parsed.tokens[last].text not in edges("many") and not joint:
        return act.end
    end = parsed.tokens[last].start if joint else act.end
    for t in parsed.tokens[last + 1 :]:
        if t.pos not in NOUNS and t.pos != "a":
            break
        end = t.end
    return end


def _parts_off(parsed: Parsed, act: Act, aside: re.Match[str]) -> bool:
    """Whether an act has an object without what stands aside in front of it."""
    start = act.start + aside.end()
    return any(t.pos in NOUNS and start <= t.start < act.end and t.start != act.verb for t in parsed.tokens)
