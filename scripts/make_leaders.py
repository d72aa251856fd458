"""Make src/dragoman/reference/data/leaders.tsv from the REIGN list of leaders (OEF Research, March 2021, MIT licence).

Usage: python scripts/make_leaders.py LIST.csv

LIST.csv has the columns cow_abbreviation, cow_code, leader, start and end_year_month. Kept are the terms that reach into 1990 or
later. A term without an end was running in March 2021, where the source stops: it gets 'to' 2021-03, which the loader takes as
'until then at least'.
"""

import csv
import re
import sys
from pathlib import Path

TABLE = Path(__file__).parent.parent / "src/dragoman/reference/data/leaders.tsv"
FIRST_YEAR = "1990"
LAST_MONTH = "2021-03"

# Correlates of War abbreviations whose alpha-3 code is another. Germany, Yemen and Yugoslavia go by their successors' codes where
# the state went on; states that ended keep their ISO 3166-3 code.
CODE_PAIRS = """
    AAB:ATG ALG:DZA ANG:AGO AUL:AUS AUS:AUT BAH:BHR BAR:BRB BFO:BFA BHM:BHS BHU:BTN BNG:BGD BOS:BIH
    BOT:BWA BRU:BRN BUI:BDI BUL:BGR CAM:KHM CAO:CMR CAP:CPV CDI:CIV CEN:CAF CHA:TCD CON:COG COS:CRI
    CRO:HRV CZE:CSK CZR:CZE DEN:DNK DRC:COD DRV:VNM EQG:GNQ FIJ:FJI ETM:TLS FRN:FRA GAM:GMB GDR:DDR
    GMY:DEU GRG:GEO GRN:GRD GUA:GTM GUI:GIN HAI:HTI HON:HND ICE:ISL INS:IDN IRE:IRL KOS:XKX KUW:KWT
    KYR:KGZ KZK:KAZ LAT:LVA LEB:LBN LES:LSO LIB:LBY LIT:LTU MAA:MRT MAC:MKD MAD:MDV MAG:MDG MAL:MYS
    MAS:MUS MAW:MWI MLD:MDA MNC:MCO MNG:MNE MON:MNG MOR:MAR MSI:MHL MYA:MMR MZM:MOZ NAU:NRU NEP:NPL
    NEW:NZL NIG:NGA NIR:NER NTH:NLD OMA:OMN PAL:PLW PAR:PRY PHI:PHL POR:PRT ROK:KOR ROM:ROU SAF:ZAF
    SAL:SLV SEY:SYC SIE:SLE SIN:SGP SKN:KNA SLO:SVK SLU:LCA SLV:SVN SNM:SMR SOL:SLB SPN:ESP SRI:LKA
    SUD:SDN SVG:VCT SWA:SWZ SWD:SWE SWZ:CHE TAJ:TJK TAZ:TZA THI:THA TOG:TGO TRI:TTO UAE:ARE UKG:GBR
    URU:URY VAN:VUT YAR:YEM YPR:YMD YUG:SRB ZAM:ZMB ZIM:ZWE
"""
OTHER_CODES = dict(re.findall(r"([A-Z]{3}):([A-Z]{3})", CODE_PAIRS))
# Who ruled a country without being of it, or is named by a movement's name: no person to tie a country to.
LEFT_OUT = {("IRQ", "Tommy Ray Franks"), ("IRQ", "Jay Garner"), ("IRQ", "Paul Bremer"), ("YEM", "Houthi")}
HEAD = """\
# De facto leaders of states from 1990 to March 2021: who really ruled, whatever the office.
# Source: REIGN (Rulers, Elections and Irregular Governance), leader list of March 2021, OEF Research, MIT licence;
# read 2026-11-23 by scripts/make_leaders.py, which turned Correlates of War abbreviations into alpha-3
# codes. Do not edit: edit offices.tsv.
# 'to' 2021-03 means in office when the source stops. Some dates of entry are of the first day in power by any title.
country\tleader\tfrom\tto
"""


def leader_lines(rows: list[dict[str, str]]) -> list[str]:
    """The lines of the table, in the order of the source."""
    lines = []
    for row in rows:
        end = row["end_year_month"].strip() or LAST_MONTH
        if end < FIRST_YEAR:
            continue
        country = OTHER_CODES.get(row["cow_abbreviation"], row["cow_abbreviation"])
        if (country, row["leader"].strip()) in LEFT_OUT:
            continue
        # the source gives the month of the end only, so a term that began later in that month still begins before it ends
        lines.append(f"{country}\t{row['leader'].strip()}\t{row['start'].strip()}\t{max(end, row['start'].strip()[:7])}")
    return lines


def main() -> None:
    """Read the list that the command line names and write the table."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as source:
        lines = leader_lines(list(csv.DictReader(source)))
    TABLE.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
