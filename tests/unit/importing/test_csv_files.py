"""Separated text from the tools in the field: what each column becomes, and which row it was."""

import pytest

from shared.domain.imports import ColumnMapping, SourceRow
from shared.domain.language import Format, Language, Register
from shared.importing.imported_table import ImportedTable
from shared.importing.row_reading import RowReader
from shared.importing.table import read_table

LUCIA = "https://www.linkedin.com/in/lucia-ferrer"


def fields(table: ImportedTable) -> dict[str, str | None]:
    return {column.column: column.field for column in table.mapping}


def test_the_notes_above_linkedins_connections_are_no_rows():
    table = read_table(
        b"Notes:\n"
        b'"When exporting your connection data, you may notice that some of the email addresses are missing."\n'
        b"\n"
        b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        b'Lucia,"Ferrer, MBA",https://www.linkedin.com/in/lucia-ferrer,,Envases Miravent,Directora,12 Mar 2024\n'
    )
    (row,) = table.rows
    assert row.number == 5
    assert (row.prospect.full_name, row.prospect.company, row.prospect.title) == (
        "Lucia Ferrer",
        "Envases Miravent",
        "Directora",
    )
    assert row.prospect.linkedin_url == LUCIA
    assert row.prospect.custom == {"Connected On": "12 Mar 2024"}
    assert table.errors == ()


def test_apollos_company_columns_are_told_apart():
    table = read_table(
        b"First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,# Employees,"
        b"Person Linkedin Url,Website,Company Linkedin Url,City,State,Country\n"
        b"Ana,Ruiz,COO,Miravent SL,Miravent,ana@miravent.example,Verified,120,http://www.linkedin.com/in/ana-ruiz,"
        b"miravent.example,http://www.linkedin.com/company/miravent,Bilbao,Bizkaia,Spain\n"
    )
    person = table.rows[0].prospect
    assert person.company == "Miravent SL"
    assert person.location == "Bilbao, Bizkaia, Spain"
    assert person.linkedin_url == "https://www.linkedin.com/in/ana-ruiz"
    assert person.custom == {
        "Company Name for Emails": "Miravent",
        "Email Status": "Verified",
        "# Employees": "120",
        "Website": "miravent.example",
        "Company Linkedin Url": "http://www.linkedin.com/company/miravent",
    }


def test_hubspots_columns_are_known():
    table = read_table(
        b"Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Lifecycle Stage,Contact owner,"
        b"Country/Region\n1,Ana,Ruiz,ana@miravent.example,600,COO,Miravent,lead,Owen Kerr,Spain\n"
    )
    assert fields(table) == {
        "Record ID": None,
        "First Name": "first_name",
        "Last Name": "last_name",
        "Email": "email",
        "Phone Number": None,
        "Job Title": "title",
        "Company Name": "company",
        "Lifecycle Stage": None,
        "Contact owner": None,
        "Country/Region": "location",
    }


def test_a_scrapers_first_filled_address_is_taken_and_the_other_kept():
    table = read_table(
        b"firstName,lastName,fullName,title,companyName,salesNavUrl,linkedinUrl,defaultProfileUrl,summary\n"
        b'Ana,Ruiz,Ana Ruiz,COO,Miravent,"https://www.linkedin.com/sales/lead/ACwAAx1,NAME,z",,'
        b"https://www.linkedin.com/in/ana-ruiz,About me\n"
    )
    person = table.rows[0].prospect
    assert person.linkedin_url == "https://www.linkedin.com/in/ana-ruiz"
    assert person.about == "About me"
    assert person.custom == {"salesNavUrl": "https://www.linkedin.com/sales/lead/ACwAAx1,NAME,z"}


def test_what_two_columns_say_alike_is_said_once():
    table = read_table(b"name,company,companyName\nAna Ruiz,Miravent,Miravent\n")
    assert table.rows[0].prospect.custom == {}


@pytest.mark.parametrize(
    "headings",
    [
        "email,first_name,last_name,company,title,linkedin_url",
        "Correo electrónico,Nombre,Apellidos,Empresa,Cargo,Perfil de LinkedIn",
        "E-mail,NOMBRE DE PILA,Apellido,Compañía,Puesto de trabajo,LinkedIn URL",
        "Work Email,First name,Surname,Current company,Job position,Person Linkedin",
        "Email 1,Nombres,Apellidos,Razón social,Función,Enlace de LinkedIn",
    ],
)
def test_headings_are_known_in_two_languages_and_many_spellings(headings):
    row = "ana@miravent.example,Ana,Ruiz,Miravent,COO,linkedin.com/in/ana-ruiz"
    person = read_table(f"{headings}\n{row}\n".encode()).rows[0].prospect
    assert (person.email, person.full_name, person.company, person.title, person.linkedin_url) == (
        "ana@miravent.example",
        "Ana Ruiz",
        "Miravent",
        "COO",
        "https://www.linkedin.com/in/ana-ruiz",
    )


def test_nombre_is_the_whole_name_where_no_column_has_surnames():
    assert fields(read_table(b"Nombre;Empresa\nAna Ruiz;Miravent\n"))["Nombre"] == "full_name"
    assert fields(read_table(b"Nombre;Apellidos;Empresa\nAna;Ruiz;Miravent\n"))["Nombre"] == "first_name"


def test_two_surname_columns_are_one_surname():
    table = read_table(b"Nombres,Apellido paterno,Apellido materno,Empresa\nJuan Pablo,Ruiz,Gil,Miravent\n")
    assert table.rows[0].prospect.last_name == "Ruiz Gil"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_any_separator_and_encoding_gives_the_same_people(separator, encoding):
    lines = ["Nombre;Apellidos;Cargo;Empresa", "Íñigo;Peña Núñez;Jefe de compañía;Cárnicas Tormenal", ""]
    table = read_table("\r\n".join(lines).replace(";", separator).encode(encoding))
    assert table.rows[0].prospect.full_name == "Íñigo Peña Núñez"
    assert table.rows[0].prospect.company == "Cárnicas Tormenal"
    assert table.warnings[:-1] == ()


def test_lines_of_two_encodings_are_read_with_a_warning():
    lines = ["Nombre;Empresa", "Íñigo Peña;Cárnicas", "Núria Puig;Cerámicas"]
    table = read_table("\n".join(lines).encode() + "\nBegoña Ruiz;Quesos\n".encode("cp1252"))
    assert [row.prospect.full_name for row in table.rows] == ["Íñigo Peña", "Núria Puig", "Begoña Ruiz"]
    assert any("codificaciones" in warning.es for warning in table.warnings)


def test_letters_that_were_encoded_twice_are_repaired_and_portuguese_ones_stay():
    twice = "Íñigo Peña;Cárnicas\n".encode().decode("latin-1")
    table = read_table(f"Nombre;Empresa\n{twice}JOÃO SÃO PAIO;AÇÃO\n".encode())
    assert [row.prospect.full_name for row in table.rows] == ["Íñigo Peña", "João São Paio"]
    assert table.rows[1].prospect.company == "AÇÃO"


def test_a_cell_with_line_breaks_is_one_row_and_an_empty_line_is_one_too():
    table = read_table(b'Nombre,Empresa,Notas\nAna Ruiz,Miravent,"uno\ndos"\n\nLeire Roca,Miravent,tres\n')
    assert [row.number for row in table.rows] == [2, 4]
    assert table.rows[0].prospect.custom == {"Notas": "uno\ndos"}


def test_excels_separator_line_is_no_row():
    table = read_table(b"sep=;\r\nNombre;Empresa\r\nAna, la jefa;Miravent\r\n")
    assert table.rows[0].number == 2


def test_headings_that_are_repeated_further_down_are_skipped():
    table = read_table(b"Nombre,Empresa\nAna Ruiz,Miravent\nNombre,Empresa\nLeire Roca,Miravent\n")
    assert [row.number for row in table.rows] == [2, 4]


def test_a_repeated_heading_gets_a_suffix_and_an_empty_one_its_place():
    table = read_table("Nombre,Empresa,Teléfono,Teléfono,,\nAna Ruiz,Miravent,1,2,3,4\n".encode())
    assert table.rows[0].prospect.custom == {"Teléfono": "1", "Teléfono (2)": "2", "Columna 5": "3", "Columna 6": "4"}


def test_cells_beyond_the_headings_are_kept():
    table = read_table(b"Nombre,Empresa\nAna Ruiz,Miravent,extra\n")
    assert table.rows[0].prospect.custom == {"Columna 3": "extra"}


def test_a_file_without_headings_is_recognised_by_its_cells():
    table = read_table(b"Ana Ruiz,ana@miravent.example,https://www.linkedin.com/in/ana-ruiz\n")
    person = table.rows[0].prospect
    assert table.rows[0].number == 1
    assert (person.full_name, person.email) == ("Ana Ruiz", "ana@miravent.example")
    assert all(column.confidence < 1 for column in table.mapping)
    assert len(table.warnings) == 1


def test_a_list_of_profile_addresses_is_usable_but_says_that_names_are_missing():
    table = read_table(b"https://www.linkedin.com/in/ana-ruiz\nhttps://www.linkedin.com/in/leire-roca\n")
    assert table.usable == 2
    assert any("nombre" in warning.es for warning in table.warnings)


def test_a_website_is_not_taken_for_a_profile():
    assert fields(read_table(b"Nombre,Empresa,URL\nAna Ruiz,Miravent,https://miravent.example\n"))["URL"] is None


def test_a_bad_cell_is_null_and_an_error_and_its_row_stays():
    table = read_table(b"Nombre,Empresa,Correo,LinkedIn\nAna Ruiz,Miravent,ana(at)miravent,javascript:alert(1)\n")
    (row,) = table.rows
    assert (row.prospect.email, row.prospect.linkedin_url) == (None, None)
    assert row.usable
    assert {(error.row, error.column) for error in table.errors} == {(2, "Correo"), (2, "LinkedIn")}
    assert not [error for error in table.errors if "ana(at)" in error.detail.es + error.detail.en]


def test_the_next_column_is_taken_where_the_first_is_wrong():
    table = read_table(b"Nombre,Email,Personal Email\nAna Ruiz,x,ana@miravent.example\n")
    assert table.rows[0].prospect.email == "ana@miravent.example"
    assert [error.column for error in table.errors] == ["Email"]


@pytest.mark.parametrize("nothing", ["", " ", "-", "N/A", "#N/A", "null", "n/d"])
def test_what_stands_for_nothing_is_nothing(nothing):
    table = read_table(f"Nombre,Empresa,Correo\nAna Ruiz,Miravent,{nothing}\n".encode())
    assert table.rows[0].prospect.email is None
    assert table.errors == ()


def test_a_text_that_is_too_long_is_an_error_at_its_column():
    table = read_table(f"Nombre,Empresa,Cargo,Notas\nAna Ruiz,Miravent,{'x' * 301},{'y' * 20_001}\n".encode())
    assert {error.column for error in table.errors} == {"Cargo", "Notas"}
    assert table.rows[0].prospect.title is None
    assert table.rows[0].prospect.custom == {}


@pytest.mark.parametrize(
    ("row", "usable"),
    [
        ("Ana Ruiz,,,", False),
        ("Ana Ruiz,Miravent,,", True),
        (",,ana@miravent.example,", True),
        (",,,linkedin.com/in/ana-ruiz", True),
        (",Miravent,,", False),
    ],
)
def test_a_row_is_usable_with_an_address_or_a_name_and_a_company(row, usable):
    table = read_table(f"Nombre,Empresa,Correo,LinkedIn\nLeire Roca,Miravent,,\n{row}\n".encode())
    assert table.usable == 1 + usable


def test_rows_about_the_same_person_are_counted_and_stay():
    table = read_table(
        b"Nombre,Empresa,Correo,LinkedIn\n"
        b"Ana Ruiz,Miravent,ana@miravent.example,linkedin.com/in/ana-ruiz\n"
        b"Ana R.,Miravent,ANA@miravent.example,\n"
        b"Ana,Otra,,https://es.linkedin.com/in/Ana-Ruiz/\n"
        b"Ana Ruiz,Miravent,,\n"
        b"ANA RUIZ,miravent,,\n"
    )
    assert [row.duplicate_of for row in table.rows] == [None, 2, 2, None, 5]
    assert table.duplicates == 3
    assert table.usable == 5


def test_a_row_may_ask_for_its_own_message():
    table = read_table(
        "Nombre,Empresa,Rol,Formato,Idioma,Tratamiento\n"
        "Ana Ruiz,Miravent,operations,nota,Español,tú\n"
        "Owen Kerr,Miravent,sales,e-mail,en-GB,\n"
        "Leire Roca,Miravent,sales,paloma mensajera,klingon,usted\n".encode()
    )
    asked = [(row.role, row.format, row.language, row.register) for row in table.rows]
    assert asked == [
        ("operations", Format.LINKEDIN_NOTE, Language.ES, Register.TU),
        ("sales", Format.EMAIL, Language.EN, None),
        ("sales", None, None, Register.USTED),
    ]
    assert {(error.row, error.column) for error in table.errors} == {(4, "Formato"), (4, "Idioma")}


def test_role_is_the_job_where_its_cells_are_no_keys():
    table = read_table(b"Name,Company,Role,Language\nAna Ruiz,Miravent,Head of Sales,Basque\n")
    assert table.rows[0].prospect.title == "Head of Sales"
    assert table.rows[0].prospect.languages == ["Basque"]


def test_lists_in_one_cell_are_lists():
    table = read_table(b'Name,Company,Skills,Post 1,Post 2\nAna Ruiz,Miravent,"SAP, Lean",One.,Two.\n')
    person = table.rows[0].prospect
    assert person.skills == ["SAP", "Lean"]
    assert person.posts == ["One.", "Two."]


def test_misplaced_quotes_are_read_with_a_warning():
    table = read_table(b'Nombre,Empresa,Notas\nAna Ruiz,Miravent,"dijo "vale" y ya"\n')
    assert table.rows[0].prospect.full_name == "Ana Ruiz"
    assert any("comillas" in warning.es for warning in table.warnings)


def test_a_name_with_a_letter_of_another_alphabet_is_an_error_of_its_cell():
    table = read_table("Nombre,Empresa,URL\nLuc\u00eda Ferr\u0435r,Miravent,linkedin.com/in/lucia-ferrer\n".encode())
    (row,) = table.rows
    assert row.prospect.full_name is None
    assert row.prospect.linkedin_url == LUCIA
    (error,) = table.errors
    assert (error.row, error.column) == (2, "Nombre")
    assert "alfabetos" in error.detail.es


def test_a_column_that_is_mapped_to_own_data_keeps_what_its_cells_say():
    mapping = [ColumnMapping("Nombre", "full_name", 1.0), ColumnMapping("Comentario feria", "custom", 1.0)]
    source = SourceRow(2, ["Ana Gil", "Pidió precio de 40 sillas"])
    assert RowReader(mapping)(source).prospect.custom == {"Comentario feria": "Pidió precio de 40 sillas"}
