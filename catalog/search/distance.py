"""How many slips of the finger lie between two words."""


def distance(one: str, other: str, *, most: int) -> int | None:
    """Letters changed, left out, added or changed about with their neighbour; ``None`` for more than ``most``.

    The optimal string alignment distance, row by row; a row whose least figure is too high ends it.
    """
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        further = [i]
        for j, against in enumerate(other, 1):
            least = min(row[j] + 1, further[j - 1] + 1, row[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                least = min(least, before[j - 2] + 1)
            further.append(least)
        if min(further) > most:
            return None
        before, row = row, further
    return row[-1] if row[-1] <= most else None
