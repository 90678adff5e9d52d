import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNodeTree, type TreeNode, type TreeValue } from '../../src/catalog/node-tree.ts';

const node = (tag: string, fields: Record<string, TreeValue>): TreeNode => ({
  kind: 'node',
  tag,
  fields: new Map(Object.entries(fields)),
});

describe('parseNodeTree', () => {
  it.each<[string, TreeValue]>([
    ['<>', null],
    ['true', 'true'],
    ['{VAR :varno 1 :varattno -1}', node('VAR', { varno: '1', varattno: '-1' })],
    ['({A :x <>} {B :y (i 1 -2)})', [node('A', { x: null }), node('B', { y: { kind: 'numbers', of: 'i', items: [1, -2] } })]],
    [
      '{C :relids (b 1 2) :oids (o 25 1043) :none (b)}',
      node('C', {
        relids: { kind: 'numbers', of: 'b', items: [1, 2] },
        oids: { kind: 'numbers', of: 'o', items: [25, 1043] },
        none: { kind: 'numbers', of: 'b', items: [] },
      }),
    ],
    [
      '{ALIAS :aliasname a\\ b\\{ :colnames ("id" "full\\ name" "" "i")}',
      node('ALIAS', { aliasname: 'a b{', colnames: ['id', 'full name', '', 'i'] }),
    ],
    ['{ALIAS :aliasname :x :colnames <>}', node('ALIAS', { aliasname: ':x', colnames: null })],
    [
      '{CONST :constvalue 4 [ 83 69 -67 84 ] :constisnull false}',
      node('CONST', { constvalue: { kind: 'datum', length: 4 }, constisnull: 'false' }),
    ],
    ['{X :list () :after (("a") ("b"))}', node('X', { list: [], after: [['a'], ['b']] })],
  ])('%s', (text, expected) => {
    expect(parseNodeTree(text)).toEqual(expected);
  });

  it.each(['', '{', '{A', '{A x}', '(', '(i 1', ')', '}', '{A :x}', '<> <>', '{CONST :constvalue 4 [ 1 2', '{A :x ('])(
    'refuses %j',
    (text) => {
      expect(() => parseNodeTree(text)).toThrow(expect.objectContaining({ code: 'PGVEIL_CATALOG' }) as Error);
    },
  );

  it('has the bytes of a constant only when asked', () => {
    const text = '({CONST :constvalue 6 [ 24 0 0 0 -61 -87 ]})';
    expect(JSON.stringify(parseNodeTree(text))).not.toContain('195');
    expect(parseNodeTree(text, { bytes: true })).toEqual([
      node('CONST', { constvalue: { kind: 'datum', length: 6, bytes: [24, 0, 0, 0, 195, 169] } }),
    ]);
  });

  it('reads deep trees and refuses the bottomless', () => {
    const nested = (depth: number): string => `${'{A :x ('.repeat(depth)}<>${')}'.repeat(depth)}`;
    expect(parseNodeTree(nested(700))).toHaveProperty('tag', 'A');
    expect(() => parseNodeTree(nested(100_000))).toThrow('nested too deep');
  });

  it('gives back any names', () => {
    const escape = (name: string): string => name.replaceAll(/[\s(){}\\"<]/gu, '\\$&');
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' })), (names) => {
        const text = `{ALIAS :colnames (${names.map((name) => `"${escape(name)}"`).join(' ')})}`;
        expect(parseNodeTree(text)).toEqual(node('ALIAS', { colnames: names }));
      }),
    );
  });
});
