/**
 * Writes the rule reference, `docs/rules`. With `--check` it writes nothing and exits with 1 when a page is stale,
 * missing or left over.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rulePages } from './rule-pages'

const root = fileURLToPath(new URL('../../', import.meta.url))
const pages = join(root, 'docs', 'rules')

/** The names of the pages that are not what the rule files say; with `write` they are made so. */
export function stalePages(write: boolean): readonly string[] {
  const wanted = rulePages()
  if (write) mkdirSync(pages, { recursive: true })
  const present = existsSync(pages) ? readdirSync(pages) : []
  const stale = [...wanted].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(pages, name), 'utf8') !== text,
  )
  const leftOver = present.filter((name) => !wanted.has(name))
  if (write) {
    for (const [name, text] of stale) writeFileSync(join(pages, name), text)
    for (const name of leftOver) rmSync(join(pages, name))
  }
  return [...stale.map(([name]) => name), ...leftOver]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const check = process.argv.includes('--check')
  const names = stalePages(!check)
  for (const name of names)
    console.log(`docs/rules/${name} ${check ? 'is stale. Run `npm run docs`.' : 'written.'}`)
  if (check && names.length > 0) process.exitCode = 1
}
