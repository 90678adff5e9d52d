import * as core from '@actions/core';
import { comment } from './comment/comment.ts';
import { lazyCommentClient } from './comment/lazy-client.ts';
import { finish } from './finish.ts';
import { failureText } from './failure.ts';
import { createJudge } from './judge.ts';

/** Milliseconds that the proxy may take to drain and sign its audit. */
const grace = 10_000;

const environment = process.env;
const workspace = environment['GITHUB_WORKSPACE'] ?? process.cwd();

try {
  await finish({
    core,
    environment,
    workspace,
    grace,
    artifactClient: async () => (await import('@actions/artifact')).default,
    judge: createJudge({ core, environment, workspace, clock: Date.now }),
    comment: async (run) => comment({ core, environment, client: lazyCommentClient }, run),
  });
} catch (error) {
  core.setFailed(failureText(error));
}
