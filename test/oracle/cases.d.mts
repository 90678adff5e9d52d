/** sql; the sources of each output column; what is read elsewhere. */
export const cases: readonly (readonly [string, string, string?])[];
/** A case's sources as the oracle names them: one string for each column. */
export function expand(spec: string): readonly string[];
