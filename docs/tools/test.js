/**
 * `npm test`: every check, in the order in which a mistake is found soonest. Stops at the first that fails, with its exit
 * code; the last line counts the tests of all that ran.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const REPORTS = join(ROOT, '.cache/test')
const UNIT_REPORT = join(REPORTS, 'unit.json')
const E2E_REPORT = join(REPORTS, 'e2e.json')

/** @typedef {{ passed: number, failed: number }} Count */
/**
 * @typedef {object} Step
 * @property {string} title
 * @property {string} bin  A program of node_modules, or a script.
 * @property {readonly string[]} args
 * @property {string} [report]  The file that it writes its results to, and
 * @property {(results: any) => Count} [count]  what these say.
 * @property {() => NodeJS.ProcessEnv} [prepare]  Runs before the step; answers what its environment needs.
 */

/** @type {readonly Step[]} */
const STEPS = [
  { title: 'Format', bin: '@biomejs/biome', args: ['format', '.'] },
  { title: 'Lint', bin: '@biomejs/biome', args: ['lint', '.', '--error-on-warnings'] },
  { title: 'Types', bin: 'typescript', args: ['-b'] },
  { title: 'Generated lists are current', bin: 'docs/tools/lists.ts', args: ['--check'] },
  { title: 'Generated pages are current', bin: 'docs/tools/docs.ts', args: ['--check'] },
  // Before the unit tests: some look at what would be shipped.
  { title: 'Build', bin: 'docs/tools/build.js', args: [] },
  {
    title: 'Unit tests',
    bin: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
    report: UNIT_REPORT,
    count: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  },
  {
    title: 'End-to-end tests',
    bin: '@playwright/test',
    args: ['test', '--project=chromium', '--project=desktop', '--reporter=list,json'],
    prepare: () => ({ CHROMIUM_PATH: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT }),
    report: E2E_REPORT,
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
]

/**
 * How to run a step with this very Node: a script of ours, or the program of a package.
 * @param {string} bin
 * @returns {string[]}
 */
function command(bin) {
  if (bin.endsWith('.js')) return [join(ROOT, bin)]
  if (bin.endsWith('.ts')) return ['--import', 'tsx', join(ROOT, bin)]
  const home = join(ROOT, 'node_modules', bin)
  const programs = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).bin
  return [join(home, typeof programs === 'string' ? programs : String(Object.values(programs)[0]))]
}

/** @param {Step} step */
function runStep({ title, bin, args, prepare }) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`)
  const start = performance.now()
  const env = { ...process.env, ...prepare?.() }
  const { status, error } = spawnSync(process.execPath, [...command(bin), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  })
  const code = error ? 1 : (status ?? 1)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    code === 0
      ? `${title}: fine, ${seconds} s`
      : `${title}: FAILED with exit code ${code} after ${seconds} s`,
  )
  return code
}

/**
 * The tests that a step counted. One that failed before it could count, or counts none itself, is one failure.
 * @param {Step} step
 * @param {number} code
 * @returns {Count}
 */
function countOf({ report, count }, code) {
  const wrote = report !== undefined && count !== undefined && existsSync(report)
  const { passed, failed } = wrote
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) }
}

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
const total = { passed: 0, failed: 0 }
let exitCode = 0
for (const step of STEPS) {
  if (step.bin.endsWith('.ts') && !existsSync(join(ROOT, step.bin))) continue
  exitCode = runStep(step)
  const { passed, failed } = countOf(step, exitCode)
  total.passed += passed
  total.failed += failed
  if (exitCode !== 0) break
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(exitCode)
