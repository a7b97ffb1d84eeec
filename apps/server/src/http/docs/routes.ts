import { type Operation, openApiDocument } from "@yutu/contract";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { VERSION } from "../../version.ts";
import { docsPage } from "./page.ts";
import { docsLanguage } from "./words.ts";

const asked = z.object({ lang: z.string().optional().catch(undefined), q: z.string().catch("") });

/** The OpenAPI document and its readable page, in the reader's language. */
export function addDocuments(app: FastifyInstance, operations: readonly Operation[], prefix: string): void {
  const document = JSON.stringify(openApiDocument(operations, { title: "Yutu", version: VERSION, prefix }));
  app.get("/api/openapi.json", (_request, reply) => reply.type("application/json").send(document));
  app.get("/api/docs", (request, reply) => {
    const { lang, q } = asked.parse(request.query);
    const language = docsLanguage(lang, request.headers["accept-language"]);
    return reply
      .type("text/html; charset=utf-8")
      .headers({ "content-language": language, vary: "accept-language" })
      .send(docsPage(operations, VERSION, { language, text: q.trim().slice(0, 100) }));
  });
}
