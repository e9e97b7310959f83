import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { OfflineError, Problem } from "../api/problem.ts";
import { COMMON } from "../i18n/common-words.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { Refusal } from "./refusal.tsx";

const refused = new Problem({
  type: "/problems/invalid-input",
  title: "Datos no válidos",
  status: 422,
  detail: "Hay datos que no son válidos.",
  instance: "/v1/roles",
  errors: [{ pointer: "/name", detail: "Falta este campo." }],
  request_id: "r",
});
const nothing = () => undefined;

describe("what went wrong", () => {
  it("is told in the words of the interface when the server cannot be reached", () => {
    for (const shown of [
      <Refusal error={new OfflineError()} />,
      <NotLoaded error={new OfflineError()} onRetry={nothing} />,
    ]) {
      const { container } = render(shown);
      expect(container).toHaveTextContent(COMMON.es.offlineDetail);
      expect(container).not.toHaveTextContent(/\boffline\b/);
    }
  });

  it("is not said twice where the field says it", () => {
    expect(render(<Refusal error={refused} atFields={["/name"]} />).container).toBeEmptyDOMElement();
    expect(render(<Refusal error={refused} />).container).toHaveTextContent("Falta este campo.");
  });

  it("is nothing where nothing went wrong", () => {
    expect(render(<Refusal error={null} />).container).toBeEmptyDOMElement();
  });
});
