import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectColumns, detectTable } from '../../../src/coverage/detection/detect.ts';
import { type ColumnFacts, personalClasses } from '../../../src/coverage/detection/types.ts';

const table = (name: string, columns: Readonly<Record<string, string>>): readonly ColumnFacts[] =>
  Object.entries(columns).map(([column, dataType]) => ({ schema: 'public', table: name, column, dataType }));

const classOf = (tableName: string, column: string, dataType = 'text'): string | undefined =>
  detectTable(table(tableName, { [column]: dataType }))[0]?.class;

describe('what a name says by itself', () => {
  test.each([
    ['email', 'email'],
    ['EMail', 'email'],
    ['emailAddress', 'email'],
    ['emailaddress', 'email'],
    ['unconfirmed_email', 'email'],
    ['correo_electrónico', 'email'],
    ['dob', 'date_of_birth'],
    ['Geburtsdatum', 'date_of_birth'],
    ['date_naissance', 'date_of_birth'],
    ['firstName', 'person_name'],
    ['lastname', 'person_name'],
    ['prénom', 'person_name'],
    ['nazwisko', 'person_name'],
    ['фамилия', 'person_name'],
    ['SSN', 'gov_id'],
    ['codice_fiscale', 'gov_id'],
    ['Führerschein', 'gov_id'],
    ['fuehrerschein', 'gov_id'],
    ['homePhone', 'phone'],
    ['phone2', 'phone'],
    ['telefoonnummer', 'phone'],
    ['address_line_1', 'street_address'],
    ['straße', 'street_address'],
    ['zip', 'postal_code'],
    ['PLZ', 'postal_code'],
    ['iban', 'financial'],
    ['cc_number', 'financial'],
    ['client_ip', 'ip_address'],
    ['user_agent', 'device'],
    ['encrypted_password', 'credential'],
    ['blood_type', 'health'],
    ['maritalstatus', 'demographic'],
  ])('%s is %s', (column, expected) => {
    expect(classOf('t', column)).toBe(expected);
  });
});

describe('names of other languages and abbreviated ones, in tables of people', () => {
  test.each([
    ['pessoas', 'nm_pessoa', 'person_name'],
    ['alunos', 'nm_mae', 'person_name'],
    ['integrantes', 'nombre', 'person_name'],
    ['jogadores', 'nome', 'person_name'],
    ['deelnemers', 'naam', 'person_name'],
    ['uczestnicy', 'imie', 'person_name'],
    ['participants', 'nom', 'person_name'],
    ['dipendenti', 'cod_fisc', 'gov_id'],
    ['employes', 'num_ss', 'gov_id'],
    ['tbl_user', 'usr_nm', 'person_name'],
    ['cust', 'cust_ph', 'phone'],
    ['klienci', 'kod_poczt', 'postal_code'],
    ['users', 'pw_hash', 'credential'],
    ['users', 'dfe_sign_in_uid', 'online_id'],
  ])('%s.%s is %s', (tableName, column, expected) => {
    expect(classOf(tableName, column)).toBe(expected);
  });
});

describe('words of people on things', () => {
  test.each([
    ['email_templates', 'subject'],
    ['email_templates', 'name'],
    ['phones', 'phone_model'],
    ['addresses', 'address_type_id'],
    ['products', 'name'],
    ['servers', 'ip_range'],
    ['servers', 'hostname'],
    ['canned_responses', 'content'],
    ['captcha_answers', 'answer'],
    ['communities', 'followers_url'],
    ['settings', 'state_initial'],
    ['inboxes', 'name'],
  ])('%s.%s is nothing personal', (tableName, column) => {
    expect(classOf(tableName, column)).toBeUndefined();
  });
});

test('a name beside a mail address is a person’s', () => {
  expect(classOf('xyz', 'name')).toBeUndefined();
  expect(detectTable(table('xyz', { name: 'text', email: 'text' }))[0]?.class).toBe('person_name');
});

describe('what stands beside the word', () => {
  test.each([
    'email_verified_at',
    'email_count',
    'email_template_id',
    'is_email',
    'email_notification_type',
    'phone_type',
    'tipo_telefono',
    'password_reset_count',
    'password_policy',
    'file_name',
    'table_name',
    'wallet_address_type',
    'ip_whitelist_enabled',
    'birthday_reminder_enabled',
  ])('%s is nothing personal', (column) => {
    expect(classOf('users', column)).toBeUndefined();
  });

  test('the last phrase is the head', () => {
    expect(classOf('users', 'email_sign_up_ip')).toBe('ip_address');
  });
});

describe('types', () => {
  test.each([
    ['email', 'boolean'],
    ['email', 'integer'],
    ['phone', 'boolean'],
    ['birth_date', 'boolean'],
    ['password', 'timestamp without time zone'],
    ['ip_address', 'boolean'],
    ['first_name', 'integer'],
  ])('%s of type %s holds none', (column, dataType) => {
    expect(classOf('users', column, dataType)).toBeUndefined();
  });

  test.each([
    ['phone', 'bigint', 'phone'],
    ['emails', 'text[]', 'email'],
    ['emails', 'ARRAY', 'email'],
    ['email', 'public.citext', 'email'],
    ['email', 'character varying(255)', 'email'],
    ['email', 'USER-DEFINED', 'email'],
    ['email', '', 'email'],
    ['creation_address', 'inet', 'ip_address'],
    ['creation_address', 'text', undefined],
  ])('%s of type %s', (column, dataType, expected) => {
    expect(classOf('users', column, dataType)).toBe(expected);
  });
});

describe('what the table is about', () => {
  test.each(['users', 'customers', 'customer_list', 'Employee', 'tbl_patients', 'mitarbeiter', 'clientes', 'vStudents'])(
    'a name in %s is a person’s',
    (name) => {
      expect(classOf(name, 'name')).toBe('person_name');
    },
  );

  test.each(['products', 'user_groups', 'customer_categories', 'plugins', 'projects', 'cities', 'produits', 'api_clients'])(
    'a name in %s is none',
    (name) => {
      expect(classOf(name, 'name')).toBeUndefined();
    },
  );

  test('the column’s own noun counts before the table’s', () => {
    expect(classOf('orders', 'customer_name')).toBe('person_name');
    expect(classOf('customers', 'plan_name')).toBeUndefined();
  });

  test('other columns tell what an unknown table is about', () => {
    const alone = detectTable(table('xyz', { name: 'text' }));
    const beside = detectTable(table('xyz', { name: 'text', birth_date: 'date' }));
    expect(alone[0]).toBeUndefined();
    expect(beside[0]?.class).toBe('person_name');
    expect(beside[0]?.evidence).toContain("the table also has 'birth_date'");
  });

  test('a state is a place only beside an address', () => {
    expect(classOf('users', 'state')).toBeUndefined();
    expect(detectTable(table('users', { state: 'text', postal_code: 'text' }))[0]?.class).toBe('city_region');
  });

  test('a token is a person’s or an application’s', () => {
    expect(classOf('user_sessions', 'token')).toBe('credential');
    expect(classOf('webhooks', 'token')).toBe('secret');
    expect(classOf('oauth_access_tokens', 'refresh_token')).toBe('credential');
    expect(classOf('application_settings', 'smtp_password')).toBe('secret');
  });

  test('a token of a program is a person’s where the table refers to one', () => {
    expect(detectTable(table('api_credentials', { api_token_digest: 'text' }))[0]?.class).toBe('secret');
    expect(detectTable(table('api_credentials', { api_token_digest: 'text', user_id: 'bigint' }))[0]?.class).toBe('credential');
  });
});

describe('records of dealings with people', () => {
  test.each([
    ['hat_requests', 'comment', 'free_text'],
    ['abuse_reports', 'message', 'free_text'],
    ['court_orders', 'text', 'free_text'],
    ['members', 'reason', 'free_text'],
    ['private_messages', 'subject', 'free_text'],
    ['conversations', 'title', 'free_text'],
    ['versions', 'object_changes', 'profile_json'],
    ['audits', 'audited_changes', 'profile_json'],
    ['application_qualifications', 'award_year', 'demographic'],
    ['educations', 'institution_name', 'demographic'],
  ])('%s.%s is %s', (name, column, expected) => {
    expect(detectTable(table(name, { [column]: 'text' }))[0]?.class).toBe(expected);
  });

  test.each([
    ['members', 'void_reason'],
    ['members', 'reason_code'],
    ['return_requests', 'reason'],
    ['message_templates', 'subject_type'],
    ['audits', 'metadata'],
    ['versions', 'object_type'],
    ['application_qualifications', 'institution_country'],
    ['products', 'grade'],
    ['moderation_zones', 'reason'],
  ])('%s.%s is not', (name, column) => {
    expect(detectTable(table(name, { [column]: 'text' }))[0]).toBeUndefined();
  });
});

describe('comments', () => {
  const column = { schema: 'public', table: 'xyz', column: 'c7', dataType: 'text' };

  test('say what the name does not', () => {
    expect(detectTable([{ ...column, comment: "The holder's date of birth, as declared" }])[0]).toEqual({
      class: 'date_of_birth',
      score: 0.6,
      evidence: ["comment has 'date of birth'"],
    });
  });

  test.each([
    ['c7', 'Product identification number'],
    ['c7', 'Credit card identification number. Foreign key to CreditCard.CreditCardID.'],
    ['c7', 'Numéro de sécurité sociale (clé étrangère)'],
    ['credit_card_id', 'Credit card number'],
    ['c7', 'Name of the telephone number type'],
    ['c7', 'Approval code provided by the credit card company'],
    ['c7', '1 = salary received monthly, 2 = salary received biweekly'],
    ['c7', 'Email confirmed, telephone number confirmed'],
  ])('that of %s says nothing: %s', (name, comment) => {
    expect(detectTable([{ ...column, column: name, comment }])[0]).toBeUndefined();
  });

  test.each([
    ['National identification number of the employee.', 'gov_id'],
    ['E.g. 2 = weekly; otherwise the monthly salary', 'compensation'],
    ['Telephone number, with its type', 'phone'],
  ])('across clauses: %s', (comment, expected) => {
    expect(detectTable([{ ...column, comment }])[0]?.class).toBe(expected);
  });

  test('do not count against the type', () => {
    expect(detectTable([{ ...column, dataType: 'boolean', comment: 'phone number checked' }])[0]).toBeUndefined();
  });
});

test('evidence can be read', () => {
  expect(detectTable(table('users', { name: 'character varying(80)' }))[0]).toEqual({
    class: 'person_name',
    score: 0.7,
    evidence: ["name has 'name'", 'type character varying(80)', "table 'users' is about people"],
  });
});

test('columns of several tables come back in their order', () => {
  const users = table('users', { id: 'bigint', name: 'text' });
  const products = table('products', { id: 'bigint', name: 'text' });
  const mixed = [products[1], users[1], products[0], users[0]].filter((column) => column !== undefined);
  expect(detectColumns(mixed).map((found) => found?.class)).toEqual([undefined, 'person_name', undefined, undefined]);
});

test('any names are answered, with a score in range and a class that exists', () => {
  const classes: readonly string[] = [...Object.keys(personalClasses), 'secret'];
  const name = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', 'e', 'V', '_', 'id', 'email', ' ', '.') }),
  );
  const column = fc.record({
    schema: name,
    table: name,
    column: name,
    dataType: fc.oneof(name, fc.constant('text')),
    comment: name,
  });
  fc.assert(
    fc.property(fc.array(column, { maxLength: 8 }), (columns) => {
      const found = detectColumns(columns);
      expect(found).toHaveLength(columns.length);
      for (const one of found) {
        if (one === undefined) continue;
        expect(classes).toContain(one.class);
        expect(one.score).toBeGreaterThanOrEqual(0.5);
        expect(one.score).toBeLessThanOrEqual(1);
        expect(one.evidence.length).toBeGreaterThan(0);
      }
    }),
  );
});
