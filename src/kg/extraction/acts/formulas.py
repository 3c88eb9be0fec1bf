"""Which acts that the reader saw are none by their form: formulas, purposes, definitions, conditions, labels, bare
results, ranks and slogans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from kg.extraction.phrases import edges
from kg.extraction.responsibility.applicants import applies
from kg.language.parsed import Act, Parsed
from kg.words import group_of, pattern

PRESENTS = re.compile(
    r"(?<!提)请予以?(?:一并)?(?:审议|审查|审阅)|(?<!提)请(?:大会|会议|各位代表)?(?:予以)?(?:一并)?审[议查]"
    r"|请[^，,；;。:：]{0,24}(?:委员|代表|同志|人员)[^，,；;。:：]{0,16}提出(?:宝贵)?(?:意见|建议)"
)
"""A sentence that hands a report to a congress: 请予审议,并请政协委员提出意见."""
DRAWN = re.compile(r"(?:编制|制定|起草|拟定|形成|修订|草拟)了")
"""What was drawn up before: 编制了纲要，提交大会审查，请各位代表提出意见."""
AS_FOLLOWS = r"(?<![实体表发出呈再])[现特][^，,；;。]{0,4}?[将就把对]?[^，,；;。]{0,60}{told}如下"
"""A clause that opens a text: 现将…报告如下."""
ASKED = re.compile(
    r"(?:执行|实施|试行|工作|落实)[^。；;]{0,12}(?:问题|情况|意见|建议)[^。；;，,]{0,8}[，,][^。；;，,]{0,4}请[^。；;]{0,40}(?:反映|报告|反馈|联系|函告|告知)"
)
"""How a notice closes: 执行中遇到问题,请径向民政局反映."""
PURPOSE = r"\s*(?:第[一二三四五六七八九十]+条\s*)?为(?:了|{eager}|{purpose})"
MAIN = re.compile(
    r"(?:制定|制订|出台)了?[本如以此《]|(?:提出|[就将])[^，,；;。]{0,40}(?:如下|以下)|(?<![实体表发出呈再])现[就将予]|特(?:制定|提出|通知)"
)
"""A preamble tells purposes up to the act that they are for: 为规范…,落实…,制定本办法."""
MEANS = re.compile(r"[是系]指(?!导|挥|派|令|责)|[均即专特]指(?!导|挥|派|令|责|向)|所称")
"""A definition reaches to the end of its sentence."""
CONDITION = r"\s*(?:若(?!干)|如果|倘若|一旦|凡(?!事)|如(?={if})|当(?=[^，,；;。]{4,}[时后的]$))"
"""How the clause of a condition opens."""
CONSENT = re.compile(r"(?<!已)经(?![济营过验费办常贸典历开销纪])[^，,；;。]{0,24}$")
"""Whose consent is needed: 经市政府|批准, ….."""
REPORTED = r"报[^，,；;。]{1,24}{reported}之?后"
LABEL = r"[一-鿿]{2,4}{label}\s*[:：]"
"""A form line's label: 实施期限:, 补贴标准:."""
ELIGIBLE = r"[^，,；;。:：]{0,10}?{benefit}(?:人员|的)?{whom}\s*[:：]"
"""A form line that tells whom a rule is for: 补贴对象:, 申报条件:."""
DIRECTED = r"对(?P<within>[^。；;]{6,240}?)等?[，,](?:进行|作出|做出)了?{overall}?{planning}"
"""What is planned stands inside: 对健全体系,推进改革等,进行全面部署."""
TITLED = re.compile(r"[一-鿿]{0,2}的《")
"""Who made a document: 审议通过的《…》."""
LETS = re.compile(r"\s*(?:让|使(?![用命])|方便(?![的店面]))")
"""A clause that tells what for: 让企业放心发展."""
AMIDST = re.compile(r"(?:的?基础上|前提下|情况下)$")
WELL = r"(?:进展|推进|运行)?{well}(?:推进)?"
THEIR = r"的{sort}?{those}$"
"""Those whom an attribute tells of: 缴纳社会保险费的企业."""
THOSE_WHO = re.compile(r"的[^，,的]{0,8}(?:[人者员户社]|企业|单位|机构|家庭|学校|项目|职工|居民|学生|群众|公司)$")
"""The same where only they do such a thing: 享受暂缓政策的旅行社,…."""
RANK = (
    r"[稳跃跻位均并仍列]{0,2}{rank}[^，,；;。\d]{0,12}?"
    r"(?:第\s*[一二三四五六七八九十\d０-９]+(?:位|名)?|首位|榜首|前列|前茅|前[一二三四五六七八九十\d０-９]+[位名]?)"
)
"""A place in an order: an ordinal, not a count."""
LASTING = re.compile(r"连续[\d０-９]{1,3}个?[年月周榨季度]{1,2}")
"""How long a rank has been held is no count of what was done: 产量连续9年|居全国首位."""
SLOGAN = re.compile(
    r"([一-鿿])一[一-鿿]{1,2}[、，,]?成一[一-鿿]|做[加减乘除]法|把[好实大小难]事(?:[、，,]?[好实大小难]事)?[办做][好实细]"
)
SOMEWHAT = re.compile(r"有所[一-鿿]{2}$|进展顺利$")
PRAISE = r"了?[^，,；;。\d]{0,30}{success}(?:、[^，,；;。\d]+)?"
BRISK = "蓬勃"
"""How something thrives of its own: 群众性体育活动蓬勃|开展."""
WORKED = r"了?(?:{much}[的、]?)+工作"
SERVES = re.compile(r"[^，,；;。\d]{0,12}(?:参考|依据|借鉴|遵循)")
"""What something is good for: 为制定政策|提供参考."""
QUAKE = re.compile(r"[\d０-９]级")
STATED = re.compile(r"[一-鿿]的$")
"""A clause that ends so tells in which case something holds: 逾期不清理的,….; the list of offences has ；."""
EITHER = re.compile(r"[，,](?:或者?|且|并(?![对将把由]))[^，,；;。]{2,60}(?<!目)的[，,；;]")
"""A case whose second half closes it: 认定不符合条件,|或金额超过标准的,应报民政局审批."""
WHEN = re.compile(r"(?<!(?<!合)同)(?<![小及按准实临随平届限定工学课此瓦])时$")
"""When something is done: 签订协议时|支付价款."""
CRITERION = re.compile(r"以[^，,；;。]{2,40}为(?:准|依据)(?:$|[一-鿿]{0,2}认定)")
"""By what something is judged: 设立以批文|为准."""
LIABLE = re.compile(r"承担(?:相应|相关|全部|一切|由此[^，,；;。]{0,8})?的?(?:法律|刑事|民事|违约|赔偿|侵权)责任")
"""What follows for who breaks a rule is nobody's act: 依法|承担相应的法律责任."""
CRIME = ("构成犯罪的，", "构成犯罪的,", "涉嫌犯罪的，", "涉嫌犯罪的,")
"""Nor is it that of who made the rule: 构成犯罪的,依法|追究刑事责任."""
THRESHOLD = re.compile(
    r"[，,](?:[^，,；;。]{2,30}[，,]){0,2}?[^，,；;。]{2,40}的[，,](?:可|应|须|给予|予以|按|由|一次性)"
)
"""A limit among those that a case must keep: 负债率|不超过60%,纳税100万元以上的,可申请入驻."""
AS_WHO = re.compile(r"(?:以[上下]|[^将把以，,；;。]){0,24}(?:单位|机构|部门|企业|代表|政府|[局委院校])")
"""As what a body does what follows: 医疗机构|作为责任人,应及时结算."""
RECEIVED = frozenset(("收到", "接到"))
DEEMED = re.compile(r"视为[^，,；;。]{0,6}$")
"""What something counts as: 逾期视为自动|放弃资格."""
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
SIGNIFIES = frozenset(("指", "指在"))
"""So alone between two nouns 指 opens a definition: 就诊人数指在机构就诊的人数."""
SUPERIOR = re.compile(
    r"(?:党的[一二三四五六七八九十届]{1,8}(?:次|中)?全会|党的[一二三四五六七八九十]+大|党委[^，,；;。、的]{0,8}全会|中央[^，,；;。、的]{0,8}工作会议)"
    r"[^，,；;。、的]{0,24}$"
)
"""A meeting of the party as the subject: what it decides is demanded of the issuer."""
LEADERS = "{organ}$"
"""Behind these 领导 is who leads: 市政府|领导出席活动."""
TOPIC = re.compile(r"[，,](?:应当?|须|必须|一律|由)(?![急对用])")
WHO = "(?:{organ}|{holder})$"
"""Whose things a clause is about: 各部门|报送县政府的公文,应符合规定."""
MEASURED = re.compile(r"[约]?[\d０-９.．一二三四五六七八九十百千万亿]+[^，,；;。的]{0,4}的")
"""How long or high a thing is: 长达4000公里的管道."""
NUMERAL = re.compile(r"[一二三四五六七八九十百千万半两倍]")
SHALL = re.compile(r"[要应须将]|力争|确保|预计|必须")
BETTERED = "{quality}{increasingly}{better}$"
"""A thing that grew or got better, which a word before it is part of: 吸引外资力度进一步加大."""
RECKONED = re.compile(r"[=＝]|[*×＊✕][ 　]?100[%％]")
"""A formula: 覆盖率=签约人数/总人数*100%."""
MAYBE = re.compile(r"(?<!尽)可能[会将要需]{0,2}$")
"""What may happen is no act: 造林可能要推迟."""
IN_ORDER = re.compile(r"(?:^|[。；，,])要(?:想)?[^。；]{2,60}?[，,]就(?:必须|要|得)")
"""What one must do something for: 要增加收入,就必须发展."""
WEIGHED = r"[了到]?[^，,；;。]{2,40}{weighed}"
"""What is weighed before something is set: 考虑|了涨价因素."""
HAILED = re.compile(r"[^，,；;。]{2,30}(?:召开|到来|诞辰|周年)")
"""What a good work is to hail: 以优异成绩|迎接大会召开."""
SCOPE = r"本{own}适用于?[^；;。]*$"
"""To what a text applies: 本预案适用于粮食|采购工作."""
OWN = re.compile("于?本")
"""What a text does not apply to: 公安数据不适用|本办法."""
TERM = re.compile(
    r"(?![对将把])[^，,；;。:：]{0,12}(?:(?:执行|实施|有效)期限?|截止(?:时间|日期))"
    r"(?:[^，,；;。:：\n调延改]{0,4}[为:：至自]|暂定|[\d０-９])[^，,；;。的]*$"
    r"|[^，,；;。]{0,16}自[^，,；;。]{2,24}?(?:起|之日)[^，,；;。]{0,16}(?:施行|实施|执行)$"
)
"""From when and how long a text is in force: 执行期限暂定1年, 本办法自印发之日起施行."""
OWN_TEXT = r"本{own}(?:规定的|所称)?[^，,；;。]{0,20}$"
"""Where a text tells of itself: 本预案|适用于重大灾害."""


_group = partial(group_of, "formula-words")
_form = partial(pattern, "stating-words")


def purposes_of(sentence: str) -> int:
    """The length of the purposes that a preamble tells before the act that they are for; 0 for another sentence."""
    main = MAIN.search(sentence) if _form(PURPOSE).match(sentence) else None
    return main.start() if main else 0


def stating(characters: str, parsed: Parsed, acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence without those that are none by their form."""
    if not acts:
        return []
    start = parsed.sentence.start
    text = characters[start : parsed.sentence.end]
    if (asked := PRESENTS.search(text)) and DRAWN.search(text, 0, asked.start()):
        acts = [act for act in acts if act.verb < start + asked.start()]
    elif asked or ASKED.match(text) or _form(ELIGIBLE).match(text):
        return []
    first = start + purposes_of(text)
    if aim := IN_ORDER.match(text):
        first = max(first, start + aim.end())
    meant = _meanings(parsed, text, start)
    return [
        act
        for act in acts
        if act.verb >= first
        and not any(a <= act.verb < b for a, b in meant)
        and not _form(SCOPE).search(characters, start, act.verb)
        and not _is_none(characters, parsed, act)
    ]


def _meanings(parsed: Parsed, text: str, start: int) -> list[tuple[int, int]]:
    """Where definitions stand: to the end of the sentence, or of the brackets around them."""
    opens = {start + m.start() for m in MEANS.finditer(text)}
    opens |= {t.start for t in parsed.tokens if t.text in SIGNIFIES and t.pos == "v" and t.start > start}
    around = [(start + m.start(), start + m.end()) for m in BRACKETS.finditer(text)] if opens else []
    return [(at, next((b for a, b in around if a < at < b), parsed.sentence.end)) for at in sorted(opens)]


def _is_none(characters: str, parsed: Parsed, act: Act) -> bool:
    clause = next((c for c in parsed.clauses if c.start <= act.verb < c.end), None)
    left, right = (clause.start, clause.end) if clause else (parsed.sentence.start, parsed.sentence.end)
    goes_on = clause is not None and clause.mark in (",", "，")
    return (
        _frames(characters, act, left, right, goes_on)
        or _of_others(characters, act, left, right)
        or (LETS.match(characters, left) is not None and not any(c.isdecimal() for c in characters[left:right]))
        or _bare(characters, act, left, right)
        or any(m.start() <= act.verb < m.end() for m in SLOGAN.finditer(characters, left, right))
        or _within(characters, act, parsed.sentence.start, parsed.sentence.end)
        or _explains(characters, act, parsed.sentence.start)
    )


def _within(characters: str, act: Act, start: int, end: int) -> bool:
    """Whether an act is part of what another one is about."""
    frames = _form(DIRECTED).finditer(characters, start, end)
    return any(m.start("within") <= act.verb < m.end("within") for m in frames)


def _explains(characters: str, act: Act, start: int) -> bool:
    """Whether an act stands in brackets that explain a quoted term."""
    opened = max(characters.rfind(c, start, act.verb) for c in "（(")
    closed = max(characters.rfind(c, start, act.verb) for c in "）)")
    return opened > closed and opened > start and characters[opened - 1] in '”"'


def _frames(characters: str, act: Act, left: int, right: int, goes_on: bool) -> bool:
    """Whether an act only opens a text, sets a condition, explains a word or labels a line."""
    verb, before = characters[act.verb : act.verb_end], characters[left : act.verb]
    if (
        RECKONED.search(characters, left, right)
        or MAYBE.search(before)
        or TERM.match(characters, min(left, act.start), right)
    ):
        return True
    if act.end <= right and verb not in _group("grant") and STATED.search(characters, left, right):
        return True
    if goes_on and verb not in _group("grant") and EITHER.match(characters, right):
        return True
    if CRITERION.search(characters, left, right):
        return True
    if verb in group_of("joining-words", "comparison") and THRESHOLD.match(characters, right):
        return True
    if verb == "作为" and goes_on and AS_WHO.fullmatch(before):
        return True
    crime = verb == "追究" and characters.startswith(CRIME, max(0, left - len(CRIME[0])))
    if crime or LIABLE.match(characters, act.verb):
        return True
    if DEEMED.search(before) or (verb in RECEIVED and "后" in characters[act.verb_end : right]):
        return True
    if WHEN.search(characters, act.verb_end, act.end) and verb not in edges("pivot"):
        return True
    topic = act.start == act.verb and act.end == right and goes_on and "的" in characters[act.verb_end : act.end]
    if topic and (mark := TOPIC.match(characters, right)):
        opens = act.start == left and characters[left - 1 : left] not in (",", "，") and mark[0][1:] != "由"
        if opens or _form(WHO).search(before):
            return True
    if verb.endswith(tuple(group_of("stating-words", "called"))) or _form(AS_FOLLOWS).search(characters, left, right):
        return True
    if goes_on and verb not in _group("grant") and _form(CONDITION).match(characters[left:right]):
        return True
    if (
        verb in _group("consent")
        and (goes_on or characters[act.end : act.end + 1] in ("后", "的", "可"))
        and CONSENT.search(before)
    ):
        return True
    if TITLED.match(characters, act.verb_end):
        return True
    if _form(REPORTED).fullmatch(characters, act.verb, act.end) or "是否" in before:
        return True
    return act.start == act.verb and _form(LABEL).match(characters, act.verb) is not None


def _of_others(characters: str, act: Act, left: int, right: int) -> bool:
    """Whether an act is part of a name for those whom a rule is for, or what the circumstances do."""
    verb = characters[act.verb : act.verb_end]
    before = characters[left : act.verb]
    if (verb == "允许" and _form("{circumstance}$").search(before)) or SUPERIOR.search(before):
        return True
    if act.start != act.verb or not applies(verb):
        return False
    said = characters[act.start : act.end]
    if verb in _group("private") and act.end == right and THOSE_WHO.search(said):
        return True
    return _form(THEIR).search(said) is not None


def _bare(characters: str, act: Act, left: int, right: int) -> bool:
    """Whether an act is harm, a rank, praise, or a word that is no predicate."""
    verb, words = characters[act.verb : act.verb_end], characters[act.start : act.end]
    if verb == "领导" and _form(LEADERS).search(characters, left, act.verb):
        return True
    if verb in ("长达", "高达", "多达") and MEASURED.match(characters, act.verb_end):
        return True
    if verb in _group("harm") or verb in _group("ordinal") or (verb == "发生" and QUAKE.search(words)):
        return True
    rank = _form(RANK).match(characters, act.verb, max(act.end, right))
    front = LASTING.sub("", characters[act.start : act.verb]) if rank else ""
    if rank and not any(c.isdecimal() for c in front + characters[rank.end() : act.end]):
        return True
    if any(c.isdecimal() for c in words):
        return False
    said = characters[act.verb_end : act.end]
    if verb in _group("comparing") and not SHALL.search(characters, left, act.verb) and not NUMERAL.search(words):
        return True
    if _form(BETTERED).search(said) and verb not in _worked():
        return True
    if AMIDST.search(words) or _form(WELL).fullmatch(said):
        return True
    if verb in _group("state") and act.start < act.verb:
        return True
    if verb in _group("manner") and characters[act.start : act.verb].startswith(("以", "朝", "向")):
        return True
    if (verb == "考虑" and _form(WEIGHED).fullmatch(said)) or (verb == "迎接" and HAILED.fullmatch(said)):
        return True
    scope = verb.removeprefix("不") in _group("scope")
    if scope and (OWN.match(said) or _form(OWN_TEXT).search(characters, left, act.verb)):
        return True
    if characters[left : act.end].endswith(tuple(_group("likewise"))):
        return True
    if characters.startswith(BRISK, act.verb - len(BRISK)) and act.start < act.verb:
        return True
    if verb in ("做", "做了") and _form(WORKED).fullmatch(said):
        return True
    if verb == "享受" and said.startswith("到"):
        return True
    if verb == "提供" and SERVES.fullmatch(said):
        return True
    return bool(SOMEWHAT.search(words)) or (verb in ("取得", "获得") and _form(PRAISE).fullmatch(said) is not None)


@cache
def _worked() -> frozenset[str]:
    """Predicates that work on something (推动环境不断改善)."""
    works = group_of("object-edges", "pivot") | group_of("object-edges", "spur")
    return works - {"吸引", "招引"} | _group("brings")
