import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type pg from 'pg';
import { loadCatalog } from '../catalog/load.ts';
import { nameSpace } from '../catalog/resolve-path.ts';
import { PgveilError } from '../errors.ts';
import { askControl, openControl } from '../gateway/control.ts';
import { parseDatabaseUrl } from '../gateway/upstream-url.ts';
import { loadParser } from '../lineage/parse.ts';
import { readStatements } from '../lineage/read.ts';
import { bindPolicy } from '../policy/bind.ts';
import { decide } from '../policy/decide.ts';
import { explain, type Explained } from '../policy/explain.ts';
import { grantFor } from '../policy/grants.ts';
import type { DatabasePolicy, Grant, Policy } from '../policy/policy.ts';
import { suggestion } from '../policy/problems.ts';
import { resolveReferences } from '../policy/references.ts';
import { refuseUnreadable } from '../policy/rules.ts';
import type { Principal, Refusal } from '../policy/types.ts';
import { defineCommand } from './command.ts';
import { explainedText, refusalText } from './explained-text.ts';
import { policyOption, readPolicyFile } from './policy-file.ts';
import { identitiesHere } from './identities.ts';

const principalNamed = (policy: Policy, name: string): Principal => {
  const rule = policy.principals.find((candidate) => candidate.name === name);
  if (rule !== undefined) return { name: rule.name, groups: rule.groups, claims: {} };
  throw new PgveilError('PGVEIL_INPUT', `the policy has no principal ${JSON.stringify(name)}`, {
    remedy:
      suggestion(
        name,
        policy.principals.map((candidate) => candidate.name),
      ) ?? 'Add one under principals.',
  });
};

type Explanation =
  | { readonly kind: 'read'; readonly statements: readonly Explained[] }
  | { readonly kind: 'unreadable'; readonly refusal: Refusal };

interface Question {
  readonly policy: Policy;
  readonly database: DatabasePolicy;
  readonly grant: Grant;
  /** The server's role that the statements would run as. */
  readonly role: string;
  readonly clock: () => number;
}

/** Ends the connection. */
const explainOn = async (
  client: pg.Client,
  sql: string,
  { policy, database, grant, role, clock }: Question,
): Promise<Explanation> => {
  try {
    const ask = askControl(client);
    const catalog = await loadCatalog(ask, { clock, database: client.database ?? '' });
    const path = (await ask('SHOW search_path'))[0]?.[0] ?? '';
    const reading = readStatements(sql, catalog, nameSpace(catalog, path, role), { parser: await loadParser() });
    if (!reading.ok) return { kind: 'unreadable', refusal: refuseUnreadable(reading.unreadable) };
    const bound = bindPolicy(policy, catalog, database.name);
    const statements = reading.statements.map((lineage) =>
      explain(lineage, decide(lineage, { bound, grant, catalog, now: clock() }), bound, catalog),
    );
    return { kind: 'read', statements };
  } finally {
    await client.end();
  }
};

export const command = defineCommand({
  options: {
    policy: policyOption,
    as: { type: 'string', value: 'PRINCIPAL', help: 'Whose view: a name under principals', required: true },
    database: { type: 'string', value: 'NAME', help: "Which of the policy's databases (the first)" },
    json: { type: 'boolean', help: 'Print JSON' },
  },
  operands: { sql: { value: 'SQL', help: 'One or more statements; nothing is run' } },
  notes: ['Exits with 0 when every statement would be forwarded, with 1 when one would be refused.'],
  run: async (context, { options, operands }) => {
    const policy = readPolicyFile(resolve(context.cwd, options.policy), options.policy);
    const principal = principalNamed(policy, options.as);
    const verdict = grantFor(policy, principal, options.database ?? policy.databases.keys().next().value ?? '');
    if (!verdict.ok) throw new PgveilError('PGVEIL_INPUT', verdict.reason, { remedy: 'Name another with --database or --as.' });
    const { grant, database, credential } = verdict;
    const secrets = resolveReferences(policy, { env: context.env, readFile: (path) => readFileSync(path, 'utf8') });
    const url = await identitiesHere(context).logIn(
      parseDatabaseUrl(secrets.urls.get(database.name)?.get(credential) ?? ''),
      database.credentials.get(credential)?.identity,
    );
    const target = database.upstream === undefined ? url.target : { ...url.target, database: database.upstream };
    const client = await openControl({ ...url, target });
    const explanation = await explainOn(client, operands.sql, {
      policy,
      database,
      grant,
      role: url.credential.user,
      clock: context.clock,
    });

    if (options.json) context.stdout.write(`${JSON.stringify(explanation, undefined, 2)}\n`);
    else if (explanation.kind === 'unreadable') context.stdout.write(`${refusalText(explanation.refusal)}\n`);
    else context.stdout.write(`${explanation.statements.map(explainedText).join('\n\n')}\n`);
    return explanation.kind === 'read' && explanation.statements.every((one) => one.verdict === 'forward') ? 0 : 1;
  },
});
