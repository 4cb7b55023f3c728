"""What can be wrong with an input, said in one line."""


class InputError(Exception):
    """An input that cannot be used.

    Its text is one line of Chinese for the analyst: file, place, what was wrong, what is accepted.
    """

    def __init__(self, path, problem: str, accepted: str = "", place: str = ""):
        self.path, self.problem, self.accepted, self.place = str(path), problem, accepted, place
        where = f"{path}（{place}）" if place else str(path)
        hint = f"；{accepted}" if accepted else ""
        super().__init__(f"{where}：{problem}{hint}".replace("\n", " ").replace("\r", " "))
