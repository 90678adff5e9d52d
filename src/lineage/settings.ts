/** Names by which lineage speaks of settings. */

/** The function that sets one, as schema.name. */
export const setConfig = 'pg_catalog.set_config';

/** Stands for the name of a setting that only the server knows. */
export const anySetting = '*';
