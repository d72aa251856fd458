"""Make plover_scores.tsv, plover_contexts.txt, cameo_plover.tsv and goldstein_cameo.tsv from the published tables.

    python scripts/make_codebooks.py FOLDER

FOLDER holds plover_types_modes_scores.csv and plover_contexts.txt (PLOVER manual of 2024), cameo_to_plover_2021.txt (PLOVER
repository) and goldstein_cameo.tsv. What the conversion of 2021 has otherwise than the manual is put right here.
"""

import re
import sys
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "dragoman" / "reference" / "data"
LINE = re.compile(r"(?P<code>\d{3,4}):\s*(?P<cells>[^#\n]+)(?:#[ \t]*(?P<meaning>.*))?")  # families ('03') have no code
# Modes of the draft of 2021 that the manual of 2024 has no more.
MODES_NOW = {
    "assassinate": "targeted", "ban": "restrict", "political": "restrict", "massacre": "", "cleansing": "", "return": "",
    "ease": "", "pro_autocracy": "",
}  # fmt: skip
SLIPS = (("Apolgize", "Apologize"), ("adminstrative", "administrative"), ("Ostruct", "Obstruct"))
CONTEXTS_NOW = {"democracy": "pro_democracy", "humanitarian": "human_security"}
# The manual codes these otherwise: sanctions between states reduce relations, a conviction is a sanction of a court, and so on.
BY_THE_MANUAL = {
    "163": ("SANCTION", "discontinue"),
    "116": ("SANCTION", "convict"),
    "1712": ("ASSAULT", "destroy"),
    "195": ("ASSAULT", "aerial"),
}
# Left out of the conversion: PLOVER joins appeals (CAMEO 02) and demands (10) in REQUEST.
APPEALS = {
    "020": ("", "Make an appeal or request"),
    "021": ("assist", "Appeal for material cooperation"),
    "022": ("assist", "Appeal for diplomatic cooperation"),
    "023": ("assist", "Appeal for material aid"),
    "024": ("change", "Appeal for political reform"),
    "025": ("yield", "Appeal to yield"),
    "026": ("meet", "Appeal to others to meet or negotiate"),
    "027": ("meet", "Appeal to others to settle dispute"),
    "028": ("meet", "Appeal to engage in or accept mediation"),
}
HEAD_CAMEO = """\
# CAMEO codes with the type, mode and contexts of PLOVER that they come nearest to. Made by scripts/make_codebooks.py, 2026-11-23.
# Source: PLOVER repository of the Open Event Data Alliance,
# conversion table of 2021 (CC BY-SA 4.0), put right by the manual of 2024.
"""
HEAD_SCORES = """\
# PLOVER's types and modes of events, with their scores of conflict (-10) and cooperation (10). Empty mode: the type's score.
# Source: PLOVER manual of 2024, Open Event Data Alliance (CC BY-SA 4.0). ACCUSE itself is -3: the manual prints 3, a slip.
# Made by scripts/make_codebooks.py, 2026-11-23.
"""
HEAD_GOLDSTEIN = """\
# Goldstein scores of CAMEO codes, from -10 (conflict) to 10 (cooperation). Made by scripts/make_codebooks.py, 2026-11-23.
# Source: Goldstein 1992, extended to CAMEO by Schrodt and used by GDELT; a table of facts.
"""


def cameo_rows(text: str) -> list[str]:
    """The lines of the conversion."""
    rows: dict[str, str] = {}
    for match in LINE.finditer(text):
        cells = [cell.strip() for cell in match["cells"].split(",")] + ["", ""]
        event_type, mode = BY_THE_MANUAL.get(match["code"], (cells[0], MODES_NOW.get(cells[1], cells[1])))
        contexts = [CONTEXTS_NOW.get(c.strip(), c.strip()) for c in cells[2].split(";") if c.strip()]
        meaning = re.sub(r"\s+\d\d\.\d\d\.\d\d:.*", "", (match["meaning"] or "").strip())
        for wrong, right in SLIPS:
            meaning = meaning.replace(wrong, right)
        rows[match["code"]] = "\t".join([match["code"], event_type, mode, ";".join(contexts), meaning])
    for code, (mode, meaning) in APPEALS.items():
        rows[code] = f"{code}\tREQUEST\t{mode}\t\t{meaning}"
    return [rows[code] for code in sorted(rows)]


def main() -> None:
    """Write the four tables."""
    folder = Path(sys.argv[1])
    scores = (folder / "plover_types_modes_scores.csv").read_text(encoding="utf-8").replace(",", "\t")
    (DATA / "plover_scores.tsv").write_text(HEAD_SCORES + scores.strip() + "\n", encoding="utf-8")
    contexts = (folder / "plover_contexts.txt").read_text(encoding="utf-8").split()
    (DATA / "plover_contexts.txt").write_text("\n".join(contexts) + "\n", encoding="utf-8")
    rows = cameo_rows((folder / "cameo_to_plover_2021.txt").read_text(encoding="utf-8"))
    (DATA / "cameo_plover.tsv").write_text(
        HEAD_CAMEO + "code\tevent_type\tmode\tcontexts\tmeaning\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )
    goldstein = (folder / "goldstein_cameo.tsv").read_text(encoding="utf-8").strip().split("\n")[1:]
    (DATA / "goldstein_cameo.tsv").write_text(HEAD_GOLDSTEIN + "code\tscore\n" + "\n".join(goldstein) + "\n", encoding="utf-8")
    print(len(rows), "CAMEO codes")


if __name__ == "__main__":
    main()
