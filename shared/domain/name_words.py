"""Words around people's names in Spanish and English: forms of address, degrees, particles, devotions.

All are lower case without accents and without dots; names are compared in the same form.
"""

HONORIFICS = frozenset(
    "dr dra drs prof profa profesor profesora mr mrs ms mx miss sr sra srta dna dona lic licda licdo ldo lda ing inga"
    " arq arqta abg abgda mtro mtra cpn phd dipl mag sir dame".split()
)
"""Forms of address that are left out at the beginning of a name, with or without a dot."""

DOTTED_HONORIFICS = frozenset("d rev hon eng pr fr don".split())
"""Forms of address that are also names or initials: left out only where the next word is a given name."""

POST_NOMINALS = frozenset(
    "mba emba mim mbm phd msc bsc beng meng mphil dphil dba edd llm llb jd md mpa mph mfin cpa cfa cma cia cisa cism"
    " cissp crisc cgeit ceh fca acca cima cfp frm caia cipp cippe cipd mcipd fcipd mcips fcips cpsm cscp cpim csm cspo"
    " csp psm pspo safe pmp pgmp pmi-acp capm prince2 itil togaf aws shrm-cp shrm-scp phr sphr gphr peng ceng pe esq"
    " rn rd mcim fcim fcma aca mrics frics".split()
)
"""Degrees and certificates that people write behind their names."""

AMBIGUOUS_POST_NOMINALS = frozenset(
    "ma ba bs ms md pe rn rd jd do be bcom ca ce eng esp mag aca aws cia csp safe".split()
)
"""Degrees that are also surnames or words: left out only in capitals behind a name that is not in capitals."""

SUFFIXES = frozenset("jr sr ii iii iv hijo".split())
"""What tells a son from his father; it stays, with the surname."""

ROMAN_SUFFIXES = frozenset({"II", "III", "IV"})

LOWER_PARTICLES = frozenset("de del da das do dos van von der den ter ten zu zur d'".split())
"""Particles that a name written in capitals gets back in lower case."""

LOWER_ARTICLES = frozenset("la las los l' el".split())
"""Articles that are written in lower case behind one of those particles, and with a capital elsewhere."""

CONJUNCTIONS = frozenset("y i e".split())
"""What joins two surnames into one: Ortega y Vidal, Riera i Solana, Costa e Silva."""

_CAPITAL_PARTICLES = frozenset(
    "di della dello degli dal dalla le lo du des al te bin ibn ben abu ap san santa santo sao mac mc st saint".split()
)

PARTICLES = LOWER_PARTICLES | LOWER_ARTICLES | _CAPITAL_PARTICLES
"""Words that belong to the name behind them."""

DEVOTION_HEADS = frozenset("maria ma mª m.ª luz rosa flor jose juan".split())
"""Given names that go on with a devotion: María del Carmen, Juan de Dios."""

DEVOTIONS = frozenset(
    "del carmen|del mar|del pilar|del rosario|del rocio|del sol|del valle|del prado|del consuelo|del socorro|del camino"
    "|de los angeles|de los dolores|de los milagros|de los remedios|de las nieves|de las mercedes|de la luz|de la paz"
    "|de la concepcion|de la o|de la soledad|de la caridad|de lourdes|de fatima|de guadalupe|de jesus|de dios|de lima"
    "|de maria|de montserrat|de la esperanza|de la asuncion".split("|")
)
"""Devotions that make part of a given name."""
