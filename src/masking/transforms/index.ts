/** The table of transforms. A new one is an entry here, its file, and rows of test/masking/variants.ts. */
import { bucket } from './bucket.ts';
import { card } from './card.ts';
import { cardToken } from './card-token.ts';
import { characters } from './characters.ts';
import { coarsen } from './coarsen.ts';
import { dateShift } from './date-shift.ts';
import { dateTruncate } from './date-truncate.ts';
import type { BesideColumn, Transform } from './define.ts';
import { email } from './email.ts';
import { encrypt } from './encrypt.ts';
import { fakeAddress } from './fake-address.ts';
import { fakeCompany } from './fake-company.ts';
import { fakeName } from './fake-name.ts';
import { fakeText } from './fake-text.ts';
import { fixed } from './fixed.ts';
import { hash } from './hash.ts';
import { hstoreKeys } from './hstore.ts';
import { ipPrefix } from './ip-prefix.ts';
import { jsonPaths } from './json.ts';
import { innerMask } from './mask-document.ts';
import { noise } from './noise.ts';
import { nullify } from './null.ts';
import { partial } from './partial.ts';
import { phone } from './phone.ts';
import { range } from './range.ts';
import { redact } from './redact.ts';
import { round } from './round.ts';
import { scrub } from './scrub.ts';
import { url } from './url.ts';
import { uuidToken } from './uuid-token.ts';
import { when } from './when.ts';
import type { MaskSpec } from '../types.ts';

export type { BesideColumn, CompileRequest, Transform } from './define.ts';

// oxfmt-ignore
const whole: readonly Transform[] = [
  redact, nullify, fixed, partial, characters,
  email, phone, card, cardToken, url, ipPrefix,
  fakeName, fakeAddress, fakeCompany, fakeText, scrub,
  hash, uuidToken, encrypt,
  dateShift, dateTruncate, bucket, range, round, noise, coarsen,
];

/** Transforms that have others inside; they do not contain each other. */
const inner = innerMask(whole);
const composed: readonly Transform[] = [jsonPaths(inner), hstoreKeys(inner), when(inner)];

export const transforms: ReadonlyMap<string, Transform> = new Map(
  [...whole, ...composed].map((transform) => [transform.name, transform]),
);

/** The other column of the table that a mask goes by, if it does. */
export const besideOf = ({ transform, options }: MaskSpec): BesideColumn | undefined =>
  transforms.get(transform)?.beside?.(options);
