/**
 * What tables are about, by their nouns. A noun that is in no list says nothing. Words are singular, lower case, without
 * accents; lines go by language: en; de; fr, es, pt, it; nl, sv/no/da; pl; transliterated ru.
 */
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== ''));

/** A row is one person, or a column named so tells of one. */
export const people = list(`
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

/** A row is a thing, a place, an organisation or a document: a bare `name` in it is no person's. */
export const things = list(`
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

/** A row is a place or a company's seat: its address and its name are no person's, as a rule. */
export const places = list(`
  warehouse shop store branch office location place venue building room floor facility hospital clinic ward hotel restaurant
  city town village state province region country county district area zone territory continent port airport station school
  university college property bank filiale ort stadt land gebaude raum magasin ville pays batiment salle tienda ciudad pais
  edificio sucursal loja cidade negozio citta winkel stad butik sklep miasto kraj agence agencia agenzia
`);

/** A row is a part of an installation: its keys are the application's, its addresses are machines'. */
export const systems = list(`
  application app setting configuration config system server host cluster runner instance environment integration webhook hook
  provider gateway broker worker job daemon proxy mirror remote registry repository deploy deployment kubernetes
  docker aws gcp azure smtp ldap imap ftp sftp ssh s3 redis kafka elasticsearch sentry slack akismet recaptcha prometheus
  grafana jira github gitlab bitbucket stripe paypal twilio sendgrid mailgun geo node site tenant domain certificate
  connector connection datasource source endpoint channel bot partner merchant project group namespace organization
  organisation org company trigger preset template type kind category machine sensor router switch camera printer trigger variable pipeline build import export telegram whatsapp firebase feed upload storage
  platform service network broadcast announcement firewall crawler captcha canned flag plugin addon extension module consumer license licence api
`);

/** A row is about how one person gets in or what one person did: what it holds belongs to that person. */
export const personal = list(`
  session login logon signin signup registration invite invitation token grant access reset recovery confirmation verification
  authentication authenticator auth credential password otp totp mfa factor webauthn passkey identity personal device visit
  visitor click view activation history activity audit impersonation magic passwordless cookie consent sso
  anmeldung sitzung einladung connexion sesion sessao sessione sessie
`);

/** Nouns of a table that say nothing of what a row is: `customer_list` and `user_details` are about customers and users. */
export const containers = list(`
   list data info information detail details record master main base default archive archived history old backup bak tmp temp v tbl t dim fact stg staging export import copy new current all full vw mv summary report extended ext
  account address card file sheet register registry directory book entry row table
  liste daten stammdaten verzeichnis donnees liste fiche dato datos lista ficha dados cadastro dati anagrafica scheda
`);
