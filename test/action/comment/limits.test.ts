import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { finding, verdict } from './reports.ts';
import { openCommentStage, type CommentStage } from './stage.ts';

const red = verdict('fail', [finding('shop.people.email', 12)]);

let stage: CommentStage;
beforeAll(async () => {
  stage = await openCommentStage();
});
beforeEach(() => {
  stage.github.comments.clear();
});
afterAll(async () => stage.stop());

test('a limit is waited for', async () => {
  stage.github.comments.failNext('GET', { status: 429, headers: { 'retry-after': '0' } });
  expect((await stage.say(red)).infos).toEqual(['The comment on pull request #7: created.']);
});

test('an answer that is lost makes no second comment', async () => {
  stage.github.comments.failNext('POST', { status: 502, afterEffect: true });
  const { infos, notices } = await stage.say(red);
  expect([infos, notices]).toEqual([['The comment on pull request #7: unchanged.'], []]);
  expect(stage.github.comments.all).toHaveLength(1);
});

test('a limit of an hour is not waited for, and does not fail', async () => {
  stage.github.comments.failNext('GET', {
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) },
  });
  const { notices } = await stage.say(red);
  expect(notices).toEqual([expect.stringMatching(/^There is no comment on the pull request: as the test says/)]);
  expect(stage.github.comments.requests).toHaveLength(1);
});
