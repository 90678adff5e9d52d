/** Bounds, keys, detection: sections whose values have an order. */
import type { Detect } from '../../policy/schema.ts';
import { loosened, paired, same, type Loosening } from './types.ts';

const bounds: Readonly<Record<string, string>> = {
  connections: 'connections',
  statements: 'statements in a session',
  'statement-time': 'time for a statement',
  rows: 'rows of a result',
  bytes: 'bytes of a result',
  lookups: 'comparisons of classified columns in a session',
};

const limits: Loosening = {
  keys: ['limits', ...Object.keys(bounds).map((key) => `limits.${key}`)],
  find: ({ before, after }) => {
    const [was, is] = [before, after].map(({ document }) => new Map(Object.entries(document.limits)));
    return Object.entries(bounds).flatMap(([key, what]) =>
      (is?.get(key) ?? Infinity) > (was?.get(key) ?? Infinity)
        ? [loosened(`limits.${key}`, `allows more ${what}`, ['limits', key])]
        : [],
    );
  },
};

const scopes = ['run', 'repository', 'key'] as const;

const scope: Loosening = {
  keys: ['masking', 'masking.scope'],
  find: ({ before, after }) => {
    const [was, is] = [before.document.masking.scope, after.document.masking.scope];
    return scopes.indexOf(is) > scopes.indexOf(was)
      ? [loosened('masking.scope', `makes masked values the same by ${is}, not by ${was} only`, ['masking', 'scope'])]
      : [];
  },
};

/** Without one each start makes a key that nobody knows. */
const key: Loosening = {
  keys: ['masking.key'],
  find: ({ before, after }) => {
    const [was, is] = [before.document.masking.key, after.document.masking.key];
    return is === undefined || same(was, is)
      ? []
      : [loosened('masking.key', 'takes the key of masks from elsewhere', ['masking', 'key'])];
  },
};

const levels: readonly Detect[] = ['mask', 'report', 'off'];

const detect: Loosening = {
  keys: ['detect'],
  find: ({ before, after }) => {
    const [was, is] = [before.document.detect, after.document.detect];
    return levels.indexOf(is) > levels.indexOf(was)
      ? [loosened('detect', `does less about columns without a class: detect is ${is}, and was ${was}`, ['detect'])]
      : [];
  },
};

const lookup: Loosening = {
  keys: ['classes.*.lookup'],
  find: ({ before, after }) =>
    paired(before.classes, after.classes).both.flatMap(([name, was, is]) =>
      is.lookup && !was.lookup
        ? [
            loosened(`lookup of class ${name}`, `lets conditions compare class ${name} with constants`, [
              'classes',
              name,
              'lookup',
            ]),
          ]
        : [],
    ),
};

export const ordered: readonly Loosening[] = [limits, scope, key, detect, lookup];
