/** What is recorded of dealings with people: reasons, answers, what changed, what came in. */
import { type Rule, textual } from './rule.ts';

const documents = ['json', 'xml', 'text'] as const;

export const records: readonly Rule[] = [
  {
    class: 'free_text',
    likely: `explanation, justification, circumstances, statement, remark, remarks, begrundung, justificacion, justificativa, motivazione,
      toelichting, uzasadnienie`,
    types: textual,
    subjects: ['people', 'personal'],
    beside: 'text html note details missing other additional',
    not: 'code id type category status count bounce error failure',
    shift: { personal: -0.05, people: 0 },
    strange: 0.15,
  },
  {
    class: 'free_text',
    likely: 'reason, raison, motif, grund, motivo, razon, reden, powod',
    types: textual,
    subjects: ['people'],
    beside: 'text html note details other additional',
    not: 'code id type category status count bounce error failure void voided deleted cancelled canceled',
    shift: { people: 0 },
    strange: 0.1,
  },
  {
    class: 'free_text',
    likely:
      'comment, comments, details, note, notes, message, text, body, description, reason, request details, antrag, bemerkung, motif',
    table: `leave request, account request, access request, invitation request, membership request, application, absence, leave,
      appointment, referral, enquiry, abuse report, incident report, user report, spam report, inquiry, complaint, moderation, court order, home visit, case contact, urlaubsantrag, demande conge`,
    types: textual,
    beside: 'text html request internal private staff additional',
    not: 'code id type status count url',
    shift: { people: 0, personal: 0, none: -0.1, systems: -0.4, places: -0.4, things: -0.05 },
    strange: 0.2,
  },
  {
    class: 'free_text',
    likely:
      'comment, comments, purpose, justification, request details, request reason, extra information, additional information',
    table: 'request, demande, antrag, solicitud, richiesta, aanvraag',
    types: textual,
    beside: 'request text html for of additional extra',
    not: 'code id type status count rejection bounce',
    shift: { people: 0, personal: 0, none: -0.1, systems: -0.4, things: -0.1 },
    strange: 0.2,
  },
  {
    class: 'free_text',
    likely: 'subject, title, subject line, betreff, objet, asunto, assunto, oggetto, onderwerp, temat',
    table: 'private message, direct message, message, conversation, email message, correspondence, nachricht, mensaje',
    types: ['text'],
    beside: 'line text message',
    not: 'template id type count',
    shift: { people: 0, personal: 0, none: 0, things: -0.05, systems: -0.4 },
    strange: 0.3,
  },
  {
    class: 'profile_json',
    likely: `audited changes, object changes, changed data, changed fields, changed values, old values, new values, old data, new data,
      row data, original data`,
    table: 'audit, audit log, audit trail, audit event, audit record, version, record version, change log, changelog',
    types: documents,
    beside: 'json data values fields object row',
    not: 'type id class name count at status url',
    shift: { people: 0, personal: 0, none: -0.05, things: -0.05, systems: -0.3 },
    strange: 0.3,
  },
  {
    class: 'demographic',
    likely: `grade, award year, graduation year, year of graduation, institution, institution name, degree, major, field of study, school
      name, university, diploma, abschluss, hochschule, diplome, etablissement, titulo, titulacion, universidad, laurea, opleiding`,
    table: `qualification, education, educational background, academic record, academic history, academic qualification, diploma, bildungsweg,
      formacion, formation, istruzione, opleiding`,
    types: ['text', 'integer', 'date'],
    beside: 'name year obtained awarded level subject',
    not: 'id code type count uuid country region address',
    shift: { people: 0, personal: 0, none: 0, things: 0, systems: 0 },
    strange: 0.2,
  },
];
