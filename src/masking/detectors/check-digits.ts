/** Check digit algorithms over strings of digits. Callers have checked length and characters. */

export const digitAt = (digits: string, at: number): number => digits.charCodeAt(at) - 0x30;

/** Sum of digit times weight, from the left; digits beyond the weights do not count. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * digitAt(digits, at), 0);

/** ISO/IEC 7812-1 annex B: the whole number, check digit last. */
export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digitAt(digits, digits.length - 1 - i);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const dihedral = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
] as const;

const permuted = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
] as const;

/** Verhoeff (1969), by the dihedral group of order 10: the whole number, check digit last. */
export const verhoeff = (digits: string): boolean => {
  let check = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const permutedDigit = digitAt(permuted[i % 8] ?? '', digitAt(digits, digits.length - 1 - i));
    check = digitAt(dihedral[check] ?? '', permutedDigit);
  }
  return check === 0;
};

/** ISO/IEC 7064, MOD 11,10: the whole number, check digit last. */
export const mod11Of10 = (digits: string): boolean => {
  let check = 10;
  for (let i = 0; i < digits.length - 1; i += 1) {
    const sum = (check + digitAt(digits, i)) % 10;
    check = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - check) % 10 === digitAt(digits, digits.length - 1);
};

export const allSame = (digits: string): boolean => /^(\d)\1*$/u.test(digits);

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether there can be such a day in some year. */
export const isDay = (month: number, day: number): boolean => day >= 1 && day <= (monthDays[month - 1] ?? 0);
