import path from "node:path";
import fastifyStatic from "@fastify/static";
import { requestProblems } from "@yutu/contract";
import { problem } from "@yutu/kernel";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "./problem-answer.ts";

/** The built web application. Files with a hash in their name never change; any other address gets the start page. */
export async function addWebFiles(app: FastifyInstance, webDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const hashed = file.startsWith(path.join(webDir, "assets"));
      reply.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.get("/", (_request, reply) => reply.sendFile("index.html"));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (wantsPage) return reply.sendFile("index.html");
    return sendProblem(reply, problem(requestProblems.notFound, "There is nothing at this address."));
  });
}
