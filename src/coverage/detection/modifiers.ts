/**
 * Words beside a rule's phrase in a column's name. Words in no list count as unknown and make the phrase less sure.
 * What stands behind an English phrase is the head and says what the value is (`email_count`); what stands before it
 * mostly says which one it is (`billing_email`).
 */
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== ''));

/** Which one, or in what form; the value is still what the phrase says. */
export const qualifiers = list(`
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

/** The value is about something else than what the phrase names, wherever the word stands. */
export const contradicting = list(`
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

/** The same, only behind the phrase: as a head. */
export const contradictingHeads = list(`
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

/** Before the phrase these ask or measure: `is_email`, `max_age`, `num_phones`, `fecha_email`. */
export const contradictingBefore = list(`
  is has have had can should must may do does did use uses using show send sends receive receives accept accepts with without
  if when nb qty quantity percent percentage avg average sum mean rate skip keep exclude include ignore
  valid invalid check checked missing need needs
  hat ist est tiene fecha hora
`);
