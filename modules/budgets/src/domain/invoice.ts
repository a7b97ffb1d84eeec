import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { budgetProblems } from "./problems.ts";

/** 发票 code and number as they are compared: digits and letters only, full-width forms folded. */
export interface InvoiceKey {
  readonly code: string;
  readonly number: string;
}

const fold = (text: string): string => text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();

/**
 * Reads an invoice's identity. Paper and older electronic invoices: a code of 10 or 12 digits and a number of 8;
 * fully digital ones (数电票): a number of 20 digits and no code. Foreign documents: any number up to 40 signs, no code.
 */
export function readInvoice(code: string, number: string): Result<InvoiceKey, Problem> {
  const key = { code: fold(code), number: fold(number) };
  const refuse = (pointer: string, detail: string) =>
    err(problem(budgetProblems.invoiceInvalid, detail, { errors: [{ pointer, code: "form", message: detail }] }));
  if (key.number === "" && key.code === "") return ok(key);
  if (key.number === "") return refuse("/body/invoiceNumber", "The invoice number is missing.");
  if (!/^[A-Z0-9./]{1,40}$/.test(key.number))
    return refuse("/body/invoiceNumber", "An invoice number has letters and digits only.");
  if (key.code === "") return ok(key);
  if (!/^(\d{10}|\d{12})$/.test(key.code))
    return refuse(
      "/body/invoiceCode",
      "An invoice code has 10 or 12 digits; leave it empty for fully digital invoices.",
    );
  if (!/^\d{8}$/.test(key.number)) return refuse("/body/invoiceNumber", "With a code the invoice number has 8 digits.");
  return ok(key);
}
