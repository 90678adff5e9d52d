/** The classes of personal data that detection by name can give. docs/detection.md says what each holds. */
export const personalClasses = [
  'city_region',
  'compensation',
  'credential',
  'crypto_key',
  'date_of_birth',
  'demographic',
  'device',
  'email',
  'employer',
  'financial',
  'free_text',
  'geo',
  'gov_id',
  'health',
  'ip_address',
  'online_id',
  'person_name',
  'phone',
  'photo',
  'postal_code',
  'profile_json',
  'social',
  'street_address',
  'url_personal',
  'username',
] as const;

export type PersonalClass = (typeof personalClasses)[number];

/** `secret` is no person's: a key or password of an application, a server or an integration. */
export type DetectedClass = PersonalClass | 'secret';

/** What detection knows of a column. Names are as the catalog or the schema file has them, unquoted. */
export interface ColumnFacts {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** As `format_type` or `information_schema.columns.data_type` gives it; empty where it is not known. */
  readonly dataType: string;
  readonly comment?: string;
}

export interface Detection {
  readonly class: DetectedClass;
  /** 0.5 (just worth a finding) to 1, in steps of 0.01; an order of certainty, not a probability. */
  readonly score: number;
  /** Readable reasons, the strongest first. */
  readonly evidence: readonly string[];
}
