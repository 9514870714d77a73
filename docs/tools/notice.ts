/**
 * Writes NOTICE from the works that the last build found in the app. With `--check` it writes nothing and exits with 1 when
 * the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Work } from './licences.js'

const ROOT = join(import.meta.dirname, '../..')

/** What NOTICE has to say of these works: one line each, without versions, which change with every update. */
export function noticeText(works: readonly Work[]): string {
  const lines = new Set(
    works.map(({ name, licence, url }) => `  ${name.padEnd(28)} ${licence.padEnd(14)} ${url}`.trimEnd()),
  )
  return `Fairlead
Copyright 2026 The Fairlead authors

This product includes work of others, unaltered. The app shows their licences under Help › Licences.
Written by \`npm run notice\` from what a build puts in. Do not edit.

${[...lines].join('\n')}

“AWS”: © Amazon Web Services, Inc. or its affiliates, provided by AWS for use in architecture diagrams; taken from the
npm package aws-icons (MIT). Electron brings Chromium and Node.js; their licences are in LICENSES.chromium.html beside it.
The source of elkjs (EPL-2.0) and @resvg/resvg-wasm (MPL-2.0) is at the addresses above.

AWS, Amazon ECS, AWS Fargate and the names of other AWS services are trademarks of Amazon.com, Inc. or its
affiliates. Fairlead is not affiliated with, endorsed or sponsored by Amazon.
`
}

/** The works of the last build. */
export function builtWorks(): readonly Work[] {
  return JSON.parse(readFileSync(join(ROOT, 'dist/renderer/licences.json'), 'utf8'))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(ROOT, 'NOTICE')
  const text = noticeText(builtWorks())
  const current = readFileSync(path, 'utf8') === text
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (!current) {
    console.error('NOTICE is stale. Run `npm run notice`.')
    process.exitCode = 1
  }
}
