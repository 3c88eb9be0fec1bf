"""Who offers which service where, in the terms of the EU's core vocabularies for public administration.

Organisations by the Core Public Organisation Vocabulary (CPOV 2.1.2), services, channels and legal resources by the
Core Public Service Vocabulary Application Profile (CPSV-AP 3.2.0), so that a catalogue of services can load them.
``ontology/profiles/cpsv-ap.ttl`` has the constraints that the result meets. Things keep their IRIs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.export import turtle_headed
from kg.graph.lines import chinese, plain
from kg.graph.store import Store

PREFIXES: dict[str, str] = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcterms": t.PREFIXES["dcterms"],
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "skos": t.PREFIXES["skos"],
}


_term = partial(t.term, prefixes=PREFIXES)
_PUBLIC_ORGANISATION, _ORGANISATION = _term("cv:PublicOrganisation"), _term("org:Organization")
_SERVICE, _CHANNEL, _LEGAL_RESOURCE = _term("cpsv:PublicService"), _term("cv:Channel"), _term("eli:LegalResource")
_LOCATION, _DESCRIPTION = _term("dcterms:Location"), _term("dcterms:description")
_AUTHORITY, _HAS_CHANNEL, _HAS_LEGAL_RESOURCE, _OWNED_BY = (
    _term("cv:hasCompetentAuthority"),
    _term("cv:hasChannel"),
    _term("cv:hasLegalResource"),
    _term("cv:ownedBy"),
)

_BODIES = "SELECT DISTINCT ?x ?name WHERE { ?x a kg:Body ; skos:prefLabel ?name }"
_SITES = "SELECT DISTINCT ?x ?name WHERE { ?x a kg:Site ; skos:prefLabel ?name }"
_PUBLIC = """
SELECT DISTINCT ?x ?name WHERE {
  { ?x kg:registered true } UNION { ?r dcterms:creator ?x } UNION { ?s kg:siteOf ?x }
  ?x a kg:Body ; skos:prefLabel ?name
}"""

# A count that touches the name of what is set up (建成102个“美丽街区”) counts that thing and not whom it served.
_SERVING = """
SELECT DISTINCT ?x ?name ?m ?label ?r ?start WHERE {
  VALUES ?class { kg:System kg:Programme }
  VALUES ?link { kg:uses kg:establishes kg:deliveredAt }
  ?m a kg:Measure ; ?link ?x ; rdfs:label ?label ; kg:status ?status ; kg:reportedIn ?r ; kg:evidence ?e .
  ?e oa:start ?start ; oa:end ?end .
  ?x a ?class ; skos:prefLabel ?name .
  ?said rdf:subject ?m ; rdf:predicate ?link ; rdf:object ?x ; kg:evidence ?n .
  ?n oa:start ?from ; oa:end ?to .
  FILTER(?status != kg:status-planned)
  FILTER(?class = kg:System || (?start <= ?from && ?to <= ?end))
  FILTER(
    EXISTS { ?m kg:action ?a . FILTER(?a IN (kg:action-serve, kg:action-open, kg:action-simplify)) }
    || EXISTS { ?m kg:deliveredAt|kg:establishes ?site . ?site a kg:Site }
    || (
      ?link = kg:establishes && EXISTS { ?m kg:hasOutcome ?o }
      && NOT EXISTS {
        ?m kg:hasOutcome/kg:evidence ?c . ?c oa:start ?c1 ; oa:end ?c2 . FILTER(?c1 = ?to || ?c2 = ?from)
      }
    )
  )
}"""

_KNOWN_LEADS = "?x kg:responsibility ?r . ?r prov:hadRole kg:role-lead ; prov:agent ?y ; kg:basis ?b . "
_KNOWN_LEADS += "FILTER(?b IN (kg:basis-explicit, kg:basis-inherited))"
_ISSUERS = "?x kg:responsibility ?r . ?r prov:hadRole kg:role-lead ; prov:agent ?y ; kg:basis kg:basis-issuer"


@dataclass(frozen=True, slots=True)
class _Service:
    """A thing that serves, with IRIs of what it is linked to."""

    iri: str
    name: str
    description: str
    authorities: set[str]
    sites: set[str]
    documents: set[str]


def write_services(store: Store, out: BinaryIO) -> None:
    """Writes organisations, channels, services and what they rest on as Turtle, the same bytes for the same content.

    **Organisations** (``cv:PublicOrganisation``) are bodies that the register knows, that sign a report, own a site or
    are a service's competent authority. The others are left out, since a body may be a company or an association
    (``kg:Body``). They have one other name, the longest: CPOV allows one a language.

    **Channels** (``cv:Channel``) are sites; their owner is told where the graph has ``kg:siteOf``, which ``kg reason``
    adds.

    **Services** (``cpsv:PublicService``) are systems and programmes that serve: that a measure, done or under way,
    uses, establishes or is delivered at, where the measure

    - serves, opens or simplifies something (``kg:action-serve``, ``kg:action-open``, ``kg:action-simplify``), or
    - sets up a site or is delivered at one, or
    - sets up the very system or programme and has outcomes, none of which stands right beside its name.

    A programme must be named within the measure's own words: beside them stand slogans and grounds (“三农”). An outcome
    alone is not enough, since it mostly counts what was built or spent. Planned measures offer nothing yet.

    A service is described by these measures in the text's words. Its competent authorities are the bodies that lead
    them, said in the text or inherited; where no measure has one, those that sign for them. A service without any is
    left out. Legal resources (``eli:LegalResource``) are the policy documents that these measures are based on.

    Whatever only one report can tell apart is left out: a generic thing (各窗口), or a thing without division in a
    report that names no issuer. Identifiers are the IRIs, but the number of a document where it has one.

    What ``out`` raises is passed on.
    """
    lines = sorted(set(_lines(store)))
    parsed = ox.parse("\n".join(lines), format=ox.RdfFormat.N_TRIPLES)
    options: dict[str, Any] = {"prefixes": PREFIXES, "base_iri": t.base() + "id/"}
    written = ox.serialize((q.triple for q in parsed), format=ox.RdfFormat.TURTLE, **options) or b""
    out.write(turtle_headed(written, PREFIXES))


def _lines(store: Store) -> Iterator[str]:
    """The N-Triples lines, in no fixed order, some perhaps twice."""
    shared = _shared(store)
    bodies, sites, public = (
        {iri: name for iri, name in _names(store, query) if shared(iri)} for query in (_BODIES, _SITES, _PUBLIC)
    )
    services = [service for service in _services(store, shared, bodies, sites) if service.authorities]
    authorities = {iri: bodies[iri] for service in services for iri in service.authorities}
    for service in services:
        yield from _service(service)
    yield from _organisations(store, public | authorities)
    yield from _channels(store, sites, public)
    yield from _legal_resources(store, {iri for service in services for iri in service.documents})
    yield from _locations(store, {*public, *authorities, *(service.iri for service in services)})


def _organisations(store: Store, bodies: dict[str, str]) -> Iterator[str]:
    """Each is said to be an organisation too, and has a title too: who loads the file may not infer that a public
    organisation is an organisation, nor that an organisation is an agent, which CPSV-AP wants to have a title."""
    others = _pairs(store, "?x a kg:Body ; skos:altLabel ?y")
    for iri, name in bodies.items():
        yield _line(iri, t.TYPE, _PUBLIC_ORGANISATION)
        yield _line(iri, t.TYPE, _ORGANISATION)
        yield _line(iri, t.IDENTIFIER, plain(iri))
        yield _line(iri, t.TITLE, chinese(name))
        yield _line(iri, t.PREF_LABEL, chinese(name))
        if other := max(others.get(iri, set()) - {name}, key=lambda text: (len(text), text), default=""):
            yield _line(iri, t.ALT_LABEL, chinese(other))


def _channels(store: Store, sites: dict[str, str], public: dict[str, str]) -> Iterator[str]:
    """CPSV-AP gives a channel no title: its name is its description."""
    owners = _within(_pairs(store, "?x kg:siteOf ?y"), public.__contains__)
    for iri, name in sites.items():
        yield _line(iri, t.TYPE, _CHANNEL)
        yield _line(iri, t.IDENTIFIER, plain(iri))
        yield _line(iri, _DESCRIPTION, chinese(name))
        for owner in owners.get(iri, ()):
            yield _line(iri, _OWNED_BY, f"<{owner}>")


def _services(
    store: Store, shared: Callable[[str], bool], bodies: dict[str, str], sites: dict[str, str]
) -> Iterator[_Service]:
    """What serves. Measures come in order of report and place."""
    leads = _within(_pairs(store, _KNOWN_LEADS), bodies.__contains__)
    issuers = _within(_pairs(store, _ISSUERS), bodies.__contains__)
    at = _within(_pairs(store, "?x kg:deliveredAt|kg:establishes ?y . ?y a kg:Site"), sites.__contains__)
    based_on = _within(_pairs(store, "?x kg:basedOn ?y . ?y a kg:PolicyDocument"), shared)
    names: dict[str, str] = {}
    measures: dict[str, dict[str, str]] = {}
    for row in sorted(store.select(_SERVING), key=_place):
        iri = row["x"] or ""
        if shared(iri):
            names[iri] = row["name"] or ""
            measures.setdefault(iri, {})[row["m"] or ""] = row["label"] or ""
    for iri, labels in measures.items():
        yield _Service(
            iri,
            names[iri],
            "；".join(dict.fromkeys(labels.values())),
            _of(leads, labels) or _of(issuers, labels),
            _of(at, labels),
            _of(based_on, labels),
        )


def _place(row: dict[str, str | None]) -> tuple[str, int, str, str]:
    """Report and place in it, then what tells rows of one place apart."""
    return row["r"] or "", int(row["start"] or 0), row["m"] or "", row["name"] or ""


def _service(service: _Service) -> Iterator[str]:
    iri = service.iri
    yield _line(iri, t.TYPE, _SERVICE)
    yield _line(iri, t.IDENTIFIER, plain(iri))
    yield _line(iri, t.TITLE, chinese(service.name))
    yield _line(iri, _DESCRIPTION, chinese(service.description))
    for predicate, values in (
        (_AUTHORITY, service.authorities),
        (_HAS_CHANNEL, service.sites),
        (_HAS_LEGAL_RESOURCE, service.documents),
    ):
        for value in values:
            yield _line(iri, predicate, f"<{value}>")


def _legal_resources(store: Store, documents: set[str]) -> Iterator[str]:
    names = _pairs(store, "?x a kg:PolicyDocument ; skos:prefLabel ?y")
    numbers = _pairs(store, "?x a kg:PolicyDocument ; dcterms:identifier ?y")
    for iri in documents:
        yield _line(iri, t.TYPE, _LEGAL_RESOURCE)
        for name in names.get(iri, ()):
            yield _line(iri, t.TITLE, chinese(name))
        for number in numbers.get(iri, {iri}):
            yield _line(iri, t.IDENTIFIER, plain(number))


def _locations(store: Store, things: set[str]) -> Iterator[str]:
    """Where the things are, and what these places are called."""
    places = _pairs(store, "?x dcterms:spatial ?y . ?y a kg:Place")
    names = _pairs(store, "?x a kg:Place ; skos:prefLabel ?y")
    codes = _pairs(store, "?x a kg:Place ; skos:notation ?y")
    for thing in things:
        for iri in places.get(thing, ()):
            yield _line(thing, t.SPATIAL, f"<{iri}>")
            yield _line(iri, t.TYPE, _LOCATION)
            for code in codes.get(iri, ()):
                yield _line(iri, t.NOTATION, plain(code))
            for name in names.get(iri, ()):
                yield _line(iri, t.PREF_LABEL, chinese(name))


def _shared(store: Store) -> Callable[[str], bool]:
    """False for a thing that stays in its report (`kg.graph.names`): its IRI goes on from the report's key."""
    keys = {report.iri.removeprefix(t.path("report") + "/") for report in store.reports()}
    start = t.path() + "/"
    return lambda iri: iri.removeprefix(start).partition("/")[2].rpartition("/")[0] not in keys


def _names(store: Store, query: str) -> list[tuple[str, str]]:
    """IRI and name of each thing that a query finds, in order."""
    return sorted((row["x"] or "", row["name"] or "") for row in store.select(query))


def _pairs(store: Store, pattern: str) -> dict[str, set[str]]:
    """The ?y of each ?x that a pattern finds."""
    found: dict[str, set[str]] = {}
    for row in store.select(f"SELECT DISTINCT ?x ?y WHERE {{ {pattern} }}"):
        found.setdefault(row["x"] or "", set()).add(row["y"] or "")
    return found


def _within(links: dict[str, set[str]], kept: Callable[[str], bool]) -> dict[str, set[str]]:
    """The links to what is kept."""
    return {iri: {value for value in values if kept(value)} for iri, values in links.items()}


def _of(links: dict[str, set[str]], measures: Iterable[str]) -> set[str]:
    """What any of the measures is linked to."""
    return {value for measure in measures for value in links.get(measure, ())}


def _line(subject: str, predicate: str, value: str) -> str:
    """Subject as a bare IRI, predicate and value as N-Triples tokens."""
    return f"<{subject}> {predicate} {value} ."
