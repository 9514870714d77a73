import { expect, it } from 'vitest'
import { diffCommand } from './diff-command'

it.each([
  ['shop.fairlead', 'fairlead diff HEAD~1:./shop.fairlead shop.fairlead'],
  ['my shop.fairlead', "fairlead diff 'HEAD~1:./my shop.fairlead' 'my shop.fairlead'"],
  ["it's.fairlead", "fairlead diff 'HEAD~1:./it'\\''s.fairlead' 'it'\\''s.fairlead'"],
])('of %s is one command of a shell', (file, command) => expect(diffCommand(file)).toBe(command))
