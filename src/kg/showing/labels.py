"""What kinds, relations and states are called in pictures, pages and tables."""

from __future__ import annotations

LABELS: dict[str, tuple[str, str]] = {
    "body": ("责任单位", "Body"),
    "measure": ("举措", "Measure"),
    "site": ("服务点", "Site"),
    "system": ("系统", "System"),
    "programme": ("项目/机制", "Programme"),
    "document": ("文件", "Document"),
    "outcome": ("成效", "Outcome"),
    "thing": ("服务点 · 系统 · 项目 · 文件", "Sites · systems · programmes · documents"),
    "lead": ("牵头", "leads"),
    "partner": ("配合", "partners"),
    "deliveredAt": ("地点", "at"),
    "uses": ("使用", "uses"),
    "establishes": ("设立", "establishes"),
    "issues": ("印发", "issues"),
    "basedOn": ("依据", "based on"),
    "hasOutcome": ("成效", "outcome"),
    "explicit": ("文中点名", "named"),
    "inherited": ("承前主语", "inherited"),
    "issuer": ("未点名（署名单位）", "not named (signatory)"),
    "done": ("已完成", "done"),
    "ongoing": ("进行中", "ongoing"),
    "planned": ("计划", "planned"),
    "report": ("报告", "Report"),
    "section": ("部分", "Section"),
    "status": ("状态", "Status"),
    "things": ("涉及", "Involves"),
    "sentence": ("原句", "Sentence"),
    "place": ("位置", "Place"),
    "gap": ("缺口", "gap"),
    "undated": ("未写日期", "no date"),
    "nothing": ("点击图中节点或原文标记，查看其依据。", "Click a node or a marked passage to see its evidence."),
    "language": ("English", "中文"),
    "graph": ("责任图", "Responsibility graph"),
    "rule": ("推论规则", "Inferred by"),
    "read-by": ("读出方式", "Read by"),
    "division": ("所属区划", "division"),
    "register-name": ("登记名称", "register name"),
    "is-a": ("类别", "is a"),
}


def label(key: str, language: str) -> str:
    """The word for ``key`` in ``zh`` or ``en``; the key itself where there is none."""
    pair = LABELS.get(key)
    return key if pair is None else pair[0 if language == "zh" else 1]
