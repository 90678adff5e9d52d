import { fromRoot } from '../src/cli/schema-files.ts';
import { basePolicy, baseTree, staticVerdict } from '../src/cli/static-gate.ts';
import type { Base, Verdict } from '../src/coverage/types.ts';
import { PgveilError } from '../src/errors.ts';
import type { Policy } from '../src/policy/policy.ts';
import { runGate } from './gate.ts';
import type { Inputs } from './inputs.ts';
import type { MainContext } from './main-context.ts';
import type { PolicyFile } from './policy.ts';
import { maskedValues, policySecrets } from './secrets.ts';

export interface CheckContext extends Pick<MainContext, 'core' | 'environment' | 'workspace' | 'clock'> {
  readonly inputs: Inputs;
  /** A git revision or a directory; undefined where nothing is compared. */
  readonly base: string | undefined;
  /** The policy's path from the workspace. */
  readonly policyPath: string;
}

/** Schema files describe one database. */
const describedDatabase = ({ databases }: Policy, asked: string | undefined): string => {
  const [only, second] = databases.keys();
  if (asked !== undefined && databases.has(asked)) return asked;
  if (asked === undefined && only !== undefined && second === undefined) return only;
  throw new PgveilError(
    'PGVEIL_INPUT',
    'Input `schema` describes one database of the policy, and `database` does not say which.',
    {
      remedy: `Set \`database:\` to one of ${[...databases.keys()].map((name) => `\`${name}\``).join(', ')}.`,
    },
  );
};

const baseOf = (base: string | undefined, workspace: string, policyPath: string): Base | undefined => {
  const policy = base === undefined ? undefined : basePolicy(baseTree(workspace, base), policyPath);
  return policy === undefined ? undefined : { policy };
};

/** The gate over what the inputs name: schema files, or the databases as they are now. */
export const checkVerdict = async (file: PolicyFile, context: CheckContext): Promise<Verdict> => {
  const { inputs, environment, workspace, clock, core, policyPath, base } = context;
  if (inputs.schema.length > 0) {
    return staticVerdict({
      policy: file.policy,
      policyPath,
      database: describedDatabase(file.policy, inputs.database),
      cwd: workspace,
      paths: inputs.schema.map((path) => fromRoot(workspace, path)),
      base,
      accepted: file.accepted,
      failOn: inputs.failOn,
      observed: undefined,
      clock,
      progress: { show: () => undefined, end: () => undefined },
    });
  }
  for (const value of maskedValues(policySecrets(file, inputs.databaseUrl, environment))) core.setSecret(value);
  const before = baseOf(base, workspace, policyPath);
  return runGate(file, {
    inputs,
    environment,
    clock,
    observed: undefined,
    ...(before === undefined ? {} : { base: before }),
  });
};
