/**
 * `npm run torture`: the reliability harnesses at full size, for a night or before a release. They are the unit tests
 * named `*.torture.test.ts` and the journeys named `*.torture.spec.ts`; both also run with every test, at quick size.
 * Prints the figures that they measured at the end. Words after `--` choose files: `npm run torture -- fuzz`.
 */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const require = createRequire(import.meta.url)
const PROGRAMS = {
  vitest: join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs'),
  playwright: require.resolve('@playwright/test/cli'),
}
/** A harness has the night. */
const HOUR = 3_600_000

/** @type {string[]} */
const figures = []

/**
 * Runs a program with TORTURE=1, shows what it prints, and keeps its figures.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<number>} its exit code
 */
function run(args, environment = {}) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...environment, TORTURE: '1', NO_COLOR: '1' }
  // Both settings at once make Node warn.
  delete env.FORCE_COLOR
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    process.stdout.write(text)
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    figures.push(...lines.filter((line) => /^R\d+: /.test(line)))
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * The files of such a name below these folders that were asked for.
 * @param {readonly string[]} folders
 * @param {RegExp} named
 */
function chosen(folders, named) {
  const words = process.argv.slice(2)
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true }).map((file) => `${folder}/${file}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => named.test(file) && (words.length === 0 || words.some((word) => file.includes(word))))
    .sort()
}

function printFigures() {
  const rows = [...new Set(figures)]
    .map((line) => line.split(/: (.*)/))
    .sort(([a = ''], [b = '']) => Number(a.slice(1)) - Number(b.slice(1)))
  console.log(`\n── Figures ${'─'.repeat(60)}`)
  for (const [promise = '', measured = ''] of rows) console.log(`${promise.padEnd(5)} ${measured}`)
  if (rows.length === 0) console.log('none')
}

const units = chosen(['shared', 'electron', 'renderer', 'docs/tools'], /\.torture\.test\.tsx?$/)
const journeys = chosen(['e2e'], /\.torture\.spec\.ts$/)
if (units.length + journeys.length === 0) {
  console.error('No harness has such a name.')
  process.exit(1)
}
let failed = 0
if (units.length > 0) {
  // One after another: several of them measure time.
  const options = ['--no-file-parallelism', '--disable-console-intercept', `--testTimeout=${HOUR}`]
  failed = await run([PROGRAMS.vitest, 'run', ...options, `--hookTimeout=${HOUR}`, ...units])
}
if (journeys.length > 0) {
  failed = (await run([join(ROOT, 'docs/tools/build.js')])) || failed
  const options = ['--project=chromium', '--workers=1', '--reporter=line', `--timeout=${HOUR}`]
  const environment = { CHROMIUM_PATH: ensureChromium() }
  failed = (await run([PROGRAMS.playwright, 'test', ...options, ...journeys], environment)) || failed
}
printFigures()
console.log(failed === 0 ? '\nEvery promise held.' : '\nA promise did not hold.')
process.exit(failed)
