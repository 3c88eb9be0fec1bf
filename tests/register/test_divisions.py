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
