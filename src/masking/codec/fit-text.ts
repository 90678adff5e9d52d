import { oids } from './scalars.ts';
import type { ScalarType } from './resolve.ts';

/**
 * Cuts a text to what the type holds and fills char(n) up. By code point, as varchar counts; a name's limit is in bytes.
 */
export const fitText = (value: string, type: ScalarType): string => {
  const { limit } = type;
  if (limit === undefined || (value.length <= limit && !type.padded && type.oid !== oids.name)) return value;
  const characters = Array.from(value).slice(0, limit);
  if (type.oid === oids.name) while (Buffer.byteLength(characters.join('')) > limit) characters.pop();
  return `${characters.join('')}${type.padded ? ' '.repeat(limit - characters.length) : ''}`;
};
