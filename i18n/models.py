"""The tables of this package; each subject's model stands in a file of its own."""

from i18n.exchange.translation_import import TranslationImport, TranslationImportUnit
from i18n.exchange_rate import ExchangeRate
from i18n.glossary.term import GlossaryTerm
from i18n.machine_translation.request import (
    MachineTranslationBatch,
    MachineTranslationRequest,
    MachineTranslationUsage,
)
from i18n.memory.segment import MemoryKey, MemorySegment
from i18n.slugs.slug import Slug
from i18n.translation import Translation

__all__ = [
    "ExchangeRate",
    "GlossaryTerm",
    "MachineTranslationBatch",
    "MachineTranslationRequest",
    "MachineTranslationUsage",
    "MemoryKey",
    "MemorySegment",
    "Slug",
    "Translation",
    "TranslationImport",
    "TranslationImportUnit",
]
