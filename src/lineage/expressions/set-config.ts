/** Calls of set_config: each is a SET of its own. */
import type { Node } from 'libpg-query';
import { splitIdentifiers } from '../../catalog/resolve-path.ts';
import { as } from '../ast.ts';
import type { Scope } from '../scope.ts';
import { anySetting } from '../settings.ts';
import { constantAt, constantText } from './pinned.ts';

/** As SET has it: search_path is a list of names, any other value is one text. */
const valueOf = (setting: string, text: string | undefined): readonly string[] | undefined => {
  if (text === undefined) return undefined;
  return setting === 'search_path' ? splitIdentifiers(text) : [text];
};

export const recordSetting = (scope: Scope, [name, value, local]: readonly Node[]): void => {
  const setting = constantAt(scope, name)?.toLowerCase() ?? anySetting;
  scope.frame.recorder.change({
    kind: 'set',
    name: setting,
    value: valueOf(setting, constantText(scope, value)),
    local: as(local, 'A_Const')?.boolval?.boolval === true,
  });
};
