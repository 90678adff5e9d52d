/** The table of rules. The order decides only between equal scores. A new way to name a class is a phrase here. */
import { access } from './access.ts';
import { contact } from './contact.ts';
import { content } from './content.ts';
import { online } from './online.ts';
import { person } from './person.ts';
import { records } from './records.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [...person, ...contact, ...access, ...online, ...content, ...records];
