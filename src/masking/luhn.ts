/** The check digit of ISO/IEC 7812-1, annex B. */

/** The digit that makes `digits` followed by it valid. */
export const luhnDigit = (digits: readonly number[]): number => {
  const sum = digits
    .toReversed()
    .reduce((total, digit, i) => total + (i % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit), 0);
  return (10 - (sum % 10)) % 10;
};

export const isLuhn = (digits: readonly number[]): boolean =>
  digits.length > 1 && luhnDigit(digits.slice(0, -1)) === digits.at(-1);
