import { expect, test } from 'vitest'
import { fitsWildcards } from './wildcards'

test.each([
  ['*', 'anything', true],
  ['', '', true],
  ['a.b', 'a.b', true],
  ['a.b', 'axb', false],
  ['s3:Get*', 's3:GetObject', true],
  ['s3:Get*', 's3:PutObject', false],
  ['web-?', 'web-1', true],
  ['web-?', 'web-', false],
  ['a**b', 'a\nb', true],
  ['a(b*', 'a(b)', true],
])('%s of %s: %s', (pattern, text, fits) => expect(fitsWildcards(pattern, text)).toBe(fits))
