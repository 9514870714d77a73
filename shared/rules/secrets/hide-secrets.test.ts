import { expect, test } from 'vitest'
import { hideSecrets } from './hide-secrets'

test.each([
  [
    { name: 'DB_PASSWORD', value: 'hunter2!x' },
    { name: 'DB_PASSWORD', value: '••••••••' },
  ],
  [
    { environment: [{ name: 'URL', value: 'postgres://u:pw@db/x' }] },
    { environment: [{ name: 'URL', value: '••••••••' }] },
  ],
  [{ SecretString: 'correct horse' }, { SecretString: '••••••••' }],
  [
    ['serve', '--db-password', 'hunter2!x', '--port', '80'],
    ['serve', '--db-password', '••••••••', '--port', '80'],
  ],
  [
    ['--token=hunter2!x', '--level=debug', '--password', '--verbose'],
    ['--token=••••••••', '--level=debug', '--password', '--verbose'],
  ],
])('%j', (value, hidden) => expect(hideSecrets(value)).toEqual(hidden))

test('what holds none stays the same object', () => {
  const value = {
    name: 'api',
    environment: [{ name: 'LOG', value: 'info' }],
    secrets: [{ name: 'A_TOKEN', valueFrom: 'arn:aws:x' }],
  }
  expect(hideSecrets(value)).toBe(value)
})

test('a token of a call, and how tokens are asked for, are none', () => {
  const value = { CreationToken: 'shop-uploads', clientToken: 'a1b2c3d4', HttpTokens: 'required' }
  expect(hideSecrets(value)).toBe(value)
})
