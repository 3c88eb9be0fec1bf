"""Documents that an act draws up or puts something into and no title names: 制定治理工作方案, 纳入治理规划.
Readers of annotated passages name them in 65 of 66 acts of the one kind and in 14 of 15 of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from kg.extraction.relations import LENGTH, predicates, relation_of
from kg.language.parsed import Act, Name, Parsed
from kg.words import either, group_of, pattern

SURE = 0.9
"""The chance that such a name names a document, and that the measure refers to it."""
LEAST = 4
"""Characters of a name: 收费标准; what is shorter is a kind alone."""
LEAST_ELSE = 5
"""The same where it is not drawn up, or by others: 落实化债方案."""
ATTRIBUTE = re.compile(r"(?P<what>.*)的(?![确士])")
QUOTED = re.compile("(?:“[^“”]+”)+")
"""Before another quote it is part of the name: “免申即享”“即申即享”实施细则."""
DESCRIBES = ".{0,4}|(?:{besides}|{handles}|或)+后|(?:{describes_first}).*|.*(?:{describes_last})|.{1,4}[性化]|.*等.*"
"""What describes a document and doesn't name it: 切实可行的|实施方案, but 引导农民进城购房的实施方案."""
AGAIN = "(?:[和并、]?(?:进一步)?{besides})*+了?"
"""What else is done with it: 制定|和完善|行业准入标准."""
NAMED = "(?!的)[^，,；;。:：《》\n]*?{drafts}"
TITLED = "(?:进一步)?{opens}[^，,；;。:：《》\n]*的(?:若干|系列)?(?:政策)?(?:措施|举措|意见)"
"""Measures with what they are for in front, as titles have it: 出台|促进民间投资发展的措施."""
ALONE = "{plainly}*{drafts}"
"""A kind of which nothing is told that names one where it is drawn up: 制定|具体实施方案, but 纳入|详细规划."""
BESIDE = "(?!的)[^，,；;。:：《》、和与及\n]{3,}?{drafts})[、和与及](?!其)[^的，,；;。:：《》\n]{2,12}"
"""A document before things that are none: 公布|治理工作方案|及治理结果."""
RESULTS = "形成"
"""Behind another predicate it tells what comes of it: 推动|形成|行为规范."""
BY_WHOM = r"(?<![^，,；;。:：、\s])(?P<thing>[^，,；;。:：、由\s]*?{drafts})[，,]?由[^，,；;。:：]*$"
ABOUT = ".*(?:{named}|办法|计划)"
"""Kinds of documents whose names tell what they are about in front of 的; in front of others it describes them."""
HANDLED = "{handles}(?:[和、]?(?:{handles}|{besides}))?了?(?P<thing>[^，,；;。:：《》\n]*?{named})等?"
"""What names a document whatever is done with it: 落实|老旧小区改造实施方案."""
INTO = "了?(?P<thing>[^，,；;。:：《》、\n]*?{taken_into})"
LISTED = "{drafts}(?P<joint>以及|或者|[、和与及或])(?!其)"
"""Behind one of several documents: 住房发展规划|和|年度建设计划."""
JOINT = re.compile("[、和与及]")
"""Before a last part that tells no more than its kind there is no name: 安全措施和|工作方案."""
VAGUE = "{drafts}[、和与及以或]|[、和]{drafts}$|予以规定$|^一系列|^一批|等(?!级)|^本(?![科土地])|^各|^在(?![线建校])"
"""Several documents, or one among other things, one told by examples, what is only ruled, and the text itself:
规划及其标准, 措施和方案, 交通等规划, 指南予以规定, 本行动计划, 各条款细则."""

_form = partial(pattern, "drafted-words")


def with_drafted(characters: str, parsed: Parsed, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a sentence with those of the documents that its acts draw up, in place of names inside them."""
    drafted = [n for act in parsed.acts for n in _drafted(characters, parsed, act, names)]
    others = [n for n in names if not any(d.start <= n.start and n.end <= d.end for d in drafted)]
    return tuple(sorted((*others, *drafted), key=lambda n: n.start))


def _drafted(characters: str, parsed: Parsed, act: Act, names: Sequence[Name]) -> Iterator[Name]:
    least = LEAST
    listed = _drawn_up(characters, act) or _issued_by(characters, parsed, act)
    if listed is None and (listed := _handled(characters, act) or _made_to_draw_up(characters, act)):
        least = LEAST_ELSE
    thing = listed or _taking_in(characters, act, names)
    if thing is None:
        return
    for start, end in _each(characters, *thing) if listed else (thing,):
        start = _start(characters, parsed, names, start, end)
        name = characters[start:end]
        alone = listed and _form(ALONE).fullmatch(JOINT.split(name)[-1])
        if len(name) < least or alone or _form(VAGUE).search(name):
            continue
        if not any(_reaches_over(n, start, end) for n in names):
            yield Name(start, end, "document", SURE, 0.0, 0.0, 0.0, SURE)


def _each(characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each document of a list stands: 制定抽查工作细则|和|监管事项清单."""
    for listed in _form(LISTED).finditer(characters, start, end):
        yield start, listed.start("joint")
        start = listed.end("joint")
    yield start, end


def _start(characters: str, parsed: Parsed, names: Sequence[Name], first: int, end: int) -> int:
    """Where the name of the document at ``first:end`` begins: behind a count and behind what only describes it."""
    start = max([first, *(q.end for q in parsed.quantities if first <= q.start and q.end < end)])
    seen = next((n.start for n in names if n.type == "document" and start <= n.start < end == n.end), start)
    described = ATTRIBUTE.match(characters, start, end)
    if described is None:
        return start if QUOTED.fullmatch(characters, start, seen) else seen
    if _form(TITLED).fullmatch(characters, start, end):
        return start
    if _form(DESCRIBES).fullmatch(described["what"]) or not _form(ABOUT).fullmatch(characters, described.end(), end):
        return max(seen, described.end())
    return start if seen == described.end() else seen


def _drawn_up(characters: str, act: Act) -> tuple[int, int] | None:
    """Where the object stands of what an act draws up, or has drawn up: 制定|方案, 研究制定|方案, 推动出台|办法."""
    after = act.verb_end
    if relation_of(characters[act.verb : after]) != "issues":
        following = characters[after : after + LENGTH]
        if relation_of(following) != "issues" or following == RESULTS:
            return None
        after += LENGTH
    forms = (f"{NAMED})等?", f"{TITLED})", BESIDE)
    found = (_form(f"{AGAIN}(?P<thing>{form}").fullmatch(characters, after, act.end) for form in forms)
    return next((match.span("thing") for match in found if match), None)


def _made_to_draw_up(characters: str, act: Act) -> tuple[int, int] | None:
    """Where the object stands of what others are made to draw up: 指导各县|制定|河道治理方案."""
    verb = _last_issuing().match(characters, act.verb_end, act.end)
    found = verb and _form(f"{AGAIN}(?P<thing>{NAMED})等?").fullmatch(characters, verb.end(), act.end)
    return found.span("thing") if found else None


def _handled(characters: str, act: Act) -> tuple[int, int] | None:
    """Where the object stands that names a document whatever is done with it."""
    found = _form(HANDLED).fullmatch(characters, act.verb, act.end)
    return found.span("thing") if found else None


@cache
def _last_issuing() -> re.Pattern[str]:
    """Up to the last predicate in an object that issues a document."""
    return re.compile(rf".*(?:{either(verb for verb in predicates('issues') if verb != RESULTS)})")


def _taking_in(characters: str, act: Act, names: Sequence[Name]) -> tuple[int, int] | None:
    """Where the plan or list stands that an act puts something into, unless the reader saw a programme there."""
    if characters[act.verb : act.verb_end] not in group_of("drafted-words", "taking"):
        return None
    found = _form(INTO).fullmatch(characters, act.verb_end, act.end)
    if found is None or any(n.end == found.end("thing") and n.type != "document" for n in names):
        return None
    return found.span("thing")


def _issued_by(characters: str, parsed: Parsed, act: Act) -> tuple[int, int] | None:
    """Where it stands in front of the body that draws it up: 河道管理办法|由市水利局制定."""
    verbs = (characters[act.verb : act.verb_end], characters[act.verb_end : act.verb_end + LENGTH])
    if not any(relation_of(verb) == "issues" for verb in verbs):
        return None
    found = _form(BY_WHOM).search(characters, parsed.sentence.start, act.verb)
    return found.span("thing") if found else None


def _reaches_over(name: Name, start: int, end: int) -> bool:
    """Whether a name begins before what is drafted and ends in it, or begins in it and goes on."""
    return name.start < start < name.end or name.start < end < name.end
