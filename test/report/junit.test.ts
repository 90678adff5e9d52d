import { expect, test } from 'vitest';
import { junit } from '../../src/report/junit.ts';
import { finding, hostile, hostileFindings, report, verdict } from './support.ts';

test('findings that fail, findings that do not, checks that found nothing, and what went wrong', () => {
  const findings = [
    finding(),
    finding({ id: 'PGV008', name: 'mask-type', severity: 'warning', subject: 'app/a', message: 'No <fit>.', yaml: undefined }),
  ];
  const suppressed = [{ finding: finding({ subject: 'app/b' }), reason: 'agreed', until: '2027-01-31' }];
  const unchecked = [{ what: 'database b', reason: 'connection refused' }];
  const problems = [{ code: 'PGVEIL_AUDIT', message: 'The audit does not verify.', remedy: undefined }];
  expect(junit(report({ problems, verdict: verdict(findings, { suppressed, unchecked }) })))
    .toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pgveil" tests="6" failures="1" errors="2" skipped="1">
  <testsuite name="pgveil" tests="6" failures="1" errors="2" skipped="1">
    <testcase classname="pgveil" name="PGVEIL_AUDIT"><error message="The audit does not verify."></error></testcase>
    <testcase classname="pgveil" name="database b"><error message="not checked: database b">connection refused</error></testcase>
    <testcase classname="PGV001 unmasked" name="app/public.users.email"><failure type="error" message="public.users.email holds class email, which has no mask.">.github/pgveil.yml:7:3
Give class email a mask.
  email: { mask: email }</failure></testcase>
    <testcase classname="PGV008 mask-type" name="app/a"><system-out>warning: No &lt;fit&gt;.
.github/pgveil.yml:7:3
Give class email a mask.</system-out></testcase>
    <testcase classname="PGV014 superuser" name="Credential with more rights than a proxy can hold in"/>
    <testcase classname="PGV001 unmasked" name="app/b"><skipped message="until 2027-01-31: agreed"/></testcase>
  </testsuite>
</testsuites>
`);
});

test('what fails depends on fail-on', () => {
  const findings = [finding({ severity: 'warning' })];
  const failures = (failOn: 'error' | 'warning' | 'never') =>
    /failures="(\d+)"/.exec(junit(report({ verdict: verdict(findings, { failOn }) })))?.[1];
  expect([failures('error'), failures('warning'), failures('never')]).toEqual(['0', '1', '0']);
});

test('hostile names', () => {
  const names = [...junit(report({ verdict: verdict(hostileFindings) })).matchAll(/classname="PGV001 unmasked" name="([^"]*)"/g)];
  expect(names.map(([, name]) => name)).toEqual([
    'app/&quot;; drop table users; --',
    'app/a|b\\|c',
    'app/``` `code` ```',
    'app/&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;',
    'app/first\\nsecond\\r\\n::error::third\\u{1b}[31m\\u{202e}',
    'app/🙈🙉🙊',
    `app/${'x'.repeat(63)}`,
    `app/${hostile.markup}`,
  ]);
});

test('what XML 1.0 cannot hold is replaced', () => {
  const text = junit(report({ verdict: verdict([finding({ message: 'a\u0000b\ud800c\uffffd' })]) }));
  expect(text).toContain('message="a\\u{0}b\\u{d800}c\ufffdd"');
});
