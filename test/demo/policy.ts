/** The policy of the demo, as a team would have it in .github/pgveil.yml. */
export const shopPolicy = (issuer: string): string => `version: 1

databases:
  shop:
    credentials:
      reader: { url: '\${env:PGVEIL_DATABASE_URL}' }

identity:
  issuers:
    github: { issuer: '${issuer}' }

principals:
  ci-agent:
    match: { issuer: github, repository_id: '74218501', event_name: [push, workflow_dispatch] }

grants:
  - to: [ci-agent]
    access: read

# What the columns hold. A comment in the database says it too: COMMENT ON COLUMN ... IS '@class national_id'.
classification:
  columns:
    public.customers.full_name: person_name
    public.customers.email: email
    public.customers.phone: phone
    public.newsletter.email: email
    public.tickets.body: free_text

# How each class is shown. A class without a mask is redacted, and the gate asks for one.
classes:
  person_name: { mask: { partial: { first: 1, separators: keep } } }
  email: { mask: email }
  phone: { mask: { partial: { last: 2, separators: keep } } }
  national_id: { mask: hash }
  free_text: { mask: redact }
`;

/** The line that mends it when a migration brings IBANs. */
export const ibanLine = '  iban: { mask: { partial: { first: 2, last: 4 } } }';

export const withIban = (policy: string): string => `${policy}${ibanLine}\n`;
