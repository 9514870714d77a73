/**
 * How to tell by an environment variable's name that its value is a secret. Security Hub knows three names (ECS.8);
 * the words are those that people use.
 */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
  checked: '2026-11-26',
}

/** Names that hold credentials whatever their value looks like. */
export const credentialNames: readonly string[] = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'ECS_ENGINE_AUTH_DATA',
]

/** A part of a name that means a secret: `DB_PASSWORD`, `PGPASSWORD`, `apiKey`. */
const SECRET_WORDS = /^(.*(password|passwd|secret|token|credential)s?|(api|private)keys?)$/

/** Last words of names that tell about a secret, such as where it is, and do not hold it. */
const ABOUT_A_SECRET: ReadonlySet<string> = new Set([
  'arn',
  'endpoint',
  'file',
  'header',
  'id',
  'length',
  'name',
  'path',
  'prefix',
  'region',
  'ttl',
  'type',
  'uri',
  'url',
])

/**
 * Does a variable of that name hold a secret? `last`: the word for it ends the name (`DB_PASSWORD`, not
 * `PASSWORD_ROUNDS`).
 */
export function namesSecret(name: string): 'no' | 'inside' | 'last' {
  if (credentialNames.includes(name)) return 'last'
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  if (ABOUT_A_SECRET.has(last)) return 'no'
  if (SECRET_WORDS.test(last) || SECRET_WORDS.test(words.slice(-2).join(''))) return 'last'
  const inside = words.some(
    (word, index) => SECRET_WORDS.test(word) || SECRET_WORDS.test(word + (words[index + 1] ?? '')),
  )
  return inside ? 'inside' : 'no'
}

/** `DB_PASSWORD`, `db-password` and `dbPassword` are the same two words. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}
