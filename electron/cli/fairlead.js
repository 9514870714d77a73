#!/usr/bin/env node
// The `fairlead` command. It lies in the repository, and starts the program that `npm run build` makes.
import { existsSync } from 'node:fs'

const program = new URL('../../dist/cli/fairlead.cjs', import.meta.url)

if (existsSync(program)) await import(program.href)
else {
  process.stderr.write('fairlead: The program is not built yet. Run “npm run build” first.\n')
  process.exitCode = 70
}
