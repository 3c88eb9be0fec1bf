"""Who answers for a document that names no issuer."""

from __future__ import annotations

import pytest

from kg.register import register_for, speaks_unsigned


@pytest.mark.parametrize(
    ("title", "recipient", "text", "who"),
    [
        ("丽水市促进消费若干措施", None, "发放消费券。", "丽水市人民政府"),
        ("促进消费若干措施", None, "丽水市发放消费券。支持丽水市企业。我市企业均可申领。", "丽水市人民政府"),
        ("促进消费若干措施", None, "丽水市发放消费券。支持丽水市企业。", None),
        ("丽水市促进消费若干措施", None, "经市政府同意,发放消费券。", None),
        (None, "各市、县人民政府,省政府各部门", "浙江开放。我省发放消费券。支持浙江企业。", "浙江省人民政府"),
        (
            None,
            "各市、县人民政府,省政府各部门",
            "浙江开放。经省政府同意,我省发放消费券。支持浙江企业。",
            "浙江省人民政府办公厅",
        ),
        (None, "各市、县人民政府,省政府各部门", "经省政府同意,我省发放消费券。学习浙江,支援湖北、湖北。", None),
        ("青田县促进消费若干措施", None, "我局负责发放消费券。", None),
        ("青田县2020年国民经济和社会发展统计公报", None, "我县生产总值增长5%。", None),
        ("青田县改革领导小组关于促进消费的通知", None, "我县发放消费券。", None),
        ("大兴安岭地区促进消费若干措施", None, "发放消费券。", None),
    ],
)
def test_an_unsigned_document(title: str | None, recipient: str | None, text: str, who: str | None) -> None:
    text = f"{recipient or ''}{text}"
    assert speaks_unsigned(title, recipient, text, register_for(None, title, text)) == who
