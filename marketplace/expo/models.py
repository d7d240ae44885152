"""The tables of exhibitions, each told in the file of its subject."""

from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.hall import Booth, BoothKind, BoothStatus, Hall

__all__ = ["Booth", "BoothKind", "BoothStatus", "Exhibit", "Exhibitor", "ExhibitorImport", "Expo", "Hall"]
