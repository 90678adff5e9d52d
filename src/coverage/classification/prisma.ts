/** Classes that doc comments (`///`) of a Prisma schema give to fields. */
import type { Declaration } from '../../policy/policy.ts';
import { classNamer } from '../../policy/said.ts';

interface Field {
  readonly name: string;
  readonly class: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The parts of a line outside of strings: code, and what follows `///`. */
const split = (line: string): { readonly code: string; readonly doc: string | undefined } => {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\' && quoted) at += 1;
    else if (line[at] === '"') quoted = !quoted;
    else if (!quoted && line.startsWith('//', at)) {
      const isDoc = line.startsWith('///', at);
      return { code: line.slice(0, at), doc: isDoc ? line.slice(at + 3) : undefined };
    }
  }
  return { code: line, doc: undefined };
};

const opening = /^\s*(?:model|view)\s+(\w+)\s*\{/;
const fieldForm = /^\s*([A-Za-z]\w*)\s+[A-Za-z]/;
const mapped = (code: string, attribute: string): string | undefined =>
  new RegExp(String.raw`(?:^|\s)${attribute}\(\s*(?:name:\s*)?"((?:[^"\\]|\\.)*)"`).exec(code)?.[1]?.replaceAll(/\\(.)/g, '$1');

/** `syntax` as in `classification.comment-syntax`. A field goes by its `@map`, a model by its `@@map` and `@@schema`. */
export const prismaDeclarations = (text: string, file: string, syntax: string): readonly Declaration[] => {
  const namer = classNamer(syntax);
  const found: Declaration[] = [];
  let model: { readonly name: string; relation: string; schema: string | undefined; readonly fields: Field[] } | undefined;
  let docs: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const { code, doc } = split(line);
    if (code.trim() === '') {
      if (doc === undefined) docs = line.trim() === '' ? [] : docs;
      else docs.push(doc);
      continue;
    }
    if (model === undefined) {
      const name = opening.exec(code)?.[1];
      if (name !== undefined) model = { name, relation: name, schema: undefined, fields: [] };
    } else if (code.trim().startsWith('}')) {
      const { relation, schema, fields } = model;
      const schemas = schema === undefined ? undefined : [schema];
      found.push(...fields.map((field): Declaration => ({ source: 'prisma', schemas, relation, file, ...field })));
      model = undefined;
    } else if (code.trim().startsWith('@@')) {
      model.relation = mapped(code, '@@map') ?? model.relation;
      model.schema = mapped(code, '@@schema') ?? model.schema;
    } else {
      const name = fieldForm.exec(code)?.[1];
      const said = namer([...docs, ...(doc === undefined ? [] : [doc])].join(' '));
      if (name !== undefined && said !== undefined) {
        const column = line.indexOf(name) + 1;
        const spelt = syntax.replace('{class}', said);
        model.fields.push({ name: mapped(code, '@map') ?? name, class: said, text: spelt, line: index + 1, column });
      }
    }
    docs = [];
  }
  return found;
};
