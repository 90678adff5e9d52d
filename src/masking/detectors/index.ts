/** The table of value detectors. A new one is an entry here, and its rows of examples in test/masking/detectors. */
import { email } from './email.ts';
import { europeanIds } from './ids-europe.ts';
import { worldIds } from './ids-world.ts';
import { card, iban } from './money.ts';
import { ipv4, ipv6, mac } from './network.ts';
import { dateOfBirth, personName } from './person.ts';
import { phone } from './phone.ts';
import { coordinates, labelledDegrees, postalCode, street } from './place.ts';
import { secrets } from './secrets.ts';
import type { Detector } from './types.ts';

export type { Certainty, Detector, Span, ValueClass } from './types.ts';

export const detectors: readonly Detector[] = [
  email,
  ...secrets,
  iban,
  card,
  ...europeanIds,
  ...worldIds,
  phone,
  ipv4,
  ipv6,
  mac,
  coordinates,
  labelledDegrees,
  dateOfBirth,
  street,
  postalCode,
  personName,
];
