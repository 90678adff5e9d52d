import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Words } from './words.ts';

export const localeNames = ['en', 'de', 'fr', 'es', 'it'] as const;

export type LocaleName = (typeof localeNames)[number];

export const locales: Readonly<Record<LocaleName, Words>> = { en, de, fr, es, it };
