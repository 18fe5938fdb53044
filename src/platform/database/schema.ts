// made by src/platform/database/write-schema.ts, not by hand
export interface DB {}
