"""What is said of questions and their answers."""

MESSAGES: dict[str, tuple[str, str]] = {
    "parameter-form": (
        "参数 “{parameter}” 应写作 名称=值，例如 -p body=区政府。",
        "The parameter '{parameter}' should read name=value, as in -p body=区政府.",
    ),
    "query-nothing-asked": (
        "请给出问题名称、.rq 文件或 -；kg query --list 列出所有问题。",
        "Name a question, an .rq file or -; kg query --list shows the questions.",
    ),
    "query-broken": (
        "查询语句有误：{reason}。请检查 SPARQL 语法。",
        "The query is broken: {reason}. Check its SPARQL.",
    ),
    "reason-rule": ("{rule}：{count} 条", "{rule}: {count}"),
    "reason-total": ("共推出 {count} 条陈述。", "{count} {count:statement|statements} inferred."),
    "reason-checking": (
        "用 HermiT 逐份检查 {count} 份报告；一份大的报告可能要几分钟。",
        "HermiT checks {count} {count:report|reports} one by one; a large one may take minutes.",
    ),
    "reason-consistent": ("HermiT 未发现矛盾。", "HermiT finds no contradiction."),
    "why-nothing": (
        "图库中没有关于“{text}”的陈述。用 kg trace 或 kg query 查看有哪些名称。",
        "The store says nothing about “{text}”. See kg trace or kg query for the names it has.",
    ),
    "trace-nothing": (
        "没有与“{text}”相符的内容。{near}",
        "Nothing matches “{text}”.{near}",
    ),
    "near-names": ("最接近的名称：{names}。", " The nearest names: {names}."),
    "query-name": (
        "图库中没有名称含“{text}”的内容（参数 {name}）。{near}",
        "Nothing in the store has “{text}” in its name (parameter {name}).{near}",
    ),
    "ask-query": ("所问即：{command}", "This asks: {command}"),
    "ask-several": (
        "问题中的名称符合 {count} 个名称：{names}。答案包括所有这些。",
        "The name in the question fits {count} names: {names}. The answer has them all.",
    ),
    "ask-taken": (
        "图库中没有正好叫“{said}”的；答案所说的是“{name}”。",
        "Nothing in the store is called just “{said}”; the answer is about “{name}”.",
    ),
    "ask-region": (
        "“{said}”按其政府“{name}”理解；要问其他单位，请写全名。",
        "“{said}” is taken for its government, “{name}”; to ask about another body, write its name in full.",
    ),
    "ask-year": (
        "“今年”按所问单位最新一份报告的年份理解（没有这样的报告时，按图库中最新的报告），所问年份为 {year} 年。",
        "“This year” is that of the newest report of the body asked about, or of the store where it has none;"
        " the year asked for is {year}.",
    ),
    "ask-day": (
        "日期没有写年份，按 {day} 理解（所问单位最新一份报告的年份，或图库中有数字截至的最近一年）。",
        "The day is said without its year and taken for {day}: that of the newest report of the body asked about, or"
        " the last for which the store has figures.",
    ),
    "ask-empty": ("图库中没有符合的内容。", "The store has nothing of the kind."),
    "ask-other-years": ("有内容的年份：{years}。", "There is something for {years}."),
    "ask-unread": (
        "读不懂这个问题：“{text}”。{left}{closest}最接近的可问问题：{near}\n全部问题见 kg query --list。",
        "This question can't be read: “{text}”.{left}{closest} The nearest that can:{near}\n"
        "All of them: kg query --list.",
    ),
    "ask-closest": (
        "用词与它最接近的句子（不一定是答案）：{sentences}\n",
        " The sentences nearest to its words, which need not be an answer:{sentences}\n",
    ),
    "ask-near": (
        "用词与问题最接近的句子（不一定是答案）：{sentences}",
        "The sentences nearest to the question's words, which need not be an answer:{sentences}",
    ),
    "ask-leads": ("（牵头：{bodies}）", " (led by {bodies})"),
    "ask-otherwise": (
        "这样问没有答案，改按问题的各个部分理解。",
        "That has no answer; the question is taken by its parts instead.",
    ),
    "ask-left": ("没有读懂或图库中没有的是：{words}。{rest}", " What is not read, or not in the store: {words}.{rest}"),
    "ask-rest": ("其余部分可以这样问：{command}。", " The rest can be asked so: {command}."),
    "ask-not-told": (
        "“{words}”没有读进答案：以下是问题其余部分所问的内容。",
        "“{words}” is not told by the answer: the rows are what the rest of the question asks.",
    ),
    "ask-name": (
        "图库中没有这个名称：“{name}”。{known}{closest}最接近的可问问题：{near}",
        "The store has no such name: “{name}”.{known}{closest} The nearest questions:{near}",
    ),
    "ask-in-text": (
        "“{name}”不是图库中的名称，{mentioned}{known}最接近的可问问题：{near}",
        "“{name}” is no name in the store, {mentioned}{known} The nearest questions:{near}",
    ),
    "ask-mentioned": (
        "但有 {count} 个句子写到它：{sentences}\n{more}",
        "but {count} {count:sentence has|sentences have} it:{sentences}\n{more}",
    ),
    "ask-trace": (
        "写到它的举措见 {command}。",
        "For the measures that have it: {command}.",
    ),
    "ask-value": (
        "问题中的日期或数字读不懂：“{value}”。日期写作 2023-10-31 或 2023年10月31日。最接近的可问问题：{near}",
        "This day or number can't be read: “{value}”. A day is written 2023-10-31. The nearest questions:{near}",
    ),
    "ask-ambiguous": (
        "“{text}”中的名称可能指不同种类的事物。请从中选一个：{readings}",
        "The name in “{text}” may be of things of several kinds. Take one of these:{readings}",
    ),
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
        "参数 {name} 不接受 {value}。整数写作 12，日期写作 2023-10-31。",
        "The parameter {name} does not take {value}. A whole number is written 12, a date 2023-10-31.",
    ),
    "parameter-among": (
        "参数 {name} 不接受“{value}”。可用：{known}。",
        "The parameter {name} does not take “{value}”. It takes: {known}.",
    ),
    "compare-counts": (
        "A 有举措 {first} 项，B 有 {second} 项。成对的（同一举措可入数对）：已报告完成 {fulfilled} 对，"
        "延续 {continued} 对，其中存疑（相似度低于 {least}）{uncertain} 对，责任易手 {moved} 对。"
        "不成对的：A 未见回应 {unanswered} 项，不再提及 {dropped} 项；B 新增 {new} 项。",
        "A has {first} {first:measure|measures}, B {second}. Pairs, where a measure may stand in several: {fulfilled}"
        " reported as done, {continued} continued; {uncertain} of them uncertain (score below {least}), responsibility"
        " moved in {moved}."
        " Measures without a pair: {unanswered} of A unanswered, {dropped} of A dropped, {new} of B new.",
    ),
    "compare-counts-apart": (
        "A 有举措 {first} 项，B 有 {second} 项。两份报告属于不同地方，相似的举措不表示一方落实了另一方的计划。"
        "成对的（同一举措可入数对）：两者都有 {both} 对，其中存疑（相似度低于 {least}）{uncertain} 对，"
        "牵头部门不同 {moved} 对。不成对的：只在 A {first_only} 项，只在 B {second_only} 项。",
        "A has {first} {first:measure|measures}, B {second}. The reports are of different places: a measure of one does"
        " not answer a plan of the other. Pairs, where a measure may stand in several: {both} in both; {uncertain} of"
        " them uncertain (score below {least}), led by another kind of body in {moved}. Measures without a pair:"
        " {first_only} only in A, {second_only} only in B.",
    ),
    "compare-same": (
        "“{first}”和“{second}”是同一份报告，或正文完全相同（{source}），比较不出变化。请另选一份。",
        "“{first}” and “{second}” are one report, or two with the same text ({source}): there is no change to see."
        " Name another one.",
    ),
    "compare-nothing": (
        "{report} 中没有读到举措：没有可比较的内容。用 kg facts 可看其中读到了什么。",
        "No measure was read in {report}: there is nothing to compare. kg facts shows what was read in it.",
    ),
    "compare-backwards": (
        "第一份报告（{first}）晚于第二份（{second}）：计划会被拿来与更早的结果相比。请调换两者的次序。",
        "The first report ({first}) is later than the second ({second}): its plans are held against what was done"
        " before them. Change the order of the two.",
    ),
    "answers-counts": (
        "有回应 {answered} 项（其中按标题 {headed} 项、按内容 {matter} 项），未见回应 {unanswered} 项。",
        "Demands answered: {answered} ({headed} of them by a section's heading, {matter} by a section's matter);"
        " unanswered: {unanswered}.",
    ),
    "answers-headed": (
        "按标题回应 {score}：{number} {heading}（第 {line} 行），其下举措 {under} 项，列出前 {shown} 项：",
        "By a section {score}: {number} {heading} (line {line}); {under} {under:measure|measures} under it, the first"
        " {shown}:",
    ),
    "answers-none": (
        "{source} 的 {count} 项意见，{report} 均未回应。请核对是否选对了报告。",
        "Of {count} {count:demand|demands} in {source} none is answered by {report}. Check that it is the report"
        " you mean.",
    ),
    "answers-matter": (
        "按内容回应（请核对）{score}：{number} {heading}（第 {line} 行），其下举措 {under} 项，"
        "列出最接近的 {shown} 项：",
        "By a section of the same matter, to be checked {score}: {number} {heading} (line {line}); {under}"
        " {under:measure|measures} under it, the {shown} nearest:",
    ),
    "demands-none": (
        "{source} 中没有读到意见：既无编号事项，也无句子。请检查文件。",
        "{source} demands nothing: it has neither numbered items nor sentences. Check the file.",
    ),
    "view-nothing": (
        "没有可画的举措。请先用 kg build 读入报告，或换一份报告。",
        "There is no measure to draw. Read reports with kg build first, or name another report.",
    ),
    "focus-several": (
        "“{text}”对应 {count} 个名称：{names}。图中全部显示；写出其中一个的全名即可只看它。",
        "“{text}” is part of {count} names: {names}. All are shown; write one of them in full to see it alone.",
    ),
    "focus-same": (
        "有 {count} 个事物都叫“{name}”（{kinds}）。图中一并显示，无法只看其一。",
        "{count} things are called “{name}” ({kinds}). All are shown; no name shows one of them alone.",
    ),
    "focus-reports": (
        "有 {count} 个事物都叫“{name}”，见于不同报告：{reports}。图中一并显示；加 --report 可只看其中一份报告的。",
        "{count} things are called “{name}”, in these reports: {reports}. All are shown; --report shows those of one"
        " report alone.",
    ),
    "picture-large": (
        "{path} 按可读字号（{points} 磅）打印需 {width} × {height} 毫米，大于 A4；改用 -o 文件名.pdf 可分页打印。",
        "{path} takes {width} × {height} mm when its words are printed in {points} points, more than A4 holds;"
        " -o FILE.pdf spreads it over pages.",
    ),
    "picture-too-tall": (
        "{path} 要缩小到 {percent}% 才画得下，文字会看不清，没有写出。请改用 .html、.pdf 或 .svg，"
        "或用 --focus、--report 缩小范围。",
        "{path} would be drawn at {percent} % of its size, where no words can be read: it was not written. Use .html,"
        " .pdf or .svg, or ask for less with --focus or --report.",
    ),
    "picture-shrunk": (
        "{path} 太高，已缩小到 {percent}%，文字可能看不清；请改用 .svg 或 .pdf，或用 --focus 缩小范围。",
        "{path} is so tall that it was drawn at {percent} % of its size and may not be legible; use .svg or .pdf,"
        " or ask for less with --focus.",
    ),
    "outline-without-svg": (
        "--outline 只用于 SVG，不能与 {format} 同用。去掉它，或用 -o 文件名.svg。",
        "--outline is for SVG and does not go with {format}. Leave it out, or use -o FILE.svg.",
    ),
    "font-missing": (
        "缺少画图所需的中文字体（软件包 manimgx-fonts-cjk）。请运行 pip install manimgx-fonts-cjk。",
        "The font that pictures need is missing (package manimgx-fonts-cjk). Run: pip install manimgx-fonts-cjk",
    ),
    "view-too-large": (
        "要画的举措有 {measures} 项，一张图或一个网页最多 {most} 项。请用 --report 只取一份报告，"
        "或用 --focus TEXT 指明单位、服务点、项目或标题；全部举措可用 kg table 列出，"
        "或用 kg export -o 全部.graphml 导出。",
        "There are {measures} measures to draw; a picture or page takes {most} at most. Name one report with"
        " --report, or a body, site, programme or heading with --focus TEXT; kg table lists all measures, and"
        " kg export -o all.graphml has them as a network.",
    ),
}
