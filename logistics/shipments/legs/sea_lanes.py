"""The usual ways of ships, as a net of points between which a straight line stays on the water.

Longitude and latitude in degrees. It is for drawing, not for navigating: a ship's real way is its captain's affair.
"""

Point = tuple[float, float]

POINTS: dict[str, Point] = {
    "vung-tau": (107.4, 9.9), "tonkin": (107.8, 19.0), "paracel": (110.8, 13.5), "natuna": (106.0, 5.0),
    "singapore": (104.3, 1.3), "malacca": (101.0, 2.9), "aceh": (95.2, 6.0), "dondra": (80.6, 5.6),
    "siam": (101.0, 10.5), "bengal": (88.0, 15.0), "comorin": (77.0, 7.3), "bombay": (71.8, 18.5),
    "hormuz": (57.0, 25.4), "gulf": (53.5, 26.0), "oman": (60.5, 22.5), "guardafui": (52.0, 12.6),
    "aden": (46.0, 12.2), "bab-el-mandeb": (43.2, 12.8), "red-sea": (38.3, 20.2), "suez": (32.55, 29.5),
    "port-said": (32.4, 31.6), "levant": (34.2, 33.5), "crete": (24.5, 34.3), "aegean": (24.6, 37.4),
    "ionian": (18.5, 36.6), "adriatic": (18.4, 41.0), "venice": (13.3, 44.6), "sicily": (11.2, 37.5),
    "tyrrhenian": (9.7, 41.0), "genoa": (8.9, 43.9), "lions": (4.5, 42.0), "balearic": (1.0, 38.2),
    "gibraltar": (-5.6, 35.95), "st-vincent": (-9.4, 36.8), "finisterre": (-9.8, 43.4), "ushant": (-5.8, 48.8),
    "dover": (1.5, 51.05), "maas": (3.7, 52.0), "bight": (7.6, 54.1), "skagen": (10.6, 57.9),
    "sound": (12.5, 55.2), "baltic": (18.5, 55.5), "irish": (-6.0, 51.2), "azores": (-30.0, 41.0),
    "new-york": (-72.8, 40.2), "hatteras": (-74.8, 35.0), "florida": (-79.6, 27.5), "gulf-mexico": (-88.0, 27.5),
    "hong-kong": (114.4, 21.9), "formosa": (119.3, 24.0), "shanghai": (122.9, 31.0), "yellow-sea": (122.8, 36.5),
    "korea": (128.6, 34.2), "kyushu": (130.5, 30.7), "kii": (135.8, 33.1), "tokyo": (139.9, 34.7),
    "luzon": (120.5, 19.6), "manila": (119.9, 14.2), "north-pacific": (170.0, 44.0), "aleutian": (195.0, 48.0),
    "seattle": (235.0, 48.4), "oakland": (237.0, 37.6), "los-angeles": (241.2, 33.5), "java": (110.5, -5.3),
    "karimata": (107.5, -2.5), "lombok": (115.8, -8.9), "sunda": (105.0, -6.4), "north-west": (112.8, -21.8),
    "fremantle": (115.2, -32.1), "leeuwin": (114.3, -35.0), "bass": (143.8, -39.3), "sydney": (151.9, -34.2),
    "brisbane": (154.0, -27.2), "cape": (18.0, -35.2), "mauritius": (58.5, -21.5), "verde": (-18.6, 15.0),
    "durban": (31.6, -30.3),
}  # fmt: skip
LANES = (
    "vung-tau paracel", "vung-tau natuna", "vung-tau siam", "natuna siam", "paracel tonkin", "paracel hong-kong",
    "paracel manila", "paracel luzon", "natuna singapore", "singapore malacca", "malacca aceh", "aceh dondra",
    "aceh bengal", "bengal dondra", "dondra comorin", "comorin bombay", "comorin guardafui", "dondra guardafui",
    "bombay oman", "oman hormuz", "hormuz gulf", "oman guardafui", "guardafui aden", "aden bab-el-mandeb",
    "bab-el-mandeb red-sea", "red-sea suez", "suez port-said", "port-said levant", "port-said crete",
    "crete aegean", "crete ionian", "ionian adriatic", "adriatic venice", "ionian sicily", "sicily tyrrhenian",
    "tyrrhenian genoa", "genoa lions", "sicily balearic", "lions balearic", "balearic gibraltar",
    "gibraltar st-vincent", "st-vincent finisterre", "finisterre ushant", "ushant dover", "dover maas", "maas bight",
    "bight skagen", "skagen sound", "sound baltic", "ushant irish", "st-vincent azores", "ushant azores",
    "azores new-york", "new-york hatteras", "hatteras florida", "florida gulf-mexico", "hong-kong formosa",
    "hong-kong luzon", "formosa shanghai", "shanghai yellow-sea", "shanghai korea", "yellow-sea korea",
    "shanghai kyushu", "korea kyushu", "kyushu kii", "kii tokyo", "luzon manila", "luzon kyushu",
    "tokyo north-pacific", "north-pacific aleutian", "aleutian seattle", "aleutian oakland", "seattle oakland",
    "oakland los-angeles", "singapore karimata", "karimata java", "java lombok", "karimata sunda",
    "lombok north-west", "sunda north-west", "north-west fremantle", "fremantle leeuwin", "leeuwin bass",
    "bass sydney", "sydney brisbane", "dondra mauritius", "mauritius durban", "durban cape", "cape verde",
    "verde st-vincent",
)  # fmt: skip
