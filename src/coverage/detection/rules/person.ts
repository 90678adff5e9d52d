/** Who somebody is: names, birth, traits, official numbers. */
import { type Rule, textual } from './rule.ts';

export const person: readonly Rule[] = [
  {
    class: 'person_name',
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
      csaladnev, prenume, nume familie, adi, soyadi, soyad, onoma, eponimo, familiya, imya, otchestvo, фамилия, имя,
      отчество, фио, fio, 姓名, 名字, 氏名, 姓, 名, 이름, 성명`,
    types: textual,
    beside: 'name kana phonetic initial of person lower',
    marks: 'human',
  },
  {
    class: 'person_name',
    likely: `to name, from name, recipient name, sender name, full name, billing name, shipping name, ship name, ship to name, bill to name, delivery name, invoice name, initials, author name, kin name, contact person, contact name, person in charge, real name`,
    types: textual,
    beside: 'billing shipping ship bill delivery invoice to from',
    not: 'state value target template',
    shift: { things: -0.1, systems: -0.35 },
  },
  {
    class: 'person_name',
    sure: `typed signature, signature text, signed name, signatory name, signer name, signee name, printed name, agency rep, sales rep, account
      rep, sales person, point of contact, contact person name, escort name, witness name`,
    types: textual,
    beside: 'name rep contact',
    not: 'id',
    shift: { systems: -0.4 },
  },
  {
    class: 'person_name',
    hint: 'name, nom, nombre, nome, naam, namn, navn, nazwa',
    types: textual,
    subjects: ['none', 'personal'],
    near: ['email'],
    shift: { none: 0, personal: 0 },
    strange: 0.4,
  },
  {
    class: 'person_name',
    hint: `display name, anzeigename, nm, nme, naam klant, nama, name, nom, nombre, nome, naam, namn, navn, nazwa, nimi, nev, legal name, known as, preferred name,
      stage name, public name, name full, pen name, pseudonym, alias name, short name, name of, nombre de, name and
      address`,
    types: textual,
    not: 'user domain file path host server db database table column field schema class type method function process job cluster',
    beside: 'and wiki name',
    shift: { people: 0.35, personal: 0, things: -0.35, systems: -0.35 },
    strange: 0.3,
  },
  {
    class: 'person_name',
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
    types: ['text', 'array'],
    not: `name email mail phone address number no nr num code ref reference type role status kind count key value url link message text data
      info details uid login ip external internal source client remote api agent device format for currency locale language username user token`,
    beside: 'and relationship relation full list comment post message review commit article',
    // The column's own noun is the phrase itself, so the table decides nothing but whether names are kept as text there.
    shift: { people: 0.15, personal: 0.15, things: 0.2, systems: -0.2, none: 0.2 },
    strange: 0.2,
  },
  {
    class: 'person_name',
    sure: 'subject, subject dn, subject name, common name, distinguished name',
    table: 'identity, smartcard, user certificate, client certificate',
    types: textual,
  },
  {
    class: 'person_name',
    sure: 'name, holder, holder name, owner',
    table: 'credit card, creditcard, debit card, payment card, bank card',
    types: textual,
    beside: 'holder',
    strange: 0.4,
    shift: { things: 0 },
  },
  {
    class: 'person_name',
    hint: 'ad, medecin traitant, medico curante, hausarzt, huisarts, medico responsavel',
    types: ['text'],
    subjects: ['people'],
    strange: 0.4,
  },
  {
    class: 'person_name',
    hint: 'name suffix, suffix, name prefix',
    types: textual,
    subjects: ['people'],
    beside: 'name',
  },
  {
    class: 'date_of_birth',
    sure: `date of birth, birth date, birth day, bday, dob, d o b, birth year, year of birth, yob, birth month, born, born
      on, born at, date birth, birth dt, birth, birth time, time of birth, geburtsdatum, geburtstag, geb datum,
      geburtsjahr, date de naissance, date naissance, naissance, ddn, annee naissance, ne le, fecha de nacimiento,
      fecha nacimiento, fec nac, fecha nac, fnac, nacimiento, ano nacimiento, data de nascimento, data nascimento, dt
      nascimento, dt nasc, nascimento, data nasc, data di nascita, data nascita, nascita, geboorte datum,
      geboortejaar, geb dat, fodelsedatum, fodselsdato, fodselsdag, fodelsedag, fodelsear, fodselsar, syntymaaika,
      syntymapaiva, data urodzenia, urodzenia, rok urodzenia, datum narozeni, narozeni, szuletesi datum, data
      nasterii, dogum tarihi, data rozhdeniya, дата рождения, tanggal lahir, tgl lahir, 生日, 出生日期, 生年月日, 생년월일`,
    types: ['text', 'date', 'timestamp', 'integer', 'unknown'],
    beside: 'date month year day time youth data datum fecha dt at on',
    not: 'place lieu ort lugar luogo local city country town weight certificate',
    shift: { systems: -0.3 },
    marks: 'human',
  },
  {
    class: 'demographic',
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
      urodzenia, narodowosc, pohlavi, narodnost, cinsiyet, jenis kelamin, tempat lahir, agama, пол, 性别, 性別, 성별`,
    types: ['text', 'integer', 'boolean', 'array', 'unknown'],
    beside:
      'number count total status level data at home house code key own owner flag other self place of city country lieu ort lugar luogo local comune provincia ville pays pais stan estado marital stato children child self',
    not: 'discount specific',
    shift: { things: -0.45, systems: -0.45, people: 0.05 },
    marks: 'human',
  },
  {
    class: 'demographic',
    hint: `age, orientation, race, gpa, employment status, education, occupation, salutation, courtesy title, title of courtesy, honorific, name prefix,
      profession, children, kids, height, weight, hire date, hired on, date hired, date of hire, joining date, date of
      joining, termination date, income group, alter, anrede, titel, beruf, eintrittsdatum,
      austrittsdatum, edad, profesion, ocupacion, tratamiento, estudios, idade, profissao, ocupacao, eta, professione,
      titolo studio, leeftijd, beroep, aanhef, alder, yrke, wiek, zawod, wyksztalcenie, profession metier, titre
      civilite, fecha ingreso, fecha contratacion, data admissao, data assunzione, date embauche, indienst`,
    types: ['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean', 'unknown'],
    subjects: ['people', 'personal'],
    beside: 'wiki years number date level cm kg',
    not: 'min max minimum maximum session cache group limit verified',
    shift: { people: 0.3, personal: -0.1 },
    strange: 0.3,
  },
  {
    class: 'gov_id',
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
      no, tckn, oib, egn, jmbg, emso, amka, afm, snils, inn, паспорт, инн, снилс, 身份证, 身份证号, 护照, 護照, 주민등록번호, id card
      no, resident id, hkid, nric, fin number, ic number, mykad, ktp, nik, npwp, bvn, nin`,
    types: ['text', 'integer', 'decimal', 'array', 'unknown'],
    beside: 'id number no nr num code plate document card tax vat national key value',
    not: 'rate amount name exempt expiry issuing issued country',
    shift: { things: -0.1, systems: -0.5 },
    marks: 'human',
  },
  {
    class: 'gov_id',
    likely: `roll no, roll number, admission number, admission no, enrollment number, enrolment number, enrollment no, pan no, uan, epic no,
      id proof number, id proof no, vehicle plate, plate no, case number, caseno, docket number, medical record no, id number, tax id, tax vat, student number, student id number, matriculation number,
      matrikelnummer, policy number, policyno, insurance policy number, license number, licence number, licenceno,
      badge number, membership number, registration plate, legal number, document id number, medical record, patient
      number, patient no, patient identifier, chart number, insurance id, member number, subscriber number,
      expediente, historia clinica, nhc, prontuario, matricula, matricola, matricule, personeelsnummer,
      personalnummer, numero socio`,
    types: ['text', 'integer', 'decimal', 'unknown'],
    beside: 'number no nr id code',
    shift: { people: 0.2, personal: 0.1, things: -0.2, systems: -0.4 },
  },
  {
    class: 'gov_id',
    hint: `legal number, vat, tax vat, visa no, permit no, work permit, sin id, document number, identification, identity number, documento, identificacion, tin,
      rg, ci, siren, personal code, licence, license, employee number`,
    types: ['text', 'integer', 'unknown'],
    subjects: ['people'],
    beside: 'number no nr id code',
    shift: { people: 0.2 },
    strange: 0.3,
  },
  {
    class: 'health',
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
    types: ['text', 'integer', 'decimal', 'boolean', 'json', 'array', 'xml', 'unknown'],
    beside: 'code type status notes note description date text list tipo history level',
    shift: { systems: -0.45, things: -0.3 },
  },
  {
    class: 'gov_id',
    sure: 'identifier, identifier value, number, value, document number, id number',
    table:
      'patient identifier, person identifier, identity document, identification document, id document, passport, national id, driving licence, driver license',
    types: [...textual, 'integer'],
    beside: 'number value identifier',
    strange: 0.4,
    shift: { things: -0.1, systems: -0.2 },
  },
  {
    class: 'health',
    likely:
      'smoker, is smoker, alcohol use, pregnant, is pregnant, insurance provider, health insurance, disability disclosure, disability details, special educational needs, accessibility needs, medical needs, injury, injuries, lesion, lesiones, disability, disability status, handicap, behinderung, discapacidad, deficiencia, disabilita, niepelnosprawnosc',
    types: ['text', 'boolean', 'integer', 'unknown'],
    beside: 'status type code',
    strange: 0.3,
  },
  {
    class: 'health',
    likely:
      'reason, note, value, result, dosage, dose, temperature, pulse, respiratory rate, oxygen saturation, drug, drug name, medication, medication name, finding, complaint, impression, conclusion, interpretation, value text, result value',
    table:
      'admission, appointment, encounter, consultation, lab result, laboratory result, test result, prescription, observation, clinical, vital sign, immunization, immunisation, medical, patient',
    types: ['text', 'decimal', 'json', 'xml'],
    beside: 'drug name medication value text result note numeric',
    not: 'type code status cancel cancellation reference unit format',
    shift: { things: 0, systems: -0.3 },
    strange: 0.35,
  },
];
