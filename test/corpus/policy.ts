/** The policy of a corpus run, made from classification.yml. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

interface Classification {
  readonly columns: Readonly<Record<string, string>>;
  readonly safe_functions: readonly string[];
}

/** Masks by class; a class without an entry is redacted. */
const masks: Readonly<Record<string, unknown>> = {
  email: { mask: 'email', lookup: true },
  name: { mask: 'hash' },
  phone: { mask: { partial: { last: 2, separators: 'keep' } } },
  ssn: { mask: 'hash' },
};

/** The roles of the corpus that may log in, with what they may do. All have the password `pw`. */
export const roles = [
  { name: 'app_ro', access: 'read' },
  { name: 'app_owner', access: 'ddl' },
  { name: 'app_super', access: 'ddl' },
] as const;

export type Level = 'strict' | 'standard' | 'open';

export interface CorpusPolicy {
  /** The database that the corpus runs in. */
  readonly database: string;
  readonly level: Level;
  /** Path of the verifier file. */
  readonly verifiers: string;
}

export const urlVariable = (role: string): string => `CORPUS_URL_${role.toUpperCase()}`;

/** The policy as YAML. */
export const corpusPolicy = ({ database, level, verifiers }: CorpusPolicy): string => {
  const file = fileURLToPath(new URL('classification.yml', import.meta.url));
  const { columns, safe_functions: functions } = parse(readFileSync(file, 'utf8')) as Classification;
  const classes = [...new Set(Object.values(columns))];
  return stringify({
    version: 1,
    databases: {
      [database]: {
        credentials: Object.fromEntries(roles.map(({ name }) => [name, { url: `\${env:${urlVariable(name)}}` }])),
        'allow-superuser': true,
      },
    },
    identity: { local: { verifiers } },
    principals: Object.fromEntries(roles.map(({ name }) => [name, { local: name }])),
    grants: roles.map(({ name, access }) => ({
      to: [name],
      access,
      credential: name,
      inference: level,
      functions: [...functions],
    })),
    classes: Object.fromEntries(classes.map((name) => [name, masks[name] ?? { mask: 'redact' }])),
    classification: { columns },
    limits: { lookups: 100_000 },
  });
};
