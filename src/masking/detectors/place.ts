/** Where somebody lives or is: postal addresses, postal codes, coordinates. */
import { bounded, matchDetector } from './match.ts';

const word = String.raw`\p{Lu}[\p{L}'’.]{1,24}`;
const houseNumber = String.raw`\d{1,5}(?: ?[A-Za-z])?`;

const streets: readonly string[] = [
  // en: 221B Baker Street
  String.raw`\d{1,5}[A-Za-z]? (?:[NSEW]\.? )?(?:(?:${word}|\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Parkway|Pkwy|Highway|Hwy|Crescent|Close|Circle)`,
  // de, nl, sv, no, da: Hauptstraße 5, Kerkstraat 12a, Storgatan 3
  String.raw`\p{Lu}[\p{L}-]{1,30}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|kade|gracht|singel|gatan|gata|vägen|veien|vej|gade) ${houseNumber}`,
  // de: Berliner Straße 12
  String.raw`\p{Lu}[\p{L}-]{1,30} (?:Straße|Strasse|Str\.|Platz|Allee|Weg|Ring) ${houseNumber}`,
  // fr: 12 bis rue de la Paix
  String.raw`\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|quai|route|square|cours)(?: (?:de|du|des|la|le|les|l['’]|d['’]|[\p{L}'’-]{2,24})){1,5}`,
  // es, it, pt: Calle Mayor 3, Via Roma, 10
  String.raw`(?:Calle|C\/|Avenida|Avda\.?|Av\.|Paseo|Plaza|Via|Viale|Piazza|Corso|Rua|Travessa|Alameda) (?:[\p{L}'’.]{1,24} ){0,4}[\p{L}'’.]{1,24},? (?:n\.?[º°]? ?)?${houseNumber}`,
  // pl: ul. Długa 5/7
  String.raw`(?:ul|al|pl|os)\. (?:[\p{L}'’.]{1,24} ){0,3}[\p{L}'’.]{1,24} ${houseNumber}(?:\/\d{1,4})?`,
  // post office boxes
  String.raw`(?:P\.? ?O\.? ?Box|Postfach|Apartado|Boîte postale|BP|Postbus) \d{1,6}`,
];

export const street = matchDetector({
  id: 'street',
  class: 'street_address',
  summary: 'Streets with house numbers as en, de, fr, es, it, pt, nl, sv, no, da and pl write them, and post office boxes.',
  pattern: bounded(streets.join('|')),
  mayHold: (profile) => profile.digits > 0 && profile.upper && profile.length >= 6,
  judge: () => 'likely',
});

export const postalCode = matchDetector({
  id: 'postal-code',
  class: 'postal_code',
  summary: 'Postal codes with a shape of their own: UK, Canada, Netherlands; US ZIP codes behind a state.',
  pattern: bounded(
    String.raw`(?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-HJKPSTUW\d]? \d[ABD-HJLNP-UW-Z]{2})|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d|[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}|(?<=(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) )\d{5}(?:-\d{4})?`,
  ),
  mayHold: (profile) => profile.digits >= 2 && profile.upper && profile.length >= 5,
  judge: () => 'hint',
});

const degrees = (text: string): readonly number[] =>
  Array.from(text.matchAll(/-?\d{1,3}(?:\.\d{1,15})?/gu), ([value]) => Number(value));

export const coordinates = matchDetector({
  id: 'coordinates',
  class: 'geo',
  summary: 'Pairs of degrees with four decimals or more, WKT points, geo URIs (RFC 5870).',
  pattern:
    /(?<![\p{L}\p{N}_.-])(?:geo:|POINT ?\()?-?\d{1,3}\.\d{4,15}(?:, ?|; ?| )-?\d{1,3}\.\d{4,15}\)?(?![\p{L}\p{N}_]|\.\d)/giu,
  mayHold: (profile) => profile.digits >= 10 && profile.dot,
  judge: ({ match, before }) => {
    const [a = 999, b = 999] = degrees(match);
    const inRange = Math.abs(a) <= 180 && Math.abs(b) <= 180 && Math.min(Math.abs(a), Math.abs(b)) <= 90;
    if (!inRange) return undefined;
    return /geo:|point/iu.test(match) || /lat|lon|lng|coord|gps|position|location/iu.test(before) ? 'certain' : 'likely';
  },
});

export const labelledDegrees = matchDetector({
  id: 'labelled-degrees',
  class: 'geo',
  summary: 'Degrees behind lat, lon or a longer form of these.',
  pattern:
    /(?<=(?<![\p{L}\p{N}])(?:lat|latitude|lon|lng|long|longitude)["']?[ \t]{0,2}[=:][ \t]{0,2}["']?)-?\d{1,3}\.\d{3,15}(?![\p{L}\p{N}_])/giu,
  mayHold: (profile) => profile.digits >= 4 && profile.dot,
  judge: ({ match }) => (Math.abs(Number(match)) <= 180 ? 'certain' : undefined),
});
