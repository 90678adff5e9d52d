/** What lets somebody in: a person's credentials, and the secrets of applications. */
import { type Rule, textual } from './rule.ts';

const stored = [...textual, 'bytes', 'json', 'integer'] as const;
const opaque = [...textual, 'bytes', 'json', 'uuid'] as const;

const password = `password, passwd, passwort, pwd, passphrase, pass hash, pass crypt, pass salt, password hash, password digest,
      user pass, pswd, psw, pw, pw hash, hashed pw, kennwort, mot de passe, mdp, contrasena, contrasenia, senha, parola, parola chiave,
      wachtwoord, losenord, passord, adgangskode, salasana, haslo, heslo, jelszo, sifre, parol, kata sandi, пароль, 密码, 口令, パスワード,
      비밀번호`;

const keys = `api key, api token, api secret, access key, secret access key, secret key, secret, secrets, client secret, app
      secret, shared secret, signing secret, signing key, webhook secret, private key, encryption key, token, access
      token, refresh token, bearer token, id token, jwt, auth key, credentials, credential, authorization, auth token,
      service key, private key pem, server key, client key, key pass, tls key, ssl key, deploy token, runners token,
      feed token, token encrypted, token digest, token hash, hmac key, master key, hmac secret, connection string,
      dsn, license key`;

const formed =
  'encrypted digest hash ciphertext plain old new prev previous current value api user access raw pem service client server aws key token';

const notSecret =
  'policy length resets strength question registration public requires login authentication enabled symbol salt count name names prefix used scopes scope expires lifetime duration address contract supply balance';

export const access: readonly Rule[] = [
  {
    class: 'credential',
    sure: password,
    types: stored,
    subjects: ['people', 'personal', 'things', 'none'],
    beside: `${formed} hint word temp`,
    not: 'policy length resets strength authentication auto smtp ldap proxy db database server ftp sftp redis kafka mail imap host vpn wifi keystore truststore api iv question',
    shift: { things: -0.3 },
    marks: 'account',
  },
  {
    class: 'credential',
    sure: `puk, puk code, pin code, reset password token, password reset token, confirmation token, remember token, invitation token, invite token,
      otp secret, otp backup codes, otp seed, totp secret, two factor secret, mfa secret, backup codes, recovery
      codes, recovery code, sign in token, login token, session token, auth token, email token, email confirmation
      token, verification token, activation token, activation key, activation code, magic link token, unlock token,
      remember me token, password token, reset token, reset key, persistence token, single access token, perishable
      token, authentication token, pin, pin hash, security answer, security answers, secret
      answer, secret question answer, otp, otp code, one time password, confirmation code, verification code, two
      factor recovery codes, personal access token, user token, device secret, second factor secret, incoming email
      token, mailing list token, unsubscribe token, calendar token, feed token, download token, access code,
      reset digest, verification digest, activation digest, remember digest, session digest, reset code, magic code, sms code, static object token, rss token, session key, session data, magic token, login key, login code, auth code,
      authorization code, passkey, otp hash, refresh token, oauth token, oauth secret, oauth access token, oauth
      refresh token, sesskey`,
    types: opaque,
    subjects: ['people', 'personal', 'things', 'none'],
    beside: `${formed} crypt email secret`,
    not: 'salt required enabled expires skip length method notification pages domain',
    shift: { none: -0.25, things: -0.4, personal: 0.05 },
    strange: 0.2,
  },
  {
    class: 'credential',
    sure: 'password salt, salt',
    types: stored,
    subjects: ['people', 'personal', 'none'],
    beside: 'password pass hash encrypted',
    shift: { none: -0.2 },
    strange: 0.45,
  },
  {
    class: 'credential',
    sure: `${keys}, code, key handle, key, data, session, session id, sessionid, sid, invite key, invite code, token key, value, external id`,
    table: `token, session, credential, password reset, reset, access grant, access token, api key, user key, invite,
      invitation, webauthn, second factor, two factor, authenticator, login, passkey, recovery code, otp, u f
      registration, oauth, magic link, remember, authentication, private key, personal key`,
    types: opaque,
    subjects: ['people', 'personal'],
    beside: formed,
    not: `type challenge method policy symbol cached game chat course contest training meeting plan title description iv log note`,
    shift: { personal: 0, people: 0 },
    strange: 0.4,
  },
  {
    class: 'credential',
    likely: keys,
    types: opaque,
    subjects: ['people', 'personal'],
    beside: `${formed} feed rss calendar device app push`,
    not: notSecret,
    shift: { people: 0.2, personal: 0.15 },
    strange: 0.2,
  },
  {
    class: 'credential',
    hint: 'pass, hashed pass',
    types: stored,
    subjects: ['people'],
    strange: 0.4,
  },
  {
    class: 'credential',
    hint: 'session id, session identifier, session, sid',
    types: textual,
    subjects: ['personal', 'people'],
    beside: 'id',
    shift: { personal: 0.2 },
    strange: 0.4,
  },
  {
    class: 'crypto_key',
    hint: `public key, pgp key, gpg key, ssh key, ssh public key, pgp public key, key fingerprint, fingerprint`,
    types: [...textual, 'bytes'],
    table: 'user key, user, registration, member, person, ssh, gpg, pgp',
    subjects: ['people', 'personal'],
    not: 'browser device',
    shift: { people: 0.2, personal: 0.2 },
  },
  {
    class: 'secret',
    sure: `${password}, ${keys}`,
    types: opaque,
    subjects: ['systems', 'things', 'none'],
    beside: `${formed} smtp ldap proxy db database ftp app feed rss calendar device push runners webhook external slack verification manager alert`,
    not: `${notSecret} id iv salt`,
    strange: 0.05,
    shift: { none: -0.1, things: -0.1 },
  },
  {
    class: 'secret',
    sure: 'value, encrypted value, secret value',
    table: 'api key, variable, secret, credential, vault, deploy key, trigger',
    types: opaque,
    subjects: ['systems', 'things', 'none'],
    beside: 'encrypted secret',
    strange: 0.4,
    shift: { none: -0.1, things: -0.2 },
  },
];
