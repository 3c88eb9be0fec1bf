"""The vocabulary as constants, and how IRIs are made.

Terms are N-Triples tokens (``<https://…>``), ready to be written. Our own are defined in ``ontology/reform.ttl``;
names of things are built by `iri` from parts that the text gives (RFC 3987, section 2.2).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from kg.errors import UsageMistake

ONTOLOGY_VERSION = "0.5.0"
"""``owl:versionInfo`` of ``ontology/reform.ttl``."""

DEFAULT_BASE = "https://w3id.org/reformkg/"
ONTOLOGY = DEFAULT_BASE + "ontology"

PREFIXES: dict[str, str] = {
    "kg": ONTOLOGY + "#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sosa": "http://www.w3.org/ns/sosa/",
    "unit": "http://qudt.org/vocab/unit/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def term(name: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """The N-Triples token of a prefixed name: ``kg:verb`` → ``<https://w3id.org/reformkg/ontology#verb>``."""
    prefix, _, local = name.partition(":")
    return f"<{prefixes[prefix]}{local}>"


TYPE = term("rdf:type")
SUBJECT, PREDICATE, OBJECT_OF = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
LABEL, PREF_LABEL, ALT_LABEL = term("rdfs:label"), term("skos:prefLabel"), term("skos:altLabel")
NOTATION = term("skos:notation")

REPORT, SECTION, SENTENCE = term("kg:Report"), term("kg:Section"), term("kg:Sentence")
MEASURE, RESPONSIBILITY = term("kg:Measure"), term("kg:Responsibility")
OUTCOME, FIGURE = term("kg:Outcome"), term("kg:Figure")
EVIDENCE, MENTION, STATEMENT = term("kg:Evidence"), term("kg:Mention"), term("kg:Statement")
PLACE, POLICY_DOCUMENT, BODY, BODY_GROUP = (
    term("kg:Place"),
    term("kg:PolicyDocument"),
    term("kg:Body"),
    term("kg:BodyGroup"),
)
POSITION_SELECTOR, QUOTE_SELECTOR = term("oa:TextPositionSelector"), term("oa:TextQuoteSelector")

TITLE, IDENTIFIER, ISSUED = term("dcterms:title"), term("dcterms:identifier"), term("dcterms:issued")
CREATOR, SPATIAL, SOURCE, IS_PART_OF = (
    term("dcterms:creator"),
    term("dcterms:spatial"),
    term("dcterms:source"),
    term("dcterms:isPartOf"),
)
ADDRESSEE, RESPONDS_TO = term("kg:addressee"), term("kg:respondsTo")
TEXT, DIGEST, ENGINE = term("kg:text"), term("kg:digest"), term("kg:engine")
NUMBER, LEVEL, POSITION = term("kg:number"), term("kg:level"), term("kg:position")
HAS_EVIDENCE, IN_SENTENCE, IN_SECTION = term("kg:evidence"), term("kg:inSentence"), term("kg:inSection")
START, END, EXACT = term("oa:start"), term("oa:end"), term("oa:exact")
VERB, OBJECT, STATUS, REPORTED_IN = term("kg:verb"), term("kg:object"), term("kg:status"), term("kg:reportedIn")
HAS_RESPONSIBILITY, AGENT, HAD_ROLE, BASIS = (
    term("kg:responsibility"),
    term("prov:agent"),
    term("prov:hadRole"),
    term("kg:basis"),
)
HAS_OUTCOME, HAS_RESULT, AS_OF, AS_OF_EVIDENCE = (
    term("kg:hasOutcome"),
    term("sosa:hasResult"),
    term("kg:asOf"),
    term("kg:asOfEvidence"),
)
VALUE, UNIT, HAS_UNIT, COUNTED = term("qudt:numericValue"), term("kg:unit"), term("qudt:hasUnit"), term("kg:counted")
MODIFIER, LOWER, UPPER = term("kg:modifier"), term("kg:lowerBound"), term("kg:upperBound")
CHANGE, CHANGE_EVIDENCE = term("kg:change"), term("kg:changeEvidence")
DUE, DUE_EVIDENCE = term("kg:due"), term("kg:dueEvidence")
REGISTERED, NAME_BASIS, STREET_COUNT = term("kg:registered"), term("kg:nameBasis"), term("kg:streetCount")
SCORE, ACTION, DOCUMENT_KIND, READ_BY = term("kg:score"), term("kg:action"), term("kg:documentKind"), term("kg:readBy")
INFERENCE, PREMISE, BY_RULE, HAS_PREMISE = map(term, ("kg:Inference", "kg:Premise", "kg:byRule", "kg:hasPremise"))
SITE_OF, SUB_BODY_OF, SUCCEEDED_BY = map(term, ("kg:siteOf", "kg:subBodyOf", "kg:succeededBy"))
MENTIONS, GROUP_COUNT = term("kg:mentions"), term("kg:groupCount")

CLASS_OF = {
    "organisation": BODY,
    "site": term("kg:Site"),
    "system": term("kg:System"),
    "programme": term("kg:Programme"),
    "document": POLICY_DOCUMENT,
    "event": term("kg:Event"),
    "place": PLACE,
}
"""Class of a thing by the entity type of `kg.facts`."""

FOLDER_OF = {kind: ("body" if kind == "organisation" else kind) for kind in CLASS_OF}
"""Path segment of a thing's IRI by its entity type."""

READER_OF_BASIS = {"explicit": "subject", "inherited": "governing", "issuer": "issuer"}
"""Local name of the reader (``kg:reader-…``) that finds a body, by how the body is known."""

RELATION = {r: term(f"kg:{r}") for r in ("establishes", "issues", "uses", "basedOn", "deliveredAt")}
FLAT_BODY = {"lead": term("kg:leadBody"), "partner": term("kg:partnerBody")}

# ucschar of RFC 3987 as far as the first planes go; the private use areas and non-characters are left out.
_NOT_IN_SEGMENT = re.compile(
    r"[^A-Za-z0-9._~!$&()*+,;=:@\-"
    "\u00a0-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`?#]+#?")


@lru_cache(maxsize=65536)
def segment(part: str) -> str:
    """A path segment of an IRI: what RFC 3987 does not allow in one is percent-encoded as UTF-8."""
    if part in (".", ".."):
        return part.replace(".", "%2E")
    return _NOT_IN_SEGMENT.sub(lambda m: quote(m.group(), safe=""), part)


def base() -> str:
    """Where the IRIs of things begin: ``KG_BASE``, else `DEFAULT_BASE`; always with an end slash or hash.

    Raises UsageMistake where ``KG_BASE`` is no absolute IRI.
    """
    given = os.environ.get("KG_BASE") or DEFAULT_BASE
    if not _ABSOLUTE.fullmatch(given):
        raise UsageMistake("base-not-iri", base=given)
    return given if given.endswith(("/", "#")) else given + "/"


def path(*parts: str) -> str:
    """The IRI of a thing as plain text, from the base, ``id`` and the parts."""
    return "/".join((base() + "id", *map(segment, parts)))


def compact(iri: str) -> str:
    """The prefixed name of a term, or the IRI as it is."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return iri


@lru_cache(maxsize=256)
def local_name(iri: str | None) -> str:
    """What a code or relation of the ontology is called: kg:role-lead → lead, kg:uses → uses; '' for none."""
    name = (iri or "").rpartition("#")[2]
    return name.partition("-")[2] or name
