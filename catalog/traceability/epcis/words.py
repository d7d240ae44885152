"""The standard words of the Core Business Vocabulary 2.0 (GS1, June 2022), by kind: facts of the standard."""

WORDS: dict[str, frozenset[str]] = {
    "BizStep": frozenset(
        (
            "accepting", "arriving", "assembling", "collecting", "commissioning", "consigning",
            "creating_class_instance", "cycle_counting", "decommissioning", "departing", "destroying",
            "disassembling", "dispensing", "encoding", "entering_exiting", "holding", "inspecting", "installing",
            "killing", "loading", "other", "packing", "picking", "receiving", "removing", "repackaging", "repairing",
            "replacing", "reserving", "retail_selling", "sampling", "sensor_reporting", "shipping",
            "staging_outbound", "stock_taking", "stocking", "storing", "transporting", "unloading", "unpacking",
            "void_shipping",
        )
    ),
    "Disp": frozenset(
        (
            "active", "available", "completeness_inferred", "completeness_verified", "conformant",
            "container_closed", "container_open", "damaged", "destroyed", "dispensed", "disposed", "encoded",
            "expired", "in_progress", "in_transit", "inactive", "mismatch_class", "mismatch_instance",
            "mismatch_quantity", "needs_replacement", "no_pedigree_match", "non_conformant", "non_sellable_other",
            "partially_dispensed", "recalled", "reserved", "retail_sold", "returned", "sellable_accessible",
            "sellable_not_accessible", "stolen", "unavailable", "unknown",
        )
    ),
    "BTT": frozenset(
        (
            "bol", "cert", "desadv", "inv", "pedigree", "po", "poc", "prodorder", "recadv", "rma", "testprd",
            "testres", "upevt",
        )
    ),
    "SDT": frozenset(
        (
            "location", "owning_party", "possessing_party",
        )
    ),
    "ER": frozenset(
        (
            "did_not_occur", "incorrect_data",
        )
    ),
    "Comp": frozenset(
        (
            "altitude", "axial_distance", "azimuth", "easting", "elevation_angle", "height", "latitude", "longitude",
            "northing", "polar_angle", "spherical_radius", "x", "y", "z",
        )
    ),
}  # fmt: skip
