"""Every invariant on every document of the corpus: no crash, every span quotes the text, the same facts twice."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.cli.facts import facts_in_json
from kg.facts import Facts
from kg.pipeline import facts_of
from kg.reading import read


def broken(facts: Facts) -> list[str]:
    """What does not hold in these facts."""
    text, size = facts.characters, len(facts.characters)
    spans = [(e.start, e.end, e.text) for e in facts.entities]
    spans += [(q.start, q.end, q.text) for q in facts.quantities]
    spans += [(d.start, d.end, d.text) for d in facts.days]
    spans += [(s.start, s.end, s.text) for s in facts.sentences]
    spans += [(m.start, m.end, m.text) for m in facts.measures]
    spans += [(o.start, o.end, o.text) for m in facts.measures for o in m.outcomes]
    spans += [(m.due.start, m.due.end, m.due.text) for m in facts.measures if m.due]
    header = facts.header
    fields = (header.title, header.number, header.recipient, header.issuer, header.date, header.responds_to)
    spans += [(f.quote.start, f.quote.end, f.quote.text) for f in fields if f]
    for m in facts.measures:
        quotes = [a.quote for a in m.agents if a.quote] + [r.quote for r in m.references]
        quotes += [o.as_of_quote for o in m.outcomes if o.as_of_quote]
        spans += [(q.start, q.end, q.text) for q in quotes]
        spans.append((m.verb_start, m.verb_start + len(m.verb), m.verb))
    problems = [f"{a}-{b}: {t!r}" for a, b, t in spans if not 0 <= a < b <= size or text[a:b] != t]
    for e in facts.entities:
        if e.text != e.text.strip() or (len(e.text) < 2 and e.type != "place"):
            problems.append(f"no name: {e.text!r}")
    for m in facts.measures:
        home = facts.sentences[m.sentence]
        if not home.start <= m.start <= m.verb_start < m.end <= home.end:
            problems.append(f"measure outside its sentence: {m.text!r}")
        if m.due and (m.status != "planned" or (facts.header.day and m.due.as_of <= facts.header.day)):
            problems.append(f"what is not ahead is due: {m.text!r}")
        scores = [m.score, m.status_score, *(a.score for a in m.agents), *(o.score for o in m.outcomes)]
        if not all(0 <= s <= 1 for s in scores):
            problems.append(f"score of {m.text!r}: {scores}")
    starts = [m.start for m in facts.measures]
    return problems if starts == sorted(starts) else [*problems, "measures out of order"]


def examined(path: Path) -> tuple[str, list[str], str]:
    """Name, what is broken, and a digest of the printed facts."""
    facts = facts_of(read(path))
    return path.name, broken(facts), hashlib.sha256(facts_in_json(facts).encode()).hexdigest()


def test_the_whole_corpus(readings: tuple[list[tuple[str, list[str], str]], list[tuple[str, list[str], str]]]) -> None:
    once, again = readings
    assert len(once) > 400
    assert {name: problems for name, problems, _ in once if problems} == {}
    assert [name for (name, _, a), (other, _, b) in zip(once, again, strict=True) if (name, a) != (other, b)] == []
