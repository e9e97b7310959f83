import { describe, expect, it } from "vitest";

import { asRequest, isSomebody, NOBODY, personFrom } from "./person.ts";

describe("personFrom", () => {
  it("takes a profile as text, for the server to read", () => {
    const person = personFrom("Lucía Ferrer\nDirectora de Operaciones en Logística Norte\n");
    expect(asRequest(person)).toEqual({ prospect_text: "Lucía Ferrer\nDirectora de Operaciones en Logística Norte" });
  });

  it("puts a LinkedIn address of any country into its field", () => {
    const person = personFrom("https://es.linkedin.com/in/lucia-ferrer?trk=x");
    expect(person.mode).toBe("fields");
    expect(person.fields.linkedin_url).toBe("https://es.linkedin.com/in/lucia-ferrer?trk=x");
  });

  it("does not write to an address alone", () => {
    expect(isSomebody(personFrom("linkedin.com/in/lucia-ferrer"))).toBe(false);
  });

  it("keeps what a JSON knows beyond the form", () => {
    const person = personFrom('{"full_name": "Lucía Ferrer", "skills": ["SAP"], "posts": ["Uno", "Dos"]}');
    expect(asRequest(person)).toEqual({
      prospect: { full_name: "Lucía Ferrer", skills: ["SAP"], posts: ["Uno", "Dos"] },
    });
  });

  it("understands a whole request, too", () => {
    expect(personFrom('{"prospect": {"full_name": "Lucía Ferrer"}, "format": "email"}').fields.full_name).toBe(
      "Lucía Ferrer",
    );
  });

  it("takes broken JSON as text and loses nothing of it", () => {
    expect(personFrom('{"full_name": ').text).toBe('{"full_name":');
  });

  it("leaves blank fields out of the request", () => {
    const person = {
      ...NOBODY,
      mode: "fields" as const,
      fields: { ...NOBODY.fields, full_name: "Lucía Ferrer", title: "  " },
    };
    expect(asRequest(person)).toEqual({ prospect: { full_name: "Lucía Ferrer", posts: [] } });
  });
});
