"""Departments that are called by their field of government alone."""

from __future__ import annotations

import pytest

from kg.register import register_for
from kg.resources import rows


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("沈阳市人民政府", "市民政部门", "沈阳市民政局"),
        ("沈阳市人民政府", "市医疗保障行政部门", "沈阳市医疗保障局"),
        ("沈阳市人民政府", "市财政", "沈阳市财政局"),
        ("沈阳市人民政府", "市本级财政", "沈阳市财政局"),
        ("沈阳市人民政府", "省财政", "辽宁省财政厅"),
        ("重庆市人民政府", "市教育部门", "重庆市教育委员会"),
        ("沈阳市人民政府", "区民政部门", "区民政部门"),
        ("沈阳市人民政府", "市发展改革部门", "沈阳市发展改革部门"),
        ("沈阳市人民政府", "市有关部门", "市有关部门"),
        ("深圳市科技创新局", "市科技行政主管部门", "深圳市科技创新局"),
        ("深圳市科技创新局", "深圳市科技主管部门", "深圳市科技创新局"),
        ("深圳市科技创新局", "市民政部门", "深圳市民政局"),
        ("深圳市人民政府", "市科技主管部门", "深圳市科学技术局"),
    ],
)
def test_a_field_of_government_stands_for_its_department(issuer: str, text: str, name: str) -> None:
    assert register_for(issuer, None).body_name(text).name == name


def test_each_field_is_one_of_the_stems_with_an_organ_somewhere() -> None:
    full = {row[1] for row in rows("seeds/gazetteer/stems.tsv")}
    for field, *organs, _example in rows("seeds/gazetteer/fields.tsv"):
        assert field in full
        assert len(organs) == 3
        assert set(organs) <= {"局", "厅", "委员会", "-"}
        assert set(organs) != {"-"}
