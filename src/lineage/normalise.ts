/** A statement's text fit for a record: from the scanner's tokens, so that no kind of statement can keep a literal. */

/** A token of libpg-query's scanner; offsets in bytes of UTF-8. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly tokenName: string;
}

const literals: ReadonlySet<string> = new Set(['ICONST', 'FCONST', 'SCONST']);
const comments: ReadonlySet<string> = new Set(['SQL_COMMENT', 'C_COMMENT']);

/** The scanner has no names for B'1', X'1F' and U&'..'; of all tokens only strings end with a quote. */
const isLiteral = ({ tokenName }: Token, text: string): boolean => literals.has(tokenName) || text.endsWith("'");

/** What is recorded of a text that cannot be parsed. */
export const unparsable = (sql: string): string => `<unparsable: ${Buffer.byteLength(sql)} bytes>`;

/**
 * Literals become `?`, comments a blank. A setting's value can be a bare word (`SET app.user = ada`): what follows
 * `SET name =` or `SET name TO` outside of an UPDATE is one `?` up to the end of the statement.
 */
export const normaliseTokens = (sql: string, tokens: readonly Token[]): string => {
  const bytes = Buffer.from(sql);
  const text = (token: Token): string => bytes.toString('utf8', token.start, token.end);
  let out = '';
  let at = 0;
  let first = '';
  let inSetting = false;
  let valueDone = false;
  for (const token of tokens) {
    const word = text(token).toLowerCase();
    const gap = bytes.toString('utf8', at, token.start);
    at = token.end;
    if (comments.has(token.tokenName)) {
      out += `${gap} `;
      continue;
    }
    if (word === ';') {
      first = '';
      inSetting = false;
      valueDone = false;
      out += `${gap};`;
      continue;
    }
    if (valueDone) continue;
    if (first === '') first = word;
    if (word === 'set' && (first === 'set' || first === 'alter' || first === 'create')) inSetting = true;
    else if (word === '(') inSetting = false;
    if (inSetting && (word === '=' || word === 'to')) {
      out += `${gap}${text(token)} ?`;
      valueDone = true;
    } else {
      out += gap + (isLiteral(token, word) ? '?' : text(token));
    }
  }
  return out.replace(/\s+/gu, ' ').trim();
};
