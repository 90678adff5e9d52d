import type { Catalog, Oid } from '../catalog/types.ts';

/** The name of a type without its modifiers: `varchar`, `text[]`; of a domain, that of the type below it. */
export const formatType = (catalog: Catalog, oid: Oid): string => {
  const type = catalog.type(oid);
  if (type === undefined) return '';
  if (type.kind === 'd' && type.base !== oid) return formatType(catalog, type.base);
  return type.element === 0 ? type.name : `${formatType(catalog, type.element)}[]`;
};
