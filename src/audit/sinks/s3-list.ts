/** Which records of a log a bucket has: by the names of its objects. */
import { refusalOf } from './http.ts';
import type { S3Request } from './s3-parts.ts';

/** First and last record of an object. */
type Range = readonly [number, number];

const rangeOf = (key: string): readonly Range[] => {
  const match = /\/(\d{12,})-(\d{12,})-[0-9a-f]{16}\.jsonl$/.exec(key);
  return match === null ? [] : [[Number(match[1]), Number(match[2])]];
};

/** Up to which record the ranges leave nothing out. */
export const wholeUpTo = (ranges: readonly Range[]): number => {
  let last = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) if (from <= last + 1) last = Math.max(last, to);
  return last;
};

const elements = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);

/** ListObjectsV2, page by page. Rejects with StoreFailure. */
export const storedUpTo = async (request: S3Request, prefix: string, clock: () => number): Promise<number> => {
  const ranges: Range[] = [];
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix });
    if (token !== undefined) query.set('continuation-token', token);
    const response = await request('GET', `?${query.toString().replaceAll('+', '%20')}`);
    if (!response.ok) throw await refusalOf('the store', response, clock());
    const xml = await response.text();
    ranges.push(...elements(xml, 'Key').flatMap(rangeOf));
    [token] = elements(xml, 'NextContinuationToken');
  } while (token !== undefined);
  return wholeUpTo(ranges);
};
