"""Types of names that their last words settle, and bodies that name nobody."""

from __future__ import annotations

import pytest

from kg.extraction.mentions import documents
from kg.extraction.responsibility import partners
from kg.language.parsed import Name
from kg.register import register_for


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“科创板八条”", "document"),
        ("支持南沙若干措施", "document"),
        ("全球服务商计划", "programme"),
        ("“一业一证”改革", "programme"),
    ],
)
def test_what_ends_as_a_title_is_a_document(text: str, kind: str) -> None:
    (found,) = documents(text, [Name(0, len(text), "programme", 0.8, 0.1, 0.0, 0.0, 0.5)])
    assert found.type == kind


def test_a_class_is_no_partner() -> None:
    text = "组织企业、区财政局开展培训"
    names = [
        Name(text.index(s), text.index(s) + len(s), "organisation", 0.8, 0.1, 0.1, 0.9, 0.0)
        for s in ("企业", "区财政局")
    ]
    found = partners(text, names, register_for("静安区人民政府", None))
    assert [(a.name, a.role) for a in found] == [("静安区财政局", "partner")]
