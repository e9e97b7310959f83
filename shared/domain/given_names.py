"""Given names that are met as second names, in Spain, Latin America and the English-speaking countries.

They decide where the given name ends and the surname begins. A name that is as common as a surname (Martín, Alonso,
Vicente, James) stands in a list of its own or is missing. Lower case, without accents.
"""

SPANISH_GIVEN_NAMES = frozenset(
    "abel adela adelaida adolfo adrian adriana agueda aida aina ainara ainhoa aitana aitor alba alberto alejandra"
    " alejandro alexandra alfonso alfredo alicia almudena alvaro amalia amanda amparo ana anabel anahi andrea angel"
    " angela angeles angelica antonia antonio aparecida araceli arancha ariadna ariel arturo asuncion augusto"
    " aurelio aurora azucena barbara beatriz begona belen berta blanca borja brenda camila carla carlos carmen"
    " carmina carolina cayetana cecilia celia cesar clara claudia claudio concepcion constanza consuelo cristian"
    " cristina daniel daniela dario david debora delia dolores edgar edith eduardo elena elisa eloisa elsa elvira"
    " emilia emilio emma enrique erika ernesto estefania estela ester esther estrella eugenia eugenio eva evelyn"
    " fabian fabiana fabiola fatima federico felipe fermin fernanda fernando fidel flavia florencia francisca"
    " francisco gabriel gabriela gemma genoveva gerardo german gilberto gisela gloria gonzalo graciela gregorio"
    " guadalupe guillermina guillermo gustavo hector helena henar herminia hernan hilda hugo humberto ignacio ines"
    " ingrid inmaculada irene iris isaac isabel isidora isidro ismael itziar ivan ivonne jacobo jaime javier jazmin"
    " jesus jimena joao joaquin joaquina joel jorge jose josefa josefina juan juana judith julia julian juliana"
    " julieta julio karen karina karla katherine laura leandro leonardo leonor leopoldo leticia lidia liliana lola"
    " lorena lourdes lucas lucia luciana luciano lucila lucrecia luis luisa luz macarena magdalena maite manuel"
    " manuela mar marcela marcelo marcia margarita maria mariana mariano maribel maricarmen marina mario marisa"
    " marisol marta martha martina mateo matilde mauricio maximiliano mayra melissa mercedes micaela milagros mireia"
    " miriam monica monserrat montserrat nadia natalia nerea nieves noelia nora norma nuria octavio olga oliver omar"
    " oriol oscar pablo paloma pamela paola patricia patricio paula paulina paulo pedro piedad pilar purificacion"
    " rafael rafaela ramiro ramon raquel raul rebeca regina renata ricardo rigoberto roberto rocio rodolfo rodrigo"
    " rogelio romina rosa rosalia rosana rosaura ruben ruth salome samuel sandra sara sebastian selena sergio silvia"
    " silvina sofia sol soledad sonia stella susana tamara tania tatiana teodoro teresa thiago tiago valentina"
    " valeria vanesa vanessa veronica victor victoria violeta virginia viviana walter wilfredo xavier ximena xiomara"
    " yaiza yolanda zulema".split()
)
"""Behind another given name these are given names too."""

SPANISH_GIVEN_NAMES_AND_SURNAMES = frozenset(
    "agustin andres bautista benjamin bernardo diego esteban lorenzo matias miguel nicolas paz rosario santiago"
    " tomas".split()
)
"""Second given names only behind one of the usual first halves (Juan Andrés, María Paz)."""

COMPOUND_HEADS = frozenset("maria ma mª m.ª ana jose juan luis carlos jorge pedro".split())
"""First halves of the usual Spanish compounds."""

SHORT_COMPOUND_HEADS = frozenset("maria ma mª m.ª ana jose juan".split())
"""First halves that make one given name even where no surname follows: María José, Juan Carlos."""

ENGLISH_GIVEN_NAMES = frozenset(
    "aaron abigail adam aidan alan albert alexander alice allison amber amy andrew angela ann anna anne anthony"
    " arthur ashley audrey austin barbara benjamin beth betty beverly brandon brian bruce caitlin callum catherine"
    " charles charlotte cheryl chloe christian christine christopher claire colin courtney daniel danielle david"
    " deborah denise dennis diana diane donald donna dorothy douglas dylan edward eleanor elizabeth ellen emily emma"
    " eric erin ethan eugene evelyn fiona frances francis frederick gareth gary gavin geoffrey george gerald grace"
    " graham gregory hannah harold harriet heather helen henry holly hugh ian isabella jack jacob jacqueline jane"
    " janet janice jason jean jeffrey jennifer jeremy jessica jill joan joanna john jonathan joseph joshua joy joyce"
    " judith judy julie justin karen katherine kathleen kathryn keith kelly kenneth kevin kimberly kyle lauren"
    " lawrence leah lee leslie liam lily linda lisa logan louis louise lucy luke lynn madison margaret maria marie"
    " mark martha mary matthew megan melissa mia michael michelle nancy natalie nathan neil nicholas nicole noah"
    " olivia pamela patricia patrick paul peter philip phoebe rachel ralph raymond rebecca richard robert robin"
    " roger ronald rose roy russell ruth ryan samantha samuel sandra sarah sean sharon sheila simon sophia sophie"
    " stephanie stephen steven stuart susan teresa theresa thomas timothy tracy tyler victoria vincent virginia"
    " walter wayne wendy william zachary zoe".split()
)
"""Given names of the English-speaking countries; a second one is a middle name."""

ENGLISH_COMPOUNDS = frozenset(
    "mary ann|mary anne|mary jane|mary beth|mary kate|mary lou|mary ellen|mary grace|anne marie|ann marie|anna marie"
    "|sarah jane|lisa marie|rose marie|jo ann|jo anne|billy joe|billy ray|john paul|jean marie|emma jane".split("|")
)
"""Two given names that are used as one."""
