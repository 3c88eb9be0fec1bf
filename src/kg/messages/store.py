"""What is said of stores, names, shapes, rules and decisions."""

MESSAGES: dict[str, tuple[str, str]] = {
    "base-not-iri": (
        "环境变量 KG_BASE 的值“{base}”不是绝对 IRI。请写成 https://example.org/ 的形式。",
        "KG_BASE is “{base}”, which is no absolute IRI. Write it like https://example.org/.",
    ),
    "store-missing": (
        "找不到图库 {path}。请先运行 kg build，或用 --store 指定另一个图库。",
        "There is no store at {path}. Run kg build first, or name another one with --store.",
    ),
    "report-missing": (
        "没有文件 {name}，也没有图库 {store}。请检查路径，或先运行 kg build。",
        "There is no file {name}, and no store at {store}. Check the path, or run kg build first.",
    ),
    "sources-without-measures": (
        "所写的文件中没有可用的举措。用 kg facts 可看其中读到了什么，或换一份报告。",
        "No measure was read in these files. kg facts shows what was read in them, or name another report.",
    ),
    "source-is-store": (
        "{path} 是图库，不是报告。要用这个图库，请写 --store {path}。",
        "{path} is a store, and no report. To use this store, write --store {path}.",
    ),
    "reports-alike": (
        "{first} 和 {second} 的发文机关和文号相同而正文不同：在图谱中是同一份报告。请只写其中一个。",
        "{first} and {second} have one issuer and number, and texts that differ: they are one report in the graph. Name"
        " only one of them.",
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
        "无法读写图库 {path}：{reason}。请检查权限和磁盘空间。",
        "The store {path} can't be read or written: {reason}. Check its permissions and the space on the disk.",
    ),
    "report-unknown": (
        "没有报告“{name}”。现有：{known}。",
        "There is no report “{name}”. There are: {known}.",
    ),
    "report-of-another": (
        "报告“{name}”不是“{issuer}”发出的。",
        "The report “{name}” was not issued by “{issuer}”.",
    ),
    "issuer-unknown": (
        "没有“{name}”发出的报告。发文机关有：{known}。",
        "There is no report of “{name}”. The issuers are: {known}.",
    ),
    "issuer-assumed": (
        "其中 {count} 份没有写明发文机关，按其所代表的政府计入：{sources}。",
        "{count} of these reports {count:names|name} no issuer; the government that {count:it speaks|they speak} for"
        " is taken: {sources}.",
    ),
    "report-ambiguous": (
        "“{name}”符合多份报告：{found}。请写出其中一份的发文字号、完整标题或文件名。",
        "“{name}” fits several reports: {found}. Give the document number, whole title or file name of one.",
    ),
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
        "{count} {count:report|reports} of {store} made anew from {count:its text|their texts}.",
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
    "report-contradicts": ("{report} 与本体矛盾。", "{report} contradicts the ontology."),
    "checking": ("检查", "Checking"),
    "inferred-dropped": (
        "报告有变动，原有推论已删除；请再次运行 kg reason。",
        "Reports have changed, so what was inferred is gone. Run kg reason again.",
    ),
    "store-outdated": (
        "图库中有 {count} 份报告由旧版本体建立（{sources}）。"
        "运行 kg build --again --store {store} 可用图库中存有的原文重建，不会丢失内容。",
        "{count} {count:report|reports} in the store {count:was|were} made with another version of the ontology"
        " ({sources}). kg build --again --store {store} makes {count:it|them} anew from the texts that the store holds;"
        " nothing is lost.",
    ),
    "gathering-rows": ("正在读取各份报告", "Reading the reports of the store"),
    "gathering": ("正在把图库改成新的格式", "Bringing the store to the new layout"),
}
