"""Make register.ttl and divisions.ttl.gz of seeds/gazetteer from its tables: the register in SKOS and ORG.

usage: python scripts/make_register.py [OUT]
OUT is where the two files go, seeds/gazetteer where it isn't given. Every full name of departments.tsv, party.tsv,
zones.tsv, new-areas.tsv, site-kinds.tsv, central.tsv and successors.tsv has a concept, every field of stems.tsv one for
each organ that is usual, every division one with its code.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from kg.graph.lines import chinese, plain  # noqa: E402
from kg.graph.terms import DEFAULT_BASE, PREFIXES, segment  # noqa: E402
from kg.register import departments  # noqa: E402
from kg.resources import rows  # noqa: E402
from scripts.make_divisions import packed  # noqa: E402

BASE = DEFAULT_BASE + "register/"
SPACES = {name: PREFIXES[name] for name in ("dcterms", "skos", "xsd")} | {"org": "http://www.w3.org/ns/org#"}
SCHEMES = {
    "bodies": ("地方机构", "local bodies", "名称前接行政区划名。", "Names follow the name of a division."),
    "party": (
        "党的地方机构",
        "local bodies of the party",
        "名称前接“中共”和行政区划名。",
        "Names follow 中共 and a division.",
    ),
    "zones": ("功能区", "zones", "功能区及其管理机构。", "Zones and what administers them."),
    "site-kinds": ("服务场所类别", "kinds of sites", "名称前接行政区划名。", "Names follow the name of a division."),
    "national": (
        "全国性系统和项目",
        "national systems and programmes",
        "全国只有一个。",
        "There is one of each in the whole country.",
    ),
    "hotlines": ("政务热线", "hotlines", "名称前接行政区划名。", "Names follow the name of a division."),
    "state": ("中央和国家机构", "bodies of the state", "名称完整。", "Names are whole."),
    "divisions": (
        "行政区划",
        "divisions",
        "省、市、县三级，代码依GB/T 2260。",
        "Down to counties, with GB/T 2260 codes.",
    ),
}
"""Path of each scheme: its name and what its names are, in Chinese and English."""

ORGANS_OF = {"厅": ("厅", "局"), "局": ("局",), "委": ("委",), "办": ("办",), "办公室": ("办公室",)}
"""Last word of a stem's example → the organs that are usual for the field: a province's 厅 is a 局 in cities and
counties; where the example has a 局, 委 or 办, nothing is said of a 厅."""


class Graph(defaultdict[str, dict[str, set[str]]]):
    """Subject → predicate → objects, all as Turtle writes them."""

    def __init__(self) -> None:
        super().__init__(lambda: defaultdict(set))

    def concept(self, kind: str, name: str, scheme: str, file: str) -> str:
        """The concept of this name, which it adds where it is new; the file is added to its sources."""
        subject = f"<{kind}/{segment(name)}>"
        said = self[subject]
        said["a"].add("skos:Concept")
        said["skos:prefLabel"].add(chinese(name))
        said["skos:inScheme"].add(f"<{scheme}>")
        said["dcterms:source"].add(plain(file))
        return subject

    def short(self, subject: str, name: str) -> None:
        """A short name of a concept, where it isn't its full one."""
        if chinese(name) not in self[subject]["skos:prefLabel"]:
            self[subject]["skos:altLabel"].add(chinese(name))

    def scheme(self, name: str) -> None:
        """What a scheme is called and says of its names."""
        zh, en, note_zh, note_en = SCHEMES[name]
        self[f"<{name}>"] |= {
            "a": {"skos:ConceptScheme"},
            "skos:prefLabel": {chinese(zh), plain(en) + "@en"},
            "skos:scopeNote": {chinese(note_zh), plain(note_en) + "@en"},
        }

    def turtle(self, made_from: str) -> str:
        """The graph in Turtle, sorted."""
        blocks = [self._block(subject) for subject in sorted(self)]
        head = [f"# Made by scripts/make_register.py from {made_from}: change it there.", f"@base <{BASE}> ."]
        for name, space in sorted(SPACES.items()):
            if any(f" {name}:" in block or f"^{name}:" in block for block in blocks):
                head.append(f"@prefix {name}: <{space}> .")
        return "\n".join((*head, "", *blocks))

    def _block(self, subject: str) -> str:
        said = [f"{p} {', '.join(sorted(objects))}" for p, objects in sorted(self[subject].items()) if objects]
        return f"{subject} " + " ;\n    ".join(said) + " .\n"


def bodies(graph: Graph) -> None:
    """Standard bodies of departments.tsv and stems.tsv, without their division."""
    for short, full, *_ in rows("seeds/gazetteer/departments.tsv"):
        graph.short(graph.concept("body", full, "bodies", "departments.tsv"), short)
    in_full = {row[0]: row[1] for row in rows("seeds/gazetteer/organs.tsv")}
    for stem, field, example in rows("seeds/gazetteer/stems.tsv"):
        for organ in organs_of(stem, example):
            full = field + in_full.get(organ, "")
            graph.concept("body", full, "bodies", "stems.tsv")
            # a short name that departments.tsv gives to another body stays with that one
            if departments().get(stem + organ, full) == full:
                graph.short(graph.concept("body", full, "bodies", "stems.tsv"), stem + organ)


def organs_of(stem: str, example: str) -> tuple[str, ...]:
    """The organs that a stem's example shows to be usual; none stands behind a stem that is a name already (外办)."""
    if example.endswith(stem):
        return ("",)
    return next(ORGANS_OF[word] for word in sorted(ORGANS_OF, key=len, reverse=True) if example.endswith(word))


def others(graph: Graph) -> None:
    """Bodies of the party and the state, zones, kinds of sites."""
    for short, full, *_ in rows("seeds/gazetteer/party.tsv"):
        graph.short(graph.concept("party", full, "party", "party.tsv"), short)
    for short, full, *_ in rows("seeds/gazetteer/central.tsv"):
        subject = graph.concept("state", full, "state", "central.tsv")
        graph[subject]["a"].add("org:FormalOrganization")
        graph.short(subject, short)
    for name, *_ in rows("seeds/gazetteer/site-kinds.tsv"):
        graph.concept("site-kind", name, "site-kinds", "site-kinds.tsv")
    for name, other, *_ in rows("seeds/gazetteer/national.tsv"):
        graph.short(graph.concept("national", name, "national", "national.tsv"), other)
    for number, name, *_ in rows("seeds/gazetteer/hotlines.tsv"):
        graph.short(graph.concept("hotline", name, "hotlines", "hotlines.tsv"), f"{number}热线")
    for short, full, *_ in rows("seeds/gazetteer/local-groups.tsv"):
        graph.short(graph.concept("body", f"{short}集团", "bodies", "local-groups.tsv"), f"{full}集团")
    listed = [(file, row) for file in ("zones.tsv", "new-areas.tsv") for row in rows(f"seeds/gazetteer/{file}")]
    for file, (name, code, administration, *_) in listed:
        zone = graph.concept("zone", name, "zones", file)
        graph[zone]["dcterms:isPartOf"].add(f"<division/{code}>")
        body = graph.concept("zone", name + administration, "zones", file)
        graph[body]["a"].add("org:FormalOrganization")
        graph[body]["dcterms:spatial"].add(zone)


def successors(graph: Graph) -> None:
    """Who took over from whom; ``dcterms:date`` of the body before is the year in which that happened."""
    for before, after, year, source in rows("seeds/gazetteer/successors.tsv"):
        old, new = (_of_state_or_local(graph, name) for name in (before, after))
        graph[old]["dcterms:isReplacedBy"].add(new)
        graph[old]["dcterms:date"].add(f'"{year}"^^xsd:gYear')
        graph[old]["skos:historyNote"].add(chinese(source))


def _of_state_or_local(graph: Graph, name: str) -> str:
    """The concept that a name of successors.tsv means: a body of the state where central.tsv has it, 中国 aside."""
    state = {row[1] for row in rows("seeds/gazetteer/central.tsv")}
    full = next((full for full in (name, "中国" + name) if full in state), None)
    if full:
        return graph.concept("state", full, "state", "successors.tsv")
    return graph.concept("body", name, "bodies", "successors.tsv")


def register() -> str:
    """The text of register.ttl."""
    graph = Graph()
    bodies(graph)
    others(graph)
    successors(graph)
    for name in SCHEMES:
        if name != "divisions":
            graph.scheme(name)
    return graph.turtle("the tables beside it")


def divisions() -> str:
    """The text inside divisions.ttl.gz: provinces, cities and counties, each below the next that the table has."""
    graph = Graph()
    graph.scheme("divisions")
    names = {row[0]: row[1] for row in rows("seeds/gazetteer/divisions.tsv")}
    for code, name in names.items():
        above = next((c for c in (code[:4] + "00", code[:2] + "0000") if c != code and c in names), None)
        graph[f"<division/{code}>"] |= {
            "a": {"skos:Concept"},
            "skos:prefLabel": {chinese(name)},
            "skos:notation": {plain(code)},
            "skos:inScheme": {"<divisions>"},
            "dcterms:source": {plain("divisions.tsv")},
            **({"skos:broader": {f"<division/{above}>"}} if above else {"skos:topConceptOf": {"<divisions>"}}),
        }
    return graph.turtle("divisions.tsv")


def main() -> None:
    """Write both files."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds" / "gazetteer"
    (out / "register.ttl").write_text(register(), "utf-8")
    (out / "divisions.ttl.gz").write_bytes(packed(divisions()))


if __name__ == "__main__":
    main()
