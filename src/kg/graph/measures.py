"""Quads of the measures: who did it and how we know, what it set up or used, what came of it."""

from __future__ import annotations

from decimal import Decimal

from kg.facts import Agent, Facts, Measure, Outcome, Quantity
from kg.graph import terms as t
from kg.graph.concepts import action_of
from kg.graph.frame import Frame
from kg.graph.lines import Graph, chinese, day, decimal, in_one_line, plain
from kg.graph.names import Names


def write_measures(facts: Facts, names: Names, graph: Graph, frame: Frame) -> None:
    """All measures of the report."""
    sections = [names.span("section", s.start, s.end) for s in facts.sections]
    for m in facts.measures:
        iri, verb = names.measure(m), in_one_line(m.verb)
        sentence = facts.sentences[m.sentence]
        graph.add(iri, t.TYPE, t.MEASURE)
        graph.add(iri, t.LABEL, chinese(in_one_line(m.text)))
        graph.add(iri, t.VERB, plain(verb))
        graph.add(iri, t.OBJECT, plain(m.object))
        graph.add(iri, t.STATUS, t.term(f"kg:status-{m.status}"))
        graph.add(iri, t.SCORE, _score(m.score))
        frame.read_by(iri, "model")
        if action := action_of(verb):
            graph.add(iri, t.ACTION, t.term(f"kg:action-{action}"))
        graph.link(iri, t.REPORTED_IN, names.report)
        graph.link(iri, t.IN_SENTENCE, names.span("sentence", sentence.start, sentence.end))
        if sentence.section is not None:
            graph.link(iri, t.IN_SECTION, sections[sentence.section])
        graph.link(iri, t.HAS_EVIDENCE, frame.evidence(m.start, m.end))
        if m.due:
            graph.add(iri, t.DUE, day(m.due.as_of))
            graph.link(iri, t.DUE_EVIDENCE, frame.evidence(m.due.start, m.due.end))
            frame.read_by(iri, "date")
        for agent in m.agents:
            _responsibility(m, agent, names, graph, frame)
        for r in m.references:
            thing = frame.thing(r.type, r.name)
            graph.link(iri, t.RELATION[r.relation], thing)
            said = names.part("statement", m, r.relation, r.type, r.name)
            frame.statement(said, (iri, t.RELATION[r.relation], f"<{thing}>"), r.quote.start, r.quote.end, "relation")
        for o in m.outcomes:
            _outcome(m, o, names, graph, frame)


def _responsibility(m: Measure, agent: Agent, names: Names, graph: Graph, frame: Frame) -> None:
    """Where nobody is said, the signature is the evidence (the signatory answers), else the measure itself."""
    iri = names.part("responsibility", m, agent.role, agent.name)
    body = frame.thing("organisation", agent.name)
    graph.add(iri, t.TYPE, t.RESPONSIBILITY)
    graph.link(names.measure(m), t.HAS_RESPONSIBILITY, iri)
    graph.link(names.measure(m), t.FLAT_BODY[agent.role], body)
    graph.link(iri, t.AGENT, body)
    graph.add(iri, t.HAD_ROLE, t.term(f"kg:role-{agent.role}"))
    graph.add(iri, t.BASIS, t.term(f"kg:basis-{agent.basis}"))
    graph.add(iri, t.SCORE, _score(agent.score))
    frame.read_by(iri, t.READER_OF_BASIS[agent.basis])
    signed = frame.signed(agent.name)
    said = agent.quote or (signed.quote if signed else None)
    start, end = (said.start, said.end) if said else (m.start, m.end)
    graph.link(iri, t.HAS_EVIDENCE, frame.evidence(start, end))


def _outcome(m: Measure, o: Outcome, names: Names, graph: Graph, frame: Frame) -> None:
    iri = names.part("outcome", m, f"{o.start}-{o.end}")
    figure = frame.figure(Quantity(o.start, o.end, o.text, o.value, o.unit, o.modifier, o.counted))
    graph.add(iri, t.TYPE, t.OUTCOME)
    graph.link(names.measure(m), t.HAS_OUTCOME, iri)
    graph.add(iri, t.LABEL, chinese(in_one_line(o.wording)))
    graph.add(iri, t.SCORE, _score(o.score))
    frame.read_by(iri, "model")
    if o.counted:
        graph.add(iri, t.COUNTED, plain(o.counted))
    if o.change:
        graph.add(iri, t.CHANGE, t.term(f"kg:change-{o.change.direction}"))
        graph.link(iri, t.CHANGE_EVIDENCE, frame.evidence(o.change.quote.start, o.change.quote.end))
    graph.link(iri, t.HAS_RESULT, figure)
    graph.link(iri, t.HAS_EVIDENCE, frame.evidence(o.start, o.end))
    if o.as_of:
        graph.add(iri, t.AS_OF, day(o.as_of))
        if o.as_of_quote:
            q = o.as_of_quote
            graph.link(iri, t.AS_OF_EVIDENCE, frame.evidence(q.start, q.end))
            frame.read_by(iri, "date")


def _score(value: float) -> str:
    """Two decimals."""
    return decimal(Decimal(f"{value:.2f}"))
