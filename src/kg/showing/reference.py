"""The reference that is made from the ontology, the shapes and the questions: pages, context, frame, metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kg.asking.questions import Question, questions
from kg.graph.lines import chinese, plain
from kg.graph.ontology import alignment_paths
from kg.graph.shape_files import shapes
from kg.graph.terms import ONTOLOGY_VERSION, PREFIXES, compact
from kg.graph.vocabulary import KINDS, Term, context, terms

_KINDS_ZH = dict(zip(KINDS, ("类", "对象属性", "数据属性", "概念体系", "概念"), strict=True))

FRAME: dict[str, object] = {
    "type": "Measure",
    "inSection": {"@embed": "@always"},
    "responsibility": {"@embed": "@always", "agent": {"@embed": "@always"}},
    "hasOutcome": {"@embed": "@always", "hasResult": {"@embed": "@always"}},
    "evidence": {"@embed": "@always", "inSentence": {"@embed": "@never"}, "source": {"@embed": "@never"}},
    "reportedIn": {"@embed": "@never"},
    "leadBody": {"@embed": "@never"},
    "partnerBody": {"@embed": "@never"},
}
"""One tree a measure (JSON-LD 1.1 Framing)."""


def files() -> dict[str, str]:
    """Path below the project's top → what it must hold."""
    framed = {"@context": context()} | FRAME
    return {
        "ontology/context.jsonld": json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n",
        "ontology/frame.jsonld": json.dumps(framed, ensure_ascii=False, indent=1) + "\n",
        "docs/vocabulary.md": "\n".join(_vocabulary()) + "\n",
        "docs/shapes.md": "\n".join(_shapes()) + "\n",
        "docs/questions.md": "\n".join(_questions()) + "\n",
        "queries/questions.ttl": "\n".join(_executables()) + "\n",
    }


def _vocabulary() -> Iterator[str]:
    yield f"# 词汇 Vocabulary {ONTOLOGY_VERSION}"
    yield ""
    yield "Made from `ontology/` by `make docs`; terms are `kg:` = `" + PREFIXES["kg"] + "`."
    yield f"Alignments: {', '.join(f'`{path.stem}`' for path in alignment_paths())} in `ontology/alignments/`."
    members: dict[str, list[Term]] = {}
    for term in terms():
        if term.kind == "concept":
            scheme = next(parent for parent in term.parents if parent.startswith("kg:scheme-"))
            members.setdefault(scheme.removeprefix("kg:"), []).append(term)
    for kind in KINDS[:-1]:
        yield from ("", f"## {_KINDS_ZH[kind]} {kind.capitalize()}")
        for term in (one for one in terms() if one.kind == kind):
            yield from _term(term)
            for concept in members.get(term.name, ()):
                yield from _concept(concept)


def _term(term: Term) -> Iterator[str]:
    yield from ("", f"### {term.name}", "", f"**{term.label[0]}** · {term.label[1]}", "")
    if term.definition[0]:
        yield from (f"{term.definition[0]} {term.definition[1]}", "", f"例 example: {term.example}")
    facts = (
        ("上位 wider", term.parents),
        ("主体 domain", term.domain),
        ("取值 range", term.range),
        ("逆 inverse", (term.inverse,) if term.inverse else ()),
        ("对应 aligned", tuple(f"{compact(how)} `{compact(name)}`" for how, name in term.aligned)),
    )
    said = [f"{name}: {', '.join(map(_code, values))}" for name, values in facts if values]
    if said:
        yield from ("", " · ".join(said))


def _code(value: str) -> str:
    return value if "`" in value else f"`{value}`"


def _concept(term: Term) -> Iterator[str]:
    zh, en = term.definition
    yield f"- `{term.name}` **{term.label[0]}** {term.label[1]}: {zh} {en}（{term.example}）"


def _shapes() -> Iterator[str]:
    yield "# 校验规则 Shapes"
    yield ""
    yield "Made from `shapes/` by `make docs`."
    yield "*Integrity*: the graph is broken and must be made again (`kg build --again`)."
    yield "*Accountability*: the report leaves a gap; `{?measure}` stands for its name."
    for kind in ("integrity", "accountability"):
        yield from (
            "",
            f"## {kind.capitalize()}",
            "",
            "| shape | severity | 发现 finding | 如何处理 what to do |",
            "|---|---|---|---|",
        )
        for shape in (one for one in shapes() if one.kind == kind):
            yield f"| `{shape.name}` | {shape.severity} | {_both(shape.message)} | {_both(shape.remedy)} |"


def _both(pair: tuple[str, str]) -> str:
    return "<br>".join(part.replace("|", "\\|") for part in pair if part)


def _questions() -> Iterator[str]:
    yield "# 可问的问题 Questions"
    yield ""
    yield "Made from `queries/` by `make docs`. Ask with `kg query NAME -p PARAMETER=VALUE`."
    for tag in sorted({question.tags[0] for question in questions()}):
        yield from ("", f"## {tag}")
        for question in (one for one in questions() if one.tags[0] == tag):
            yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield from ("", f"### {question.name}", "", f"{question.zh} {question.en}", "")
    for p in question.parameters:
        default = f", 默认 default `{p.default}`" if p.default else ""
        yield f"- `{p.name}` ({p.type}{default}): {p.zh}; {p.en}"
    yield f"- 列 columns: {', '.join(f'`{name}`' for name in question.columns)}"


def _executables() -> Iterator[str]:
    """The questions as SHACL's executables (SHACL Advanced Features, 5), as the SIB SPARQL examples use it."""
    yield "# The named questions as SHACL knows them. Made from the headers of the .rq files by `make docs`."
    prefixes = ("sh", "rdfs", "xsd", "dcterms")
    yield from (f"@prefix {p}: <{PREFIXES[p]}> ." for p in prefixes)
    yield "@prefix schema: <https://schema.org/> ."
    for question in questions():
        iri = f"<https://w3id.org/reformkg/queries/{question.name}>"
        keywords = ", ".join(plain(tag) for tag in question.tags)
        yield from ("", f"{iri} a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;")
        yield f"    rdfs:label {chinese(question.zh)}, {plain(question.en)}@en ;"
        yield f"    schema:keywords {keywords} ;"
        for p in question.parameters:
            yield from _parameter(p.name, p.type, p.default, p.zh, p.en)
        yield f"    sh:select {plain(question.sparql)} ."


def _parameter(name: str, kind: str, default: str | None, zh: str, en: str) -> Iterable[str]:
    of = "string" if kind == "words" else kind  # words are a string whose spaces stand for any others
    datatype = "sh:nodeKind sh:IRI" if kind == "iri" else f"sh:datatype xsd:{of}"
    optional = f" ; sh:optional true ; sh:defaultValue {plain(default)}" if default is not None else ""
    yield (
        f"    sh:parameter [ sh:path <https://w3id.org/reformkg/queries#{name}> ; {datatype} ;"
        f" sh:name {chinese(zh)}, {plain(en)}@en{optional} ] ;"
    )
