/** The word lists of one locale, our own; family names, streets and places are put together from heads and tails. */
export interface Words {
  readonly first: readonly string[];
  readonly heads: readonly string[];
  readonly tails: readonly string[];
  /** Kinds of streets. */
  readonly streets: readonly string[];
  /** Legal forms and trades. */
  readonly forms: readonly string[];
  address(parts: AddressParts): string;
}

export interface AddressParts {
  readonly number: string;
  readonly street: string;
  readonly kind: string;
  readonly place: string;
  readonly code: string;
}
