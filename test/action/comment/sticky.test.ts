import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readMarker } from '../../../action/comment/marker.ts';
import { finding, verdict } from './reports.ts';
import { openCommentStage, type CommentStage } from './stage.ts';

const red = verdict('fail', [finding('shop.people.email', 12)]);
const redder = verdict('fail', [finding('shop.people.email', 12), finding('shop.people.name', 13)]);
const green = verdict('pass', []);

let stage: CommentStage;
beforeAll(async () => {
  stage = await openCommentStage();
});
beforeEach(() => {
  stage.github.comments.clear();
});
afterAll(async () => stage.stop());

const states = (): unknown[] => stage.github.comments.all.map(({ body }) => readMarker(body)?.state);

test('one comment, from the first finding to its end', async () => {
  expect((await stage.say(green)).infos).toEqual(['The comment on pull request #7: nothing to say.']);
  expect(states()).toEqual([]);
  await stage.say(red);
  expect(states()).toEqual(['fail']);
  expect((await stage.say(redder)).infos).toEqual(['The comment on pull request #7: updated.']);
  expect(stage.github.comments.all[0]?.body).toContain('shop.people.name');
  await stage.say(green);
  expect(states()).toEqual(['resolved']);
  expect(stage.github.comments.all[0]?.body).toContain('**Resolved.**');
  await stage.say(red);
  expect(states()).toEqual(['fail']);
});

test('what says the same is not written again', async () => {
  await stage.say(red);
  const { infos } = await stage.say(red, { environment: { GITHUB_RUN_ID: '6' } });
  expect(infos).toEqual(['The comment on pull request #7: unchanged.']);
  expect(stage.github.comments.requests.filter((request) => request.startsWith('PATCH'))).toEqual([]);
});

test('each leg of a matrix has its own', async () => {
  await stage.say(red, { inputs: { matrix: { node: 20 } } });
  await stage.say(red, { inputs: { matrix: { node: 22 } } });
  await stage.say(green, { inputs: { matrix: { node: 22 } } });
  expect(states()).toEqual(['fail', 'resolved']);
});

test("somebody else's comment with the marker is left alone", async () => {
  await stage.say(red);
  const { body } = stage.github.comments.all[0] ?? { body: '' };
  stage.github.comments.clear();
  stage.github.comments.add(7, 'mallory', body);
  await stage.say(redder);
  expect(stage.github.comments.all.map(({ author }) => author)).toEqual(['mallory', 'github-actions[bot]']);
  expect(stage.github.comments.all[0]?.body).toBe(body);
});

test('it is found on the second page too', async () => {
  for (let index = 0; index < 130; index += 1) stage.github.comments.add(7, 'octocat', `comment ${String(index)}`);
  await stage.say(red);
  await stage.say(green);
  expect(stage.github.comments.all).toHaveLength(131);
  expect(states().at(-1)).toBe('resolved');
});

test('always says that all is well, never says nothing and asks for nothing', async () => {
  await stage.say(green, { inputs: { comment: 'always' } });
  expect(states()).toEqual(['pass']);
  stage.github.comments.clear();
  await stage.say(red, { inputs: { comment: 'never' } });
  expect(stage.github.comments.requests).toEqual([]);
});

test.each([
  ['a push', {}],
  ['an issue that is no pull request', { issue: { number: 7 } }],
  ['a payload of another kind', []],
])('%s has no pull request, and gets no comment', async (_, event) => {
  expect(await stage.say(red, { event })).toEqual({ infos: [], notices: [] });
  expect(stage.github.comments.requests).toEqual([]);
});

test('a comment on a pull request runs for that pull request', async () => {
  await stage.say(red, { event: { issue: { number: 9, pull_request: { url: 'https://api.github.com/…/9' } }, comment: {} } });
  expect(stage.github.comments.all.map(({ issue }) => issue)).toEqual([9]);
});
