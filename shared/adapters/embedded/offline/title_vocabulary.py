"""Words of job titles, for writing a title inside a sentence. In lower case, with their accents."""

import re

from shared.domain.lazy_pattern import lazy_pattern

SPANISH = frozenset(
    """
    abogada abogado activos adjunta adjunto administración administrador administradora administrativa
    administrativo administrativos adquisiciones agente agrícola agua alianzas alimentación alimentaria
    alimentario almacenes almacén alta analista analítica aprovisionamiento aprovisionamientos arquitecta
    arquitecto aseguramiento asesor asesora asistente asociada asociado atención auditor auditora auditoría
    auditorías banca beneficios biblioteca bienestar cadena caja calidad canal canales capacitación capital
    captación cartera categoría categorías central centro centros cliente clientes cobranza cobranzas cobros
    cofundador cofundadora comercial comerciales comercio compensación compra comprador compradora compras
    comunicaciones comunicación consejera consejero construcción consultor consultora contabilidad contable
    contador contadora contenido contenidos contralor contralora contratación control controladora controller
    coordinador coordinadora corporativa corporativo crecimiento crédito créditos cuenta cuentas cultura datos
    delegada delegado departamento desarrollador desarrolladora desarrollo digital dirección directas director
    directora diseño distribución división dueña dueño económica económico ejecutiva ejecutivo electrónico
    eléctrica eléctrico empleado empleados empresa empresas encargada encargado energía equipo especialista
    estrategia estratégica estratégico eventos expansión expediciones exportación exterior exteriores externa
    externo fabricación facturación facturas fidelización financiera financiero finanzas fiscal flota flotas
    formación fundador fundadora fábrica general generales gerencia gerenta gerente gestión gestor gestora
    global grupo hardware hostelería humana humano humanos impuestos indirectas industrial información
    informática informático infraestructura infraestructuras ingeniera ingeniero ingeniería inmobiliaria
    inmobiliario innovación interna internacional interno inventario inversiones jefa jefe junior jurídica
    jurídico júnior laboral laborales legal licitaciones logística logístico líder línea líneas mantenimiento
    marca marcas marketing materiales mayorista mecánica mecánico medios mejora mercadeo mercado mercados
    minorista movilidad máquinas nacional negocio negocios nuevas nuevos nómina nóminas obra obras oficina
    operaciones operativa operativo organización pasivos patrimonio pedidos personal personas planificación
    planta plantas presidenta presidente presupuesto presupuestos prevención preventa procesos producción
    producto productos promociones promoción propietaria propietario proveedores proyecto proyectos publicidad
    pública público química químico reclutamiento recursos redes regional relaciones reputación residuos
    responsable retail riesgos sanitaria sanitario sección sector seguridad selección senior servicio servicios
    sistemas socia sociales socio software soporte sostenibilidad subdirector subdirectora suministro
    suministros supervisor supervisora sénior talento taller talleres tecnología tecnologías territorial
    territoriales tesorera tesorero tesorería tesorerías tienda tiendas trabajo transformación transporte
    transportes tributaria tributario tráfico turno turnos técnica técnico técnicos unidad unidades valor
    valores vendedor vendedora ventas vicepresidenta vicepresidente web zona zonas área éxito
    de del la el los las y e en para con a al
    """.split()
)
"""Common words, which a Spanish sentence writes small; what is not among them may be a name."""

SPANISH_ENDING = lazy_pattern(
    r"(?!comunidad)\w{2,}(?:ería|erías|ismo|ista|istas|aje|ajes|miento|logía|metría|grafía|terapia|ción|ciones|sión|siones|mientos?|idad|idades|ísti[ac]|ístico|ítica|ética|ática|ótica|ológic[ao]|ología"
    r"|ografía|aduría|encias?|ancias?|iv[ao]s?|ari[ao]s?|ionales|ional)"
)
"""Endings of common words: what ends so is hardly ever a name."""

RANKS = frozenset(
    """
    director directora jefe jefa responsable gerente gerenta encargado encargada coordinador coordinadora supervisor
    supervisora técnico técnica subdirector subdirectora ejecutivo ejecutiva asistente especialista
    """.split()
)
AREAS = frozenset(
    """
    RRHH IT TI SAP SEO SEM PRL ventas compras marketing logística operaciones calidad producción almacén mantenimiento
    administración contabilidad finanzas tesorería sistemas informática proyectos compras exportación tráfico planta
    personal formación expediciones taller tienda atención desarrollo comunicación seguridad turno obra
    """.split()
)
"""Nouns that follow a rank with "de" only; an adjective ("comercial", "general") follows it alone."""

NEIGHBOURS = frozenset(
    """
    directrice directeur achats chargé chargée chef adjointe humaines usine ventes responsabile acquisti
    direttore direttrice vendite produzione leiter leiterin einkauf vertrieb geschäftsführer geschäftsführerin
    abteilungsleiter werksleiter diretor diretora vendas compras/vendas chefe gestão gerência operações produção
    et des du della delle degli und für da do dos das e/ou cap vendes gerent
    """.split()
)
"""Words of titles in the neighbours' languages (French, Italian, German, Portuguese, Catalan)."""

ALSO_ENGLISH = frozenset(
    "marketing controller junior senior regional director general digital global industrial hardware software capital"
    " retail web central social auditor supervisor legal fiscal material personal".split()
)
"""What Spanish and English titles share."""

ENGLISH = frozenset(
    """
    account advisor analyst and assistant associate at brand business buyer chief client co-founder cofounder
    commercial consultant content coordinator country customer data delivery deputy design development engineer
    engineering executive finance financial for founder global growth head human information key lead leader
    learning manager managing manufacturing of officer operating operations owner partner people plant president
    principal procurement product production project purchasing quality recruiter recruitment representative
    resources revenue sales scientist security services software solutions sourcing specialist staff strategic
    strategy success supervisor supply support talent technical technology the transport vice warehouse
    """.split()
)
"""Words that show a title to be worded in English."""

ACRONYMS = frozenset(
    """
    AI B2B B2C BDM BDR BI BIM CCO CDO CEO CFO CHRO CIO CISO CMO COO CPO CRM CRO CTO DACH DG EHS EMEA ERP EVP
    FP&A HH. HR HRBP HSE I+D I+D+I IA IT KAM L&D LATAM PMO PPC PR PRL QA R&D RR. RR.HH. RRHH SAP SDR SEM SEO SRE
    SVP TI TIC UK USA UX VP
    """.split()
)

SMALL = frozenset("a an and at for in of on the to with de del la el los las y e".split())
"""Words that stay small in a title in capitals."""

UNSAYABLE = lazy_pattern(
    r"\b(?:ex|former|busc\w*|búsqueda|abiert[oa] a|open to|looking for|seeking|disponible|available|retired|jubilad[oa]"
    r"|desemplead[oa]|unemployed|n/?a|none|null|freelance)\b|/-?(?:a|o|ra|ora|as|os)\b|\((?:a|o|as|os|ra)\)|[{}\[\]<>@#!?¡¿]"
    r"|https?:|www\.",
    re.IGNORECASE,
)
"""What keeps a title out of a sentence: a past job, a search for one, both genders at once, what is no title."""
