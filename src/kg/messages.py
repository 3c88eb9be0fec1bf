"""What the program says to people, in Chinese and English.

One table: a code, the Chinese text, the English text. Values are put in with `str.format`. A code without a text
is a bug and raises KeyError.
"""

from __future__ import annotations

import os

LANGUAGES = ("zh", "en")

MESSAGES: dict[str, tuple[str, str]] = {
    # reading
    "path-missing": ("找不到 {path}。请检查路径。", "{path} does not exist. Check the path."),
    "file-empty": ("{path} 是空文件。", "{path} is empty."),
    "file-binary": (
        "{path} 不是文本文件。目前可读 UTF-8 与 GB18030 编码的 .txt 文件。",
        "{path} is not text. Readable are .txt files in UTF-8 or GB18030.",
    ),
    "file-encoding": (
        "{path} 的编码不是 UTF-8 或 GB18030。请另存为 UTF-8 文本后重试。",
        "{path} is in another encoding than UTF-8 or GB18030. Save it as UTF-8 text and try again.",
    ),
    "file-unreadable": (
        "无法读取 {path}：{reason}。请检查权限。",
        "{path} can't be read: {reason}. Check its permissions.",
    ),
    "format-unreadable": (
        "{path} 的格式（{suffix}）目前不能读取。可读的格式：{readable}。请先转换。",
        "{path} has a format that is not readable yet ({suffix}). Readable: {readable}. Convert it first.",
    ),
    "path-is-folder": (
        "{path} 是文件夹，此处需要一个文件。请指定其中的文件。",
        "{path} is a folder where a file is needed. Name a file in it.",
    ),
    "path-not-a-file": (
        "{path} 不是普通文件。请指定文本文件。",
        "{path} is not an ordinary file. Name a text file.",
    ),
    "folder-without-documents": (
        "文件夹 {path} 中没有可读的文档（{readable}）。请检查路径。",
        "The folder {path} has no readable documents ({readable}). Check the path.",
    ),
    # command line
    "error": ("错误：{message}", "Error: {message}"),
    "interrupted": ("已中断；未完成的部分没有写入。", "Interrupted. Nothing was left half-written."),
    "usage-hint": ("运行 “{command} --help” 查看用法。", "Run '{command} --help' for help."),
    "usage-mistake": ("用法有误：{message}", "{message}"),
    "option-unknown": ("没有选项 {name}。", "There is no option {name}."),
    "command-unknown": ("没有命令 {name}。", "There is no command {name}."),
    "did-you-mean": ("是否指：{names}？", " Did you mean: {names}?"),
    "option-needs-value": ("选项 {name} 需要一个值。", "The option {name} needs a value."),
    "option-without-value": ("选项 {name} 不带值。", "The option {name} takes no value."),
    "argument-missing": ("缺少参数 {name}。", "{name} is missing."),
    "arguments-left": (
        "{command} 的参数过多：{names}。含空格的文字请加引号。",
        "{command} got more arguments than it takes: {names}. Put quotes around text with spaces.",
    ),
    "choice-unknown": ("选项 {name} 的值不对。可用：{choices}。", "{name} has no such value. Use one of: {choices}."),
    "parameter-form": (
        "参数 “{parameter}” 应写作 名称=值，例如 -p body=区政府。",
        "The parameter '{parameter}' should read name=value, as in -p body=区政府.",
    ),
    "format-needed": (
        "请用 --format 指明格式，或用 -o 给出带扩展名的文件。可用：{known}。",
        "Name a format with --format, or a file with an extension with -o. Known: {known}.",
    ),
    "query-nothing-asked": (
        "请给出问题名称、.rq 文件或 -；kg query --list 列出所有问题。",
        "Name a question, an .rq file or -; kg query --list shows the questions.",
    ),
    "facts-need-folder": (
        "共有 {count} 份报告，请用 -o 指定输出文件夹。",
        "There are {count} reports. Name a folder for them with -o.",
    ),
    "facts-same-stem": (
        "{first} 与 {second} 会写成同一个文件 {name}。请分开处理或改名。",
        "{first} and {second} would both be written to {name}. Run them apart, or rename one.",
    ),
    "facts-written": ("已写入 {count} 份报告的事实：{folder}", "Facts of {count} reports written into {folder}"),
    "written": ("已写入 {path}", "Written: {path}"),
    "building": ("正在构建", "Building"),
    "reading": ("正在读取", "Reading"),
    "build-unchanged": ("{source}：没有变化，跳过。", "{source}: unchanged, skipped."),
    "build-structure": (
        "结构：{sections} 个标题，{sentences} 个句子",
        "structure: {sections} headings, {sentences} sentences",
    ),
    "build-mentions": (
        "提及：{entities} 处，{names} 个名称；数量 {quantities}，日期 {days}",
        "mentions: {entities} of {names} names; {quantities} quantities, {days} dates",
    ),
    "build-measures": (
        "举措：{measures} 项；责任 {agents} 条，其中 {explicit} 条写明；成效 {outcomes} 条，其中 {dated} 条有日期",
        "measures: {measures}; {agents} responsibilities, {explicit} of them said; {outcomes} outcomes, {dated} dated",
    ),
    "build-total": (
        "构建 {built} 份，未变 {unchanged} 份，新增举措 {measures} 项。图库：{store}",
        "{built} built, {unchanged} unchanged, {measures} measures read. Store: {store}",
    ),
    "removed": ("已移除：{report}", "Removed: {report}"),
    "findings-title": ("校验结果", "What validation found"),
    "findings-show": ("显示", "Show"),
    "finding-measure": ("■ {measure}", "■ {measure}"),
    "finding-place": (
        "第 {line} 行，字符 {start}-{end}　{section}",
        "line {line}, characters {start}-{end}  {section}",
    ),
    "findings-total": (
        "错误 {violation} 项，警告 {warning} 项，提示 {info} 项。",
        "{violation} violations, {warning} warnings, {info} notes.",
    ),
    "violation": ("错误", "violation"),
    "warning": ("警告", "warning"),
    "info": ("提示", "note"),
    "column-number": ("文号", "Number"),
    "column-title": ("标题", "Title"),
    "column-issuer": ("落款机关", "Issuer"),
    "column-date": ("日期", "Date"),
    "column-measures": ("举措", "Measures"),
    "column-source": ("文件", "Source"),
    "column-name": ("名称", "Name"),
    "column-question": ("问题", "Question"),
    "column-parameters": ("参数", "Parameters"),
    "standard-output": ("标准输出", "standard output"),
    "os-failure": (
        "{path}：{reason}。请检查路径、权限与磁盘。",
        "{path}: {reason}. Check the path, its permissions and the disk.",
    ),
    "os-EACCES": ("没有权限", "permission denied"),
    "os-EPERM": ("不允许此操作", "operation not permitted"),
    "os-ENOSPC": ("磁盘已满", "no space left on the disk"),
    "os-EDQUOT": ("磁盘配额已满", "disk quota used up"),
    "os-EROFS": ("文件系统只读", "read-only file system"),
    "os-EISDIR": ("是文件夹，不是文件", "is a folder, not a file"),
    "os-ENOTDIR": ("路径的上级不是文件夹", "a parent of the path is not a folder"),
    "os-EEXIST": ("已有同名文件", "a file of that name exists"),
    "os-ENOENT": ("找不到文件或文件夹", "no such file or folder"),
    "os-ENAMETOOLONG": ("名称过长", "the name is too long"),
    "os-EIO": ("读写出错", "input or output error"),
    # graph: names, store
    "base-not-iri": (
        "环境变量 KG_BASE 的值“{base}”不是绝对 IRI。请写成 https://example.org/ 的形式。",
        "KG_BASE is “{base}”, which is no absolute IRI. Write it like https://example.org/.",
    ),
    "store-missing": (
        "找不到图库 {path}。请先运行 kg build，或用 --store 指定另一个图库。",
        "There is no store at {path}. Run kg build first, or name another one with --store.",
    ),
    "store-not-ours": (
        "{path} 不是 kg 的图库。请用 --store 指定另一个文件夹。",
        "{path} is not a store of kg. Name another folder with --store.",
    ),
    "store-newer": (
        "图库 {path} 的格式版本是 {found}，本程序只认识版本 {known}。请更新程序，或重新构建图库。",
        "The store {path} has format {found}; this program knows format {known}. Update it, or build the store anew.",
    ),
    "store-locked": (
        "图库 {path} 正被另一个程序使用。请等它结束后重试。",
        "The store {path} is in use by another program. Wait until it ends and try again.",
    ),
    "store-damaged": (
        "图库 {path} 已损坏：{reason}。请删除该文件夹并重新构建。",
        "The store {path} is damaged: {reason}. Delete the folder and build it again.",
    ),
    "store-unwritable": (
        "无法写入图库 {path}：{reason}。请检查权限和磁盘空间。",
        "The store {path} can't be written: {reason}. Check its permissions and the space on the disk.",
    ),
    "report-unknown": (
        "图库中没有报告“{name}”。现有：{known}。",
        "The store has no report “{name}”. It has: {known}.",
    ),
    "report-ambiguous": (
        "“{name}”符合多份报告：{found}。请写出完整的发文字号或 IRI。",
        "“{name}” fits several reports: {found}. Give the whole document number or the IRI.",
    ),
    "query-broken": (
        "查询语句有误：{reason}。请检查 SPARQL 语法。",
        "The query is broken: {reason}. Check its SPARQL.",
    ),
    # graph: export, files
    "format-unknown": (
        "没有“{format}”这种格式。可用：{known}。",
        "There is no format “{format}”. Known: {known}.",
    ),
    "output-unwritable": (
        "无法写入 {path}：{reason}。请检查文件夹、权限和磁盘空间。",
        "{path} can't be written: {reason}. Check the folder, its permissions and the space on the disk.",
    ),
    # graph: validation, reasoning
    "rdf-broken": (
        "{path} 第 {line} 行不是正确的 RDF：{reason}。请改正后重试。",
        "{path} is not correct RDF at line {line}: {reason}. Correct it and try again.",
    ),
    "shapes-broken": (
        "{path} 中的 SHACL 形状无法编译：{reason}。请改正后重试。",
        "The SHACL shapes of {path} don't compile: {reason}. Correct them and try again.",
    ),
    "java-missing": (
        "找不到 Java，无法运行 HermiT 推理机。请安装 Java 11 或更高版本。",
        "Java is not installed, so the HermiT reasoner can't run. Install Java 11 or later.",
    ),
    "build-again": (
        "已用图库 {store} 中的原文重建 {count} 份报告。",
        "{count} reports of {store} made anew from their texts.",
    ),
    "column-kind": ("种类", "Kind"),
    "column-division": ("区划", "Division"),
    "column-aliases": ("别名", "Aliases"),
    "column-mentions": ("提及", "Mentions"),
    "column-reports": ("报告", "Reports"),
    "column-bases": ("名称依据", "Found by"),
    "column-verdict": ("决定", "Verdict"),
    "column-keep": ("保留的名称", "Keep"),
    "column-reason": ("理由", "Reason"),
    "names-decided": (
        "已采用 {count} 项决定（原有 {before} 项），更新 {reports} 份报告。",
        "{count} decisions taken ({before} before), {reports} reports made anew.",
    ),
    "decision-orphaned": (
        "没有报告提到“{name}”（{kind}，{division}）：此项决定未起作用。",
        "No report names “{name}” ({kind}, {division}): the decision about it has no effect.",
    ),
    "decision-broken": (
        "{path} 第 {line} 行不是一项决定。应为以制表符分隔的五项：same 或 different、种类（{kinds}）、"
        "区划代码或 *、名称、保留的名称。",
        "{path}, line {line} is no decision. It should read, parted by tabs: same or different, kind ({kinds}),"
        " division code or *, name, name to keep.",
    ),
    "decision-contradicts": (
        "{path} 第 {line} 行与另一项决定矛盾：{name} 已定为 {other}。",
        "{path}, line {line} contradicts another decision: {name} is {other} already.",
    ),
    "reason-rule": ("{rule}：{count} 条", "{rule}: {count}"),
    "reason-total": ("共推出 {count} 条陈述。", "{count} statements inferred."),
    "reason-consistent": ("HermiT 未发现矛盾。", "HermiT finds no contradiction."),
    "report-contradicts": ("{report} 与本体矛盾。", "{report} contradicts the ontology."),
    "checking": ("检查", "Checking"),
    "inferred-dropped": (
        "报告有变动，原有推论已删除；请再次运行 kg reason。",
        "Reports have changed, so what was inferred is gone. Run kg reason again.",
    ),
    "store-outdated": (
        "图库中有 {count} 份报告由旧版本体建立（{sources}）。"
        "运行 kg build --again --store {store} 可用图库中存有的原文重建，不会丢失内容。",
        "{count} reports in the store were made with another version of the ontology ({sources}). kg build --again"
        " --store {store} makes them anew from the texts that the store holds; nothing is lost.",
    ),
    # the responsibility table
    "column-report": ("报告", "Report"),
    "column-section": ("部分", "Section"),
    "column-measure": ("举措", "Measure"),
    "column-lead": ("牵头单位", "Lead bodies"),
    "column-partners": ("配合单位", "Partners"),
    "column-basis": ("依据", "How we know"),
    "column-sites": ("服务点与系统", "Sites and systems"),
    "column-programmes": ("项目/机制", "Programmes"),
    "column-documents": ("文件", "Documents"),
    "column-outcome": ("成效", "Outcome"),
    "column-value": ("数值", "Value"),
    "column-unit": ("单位", "Unit"),
    "column-modifier": ("修饰", "Modifier"),
    "column-as_of": ("截至日期", "As of"),
    "column-status": ("状态", "Status"),
    "column-gaps": ("缺口", "Gaps"),
    "column-sentence": ("原句", "Sentence"),
    "column-line": ("行", "Line"),
    "column-start": ("起", "Start"),
    "column-end": ("止", "End"),
    "column-body": ("责任单位", "Body"),
    "column-site": ("服务点", "Site"),
    "column-programme": ("项目/机制", "Programme"),
    "column-gap": ("缺口", "Gap"),
    "table-title": ("责任清单", "Responsibility table"),
    "column-link": ("网页", "Page"),
    "table-open": ("看原句", "Show"),
    "table-others": ("其他单位", "Other bodies"),
    "table-count": (
        "举措 {measures} 项，其中有缺口的 {gaps} 项。",
        "{measures} measures, {gaps} of them with gaps.",
    ),
    "table-nothing": (
        "没有可列入责任清单的举措。请先用 kg build 读入报告，或换一份报告。",
        "There is no measure to put into the table. Read reports with kg build first, or name another report.",
    ),
    "table-too-long": (
        "共 {rows} 行，一张工作表最多 {most} 行。请用 --report 只取一份报告，或改用 csv 格式。",
        "There are {rows} rows; a sheet holds {most}. Name one report with --report, or write csv.",
    ),
    # asking
    "why-nothing": (
        "图库中没有关于“{text}”的陈述。用 kg trace 或 kg query 查看有哪些名称。",
        "The store says nothing about “{text}”. See kg trace or kg query for the names it has.",
    ),
    "trace-nothing": (
        "没有与“{text}”相符的内容。最接近的名称：{near}。",
        "Nothing matches “{text}”. The nearest names: {near}.",
    ),
    "ask-query": ("所问即：{command}", "This asks: {command}"),
    "ask-several": (
        "问题中的名称符合 {count} 个名称：{names}。答案包括所有这些。",
        "The name in the question fits {count} names: {names}. The answer has them all.",
    ),
    "ask-empty": ("图库中没有符合的内容。", "The store has nothing of the kind."),
    "ask-unread": (
        "读不懂这个问题：“{text}”。最接近的可问问题：{near}\n全部问题见 kg query --list。",
        "This question can't be read: “{text}”. The nearest that can:{near}\nAll of them: kg query --list.",
    ),
    "ask-name": (
        "图库中没有这个名称：“{name}”。最接近的名称：{known}。最接近的可问问题：{near}",
        "The store has no such name: “{name}”. The nearest names: {known}. The nearest questions:{near}",
    ),
    "ask-value": (
        "问题中的日期或数字读不懂：“{value}”。日期写作 2023-10-31 或 2023年10月31日。最接近的可问问题：{near}",
        "This day or number can't be read: “{value}”. A day is written 2023-10-31. The nearest questions:{near}",
    ),
    "ask-ambiguous": (
        "“{text}”中的名称可能指不同种类的事物。请从中选一个：{readings}",
        "The name in “{text}” may be of things of several kinds. Take one of these:{readings}",
    ),
    "stats-empty": (
        "图库 {store} 中没有举措。请先用 kg build 读入报告。",
        "The store {store} has no measures. Read reports with kg build first.",
    ),
    "stats-one-table": (
        "csv 只容一张表。请用 --by 指明其一：{kinds}。",
        "A csv file holds one table. Name it with --by: {kinds}.",
    ),
    "stats-estimated": (
        "图较大，中介度由部分节点估算。",
        "The graph is large: betweenness is estimated from some of its nodes.",
    ),
    "stats-title": (
        "举措统计：{reports} 份报告，{measures} 项举措",
        "Measures counted: {reports} reports, {measures} measures",
    ),
    "column-by-body": ("责任单位", "Bodies"),
    "column-by-pair": ("共同参与的单位", "Bodies that work together"),
    "column-by-action": ("行动类别", "Kinds of action"),
    "column-by-report": ("报告", "Reports"),
    "stats-rest": ("另有 {count} 项未画出", "{count} more are not drawn"),
    "stats-no-kind": ("（未归类）", "(no kind)"),
    "column-led": ("牵头", "Led"),
    "column-shared": ("共同参与", "Shared"),
    "column-with_outcome": ("有成效", "With outcome"),
    "column-without_outcome": ("无成效", "Without outcome"),
    "column-degree": ("度", "Degree"),
    "column-betweenness": ("中介度", "Betweenness"),
    "column-one": ("单位一", "One body"),
    "column-other": ("单位二", "Other body"),
    "column-action": ("行动类别", "Kind of action"),
    "column-done": ("已完成", "Done"),
    "column-ongoing": ("进行中", "Ongoing"),
    "column-planned": ("计划", "Planned"),
    "column-bodies": ("单位数", "Bodies"),
    "query-unknown": (
        "没有名为 {name} 的问题。最接近的有：{near}。用 kg query --list 查看全部。",
        "There is no question named {name}. The nearest: {near}. See kg query --list.",
    ),
    "query-service": (
        "查询中的 SERVICE 需要联网，不予执行。请去掉 SERVICE。",
        "SERVICE in a query needs a network and is refused. Leave it out.",
    ),
    "query-form": (
        "此查询的结果不能输出为 {format}。可用：{known}。",
        "The answer to this query can't be written as {format}. Use one of: {known}.",
    ),
    "parameter-unknown": (
        "问题 {question} 没有参数 {name}。可用参数：{known}。",
        "The question {question} has no parameter {name}. It has: {known}.",
    ),
    "parameter-missing": (
        "问题 {question} 缺少参数 {name}。请用 -p {name}=值 给出。",
        "The question {question} needs the parameter {name}. Give it with -p {name}=VALUE.",
    ),
    "parameter-type": (
        "参数 {name} 的值 {value} 不是 {type}。日期写作 2023-10-31。",
        "The parameter {name} takes a {type}, not {value}. A date is written 2023-10-31.",
    ),
    # comparing
    "compare-counts": (
        "已兑现 {fulfilled}，延续 {continued}，未见回应 {unanswered}，不再提及 {dropped}，新增 {new}；"
        "责任易手 {moved}。",
        "{fulfilled} fulfilled, {continued} continued, {unanswered} unanswered, {dropped} dropped, {new} new;"
        " responsibility moved in {moved}.",
    ),
    "answers-counts": (
        "有回应 {answered} 项，未见回应 {unanswered} 项。",
        "Demands answered: {answered}; unanswered: {unanswered}.",
    ),
    "demands-none": (
        "{source} 中没有读到意见：既无编号事项，也无句子。请检查文件。",
        "{source} demands nothing: it has neither numbered items nor sentences. Check the file.",
    ),
    "terminal-or-format": (
        "--terminal 输出文本树，不能同时用 --format {format}。去掉其中一个。",
        "--terminal draws a tree of text and does not go with --format {format}. Leave one of them out.",
    ),
}


def say(code: str, language: str, **values: object) -> str:
    """The message of this code in ``zh`` or ``en``."""
    return MESSAGES[code][LANGUAGES.index(language)].format(**values)


def default_language() -> str:
    """``en`` or ``zh`` from the locale's variables; zh where they say nothing (POSIX: LC_ALL, LC_MESSAGES, LANG)."""
    name = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "en" if name.partition(".")[0].partition("_")[0].lower() == "en" else "zh"
