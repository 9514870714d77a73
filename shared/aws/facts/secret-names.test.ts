import { expect, it } from 'vitest'
import { namesSecret } from './secret-names'

it.each([
  ['DB_PASSWORD', 'last'],
  ['PGPASSWORD', 'last'],
  ['db.password', 'last'],
  ['ConnectionStrings__DbPassword', 'last'],
  ['stripeApiKey', 'last'],
  ['API_KEY', 'last'],
  ['APIKEY', 'last'],
  ['SSH_PRIVATE_KEY', 'last'],
  ['GOOGLE_CREDENTIALS', 'last'],
  ['SECRET_KEY_BASE', 'inside'],
  ['TOKEN_EXPIRY_SECONDS', 'inside'],
  ['AWS_ACCESS_KEY_ID', 'last'],
  ['AWS_ACCESS_KEY', 'no'],
  ['DB_SECRET_ARN', 'no'],
  ['PASSWORD_FILE', 'no'],
  ['TOKEN_URL', 'no'],
  ['SECRET_NAME', 'no'],
  ['CSRF_TOKEN_HEADER', 'no'],
  ['CACHE_KEY', 'no'],
  ['TOKENIZER_MODEL', 'no'],
  ['SECRETARY', 'no'],
  ['', 'no'],
] as const)('%s: %s', (name, where) => expect(namesSecret(name)).toBe(where))
