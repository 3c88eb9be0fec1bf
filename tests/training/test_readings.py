"""The readings that the reader learned from quote their documents, and become labels at the right characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.language.features import TYPES
from kg.language.reader import HEADS, STATUSES
from training import examples, readings

FOLDERS = (
    readings.FOLDER,
    readings.UNSEEN,
    readings.SETTLED,
    readings.REVIEWED,
    readings.HELD,
    readings.DENSE,
    readings.DRAWN,
    readings.FIRST,
    readings.SECOND,
    readings.LATEST,
)


def test_every_reading_holds(shared: Path) -> None:
    found = [one for folder in FOLDERS for one in readings.sources(shared, folder)]
    assert len(found) > 1900
    for name, text, reading in found:
        gold = readings.load(reading, text)
        characters = text.read_text("utf-8")
        start, end = gold["range"]
        assert bool(gold["measures"]) is not gold["names_only"], name
        assert gold["entities"], name
        for kind in ("entities", "quantities", "dates", "measures"):
            for row in gold[kind]:
                assert start <= row["start"] < row["end"] <= end, (name, row)
                assert characters[row["start"] : row["end"]] == row["text"]
        for row in gold["measures"]:
            assert row["start"] <= row["verb_start"] < row["end"]
            assert row["verb"] in row["text"]
            assert row["status"] in STATUSES
        assert {row["type"] for row in gold["entities"]} <= set(TYPES)


def test_a_reading_of_another_text_is_refused(shared: Path, tmp_path: Path) -> None:
    _, _, reading = next(readings.sources(shared))
    other = tmp_path / "other.txt"
    other.write_text("另一份文件", "utf-8")
    with pytest.raises(ValueError, match="annotates another text"):
        readings.load(reading, other)


def test_labels_stand_where_the_annotations_do(shared: Path) -> None:
    path = shared / "gold" / "jingan-2023-18.json"
    document = examples.document(path.with_suffix(".txt"), examples.load(path), path.stem)
    assert all(set(e.labels) == set(HEADS) for e in document.examples)
    assert all(len(labels) == len(e) for e in document.examples for labels in e.labels.values())
    found = next(e for e in document.examples if "新设“办不成事”反映窗口" in e.unit.text)
    at = found.unit.text.index("新设")
    assert found.labels["measure"][at : at + 4].tolist() == [3, 4, 5, 5]
    assert found.labels["status"][at] == STATUSES.index("done")
    window = found.unit.text.index("“办不成事”")
    assert (found.labels["entity"][window] - 1) // 4 == TYPES.index("site")
    assert found.labels["link"][window] == 1
