/** Limits of the Segment HTTP API, which its clients keep on their own side. */
export const MESSAGE_LIMIT_BYTES = 32 * 1024;
export const BATCH_LIMIT_BYTES = 500 * 1024;
export const BATCH_LIMIT_MESSAGES = 2_500;
export const MESSAGE_ID_LIMIT = 100;
export const TEXT_LIMIT = 255;
