import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../src/cli/version.ts';
import { json } from '../src/report/json.ts';
import { junit } from '../src/report/junit.ts';
import type { Report } from '../src/report/model.ts';
import { sarif } from '../src/report/sarif.ts';
import { findBase } from './check-base.ts';
import { checkVerdict } from './check-verdict.ts';
import { gateProblem } from './gate.ts';
import type { Inputs } from './inputs.ts';
import { failureText } from './failure.ts';
import type { MainContext } from './main-context.ts';
import { policyName, readPolicy } from './policy.ts';
import { publish } from './publish.ts';

/** The forms of the report that are left as files, by the output that names each. */
const forms: Readonly<Record<string, { readonly file: string; readonly render: (report: Report) => string }>> = {
  'sarif-file': { file: 'pgveil.sarif', render: (report) => sarif(report) },
  'junit-file': { file: 'pgveil.junit.xml', render: junit },
  'verdict-file': { file: 'verdict.json', render: json },
};

/**
 * The gate alone, over the databases as they are now or over schema files: annotations, summary, comment, files, and outputs for later
 * steps. Throws PGVEIL_GATE where it does not let the job pass, once all of that is done.
 */
export const checkMode = async (inputs: Inputs, context: MainContext): Promise<void> => {
  const { core, workspace, temp } = context;
  const name = policyName(inputs, workspace);
  const file = readPolicy({ policy: inputs.policy, policyName: name });
  const base = await findBase({ ...context, inputs, policyPath: name });
  const verdict = await checkVerdict(file, { ...context, inputs, base, policyPath: name });
  const report: Report = { version, policy: name, verdict, observed: undefined, problems: [] };
  const problem = gateProblem(verdict);

  const directory = mkdtempSync(join(temp, 'pgveil-check-'));
  for (const [output, { file: form, render }] of Object.entries(forms)) {
    const path = join(directory, form);
    writeFileSync(path, render(report));
    core.setOutput(output, path);
  }
  core.setOutput('verdict', verdict.result);
  core.setOutput('errors', verdict.counts.error);
  core.setOutput('warnings', verdict.counts.warning);
  await publish(core, report, problem === undefined ? 0 : 1);
  await context.comment({ inputs, report, audit: undefined });
  if (problem === undefined) return;
  if (!inputs.warnOnly) throw problem;
  core.warning(failureText(problem));
};
