"""Reasons that the operating system gives, by the name of its error number."""

MESSAGES: dict[str, tuple[str, str]] = {
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
}
