/** Recognises values that pgveil has masked, when a client that read them writes them back. */

const forms: readonly RegExp[] = [
  // redact, and partial or characters with the usual mask character
  /\*{3,}/,
  // email: u_<token>@<domain>
  /^u_[0-9a-f]{8,64}(?:@|$)/,
];

/**
 * For text constants that a statement assigns to a classified column. Fakes, tokens and masked numbers have the form of real
 * values and are not recognised.
 */
export const looksMasked = (value: string): boolean => forms.some((form) => form.test(value));
