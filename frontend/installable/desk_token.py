"""What a page of the desk that a telephone kept needs before it sends what waited."""

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token

from frontend.installable.reader import reader_of
from frontend.seller_desk.seller_page import SellerPage


class DeskToken(SellerPage):
    """A kept page has an old token in it; this one is good, and says whose it is."""

    indexed = False
    is_file = True

    def respond(self) -> HttpResponse:
        if not self.visit.is_signed_in:
            return JsonResponse({"state": "SIGN_IN"}, status=401)
        return super().respond()

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        self._require_role()
        return JsonResponse({"csrf": get_token(self.request), "reader": reader_of(self.visit)})
