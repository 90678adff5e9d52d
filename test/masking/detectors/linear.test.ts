import { expect, test } from 'vitest';
import { findSpans } from '../../../src/masking/detectors/find.ts';
import { detectors } from '../../../src/masking/detectors/index.ts';

/** The pattern's structure: escapes and classes of characters become one letter. */
const skeleton = (source: string): string =>
  source.replaceAll(/\\[pP]\{[^}]*\}|\\k<[^>]*>|\\./gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');

const patterns = detectors.flatMap(({ id, patterns }) => patterns.map((pattern) => [id, pattern] as const));

/** A pattern that starts at most once a border, and each start looks a bounded way ahead, takes linear time. */
test.each(patterns)('%s: %s has bounded quantifiers only', (_, pattern) => {
  expect(skeleton(pattern.source)).not.toMatch(/[*+]|\{\d*,\}/u);
  expect(pattern.flags).toContain('g');
  expect(pattern.flags).toContain('u');
});

test.each(patterns)('%s: %s starts at a border', (_, pattern) => {
  expect(pattern.source.startsWith('(?<') || pattern.source.startsWith('-----')).toBe(true);
});

const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));

const inOrder = (text: string): boolean => {
  let behind = 0;
  return findSpans(text).every(({ start, end }) => {
    const right = start >= behind && end > start && end <= text.length;
    behind = end;
    return right;
  });
};

/** Each makes some detector start anew at every place, or look far before it fails. */
const hostile = [
  'a',
  '@',
  '.',
  '-',
  ' ',
  '0',
  '1',
  '4',
  'é',
  '\n',
  'A',
  ':',
  '(',
  '+',
  '$',
  '姓',
  'a.',
  'a@a.',
  '1 ',
  '1-',
  '1.',
  '(0)',
  '+1 ',
  'eyJ',
  'eyJ.',
  'eyJa-',
  'sk-',
  'xoxb-',
  'AKIA',
  '$2b$12$',
  'GB82',
  'GB82 W',
  'f:',
  '::',
  '1.1.1.',
  '00:',
  'John ',
  'Smith, ',
  'Dear Mr. ',
  '12 Main ',
  'Calle A ',
  'rue de la ',
  '1980-',
  'born 1980-03-1',
  'lat: 5',
  '52.5200, ',
  'password=',
  'http://a:',
  'Bearer ',
  '-----BEGIN PRIVATE KEY-----',
  '-----END ',
  'X1234567',
  '12.345.',
  'POINT(',
  '1st ',
  'N. ',
  '012 345 678 9, ',
];

test.each(hostile)('64 kB of %j end, with spans in order', (piece) => {
  expect(inOrder(fill(piece, 2 ** 16))).toBe(true);
});

test.each(['a@', '0 0-', '4111 ', 'John Smith ', 'password = ', '1 '])('a megabyte of %j ends, with spans in order', (piece) => {
  expect(inOrder(fill(piece, 2 ** 20))).toBe(true);
});

test('a long text is searched to its end', () => {
  const filler = fill('lorem ipsum dolor ', 2 ** 18);
  const spans = findSpans(`${filler}\njane@example.org\n${filler}\njoe@example.org`);
  expect(spans.map(({ class: name }) => name)).toEqual(['email', 'email']);
});
