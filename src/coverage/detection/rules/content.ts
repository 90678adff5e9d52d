/** Money, work, and what is written about or by somebody. */
import { type Rule, textual } from './rule.ts';

const amounts = ['integer', 'decimal', 'text', 'unknown'] as const;

export const content: readonly Rule[] = [
  {
    class: 'compensation',
    sure: `salary, base salary, annual salary, monthly salary, wage, wages, hourly wage, pay rate, yearly income, annual
      income, monthly income, household income, gross pay, net pay, gross salary, net salary, take home pay,
      remuneration, compensation, income, paycheck, gehalt, bruttogehalt, nettogehalt, lohn, stundenlohn, verdienst,
      einkommen, salaire, salaire brut, salaire net, revenu, revenus, remuneration brute, salario, sueldo, ingresos,
      ingreso mensual, salario base, renda, renda menremuneracao, ordenado, vencimento base, stipendio, retribuzione,
      reddito, salaris, loon, inkomen, manadslon, loen, lonn, arsinntekt, palkka, wynagrodzenie, pensja, plat, dochod,
      зарплата, 工资, 薪资, 给料, ctc, pension amount`,
    types: amounts,
    beside:
      'amount annual monthly gross net base yearly hourly usd eur per month year household value level range bracket band grade min max currency total expected desired current',
    not: ' statement account date job',
    shift: { things: -0.45, systems: -0.5 },
    marks: 'human',
  },
  {
    class: 'compensation',
    hint: `bonus, commission, commission pct, commission rate, hourly rate, day rate, pay, stipend, allowance, stock
      options, severance, prima, prime, provision, comision, comissao, premio, pension`,
    types: amounts,
    subjects: ['people'],
    beside: 'amount pct percent rate annual monthly',
    shift: { people: 0.2 },
    strange: 0.3,
  },
  {
    class: 'compensation',
    sure: `amount, rate, value, gross, net, pay, total, bonus, base, deductions, gross amount, net amount`,
    table: `salary, salaries, payroll, pay history, pay slip, wage, wages, compensation, gehalt, lohn, salaire, nomina,
      salario, sueldo, folha pagamento, busta paga, salaris, paycheck, employee pay`,
    types: amounts,
    beside: 'amount pay gross net',
    strange: 0.3,
    shift: { things: -0.1 },
  },
  {
    class: 'financial',
    sure: `iban, iban number, bank account, bank account number, account number, acct number, acct no, account no, bank
      account no, routing number, credit card, credit card number, card number, card no, card num, cc number,
      ccnumber, ccnum, cc num, pan encrypted, cvv, cvc, cvv code, card security code, debit card, card last four, card
      last, last four, last digits, last four digits, card expiry, card expiration, card token, bank details, bankdetails, bank card, paypal account, upi id, ifsc account, clabe, cbu, bank number
      account, card details, payment card, kontonummer, konto nr, bankverbindung, kreditkarte, kreditkartennummer,
      kartennummer, rib, numero compte, numero de compte, compte bancaire, carte bancaire, numero carte, carte credit,
      numero cuenta, numero de cuenta, cuenta bancaria, tarjeta credito, numero tarjeta, num tarjeta, conta bancaria,
      numero conta, numero cartao, cartao credito, chave pix, numero carta, conto corrente, carta di credito,
      rekeningnummer, bankrekening, kaartnummer, numer konta, nr konta, numer karty, rachunek bankowy, номер карты,
      银行卡号, 口座番号`,
    types: [...textual, 'integer', 'decimal', 'json'],
    beside:
      'number no nr num last four digits code hash encrypted token masked id expiry expiration bank account card payee beneficiary debit credit details numero international',
    not: 'type name balance status brand expired allow gift access rate enabled sim id network scorecard',
    shift: { things: -0.1, systems: -0.4, people: 0.05 },
  },
  {
    class: 'financial',
    likely: 'exp month, exp year, expiry month, expiry year, expiration month, expiration year, exp date, cvc, pan',
    table: 'card',
    types: ['text', 'integer', 'date', 'unknown'],
    beside: 'number month year date card',
    not: 'id',
    shift: { people: 0, personal: 0, things: 0 },
  },
  {
    class: 'financial',
    sure: 'pan, number, card number, last, last four, last digit, month, year, expires, expiration, expiry, card type, brand, expiration date, expiry date, cc type',
    table: 'credit card, debit card, payment card, bank card, saved card',
    types: ['text', 'integer', 'date', 'unknown'],
    beside: 'number month year date card digit four',
    not: 'id',
    shift: { things: -0.2, people: 0, personal: 0 },
    strange: 0.4,
  },
  {
    class: 'financial',
    hint: `net worth, credit score, credit rating, conta, conto, account balance, bic, swift, swift code, sort code, routing, debt, credit limit, tax bracket, ach
      routing, bank, bank branch, blz, bank code`,
    types: [...textual, 'decimal', 'integer'],
    subjects: ['people'],
    beside: 'number code name amount',
    shift: { people: 0.2 },
    near: ['financial'],
    strange: 0.3,
  },
  {
    class: 'financial',
    likely: `provider payment data, provider payment method data, payment method details, payment data, payment details,
      billing details, payment info, card data, details, payment source, bank data, payment method data`,
    types: ['json', 'text'],
    table: 'payment, payment method, card, bank',
    beside: 'data details provider method',
    subjects: ['none', 'people', 'personal', 'things'],
    shift: { things: 0 },
    strange: 0.3,
  },
  {
    class: 'employer',
    hint: `company, employer, employer name, organization, organisation, workplace, arbeitgeber, employeur,
      empresa, empleador, empregador, datore lavoro, werkgever, arbetsgivare, pracodawca, firma, current employer,
      previous employer, affiliation, institution`,
    types: ['text'],
    subjects: ['people'],
    not: 'customer vendor supplier client type size id status',
    shift: { people: 0.2 },
    strange: 0.35,
  },
  {
    class: 'employer',
    sure: `employer, employer name, employer address, previous employer, current employer, place of work, arbeitgeber,
      employeur, datore lavoro, werkgever, pracodawca, patron name`,
    types: textual,
    beside: 'name address',
    not: 'contribution share cost tax',
    shift: { none: -0.15, things: -0.3, systems: -0.4 },
  },
  {
    class: 'free_text',
    sure: `bio, biography, about me, aboutme, curriculum vitae, resume, resume text, cv text, cover letter, cover letter
      text, bio raw, bio cooked, bio html, personal statement, self introduction, medical notes, doctor notes, case
      notes, patient notes, employee notes, customer notes, interview notes, private notes, private message, lebenslauf, anschreiben, biographie, biografia, sobre mi, sobre mim, biografie, dietary
      requirements, special needs, dating profile, profile text, profile description, transcript`,
    types: [...textual, 'xml', 'json'],
    beside: 'raw cooked html text excerpt short long about me content body user author email message',
    not: 'version id url path file count limit',
    shift: { systems: -0.5, things: -0.45 },
  },
  {
    class: 'free_text',
    sure: 'raw email, raw message, email raw, email body, raw mail',
    types: textual,
    beside: 'text html',
    shift: { things: -0.1, systems: -0.5 },
  },
  {
    class: 'free_text',
    hint: `note, notes, remarks, comments, comment, description, about, fields, summary, introduction, interests, hobbies,
      headline, self description, signature, observations, bemerkung, bemerkungen, notiz, notizen, anmerkung,
      kommentar, beschreibung, remarque, remarques, commentaire, observaciones, observacion, comentario, comentarios,
      notas, observacoes, observacao, note personali, osservazioni, opmerking, opmerkingen, toelichting, anteckning,
      notat, merknad, uwagi, notatki, opis, poznamka, megjegyzes, skills, incident description, reason for visit,
      status message, message, details`,
    types: [...textual, 'json', 'xml'],
    subjects: ['people'],
    beside: 'html text raw internal admin staff private personal field',
    not: 'author agent format avatar header type plan job role group option',
    shift: { people: 0.2 },
    strange: 0.35,
  },
  {
    class: 'free_text',
    sure: `body, message, text, content, message text, message body, body text, body html, content text, raw, html, plain`,
    table: `message, private message, direct message, chat message, sms, sms message, mail message, conversation message,
      inbox, received email, incoming email, email message, mail, correspondence, testimonial, medical note, patient
      note, clinical note, case note, progress note, consultation, contact note, customer note, user note, feedback
      message, contact message, contact form, contact request`,
    types: [...textual, 'json'],
    beside: 'text html body raw content message',
    not: 'format type id template count commit error log system',
    shift: { systems: -0.5, things: -0.3, none: -0.2 },
    strange: 0.3,
  },
  {
    class: 'free_text',
    sure: 'value, answer, response, feedback, feedback message, answer text, text, content, free text, open answer',
    table: `answer, response, survey response, form response, form submission, submission answer, questionnaire response,
      reponse, antwort, respuesta, resposta`,
    types: [...textual, 'json'],
    beside: 'text value answer',
    not: 'http option status code type correct',
    shift: { systems: -0.5, things: -0.15, none: -0.3 },
    strange: 0.35,
  },
  {
    class: 'free_text',
    likely: `details, comment, reason, previous value, new value, message, text, description, statement`,
    table: `report, user history, abuse report, complaint, incident, invite request, warning, user note, account note, group
      request, user status, user action, grievance, appeal, join request, membership request, moderation note, user
      warning`,
    types: [...textual],
    beside: 'text html message value',
    not: 'id type code',
    shift: { people: 0, personal: 0, things: -0.2, none: -0.15, systems: -0.4 },
    strange: 0.35,
  },
  {
    class: 'profile_json',
    sure: `demographics, additional contact info, contact info, contact information, contact details, personal info,
      personal information, personal data, personal details, user info, user data, profile data, profile info, profile
      json, customer data, customer info, customer details, patient data, raw info, raw profile, id token claims,
      identity data, user metadata, user profile, raw user meta data, raw user metadata, user details, person data,
      kyc data, applicant data, employee data, shipping details, billing info, datos personales, donnees personnelles,
      dati personali, personenbezogene daten, dados pessoais, stammdaten`,
    types: ['json', 'xml', 'text', 'bytes', 'unknown', 'array'],
    beside: 'json raw meta data info details',
    not: 'id type count source',
    shift: { systems: -0.4, things: -0.2 },
  },
  {
    class: 'profile_json',
    hint: `profile, data, attributes, custom fields, extra, extra data, properties, info, details, additional
      info, additional data, meta, payload, value, claims, raw, traits, last payload, auth data, raw data, search
      data, auth response, user attributes, custom attributes, params, recorded changes`,
    types: ['json', 'xml', 'text'],
    table: `sso, single sign on, identity, user identity, user profile, user data, user info, profile, user custom
      attribute, custom attribute, user field, user search data, person, patient, user, customer, member, contact,
      employee, social account, user attribute, user meta, admin action log, user custom field`,
    subjects: ['people', 'personal'],
    beside: 'json raw custom data extra additional',
    not: 'permission permissions settings preference preferences options config notification role status version type schema invoice payment',
    shift: { people: 0.15, personal: 0.15 },
    strange: 0.35,
  },
];
