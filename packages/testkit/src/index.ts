export { type BootOptions, bootApp, type RoleName, type TestApp } from "./boot-app.ts";
export { FixedClock } from "./fixed-clock.ts";
export { clientFor, type Person, show, signInAs } from "./people.ts";
export { ROOT, SHARED_DATA } from "./places.ts";
export { type S3Server, startS3Server } from "./s3-server/s3-server.ts";
