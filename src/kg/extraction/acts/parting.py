"""Acts that hold another one, in two: 增加财政支出|和|实行结构性减税, 新建绿道130公里|、|改造公园12座; 新设企业260家,
|利用外资38亿美元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from kg.extraction.acts.pivots import made
from kg.extraction.names.mentions import THING
from kg.extraction.phrases import ADVERBS, LINK, NOUNS, VERBS, edges, joins, outside, past_particles, stretch
from kg.language.parsed import Act, Parsed, Token
from kg.resources import rows
from kg.words import group_of, pattern, words_of

BEFORE = ADVERBS | {"vd"}
"""What may stand before the second predicate: 、近五年累计|投入资金."""
SHORTEST = 3
"""Characters of a second object that stands without a count; shorter ones may be half of a noun (参与部门)."""
AMONG = frozenset(["等", "等等", "类"])
CLOSING = "”》"
MARKS = ",，;；"
SEMICOLONS = (";", "；")
COUNTED = frozenset(("m", "q"))
"""How a clause with a figure ends: 救助资金3万元；救助|资金2万元."""
BETWEEN_ACTS = frozenset(["、", "并", "并且"])
"""What stands behind a name and before a further act; 和 may join two names (落实“两新”政策和提振消费行动)."""


RATES = frozenset(("%", "个百分点", "倍", "元"))
"""What a share is told in, or the sum that a thing takes: 、占比60%, 、投资3亿元."""

OTHER = r"、(?P<what>[\u4e00-\u9fff][^，,；;。、：:\d０-９（(]{3,24}?)(?P<verb>{reached})(?=[约近]?[\d０-９])"
"""Behind a figure another thing with a figure of its own: 粮食产量达650万吨、|污水处理能力超30万吨."""
LEAST_NOUN = 2
"""Characters of the last word of such a thing."""

_group = partial(group_of, "joining-words")


def parted(characters: str, parsed: Parsed, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts of a sentence, each that another begins in as two, none over a semicolon behind its predicate."""
    for act in acts:
        for part in _parts(characters, parsed, act):
            ends = (c.end for c in parsed.clauses if c.mark in SEMICOLONS and part.verb_end < c.end < part.end)
            yield replace(part, end=next(ends, part.end))


def _parts(characters: str, parsed: Parsed, act: Act) -> Iterator[Act]:
    more = _behind_comma(characters, parsed, act) or _of_another(characters, parsed, act)
    if more is not None:
        yield replace(act, end=more.start - 1)
        yield from _parts(characters, parsed, more)
        return
    words = stretch(parsed.tokens, act.verb_end, act.end)
    whole = act.start < act.verb or _goes_on(characters[act.verb : act.verb_end], words)
    found = None if whole else second_act(words, parsed)
    if found is None:
        yield act
        return
    joint, verb = found
    yield replace(act, end=joint.start)
    yield from _parts(characters, parsed, replace(act, start=verb.start, verb=verb.start, verb_end=verb.end))


def _behind_comma(characters: str, parsed: Parsed, act: Act) -> Act | None:
    """The act that a further clause begins with: the same predicate again, or another one that nobody is made to do."""
    said = characters[act.verb : act.verb_end]
    if said in _figures():
        return None
    made = said in _group("telling") | edges("pivot") | edges("spur") | _group("stop")
    for clause in parsed.clauses:
        if not act.verb_end < clause.start < act.end or characters[clause.start - 1] not in MARKS:
            continue
        words = stretch(parsed.tokens, clause.start, min(clause.end, act.end))
        verb = next((t for t in words if t.pos not in BEFORE), None)
        if verb is None or verb is words[-1] or verb.text in _figures():
            continue
        if verb.pos != "v" and not (verb.text == said and words[-1].pos in COUNTED):
            continue
        if verb.text == said or (not made and len(verb.text) > 1 and verb.text in _predicates()):
            return replace(act, start=verb.start, verb=verb.start, verb_end=verb.end)
    return None


def _of_another(characters: str, parsed: Parsed, act: Act) -> Act | None:
    """The act that tells of another thing how much it reaches, behind the figure of the first. What the first thing
    comes to by now (、累计达到70个, 、总投资超2亿元) or is a share of tells more of it, and one predicate may hold for
    both (退出甲产能超3万吨、乙产能超2万吨)."""
    if act.start == act.verb and _reached(characters, act):
        return None
    for match in pattern("joining-words", OTHER).finditer(characters, act.verb_end, act.end):
        words = stretch(parsed.tokens, match.start("what"), match.end("what"))
        if not any(q.end == match.start() for q in parsed.quantities) or any(w in match["what"] for w in _group("own")):
            continue
        thing = words[-1].pos in NOUNS and len(words[-1].text) >= LEAST_NOUN
        if thing and all(w.pos not in (*VERBS, *ADVERBS, "p", "m") for w in words):
            return replace(act, start=match.start("what"), verb=match.start("verb"), verb_end=match.end("verb"))
    return None


def _reached(characters: str, act: Act) -> bool:
    """Whether the object of a predicate that tells no figure itself is followed by one that does."""
    verb = characters[act.verb : act.verb_end]
    tells = verb in _figures() | _group("reached") | _group("telling") | edges("spur") | edges("before")
    first = characters.find("、", act.verb_end, act.end)
    reached = pattern("joining-words", "{reached}").search(characters, act.verb_end, max(first, act.verb_end))
    return not tells and reached is not None


@cache
def _figures() -> frozenset[str]:
    """What goes on with a figure: 新建码头3座,增长20%."""
    return _group("change") | _group("sum") | _group("comparison") | _group("concerns") | _group("tells_more")


def _goes_on(verb: str, words: list[Token]) -> bool:
    """Whether further verbs belong to a predicate: what somebody is made to do, and what is stopped or said."""
    if verb in _group("telling") | edges("pivot") | _group("stop"):
        return True
    return verb in edges("spur") and made(words, body=True) != words


def second_act(words: Sequence[Token], parsed: Parsed) -> tuple[Token, Token] | None:
    """The joint behind which another act begins in what follows a predicate, and the verb of that act."""
    outer = outside(words)
    for at in range(1, len(words) - 2):
        if not outer[at] or not joins(words[at]):
            continue
        verb = at + 1
        while verb < len(words) - 2 and words[verb].pos in BEFORE:
            verb += 1
        if _begins(parsed, words, at, verb):
            return words[at], words[verb]
    return None


def _begins(parsed: Parsed, words: Sequence[Token], joint: int, verb: int) -> bool:
    """Whether an act begins with this verb behind this joint."""
    last, t, rest = words[joint - 1], words[verb], words[verb + 1 :]
    counted = words[0].pos != "m" and any(words[0].start <= q.start and q.end <= last.end for q in parsed.quantities)
    if counted and words[joint].text == "、" and _counted_too(parsed, t, rest):
        return all(not n.start < t.start < n.end for n in parsed.names)
    if t.text in words_of("counting-words") and rest[0].pos not in NOUNS:
        return False
    if not _acts(t) or joins(rest[0]) or rest[0].pos == "u":
        return False
    if rest[0].pos == "m" and any(q.start < rest[0].end and rest[0].start < q.end for q in parsed.quantities):
        return False  # 、建成|17个; but 、培育|四星级饭店40家
    if any(n.start < t.start < n.end for n in parsed.names) or rest[-1].pos not in (*NOUNS, "w", "m", "q"):
        return False
    said = [w for w, open_ in zip(rest, outside(rest), strict=True) if open_]
    if any(w.text in AMONG for w in said):
        return False
    if any(q.end == last.end for q in parsed.quantities):
        return True
    if any(w.text == LINK for w in said) or rest[-1].text in _group("told_as_one"):
        return False
    joint_of = next((w for w in said if joins(w)), None)
    end = rest.index(joint_of) if joint_of else len(rest)
    if rest[end - 1].end - rest[0].start < SHORTEST or last.text[-1] == rest[end - 1].text[-1]:
        return False
    named = any(n.start == words[0].start and n.end == last.end and n.thing >= THING for n in parsed.names)
    return (named and words[joint].text in BETWEEN_ACTS) or _is_thing(words[:joint], rest)


def _counted_too(parsed: Parsed, verb: Token, rest: Sequence[Token]) -> bool:
    """Whether a verb behind a counted thing has a count of its own: 实施项目88项、|转化成果328项.
    What goes on with a figure of the same thing does not (引进项目24个、建成17个; 、增长5%); what is done to others of
    its kind does (制定规章2件、|废止22件)."""
    if (
        verb.pos != "v"
        or verb.text not in _predicates() | words_of("verbs")
        or verb.text in _figures() | _group("reaching") | _group("turn")
    ):
        return False
    if verb.text in words_of("counting-words") or joins(rest[0]) or rest[0].pos == "u":
        return False
    end = next((i for i, w in enumerate(rest) if w.pos == "w" or w.text == LINK), len(rest))
    own = [q for q in parsed.quantities if rest[0].start <= q.start < rest[end - 1].end and q.unit not in RATES]
    bare = bool(own) and (own[0].start, own[0].end) == (rest[0].start, rest[end - 1].end)
    return bool(own) and (not bare or verb.text in _group("apart"))


def _is_thing(words: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether words are a whole object, not half of one that ends behind the next verb (A监管和完善B机制)."""
    first = past_particles(list(words))
    if not first or joins(first[0]):
        return False
    adverbial = next((i for i, w in enumerate(first) if w.pos == "p"), None)
    if adverbial is not None and all(w.text != LINK for w in first[adverbial:]):
        return False
    last, schemes = first[-1], tuple(edges("scheme"))
    if rest[-1].text.endswith(schemes) and last.text.endswith(schemes):
        return False
    if last.text[-1] in CLOSING:
        return True
    return first[0].pos not in VERBS and last.pos in NOUNS and (last.pos != "vn" or rest[-1].pos == "vn")


def _acts(t: Token) -> bool:
    """Whether a word is the predicate of an act."""
    return (
        len(t.text) > 1 and (t.pos == "v" or (t.pos == "a" and t.text in edges("second"))) and t.text in _predicates()
    )


@cache
def _predicates() -> frozenset[str]:
    """Predicates that are acts, or may be."""
    named = frozenset(row[0] for row in rows("seeds/lexicon/actions.tsv"))
    known = named | group_of("verbs", "act") | group_of("verbs", "trend") | edges("second") | edges("weak")
    return known | edges("further")
