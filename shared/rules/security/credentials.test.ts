import { describe, expect, it } from 'vitest'
import { holdsCredential, isCredentialOption, isLiteral } from './credentials'

describe('a text with a credential in it', () => {
  it.each([
    '--password=correct-horse',
    'DB_PASSWORD=correct-horse app',
    '{"user": "app", "password": "correct-horse"}',
    'api_key: 0123456789abcdef',
    'AKIAIOSFODNN7EXAMPLE',
    'postgres://app:correct-horse@db.example/shop',
  ])('%s', (text) => expect(holdsCredential(text)).toBe(true))
})

describe('a text without one', () => {
  it.each([
    '--password=$DB_PASSWORD',
    '--password=${DB_PASSWORD}',
    '--password=<password>',
    '--password-file=/run/secrets/db',
    '--password=/run/secrets/db',
    '--max-tokens=4096',
    '--rotate-secret=true',
    '"password":"%%env_DB_PASSWORD%%"',
    'https://db.example:5432/shop',
    'postgres://app:$DB_PASSWORD@db.example/shop',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
  ])('%s', (text) => expect(holdsCredential(text)).toBe(false))
})

it('an option has its value in the next word', () => {
  expect(isCredentialOption('--db-password')).toBe(true)
  expect(isCredentialOption('--password-file')).toBe(false)
  expect(isLiteral('correct-horse')).toBe(true)
  expect(isLiteral('--quiet')).toBe(false)
})
