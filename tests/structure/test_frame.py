"""The frame: titles, numbers, recipients, signatures and dates in the forms that documents use."""

from __future__ import annotations

import pytest

from kg.reading.text import Text
from kg.structure import Report, structure
from kg.structure.days import iso_day

BODY = "为做好有关工作，现将情况报告如下。\n一、总体情况\n全年新设窗口3个。\n"


def made(characters: str) -> Report:
    report = structure(Text("a.txt", characters))
    for name in report.header.__slots__:
        if field := getattr(report.header, name):
            assert characters[field.quote.start : field.quote.end] == field.quote.text
    return report


def values(characters: str) -> dict[str, str | None]:
    header = made(characters).header
    return {k: f.value if (f := getattr(header, k)) else None for k in header.__slots__}


@pytest.mark.parametrize(
    "number",
    [
        "甲府发〔2023〕18号",
        "甲府发[2023]18号",
        "甲府发(2023)18号",
        "甲府发【2023】18号",
        "甲府发﹝2023﹞18号",
        "甲府发（2023）18号",
        "甲府发［２０２３］１８号",
        "甲府办规〔2023〕5 号",
        "甲府发〔2023）18号",
        "甲府发〔2023〕第18号",
        "甲市税务局公告2023年第4号",
        "甲市财政局乙局公告 2023 年第 18 号",
    ],
)
def test_document_numbers_stay_as_they_stand(number: str) -> None:
    found = values(f"关于服务情况的报告\n{number}\n区人大常委会：\n{BODY}")
    assert found["number"] == number
    assert found["title"] == "关于服务情况的报告"
    assert found["recipient"] == "区人大常委会"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("\n\u3000\n关于服务情况的报告\n", "关于服务情况的报告"),
        ("甲市乙局关于进一步优化\n营商环境若干措施的通知\n", "甲市乙局关于进一步优化营商环境若干措施的通知"),
        ("甲市乙局丙局\n关于优化服务的\n若干措施\n(试行)\n", "甲市乙局丙局关于优化服务的若干措施(试行)"),
        ("关于印发《关于优化服务的\n若干措施》的通知\n", "关于印发《关于优化服务的若干措施》的通知"),
        ("甲市乙局关于推行公示制度\n记录制度的指导意见\n", "甲市乙局关于推行公示制度记录制度的指导意见"),
        ("甲市人民政府文件\n关于服务情况的报告\n", "关于服务情况的报告"),
        ("来源：某日报\n关于服务情况的报告\n", "关于服务情况的报告"),
        ("（转载）甲市乙局关于优化服务的通知\n", "甲市乙局关于优化服务的通知"),
        ("【转发】甲市乙局关于优化服务的通知\n", "甲市乙局关于优化服务的通知"),
        ("甲市2022年统计公报[1]\n", "甲市2022年统计公报"),
        ("甲市2022年统计公报［12］\n", "甲市2022年统计公报"),
    ],
)
def test_titles(lines: str, title: str) -> None:
    assert values(lines + BODY)["title"] == title


@pytest.mark.parametrize("colon", [":", "："])
@pytest.mark.parametrize(
    "name", ["区人大常委会", "各区人民政府,市府各委办局,市各直属单位", "各区财政局（税务局），各有关单位"]
)
def test_recipients(name: str, colon: str) -> None:
    assert values(f"关于服务情况的通知\n{name}{colon}\n{BODY}")["recipient"] == name


@pytest.mark.parametrize(
    "line",
    [
        "时间：2023-05-09",
        "发布日期:2023-05-0917:16编辑:乙局来源:乙局阅读:76次",
        "来源:本站 发布时间:2023-05-09 08:55",
        "2023-05-0908:55:12",
        "2023-05-09 来源:某日报",
    ],
)
def test_the_day_of_publication_dates_a_document_without_another(line: str) -> None:
    assert values(f"关于优化服务的若干措施\n{line}\n{BODY}")["date"] == "2023-05-09"
    signed = f"关于优化服务的若干措施\n{line}\n{BODY}甲市人民政府\n2023年5月2日\n"
    assert values(signed)["date"] == "2023-05-02"


@pytest.mark.parametrize("line", ["报名时间：2023-05-09至2023-05-12", "编号2023-05-09", "2023-05-09起施行。"])
def test_other_days_in_figures_date_nothing(line: str) -> None:
    assert values(f"关于优化服务的若干措施\n{line}\n{BODY}")["date"] is None


def test_a_recipient_before_the_first_words_of_the_text() -> None:
    found = values(f"关于服务情况的通知\n各县(区)政府(管委会),市直各相关单位:为做好服务工作,现通知如下。\n{BODY}")
    assert found["recipient"] == "各县(区)政府(管委会),市直各相关单位"


def test_a_page_parts_the_title_from_number_and_recipient() -> None:
    found = values(
        "甲市优化服务实施办法\n点击查看政策解读：关于《甲市优化服务实施办法》的解读\n甲科规字〔2023〕1号\n"
        "甲市甲区科技工业和信息化局甲市甲区人力资源和社会保障局甲市甲区市场监督管理局甲市甲区商务局\n"
        f"关于印发甲市优化服务实施办法的通知\n区属各单位：\n{BODY}"
    )
    assert (found["number"], found["recipient"]) == ("甲科规字〔2023〕1号", "区属各单位")


@pytest.mark.parametrize("name", ["全国妇联", "甲市总工会", "甲省残联", "甲市工商联", "国务院疫情联防联控机制"])
def test_mass_organisations_sign(name: str) -> None:
    assert values(f"关于服务情况的通知\n{BODY}{name}\n2023年5月2日\n")["issuer"] == name


@pytest.mark.parametrize("line", ["现将有关情况报告如下：", "主要做了以下工作：", "根据要求，将我局情况总结如下:"])
def test_no_recipient(line: str) -> None:
    assert values(f"关于服务情况的通知\n{line}\n{BODY}")["recipient"] is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023年12月6日", "2023-12-06"),
        ("２０２３年１２月６日", "2023-12-06"),
        ("2023 年 12 月 6 日", "2023-12-06"),
        ("1 9 9 6 年1 2 月6 日", "1996-12-06"),
        ("二〇二三年十二月六日", "2023-12-06"),
        ("二○二三年十月二十日", "2023-10-20"),
        ("二零零九年三月三十一日", "2009-03-31"),
        ("二〇二三年一月十一日", "2023-01-11"),
        ("2023-12-06", "2023-12-06"),
        ("2023年2月30日", None),
        ("2023年13月1日", None),
        ("二〇二三年十二月二三日", None),
    ],
)
def test_days(text: str, iso: str | None) -> None:
    assert iso_day(text) == iso
    assert values(f"关于服务情况的报告\n{BODY}甲市乙局\n{text}\n")["date"] == iso


@pytest.mark.parametrize(
    ("signature", "issuer"),
    [
        ("甲市人民政府\n2023年2月2日", "甲市人民政府"),
        ("甲市乙局 甲市丙委员会\n2023年2月2日", "甲市乙局 甲市丙委员会"),
        ("甲市乙局\n甲市丙委员会\n甲市丁中心\n2023年2月2日\n（此件公开发布）", "甲市乙局 甲市丙委员会 甲市丁中心"),
        ("甲市乙局 2023年2月2日", "甲市乙局"),
        ("甲市乙局（代章）\n2023年2月2日", "甲市乙局"),
        ("\u3000\u3000甲市乙局\u3000\n\n\u30002023年2月2日\u3000", "甲市乙局"),
        ("甲市人民政府办公室2023年2月2日印发", "甲市人民政府办公室"),
    ],
)
def test_signatures(signature: str, issuer: str) -> None:
    report = made(f"关于服务情况的报告\n{BODY}{signature}\n")
    assert report.header.issuer is not None
    assert report.header.issuer.value == issuer
    assert report.header.date is not None
    assert report.header.date.value == "2023-02-02"
    assert [s.text for s in report.sentences][-1] == "全年新设窗口3个。"
    assert report.text.characters[report.sections[0].body_end :].startswith(signature.strip("\u3000")[:4])


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("甲试验区农业农村局2024年工作总结及2025年工作思路", "甲试验区农业农村局"),
        ("甲市乙局关于2022年度工作情况的报告", "甲市乙局"),
        ("甲市人民政府办公室印发《若干措施》的通知", "甲市人民政府办公室"),
        ("2025年甲省政府工作报告", "甲省人民政府"),
        ("2010年国务院政府工作报告", "国务院"),
        ("政府工作报告\n——2025年1月15日在甲省第十四届人民代表大会第三次会议上\n甲省省长 王某", "甲省人民政府"),
        ("政府工作报告\n——2025年1月15日在第十四届全国人民代表大会第三次会议上\n国务院总理王某", "国务院"),
        ("甲市促进消费若干措施", None),
    ],
)
def test_issuer_without_signature(head: str, issuer: str | None) -> None:
    assert values(f"{head}\n{BODY}")["issuer"] == issuer


def test_speech() -> None:
    found = values(
        f"2025年甲省政府工作报告\n来源 : 某报\n——2025年1月15日在甲省第四届人民代表大会第三次会议上\n各位代表：\n{BODY}"
    )
    assert found["date"] == "2025-01-15"
    assert found["recipient"] == "甲省第四届人民代表大会第三次会议"


@pytest.mark.parametrize("brackets", ["()", "（）"])
def test_day_under_the_title(brackets: str) -> None:
    assert values(f"关于服务情况的报告\n{brackets[0]}2023年5月6日{brackets[1]}\n{BODY}")["date"] == "2023-05-06"


def test_letter_that_hands_on_a_document() -> None:
    report = made(
        "各区人民政府：\n《甲市优化服务若干措施》已经审议通过，现印发给你们。\n甲市人民政府\n2022年4月1日\n"
        "甲市优化服务\n若干措施\n为优化服务，提出以下措施。\n一、优化审批\n（一）压缩时限。压缩至3日以内。\n"
    )
    header = report.header
    assert header.title is not None
    assert header.title.value == "甲市优化服务若干措施"
    assert header.issuer is not None
    assert header.issuer.value == "甲市人民政府"
    assert [s.heading for s in report.sections] == ["优化审批", "压缩时限"]
    assert "若干措施" not in {s.text for s in report.sentences}


@pytest.mark.parametrize("number", ["第19号", "（第290号）"])
def test_the_number_of_a_decree_stands_under_its_name(number: str) -> None:
    body = f"《甲市公共数据管理办法》已经通过，现予公布。\n市长：张三\n2021年1月29日\n{BODY}"
    text = f"甲市公共数据管理办法\n甲市人民政府令\n{number}\n{body}"
    found = values(text)
    assert found["number"] == f"甲市人民政府令{number}"
    assert found["issuer"] == "甲市人民政府"


def test_a_number_under_anything_else_is_none_of_the_document() -> None:
    assert values(f"甲市若干措施\n甲市人民政府\n(第1号)\n为优化环境，制定本措施。\n{BODY}")["number"] is None


@pytest.mark.parametrize("to", ["各幼儿园", "各县市区人民政府,市属各企事业单位,各人民团体"])
def test_all_of_a_kind_are_addressed(to: str) -> None:
    assert values(f"关于做好服务工作的通知\n{to}：\n{BODY}")["recipient"] == to


@pytest.mark.parametrize("line", ["各地要做到", "各项任务分工", "各单位应遵循的原则", "各区完成情况", "各级财政投入"])
def test_what_each_has_to_do_is_no_addressee(line: str) -> None:
    assert values(f"关于做好服务工作的通知\n{line}：\n{BODY}")["recipient"] is None


@pytest.mark.parametrize("number", ["甲会〔2023〕52号", "甲会(2023)52号", "甲会[2023]52号"])
def test_responds_to(number: str) -> None:
    found = values(f"关于落实情况的报告\n区人大常委会:\n根据《关于服务工作的审议意见》({number}),现报告如下:\n{BODY}")
    assert found["responds_to"] == number
    assert found["number"] is None


@pytest.mark.parametrize("dash", ["——", "――", "----", "—", "──"])
def test_the_day_and_the_meeting_of_a_speech_stand_behind_a_dash_of_any_form(dash: str) -> None:
    found = values(f"政府工作报告\n{dash}2026年1月27日在青川省第十四届人民代表大会第四次会议上\n各位代表：\n{BODY}")
    assert found["date"] == "2026-01-27"
    assert found["issuer"] == "青川省人民政府"
    assert found["recipient"] == "青川省第十四届人民代表大会第四次会议"


def test_an_acting_head_of_government_speaks_for_it() -> None:
    report = made(
        f"2025年政府工作报告\n——2025年1月19日在甲自治区第十二届人民代表大会第三次会议上\n甲自治州代理州长乙丙\n{BODY}"
    )
    assert report.header.issuer is not None
    assert report.header.issuer.value == "甲自治州人民政府"
    assert report.header.issuer.quote.start == report.text.characters.index("甲自治州代理")


@pytest.mark.parametrize("says", ["近日印发", "印发", "发布"])
def test_the_headline_of_news_names_the_document_that_it_hands_on(says: str) -> None:
    found = values(f"甲省人民政府{says}《甲省扩大内需行动方案》\n各市人民政府：\n{BODY}")
    assert found["title"] == "甲省扩大内需行动方案"


def test_the_title_of_a_notice_about_a_document_is_no_headline() -> None:
    title = "甲市人民政府关于公布《甲市政府定价目录》"
    assert values(f"{title}\n各区人民政府：\n{BODY}")["title"] == title


def test_the_first_sentence_of_news_names_the_document_and_who_issued_it() -> None:
    found = values(
        f"某某网讯:9月9日,甲省乙市人民政府办公室印发《关于渔港建设的若干措施》的通知。\n措施提出,建设渔港。\n{BODY}"
    )
    assert found["title"] == "关于渔港建设的若干措施"
    assert found["issuer"] == "甲省乙市人民政府办公室"
    assert values(f"按照安排,各单位已公布《关于渔港建设的若干措施》的通知。\n{BODY}")["title"] is None


def test_front_matter_run_together_into_one_line() -> None:
    text = (
        "甲市人民政府关于印发甲市农业规划的通知甲府发〔2021〕22号各区县人民政府，有关单位：现将《甲市农业规划》印发给你们，"
        "请认真贯彻执行。甲市人民政府2021年8月24日（此件公开发布）甲市农业规划新设窗口3个。\n一、总体情况\n检查5次。\n"
    )
    found = values(text)
    assert found["title"] == "甲市人民政府关于印发甲市农业规划的通知"
    assert found["number"] == "甲府发〔2021〕22号"
    assert found["recipient"] == "各区县人民政府，有关单位"
    assert found["issuer"] == "甲市人民政府"
    assert found["date"] == "2021-08-24"
    sentences = made(text).sentences
    assert all(text[s.start : s.end] == s.text for s in sentences)
    assert [s.text for s in sentences][1:] == ["甲市农业规划新设窗口3个。", "检查5次。"]


@pytest.mark.parametrize("note", ["", "（此件有删减）"])
def test_a_signature_at_the_end_of_the_last_line(note: str) -> None:
    signed = f"甲市人民政府办公室2021年8月23日{note}"
    text = f"甲市人民政府办公室关于渔港建设的实施意见\n各区人民政府：\n{BODY}\n定期通报进展。{signed}\n"
    found = values(text)
    assert (found["issuer"], found["date"]) == ("甲市人民政府办公室", "2021-08-23")
    assert made(text).sentences[-1].text == "定期通报进展。"


def test_a_first_line_of_prose_that_quotes_a_number_is_not_parted() -> None:
    text = "按照甲市关于服务的通知甲府发〔2021〕22号的要求：新设窗口3个。\n检查5次。\n"
    assert values(text)["number"] is None


@pytest.mark.parametrize(
    "line",
    [
        "甲政办发〔2021〕6号甲市人民政府办公厅关于优化服务的通知",
        "甲市人民政府办公厅关于优化服务的通知（甲政办发〔2021〕6号）",
        "甲市人民政府办公厅关于优化服务的通知——甲政办发〔2021〕6号",
    ],
)
def test_a_number_in_the_line_of_the_title_is_no_part_of_it(line: str) -> None:
    found = values(f"{line}\n各区人民政府：\n{BODY}")
    assert found["title"] == "甲市人民政府办公厅关于优化服务的通知"
    assert found["number"] == "甲政办发〔2021〕6号"
    assert found["issuer"] == "甲市人民政府办公厅"


def test_what_a_portal_lists_before_the_title_is_no_part_of_it() -> None:
    listed = "114403001234567890/2026-00020甲市商务局2026-02-12"
    title = "甲市商务局关于印发《甲市消费行动计划》的通知"
    found = values(f"甲市商务局政府信息公开\n{listed}{title}2026-02-12{title}\n各有关单位：\n{BODY}")
    assert (found["title"], found["issuer"]) == (title, "甲市商务局")
