/** The classes of personal data that detection by name can give, and what each holds. */
export const personalClasses = {
  city_region: 'Where somebody lives or comes from, coarser than a street: city, county, state beside an address',
  compensation: 'What somebody earns: salary, hourly rate, bonus, income',
  credential: 'What lets a person in: passwords and their hashes, salts, tokens, sessions, one-time secrets, PINs',
  crypto_key: "A person's public keys and their fingerprints",
  date_of_birth: 'Date, year or month of birth',
  demographic: 'Gender, age, nationality, marital status, religion, education, title, date of hire',
  device: "A person's machine: user agent, fingerprint, push token, IMEI, MAC address",
  email: 'Mail addresses, also of companies',
  employer: 'Where a user or candidate works',
  financial: 'Accounts, cards, IBANs, credit scores',
  free_text: 'What somebody wrote or what is written about a person: biographies, notes, messages, answers',
  geo: 'Coordinates of a home, a person or what a person did',
  gov_id: 'Numbers that an authority or an institution gave a person: national, tax, health, licence, plate, case, student',
  health: 'Diagnoses, blood type, allergies, results, disability',
  ip_address: 'Addresses that people connected from',
  online_id: 'Who somebody is elsewhere: subject of an identity provider, profile URI, chat id',
  person_name: 'Names and parts of names',
  phone: 'Telephone, mobile and fax numbers, also of companies',
  photo: 'Pictures of people and biometric templates',
  postal_code: 'Postal codes of addresses',
  profile_json: 'Documents about a person: profile, claims, custom attributes, rows that audits keep',
  social: 'Handles and links of social networks',
  street_address: 'Streets, house numbers, address lines, whole addresses',
  url_personal: "A person's web page",
  username: 'Login and screen names',
} as const;

export type PersonalClass = keyof typeof personalClasses;

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
