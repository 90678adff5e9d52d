/** Keys and tokens that carry their maker's mark, and secrets where a text says that one follows. */
import { matchDetector, matchesIn } from './match.ts';
import type { Detector, Found } from './types.ts';

interface Mark {
  readonly id: string;
  readonly summary: string;
  /** What stands between the borders of a token. */
  readonly source: string;
}

const marks: readonly Mark[] = [
  { id: 'aws-key-id', summary: 'AWS access key ids', source: '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}' },
  { id: 'github-token', summary: 'GitHub tokens', source: 'gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255}' },
  {
    id: 'gitlab-token',
    summary: 'GitLab tokens',
    source: 'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat)-[A-Za-z0-9_.-]{20,255}',
  },
  { id: 'slack-token', summary: 'Slack tokens', source: 'xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-[A-Za-z0-9-]{10,250}' },
  {
    id: 'stripe-key',
    summary: 'Stripe keys',
    source: '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,247}|whsec_[A-Za-z0-9+/=]{20,100}',
  },
  {
    id: 'google-key',
    summary: 'Google API keys and OAuth tokens',
    source: 'AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{28}|ya29\\.[A-Za-z0-9_-]{20,500}',
  },
  { id: 'npm-token', summary: 'npm and PyPI tokens', source: 'npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,500}' },
  { id: 'ai-key', summary: 'Anthropic, OpenAI and Hugging Face keys', source: 'sk-[A-Za-z0-9_-]{20,250}|hf_[A-Za-z0-9]{30,60}' },
  { id: 'mail-key', summary: 'SendGrid and Mailgun keys', source: 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}|key-[a-f0-9]{32}' },
  {
    id: 'cloud-token',
    summary: 'DigitalOcean, Shopify, Databricks, Vault and Telegram tokens',
    source:
      'do[opr]_v1_[a-f0-9]{64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|dapi[a-f0-9]{32}|hv[sb]\\.[A-Za-z0-9_-]{24,200}|\\d{8,10}:AA[A-Za-z0-9_-]{33}',
  },
  {
    id: 'jwt',
    summary: 'JSON Web Tokens (RFC 7519) in compact form',
    source: 'eyJ[A-Za-z0-9_-]{8,4096}\\.[A-Za-z0-9_-]{8,8192}\\.[A-Za-z0-9_-]{0,2048}',
  },
  {
    id: 'password-hash',
    summary: 'bcrypt, Argon2, scrypt and crypt(3) hashes',
    source: '\\$(?:2[abxy]|argon2(?:id|i|d)|scrypt|5|6|y)\\$[A-Za-z0-9./+=,$_-]{20,300}',
  },
];

const tokenBorder = '(?<![A-Za-z0-9_-])';
const tokenEnd = '(?![A-Za-z0-9])';

const marked: readonly Detector[] = marks.map(({ id, summary, source }) =>
  matchDetector({
    id,
    class: id === 'jwt' || id === 'password-hash' ? 'credential' : 'secret',
    summary: `${summary}.`,
    pattern: new RegExp(`${tokenBorder}(?:${source})${tokenEnd}`, 'gu'),
    mayHold: (profile) => profile.length >= 20,
    judge: () => 'certain',
  }),
);

const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/gu;
const endMark = '-----END ';
const endLine = /^-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/u;

/** To its last line, or to the end of the text where that was cut off. */
const privateKey: Detector = {
  id: 'private-key',
  class: 'secret',
  summary: 'Private keys in PEM form (RFC 7468), also cut off.',
  mayHold: (profile) => profile.dash && profile.upper && profile.length >= 30,
  patterns: [begin],
  find: (text) => {
    const found: Found[] = [];
    let behind = 0;
    for (const { 0: head, index } of matchesIn(text, begin)) {
      if (index < behind) continue;
      const close = text.indexOf(endMark, index + head.length);
      const last = close < 0 ? '' : (endLine.exec(text.slice(close, close + 80))?.[0] ?? '');
      behind = close < 0 ? text.length : close + last.length;
      found.push({ start: index, end: behind, certainty: 'certain' });
    }
    return found;
  },
};

/** The value itself is found; the word before it stays. */
const said = (id: string, summary: string, pattern: RegExp, certainty: Found['certainty']): Detector => ({
  id,
  class: 'secret',
  summary,
  mayHold: (profile) => profile.length >= 8,
  patterns: [pattern],
  find: (text) =>
    Array.from(matchesIn(text, pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length, certainty })),
});

const assigned = said(
  'assigned-secret',
  'What follows password=, api_key:, secret= and the like.',
  /(?<=(?<![\p{L}\p{N}])(?:password|passwd|pwd|passwort|secret|api[_-]?key|apikey|access[_-]?token|auth[_-]?token|client[_-]?secret|private[_-]?key|secret[_-]?access[_-]?key)["']?[ \t]{0,3}[=:][ \t]{0,3}["']?)[^\s"',;&<>{}[\]]{6,200}/giu,
  'likely',
);

const bearer = said(
  'bearer',
  'Tokens of an Authorization header.',
  /(?<=(?<![\p{L}\p{N}])(?:bearer|basic|token)[ \t])[A-Za-z0-9._~+/-]{20,4096}={0,2}(?![\p{L}\p{N}])/giu,
  'likely',
);

const urlPassword = said(
  'url-password',
  'The password of a URL with user information (RFC 3986, 3.2.1).',
  /(?<=[a-z]:\/\/[^\s/:@]{1,64}:)[^\s/:@]{1,128}(?=@[\p{L}\p{N}[])/giu,
  'certain',
);

export const secrets: readonly Detector[] = [...marked, privateKey, urlPassword, bearer, assigned];
