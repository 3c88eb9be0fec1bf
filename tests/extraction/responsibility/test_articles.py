"""In a regulation the subject of an article governs to its end."""

from __future__ import annotations

from kg.extraction.responsibility.articles import articles_of, goes_on_in
from kg.facts import Sentence

TEXT = (
    "第一条 为加强管理,制定本办法。\n第二条 主管部门应当制定预案。\n发生事故时,应当启动预案。\n"
    "经审核合格的,发放证书。\n"
    "事故调查由专家进行。\n"
    "第三条 必要时,应当公布名单。\n第四条 本办法由主管部门解释。\n第五条 本办法自印发之日起施行。\n"
)


def test_a_subject_governs_the_next_paragraphs_of_its_article() -> None:
    articles = articles_of(TEXT)
    subject = TEXT.index("主管部门")

    def governed(text: str) -> bool:
        return goes_on_in(articles, subject, Sentence(TEXT.index(text), TEXT.index(text) + len(text), text, None, 0))

    assert governed("发生事故时,应当启动预案。")
    assert governed("经审核合格的,发放证书。")
    assert not governed("事故调查由专家进行。")
    assert not governed("必要时,应当公布名单。")


def test_a_report_that_cites_an_article_has_none() -> None:
    assert articles_of("第一条 意见已办理。\n第二条 意见已采纳。\n") == ()
    assert not goes_on_in((), 0, Sentence(0, 4, "应当公布", None, 0))
