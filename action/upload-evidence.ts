import { existsSync } from 'node:fs';
import { errorText, PgveilError } from '../src/errors.ts';
import { uploadFiles, type Upload, type UploadOutcome } from './artifact.ts';
import type { Inputs } from './inputs.ts';
import type { ProxyFiles } from './proxy-files.ts';

export interface UploadContext {
  readonly core: { info(message: string): void; notice(message: string): void };
  readonly environment: Upload['environment'];
  readonly artifactClient: Upload['client'];
}

export interface Uploaded {
  /** URL of the artifact. */
  readonly url: string | undefined;
  readonly problem: PgveilError | undefined;
}

/** What there is to tell of an upload that came to an end. */
const sayUpload = (core: UploadContext['core'], outcome: UploadOutcome, files: ProxyFiles): string | undefined => {
  if (outcome.kind === 'uploaded') {
    core.info(`The audit is in the artifact ${outcome.name}.`);
    return outcome.url;
  }
  core.notice(`The audit was not uploaded: ${outcome.reason}. It is at ${files.audit} on the runner until the job ends.`);
  return undefined;
};

/** Uploads what the run has left, where the inputs want it. Never rejects: what goes wrong is a reason to fail. */
export const uploadEvidence = async (context: UploadContext, inputs: Inputs, files: ProxyFiles): Promise<Uploaded> => {
  if (!inputs.uploadAudit) return { url: undefined, problem: undefined };
  try {
    const outcome = await uploadFiles({
      environment: context.environment,
      client: context.artifactClient,
      directory: files.directory,
      files: [files.audit, files.verdict, files.htmlReport, files.statement, files.predicate].filter((file) => existsSync(file)),
      retentionDays: inputs.retentionDays,
    });
    return { url: sayUpload(context.core, outcome, files), problem: undefined };
  } catch (error) {
    const problem = new PgveilError('PGVEIL_AUDIT', `The audit could not be uploaded: ${errorText(error)}`, {
      remedy: 'Run the job again, or set `upload-audit: false` and keep the file of the output `audit-file` yourself.',
      cause: error,
    });
    return { url: undefined, problem };
  }
};
