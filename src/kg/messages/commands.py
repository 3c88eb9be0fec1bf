"""What the command line says of itself: arguments, options, files written, progress, findings."""

MESSAGES: dict[str, tuple[str, str]] = {
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
    "format-needed": (
        "请用 --format 指明格式，或用 -o 给出带扩展名的文件。可用：{known}。",
        "Name a format with --format, or a file with an extension with -o. Known: {known}.",
    ),
    "facts-need-folder": (
        "共有 {count} 份报告，请用 -o 指定输出文件夹。",
        "There are {count} reports. Name a folder for them with -o.",
    ),
    "facts-same-stem": (
        "{first} 与 {second} 会写成同一个文件 {name}。请分开处理或改名。",
        "{first} and {second} would both be written to {name}. Run them apart, or rename one.",
    ),
    "facts-written": (
        "已写入 {count} 份报告的事实：{folder}",
        "Facts of {count} {count:report|reports} written into {folder}",
    ),
    "facts-replaced": (
        "其中 {count} 个文件原已存在，已替换。",
        "{count} of these files {count:was|were} there before and {count:is|are} replaced.",
    ),
    "written": ("已写入 {path}", "Written: {path}"),
    "replaced": ("已替换 {path}（原有同名文件）", "Replaced: {path}, a file that was there before"),
    "building": ("正在构建", "Building"),
    "validating": ("正在校验", "Validating"),
    "reading": ("正在读取", "Reading"),
    "build-unchanged": ("{source}：没有变化，跳过。", "{source}: unchanged, skipped."),
    "build-replaced": (
        "{source}：图库中同一份报告（{former}）正文不同，已被替换。",
        "{source}: took the place of another text of the same report in the store ({former}).",
    ),
    "build-nothing": (
        "{source}：没有读到任何举措。请确认它是中文的政府报告或文件。",
        "{source}: no measure was read. Make sure that it is a government report or document in Chinese.",
    ),
    "build-structure": (
        "结构：{sections} 个标题，{sentences} 个句子",
        "structure: {sections} {sections:heading|headings}, {sentences} {sentences:sentence|sentences}",
    ),
    "build-mentions": (
        "提及：{entities} 处，{names} 个名称；数量 {quantities}，日期 {days}",
        "mentions: {entities} of {names} {names:name|names}; {quantities} {quantities:quantity|quantities},"
        " {days} {days:date|dates}",
    ),
    "build-measures": (
        "举措：{measures} 项；责任 {agents} 条，其中 {explicit} 条写明；成效 {outcomes} 条，其中 {dated} 条有日期",
        "measures: {measures}; responsibilities: {agents}, {explicit} of them said; outcomes: {outcomes},"
        " {dated} dated",
    ),
    "build-total": (
        "构建 {built} 份，未变 {unchanged} 份，新增举措 {measures} 项。图库：{store}",
        "{built} built, {unchanged} unchanged, {measures} {measures:measure|measures} read. Store: {store}",
    ),
    "report-in-part": (
        "“{name}”不是完整的名称；部分相符的有：{found}。没有移除。要移除，请写出完整的文号、标题或文件名。",
        "“{name}” is no whole name; it is part of: {found}. Nothing was removed. Give the whole number, title or file"
        " name.",
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
        "{violation} {violation:violation|violations}, {warning} {warning:warning|warnings}, {info} {info:note|notes}.",
    ),
    "validate-nothing": (
        "{path} 中没有任何陈述：没有校验到任何内容。",
        "{path} has no statement: nothing in it was checked.",
    ),
    "violation": ("错误", "violation"),
    "warning": ("警告", "warning"),
    "info": ("提示", "note"),
    "standard-output": ("标准输出", "standard output"),
    "format-unknown": (
        "没有“{format}”这种格式。可用：{known}。",
        "There is no format “{format}”. Known: {known}.",
    ),
    "format-elsewhere": (
        "没有“{format}”这种格式。可用：{known}。{wanted} 由 kg {command} 输出。",
        "There is no format “{format}”. Known: {known}. kg {command} writes {wanted}.",
    ),
    "output-unwritable": (
        "无法写入 {path}：{reason}。请检查文件夹、权限和磁盘空间。",
        "{path} can't be written: {reason}. Check the folder, its permissions and the space on the disk.",
    ),
    "names-decided": (
        "已采用 {count} 项决定（原有 {before} 项），更新 {reports} 份报告。",
        "{count} {count:decision|decisions} taken ({before} before), {reports} {reports:report|reports} made anew.",
    ),
    "terminal-or-format": (
        "--terminal 输出文本树，不能与 {format} 同时用。去掉其中一个。",
        "--terminal draws a tree of text and does not go with {format}. Leave one of them out.",
    ),
}
