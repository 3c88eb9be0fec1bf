"""What is said of files that are read."""

MESSAGES: dict[str, tuple[str, str]] = {
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
    "process-ended": (
        "一个工作进程意外结束，可能是内存不足。请关闭其他程序，或分批处理文件。",
        "A process that worked on this ended before it was done, perhaps for want of memory. Close other programs or"
        " name fewer files at a time.",
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
}
