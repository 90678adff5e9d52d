/** What pgveil knows of PostgreSQL itself. */

/** FirstNormalObjectId of access/transam.h: lower oids are assigned by initdb. */
export const firstNormalOid = 16384;

/** The majors whose built-in functions have been reviewed (src/lineage/functions.ts). */
export const supportedMajors = { first: 15, last: 18 } as const;
