import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comment } from '../../../action/comment/comment.ts';
import type { Inputs } from '../../../action/inputs.ts';
import type { Report } from '../../../src/report/model.ts';
import { startFakeGithub, type FakeGithub } from '../../support/fake-github.ts';

/** The comment of one job against a fake GitHub, by the real client. */
export interface CommentStage {
  readonly github: FakeGithub;
  /** Runs the comment's duty once, and gives back what the log says. */
  say(report: Report, options?: SayOptions): Promise<{ readonly infos: string[]; readonly notices: string[] }>;
  stop(): Promise<void>;
}

export interface SayOptions {
  readonly inputs?: Partial<Inputs>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The payload of the event; that of pull request 7 if nothing is said. */
  readonly event?: unknown;
}

export const openCommentStage = async (): Promise<CommentStage> => {
  const github = await startFakeGithub();
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-comment-'));
  // @actions/github reads it when it is loaded.
  process.env['GITHUB_API_URL'] = github.url;
  const { commentClient } = await import('../../../action/comment/client.ts');
  return {
    github,
    say: async (report, { inputs, environment, event = { pull_request: { number: 7 } } } = {}) => {
      const infos: string[] = [];
      const notices: string[] = [];
      const path = join(directory, 'event.json');
      writeFileSync(path, JSON.stringify(event));
      await comment(
        {
          core: { info: (message) => infos.push(message), notice: (message) => notices.push(message) },
          environment: {
            GITHUB_REPOSITORY: 'octo-org/shop',
            GITHUB_EVENT_PATH: path,
            GITHUB_WORKFLOW: 'agent',
            GITHUB_WORKFLOW_REF: 'octo-org/shop/.github/workflows/agent.yml@refs/pull/7/merge',
            GITHUB_JOB: 'test',
            GITHUB_RUN_ID: '5',
            ...environment,
          },
          client: async (...to) => commentClient(...to),
        },
        {
          inputs: { comment: 'on-findings', githubToken: github.comments.token, matrix: null, ...inputs },
          report,
          audit: undefined,
        },
      );
      return { infos, notices };
    },
    stop: async () => {
      rmSync(directory, { recursive: true });
      await github.stop();
    },
  };
};
