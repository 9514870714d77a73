/**
 * Known weaknesses in what we use: npm's own audit, judged by where a package ends up. Exits with 1 for anything in what is
 * shipped, and for high and critical ones in what only builds and tests, unless it was accepted in audit-accepted.json
 * with a reason, until a day. All packages are devDependencies here, so `npm audit --omit=dev` alone would see nothing.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))

/** @typedef {{ url: string, title: string, severity: string, name: string }} Advisory */
/** @typedef {{ vulnerabilities?: Record<string, { via: readonly (string | Advisory)[] }> }} Report  What `npm audit --json` says. */
/** @typedef {{ url: string, reason: string, until: string }} Accepted */

/**
 * The findings that must be settled, in words.
 * @param {Report} report
 * @param {ReadonlySet<string>} shipped  Names of the packages in the app.
 * @param {readonly Accepted[]} accepted
 * @param {string} today  As in 2026-11-27.
 * @returns {readonly string[]}
 */
export function unsettled(report, shipped, accepted, today) {
  if (report.vulnerabilities === undefined) return ['npm could not ask its registry for known weaknesses.']
  const advisories = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((one) => typeof one !== 'string'),
  )
  const found = new Map(advisories.map((advisory) => [`${advisory.name} ${advisory.url}`, advisory]))
  return [...found.values()]
    .filter(({ name, severity, url }) => {
      if (shipped.has(name)) return true
      const known = accepted.some((one) => one.url === url && one.until >= today)
      return !known && (severity === 'high' || severity === 'critical')
    })
    .map(({ name, severity, title, url }) => {
      const where = shipped.has(name) ? 'is in the app' : 'builds or tests it'
      return `${name}, which ${where}: ${severity}, ${title}. ${url}`
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  })
  /** @type {{ name: string }[]} */
  const works = JSON.parse(readFileSync(join(HERE, '../../dist/renderer/licences.json'), 'utf8'))
  const shipped = new Set(works.map(({ name }) => name.replace(/^Electron$/, 'electron')))
  const accepted = JSON.parse(readFileSync(join(HERE, 'audit-accepted.json'), 'utf8'))
  const lines = unsettled(JSON.parse(stdout), shipped, accepted, new Date().toISOString().slice(0, 10))
  for (const line of lines) console.error(line)
  if (lines.length === 0) console.log('No known weakness is left unsettled.')
  process.exitCode = lines.length === 0 ? 0 : 1
}
