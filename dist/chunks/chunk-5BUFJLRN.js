import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/detection/detect.ts
init_define_navigator();

// src/coverage/detection/comment.ts
init_define_navigator();

// src/coverage/detection/compile.ts
init_define_navigator();

// src/coverage/detection/modifiers.ts
init_define_navigator();
var list = (text) => new Set(text.split(/\s+/u).filter((word) => word !== ""));
var qualifiers = list(`
  home work office business private personal primary secondary main other alternate alternative alt backup mobile default
  billing shipping ship bill delivery mailing postal residential permanent current present previous prev former old new
  original temp temporary unconfirmed pending preferred public legal official contact emergency notification commit
  registration signup sign up in last first creation client remote source peer login user customer account
  invoice payment reply to from sender bcc cc day night evening daytime raw plain clear cleaned normalized normalised canonical lower
  lowercase upper uppercase encrypted ciphertext cipher crypted enc hashed hash digest sha md bidx masked full complete long
  short text str string val value number num no nr nbr address line field fld col the of my your his her own local foreign
  external internal confirmed verified confirmation e en es de fr pt it nl i ii a b c x y second third fourth mobil privat geschaftlich
  gesch ancien nouveau principal principale secundario anterior nuevo antiguo domicile professionnel personnel casa lavoro
  trabajo trabalho thuis werk prive hem arbete dom praca numero nummer numer nom num du la le el los das der des del da do di
  remitente destinatario facturation livraison facturacion envio faturamento entrega spedizione fatturazione factuur bezorg
  rechnung sede lieferung liefer rechnungs versand cust emp usr pat stud p u s c m o f fk api web app oauth current sso saml
  gravatar hex base marketing subscription opt optin opted as bcrypt scrypt argon pbkdf json xml data latest recent actual real input entered
`);
var contradicting = list(`
  id uuid guid oid count counter total type kind category format template enabled enable disabled disable
  frequency limit max maximum min minimum length
  size width height version visible visibility hidden hide required require requires requirement allow allowed
  policy scheme schema position sort rank priority
  flag method expires expiry expiration expired lifetime ttl pattern regex
  blacklist whitelist blocklist allowlist denylist queue interval period timeout attempt attempts retries error
  style mode sent
  mandatory optional unique iv hostname
  tipo typ art anzahl cantidad quantidade quantita aantal antal liczba ilosc kennzeichen formato formaat rodzaj
`);
var contradictingHeads = list(`
  constraint preference setting config configuration consent campaign marketing promotion optin optout opt subscribe subscribed unsubscribe unsubscribed
  at on date time timestamp day days hour hours minute minutes month year verified confirmed confirmation valid validated
  validation validity status state enabled domain domains host provider server port hint hostname notification notifications alert
  alerts message messages subject title body html content footer header signature subdomain class code index order
  level score rating field column label key keys name names text description note comment log logs event events change changed
  updated created is active reason source url uri link path file filename mime extension suffix prefix delivery bounce
  bounced open opened reminder reminders group groups list lists plan product
  complexity strength reset resets history usage use used
  datum heure fecha hora data ora
`);
var contradictingBefore = list(`
  is has have had can should must may do does did use uses using show send sends receive receives accept accepts with without
  if when nb qty quantity percent percentage avg average sum mean rate skip keep exclude include ignore
  valid invalid check checked missing need needs
  hat ist est tiene fecha hora
`);

// src/coverage/detection/nouns.ts
init_define_navigator();
var list2 = (text) => new Set(text.split(/\s+/u).filter((word) => word !== ""));
var people = list2(`
  user member customer client employee staff person people human contact patient student pupil teacher professor tutor
  instructor author editor reviewer creator submitter requester requestor reporter assignee approver owner manager
  supervisor boss leader mentor candidate applicant passenger guest visitor attendee participant registrant subscriber
  follower donor volunteer youth child children kid parent guardian mother father spouse husband wife partner relative
  sibling kin beneficiary payee payer recipient sender receiver addressee holder cardholder tenant landlord resident citizen
  voter driver player athlete coach actor actress artist composer director musician singer speaker doctor physician nurse
  surgeon dentist therapist caregiver lawyer attorney agent representative rep salesperson buyer borrower debtor creditor
  insured policyholder victim witness offender suspect inmate prisoner soldier officer friend colleague worker freelancer
  contractor recruiter alumni alumnus graduate learner consumer shopper admin administrator operator moderator signer
  signatory signee consignee insurer advisor counselor caller respondent subject identity individual profile lead
  constituent guarantor referee nominee mentee occupant appellant plaintiff defendant petitioner delegate juror panelist invitee chaperone
  carer interviewee interviewer grandparent roommate housemate
  householder parishioner gp party worshipper borrower trainee committer claimant counterparty payor franchisee pensioner traveler traveller rider courier technician judge notary emp cust mgr usr pers dip
  benutzer nutzer kunde kunden mitarbeiter mitarbeiterin person personen kontakt ansprechpartner patienten schuler student
  lehrer autor verfasser angestellter bewerber gast teilnehmer mitglied mieter vermieter arzt empfanger absender inhaber
  versicherter eigentumer fahrer besucher spieler fahrgast betreuer bewohner vormund kaufer verkaufer eltern
  spender antragsteller
  utilisateur client employe salarie personne patient eleve etudiant enseignant professeur auteur candidat adherent membre
  participant joueur conducteur passager vendeur acheteur tuteur habitant contribuable citoyen parent donateur
  locataire medecin destinataire expediteur proprietaire beneficiaire abonne
  usuario cliente empleado persona paciente alumno estudiante profesor autor candidato miembro socio inquilino medico
  destinatario remitente propietario beneficiario trabajador afiliado titular responsable encargado integrante participante
  jugador lider docente tutor apoderado huesped conductor pasajero vendedor comprador ciudadano contribuyente vecino padre madre
  hijo conyuge donante solicitante arrendatario jugadora alumna
  jogador motorista passageiro hospede morador vendedor comprador cidadao contribuinte doador cuidador pai mae filho conjuge
  funcionario pessoa aluno responsavel estudante colaborador membro inquilino proprietario trabalhador
  partecipante giocatore autista passeggero ospite venditore acquirente insegnante alunno genitore cittadino contribuente
  donatore figlio coniuge collaboratore iscritto
  utente referente dipendente persone paziente studente docente autore candidato socio inquilino proprietario assistito
  deelnemer speler bestuurder passagier bezoeker ouder verzorger inwoner verkoper koper burger vrijwilliger
  gebruiker klant medewerker werknemer persoon patient leerling docent auteur lid huurder
  anvandare kund anstalld elev larare medlem patient bruker kunde ansatt medlem kunde medarbejder
  uczestnik zawodnik kierowca pasazer gosc rodzic opiekun mieszkaniec sprzedawca kupujacy wolontariusz obywatel dziecko
  uzytkownik klient pracownik osoba pacjent uczen nauczyciel autor czlonek najemca lekarz
    pelanggan pengguna karyawan pasien siswa mahasiswa guru
  musteri musteriler calisan personel hasta ogrenci kullanici
  polzovatel klient klienty sotrudnik chelovek pacient uchenik
`);
var things = list2(`
  product item brand sku catalog catalogue article good goods stock inventory order invoice bill cart
  basket coupon discount promotion offer plan price tax fee charge currency subscription package feature option variant
  attribute tag label taxonomy topic forum board channel list collection album track song genre playlist film movie
  book chapter lesson course class subject exam grade department division unit team group
  organization organisation org company business firm corporation enterprise vendor supplier manufacturer merchant
  project task
  issue ticket milestone sprint epic release version build pipeline stage environment repository commit snippet
  page post blog news event session campaign report dashboard chart widget menu theme layout form field question
  survey poll quiz badge award achievement role permission privilege policy rule status code model entity
  language locale translation timezone file document folder directory attachment image media video asset blob drug
  medication medicine vaccine procedure test lab device vehicle car truck route trip flight ship vessel plugin
  extension module component service resource function method schema table column database index game season league club community story agency dealer
  distributor reseller institution institute association foundation charity church union council committee ministry authority
  embassy publisher airline carrier newsletter inbox mailbox nonprofit
  species animal pet plant material ingredient recipe dish skill job position vacancy degree program programme
  curriculum cohort fund loan policy contract agreement wallet budget cost payment transaction transfer deposit
  shipment delivery method shift schedule calendar holiday metric stat statistic counter alert emoji reaction sticker
  reason scenario step hearing placement tile node way relation changeset map layer ontology concept
  sale quota billing section entitlement threshold provider platform market segment industry sector
  produkt artikel kategorie marke lager bestellung rechnung auftrag firma unternehmen lieferant hersteller abteilung
  projekt aufgabe datei bild seite gruppe rolle sprache
  produit categorie marque commande facture entreprise societe fournisseur fabricant service
  projet tache fichier groupe
  producto articulo categoria marca pedido factura empresa proveedor fabricante departamento
  proyecto tarea archivo grupo rol idioma
  produto artigo fornecedor projeto tarefa arquivo fatura prodotto articolo fornitore progetto
  azienda ordine fattura reparto
  bedrijf leverancier afdeling bestelling factuur foretag leverantor avdelning faktura
  produkt kategoria firma dostawca zamowienie faktura dzial projekt
`);
var places = list2(`
  warehouse shop store branch office location place venue building room floor facility hospital clinic ward hotel restaurant
  city town village state province region country county district area zone territory continent port airport station school
  university college property bank filiale ort stadt land gebaude raum magasin ville pays batiment salle tienda ciudad pais
  edificio sucursal loja cidade negozio citta winkel stad butik sklep miasto kraj agence agencia agenzia
`);
var systems = list2(`
  application app setting configuration config system server host cluster runner instance environment integration webhook hook
  provider gateway broker worker job daemon proxy mirror remote registry repository deploy deployment kubernetes
  docker aws gcp azure smtp ldap imap ftp sftp ssh s3 redis kafka elasticsearch sentry slack akismet recaptcha prometheus
  grafana jira github gitlab bitbucket stripe paypal twilio sendgrid mailgun geo node site tenant domain certificate
  connector connection datasource source endpoint channel bot partner merchant project group namespace organization
  organisation org company trigger preset template type kind category machine sensor router switch camera printer trigger variable pipeline build import export telegram whatsapp firebase feed upload storage
  platform service network broadcast announcement firewall crawler captcha canned flag plugin addon extension module consumer license licence api
`);
var personal = list2(`
  session login logon signin signup registration invite invitation token grant access reset recovery confirmation verification
  authentication authenticator auth credential password otp totp mfa factor webauthn passkey identity personal device visit
  visitor click view activation history activity audit impersonation magic passwordless cookie consent sso
  anmeldung sitzung einladung connexion sesion sessao sessione sessie
`);
var containers = list2(`
   list data info information detail details record master main base default archive archived history old backup bak tmp temp v tbl t dim fact stg staging export import copy new current all full vw mv summary report extended ext
  account address card file sheet register registry directory book entry row table
  liste daten stammdaten verzeichnis donnees liste fiche dato datos lista ficha dados cadastro dati anagrafica scheda
`);

// src/coverage/detection/rules/index.ts
init_define_navigator();

// src/coverage/detection/rules/access.ts
init_define_navigator();

// src/coverage/detection/rules/rule.ts
init_define_navigator();
var textual = ["text", "array", "unknown"];

// src/coverage/detection/rules/access.ts
var stored = [...textual, "bytes", "json", "integer"];
var opaque = [...textual, "bytes", "json", "uuid"];
var password = `password, passwd, passwort, pwd, passphrase, pass hash, pass crypt, pass salt, password hash, password digest,
      user pass, pswd, psw, pw, pw hash, hashed pw, kennwort, mot de passe, mdp, contrasena, contrasenia, senha, parola, parola chiave,
      wachtwoord, losenord, passord, adgangskode, salasana, haslo, heslo, jelszo, sifre, parol, kata sandi, \u043F\u0430\u0440\u043E\u043B\u044C, \u5BC6\u7801, \u53E3\u4EE4, \u30D1\u30B9\u30EF\u30FC\u30C9,
      \uBE44\uBC00\uBC88\uD638`;
var keys = `api key, api token, api secret, access key, secret access key, secret key, secret, secrets, client secret, app
      secret, shared secret, signing secret, signing key, webhook secret, private key, encryption key, token, access
      token, refresh token, bearer token, id token, jwt, auth key, credentials, credential, authorization, auth token,
      service key, private key pem, server key, client key, key pass, tls key, ssl key, deploy token, runners token,
      feed token, token encrypted, token digest, token hash, hmac key, master key, hmac secret, connection string,
      dsn, license key`;
var formed = "encrypted digest hash ciphertext plain old new prev previous current value api user access raw pem service client server aws key token";
var notSecret = "policy length resets strength question registration public requires login authentication enabled symbol salt count name names prefix used scopes scope expires lifetime duration address contract supply balance";
var access = [
  {
    class: "credential",
    sure: password,
    types: stored,
    subjects: ["people", "personal", "things", "none"],
    beside: `${formed} hint word temp`,
    not: "policy length resets strength authentication auto smtp ldap proxy db database server ftp sftp redis kafka mail imap host vpn wifi keystore truststore api iv question",
    shift: { things: -0.3 },
    marks: "account"
  },
  {
    class: "credential",
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
    subjects: ["people", "personal", "things", "none"],
    beside: `${formed} crypt email secret`,
    not: "salt required enabled expires skip length method notification pages domain",
    shift: { none: -0.25, things: -0.4, personal: 0.05 },
    strange: 0.2
  },
  {
    class: "credential",
    sure: "password salt, salt",
    types: stored,
    subjects: ["people", "personal", "none"],
    beside: "password pass hash encrypted",
    shift: { none: -0.2 },
    strange: 0.45
  },
  {
    class: "credential",
    sure: `${keys}, code, key handle, key, data, session, session id, sessionid, sid, invite key, invite code, token key, value, external id`,
    table: `token, session, credential, password reset, reset, access grant, access token, api key, user key, invite,
      invitation, webauthn, second factor, two factor, authenticator, login, passkey, recovery code, otp, u f
      registration, oauth, magic link, remember, authentication, private key, personal key`,
    types: opaque,
    subjects: ["people", "personal"],
    beside: formed,
    not: `type challenge method policy symbol cached game chat course contest training meeting plan title description iv log note`,
    shift: { personal: 0, people: 0 },
    strange: 0.4
  },
  {
    class: "credential",
    likely: keys,
    types: opaque,
    subjects: ["people", "personal"],
    beside: `${formed} feed rss calendar device app push`,
    not: notSecret,
    shift: { people: 0.2, personal: 0.15 },
    strange: 0.2
  },
  {
    class: "credential",
    hint: "pass, hashed pass",
    types: stored,
    subjects: ["people"],
    strange: 0.4
  },
  {
    class: "credential",
    hint: "session id, session identifier, session, sid",
    types: textual,
    subjects: ["personal", "people"],
    beside: "id",
    shift: { personal: 0.2 },
    strange: 0.4
  },
  {
    class: "crypto_key",
    hint: `public key, pgp key, gpg key, ssh key, ssh public key, pgp public key, key fingerprint, fingerprint`,
    types: [...textual, "bytes"],
    table: "user key, user, registration, member, person, ssh, gpg, pgp",
    subjects: ["people", "personal"],
    not: "browser device",
    shift: { people: 0.2, personal: 0.2 }
  },
  {
    class: "secret",
    sure: `${password}, ${keys}`,
    types: opaque,
    subjects: ["systems", "things", "none"],
    beside: `${formed} smtp ldap proxy db database ftp app feed rss calendar device push runners webhook external slack verification manager alert`,
    not: `${notSecret} id iv salt`,
    strange: 0.05,
    shift: { none: -0.1, things: -0.1 }
  },
  {
    class: "secret",
    sure: "value, encrypted value, secret value",
    table: "api key, variable, secret, credential, vault, deploy key, trigger",
    types: opaque,
    subjects: ["systems", "things", "none"],
    beside: "encrypted secret",
    strange: 0.4,
    shift: { none: -0.1, things: -0.2 }
  }
];

// src/coverage/detection/rules/contact.ts
init_define_navigator();
var contact = [
  {
    class: "email",
    sure: `email, e mail, email address, mail address, email addr, email id, reply to email, courriel, adresse mail,
      adresse electronique, mel adresse, correo, correo electronico, endereco eletronico, posta elettronica, indirizzo
      email, pec mail, e post, epost, epostadress, e postadress, sahkoposti, poczta elektroniczna, adres email,
      elektronska posta, eposta, paypal email, apple id email, \u043F\u043E\u0447\u0442\u0430, \u044D\u043B\u0435\u043A\u0442\u0440\u043E\u043D\u043D\u0430\u044F \u043F\u043E\u0447\u0442\u0430, \u044D\u043B \u043F\u043E\u0447\u0442\u0430, \u90AE\u7BB1, \u7535\u5B50\u90AE\u4EF6, \u30E1\u30FC\u30EB, \uC774\uBA54\uC77C,
      mailbox address, eml, contact mail, contactemail, bcc emails, cc emails`,
    types: [...textual, "json"],
    beside: `id address notification preferred report reset key service desk reply to old new submitter youth admin support receipt receipts recovery destination
      target abuse security technical sales info abuse dmca inquiry incoming outgoing invite invited subscriber hash md sha org organization company store shop vendor supplier school username login group`,
    not: `body text html subject message provider server token confirmed verification sent signature outbox client footer regex type flag data raw authentication restrictions restriction image images checked check`,
    shift: { things: 0, systems: -0.1 },
    marks: "reach"
  },
  {
    class: "email",
    sure: `sent address, to addr, from addr, to address, from address, recipient address, sender address, reply to, to addresses, recipients, recipient,
      sender, from, to, cc, bcc, mail from, mail to, address, reply address, reply to address`,
    table: "email, mail, mailing, e mail, message log, newsletter",
    types: textual,
    not: "ip",
    shift: { systems: -0.6 }
  },
  {
    class: "email",
    likely: "mail, pec, reply to, bcc, mailto, service desk reply to",
    types: textual,
    not: "server host port type body template provider sent code stop box name class order",
    strange: 0.2,
    shift: { things: 0, systems: -0.2 }
  },
  {
    class: "phone",
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
      telefonni cislo, cep telefonu, cep tel, \u0442\u0435\u043B, \u0442\u0435\u043B\u0435\u0444\u043E\u043D, \u7535\u8BDD, \u624B\u673A, \u624B\u673A\u53F7, \u96FB\u8A71\u756A\u53F7, \uC804\uD654\uBC88\uD638, shouji`,
    types: [...textual, "integer", "decimal", "json"],
    beside: `address fax tel number ext extension support emergency recipient sender to from store shop cell mobile company org area vendor supplier raw whatsapp sms callee caller destination target`,
    not: "prefix provider model os brand verification calls call minutes country verify manufacturer",
    shift: { systems: -0.2 },
    marks: "reach"
  },
  {
    class: "phone",
    likely: `mobile, ph, ph mobile, ph home, mobil, tel, cell, landline, pager, phone extension, portable, movil, movel, tel home, whatsapp, sms to,
      komorkowy`,
    types: [...textual, "integer"],
    not: "app version url image view theme os banner reference index value color layout device",
    strange: 0.25,
    shift: { people: 0.25, things: -0.3, systems: -0.5 }
  },
  {
    class: "phone",
    sure: "to, from, to number, from number, caller, callee, number, recipient, sender, caller number, destination",
    table: "sms, text message, call, call log, phone call, voice call, voicemail, whatsapp message, phone number, phone, telephone",
    types: [...textual, "integer"],
    beside: "number to from",
    not: "id type status",
    strange: 0.4,
    shift: { things: 0, systems: -0.3 }
  },
  {
    class: "phone",
    hint: "extension, ext",
    types: ["text"],
    subjects: ["people"],
    near: ["phone"],
    shift: { people: 0 }
  },
  {
    class: "street_address",
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
      mieszkania, nr lokalu, adres zamieszkania, ulice, utca, cim, strada, adresa, sokak, acik adres, ulitsa, \u0430\u0434\u0440\u0435\u0441,
      \u0443\u043B\u0438\u0446\u0430, \u5730\u5740, \u4F4F\u6240, \uC8FC\uC18C`,
    types: [...textual, "json", "integer"],
    beside: "line number no nr name street address addr complete company store shop org text full house suite unit premise box residential property location one two three latin",
    not: `ip email mail mac web wallet contract url memory bus http network eth btc bitcoin host hostname dns server blockchain hash view sesame code types
      id verified validation style`,
    shift: { things: -0.1, places: -0.45, systems: -0.6, people: 0.05 },
    marks: "reach"
  },
  {
    class: "street_address",
    likely: `address, addr, adres, adr, line one, building number, suite, neighborhood, neighbourhood, bairro, barrio,
      colonia, quartiere, complemento, frazione, adresse complement, district of residence, apt, apt suite`,
    types: [...textual, "json"],
    not: `ip email mail mac web wallet contract url memory bus http network eth btc bitcoin host hostname dns server listen bind blockchain hash smtp proxy socket peer node
      return token bits type to id validation chain crypto deposit withdraw payout creation`,
    shift: { things: -0.05, places: -0.4, systems: -0.5, personal: 0.1 },
    near: ["postal_code", "city_region", "phone", "person_name"],
    strange: 0.25
  },
  {
    class: "street_address",
    sure: `content, line, line one, value, text, street, unit, building, number, detail, details, street two`,
    table: "address, adresse, direccion, endereco, indirizzo, adres",
    types: textual,
    not: "format type count",
    shift: { systems: -0.6, things: -0.4 }
  },
  {
    class: "postal_code",
    sure: `zip, zip code, zip plus, postal code, post code, postcode, postal, postal zip, zip postal, eircode, plz,
      postleitzahl, code postal, cp code, cod postal, codigo postal, codigo zip, cep, codigo cep, cod cep, codice
      postale, codice avviamento postale, cap code, codice cap, postnummer, postinumero, kod pocztowy, kod poczt, psc,
      iranyitoszam, posta kodu, pochtovyi indeks, \u0438\u043D\u0434\u0435\u043A\u0441 \u043F\u043E\u0447\u0442\u043E\u0432\u044B\u0439, \u90AE\u7F16, \u90F5\u4FBF\u756A\u53F7, \uC6B0\uD3B8\uBC88\uD638, wijk postcode`,
    types: [...textual, "integer"],
    beside: "code id plus ext extension suffix prefix number four address codigo cod",
    not: "file archive size url path range zone list regex pattern format compressed download",
    shift: { things: -0.2, places: -0.45, systems: -0.5 }
  },
  {
    class: "postal_code",
    hint: "pin code, cap, cp, post nr, post",
    types: ["text", "integer"],
    near: ["street_address", "city_region"],
    shift: { people: 0, personal: 0 },
    strange: 0.4
  },
  {
    class: "city_region",
    likely: `city, city village, city name, town, town name, village, suburb, locality, municipality, home town, home location, city of
      residence, address city, address state, state province, state or province, address locality, postal town, city
      town, town city, billing state, shipping state, billing region, shipping region, home city, locality name,
      stadt, wohnort, ort wohnort, ville, commune, localite, ciudad, localidad, municipio, poblacion, provincia,
      cidade, municipio nome, uf, citta, comune, comune residenza, localita, woonplaats, plaats, gemeente, poststed,
      postort, kommune, by navn, kaupunki, postitoimipaikka, miasto, miejscowosc, gmina, powiat, wojewodztwo, mesto,
      obec, varos, oras, localitate, judet, sehir, ilce, gorod, \u0433\u043E\u0440\u043E\u0434, \u57CE\u5E02, \u7701\u4EFD, \u5E02\u533A, \u90FD\u9053\u5E9C\u770C, \uB3C4\uC2DC, stad, bezirk`,
    types: textual,
    beside: "name home state province address region code text",
    not: "id tax rate status list type machine transition count population timezone",
    near: ["street_address", "postal_code", "phone"],
    shift: { people: 0.25, personal: 0.1, things: -0.2, places: -0.4, systems: -0.4, none: -0.05 },
    strange: 0.2
  },
  {
    class: "city_region",
    hint: `state, region, province, county, district, location, place, area, residence, canton, bundesland, ort, department
      state, departamento, estado, regione, stato, regio, region name, province name, state name, state code, province
      code, region code, state province code, location name, home region, based in, lives in, living in, geo city, geo
      region, country subdivision, prefecture, wojewodztwo nazwa, lan, fylke`,
    types: ["text", "unknown"],
    beside: "name code home address",
    not: "machine aasm status workflow transition sales event job course work",
    near: ["street_address", "postal_code", "city_region"],
    shift: { people: 0, personal: -0.1, things: -0.2, places: -0.35, systems: -0.3 },
    strange: 0.25
  },
  {
    class: "city_region",
    hint: `location, location name, place, residence, lives in, place of residence, based in, where from`,
    types: ["text"],
    subjects: ["people"],
    beside: "name home",
    shift: { people: 0.25 }
  }
];

// src/coverage/detection/rules/content.ts
init_define_navigator();
var amounts = ["integer", "decimal", "text", "unknown"];
var content = [
  {
    class: "compensation",
    sure: `salary, base salary, annual salary, monthly salary, wage, wages, hourly wage, pay rate, yearly income, annual
      income, monthly income, household income, gross pay, net pay, gross salary, net salary, take home pay,
      remuneration, compensation, income, paycheck, gehalt, bruttogehalt, nettogehalt, lohn, stundenlohn, verdienst,
      einkommen, salaire, salaire brut, salaire net, revenu, revenus, remuneration brute, salario, sueldo, ingresos,
      ingreso mensual, salario base, renda, renda menremuneracao, ordenado, vencimento base, stipendio, retribuzione,
      reddito, salaris, loon, inkomen, manadslon, loen, lonn, arsinntekt, palkka, wynagrodzenie, pensja, plat, dochod,
      \u0437\u0430\u0440\u043F\u043B\u0430\u0442\u0430, \u5DE5\u8D44, \u85AA\u8D44, \u7ED9\u6599, ctc, pension amount`,
    types: amounts,
    beside: "amount annual monthly gross net base yearly hourly usd eur per month year household value level range bracket band grade min max currency total expected desired current",
    not: " statement account date job",
    shift: { things: -0.45, systems: -0.5 },
    marks: "human"
  },
  {
    class: "compensation",
    hint: `sal, bonus, commission, commission pct, commission rate, hourly rate, day rate, pay, stipend, allowance, stock
      options, severance, prima, prime, provision, comision, comissao, premio, pension`,
    types: amounts,
    subjects: ["people"],
    beside: "amount pct percent rate annual monthly",
    shift: { people: 0.2 },
    strange: 0.3
  },
  {
    class: "compensation",
    sure: `amount, rate, value, gross, net, pay, total, bonus, base, deductions, gross amount, net amount`,
    table: `salary, salaries, payroll, pay history, pay slip, wage, wages, compensation, gehalt, lohn, salaire, nomina,
      salario, sueldo, folha pagamento, busta paga, salaris, paycheck, employee pay`,
    types: amounts,
    beside: "amount pay gross net",
    strange: 0.3,
    shift: { things: -0.1 }
  },
  {
    class: "financial",
    sure: `iban, iban number, bank account, bank account number, account number, acct number, acct no, account no, bank
      account no, routing number, credit card, credit card number, card number, card no, card num, cc number,
      ccnumber, ccnum, cc num, pan encrypted, cvv, cvc, cvv code, card security code, debit card, card last four, card
      last, last four, last digits, last four digits, card expiry, card expiration, card token, bank details, bankdetails, bank card, paypal account, upi id, ifsc account, clabe, cbu, bank number
      account, card details, payment card, kontonummer, konto nr, bankverbindung, kreditkarte, kreditkartennummer,
      kartennummer, rib, numero compte, numero de compte, compte bancaire, carte bancaire, numero carte, carte credit,
      numero cuenta, numero de cuenta, cuenta bancaria, tarjeta credito, numero tarjeta, num tarjeta, conta bancaria,
      numero conta, numero cartao, cartao credito, chave pix, numero carta, conto corrente, carta di credito,
      rekeningnummer, bankrekening, kaartnummer, numer konta, nr konta, numer karty, rachunek bankowy, \u043D\u043E\u043C\u0435\u0440 \u043A\u0430\u0440\u0442\u044B,
      \u94F6\u884C\u5361\u53F7, \u53E3\u5EA7\u756A\u53F7`,
    types: [...textual, "integer", "decimal", "json"],
    beside: "number no nr num last four digits code hash encrypted token masked id expiry expiration bank account card payee beneficiary debit credit details numero international",
    not: "type name balance status brand expired allow gift access rate enabled sim id network scorecard",
    shift: { things: -0.1, systems: -0.4, people: 0.05 }
  },
  {
    class: "financial",
    likely: "exp month, exp year, expiry, expiry date, expires, expiry month, expiry year, expiration month, expiration year, exp date, cvc, pan",
    table: "card",
    types: ["text", "integer", "date", "unknown"],
    beside: "number month year date card",
    not: "id",
    shift: { people: 0, personal: 0, things: 0 }
  },
  {
    class: "financial",
    sure: "pan, number, card number, last, last four, last digit, month, year, expires, expiration, expiry, card type, brand, expiration date, expiry date, cc type",
    table: "credit card, debit card, payment card, bank card, saved card",
    types: ["text", "integer", "date", "unknown"],
    beside: "number month year date card digit four",
    not: "id",
    shift: { things: -0.2, people: 0, personal: 0 },
    strange: 0.4
  },
  {
    class: "financial",
    likely: `number, no, nr, holder, owner, name, account, bank, bank name, blz, bankleitzahl, bic, swift, swift code, sort code, branch code, routing, branch,
      kontoinhaber, numero, titular, titulaire, intestatario, agencia, reference`,
    table: `bank charge, bank account, bank detail, bank information, direct debit, sepa mandate, bankverbindung, bankkonto, cuenta
      bancaria, conta bancaria, compte bancaire, conto bancario, bankrekening, konto bankowe, rachunek bankowy, payout account`,
    types: [...textual, "integer"],
    beside: "number name code account bank",
    not: "id type status",
    shift: { things: 0, systems: -0.3, places: 0 },
    strange: 0.3
  },
  {
    class: "financial",
    likely: "blz, bankleitzahl, bank sort code, bank routing, bank identifier, routing transit number",
    types: [...textual, "integer"],
    near: ["financial"]
  },
  {
    class: "financial",
    hint: `ifsc, ifsc code, net worth, credit score, credit rating, conta, conto, account balance, bic, swift, swift code, sort code, routing, debt, credit limit, tax bracket, ach
      routing, bank, bank branch, blz, bank code`,
    types: [...textual, "decimal", "integer"],
    subjects: ["people"],
    beside: "number code name amount",
    shift: { people: 0.2 },
    near: ["financial"],
    strange: 0.3
  },
  {
    class: "financial",
    likely: `provider payment data, provider payment method data, payment method details, payment data, payment details,
      billing details, payment info, card data, details, payment source, bank data, payment method data`,
    types: ["json", "text"],
    table: "payment, payment method, card, bank",
    beside: "data details provider method",
    subjects: ["none", "people", "personal", "things"],
    shift: { things: 0 },
    strange: 0.3
  },
  {
    class: "employer",
    hint: `company, employer, employer name, organization, organisation, workplace, arbeitgeber, employeur,
      empresa, empleador, empregador, datore lavoro, werkgever, arbetsgivare, pracodawca, firma, current employer,
      previous employer, affiliation, institution`,
    types: ["text"],
    subjects: ["people"],
    not: "customer vendor supplier client type size id status",
    shift: { people: 0.2 },
    strange: 0.35
  },
  {
    class: "employer",
    sure: `employer, employer name, employer address, previous employer, current employer, place of work, arbeitgeber,
      employeur, datore lavoro, werkgever, pracodawca, patron name`,
    types: textual,
    beside: "name address",
    not: "contribution share cost tax",
    shift: { none: -0.15, things: -0.3, systems: -0.4 }
  },
  {
    class: "free_text",
    sure: `bio, biography, about me, aboutme, curriculum vitae, resume, resume text, cv text, cover letter, cover letter
      text, bio raw, bio cooked, bio html, self introduction, medical notes, doctor notes, case
      notes, patient notes, employee notes, customer notes, interview notes, private notes, private message, lebenslauf, anschreiben, biographie, biografia, sobre mi, sobre mim, biografie, dietary
      requirements, special needs, dating profile, profile text, profile description, transcript, transcription`,
    types: [...textual, "xml", "json"],
    beside: "raw cooked html text excerpt short long about me content body user author email message",
    not: "version id url path file count limit",
    shift: { systems: -0.5, things: -0.45 }
  },
  {
    class: "free_text",
    sure: "raw email, raw message, email raw, email body, raw mail",
    types: textual,
    beside: "text html",
    shift: { things: -0.1, systems: -0.5 }
  },
  {
    class: "free_text",
    hint: `note, notes, remarks, comments, comment, description, about, fields, summary, introduction, interests, hobbies,
      headline, self description, signature, observations, bemerkung, bemerkungen, notiz, notizen, anmerkung,
      kommentar, beschreibung, remarque, remarques, commentaire, observaciones, observacion, comentario, comentarios,
      notas, observacoes, observacao, note personali, osservazioni, opmerking, opmerkingen, toelichting, anteckning,
      notat, merknad, uwagi, notatki, opis, poznamka, megjegyzes, skills, incident description, reason for visit,
      status message, message, details`,
    types: [...textual, "json", "xml"],
    subjects: ["people"],
    beside: "html text raw internal admin staff private personal field",
    not: "author agent format avatar header type plan job role group option",
    shift: { people: 0.2 },
    strange: 0.35
  },
  {
    class: "free_text",
    sure: `body, message, text, content, message text, message body, body text, body html, content text, raw, html, plain`,
    table: `message, private message, direct message, chat message, chat, sms, sms message, mail message, conversation message,
      inbox, received email, incoming email, email message, mail, correspondence, testimonial, medical note, patient
      note, clinical note, case note, progress note, consultation, contact note, customer note, user note, feedback
      message, contact message, contact form, contact request`,
    types: [...textual, "json"],
    beside: "text html body raw content message",
    not: "format type id template count commit error log system",
    shift: { systems: -0.5, things: -0.3, none: -0.2 },
    strange: 0.3
  },
  {
    class: "free_text",
    sure: "value, answer, response, feedback, feedback message, answer text, text, content, free text, open answer",
    table: `answer, response, survey response, form response, form submission, submission answer, questionnaire response,
      reponse, antwort, respuesta, resposta`,
    types: [...textual, "json"],
    beside: "text value answer",
    not: "http option status code type correct",
    shift: { systems: -0.5, things: -0.15, none: -0.3 },
    strange: 0.35
  },
  {
    class: "free_text",
    likely: `details, comment, feedback, reason, previous value, new value, message, text, description, statement`,
    table: `report, feedback, user history, abuse report, complaint, incident, invite request, warning, user note, account note, group
      request, user status, user action, grievance, appeal, join request, membership request, moderation note, user
      warning`,
    types: [...textual],
    beside: "text html message value",
    not: "id type code",
    shift: { people: 0, personal: 0, things: -0.2, none: -0.15, systems: -0.4 },
    strange: 0.35
  },
  {
    class: "free_text",
    sure: `personal statement, statement of purpose, further information, motivation letter, letter of motivation, supporting statement,
      cover letter, cover letter text, covering letter, motivationsschreiben, lettre de motivation, carta de presentacion`,
    types: textual,
    beside: "raw html text",
    not: "id url path file"
  },
  {
    class: "free_text",
    likely: `ban reason, banned reason, suspension reason, suspended reason, reason for suspension, rejection reason, reason for rejection,
      termination reason, reason for leaving, leaving reason, reason for visit, absence reason, dismissal reason, memo, moderator note,
      admin note, staff note, internal note`,
    types: textual,
    subjects: ["people", "personal"],
    beside: "reason visit note",
    not: "id code type"
  },
  {
    class: "free_text",
    likely: `details, explanation, work history explanation, responsibilities, duties, description, feedback, additional information,
      achievements, reference, comments, statement`,
    table: `experience, work experience, work history, employment, employment history, job application, application form, application
      experience, candidate, applicant, reference, referee, education, previous job, cv, resume`,
    types: textual,
    beside: "work history text breaks additional other language",
    not: "id type code status count url completed",
    shift: { things: 0, none: 0, systems: 0, people: 0.1, personal: 0.1 },
    strange: 0.3
  },
  {
    class: "free_text",
    likely: "note, notes, comment, remark, text, body",
    table: `mod note, moderation note, moderator note, user note, member note, customer note, contact note, staff note, admin note, patient
      note, client note, employee note, student note, candidate note, person note, account note`,
    types: textual,
    beside: "text html body raw",
    not: "id type",
    strange: 0.1
  },
  {
    class: "employer",
    likely: "organisation, organization, company, employer, institution, firma, empresa, entreprise, azienda",
    table: "experience, work experience, work history, employment, employment history, previous job, career",
    types: textual,
    beside: "name",
    not: "id type size",
    shift: { things: 0, systems: 0 },
    strange: 0.3
  },
  {
    class: "profile_json",
    sure: `demographics, additional contact info, contact info, contact information, contact details, personal info,
      personal information, personal data, personal details, user info, user data, profile data, profile info, profile
      json, customer data, customer info, customer details, patient data, raw info, raw profile, id token claims,
      identity data, user metadata, user profile, raw user meta data, raw user metadata, user details, person data,
      kyc data, applicant data, employee data, shipping details, billing info, datos personales, donnees personnelles,
      dati personali, personenbezogene daten, dados pessoais, stammdaten`,
    types: ["json", "xml", "text", "bytes", "unknown", "array"],
    beside: "json raw meta data info details",
    not: "id type count source",
    shift: { systems: -0.4, things: -0.2 }
  },
  {
    class: "profile_json",
    hint: `profile, data, attributes, custom fields, extra, extra data, properties, info, details, additional
      info, additional data, meta, payload, value, claims, raw, traits, last payload, auth data, raw data, search
      data, auth response, user attributes, custom attributes, params, recorded changes`,
    types: ["json", "xml", "text"],
    table: `sso, single sign on, identity, user identity, user profile, user data, user info, profile, user custom
      attribute, custom attribute, user field, user search data, person, patient, user, customer, member, contact,
      employee, social account, user attribute, user meta, admin action log, user custom field`,
    subjects: ["people", "personal"],
    beside: "json raw custom data extra additional",
    not: "permission permissions settings preference preferences options config notification role status version type schema invoice payment",
    shift: { people: 0.15, personal: 0.15 },
    strange: 0.35
  }
];

// src/coverage/detection/rules/online.ts
init_define_navigator();
var online = [
  {
    class: "ip_address",
    sure: `ip, ip address, ip addr, ipv address, ipv, client ip, remote ip, remote addr, remote address, user ip, source
      ip, login ip, signup ip, last ip, sign in ip, ip hash, host ip, ip number, ips, adresse ip, direccion ip,
      endereco ip, indirizzo ip, ip adresse, adres ip, ip adres, client addr, peer address, x forwarded for, forwarded
      for`,
    types: [...textual, "network", "json", "integer", "bytes"],
    beside: "address last current sign up in registration creation login remote client visitor hash updated created post author comment used allowed forwarded host request",
    not: "whitelist blacklist range ranges subnet version restriction restrictions gateway pool owner class throttle mask check limit limits enforcement cluster load balancer ingress",
    shift: { systems: -0.45, things: -0.15 }
  },
  {
    class: "ip_address",
    sure: "address, addr, host, creation address, from, source",
    types: ["network"],
    beside: "creation last login client remote",
    shift: { systems: -0.45, none: -0.3 }
  },
  {
    class: "device",
    sure: `user agent, device fingerprint, browser fingerprint, imei, imsi, iccid, udid, idfa, idfv, gaid, android id,
      advertising id, device token, push token, fcm token, apns token, mac address, macaddr, device id, device
      identifier, device uuid, device serial, http user agent, device name, esn, meid, browser agent, client agent,
      gcm token, device info`,
    types: [...textual, "network", "json", "uuid"],
    beside: "id identifier token serial number hash string fingerprint client",
    not: " parser pattern regex blacklist",
    shift: { things: -0.45, systems: -0.45, none: -0.2 }
  },
  {
    class: "device",
    likely: `fingerprint, browser, os, device type, device, operating system, platform, device model, browser name, os name,
      data, endpoint, screen resolution, user agent`,
    table: "user device, login activity, visit, client device, user session",
    types: [...textual, "json"],
    subjects: ["people", "personal"],
    beside: "name",
    not: "id",
    strange: 0.4
  },
  {
    class: "device",
    likely: "endpoint, data, subscription",
    table: "push subscription, web push, push device",
    types: [...textual, "json"],
    shift: { things: 0 },
    strange: 0.4
  },
  {
    class: "geo",
    sure: `pickup lat, pickup lng, pickup lon, pickup latitude, pickup longitude, dropoff lat, dropoff lng, dropoff latitude, dropoff
      longitude, home lat, home lon, home latitude, home longitude, home location point, gps location, gps coordinates, gps, geo
      location, geo point, last known location, current location, last location, lat lng, lat long, home tile, user
      location, coordenadas, geo coordinates, home coordinates, spatial location, home address location, user
      latitude, user longitude`,
    types: ["text", "decimal", "integer", "geometry", "json", "bytes", "unknown", "array"],
    beside: "home user tile last current known",
    not: "name zoom zone",
    shift: { things: -0.45, systems: -0.5, none: -0.1 }
  },
  {
    class: "geo",
    likely: `latitude, longitude, lat, lon, lng, long, coordinates, coords, location, geom, geometry, point, position,
      geohash, breitengrad, langengrad, latitud, longitud, latitudine, longitudine, breedtegraad, lengtegraad,
      szerokosc, dlugosc`,
    types: ["decimal", "geometry", "json", "bytes"],
    beside: "home last current known geo location",
    subjects: ["people", "personal", "none"],
    not: "zoom tile",
    near: ["street_address", "postal_code"],
    shift: { people: 0.2, personal: 0.1, none: -0.25 },
    strange: 0.3
  },
  {
    class: "online_id",
    sure: `facebook user id, google user id, twitter user id, github user id, gitlab user id, linkedin user id, microsoft user id, apple user id, discord user id, telegram user id, slack user id, steam user id, facebook id, facebook uid, google id, google uid, twitter id, github id, linkedin id, apple id, steam id,
      discord id, telegram id, open id, wechat id, weixin, wechat, microsoft id, auth uid, extern uid, provider uid, federated user id, external user id, saml uid, saml id, sso id, social id, keycloak id, firebase uid, cognito sub, oauth uid, ldap
      dn, orcid, also known as, union id, skype id, telegram chat id`,
    types: [...textual, "integer", "uuid"],
    beside: "id uid uids identifier provider user sub",
    not: "app page client pixel analytics channel group post repo issue",
    shift: { things: -0.5, systems: -0.5, none: -0.15 }
  },
  {
    class: "online_id",
    sure: `uid, external id, external uid, extern uid, subject, sub, provider id, identifier, url, user identifier, name
      id, saml name id, external subject`,
    table: `identity, sso record, single sign on record, open id, social account, linked account, oauth account, user
      identity, social login, external login, associated account, auth provider user, federated identity, saml
      identity, external account, user association, oauth user`,
    types: [...textual, "integer"],
    beside: "id uid",
    strange: 0.4,
    subjects: ["people", "personal", "none", "things"],
    shift: { things: 0 }
  },
  {
    class: "online_id",
    likely: `uid, provider user id, provider account id, account uid, matrix user id, matrix id, xmpp id, mastodon id, actor id, idp id, subject id, sub,
      subject identifier, external user id, openid, eppn, persistent id, pairwise id`,
    types: [...textual, "uuid"],
    subjects: ["people", "personal"],
    beside: "id lower user account provider external sub oauth saml oidc sign in sso",
    not: "gid file message",
    shift: { people: 0.2, personal: 0.05 },
    strange: 0.1
  },
  {
    class: "online_id",
    hint: `uri, url, profile url, actor uri, profile uri, wiki id, wikidata id, also known as, author url, profile link`,
    types: [...textual, "decimal"],
    subjects: ["people"],
    beside: "id author profile wiki",
    not: "follower following moderator inbox outbox shared featured collection",
    shift: { people: 0.2 },
    strange: 0.4
  },
  {
    class: "username",
    sure: `username, user name, usrname, uname, login, login name, login id, userid login, screen name, nick name, nick, user login,
      account name, gamertag, sam account name, upn, user principal name, user handle, benutzername, nutzername,
      anmeldename, nom utilisateur, nom d utilisateur, identifiant connexion, pseudo, nombre usuario, nombre de
      usuario, nom usuario, apodo, nome usuario, nome de usuario, nome utente, gebruikersnaam, anvandarnamn,
      brukernavn, brugernavn, kayttajatunnus, nazwa uzytkownika, kullanici adi, \u043B\u043E\u0433\u0438\u043D, \u7528\u6237\u540D, \u30E6\u30FC\u30B6\u30FC\u540D`,
    types: textual,
    beside: "id lower name canonical external user normalized login github gitlab slack discord twitter instagram reddit steam skype telegram",
    not: " db database smtp ldap proxy ftp sftp ssh at ip attempts failed theme url enabled type token time first count last date server required allowed bot block mail host imap cluster channel prefix basic",
    shift: { systems: -0.5, things: -0.2, none: -0.1 },
    marks: "account"
  },
  {
    class: "username",
    sure: "identity, login, principal, user, email or username, identifier",
    table: "login activity, login attempt, login history, sign in attempt, login log, authentication log, auth log",
    types: ["text"],
    subjects: ["people", "personal", "none"],
    strange: 0.4
  },
  {
    class: "username",
    hint: `handle, nice name, alias, account, user, human identifier, login user, created by name, created by, updated by, modified
      by, last modified by, entered by, changed by user, username blocks, uid, fediverse account, performed by, usr,
      mention name, author username, owner username, acct`,
    types: ["text"],
    subjects: ["people", "personal", "none", "things"],
    beside: "name human",
    not: "id type bank status number no code balance key agent role group parent",
    shift: { none: -0.1, things: -0.3, people: 0.2, personal: 0.05 },
    strange: 0.4
  },
  {
    class: "social",
    likely: `twitter, facebook, linkedin, linked in, instagram, skype, telegram, whatsapp handle, snapchat, tiktok, youtube,
      github, mastodon, pinterest, reddit, xing, discord, twitter handle, twitter username, facebook url, linkedin
      url, instagram handle, skype name, icq, aim, msn, yim, jabber, social links, social profiles, social media,
      github username, matrix handle, vkontakte`,
    types: [...textual, "json"],
    subjects: ["people", "personal", "none"],
    beside: "handle username url link profile account name page links id",
    not: "enabled token secret key app pixel client share card image title description api integration count channel bot domain",
    shift: { people: 0.3, personal: 0.1, none: -0.15 },
    strange: 0.3
  },
  {
    class: "social",
    sure: "url, link, handle, value, profile",
    table: "social link, social profile, social media, user link, user social, profile link",
    types: textual,
    beside: "url",
    strange: 0.4
  },
  {
    class: "url_personal",
    hint: `link, website, web site, home page, website url, web page, blog, blog url, personal url, personal website, portfolio, portfolio
      url, site web, sitio web, pagina web, sito web, webseite, webbplats, hemsida, www, url, web url, linkedin page,
      web`,
    types: textual,
    subjects: ["people"],
    beside: "url address link personal",
    not: "avatar image photo logo icon inbox outbox followers following moderators members collection collections push feed callback redirect webhook confirm reset background banner header calendar",
    shift: { people: 0.3 },
    strange: 0.35
  },
  {
    class: "photo",
    sure: `avatar, avatar url, profile photo, profile picture, profile image, profile pic, headshot,
      portrait, user photo, user image, passport photo, selfie, face image, face encoding, facial, biometric,
      biometrics, fingerprint template, fingerprint data, signature image, id card image, id photo, foto
      perfil, foto de perfil, photo identite, lichtbild, passbild, pasfoto, gravatar, mugshot, voiceprint`,
    types: ["text", "bytes", "json", "unknown"],
    beside: "url path file name image filename remote data link src key original large small medium thumb thumbnail profile user base picture external template encoding blob",
    not: "size type storage background card description header updated height width id color banner cover product upload uploads logo alt preview",
    subjects: ["people", "personal"],
    shift: { personal: -0.25 },
    strange: 0.3,
    marks: "account"
  },
  {
    class: "photo",
    sure: `signature image, signature path, signature file, image signature, drawn signature, handwritten signature, signature png, signature svg, signature blob, unterschrift
      bild, firma digitalizada, firma imagen, imagem assinatura, photo id, photo portrait, mugshot, selfie`,
    types: ["text", "bytes"],
    subjects: ["people", "personal", "none"],
    beside: "as base image url path data id photo",
    not: "type size date at status"
  },
  {
    class: "photo",
    hint: "photo, photograph, picture, image, foto, bild, zdjecie, photo path, photo url, picture url, image url",
    types: ["text", "bytes", "json"],
    subjects: ["people"],
    beside: "url path file name filename remote data src original large small medium thumb thumbnail",
    not: "size type storage background card description header updated height width color banner cover product upload logo alt preview",
    strange: 0.35
  }
];

// src/coverage/detection/rules/person.ts
init_define_navigator();
var person = [
  {
    class: "person_name",
    sure: `first name, fname, f name, first names, frst name, fst name, lst name, forename, forenames, given name, given names, christian name, name
      first, last name, lname, l name, surname, family name, name last, middle name, mname, middle initial, name
      middle,  maiden name, birth name, baptismal name, legal first name, legal last name, preferred first name, patronymic,
      name of person, person name, name kana, kana name, cardholder name, card holder name, card holder, guarantor name, pcp name, name on card, account
      holder, cardholder, next of kin name, emergency contact name, real name, middle names, vorname, nachname,
      familienname, geburtsname, rufname, zuname, ansprechpartner, kontoinhaber, karteninhaber, prenom, nom de
      famille, nom famille, nom complet, nom naissance, nom jeune fille, nom usage, nom patronymique, apellido,
      apellidos, primer nombre, segundo nombre, nombre completo, nombre de pila, nombres y apellidos, apellido
      paterno, apellido materno, primer apellido, segundo apellido, sobrenome, nome completo, primeiro nome, ultimo
      nome, nome proprio, apelido, nome mae, nm mae, nm pai, nome da mae, nome pai, nome do pai, nome social, cognome, nominativo,
      nome cognome, nome battesimo, voornaam, achternaam, tussenvoegsel, voorletters, roepnaam, geslachtsnaam,
      fornamn, efternamn, mellannamn, fornavn, etternavn, efternavn, mellomnavn, etunimi, sukunimi, imie, nazwisko,
      imie nazwisko, imie i nazwisko, nazwisko rodowe, imie ojca, imie matki, jmeno, prijmeni, keresztnev, vezeteknev,
      csaladnev, prenume, nume familie, adi, soyadi, soyad, onoma, eponimo, familiya, imya, otchestvo, \u0444\u0430\u043C\u0438\u043B\u0438\u044F, \u0438\u043C\u044F,
      \u043E\u0442\u0447\u0435\u0441\u0442\u0432\u043E, \u0444\u0438\u043E, fio, \u59D3\u540D, \u540D\u5B57, \u6C0F\u540D, \u59D3, \u540D, \uC774\uB984, \uC131\uBA85`,
    types: textual,
    beside: "name kana phonetic initial of person lower",
    marks: "human"
  },
  {
    class: "person_name",
    likely: `to name, from name, recipient name, sender name, full name, billing name, shipping name, ship name, ship to name, bill to name, delivery name, invoice name, initials, author name, kin name, contact person, contact name, person in charge, real name`,
    types: textual,
    beside: "billing shipping ship bill delivery invoice to from",
    not: "state value target template",
    shift: { things: -0.1, systems: -0.35 }
  },
  {
    class: "person_name",
    sure: `typed signature, signature text, signed name, signatory name, signer name, signee name, printed name, agency rep, sales rep, account
      rep, sales person, point of contact, contact person name, escort name, witness name`,
    types: textual,
    beside: "name rep contact",
    not: "id",
    shift: { systems: -0.4 }
  },
  {
    class: "person_name",
    hint: "name, nom, nombre, nome, naam, namn, navn, nazwa",
    types: textual,
    subjects: ["none", "personal"],
    near: ["email"],
    shift: { none: 0, personal: 0 },
    strange: 0.4
  },
  {
    class: "person_name",
    hint: `display name, anzeigename, nm, nme, naam klant, nama, name, nom, nombre, nome, naam, namn, navn, nazwa, nimi, nev, legal name, known as, preferred name,
      stage name, public name, name full, pen name, pseudonym, alias name, short name, name of, nombre de, name and
      address`,
    types: textual,
    not: "user domain file path host server db database table column field schema class type method function process job cluster",
    beside: "and wiki name",
    shift: { people: 0.35, personal: 0, things: -0.35, systems: -0.35 },
    strange: 0.3
  },
  {
    class: "person_name",
    hint: `author, authors, artists, actors, reviewer, contact, signatory, signer, payee, payer, recipient, beneficiary,
      cardholder, passenger, patient, doctor, physician, teacher, student, instructor, supervisor, applicant,
      candidate, guest, witness, guardian, mother, father, spouse, emergency contact, next of kin, attendee, speaker,
      sender, employee, customer, client, tenant, donor, attention, attn, care of, salesperson, sales rep, director,
      actor, performer, author list, requested by, submitted by, approved by, signed by, reported by, received by,
      prepared by, authored by, written by, referred by, ordered by, sold to, ship to, bill to, committer, auteur,
      autor, autorin, kunde, sachbearbeiter, bearbeiter, medecin, responsable, beneficiaire, titulaire, titular,
      medico, paciente, cliente, responsavel, medewerker, contactpersoon, contact principal, contacto, contato,
      referente, kontaktperson, lekarz, opiekun, participante, lider, integrante, jugador, participant, joueur,
      spieler, teilnehmer, jogador, giocatore, partecipante, deelnemer, uczestnik, responsable, encargado, conductor, motorista, profesor,
      professor, alumno, aluno, zawodnik`,
    types: ["text", "array"],
    not: `name email mail phone address number no nr num code ref reference type role status kind count key value url link message text data
      info details uid login ip external internal source client remote api agent device format for currency locale language username user token`,
    beside: "and relationship relation full list comment post message review commit article",
    // The column's own noun is the phrase itself, so the table decides nothing but whether names are kept as text there.
    shift: { people: 0.15, personal: 0.15, things: 0.2, systems: -0.2, none: 0.2 },
    strange: 0.2
  },
  {
    class: "person_name",
    sure: "subject, subject dn, subject name, common name, distinguished name",
    table: "identity, smartcard, user certificate, client certificate",
    types: textual
  },
  {
    class: "person_name",
    sure: "name, holder, holder name, owner",
    table: "credit card, creditcard, debit card, payment card, bank card",
    types: textual,
    beside: "holder",
    strange: 0.4,
    shift: { things: 0 }
  },
  {
    class: "person_name",
    hint: "ad, medecin traitant, medico curante, hausarzt, huisarts, medico responsavel",
    types: ["text"],
    subjects: ["people"],
    strange: 0.4
  },
  {
    class: "person_name",
    hint: "name suffix, suffix, name prefix",
    types: textual,
    subjects: ["people"],
    beside: "name"
  },
  {
    class: "date_of_birth",
    sure: `date of birth, birth date, birth day, bday, dob, d o b, birth year, year of birth, yob, birth month, born, born
      on, born at, date birth, birth dt, birth, birth time, time of birth, geburtsdatum, geburtstag, geb datum,
      geburtsjahr, date de naissance, date naissance, naissance, ddn, annee naissance, ne le, fecha de nacimiento,
      fecha nacimiento, fec nac, fecha nac, fnac, nacimiento, ano nacimiento, data de nascimento, data nascimento, dt
      nascimento, dt nasc, nascimento, data nasc, data di nascita, data nascita, nascita, geboorte datum,
      geboortejaar, geb dat, fodelsedatum, fodselsdato, fodselsdag, fodelsedag, fodelsear, fodselsar, syntymaaika,
      syntymapaiva, data urodzenia, urodzenia, rok urodzenia, datum narozeni, narozeni, szuletesi datum, data
      nasterii, dogum tarihi, data rozhdeniya, \u0434\u0430\u0442\u0430 \u0440\u043E\u0436\u0434\u0435\u043D\u0438\u044F, tanggal lahir, tgl lahir, \u751F\u65E5, \u51FA\u751F\u65E5\u671F, \u751F\u5E74\u6708\u65E5, \uC0DD\uB144\uC6D4\uC77C`,
    types: ["text", "date", "timestamp", "integer", "unknown"],
    beside: "date month year day time youth data datum fecha dt at on",
    not: "place lieu ort lugar luogo local city country town weight certificate",
    shift: { systems: -0.3 },
    marks: "human"
  },
  {
    class: "demographic",
    sure: `gender, sex, gender identity, sexual orientation, marital, marital status, employment status, civil status, relationship status, ethnicity,
      ethnic, ethnic group, ethnic origin, race ethnicity, religion, religious affiliation, nationality, citizenship,
      place of birth, birth place, birth city, birth country, country of birth, city of birth, political affiliation, party affiliation,
      political opinion, number of children, kinder, anzahl kinder, hijos, enfants, filhos, figli,  num children, number children, total children, children count, household
      size, pronoun, pronouns, personal pronouns, caste, tribe, ancestry ethnicity, veteran status, immigration status, residency status, residence status, right to work, education level, level of
      education, highest degree, demographic group, native language, mother tongue, dependents, number of dependents,
      home owner, cars owned, military status, geschlecht, familienstand, zivilstand, staatsangehorigkeit,
      nationalitat, konfession, geburtsort, geburtsland, geschl, sexe, civilite, etat civil, situation familiale,
      situation matrimoniale, nationalite, lieu de naissance, lieu naissance, pays naissance, ville naissance, genero,
      sexo, estado civil, nacionalidad, lugar de nacimiento, lugar nacimiento, pais nacimiento, etnia, raza,
      nacionalidade, naturalidade, local nascimento, raca, raca cor, escolaridade, genere, sesso, stato civile,
      nazionalita, cittadinanza, luogo di nascita, luogo nascita, comune nascita, provincia nascita, geslacht,
      burgerlijke staat, nationaliteit, geboorteplaats, geboorteland, kon, kjonn, sivilstatus, civilstand,
      nationalitet, fodelseort, fodested, sukupuoli, kansalaisuus, plec, stan cywilny, obywatelstwo, miejsce
      urodzenia, narodowosc, pohlavi, narodnost, cinsiyet, jenis kelamin, tempat lahir, agama, \u043F\u043E\u043B, \u6027\u522B, \u6027\u5225, \uC131\uBCC4`,
    types: ["text", "integer", "boolean", "array", "unknown"],
    beside: "number count total status level data at home house code key own owner flag other self place of city country lieu ort lugar luogo local comune provincia ville pays pais stan estado marital stato children child self",
    not: "discount specific",
    shift: { things: -0.45, systems: -0.45, people: 0.05 },
    marks: "human"
  },
  {
    class: "demographic",
    hint: `age, orientation, race, gpa, employment status, education, occupation, salutation, courtesy title, title of courtesy, honorific, name prefix,
      profession, children, kids, height, weight, hire date, hired on, date hired, date of hire, joining date, date of
      joining, termination date, income group, alter, anrede, titel, beruf, eintrittsdatum,
      austrittsdatum, edad, profesion, ocupacion, tratamiento, estudios, idade, profissao, ocupacao, eta, professione,
      titolo studio, leeftijd, beroep, aanhef, alder, yrke, wiek, zawod, wyksztalcenie, profession metier, titre
      civilite, fecha ingreso, fecha contratacion, data admissao, data assunzione, date embauche, indienst`,
    types: ["text", "integer", "decimal", "date", "timestamp", "boolean", "unknown"],
    subjects: ["people", "personal"],
    beside: "wiki years number date level cm kg",
    not: "min max minimum maximum session cache group limit verified",
    shift: { people: 0.3, personal: -0.1 },
    strange: 0.3
  },
  {
    class: "gov_id",
    sure: `ssn, social security, social security number, social security no, sin number, social insurance number, social
      insurance, national id, national identity, national identity number, national id number, national
      identification, national number, national insurance, national insurance number, nino, nhs number, nhs no,
      medicare number, medicaid number, medicaid id, medicare id, passport, passport number, passport no, passport
      num, drivers license, driver license, drivers licence, driver licence, driving licence, driving license, license
      plate, licence plate, number plate, registration plate, plate number, id card, identity card, id card number, identity number,
      identification number, personal number, personal id number, personal identification number, tax identification, tax identification number, tax number, taxpayer id, tax payer id, tin number, itin, ein
      number, vat number, vat id, vat no, vat code, gst number, gstin, pan number, pan card, aadhaar, aadhar, aadhaar
      number, voter id, voter registration number, voter registration, visa number, green card, residence permit, alien number, citizen id, government id, gov id,
      govt id, id document, document number id, mrn, medical record number, health card number, health insurance
      number, insurance number, birth certificate, work permit number, residence permit number, npi number, curp, rfc, nif, nie, dni, cif nif, nif cif, cuit, cuil,
      rut, run rut, cedula, numero documento, num documento, nro documento, numero identificacion, documento
      identidad, pasaporte, licencia conducir, seguridad social, seg social, nss, numero seguridad social, nuss, cpf, cnpj, cpf
      cnpj, rg number, numero rg, pis, pis pasep, titulo eleitor, cnh, passaporte, cartao cidadao, numero
      contribuinte, niss, cns, ctps, codice fiscale, cod fiscale, cod fisc, c fiscale, p iva, partita iva, tessera sanitaria, carta identita,
      passaporto, patente, nir, numero securite sociale, securite sociale, num secu, numero secu, num ss, no ss, nss, n ss, num securite sociale, no secu, carte identite,
      numero passeport, passeport, siret, permis conduire, insee number, steuer id, steuernummer, steuer nr,
      steueridentifikationsnummer, ust id, ust idnr, umsatzsteuer id, sozialversicherungsnummer, sozialversicherungs nr, steuer nummer, svn, sozvers nr, rv nummer, sv nummer, svnr, sv
      nr, rentenversicherungsnummer, personalausweis, personalausweisnummer, ausweisnummer, ausweis nr, reisepass,
      reisepassnummer, fuhrerschein, fuhrerscheinnummer, ahv nummer, ahv, krankenversicherungsnummer,
      versichertennummer, kfz kennzeichen, bsn, burgerservicenummer, sofinummer, rijksregisternummer, paspoort,
      paspoortnummer, rijbewijs, btw nummer, btw nr, kenteken, personnummer, personal code, personnr, fodselsnummer,
      cpr, cpr nummer, cpr nr, organisasjonsnummer, henkilotunnus, hetu, momsnummer, pesel, nip, regon, numer dowodu,
      dowod osobisty, paszport, numer paszportu, rodne cislo, rc number, cnp, cod numeric personal, tc kimlik, kimlik
      no, tckn, oib, egn, jmbg, emso, amka, afm, snils, inn, \u043F\u0430\u0441\u043F\u043E\u0440\u0442, \u0438\u043D\u043D, \u0441\u043D\u0438\u043B\u0441, \u8EAB\u4EFD\u8BC1, \u8EAB\u4EFD\u8BC1\u53F7, \u62A4\u7167, \u8B77\u7167, \uC8FC\uBBFC\uB4F1\uB85D\uBC88\uD638, id card
      no, resident id, hkid, nric, fin number, ic number, mykad, ktp, nik, npwp, bvn, nin`,
    types: ["text", "integer", "decimal", "array", "unknown"],
    beside: "id number no nr num code plate document card tax vat national key value",
    not: "rate amount name exempt expiry issuing issued country",
    shift: { things: -0.1, systems: -0.5 },
    marks: "human"
  },
  {
    class: "gov_id",
    likely: `roll no, roll number, admission number, admission no, enrollment number, enrolment number, enrollment no, pan no, uan, epic no,
      id proof number, id proof no, vehicle plate, plate no, case number, caseno, docket number, medical record no, id number, tax id, tax vat, student number, student id number, matriculation number,
      matrikelnummer, policy number, policyno, insurance policy number, license number, licence number, licenceno,
      badge number, membership number, registration plate, legal number, document id number, medical record, patient
      number, patient no, patient identifier, chart number, insurance id, member number, subscriber number,
      expediente, historia clinica, nhc, prontuario, matricula, matricola, matricule, personeelsnummer,
      personalnummer, numero socio`,
    types: ["text", "integer", "decimal", "unknown"],
    beside: "number no nr id code",
    shift: { people: 0.2, personal: 0.1, things: -0.2, systems: -0.4 }
  },
  {
    class: "gov_id",
    hint: `legal number, vat, tax vat, visa no, permit no, work permit, sin id, document number, identification, identity number, documento, identificacion, tin,
      rg, ci, siren, personal code, licence, license, employee number`,
    types: ["text", "integer", "unknown"],
    subjects: ["people"],
    beside: "number no nr id code",
    shift: { people: 0.2 },
    strange: 0.3
  },
  {
    class: "health",
    sure: `diagnosis, diagnoses, blood type, blood group, medical history, medical condition, medical conditions, health
      condition, health conditions, health status, allergy, allergies, symptom, symptoms, hiv status, vaccination
      status, smoking status, pregnancy status, chronic disease, chronic diseases, disability type, mental health,
      medical notes, clinical notes, treatment notes, blood pressure, heart rate, body mass index, bmi, prognosis,
      family history, chief complaint, cause of death, dietary restriction, dietary restrictions, icd code,
      medications, current medications, immunization, diagnose, blutgruppe, allergien, krankheit, vorerkrankungen,
      diagnostic medical, groupe sanguin, antecedents, antecedents medicaux, maladie, diagnostico, grupo sanguineo,
      alergias, antecedentes, enfermedad, enfermedades, tipo sangre, tipo sanguineo, doenca, doencas, gruppo
      sanguigno, diagnosi, patologia, allergie, bloedgroep, ziekte, blodtype, blodgrupp, grupa krwi, rozpoznanie,
      choroby, alergie`,
    types: ["text", "integer", "decimal", "boolean", "json", "array", "xml", "unknown"],
    beside: "code type status notes note description date text list tipo history level",
    shift: { systems: -0.45, things: -0.3 }
  },
  {
    class: "gov_id",
    sure: "identifier, identifier value, number, value, document number, id number",
    table: "patient identifier, person identifier, identity document, identification document, id document, passport, national id, driving licence, driver license",
    types: [...textual, "integer"],
    beside: "number value identifier",
    strange: 0.4,
    shift: { things: -0.1, systems: -0.2 }
  },
  {
    class: "health",
    likely: "smoker, is smoker, alcohol use, pregnant, is pregnant, insurance provider, health insurance, disability disclosure, disability details, special educational needs, accessibility needs, medical needs, injury, injuries, lesion, lesiones, disability, disability status, handicap, behinderung, discapacidad, deficiencia, disabilita, niepelnosprawnosc",
    types: ["text", "boolean", "integer", "unknown"],
    beside: "status type code",
    strange: 0.3
  },
  {
    class: "health",
    likely: "reason, note, value, result, dosage, dose, temperature, pulse, respiratory rate, oxygen saturation, drug, drug name, medication, medication name, finding, complaint, impression, conclusion, interpretation, value text, result value",
    table: "admission, appointment, encounter, consultation, lab result, laboratory result, test result, prescription, observation, clinical, vital sign, immunization, immunisation, medical, patient",
    types: ["text", "decimal", "json", "xml"],
    beside: "drug name medication value text result note numeric",
    not: "type code status cancel cancellation reference unit format",
    shift: { things: 0, systems: -0.3 },
    strange: 0.35
  }
];

// src/coverage/detection/rules/records.ts
init_define_navigator();
var documents = ["json", "xml", "text"];
var records = [
  {
    class: "free_text",
    likely: `explanation, justification, circumstances, statement, remark, remarks, begrundung, justificacion, justificativa, motivazione,
      toelichting, uzasadnienie`,
    types: textual,
    subjects: ["people", "personal"],
    beside: "text html note details missing other additional",
    not: "code id type category status count bounce error failure",
    shift: { personal: -0.05, people: 0 },
    strange: 0.15
  },
  {
    class: "free_text",
    likely: "reason, raison, motif, grund, motivo, razon, reden, powod",
    types: textual,
    subjects: ["people"],
    beside: "text html note details other additional",
    not: "code id type category status count bounce error failure void voided deleted cancelled canceled",
    shift: { people: 0 },
    strange: 0.1
  },
  {
    class: "free_text",
    likely: "comment, comments, details, note, notes, message, text, body, description, reason, request details, antrag, bemerkung, motif",
    table: `leave request, account request, access request, invitation request, membership request, application, absence, leave,
      appointment, referral, enquiry, abuse report, incident report, user report, spam report, inquiry, complaint, moderation, court order, home visit, case contact, urlaubsantrag, demande conge`,
    types: textual,
    beside: "text html request internal private staff additional",
    not: "code id type status count url",
    shift: { people: 0, personal: 0, none: -0.1, systems: -0.4, places: -0.4, things: -0.05 },
    strange: 0.2
  },
  {
    class: "free_text",
    likely: "comment, comments, purpose, justification, request details, request reason, extra information, additional information",
    table: "request, demande, antrag, solicitud, richiesta, aanvraag",
    types: textual,
    beside: "request text html for of additional extra",
    not: "code id type status count rejection bounce",
    shift: { people: 0, personal: 0, none: -0.1, systems: -0.4, things: -0.1 },
    strange: 0.2
  },
  {
    class: "free_text",
    likely: "subject, title, subject line, betreff, objet, asunto, assunto, oggetto, onderwerp, temat",
    table: "private message, direct message, message, conversation, email message, correspondence, nachricht, mensaje",
    types: ["text"],
    beside: "line text message",
    not: "template id type count",
    shift: { people: 0, personal: 0, none: 0, things: -0.05, systems: -0.4 },
    strange: 0.3
  },
  {
    class: "profile_json",
    likely: `audited changes, object changes, changed data, changed fields, changed values, old values, new values, old data, new data,
      row data, original data`,
    table: "audit, audit log, audit trail, audit event, audit record, version, record version, change log, changelog",
    types: documents,
    beside: "json data values fields object row",
    not: "type id class name count at status url",
    shift: { people: 0, personal: 0, none: -0.05, things: -0.05, systems: -0.3 },
    strange: 0.3
  },
  {
    class: "demographic",
    likely: `grade, award year, graduation year, year of graduation, institution, institution name, degree, major, field of study, school
      name, university, diploma, abschluss, hochschule, diplome, etablissement, titulo, titulacion, universidad, laurea, opleiding`,
    table: `qualification, education, educational background, academic record, academic history, academic qualification, diploma, bildungsweg,
      formacion, formation, istruzione, opleiding`,
    types: ["text", "integer", "date"],
    beside: "name year obtained awarded level subject",
    not: "id code type count uuid country region address",
    shift: { people: 0, personal: 0, none: 0, things: 0, systems: 0 },
    strange: 0.2
  }
];

// src/coverage/detection/rules/index.ts
var rules = [...person, ...contact, ...access, ...online, ...content, ...records];

// src/coverage/detection/words.ts
init_define_navigator();
var letters = { \u00DF: "ss", \u00F8: "o", \u00E6: "ae", \u0153: "oe", \u0142: "l", \u0111: "d", \u00F0: "d", \u00FE: "th" };
var fold = (text) => text.toLowerCase().replaceAll(/[ßøæœłđðþ]/gu, (letter) => letters[letter] ?? letter).normalize("NFD").replaceAll(new RegExp("\\p{M}", "gu"), "");
var split = (identifier) => {
  if (/^[a-z0-9_]*$/.test(identifier)) return identifier.split(/[0-9_]+/).filter((part) => part !== "");
  return identifier.replaceAll(new RegExp("(\\p{Ll})(\\p{Lu})", "gu"), "$1 $2").replaceAll(new RegExp("(\\p{Lu})(\\p{Lu}(?!s(?!\\p{Ll}))\\p{Ll})", "gu"), "$1 $2").split(/[^\p{L}\p{M}]+/u).filter((part) => part !== "").map(fold);
};
var shortest = 3;
var longest = 40;
var shortParts = /* @__PURE__ */ new Set(["id", "ip", "nr", "no", "de", "of", "to", "at", "is"]);
var singularOnly = /* @__PURE__ */ new Set(["news"]);
var plurals = [
  (word) => `${word}es`,
  (word) => word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`,
  (word) => `${word}s`
];
var shortPlurals = /* @__PURE__ */ new Set(["ids", "ips"]);
var vocabulary = (words2) => {
  const all = new Set(words2);
  const forms = new Map(Array.from(all, (word) => [word, word]));
  for (const pluralOf of plurals) {
    for (const word of all) {
      const plural = pluralOf(word);
      if (!singularOnly.has(plural) && (plural.length > 3 || shortPlurals.has(plural))) forms.set(plural, word);
    }
  }
  return {
    // German without its dots is the last resort: `fuehrerschein`.
    known: (word) => forms.get(word) ?? (word.length > 4 ? forms.get(word.replaceAll(/([aou])e(?=.)/gu, "$1")) : void 0)
  };
};
var segment = (word, known2) => {
  if (word.length > longest) return void 0;
  const best = [[]];
  if (/^[vt]/u.test(word)) best[1] = [];
  for (let end = 2; end <= word.length; end += 1) {
    for (let start = 0; start <= end - 2; start += 1) {
      const before = best[start];
      const part = word.slice(start, end);
      if (before === void 0 || part.length < shortest && !shortParts.has(part)) continue;
      const form = known2.known(part);
      const current = best[end];
      if (form !== void 0 && (current === void 0 || before.length + 1 < current.length)) best[end] = [...before, form];
    }
  }
  const found = best[word.length];
  return found !== void 0 && found.length > 0 ? found : void 0;
};
var wordsOf = (identifier, known2) => split(identifier).flatMap((word) => {
  const form = known2.known(word);
  if (form !== void 0) return [form];
  return (word.length >= 2 * shortest - 1 ? segment(word, known2) : void 0) ?? [word];
});

// src/coverage/detection/compile.ts
var rawPhrases = (text) => (text ?? "").split(",").map((phrase) => phrase.split(/\s+/u).filter((word) => word !== "")).filter((words2) => words2.length > 0);
var rawWords = (text) => rawPhrases(text).flat();
var strengths = ["sure", "likely", "hint"];
var wordLists = [
  contradicting,
  contradictingBefore,
  contradictingHeads,
  qualifiers,
  containers,
  people,
  personal,
  places,
  systems,
  things
];
var known = vocabulary([
  ...wordLists.flatMap((list3) => [...list3]),
  ...rules.flatMap(
    (rule) => [rule.sure, rule.likely, rule.hint, rule.table, rule.beside, rule.not].flatMap((text) => rawWords(text))
  )
]);
var canonical = (word) => known.known(word) ?? word;
var canonicalSet = (words2) => new Set(Array.from(words2, canonical));
var words = (identifier) => wordsOf(identifier, known);
var nouns = {
  people: canonicalSet(people),
  personal: canonicalSet(personal),
  things: canonicalSet(things),
  places: canonicalSet(places),
  systems: canonicalSet(systems),
  containers: canonicalSet(containers)
};
var modifiers = {
  qualifiers: canonicalSet(qualifiers),
  contradicting: canonicalSet(contradicting),
  heads: canonicalSet(contradictingHeads),
  before: canonicalSet(contradictingBefore)
};
var compiled = rules.map((rule) => ({
  rule,
  table: rawPhrases(rule.table).map((phrase) => phrase.map(canonical)),
  beside: canonicalSet(rawWords(rule.beside)),
  not: canonicalSet(rawWords(rule.not))
}));
var index = /* @__PURE__ */ new Map();
for (const rule of compiled) {
  for (const strength of strengths) {
    for (const phrase of rawPhrases(rule.rule[strength])) {
      const spelled = phrase.map(canonical);
      const first = spelled[0];
      if (first === void 0) continue;
      const same = index.get(first) ?? [];
      same.push({ words: spelled, strength, rule });
      index.set(first, same);
    }
  }
}
var phrasesFrom = (word) => index.get(word) ?? [];
var standsAt = (all, at, phrase) => phrase.every((word, i) => all[at + i] === word);
var standsIn = (all, phrase) => all.some((_, at) => standsAt(all, at, phrase));

// src/coverage/detection/match.ts
init_define_navigator();

// src/coverage/detection/subject.ts
init_define_navigator();
var nounSubject = (word) => {
  if (nouns.people.has(word)) return "people";
  if (nouns.personal.has(word)) return "personal";
  if (nouns.systems.has(word)) return "systems";
  if (nouns.places.has(word)) return "places";
  return nouns.things.has(word) ? "things" : "none";
};
var programs = /* @__PURE__ */ new Set(["client", "agent", "worker", "consumer", "operator", "profile", "identity"]);
var bySpelling = (all, marks) => {
  const telling = all.filter((word) => !nouns.containers.has(word));
  const kept = telling.length > 0 ? telling : all;
  const last = kept.at(-1) ?? "";
  const head = nounSubject(last);
  const refersToPerson2 = marks.reference !== void 0;
  const before = kept.slice(0, -1);
  const rest = before.map((word) => nounSubject(word));
  if (head === "people") return programs.has(last) && (marks.program || rest.includes("systems")) ? "systems" : "people";
  if (head === "things" || head === "places") return head;
  if (head === "systems" && before.every((word) => programs.has(word) || nounSubject(word) !== "people")) return "systems";
  if (rest.includes("people")) return "personal";
  if (rest.includes("systems")) return refersToPerson2 && (head === "personal" || last === "key") ? "personal" : "systems";
  return head === "personal" || rest.includes("personal") || refersToPerson2 ? "personal" : "none";
};
var aboutText = {
  people: "is about people",
  personal: "belongs to a person",
  things: "is about things",
  places: "is about places",
  systems: "is about an installation"
};
var quoted = (names) => names.map((name) => `'${name}'`).join(" and ");
var thing = (subject) => subject === "things" || subject === "places" || subject === "systems";
var tableSubject = (schema, table, marks) => {
  const named = bySpelling(words(table), marks);
  const because = (names) => `the table also has ${quoted(names.slice(0, 3))}`;
  if (thing(named) && marks.human.length > 1) return { subject: "personal", because: because(marks.human) };
  if (named === "none" || named === "personal") {
    if (marks.human.length > 0) return { subject: "people", because: because(marks.human) };
    const both = [...marks.account, ...marks.reach];
    if (marks.account.length > 0 && both.length > 1) return { subject: "people", because: because(both) };
  }
  if (named !== "none") return { subject: named, because: `table '${table}' ${aboutText[named]}` };
  const around = words(schema);
  return around.some((word) => nouns.people.has(word) || word === "hr") ? { subject: "personal", because: `schema '${schema}' is about people` } : { subject: "none", because: void 0 };
};

// src/coverage/detection/type-family.ts
init_define_navigator();
var families = {
  text: [
    "text",
    "varchar",
    "char",
    "character",
    "character varying",
    "bpchar",
    "citext",
    "name",
    "string",
    "nvarchar",
    "varchar2",
    "clob",
    "longtext",
    "mediumtext",
    "tinytext"
  ],
  integer: [
    "integer",
    "int",
    "int2",
    "int4",
    "int8",
    "bigint",
    "smallint",
    "serial",
    "bigserial",
    "smallserial",
    "tinyint",
    "mediumint"
  ],
  decimal: ["numeric", "decimal", "real", "float", "float4", "float8", "double precision", "double", "money"],
  boolean: ["boolean", "bool"],
  date: ["date", "daterange"],
  timestamp: ["timestamp", "timestamptz", "datetime", "timestamp without time zone", "timestamp with time zone"],
  time: ["time", "timetz", "time without time zone", "time with time zone", "interval"],
  json: ["json", "jsonb", "hstore"],
  xml: ["xml"],
  bytes: ["bytea", "blob", "oid", "binary", "varbinary"],
  network: ["inet", "cidr", "macaddr", "macaddr8"],
  uuid: ["uuid"],
  geometry: ["point", "geometry", "geography", "polygon", "path", "box", "circle", "line", "lseg"]
};
var byName = new Map(
  Object.entries(families).flatMap(([family, names]) => names.map((name) => [name, family]))
);
var typeFamily = (dataType) => {
  const bare = dataType.toLowerCase().replaceAll(/\([^()]*\)/gu, "").replaceAll('"', "").replaceAll(/\s+/gu, " ").trim();
  if (bare === "array") return "array";
  const isArray = bare.endsWith("[]") || bare.startsWith("_");
  const element = bare.replaceAll("[]", "").replace(/^_/u, "").replace(/^.*\./u, "").trim();
  const family = byName.get(element) ?? "unknown";
  return isArray && (family === "text" || family === "unknown") ? "array" : family;
};

// src/coverage/detection/match.ts
var matchAt = (all, at, phrase) => {
  const { beside, not } = phrase.rule;
  const end = at + phrase.words.length;
  const strangers = [];
  let own = "none";
  let ownNoun;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, word] of all.entries()) {
    if (i >= at && i < end) continue;
    if (not.has(word)) return void 0;
    const subject = nounSubject(word);
    const distance = i < at ? at - i : i - end + 1.5;
    if (subject !== "none" && subject !== "personal" && distance < nearest && !beside.has(word)) {
      nearest = distance;
      own = subject;
      ownNoun = word;
    }
    if (beside.has(word)) continue;
    const contradicts = modifiers.contradicting.has(word) || (i < at ? modifiers.before : modifiers.heads).has(word);
    if (contradicts) return void 0;
    if (!modifiers.qualifiers.has(word) && subject === "none") strangers.push(word);
  }
  return { phrase, own, ownNoun, strangers, end };
};
var matchesOf = (all) => all.flatMap(
  (word, at) => phrasesFrom(word).flatMap((phrase) => {
    const found = standsAt(all, at, phrase.words) ? matchAt(all, at, phrase) : void 0;
    return found === void 0 ? [] : [found];
  })
);
var fits = (family, { rule }) => family === "unknown" || rule.types.includes(family) || family === "array" && rule.types.includes("text");
var counts = (rule, subject) => rule.subjects?.includes(subject === "places" ? "things" : subject) ?? true;
var readNames = /* @__PURE__ */ new Map();
var mostNames = 1e4;
var readName = (name) => {
  const before = readNames.get(name);
  if (before !== void 0) return before;
  const all = words(name);
  const read = { words: all, matches: matchesOf(all) };
  if (readNames.size < mostNames) readNames.set(name, read);
  return read;
};
var readColumn = (facts) => ({
  facts,
  family: typeFamily(facts.dataType),
  ...readName(facts.column)
});

// src/coverage/detection/comment.ts
var longest2 = 500;
var ofKey = new RegExp("(?:foreign|primary) key|cl[e\xE9] (?:[e\xE9]trang[e\xE8]re|primaire)|(?:fremd|prim[a\xE4]r)schl[u\xFC]ssel|(?:clave|chave|chiave) \\p{L}+", "iu");
var clauses = (comment) => comment.slice(0, longest2).split(/[.,;:!?()[\]\n]+/u).filter((clause) => !clause.includes("="));
var isThing = (word) => word !== void 0 && ["things", "places", "systems"].includes(nounSubject(word));
var isPart = (all, { words: phrase, rule }, at) => {
  const head = all.slice(at + phrase.length).find((word) => !rule.beside.has(word));
  return head !== void 0 && (isThing(head) || modifiers.contradicting.has(head) || modifiers.heads.has(head));
};
var phraseIn = (clause, isMeant) => {
  const all = words(clause);
  return all.flatMap(
    (word, at) => phrasesFrom(word).filter(
      // The word before says whose it is: `product identification number`.
      (phrase) => standsAt(all, at, phrase.words) && isMeant(phrase) && !isPart(all, phrase, at) && !isThing(all[at - 1])
    )
  ).at(0);
};
var byComment = ({ facts, family, words: name }, table) => {
  const { comment = "" } = facts;
  if (comment === "" || ofKey.test(comment) || name.some((word) => modifiers.contradicting.has(word))) return void 0;
  for (const clause of clauses(comment)) {
    const found = phraseIn(
      clause,
      ({ strength, rule }) => strength === "sure" && rule.table.length === 0 && fits(family, rule) && counts(rule.rule, table.subject)
    );
    if (found !== void 0) {
      return { class: found.rule.rule.class, score: 0.6, evidence: [`comment has '${found.words.join(" ")}'`] };
    }
  }
  return void 0;
};

// src/coverage/detection/context.ts
init_define_navigator();
var marked = (columns, kind) => {
  const classes = /* @__PURE__ */ new Set();
  return columns.flatMap(({ facts, family, matches }) => {
    const match = matches.find(
      ({ phrase, own, strangers }) => phrase.rule.rule.marks === kind && phrase.strength === "sure" && (own === "none" || own === "people") && strangers.length === 0 && fits(family, phrase.rule)
    );
    if (match === void 0) return [];
    const name = match.phrase.rule.rule.class;
    const key = name === "person_name" ? match.phrase.words.join(" ") : name;
    if (classes.has(key)) return [];
    classes.add(key);
    return [facts.column];
  });
};
var programWords = /* @__PURE__ */ new Set(["secret", "redirect", "scope"]);
var refersToPerson = (all) => all.length <= 3 && all.includes("id") && all.some((word) => nounSubject(word) === "people");
var nearOf = (columns) => {
  const near = /* @__PURE__ */ new Map();
  for (const { facts, family, matches } of columns) {
    for (const { phrase } of matches) {
      if (phrase.strength === "hint" || phrase.rule.table.length > 0 || !fits(family, phrase.rule)) continue;
      const same = near.get(phrase.rule.rule.class);
      if (same === void 0) near.set(phrase.rule.rule.class, [facts.column]);
      else same.push(facts.column);
    }
  }
  return near;
};
var tableContext = (schema, table, columns) => {
  const names = columns.map((column) => ({ name: column.facts.column, words: column.words }));
  const marks = {
    human: marked(columns, "human"),
    account: marked(columns, "account"),
    reach: marked(columns, "reach"),
    program: names.some((column) => column.words.some((word) => programWords.has(word))),
    reference: names.find((column) => refersToPerson(column.words))?.name
  };
  return { ...tableSubject(schema, table, marks), words: words(table), near: nearOf(columns) };
};

// src/coverage/detection/detect.ts
var threshold = 0.5;
var base = { sure: 0.9, likely: 0.6, hint: 0.35 };
var usualShift = {
  people: 0.3,
  personal: 0.15,
  things: -0.25,
  places: -0.25,
  systems: -0.25,
  none: 0
};
var scoreOf = (column, match, table) => {
  const { rule } = match.phrase.rule;
  const needed = match.phrase.rule.table;
  if (!fits(column.family, match.phrase.rule)) return void 0;
  if (needed.length > 0 && !needed.some((phrase) => standsIn(table.words, phrase))) return void 0;
  const subject = match.own === "none" || needed.length > 0 ? table.subject : match.own;
  if (!counts(rule, subject)) return void 0;
  const sure = match.phrase.strength === "sure";
  const ruled = rule.shift?.[subject] ?? (subject === "places" ? rule.shift?.things : void 0);
  const shift = ruled ?? (sure ? 0 : usualShift[subject]);
  const neighbour = rule.near?.flatMap((name) => table.near.get(name) ?? []).find((name) => name !== column.facts.column);
  const strange = Math.min(match.strangers.length, 2) * (rule.strange ?? 0.15);
  const score = base[match.phrase.strength] + shift + (neighbour === void 0 ? 0 : 0.25) - strange;
  if (score < threshold - 1e-9) return void 0;
  const why = match.own !== "none" && needed.length === 0 ? `'${match.ownNoun ?? ""}' stands beside it` : table.because;
  return {
    class: rule.class,
    score: Math.min(1, Math.round(score * 100) / 100),
    evidence: [
      `name has '${match.phrase.words.join(" ")}'`,
      ...column.facts.dataType === "" ? [] : [`type ${column.facts.dataType}`],
      ...why !== void 0 && (shift > 0 || needed.length > 0 || rule.subjects !== void 0) ? [why] : [],
      ...neighbour === void 0 ? [] : [`the table also has '${neighbour}'`],
      ...match.strangers.slice(0, 2).map((word) => `less sure because of '${word}'`)
    ]
  };
};
var detectTable = (columns) => {
  const first = columns[0];
  if (first === void 0) return [];
  const read = columns.map((facts) => readColumn(facts));
  const table = tableContext(first.schema, first.table, read);
  return read.map((column) => {
    const found = column.matches.flatMap((match) => {
      const detection = scoreOf(column, match, table);
      return detection === void 0 ? [] : [{ detection, end: match.end }];
    }).sort((a, b) => b.detection.score - a.detection.score || b.end - a.end);
    return found[0]?.detection ?? byComment(column, table);
  });
};
var detectColumns = (columns) => {
  const tables = /* @__PURE__ */ new Map();
  for (const [at, { schema, table }] of columns.entries()) {
    const key = JSON.stringify([schema, table]);
    const same = tables.get(key);
    if (same === void 0) tables.set(key, [at]);
    else same.push(at);
  }
  const found = Array.from({ length: columns.length });
  for (const places2 of tables.values()) {
    const answers = detectTable(places2.flatMap((at) => columns[at] ?? []));
    for (const [i, at] of places2.entries()) found[at] = answers[i];
  }
  return found;
};

export {
  detectTable,
  detectColumns
};
