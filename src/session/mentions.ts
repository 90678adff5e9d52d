import type { Catalog, Oid } from '../catalog/types.ts';

const words = /[\p{L}_][\p{L}\p{N}_$]*/gu;

const namesOf = new WeakMap<ReadonlySet<Oid>, ReadonlySet<string>>();

/** The words of the relations' names, in lower case. */
const wordsOf = (relations: ReadonlySet<Oid>, catalog: Catalog): ReadonlySet<string> => {
  let names = namesOf.get(relations);
  if (names === undefined) {
    const found = [...relations].flatMap((oid) => catalog.relation(oid)?.name.toLowerCase().match(words) ?? []);
    names = new Set(found);
    namesOf.set(relations, names);
  }
  return names;
};

/**
 * Whether a text has a word of one of these relations' names. A reading that names a relation takes its name from the
 * text, so that a text without any needs no second one. Names made of no word at all count as mentioned.
 */
export const mentionsAny = (text: string, relations: ReadonlySet<Oid>, catalog: Catalog): boolean => {
  const names = wordsOf(relations, catalog);
  if (names.size < relations.size && [...relations].some((oid) => catalog.relation(oid)?.name.match(words) === null)) return true;
  return (text.toLowerCase().match(words) ?? []).some((word) => names.has(word));
};
