import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FakeGithub } from '../support/fake-github.ts';
import { runJob, type JobResult, type Step } from '../support/fake-runner.ts';
import { files } from '../action/jobs.ts';
import type { Answer } from './comparison.ts';

const agent = fileURLToPath(new URL('agent.mjs', import.meta.url));

/** The workflow of the demo: check out, pgveil, whatever else, the agent. */
export interface Workflow {
  /** Directory of action.yml and dist/. */
  readonly action: string;
  readonly github: FakeGithub;
  readonly policy: string;
  readonly databaseUrl: string;
  readonly statements: readonly string[];
  /** Runs before the agent. */
  readonly migrate?: () => Promise<void>;
}

export interface WorkflowResult {
  readonly job: JobResult;
  /** What the agent got, statement by statement; empty if it did not run. */
  readonly answers: readonly Answer[];
}

export const runWorkflow = async (workflow: Workflow): Promise<WorkflowResult> => {
  const migration: Step[] = workflow.migrate === undefined ? [] : [{ name: 'migrate', call: workflow.migrate }];
  const job = await runJob({
    checkout: files({ '.github/pgveil.yml': workflow.policy, 'statements.json': JSON.stringify(workflow.statements) }),
    service: workflow.github.environment(),
    secrets: [workflow.databaseUrl],
    steps: [
      { name: 'pgveil', uses: workflow.action, with: { 'database-url': workflow.databaseUrl } },
      ...migration,
      { name: 'agent', run: [process.execPath, agent, 'statements.json', 'answers.json'] },
    ],
  });
  const ran = job.steps.some((step) => step.name === 'agent' && step.exitCode === 0);
  const answers = ran ? (JSON.parse(readFileSync(join(job.workspace, 'answers.json'), 'utf8')) as Answer[]) : [];
  return { job, answers };
};
