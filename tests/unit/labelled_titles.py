"""Job titles in Spanish and English with the role that a salesperson would give them; None is "no role knows it"."""

GENERAL_MANAGEMENT = """
CEO
ceo
C.E.O.
Chief Executive Officer
CEO & Founder
CEO & Co-Founder
Founder
Fundadora
Cofundador y CEO
CEO | Speaker | Mentor
🚀 CEO 🚀
Ex-CFO, now CEO
CEO (ex-CMO)
CEO & Head of Sales
Consejera Delegada
Consejero delegado
Director General
DIRECTORA GENERAL
directora general adjunta
Dir. Gral.
Dirección General
DG
Gerente
Gerenta
Gerente General
General Manager
Assistant General Manager
Managing Director
Managing Partner
Presidenta
Presidente y fundador
Vice President
Vicepresidenta Ejecutiva
Owner
Propietario
Dueña
Socia Directora
Administradora Única
Administrador solidario
Country Manager Iberia
Country Manager, Spain & Portugal
Directora de Unidad de Negocio
Chief of Staff
Chairwoman of the Board
Secretario General
Emprendedora
Director Gerente
Subdirectora General
Founder at Sales Partners
CEO @ Compras Fáciles
Apoderada
"""

SALES = """
Director Comercial
Directora Comercial y de Marketing
Directora de Ventas
Jefa de Ventas
Jefe Nacional de Ventas
Responsable Comercial Zona Norte
Responsable de desarrollo de negocio
Comercial
Head of Sales
Sales Director EMEA
VP Sales
VP of Sales
Vice President, Sales
Vice President of Sales & Marketing
Chief Revenue Officer
CRO
Chief Commercial Officer
Sales Operations Manager
RevOps Lead
Key Account Manager
KAM Grandes Superficies
Senior Account Executive
Account Director
Business Development Manager
Business Developer
Director de Expansión
Gerente de Ventas
Gerente Comercial
Subdirectora Comercial
Export Manager
Delegado Comercial
Delegada de Zona Levante
Customer Success Manager
Ingeniero de Ventas
Vendedora
SDR
Ejecutiva de Cuentas
Directora de Alianzas
Director/a de Ventas
Técnico Comercial
Director Comercial de Logística
"""

MARKETING = """
CMO
Chief Marketing Officer
Directora de Marketing
Director de Márketing y Comunicación
Jefa de Marca
Brand Manager
Head of Growth
Growth Marketing Lead
Responsable de Comunicación
Responsable de Marketing Digital
Digital Marketing Manager
Marketing & Sales Director
Marketing Operations Manager
Product Marketing Manager
Trade Marketing Manager
Community Manager
Especialista SEO
Content Strategist
Directora Creativa
Gerente de Mercadeo
Gerenta de Mercadotecnia
Head of Demand Generation
E-commerce Manager
Responsable de e-commerce
Directora de Relaciones Públicas
Marketing Assistant
Asistente de Marketing
Media Buyer
Event Manager
Responsable de Eventos
"""

OPERATIONS = """
COO
Chief Operating Officer
Directora de Operaciones
Director de Operaciones y Logística
DIRECTORA DE OPERACIONES
directora de operaciones iberia
Dir. Operaciones
Jefe de Operaciones
VP Operations
Head of Operations
Operations Manager
Operations & IT Manager
Jefa de Logística
Jefe de Almacén
Responsable de Almacén y Expediciones
Supply Chain Director
Supply Chain Planner
Jefe de Planta
Plant Manager
Director Industrial
Directora de Producción
Production Supervisor
Responsable de Calidad
Quality Manager
Jefe de Mantenimiento
Jefa de Tráfico
Fleet Manager
Lean Manager
Director de Mejora Continua
Jefa de Obra
Project Manager
Coordinador de Proyectos
PMO
Facility Manager
Responsable de Atención al Cliente
Call Center Manager
Jefe de turno
Directora de la Planta de Getafe
Encargado de Almacén
Warehouse Operations Lead
"""

HUMAN_RESOURCES = """
CHRO
Chief People Officer
Chief Human Resources Officer
Directora de RRHH
Director de RR.HH.
Técnica de RR. HH.
Responsable de Recursos Humanos
HR Manager
hr manager
HR Director
HRBP
HR Business Partner
HR Operations Manager
Head of People
Head of People & Culture
People & Culture Manager
Directora de Personas y Valores
Directora de Personas
Talent Acquisition Partner
Talent Acquisition Specialist
Responsable de Selección
Técnico de selección IT
IT Recruiter
Recruitment Consultant
Headhunter
Jefe de Personal
Jefa de Nóminas
Payroll Manager
Responsable de Formación y Desarrollo
Learning & Development Manager
L&D Lead
Gerente de Gestión Humana
Gerente de Capital Humano
Compensation & Benefits Manager
Directora de Relaciones Laborales
Employer Branding Manager
Becaria de RRHH
Directora General de Recursos Humanos
"""

TECHNOLOGY = """
CTO
Co-founder & CTO
CIO
CISO
Chief Technology Officer
Chief Information Officer
Chief Product Officer
Chief Data Officer
Director de Tecnología
Directora de Sistemas
Director de TI
Director de IT
jefe de it
IT Manager
It Manager
IT Operations Manager
IT Project Manager
Responsable de Informática
Director de Sistemas de Información
Jefa de Desarrollo de Software
Software Engineer
Senior Backend Developer
Full Stack Developer
Engineering Manager
VP Engineering
VP of Engineering
DevOps Engineer
Site Reliability Engineer
Data Scientist
Head of Data & Analytics
Responsable de Ciberseguridad
Administradora de Sistemas
Director de Innovación
Director de I+D
R&D Manager
Digital Transformation Director
Director de Transformación Digital
Product Manager
Product Owner
Scrum Master
Director Técnico
Arquitecta de Soluciones
CTO | Advisor | CEO of nothing yet
"""

FINANCE = """
CFO
Chief Financial Officer
Directora Financiera
Director Financiero y de RRHH
Directora General Adjunta de Finanzas
Director de Administración y Finanzas
Director Económico-Financiero
Jefa de Administración
Responsable de Contabilidad
Contable
Contador Público
Controller
Controller Industrial
Industrial Controller
Controller de operaciones
Financial Controller
Finance Manager
Head of Finance
Finance Director
VP Finance
FP&A Manager
Head of FP&A
Tesorera
Treasury Manager
Contralora
Auditora Interna
Internal Auditor
Jefe de Facturación
Approvals & Invoicing Clerk
Accounts Payable Specialist
Responsable de cuentas por pagar
Tax Manager
Asesor Fiscal
Corporate Finance Director
Jefa de Control de Gestión
Gerente de Presupuestos
Secretaria de Dirección Financiera
Commercial Finance Manager
Director de Riesgos
"""

PROCUREMENT = """
CPO
Chief Procurement Officer
Directora de Compras
Director/a de Compras
Director(a) de Compras
Jefe de Compras
Jefa de Compras y Aprovisionamiento
Responsable Compras IT
Responsable de compras
Compradora
Comprador Senior
Buyer
Senior Buyer
IT Buyer
Logistics Buyer
Procurement Manager
IT Procurement Manager
Head of Procurement
Procurement Operations Manager
Purchasing Manager
Purchasing Director
Strategic Sourcing Manager
Global Sourcing Lead
Category Manager
Gestora de Categorías
Gerente de Adquisiciones
Gerente de Abastecimiento
Supplier Relationship Manager
Vendor Manager
Responsable de Licitaciones
Director de Central de Compras
Compras Indirectas
"""

UNKNOWN = """
Poeta
Poet
Médica
Enfermero
Abogada laboralista
Lawyer
Profesora de instituto
Estudiante
Student
Periodista
Arquitecta
Violinista
Personal Trainer
Chef
Asistente de Dirección General
Secretaria de Dirección
Executive Assistant to the CEO
Adjunta a Dirección
Consultant
Ex-CFO
En búsqueda de nuevos retos
Open to work
Making it happen every day
Ayudo a directores de RRHH a dormir mejor
Helping sales teams grow
—
???
"""

UNSEEN = """
Sous-directora de Finanzas Corporativas: finance
Coordinadora de Logística Inversa: operations
Head of Talent & Culture, EMEA: human_resources
Regional Sales Manager - LATAM: sales
Director Nacional de Ventas Retail: sales
Jefe de Sección de Compras y Logística: procurement
Team Lead, Customer Support: operations
Interim CFO: finance
Fractional CMO: marketing
Deputy Director of Procurement: procurement
Group Treasurer: finance
Analista contable senior: finance
Responsable de Business Intelligence: technology
Ingeniera DevOps: technology
Machine Learning Engineer: technology
Gestora de Tráfico y Flotas: operations
Jefe de Producto Marca Blanca: technology
Sr. Director, Global Supply Chain: operations
Líder de Gente y Cultura: human_resources
Gerente Corporativo de TI: technology
Gerente de Administración y RRHH: finance
Encargada de tienda: sales
Especialista en Reclutamiento: human_resources
Directora Regional Comercial Andina: sales
Presidente Ejecutivo: general_management
Socio Fundador: general_management
Business Owner: general_management
Propietaria y gerente: general_management
Chief Growth Officer: marketing
Head of Brand & Communications: marketing
Jefa de Prensa: marketing
Global Category Lead Packaging: procurement
Técnico de Compras Internacionales: procurement
Senior Accountant: finance
People Analytics Lead: human_resources
Desarrolladora web: technology
Quality Assurance Manager: operations
Director Médico: None
Investigadora posdoctoral: None
Pianist & composer: None
Traductora jurada: None
Piloto de líneas aéreas: None
"""
"""Titles that the patterns were not written from; the label after the colon."""


def labelled() -> list[tuple[str, str | None]]:
    """Every title with its role."""
    sections: dict[str, str | None] = {
        GENERAL_MANAGEMENT: "general_management",
        SALES: "sales",
        MARKETING: "marketing",
        OPERATIONS: "operations",
        HUMAN_RESOURCES: "human_resources",
        TECHNOLOGY: "technology",
        FINANCE: "finance",
        PROCUREMENT: "procurement",
        UNKNOWN: None,
    }
    known = [(title, role) for titles, role in sections.items() for title in titles.strip().splitlines()]
    return known + [_split(line) for line in UNSEEN.strip().splitlines()]


def _split(line: str) -> tuple[str, str | None]:
    title, _, label = line.rpartition(": ")
    return title, None if label == "None" else label
