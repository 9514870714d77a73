/**
 * Whose work is in the built app, under which licence, with the licence's text. The build writes it beside the page,
 * which shows it under “About”; `npm run notice` writes NOTICE from it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Licences under which work may be part of Fairlead; `AWS` is what AWS says of its icons. */
export const ALLOWED = ['Apache-2.0', 'AWS', 'BSD-3-Clause', 'EPL-2.0', 'ISC', 'MIT', 'MPL-2.0', 'OFL-1.1']

/** Where a package leaves the choice, the licence that it is used under. */
const CHOSEN = new Map([['EPL-2.0 OR GPL-3.0-or-later', 'EPL-2.0']])

/** Packages that say which licence they are under and do not bring its text. */
const TEXTS = new Map([['@resvg/resvg-wasm', 'docs/tools/licence-texts/MPL-2.0.txt']])

/**
 * @typedef {object} Work
 * @property {string} name
 * @property {string} version  Empty where a work has none.
 * @property {string} licence  An SPDX identifier, or `AWS`.
 * @property {string} url  Where it comes from, and its source.
 * @property {string} text
 */

/**
 * All works in the app: the packages in its bundles, by their folders, and what is not bundled.
 * @param {Iterable<string>} folders
 * @returns {readonly Work[]}
 */
export function shippedWorks(folders) {
  const works = [...[...folders].map(packageWork), ...otherWorks()]
  // Two versions of one package are two works only where their texts differ; versions say which.
  return works.sort(
    (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.version, b.version),
  )
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * @param {string} folder
 * @returns {Work}
 */
function packageWork(folder) {
  const { name, version, license, homepage, repository } = manifest(folder)
  return {
    name,
    version,
    licence: CHOSEN.get(license) ?? license,
    url: webAddress(typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? '',
    text: licenceText(folder, name),
  }
}

/** What Fairlead ships without bundling it: the runtime, fonts, pictures, WebAssembly. */
function otherWorks() {
  const packages = join(ROOT, 'node_modules')
  const electron = packageWork(join(packages, 'electron'))
  return [
    {
      ...electron,
      name: 'Electron',
      text: `${electron.text}\nElectron contains Chromium and Node.js. Their licences are in LICENSES.chromium.html, which comes with\nthe desktop app.\n`,
    },
    {
      name: 'AWS Architecture Icons',
      version: '',
      licence: 'AWS',
      url: 'https://aws.amazon.com/architecture/icons/',
      text: `${readFileSync(join(ROOT, 'assets/icons/README.md'), 'utf8').split('\n| ')[0]?.trim()}\n\n${licenceText(join(packages, 'aws-icons'), 'aws-icons')}`,
    },
    font(
      'Pretendard',
      manifest(join(packages, 'pretendard')).version,
      'https://github.com/orioncactus/pretendard',
    ),
    font(
      'JetBrains Mono',
      manifest(join(packages, 'jetbrains-mono')).version,
      'https://github.com/JetBrains/JetBrainsMono',
    ),
  ]
}

/**
 * @param {string} name
 * @param {string} version
 * @param {string} url
 * @returns {Work}
 */
function font(name, version, url) {
  const text = readFileSync(join(ROOT, `assets/fonts/${name.replaceAll(' ', '')}-OFL.txt`), 'utf8')
  return { name, version, licence: 'OFL-1.1', url, text }
}

/** @param {string} folder */
function manifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/**
 * The licence as the package brings it, with the notice that the Apache licence asks to pass on.
 * @param {string} folder
 * @param {string} name
 */
function licenceText(folder, name) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file))
  const own = TEXTS.get(name)
  const texts = [
    ...files.sort().map((file) => readFileSync(join(folder, file), 'utf8')),
    ...(own === undefined ? [] : [readFileSync(join(ROOT, own), 'utf8')]),
  ]
  if (texts.length === 0) throw new Error(`${name} has no licence text. Add one to docs/tools/licences.js.`)
  return `${texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n')}\n`
}

/**
 * `git+https://github.com/a/b.git`, `git@github.com:a/b`, `github:a/b` or `a/b` as an address for people.
 * @param {string | undefined} repository
 */
function webAddress(repository) {
  const [, path] = /(?:github\.com[/:]|^github:|^)([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(repository ?? '') ?? []
  if (path !== undefined) return `https://github.com/${path}`
  return /^(?:git\+)?(https:\/\/.*?)(?:\.git)?$/.exec(repository ?? '')?.[1]
}
