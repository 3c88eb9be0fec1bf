"""The register as RDF, made from the tables of seeds/gazetteer."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, SKOS, XSD, BNode, Graph, Literal, URIRef

from kg.register import departments
from kg.register.divisions import by_code
from kg.resources import folder, rows
from scripts import make_divisions, make_register

BASE = "https://w3id.org/reformkg/register/"
GAZETTEER = folder("seeds") / "gazetteer"
FORMAL = URIRef("http://www.w3.org/ns/org#FormalOrganization")


@pytest.fixture(scope="module")
def register() -> Graph:
    return Graph().parse(GAZETTEER / "register.ttl", format="turtle")


@pytest.fixture(scope="module")
def divisions() -> Graph:
    return Graph().parse(data=gzip.decompress((GAZETTEER / "divisions.ttl.gz").read_bytes()), format="turtle")


def the(path: str) -> URIRef:
    return URIRef(BASE + path)


def labels(graph: Graph, path: str) -> tuple[str, list[str]]:
    """Full name and short names of a concept."""
    assert (the(path), RDF.type, SKOS.Concept) in graph, path
    full = [str(o) for o in graph.objects(the(path), SKOS.prefLabel)]
    assert len(full) == 1
    return full[0], sorted(str(o) for o in graph.objects(the(path), SKOS.altLabel))


def sources(graph: Graph, path: str) -> set[str]:
    return {str(o) for o in graph.objects(the(path), DCTERMS.source)}


@pytest.mark.parametrize(
    ("path", "full", "short"),
    [
        ("body/市场监督管理局", "市场监督管理局", ["市场监管局", "市监局"]),
        ("body/人力资源和社会保障厅", "人力资源和社会保障厅", ["人力资源社会保障厅", "人社厅"]),
        ("body/卫生健康委员会", "卫生健康委员会", ["卫健委", "卫生健康委"]),
        ("body/大数据管理局", "大数据管理局", ["大数据局"]),
        ("body/大数据发展管理局", "大数据发展管理局", []),
        ("party/委政法委员会", "委政法委员会", ["委政法委"]),
        ("state/国家发展和改革委员会", "国家发展和改革委员会", ["发展改革委", "国家发展改革委", "国家发改委"]),
        ("zone/平潭综合实验区", "平潭综合实验区", []),
        ("site-kind/政务服务中心", "政务服务中心", []),
    ],
)
def test_a_concept_has_its_full_name_and_its_short_ones(
    register: Graph, path: str, full: str, short: list[str]
) -> None:
    assert labels(register, path) == (full, short)


@pytest.mark.parametrize(
    ("table", "kind"), [("departments", "body"), ("party", "party"), ("central", "state"), ("site-kinds", "site-kind")]
)
def test_each_row_has_its_concept(register: Graph, table: str, kind: str) -> None:
    for row in rows(f"seeds/gazetteer/{table}.tsv"):
        short, full = (row[0], row[0] if kind == "site-kind" else row[1])
        pref, alt = labels(register, f"{kind}/{full}")
        assert pref == full
        assert short == full or short in alt
        assert f"{table}.tsv" in sources(register, f"{kind}/{full}")


def test_national_things_hotlines_and_local_groups_are_there(register: Graph) -> None:
    assert labels(register, "national/国家企业信用信息公示系统")[1] == ["国家企业信用信息公示平台"]
    assert labels(register, "hotline/12345政务服务便民热线")[1] == ["12345热线"]
    assert labels(register, "body/城投集团")[1] == ["城市建设投资集团"]


def test_each_field_of_government_has_the_organ_of_its_example(register: Graph) -> None:
    said = {str(label) for label in register.objects(None, SKOS.prefLabel)}
    for stem, field, example in rows("seeds/gazetteer/stems.tsv"):
        organ = {"局": "局", "厅": "厅", "委": "委员会"}.get(example[-1])
        full = field + organ if organ else departments()[example[1:]].removeprefix("人民政府")
        assert full in said, stem
        assert "stems.tsv" in sources(register, f"body/{full}")
        if organ == "厅":
            assert "stems.tsv" in sources(register, f"body/{field}局")


@pytest.mark.parametrize("name", ["教育办公室", "林业厅", "市场监督管理厅", "教育体育厅", "外事办公室局", "公安委员会"])
def test_what_is_not_usual_is_not_there(register: Graph, name: str) -> None:
    assert (None, SKOS.prefLabel, Literal(name, lang="zh")) not in register


def test_a_zone_lies_in_its_division_and_has_an_administration(register: Graph, divisions: Graph) -> None:
    for name, code, administration in rows("seeds/gazetteer/zones.tsv"):
        assert register.value(the(f"zone/{name}"), DCTERMS.isPartOf) == the(f"division/{code}")
        assert (the(f"division/{code}"), SKOS.notation, Literal(code)) in divisions
        body = the(f"zone/{name}{administration}")
        assert (body, RDF.type, FORMAL) in register
        assert register.value(body, DCTERMS.spatial) == the(f"zone/{name}")


def test_who_took_over_is_linked(register: Graph) -> None:
    after = the("body/市场监督管理局")
    before = {str(register.value(s, SKOS.prefLabel)) for s in register.subjects(DCTERMS.isReplacedBy, after)}
    assert before == {"工商行政管理局", "质量技术监督局", "食品药品监督管理局"}
    table = rows("seeds/gazetteer/successors.tsv")
    assert len({row[0] for row in table}) == len(table)
    for old, new, year, source in table:
        concept = the(f"body/{old}")
        if (concept, None, None) not in register:
            concept = the(f"state/中国{old}")
        successor = register.value(concept, DCTERMS.isReplacedBy)
        assert str(register.value(successor, SKOS.prefLabel)).removeprefix("中国") == new
        assert register.value(concept, DCTERMS.date) == Literal(year, datatype=XSD.gYear)
        assert register.value(concept, SKOS.historyNote) == Literal(source, lang="zh")
    assert len(list(register.subject_objects(DCTERMS.isReplacedBy))) == len(table)


def test_who_took_over_from_bodies_of_the_state_is_of_the_state(register: Graph) -> None:
    first = the("state/中国银行业监督管理委员会")
    second = register.value(first, DCTERMS.isReplacedBy)
    assert second == the("state/中国银行保险监督管理委员会")
    assert register.value(second, DCTERMS.isReplacedBy) == the("state/国家金融监督管理总局")


def test_a_short_name_means_one_body(register: Graph) -> None:
    scheme = dict(register.subject_objects(SKOS.inScheme))
    full = {(scheme[s], str(o)) for s, o in register.subject_objects(SKOS.prefLabel) if s in scheme}
    short = Counter((scheme[s], str(o)) for s, o in register.subject_objects(SKOS.altLabel))
    assert len(full) == len(scheme)
    assert short.most_common(1)[0][1] == 1
    assert not full & set(short)


def test_every_division_has_its_concept(divisions: Graph) -> None:
    found = {str(o): s for s, o in divisions.subject_objects(SKOS.notation)}
    assert set(found) == set(by_code())
    for code, division in by_code().items():
        assert found[code] == the(f"division/{code}")
        assert divisions.value(found[code], SKOS.prefLabel) == Literal(division.name, lang="zh")
        above = divisions.value(found[code], SKOS.broader)
        assert (above is None) == (division.level == "province")


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("310106", ["静安区", "上海市"]),
        ("350128", ["平潭县", "福州市", "福建省"]),
        ("419001", ["济源市", "河南省"]),
        ("710000", ["台湾省"]),
    ],
)
def test_a_division_lies_in_the_next_one_above(divisions: Graph, code: str, chain: list[str]) -> None:
    names = []
    at = the(f"division/{code}")
    while True:
        names.append(str(divisions.value(at, SKOS.prefLabel)))
        above = divisions.value(at, SKOS.broader)
        if above is None:
            break
        assert isinstance(above, URIRef)
        at = above
    assert names == chain
    assert (at, SKOS.topConceptOf, the("divisions")) in divisions


def test_every_concept_is_of_a_scheme_and_says_its_source(register: Graph, divisions: Graph) -> None:
    for graph in (register, divisions):
        for concept in graph.subjects(RDF.type, SKOS.Concept):
            scheme = graph.value(concept, SKOS.inScheme)
            assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
            files = {str(o) for o in graph.objects(concept, DCTERMS.source)}
            assert files
            assert all((GAZETTEER / file).is_file() for file in files)


def test_there_are_no_blank_nodes_and_no_invented_terms(register: Graph, divisions: Graph) -> None:
    spaces = {
        line.split("\t")[1]: line.split("\t")[2]
        for line in (folder("ontology") / "foreign.tsv").read_text("utf-8").splitlines()
        if line.startswith("# ") and line.count("\t") >= 5
    }
    known = {
        spaces[prefix] + local for prefix, _, local in (row[0].partition(":") for row in rows("ontology/foreign.tsv"))
    }
    for graph in (register, divisions):
        nodes = {node for triple in graph for node in triple}
        assert not any(isinstance(node, BNode) for node in nodes)
        used = {str(node) for node in nodes if isinstance(node, URIRef)}
        used |= {str(node.datatype) for node in nodes if isinstance(node, Literal) and node.datatype}
        assert {iri for iri in used if not iri.startswith(BASE)} <= known


def test_the_files_are_as_made() -> None:
    """`python scripts/make_register.py` writes them."""
    assert (GAZETTEER / "register.ttl").read_text("utf-8") == make_register.register()
    packed = (GAZETTEER / "divisions.ttl.gz").read_bytes()
    assert gzip.decompress(packed).decode("utf-8") == make_register.divisions()
    # another zlib may pack the same text otherwise, but never with a time or a name (RFC 1952, 2.3)
    assert packed[:10] == make_divisions.packed("")[:10]
    assert packed[3:8] == bytes(5)


def test_running_it_again_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        monkeypatch.setattr("sys.argv", ["make_register.py", str(tmp_path / name)])
        make_register.main()
        written.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert written[0] == written[1]
    assert set(written[0]) == {"register.ttl", "divisions.ttl.gz"}
    assert written[0]["register.ttl"] == (GAZETTEER / "register.ttl").read_bytes()


def test_the_tables_of_divisions_and_streets_come_from_the_package(tmp_path: Path) -> None:
    for name, code, called in (
        ("provinces", "31", "上海市"),
        ("cities", "3101", "市辖区"),
        ("areas", "310106", "静安区"),
        ("streets", "310106012", "南京西路街道"),
    ):
        (tmp_path / f"{name}.csv").write_text(f'code,name\n{code},"{called}"\n', "utf-8")
    made = make_divisions.divisions(tmp_path)
    assert "310000\t上海市\n310106\t静安区\n" in made
    assert "市辖区" not in made
    assert made.splitlines()[:2] == (GAZETTEER / "divisions.tsv").read_text("utf-8").splitlines()[:2]
    streets = make_divisions.streets(tmp_path)
    assert streets.endswith("310106012\t南京西路街道\n")
    committed = gzip.decompress((GAZETTEER / "streets.tsv.gz").read_bytes()).decode("utf-8")
    assert streets.splitlines()[:3] == committed.splitlines()[:3]
