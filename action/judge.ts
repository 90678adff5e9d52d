import { existsSync, writeFileSync } from 'node:fs';
import { errorText, PgveilError, type ErrorCode } from '../src/errors.ts';
import { json } from '../src/report/json.ts';
import type { Report } from '../src/report/model.ts';
import { version } from '../src/cli/version.ts';
import { observeAudit } from './audit.ts';
import { writeEvidence } from './evidence.ts';
import type { FinishedRun, Judgement } from './finish.ts';
import { gateProblem, runGate, samePolicy } from './gate.ts';
import { policyName } from './policy.ts';
import { publish, type PublishCore } from './publish.ts';
import { runUrl } from './run-url.ts';

export interface JudgeContext {
  readonly core: PublishCore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workspace: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Verifies the audit, runs the gate over the databases as the job left them, and publishes what both say. */
export const createJudge =
  ({ core, environment, workspace, clock }: JudgeContext) =>
  async (run: FinishedRun): Promise<Judgement> => {
    const { inputs, state, files } = run;
    const problems: PgveilError[] = [];
    /** What fails is a problem, and the rest goes on. */
    const attempt = async <T>(code: ErrorCode, what: string, make: () => Promise<T> | T): Promise<T | undefined> => {
      try {
        return await make();
      } catch (error) {
        problems.push(
          error instanceof PgveilError ? error : new PgveilError(code, `${what}: ${errorText(error)}`, { cause: error }),
        );
        return undefined;
      }
    };
    const name = policyName(inputs, workspace);
    const observed = await attempt('PGVEIL_AUDIT', 'The audit cannot be read', () => observeAudit(files.audit, state.auditKey));
    const verdict = await attempt('PGVEIL_GATE', 'The gate could not reach a verdict', async () =>
      runGate(samePolicy(inputs.policy, name, state), { inputs, environment, clock, observed }),
    );
    const report: Report = { version, policy: name, verdict, observed, problems: [...run.problems, ...problems] };
    if (verdict !== undefined) writeFileSync(files.verdict, json(report), { mode: 0o600 });
    if (existsSync(files.audit)) {
      const evidence = { files, state, report, url: runUrl(environment), clock };
      await attempt('PGVEIL_AUDIT', 'The report of the audit cannot be made', async () => writeEvidence(evidence));
    }
    const gate = verdict === undefined ? undefined : gateProblem(verdict);
    await publish(core, report, run.problems.length + problems.length + (gate === undefined ? 0 : 1));
    return { report, problems, gate };
  };
