"""What divisions are called, and from which one a document speaks."""

from __future__ import annotations

import pytest

from kg.register import register_for
from kg.register.divisions import in_full


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("阿坝州人民政府", "阿坝藏族羌族自治州人民政府"),
        ("吉林省延边州", "吉林省延边朝鲜族自治州"),
        ("广州市财政局", "广州市财政局"),
        ("州财政局", "州财政局"),
    ],
)
def test_an_autonomous_prefecture_is_written_out(text: str, full: str) -> None:
    assert in_full(text) == full


def test_a_document_of_a_prefecture_speaks_from_it() -> None:
    register = register_for("阿坝州人民政府办公室", None)
    assert register.body_name("州财政局").name == "阿坝藏族羌族自治州财政局"
    assert register.body_name("阿坝州人民政府").name == "阿坝藏族羌族自治州人民政府"


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("阿勒泰地区行政公署", "地区教育局", "阿勒泰地区教育局"),
        ("阿勒泰地区行政公署", "地区行署", "阿勒泰地区行政公署"),
        ("阿勒泰地区行政公署", "市财政局", "市财政局"),  # of which of its cities is not said
        ("锡林郭勒盟行政公署", "盟财政局", "锡林郭勒盟财政局"),
        ("准格尔旗人民政府", "旗人民政府", "准格尔旗人民政府"),
        ("准格尔旗人民政府", "旗县区政府", "旗县区政府"),
        ("重庆市人民政府", "市政府外办", "重庆市人民政府外事办公室"),
        ("重庆市人民政府", "市乡村振兴局", "重庆市乡村振兴局"),
        ("重庆市人民政府", "市委农办", "中共重庆市委农村工作领导小组办公室"),
        ("重庆市人民政府", "地区生产总值", "地区生产总值"),
    ],
)
def test_a_prefecture_a_league_and_a_banner_are_meant_by_their_words(issuer: str, text: str, name: str) -> None:
    assert register_for(issuer, "通知", "").body_name(text).name == name
