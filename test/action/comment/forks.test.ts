import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { finding, verdict } from './reports.ts';
import { openCommentStage, type CommentStage } from './stage.ts';

const red = verdict('fail', [finding('shop.people.email', 12)]);
const green = verdict('pass', []);

let stage: CommentStage;
beforeAll(async () => {
  stage = await openCommentStage();
});
beforeEach(() => {
  stage.github.comments.clear();
});
afterAll(async () => stage.stop());

test('a token that may only read: a notice that says what to do, and one request to write', async () => {
  stage.github.comments.readOnly();
  const { notices } = await stage.say(red);
  expect(notices).toEqual([
    'There is no comment on the pull request: Resource not accessible by integration. Give the job `pull-requests: write`. ' +
      'Pull requests from forks and Dependabot never get it: the summary and the artifact stand in.',
  ]);
  expect(stage.github.comments.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
});

test('where nothing was to be said there is no notice either', async () => {
  stage.github.comments.failNext('GET', { status: 403 });
  const { notices, infos } = await stage.say(green);
  expect(notices).toEqual([]);
  expect(infos).toEqual([expect.stringMatching(/^There is no comment/)]);
});

test('a token that is not one, or is none', async () => {
  expect((await stage.say(red, { inputs: { githubToken: 'ghs_bad' } })).notices[0]).toMatch(/Bad credentials/);
  expect((await stage.say(red, { inputs: { githubToken: undefined } })).notices).toEqual([
    'There is no comment on the pull request: `github-token` is empty.',
  ]);
});
