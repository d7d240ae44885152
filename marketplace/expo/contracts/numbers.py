"""Numbers of a fair's papers, one after the other without a gap."""

from marketplace.expo.contracts.paper import FairPaper, PaperKind
from marketplace.expo.packages.organiser import Organiser

_MARKS = {PaperKind.CONTRACT: "C", PaperKind.INVOICE: "INV", PaperKind.CREDIT_NOTE: "CN"}


def next_number(organiser: Organiser, kind: PaperKind) -> tuple[int, str]:
    """``(7, "BIFA27-INV-0007")``. The caller holds the lock of the fair until its transaction ends.

    So numbers are given out one after the other, and one that is rolled back is given out again.
    """
    papers = FairPaper.objects.filter(expo_id=organiser.expo_id, kind=kind)
    last = papers.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    return last + 1, f"{organiser.number_prefix}-{_MARKS[kind]}-{last + 1:04d}"
