"""What the seller's desk shows for a page that the telephone has not kept."""

from frontend.page import Page


class DeskWithoutNetwork(Page):
    """What is shown for a page that the telephone has not kept: the same for everybody, and it names those it has."""

    indexed = False
