"""Clauses → predicates: which verb of a clause states an act, what stands before it, and where its object ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.lexicon import verb_group, words
from kg.facts import Entity
from kg.language.parsed import Clause, Parsed, Token
from kg.resources import rows

PREPOSITIONS = {row[0]: row[1] for row in rows("seeds/lexicon/governing.tsv")}
SKIPPED = frozenset({"d", "c", "ad", "vd", "r", "TIME", "t", "u", "xc", "f"})
"""Parts of speech that may stand before a predicate: adverbs, conjunctions, times."""
BEFORE_VERB = frozenset({"共", "共计", "累计", "合计", "总计", "将"})
"""Adverbs where a predicate follows: words that add up counts, and 将 of the future."""
BEFORE_NOUN = frozenset({"的", "地"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with its object in one clause. ``start:end`` is the measure's span."""

    clause: Clause
    clause_start: int
    """Where the words that belong to it begin: its clause, or the adverbial clauses before it too."""
    start: int
    end: int
    verb: str
    verb_start: int
    object: str
    group: str
    subject: tuple[int, int] | None
    """The stretch before the predicate that may hold its subject."""
    lead_in: tuple[str, ...]
    """The words of its clause before the predicate, which tell its status."""


def predicates(characters: str, parsed: Parsed, names: Sequence[Entity]) -> tuple[Predicate, ...]:
    """The predicates of a sentence in order; words inside ``names`` are none.

    Clauses without one belong to the predicate after them, or continue the one before where they hold a count.
    """
    found: list[Predicate] = []
    waiting: int | None = None
    words_ = _joined(parsed.tokens, names)
    for clause in parsed.clauses:
        tokens = [t for t in words_ if clause.start <= t.start and t.end <= clause.end]
        start = clause.start if waiting is None else waiting
        read = [p for part in _split(tokens) if (p := _read(characters, clause, start, part))]
        if not read and any(clause.start <= q.start and q.end == clause.end for q in parsed.quantities):
            read = [Predicate(clause, start, clause.start, clause.end, "", clause.start, "", "count", None, ())]
        found += read
        waiting = None if read else start
    return tuple(found)


def _joined(tokens: Sequence[Token], names: Sequence[Entity]) -> list[Token]:
    """The words with each name as one, and two neighbours as one where the lexicon has them (新|设)."""
    joined: list[Token] = []
    for token in tokens:
        name = next((n for n in names if n.start <= token.start and token.end <= n.end), None)
        last = joined[-1] if joined else None
        if name is not None:
            if last is None or last.start != name.start:
                joined.append(Token(name.start, name.end, name.text, "ORG" if name.type == "organisation" else "nz"))
        elif (
            last is not None and last.end == token.start and len(last.text) == 1 and verb_group(last.text + token.text)
        ):
            joined[-1] = Token(last.start, token.end, last.text + token.text, "v")
        else:
            joined.append(token)
    return joined


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    """A clause's words, cut before 并, 并且, 以及 where a predicate follows."""
    parts: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.text in ("并", "并且", "且") and following and parts[-1] and _is_verb(following, None):
            parts.append([])
        parts[-1].append(token)
    return parts


def _is_verb(token: Token, following: Token | None) -> bool:
    group = verb_group(token.text)
    if token.pos == "v":
        return group is not None or len(token.text) > 1
    return (
        token.pos in ("vn", "n", "a")
        and group in ("act", "trend")
        and (following is None or following.text not in BEFORE_NOUN)
    )


def _read(characters: str, clause: Clause, clause_start: int, tokens: Sequence[Token]) -> Predicate | None:
    """The predicate of one clause or part of a clause."""
    if not tokens or "如下" in characters[tokens[0].start : tokens[-1].end]:
        return None
    at, front, subject_end = 0, None, None
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.text in BEFORE_VERB and following is not None and _is_verb(following, None):
            at += 1
            continue
        if PREPOSITIONS.get(token.text) and token.pos in ("p", "d", "v", "c") and following is not None:
            kind = PREPOSITIONS[token.text]
            if kind == "aim" or (token.text == "为" and _is_verb(following, None)):
                return None
            if kind == "fronted" and front is None:
                front = token.start
            if subject_end is None:
                subject_end = token.start
            head = _head_after(tokens, at + 1, kind)
            if head is None:
                return None
            at = head
            continue
        if _is_verb(token, following) and not _modifies(tokens, at):
            break
        at += 1
    else:
        return None
    verb = tokens[at]
    group = verb_group(verb.text) or "other"
    if group == "light":
        content = next(
            (t for t in tokens[at + 1 :] if t.pos in ("v", "vn", "n") and t.text not in ("了", "集中")), None
        )
        if content is None:
            return None
        verb, group = content, "act"
    end = _object_end(characters, _stop(tokens, at).end, verb.end)
    first = front if front is not None else tokens[at].start
    if end == verb.end and front is None and at > 0 and any(t.pos == "m" for t in tokens[:at]):
        # 171件意见建议全部落实: what was done stands before its predicate
        first = tokens[0].start
    target = (
        characters[verb.end : end].lstrip("了")
        if front is None or end > verb.end + 1
        else characters[front + 1 : verb.start]
    )
    lead = tuple(t.text for t in tokens if t.start < verb.start)
    before = subject_end if subject_end is not None else tokens[at].start
    subject = (tokens[0].start, before) if before > tokens[0].start else None
    return Predicate(
        clause,
        clause_start,
        first,
        end,
        verb.text[:2] if len(verb.text) == 4 else verb.text,
        verb.start,
        target,
        group,
        subject,
        lead,
    )


def _stop(tokens: Sequence[Token], at: int) -> Token:
    """The last word of the object: a name right after the predicate ends it where another act follows it."""
    for index in range(at + 1, min(at + 3, len(tokens) - 1)):
        token, following = tokens[index], tokens[index + 1]
        if token.pos in ("ORG", "nz") and following.pos == "v" and verb_group(following.text) == "act":
            return token
    return tokens[-1]


def _head_after(tokens: Sequence[Token], at: int, kind: str) -> int | None:
    """The predicate behind a preposition's phrase: the last verb for 将/把, else the first after its noun."""
    verbs = [
        i
        for i in range(at + 1, len(tokens))
        if _is_verb(tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None)
        and verb_group(tokens[i].text) in ("act", "trend", "light", "result", None)
        and not _modifies(tokens, i)
        and tokens[i - 1].pos in ("n", "nz", "w", "ORG", "LOC", "u", "vn", "d", "ad", "m", "f", "a", "s")
    ]
    known = [i for i in verbs if verb_group(tokens[i].text) is not None and tokens[i].pos in ("v", "vn")]
    if not known:
        return verbs[0] if verbs else None
    strong = [i for i in known if tokens[i].pos == "v"] or known
    return strong[-1] if kind == "fronted" and tokens[at - 1].text in ("将", "把") else strong[0]


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """A verb right before 的, or inside a noun phrase, is no predicate."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.text in BEFORE_NOUN


def _object_end(characters: str, end: int, least: int) -> int:
    """The end of the object: without blanks and closing brackets of notes."""
    while end > least and characters[end - 1] in " \u3000,，;；。:：":
        end -= 1
    return end


def status(predicate: Predicate, planned: bool) -> str:
    """``planned``, ``ongoing`` or ``done`` by the words before the predicate (guidelines, *Measures*)."""
    lead = predicate.lead_in
    if planned or any(word in words("planned") for word in lead):
        return "planned"
    if predicate.verb in words("ongoing") or any(word in words("ongoing") for word in lead):
        return "ongoing"
    return "done"
