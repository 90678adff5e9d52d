/** How to reach somebody: mail, telephone, postal address. */
import { type Rule, textual } from './rule.ts';

export const contact: readonly Rule[] = [
  {
    class: 'email',
    sure: `email, e mail, email address, mail address, email addr, email id, reply to email, courriel, adresse mail,
      adresse electronique, mel adresse, correo, correo electronico, endereco eletronico, posta elettronica, indirizzo
      email, pec mail, e post, epost, epostadress, e postadress, sahkoposti, poczta elektroniczna, adres email,
      elektronska posta, eposta, paypal email, apple id email, почта, электронная почта, эл почта, 邮箱, 电子邮件, メール, 이메일,
      mailbox address, eml, contact mail, contactemail, bcc emails, cc emails`,
    types: [...textual, 'json'],
    beside: `id address notification preferred report reset key service desk reply to old new submitter youth admin support receipt receipts recovery destination
      target abuse security technical sales info abuse dmca inquiry incoming outgoing invite invited subscriber hash md sha org organization company store shop vendor supplier school username login group`,
    not: `body text html subject message provider server token confirmed verification sent signature outbox client footer regex type flag data raw authentication restrictions restriction image images checked check`,
    shift: { things: 0, systems: -0.1 },
    marks: 'reach',
  },
  {
    class: 'email',
    sure: `sent address, to addr, from addr, to address, from address, recipient address, sender address, reply to, to addresses, recipients, recipient,
      sender, from, to, cc, bcc, mail from, mail to, address, reply address, reply to address`,
    table: 'email, mail, mailing, e mail, message log, newsletter',
    types: textual,
    not: 'ip',
    shift: { systems: -0.6 },
  },
  {
    class: 'email',
    likely: 'mail, pec, reply to, bcc, mailto, service desk reply to',
    types: textual,
    not: 'server host port type body template provider sent code stop box name class order',
    strange: 0.2,
    shift: { things: 0, systems: -0.2 },
  },
  {
    class: 'phone',
    sure: `phone, phone number, phonenr, phone no, phone num, telephone, telephone number, telephone no, mobile number,
      mobile no, mobile phone, cell phone, cell number, cellular, cellno, home phone, work phone, business phone,
      contact number, contact no, contact phone, fax, fax number, fax no, phone fax, tel no, tel number, tel nr,
      whatsapp number, whatsapp phone, sms number, sms reminder number, reminder number, msisdn, caller id, caller number, calling number, called number, dialed number, dialled number, no hp, no telp, nomor telepon, no telepon, phone e, ph no,
      phno, emergency number, telefon, telefonnummer, telefon nr, mobilnummer, handynummer, handy, handynr,
      mobiltelefon, telefax, rufnummer, festnetz, faxnummer, tel privat, numero telephone, numero de telephone, num
      tel, no tel, tel portable, telephone portable, tel fixe, tel mobile, gsm, telecopie, telefono, numero telefono,
      numero de telefono, tel fijo, celular, numero celular, telefono movil, num telefono, telefonos, tlf, tfno, telf,
      telefone, numero telefone, telemovel, fone, telefone celular, cellulare, numero cellulare, numero di telefono,
      recapito telefonico, telefoonnummer, telefoon, telefoonnr, mobiel, mobiel nummer, tlf nr, puhelin,
      puhelinnumero, matkapuhelin, numer telefonu, nr telefonu, telefonu, telefon komorkowy, komorka, telefonszam,
      telefonni cislo, cep telefonu, cep tel, тел, телефон, 电话, 手机, 手机号, 電話番号, 전화번호, shouji`,
    types: [...textual, 'integer', 'decimal', 'json'],
    beside: `address fax tel number ext extension support emergency recipient sender to from store shop cell mobile company org area vendor supplier raw whatsapp sms callee caller destination target`,
    not: 'prefix provider model os brand verification calls call minutes country verify manufacturer',
    shift: { systems: -0.2 },
    marks: 'reach',
  },
  {
    class: 'phone',
    likely: `mobile, ph, ph mobile, ph home, mobil, tel, cell, landline, pager, phone extension, portable, movil, movel, tel home, whatsapp, sms to,
      komorkowy`,
    types: [...textual, 'integer'],
    not: 'app version url image view theme os banner reference index value color layout device',
    strange: 0.25,
    shift: { people: 0.25, things: -0.3, systems: -0.5 },
  },
  {
    class: 'phone',
    sure: 'to, from, to number, from number, caller, callee, number, recipient, sender, caller number, destination',
    table:
      'sms, text message, call, call log, phone call, voice call, voicemail, whatsapp message, phone number, phone, telephone',
    types: [...textual, 'integer'],
    beside: 'number to from',
    not: 'id type status',
    strange: 0.4,
    shift: { things: 0, systems: -0.3 },
  },
  {
    class: 'phone',
    hint: 'extension, ext',
    types: ['text'],
    subjects: ['people'],
    near: ['phone'],
    shift: { people: 0 },
  },
  {
    class: 'street_address',
    sure: `street address, street, street name, street no, street number, house number, house no, house nr, address line,
      addr line, addline, address line one, home address, mailing address, postal address, residential address,
      residence address, work address, business address, shipping address, billing address, ship address, bill
      address, delivery address, ship to address, bill to address, sold to address, permanent address, current address, contact address, physical address, street line,
      apartment number, apt number, apt no, apartment, po box, pobox, flat number, full address, address street,
      premise, formatted address, address text, address full, strasse, str nr, hausnummer, hausnr, adresszeile,
      anschrift, wohnadresse, postanschrift, adresszusatz, lieferadresse, rechnungsadresse, strassenname, adresse
      postale, adresse, rue, numero rue, nom rue, complement adresse, numero voie, nom voie, libelle voie, adresse
      ligne, direccion, domicilio, calle, numero calle, direccion postal, direccion completa, direccion envio, num
      exterior, num interior, numero exterior, numero interior, endereco, logradouro, rua, complemento endereco,
      numero endereco, numero casa, morada, alamat, alamat rumah, indirizzo, numero civico, civico, indirizzo residenza, via indirizzo, straat,
      straatnaam, huisnummer, huisnr, adresregel, huisnummer toevoeging, woonadres, gatuadress, gateadresse, gatenavn,
      vejnavn, husnummer, husnr, gadenavn, postadress, katuosoite, osoite, lahiosoite, ulica, nr domu, numer domu, nr
      mieszkania, nr lokalu, adres zamieszkania, ulice, utca, cim, strada, adresa, sokak, acik adres, ulitsa, адрес,
      улица, 地址, 住所, 주소`,
    types: [...textual, 'json', 'integer'],
    beside:
      'line number no nr name street address addr complete company store shop org text full house suite unit premise box residential property location one two three latin',
    not: `ip email mail mac web wallet contract url memory bus http network eth btc bitcoin host hostname dns server blockchain hash view sesame code types
      id verified validation style`,
    shift: { things: -0.1, places: -0.45, systems: -0.6, people: 0.05 },
    marks: 'reach',
  },
  {
    class: 'street_address',
    likely: `address, addr, adres, adr, line one, building number, suite, neighborhood, neighbourhood, bairro, barrio,
      colonia, quartiere, complemento, frazione, adresse complement, district of residence, apt, apt suite`,
    types: [...textual, 'json'],
    not: `ip email mail mac web wallet contract url memory bus http network eth btc bitcoin host hostname dns server listen bind blockchain hash smtp proxy socket peer node
      return token bits type to id validation chain crypto deposit withdraw payout creation`,
    shift: { things: -0.05, places: -0.4, systems: -0.5, personal: 0.1 },
    near: ['postal_code', 'city_region', 'phone', 'person_name'],
    strange: 0.25,
  },
  {
    class: 'street_address',
    sure: `content, line, line one, value, text, street, unit, building, number, detail, details, street two`,
    table: 'address, adresse, direccion, endereco, indirizzo, adres',
    types: textual,
    not: 'format type count',
    shift: { systems: -0.6, things: -0.4 },
  },
  {
    class: 'postal_code',
    sure: `zip, zip code, zip plus, postal code, post code, postcode, postal, postal zip, zip postal, eircode, plz,
      postleitzahl, code postal, cp code, cod postal, codigo postal, codigo zip, cep, codigo cep, cod cep, codice
      postale, codice avviamento postale, cap code, codice cap, postnummer, postinumero, kod pocztowy, kod poczt, psc,
      iranyitoszam, posta kodu, pochtovyi indeks, индекс почтовый, 邮编, 郵便番号, 우편번호, wijk postcode`,
    types: [...textual, 'integer'],
    beside: 'code id plus ext extension suffix prefix number four address codigo cod',
    not: 'file archive size url path range zone list regex pattern format compressed download',
    shift: { things: -0.2, places: -0.45, systems: -0.5 },
  },
  {
    class: 'postal_code',
    hint: 'pin code, cap, cp, post nr, post',
    types: ['text', 'integer'],
    near: ['street_address', 'city_region'],
    shift: { people: 0, personal: 0 },
    strange: 0.4,
  },
  {
    class: 'city_region',
    likely: `city, city village, city name, town, town name, village, suburb, locality, municipality, home town, home location, city of
      residence, address city, address state, state province, state or province, address locality, postal town, city
      town, town city, billing state, shipping state, billing region, shipping region, home city, locality name,
      stadt, wohnort, ort wohnort, ville, commune, localite, ciudad, localidad, municipio, poblacion, provincia,
      cidade, municipio nome, uf, citta, comune, comune residenza, localita, woonplaats, plaats, gemeente, poststed,
      postort, kommune, by navn, kaupunki, postitoimipaikka, miasto, miejscowosc, gmina, powiat, wojewodztwo, mesto,
      obec, varos, oras, localitate, judet, sehir, ilce, gorod, город, 城市, 省份, 市区, 都道府県, 도시, stad, bezirk`,
    types: textual,
    beside: 'name home state province address region code text',
    not: 'id tax rate status list type machine transition count population timezone',
    near: ['street_address', 'postal_code', 'phone'],
    shift: { people: 0.25, personal: 0.1, things: -0.2, places: -0.4, systems: -0.4, none: -0.05 },
    strange: 0.2,
  },
  {
    class: 'city_region',
    hint: `state, region, province, county, district, location, place, area, residence, canton, bundesland, ort, department
      state, departamento, estado, regione, stato, regio, region name, province name, state name, state code, province
      code, region code, state province code, location name, home region, based in, lives in, living in, geo city, geo
      region, country subdivision, prefecture, wojewodztwo nazwa, lan, fylke`,
    types: ['text', 'unknown'],
    beside: 'name code home address',
    not: 'machine aasm status workflow transition sales event job course work',
    near: ['street_address', 'postal_code', 'city_region'],
    shift: { people: 0, personal: -0.1, things: -0.2, places: -0.35, systems: -0.3 },
    strange: 0.25,
  },
  {
    class: 'city_region',
    hint: `location, location name, place, residence, lives in, place of residence, based in, where from`,
    types: ['text'],
    subjects: ['people'],
    beside: 'name home',
    shift: { people: 0.25 },
  },
];
