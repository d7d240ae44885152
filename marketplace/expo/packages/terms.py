"""The terms that exhibitors accept, version by version."""

from django.conf import settings
from django.db import models

from i18n.languages import fallback_chain
from marketplace.expo.exhibition import Expo


class TermsVersion(models.Model):
    """One version in all its languages. Never edited: what was accepted stays readable as it was."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="terms_versions")
    number = models.PositiveIntegerField()
    texts = models.JSONField()
    """By language code."""
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["expo_id", "-number"]
        constraints = [models.UniqueConstraint(fields=["expo", "number"], name="one_terms_version_per_number")]

    def __str__(self) -> str:
        return f"terms {self.number} of fair {self.expo_id}"

    def text_in(self, language: str) -> tuple[str, str]:
        """The text for a reader, and the language it is in; Vietnamese, which binds, where nothing nearer is there."""
        for code in (*fallback_chain(language), "vi", *self.texts):
            if self.texts.get(code):
                return self.texts[code], code
        return "", language


def terms_of(expo: Expo) -> TermsVersion | None:
    """The version in force."""
    return TermsVersion.objects.filter(expo=expo).order_by("-number").first()
