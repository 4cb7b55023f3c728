"""What can be wrong with an input, said in one line."""

import errno

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘空间不足",
    errno.EEXIST: "已有同名的文件",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOENT: "没有这个文件",
    errno.ENAMETOOLONG: "文件名过长",
}


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese where it is one of the usual reasons."""
    return _REASONS.get(error.errno, error.strerror or str(error))


class InputError(Exception):
    """An input that cannot be used.

    Its text is one line of Chinese for the analyst: file, place, what was wrong, what is accepted.
    """

    def __init__(self, path, problem: str, accepted: str = "", place: str = ""):
        self.path, self.problem, self.accepted, self.place = str(path), problem, accepted, place
        where = f"{path}（{place}）" if place else str(path)
        hint = f"；{accepted}" if accepted else ""
        super().__init__(f"{where}：{problem}{hint}".replace("\n", " ").replace("\r", " "))
