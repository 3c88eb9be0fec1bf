"""Decisions about names: read, refused where they contradict, replayed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UnreadableInput
from kg.register.decisions import decided, parse_decisions, read_decisions
from tests.support import example_facts

HERE = Path("decisions.tsv")
SAME = "same\torganisation\t*\t江川县税务局\t国家税务总局江川县税务局\n"


def test_a_decided_name_stands_everywhere() -> None:
    decisions = parse_decisions("# a comment\n" + SAME, HERE)
    facts, used = decided(example_facts(), decisions)
    assert used == set(decisions)
    assert "江川县税务局" not in {e.name for e in facts.entities} | {a.name for m in facts.measures for a in m.agents}
    assert "国家税务总局江川县税务局" in {a.name for m in facts.measures for a in m.agents}
    assert facts.characters == example_facts().characters
    assert [e.text for e in facts.entities] == [e.text for e in example_facts().entities]


def test_a_chain_of_decisions_is_followed_and_another_division_is_not_meant() -> None:
    chain = SAME + "same\torganisation\t*\t国家税务总局江川县税务局\t县税务局\n"
    facts, _ = decided(example_facts(), parse_decisions(chain, HERE))
    assert "县税务局" in {e.name for e in facts.entities}
    elsewhere = parse_decisions(SAME.replace("*", "110101"), HERE)
    assert decided(example_facts(), elsewhere) == (example_facts(), frozenset())


def test_a_thing_may_be_called_as_any_report_writes_it() -> None:
    decision = "same\tprogramme\t*\t{}\t办事代理制\n"
    for name in ("“帮办代办”制度", "帮办代办"):
        facts, used = decided(example_facts(), parse_decisions(decision.format(name), HERE))
        assert used
        assert "办事代理制" in {e.name for e in facts.entities}


def test_what_is_different_changes_nothing() -> None:
    decisions = parse_decisions(SAME.replace("same", "different"), HERE)
    assert decided(example_facts(), decisions) == (example_facts(), frozenset())


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("same\torganisation\t*\ta\n", 1, "decision-broken"),
        (SAME + "perhaps\torganisation\t*\ta\tb\n", 2, "decision-broken"),
        ("same\tperson\t*\ta\tb\n", 1, "decision-broken"),
        ("same\tsite\t*\ta\ta\n", 1, "decision-broken"),
        (SAME + SAME.replace("国家税务总局", "县"), 2, "decision-contradicts"),
        ("same\tsite\t*\ta\tb\nsame\tsite\t*\tb\ta\n", 2, "decision-contradicts"),
    ],
)
def test_what_can_not_be_decided(text: str, line: int, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        parse_decisions(text, HERE)
    assert caught.value.code == code
    assert caught.value.values["line"] == line
    assert caught.value.in_language("zh") != caught.value.in_language("en")


def test_a_decision_is_read_back_from_its_line() -> None:
    (decision,) = parse_decisions(SAME, HERE)
    assert decision.line() + "\n" == SAME


def test_a_file_that_cannot_be_read_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "wide.tsv").write_bytes(SAME.encode("utf-16"))
    for path, code in (("wide.tsv", "file-encoding"), ("none.tsv", "path-missing"), (".", "file-unreadable")):
        with pytest.raises(UnreadableInput) as caught:
            read_decisions(tmp_path / path)
        assert caught.value.code == code
