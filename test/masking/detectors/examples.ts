/**
 * What each detector finds and what it leaves alone. Numbers are those that authorities, standards and python-stdnum's
 * documentation print as examples; tokens are put together here, so that no scanner takes them for real.
 */
export interface Examples {
  /** Texts with the found piece, or the whole text where it is the piece. */
  readonly finds: readonly (readonly [text: string, piece?: string])[];
  readonly leaves: readonly string[];
}

const a = (n: number): string => 'aB3'.repeat(n).slice(0, n);
const hex = (n: number): string => 'a1b2c3d4'.repeat(n).slice(0, n);
const up = (n: number): string => 'AB2C'.repeat(n).slice(0, n);
const pem = (kind: string, body: string): string => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----`;

export const examples: Readonly<Record<string, Examples>> = {
  email: {
    finds: [
      ['jane.doe+tag@mail.example.co.uk'],
      ["<o'neil@example.org>, or", "o'neil@example.org"],
      ['write to (jörg@bücher.example).', 'jörg@bücher.example'],
      ['mailto:a_b%c@x.io?subject=hi', 'a_b%c@x.io'],
      ['x@xn--bcher-kva.xn--p1ai'],
    ],
    leaves: [
      'a@b',
      '@handle',
      'react@18.2.0',
      'a @ b.com',
      'git@github.com:o/r.git',
      'x@.com',
      'x.@example.com',
      '@example.com',
      'x@a..com',
    ],
  },
  'aws-key-id': {
    finds: [[`AKIA${up(16)}`], [`id=ASIA${up(16)};`, `ASIA${up(16)}`]],
    leaves: [`AKIA${up(12)}`, `xAKIA${up(16)}`],
  },
  'github-token': {
    finds: [[`ghp_${a(36)}`], [`token ghs_${a(36)}.`, `ghs_${a(36)}`], [`github_pat_${a(22)}_${a(59)}`]],
    leaves: [`ghp_${a(10)}`, `ghx_${a(36)}`],
  },
  'gitlab-token': { finds: [[`glpat-${a(20)}`], [`gldt-${a(20)}`]], leaves: ['glpat-short', `glxyz-${a(20)}`] },
  'slack-token': { finds: [[`xoxb-123456789012-${a(24)}`]], leaves: ['xoxb-1', `xoxz-${a(24)}`] },
  'stripe-key': { finds: [[`sk_live_${a(24)}`], [`rk_test_${a(24)}`]], leaves: ['sk_live_', `sk_prod_${a(24)}`] },
  'google-key': { finds: [[`AIza${a(35)}`], [`ya29.${a(60)}`]], leaves: [`AIza${a(20)}`] },
  'npm-token': { finds: [[`npm_${a(36)}`], [`pypi-${a(80)}`]], leaves: ['npm_config_registry', 'pypi-server'] },
  'ai-key': { finds: [[`sk-ant-api03-${a(80)}`], [`sk-proj-${a(48)}`], [`hf_${a(34)}`]], leaves: ['sk-1', 'hf_model'] },
  'mail-key': { finds: [[`SG.${a(22)}.${a(43)}`], [`key-${hex(32)}`]], leaves: ['SG.a.b', 'key-value'] },
  'cloud-token': {
    finds: [[`dop_v1_${hex(64)}`], [`shpat_${hex(32)}`], [`123456789:AA${a(33)}`]],
    leaves: [`dop_v1_${hex(10)}`, '12:AA'],
  },
  jwt: {
    finds: [[`eyJ${a(20)}.eyJ${a(30)}.${a(43)}`], [`Cookie: s=eyJ${a(20)}.eyJ${a(30)}.;`, `eyJ${a(20)}.eyJ${a(30)}.`]],
    leaves: [`eyJ${a(20)}`, `xeyJ${a(20)}.${a(20)}.${a(20)}`],
  },
  'password-hash': {
    finds: [[`$2b$12$${a(53)}`], [`$argon2id$v=19$m=65536,t=3,p=4$${a(22)}$${a(43)}`], [`$6$rounds=5000$${a(8)}$${a(86)}`]],
    leaves: ['$2b$12$short', 'costs $5$ more'],
  },
  'private-key': {
    finds: [
      [pem('PRIVATE KEY', a(64))],
      [`cut: -----BEGIN RSA PRIVATE KEY-----\n${a(64)}`, `-----BEGIN RSA PRIVATE KEY-----\n${a(64)}`],
      [pem('OPENSSH PRIVATE KEY', a(200))],
    ],
    leaves: [pem('PUBLIC KEY', a(64)), pem('CERTIFICATE', a(64))],
  },
  'url-password': {
    finds: [
      ['postgres://app:s3cretpw@db.example:5432/x', 's3cretpw'],
      ['https://u:p%40ss@[::1]/', 'p%40ss'],
    ],
    leaves: ['https://example.com:8080/a@b', 'see https://example.com/x:y', 'mail me: a@b.example'],
  },
  bearer: { finds: [[`Authorization: Bearer ${a(30)}==`, `${a(30)}==`]], leaves: ['a bearer of news', 'basic knowledge'] },
  'assigned-secret': {
    finds: [
      ['password=hunter22', 'hunter22'],
      ['"api_key": "zxcvbnm123"', 'zxcvbnm123'],
      ['PWD = topsecret;', 'topsecret'],
    ],
    leaves: ['password reset', 'the secret of success', 'pwd='],
  },
  iban: {
    finds: [
      ['DE89 3704 0044 0532 0130 00'],
      ['pay to GB82WEST12345698765432 today', 'GB82WEST12345698765432'],
      ['nl91abna0417164300'],
      ['FR14 2004 1010 0505 0001 3M02 606 BIC PSSTFRPPPAR', 'FR14 2004 1010 0505 0001 3M02 606'],
    ],
    leaves: ['DE88370400440532013000', 'XX89370400440532013000', 'DE8937040044053201300', 'DE893704004405320130001'],
  },
  card: {
    finds: [
      ['4111 1111 1111 1111'],
      ['3782 822463 10005'],
      ['5555555555554444'],
      ['Visa 4012-8888-8888-1881.', '4012-8888-8888-1881'],
      ['6011111111111117'],
    ],
    leaves: ['4111 1111 1111 1112', '9111111111111111', '0000 0000 0000 0000', '1.4111111111111111', '41111111111111111111'],
  },
  'gb-nino': {
    finds: [['AB123456C'], ['NINO: JG 10 37 59 A', 'JG 10 37 59 A']],
    leaves: ['BG123456C', 'DA123456C', 'AB123456E', 'AB1234567'],
  },
  'gb-nhs': {
    finds: [['943 476 5919'], ['patient 4010232137', '4010232137']],
    leaves: ['943 476 5918', 'order 943 476 5919', 'NHS 0000000000'],
  },
  'de-steuer-id': {
    finds: [['36574261809'], ['IdNr 36 574 261 809', '36 574 261 809']],
    leaves: ['36574261890', '36554266806', 'no 36574261809'],
  },
  'fr-nir': { finds: [['2 95 10 99 126 111 93'], ['295109912611193']], leaves: ['295109912611199', '395109912611193'] },
  'es-dni': {
    finds: [['54362315K'], ['DNI 54362315-K', '54362315-K'], ['X2482300W']],
    leaves: ['54362315Z', 'X2482300A', '1234567L'],
  },
  'it-codice-fiscale': {
    finds: [['RCCMNL83S18D969H'], ['cf rccmnl83s18d969h', 'rccmnl83s18d969h']],
    leaves: ['RCCMNL83S18D969A', 'RCCMNL83S18D96H'],
  },
  'pl-pesel': {
    finds: [['44051401359'], ['PESEL: 44051401359', '44051401359']],
    leaves: ['44051401358', 'nr 44051401359', '44991401350'],
  },
  'nl-bsn': { finds: [['111222333'], ['BSN 1112.22.333', '1112.22.333']], leaves: ['111222334', 'order 111222333'] },
  'be-rrn': { finds: [['85.07.30-033 28'], ['85073003328']], leaves: ['85.07.30-033 29', 'nr 85073003328'] },
  'se-personnummer': {
    finds: [['880320-0016'], ['pnr 198803200016', '198803200016']],
    leaves: ['880320-0018', '880332-0012', 'no 8803200016'],
  },
  'no-fodselsnummer': {
    finds: [['15108695088'], ['fnr 151086 95088', '151086 95088']],
    leaves: ['15108695077', 'no 15108695088'],
  },
  'dk-cpr': {
    finds: [['211062-5629'], ['CPR 2110625629', '2110625629']],
    leaves: ['511062-5629', '2110625629', 'no 211062-5629'],
  },
  'fi-hetu': { finds: [['131052-308T'], ['hetu 131052A308T', '131052A308T']], leaves: ['131052-308U', '321352-308T'] },
  'ch-ahv': { finds: [['756.9217.0769.85'], ['7569217076985']], leaves: ['756.9217.0769.84', '757.9217.0769.85'] },
  'at-svnr': { finds: [['1237 010180'], ['SVNR 1237010180', '1237010180']], leaves: ['1238 010180', 'no 1237 010180'] },
  'pt-nif': { finds: [['123456789'], ['NIF 123 456 789', '123 456 789']], leaves: ['123456788', 'no 123456789'] },
  'ro-cnp': { finds: [['1630615123457'], ['CNP 1630615123457', '1630615123457']], leaves: ['1630615123458', '1639915123457'] },
  'cz-rodne-cislo': { finds: [['710319/2745'], ['7103192745']], leaves: ['710319/2746', 'no 7103192745'] },
  'us-ssn': {
    finds: [['536-90-4399'], ['SSN 536904399', '536904399'], ['ITIN 900-70-1234', '900-70-1234']],
    leaves: ['536904399', '666-12-3456', '000-12-3456', '536-00-4399', '536-90-0000', '078-05-1120', '900-10-1234'],
  },
  'br-cpf': { finds: [['390.533.447-05'], ['39053344705']], leaves: ['390.533.447-06', '111.111.111-11', 'no 39053344705'] },
  'br-cnpj': { finds: [['16.727.230/0001-97'], ['16727230000197']], leaves: ['16.727.230/0001-98'] },
  'in-aadhaar': {
    finds: [['2341 2341 2346'], ['Aadhaar 234123412346', '234123412346']],
    leaves: ['2341 2341 2347', '1341 2341 2346', 'no 234123412346'],
  },
  'in-pan': { finds: [['ABCPE1234F'], ['PAN: ABCPE1234F', 'ABCPE1234F']], leaves: ['ABCDE1234F', 'code ABCPE1234F'] },
  'cn-resident-id': {
    finds: [['11010519491231002X'], ['身份证 11010519491231002x', '11010519491231002x']],
    leaves: ['110105194912310021', '11010519493231002X'],
  },
  'jp-my-number': {
    finds: [['6214 9832 0257'], ['個人番号 621498320257', '621498320257']],
    leaves: ['6214 9832 0258', 'no 621498320257'],
  },
  'kr-rrn': {
    finds: [['740330-1234567'], ['주민 740330-1234567', '740330-1234567']],
    leaves: ['741330-1234567', '740330-9234567', '7403301234567'],
  },
  'ca-sin': {
    finds: [['130 692 544'], ['SIN 130-692-544', '130-692-544']],
    leaves: ['130 692 545', '830 692 544', 'no 130 692 544'],
  },
  'au-tfn': { finds: [['123 456 782'], ['TFN 123456782', '123456782']], leaves: ['123 456 783', 'no 123456782'] },
  'za-id': { finds: [['7503305044089'], ['ID 7503305044089', '7503305044089']], leaves: ['7503305044088', '7513305044089'] },
  'tr-tckn': { finds: [['17291716060'], ['T.C. kimlik 17291716060', '17291716060']], leaves: ['17291716061', '07291716060'] },
  'mx-curp': { finds: [['BOXW310820HNERXN09']], leaves: ['BOXW310820HNERXN08', 'BOXW319920HNERXN09'] },
  'ar-cuit': { finds: [['20-05536168-2'], ['CUIT 20055361682', '20055361682']], leaves: ['20-05536168-3', '29-05536168-2'] },
  'cl-rut': { finds: [['12.531.909-2'], ['RUT 12531909-2', '12531909-2']], leaves: ['12.531.909-3'] },
  'ru-snils': { finds: [['112-233-445 95'], ['СНИЛС 11223344595', '11223344595']], leaves: ['112-233-445 96', 'no 11223344595'] },
  'sg-nric': { finds: [['S1234567D'], ['NRIC T1234567J', 'T1234567J']], leaves: ['S1234567A', 'A1234567D'] },
  phone: {
    finds: [
      ['+49 30 123456'],
      ['+1 (650) 253-0000'],
      ['0044 20 7946 0958'],
      ['(650) 253-0000'],
      ['call 650.253.0000 now', '650.253.0000'],
      ['Tel.: 030/1234567', '030/1234567'],
      ['06 12 34 56 78'],
      ['020 7946 0958'],
      ['mobile 6502530000', '6502530000'],
    ],
    leaves: [
      '2026-11-25',
      '25.11.2026',
      '192.168.100.200',
      '1234567890',
      'ORD-2024-123456',
      '1.234.567',
      '+1 23',
      '12345.67',
      '2026-11-25 02:33:11',
      '2022-09-10 16:46:03.905795+00',
      '536-90-4399',
    ],
  },
  ipv4: {
    finds: [['192.168.1.10'], ['from 203.0.113.9:443', '203.0.113.9']],
    leaves: ['1.2.3', '256.1.1.1', 'version 1.2.3.4', '1.2.3.4.5', '127.0.0.1', '0.0.0.0', '255.255.255.0'],
  },
  ipv6: {
    finds: [['2001:db8::1'], ['from [fe80::1ff:fe23:4567:890a]', 'fe80::1ff:fe23:4567:890a'], ['::ffff:203.0.113.9']],
    leaves: ['12:30:45', '::1', '::', 'std::string', 'a:b:c:d', '1:2:3:4:5:6:7:8:9'],
  },
  mac: {
    finds: [['00:1B:44:11:3A:B7'], ['00-1b-44-11-3a-b7'], ['001b.4411.3ab7']],
    leaves: ['00:00:00:00:00:00', '00:1B:44:11:3A', '00:1B:44:11:3A:B7:99'.slice(0, 16), 'ff:ff:ff:ff:ff:ff'],
  },
  coordinates: {
    finds: [
      ['52.5200, 13.4050'],
      ['POINT(13.4050 52.5200)'],
      ['geo:48.2010,16.3695'],
      ['at -33.8688 151.2093.', '-33.8688 151.2093'],
    ],
    leaves: ['52.5, 13.4', '252.5200, 13.4050', '95.0000, 95.0000'],
  },
  'labelled-degrees': {
    finds: [
      ['{"lat": 52.520', '52.520'],
      ['longitude=-13.4051', '-13.4051'],
    ],
    leaves: ['flat: 52.520', 'lat: 252.520', 'lat: 52'],
  },
  'date-of-birth': {
    finds: [
      ['born on 12 March 1980', '12 March 1980'],
      ['DOB: 1980-03-12', '1980-03-12'],
      ['geb. 12.03.1980', '12.03.1980'],
      ['née le 3 mars 1980', '3 mars 1980'],
      ['Date of birth (m/d/y): 03/12/1980', '03/12/1980'],
      ['nacida el 3 de marzo de 1980', '3 de marzo de 1980'],
    ],
    leaves: ['1980-03-12', 'ordered on 1980-03-12', 'born in Berlin'],
  },
  street: {
    finds: [
      ['221B Baker Street'],
      ['lives at 12 W 43rd Street.', '12 W 43rd Street'],
      ['Hauptstraße 5'],
      ['Berliner Straße 12a'],
      ['12 bis rue de la Paix'],
      ['Calle Mayor 3'],
      ['Via Roma, 10'],
      ['ul. Długa 5/7'],
      ['Kerkstraat 12'],
      ['PO Box 123'],
    ],
    leaves: ['Street', '5 apples', 'on the way 3 times', 'Level 3', 'Main Street'],
  },
  'postal-code': {
    finds: [['SW1A 1AA'], ['K1A 0B1'], ['1012 AB'], ['CA 94105', '94105'], ['NY 10001-1234', '10001-1234']],
    leaves: ['94105', 'AB 12', '0123 AB', '2024 SS'],
  },
  'person-name': {
    finds: [
      ['Maria'],
      ['met John F. Kennedy here', 'John F. Kennedy'],
      ['Ludwig, Anna'.replace('Ludwig', 'Schmidt'), 'Schmidt, Anna'],
      ['Dear Mrs. Miller, thanks', 'Miller'],
      ['Jan van der Berg'],
      ['José García Márquez'],
    ],
    leaves: ['Monthly Report', 'john', 'Dear Customer', 'Premium Plan', 'North America', 'John'.toLowerCase()],
  },
};
