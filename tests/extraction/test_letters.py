"""What a cover letter does: the act, its document, who does it."""

from __future__ import annotations

import pytest

from kg.extraction.letters import issued, title_of
from kg.facts import Sentence
from kg.language.parsed import Parsed
from kg.pipeline import facts_of
from kg.reading.text import Text


def parsed(text: str) -> Parsed:
    return Parsed(Sentence(0, len(text), text, None, 0), (), (), (), ())


@pytest.mark.parametrize(
    ("text", "span", "title"),
    [
        ("《渔港办法》已经市政府同意，现印发给你们，请认真实施。", "印发给你们", "《渔港办法》"),
        ("《渔港办法》已经第3次常务会议审议通过,现予印发给你们。", "印发给你们", "《渔港办法》"),
        ("渔业局《渔港意见》已经国务院同意，现转发给你们。", "转发给你们", "《渔港意见》"),
        ("《渔港办法》已经常务会议通过，现予公布，自5月1日起施行。", "公布", "《渔港办法》"),
        ("《渔港办法》已经市政府同意，现印发实施。", "印发实施", "《渔港办法》"),
        ("经省政府同意，现将《渔港办法》转发给你们，请执行。", "将《渔港办法》转发给你们", "《渔港办法》"),
        (
            "为做好考评工作，经市政府同意，将《渔港办法》印发给你们，请执行。",
            "将《渔港办法》印发给你们",
            "《渔港办法》",
        ),
        ("《渔港办法》已经第3次常务会议通过，现予公布，自2021年5月1日起施行。", "公布", "《渔港办法》"),
        ("《渔港办法》已经区委同意,现印发实施。", "印发实施", "《渔港办法》"),
        ("《渔港办法》已经市政府批准，现予以印发，请执行。", "印发", "《渔港办法》"),
        ("我局制定了《渔港办法》，现予印发。", "印发", "《渔港办法》"),
        ("修订形成了《渔港办法》(2023版),现印发给你们。", "印发给你们", "《渔港办法》"),
        (
            "现将《关于〈渔港办法〉的说明》印发给你们。",
            "将《关于〈渔港办法〉的说明》印发给你们",
            "《关于〈渔港办法〉的说明》",
        ),
    ],
)
def test_a_cover_letter_issues_the_document_that_it_names(text: str, span: str, title: str) -> None:
    (act,) = issued(text, parsed(text))
    assert text[act.start : act.end] == span
    found = title_of(parsed(text), act)
    assert found is not None
    assert text[slice(*found)] == title


@pytest.mark.parametrize(
    "text",
    [
        "去年印发《渔港办法》，请执行。",
        "材料将于下月印发给你们。",
        "现将有关事项通知如下。",
        "《渔港办法》已经公布，现制定细则。",
    ],
)
def test_what_is_no_cover_letter(text: str) -> None:
    assert list(issued(text, parsed(text))) == []


def test_the_issuer_does_it_not_who_approved_it() -> None:
    text = (
        "甲市人民政府办公室关于印发渔港管理办法的通知\n各县人民政府：\n"
        "《渔港管理办法》已经市人民政府同意，现印发给你们，请认真组织实施。\n甲市人民政府办公室\n2021年8月23日\n"
    )
    (letter,) = [m for m in facts_of(Text("a.txt", text)).measures if "给你们" in m.text]
    assert (letter.verb, letter.object, letter.status) == ("印发", "《渔港管理办法》", "done")
    assert [a.name for a in letter.agents] == ["甲市人民政府办公室"]
    assert [(r.name, r.relation) for r in letter.references] == [("《渔港管理办法》", "issues")]


def test_a_decree_has_published_what_shall_be_done() -> None:
    text = (
        "甲市人民政府令\n第19号\n《渔港管理办法》已经第3次常务会议审议通过，现予公布，自2021年9月1日起施行。\n"
        "甲市人民政府\n2021年8月23日\n渔港管理办法\n第一条为加强管理，制定本办法。\n"
    )
    (decree,) = [m for m in facts_of(Text("a.txt", text)).measures if m.verb == "公布"]
    assert decree.status == "done"
    assert [a.name for a in decree.agents] == ["甲市人民政府"]
    assert [(r.name, r.relation) for r in decree.references] == [("《渔港管理办法》", "issues")]
