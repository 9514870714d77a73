import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { fileArgument } from './arguments'

const folder = resolve('/home/ana')

test.each<[string, string[], string | undefined]>([
  ['the installed app', ['/opt/fairlead', 'orders.fairlead'], resolve(folder, 'orders.fairlead')],
  ['a start from the checkout', ['electron', '/src/fairlead', '/tmp/a.json'], resolve('/tmp/a.json')],
  ['switches around it', ['fairlead', '--no-sandbox', 'a.PNG', '--lang=ko'], resolve(folder, 'a.PNG')],
  ['the last of several', ['fairlead', 'a.fairlead', 'b.fairlead'], resolve(folder, 'b.fairlead')],
  ['a switch that only looks like one', ['fairlead', '--x=a.fairlead'], undefined],
  ['another kind of file', ['fairlead', 'notes.txt', 'dist/main.cjs'], undefined],
  ['nothing', ['fairlead'], undefined],
  ['the program itself', ['/opt/odd.fairlead'], undefined],
])('%s', (_case, args, expected) => {
  expect(fileArgument(args, folder)).toBe(expected)
})
