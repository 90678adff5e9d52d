/** Somebody on the network: accounts, addresses of machines, devices, places on a map, pictures and pages. */
import { type Rule, textual } from './rule.ts';

export const online: readonly Rule[] = [
  {
    class: 'ip_address',
    sure: `ip, ip address, ip addr, ipv address, ipv, client ip, remote ip, remote addr, remote address, user ip, source
      ip, login ip, signup ip, last ip, sign in ip, ip hash, host ip, ip number, ips, adresse ip, direccion ip,
      endereco ip, indirizzo ip, ip adresse, adres ip, ip adres, client addr, peer address, x forwarded for, forwarded
      for`,
    types: [...textual, 'network', 'json', 'integer', 'bytes'],
    beside:
      'address last current sign up in registration creation login remote client visitor hash updated created post author comment used allowed forwarded host request',
    not: 'whitelist blacklist range ranges subnet version restriction restrictions gateway pool owner class throttle mask check limit limits enforcement cluster load balancer ingress',
    shift: { systems: -0.45, things: -0.15 },
  },
  {
    class: 'ip_address',
    sure: 'address, addr, host, creation address, from, source',
    types: ['network'],
    beside: 'creation last login client remote',
    shift: { systems: -0.45, none: -0.3 },
  },
  {
    class: 'device',
    sure: `user agent, device fingerprint, browser fingerprint, imei, imsi, iccid, udid, idfa, idfv, gaid, android id,
      advertising id, device token, push token, fcm token, apns token, mac address, macaddr, device id, device
      identifier, device uuid, device serial, http user agent, device name, esn, meid, browser agent, client agent,
      gcm token, device info`,
    types: [...textual, 'network', 'json', 'uuid'],
    beside: 'id identifier token serial number hash string fingerprint client',
    not: ' parser pattern regex blacklist',
    shift: { things: -0.45, systems: -0.45, none: -0.2 },
  },
  {
    class: 'device',
    likely: `fingerprint, browser, os, device type, device, operating system, platform, device model, browser name, os name,
      data, endpoint, screen resolution, user agent`,
    table: 'user device, login activity, visit, client device, user session',
    types: [...textual, 'json'],
    subjects: ['people', 'personal'],
    beside: 'name',
    not: 'id',
    strange: 0.4,
  },
  {
    class: 'device',
    likely: 'endpoint, data, subscription',
    table: 'push subscription, web push, push device',
    types: [...textual, 'json'],
    shift: { things: 0 },
    strange: 0.4,
  },
  {
    class: 'geo',
    sure: `pickup lat, pickup lng, pickup lon, pickup latitude, pickup longitude, dropoff lat, dropoff lng, dropoff latitude, dropoff
      longitude, home lat, home lon, home latitude, home longitude, home location point, gps location, gps coordinates, gps, geo
      location, geo point, last known location, current location, last location, lat lng, lat long, home tile, user
      location, coordenadas, geo coordinates, home coordinates, spatial location, home address location, user
      latitude, user longitude`,
    types: ['text', 'decimal', 'integer', 'geometry', 'json', 'bytes', 'unknown', 'array'],
    beside: 'home user tile last current known',
    not: 'name zoom zone',
    shift: { things: -0.45, systems: -0.5, none: -0.1 },
  },
  {
    class: 'geo',
    likely: `latitude, longitude, lat, lon, lng, long, coordinates, coords, location, geom, geometry, point, position,
      geohash, breitengrad, langengrad, latitud, longitud, latitudine, longitudine, breedtegraad, lengtegraad,
      szerokosc, dlugosc`,
    types: ['decimal', 'geometry', 'json', 'bytes'],
    beside: 'home last current known geo location',
    subjects: ['people', 'personal', 'none'],
    not: 'zoom tile',
    near: ['street_address', 'postal_code'],
    shift: { people: 0.2, personal: 0.1, none: -0.25 },
    strange: 0.3,
  },
  {
    class: 'online_id',
    sure: `facebook user id, google user id, twitter user id, github user id, gitlab user id, linkedin user id, microsoft user id, apple user id, discord user id, telegram user id, slack user id, steam user id, facebook id, facebook uid, google id, google uid, twitter id, github id, linkedin id, apple id, steam id,
      discord id, telegram id, open id, wechat id, weixin, wechat, microsoft id, auth uid, extern uid, provider uid, federated user id, external user id, saml uid, saml id, sso id, social id, keycloak id, firebase uid, cognito sub, oauth uid, ldap
      dn, orcid, also known as, union id, skype id, telegram chat id`,
    types: [...textual, 'integer', 'uuid'],
    beside: 'id uid uids identifier provider user sub',
    not: 'app page client pixel analytics channel group post repo issue',
    shift: { things: -0.5, systems: -0.5, none: -0.15 },
  },
  {
    class: 'online_id',
    sure: `uid, external id, external uid, extern uid, subject, sub, provider id, identifier, url, user identifier, name
      id, saml name id, external subject`,
    table: `identity, sso record, single sign on record, open id, social account, linked account, oauth account, user
      identity, social login, external login, associated account, auth provider user, federated identity, saml
      identity, external account, user association, oauth user`,
    types: [...textual, 'integer'],
    beside: 'id uid',
    strange: 0.4,
    subjects: ['people', 'personal', 'none', 'things'],
    shift: { things: 0 },
  },
  {
    class: 'online_id',
    likely: `uid, provider user id, provider account id, account uid, matrix user id, matrix id, xmpp id, mastodon id, actor id, idp id, subject id, sub,
      subject identifier, external user id, openid, eppn, persistent id, pairwise id`,
    types: [...textual, 'uuid'],
    subjects: ['people', 'personal'],
    beside: 'id lower user account provider external sub oauth saml oidc sign in sso',
    not: 'gid file message',
    shift: { people: 0.2, personal: 0.05 },
    strange: 0.1,
  },
  {
    class: 'online_id',
    hint: `uri, url, profile url, actor uri, profile uri, wiki id, wikidata id, also known as, author url, profile link`,
    types: [...textual, 'decimal'],
    subjects: ['people'],
    beside: 'id author profile wiki',
    not: 'follower following moderator inbox outbox shared featured collection',
    shift: { people: 0.2 },
    strange: 0.4,
  },
  {
    class: 'username',
    sure: `username, user name, usrname, uname, login, login name, login id, userid login, screen name, nick name, nick, user login,
      account name, gamertag, sam account name, upn, user principal name, user handle, benutzername, nutzername,
      anmeldename, nom utilisateur, nom d utilisateur, identifiant connexion, pseudo, nombre usuario, nombre de
      usuario, nom usuario, apodo, nome usuario, nome de usuario, nome utente, gebruikersnaam, anvandarnamn,
      brukernavn, brugernavn, kayttajatunnus, nazwa uzytkownika, kullanici adi, логин, 用户名, ユーザー名`,
    types: textual,
    beside:
      'id lower name canonical external user normalized login github gitlab slack discord twitter instagram reddit steam skype telegram',
    not: ' db database smtp ldap proxy ftp sftp ssh at ip attempts failed theme url enabled type token time first count last date server required allowed bot block mail host imap cluster channel prefix basic',
    shift: { systems: -0.5, things: -0.2, none: -0.1 },
    marks: 'account',
  },
  {
    class: 'username',
    sure: 'identity, login, principal, user, email or username, identifier',
    table: 'login activity, login attempt, login history, sign in attempt, login log, authentication log, auth log',
    types: ['text'],
    subjects: ['people', 'personal', 'none'],
    strange: 0.4,
  },
  {
    class: 'username',
    hint: `handle, nice name, alias, account, user, human identifier, login user, created by name, created by, updated by, modified
      by, last modified by, entered by, changed by user, username blocks, uid, fediverse account, performed by, usr,
      mention name, author username, owner username, acct`,
    types: ['text'],
    subjects: ['people', 'personal', 'none', 'things'],
    beside: 'name human',
    not: 'id type bank status number no code balance key agent role group parent',
    shift: { none: -0.1, things: -0.3, people: 0.2, personal: 0.05 },
    strange: 0.4,
  },
  {
    class: 'social',
    likely: `twitter, facebook, linkedin, linked in, instagram, skype, telegram, whatsapp handle, snapchat, tiktok, youtube,
      github, mastodon, pinterest, reddit, xing, discord, twitter handle, twitter username, facebook url, linkedin
      url, instagram handle, skype name, icq, aim, msn, yim, jabber, social links, social profiles, social media,
      github username, matrix handle, vkontakte`,
    types: [...textual, 'json'],
    subjects: ['people', 'personal', 'none'],
    beside: 'handle username url link profile account name page links id',
    not: 'enabled token secret key app pixel client share card image title description api integration count channel bot domain',
    shift: { people: 0.3, personal: 0.1, none: -0.15 },
    strange: 0.3,
  },
  {
    class: 'social',
    sure: 'url, link, handle, value, profile',
    table: 'social link, social profile, social media, user link, user social, profile link',
    types: textual,
    beside: 'url',
    strange: 0.4,
  },
  {
    class: 'url_personal',
    hint: `link, website, web site, home page, website url, web page, blog, blog url, personal url, personal website, portfolio, portfolio
      url, site web, sitio web, pagina web, sito web, webseite, webbplats, hemsida, www, url, web url, linkedin page,
      web`,
    types: textual,
    subjects: ['people'],
    beside: 'url address link personal',
    not: 'avatar image photo logo icon inbox outbox followers following moderators members collection collections push feed callback redirect webhook confirm reset background banner header calendar',
    shift: { people: 0.3 },
    strange: 0.35,
  },
  {
    class: 'photo',
    sure: `avatar, avatar url, profile photo, profile picture, profile image, profile pic, headshot,
      portrait, user photo, user image, passport photo, selfie, face image, face encoding, facial, biometric,
      biometrics, fingerprint template, fingerprint data, signature image, id card image, id photo, foto
      perfil, foto de perfil, photo identite, lichtbild, passbild, pasfoto, gravatar, mugshot, voiceprint`,
    types: ['text', 'bytes', 'json', 'unknown'],
    beside:
      'url path file name image filename remote data link src key original large small medium thumb thumbnail profile user base picture external template encoding blob',
    not: 'size type storage background card description header updated height width id color banner cover product upload uploads logo alt preview',
    subjects: ['people', 'personal'],
    shift: { personal: -0.25 },
    strange: 0.3,
    marks: 'account',
  },
  {
    class: 'photo',
    sure: `signature image, signature path, signature file, image signature, drawn signature, handwritten signature, signature png, signature svg, signature blob, unterschrift
      bild, firma digitalizada, firma imagen, imagem assinatura, photo id, photo portrait, mugshot, selfie`,
    types: ['text', 'bytes'],
    subjects: ['people', 'personal', 'none'],
    beside: 'as base image url path data id photo',
    not: 'type size date at status',
  },
  {
    class: 'photo',
    hint: 'photo, photograph, picture, image, foto, bild, zdjecie, photo path, photo url, picture url, image url',
    types: ['text', 'bytes', 'json'],
    subjects: ['people'],
    beside: 'url path file name filename remote data src original large small medium thumb thumbnail',
    not: 'size type storage background card description header updated height width color banner cover product upload logo alt preview',
    strange: 0.35,
  },
];
