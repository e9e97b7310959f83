import type { components } from "./schema.d.ts";

export type ProblemBody = components["schemas"]["Problem"];

/** What the server answered in place of what was asked: RFC 9457, already in the language of the interface. */
export class Problem extends Error {
  readonly status: number;
  readonly fields: readonly { pointer: string; detail: string }[];
  readonly retryAfterSeconds: number | null;

  constructor(body: ProblemBody, retryAfterSeconds: number | null = null) {
    super(body.detail);
    this.name = "Problem";
    this.status = body.status;
    this.fields = body.errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** What is wrong with the field at a JSON Pointer ("/prospect/full_name") or below it; undefined if nothing is. */
  at(pointer: string): string | undefined {
    return this.fields.find((field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`))?.detail;
  }

  /** What belongs to none of the fields that a form shows. */
  besides(pointers: readonly string[]): string | undefined {
    const elsewhere = this.fields.find((field) => !pointers.some((known) => field.pointer.startsWith(known)));
    if (this.fields.length === 0) return this.message;
    return elsewhere?.detail;
  }
}

/** The server could not be reached: no network, or it is being started again. What was typed is kept. */
export class OfflineError extends Error {
  constructor() {
    super("offline");
    this.name = "OfflineError";
  }
}
