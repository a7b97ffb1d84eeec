import type { FastifyInstance } from "fastify";

// Styles are set inline by the component library; scripts only ever come from our own files.
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every answer; a handler may set a stricter policy of its own. */
export function addSecurityHeaders(app: FastifyInstance, behindTls: boolean): void {
  app.addHook("onSend", async (_request, reply) => {
    if (!reply.hasHeader("content-security-policy")) void reply.header("content-security-policy", POLICY);
    void reply
      .header("x-content-type-options", "nosniff")
      .header("referrer-policy", "same-origin")
      .header("permissions-policy", "camera=(self), microphone=(self), geolocation=()")
      .header("cross-origin-opener-policy", "same-origin");
    if (behindTls) void reply.header("strict-transport-security", "max-age=31536000; includeSubDomains");
  });
}
